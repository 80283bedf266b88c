// The names and dates of a document by their tokens: which one ends before a verb, which one begins behind "according to".
//
//   NamePlaces places;
//   places.read(chart.view(), mentions);
//   if (const NamePlace* name = places.ending_at(verb)) use(mentions[name->mention]);
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/gazetteer.h"
#include "record/mention.h"

namespace attest {

/// Where a mention stands; `mention` is its index in the document's mentions.
struct NamePlace {
  TokenRange tokens;
  std::uint32_t mention = 0;
};

/// The first token of the text that begins at byte `offset` or later.
[[nodiscard]] std::uint32_t token_from(const TokenView& view, std::uint32_t offset) noexcept;

/// The tokens that begin inside `bytes`.
[[nodiscard]] TokenRange tokens_of(const TokenView& view, Span bytes) noexcept;

/// Reused from document to document.
class NamePlaces {
 public:
  /// Reads the mentions of one document, in order of position. Figures and agreements are left out. Linear.
  void read(const TokenView& view, std::span<const Mention> mentions);

  /// The name that covers a token, or begins (ends before) it; nullptr where none does. Logarithmic.
  [[nodiscard]] const NamePlace* covering(std::uint32_t token) const noexcept;
  [[nodiscard]] const NamePlace* beginning_at(std::uint32_t token) const noexcept;
  [[nodiscard]] const NamePlace* ending_at(std::uint32_t token) const noexcept;
  /// The date that ends before a token.
  [[nodiscard]] const NamePlace* date_ending_at(std::uint32_t token) const noexcept;
  /// All names, in order of position.
  [[nodiscard]] std::span<const NamePlace> names() const noexcept { return names_; }

 private:
  std::vector<NamePlace> names_;
  std::vector<NamePlace> dates_;
};

}  // namespace attest
