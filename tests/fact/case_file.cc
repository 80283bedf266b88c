#include "case_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <sstream>
#include <string_view>
#include <utility>

#include "built_in_rules.h"
#include "fact/extractor.h"

namespace attest {
namespace {

constexpr std::string_view kPublished = "published ";

CaseFile read_case(const std::filesystem::path& path) {
  CaseFile read;
  read.name = path.stem().string();
  std::ifstream stream(path, std::ios::binary);
  bool in_rows = false;
  for (std::string line; std::getline(stream, line);) {
    const bool is_comment = line.starts_with("#");
    if (!in_rows && line == "---") {
      in_rows = true;
    } else if (in_rows) {
      if (!line.empty() && !is_comment) read.rows.push_back(tidied(line + " "));
    } else if (read.text.empty() && line.starts_with(kPublished)) {
      read.published = line.substr(kPublished.size());
    } else if (!is_comment || !read.text.empty()) {
      read.text += line + "\n";
    }
  }
  return read;
}

}  // namespace

void PrintTo(const CaseFile& file, std::ostream* out) { *out << file.name; }

std::string tidied(const std::string& row) {
  std::string text;
  std::istringstream cells(row);
  for (std::string cell; std::getline(cells, cell, '|');) {
    const std::size_t first = cell.find_first_not_of(' ');
    cell = first == std::string::npos ? "" : cell.substr(first, cell.find_last_not_of(' ') - first + 1);
    text += (text.empty() ? "" : " | ") + cell;
  }
  return text;
}

std::vector<CaseFile> case_files(const std::string& folder) {
  std::vector<CaseFile> cases;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(ATTEST_SOURCE_DIR) / "tests" / "cases" / folder)) {
    if (entry.path().extension() == ".case") cases.push_back(read_case(entry.path()));
  }
  std::sort(cases.begin(), cases.end(), [](const CaseFile& a, const CaseFile& b) { return a.name < b.name; });
  return cases;
}

Extraction extracted(const CaseFile& file) {
  static const Extractor extractor = [] { return std::move(*Extractor::create({built_in_rules()})); }();
  Document document;
  document.text = file.text;
  document.metadata.published = file.published;
  Extractor::Workspace workspace(extractor);
  return extractor.extract(document, {}, workspace);
}

}  // namespace attest
