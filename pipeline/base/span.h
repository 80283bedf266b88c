// Half-open ranges of bytes. Inside the library every position is a byte offset into a document's canonical
// text; `CodePointIndex` (text/code_points.h) turns them into the code points that every output speaks of.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace attest {

/// A half-open range `[begin, end)` of byte offsets (or of code points, where a field's name says so).
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const noexcept { return end - begin; }
  [[nodiscard]] constexpr bool empty() const noexcept { return begin == end; }
  [[nodiscard]] constexpr bool contains(Span inner) const noexcept { return begin <= inner.begin && inner.end <= end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const noexcept { return begin < other.end && other.begin < end; }
  /// The bytes of `text` under this span; the span must lie inside `text`.
  [[nodiscard]] constexpr std::string_view of(std::string_view text) const noexcept { return text.substr(begin, end - begin); }

  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// The smallest span that covers both.
[[nodiscard]] constexpr Span cover(Span a, Span b) noexcept { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

}  // namespace attest
