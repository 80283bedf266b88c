// What searches for periods are shown of a figure and of the dates beside it, and that a search can be tried by itself.
#include "fact/period/period_view.h"

#include <gtest/gtest.h>

#include <vector>

#include "fact/measure/measure_kind.h"
#include "fact/period/comparison.h"
#include "fact/period/far.h"
#include "fact/period/interval.h"
#include "fact/period/near.h"
#include "shown_sentence.h"

namespace attest {
namespace {

/// A text of one sentence with the dates around its figures.
class Dated : public ShownSentence {
 public:
  using ShownSentence::ShownSentence;

  [[nodiscard]] PeriodView figure(std::size_t index) const {
    return {{&kinds_, &discourse_, {}, &none_, &none_}, sentence(), mentions(), index, std::span(earlier_).first(index), level_};
  }
  [[nodiscard]] const MentionAt& date(std::size_t index) const { return sentence().dates()[index]; }

 private:
  MeasureKinds kinds_{built_in().rules().compiled()};
  Discourse discourse_;
  Period none_;
  std::vector<PeriodReading> earlier_{4};
  MeasureReading level_;
};

TEST(PeriodView, LooksOverHedgesAtTheWordBefore) {
  const Dated text("Exports of tea reached more than about $3 billion in 2023.");
  EXPECT_EQ(text.word(text.figure(0).before()), "reached");
}

TEST(PeriodView, KnowsWhichFigureAnotherIsComparedWith) {
  const Dated text("Exports came to $3 billion in 2023, up from $2.9 billion in 2022.");
  EXPECT_FALSE(text.figure(0).is_base());
  EXPECT_TRUE(text.figure(1).is_base());
}

TEST(PeriodView, FindsTheDateThatEndsAtAToken) {
  const Dated text("Exports came to $3 billion in 2023.");
  EXPECT_EQ(text.figure(0).ending_at(text.date(0).tokens.end), &text.date(0));
  EXPECT_EQ(text.figure(0).ending_at(text.figure(0).end()), nullptr);
}

TEST(PeriodSearch, IsTriedByItself) {
  const Dated text("Exports came to $3 billion in 2023.");
  EXPECT_EQ(period::date_behind(text.figure(0)), &text.date(0));
  EXPECT_EQ(period::date_before(text.figure(0)), nullptr);
}

TEST(PeriodSearch, GivesAListTheDateBehindItsLastFigure) {
  const Dated text("Chad sold 5 tonnes of gum and 4 tonnes of cotton in 2023.");
  EXPECT_EQ(period::date_of_list(text.figure(0)), &text.date(0));
}

TEST(PeriodSearch, TellsADateThatIsComparedWith) {
  const Dated text("Exports came to $3 billion, more than in 2022.");
  EXPECT_TRUE(period::is_compared(text.figure(0), text.date(0)));
  EXPECT_EQ(period::date_behind(text.figure(0)), nullptr);
}

TEST(PeriodOfADate, HasNoEndBehindSince) {
  const Dated text("Firms have invested $3 billion since 2013.");
  EXPECT_EQ(period::period_of(text.figure(0), text.date(0)), (Period{"2013-01-01", ""}));
}

}  // namespace
}  // namespace attest
