// Files that other programs made (made_by_others/README.md): every format gives the same article.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "read/reader.h"

namespace attest {
namespace {

using testing::HasSubstr;

const std::string kGrain = "The port handled 9 million tonnes of grain in 2024, the harbour authority said.";
const std::string kTable = "Year\tGrain, Mt\tOil, Mt\n2023\t8.1\t2.9\n2024\t9.0\t3.2\n";
const std::string kExports = "Exports rose 4.5% to $43.8 billion.\n";
const std::string kCyrillic = "Порт Северный в прошлом году перевалил девять миллионов тонн зерна, сообщили власти города во вторник.";
const std::string kChinese = "北港港务局周二表示，该港口去年处理了九百四十万吨粮食，比前一年增加了百分之十，创下十年来的最高水平。";

struct Case {
  std::string file;
  std::size_t documents;              // that it holds
  std::vector<std::string> passages;  // of the last one
  std::string title;
  std::string place;  // of its last origin
};

std::vector<Document> read_all(const std::string& path) {
  std::vector<Document> documents;
  const auto sink = [&](Document document) {
    documents.push_back(std::move(document));
    return true;
  };
  read_documents({path}, {}, sink, [&](const Error& error) { ADD_FAILURE() << error.to_string(); });
  return documents;
}

class MadeByOthers : public testing::TestWithParam<Case> {};

TEST_P(MadeByOthers, GiveTheArticle) {
  const std::vector<Document> documents = read_all(std::string(ATTEST_SOURCE_DIR) + "/tests/read/made_by_others/" + GetParam().file);
  ASSERT_EQ(documents.size(), GetParam().documents);
  const Document& last = documents.back();
  for (const std::string& passage : GetParam().passages) EXPECT_THAT(last.text, HasSubstr(passage));
  EXPECT_EQ(last.metadata.title, GetParam().title);
  EXPECT_EQ(last.origins.empty() ? "" : last.origins.back().place, GetParam().place);
}

INSTANTIATE_TEST_SUITE_P(
    Files, MadeByOthers,
    testing::Values(Case{"pandoc.docx", 1, {kGrain, "\n- second item\n", kTable, kExports}, "Port report", ""},
                    Case{"pandoc.odt", 1, {kGrain, "\n- second item\n", kTable, kExports}, "Port report", ""},
                    Case{"pandoc.html", 1, {kGrain, "\n- second item\n", kTable, kExports}, "Port report", "/html/body/p[2]"},
                    Case{"pandoc.md", 1, {kGrain, "\n- second item\n", kTable, kExports}, "Port report", ""},
                    Case{"source.md", 1, {kGrain, "\n- second item\n", kTable, kExports}, "Port report", ""},
                    Case{"libreoffice.docx", 1, {kGrain, "\n- second item\n", kTable, kExports}, "Port report", ""},
                    Case{"libreoffice.odt", 1, {kGrain, "\n- second item\n", kTable, kExports}, "Port report", ""},
                    Case{"libreoffice.html", 1, {kGrain, "\n- second item\n", kTable, kExports}, "Port report", "/html/body/div/p"},
                    Case{"libreoffice.pdf", 1, {"the harbour authority\nsaid.\n", "\n" + kTable + "\n", kExports}, "Port report", "page 1"},
                    Case{"qpdf_open.pdf", 1, {"the harbour authority\nsaid.\n", "\n" + kTable + "\n", kExports}, "Port report", "page 1"},
                    Case{"gnu.tar.gz", 2, {kGrain, kTable, kExports}, "Port report", "/html/body/p[2]"},
                    Case{"gnu.tar.xz", 2, {kGrain, kTable, kExports}, "Port report", "/html/body/p[2]"},
                    Case{"gnu.tar.zst", 2, {kGrain, kTable, kExports}, "Port report", "/html/body/p[2]"},
                    Case{"gnu.tar.bz2", 2, {kGrain, kTable, kExports}, "Port report", "/html/body/p[2]"},
                    Case{"info-zip.zip", 2, {kGrain, kTable, kExports}, "Port report", "/html/body/p[2]"},
                    Case{"wget.warc.gz", 1, {kGrain, kTable, kExports}, "Port report", "/html/body/p[2]"},
                    Case{"cyrillic.txt", 1, {kCyrillic}, "", ""}, Case{"koi8.txt", 1, {kCyrillic}, "", ""},
                    Case{"chinese.txt", 1, {kChinese}, "", ""}, Case{"big5.txt", 1, {"該港口去年處理了九百四十萬噸糧食"}, "", ""},
                    Case{"utf16.txt", 1, {kGrain}, "", ""}, Case{"cyrillic.html", 1, {kCyrillic}, "Порт", "/html/body/p"},
                    Case{"chinese.html", 1, {kChinese}, "港口增长", "/html/body/p"}),
    [](const auto& c) {
      std::string name = c.param.file;
      for (char& letter : name) letter = std::isalnum(static_cast<unsigned char>(letter)) != 0 ? letter : '_';
      return name;
    });

TEST(LockedPdf, SaysSoAndWhatToDo) {
  std::vector<Error> errors;
  const std::string path = std::string(ATTEST_SOURCE_DIR) + "/tests/read/made_by_others/qpdf_locked.pdf";
  const auto no_document = [](const Document& document) {
    ADD_FAILURE() << document.source;
    return true;
  };
  read_documents({path}, {}, no_document, [&](const Error& error) { errors.push_back(error); });
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].code, ErrorCode::kUnreadable);
  EXPECT_THAT(errors[0].to_string(), HasSubstr("encrypted PDF (save it without a password)"));
}

}  // namespace
}  // namespace attest
