// Which blocks of a page are its article, and which are what surrounds articles on the web.
//
//   for (const JudgedBlock& judged : judge_blocks(tree, title)) if (judged.verdict == Verdict::kKept) ...
//
// The method is our own. (1) Elements that say by tag, role or class that they are furniture are set aside, unless they
// hold most of the page's prose; so are rows of teasers, which look alike. (2) The element with the most prose and the
// least else is the article's. (3) In it, lists of links, sections under headings like "Related stories", and lines like
// "Share this" are left out, and what is short before the first and behind the last paragraph. Captions are furniture
// too: they belong to pictures, and pages repeat them.
#pragma once

#include <string>
#include <vector>

#include "read/html/page_view.h"

namespace attest::html {

/// All blocks of the page, in order, each with its verdict. `title` is the article's as metadata has it, or "". Linear.
[[nodiscard]] std::vector<JudgedBlock> judge_blocks(const PageTree& tree, const std::string& title);

}  // namespace attest::html
