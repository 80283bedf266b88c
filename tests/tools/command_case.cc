#include "tools/command_case.h"

#include <algorithm>
#include <cstdlib>

namespace attest::testing {
namespace {

constexpr std::string_view kMark = "--- ";

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

// Opens the section that a line "--- word argument" announces; gives the text that the section's lines go to.
std::string* open_section(std::string_view word, std::string_view argument, std::size_t line, std::vector<CommandStep>& steps) {
  if (word == "file" || word == "run") {
    CommandStep& step = steps.emplace_back();
    step.line = line;
    (word == "file" ? step.file : step.shell) = argument;
    return word == "file" ? &step.content : nullptr;
  }
  if (steps.empty()) return nullptr;
  CommandStep& step = steps.back();
  if (word == "status") step.status = std::atoi(std::string(argument).c_str());
  if (word == "stdout") return &step.standard_output.emplace();
  if (word == "stderr") return &step.standard_error.emplace();
  return nullptr;
}

// `[..]` stands for any characters.
bool line_fits(std::string_view line, std::string_view pattern) {
  const std::size_t hole = pattern.find("[..]");
  if (hole == std::string_view::npos) return line == pattern;
  if (!line.starts_with(pattern.substr(0, hole))) return false;
  const std::string_view rest = pattern.substr(hole + 4);
  for (std::size_t at = hole; at <= line.size(); ++at) {
    if (line_fits(line.substr(at), rest)) return true;
  }
  return false;
}

bool lines_fit(const std::vector<std::string_view>& lines, std::size_t line, const std::vector<std::string_view>& pattern, std::size_t at) {
  for (; at < pattern.size(); ++at, ++line) {
    if (pattern[at] == "...") {
      for (std::size_t next = line; next <= lines.size(); ++next) {
        if (lines_fit(lines, next, pattern, at + 1)) return true;
      }
      return false;
    }
    if (line >= lines.size() || !line_fits(lines[line], pattern[at])) return false;
  }
  return line == lines.size();
}

}  // namespace

std::vector<CommandStep> parse_case(std::string_view text) {
  std::vector<CommandStep> steps;
  std::string* into = nullptr;
  std::size_t number = 0;
  for (const std::string_view line : lines_of(text)) {
    ++number;
    if (line.starts_with(kMark)) {
      const std::string_view rest = line.substr(kMark.size());
      const std::size_t space = std::min(rest.find(' '), rest.size());
      into = open_section(rest.substr(0, space), rest.substr(std::min(space + 1, rest.size())), number, steps);
    } else if (into != nullptr) {
      into->append(line).append("\n");
    }
  }
  return steps;
}

bool fits(std::string_view text, std::string_view pattern) {
  while (pattern.ends_with("\n\n") || pattern == "\n") pattern.remove_suffix(1);
  while (text.ends_with("\n\n") || text == "\n") text.remove_suffix(1);
  return lines_fit(lines_of(text), 0, lines_of(pattern), 0);
}

}  // namespace attest::testing
