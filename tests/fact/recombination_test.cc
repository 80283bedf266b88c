// Sentences of the cases, cut and joined at random, give texts that nobody wrote. Whatever they say, facts stay whole: they
// cite figures, name each party once, have periods that begin before they end, and do not depend on the documents beside them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "built_in_rules.h"
#include "case_file.h"
#include "fact/extractor.h"
#include "record/names.h"

namespace attest {
namespace {

using ::testing::Each;

const Extractor& built_in() {
  static const Extractor extractor = [] { return std::move(*Extractor::create({built_in_rules()})); }();
  return extractor;
}

/// The words of every sentence of the cases, as they stand there.
std::vector<std::vector<std::string>> words_of_sentences() {
  std::vector<std::vector<std::string>> sentences;
  for (const std::string folder : {"facts", "parties", "dates", ""}) {
    for (const CaseFile& file : case_files(folder)) {
      for (const SentenceRecord& sentence : extracted(file).sentences) {
        const std::string_view text = sentence.bytes.of(file.text);
        auto& words = sentences.emplace_back();
        for (std::size_t at = 0; at < text.size();) {
          const std::size_t end = std::min(text.find(' ', at), text.size());
          words.emplace_back(text.substr(at, end - at));
          at = end + 1;
        }
      }
    }
  }
  return sentences;
}

class Recombination : public ::testing::TestWithParam<std::uint32_t> {
 protected:
  std::vector<Document> documents(std::size_t count) {
    std::vector<Document> all(count);
    for (Document& document : all) {
      document.source = "test";
      document.metadata.published = pick(3) == 0 ? "" : "2024-03-11";
      for (std::size_t sentences = 1 + pick(8); sentences > 0; --sentences) document.text += sentence();
    }
    return all;
  }

 private:
  std::size_t pick(std::size_t below) { return random_() % below; }

  /// One sentence as it is, without its end, without a word, with the end of another, or broken into lines or cells.
  std::string sentence() {
    static const auto kSentences = words_of_sentences();
    std::vector<std::string> words = kSentences[pick(kSentences.size())];
    const auto some = [&](const std::vector<std::string>& of) { return static_cast<std::ptrdiff_t>(pick(of.size() + 1)); };
    const std::size_t change = pick(6);
    if (change == 1) words.erase(words.begin() + some(words), words.end());
    if (change == 2 && !words.empty()) words.erase(words.begin() + static_cast<std::ptrdiff_t>(pick(words.size())));
    if (change == 3) {
      const auto& other = kSentences[pick(kSentences.size())];
      words.erase(words.begin() + some(words), words.end());
      words.insert(words.end(), other.begin() + some(other), other.end());
    }
    return joined(words) + (pick(3) == 0 ? "\n\n" : " ");
  }

  std::string joined(const std::vector<std::string>& words) {
    const std::size_t cells = pick(12);
    std::string text;
    for (const std::string& word : words) {
      if (!text.empty()) text += cells == 0 && pick(3) == 0 ? '\t' : pick(11) == 0 ? '\n' : ' ';
      text += word;
    }
    return text;
  }

  std::mt19937 random_{GetParam()};
};

std::string printed(const Fact& fact) {
  std::string text = std::to_string(fact.figure) + "|" + fact.measure_id + "|" + fact.measure;
  for (const std::string& party : fact.parties) text += "|" + party;
  text += "|" + fact.from + ">" + fact.to + "|" + fact.period_start + ".." + fact.period_end + "|" + std::string(name_of(fact.status));
  return text + "|" + fact.change.base_start + "|" + fact.whole + "|" + fact.scope + "|" + fact.attribution.name + "|" + fact.rule;
}

std::vector<std::string> printed(const Extraction& extraction) {
  std::vector<std::string> rows;
  for (const Fact& fact : extraction.facts) rows.push_back(printed(fact));
  return rows;
}

void expect_whole(const Fact& fact, const Extraction& extraction, std::string_view text) {
  ASSERT_LT(fact.figure, extraction.mentions.size());
  EXPECT_NE(extraction.mentions[fact.figure].figure(), nullptr);
  EXPECT_FALSE(fact.measure.empty());
  EXPECT_FALSE(fact.rule.empty());
  EXPECT_EQ(fact.attribution.kind == AttributionKind::kArticle, fact.attribution.name.empty());
  EXPECT_EQ(fact.period_source == PeriodSource::kNone, fact.period_start.empty() && fact.period_end.empty());
  EXPECT_TRUE(fact.period_start.empty() || fact.period_end.empty() || fact.period_start < fact.period_end);
  for (const FactStep& step : fact.steps) EXPECT_LE(step.bytes.end, text.size()) << step.part;
}

void expect_parties_once(const Fact& fact) {
  std::vector<std::string> parties = fact.parties;
  std::sort(parties.begin(), parties.end());
  EXPECT_EQ(std::adjacent_find(parties.begin(), parties.end()), parties.end());
  EXPECT_THAT(parties, Each(::testing::Not(::testing::IsEmpty())));
  for (const std::string& end : {fact.from, fact.to}) {
    EXPECT_TRUE(end.empty() || std::binary_search(parties.begin(), parties.end(), end)) << end;
  }
}

TEST_P(Recombination, FactsAreWhole) {
  Extractor::Workspace workspace(built_in());
  std::size_t facts = 0;
  for (const Document& document : documents(150)) {
    SCOPED_TRACE(document.text);
    const Extraction extraction = built_in().extract(document, {true}, workspace);
    facts += extraction.facts.size();
    for (const Fact& fact : extraction.facts) {
      SCOPED_TRACE(printed(fact));
      expect_whole(fact, extraction, document.text);
      expect_parties_once(fact);
    }
    if (HasFailure()) return;
  }
  EXPECT_GT(facts, 300U) << "too little was found to say anything";
}

TEST_P(Recombination, EachFigureHasOneFactAtMostInOrder) {
  Extractor::Workspace workspace(built_in());
  for (const Document& document : documents(60)) {
    const Extraction extraction = built_in().extract(document, {false}, workspace);
    EXPECT_TRUE(std::is_sorted(extraction.facts.begin(), extraction.facts.end(), [](const Fact& a, const Fact& b) {
      return a.figure <= b.figure;
    })) << document.text;
  }
}

TEST_P(Recombination, FactsAreTheSameTogetherAsAlone) {
  const std::vector<Document> all = documents(40);
  Extractor::Workspace workspace(built_in());
  const std::vector<Extraction> together = built_in().extract(all, {false}, workspace);
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(printed(together[i]), printed(built_in().extract(all[i], {false}, workspace))) << all[i].text;
  }
}

INSTANTIATE_TEST_SUITE_P(Facts, Recombination, ::testing::Range(1U, 9U));

}  // namespace
}  // namespace attest
