// What patterns of measures are shown of a figure, and that a pattern can be tried by itself.
#include "fact/figure_view.h"

#include <gtest/gtest.h>

#include <vector>

#include "fact/measure/distance.h"
#include "fact/measure/thing.h"
#include "shown_sentence.h"

namespace attest {
namespace {

/// A text of one sentence with its figures.
class Shown : public ShownSentence {
 public:
  using ShownSentence::ShownSentence;

  [[nodiscard]] FigureView figure(std::size_t index, const MeasureReading* context = nullptr) const {
    return {lexicon(), sentence(), mentions(), index, {std::span(earlier_).first(index), context, &told_}};
  }

 private:
  std::vector<MeasureReading> earlier_{4};
  ToldMeasures told_;
};

TEST(FigureView, LooksOverHedgesAtTheWordBefore) {
  const Shown text("Exports of tea reached more than about $3 billion last year.");
  EXPECT_EQ(text.word(text.figure(0).before()), "reached");
}

TEST(FigureView, HasNothingBeforeWhatOpensItsSentence) {
  const Shown text("About 3,200 trains ran last year.");
  EXPECT_FALSE(text.figure(0).has_before());
}

TEST(FigureView, LeavesTheWordsOfTheFigureBeforeAlone) {
  const Shown text("Exports rose 5% to $3 billion.");
  EXPECT_EQ(text.figure(1).floor(), text.figure(0).end());
  EXPECT_EQ(text.figure(1).previous().tokens.end, text.figure(0).end());
}

TEST(FigureView, SeesWhereAFigurePartsTheSubjectFromItsVerb) {
  const Shown text("Spending on roads, the second largest item, grew 5%.");
  const FigureView figure = text.figure(1);
  ASSERT_NE(figure.apposition(), 0U);
  EXPECT_EQ(text.word(figure.apposition() - 1), "roads");
}

TEST(FigureView, StandsBehindAVerbOfMovementWithAndWithoutBy) {
  EXPECT_TRUE(Shown("Exports rose 5%.").figure(0).moves_by());
  EXPECT_TRUE(Shown("Exports rose by 5%.").figure(0).moves_by());
  EXPECT_FALSE(Shown("Exports rose to 5 million tonnes.").figure(0).moves_by());
}

TEST(FigureView, NeedsSomethingThatPercentagesAndPointsAreOf) {
  EXPECT_TRUE(Shown("The index gained 12 points.").figure(0).is_relative());
  EXPECT_TRUE(Shown("Exports rose 5%.").figure(0).is_relative());
  EXPECT_FALSE(Shown("Exports rose to $5 million.").figure(0).is_relative());
}

TEST(FigureView, WasToldOfLastWhatTheSentencesBeforeTell) {
  const Shown text("It rose 5%.");
  EXPECT_EQ(text.figure(0).last_told(), nullptr);
  const MeasureReading exports = reading_named(ReadingKind::kLevel, "trade.exports", "exports", "fact.subject");
  EXPECT_EQ(text.figure(0, &exports).last_told(), &exports);
}

TEST(MeasurePattern, IsTriedByItself) {
  const Shown text("The quake struck 40 km from the town.");
  const auto reading = measure::distance(text.figure(0));
  ASSERT_TRUE(reading.has_value());
  EXPECT_EQ(reading->id, "transport.distance");
  EXPECT_FALSE(measure::strength(text.figure(0)).has_value());
}

}  // namespace
}  // namespace attest
