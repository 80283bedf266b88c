// The entries of lists that stand in one text, found once: every phase asks for them, most places many times.
//
// Entries of one word that match in any case are left out: Gazetteer::holds_word() tells of them without a look at the text.
//
//   ListedEntries listed;                                // reused from text to text
//   listed.read(gazetteer, view);
//   for (const ListedEntry& entry : listed.beginning_at(token)) ...
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/gazetteer.h"

namespace attest {

class ListedEntries {
 public:
  /// Replaces what it held by the entries of this text, of all lists. Linear in the text but for the length of entries.
  void read(const Gazetteer& gazetteer, const TokenView& view);

  /// Entries that begin at a token, the shortest first; of each list and length one.
  [[nodiscard]] std::span<const ListedEntry> beginning_at(std::uint32_t token) const noexcept {
    return std::span(by_begin_).subspan(first_beginning_[token], first_beginning_[token + 1] - first_beginning_[token]);
  }
  /// Entries that end before token boundary `end`, the longest first.
  [[nodiscard]] std::span<const ListedEntry> ending_at(std::uint32_t end) const noexcept {
    return std::span(by_end_).subspan(first_ending_[end], first_ending_[end + 1] - first_ending_[end]);
  }

 private:
  void sort_by_end();

  std::vector<ListedEntry> by_begin_;
  std::vector<ListedEntry> by_end_;
  std::vector<std::uint32_t> first_beginning_;  // by token, and one more
  std::vector<std::uint32_t> first_ending_;     // by token boundary, and one more
};

}  // namespace attest
