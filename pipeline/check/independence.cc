#include "check/independence.h"

#include <algorithm>
#include <cctype>
#include <numeric>

#include "base/ascii.h"

namespace attest {
namespace {

bool same_name(const std::string& a, const std::string& b) { return !a.empty() && equal_in_any_case(a, b); }

bool are_one(const StatedBy& a, const StatedBy& b, const SketchOf& sketch_of) {
  if (a.document == b.document || same_name(a.publisher, b.publisher) || same_name(a.authority, b.authority)) return true;
  const TextSketch* first = sketch_of(a.document);
  const TextSketch* second = sketch_of(b.document);
  return first != nullptr && second != nullptr && containment(*first, *second) >= kNearDuplicate;
}

}  // namespace

std::uint32_t independent_sources(const std::vector<StatedBy>& statements, const SketchOf& sketch_of) {
  std::vector<std::size_t> group(statements.size());
  std::iota(group.begin(), group.end(), std::size_t{0});
  const auto root = [&](std::size_t i) {
    while (group[i] != i) i = group[i];
    return i;
  };
  std::uint32_t count = static_cast<std::uint32_t>(statements.size());
  for (std::size_t i = 0; i < statements.size(); ++i) {
    for (std::size_t j = i + 1; j < statements.size(); ++j) {
      const std::size_t a = root(i);
      const std::size_t b = root(j);
      if (a == b || !are_one(statements[i], statements[j], sketch_of)) continue;
      group[b] = a;
      --count;
    }
  }
  return count;
}

}  // namespace attest
