// Looking only where a rule's anchor occurs must change nothing: the same winners and losers, spans, matches and fields as
// when every rule is tried at every token.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "built_in_rules.h"
#include "engine/random_rules.h"
#include "engine/trial.h"

namespace attest {
namespace {

namespace fs = std::filesystem;
using testing_rules::Dice;
using testing_rules::Trial;

/// One for all tests of this file: the built-in rules never change while they run.
Trial& built_in() {
  static Trial trial({built_in_rules()});
  return trial;
}

std::vector<std::string> found(Trial& trial, std::string_view text, Strategy strategy) {
  trial.run(text, strategy);
  return trial.everything();
}

void expect_same(Trial& trial, std::string_view text) {
  EXPECT_EQ(found(trial, text, Strategy::kAnchored), found(trial, text, Strategy::kBruteForce)) << text;
}

std::string contents(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::vector<std::string> articles() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(ATTEST_SOURCE_DIR) / "corpus")) {
    if (entry.path().extension() == ".txt") names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class Corpus : public ::testing::TestWithParam<std::string> {};

TEST_P(Corpus, ArticleGivesTheSameWithAndWithoutAnchors) {
  const std::string text = contents(fs::path(ATTEST_SOURCE_DIR) / "corpus" / GetParam());
  ASSERT_FALSE(text.empty());
  expect_same(built_in(), text);
}

INSTANTIATE_TEST_SUITE_P(Anchoring, Corpus, ::testing::ValuesIn(articles()), [](const auto& article) {
  std::string name = article.param.substr(0, article.param.find('.'));
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
});

// Words that rules of figures and dates look for, in any order: most sentences are nonsense, and all the harder for it.
constexpr auto kWords = std::to_array<std::string_view>({
    "5",          "12",
    "200",        "1,200",
    "43.8",       "2024",
    "1990s",      "0.3",
    "15-20",      "3–5",
    "1.2.3",      "½",
    "one",        "two",
    "three",      "twenty",
    "five",       "half",
    "a",          "an",
    "the",        "and",
    "of",         "in",
    "hundred",    "thousand",
    "million",    "billion",
    "trillion",   "bn",
    "m",          "mln",
    "crore",      "hundreds",
    "dozen",      "thousands",
    "$",          "US$",
    "€",          "£",
    "USD",        "RMB",
    "dollars",    "euros",
    "cents",      "yuan",
    "tenge",      "pence",
    "%",          "per",
    "cent",       "percent",
    "points",     "percentage",
    "basis",      "pp",
    "tons",       "tonnes",
    "km",         "kg",
    "-",          "-kilometre",
    "barrels",    "MW",
    "hours",      "years",
    "days",       "kWh",
    "m²",         "square",
    "metres",     "miles",
    "January",    "March",
    "May",        "June",
    "16",         "18",
    "Monday",     "quarter",
    "first",      "second-largest",
    "third",      "Q1",
    "from",       "to",
    "between",    "nearly",
    "about",      "over",
    "more",       "than",
    "up",         "at",
    "least",      "around",
    "projects",   "people",
    "agreements", "country",
    "jobs",       "Article",
    "page",       "No.",
    "G20",        "C5+1",
    "[1]",        "(",
    ")",          ",",
    ";",          "doubled",
    "tripled",    "twice",
    "rank",       "ranked",
    "largest",    "per",
    "month",      "it",
});

std::string random_sentence(Dice& dice) {
  std::string text = dice.one_in(2) ? "It" : "The";
  for (std::size_t i = 3 + dice.roll(22); i > 0; --i) {
    if (!dice.one_in(8)) text += dice.one_in(60) ? "\n" : " ";
    text += dice.pick(kWords);
  }
  return text + (dice.one_in(5) ? "?" : ".");
}

class Sentences : public ::testing::TestWithParam<std::uint32_t> {};

TEST_P(Sentences, OfWordsInAnyOrderGiveTheSame) {
  Dice dice(GetParam());
  for (int sentence = 0; sentence < 60; ++sentence) expect_same(built_in(), random_sentence(dice));
}

INSTANTIATE_TEST_SUITE_P(Anchoring, Sentences, ::testing::Range(1U, 11U));

class RandomRules : public ::testing::TestWithParam<std::uint32_t> {};

TEST_P(RandomRules, GiveTheSameOverRandomTexts) {
  Dice dice(GetParam());
  std::size_t compiled = 0;
  std::size_t matched = 0;
  for (int attempt = 0; attempt < 20; ++attempt) {
    const RulePack pack = testing_rules::random_pack(dice);
    if (!RuleSet::compile({pack})) continue;  // two rules alike, or the like: the checker's business
    ++compiled;
    SCOPED_TRACE(pack.files[0].text + pack.files[1].text);
    Trial trial({pack});
    for (int text = 0; text < 6; ++text) {
      expect_same(trial, testing_rules::random_text(dice, 60));
      matched += trial.chart().annotations().size();
    }
    if (HasFailure()) break;  // one pack with its texts is enough to read
  }
  EXPECT_GE(compiled, 10U) << "too few packs compile to say anything";
  EXPECT_GE(matched, 200U) << "too few rules match to say anything";
}

INSTANTIATE_TEST_SUITE_P(Anchoring, RandomRules, ::testing::Range(1U, 21U));

}  // namespace
}  // namespace attest
