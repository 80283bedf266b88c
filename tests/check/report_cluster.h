// Reports of several publishers in one store, which the checks compare.
//
//   class ReportsOfTrade : public sample::ReportCluster {};
//   TEST_F(ReportsOfTrade, …) { add("Coast Herald", "2025-03-07", {…}); EXPECT_THAT(findings(), …); }
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "check/sample.h"
#include "store/sample.h"

namespace attest::sample {

class ReportCluster : public testing::Test {
 protected:
  /// A report, which is its publisher's only one.
  void add(const char* publisher, const char* published, const std::vector<Statement>& statements) {
    ExtractedDocument report = document(publisher, statements, publisher);
    report.document.metadata.published = published;
    reports_.push_back(std::move(report));
  }
  /// Stores the reports and checks them; as findings_of() has it.
  std::vector<std::string> findings() {
    sample::add(store_, reports_);
    return findings_of(store_);
  }

  Folder folder_;
  Store store_ = open(folder_.file("facts.db"), OpenMode::kCreate);
  std::vector<ExtractedDocument> reports_;
};

}  // namespace attest::sample
