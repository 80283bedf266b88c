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
    testing::Values(Case{"They met on Friday.", Tense::kSurelyPast}, Case{"They will meet on Friday.", Tense::kSurelyFuture},
                    Case{"The bank announced the sale Friday.", Tense::kPast}, Case{"She said Friday that it will close.", Tense::kPast},
                    Case{"The bank said it will close Friday.", Tense::kFuture}, Case{"It is expected to close Friday.", Tense::kFuture},
                    Case{"On Friday, the ministers agreed on it.", Tense::kSurelyPast},
                    Case{"On Friday the ministers will meet.", Tense::kFuture}, Case{"They'll meet on Friday.", Tense::kFuture},
                    Case{"It is shut on Friday.", Tense::kPresent}, Case{"Talks on Friday.", Tense::kUnknown},
                    Case{"The red shop (on Friday) shone.", Tense::kUnknown}));

INSTANTIATE_TEST_SUITE_P(
    Auxiliaries, Tenses,
    testing::Values(Case{"It would be held in the hall on Friday.", Tense::kFuture},
                    Case{"It will be fully opened Friday.", Tense::kFuture},
                    Case{"It will be paid on an unspecified Friday.", Tense::kFuture},
                    Case{"It will be paid on a still unspecified Friday.", Tense::kFuture},
                    Case{"Moss will succeed Lee Friday.", Tense::kFuture}, Case{"They planned to leave on Friday.", Tense::kFuture},
                    Case{"They planned the sale Friday.", Tense::kPast}, Case{"On Friday they planned to leave.", Tense::kSurelyPast},
                    Case{"They change hands before Friday.", Tense::kFuture}, Case{"It had been due to expire Friday.", Tense::kPast},
                    Case{"They closed it before Friday.", Tense::kPast}, Case{"Before Friday it was shut.", Tense::kPast},
                    Case{"The talks begin Friday.", Tense::kFuture}, Case{"The talks, set to resume Friday.", Tense::kFuture},
                    Case{"The storm is expected to hit the coast Friday.", Tense::kFuture},
                    Case{"It is planned for Friday.", Tense::kSurelyFuture}, Case{"It is heard on Friday.", Tense::kPresent}));

INSTANTIATE_TEST_SUITE_P(ForeseenRightBefore, Tenses,
                         testing::Values(Case{"The vote is expected on Friday.", Tense::kSurelyFuture},
                                         Case{"It is now set for Friday.", Tense::kSurelyFuture},
                                         Case{"The shop will open on Friday.", Tense::kSurelyFuture}));

INSTANTIATE_TEST_SUITE_P(
    VerbsOfOtherClauses, Tenses,
    testing::Values(Case{"The firm said it is calling the loan on the first Friday.", Tense::kPresent},
                    Case{"It asked whether, if they close it by Friday, all is well.", Tense::kFuture},
                    Case{"The mayor ordered them out of the valley by Friday.", Tense::kFuture},
                    Case{"The mayor ordered them out of the valley on Friday.", Tense::kPast},
                    Case{"The offer was extended to Friday.", Tense::kFuture}, Case{"Shares extended their gains on Friday.", Tense::kPast},
                    Case{"On Friday, the group delayed the increase.", Tense::kSurelyPast},
                    Case{"On Friday, it said, the group will be sold.", Tense::kPast},
                    Case{"The talks were postponed to Friday.", Tense::kFuture},
                    Case{"The talks had originally been scheduled for Friday.", Tense::kPast},
                    Case{"She will spend five hours there, with stops in three towns, at a mill and in two schools, on Friday.",
                         Tense::kFuture},
                    Case{"She spent five hours there, with stops in three towns, at a mill and in two schools, Friday.", Tense::kUnknown}));

INSTANTIATE_TEST_SUITE_P(
    RightBefore, Tenses,
    testing::Values(Case{"The shop closed on Friday.", Tense::kSurelyPast}, Case{"It has been closed since Friday.", Tense::kSurelyPast},
                    Case{"It is the biggest rise since Friday.", Tense::kSurelyPast},
                    Case{"They will rest, since Friday is a holiday.", Tense::kFuture}, Case{"The trial starts Friday.", Tense::kFuture},
                    Case{"The match kicks off on Friday.", Tense::kFuture}, Case{"They saw the play Friday.", Tense::kPast},
                    Case{"It would have been paid on Friday.", Tense::kPast},
                    Case{"It will be dated and delivered on Friday.", Tense::kFuture},
                    Case{"The bill is to be voted on Friday.", Tense::kFuture}));

struct AheadCase {
  std::string_view text;
  bool ahead;
};

void PrintTo(const AheadCase& c, std::ostream* out) { *out << c.text; }

/// What a question about the first `word` of the text answers.
template <typename Question>
bool asked(const AheadCase& c, std::string_view word, Question question) {
  const Vocabulary vocabulary;
  AnalysedText text;
  TextAnalyser(vocabulary).analyse(c.text, text);
  const TokenView view{text.text, text.tokens};
  std::uint32_t token = 0;
  while (view.word(token) != word) ++token;
  return question(view, text.sentences.front().tokens, TokenRange{token, token + 1});
}

class WordsBefore : public testing::TestWithParam<AheadCase> {};

TEST_P(WordsBefore, PointAheadOrNot) { EXPECT_EQ(asked(GetParam(), "Friday", points_ahead), GetParam().ahead); }

INSTANTIATE_TEST_SUITE_P(Table, WordsBefore,
                         testing::Values(AheadCase{"They have until Friday.", true}, AheadCase{"They may come as early as Friday.", true},
                                         AheadCase{"They came as late as Friday.", false}, AheadCase{"They came early Friday.", false},
                                         AheadCase{"Until Friday it was shut.", false}, AheadCase{"Friday it was shut.", false}));

class Deadlines : public testing::TestWithParam<AheadCase> {};

TEST_P(Deadlines, AreWhatIsToBeDoneByThen) { EXPECT_EQ(asked(GetParam(), "June", is_deadline), GetParam().ahead); }

INSTANTIATE_TEST_SUITE_P(Table, Deadlines,
                         testing::Values(AheadCase{"She urged them to agree by June.", true}, AheadCase{"By June it had fallen.", false},
                                         AheadCase{"It was full by June.", false}, AheadCase{"It was slowed by June's frost.", false},
                                         AheadCase{"They agreed in June.", false}, AheadCase{"The June contract was down.", true}));

}  // namespace
}  // namespace attest
