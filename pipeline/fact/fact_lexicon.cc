#include "fact/fact_lexicon.h"

#include <algorithm>
#include <bit>

namespace attest {
namespace {

// In the order of FactList.
constexpr std::array<std::string_view, kFactLists> kListNames = {
    "measure",          "counted_measure", "measure_verb",  "movement",        "change_noun",       "level_verb",       "worth_word",
    "share_verb",       "reference",       "status_word",   "clause_word",     "speech_verb",       "function_word",    "priced_thing",
    "irregular_plural", "name_head",       "figure_hedge",  "taking_verb",     "vague_head",        "earning_verb",     "trade_role",
    "superlative",      "comparative",     "present_word",  "plan_noun",       "initiative_member", "transaction_word", "origin_noun",
    "speaker_noun",     "side_phrase",     "distance_word", "opinion_verb",    "person_noun",       "sum_noun",         "poll_participle",
    "attack_noun",      "election_word",   "vote_verb",     "done_participle", "place_word",        "holding_verb",     "complement_word",
    "self_pronoun",     "other_end_word",  "striking_verb", "work_participle", "extent_noun",
    "people_verb"};

}  // namespace

std::string_view FoundEntry::cell(std::size_t column) const noexcept {
  const std::string_view text = entry->cell_text[column];
  return text == "-" ? std::string_view() : text;
}

FactLexicon::FactLexicon(const CompiledRules& rules) : rules_(&rules) {
  std::transform(kListNames.begin(), kListNames.end(), lists_.begin(),
                 [&rules](std::string_view name) { return rules.gazetteer.list_named(name); });
  beginning_.assign(rules.vocabulary.size(), 0);
  openings_.assign(rules.vocabulary.size(), Opening());
  for (std::size_t list = 0; list < kFactLists; ++list) {
    if (lists_[list]) note_words_of(list);
  }
  find_words_alone();
}

void FactLexicon::note_words_of(std::size_t list) {
  const Gazetteer& gazetteer = rules_->gazetteer;
  const ListId id = *lists_[list];
  const FactListSet bit = set_of(static_cast<FactList>(list));
  for (const WordId word : gazetteer.first_words(id)) {
    beginning_[word] |= bit;
    if (!gazetteer.is_exact(id)) openings_[word].alone |= bit;
  }
  for (const WordId word : gazetteer.first_words_of_longer(id)) openings_[word].alone &= ~bit;
}

// Most look-ups are of such words: their entries lie side by side, while the gazetteer's nodes are all over the memory. A word that
// begins entries of a list, none of them longer, is an entry itself.
void FactLexicon::find_words_alone() {
  Token token;
  const TokenView view{{}, {&token, 1}};
  for (WordId word = 0; word < openings_.size(); ++word) {
    token.word = word;
    openings_[word].first_alone = static_cast<std::uint32_t>(alone_.size());
    for (FactListSet lists = openings_[word].alone; lists != 0; lists &= lists - 1) {
      const auto found = rules_->gazetteer.entry_at(view, *lists_[static_cast<std::size_t>(std::countr_zero(lists))], {0, 1});
      alone_.push_back(&rules_->gazetteer.entry(found.value()));
    }
  }
}

std::optional<FoundEntry> FactLexicon::entry(const std::optional<ListedEntry>& found) const {
  return found ? std::optional(FoundEntry{found->tokens, &rules_->gazetteer.entry(found->entry)}) : std::nullopt;
}

std::optional<FoundEntry> FactLexicon::at(const TokenView& view, FactList list, std::uint32_t begin, std::uint32_t limit) const {
  const auto id = lists_[static_cast<std::size_t>(list)];
  if (!id || begin >= limit) return std::nullopt;
  const WordId word = view.tokens[begin].word;
  const FactListSet bit = set_of(list);
  if ((lists_beginning_with(word) & bit) == 0) return std::nullopt;
  const Opening& opening = openings_[word];
  if ((opening.alone & bit) == 0) return entry(rules_->gazetteer.longest_from(view, *id, begin, limit));
  const auto before = static_cast<std::uint32_t>(std::popcount(opening.alone & (bit - 1)));
  return FoundEntry{{begin, begin + 1}, alone_[opening.first_alone + before]};
}

std::optional<FoundEntry> FactLexicon::ending_at(const TokenView& view, FactList list, std::uint32_t end, std::uint32_t limit) const {
  const auto id = lists_[static_cast<std::size_t>(list)];
  return id ? entry(rules_->gazetteer.longest_to(view, *id, end, limit)) : std::nullopt;
}

std::optional<std::string_view> FactLexicon::cell_of(FactList list, std::string_view surface, std::size_t column) const {
  const auto id = lists_[static_cast<std::size_t>(list)];
  if (!id) return std::nullopt;
  const WordId word = rules_->vocabulary.find(surface);
  if (word == kUnknownWord || !rules_->gazetteer.holds_word(*id, word)) return std::nullopt;
  for (const std::uint32_t index : rules_->gazetteer.entries_of(*id)) {
    const Gazetteer::Entry& entry = rules_->gazetteer.entry(index);
    if (entry.surface == surface) return std::string_view(entry.cell_text[column]);
  }
  return std::nullopt;
}

}  // namespace attest
