#include "engine/token_symbol.h"

#include <algorithm>

namespace attest {
namespace {

class Partition {
 public:
  explicit Partition(std::size_t words) : classes_(words, 0), sizes_{words + 1} {}  // unknown words are one more of class 0

  // The words of the set leave their classes for new ones, but for classes that the set holds as a whole.
  void refine(std::span<const WordId> set) {
    parts_.resize(sizes_.size());
    touched_.clear();
    for (const WordId word : set) {
      if (parts_[classes_[word]].size++ == 0) touched_.push_back(classes_[word]);
    }
    for (const std::uint32_t before : touched_) {
      Part& part = parts_[before];
      part.moves_to = part.size == sizes_[before] ? before : static_cast<std::uint32_t>(sizes_.size());
      if (part.moves_to == before) continue;
      sizes_.push_back(part.size);
      sizes_[before] -= part.size;
    }
    for (const WordId word : set) classes_[word] = parts_[classes_[word]].moves_to;
    for (const std::uint32_t before : touched_) parts_[before] = {};
  }

  [[nodiscard]] std::size_t size() const noexcept { return sizes_.size(); }
  [[nodiscard]] std::vector<std::uint32_t> take() { return std::move(classes_); }

 private:
  // What of a class is in the set at hand.
  struct Part {
    std::size_t size = 0;
    std::uint32_t moves_to = 0;
  };

  std::vector<std::uint32_t> classes_;  // by word
  std::vector<std::size_t> sizes_;      // by class
  std::vector<Part> parts_;             // by class
  std::vector<std::uint32_t> touched_;  // classes with a part
};

}  // namespace

WordClasses::WordClasses(std::span<const std::span<const WordId>> sets) {
  std::size_t words = 0;
  for (const auto& set : sets) {
    for (const WordId word : set) words = std::max<std::size_t>(words, word + 1);
  }
  Partition partition(words);
  for (const auto& set : sets) partition.refine(set);
  representatives_.resize(partition.size(), kUnknownWord);
  symbols_ = partition.take();
  for (WordId word = 0; word < symbols_.size(); ++word) {
    if (symbols_[word] != 0) representatives_[symbols_[word]] = word;
    symbols_[word] <<= symbol::kWordClassShift;
  }
}

}  // namespace attest
