#include "check/interval.h"

#include <algorithm>
#include <cmath>

namespace attest {
namespace {

using End = std::optional<Decimal>;
using Operation = std::optional<Decimal> (*)(const Decimal&, const Decimal&) noexcept;

/// The result of an operation on two ends: an open end where one of them is open. `overflow` tells a number out of range.
End combine(const End& a, const End& b, Operation operation, bool& overflow) {
  if (!a || !b) return std::nullopt;
  End result = operation(*a, *b);
  overflow |= !result;
  return result;
}

std::optional<Decimal> quotient(const Decimal& a, const Decimal& b) noexcept { return divide(a, b, 15); }

std::optional<Interval> checked(Interval interval, bool overflow) {
  if (overflow) return std::nullopt;
  return interval;
}

bool is_negative(const Interval& interval) { return !interval.low || interval.low->is_negative(); }

}  // namespace

Interval Interval::around(const Decimal& value, const Decimal& margin) {
  const auto low_end = attest::subtract(value, margin);
  const auto high_end = attest::add(value, margin);
  return low_end && high_end ? Interval{low_end, high_end} : point(value);
}

std::string Interval::to_string() const {
  if (is_point()) return low->to_string();
  if (!low && !high) return "any value";
  if (!high) return "over " + low->to_string();
  if (!low) return "up to " + high->to_string();
  return "[" + low->to_string() + ", " + high->to_string() + "]";
}

Touch touch(const Interval& a, const Interval& b) {
  if ((a.high && b.low && *a.high < *b.low) || (b.high && a.low && *b.high < *a.low)) return Touch::kApart;
  const bool meet = (a.high && b.low && *a.high == *b.low) || (b.high && a.low && *b.high == *a.low);
  if (!meet || (a.is_point() && b.is_point())) return Touch::kOverlap;
  return Touch::kPoint;
}

std::optional<Interval> add(const Interval& a, const Interval& b) {
  bool overflow = false;
  const Interval sum{combine(a.low, b.low, attest::add, overflow), combine(a.high, b.high, attest::add, overflow)};
  return checked(sum, overflow);
}

std::optional<Interval> subtract(const Interval& a, const Interval& b) {
  bool overflow = false;
  const Interval difference{combine(a.low, b.high, attest::subtract, overflow), combine(a.high, b.low, attest::subtract, overflow)};
  return checked(difference, overflow);
}

std::optional<Interval> multiply(const Interval& a, const Interval& b) {
  if (is_negative(a) || is_negative(b)) return std::nullopt;
  bool overflow = false;
  const Interval product{combine(a.low, b.low, attest::multiply, overflow), combine(a.high, b.high, attest::multiply, overflow)};
  return checked(product, overflow);
}

std::optional<Interval> divide(const Interval& a, const Interval& b) {
  if (is_negative(a) || is_negative(b) || b.low->is_zero()) return std::nullopt;
  bool overflow = false;
  Interval result{combine(a.low, b.high, quotient, overflow), combine(a.high, b.low, quotient, overflow)};
  if (!b.high) result.low = Decimal(0);
  return checked(result, overflow);
}

Interval magnitude(const Interval& a) {
  if (a.low && !a.low->is_negative()) return a;
  const End from_low = a.low ? End(a.low->negated()) : End();
  if (a.high && a.high->is_negative()) return {a.high->negated(), from_low};
  if (!from_low || !a.high) return {Decimal(0), std::nullopt};
  return {Decimal(0), std::max(*from_low, *a.high)};
}

std::optional<Interval> intersection(const Interval& a, const Interval& b) {
  if (touch(a, b) == Touch::kApart) return std::nullopt;
  Interval both = a;
  if (b.low && (!both.low || *both.low < *b.low)) both.low = b.low;
  if (b.high && (!both.high || *b.high < *both.high)) both.high = b.high;
  return both;
}

bool certainly_over(const Interval& a, const Interval& b) { return a.low && b.high && *b.high < *a.low; }

bool possibly_over(const Interval& a, const Interval& b) { return !a.high || !b.low || *b.low < *a.high; }

double relative_gap(const Decimal& a, const Decimal& b) {
  const double first = a.to_double();
  const double second = b.to_double();
  const double largest = std::max(std::fabs(first), std::fabs(second));
  return largest > 0 ? std::fabs(first - second) / largest : 0;
}

}  // namespace attest
