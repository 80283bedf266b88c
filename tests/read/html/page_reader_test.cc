#include "read/html/page_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace attest::html {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string text_of(const std::string& html) {
  const auto document = read_page(html, "");
  EXPECT_TRUE(document.ok()) << (document.ok() ? "" : document.error().to_string());
  return document.ok() ? document->text : std::string();
}

const std::string kFirst = "<p>The port handled nine million tonnes of grain last year, a tenth more than in the year before it.</p>";
const std::string kSecond =
    "<p>Its director said that a second berth would open in spring, and that two shipping lines had asked for more room.</p>";
const std::string kBoth =
    "The port handled nine million tonnes of grain last year, a tenth more than in the year before it.\n\n"
    "Its director said that a second berth would open in spring, and that two shipping lines had asked for more room.\n";

TEST(PageReader, TakesTheArticleOutOfItsPage) {
  EXPECT_EQ(text_of("<html><head><title>Port grows</title><style>p{}</style></head><body><nav><ul><li><a href=/>Home</a><li><a "
                    "href=/w>World</a></ul></nav>"
                    "<main><article><h1>Port grows</h1><p class=byline>By A. Writer</p>" +
                    kFirst + "<div class='share-tools'><a href=f>Share on Facebook</a></div>" + kSecond +
                    "<h3>Related stories</h3><ul><li><a href=a>Another port</a></li></ul></article></main>"
                    "<aside><p>Subscribe to our newsletter and never miss what happens in the ports of the world again.</p></aside>"
                    "<section id=comments><p>I have always said so, and nobody would listen to me when I said it, not even the "
                    "director.</p></section>"
                    "<footer><p>Copyright 2025 by the publisher of this page and all of its friends, all rights "
                    "reserved.</p></footer></body></html>"),
            kBoth);
}

TEST(PageReader, ReadsOldPagesOfTablesAndLineBreaks) {
  EXPECT_EQ(text_of("<body><table><tr><td width=150><a href=1>News</a><br><a href=2>Sport</a><br><a href=3>Weather</a></td><td>"
                    "The port handled nine million tonnes of grain last year, a tenth more than in the year before it.<br><br>"
                    "Its director said that a second berth would open in spring, and that two shipping lines had asked for more "
                    "room.</td></tr></table>"),
            kBoth);
}

TEST(PageReader, KeepsHeadingsListsAndQuotations) {
  EXPECT_EQ(
      text_of("<article>" + kFirst +
              "<h2>What comes</h2><ul><li>a berth</li><li><p>a crane</p></li></ul><blockquote>It is time.</blockquote>" + kSecond +
              "</article>"),
      "The port handled nine million tonnes of grain last year, a tenth more than in the year before it.\n\nWhat comes\n\n- a berth\n\n- a "
      "crane\n\n"
      "It is time.\n\nIts director said that a second berth would open in spring, and that two shipping lines had asked for more room.\n");
}

TEST(PageReader, LaysTablesOfDataOutInRowsWithTabs) {
  EXPECT_THAT(text_of("<article>" + kFirst +
                      "<table><tr><th>Year<th>Grain, Mt<th>Oil, Mt</tr><tr><td>2023<td>8.1<td></tr><tr><td>2024<td>9.0<td>3.2</tr>"
                      "<tr><td colspan=2>Change<td>2.1</tr></table>" +
                      kSecond + "</article>"),
              HasSubstr("\n\nYear\tGrain, Mt\tOil, Mt\n2023\t8.1\n2024\t9.0\t3.2\nChange\t\t2.1\n\nIts director"));
}

TEST(PageReader, KeepsColumnsBelowACellThatTakesSeveralRows) {
  EXPECT_THAT(
      text_of("<article>" + kFirst +
              "<table><tr><th rowspan=2>Year<th colspan=2>Grain</tr><tr><th>sown<th>reaped</tr><tr><td>2024<td>9.0<td>3.2</tr></table>" +
              kSecond + "</article>"),
      HasSubstr("\n\nYear\tGrain\n\tsown\treaped\n2024\t9.0\t3.2\n\nIts director"));
}

TEST(PageReader, LeavesCaptionsAndHiddenTextOut) {
  const std::string text =
      text_of("<article>" + kFirst +
              "<figure><img src=x><figcaption>The new berth of the port, seen from the old lighthouse in the evening. Photo: A. "
              "Viewer</figcaption></figure>"
              "<p style='display: none'>This paragraph is shown to nobody who reads the page with the eyes, only to machines.</p>" +
              kSecond + "</article>");
  EXPECT_EQ(text, kBoth);
}

