// Every format by its sample (tests/read/make_samples.py), found by content: the samples are copied under names that say
// nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "read/reader.h"
#include "read/temp_folder.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

constexpr std::string_view kGrain = "The port handled 9 million tonnes of grain in 2024.";
constexpr std::string_view kReport =
    "Port report\n\nThe port handled 9 million tonnes of grain in 2024.\n\n- first item\n\n- second item\n\n"
    "Year\tGrain, Mt\tOil, Mt\n2023\t8.1\t\n2024\t9.0\t3.2\n\nExports rose 4.5% to $43.8 billion.\n";

struct Outcome {
  std::vector<Document> documents;
  std::vector<Error> failures;

  [[nodiscard]] std::vector<std::string> sources() const {
    std::vector<std::string> names;
    for (const Document& document : documents) names.push_back(document.source);
    return names;
  }
};

Outcome read_path(const std::string& path) {
  Outcome outcome;
  const auto sink = [&](Document document) {
    outcome.documents.push_back(std::move(document));
    return true;
  };
  read_documents({path}, {}, sink, [&](const Error& error) { outcome.failures.push_back(error); });
  return outcome;
}

// Reads a sample under the name "in"; sources come without the folder.
Outcome read_sample(const std::string& name) {
  const TempFolder folder;
  std::filesystem::copy_file(std::string(ATTEST_SOURCE_DIR) + "/tests/read/samples/" + name, folder.path("in"));
  Outcome outcome = read_path(folder.path("in"));
  const std::size_t prefix = folder.path().size() + 1;
  for (Document& document : outcome.documents) {
    if (document.source.starts_with(folder.path())) document.source.erase(0, prefix);
  }
  for (Error& error : outcome.failures) error.where.erase(0, prefix);
  return outcome;
}

Document only_document(const std::string& sample) {
  const Outcome outcome = read_sample(sample);
  EXPECT_THAT(outcome.failures, IsEmpty()) << sample << ": " << (outcome.failures.empty() ? "" : outcome.failures[0].to_string());
  EXPECT_EQ(outcome.documents.size(), 1U) << sample;
  return outcome.documents.size() == 1 ? outcome.documents[0] : Document();
}

TEST(Samples, OfficeDocumentsGiveTheirTextTablesAndProperties) {
  for (const std::string name : {"report.docx", "report.odt"}) {
    const Document document = only_document(name);
    EXPECT_EQ(document.text, kReport) << name;
    EXPECT_EQ(document.metadata.title, "Port report");
    EXPECT_EQ(document.metadata.author, "Anna Writer");
    EXPECT_EQ(document.metadata.published, "2025-06-17");
    EXPECT_EQ(document.metadata.published_basis, PublishedBasis::kInferred);
  }
}

TEST(Samples, MarkdownGivesItsTextAndFrontMatter) {
  const Document document = only_document("report.md");
  EXPECT_EQ(document.text, std::string("Port report\n\n") + std::string(kGrain) +
                               " See the site.\n\n- one\n\n- two\n\nYear\tGrain\n2023\t8.1\n2024\t9.0\n\nQuoted.\n");
  EXPECT_EQ(document.metadata.title, "Port report");
  EXPECT_EQ(document.metadata.published, "2025-06-17");
  EXPECT_EQ(document.media_type, "text/markdown");
}

TEST(Samples, MailGivesItsPlainTextAndHeader) {
  const Document document = only_document("message.eml");
  EXPECT_THAT(document.text, StartsWith("Der Hafen wächst.\n" + std::string(kGrain)));
  EXPECT_THAT(document.text, Not(HasSubstr("attached")));
  EXPECT_EQ(document.metadata.title, "Hafen wächst um 9 %");
  EXPECT_EQ(document.metadata.author, "Änne Writer");
  EXPECT_EQ(document.metadata.published, "2025-06-17");
}

TEST(Samples, MailboxesGiveADocumentAMessage) {
  const Outcome outcome = read_sample("mailbox");
  EXPECT_THAT(outcome.sources(), ElementsAre("in#<1@example.org>", "in#<2@example.org>"));
  EXPECT_EQ(outcome.documents[1].text, "Grain\n\nExports rose 4.5% to $43.8 billion.\n");
}

TEST(Samples, FeedsGiveADocumentAnItem) {
  const Outcome rss = read_sample("rss.xml");
  ASSERT_THAT(rss.sources(), ElementsAre("in#g1", "in#1"));
  EXPECT_EQ(rss.documents[0].text, "Порт перевалил 9 млн тонн.\n\nВторой абзац.\n");
  EXPECT_EQ(rss.documents[0].metadata.title, "Порт растёт");
  EXPECT_EQ(rss.documents[0].metadata.publisher, "Вестник порта");
  EXPECT_EQ(rss.documents[0].metadata.author, "Анна");
  EXPECT_EQ(rss.documents[0].metadata.published, "2025-06-17");
  EXPECT_EQ(rss.documents[1].text, "Только заголовок\n");
  const Outcome atom = read_sample("atom.xml");
  ASSERT_THAT(atom.sources(), ElementsAre("in#urn:1", "in#urn:2"));
  EXPECT_EQ(atom.documents[0].metadata.url, "https://example.org/a");
  EXPECT_EQ(atom.documents[1].text, "Exports rose 4.5% to $43.8 billion.\n");
  const Outcome json = read_sample("feed.json");
  ASSERT_THAT(json.sources(), ElementsAre("in#1", "in#2"));
  EXPECT_EQ(json.documents[1].text, "Plain & <simple>\nExports rose 4.5% to $43.8 billion.\n");
}

