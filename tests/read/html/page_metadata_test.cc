#include "read/html/page_metadata.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace attest::html {
namespace {

DocumentMetadata metadata_of(const std::string& html, const std::string& address = "") {
  const auto tree = PageTree::parse(html);
  EXPECT_TRUE(tree.ok());
  return read_page_metadata(*tree, address).document;
}

TEST(PageMetadata, PrefersLinkedDataToMetaElements) {
  const DocumentMetadata metadata = metadata_of(R"(<html lang="en-GB"><head><title>Ports | Gazette</title>
    <meta property="og:title" content="Other"><meta name="author" content="Nobody"><meta name="date" content="2024-01-01">
    <script type="application/ld+json">{"@graph":[{"@type":"WebPage","url":"https://example.org/w","datePublished":"2023-01-01"},
      {"@type":"Person","@id":"#a","name":"Anna Writer"},
      {"@type":["NewsArticle"],"headline":"Harbour grows","datePublished":"2025-06-17T23:30:00-05:00","author":[{"@id":"#a"},{"name":"Ben Reporter"}],
       "publisher":{"@type":"Organization","name":"Harbour Gazette"}}]}</script></head><body><p>Text</p></body></html>)");
  EXPECT_EQ(metadata.title, "Harbour grows");
  EXPECT_EQ(metadata.author, "Anna Writer, Ben Reporter");
  EXPECT_EQ(metadata.publisher, "Harbour Gazette");
  EXPECT_EQ(metadata.published, "2025-06-17");
  EXPECT_EQ(metadata.published_basis, PublishedBasis::kMetadata);
  EXPECT_EQ(metadata.language, "en-GB");
  EXPECT_EQ(metadata.url, "https://example.org/w");
}

TEST(PageMetadata, ReadsLinkedDataWithLineBreaksInStringsAndInCData) {
  const DocumentMetadata metadata = metadata_of(
      "<script type='application/ld+json'>/*<![CDATA[*/{\"@type\":\"BlogPosting\",\"headline\":\"Two\nlines\"}/*]]>*/</script>");
  EXPECT_EQ(metadata.title, "Two lines");
}

struct DatedPage {
  std::string html;
  std::string address;
  std::string published;
  PublishedBasis basis;
};

TEST(PageMetadata, TakesTheDayFromTheFirstSourceThatHasOne) {
  const std::vector<DatedPage> cases = {
      {"<meta property='article:published_time' content='2025-06-17T08:00:00Z'><time datetime='2025-06-20'>", "https://e.org/2025/06/19/a",
       "2025-06-17", PublishedBasis::kMetadata},
      {"<time datetime='2025-06-20T10:00'>Friday</time>", "https://e.org/2025/06/19/a", "2025-06-20", PublishedBasis::kMetadata},
      {"<time>17. Juni 2025</time>", "", "2025-06-17", PublishedBasis::kMetadata},
      {"<p>Published 1 May 2020</p>", "https://e.org/2025/06/19/a", "2025-06-19", PublishedBasis::kInferred},
      {"<div class='post-date'>June 17th, 2025</div>", "https://e.org/a", "2025-06-17", PublishedBasis::kStated},
      {"<h1>Headline of it</h1><p>By A. Writer, 17 June 2025, 10:20</p>", "", "2025-06-17", PublishedBasis::kStated},
      {"<h1>Headline of it</h1><p>Monday</p>", "https://e.org/2025/06/a", "", PublishedBasis::kNone},
  };
  for (const DatedPage& page : cases) {
    const DocumentMetadata metadata = metadata_of(page.html, page.address);
    EXPECT_EQ(metadata.published, page.published) << page.html;
    EXPECT_EQ(metadata.published_basis, page.basis) << page.html;
  }
}

TEST(PageMetadata, TakesTheVisibleHeadlineAndLeavesTheSiteOut) {
  EXPECT_EQ(metadata_of("<title>Harbour grows fast | World | The Gazette</title><h1>The Gazette</h1>").title, "Harbour grows fast");
  EXPECT_EQ(metadata_of("<title>Harbour grows fast - Gazette</title><h1>Harbour grows <em>fast</em></h1>").title, "Harbour grows fast");
  EXPECT_EQ(metadata_of("<meta property=og:site_name content=Gazette><meta property=og:title content='Growth – Gazette'>").title, "Growth");
  EXPECT_EQ(metadata_of("<h1>Alone</h1>").title, "Alone");
}

TEST(PageMetadata, ReadsAuthorsWithoutWordsAroundThem) {
  EXPECT_EQ(metadata_of("<meta name=author content='By Anna Writer | June 17'>").author, "Anna Writer");
  EXPECT_EQ(metadata_of("<meta property=article:author content='https://e.org/anna'><a rel=author>Anna Writer</a>").author, "Anna Writer");
}

TEST(PageMetadata, NamesTheHostWhereThereIsNoPublisher) {
  EXPECT_EQ(metadata_of("<p>x</p>", "https://www.example.org/a").publisher, "example.org");
  EXPECT_EQ(metadata_of("<p>x</p>").publisher, "");
}

}  // namespace
}  // namespace attest::html
