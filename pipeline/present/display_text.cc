#include "present/display_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace attest {
namespace {

std::size_t width_of(UChar32 character) noexcept {
  if (character < 0x300) return 1;
  const auto category = u_charType(character);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// The code point at `offset`, which moves behind it; ill-formed bytes give U+FFFD.
UChar32 next_code_point(std::string_view text, std::size_t& offset) noexcept {
  UChar32 character = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
  U8_NEXT_OR_FFFD(text.data(), offset, text.size(), character);
#pragma GCC diagnostic pop
  return character;
}

// C0 and C1 controls, and the line and paragraph separators.
bool breaks_line(UChar32 character) noexcept {
  return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x2028 || character == 0x2029;
}

}  // namespace

std::size_t display_width(std::string_view text) noexcept {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) width += width_of(next_code_point(text, offset));
  return width;
}

std::string on_one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool space = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const UChar32 character = next_code_point(text, offset);
    if (character == ' ' || breaks_line(character)) {
      space = true;
      continue;
    }
    if (space && !line.empty()) line += ' ';
    space = false;
    line.append(text, begin, offset - begin);
  }
  return line;
}

std::string cut_to_width(std::string_view text, std::size_t width) {
  std::size_t taken = 0;
  std::size_t kept = 0;  // end of the longest prefix that leaves a column for the ellipsis
  for (std::size_t offset = 0; offset < text.size();) {
    taken += width_of(next_code_point(text, offset));
    if (taken > width) return width == 0 ? std::string() : std::string(text.substr(0, kept)) + "…";
    if (taken < width) kept = offset;
  }
  return std::string(text);
}

}  // namespace attest
