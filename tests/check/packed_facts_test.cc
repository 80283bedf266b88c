// Facts that are packed come out as they went in.
#include "check/packed_facts.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace attest {
namespace {

constexpr std::size_t kRoom = std::size_t{8} << 20;

/// A fact whose every field says something else.
StoredFact whole_fact(std::int64_t document, std::uint32_t number) {
  StoredFact stored;
  stored.document_key = document;
  stored.number = number;
  stored.fact_id = "0123456789abcdef0123456789abcdef";
  stored.line = 7;
  stored.column = 300;
  stored.quote = "$3–5 billion";
  stored.figure.bytes = {70'000, 70'014};
  stored.figure.chars = {69'000, 69'012};
  stored.figure.sentence_chars = {68'950, 69'100};
  stored.figure.rule = "money.range";
  stored.figure.content =
      Figure{Quantity::kMoney, std::nullopt, Decimal(3, 9), Decimal(5, 9), "USD", Bound::kAbout, Decimal(5, 8), "dollar"};
  Fact& fact = stored.fact;
  fact.figure = 130;
  fact.measure_id = "trade.exports";
  fact.measure = "export of copper";
  fact.parties = {"KZ", "CN", "European Union"};
  fact.from = "KZ";
  fact.to = "CN";
  fact.period_start = "2024-01-01";
  fact.period_end = "2025-01-01";
  fact.period_source = PeriodSource::kContext;
  fact.status = FactStatus::kForecast;
  fact.change = {ChangeDirection::kDecrease, ChangeKind::kAbsolute, "2023-01-01", "2024-01-01"};
  fact.whole = "total exports";
  fact.scope = "Belt and Road Initiative";
  fact.attribution = {AttributionKind::kBody, "World Bank"};
  fact.rule = "fact.level";
  return stored;
}

StoredFact through(StoredFact fact) {
  PackedFacts facts(kRoom);
  facts.keep(fact);
  return facts.find(fact.document_key, fact.number).value_or(StoredFact());
}

Figure figure_through(Figure figure) {
  StoredFact fact = whole_fact(1, 0);
  fact.figure.content = std::move(figure);
  return *through(std::move(fact)).figure.figure();
}

TEST(PackedFacts, KeepPlaceAndWordsOfAFact) {
  const StoredFact in = whole_fact(1, 3);
  const StoredFact out = through(in);
  EXPECT_EQ(out.document_key, 1);
  EXPECT_EQ(out.number, 3U);
  EXPECT_EQ(out.fact_id, in.fact_id);
  EXPECT_EQ(out.line, in.line);
  EXPECT_EQ(out.column, in.column);
  EXPECT_EQ(out.quote, in.quote);
  EXPECT_EQ(out.figure.bytes, in.figure.bytes);
  EXPECT_EQ(out.figure.chars, in.figure.chars);
  EXPECT_EQ(out.figure.sentence_chars, in.figure.sentence_chars);
  EXPECT_EQ(out.figure.rule, in.figure.rule);
}

TEST(PackedFacts, KeepEveryFieldOfAFact) {
  const StoredFact stored = whole_fact(1, 3);
  const Fact& in = stored.fact;
  const Fact out = through(stored).fact;
  EXPECT_EQ(out.figure, in.figure);
  EXPECT_EQ(out.measure_id, in.measure_id);
  EXPECT_EQ(out.measure, in.measure);
  EXPECT_EQ(out.parties, in.parties);
  EXPECT_EQ(out.from + ">" + out.to, in.from + ">" + in.to);
  EXPECT_EQ(out.period_start + "/" + out.period_end, in.period_start + "/" + in.period_end);
  EXPECT_EQ(out.period_source, in.period_source);
  EXPECT_EQ(out.status, in.status);
  EXPECT_EQ(out.change.direction, in.change.direction);
  EXPECT_EQ(out.change.kind, in.change.kind);
  EXPECT_EQ(out.change.base_start + "/" + out.change.base_end, in.change.base_start + "/" + in.change.base_end);
  EXPECT_EQ(out.whole, in.whole);
  EXPECT_EQ(out.scope, in.scope);
  EXPECT_EQ(out.attribution.kind, in.attribution.kind);
  EXPECT_EQ(out.attribution.name, in.attribution.name);
  EXPECT_EQ(out.rule, in.rule);
}

TEST(PackedFacts, KeepARangeAndWhatItIsCountedIn) {
  const Figure out = figure_through(*whole_fact(1, 0).figure.figure());
  EXPECT_EQ(out.quantity, Quantity::kMoney);
  EXPECT_FALSE(out.value.has_value());
  EXPECT_EQ(out.low, Decimal(3, 9));
  EXPECT_EQ(out.high, Decimal(5, 9));
  EXPECT_EQ(out.unit, "USD");
  EXPECT_EQ(out.bound, Bound::kAbout);
  EXPECT_EQ(out.rounding, Decimal(5, 8));
  EXPECT_EQ(out.noun, "dollar");
}

/// The ends of a point are written once; mantissas of more than 64 bits, negative ones and both ends of 64 bits come out unchanged.
TEST(PackedFacts, KeepNumbersOfAnySize) {
  for (const char* digits : {"0", "-1", "43.82", "-71500000", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
                             "-9223372036854775809", "123456789012345678901234567890.5", "-123456789012345678901234567890.5"}) {
    Figure figure;
    figure.value = figure.low = figure.high = Decimal::parse(digits);
    const Figure out = figure_through(figure);
    ASSERT_TRUE(out.value && out.low && out.high) << digits;
    EXPECT_EQ(out.value->to_string(), digits);
    EXPECT_EQ(out.low->to_string(), digits);
    EXPECT_EQ(out.high->to_string(), digits);
    EXPECT_FALSE(out.rounding.has_value()) << digits;
  }
}

/// 2.50 and 2.5 are equal, and written with another precision.
TEST(PackedFacts, KeepTrailingZeros) {
  Figure figure;
  figure.value = Decimal(250, -2);
  figure.low = figure.high = Decimal(25, -1);
  const Figure out = figure_through(figure);
  EXPECT_EQ(out.value->exponent(), -2);
  EXPECT_EQ(out.low->exponent(), -1);
}

TEST(PackedFacts, FindOnlyWhatWasKept) {
  PackedFacts facts(kRoom);
  facts.keep(whole_fact(2, 1));
  facts.keep(whole_fact(2, 4));
  facts.keep(whole_fact(5, 0));
  EXPECT_EQ(facts.find(2, 4)->number, 4U);
  EXPECT_EQ(facts.find(5, 0)->document_key, 5);
  EXPECT_FALSE(facts.find(2, 2).has_value());
  EXPECT_FALSE(facts.find(9, 0).has_value());
  EXPECT_TRUE(facts.has_all());
}

TEST(PackedFacts, LeaveOutWhatComesOutOfOrder) {
  PackedFacts facts(kRoom);
  facts.keep(whole_fact(2, 1));
  facts.keep(whole_fact(1, 0));
  EXPECT_FALSE(facts.find(1, 0).has_value());
  EXPECT_FALSE(facts.has_all());
}

TEST(PackedFacts, LeaveOutWhatHasNoRoom) {
  PackedFacts facts(kRoom);
  StoredFact large = whole_fact(1, 0);
  large.quote.assign(kRoom / 2, 'x');
  for (large.number = 0; large.number < 3; ++large.number) facts.keep(large);
  EXPECT_EQ(facts.find(1, 1)->quote, large.quote);
  EXPECT_FALSE(facts.find(1, 2).has_value());
  EXPECT_FALSE(facts.has_all());
}

}  // namespace
}  // namespace attest
