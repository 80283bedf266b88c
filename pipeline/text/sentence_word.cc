#include "text/sentence_word.h"

#include <algorithm>
#include <array>

#include "text/list_row.h"
#include "text/sentence_fold.h"

namespace attest {
namespace {

constexpr std::array kRows = std::to_array<ListRow>({
#include "sentence_word.inc"
});
static_assert(std::is_sorted(kRows.begin(), kRows.end(), [](const ListRow& a, const ListRow& b) { return a.folded < b.folded; }));

bool has_kind(std::string_view word, std::string_view kind) noexcept {
  FoldBuffer buffer;
  const std::string_view folded = ascii_fold(word, buffer);
  const auto* found =
      std::lower_bound(kRows.begin(), kRows.end(), folded, [](const ListRow& row, std::string_view key) { return row.folded < key; });
  return found != kRows.end() && found->folded == folded && found->kind == kind;
}

}  // namespace

bool is_sentence_starter(std::string_view word) noexcept { return has_kind(word, "starter"); }
bool is_speech_verb(std::string_view word) noexcept { return has_kind(word, "speech"); }
bool follows_time_of_day(std::string_view word) noexcept { return has_kind(word, "zone"); }

}  // namespace attest
