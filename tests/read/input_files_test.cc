#include "read/input_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "read/temp_folder.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// What became of one input: paths relative to the test's folder, and failures as "path: what".
struct Expanded {
  std::vector<std::string> files;
  std::vector<std::string> failures;
};

class InputFiles : public testing::Test {
 protected:
  [[nodiscard]] std::string below(const std::string& path) const {
    return path.starts_with(folder.path()) ? path.substr(folder.path().size() + 1) : path;
  }

  [[nodiscard]] Expanded expand(const std::string& input) const {
    Expanded expanded;
    const auto file = [&](const std::string& path) {
      expanded.files.push_back(below(path));
      return true;
    };
    EXPECT_TRUE(
        expand_input(input, file, [&](const Error& error) { expanded.failures.push_back(below(error.where) + ": " + error.what); }));
    return expanded;
  }

  TempFolder folder;
};

TEST_F(InputFiles, HandsOnFilesStandardInputAndMissingNames) {
  const std::string file = folder.write("a.txt", "x");
  EXPECT_THAT(expand(file).files, ElementsAre("a.txt"));
  EXPECT_THAT(expand("-").files, ElementsAre("-"));
  EXPECT_THAT(expand(folder.path("missing.txt")).files, ElementsAre("missing.txt"));
}

TEST_F(InputFiles, WalksFoldersInByteOrderWithoutHiddenEntries) {
  for (const char* name : {"in/b.txt", "in/B.txt", "in/a/z.txt", "in/a/1.txt", "in/a.txt", "in/.hidden", "in/.git/x", "in/é.txt"})
    folder.write(name, "x");
  const std::vector<std::string> files = expand(folder.path("in")).files;
  EXPECT_THAT(files, ElementsAre("in/B.txt", "in/a/1.txt", "in/a/z.txt", "in/a.txt", "in/b.txt", "in/é.txt"));
  EXPECT_EQ(expand(folder.path("in/")).files, files);
}

TEST_F(InputFiles, SurvivesLoopsOfLinks) {
  folder.write("in/a.txt", "x");
  std::filesystem::create_directory_symlink(folder.path("in"), folder.path("in/loop"));
  std::filesystem::create_symlink(folder.path("in/a.txt"), folder.path("in/link.txt"));
  std::filesystem::create_symlink(folder.path("in/self"), folder.path("in/self"));
  EXPECT_THAT(expand(folder.path("in")).files, ElementsAre("in/a.txt", "in/link.txt", "in/self"));
}

TEST_F(InputFiles, EntersAFolderThatTheUserNamesByALink) {
  folder.write("in/a.txt", "x");
  std::filesystem::create_directory_symlink(folder.path("in"), folder.path("link"));
  EXPECT_THAT(expand(folder.path("link")).files, ElementsAre("link/a.txt"));
}

TEST_F(InputFiles, ReportsAFolderWithoutFiles) {
  std::filesystem::create_directories(folder.path("in/deeper"));
  folder.write("in/.hidden", "x");
  const Expanded expanded = expand(folder.path("in"));
  EXPECT_THAT(expanded.files, IsEmpty());
  EXPECT_THAT(expanded.failures, ElementsAre("in: no files in this folder"));
}

TEST_F(InputFiles, LeavesPipesInFoldersAlone) {
  folder.write("in/a.txt", "x");
  ASSERT_EQ(::mkfifo(folder.path("in/pipe").c_str(), 0600), 0);
  const Expanded expanded = expand(folder.path("in"));
  EXPECT_THAT(expanded.files, ElementsAre("in/a.txt"));
  EXPECT_THAT(expanded.failures, ElementsAre("in/pipe: pipes and devices in folders are not read"));
}

TEST_F(InputFiles, MatchesPatternsInByteOrder) {
  for (const char* name : {"b.txt", "a.txt", "B.txt", "c.md", ".d.txt", "sub/e.txt"}) folder.write(name, "x");
  EXPECT_THAT(expand(folder.path("*.txt")).files, ElementsAre("B.txt", "a.txt", "b.txt"));
  EXPECT_THAT(expand(folder.path("[ab].txt")).files, ElementsAre("a.txt", "b.txt"));
  EXPECT_THAT(expand(folder.path("s?b")).files, ElementsAre("sub/e.txt"));
}

TEST_F(InputFiles, PrefersTheFileThatIsNamedLikeAPattern) {
  folder.write("[ab].txt", "x");
  folder.write("a.txt", "x");
  EXPECT_THAT(expand(folder.path("[ab].txt")).files, ElementsAre("[ab].txt"));
}

TEST_F(InputFiles, ReportsAPatternWithoutMatch) {
  EXPECT_THAT(expand(folder.path("*.txt")).failures, ElementsAre("*.txt: no file matches this pattern"));
}

TEST_F(InputFiles, StopsWhenTheSinkWantsNoMore) {
  for (const char* name : {"in/a/1", "in/a/2", "in/b"}) folder.write(name, "x");
  int seen = 0;
  EXPECT_FALSE(expand_input(
      folder.path("in"), [&](const std::string&) { return ++seen < 1; }, [](const Error&) {}));
  EXPECT_EQ(seen, 1);
}

}  // namespace
}  // namespace attest
