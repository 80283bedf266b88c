// What patterns of measures are shown of a figure, and that a pattern can be tried by itself.
#include "fact/figure_view.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "built_in_rules.h"
#include "engine/rule_set.h"
#include "fact/extractor.h"
#include "fact/measure_distance.h"
#include "fact/measure_thing.h"
#include "text/analysis.h"

namespace attest {
namespace {

const Extractor& built_in() {
  static const Extractor extractor = [] { return std::move(*Extractor::create({built_in_rules()})); }();
  return extractor;
}

/// A text of one sentence with its figures.
class Shown {
 public:
  explicit Shown(std::string text) : lexicon_(built_in().rules().compiled()), sentence_(lexicon_) {
    document_.source = "test";
    document_.text = std::move(text);
    Extractor::Workspace workspace(built_in());
    mentions_ = built_in().extract(document_, {}, workspace).mentions;
    TextAnalyser(built_in().rules().compiled().vocabulary).analyse(document_.text, analysed_);
    view_ = {analysed_.text, analysed_.tokens};
    sentence_.read(view_, analysed_.sentences.front().tokens, mentions_, 0, {});
  }

  [[nodiscard]] FigureView figure(std::size_t index, const MeasureReading* context = nullptr) const {
    return {lexicon_, sentence_, mentions_, index, {std::span(earlier_).first(index), context, &told_}};
  }
  [[nodiscard]] std::string_view word(std::uint32_t token) const { return view_.word(token); }

 private:
  Document document_;
  FactLexicon lexicon_;
  FactSentence sentence_;
  std::vector<Mention> mentions_;
  AnalysedText analysed_;
  TokenView view_;
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
