#include "read/input_files.h"

#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <span>
#include <system_error>

namespace attest {
namespace {

namespace fs = std::filesystem;
using FailureCall = std::function<void(const Error&)>;

// Walks one folder and those below it.
class FolderWalk {
 public:
  FolderWalk(const FileSink& file, const FailureCall& failure) : file_(file), failure_(failure) {}

  // False where the sink wants no more.
  bool walk(const std::string& folder) {
    for (const std::string& name : names_in(folder)) {
      std::string path = folder;
      path.append(folder.ends_with('/') ? "" : "/").append(name);
      if (!visit(path)) return false;
    }
    return true;
  }

  // Whether anything was handed on: a file or a failure.
  [[nodiscard]] bool met_any() const noexcept { return met_any_; }

 private:
  bool visit(const std::string& path) {
    std::error_code ignored;  // a path that cannot be examined is no folder; opening it will say why
    const fs::file_status own = fs::symlink_status(path, ignored);
    if (fs::is_directory(own)) return walk(path);
    const fs::file_status target = fs::status(path, ignored);
    if (fs::is_symlink(own) && fs::is_directory(target)) return true;
    if (fs::is_fifo(target) || fs::is_character_file(target)) {
      fail({ErrorCode::kUnreadable, "pipes and devices in folders are not read", path});
      return true;
    }
    met_any_ = true;
    return file_(path);
  }

  std::vector<std::string> names_in(const std::string& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
      std::string name = entry->path().filename().string();
      if (!name.starts_with('.')) names.push_back(std::move(name));
    }
    if (error) fail({ErrorCode::kUnreadable, "folder cannot be listed: " + error.message(), folder});
    std::sort(names.begin(), names.end());
    return names;
  }

  void fail(const Error& error) {
    met_any_ = true;
    failure_(error);
  }

  const FileSink& file_;
  const FailureCall& failure_;
  bool met_any_ = false;
};

bool expand_folder(const std::string& folder, const FileSink& file, const FailureCall& failure) {
  FolderWalk walk(file, failure);
  const bool go_on = walk.walk(folder);
  if (!walk.met_any()) failure({ErrorCode::kNotFound, "no files in this folder", folder, "hidden files are left out"});
  return go_on;
}

bool expand_path(const std::string& path, const FileSink& file, const FailureCall& failure) {
  std::error_code ignored;  // opening the path will say what is wrong with it
  return fs::is_directory(path, ignored) ? expand_folder(path, file, failure) : file(path);
}

struct FreeGlob {
  void operator()(glob_t* found) const noexcept { globfree(found); }
};

// Paths that match, sorted byte by byte: glob's own order depends on the locale.
std::vector<std::string> matches_of(const std::string& pattern) {
  glob_t found{};
  const std::unique_ptr<glob_t, FreeGlob> free_at_end(&found);
  if (glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found) != 0) return {};
  const std::span<char*> paths(found.gl_pathv, found.gl_pathc);
  std::vector<std::string> sorted(paths.begin(), paths.end());
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

bool is_pattern(const std::string& input) {
  std::error_code error;
  const bool exists = fs::exists(fs::symlink_status(input, error));
  return !exists && input.find_first_of("*?[") != std::string::npos;
}

bool expand_one(const std::string& input, const FileSink& file, const FailureCall& failure) {
  if (input == "-") return file(input);
  if (!is_pattern(input)) return expand_path(input, file, failure);
  const std::vector<std::string> paths = matches_of(input);
  if (paths.empty()) failure({ErrorCode::kNotFound, "no file matches this pattern", input});
  return std::all_of(paths.begin(), paths.end(), [&](const std::string& path) { return expand_path(path, file, failure); });
}

bool is_list(const std::string& input) {
  std::error_code error;
  return input.size() > 1 && input.front() == '@' && !fs::exists(fs::symlink_status(input, error));
}

bool expand_list(const std::string& list, const FileSink& file, const FailureCall& failure) {
  std::ifstream lines(list);
  if (!lines) {
    failure({ErrorCode::kNotFound, "list of inputs cannot be opened", list});
    return true;
  }
  for (std::string line; std::getline(lines, line);) {
    if (line.ends_with('\r')) line.pop_back();
    if (!line.empty() && !expand_one(line, file, failure)) return false;
  }
  return true;
}

}  // namespace

bool expand_input(const std::string& input, const FileSink& file, const std::function<void(const Error&)>& failure) {
  return is_list(input) ? expand_list(input.substr(1), file, failure) : expand_one(input, file, failure);
}

}  // namespace attest
