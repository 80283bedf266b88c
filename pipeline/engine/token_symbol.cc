#include "engine/token_symbol.h"

#include <algorithm>
#include <unordered_map>

namespace attest {
namespace {

class Partition {
 public:
  explicit Partition(std::size_t words) : classes_(words, 0), sizes_{words + 1} {}  // unknown words are one more of class 0

  // The words of the set leave their classes for new ones, but for classes that the set holds as a whole.
  void refine(std::span<const WordId> set) {
    struct Part {
      std::size_t size = 0;
      std::uint32_t moves_to = 0;
    };
    std::unordered_map<std::uint32_t, Part> parts;
    for (const WordId word : set) ++parts[classes_[word]].size;
    for (auto& [before, part] : parts) {
      part.moves_to = before;
      if (part.size == sizes_[before]) continue;
      part.moves_to = static_cast<std::uint32_t>(sizes_.size());
      sizes_.push_back(part.size);
      sizes_[before] -= part.size;
    }
    for (const WordId word : set) classes_[word] = parts[classes_[word]].moves_to;
  }

  [[nodiscard]] std::size_t size() const noexcept { return sizes_.size(); }
  [[nodiscard]] std::vector<std::uint32_t> take() { return std::move(classes_); }

 private:
  std::vector<std::uint32_t> classes_;
  std::vector<std::size_t> sizes_;
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
