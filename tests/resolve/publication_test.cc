// When an article was published, as far as its text tells.
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

#include "built_in_rules.h"
#include "fact/extractor.h"
#include "record/names.h"

namespace attest {
namespace {

struct Case {
  std::string_view name;
  std::string_view text;
  std::string_view published;
  std::string_view basis;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

const Extractor& built_in() {
  static const Extractor extractor = [] { return std::move(*Extractor::create({built_in_rules()})); }();
  return extractor;
}

Extraction extract(std::string_view text, std::string_view published = "") {
  Document document;
  document.text = text;
  document.metadata.published = published;
  if (!published.empty()) document.metadata.published_basis = PublishedBasis::kMetadata;
  Extractor::Workspace workspace(built_in());
  return built_in().extract(document, {}, workspace);
}

class Publications : public testing::TestWithParam<Case> {};

TEST_P(Publications, AreTold) {
  const Extraction found = extract(GetParam().text);
  EXPECT_EQ(found.published, GetParam().published);
  EXPECT_EQ(name_of(found.published_basis), GetParam().basis);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Publications,
    testing::Values(Case{"Dateline", "Port opens\n\nASTANA, June 17, 2025 (Gazette) — The port opened on May 3, 2025, the ministry said.\n",
                         "2025-06-17", "stated"},
                    Case{"LineOfItsOwn", "Port opens\n\nJune 17, 2025\n\nThe port opened on June 20, 2024, the ministry said.\n",
                         "2025-06-17", "stated"},
                    Case{"Byline", "Port opens\n\nBy Ann Writer, 17 June 2025\n\nThe port opened last week, the ministry said.\n",
                         "2025-06-17", "stated"},
                    Case{"Published",
                         "Port opens\n\nThe port opened last week.\n\nFirst published in the Harbour Gazette on June 17, 2025.\n",
                         "2025-06-17", "stated"},
                    Case{"NotTheReports",
                         "Port opens\n\nThe report, published on June 17, 2024, says that the port opened on May 3, 2025.\n", "2025-05-03",
                         "inferred"},
                    Case{"NotTheFuture", "The port opened on May 3, 2025. It will close on June 1, 2030.\n", "2025-05-03", "inferred"},
                    Case{"NoDay", "The port opened in 2024 and closed in March 2025.\n", "", "none"},
                    Case{"Nothing", "The port opened.\n", "", "none"}),
    [](const auto& c) { return std::string(c.param.name); });

TEST(Publication, MetadataGoBeforeTheText) {
  const Extraction found = extract("June 17, 2025\n\nThe port opened on June 20, 2024.\n", "2025-06-18");
  EXPECT_EQ(found.published, "2025-06-18");
  EXPECT_EQ(found.published_basis, PublishedBasis::kMetadata);
}

TEST(Publication, AFoundDateIsAdoptedAndAKnownOneKept) {
  const Extraction found = extract("June 17, 2025\n\nThe port opened.\n");
  DocumentMetadata metadata;
  adopt_metadata(found, metadata);
  EXPECT_EQ(metadata.published, "2025-06-17");
  EXPECT_EQ(metadata.published_basis, PublishedBasis::kStated);
  metadata.published = "2020-01-01";
  adopt_metadata(found, metadata);
  EXPECT_EQ(metadata.published, "2020-01-01");
}

}  // namespace
}  // namespace attest
