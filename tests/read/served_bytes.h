// Bytes in memory that come in slices, as from a pipe.
#pragma once

#include <algorithm>
#include <string_view>

#include "read/byte_source.h"

namespace attest {

/// Serves `bytes`, which must outlive the result, at most `slice` a call.
inline ReadBytes serve(std::string_view bytes, std::size_t slice) {
  return [bytes, slice](char* into, std::size_t at_most) mutable -> Result<std::size_t> {
    const std::size_t count = bytes.copy(into, std::min(at_most, slice));
    bytes.remove_prefix(count);
    return count;
  };
}

}  // namespace attest
