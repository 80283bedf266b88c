// The steps that set furniture aside. Each looks at the blocks that are kept still, and is linear in the page.
#pragma once

#include "read/html/page_view.h"

namespace attest::html {

/// Elements whose tag, role, class or id says that they are furniture, unless they hold half of the page's prose or an
/// element that claims to be the article's body.
void drop_hinted(PageView& page);
/// Three or more sibling elements alike, each a linked headline with at most a few lines of text.
void drop_cards(PageView& page);
/// Headings that repeat the page's title.
void drop_title(PageView& page);
/// Of several `article` elements with an `h1` each, all but the one whose headline is the page's title, else but the first.
void drop_other_articles(PageView& page);
/// Lists and other containers inside `article` that are mostly links.
void drop_link_lists(PageView& page, NodeIndex article);
/// Headings like "Related stories" with what follows, up to the next heading of their rank, prose, or the container's end.
void drop_sections(PageView& page);
/// Single lines of furniture, by their words, and paragraphs that are one link.
void drop_lines(PageView& page);
/// Headings and links behind the last paragraph.
void trim_edges(PageView& page);

}  // namespace attest::html
