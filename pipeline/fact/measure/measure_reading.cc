#include "fact/measure/measure_reading.h"

#include <utility>

namespace attest {

MeasureReading reading_named(ReadingKind kind, std::string_view id, std::string_view phrase, std::string_view rule) {
  MeasureReading reading;
  reading.kind = kind;
  reading.id = id;
  reading.phrase = phrase;
  reading.rule = rule;
  return reading;
}

Flow flow_named(std::string_view name) noexcept {
  if (name == "pair") return Flow::kPair;
  if (name == "out") return Flow::kOut;
  if (name == "in") return Flow::kIn;
  if (name == "invest") return Flow::kInvest;
  if (name == "lend") return Flow::kLend;
  return Flow::kNone;
}

MeasureReading growth_of(MeasureReading base) {
  base.rule = "fact.growth";
  if (base.kind == ReadingKind::kGrowth) return base;
  base = level_of(std::move(base));
  base.kind = ReadingKind::kGrowth;
  base.level_id = base.id;
  base.level_phrase = base.phrase;
  base.phrase = "growth of " + base.phrase;
  base.id = base.growth_id;
  return base;
}

MeasureReading taken_over(MeasureReading told, std::string_view rule) {
  told.inherited = true;
  told.phrase_tokens = {};
  told.rule = rule;
  return told;
}

MeasureReading share_of(MeasureReading base, std::string whole) {
  const bool of_change = base.kind == ReadingKind::kGrowth && whole == base.phrase;  // "exports rose by 5%; [60%] were of oil": of exports
  base = level_of(std::move(base));
  if (of_change) whole = base.phrase;
  base.kind = ReadingKind::kShare;
  base.level_id = base.id;
  base.level_phrase = base.phrase;
  base.phrase = "share of " + whole;
  base.id = base.share_id;
  base.whole = std::move(whole);
  return base;
}

MeasureReading level_of(MeasureReading reading) {
  if (reading.kind != ReadingKind::kGrowth && reading.kind != ReadingKind::kShare) return reading;
  reading.kind = ReadingKind::kLevel;
  reading.id = reading.level_id;
  reading.phrase = reading.level_phrase;
  reading.whole.clear();
  return reading;
}

}  // namespace attest
