#include "present/report_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attest {
namespace {

using testing::HasSubstr;
using testing::Not;

ReportedStatement statement(const char* quote, double low, double high) {
  ReportedStatement one;
  one.role = "figure";
  one.source = "Gazette";
  one.place = "line 3";
  one.sentence = std::string("Trade & more: ") + quote + ".";
  one.quote = quote;
  one.quote_in_sentence = {14, static_cast<std::uint32_t>(14 + one.quote.size())};
  one.unit = "USD";
  one.low = low;
  one.high = high;
  return one;
}

ReportedFinding finding() {
  ReportedFinding one;
  one.id = "0123456789abcdef";
  one.check = "same_figure";
  one.verdict = "conflict";
  one.severity = "high";
  one.summary = "<b>trade</b> differs";
  one.statements = {statement("$24 billion", 23.5e9, 24.5e9), statement("$30 billion", 29.5e9, 30.5e9)};
  return one;
}

std::string page_with(const ReportedFinding& one) {
  std::string html;
  ReportPage page("a&b.db", {{"conflict", 1}}, html);
  page.add(one);
  page.finish();
  return html;
}

TEST(ReportPage, MarksBothPassages) {
  const std::string html = page_with(finding());
  EXPECT_THAT(html, HasSubstr("Trade &amp; more: <mark>$24 billion</mark>."));
  EXPECT_THAT(html, HasSubstr("Trade &amp; more: <mark>$30 billion</mark>."));
}

TEST(ReportPage, TakesWordsOfArticlesForWordsOnly) {
  const std::string html = page_with(finding());
  EXPECT_THAT(html, HasSubstr("&lt;b&gt;trade&lt;/b&gt; differs"));
  EXPECT_THAT(html, HasSubstr("<title>Findings: a&amp;b.db</title>"));
}

TEST(ReportPage, NeedsNothingFromElsewhere) {
  const std::string html = page_with(finding());
  EXPECT_THAT(html, Not(HasSubstr("http")));
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("src=")));
}

TEST(IntervalPicture, DrawsABarForEachFigureOfOneUnit) {
  auto statements = finding().statements;
  statements.push_back(statement("45%", 0.4, 0.5));
  statements.back().unit = "%";
  const std::string picture = interval_picture(statements);
  EXPECT_EQ(std::string::npos, picture.find("45%"));
  std::size_t bars = 0;
  for (std::size_t at = picture.find("<rect"); at != std::string::npos; at = picture.find("<rect", at + 1)) ++bars;
  EXPECT_EQ(bars, 2U);
}

TEST(IntervalPicture, ShowsOpenEnds) {
  auto statements = finding().statements;
  statements[1].high.reset();
  EXPECT_THAT(interval_picture(statements), HasSubstr("class=\"open\""));
}

TEST(IntervalPicture, OfOneFigureIsNone) { EXPECT_EQ(interval_picture({statement("$24 billion", 1, 2)}), ""); }

}  // namespace
}  // namespace attest
