// Which facts speak of the same: comparable first, compared then.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "check/checked_fact.h"

namespace attest {

/// Of what hedged numbers fit more than one, they mean the nearest; numbers so near, as parts of the larger one, are one to them.
inline constexpr double kMuchTheSame = 0.005;

/// Digits that the writer wrote, without zeros at either end: 43.8 has three, 200 has one.
[[nodiscard]] int significant_digits(const CheckedFact& fact);

/// What the figure may stand for as far as a writer would go (CheckedFact::usual).
[[nodiscard]] const Interval& usual_interval(const CheckedFact& fact);

/// True for "at least 367", a number counted to its last digit that may grow: it is the same as "367" and not as any number above it.
[[nodiscard]] bool is_counted_limit(const CheckedFact& fact);

/// True where the one is the other, cut off behind four digits or more: "6.359" of 6,359.61.
[[nodiscard]] bool is_cut_off(const CheckedFact& a, const CheckedFact& b);

/// True where both may state one number: an equal one under any bound, one cut off, or what each usually stands for overlaps.
[[nodiscard]] bool may_be_equal(const CheckedFact& a, const CheckedFact& b);

/// The same measure of the same parties in the same unit, in the same role; flows in the same direction where both say which.
[[nodiscard]] bool same_subject(const CheckedFact& a, const CheckedFact& b);

/// True for the same measure, by id, and for a phrase without one by most of its words.
[[nodiscard]] bool same_measure(const CheckedFact& a, const CheckedFact& b);

/// True where the two ends of a flow do not contradict each other.
[[nodiscard]] bool same_flow(const CheckedFact& a, const CheckedFact& b);

/// True where each says the period, and it is the same one.
[[nodiscard]] bool same_period(const CheckedFact& a, const CheckedFact& b);
/// True for periods of much the same length that lie over each other: "the past year" and a calendar year.
[[nodiscard]] bool similar_period(const CheckedFact& a, const CheckedFact& b);

/// Whether what holds for the parties of `part` is a part of what holds for those of `whole`: another set, each party of `part` in it
/// or in a region of it, or a proper part of the parties ("Kazakhstan's exports" for its exports to China).
[[nodiscard]] bool is_part_of_parties(const CheckedFact& part, const CheckedFact& whole, const CheckPolicy& policy);

/// Under which topics a fact is compared across documents: hashes over measure and parties, for a share that of its part, too, and for
/// a value with a count beside it ("58 agreements worth ...") over that count. `document` holds the fact.
[[nodiscard]] std::vector<std::int64_t> topics_of(const CheckedFact& fact, const CheckedDocument& document);

/// The topic of measure and parties; 0 for a fact that names none of one of them.
[[nodiscard]] std::int64_t own_topic(const CheckedFact& fact);

/// The count that a value goes with, in the same sentence: 58 of "58 agreements worth $25 billion"; null where there is none.
[[nodiscard]] const CheckedFact* companion_of(const CheckedFact& fact, const CheckedDocument& document);

}  // namespace attest
