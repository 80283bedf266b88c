// Feeds: RSS 0.9 to 2.0, Atom, JSON Feed. Each item is a document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/document.h"

namespace attest {

/// True where bytes begin like a feed in XML (`rss`, `feed`, `rdf:RDF` as the first element) or a JSON Feed.
[[nodiscard]] bool begins_like_feed(std::string_view bytes) noexcept;

/// The items of a feed, in its order. An item's text is its full content where the feed has it, else its summary, else its
/// title; its `source` is its guid, id or address ("" where it has none). The feed's title is the publisher. Errors,
/// without `where`: kFormat (malformed; no item), kEncoding, kTooLarge.
[[nodiscard]] Result<std::vector<Document>> read_feed(std::string bytes);

}  // namespace attest
