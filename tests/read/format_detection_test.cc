#include "read/format_detection.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "read/served_bytes.h"

namespace attest {
namespace {

struct DetectionCase {
  std::string_view bytes;
  bool is_rows;
};

const std::vector<DetectionCase>& cases() {
  static const std::vector<DetectionCase> all = {
      {"", false},
      {"\n \r\n\t", false},
      {"\xEF\xBB\xBF", false},
      {"\xEF", false},
      {"Exports rose 9%.\n", false},
      {"{draft} of a text\n{\"text\":\"t\"}\n", false},
      {"{\n \"text\": \"t\"}", false},
      {"{\"text\":\"t\"}", true},
      {"{\"id\":1,\"text\":\"t\"}\nnot a row\n", true},
      {"\n\r\n  {\"id\":1,\"html\":\"<p>\"}\r\n", true},
      {"\xEF\xBB\xBF\n{\"text\":\"t\"}\n", true},
      {"x\n{\"text\":\"t\"}\n", false},
  };
  return all;
}

// With blocks and reads of any size, the answer is the same and nothing is lost.
TEST(FormatDetection, TellsRowsInAnyBlocks) {
  JsonlRowParser rows;
  for (const DetectionCase& expected : cases()) {
    for (const std::size_t size : {1U, 2U, 3U, 5U, 1000U}) {
      LineStream stream(serve(expected.bytes, size), {.block = size});
      EXPECT_EQ(begins_with_article_row(stream, rows), expected.is_rows) << size << " of " << expected.bytes;
      EXPECT_EQ(*stream.take_rest(1000, 0), expected.bytes) << size;
    }
  }
}

TEST(FormatDetection, ReadsNoMoreThanItNeeds) {
  const std::string text = "Exports rose 9%." + std::string(10000, 'x');
  LineStream stream(serve(text, 100), {.block = 100});
  JsonlRowParser rows;
  EXPECT_FALSE(begins_with_article_row(stream, rows));
  EXPECT_EQ(stream.bytes_read(), 100U);
}

struct FormatCase {
  std::string_view bytes;
  std::string_view name;
  InputFormat format;
};

TEST(FormatDetection, TellsFormatsByContentAndThenByName) {
  constexpr FormatCase kCases[] = {
      {"%PDF-1.4", "a.txt", InputFormat::kPdf},
      {"<!doctype html><p>", "a", InputFormat::kHtml},
      {"<?xml version='1.0'?>\n<rss version='2.0'>", "a.html", InputFormat::kFeed},
      {"<feed xmlns='x'>", "a", InputFormat::kFeed},
      {"{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[]}", "a", InputFormat::kFeed},
      {"WARC/1.0\r\n", "a", InputFormat::kWarc},
      {"From: a@e.org\nTo: b@e.org\nSubject: x\nDate: y\n\ntext", "a", InputFormat::kMail},
      {"From a@e.org Tue\nFrom: a@e.org\nTo: b@e.org\nDate: y\n\n", "a", InputFormat::kMail},
      {"---\ntitle: x\n---\nText", "a", InputFormat::kMarkdown},
      {"# Heading\n\nA [link](x).", "a", InputFormat::kMarkdown},
      {"Text.", "a.md", InputFormat::kMarkdown},
      {"Text.", "a.md.gz", InputFormat::kMarkdown},
      {"Text.", "a.jsonl", InputFormat::kJsonl},
      {"Text about <rss feeds>.", "a", InputFormat::kText},
      {"From the port: nine ships.\nTo: nobody", "a", InputFormat::kText},
      {"Note: ships\nDate: today\n", "a", InputFormat::kText},
      {"# 5 ships came in", "a", InputFormat::kText},
      {"--- a line ---\n", "a", InputFormat::kText},
      {"", "a", InputFormat::kText},
  };
  for (const FormatCase& it : kCases) EXPECT_EQ(detect_format(it.bytes, it.name), it.format) << it.bytes;
}

}  // namespace
}  // namespace attest
