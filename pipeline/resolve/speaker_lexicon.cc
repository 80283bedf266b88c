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

}  // namespace

SpeakerLexicon::SpeakerLexicon(const CompiledRules& rules)
    : rules_(&rules),
      nouns_(rules.gazetteer.list_named("speaker_noun")),
      function_words_(rules.gazetteer.list_named("function_word")),
      continuations_(rules.gazetteer.list_named("speech_continuation")) {}

std::optional<SpeakerWord> SpeakerLexicon::word_at(const TokenView& view, TokenRange tokens) const {
  const auto index = rules_->gazetteer.entry_at(view, *nouns_, tokens);
  if (!index || rules_->gazetteer.entry(*index).cell_text.empty()) return std::nullopt;
  SpeakerWord word{tokens, SpeakerRole::kBody, rules_->gazetteer.entry(*index).cell_text.front()};
  for (const auto& [name, role] : kRoles) {
    if (name == word.type) word.role = role;
  }
  return word;
}

std::optional<SpeakerWord> SpeakerLexicon::ending_at(const TokenView& view, std::uint32_t end, std::uint32_t limit) const {
  if (!nouns_ || end <= limit) return std::nullopt;
  std::vector<std::uint32_t> starts;
  rules_->gazetteer.starts_to(view, *nouns_, end, limit, starts);
  return starts.empty() ? std::nullopt : word_at(view, {starts.front(), end});
}

std::optional<SpeakerWord> SpeakerLexicon::beginning_at(const TokenView& view, std::uint32_t begin, std::uint32_t limit) const {
  if (!nouns_ || begin >= limit || !rules_->gazetteer.may_begin(view, *nouns_, begin, limit)) return std::nullopt;
  std::vector<std::uint32_t> ends;
  rules_->gazetteer.ends_from(view, *nouns_, begin, limit, ends);
  return ends.empty() ? std::nullopt : word_at(view, {begin, ends.front()});
}

std::string_view SpeakerLexicon::function_class(const TokenView& view, std::uint32_t token) const {
  if (!function_words_ || !rules_->gazetteer.holds_word(*function_words_, view.tokens[token].word)) return {};
  const auto index = rules_->gazetteer.entry_at(view, *function_words_, {token, token + 1});
  return index ? std::string_view(rules_->gazetteer.entry(*index).cell_text.front()) : std::string_view();
}

bool SpeakerLexicon::continues(const TokenView& view, std::uint32_t begin, std::uint32_t limit) const {
  if (!continuations_ || !rules_->gazetteer.may_begin(view, *continuations_, begin, limit)) return false;
  std::vector<std::uint32_t> ends;
  rules_->gazetteer.ends_from(view, *continuations_, begin, limit, ends);
  return !ends.empty();
}

}  // namespace attest
