#include "engine/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <tuple>

namespace attest {
namespace {

/// Code points of a source line that are shown at most; longer lines are cut around the caret.
constexpr std::size_t kShownWidth = 140;
constexpr std::size_t kShownBeforeCaret = 100;

/// The bytes at which the code points of `line` begin, with the line's size at the end.
std::vector<std::size_t> code_point_offsets(std::string_view line) {
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if ((static_cast<unsigned char>(line[i]) & 0xC0U) != 0x80U) offsets.push_back(i);
  }
  offsets.push_back(line.size());
  return offsets;
}

/// White space as wide as `text`: tabs stay tabs, every other code point is a blank.
std::string padding(std::string_view text) {
  std::string blanks;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) blanks += c == '\t' ? '\t' : ' ';
  }
  return blanks;
}

/// The source line and the caret below it, both indented by two.
std::string excerpt(const Diagnostic& diagnostic) {
  const std::string_view line = diagnostic.source_line;
  const std::vector<std::size_t> offsets = code_point_offsets(line);
  const std::size_t size = offsets.size() - 1;
  const std::size_t caret = std::min<std::size_t>(diagnostic.at.column == 0 ? 0 : diagnostic.at.column - 1, size);
  const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
  std::size_t begin = static_cast<std::size_t>(std::lower_bound(offsets.begin(), offsets.end(), indent) - offsets.begin());
  begin = std::min(begin, caret);
  if (caret - begin > kShownWidth) begin = caret - kShownBeforeCaret;
  const std::size_t end = std::min(begin + kShownWidth, size);
  const std::string_view shown = line.substr(offsets[begin], offsets[end] - offsets[begin]);
  const std::string_view before = line.substr(offsets[begin], offsets[caret] - offsets[begin]);
  return fmt::format("  {}\n  {}^\n", shown, padding(before));
}

/// Rows of the table below: distances of the last three prefixes of one name to all prefixes of the other.
struct Rows {
  std::vector<std::size_t> before_last, last, current;
};

/// Optimal string alignment distance (Levenshtein's, with swapped neighbours as one edit); stops once it must exceed `limit`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit, Rows& rows) {
  rows.last.resize(b.size() + 1);
  rows.current.resize(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) rows.current[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    rows.before_last.swap(rows.last);
    rows.last.swap(rows.current);
    rows.current.resize(b.size() + 1);
    rows.current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t least = rows.last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      least = std::min({least, rows.last[j] + 1, rows.current[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      rows.current[j] = swapped ? std::min(least, rows.before_last[j - 2] + 1) : least;
    }
    if (*std::min_element(rows.current.begin(), rows.current.end()) > limit + 1) return limit + 1;
  }
  return rows.current[b.size()];
}

}  // namespace

std::string to_string(const Diagnostic& diagnostic) {
  std::string text = fmt::format("{}: error: {}\n", diagnostic.at.to_string(), diagnostic.message);
  if (!diagnostic.source_line.empty()) text += excerpt(diagnostic);
  if (!diagnostic.hint.empty()) text += fmt::format("  hint: {}\n", diagnostic.hint);
  return text;
}

std::string to_string(const std::vector<Diagnostic>& diagnostics) {
  std::vector<const Diagnostic*> ordered;
  ordered.reserve(diagnostics.size());
  for (const Diagnostic& diagnostic : diagnostics) ordered.push_back(&diagnostic);
  std::stable_sort(ordered.begin(), ordered.end(), [](const Diagnostic* a, const Diagnostic* b) {
    return std::tie(a->at.file, a->at.line, a->at.column) < std::tie(b->at.file, b->at.line, b->at.column);
  });
  std::string text;
  for (const Diagnostic* diagnostic : ordered) text += to_string(*diagnostic);
  return text;
}

std::string nearest_name(const std::string& name, const std::vector<std::string>& candidates) {
  const std::string* nearest = nullptr;
  std::size_t limit = name.size() / 3;
  Rows rows;
  for (const std::string& candidate : candidates) {
    const std::size_t difference = std::max(name.size(), candidate.size()) - std::min(name.size(), candidate.size());
    if (difference > limit) continue;
    const std::size_t distance = edit_distance(name, candidate, limit, rows);
    if (distance > limit || (nearest != nullptr && distance == limit)) continue;
    nearest = &candidate;
    limit = distance;
  }
  return nearest == nullptr ? std::string() : *nearest;
}

}  // namespace attest
