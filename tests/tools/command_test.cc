// Runs every case of tests/tools/cases.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tools/command_case.h"

namespace attest::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kCases = fs::path(ATTEST_SOURCE_DIR) / "tests/tools/cases";

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kCases)) {
    if (entry.path().extension() == ".case") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "attest-case-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

class CommandCase : public ::testing::TestWithParam<std::string> {
 protected:
  void write(const CommandStep& step) {
    const fs::path path = folder_.path() / "work" / step.file;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << step.content;
  }

  void run(const CommandStep& step) {
    fs::create_directories(folder_.path() / "work");
    const fs::path script = folder_.path() / "script";
    std::ofstream(script) << "cd '" << (folder_.path() / "work").string() << "'\nPATH='" << fs::path(ATTEST_COMMAND).parent_path().string()
                          << "':$PATH\nexport SOURCE_DATE_EPOCH=1750118400\n"
                          << step.shell << "\n";
    const std::string line = "sh " + script.string() + " >" + out().string() + " 2>" + err().string() + " </dev/null";
    const int ended = std::system(line.c_str());
    const std::string where = GetParam() + ".case:" + std::to_string(step.line) + ": " + step.shell;
    EXPECT_EQ(WIFEXITED(ended) ? WEXITSTATUS(ended) : -1, step.status) << where << "\n" << read_file(err());
    expect(step.standard_output, read_file(out()), where + "\nstandard output");
    expect(step.standard_error, read_file(err()), where + "\nstandard error");
  }

 private:
  static void expect(const std::optional<std::string>& pattern, const std::string& text, const std::string& where) {
    if (!pattern) return;
    EXPECT_TRUE(fits(text, *pattern)) << where << " is\n" << text << "and should be\n" << *pattern;
  }
  [[nodiscard]] fs::path out() const { return folder_.path() / "out"; }
  [[nodiscard]] fs::path err() const { return folder_.path() / "err"; }

  Folder folder_;
};

TEST_P(CommandCase, DoesWhatItSays) {
  const std::vector<CommandStep> steps = parse_case(read_file(kCases / (GetParam() + ".case")));
  ASSERT_FALSE(steps.empty());
  for (const CommandStep& step : steps) {
    if (step.file.empty()) {
      run(step);
    } else {
      write(step);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, CommandCase, ::testing::ValuesIn(case_names()), [](const auto& instance) { return instance.param; });

TEST(CaseFormat, HolesStandForAnyCharactersAndLines) {
  EXPECT_TRUE(fits("one\ntwo\nthree\n", "one\n...\nthree\n"));
  EXPECT_TRUE(fits("took 0.4 s, all well\n", "took [..] s, [..]\n"));
  EXPECT_TRUE(fits("", ""));
  EXPECT_FALSE(fits("one\ntwo\n", "one\n"));
  EXPECT_FALSE(fits("one\n", "one\ntwo\n"));
  EXPECT_FALSE(fits("ones\n", "one\n"));
}

TEST(CaseFormat, ReadsFilesAndRuns) {
  const auto steps = parse_case("# why\n--- file a.txt\nx\ny\n--- run cat a.txt\n--- status 3\n--- stdout\nx\n");
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_EQ(steps[0].file, "a.txt");
  EXPECT_EQ(steps[0].content, "x\ny\n");
  EXPECT_EQ(steps[1].shell, "cat a.txt");
  EXPECT_EQ(steps[1].status, 3);
  EXPECT_EQ(steps[1].standard_output, "x\n");
  EXPECT_EQ(steps[1].standard_error, std::nullopt);
}

}  // namespace
}  // namespace attest::testing
