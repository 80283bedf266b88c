// The tokens of a cell or a line.
#pragma once

#include <algorithm>
#include <cstdint>

#include "engine/gazetteer.h"

namespace attest {

/// Those that begin within `bytes`.
[[nodiscard]] inline TokenRange tokens_in(const TokenView& view, Span bytes) noexcept {
  const auto before = [](const Token& token, std::uint32_t at) { return token.begin < at; };
  const auto first = std::lower_bound(view.tokens.begin(), view.tokens.end(), bytes.begin, before);
  const auto last = std::lower_bound(first, view.tokens.end(), bytes.end, before);
  return {static_cast<std::uint32_t>(first - view.tokens.begin()), static_cast<std::uint32_t>(last - view.tokens.begin())};
}

}  // namespace attest
