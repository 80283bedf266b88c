// Closed intervals of exact decimals, with ends that may be open to infinity: what a figure may stand for, and arithmetic on it.
//
//   Interval exports = Interval::around(*Decimal::parse("14.89"), *Decimal::parse("0.005"));
//   Interval total = *add(exports, imports);
//   touch(total, stated) == Touch::kOverlap
//
// Ends count as belonging to both neighbours: 24.5 may have been written as 24 or as 25. Two intervals that share one end point only
// are told apart from those that overlap (`Touch::kPoint`), since nearly all figures that are written so differ.
#pragma once

#include <optional>
#include <string>

#include "value/decimal.h"

namespace attest {

struct Interval {
  std::optional<Decimal> low;   ///< Absent: no lower end.
  std::optional<Decimal> high;  ///< Absent: no upper end.

  /// [value - margin, value + margin]; the value alone where the result is out of range.
  [[nodiscard]] static Interval around(const Decimal& value, const Decimal& margin);
  [[nodiscard]] static Interval point(const Decimal& value) { return {value, value}; }
  [[nodiscard]] bool is_point() const { return low && high && *low == *high; }
  /// "[43.75, 43.85]", "43.82", "over 200" (no upper end), "up to 5" (no lower end).
  [[nodiscard]] std::string to_string() const;
};

enum class Touch { kApart, kPoint, kOverlap };

/// How two intervals lie to each other. A point inside the other overlaps it, at its end it touches; equal points overlap.
[[nodiscard]] Touch touch(const Interval& a, const Interval& b);

/// Sum, difference, product and quotient of every pair of values. Nothing where a number would leave the range of Decimal or the
/// divisor may be zero. Products and quotients are of intervals without negative values.
[[nodiscard]] std::optional<Interval> add(const Interval& a, const Interval& b);
[[nodiscard]] std::optional<Interval> subtract(const Interval& a, const Interval& b);
[[nodiscard]] std::optional<Interval> multiply(const Interval& a, const Interval& b);
[[nodiscard]] std::optional<Interval> divide(const Interval& a, const Interval& b);
/// The values without their sign.
[[nodiscard]] Interval magnitude(const Interval& a);
/// What both may stand for; nothing where they are apart.
[[nodiscard]] std::optional<Interval> intersection(const Interval& a, const Interval& b);
/// True where every value of `a` is over every value of `b` (`certainly`), or some value is over some value.
[[nodiscard]] bool certainly_over(const Interval& a, const Interval& b);
[[nodiscard]] bool possibly_over(const Interval& a, const Interval& b);

/// The distance between the values of two figures by the larger magnitude of both: 0.05 for 95 against 100.
[[nodiscard]] double relative_gap(const Decimal& a, const Decimal& b);

}  // namespace attest
