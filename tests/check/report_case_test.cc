// tests/cases/reports/*.case: reports as they are written, and what the checks say of them, from text to finding.
//
//   # a comment, only before the first report
//   report 2025-03-07 Coast Herald       # publication date and publisher; the lines below are its text
//   Exports fell to $5 billion in 2024 from $4 billion in 2023.
//   ---
//   direction fails high: $4 billion $5 billion
//
// Rows name every finding, as findings_of() has them, in order of the alphabet.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "built_in_rules.h"
#include "check/sample.h"
#include "fact/extractor.h"
#include "store/sample.h"

namespace attest {

struct ReportCase {
  std::string name;
  std::vector<Document> reports;
  std::vector<std::string> findings;
};

namespace {

using ::testing::ElementsAreArray;

Document report_of(std::string_view head) {
  Document report;
  const std::size_t space = head.find(' ');
  report.metadata.published = head.substr(0, space);
  report.metadata.publisher = head.substr(space + 1);
  report.source = std::string(head);
  return report;
}

ReportCase read_case(const std::filesystem::path& path) {
  constexpr std::string_view kReport = "report ";
  ReportCase read;
  read.name = path.stem().string();
  std::ifstream stream(path, std::ios::binary);
  bool in_findings = false;
  for (std::string line; std::getline(stream, line);) {
    if (line == "---") {
      in_findings = true;
    } else if (in_findings) {
      read.findings.push_back(line);
    } else if (line.starts_with(kReport)) {
      read.reports.push_back(report_of(std::string_view(line).substr(kReport.size())));
    } else if (!read.reports.empty()) {
      read.reports.back().text += line + "\n";
    }
  }
  return read;
}

std::vector<ReportCase> all_cases() {
  std::vector<ReportCase> cases;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(ATTEST_SOURCE_DIR) / "tests" / "cases" / "reports")) {
    if (entry.path().extension() == ".case") cases.push_back(read_case(entry.path()));
  }
  std::sort(cases.begin(), cases.end(), [](const ReportCase& a, const ReportCase& b) { return a.name < b.name; });
  return cases;
}

std::vector<ExtractedDocument> extracted(const std::vector<Document>& reports) {
  static const Extractor extractor = [] { return std::move(*Extractor::create({built_in_rules()})); }();
  Extractor::Workspace workspace(extractor);
  std::vector<ExtractedDocument> all;
  for (const Document& report : reports) all.push_back({report, extractor.extract(report, {}, workspace)});
  return all;
}

class ReportCases : public ::testing::TestWithParam<ReportCase> {};

TEST_P(ReportCases, GiveTheFindingsThatStandBelowThem) {
  ASSERT_FALSE(GetParam().reports.empty());
  const sample::Folder folder;
  Store store = sample::open(folder.file("facts.db"), OpenMode::kCreate);
  sample::add(store, extracted(GetParam().reports));
  EXPECT_THAT(sample::findings_of(store), ElementsAreArray(GetParam().findings));
}

INSTANTIATE_TEST_SUITE_P(Reports, ReportCases, ::testing::ValuesIn(all_cases()), [](const auto& c) { return c.param.name; });

}  // namespace

void PrintTo(const ReportCase& read, std::ostream* out) { *out << read.name; }

}  // namespace attest
