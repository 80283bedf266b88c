#include "read/mixed_text.h"

#include <array>
#include <cstddef>
#include <cstdint>

#include "read/utf8_survey.h"

namespace attest {
namespace {

struct PastedByte {
  std::uint8_t byte;
  char16_t character;
};

// Those below 0xC0 that writers' programs make; the others are more often what is left of a broken sequence.
constexpr std::array<PastedByte, 18> kSigns = {{{0x80, 0x20AC},
                                                {0x85, 0x2026},
                                                {0x91, 0x2018},
                                                {0x92, 0x2019},
                                                {0x93, 0x201C},
                                                {0x94, 0x201D},
                                                {0x95, 0x2022},
                                                {0x96, 0x2013},
                                                {0x97, 0x2014},
                                                {0x99, 0x2122},
                                                {0xA0, 0x00A0},
                                                {0xA3, 0x00A3},
                                                {0xA7, 0x00A7},
                                                {0xA9, 0x00A9},
                                                {0xAB, 0x00AB},
                                                {0xB0, 0x00B0},
                                                {0xB7, 0x00B7},
                                                {0xBB, 0x00BB}}};

/// The character that a byte stands for in windows-1252; 0 where it may be something else.
char16_t character_of(std::uint8_t byte) noexcept {
  constexpr std::uint8_t kFirstLetter = 0xC4;  // 0xC2 and 0xC3 begin most sequences of UTF-8 in Latin text
  if (byte >= kFirstLetter) return byte;
  for (const PastedByte& sign : kSigns) {
    if (sign.byte == byte) return sign.character;
  }
  return 0;
}

void append(std::string& text, char16_t character) {
  if (character >= 0x800) {
    text += static_cast<char>(0xE0 | (character >> 12));
    text += static_cast<char>(0x80 | ((character >> 6) & 0x3F));
  } else {
    text += static_cast<char>(0xC0 | (character >> 6));
  }
  text += static_cast<char>(0x80 | (character & 0x3F));
}

bool is_ascii(std::string_view bytes, std::size_t i) noexcept { return i >= bytes.size() || static_cast<unsigned char>(bytes[i]) < 0x80; }

// Bytes of the well-formed sequence that begins at `at`; 0 where none does.
std::size_t well_formed_at(std::string_view bytes, std::size_t at) noexcept {
  const auto lead = static_cast<unsigned char>(bytes[at]);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return length == 1 || (length <= bytes.size() - at && is_utf8(bytes.substr(at, length))) ? length : 0;
}

}  // namespace

std::optional<std::string> decode_mixed(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 64);
  for (std::size_t at = 0; at < bytes.size();) {
    if (const std::size_t length = well_formed_at(bytes, at); length != 0) {
      text += bytes.substr(at, length);
      at += length;
      continue;
    }
    const char16_t character = character_of(static_cast<std::uint8_t>(bytes[at]));
    const bool alone = (at == 0 || is_ascii(bytes, at - 1)) && is_ascii(bytes, at + 1);
    if (!alone || character == 0) return std::nullopt;
    append(text, character);
    ++at;
  }
  return text;
}

}  // namespace attest
