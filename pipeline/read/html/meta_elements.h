// The meta, link and time elements of a page, by name.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "read/html/page_tree.h"

namespace attest::html {

/// A page's elements that hold metadata, read in one pass. The views live as long as the tree.
struct MetaElements {
  std::map<std::string, std::string_view, std::less<>> named;  ///< `meta` by name, property or itemprop in small letters.
  std::vector<std::string_view> linked_data;                   ///< Contents of JSON-LD scripts.
  std::string_view canonical;                                  ///< link rel=canonical
  std::string_view html_language;
  std::string page_title;               ///< title
  std::vector<NodeIndex> headlines;     ///< h1 elements
  std::vector<NodeIndex> times;         ///< time elements, and others with a datetime attribute
  std::vector<NodeIndex> author_links;  ///< rel=author, itemprop=author

  /// The first of the names that has content, without white space at its ends; "" where none has.
  [[nodiscard]] std::string_view first(std::initializer_list<std::string_view> names) const;
};

[[nodiscard]] MetaElements read_meta_elements(const PageTree& tree);

}  // namespace attest::html
