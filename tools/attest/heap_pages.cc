#include "heap_pages.h"

#include <cstdlib>  // says whose C library this is

#ifdef __GLIBC__

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>

namespace attest::command {
namespace {

constexpr std::uintptr_t kHugePage = std::uintptr_t{2} << 20;  // of x86-64 and of AArch64 with pages of 4 KB
constexpr int kGrowth = 64 << 20;                              // bytes that the heap grows by at once; only those used take memory
constexpr int kLargestInHeap = 32 << 20;                       // the most that mallopt(3) takes; larger blocks get pages of their own
constexpr std::size_t kMoreThanFree = std::size_t{1} << 20;    // more than a young heap has free: it must grow

}  // namespace

void use_huge_pages() noexcept {
  (void)mallopt(M_TOP_PAD, kGrowth);
  (void)mallopt(M_MMAP_THRESHOLD, kLargestInHeap);
  void* const block = std::malloc(kMoreThanFree);
  const auto address = reinterpret_cast<std::uintptr_t>(block);
  const std::uintptr_t begin = (address + kHugePage - 1) / kHugePage * kHugePage;
  const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
  // Where another allocator stands in for glibc's, its blocks lie elsewhere.
  const bool in_heap = block != nullptr && begin < end && end - begin <= 2 * std::uintptr_t{kGrowth};
  if (in_heap) (void)madvise(static_cast<char*>(block) + (begin - address), end - begin, MADV_HUGEPAGE);
  std::free(block);
}

}  // namespace attest::command

#else

namespace attest::command {

void use_huge_pages() noexcept {}

}  // namespace attest::command

#endif
