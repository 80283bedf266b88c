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
  EXPECT_EQ(count_tags("").deepest, 0U);
  EXPECT_EQ(count_tags("<div><p>a<p>b<br><img></div><div></div>").deepest, 1U);
  EXPECT_EQ(count_tags("<div><span><b></b></span></div>").deepest, 3U);
  EXPECT_EQ(count_tags("<ul><li>a<li>b</ul>").deepest, 1U);
  EXPECT_EQ(count_tags("<script>if (a<b && c<d) '<div><div>'</script><i></i>").deepest, 1U);
  EXPECT_EQ(count_tags("<svg><circle/><circle/></svg>").deepest, 1U);
  EXPECT_EQ(count_tags("<svg><p><a/><a/><a/>").deepest, 4U);  // paragraphs end drawings, and links do not end by a slash
  EXPECT_EQ(count_tags("a < b, 3 <4").deepest, 0U);
}

TEST(PageDepth, CountsAttributes) {
  EXPECT_EQ(count_tags("<p>").most_attributes, 0U);
  EXPECT_EQ(count_tags("<p a b=1 c='x y > z' d=\"e f\" />").most_attributes, 4U);
  EXPECT_EQ(count_tags("<p a").most_attributes, 1U);
  EXPECT_EQ(count_tags("<p a='never ends <b c d e>").most_attributes, 3U);
}

TEST(PageTree, RefusesElementsWithThousandsOfAttributesInTime) {
  std::string html = "<p";
  for (int i = 0; i < 200'000; ++i) html += " a" + std::to_string(i);
  const auto tree = PageTree::parse(html + ">x");
  ASSERT_FALSE(tree.ok());
  EXPECT_EQ(tree.error().code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace attest::html
