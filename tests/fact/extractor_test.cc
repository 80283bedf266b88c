// Properties of whole extractions, whatever the rules say: spans, order, threads, odd inputs, derivations, time.
#include "fact/extractor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "built_in_rules.h"
#include "record/names.h"

namespace attest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Extractor& built_in() {
  static const Extractor extractor = [] { return std::move(*Extractor::create({built_in_rules()})); }();
  return extractor;
}

Document document_of(std::string text) {
  Document document;
  document.source = "test";
  document.text = std::move(text);
  return document;
}

Extraction extract(const Document& document, Extractor::Workspace& workspace) { return built_in().extract(document, {true}, workspace); }

Extraction extract(const std::string& text) {
  Extractor::Workspace workspace(built_in());
  return extract(document_of(text), workspace);
}

std::vector<std::string> figures(const std::string& text) {
  std::vector<std::string> quotes;
  for (const Mention& mention : extract(text).mentions) {
    if (mention.figure() != nullptr) quotes.emplace_back(mention.bytes.of(text));
  }
  return quotes;
}

/// The code points from `begin` to `end`, counted one by one.
std::string cut(std::string_view text, Span chars) {
  std::string part;
  std::uint32_t index = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) ++index;
    if (index >= chars.begin && index < chars.end) part += text[i];
  }
  return part;
}

