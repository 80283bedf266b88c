// What a page's JSON-LD (schema.org) says about its article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attest::html {

/// Fields as written; "" where absent.
struct LinkedData {
  std::string headline;
  std::string published;  ///< datePublished, or dateCreated, as written.
  std::string modified;
  std::string author;  ///< Names, joined by ", ".
  std::string publisher;
  std::string language;
  std::string url;
  std::string body;  ///< articleBody: the whole text.
};

/// Reads the contents of a page's `script type="application/ld+json"` elements. The first object that is an article (of
/// a type NewsArticle, BlogPosting, Report ...) counts, at any depth; what it does not state is taken from a WebPage.
/// Malformed scripts are passed over.
[[nodiscard]] LinkedData read_linked_data(const std::vector<std::string_view>& scripts);

}  // namespace attest::html
