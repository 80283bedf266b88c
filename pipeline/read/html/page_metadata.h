// What a page says of its article beside the text.
#pragma once

#include <string>

#include "read/html/page_tree.h"
#include "record/document.h"

namespace attest::html {

struct PageMetadata {
  DocumentMetadata document;
  std::string body;  ///< The article's text as JSON-LD states it, "" where it does not; for pages that show it by script.
};

/// Title, author, publisher, publication day, language and canonical address of a page: each from the first that has it
/// of JSON-LD, Open Graph, other meta elements, `time` elements, the address, and the text around the headline. The day is
/// `kMetadata` from the first four, `kInferred` from the address, and `kStated` from the text. A visible `h1` that says the
/// same as the metadata's title is preferred to it, since metadata adds the site's name. `address` is where the page comes
/// from, "" where that is not known.
[[nodiscard]] PageMetadata read_page_metadata(const PageTree& tree, const std::string& address);

}  // namespace attest::html