std::uint32_t count_code_points(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

constexpr auto kPieces = std::to_array<std::string_view>({"$5 million",
                                                          "€3–5 billion",
                                                          "about 12 per cent",
                                                          "15.5%",
                                                          "200 projects",
                                                          "½",
                                                          "1,200-kilometre",
                                                          "hundreds of millions of dollars",
                                                          "in 2024",
                                                          "June 16-18, 2025",
                                                          "Zürich",
                                                          "Алматы",
                                                          "北京有30家公司",
                                                          "😀",
                                                          "naïve",
                                                          "“quoted”",
                                                          "第3季度",
                                                          "ราคา 50 บาท",
                                                          "e\u0301lan",
                                                          "\u00A0",
                                                          "\u200B",
                                                          "\n",
                                                          "\n\n",
                                                          "\t",
                                                          ".",
                                                          ",",
                                                          "(US$62.1 billion)",
                                                          "one in five",
                                                          "second-largest",
                                                          "tripled",
                                                          "[1]",
                                                          "£2.5m",
                                                          "−5",
                                                          "٣٤",
                                                          "5 000 tons",
                                                          "10°C",
                                                          "C5+1",
                                                          "ninety-nine",
                                                          "a tenth of",
                                                          "—"});

std::string mixture(std::mt19937& random) {
  std::string text;
  for (std::size_t i = 2 + random() % 30; i > 0; --i) {
    text += kPieces[random() % kPieces.size()];
    if (random() % 8 != 0) text += random() % 6 == 0 ? ". It " : " ";
  }
  return text;
}

class Mixtures : public ::testing::TestWithParam<std::uint32_t> {
 protected:
  /// Calls `check` for the texts of one seed and what is found in them.
  template <typename Check>
  void for_each(Check check) {
    std::mt19937 random(GetParam());
    Extractor::Workspace workspace(built_in());
    std::size_t mentions = 0;
    for (int i = 0; i < 40 && !HasFailure(); ++i) {
      const Document document = document_of(mixture(random));
      SCOPED_TRACE(document.text);
      const Extraction extraction = extract(document, workspace);
      mentions += extraction.mentions.size();
      check(document.text, extraction);
    }
    EXPECT_GT(mentions, 40U) << "too little was found to say anything";
  }
};

TEST_P(Mixtures, SpansInBytesAndCodePointsCutOutTheSame) {
  for_each([](const std::string& text, const Extraction& extraction) {
    for (const Mention& mention : extraction.mentions) EXPECT_EQ(cut(text, mention.chars), mention.bytes.of(text));
  });
}

TEST_P(Mixtures, SentencesInBytesAndCodePointsCutOutTheSame) {
  for_each([](const std::string& text, const Extraction& extraction) {
    for (const SentenceRecord& sentence : extraction.sentences) EXPECT_EQ(cut(text, sentence.chars), sentence.bytes.of(text));
  });
}

TEST_P(Mixtures, SentencesAloneAreThoseFoundWithTheRest) {
  Extractor::Workspace workspace(built_in());
  for_each([&](const std::string& text, const Extraction& extraction) {
    const Extraction alone = built_in().extract(document_of(text), {.sentences_only = true}, workspace);
    EXPECT_EQ(alone.sentences, extraction.sentences);
    EXPECT_THAT(alone.mentions, IsEmpty());
  });
}

TEST_P(Mixtures, LengthIsThatOfTheTextInCodePoints) {
  for_each([](const std::string& text, const Extraction& extraction) { EXPECT_EQ(extraction.characters, count_code_points(text)); });
}

TEST_P(Mixtures, MentionsLieInsideTheirSentences) {
  for_each([](const std::string& /*text*/, const Extraction& extraction) {
    std::vector<Span> sentences;
    for (const SentenceRecord& sentence : extraction.sentences) sentences.push_back(sentence.chars);
    for (const Mention& mention : extraction.mentions) {
      EXPECT_TRUE(mention.sentence_chars.contains(mention.chars));
      EXPECT_THAT(sentences, Contains(mention.sentence_chars));
    }
  });
}

TEST_P(Mixtures, MentionsAreInOrderAndFiguresDoNotOverlap) {
  for_each([](const std::string& /*text*/, const Extraction& extraction) {
    EXPECT_TRUE(std::is_sorted(extraction.mentions.begin(), extraction.mentions.end(),
                               [](const auto& a, const auto& b) { return a.bytes < b.bytes; }));
    std::uint32_t end = 0;
    for (const Mention& mention : extraction.mentions) {
      if (mention.figure() == nullptr) continue;
      EXPECT_GE(mention.bytes.begin, end);
      end = mention.bytes.end;
    }
  });
}

TEST_P(Mixtures, FiguresWithAValueHaveItBetweenTheirEnds) {
  for_each([](const std::string& text, const Extraction& extraction) {
    for (const Mention& mention : extraction.mentions) {
      const Figure* figure = mention.figure();
      if (figure == nullptr) continue;
      if (figure->low && figure->high) {
        EXPECT_LE(*figure->low, *figure->high) << mention.bytes.of(text);
      }
      if (figure->value && figure->low && figure->high) {
        EXPECT_LE(*figure->low, *figure->value) << mention.bytes.of(text);
        EXPECT_LE(*figure->value, *figure->high) << mention.bytes.of(text);
      }
    }
  });
}

TEST_P(Mixtures, DerivationsAreTreesDownToTokensAndEntries) {
  for_each([](const std::string& text, const Extraction& extraction) {
    for (const Mention& mention : extraction.mentions) {
      const auto& steps = mention.derivation;
      ASSERT_FALSE(steps.empty());
      EXPECT_EQ(steps[0].depth, 0);
      EXPECT_EQ(steps[0].rule, mention.rule);
      EXPECT_EQ(steps[0].bytes, mention.bytes);
      for (std::size_t i = 1; i < steps.size(); ++i) {
        EXPECT_GE(steps[i].depth, 1);
        EXPECT_LE(steps[i].depth, steps[i - 1].depth + 1);
        EXPECT_FALSE(steps[i].part.empty());
        EXPECT_FALSE(steps[i].bytes.empty());
        EXPECT_LE(steps[i].bytes.end, text.size());
        const bool is_leaf = steps[i].rule == "token" || steps[i].rule.starts_with("list ");
        if (is_leaf && i + 1 < steps.size()) {
          EXPECT_LE(steps[i + 1].depth, steps[i].depth) << "nothing stands under a token or an entry";
        }
      }
    }
  });
}

// A rule may look beyond the span that it makes, but never beyond the sentence. A date's anchor may stand anywhere.
TEST_P(Mixtures, DerivationsStayInTheSentence) {
  for_each([](const std::string& /*text*/, const Extraction& extraction) {
    for (const Mention& mention : extraction.mentions) {
      const auto sentence = std::find_if(extraction.sentences.begin(), extraction.sentences.end(),
                                         [&](const SentenceRecord& record) { return record.chars == mention.sentence_chars; });
      ASSERT_NE(sentence, extraction.sentences.end());
      for (const DerivationStep& step : mention.derivation) {
        const bool from_elsewhere = step.rule == "anchor" || step.part == "likewise";
        EXPECT_TRUE(from_elsewhere || sentence->bytes.contains(step.bytes)) << step.rule;
      }
    }
  });
}

INSTANTIATE_TEST_SUITE_P(Extractor, Mixtures, ::testing::Range(1U, 6U));

std::string printed(const Extraction& extraction) {
  std::string text = std::to_string(extraction.characters) + "\n";
  for (const Mention& mention : extraction.mentions) {
    text += mention.rule + " " + std::to_string(mention.chars.begin) + ".." + std::to_string(mention.chars.end);
    if (const Figure* figure = mention.figure()) {
      text += figure->unit + " " + figure->noun + (figure->value ? " " + figure->value->to_string() : "");
    }
    for (const DerivationStep& step : mention.derivation) text += " | " + step.rule + " " + step.part + " " + step.value;
    text += "\n";
  }
  return text;
}

std::vector<Document> some_documents() {
  std::mt19937 random(7);
  std::vector<Document> documents;
  for (int i = 0; i < 60; ++i) documents.push_back(document_of(mixture(random)));
  return documents;
}

std::vector<std::string> all_printed(const std::vector<Document>& documents) {
  Extractor::Workspace workspace(built_in());
  std::vector<std::string> texts;
  for (const Document& document : documents) texts.push_back(printed(extract(document, workspace)));
  return texts;
}

TEST(Extractor, GivesTheSameFromAFreshAndAUsedWorkspace) {
  const auto documents = some_documents();
  const auto used = all_printed(documents);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    Extractor::Workspace fresh(built_in());
    EXPECT_EQ(printed(extract(documents[i], fresh)), used[i]);
  }
}

