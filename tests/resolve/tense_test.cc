#include "resolve/tense.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

#include "text/analysis.h"

namespace attest {
namespace {

struct Case {
  std::string_view text;
  Tense tense;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

class Tenses : public testing::TestWithParam<Case> {};

TEST_P(Tenses, AreThoseOfTheNearestVerb) {
  const Vocabulary vocabulary;
  AnalysedText text;
  TextAnalyser(vocabulary).analyse(GetParam().text, text);
  const TokenView view{text.text, text.tokens};
  std::uint32_t friday = 0;
  while (view.word(friday) != "Friday") ++friday;
  EXPECT_EQ(tense_around(view, text.sentences.front().tokens, {friday, friday + 1}), GetParam().tense);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Tenses,
    testing::Values(Case{"They met on Friday.", Tense::kPast}, Case{"They will meet on Friday.", Tense::kFuture},
                    Case{"The bank announced the sale Friday.", Tense::kPast}, Case{"She said Friday that it will close.", Tense::kPast},
                    Case{"The bank said it will close Friday.", Tense::kFuture}, Case{"It is expected to close Friday.", Tense::kFuture},
                    Case{"On Friday, the ministers agreed on it.", Tense::kPast},
                    Case{"On Friday the ministers will meet.", Tense::kFuture}, Case{"They'll meet on Friday.", Tense::kFuture},
                    Case{"It is shut on Friday.", Tense::kPresent}, Case{"Talks on Friday.", Tense::kUnknown},
                    Case{"The red shop (on Friday) shone.", Tense::kUnknown}));

}  // namespace
}  // namespace attest
