// Amounts in two currencies, one in brackets behind the other: the rates that they imply, against each other. Lengths, areas, weights in
// two units: the one worked out of the other.
#include <algorithm>
#include <map>
#include <utility>

#include "check/document_check.h"
#include "check/wording.h"

namespace attest {
namespace {

struct Conversion {
  const CheckedFact* from = nullptr;
  const CheckedFact* to = nullptr;
  Interval rate;
};

/// True where only an opening bracket and a word or two stand between: "350 billion yuan (approximately $47.9 billion)".
bool is_bracketed(const CheckedFact& a, const CheckedFact& b, std::string_view text) {
  constexpr std::size_t kMost = 24;
  const Span first = a.row.figure.bytes;
  const Span second = b.row.figure.bytes;
  if (second.begin < first.end || second.begin - first.end > kMost) return false;
  const std::string_view between = text.substr(first.end, second.begin - first.end);
  const bool opens = between.find('(') != std::string_view::npos || between.find('[') != std::string_view::npos;
  return opens && between.find_first_of(")]") == std::string_view::npos;
}

bool is_conversion(const CheckedFact& a, const CheckedFact& b, Quantity quantity, std::string_view text) {
  const bool both = a.figure().quantity == quantity && b.figure().quantity == quantity;
  return both && a.unit != b.unit && a.sentence == b.sentence && is_bracketed(a, b, text);
}

/// The number, or both ends of a range, as precisely as it is written: the bound is that of what it converts.
std::optional<Interval> written(const Figure& figure) {
  const Decimal rounding = figure.rounding.value_or(Decimal(0));
  if (!figure.low || !figure.high) return std::nullopt;
  const auto low = subtract(*figure.low, rounding);
  const auto high = add(*figure.high, rounding);
  return low && high && !low->is_negative() ? std::optional(Interval{*low, *high}) : std::nullopt;
}

/// `to` in the unit of `from`; nothing for units that no factor converts into each other.
std::optional<Interval> converted(const CheckedFact& to, const CheckedFact& from, const CheckPolicy& policy) {
  constexpr int kDigits = 5;
  const UnitSize* own = policy.size_of(to.unit);
  const UnitSize* wanted = policy.size_of(from.unit);
  const auto number = written(to.figure());
  if (own == nullptr || wanted == nullptr || own->base != wanted->base || !number) return std::nullopt;
  const auto times = multiply(*number, Interval::point(own->size));
  if (!times || !times->low || !times->high) return std::nullopt;
  return Interval{divide(*times->low, wanted->size, kDigits), divide(*times->high, wanted->size, kDigits)};
}

std::optional<Finding> judge_units(const CheckedFact& from, const CheckedFact& to, const CheckPolicy& policy) {
  constexpr double kRounded = 0.1;
  const auto stated_amount = written(from.figure());
  const auto worked_out = converted(to, from, policy);
  if (!stated_amount || !worked_out || !worked_out->low || !worked_out->high) return std::nullopt;
  const double gap = touch(*stated_amount, *worked_out) != Touch::kApart ? 0
                     : certainly_over(*stated_amount, *worked_out)       ? relative_gap(*stated_amount->low, *worked_out->high)
                                                                         : relative_gap(*stated_amount->high, *worked_out->low);
  const bool fails = gap > kRounded;
  Finding finding =
      make_finding(CheckKind::kConversion, fails ? Verdict::kFails : Verdict::kHolds, {{&from, "amount"}, {&to, "converted"}});
  finding.severity = fails ? Severity::kMedium : Severity::kInfo;
  finding.gap = fails ? gap : 0;
  finding.summary = stated(from) + (fails ? " differs from its conversion, " : " is converted as ") + stated(to);
  finding.arithmetic = to.quote() + " = " + amount(*worked_out, from.unit) + "; stated " + amount(*stated_amount, from.unit);
  return finding;
}

std::string in_words(const Conversion& conversion) {
  const auto rate = divide(conversion.from->value(), conversion.to->value(), 4);
  return stated(*conversion.from) + " as " + stated(*conversion.to) + (rate ? ", " + rate->to_string() : std::string()) + " " +
         conversion.from->unit + " a " + conversion.to->unit;
}

/// To five digits, more than written figures imply.
std::string shown(Interval rates) {
  constexpr int kDigits = 5;
  if (rates.low) rates.low = divide(*rates.low, Decimal(1), kDigits);
  if (rates.high) rates.high = divide(*rates.high, Decimal(1), kDigits);
  return rates.to_string();
}

/// Rates of one pair of currencies in one article differ by rounding only, unless they speak of different times.
Finding judge(const std::vector<Conversion>& conversions) {
  constexpr double kOtherDay = 0.05;
  Interval common = conversions.front().rate;
  double gap = 0;
  bool apart = false;
  for (const Conversion& one : conversions) {
    const auto both = intersection(common, one.rate);
    if (both) common = *both;
    apart |= !both;
    if (common.low && one.rate.low) gap = std::max(gap, relative_gap(*common.low, *one.rate.low));
  }
  std::vector<RoleFact> members;
  std::vector<std::string> words;
  for (const Conversion& one : conversions) {
    members.push_back({one.from, "amount"});
    members.push_back({one.to, "converted"});
    words.push_back(in_words(one));
  }
  const bool fails = apart && gap > kOtherDay;
  Finding finding = make_finding(CheckKind::kConversion, fails ? Verdict::kFails : Verdict::kHolds, members);
  finding.severity = fails ? Severity::kMedium : Severity::kInfo;
  finding.gap = gap;
  finding.summary = fails ? "The conversions imply rates that differ: " + listed(words) : "Converted at one rate: " + listed(words);
  finding.arithmetic = fails ? "the rates differ by " + percentage(gap)
                             : (conversions.size() == 1 ? "the rate lies in " : "every rate lies in ") + shown(common);
  return finding;
}

}  // namespace

void check_conversions(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings) {
  std::map<std::pair<std::string, std::string>, std::vector<Conversion>> by_pair;
  for (std::size_t i = 0; i + 1 < document.facts.size(); ++i) {
    const CheckedFact& from = document.facts[i];
    const CheckedFact& to = document.facts[i + 1];
    if (is_conversion(from, to, Quantity::kMeasure, document.text)) {
      if (auto finding = judge_units(from, to, policy)) findings.push_back(std::move(*finding));
    }
    if (!is_conversion(from, to, Quantity::kMoney, document.text)) continue;
    if (const auto rate = divide(from.interval, to.interval)) by_pair[{from.unit, to.unit}].push_back({&from, &to, *rate});
  }
  for (const auto& [pair, conversions] : by_pair) findings.push_back(judge(conversions));
}

}  // namespace attest
