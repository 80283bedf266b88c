#include "read/html/page_arena.h"

#include <algorithm>
#include <new>

namespace attest::html {

void* PageArena::allocate(std::size_t size) noexcept {
  constexpr std::size_t kPiece = std::size_t{256} << 10;
  constexpr std::size_t kAlignment = alignof(std::max_align_t);
  size = (size + kAlignment - 1) / kAlignment * kAlignment;
  if (size > left_) {
    const std::size_t piece = std::max(size, kPiece);
    if (piece > budget_ - std::min(taken_, budget_)) return nullptr;
    std::unique_ptr<std::byte[]> memory(new (std::nothrow) std::byte[piece]);
    if (!memory) return nullptr;
    free_ = memory.get();
    left_ = piece;
    taken_ += piece;
    pieces_.push_back(std::move(memory));
  }
  std::byte* const given = free_;
  free_ += size;
  left_ -= size;
  return given;
}

}  // namespace attest::html
