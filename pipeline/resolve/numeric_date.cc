#include "resolve/numeric_date.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace attest {
namespace {

std::optional<int> number(std::string_view text) noexcept {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_day(int value) noexcept { return value >= 1 && value <= 31; }
bool is_month(int value) noexcept { return value >= 1 && value <= 12; }

bool one_of(std::string_view text, std::initializer_list<std::string_view> all) noexcept {
  return std::find(all.begin(), all.end(), text) != all.end();
}

// The last label of the host: "uk" of "https://www.example.co.uk/news".
std::string_view top_domain(std::string_view url) noexcept {
  const auto scheme = url.find("://");
  std::string_view host = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/:?#"));
  return host.substr(host.rfind('.') + 1);
}

}  // namespace

std::optional<NumericDate> parse_numeric_date(std::string_view text) noexcept {
  constexpr std::string_view kMarks = "/-.";
  const auto mark = text.find_first_of(kMarks);
  if (mark == std::string_view::npos) return std::nullopt;
  const auto second_mark = text.find_first_of(kMarks, mark + 1);
  const auto first = number(text.substr(0, mark));
  const auto second = number(text.substr(mark + 1, second_mark - mark - 1));
  if (!first || !second) return std::nullopt;
  if (!(is_day(*first) && is_month(*second)) && !(is_month(*first) && is_day(*second))) return std::nullopt;
  return NumericDate{*first, *second, second_mark == std::string_view::npos ? std::string_view() : text.substr(second_mark + 1),
                     text[mark] == '.'};
}

DayOrder order_shown_by(const NumericDate& date) noexcept {
  if (!is_month(date.first)) return DayOrder::kDayFirst;
  if (!is_month(date.second)) return DayOrder::kMonthFirst;
  return date.dotted && !date.year.empty() ? DayOrder::kDayFirst : DayOrder::kUnknown;
}

// Month-first is written in the United States and few places else (Unicode CLDR, date formats of English locales).
DayOrder order_usual_for(const DocumentMetadata& metadata) noexcept {
  const std::string_view language = metadata.language;
  if (one_of(language, {"en-US", "en_US", "en-us"})) return DayOrder::kMonthFirst;
  if (language.size() > 2 && language.starts_with("en")) return DayOrder::kDayFirst;
  const std::string_view domain = top_domain(metadata.url);
  if (one_of(domain, {"us", "gov", "mil", "edu"})) return DayOrder::kMonthFirst;
  constexpr std::size_t kCountryCode = 2;
  const bool generic = one_of(domain, {"io", "co", "ai", "tv", "me", "cc"});
  return domain.size() == kCountryCode && !generic ? DayOrder::kDayFirst : DayOrder::kUnknown;
}

std::string steps_of(const NumericDate& date, DayOrder order, int around) {
  const bool day_first = order == DayOrder::kDayFirst;
  std::string steps = "open";
  if (const auto year = number(date.year)) {
    constexpr int kCentury = 100;
    constexpr int kFarAhead = 20;  // "46" is 1946 in an article of 2025, "40" is 2040
    int full = *year;
    if (date.year.size() == 2) {
      full += around / kCentury * kCentury;
      if (full > around + kFarAhead) full -= kCentury;
    }
    steps = std::to_string(full);
    steps.insert(0, 4 - std::min<std::size_t>(4, steps.size()), '0');
  }
  return steps + " month=" + std::to_string(day_first ? date.second : date.first) +
         " day=" + std::to_string(day_first ? date.first : date.second);
}

}  // namespace attest
