#include "fact/fact_sentence.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/ascii.h"
#include "fact/state_leader.h"

namespace attest {
namespace {

bool ends_with_folded(std::string_view word, std::string_view ending) noexcept {
  if (word.size() < ending.size() + 2) return false;
  return equal_in_any_case(word.substr(word.size() - ending.size()), ending);
}

// "speed", "seed": nouns; "agreed" and "guaranteed" are participles.
bool is_noun_in_eed(std::string_view word) noexcept {
  constexpr std::array<std::string_view, 5> kParticiples = {"agreed", "freed", "creed", "nteed", "refereed"};
  return ends_with_folded(word, "eed") && std::none_of(kParticiples.begin(), kParticiples.end(), [word](std::string_view ending) {
           return word.size() >= ending.size() && equal_in_any_case(word.substr(word.size() - ending.size()), ending);
         });
}

WordRole role_of_class(std::string_view function_class) {
  if (function_class == "determiner" || function_class == "possessive") return WordRole::kDeterminer;
  if (function_class == "preposition") return WordRole::kPreposition;
  if (function_class == "conjunction") return WordRole::kConjunction;
  if (function_class == "auxiliary" || function_class == "verb") return WordRole::kVerb;
  if (function_class == "pronoun") return WordRole::kPronoun;
  return WordRole::kAdverb;
}

}  // namespace

void FactSentence::read(const TokenView& view, TokenRange tokens, std::span<const Mention> mentions, std::uint32_t first,
                        std::span<const Party> parties) {
  view_ = &view;
  tokens_ = tokens;
  roles_.assign(tokens.end - tokens.begin, WordRole::kContent);
  openings_.clear();
  for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) openings_.push_back(opening_of(view.word(token)));
  figures_.clear();
  count_ends_.clear();
  dates_.clear();
  scopes_.clear();
  parties_.clear();
  place_mentions(mentions, first);
  place_parties(parties);
  if (!figures_.empty()) classify();
}

void FactSentence::classify() {
  find_words();
  find_roles();
  find_clauses();
}

TokenRange FactSentence::tokens_in(Span bytes) const noexcept {
  const auto sentence = view_->tokens.subspan(tokens_.begin, tokens_.end - tokens_.begin);
  const auto before = [](const Token& token, std::uint32_t at) { return token.begin < at; };
  const auto begin = std::lower_bound(sentence.begin(), sentence.end(), bytes.begin, before);
  const auto end = std::lower_bound(begin, sentence.end(), bytes.end, before);
  return {tokens_.begin + static_cast<std::uint32_t>(begin - sentence.begin()),
          tokens_.begin + static_cast<std::uint32_t>(end - sentence.begin())};
}

// "Brent crude closed at $70", but "signed agreements" and "a closed deal".
bool FactSentence::is_finite(std::uint32_t token) const {
  if (role(token) != WordRole::kParticiple || token == tokens_.begin || !ends_with_folded(view_->word(token), "ed")) return false;
  const WordRole before = role(token - 1);
  const bool has_subject =
      before == WordRole::kName || before == WordRole::kContent || before == WordRole::kAdverb || before == WordRole::kDate;
  if (before == WordRole::kAdverb && token > tokens_.begin + 1 && role(token - 2) == WordRole::kDeterminer)
    return false;  // "its closely watched"
  if (!has_subject || token + 1 == tokens_.end) return has_subject;
  const WordRole behind = role(token + 1);
  std::uint32_t name_end = token + 1;
  while (role(name_end) == WordRole::kName) ++name_end;
  if (name_end > token + 1 && is(name_end, "to")) return true;  // "the drop forced Chile to"
  return behind != WordRole::kContent && behind != WordRole::kName && behind != WordRole::kParticiple;
}

// "It [implies] exports of 5 tons", "This [marks] a 5% rise", but "it puts exports at 5 tons", which is read as a whole.
bool FactSentence::is_deed_of_pronoun(std::uint32_t token) const {
  const bool points = token > tokens_.begin && role(token) == WordRole::kContent && is_any(token - 1, {"this", "that", "which"}) &&
                      is_any(token + 1, {"a", "an"}) && ends_with_folded(view_->word(token), "s");
  if (points && covering(FactList::kMeasure, token) == nullptr) return true;
  const bool deed = token > tokens_.begin && role(token) == WordRole::kContent && is_any(token - 1, {"it", "he", "she", "who"}) &&
                    ends_with_folded(view_->word(token), "s") && covering(FactList::kMeasure, token) == nullptr;
  const FoundEntry* speech = deed ? covering(FactList::kSpeechVerb, token) : nullptr;
  return deed && (speech == nullptr || speech->cell(0) != "tally");
}