TEST(Samples, PdfGivesColumnsInOrderWithoutHeadersFootersAndHyphens) {
  const Document document = only_document("columns.pdf");
  EXPECT_THAT(document.text, Not(HasSubstr("Harbour Gazette")));
  EXPECT_THAT(document.text, Not(HasSubstr("Page 2")));
  EXPECT_THAT(document.text, HasSubstr("transportation"));
  const std::size_t left = document.text.find("rail would grow");
  const std::size_t right = document.text.find("A second berth");
  ASSERT_NE(left, std::string::npos);
  EXPECT_LT(left, right);
  EXPECT_LT(right, document.text.find("In year B"));
  EXPECT_EQ(document.metadata.title, "Port report");
  EXPECT_EQ(document.metadata.published, "2025-06-17");
}

TEST(Samples, PdfWithoutTextAndBrokenPdfAreRefusedEachInItsWay) {
  const Outcome scan = read_sample("scan.pdf");
  ASSERT_EQ(scan.failures.size(), 1U);
  EXPECT_EQ(scan.failures[0].what, "PDF without text");
  EXPECT_THAT(scan.failures[0].hint, HasSubstr("OCR"));
  const Outcome broken = read_sample("broken.pdf");
  ASSERT_EQ(broken.failures.size(), 1U);
  EXPECT_EQ(broken.failures[0].what, "broken PDF");
}

TEST(Samples, WebArchivesGiveADocumentAPage) {
  for (const std::string name : {"pages.warc", "pages.warc.gz"}) {
    const Outcome outcome = read_sample(name);
    EXPECT_THAT(outcome.failures, IsEmpty());
    ASSERT_THAT(outcome.sources(),
                ElementsAre("in#https://example.org/2025/06/17/port", "in#https://example.org/packed", "in#https://example.org/plain"));
    EXPECT_EQ(outcome.documents[0].metadata.title, "Port grows");
    EXPECT_EQ(outcome.documents[0].metadata.published, "2025-06-17");
    EXPECT_EQ(outcome.documents[0].text, outcome.documents[1].text);
    EXPECT_THAT(outcome.documents[0].text, StartsWith(std::string(kGrain)));
  }
}

TEST(Samples, CompressedTextReadsAsTheText) {
  for (const std::string name : {"text.gz", "text.bz2", "text.xz", "text.zst"}) {
    const Document document = only_document(name);
    EXPECT_EQ(document.text, std::string(kGrain) + "\n") << name;
    EXPECT_EQ(document.source, "in");
  }
  EXPECT_THAT(read_sample("rows.jsonl.gz").sources(), ElementsAre("0", "1", "2"));
}

TEST(Samples, ArchivesGiveTheirFilesAndNoLinksOrHiddenOnes) {
  EXPECT_THAT(read_sample("many.zip").sources(), ElementsAre("in/deep/text.txt", "0", "1", "2", "in/../../out.txt", "in/report.docx"));
  EXPECT_THAT(read_sample("many.tar.gz").sources(), ElementsAre("in/text.txt", "in/many.zip/deep/text.txt", "0", "1", "2",
                                                                "in/many.zip/../../out.txt", "in/many.zip/report.docx", "in/page.html"));
}

TEST(Samples, BombsNestsAndEncryptedFilesAreRefused) {
  const Outcome bomb = read_sample("bomb.gz");
  EXPECT_THAT(bomb.documents, IsEmpty());
  ASSERT_EQ(bomb.failures.size(), 1U);
  EXPECT_EQ(bomb.failures[0].code, ErrorCode::kTooLarge);
  EXPECT_THAT(bomb.failures[0].what, HasSubstr("200 times"));
  const Outcome nested = read_sample("nested.zip");
  ASSERT_EQ(nested.failures.size(), 1U);
  EXPECT_THAT(nested.failures[0].what, HasSubstr("archives inside one another"));
  const Outcome encrypted = read_sample("encrypted.zip");
  ASSERT_EQ(encrypted.failures.size(), 1U);
  EXPECT_EQ(encrypted.failures[0].where, "in/secret.txt");
  EXPECT_EQ(encrypted.failures[0].what, "encrypted");
}

// Whatever is cut off gives what was whole, or one error, and the file behind it is read.
TEST(Samples, CutOffAnywhereNeverStopsTheRun) {
  for (const auto& entry : std::filesystem::directory_iterator(std::string(ATTEST_SOURCE_DIR) + "/tests/read/samples")) {
    if (entry.path().filename() == "bomb.gz") continue;
    const TempFolder folder;
    const std::string whole = entry.path().string();
    const auto size = std::filesystem::file_size(whole);
    for (std::uintmax_t cut = 0; cut < size; cut += std::max<std::uintmax_t>(size / 40, 1)) {
      std::filesystem::copy_file(whole, folder.path("a"), std::filesystem::copy_options::overwrite_existing);
      std::filesystem::resize_file(folder.path("a"), cut);
      folder.write("b", "Prices fell 2%.\n");
      const Outcome outcome = read_path(folder.path());
      ASSERT_FALSE(outcome.documents.empty()) << whole << " cut at " << cut;
      EXPECT_EQ(outcome.documents.back().text, "Prices fell 2%.\n");
      EXPECT_LE(outcome.failures.size(), 4U) << whole << " cut at " << cut;
    }
  }
}

TEST(Samples, ListsOfInputsAreFollowed) {
  const TempFolder folder;
  const std::string first = folder.write("first.txt", "Prices fell 2%.\n");
  const std::string list = folder.write("list", first + "\r\n\n" + folder.path("missing.txt") + "\n");
  const Outcome outcome = read_path("@" + list);
  EXPECT_THAT(outcome.sources(), ElementsAre(first));
  ASSERT_EQ(outcome.failures.size(), 1U);
  EXPECT_EQ(outcome.failures[0].where, folder.path("missing.txt"));
}

}  // namespace
}  // namespace attest
