#include "read/html/page_tree.h"

#include <gtest/gtest.h>

#include <string>

#include "read/html/page_depth.h"

namespace attest::html {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

TEST(PageTree, HoldsTheNodesInDocumentOrder) {
  const auto tree = PageTree::parse("<body><div id=a><p>One <b>two</b></p></div><p>Three</body>");
  ASSERT_TRUE(tree.ok());
  for (NodeIndex i = 1; i < tree->size(); ++i) {
    const PageNode& node = (*tree)[i];
    EXPECT_LT(node.parent, i);
    EXPECT_GT(node.end, i);
    EXPECT_LE(node.end, (*tree)[node.parent].end);
  }
  EXPECT_EQ(tree->text_of(0), "One two Three");
}

TEST(PageTree, ReadsAttributesAndEntities) {
  const auto tree = PageTree::parse("<p CLASS='x y' hidden>Fish &amp; chips&nbsp;&euro;5</p>");
  ASSERT_TRUE(tree.ok());
  for (NodeIndex i = 1; i < tree->size(); ++i) {
    if ((*tree)[i].is_text || (*tree)[i].tag != GUMBO_TAG_P) continue;
    EXPECT_EQ(tree->attribute(i, "class"), "x y");
    EXPECT_EQ(tree->attribute(i, "id"), "");
    EXPECT_TRUE(tree->has_attribute(i, "hidden"));
    EXPECT_EQ(tree->text_of(i), "Fish & chips €5");
  }
}

TEST(PageTree, HasATreeForEveryInput) {
  for (const std::string html : {"", "<", "</p>", "plain words", "<p <p <p", "<table><div><tr>x", "\xEF\xBF\xBD<b>"}) {
    EXPECT_TRUE(PageTree::parse(html).ok()) << html;
  }
}

TEST(PageTree, RefusesDeepNestingInTime) {
  const auto tree = PageTree::parse(repeat("<div>", 200'000) + "x");
  ASSERT_FALSE(tree.ok());
  EXPECT_EQ(tree.error().code, ErrorCode::kTooLarge);
}

TEST(PageTree, RefusesFormattingThatMultiplies) {
  std::string html;
  for (int i = 0; i < 1500; ++i) html += "<b id=" + std::to_string(i) + ">";
  html += repeat("<p>x", 200'000);
  const auto tree = PageTree::parse(html);
  ASSERT_FALSE(tree.ok());
  EXPECT_EQ(tree.error().code, ErrorCode::kTooLarge);
}

TEST(PageDepth, CountsWhatDoesNotCloseByItself) {
  EXPECT_EQ(nesting_depth(""), 0U);
  EXPECT_EQ(nesting_depth("<div><p>a<p>b<br><img></div><div></div>"), 1U);
  EXPECT_EQ(nesting_depth("<div><span><b></b></span></div>"), 3U);
  EXPECT_EQ(nesting_depth("<ul><li>a<li>b</ul>"), 1U);
  EXPECT_EQ(nesting_depth("<script>if (a<b && c<d) '<div><div>'</script><i></i>"), 1U);
  EXPECT_EQ(nesting_depth("<svg><circle/><circle/></svg>"), 1U);
  EXPECT_EQ(nesting_depth("<svg><p><a/><a/><a/>"), 4U);  // paragraphs end drawings, and links do not end by a slash
  EXPECT_EQ(nesting_depth("a < b, 3 <4"), 0U);
}

}  // namespace
}  // namespace attest::html
