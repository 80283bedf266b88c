#include "text/code_points.h"

#include <algorithm>
#include <cstring>

namespace attest {
namespace {

constexpr std::size_t kStride = 64;  // bytes between two checkpoints

constexpr bool starts_code_point(char byte) noexcept { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

std::uint32_t count_code_points(std::string_view bytes) noexcept {
  std::uint32_t count = 0;
  for (const char byte : bytes) count += starts_code_point(byte) ? 1U : 0U;
  return count;
}

// Where the run of ASCII that starts at `at` ends; eight bytes at a time.
std::size_t skip_ascii(std::string_view text, std::size_t at) noexcept {
  constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof(bytes));
    if ((bytes & kHighBits) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

// What a lead byte allows (The Unicode Standard, table 3-7): how many bytes, and the range of the second one, which is
// what keeps out overlong forms (E0, F0), surrogates (ED) and values above U+10FFFF (F4).
struct Sequence {
  std::size_t size = 0;  // 0: no lead byte
  unsigned char second_low = 0x80;
  unsigned char second_high = 0xBF;
};

constexpr Sequence sequence_of(unsigned char lead) noexcept {
  if (lead >= 0xC2 && lead <= 0xDF) return {2};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {3};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {4};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {};
}

// Bytes of the well-formed sequence at the start of `text` (not empty, not ASCII); 0 if there is none.
std::size_t sequence_size(std::string_view text) noexcept {
  const Sequence sequence = sequence_of(static_cast<unsigned char>(text[0]));
  if (sequence.size == 0 || text.size() < sequence.size) return 0;
  const auto second = static_cast<unsigned char>(text[1]);
  if (second < sequence.second_low || second > sequence.second_high) return 0;
  for (std::size_t i = 2; i < sequence.size; ++i) {
    if (starts_code_point(text[i])) return 0;
  }
  return sequence.size;
}

}  // namespace

std::size_t valid_utf8_prefix(std::string_view text) noexcept {
  for (std::size_t at = skip_ascii(text, 0); at < text.size();) {
    const std::size_t size = sequence_size(text.substr(at));
    if (size == 0) return at;
    at += size;
    if (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) at = skip_ascii(text, at);
  }
  return text.size();
}

bool is_valid_utf8(std::string_view text) noexcept { return valid_utf8_prefix(text) == text.size(); }

void CodePointIndex::reset(std::string_view text) {
  text_ = text;
  checkpoints_.clear();
  ascii_ = skip_ascii(text, 0) == text.size();
  size_ = static_cast<std::uint32_t>(text.size());
  if (ascii_) return;
  size_ = 0;
  checkpoints_.reserve(text.size() / kStride + 1);
  for (std::size_t at = 0; at < text.size(); at += kStride) {
    checkpoints_.push_back(size_);
    size_ += count_code_points(text.substr(at, kStride));
  }
}

std::uint32_t CodePointIndex::to_code_points(std::uint32_t offset) const noexcept {
  if (offset >= text_.size()) return size_;
  if (ascii_) return offset;
  const std::size_t checkpoint = offset / kStride;
  return checkpoints_[checkpoint] + count_code_points(text_.substr(checkpoint * kStride, offset % kStride));
}

std::uint32_t CodePointIndex::to_bytes(std::uint32_t index) const noexcept {
  if (index >= size_) return static_cast<std::uint32_t>(text_.size());
  if (ascii_) return index;
  const auto after = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), index);
  const auto checkpoint = static_cast<std::size_t>(after - checkpoints_.begin()) - 1;
  std::uint32_t before = checkpoints_[checkpoint];
  std::size_t at = checkpoint * kStride;
  for (; at < text_.size(); ++at) {
    if (starts_code_point(text_[at]) && before++ == index) break;
  }
  return static_cast<std::uint32_t>(at);
}

}  // namespace attest
