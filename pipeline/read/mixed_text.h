// UTF-8 into which text of another encoding was pasted.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace attest {

/// Decodes UTF-8 in which single bytes of windows-1252 stand: quotation marks, dashes, "\u20AC", "\u00E9" ... each between ASCII, where
/// no sequence of UTF-8 can have lost its other half. Nothing where any other byte is no UTF-8: nothing is guessed.
[[nodiscard]] std::optional<std::string> decode_mixed(std::string_view bytes);

}  // namespace attest
