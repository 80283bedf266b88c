// How well bytes fit UTF-8: decides between "UTF-8 with damage" and "another charset", and names where it breaks.
#pragma once

#include <cstddef>
#include <string_view>

namespace attest {

/// What a walk through bytes as UTF-8 (RFC 3629) finds.
struct Utf8Survey {
  std::size_t sequences = 0;    ///< Well-formed sequences of two bytes or more.
  std::size_t errors = 0;       ///< Ill-formed sequences (maximal subparts, as Unicode counts them).
  std::size_t first_error = 0;  ///< Byte offset of the first of them; the length of the bytes where there is none.
  bool cut_off = false;         ///< The bytes end inside a sequence that is well-formed as far as it goes.
};

/// True where all of `bytes` is well-formed UTF-8. Fast: several GB/s.
[[nodiscard]] bool is_utf8(std::string_view bytes) noexcept;
/// Walks all of `bytes`; for bytes that `is_utf8` refuses.
[[nodiscard]] Utf8Survey survey_utf8(std::string_view bytes) noexcept;

}  // namespace attest
