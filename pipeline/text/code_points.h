// Byte offsets to code points and back: the library counts bytes, every output counts code points.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace attest {

/// True where `text` is well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, at most U+10FFFF).
[[nodiscard]] bool is_valid_utf8(std::string_view text) noexcept;
/// Length of the longest well-formed prefix of `text`, in bytes.
[[nodiscard]] std::size_t valid_utf8_prefix(std::string_view text) noexcept;

/// An index of one text, which must outlive it. Building is one pass; all-ASCII texts need no table.
class CodePointIndex {
 public:
  CodePointIndex() = default;
  explicit CodePointIndex(std::string_view text) { reset(text); }
  /// Indexes another text, reusing memory.
  void reset(std::string_view text);

  /// Code points before byte `offset`, which is a code point's first byte or the end. O(1): a checkpoint every 64 bytes.
  [[nodiscard]] std::uint32_t to_code_points(std::uint32_t offset) const noexcept;
  /// Byte offset of code point `index` (the text's length in code points gives its size in bytes). O(log n).
  [[nodiscard]] std::uint32_t to_bytes(std::uint32_t index) const noexcept;
  [[nodiscard]] Span to_code_points(Span bytes) const noexcept { return {to_code_points(bytes.begin), to_code_points(bytes.end)}; }
  [[nodiscard]] Span to_bytes(Span code_points) const noexcept { return {to_bytes(code_points.begin), to_bytes(code_points.end)}; }
  /// The text's length in code points.
  [[nodiscard]] std::uint32_t size() const noexcept { return size_; }

 private:
  std::string_view text_;
  std::uint32_t size_ = 0;
  bool ascii_ = true;
  std::vector<std::uint32_t> checkpoints_;  // code points before byte 64 * i
};

}  // namespace attest
