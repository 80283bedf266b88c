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

namespace attest {

using WordId = std::uint32_t;
inline constexpr WordId kUnknownWord = 0;

/// The form under which words are stored and compared: simple case folding (Unicode CaseFolding.txt, status C and S)
/// and U+2019 RIGHT SINGLE QUOTATION MARK as U+0027; code points that show nothing (soft hyphen, zero-width space: Unicode's
/// Default_Ignorable_Code_Point) are left out. `out` is overwritten.
void fold_word(std::string_view word, std::string& out);

/// A 64-bit hash of folded bytes, built up byte by byte so that the tokeniser can fold and hash in one pass:
/// hash = begin(); for each byte hash = step(hash, byte); finish(hash).
struct WordHash {
  [[nodiscard]] static constexpr std::uint64_t begin() noexcept { return 0x9E3779B97F4A7C15ULL; }
  [[nodiscard]] static constexpr std::uint64_t step(std::uint64_t hash, unsigned char byte) noexcept {
    return (hash ^ byte) * 0x100000001B3ULL;
  }
  [[nodiscard]] static constexpr std::uint64_t finish(std::uint64_t hash) noexcept { return hash ^ (hash >> 32); }
  [[nodiscard]] static std::uint64_t of(std::string_view folded) noexcept;
  /// The hash of the folded form of an ASCII word.
  [[nodiscard]] static std::uint64_t of_ascii(std::string_view word) noexcept;
};

class Vocabulary {
 public:
  Vocabulary();

  /// The id of a word (folded here), added if it is new. Ids count from 1 without gaps.
  WordId add(std::string_view word);
  /// The id of an already folded word, or kUnknownWord.
  [[nodiscard]] WordId find(std::string_view folded) const noexcept { return find_hashed(folded, WordHash::of(folded)); }
  /// The same where the caller has the hash already.
  [[nodiscard]] WordId find_hashed(std::string_view folded, std::uint64_t hash) const noexcept;
  /// The id of an ASCII word in any case, given the hash of its folded form, so that nothing need be copied.
  [[nodiscard]] WordId find_ascii(std::string_view ascii, std::uint64_t hash) const noexcept;
  /// The id of a one-byte ASCII word in any case, by direct look-up.
  [[nodiscard]] WordId find_byte(unsigned char ascii) const noexcept { return single_bytes_[ascii & 0x7F]; }
  /// The folded form of a word with a known id; empty for every other id.
  [[nodiscard]] std::string_view word(WordId id) const noexcept;
  /// One more than the largest id.
  [[nodiscard]] std::size_t size() const noexcept { return ends_.size(); }

 private:
  struct Slot {
    std::uint32_t tag = 0;  // upper half of the hash; with id 0 the slot is free
    WordId id = kUnknownWord;
  };
  template <class Equal>
  [[nodiscard]] WordId find_where(std::uint64_t hash, Equal equal) const noexcept;
  void insert(std::uint64_t hash, WordId id) noexcept;
  void remember_single_byte(unsigned char byte, WordId id) noexcept;
  void grow();

  std::vector<Slot> slots_;            // open addressing, power of two, at most half full
  std::vector<std::uint64_t> filter_;  // one bit a hash value, eight a slot: most misses end here, in a table that stays in cache
  std::array<WordId, 128> single_bytes_{};
  std::string letters_;              // all folded words, one after the other
  std::vector<std::uint32_t> ends_;  // ends_[id] is where word id ends in letters_
};

}  // namespace attest
