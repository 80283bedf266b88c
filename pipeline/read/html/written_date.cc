#include "read/html/written_date.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include "base/ascii.h"
#include "read/html/word_list.h"

namespace attest::html {
namespace {

struct MonthRow {
  std::string_view folded, surface, number;
};
constexpr auto kMonths = sorted_rows(std::to_array<MonthRow>({
#include "page_month.inc"
}));

constexpr int kEarliestYear = 1990;  // before that, there were no web pages
constexpr int kLatestYear = 2099;

// A number or a word of the text; what stands between two of them is `gap`.
struct Piece {
  std::string_view gap;
  std::string_view text;
  bool digits = false;
};

bool is_word(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t gap = 0;
  for (std::size_t at = 0; at < text.size();) {
    const bool digits = is_digit(text[at]);
    if (!digits && !is_word(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && (digits ? is_digit(text[end]) : is_word(text[end]))) ++end;
    pieces.push_back({text.substr(gap, at - gap), text.substr(at, end - at), digits});
    at = gap = end;
  }
  return pieces;
}

int number_of(const Piece& piece) noexcept {
  int number = 0;
  for (const char c : piece.text.substr(0, 8)) number = number * 10 + (c - '0');
  return number;
}

// 1 to 12; 0 for no month.
int month_of(const Piece& piece) {
  if (piece.digits) return 0;
  const MonthRow* row = find_row(kMonths, ascii_lowered(piece.text));
  return row != nullptr ? std::stoi(std::string(row->number)) : 0;
}

// `YYYY-MM-DD`; nothing for what is no day.
std::optional<std::string> written(int year, int month, int day) {
  if (year < kEarliestYear || year > kLatestYear || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  const std::string digits = std::to_string(year * 10000 + month * 100 + day);
  return digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6);
}

bool is_year(const Piece& piece) noexcept { return piece.digits && piece.text.size() == 4; }
bool is_short_number(const Piece& piece) noexcept { return piece.digits && piece.text.size() <= 2; }
bool is_ordinal_ending(std::string_view text) noexcept {
  return text == "st" || text == "nd" || text == "rd" || text == "th" || text == "er" || text == "de";
}
bool same_separator(const Piece& b, const Piece& c) noexcept {
  return b.gap == c.gap && (b.gap == "-" || b.gap == "/" || b.gap == "." || b.gap == ". ");
}

// Reads dates that begin at one piece.
class DateReader {
 public:
  DateReader(const std::vector<Piece>& pieces, bool day_first) : pieces_(pieces), day_first_(day_first) {}

  [[nodiscard]] std::optional<std::string> at(std::size_t i) const {
    const Piece& piece = pieces_[i];
    if (piece.digits && piece.text.size() == 8) return compact(piece);
    if (is_year(piece)) return year_first(i);
    if (is_short_number(piece)) return day_or_month_first(i);
    return month_name_first(i);
  }

 private:
  [[nodiscard]] std::optional<std::string> compact(const Piece& piece) const {
    const int number = number_of(piece);
    return written(number / 10000, number / 100 % 100, number % 100);
  }

  [[nodiscard]] bool has(std::size_t i) const noexcept { return i < pieces_.size(); }

  // 2025-06-17, 2025/06/17, 2025 June 17, 2025年6月17日
  [[nodiscard]] std::optional<std::string> year_first(std::size_t i) const {
    if (!has(i + 2)) return std::nullopt;
    const Piece& second = pieces_[i + 1];
    const Piece& third = pieces_[i + 2];
    if (is_short_number(second) && is_short_number(third) && same_separator(second, third)) {
      return written(number_of(pieces_[i]), number_of(second), number_of(third));
    }
    if (const int month = month_of(second); month != 0 && is_short_number(third))
      return written(number_of(pieces_[i]), month, number_of(third));
    const bool ideographs = has(i + 5) && second.text == "年" && pieces_[i + 3].text == "月" && pieces_[i + 5].text.starts_with("日");
    const bool hangul = has(i + 5) && second.text == "년" && pieces_[i + 3].text == "월" && pieces_[i + 5].text.starts_with("일");
    if (!ideographs && !hangul) return std::nullopt;
    return written(number_of(pieces_[i]), number_of(third), number_of(pieces_[i + 4]));
  }

  // 17.06.2025, 06/17/2025, 17 June 2025, 17th of June 2025
  [[nodiscard]] std::optional<std::string> day_or_month_first(std::size_t i) const {
    std::size_t next = i + 1;
    while (has(next) && next <= i + 2 && (is_ordinal_ending(pieces_[next].text) || pieces_[next].text == "of")) ++next;
    if (!has(next + 1)) return std::nullopt;
    if (const int month = month_of(pieces_[next]); month != 0) return behind_month(next, number_of(pieces_[i]), month);
    if (next != i + 1 || !is_short_number(pieces_[next]) || !is_year(pieces_[next + 1])) return std::nullopt;
    if (!same_separator(pieces_[next], pieces_[next + 1])) return std::nullopt;
    return ambiguous(number_of(pieces_[i]), number_of(pieces_[next]), number_of(pieces_[next + 1]), pieces_[next].gap == ".");
  }

  // The year behind "17 June", perhaps with a "de" between.
  [[nodiscard]] std::optional<std::string> behind_month(std::size_t month_at, int day, int month) const {
    std::size_t year = month_at + 1;
    if (has(year) && (pieces_[year].text == "de" || pieces_[year].text == "del")) ++year;
    if (!has(year) || !is_year(pieces_[year]) || pieces_[year].gap.size() > 3) return std::nullopt;
    return written(number_of(pieces_[year]), month, day);
  }

  [[nodiscard]] std::optional<std::string> ambiguous(int first, int second, int year, bool dots) const {
    const auto day_month = written(year, second, first);
    const auto month_day = written(year, first, second);
    if (day_first_ || dots) return day_month ? day_month : month_day;
    return month_day ? month_day : day_month;
  }

  // June 17, 2025
  [[nodiscard]] std::optional<std::string> month_name_first(std::size_t i) const {
    const int month = month_of(pieces_[i]);
    if (month == 0 || !has(i + 2) || !is_short_number(pieces_[i + 1])) return std::nullopt;
    const std::size_t year = is_ordinal_ending(pieces_[i + 2].text) ? i + 3 : i + 2;
    if (!has(year) || !is_year(pieces_[year]) || pieces_[year].gap.size() > 3) return std::nullopt;
    return written(number_of(pieces_[year]), month, number_of(pieces_[i + 1]));
  }

  const std::vector<Piece>& pieces_;
  bool day_first_;
};

}  // namespace

std::optional<std::string> find_written_date(std::string_view text, bool day_first) {
  constexpr std::size_t kFarthest = 300;
  const std::vector<Piece> pieces = pieces_of(text.substr(0, kFarthest));
  const DateReader reader(pieces, day_first);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (auto date = reader.at(i)) return date;
  }
  return std::nullopt;
}

std::optional<std::string> find_date_in_url(std::string_view url) {
  const std::size_t query = std::min(url.find_first_of("?#"), url.size());
  const std::vector<Piece> pieces = pieces_of(url.substr(0, query));
  const DateReader reader(pieces, true);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool begins_segment = pieces[i].gap.ends_with('/') || pieces[i].gap.ends_with('-') || pieces[i].gap.ends_with('_');
    if (!pieces[i].digits || pieces[i].text.size() < 4 || !begins_segment) continue;
    if (auto date = reader.at(i)) return date;
  }
  return std::nullopt;
}

}  // namespace attest::html
