// Memory of one page while it is parsed and looked at: handed out from large pieces, given back all at once.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace attest::html {

/// An arena with a budget. Markup can make a parser multiply elements (unclosed formatting is repeated in every
/// paragraph behind it), so what a page may take is bounded.
class PageArena {
 public:
  explicit PageArena(std::size_t budget) : budget_(budget) {}

  /// `size` bytes, aligned for any object; null past the budget, or where there is no memory.
  [[nodiscard]] void* allocate(std::size_t size) noexcept;

 private:
  std::vector<std::unique_ptr<std::byte[]>> pieces_;
  std::byte* free_ = nullptr;
  std::size_t left_ = 0;
  std::size_t taken_ = 0;
  std::size_t budget_;
};

}  // namespace attest::html
