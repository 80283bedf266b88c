#include "text/abbreviation.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "text/list_row.h"
#include "text/sentence_fold.h"

namespace attest {
namespace {

constexpr std::array kRows = std::to_array<ListRow>({
#include "abbreviation.inc"
});

struct Entry {
  std::string_view folded;
  bool capital = false;
  AbbreviationKind kind = AbbreviationKind::kInner;
};

consteval AbbreviationKind kind_of(std::string_view name) {
  using enum AbbreviationKind;
  if (name == "title") return kTitle;
  if (name == "inner") return kInner;
  if (name == "suffix") return kSuffix;
  if (name == "date") return kDate;
  if (name == "number") return kNumber;
  if (name == "time") return kTime;
  throw std::logic_error("rules/lists/abbreviation.tsv: unknown kind");
}

consteval auto make_entries() {
  std::array<Entry, kRows.size()> entries{};
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    entries[i] = {kRows[i].folded, kRows[i].folded.front() != kRows[i].surface.front(), kind_of(kRows[i].kind)};
  }
  return entries;
}

constexpr auto kEntries = make_entries();
static_assert(std::is_sorted(kEntries.begin(), kEntries.end(), [](const Entry& a, const Entry& b) { return a.folded < b.folded; }));

}  // namespace

std::optional<AbbreviationKind> find_abbreviation(std::string_view surface) noexcept {
  FoldBuffer buffer;
  const std::string_view folded = ascii_fold(surface, buffer);
  const auto* found = std::lower_bound(kEntries.begin(), kEntries.end(), folded,
                                       [](const Entry& entry, std::string_view key) { return entry.folded < key; });
  if (folded.empty() || found == kEntries.end() || found->folded != folded) return std::nullopt;
  const bool capital = surface.front() != folded.front();
  const bool single_letter = folded.size() == 2;  // "C." is an initial, "c." is circa
  if (found->capital != capital && (found->capital || single_letter)) return std::nullopt;
  return found->kind;
}

}  // namespace attest
