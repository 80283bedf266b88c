#include "engine/rule_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace attest {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;

/// A folder that is removed with the test.
class RulePackFolder : public ::testing::Test {
 protected:
  RulePackFolder()
      : folder_(fs::path(::testing::TempDir()) /
                ("rules_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()))) {
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "lists");
  }
  ~RulePackFolder() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name, std::ios::binary) << text; }
  [[nodiscard]] std::string path() const { return folder_.string(); }

 private:
  fs::path folder_;
};

TEST_F(RulePackFolder, IsReadInOrderOfNames) {
  write("20_b.rules", "phase b\n");
  write("10_a.rules", "phase a\r\n");
  write("README.md", "not a rule file");
  write("lists/y.tsv", "surface\n");
  write("lists/x.tsv", "");
  write("lists/x.csv", "");
  const Result<RulePack> pack = read_rule_pack(path());
  ASSERT_TRUE(pack.ok());
  EXPECT_EQ(pack->name, path());
  std::vector<std::string> names;
  for (const RuleFile& file : pack->files) names.push_back(file.name);
  EXPECT_THAT(names, ElementsAre("10_a.rules", "20_b.rules", "lists/x.tsv", "lists/y.tsv"));
  EXPECT_EQ(pack->files[0].text, "phase a\r\n");
}

TEST_F(RulePackFolder, NeedsRules) {
  write("lists/x.tsv", "surface\n");
  const Result<RulePack> pack = read_rule_pack(path());
  ASSERT_FALSE(pack.ok());
  EXPECT_EQ(pack.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(pack.error().to_string(), path() + ": the folder holds no *.rules files");
}

TEST_F(RulePackFolder, MustExist) {
  const Result<RulePack> pack = read_rule_pack(path() + "/missing");
  ASSERT_FALSE(pack.ok());
  EXPECT_EQ(pack.error().code, ErrorCode::kNotFound);
}

TEST(ShownName, IsBelowTheFolderOfUsersPacks) {
  const RuleFile file{"10_a.rules", ""};
  EXPECT_EQ(shown_name({"built-in", {}}, file), "10_a.rules");
  EXPECT_EQ(shown_name({"", {}}, file), "10_a.rules");
  EXPECT_EQ(shown_name({"my/rules", {}}, file), "my/rules/10_a.rules");
  EXPECT_EQ(shown_name({"my/rules/", {}}, file), "my/rules/10_a.rules");
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  LineReader reader(text);
  for (std::string_view line; reader.next(line);) lines.emplace_back(line);
  return lines;
}

TEST(LineReader, EndsLinesAtLineFeedsAndDropsCarriageReturnsBeforeThem) {
  EXPECT_THAT(lines_of("a\r\n\nb"), ElementsAre("a", "", "b"));
  EXPECT_THAT(lines_of("\xEF\xBB\xBF"
                       "a\n"),
              ElementsAre("a"));
  EXPECT_THAT(lines_of(""), ElementsAre());
  EXPECT_THAT(lines_of("\n"), ElementsAre(""));
}

}  // namespace
}  // namespace attest
