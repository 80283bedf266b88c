#include "read/html/element_path.h"

#include <unordered_map>

namespace attest::html {

ElementPaths::ElementPaths(const PageTree& tree) : tree_(tree), steps_(tree.size()) {
  constexpr std::uint64_t kTags = GUMBO_TAG_LAST + 2;
  constexpr std::uint64_t kAny = GUMBO_TAG_LAST + 1;
  struct Siblings {
    std::uint32_t count = 0;
    NodeIndex first = 0;
  };
  std::unordered_map<std::uint64_t, Siblings> siblings;
  for (NodeIndex i = 1; i < tree.size(); ++i) {
    if (tree[i].is_text) continue;
    const std::uint64_t parent = std::uint64_t{tree[i].parent} * kTags;
    const std::uint32_t place_among_all = ++siblings[parent + kAny].count;
    Siblings& alike = siblings[parent + static_cast<std::uint64_t>(tree[i].tag)];
    if (++alike.count == 1) alike.first = i;
    const bool unknown = tree[i].tag == GUMBO_TAG_UNKNOWN;
    steps_[i] = {unknown ? place_among_all : alike.count, !unknown && alike.count == 1};
    if (alike.count > 1) steps_[alike.first].alone = false;
  }
}

std::string ElementPaths::path_of(NodeIndex element) const {
  std::vector<NodeIndex> way;
  for (NodeIndex i = element; i != 0 && way.size() < kDeepestPath; i = tree_[i].parent) way.push_back(i);
  std::string path = !way.empty() && tree_[way.back()].parent != 0 ? "/" : "";
  // NOLINTNEXTLINE(modernize-loop-convert): clang 14 does not compile the views of this standard library
  for (auto step = way.rbegin(); step != way.rend(); ++step) append_step(path, *step);
  return path;
}

void ElementPaths::append_step(std::string& path, NodeIndex element) const {
  const GumboTag tag = tree_[element].tag;
  path += '/';
  path += tag == GUMBO_TAG_UNKNOWN ? "*" : gumbo_normalized_tagname(tag);
  if (!steps_[element].alone) path += '[' + std::to_string(steps_[element].place) + ']';
}

}  // namespace attest::html
