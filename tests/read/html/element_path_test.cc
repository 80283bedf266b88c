// Paths lead back to the elements that they were made of.
#include "read/html/element_path.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace attest::html {
namespace {

std::vector<std::string> paths_to(const std::string& html, GumboTag tag) {
  const auto tree = PageTree::parse(html);
  EXPECT_TRUE(tree.ok());
  const ElementPaths paths(*tree);
  std::vector<std::string> found;
  for (NodeIndex i = 1; i < tree->size(); ++i) {
    if (!(*tree)[i].is_text && (*tree)[i].tag == tag) found.push_back(paths.path_of(i));
  }
  return found;
}

TEST(ElementPaths, CountSiblingsOfOneName) {
  EXPECT_EQ(paths_to("<body><div><p>a<p>b</div><h1>c</h1><div><p>d</div>", GUMBO_TAG_P),
            (std::vector<std::string>{"/html/body/div[1]/p[1]", "/html/body/div[1]/p[2]", "/html/body/div[2]/p"}));
}

TEST(ElementPaths, HaveTheElementsThatBrowsersAdd) {
  EXPECT_EQ(paths_to("<table><tr><td>a<td>b</table>", GUMBO_TAG_TD),
            (std::vector<std::string>{"/html/body/table/tbody/tr/td[1]", "/html/body/table/tbody/tr/td[2]"}));
}

TEST(ElementPaths, CountUnknownElementsAmongAll) {
  EXPECT_EQ(paths_to("<body><b>x</b><story-body><p>a</p></story-body>", GUMBO_TAG_P), (std::vector<std::string>{"/html/body/*[2]/p"}));
}

TEST(ElementPaths, OfDeepPagesBeginWithTheInnermostSteps) {
  std::string html;
  for (int i = 0; i < 200; ++i) html += "<div>";
  const std::vector<std::string> paths = paths_to(html + "<p>a", GUMBO_TAG_P);
  ASSERT_EQ(paths.size(), 1U);
  EXPECT_TRUE(paths[0].starts_with("//div/div/")) << paths[0];
  EXPECT_TRUE(paths[0].ends_with("/div/p")) << paths[0];
}

}  // namespace
}  // namespace attest::html
