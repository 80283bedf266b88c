// Where an element stands in its page, in the way that browsers and XPath tools take it back.
//
//   ElementPaths paths(tree);
//   paths.path_of(element)   // "/html/body/main/article/p[3]"
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/html/page_tree.h"

namespace attest::html {

/// Counts every element's place among its siblings once, so that a path costs no more than its depth.
class ElementPaths {
 public:
  /// The tree must outlive it. Linear.
  explicit ElementPaths(const PageTree& tree);

  /// XPath 1.0 of an element from the root of the tree that a browser makes of the page (which has `tbody` in every table). Elements that
  /// HTML does not know are `*`. A path of more than kDeepestPath steps begins with "//" and the innermost of them.
  [[nodiscard]] std::string path_of(NodeIndex element) const;

  static constexpr std::size_t kDeepestPath = 64;

 private:
  struct Step {
    std::uint32_t place = 0;  ///< Among siblings of its name, from 1; of an unknown element among all.
    bool alone = true;        ///< No sibling has its name.
  };

  void append_step(std::string& path, NodeIndex element) const;

  const PageTree& tree_;
  std::vector<Step> steps_;
};

}  // namespace attest::html
