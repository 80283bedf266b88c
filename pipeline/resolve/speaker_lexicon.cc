#include "resolve/speaker_lexicon.h"

#include <array>
#include <utility>

namespace attest {
namespace {

constexpr std::array<std::pair<std::string_view, SpeakerRole>, 6> kRoles = {{
    {"pronoun_person", SpeakerRole::kHe},
    {"pronoun_body", SpeakerRole::kIt},
    {"pronoun_group", SpeakerRole::kThey},
    {"title", SpeakerRole::kTitle},
    {"group", SpeakerRole::kGroup},
    {"data", SpeakerRole::kDocument},
}};

std::optional<SpeakerWord> speaker_word(const std::optional<ListedWord>& found) {
  if (!found) return std::nullopt;
  SpeakerWord word{found->tokens, SpeakerRole::kBody, found->cell(0)};
  for (const auto& [name, role] : kRoles) {
    if (name == word.type) word.role = role;
  }
  return word;
}

}  // namespace

SpeakerLexicon::SpeakerLexicon(const CompiledRules& rules)
    : nouns_(rules, "speaker_noun"),
      function_words_(rules, "function_word"),
      continuations_(rules, "speech_continuation"),
      adjectives_(rules, "report_adjective") {}

std::optional<SpeakerWord> SpeakerLexicon::ending_at(const TokenView& view, std::uint32_t end, std::uint32_t limit) const {
  return speaker_word(nouns_.ending_at(view, end, limit));
}

std::optional<SpeakerWord> SpeakerLexicon::beginning_at(const TokenView& view, std::uint32_t begin, std::uint32_t limit) const {
  return speaker_word(nouns_.at(view, begin, limit));
}

std::string_view SpeakerLexicon::function_class(const TokenView& view, std::uint32_t token) const {
  const auto found = function_words_.at(view, token, token + 1);
  return found ? found->cell(0) : std::string_view();
}

bool SpeakerLexicon::continues(const TokenView& view, std::uint32_t begin, std::uint32_t limit) const {
  return continuations_.at(view, begin, limit).has_value();
}

bool SpeakerLexicon::describes_report(const TokenView& view, std::uint32_t token) const {
  return adjectives_.at(view, token, token + 1).has_value();
}

}  // namespace attest
