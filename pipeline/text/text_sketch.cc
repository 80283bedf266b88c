#include "text/text_sketch.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace attest {
namespace {

constexpr std::size_t kShingleWords = 5;
/// One shingle of four is kept: 75 of an article of 300 words.
constexpr std::uint64_t kKeptShare = 4;

constexpr bool is_word_byte(char c) { return is_ascii_letter(c) || ('0' <= c && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }

/// The finaliser of SplitMix64 (Steele, Lea, Flood, 2014): spreads every bit.
std::uint64_t mixed(std::uint64_t hash) {
  hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9ULL;
  hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBULL;
  return hash ^ (hash >> 31);
}

/// Hashes of the last five words, as a ring, and their polynomial, which a word enters and leaves in one step each.
class Shingles {
 public:
  void add(std::uint64_t word, TextSketch& sketch) {
    std::uint64_t& oldest = words_[count_++ % kShingleWords];
    polynomial_ = (polynomial_ - oldest * kOldestFactor) * kFactor + word;
    oldest = word;
    if (count_ < kShingleWords) return;
    const std::uint64_t hash = mixed(polynomial_);
    if (hash % kKeptShare == 0) sketch.push_back(hash);
  }

 private:
  static constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15ULL;  // odd, with its bits spread: 2^64 over the golden ratio
  static constexpr std::uint64_t kOldestFactor = kFactor * kFactor * kFactor * kFactor;

  std::array<std::uint64_t, kShingleWords> words_{};
  std::size_t count_ = 0;
  std::uint64_t polynomial_ = 0;
};

}  // namespace

TextSketch sketch_of(std::string_view text) {
  TextSketch sketch;
  Shingles shingles;
  std::uint64_t word = 0;
  for (const char c : text) {
    if (is_word_byte(c)) {
      word = word * 1099511628211ULL + static_cast<unsigned char>(ascii_lower(c)) + 1;
    } else if (word != 0) {
      shingles.add(word, sketch);
      word = 0;
    }
  }
  if (word != 0) shingles.add(word, sketch);
  std::sort(sketch.begin(), sketch.end());
  sketch.erase(std::unique(sketch.begin(), sketch.end()), sketch.end());
  return sketch;
}

std::vector<std::uint64_t> signature_of(const TextSketch& sketch) {
  return {sketch.begin(), sketch.begin() + static_cast<std::ptrdiff_t>(std::min(sketch.size(), kSignatureHashes))};
}

double containment(const TextSketch& a, const TextSketch& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter == 0) return 0;
  std::size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y)
      ++shared, ++x, ++y;
    else if (*x < *y)
      ++x;
    else
      ++y;
  }
  return static_cast<double>(shared) / static_cast<double>(shorter);
}

}  // namespace attest