void FactSentence::set_role(TokenRange tokens, WordRole role) {
  for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) roles_[token - tokens_.begin] = role;
}

void FactSentence::place_mentions(std::span<const Mention> mentions, std::uint32_t first) {
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    const MentionAt at{tokens_in(mention.bytes), first + i};
    if (at.tokens.begin == at.tokens.end) continue;
    if (const Figure* figure = mention.figure(); figure != nullptr) {
      figures_.push_back(at);
      if (figure->quantity == Quantity::kCount) count_ends_.push_back(at.tokens.end);
      set_role(at.tokens, WordRole::kFigure);
    } else if (mention.date() != nullptr) {
      dates_.push_back(at);
      set_role(at.tokens, WordRole::kDate);
    } else if (const Name* name = mention.name();
               name != nullptr && role(at.tokens.begin) != WordRole::kFigure) {  // not "5 [U.S.] dollars"
      set_role(at.tokens, WordRole::kName);
      if (name->kind == NameKind::kInitiative || name->kind == NameKind::kEvent) scopes_.push_back(at);
      if (name->kind == NameKind::kPerson) parties_.push_back({at.tokens, name->name, Party::Kind::kPerson, false});
    }
  }
}

void FactSentence::place_parties(std::span<const Party> parties) {
  const auto before = [](const Party& party, std::uint32_t token) { return party.tokens.begin < token; };
  auto party = std::lower_bound(parties.begin(), parties.end(), tokens_.begin, before);
  for (; party != parties.end() && party->tokens.end <= tokens_.end; ++party) {
    if (role(party->tokens.begin) == WordRole::kFigure) continue;  // "263 million [US] dollars"
    parties_.push_back(*party);
    if (!party->adjective) set_role(party->tokens, WordRole::kName);
  }
  std::sort(parties_.begin(), parties_.end(), [](const Party& a, const Party& b) { return a.tokens.begin < b.tokens.begin; });
}

void FactSentence::settle_homes(const StateLeaders& leaders) {
  for (Party& party : parties_) {
    if (party.kind == Party::Kind::kPerson) party.home = leaders.country_at(party.tokens.begin);
  }
}

void FactSentence::find_words() {
  for (auto& words : words_) words.clear();
  for (std::uint32_t token = tokens_.begin; token < tokens_.end; ++token) {
    FactListSet lists = lexicon_->lists_beginning_with(view_->tokens[token].word);
    if (role(token) == WordRole::kName) lists &= set_of(FactList::kInitiativeMember);
    for (; lists != 0; lists &= lists - 1) {
      const auto list = static_cast<std::size_t>(std::countr_zero(lists));
      auto& words = words_[list];
      if (!words.empty() && words.back().tokens.end > token) continue;  // inside a longer entry
      if (const auto found = lexicon_->at(*view_, static_cast<FactList>(list), token, tokens_.end)) words.push_back(*found);
    }
  }
  extend_measures();
}

// "trade turnover [volume]", "oil production [levels]": the measure is that of the words before.
void FactSentence::extend_measures() {
  for (FoundEntry& measure : words_[static_cast<std::size_t>(FactList::kMeasure)]) {
    const FoundEntry* extent = measure.tokens.end < tokens_.end ? covering(FactList::kExtentNoun, measure.tokens.end) : nullptr;
    if (extent != nullptr) measure.tokens.end = extent->tokens.end;
  }
}

