// What an element's class, id, role and other attributes say about its content. The words are
// rules/lists/page_element.tsv, compiled in.
#pragma once

#include <cstdint>

#include "read/html/page_tree.h"

namespace attest::html {

enum class ElementHint : std::uint8_t {
  kNone,
  kBody,            ///< Holds the article: itemprop="articleBody", class="story-body".
  kComments,        ///< Holds what readers wrote below the article.
  kFurniture,       ///< Surrounds it: class="sidebar", role="navigation", `footer`.
  kSmallFurniture,  ///< Does so where it is short: class="date", class="author".
  kConsent,         ///< Asks for consent to cookies, often at more length than the article: class="onetrust-banner".
  kUnseen,          ///< Is not shown, or only to screen readers: class="sr-only".
};

/// The hint of one element, from its tag and attributes alone.
[[nodiscard]] ElementHint hint_of(const PageTree& tree, NodeIndex element);

/// True for an element that a browser does not show: the attribute hidden, style="display:none".
[[nodiscard]] bool is_hidden(const PageTree& tree, NodeIndex element);

}  // namespace attest::html
