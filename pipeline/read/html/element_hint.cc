#include "read/html/element_hint.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "read/html/word_list.h"

namespace attest::html {
namespace {

struct HintRow {
  std::string_view folded, surface, kind;
};
constexpr auto kWords = sorted_rows(std::to_array<HintRow>({
#include "page_element.inc"
}));

ElementHint hint_named(std::string_view kind) noexcept {
  if (kind == "body") return ElementHint::kBody;
  if (kind == "furniture") return ElementHint::kFurniture;
  if (kind == "comments") return ElementHint::kComments;
  if (kind == "consent") return ElementHint::kConsent;
  if (kind == "unseen") return ElementHint::kUnseen;
  return kind == "small" ? ElementHint::kSmallFurniture : ElementHint::kNone;
}

ElementHint hint_of_word(std::string_view word) noexcept {
  const HintRow* row = find_row(kWords, word);
  return row != nullptr ? hint_named(row->kind) : ElementHint::kNone;
}

bool is_small(char c) noexcept { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) noexcept { return c >= 'A' && c <= 'Z'; }

// Words of one class name, in small letters: "relatedPosts-list" -> related, posts, list.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  bool in_word = false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool letter = is_small(c) || is_capital(c);
    const bool begins = letter && (!in_word || (is_capital(c) && is_small(name[i - 1])));
    if (begins) words.emplace_back();
    if (letter) words.back() += static_cast<char>(c | 0x20);
    in_word = letter;
  }
  return words;
}

// "has-sidebar" and "no-comments" tell of other elements.
bool speaks_of_others(std::string_view first_word) noexcept {
  constexpr std::array<std::string_view, 10> kOpeners = {"has", "no", "not", "with", "without", "is", "js", "show", "single", "type"};
  return std::find(kOpeners.begin(), kOpeners.end(), first_word) != kOpeners.end();
}

// Words that mean something as the whole of a name alone: "hidden" hides, "hidden-print" shows.
bool stands_alone(std::string_view word) noexcept {
  const HintRow* row = find_row(kWords, word);
  return row != nullptr && row->kind == "alone";
}

// Quoted posts: "social-media-embed", "twitter-tweet"; but not "image-embed-caption".
bool holds_embed(const std::vector<std::string>& words) noexcept {
  const auto has = [&](std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); };
  return (has("embed") || has("tweet")) && !has("caption") && !has("credit");
}

// Furniture wins over body: "article-body-related" is no body.
ElementHint stronger(ElementHint a, ElementHint b) noexcept {
  constexpr std::array kByStrength = {ElementHint::kNone,     ElementHint::kBody,    ElementHint::kSmallFurniture, ElementHint::kFurniture,
                                      ElementHint::kComments, ElementHint::kConsent, ElementHint::kUnseen};
  const auto rank = [&](ElementHint hint) { return std::find(kByStrength.begin(), kByStrength.end(), hint); };
  return rank(a) >= rank(b) ? a : b;
}

ElementHint hint_of_name(std::string_view name) {
  const std::vector<std::string> words = words_of(name);
  if (words.size() > 1 && speaks_of_others(words.front())) return ElementHint::kNone;
  if (holds_embed(words)) return ElementHint::kNone;
  if (words.size() == 1 && stands_alone(words.front())) return ElementHint::kFurniture;
  ElementHint hint = ElementHint::kNone;
  for (std::size_t i = 0; i < words.size(); ++i) {
    hint = stronger(hint, hint_of_word(words[i]));
    if (i + 1 < words.size()) hint = stronger(hint, hint_of_word(words[i] + words[i + 1]));
  }
  return hint;
}

ElementHint hint_of_names(std::string_view names) {
  ElementHint hint = ElementHint::kNone;
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t end = std::min(names.find_first_of(" \t\r\n\f", at), names.size());
    if (end > at) hint = stronger(hint, hint_of_name(names.substr(at, end - at)));
    at = end + 1;
  }
  return hint;
}

// The container of a whole post; its other classes are the post's categories and tags, whatever these are called.
bool is_post(std::string_view names) noexcept {
  return names.find("hentry") != std::string_view::npos || names.find("type-post") != std::string_view::npos;
}

ElementHint hint_of_tag(GumboTag tag) noexcept {
  switch (tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_FORM:
      return ElementHint::kFurniture;
    default:
      return ElementHint::kNone;
  }
}

ElementHint hint_of_role(std::string_view role) noexcept {
  constexpr std::array<std::string_view, 10> kFurniture = {"navigation", "complementary", "banner", "contentinfo", "search",
                                                           "dialog",     "alertdialog",   "menu",   "menubar",     "toolbar"};
  return std::find(kFurniture.begin(), kFurniture.end(), role) != kFurniture.end() ? ElementHint::kFurniture : ElementHint::kNone;
}

}  // namespace

ElementHint hint_of(const PageTree& tree, NodeIndex element) {
  if (tree.attribute(element, "itemprop").find("articleBody") != std::string_view::npos) return ElementHint::kBody;
  if (is_post(tree.attribute(element, "class"))) return ElementHint::kNone;
  ElementHint hint = stronger(hint_of_tag(tree[element].tag), hint_of_names(tree[element].name));
  // Not hidden for certain: pages saved below an open dialog say it of the article.
  if (tree.attribute(element, "aria-hidden") == "true") hint = stronger(hint, ElementHint::kFurniture);
  hint = stronger(hint, hint_of_role(tree.attribute(element, "role")));
  hint = stronger(hint, hint_of_names(tree.attribute(element, "class")));
  return stronger(hint, hint_of_names(tree.attribute(element, "id")));
}

bool is_hidden(const PageTree& tree, NodeIndex element) {
  if (tree.has_attribute(element, "hidden")) return true;
  std::string style = ascii_lowered(tree.attribute(element, "style"));
  std::erase_if(style, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

}  // namespace attest::html