// "a rise", "the 5% increase", but "5,000 sold".
bool FactSentence::is_noun_here(FactList list, std::uint32_t token) const {
  if (token == tokens_.begin) return false;
  const WordRole before = role(token - 1);
  // "a 5% y/y increase"
  if (before == WordRole::kAdverb && token > tokens_.begin + 1 && is_any(token - 1, {"y", "year-on-year", "yoy", "on-year"}))
    return list == FactList::kMovement;
  if (before == WordRole::kFigure) return list == FactList::kMovement;
  const bool infinitive = is(token - 1, "to") && (token - 1 == tokens_.begin || !is_any(token - 2, {"due", "thanks", "owing"}));
  if (infinitive) return false;
  // "by [reducing] the cost", but "in rising costs"
  const bool gerund = before == WordRole::kPreposition && list == FactList::kMovement && ends_with_folded(view_->word(token), "ing");
  if (gerund && token + 1 < tokens_.end && is_any(token + 1, {"the", "its", "their", "a", "this", "these", "those"})) return false;
  return before == WordRole::kDeterminer || before == WordRole::kPreposition || before == WordRole::kPossessive;
}

// "after-tax", "on-year", but not "year-on-year": a hyphen without spaces makes a preposition part of a word.
bool FactSentence::opens_compound(std::uint32_t token) const {
  if (token + 2 >= tokens_.end || !is(token + 1, "-") || (token > tokens_.begin && is(token - 1, "-"))) return false;
  const auto adjoins = [this](std::uint32_t next) { return !view_->tokens[next].has(token_flag::kSpaceBefore); };
  return adjoins(token + 1) && adjoins(token + 2) && view_->tokens[token + 2].kind == TokenKind::kWord;
}

WordRole FactSentence::role_of_word(std::uint32_t token) {
  const Token& self = view_->tokens[token];
  if (is_any(token, {"'s", "’s"})) return WordRole::kPossessive;
  if (self.kind == TokenKind::kPunctuation || self.kind == TokenKind::kSymbol) return WordRole::kMark;
  if (covering(FactList::kClauseWord, token) != nullptr && !opens_compound(token)) return WordRole::kClause;
  if (const FoundEntry* known = covering(FactList::kFunctionWord, token)) {
    const bool word_alone = known->tokens.end == token + 1;  // "year-on-year" is an entry with its hyphens
    return word_alone && opens_compound(token) ? WordRole::kContent : role_of_class(known->cell(0));
  }
  for (const FactList list : {FactList::kMovement, FactList::kLevelVerb, FactList::kShareVerb, FactList::kMeasureVerb}) {
    if (covering(list, token) != nullptr && covering(FactList::kMeasure, token) == nullptr && !is_noun_here(list, token))
      return WordRole::kVerb;
  }
  const std::string_view word = view_->word(token);
  if ((ends_with_folded(word, "ed") && !is_noun_in_eed(word)) || ends_with_folded(word, "ing")) return WordRole::kParticiple;
  return ends_with_folded(word, "ly") ? WordRole::kAdverb : WordRole::kContent;
}

void FactSentence::find_roles() {
  for (std::uint32_t token = tokens_.begin; token < tokens_.end; ++token) {
    WordRole& role = roles_[token - tokens_.begin];
    if (role == WordRole::kContent) role = role_of_word(token);
  }
  for (std::uint32_t token = tokens_.begin; token < tokens_.end; ++token) {
    if (is_finite(token) || is_deed_of_pronoun(token)) roles_[token - tokens_.begin] = WordRole::kVerb;
  }
  find_adjectives();
  find_modifiers();
}

// "13 uranium [mining] projects", but "5 firms mining copper": a verb's participle among those counted only describes them.
void FactSentence::find_modifiers() {
  for (std::uint32_t token : count_ends_) {
    while (role(token) == WordRole::kContent && !ends_with_folded(view_->word(token), "s")) ++token;
    const bool modifies = role(token) == WordRole::kVerb && ends_with_folded(view_->word(token), "ing") &&
                          role(token + 1) == WordRole::kContent && ends_with_folded(view_->word(token + 1), "s");
    if (modifies) roles_[token - tokens_.begin] = WordRole::kParticiple;
  }
}

// "its [daily] output": how often is part of what is measured.
void FactSentence::find_adjectives() {
  for (const MentionAt& date : dates_) {
    const std::uint32_t token = date.tokens.begin;
    if (date.tokens.end != token + 1 || token == tokens_.begin || !ends_with_folded(view_->word(token), "ly")) continue;
    const WordRole before = role(token - 1);
    const bool within = before == WordRole::kDeterminer || before == WordRole::kPreposition || before == WordRole::kPossessive ||
                        before == WordRole::kContent;
    if (within && role(token + 1) == WordRole::kContent) roles_[token - tokens_.begin] = WordRole::kContent;
  }
}