TEST(Extractor, GivesTheSameWhateverCameBefore) {
  auto documents = some_documents();
  auto expected = all_printed(documents);
  std::reverse(documents.begin(), documents.end());
  std::reverse(expected.begin(), expected.end());
  EXPECT_EQ(all_printed(documents), expected);
}

TEST(Extractor, GivesTheSameFromManyThreads) {
  const auto documents = some_documents();
  const auto expected = all_printed(documents);
  std::array<std::vector<std::string>, 4> found;
  std::vector<std::thread> threads;
  for (auto& slot : found) threads.emplace_back([&documents, &slot] { slot = all_printed(documents); });
  for (std::thread& thread : threads) thread.join();
  for (const auto& texts : found) EXPECT_EQ(texts, expected);
}

TEST(Extractor, FindsTheSameFiguresWithoutDerivations) {
  Extractor::Workspace workspace(built_in());
  for (const Document& document : some_documents()) {
    Extraction with = built_in().extract(document, {true}, workspace);
    const Extraction without = built_in().extract(document, {false}, workspace);
    for (Mention& mention : with.mentions) mention.derivation.clear();
    EXPECT_EQ(printed(with), printed(without));
  }
}

TEST(Extractor, GivesTheSameTogetherAsAlone) {
  std::vector<Document> documents = some_documents();
  documents.insert(documents.begin() + 1, document_of("Порт перевалил 9 млн тонн зерна в 2024 году, сообщили власти."));
  documents.push_back(document_of(""));
  Extractor::Workspace workspace(built_in());
  const std::vector<Extraction> together = built_in().extract(documents, {true}, workspace);
  ASSERT_EQ(together.size(), documents.size());
  EXPECT_FALSE(together[1].has_rules);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    Extractor::Workspace other(built_in());
    EXPECT_EQ(printed(together[i]), printed(extract(documents[i], other))) << i;
    EXPECT_EQ(together[i].language, extract(documents[i], other).language) << i;
  }
}

TEST(Extractor, FindsNothingInNothing) {
  for (const std::string text : {"", " ", "\n", " \t \n\n  \r\n\u00A0 ", "\u200B"}) {
    const Extraction extraction = extract(text);
    EXPECT_THAT(extraction.mentions, IsEmpty());
    EXPECT_EQ(extraction.characters, count_code_points(text));
  }
}

TEST(Extractor, TakesControlCharactersAndNul) {
  std::string text = "It cost $5 million";
  text += '\0';
  text += "\x01\x7F and 7 tons.";
  EXPECT_THAT(figures(text), ElementsAre("$5 million", "7 tons"));
}

