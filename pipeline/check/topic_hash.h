// Numbers of topics: what is compared with each other has the same one, in every store and on every machine.
//
//   topic_number("trade.turnover\nCN\nKZ", TopicKind::kMeasure)
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

namespace attest {

/// What the last two bits of a topic's number say. Even ones are all of measures.
enum class TopicKind : std::uint8_t { kMeasure = 0, kName = 1, kStory = 3 };

/// FNV-1a (Fowler, Noll, Vo), 64 bits: topics need no secrecy, only the same value everywhere.
[[nodiscard]] constexpr std::uint64_t topic_hash(std::string_view text) noexcept {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

/// The topic of a hash and a kind.
[[nodiscard]] constexpr std::int64_t topic_number(std::uint64_t hash, TopicKind kind) noexcept {
  const std::uint64_t free_bits = kind == TopicKind::kMeasure ? ~std::uint64_t{1} : ~std::uint64_t{3};
  return std::bit_cast<std::int64_t>((hash & free_bits) | static_cast<std::uint64_t>(kind));
}
[[nodiscard]] constexpr std::int64_t topic_number(std::string_view text, TopicKind kind) noexcept {
  return topic_number(topic_hash(text), kind);
}

}  // namespace attest