bool FactSentence::equals(std::uint32_t token, std::string_view word) const noexcept { return equal_in_any_case(view_->word(token), word); }

const FoundEntry* FactSentence::last_before(FactList list, std::uint32_t end, std::uint32_t from) const noexcept {
  const FoundEntry* last = nullptr;
  for (const FoundEntry& found : words(list)) {
    if (found.tokens.end > end) break;
    if (found.tokens.begin >= from) last = &found;
  }
  return last;
}

const FoundEntry* FactSentence::first_from(FactList list, std::uint32_t from, std::uint32_t limit) const noexcept {
  const auto entries = words(list);
  const auto found = std::find_if(entries.begin(), entries.end(), [from](const FoundEntry& entry) { return entry.tokens.begin >= from; });
  return found != entries.end() && found->tokens.begin < limit ? &*found : nullptr;
}

const FoundEntry* FactSentence::covering(FactList list, std::uint32_t token) const noexcept {
  const auto entries = words(list);
  const auto found = std::find_if(entries.begin(), entries.end(), [token](const FoundEntry& entry) { return token < entry.tokens.end; });
  return found != entries.end() && found->tokens.begin <= token ? &*found : nullptr;
}

// "Exports to Chad, Niger, [and] Mali grew": between the last two of a row, before any verb of its clause.
bool FactSentence::closes_row(std::uint32_t conjunction) const noexcept {
  constexpr std::uint32_t kLongestItem = 5;  // tokens
  const auto in_item = [this](std::uint32_t token) {
    const WordRole one = role(token);
    return one == WordRole::kName || one == WordRole::kContent || one == WordRole::kDeterminer || one == WordRole::kPossessive;
  };
  const std::uint32_t begin = clause_begins_.back();
  std::uint32_t comma = conjunction - 1;
  while (comma > begin + 1 && in_item(comma - 1) && conjunction - comma <= kLongestItem) --comma;
  if (comma <= begin + 1 || comma == conjunction - 1 || !is(comma - 1, ",") || !in_item(comma - 2)) return false;
  for (std::uint32_t token = begin; token < conjunction; ++token) {
    if (role(token) == WordRole::kVerb || role(token) == WordRole::kFigure) return false;
  }
  return true;
}

// ", and imports fell": a conjunction behind a comma opens a clause where a verb follows soon.
bool FactSentence::opens_clause(std::uint32_t token) const noexcept {
  if (is(token, ";") || is(token, ":")) return true;
  if (role(token) == WordRole::kClause) return true;
  constexpr std::uint32_t kReach = 8;
  if (!is_any(token, {"and", "but", "or"}) || token == tokens_.begin || !is(token - 1, ",") || closes_row(token)) return false;
  bool only_date = false;  // ", and in May 2024, imports fell"
  std::uint32_t reach = kReach;
  for (std::uint32_t next = token + 1; next < std::min(token + reach, tokens_.end); ++next) {
    if (role(next) == WordRole::kDate) ++reach;
    if (role(next) == WordRole::kVerb) return true;
    if (is(next, ")")) return false;  // "Cargo on the route (Middle Line, or ML) rose"
    if (role(next) == WordRole::kFigure || (is(next, ",") && !only_date)) return false;
    only_date = role(next) == WordRole::kDate || (only_date && is(next, ","));
  }
  return false;
}

void FactSentence::find_clauses() {
  clause_begins_.assign(1, tokens_.begin);
  for (std::uint32_t token = tokens_.begin + 1; token < tokens_.end; ++token) {
    if (opens_clause(token)) clause_begins_.push_back(token);
  }
}

TokenRange FactSentence::clause_around(std::uint32_t token) const noexcept {
  const auto next = std::upper_bound(clause_begins_.begin(), clause_begins_.end(), token);
  const std::uint32_t begin = next == clause_begins_.begin() ? tokens_.begin : *(next - 1);
  return {begin, next == clause_begins_.end() ? tokens_.end : *next};
}

}  // namespace attest
