#include "read/html/page_tree.h"

#include <algorithm>
#include <csetjmp>
#include <cstring>

#include "read/html/page_arena.h"
#include "read/html/page_depth.h"

namespace attest::html {
namespace {

// Gumbo checks no allocation, so running out leaves it by a jump. It is C without clean-up; the arena holds its memory.
struct ParseMemory {
  PageArena* arena;
  std::jmp_buf out;
};

void* allocate(void* user, std::size_t size) {
  auto* memory = static_cast<ParseMemory*>(user);
  void* const given = memory->arena->allocate(size);
  if (given == nullptr) std::longjmp(memory->out, 1);
  return given;
}

void keep(void* /*user*/, void* /*pointer*/) {}

// Null where memory ran out. No object here has a destructor: longjmp runs none.
const GumboNode* parse_in(PageArena& arena, const char* html, std::size_t size) {
  ParseMemory memory{&arena, {}};
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = keep;
  options.userdata = &memory;
  options.max_errors = 0;
  if (setjmp(memory.out) != 0) return nullptr;  // NOLINT(cert-err52-cpp): C frames alone lie between
  return gumbo_parse_with_options(&options, html, size)->document;
}

std::size_t budget_for(std::size_t size) noexcept {
  constexpr std::size_t kFloor = std::size_t{16} << 20;
  constexpr std::size_t kCeiling = std::size_t{768} << 20;
  return std::min(kFloor + 64 * size, kCeiling);
}

const GumboVector* children_of(const GumboNode& node) noexcept {
  if (node.type == GUMBO_NODE_DOCUMENT) return &node.v.document.children;
  const bool is_element = node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
  return is_element ? &node.v.element.children : nullptr;
}

std::string_view written_name(const GumboElement& element) noexcept {
  GumboStringPiece name = element.original_tag;
  if (name.data == nullptr) return {};
  gumbo_tag_from_original_text(&name);
  return {name.data, name.length};
}

PageNode page_node(const GumboNode& node, NodeIndex parent) {
  PageNode made;
  made.parent = parent;
  if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) {
    made.tag = node.v.element.tag;
    made.attributes = &node.v.element.attributes;
    if (made.tag == GUMBO_TAG_UNKNOWN) made.name = written_name(node.v.element);
  } else if (node.type != GUMBO_NODE_DOCUMENT) {
    made.is_text = true;
    made.text = node.v.text.text;
  }
  return made;
}

struct OpenNode {
  const GumboVector* children;
  NodeIndex index;
  unsigned next = 0;
};

std::vector<PageNode> flatten(const GumboNode& document) {
  std::vector<PageNode> nodes;
  std::vector<OpenNode> open;
  const auto enter = [&](const GumboNode& node, NodeIndex parent) {
    const auto index = static_cast<NodeIndex>(nodes.size());
    nodes.push_back(page_node(node, parent));
    nodes.back().end = index + 1;
    if (const GumboVector* children = children_of(node)) open.push_back({children, index});
  };
  enter(document, kNoNode);
  while (!open.empty()) {
    OpenNode& top = open.back();
    if (top.next == top.children->length) {
      nodes[top.index].end = static_cast<NodeIndex>(nodes.size());
      open.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(top.children->data[top.next++]);
    if (child->type != GUMBO_NODE_COMMENT) enter(*child, top.index);
  }
  return nodes;
}

}  // namespace

PageTree::PageTree() = default;
PageTree::PageTree(PageTree&&) noexcept = default;
PageTree& PageTree::operator=(PageTree&&) noexcept = default;
PageTree::~PageTree() = default;

Result<PageTree> PageTree::parse(std::string html) {
  if (html.size() > kLargestPage) {
    return Error{ErrorCode::kTooLarge, "page of more than " + std::to_string(kLargestPage >> 20) + " MiB", "", "split it into articles"};
  }
  const TagCounts tags = count_tags(html);
  if (tags.most_attributes > kMostAttributes) {
    return Error{ErrorCode::kTooLarge, "page with an element of more than " + std::to_string(kMostAttributes) + " attributes"};
  }
  if (tags.deepest > kDeepestPage) {
    return Error{ErrorCode::kTooLarge, "page with more than " + std::to_string(kDeepestPage) + " elements inside one another"};
  }
  PageTree tree;
  tree.source_ = std::make_unique<std::string>(std::move(html));
  tree.arena_ = std::make_unique<PageArena>(budget_for(tree.source_->size()));
  const GumboNode* document = parse_in(*tree.arena_, tree.source_->data(), tree.source_->size());
  if (document == nullptr) return Error{ErrorCode::kTooLarge, "page whose markup swells past its memory", "", "it is no article"};
  tree.nodes_ = flatten(*document);
  return tree;
}

std::string_view PageTree::attribute(NodeIndex index, const char* name) const noexcept {
  const GumboVector* attributes = nodes_[index].attributes;
  const GumboAttribute* found = attributes != nullptr ? gumbo_get_attribute(attributes, name) : nullptr;
  return found != nullptr ? std::string_view(found->value) : std::string_view();
}

bool PageTree::has_attribute(NodeIndex index, const char* name) const noexcept {
  const GumboVector* attributes = nodes_[index].attributes;
  return attributes != nullptr && gumbo_get_attribute(attributes, name) != nullptr;
}

std::string PageTree::text_of(NodeIndex index) const {
  std::string text;
  for (NodeIndex i = index; i < nodes_[index].end; ++i) {
    const bool unseen = nodes_[i].tag == GUMBO_TAG_SCRIPT || nodes_[i].tag == GUMBO_TAG_STYLE;
    if (unseen && !nodes_[i].is_text) {
      i = nodes_[i].end - 1;
    } else if (nodes_[i].is_text) {
      append_collapsed(text, nodes_[i].text);
    } else {
      append_collapsed(text, nodes_[i].tag == GUMBO_TAG_BR || nodes_[i].tag == GUMBO_TAG_P ? " " : "");
    }
  }
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

void append_collapsed(std::string& line, std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  const auto add_space = [&line] {
    if (!line.empty() && line.back() != ' ' && line.back() != '\n') line += ' ';
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ' || (text[i] >= '\t' && text[i] <= '\r')) {
      add_space();
    } else if (text.substr(i, 2) == kNoBreakSpace) {
      add_space();
      ++i;
    } else {
      line += text[i];
    }
  }
}

}  // namespace attest::html
