// Eight bytes of text in one integer, the first byte lowest: what a loop over bytes would decide byte by byte, with a
// branch that the processor cannot foresee at the end of each word, takes a handful of operations here.
// The comparisons of bytes are those of H. S. Warren, Hacker's Delight, 2nd edition, section 6-1.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace attest {

inline constexpr std::uint32_t kBlockSize = 8;
inline constexpr std::uint64_t kEveryByte = 0x0101010101010101ULL;
inline constexpr std::uint64_t kHighBits = 0x80 * kEveryByte;
inline constexpr std::uint64_t kCaseBits = 0x20 * kEveryByte;  // what an ASCII capital lacks

/// The eight bytes at `bytes`.
[[nodiscard]] inline std::uint64_t load_block(const char* bytes) noexcept {
  std::uint64_t block = 0;
  std::memcpy(&block, bytes, sizeof(block));
  if constexpr (std::endian::native == std::endian::big) block = __builtin_bswap64(block);
  return block;
}

/// The `size` (under eight) bytes at `bytes`, and zeros behind them; reads nothing else.
[[nodiscard]] inline std::uint64_t load_part(const char* bytes, std::size_t size) noexcept {
  std::uint64_t block = 0;
  for (std::size_t i = 0; i < size; ++i) block |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  return block;
}

/// The high bit of every byte from `low` to `high` (both below 0x80); other bits are zero.
[[nodiscard]] constexpr std::uint64_t bytes_between(std::uint64_t block, unsigned char low, unsigned char high) noexcept {
  const std::uint64_t seven_bits = block & ~kHighBits;
  const std::uint64_t from_low = seven_bits + (0x80U - low) * kEveryByte;
  const std::uint64_t above_high = seven_bits + (0x7FU - high) * kEveryByte;
  return from_low & ~above_high & ~block & kHighBits;
}

/// The block with ASCII capitals made small.
[[nodiscard]] constexpr std::uint64_t lower_block(std::uint64_t block) noexcept { return block | (bytes_between(block, 'A', 'Z') >> 2); }

/// The high bit of every byte that is an ASCII letter.
[[nodiscard]] constexpr std::uint64_t letters_of(std::uint64_t block) noexcept { return bytes_between(block | kCaseBits, 'a', 'z'); }

/// How many letters the block begins with.
[[nodiscard]] constexpr std::uint32_t letters_at_start(std::uint64_t block) noexcept {
  return static_cast<std::uint32_t>(std::countr_zero(letters_of(block) ^ kHighBits)) / kBlockSize;
}

/// All bits of the first `size` (at most eight) bytes.
[[nodiscard]] constexpr std::uint64_t first_bytes(std::uint32_t size) noexcept {
  return size == kBlockSize ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * size)) - 1;
}

}  // namespace attest
