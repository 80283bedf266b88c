#include "heap_pages.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <cstddef>
#include <vector>

namespace attest::command {
namespace {

/// The most memory that this process has held, in KB.
long peak_memory() {
  rusage usage{};
  (void)getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

TEST(HugePages, TakeNoMemoryThatNobodyUses) {
  constexpr long kAFewPages = 12L * 1024;
  const long before = peak_memory();
  use_huge_pages();
  EXPECT_LT(peak_memory(), before + kAFewPages);
}

TEST(HugePages, LeaveBlocksOfEverySizeWhole) {
  use_huge_pages();
  for (std::size_t size = 1; size < (std::size_t{48} << 20); size *= 3) {
    std::vector<unsigned char> block(size, 0x5A);
    block.front() = block.back() = 1;
    EXPECT_EQ(block[size / 2], size == 1 ? 1 : 0x5A) << size;
  }
}

}  // namespace
}  // namespace attest::command
