// The closed vocabulary: every word that some rule or list mentions has an id; all other words share kUnknownWord.
// Matching then compares integers, and a token outside the vocabulary costs one failed look-up.
//
//   Vocabulary vocabulary;
//   WordId billion = vocabulary.add("billion");     // while rules are compiled
//   vocabulary.find("billion") == billion           // any folded form, while text is read
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/image.h"

namespace attest {

using WordId = std::uint32_t;
inline constexpr WordId kUnknownWord = 0;

/// The form under which words are stored and compared: simple case folding (Unicode CaseFolding.txt, status C and S)
/// and U+2019 RIGHT SINGLE QUOTATION MARK as U+0027; code points that show nothing (soft hyphen, zero-width space: Unicode's
/// Default_Ignorable_Code_Point) are left out. `out` is overwritten.
void fold_word(std::string_view word, std::string& out);

/// What a word is looked up by: enough to tell apart all words of up to eight bytes. The hash takes the folded bytes in
/// blocks of eight (the last one overlapping, so that a long word needs no zeros behind it), each mixed in by a
/// multiplication with an odd constant and a shift (the finaliser of MurmurHash3, A. Appleby, public domain).
struct WordKey {
  std::uint64_t head = 0;  ///< The first eight folded bytes (text/byte_block.h), zeros behind a shorter word.
  std::uint64_t hash = 0;
  std::uint32_t size = 0;  ///< Folded bytes.

  /// The key of a folded word.
  [[nodiscard]] static WordKey of_folded(std::string_view folded) noexcept;
  /// The key of the folded form of an ASCII word, which is not copied.
  [[nodiscard]] static WordKey of_ascii(std::string_view word) noexcept;
  /// The key of a word of at most eight bytes.
  [[nodiscard]] static constexpr WordKey of_head(std::uint64_t head, std::uint32_t size) noexcept {
    return {head, finish(step(0, head)), size};
  }

  [[nodiscard]] static constexpr std::uint64_t step(std::uint64_t hash, std::uint64_t block) noexcept {
    hash = (hash ^ block) * 0xFF51AFD7ED558CCDULL;
    return hash ^ (hash >> 32);
  }
  [[nodiscard]] static constexpr std::uint64_t finish(std::uint64_t hash) noexcept { return step(hash, 0); }
};

class Vocabulary {
 public:
  Vocabulary();

  /// The id of a word (folded here), added if it is new. Ids count from 1 without gaps.
  WordId add(std::string_view word);
  /// The id of an already folded word, or kUnknownWord.
  [[nodiscard]] WordId find(std::string_view folded) const noexcept;
  /// The id of an ASCII word in any case, or kUnknownWord; `key` is WordKey::of_ascii(word). Copies nothing.
  [[nodiscard]] WordId find_ascii(std::string_view word, const WordKey& key) const noexcept;
  /// The id of a one-byte ASCII word in any case, by direct look-up.
  [[nodiscard]] WordId find_byte(unsigned char ascii) const noexcept { return single_bytes_[ascii & 0x7F]; }
  /// The folded form of a word with a known id; empty for every other id.
  [[nodiscard]] std::string_view word(WordId id) const noexcept;
  /// One more than the largest id.
  [[nodiscard]] std::size_t size() const noexcept { return ends_.size(); }

 private:
  friend struct ImageFields<Vocabulary>;
  struct Slot {
    std::uint64_t head = 0;    // with the size, all there is of a word of up to eight bytes: it needs no second look
    WordId id = kUnknownWord;  // kUnknownWord: the slot is free
    std::uint32_t size = 0;
  };
  template <class Equal>
  [[nodiscard]] WordId find_where(const WordKey& key, Equal rest_is_equal) const noexcept;
  void insert(const WordKey& key, WordId id) noexcept;
  void remember_single_byte(unsigned char byte, WordId id) noexcept;
  void grow();

  std::vector<Slot> slots_;            // open addressing, power of two, at most half full
  std::vector<std::uint64_t> filter_;  // one bit a hash value, eight a slot: most misses end here, in a table that stays in cache
  std::array<WordId, 128> single_bytes_{};
  std::string letters_;              // all folded words, one after the other
  std::vector<std::uint32_t> ends_;  // ends_[id] is where word id ends in letters_
};

}  // namespace attest
