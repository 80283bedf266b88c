// The article's title among the titles that a page has.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "read/html/json_ld.h"
#include "read/html/meta_elements.h"

namespace attest::html {

/// Of JSON-LD's headline, Open Graph, other meta elements and `title`, without the site's name at an end; a visible `h1`
/// that repeats one of them, or says the same in other words, is taken as it stands; "" where the page has none.
[[nodiscard]] std::string page_title(const PageTree& tree, const MetaElements& meta, const LinkedData& linked);

/// The words of a text in small ASCII letters, each once.
[[nodiscard]] std::set<std::string> distinct_words(std::string_view text);
/// True where four of five words of `text` are among those of `title` and half of these are in it: the same title, perhaps cut.
[[nodiscard]] bool repeats_title(const std::set<std::string>& title, std::string_view text);

}  // namespace attest::html
