#include "fact/fact_lexicon.h"

#include <algorithm>

namespace attest {
namespace {

// In the order of FactList.
constexpr std::array<std::string_view, kFactLists> kListNames = {
    "measure",          "counted_measure", "measure_verb", "movement",    "change_noun",       "level_verb",       "worth_word",
    "share_verb",       "reference",       "status_word",  "clause_word", "speech_verb",       "function_word",    "priced_thing",
    "irregular_plural", "name_head",       "figure_hedge", "taking_verb", "vague_head",        "earning_verb",     "trade_role",
    "superlative",      "comparative",     "present_word", "plan_noun",   "initiative_member", "transaction_word", "origin_noun",
    "speaker_noun",     "side_phrase",     "distance_word"};

}  // namespace

std::string_view FoundEntry::cell(std::size_t column) const noexcept {
  const std::string_view text = entry->cell_text[column];
  return text == "-" ? std::string_view() : text;
}

FactLexicon::FactLexicon(const CompiledRules& rules) : rules_(&rules) {
  std::transform(kListNames.begin(), kListNames.end(), lists_.begin(),
                 [&rules](std::string_view name) { return rules.gazetteer.list_named(name); });
  beginning_.assign(rules.vocabulary.size(), 0);
  for (std::size_t list = 0; list < kFactLists; ++list) {
    if (!lists_[list]) continue;
    for (const WordId word : rules.gazetteer.first_words(*lists_[list])) beginning_[word] |= std::uint32_t{1} << list;
  }
}

std::optional<FoundEntry> FactLexicon::entry(const std::optional<ListedEntry>& found) const {
  return found ? std::optional(FoundEntry{found->tokens, &rules_->gazetteer.entry(found->entry)}) : std::nullopt;
}

std::optional<FoundEntry> FactLexicon::at(const TokenView& view, FactList list, std::uint32_t begin, std::uint32_t limit) const {
  const auto id = lists_[static_cast<std::size_t>(list)];
  return id ? entry(rules_->gazetteer.longest_from(view, *id, begin, limit)) : std::nullopt;
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
