// A web page as a flat tree: its nodes in document order, so that every pass over it is a loop.
//
//   auto tree = PageTree::parse(html);
//   for (std::size_t i = 0; i < tree->size(); ++i) if ((*tree)[i].tag == GUMBO_TAG_P) ...
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace attest::html {

class PageArena;

/// Most bytes of a page. The largest article pages are a few megabytes, scripts included.
inline constexpr std::size_t kLargestPage = std::size_t{32} << 20;
/// Most elements inside one another; browsers stop at 512.
inline constexpr std::size_t kDeepestPage = 2000;

/// Most attributes of one element; articles' pages have a few dozen.
inline constexpr std::size_t kMostAttributes = 250;

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex kNoNode = 0xFFFF'FFFF;

/// An element or a run of text. The descendants of node i are i + 1 ... end - 1; i's next sibling, if any, is at `end`.
struct PageNode {
  GumboTag tag = GUMBO_TAG_UNKNOWN;  ///< Of elements.
  bool is_text = false;
  NodeIndex parent = kNoNode;
  NodeIndex end = 0;
  std::string_view name;                    ///< Of elements that HTML does not know, as written: "amp-img"; else "".
  std::string_view text;                    ///< Of runs of text: as written, entities decoded.
  const GumboVector* attributes = nullptr;  ///< Of elements.
};

/// Moves, does not copy. Its text lives as long as it does.
class PageTree {
 public:
  /// Parses HTML or XHTML in UTF-8, as browsers do: every input has a tree. Comments are left out. Errors: kTooLarge for
  /// a page over kLargestPage, kDeepestPage or kMostAttributes, or that swells past its memory.
  [[nodiscard]] static Result<PageTree> parse(std::string html);

  PageTree(PageTree&&) noexcept;
  PageTree& operator=(PageTree&&) noexcept;
  ~PageTree();

  [[nodiscard]] std::size_t size() const noexcept { return nodes_.size(); }
  [[nodiscard]] const PageNode& operator[](std::size_t index) const noexcept { return nodes_[index]; }
  /// The value of an element's attribute (names in small letters); "" where it has none.
  [[nodiscard]] std::string_view attribute(NodeIndex index, const char* name) const noexcept;
  [[nodiscard]] bool has_attribute(NodeIndex index, const char* name) const noexcept;
  /// The name of an element as in the page, in small letters for HTML's own.
  [[nodiscard]] bool is_inside(NodeIndex inner, NodeIndex outer) const noexcept { return outer <= inner && inner < nodes_[outer].end; }
  /// All text in a node, white space collapsed to single spaces, without that of scripts and styles.
  [[nodiscard]] std::string text_of(NodeIndex index) const;

 private:
  PageTree();

  std::unique_ptr<std::string> source_;  // gumbo's nodes point into it
  std::unique_ptr<PageArena> arena_;
  std::vector<PageNode> nodes_;
};

/// Appends `text` to `line` with each run of white space (also no-break spaces) as one space, none at the beginning of
/// the line.
void append_collapsed(std::string& line, std::string_view text);

}  // namespace attest::html
