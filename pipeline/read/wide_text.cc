#include "read/wide_text.h"

#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace attest {
namespace {

bool is_big_endian(WideEncoding encoding) noexcept { return encoding == WideEncoding::kUtf16Be || encoding == WideEncoding::kUtf32Be; }

std::size_t unit_size(WideEncoding encoding) noexcept {
  return encoding == WideEncoding::kUtf16Le || encoding == WideEncoding::kUtf16Be ? 2 : 4;
}

std::uint32_t unit_at(std::string_view bytes, std::size_t at, WideEncoding encoding) noexcept {
  const std::size_t size = unit_size(encoding);
  std::uint32_t unit = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t place = is_big_endian(encoding) ? i : size - 1 - i;
    unit = unit << 8 | static_cast<unsigned char>(bytes[at + place]);
  }
  return unit;
}

void append_utf8(std::string& text, std::uint32_t code_point) {
  std::array<char, U8_MAX_LENGTH> sequence{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(sequence.data(), length, code_point);
  text.append(sequence.data(), static_cast<std::size_t>(length));
}

Error wide_error(std::string_view problem, std::size_t offset) {
  return Error{ErrorCode::kEncoding, std::string(problem) + " at byte " + std::to_string(offset), "", "the file may be damaged or cut off"};
}

struct Decoded {
  std::uint32_t code_point;
  std::size_t length;  // in bytes; 0 where no character begins here
};

// `at` begins a whole unit.
Decoded character_at(std::string_view bytes, std::size_t at, WideEncoding encoding) noexcept {
  const std::size_t size = unit_size(encoding);
  const std::uint32_t unit = unit_at(bytes, at, encoding);
  if (!U_IS_SURROGATE(unit)) return {unit, unit <= 0x10FFFF ? size : 0};
  if (size == 4 || !U16_IS_SURROGATE_LEAD(unit) || bytes.size() - at < 4) return {unit, 0};
  const std::uint32_t trail = unit_at(bytes, at + 2, encoding);
  if (!U16_IS_TRAIL(trail)) return {unit, 0};
  return {static_cast<std::uint32_t>(U16_GET_SUPPLEMENTARY(unit, trail)), 4};
}

using ByteCounts = std::array<std::size_t, 256>;

ByteCounts count_bytes(std::string_view bytes, std::size_t first) noexcept {
  ByteCounts counts{};
  for (std::size_t i = first; i < bytes.size(); i += 2) ++counts[static_cast<unsigned char>(bytes[i])];
  return counts;
}

bool are_high_bytes(const ByteCounts& counts, std::size_t units) noexcept {
  const std::size_t zeros = counts[0];
  const std::size_t commonest = *std::max_element(counts.begin() + 1, counts.end());
  return zeros * 5 >= units * 4 || (zeros * 20 >= units && (zeros + commonest) * 20 >= units * 19);
}

}  // namespace

Result<std::string> decode_wide(std::string_view bytes, std::size_t start, WideEncoding encoding) {
  const std::string name = unit_size(encoding) == 2 ? "UTF-16" : "UTF-32";
  const std::size_t whole = bytes.size() - (bytes.size() - start) % unit_size(encoding);
  std::string text;
  text.reserve(bytes.size() - start);
  for (std::size_t at = start; at < whole;) {
    const Decoded decoded = character_at(bytes.substr(0, whole), at, encoding);
    if (decoded.length == 0) return wide_error(name + " is broken", at);
    if (decoded.code_point == 0) return wide_error(name + " has a NUL character", at);
    append_utf8(text, decoded.code_point);
    at += decoded.length;
  }
  if (whole != bytes.size()) return wide_error(name + " ends inside a character", whole);
  return text;
}

std::optional<WideEncoding> recognise_utf16(std::string_view bytes) noexcept {
  constexpr std::size_t kFewestBytes = 16;
  if (bytes.size() < kFewestBytes || bytes.size() % 2 != 0) return std::nullopt;
  const ByteCounts even = count_bytes(bytes, 0);
  const ByteCounts odd = count_bytes(bytes, 1);
  const std::size_t units = bytes.size() / 2;
  if (even[0] == 0 && are_high_bytes(odd, units)) return WideEncoding::kUtf16Le;
  if (odd[0] == 0 && are_high_bytes(even, units)) return WideEncoding::kUtf16Be;
  return std::nullopt;
}

}  // namespace attest
