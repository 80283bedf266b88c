#include "fact/list_entry.h"

#include <algorithm>
#include <string_view>

namespace attest {
namespace {

constexpr std::uint32_t kLongestLine = 30;  // tokens
constexpr std::uint32_t kLongestName = 7;   // tokens of "- the United Arab Emirates"

bool parts_name(std::string_view word) noexcept { return word == ":" || word == "-" || word == "–" || word == "—" || word == "("; }

// "- €3 billion will go to roads"
bool is_amount_behind_bullet(const TokenView& view, TokenRange line) noexcept {
  constexpr std::uint32_t kReach = 4;  // tokens: "- and about €"
  if (line.begin >= line.end || (!parts_name(view.word(line.begin)) && view.word(line.begin) != "•")) return false;
  for (std::uint32_t token = line.begin + 1; token < std::min(line.begin + kReach, line.end); ++token) {
    if (view.tokens[token].kind == TokenKind::kNumber) return true;
  }
  return false;
}

}  // namespace

bool is_list_entry(const TokenView& view, TokenRange line) noexcept {
  if (line.end - line.begin > kLongestLine) return false;
  if (is_amount_behind_bullet(view, line)) return true;
  const std::uint32_t limit = std::min(line.begin + kLongestName, line.end);
  for (std::uint32_t token = line.begin + 1; token < limit; ++token) {
    if (!parts_name(view.word(token))) continue;
    constexpr std::uint32_t kReach = 4;  // tokens: ": about $5 billion"
    for (std::uint32_t next = token + 1; next < std::min(token + kReach, line.end); ++next) {
      if (view.tokens[next].kind == TokenKind::kNumber || view.tokens[next].kind == TokenKind::kAlphanumeric) return true;
    }
  }
  return false;
}

bool is_year_entry(const TokenView& view, TokenRange line) noexcept {
  constexpr std::size_t kYear = 4;  // digits
  std::uint32_t year = line.begin;
  if (year + 2 < line.end && (parts_name(view.word(year)) || view.word(year) == "•")) ++year;
  if (year + 2 >= line.end || line.end - line.begin > kLongestLine || !parts_name(view.word(year + 1))) return false;
  const bool is_number = view.tokens[year].kind == TokenKind::kNumber && view.word(year).size() == kYear;
  return is_number && (view.word(year).starts_with("19") || view.word(year).starts_with("20"));
}

bool introduces_list(const TokenView& view, TokenRange sentence) noexcept {
  return sentence.end > sentence.begin + 1 && view.word(sentence.end - 1) == ":";
}

}  // namespace attest
