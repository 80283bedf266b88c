// Facts of the store kept packed in memory: a first check needs each fact with its document and again with its topic, and three rows
// of SQLite's that lie anywhere take ten times as long to read as some 150 bytes.
//
//   PackedFacts facts(std::size_t{192} << 20);
//   facts.keep(stored);                                // while there is room, in order of document and number
//   if (auto again = facts.find(document_key, number)) ...
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/fact_reader.h"

namespace attest {

class PackedFacts {
 public:
  /// `most_bytes`: what is packed beyond these is not kept.
  explicit PackedFacts(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  /// Keeps a fact with its figure, but for derivations and steps, which facts of the store have none of. Left out where there is no
  /// room, and where it does not stand behind the last one in order of document and number.
  void keep(const StoredFact& fact);
  /// The fact as it was kept; nothing for one that was not.
  [[nodiscard]] std::optional<StoredFact> find(std::int64_t document_key, std::uint32_t number) const;
  /// True where all facts that were to be kept are at hand.
  [[nodiscard]] bool has_all() const noexcept { return has_all_; }

 private:
  struct Place {
    std::int64_t document_key;
    std::uint32_t number;
    std::uint32_t block;
    std::uint32_t begin;  ///< Byte of the block.

    friend bool operator<(const Place& a, const Place& b) noexcept {
      return a.document_key != b.document_key ? a.document_key < b.document_key : a.number < b.number;
    }
  };

  /// True where the last block takes another fact; adds one where it may.
  [[nodiscard]] bool has_room();

  std::size_t most_bytes_;
  bool has_all_ = true;
  std::size_t bytes_ = 0;            ///< Of all blocks, with what they may still take.
  std::vector<std::string> blocks_;  ///< Packed facts, behind each other; blocks do not move when others come.
  std::vector<Place> places_;        ///< In order of document and number.
};

}  // namespace attest
