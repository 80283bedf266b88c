// Words that tell how a sentence goes on after a doubtful point. The list is rules/lists/sentence_word.tsv, compiled
// in (embed_lists.cmake). Capitals are ignored.
#pragma once

#include <string_view>

namespace attest {

/// Articles, pronouns, conjunctions, prepositions ... that often start a sentence and hardly ever a name.
[[nodiscard]] bool is_sentence_starter(std::string_view word) noexcept;
/// Verbs of saying: the speaker's name may stand before them, after a closed quotation.
[[nodiscard]] bool is_speech_verb(std::string_view word) noexcept;
/// What may follow a time of day in capitals: days, months, time zones.
[[nodiscard]] bool follows_time_of_day(std::string_view word) noexcept;

}  // namespace attest
