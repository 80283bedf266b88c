// The tokens and mentions within some bytes of a document: of a cell, a line, a phrase.
//
//   const TokenRange tokens = tokens_in(chart.view(), cell.bytes);
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/gazetteer.h"
#include "record/mention.h"

namespace attest {

/// Those that begin within `bytes`.
[[nodiscard]] inline TokenRange tokens_in(const TokenView& view, Span bytes) noexcept {
  const auto before = [](const Token& token, std::uint32_t at) { return token.begin < at; };
  const auto first = std::lower_bound(view.tokens.begin(), view.tokens.end(), bytes.begin, before);
  const auto last = std::lower_bound(first, view.tokens.end(), bytes.end, before);
  return {static_cast<std::uint32_t>(first - view.tokens.begin()), static_cast<std::uint32_t>(last - view.tokens.begin())};
}

/// Those that begin within `bytes`; `mentions` are in order.
[[nodiscard]] inline std::span<const Mention> mentions_in(std::span<const Mention> mentions, Span bytes) noexcept {
  const auto before = [](const Mention& mention, std::uint32_t at) { return mention.bytes.begin < at; };
  const auto first = std::lower_bound(mentions.begin(), mentions.end(), bytes.begin, before);
  const auto last = std::lower_bound(first, mentions.end(), bytes.end, before);
  return mentions.subspan(static_cast<std::size_t>(first - mentions.begin()), static_cast<std::size_t>(last - first));
}

}  // namespace attest
