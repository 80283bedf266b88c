#include "read/html/meta_elements.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/trimmed.h"

namespace attest::html {
namespace {

bool has_word(std::string_view words, std::string_view word) {
  const std::string padded = " " + ascii_lowered(words) + " ";
  return padded.find(" " + std::string(word) + " ") != std::string::npos;
}

class MetaReader {
 public:
  explicit MetaReader(const PageTree& tree) : tree_(tree) {}

  MetaElements read() {
    for (NodeIndex i = 1; i < tree_.size(); ++i) {
      if (!tree_[i].is_text) read_element(i);
    }
    return std::move(found_);
  }

 private:
  void read_element(NodeIndex i) {
    switch (tree_[i].tag) {
      case GUMBO_TAG_HTML:
        found_.html_language = trimmed(tree_.attribute(i, "lang"));
        if (found_.html_language.empty()) found_.html_language = trimmed(tree_.attribute(i, "xml:lang"));
        break;
      case GUMBO_TAG_META:
        read_meta(i);
        break;
      case GUMBO_TAG_LINK:
        if (found_.canonical.empty() && has_word(tree_.attribute(i, "rel"), "canonical"))
          found_.canonical = trimmed(tree_.attribute(i, "href"));
        break;
      case GUMBO_TAG_TITLE:
        if (found_.page_title.empty()) found_.page_title = tree_.text_of(i);
        break;
      case GUMBO_TAG_SCRIPT:
        if (ascii_lowered(tree_.attribute(i, "type")) == "application/ld+json" && i + 1 < tree_[i].end)
          found_.linked_data.push_back(tree_[i + 1].text);
        break;
      case GUMBO_TAG_H1:
        found_.headlines.push_back(i);
        break;
      default:
        read_other(i);
    }
  }

  void read_meta(NodeIndex i) {
    const std::string_view content = trimmed(tree_.attribute(i, "content"));
    if (content.empty()) return;
    for (const char* name : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string_view value = trimmed(tree_.attribute(i, name));
      if (!value.empty()) found_.named.emplace(ascii_lowered(value), content);
    }
  }

  void read_other(NodeIndex i) {
    const std::string_view property = tree_.attribute(i, "itemprop");
    if (tree_[i].tag == GUMBO_TAG_TIME || has_word(property, "datepublished")) found_.times.push_back(i);
    if (has_word(tree_.attribute(i, "rel"), "author") || has_word(property, "author")) found_.author_links.push_back(i);
  }

  const PageTree& tree_;
  MetaElements found_;
};

}  // namespace

std::string_view MetaElements::first(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    if (const auto it = named.find(name); it != named.end()) return it->second;
  }
  return {};
}

MetaElements read_meta_elements(const PageTree& tree) { return MetaReader(tree).read(); }

}  // namespace attest::html