TEST(PageReader, LeavesConsentWallsOutThatAreLongerThanTheArticle) {
  EXPECT_EQ(
      text_of(
          "<div class='cmp-container'><h2>We value your privacy</h2><p>We and our 842 partners store and access information on a device, "
          "such as cookies, and process personal data, such as unique identifiers and standard information sent by a device.</p><p>With "
          "your permission we and our partners may use precise geolocation data and identification through device scanning for "
          "personalised advertising.</p></div><a href=/>Home</a><div><h1>Port grows</h1>" +
          kFirst + kSecond + "</div>"),
      kBoth);
}

TEST(PageReader, LeavesPaywallsOutAndKeepsWhatStandsBehindThem) {
  EXPECT_EQ(
      text_of("<nav><a href=/>Home</a></nav><article><h1>Port grows</h1>" + kFirst + "<div class='paywall-content'>" + kSecond +
              "</div><div class='paywall-barrier'><h2>Subscribe to continue reading</h2><p>Get unlimited access to all our journalism "
              "for only one euro a week in the first three months.</p></div></article>"),
      kBoth);
}

TEST(PageReader, TakesTheNamesOfElementsThatHtmlDoesNotKnowForHints) {
  EXPECT_EQ(text_of("<site-nav><a href=/>Home</a></site-nav><story-page><story-body>" + kFirst +
                    "<amp-ad><div placeholder>Shoes that you should buy today, because they are good shoes for everybody.</div></amp-ad>" +
                    kSecond + "</story-body></story-page>"),
            kBoth);
}

TEST(PageReader, ReadsPagesOfShortSentencesAndPagesOfHeadings) {
  EXPECT_EQ(
      text_of(
          "<nav><a href=/>Home</a></nav><article><p>Prices rose in June.</p><p>Oil was dearer, too.</p><p>Few expect a cut.</p></article>"),
      "Prices rose in June.\n\nOil was dearer, too.\n\nFew expect a cut.\n");
  EXPECT_THAT(text_of("<nav><a href=/>Home</a></nav><h4>The port handled nine million tonnes of grain last year.</h4>"
                      "<h4>Its director said that a second berth would open.</h4>"),
              HasSubstr("last year.\n\nIts director"));
}

TEST(PageReader, TakesAllOfAPageThatAWordProcessorSaved) {
  EXPECT_EQ(
      text_of("<body><p>The port handled nine million tonnes of grain.</p><ul><li><p>a berth</p></li></ul><p>It will grow.</p></body>"),
      "The port handled nine million tonnes of grain.\n\n- a berth\n\nIt will grow.\n");
}

TEST(PageReader, KeepsTablesThatAreMostOfTheArticle) {
  std::string rows = "<tr><th>Team<th>Points</tr>";
  for (int i = 1; i < 9; ++i) rows += "<tr><td>Team " + std::to_string(i) + "<td>" + std::to_string(30 + i) + "</tr>";
  EXPECT_THAT(text_of("<nav><a href=/>Home</a></nav><article>" + kFirst + "<table>" + rows + "</table></article>"),
              HasSubstr("\nTeam 8\t38\n"));
}

TEST(PageReader, LeavesRowsOfTeasersOut) {
  std::string teasers;
  for (int i = 0; i < 5; ++i) {
    teasers += "<div class=item><h4><a href=x>Another story with a headline of its own " + std::to_string(i) +
               "</a></h4><p>The first sentence of that other story, long enough to look like a paragraph of this one here.</p></div>";
  }
  EXPECT_EQ(text_of("<div id=page><h1>Port grows</h1>" + kFirst + kSecond + "<div>" + teasers + "</div></div>"), kBoth);
}

TEST(PageReader, ReadsPagesInOtherScripts) {
  const std::string text = text_of(
      "<nav><a "
      "href=1>主页</a></nav><article><h1>港口</"
      "h1><p>去年该港口处理了九百万吨粮食，比前一年增加了十分之一，港口负责人说第二个泊位将于春天开放。</p></article><footer>版权所有</"
      "footer>");
  EXPECT_EQ(text, "去年该港口处理了九百万吨粮食，比前一年增加了十分之一，港口负责人说第二个泊位将于春天开放。\n");
}

TEST(PageReader, RefusesPagesWithoutText) {
  const auto document = read_page("<html><body><script>render()</script></body></html>", "");
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().code, ErrorCode::kFormat);
  EXPECT_THAT(document.error().what, HasSubstr("without text"));
}

TEST(PageReader, TellsPagesFromOtherText) {
  for (const char* page : {"<!DOCTYPE html><p>", "\xEF\xBB\xBF\n<HTML lang=en>", "<!-- saved --><html>",
                           "<?xml version='1.0'?><!DOCTYPE html PUBLIC>", "<div>x"}) {
    EXPECT_TRUE(begins_like_page(page)) << page;
  }
  for (const char* other : {"", "<", "Plain text <html>", "<?xml version='1.0'?><rss>", "<!-- never ends", "{\"html\":1}", "<feed>"}) {
    EXPECT_FALSE(begins_like_page(other)) << other;
  }
}

}  // namespace
}  // namespace attest::html
