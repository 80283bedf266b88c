#include "check/wording.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <functional>
#include <map>
#include <utility>

#include "record/names.h"

namespace attest {
namespace {

struct Scale {
  std::int32_t power = 0;
  std::string_view word;
};

constexpr std::array<Scale, 3> kScales = {{{12, " trillion"}, {9, " billion"}, {6, " million"}}};

Scale scale_for(const Decimal& number) {
  const double size = std::fabs(number.to_double());
  for (const Scale& scale : kScales) {
    if (size >= std::pow(10.0, scale.power)) return scale;
  }
  return {};
}

std::string unit_in_words(const std::string& unit) { return unit.empty() || unit == "1" ? std::string() : " " + unit; }

/// "462,629": long whole numbers in groups of three digits; four digits are read without.
std::string grouped(std::string digits) {
  constexpr std::size_t kGroup = 3;
  constexpr std::size_t kReadAtOnce = 4;
  const std::size_t begin = digits.starts_with('-') ? 1 : 0;
  const std::size_t end = std::min(digits.find('.'), digits.size());
  if (end - begin <= kReadAtOnce) return digits;
  for (std::size_t at = end - kGroup; at > begin; at -= std::min(at, kGroup)) digits.insert(at, 1, ',');
  return digits;
}

std::string scaled(const Decimal& number, std::int32_t power) {
  const auto small = number.scaled(-power);
  return grouped(small ? small->to_string() : number.to_string());
}

/// Shares are told in percent.
bool is_share(const std::string& unit) { return unit == "1"; }

std::string share_text(const Decimal& share) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4g%%", share.to_double() * 100);
  return text;
}

/// Line breaks inside a figure are the article's layout.
std::string on_one_line(std::string_view quote) {
  std::string text;
  for (const char c : quote) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) text += c;
    if (space && !text.empty() && text.back() != ' ') text += ' ';
  }
  return text;
}

/// English names of countries by ISO 3166 code.
const std::map<std::string, std::string, std::less<>>& country_names() {
  static const auto names = [] {
    std::map<std::string, std::string, std::less<>> all;
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
      icu::UnicodeString name;
      icu::Locale("", *code).getDisplayCountry(icu::Locale::getEnglish(), name);
      name.toUTF8String(all[*code]);
    }
    return all;
  }();
  return names;
}

/// A country by its name, anybody else as they are called.
const std::string& name_of_party(const std::string& party) {
  const auto found = country_names().find(party);
  return found == country_names().end() ? party : found->second;
}

std::vector<std::string> names_of(const std::vector<std::string>& parties) {
  std::vector<std::string> names;
  names.reserve(parties.size());
  for (const std::string& party : parties) names.push_back(name_of_party(party));
  return names;
}

/// What became of people by the name of the measure, since their phrase may be a bare noun: "deaths", "deaths (child)".
std::string measure_in_words(const Fact& fact) {
  if (fact.measure.empty()) return fact.measure_id.empty() ? "figure" : fact.measure_id;
  if (!fact.measure_id.starts_with("conflict.")) return fact.measure;
  std::string name = fact.measure_id.substr(fact.measure_id.rfind('.') + 1);
  const std::string_view noun = std::string_view(fact.measure).substr(0, fact.measure.find(' '));
  const bool told = noun == "person" || name.starts_with(noun);
  return told ? name : name + " (" + fact.measure + ")";
}

bool is_month_start(Day day) { return day.day_of_month() == 1; }

std::string month_of_day(Day day) { return day.to_iso().substr(0, 7); }

}  // namespace

std::string amount(const Decimal& number, const std::string& unit) {
  if (is_share(unit)) return share_text(number);
  const Scale scale = scale_for(number);
  return scaled(number, scale.power).append(scale.word) + unit_in_words(unit);
}

std::string amount(const Interval& interval, const std::string& unit) {
  if (interval.is_point()) return amount(*interval.low, unit);
  if (!interval.low || !interval.high) {
    const auto& end = interval.low ? interval.low : interval.high;
    return end ? (interval.low ? "over " : "up to ") + amount(*end, unit) : "any value";
  }
  if (is_share(unit)) return share_text(*interval.low) + " to " + share_text(*interval.high);
  const Scale scale = scale_for(*interval.high);
  return ("[" + scaled(*interval.low, scale.power) + ", " + scaled(*interval.high, scale.power) + "]").append(scale.word) +
         unit_in_words(unit);
}

std::string percentage(double share) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f%%", share * 100);
  return text;
}

std::string points(const Decimal& difference) {
  char text[48];
  std::snprintf(text, sizeof text, "%.4g percentage points", difference.to_double() * 100);
  return text;
}

std::string period_in_words(const DayInterval& period) {
  const Day last(period.end.days() - std::chrono::days(1));
  if (period.days() == 1) return period.begin.to_iso();
  if (!is_month_start(period.begin) || !is_month_start(period.end)) return period.begin.to_iso() + " to " + last.to_iso();
  const bool whole_years = period.begin.month() == 1 && period.end.month() == 1;
  if (whole_years && last.year() == period.begin.year()) return std::to_string(last.year());
  if (whole_years) return std::to_string(period.begin.year()) + " to " + std::to_string(last.year());
  if (last.year() == period.begin.year() && last.month() == period.begin.month()) return month_of_day(last);
  return month_of_day(period.begin) + " to " + month_of_day(last);
}

std::string subject_in_words(const CheckedFact& fact) {
  std::string words = measure_in_words(fact.fact());
  if (fact.has_flow()) {
    words += ", " + name_of_party(fact.fact().from) + " to " + name_of_party(fact.fact().to);
  } else if (!fact.parties.empty()) {
    words += ", " + listed(names_of(fact.parties));
  }
  if (fact.period) words += ", " + period_in_words(*fact.period);
  return words;
}

std::string stated(const CheckedFact& fact) {
  std::string text;
  switch (fact.figure().bound) {
    case Bound::kAbout:
      text = "about ";
      break;
    case Bound::kNearly:
      text = "nearly ";
      break;
    case Bound::kUnder:
      text = "under ";
      break;
    case Bound::kAtMost:
      text = "up to ";
      break;
    case Bound::kOver:
      text = "over ";
      break;
    case Bound::kAtLeast:
      text = "at least ";
      break;
    case Bound::kExact:
    case Bound::kVague:
      break;
  }
  text += on_one_line(fact.quote());
  const std::string authority = on_one_line(fact.fact().attribution.name);
  if (!authority.empty()) text += " (" + authority + ")";
  return text;
}

std::string listed(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
    text += parts[i];
  }
  return text;
}

}  // namespace attest
