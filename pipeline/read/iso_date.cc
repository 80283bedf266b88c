#include "read/iso_date.h"

#include <chrono>

#include "read/reader.h"

namespace attest {
namespace {

constexpr std::size_t kDateLength = 10;  // YYYY-MM-DD

bool has_date_shape(std::string_view text) noexcept {
  if (text.size() != kDateLength) return false;
  for (std::size_t i = 0; i < kDateLength; ++i) {
    const bool is_dash = i == 4 || i == 7;
    if (is_dash ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  }
  return true;
}

unsigned number_at(std::string_view digits) noexcept {
  unsigned number = 0;
  for (const char digit : digits) number = number * 10 + static_cast<unsigned>(digit - '0');
  return number;
}

}  // namespace

bool is_iso_date(std::string_view text) noexcept {
  if (!has_date_shape(text)) return false;
  const std::chrono::year_month_day day{std::chrono::year{static_cast<int>(number_at(text.substr(0, 4)))},
                                        std::chrono::month{number_at(text.substr(5, 2))}, std::chrono::day{number_at(text.substr(8, 2))}};
  return day.ok();
}

std::optional<std::string_view> leading_iso_date(std::string_view text) noexcept {
  const std::string_view day = text.substr(0, kDateLength);
  if (!is_iso_date(day)) return std::nullopt;
  constexpr std::string_view kAfterDay = "Tt Zz+";
  if (text.size() > kDateLength && kAfterDay.find(text[kDateLength]) == std::string_view::npos) return std::nullopt;
  return day;
}

}  // namespace attest
