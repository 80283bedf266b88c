#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "read/reader.h"
#include "read/temp_folder.h"

namespace attest {
namespace {

using namespace std::string_view_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Outcome {
  std::vector<Document> documents;
  std::vector<Error> failures;
  ReadSummary summary;

  [[nodiscard]] std::vector<std::string> sources() const {
    std::vector<std::string> names;
    for (const Document& document : documents) names.push_back(document.source);
    return names;
  }
};

Outcome read(const std::vector<std::string>& inputs, const ReadOptions& options = {}) {
  Outcome outcome;
  const auto sink = [&](Document document) {
    outcome.documents.push_back(std::move(document));
    return true;
  };
  outcome.summary = read_documents(inputs, options, sink, [&](const Error& error) { outcome.failures.push_back(error); });
  EXPECT_EQ(outcome.summary.documents, outcome.documents.size());
  EXPECT_EQ(outcome.summary.failed, outcome.failures.size());
  return outcome;
}

TEST(ReadDocuments, KeepsPlainTextAsItIs) {
  const TempFolder folder;
  const std::string path = folder.write("a.txt", "\xEF\xBB\xBFTitle\r\n\r\nExports rose 9%.\r\n");
  const Outcome outcome = read({path});
  ASSERT_EQ(outcome.documents.size(), 1U);
  EXPECT_EQ(outcome.documents[0].source, path);
  EXPECT_EQ(outcome.documents[0].text, "Title\r\n\r\nExports rose 9%.\r\n");
  EXPECT_EQ(outcome.documents[0].media_type, "text/plain");
  EXPECT_EQ(outcome.documents[0].metadata.title, "");
  EXPECT_EQ(outcome.documents[0].metadata.published_basis, PublishedBasis::kNone);
  EXPECT_EQ(outcome.summary.bytes, 30U);
}

struct FormatCase {
  std::string_view name;
  std::string_view bytes;
  bool is_jsonl;
};

TEST(ReadDocuments, TellsTheFormatByNameAndContent) {
  const TempFolder folder;
  const std::vector<FormatCase> cases = {
      {"rows.txt", "{\"id\":\"row\",\"text\":\"t\"}\n", true},
      {"blank_first.txt", "\n \r\n{\"id\":\"row\",\"text\":\"t\"}\n", true},
      {"marked.txt", "\xEF\xBB\xBF{\"id\":\"row\",\"text\":\"t\"}", true},
      {"utf16.txt", "\xFF\xFE{\0\"\0i\0d\0\"\0:\0\"\0r\0o\0w\0\"\0,\0\"\0t\0e\0x\0t\0\"\0:\0\"\0t\0\"\0}\0"sv, true},
      {"named.jsonl", "\n{\"text\":\"t\",\"id\":\"row\"}\n", true},
      {"named.ndjson", "{\"id\":\"row\",\"text\":\"t\"}\n", true},
      {"braces.txt", "{draft}\nExports rose.\n", false},
      {"other.json", "{\"name\":\"x\"}\n", false},
      {"pretty.json", "{\n  \"id\": \"row\",\n  \"text\": \"t\"\n}\n", false},
      {"words.txt", "Exports rose.\n{\"id\":\"row\",\"text\":\"t\"}\n", false},
      {"white.txt", " \n\n", false},
  };
  for (const FormatCase& expected : cases) {
    const std::string path = folder.write(expected.name, expected.bytes);
    EXPECT_THAT(read({path}).sources(), ElementsAre(expected.is_jsonl ? "row" : path)) << expected.name;
  }
}

TEST(ReadDocuments, ObeysTheFormatThatTheUserGives) {
  const TempFolder folder;
  const std::string path = folder.write("a.jsonl", "{\"id\":\"row\",\"text\":\"t\"}");
  EXPECT_THAT(read({path}, {.format = InputFormat::kText, .metadata = {}}).sources(), ElementsAre(path));
  EXPECT_THAT(read({path}, {.format = InputFormat::kJsonl, .metadata = {}}).sources(), ElementsAre("row"));
}

TEST(ReadDocuments, ReportsRowsByLineAndGoesOn) {
  const TempFolder folder;
  const std::string path = folder.write("a.jsonl",
                                        "{\"id\":\"one\",\"text\":\"t\"}\r\n"
                                        "\n"
                                        "{\"id\":\"two\"}\n"
                                        "{broken\n"
                                        "{\"id\":\"one\",\"text\":\"again\"}");
  const Outcome outcome = read({path});
  EXPECT_THAT(outcome.sources(), ElementsAre("one", "one"));
  ASSERT_EQ(outcome.failures.size(), 2U);
  EXPECT_EQ(outcome.failures[0].where, path + ":3");
  EXPECT_EQ(outcome.failures[0].what, R"(row "two" has no field "text" or "html")");
  EXPECT_EQ(outcome.failures[1].where, path + ":4");
  EXPECT_EQ(outcome.failures[1].code, ErrorCode::kFormat);
}

TEST(ReadDocuments, ReportsALineOverTheLimitAndGoesOn) {
  const TempFolder folder;
  const std::string path = folder.write("a.jsonl", "");
  std::filesystem::resize_file(path, (std::uintmax_t{32} << 20) + 1);  // a hole, which reads as one long line
  std::ofstream(path, std::ios::app | std::ios::binary) << "\n{\"id\":\"next\",\"text\":\"t\"}\n";
  const Outcome outcome = read({path});
  EXPECT_THAT(outcome.sources(), ElementsAre("next"));
  ASSERT_EQ(outcome.failures.size(), 1U);
  EXPECT_EQ(outcome.failures[0].to_string(), path + ":1: line too long: more than 32 MiB");
  EXPECT_EQ(outcome.failures[0].code, ErrorCode::kTooLarge);
}

TEST(ReadDocuments, PrefersWhatTheUserStates) {
  const TempFolder folder;
  const std::string path = folder.write("a.jsonl", R"({"id":"1","text":"t","title":"Row","author":"Row","published":"2024-01-01"})");
  ReadOptions options;
  options.metadata = {.title = "Given", .publisher = "Given", .author = "", .published = "2025-06-17", .url = "", .language = "en"};
  const Outcome outcome = read({path}, options);
  ASSERT_EQ(outcome.documents.size(), 1U);
  const DocumentMetadata& metadata = outcome.documents[0].metadata;
  EXPECT_EQ(metadata.title, "Given");
  EXPECT_EQ(metadata.publisher, "Given");
  EXPECT_EQ(metadata.author, "Row");
  EXPECT_EQ(metadata.published, "2025-06-17");
  EXPECT_EQ(metadata.published_basis, PublishedBasis::kGiven);
  EXPECT_EQ(metadata.language, "en");
}

TEST(ReadDocuments, KeepsTheRowsDateWhereTheUserGivesNone) {
  const TempFolder folder;
  const std::string path = folder.write("a.jsonl", R"({"id":"1","text":"t","published":"2024-01-01"})");
  const Outcome outcome = read({path});
  ASSERT_EQ(outcome.documents.size(), 1U);
  EXPECT_EQ(outcome.documents[0].metadata.published_basis, PublishedBasis::kMetadata);
}

TEST(ReadDocuments, ReportsFailedInputsAndReadsTheOthersInOrder) {
  const TempFolder folder;
  folder.write("in/b.txt", "second");
  folder.write("in/a.txt", "first");
  folder.write("in/image.png", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv);
  const std::string empty = folder.write("empty.txt", "");
  const std::string last = folder.write("last.txt", "last");
  const Outcome outcome = read({folder.path("missing.txt"), folder.path("in"), empty, last});
  EXPECT_THAT(outcome.sources(), ElementsAre(folder.path("in/a.txt"), folder.path("in/b.txt"), last));
  ASSERT_EQ(outcome.failures.size(), 3U);
  EXPECT_EQ(outcome.failures[0].code, ErrorCode::kNotFound);
  EXPECT_EQ(outcome.failures[0].where, folder.path("missing.txt"));
  EXPECT_EQ(outcome.failures[1].code, ErrorCode::kEncoding);
  EXPECT_EQ(outcome.failures[1].where, folder.path("in/image.png"));
  EXPECT_EQ(outcome.failures[2].to_string(), empty + ": empty file");
}

TEST(ReadDocuments, TakesAnEmptyJsonlFileForNoRows) {
  const TempFolder folder;
  const Outcome outcome = read({folder.write("shard.jsonl", "")});
  EXPECT_THAT(outcome.documents, IsEmpty());
  EXPECT_THAT(outcome.failures, IsEmpty());
}

TEST(ReadDocuments, ReadsPipes) {
  const TempFolder folder;
  const std::string path = folder.path("pipe");
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  std::thread writer([&] { std::ofstream(path) << "{\"id\":\"1\",\"text\":\"t\"}\n" << std::flush << "{\"id\":\"2\",\"text\":\"t\"}\n"; });
  const Outcome outcome = read({path});
  writer.join();
  EXPECT_THAT(outcome.sources(), ElementsAre("1", "2"));
}

TEST(ReadDocuments, RefusesSockets) {
  const TempFolder folder;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  folder.path("socket").copy(address.sun_path, sizeof(address.sun_path) - 1);
  const int socket_descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
  ASSERT_EQ(::bind(socket_descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
  const Outcome outcome = read({folder.path("socket")});
  ::close(socket_descriptor);
  ASSERT_EQ(outcome.failures.size(), 1U);
  EXPECT_EQ(outcome.failures[0].code, ErrorCode::kUnreadable);
}

TEST(ReadDocuments, ReportsTheSystemsReasonWhenReadingFails) {
  const Outcome outcome = read({"/proc/self/mem"});  // opens, and fails at the first byte
  ASSERT_EQ(outcome.failures.size(), 1U);
  EXPECT_EQ(outcome.failures[0].code, ErrorCode::kUnreadable);
  EXPECT_THAT(outcome.failures[0].to_string(), HasSubstr("/proc/self/mem: cannot be read: "));
}

TEST(ReadDocuments, StopsWhenTheSinkWantsNoMore) {
  const TempFolder folder;
  const std::string rows = folder.write("a.jsonl", "{\"id\":\"1\",\"text\":\"t\"}\n{\"id\":\"2\",\"text\":\"t\"}\n");
  std::vector<std::string> seen;
  const ReadSummary summary = read_documents(
      {rows, folder.write("b.txt", "x")}, {},
      [&](const Document& document) {
        seen.push_back(document.source);
        return false;
      },
      [](const Error&) {});
  EXPECT_THAT(seen, ElementsAre("1"));
  EXPECT_EQ(summary.documents, 1U);
}

}  // namespace
}  // namespace attest
