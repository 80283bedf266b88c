#include "engine/rule_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace attest {
namespace {

namespace fs = std::filesystem;

/// Names of the regular files of `folder` with this extension, in byte order; none where the folder does not exist.
Result<std::vector<std::string>> names_in(const fs::path& folder, std::string_view extension) {
  std::error_code failure;
  std::vector<std::string> names;
  for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure)) {
    if (entry->path().extension() != extension || !entry->is_regular_file(failure)) continue;
    names.push_back(entry->path().filename().string());
  }
  if (failure && failure != std::errc::no_such_file_or_directory) return Error{ErrorCode::kUnreadable, failure.message(), folder.string()};
  std::sort(names.begin(), names.end());
  return names;
}

Result<RuleFile> read_file(const fs::path& folder, std::string name) {
  const fs::path path = folder / name;
  std::ifstream stream(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream.is_open() || stream.bad()) return Error{ErrorCode::kUnreadable, "cannot be read", path.string()};
  return RuleFile{std::move(name), std::move(text)};
}

/// Appends the files of `folder`/`below` with this extension to the pack.
Status read_files(const fs::path& folder, const std::string& below, std::string_view extension, RulePack& pack) {
  Result<std::vector<std::string>> names = names_in(folder / below, extension);
  if (!names) return names.error();
  for (const std::string& name : *names) {
    Result<RuleFile> file = read_file(folder, below + name);
    if (!file) return file.error();
    pack.files.push_back(*std::move(file));
  }
  return {};
}

}  // namespace

bool LineReader::next(std::string_view& line) noexcept {
  if (number_ == 0 && rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
  if (rest_.empty()) return false;
  const std::size_t end = std::min(rest_.find('\n'), rest_.size());
  line = rest_.substr(0, end);
  if (line.ends_with('\r')) line.remove_suffix(1);
  rest_.remove_prefix(std::min(end + 1, rest_.size()));
  ++number_;
  return true;
}

std::string shown_name(const RulePack& pack, const RuleFile& file) {
  if (pack.name.empty() || pack.name == kBuiltInPack) return file.name;
  return pack.name.ends_with('/') ? pack.name + file.name : pack.name + "/" + file.name;
}

Result<RulePack> read_rule_pack(const std::string& folder) {
  std::error_code failure;
  if (!fs::is_directory(folder, failure)) return Error{ErrorCode::kNotFound, "no folder of rules is here", folder};
  RulePack pack{folder, {}};
  if (Status status = read_files(folder, "", ".rules", pack); !status) return status.error();
  if (pack.files.empty()) return Error{ErrorCode::kNotFound, "the folder holds no *.rules files", folder};
  if (Status status = read_files(folder, "lists/", ".tsv", pack); !status) return status.error();
  return pack;
}

}  // namespace attest