TEST(Extractor, MakesNoFiguresOfBibliographies) {
  const std::string text =
      "Exports rose to $5 million that year, the ministry said in its report.\n\n"
      "References\n\n"
      "Dahl, A. (2021). Trade of 40 states. Journal of Ports, 12(3), 45-67.\n"
      "Moreau, B. (2022). Some 300 ships and $9 million. Paris: Quai Press.\n";
  EXPECT_THAT(figures(text), ElementsAre("$5 million"));
}

TEST(Extractor, TellsTheBlockOfASentence) {
  const Extraction extraction = extract("Year\tExports\n2023\t18.7\n2024\t19.5\n");
  ASSERT_FALSE(extraction.sentences.empty());
  for (const SentenceRecord& sentence : extraction.sentences) EXPECT_EQ(sentence.block, BlockKind::kTableRow);
}

TEST(Extractor, RejectsBrokenRules) {
  const auto extractor = Extractor::create({built_in_rules(), {"mine", {{"10_a.rules", "phase a\nnonsense\n"}}}});
  ASSERT_FALSE(extractor.ok());
  EXPECT_EQ(extractor.error().code, ErrorCode::kRules);
}

TEST(Extractor, DigestTellsWhichRules) {
  RulePack pack = built_in_rules();
  pack.files.front().text += "# more\n";
  const auto other = Extractor::create({pack});
  ASSERT_TRUE(other.ok());
  EXPECT_NE(other->rules_digest(), built_in().rules_digest());
}

// --- time ---

std::string copies(const std::string& text, std::size_t count) {
  std::string all;
  all.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

/// Processor seconds of one extraction, the least of `times`.
double seconds(const Document& document, int times) {
  Extractor::Workspace workspace(built_in());
  double least = 1e9;
  for (int i = 0; i < times; ++i) {
    const std::clock_t begin = std::clock();
    EXPECT_GT(built_in().extract(document, {}, workspace).characters, 0U);
    least = std::min(least, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return least;
}

struct Load {
  std::string name;
  std::string unit;
};

void PrintTo(const Load& load, std::ostream* out) { *out << load.unit; }

class LinearTime : public ::testing::TestWithParam<Load> {};

TEST_P(LinearTime, EightTimesTheTextTakesAboutEightTimesAsLong) {
  const std::size_t unit = 8000 / GetParam().unit.size() + 1;
  const double little = seconds(document_of(copies(GetParam().unit, unit)), 3);
  const double much = seconds(document_of(copies(GetParam().unit, 8 * unit)), 2);
  EXPECT_LT(much, 20 * std::max(little, 0.01));
}

INSTANTIATE_TEST_SUITE_P(
    Extractor, LinearTime,
    ::testing::Values(
        Load{"Prose", "Exports rose by 15.5% to nearly $5 billion in 2024, and over 200 projects began. The deal covers 12 ports.\n\n"},
        Load{"OneSentence", "about 200 ships of 5 million tons, between 3 and 7 per cent, and "}, Load{"Figures", "5 "},
        Load{"Words", "million "}, Load{"Dollars", "$ "}, Load{"Brackets", "(5 "}, Load{"Dashes", "5-"}, Load{"Capitals", "North "},
        Load{"Rows", "a\t5\t$7\n"}, Load{"Lines", "5 tons\n"}, Load{"Hundreds", "hundred and "},
        Load{"Agreements", "Chile signed an agreement with Peru and "}, Load{"Memorandums", "a memorandum of understanding with Chile, "},
        Load{"Contracts", "contract to supply 5 tons of wheat to Peru for $5 million, "},
        Load{"Treaties", "Lima Agreement, Treaty of Lima, "}),
    [](const auto& load) { return load.param.name; });

TEST(Extractor, TakesAMegabyteInOneLine) {
  const std::string unit = "about 200 ships of 5 million tons, and ";
  const std::string text = copies(unit, 1000000 / unit.size());
  const Extraction extraction = extract(text);
  EXPECT_EQ(extraction.characters, text.size());
  EXPECT_GE(extraction.mentions.size(), 2 * (1000000 / unit.size()));
}

TEST(Extractor, TakesAMegabyteInOneWord) {
  const std::string text(1000000, 'a');
  EXPECT_THAT(extract(text).mentions, IsEmpty());
}

TEST(Extractor, TakesAMegabyteOfDigits) {
  const std::string text(1000000, '7');
  EXPECT_EQ(extract(text).characters, 1000000U);
}

}  // namespace
}  // namespace attest
