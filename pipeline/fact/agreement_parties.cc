#include "fact/agreement_parties.h"

#include <algorithm>
#include <array>

namespace attest {
namespace {

/// Courts rule on agreements; they conclude none.
bool is_court(const PartyCue& cue) noexcept {
  return cue.kind == PartyCue::Kind::kOrganisation && cue.id.find("Court") != std::string::npos;
}

constexpr std::uint32_t kFarthestOfTitle = 6;  // tokens between a title and what leads to its parties
constexpr std::uint32_t kFarthestBehind = 40;  // tokens behind a phrase in which its parties stand

bool same_word(std::string_view a, std::string_view lower) noexcept {
  const auto fold = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), lower.begin(), lower.end(), [&](char x, char y) { return fold(x) == y; });
}

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) noexcept {
  return std::any_of(words.begin(), words.end(), [word](std::string_view one) { return same_word(word, one); });
}

constexpr std::array<std::string_view, 8> kBreaks = {";", ".", "?", "!", "\"", "“", "”", ":"};
constexpr std::array<std::string_view, 3> kLinks = {"between", "with", "among"};
constexpr std::array<std::string_view, 7> kJoints = {"and", ",", "&", "-", "/", "or", "as well as"};
constexpr std::array<std::string_view, 2> kEnclosingLinks = {"between", "among"};
constexpr std::uint32_t kLongestOpening = 3;  // tokens before a phrase that opens its sentence
constexpr std::array<std::string_view, 3> kOtherSides = {"with", "between", "for"};
constexpr std::array<std::string_view, 2> kPossessives = {"its", "their"};
constexpr std::array<std::string_view, 2> kOpeningPronouns = {"which", "who"};
constexpr std::array<std::string_view, 9> kRelatives = {"which", "that", "who", "while", "but", "after", "when", "before", "because"};

// "the government of Peru signed", "after Peru signed".
constexpr std::array<std::string_view, 8> kSubjectPrepositions = {"of", "between", "with", "for", "after", "before", "since", "as"};

bool is_possessive(std::string_view word) noexcept { return word.ends_with("'s") || word.ends_with("’s") || word == "'" || word == "’"; }

}  // namespace

/// What is found so far.
struct AgreementParties::Search {
  PartySet set;
  std::vector<const PartyCue*> taken;
  bool enclosed = false;  // "between Chile and Peru": there are no others
  bool with = false;      // "with Chile and Peru": there is another
};

void AgreementParties::begin(const PartyCues& cues, const NamePlaces& names) {
  cues_ = &cues;
  persons_ = &names;
  focus_.clear();
  topic_.reset();
}

std::string_view AgreementParties::function_class(const TokenView& view, std::uint32_t token) const {
  const auto found = function_words_.at(view, token, token + 1);
  return found ? found->cell(0) : std::string_view();
}

/// A place in angle brackets is the symbol of a share ("<UK>").
void AgreementParties::add(const TokenView& view, const PartyCue& cue, Search& search) const {
  const bool bracketed = cue.tokens.begin > 0 && cue.tokens.end < view.tokens.size() && view.word(cue.tokens.begin - 1) == "<" &&
                         view.word(cue.tokens.end) == ">" && cue.kind != PartyCue::Kind::kOrganisation;
  if (cue.id.empty() || bracketed || is_court(cue)) return;
  search.taken.push_back(&cue);
  auto& parties = search.set.parties;
  if (std::find(parties.begin(), parties.end(), cue.id) == parties.end()) parties.push_back(cue.id);
  const Span bytes{view.tokens[cue.tokens.begin].begin, view.tokens[cue.tokens.end - 1].end};
  Span& all = search.set.bytes;
  all = all.begin == all.end ? bytes : Span{std::min(all.begin, bytes.begin), std::max(all.end, bytes.end)};
}

PartySet AgreementParties::find(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event, TokenRange sentence,
                                std::uint32_t clause) const {
  Search search;
  inside(view, phrase, search);
  search.set.inside = static_cast<std::uint32_t>(search.set.parties.size());
  const std::size_t before_link = search.set.parties.size();
  behind(view, phrase, event, sentence, search);
  const bool linked = search.set.parties.size() > before_link;
  possessor(view, phrase, sentence, search);
  search.set.stated = search.set.parties.size() >= 2 || linked;
  const std::size_t before_subject = search.set.parties.size();
  if (event.found() && event.before && !search.enclosed) subject(view, phrase, event, sentence, clause, search);
  const bool alone = search.set.parties.size() == 1 || (search.with && search.set.parties.size() == before_subject);
  if (linked && alone && !search.enclosed) add_topic(view, phrase, {sentence.begin, clause}, sentence.end, search);
  return std::move(search.set);
}

/// Of an agreement "with Norvale" the other side is who its clause is about, or its sentence, where its verb names nobody; of "its
/// agreement" who stands nearest.
void AgreementParties::add_topic(const TokenView& view, const AgreementPhrase& phrase, TokenRange before, std::uint32_t sentence_end,
                                 Search& search) const {
  const bool own = phrase.outer < phrase.tokens.begin && is_one_of(view.word(phrase.outer), kPossessives);
  const PartyCue* chosen = subject_among(view, {before.end, phrase.outer}, own);
  if (chosen == nullptr) chosen = subject_among(view, before, own);
  if (chosen != nullptr) return add(view, *chosen, search);
  if (own && add_speaker(view, before, search)) return;
  if (phrase.outer <= before.begin + kLongestOpening && add_subject_behind(view, phrase, sentence_end, search)) return;
  add_topic_before(search);
}

/// "Under an agreement with Chile, Norvale sells": who stands behind the comma.
bool AgreementParties::add_subject_behind(const TokenView& view, const AgreementPhrase& phrase, std::uint32_t limit, Search& search) const {
  for (const PartyCue& cue : cues_->within({phrase.tokens.end, limit})) {
    const bool taken = std::find(search.taken.begin(), search.taken.end(), &cue) != search.taken.end();
    if (taken || view.word(cue.tokens.begin - 1) != ",") continue;
    add(view, cue, search);
    return true;
  }
  return false;
}

/// The first body or country of a stretch that can be its subject; with `last` the last one.
const PartyCue* AgreementParties::subject_among(const TokenView& view, TokenRange range, bool last) const {
  const PartyCue* found = nullptr;
  const auto cues = cues_->within(range);
  for (auto cue = cues.begin(); cue != cues.end(); ++cue) {
    const bool aside = describes_next(view, cue, cues.end()) || !can_be_subject(view, *cue, range.begin);
    const std::string_view before = cue->tokens.begin > range.begin ? view.word(cue->tokens.begin - 1) : std::string_view();
    if (aside || only_reports(view, *cue, range) || is_one_of(before, kOtherSides)) continue;
    found = &*cue;
    if (!last) break;
  }
  return found;
}

/// "Ludlow Proteins said its agreement": capitals that open the sentence and speak of themselves as "it" name a body.
bool AgreementParties::add_speaker(const TokenView& view, TokenRange range, Search& search) const {
  std::uint32_t end = range.begin;
  while (end < range.end && view.tokens[end].has(token_flag::kCapitalised) && view.tokens[end].kind != TokenKind::kNumber) ++end;
  if (end < range.begin + 2 || end == range.end || !sayings_.at(view, end, range.end)) return false;
  const std::size_t known = search.set.parties.size();
  add_name(view, {range.begin, end}, search);
  return search.set.parties.size() > known;
}

/// Whom the text spoke of last.
void AgreementParties::add_topic_before(Search& search) const {
  if (!topic_) return;
  auto& parties = search.set.parties;
  if (std::find(parties.begin(), parties.end(), *topic_) == parties.end()) parties.push_back(*topic_);
}

/// Cities in titles say where, not who.
void AgreementParties::inside(const TokenView& view, const AgreementPhrase& phrase, Search& search) const {
  for (const PartyCue& cue : cues_->within(phrase.tokens)) {
    const bool city = cue.kind == PartyCue::Kind::kCity || cue.kind == PartyCue::Kind::kArea;
    const bool whole = cue.tokens.begin == phrase.tokens.begin && cue.tokens.end >= phrase.tokens.end;
    const bool currency =
        phrase.money != nullptr && phrase.money->bytes.contains({view.tokens[cue.tokens.begin].begin, view.tokens[cue.tokens.begin].end});
    if (city || whole || currency || (phrase.weight == AgreementWeight::kNamed && cue.kind == PartyCue::Kind::kOrganisation)) continue;
    add(view, cue, search);
    add_partner(view, cue, phrase.tokens, search);
  }
}

/// In "China-Mercosur pact" the word beside the hyphen is a side, too, though no list knows it.
void AgreementParties::add_partner(const TokenView& view, const PartyCue& cue, TokenRange phrase, Search& search) const {
  const auto is_name = [&](std::uint32_t token) {
    return view.tokens[token].has(token_flag::kCapitalised) && cues_->within({token, token + 1}).empty();
  };
  const auto name_at = [&](std::uint32_t token) {
    if (!is_name(token)) return;
    std::string party(view.word(token));
    auto& parties = search.set.parties;
    if (std::find(parties.begin(), parties.end(), party) == parties.end()) parties.push_back(std::move(party));
  };
  if (cue.tokens.end + 1 < phrase.end && view.word(cue.tokens.end) == "-") name_at(cue.tokens.end + 1);
  if (cue.tokens.begin >= phrase.begin + 2 && view.word(cue.tokens.begin - 1) == "-") name_at(cue.tokens.begin - 2);
}

/// "Chile's treaty with Peru".
void AgreementParties::possessor(const TokenView& view, const AgreementPhrase& phrase, TokenRange sentence, Search& search) const {
  if (phrase.determination != Determination::kDefinite || phrase.outer < sentence.begin) return;
  for (const PartyCue& cue : cues_->within({phrase.outer > 8 ? phrase.outer - 8 : 0, phrase.tokens.begin})) {
    const bool adjoins = cue.tokens.end == phrase.tokens.begin && is_possessive(view.word(cue.tokens.end - 1));
    const bool marked =
        cue.tokens.end + 1 == phrase.tokens.begin && (view.word(cue.tokens.end) == "'s" || view.word(cue.tokens.end) == "’s");
    if (adjoins || marked) add(view, cue, search);
  }
}

/// Behind a party: the next word that is a party, too, or leads to one.
bool AgreementParties::opens_row(const TokenView& view, std::uint32_t token, const AgreementEvent& event, TokenRange range) const {
  const std::string_view word = view.word(token);
  if (is_one_of(word, kLinks)) return true;
  if (links_.at(view, token, range.end) || acquisitions_.at(view, token, range.end)) return true;
  if (same_word(word, "by")) return event.is_passive && !approvals_.at(view, event.verb.begin, event.verb.end);
  if (same_word(word, "for")) return is_actor(view, token + 1, range.end);
  if (!(same_word(word, "to") || same_word(word, "from")) || token + 2 >= range.end) return false;
  // "awarded to the Navy", "an agreement to sell a mine to Norvale"; but not "is part of a grant to Norvale".
  constexpr std::uint32_t kNear = 3;
  if (token > range.begin && same_word(view.word(token - 1), "subject")) return false;  // "subject to Norvale's approval"
  const bool near = token <= std::max(range.begin, event.found() ? event.verb.end : 0U) + kNear;
  if (!near && same_word(word, "from")) return event.found() && !has_purpose(view, {range.begin, token});
  if (!near && !acts_.at(view, range.begin, range.end)) return false;
  const std::uint32_t next = token + (function_class(view, token + 1) == "determiner" ? 2 : 1);
  if (next + 1 < range.end && currencies_.at(view, next + 1, next + 2)) return false;  // "to U.S. dollars"
  // "to the Navy", not "to supply"
  return view.tokens[next].has(token_flag::kCapitalised) || view.word(next) == "<" || view.word(next) == "(";
}

/// "for power from Norvale": what stands between tells what it is about.
bool AgreementParties::has_purpose(const TokenView& view, TokenRange range) const {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (acts_.at(view, i, range.end)) return true;
  }
  return false;
}

/// The end of the words that lead to a party.
std::uint32_t AgreementParties::row_opening_end(const TokenView& view, std::uint32_t token, std::uint32_t limit) const {
  if (const auto link = links_.at(view, token, limit)) return link->tokens.end;
  const auto act = acquisitions_.at(view, token, limit);
  return act ? act->tokens.end : token + 1;
}

/// "for Norvale to buy": a party behind "for", which then does something.
bool AgreementParties::is_actor(const TokenView& view, std::uint32_t token, std::uint32_t limit) const {
  constexpr std::uint32_t kLongestDeterminer = 2;
  for (const PartyCue& cue : cues_->within({token, std::min(limit, token + kLongestDeterminer)})) {
    const std::uint32_t behind = cue.tokens.end + (cue.tokens.end < limit && view.word(cue.tokens.end) == ">" ? 1U : 0U);
    return behind < limit && same_word(view.word(behind), "to");
  }
  return false;
}

/// A name that no list and no form tells: capitals in a row that no cue covers, or what stands in angle brackets. One word must be
/// all capitals ("GHX"), or stand right behind a link ("with Norvale"): others may begin anything.
TokenRange AgreementParties::unknown_name(const TokenView& view, std::uint32_t token, std::uint32_t limit, bool linked) const {
  if (view.word(token) == "<") return {token + 1, bracket_end(view, token, limit)};
  std::uint32_t end = token;
  while (end < limit && view.tokens[end].has(token_flag::kCapitalised) && view.tokens[end].kind != TokenKind::kNumber &&
         function_class(view, end).empty() && cues_->within({end, end + 1}).empty() &&
         !view.tokens[end].has(token_flag::kFirstInSentence)) {
    ++end;
  }
  const bool symbol = token > 0 && view.word(token - 1) == "(";  // "Norvale Inc (NVL.N)"
  const bool acronym = !symbol && end == token + 1 && view.tokens[token].has(token_flag::kAllCaps) && view.word(token).size() >= 3 &&
                       view.word(token).find('.') == std::string_view::npos;  // "Ludlow County, N.J."
  return end >= token + 2 || acronym || (end > token && linked) ? TokenRange{token, end} : TokenRange{};
}

/// "covered" in "an agreement with Norvale covered"; not "owned" in "state-owned".
bool AgreementParties::is_past(const TokenView& view, std::uint32_t token) {
  const std::string_view word = view.word(token);
  return word.ends_with("ed") && !view.tokens[token].has(token_flag::kCapitalised) && view.word(token - 1) != "-";
}

/// The closing bracket behind "<"; the token behind "<" where there is none.
std::uint32_t AgreementParties::bracket_end(const TokenView& view, std::uint32_t token, std::uint32_t limit) const {
  std::uint32_t end = token + 1;
  while (end < limit && view.word(end) != ">") ++end;
  return end < limit ? end : token + 1;
}

/// "<NVL.L>": the symbol of a share stands for no party of its own.
bool AgreementParties::is_symbol(const TokenView& view, TokenRange name) const {
  if (name.begin == 0 || view.word(name.begin - 1) != "<") return false;
  const bool one_word = name.end <= name.begin + 1 && (name.end == name.begin || view.tokens[name.begin].has(token_flag::kAllCaps));
  return one_word || (name.end == name.begin + 3 && view.word(name.begin + 1) == ".") || !cues_->within(name).empty();
}

/// Capitals that name nobody: months, titles, forms of companies, words that any text has ("January", "Secretary", "Co").
bool AgreementParties::is_ordinary(const TokenView& view, TokenRange name) const {
  for (std::uint32_t token = name.begin; token < name.end; ++token) {
    if (!ordinary_words_.at(view, token, token + 1) && !months_.at(view, token, token + 1) && !legal_forms_.at(view, token, token + 1))
      return false;
  }
  return true;
}

/// "the Norvale news agency said": a medium that speaks is no side of what it tells of.
bool AgreementParties::only_reports(const TokenView& view, const PartyCue& cue, TokenRange sentence) const {
  constexpr std::uint32_t kFarthest = 3;
  if (!cue.reports) return false;
  for (std::uint32_t i = cue.tokens.end; i < std::min(sentence.end, cue.tokens.end + kFarthest); ++i) {
    if (sayings_.at(view, i, sentence.end)) return true;
  }
  return false;
}

void AgreementParties::add_name(const TokenView& view, TokenRange name, Search& search) const {
  for (std::uint32_t token = name.begin; persons_ != nullptr && token < name.end; ++token) {
    if (persons_->covering(token) != nullptr) return;  // "Foreign Minister Vahit Norvale"
  }
  if (is_ordinary(view, name)) return;
  std::string party(view.passage(name));
  std::replace(party.begin(), party.end(), '\n', ' ');
  auto& parties = search.set.parties;
  if (std::find(parties.begin(), parties.end(), party) == parties.end()) parties.push_back(std::move(party));
}

/// Where a body is, which stands behind it: "Norvale Inc of Canada", "Norvale Inc, Oslo, Norway".
bool AgreementParties::is_location(const TokenView& view, const PartyCue& cue, const PartyCue* last, std::uint32_t link,
                                   std::uint32_t known_end) const {
  if (cue.kind == PartyCue::Kind::kOrganisation || cue.kind == PartyCue::Kind::kDemonym) return false;
  if (cue.kind == PartyCue::Kind::kCity || cue.kind == PartyCue::Kind::kArea) return cue.tokens.begin != link + 1;
  if (last == nullptr || last->kind == PartyCue::Kind::kCountry || cue.tokens.begin == 0) return false;
  constexpr std::uint32_t kLongestAddress = 4;  // ", Oslo, " or " of "
  if (cue.tokens.begin > std::max(last->tokens.end, known_end) + kLongestAddress) return false;
  const bool article = cue.tokens.begin > last->tokens.end + 1 && function_class(view, cue.tokens.begin - 1) == "determiner";
  const std::string_view before = view.word(cue.tokens.begin - (article ? 2U : 1U));
  return before == "," || same_word(before, "of") || same_word(before, "in");
}

/// "…, Trade Minister Ludlow said": who tells of it.
bool AgreementParties::speaks_behind_comma(const TokenView& view, const PartyCue& cue, std::uint32_t limit) const {
  constexpr std::uint32_t kLongestTitle = 6;
  if (view.word(cue.tokens.begin - 1) != ",") return false;
  for (std::uint32_t i = cue.tokens.end; i < std::min(limit, cue.tokens.end + kLongestTitle); ++i) {
    if (is_one_of(view.word(i), kJoints)) return false;
    if (sayings_.at(view, i, limit)) return true;
  }
  return false;
}

/// Walks the words behind the phrase: a link opens a row of parties, what is neither party nor joint closes it.
void AgreementParties::behind(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event, TokenRange sentence,
                              Search& search) const {
  const TokenRange range{phrase.tokens.end, std::min(sentence.end, phrase.tokens.end + kFarthestBehind)};
  const auto cues = cues_->within(range);
  auto cue = cues.begin();
  const PartyCue* last = nullptr;
  bool open = false;
  std::uint32_t gap = 0;        // words since the link or the last party: "with the government of Chile"
  std::uint32_t link = 0;       // the last word of the link
  std::uint32_t known_end = 0;  // where the last party or its address ends
  bool enclosing = false;
  bool with = false;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    while (cue != cues.end() && cue->tokens.begin < i) ++cue;
    if (cue != cues.end() && cue->tokens.begin == i) {
      if (known_end > 0 && speaks_behind_comma(view, *cue, range.end)) return;
      const bool aside = (last != nullptr && is_owner(view, *cue, link)) || describes_next(view, cue, cues.end()) ||
                         describes_last(view, *cue, last) || is_location(view, *cue, last, link, known_end);
      known_end = cue->tokens.end;
      if (open && !aside) {
        add(view, *cue, search);
        search.enclosed = search.enclosed || enclosing;
        search.with = search.with || with;
        last = &*cue;
        gap = 0;
      }
      i = cue->tokens.end - 1;
      continue;
    }
    const std::string_view word = view.word(i);
    if (is_one_of(word, kBreaks) || (sayings_.at(view, i, range.end) && !open)) return;
    if (opens_row(view, i, event, range)) {
      const bool another = !open && link > 0 && is_one_of(word, kLinks) && search.set.parties.size() > search.set.inside;
      const bool far = phrase.weight == AgreementWeight::kNamed && i > range.begin + kFarthestOfTitle;
      if (another || far) return;  // "with Chile, a deal with Peru"; "the Ludlow Treaty's chairman met with"
      i = std::max(i, row_opening_end(view, i, range.end) - 1);
      enclosing = is_one_of(word, kEnclosingLinks);
      with = same_word(word, "with");
      open = true;
      gap = 0;
      link = i;
      continue;
    }
    const bool linked = i == link + 1 || (known_end > 0 && known_end + 1 == i && same_word(view.word(i - 1), "and"));
    if (const TokenRange name = open ? unknown_name(view, i, range.end, linked) : TokenRange{}; name.begin < name.end) {
      const bool in_brackets = word == "<" && !cues_->within(name).empty();
      if (in_brackets) continue;  // a cue, at the next token
      if (!is_symbol(view, name)) add_name(view, name, search);
      search.with = search.with || with;
      gap = 0;
      i = name.end - 1;
      continue;
    }
    if (i > range.begin && is_one_of(word, kRelatives)) return;
    if (is_one_of(word, kJoints) && open) continue;
    const std::string_view kind = function_class(view, i);
    if (known_end > 0 && kind == "auxiliary" && !event.is_passive) return;  // the next clause's verb
    if (known_end > 0 && is_past(view, i)) open = false;
    const bool locative = kind == "preposition" && !same_word(word, "of");
    if (locative || kind == "particle" || kind == "auxiliary" || kind == "verb" || ++gap > 6) open = false;
  }
}

/// What stands before a body says whose it is ("China's CNPC", "Peruvian copper miner Norvale", "Norvale's Ludlow Ltd"), and is no
/// party itself; nor is the town where it is based.
bool AgreementParties::describes_next(const TokenView& view, std::span<const PartyCue>::iterator cue,
                                      std::span<const PartyCue>::iterator end) const {
  const std::uint32_t behind = cue->tokens.end;
  const auto size = static_cast<std::uint32_t>(view.tokens.size());
  const bool place = cue->kind != PartyCue::Kind::kOrganisation;
  const std::uint32_t based = behind + 1 < size && view.word(behind) == "-" ? behind + 1 : behind;
  if (place && based < size && same_word(view.word(based), "based")) return true;
  const auto next = cue + 1;
  if (next == end || next->kind != PartyCue::Kind::kOrganisation || behind >= size) return false;
  if (is_one_of(view.word(next->tokens.begin - 1), kJoints)) return false;  // "India and Boeing"
  const bool possessive = is_possessive(view.word(behind));
  const std::uint32_t noun = behind + (view.word(behind) == ">" ? 1U : 0U);
  const bool unit = affiliates_.at(view, noun, next->tokens.begin).has_value();  // "Norvale unit Ludlow Ltd"
  const bool symbol = behind + 1 < size && view.word(behind + 1) == "<";         // "Norvale's <NVL> Ludlow Ltd"
  if (!place) return (possessive && next->tokens.begin <= behind + (symbol ? 5U : 2U)) || (unit && next->tokens.begin <= noun + 3);
  if (next->tokens.begin <= behind + (possessive ? 3U : 2U)) return true;
  constexpr std::uint32_t kLongest = 9;
  if (next->tokens.begin > behind + kLongest) return false;
  const std::uint32_t last = view.word(next->tokens.begin - 1) == "<" ? next->tokens.begin - 1 : next->tokens.begin;
  return kinds_.ending_at(view, last, behind).has_value();
}

/// A country right behind a body says where it is at home: "Ludlow A/S Danish subsidiary", "Norvale's U.S. business".
bool AgreementParties::describes_last(const TokenView& view, const PartyCue& cue, const PartyCue* last) {
  if (cue.kind == PartyCue::Kind::kOrganisation || last == nullptr || last->kind != PartyCue::Kind::kOrganisation) return false;
  const std::uint32_t gap = cue.tokens.begin - last->tokens.end;
  return gap == 0 || (gap == 1 && is_possessive(view.word(last->tokens.end)));
}

/// "Norvale, a unit of Ludlow": Ludlow.
bool AgreementParties::is_owner(const TokenView& view, const PartyCue& cue, std::uint32_t floor) const {
  std::uint32_t begin = cue.tokens.begin;
  while (begin > floor && function_class(view, begin - 1) == "determiner") --begin;
  return cue.kind == PartyCue::Kind::kOrganisation && begin > floor && same_word(view.word(begin - 1), "of") &&
         affiliates_.ending_at(view, begin - 1, floor);
}

/// Names behind a preposition are no subjects ("on Monday in Astana, China signed"), but "the government of Chile" is one.
bool AgreementParties::can_be_subject(const TokenView& view, const PartyCue& cue, std::uint32_t floor) const {
  if (cue.kind == PartyCue::Kind::kArea) return false;
  std::uint32_t begin = cue.tokens.begin;
  if (begin > floor && sayings_.at(view, begin - 1, begin)) return false;  // "told Norvale"
  while (begin > floor && function_class(view, begin - 1) == "determiner") --begin;
  const bool possessive = cue.tokens.end < view.tokens.size() && is_possessive(view.word(cue.tokens.end));  // "to Peru's offer to sign"
  if (begin == floor || possessive || (function_class(view, begin - 1) != "preposition" && !same_word(view.word(begin - 1), "to")))
    return true;
  const std::string_view word = view.word(begin - 1);
  const bool owner =
      cue.kind == PartyCue::Kind::kOrganisation && affiliates_.ending_at(view, begin - 1, floor);  // "Norvale, a unit of Ludlow"
  return is_one_of(word, kSubjectPrepositions) && !owner;
}

void AgreementParties::subject(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event, TokenRange sentence,
                               std::uint32_t clause, Search& search) const {
  const TokenRange range{clause, event.verb.begin};
  const auto cues = cues_->within(range);
  const std::size_t before = search.taken.size();
  const PartyCue* last = nullptr;
  std::uint32_t known_end = 0;
  for (auto cue = cues.begin(); cue != cues.end(); ++cue) {
    const bool aside = describes_next(view, cue, cues.end()) || describes_last(view, *cue, last) ||
                       (last != nullptr && is_location(view, *cue, last, range.begin, known_end));
    if (cue->kind == PartyCue::Kind::kOrganisation) last = &*cue;
    known_end = cue->tokens.end;
    if (!aside && can_be_subject(view, *cue, range.begin) && !only_reports(view, *cue, sentence)) add(view, *cue, search);
  }
  // "the Navy awarded it a contract": who receives it, stands behind the verb.
  const bool given = event.verb.end < phrase.outer && same_word(view.word(event.verb.end), "it");
  if (given && sentence.begin < clause) return meant_by_pronoun(view, {clause, clause}, sentence, search);
  const bool it = range.begin < range.end && (same_word(view.word(range.begin), "it") || same_word(view.word(range.begin), "they"));
  if (search.taken.size() > before && !(it && search.taken.size() == before + 1)) return;  // "it and Norvale signed" has two
  const std::size_t known = search.set.parties.size();
  for (std::uint32_t i = range.begin; i < range.end && search.set.parties.size() == known; ++i) {
    const TokenRange name = unknown_name(view, i, range.end, false);
    if (name.begin < name.end && !is_symbol(view, name)) add_name(view, name, search);
  }
  // "Norvale said the adoption of a pact": whose it is, the noun does not say.
  const bool noun = same_word(view.word(event.verb.end - 1), "of");
  if (search.set.parties.size() == known && !noun && !has_own_subject(view, range)) meant_by_pronoun(view, range, sentence, search);
}

/// "said farmers sought": a noun that stands for nobody named is the subject, unless "it", "its unit" or "the company" points back.
bool AgreementParties::has_own_subject(const TokenView& view, TokenRange clause) const {
  bool content = false;
  for (std::uint32_t i = clause.begin; i < clause.end; ++i) {
    if (self_references_.at(view, i, clause.end)) return false;
    const Token& token = view.tokens[i];
    const bool noun = token.kind == TokenKind::kWord && !token.has(token_flag::kCapitalised) && view.word(i).ends_with("s");
    content = content || noun || function_class(view, i) == "determiner";
  }
  return content;
}

/// "Norvale and Ludlow said they signed": those whom "and" joins to the first one.
void AgreementParties::add_joined(const TokenView& view, const PartyCue& first, std::uint32_t limit, Search& search) const {
  for (const PartyCue& cue : cues_->within({first.tokens.end, limit})) {
    std::uint32_t begin = cue.tokens.begin;
    while (begin > first.tokens.end && (view.word(begin - 1) == "<" || function_class(view, begin - 1) == "determiner")) --begin;
    if (same_word(view.word(begin - 1), "and")) add(view, cue, search);
  }
}

/// "Norvale, which had signed": who stands right before the relative pronoun that opens the clause.
const PartyCue* AgreementParties::antecedent(const TokenView& view, std::span<const PartyCue> earlier, std::uint32_t clause) {
  if (clause == 0 || earlier.empty() || !is_one_of(view.word(clause - 1), kOpeningPronouns)) return nullptr;
  constexpr std::uint32_t kComma = 2;
  return earlier.back().tokens.end + kComma >= clause ? &earlier.back() : nullptr;
}

/// "X said it signed": the subject of the sentence; "the two countries signed": who was spoken of together before.
void AgreementParties::meant_by_pronoun(const TokenView& view, TokenRange clause, TokenRange sentence, Search& search) const {
  bool two = clause.begin == sentence.begin && clause.begin < clause.end && same_word(view.word(clause.begin), "they");
  for (std::uint32_t i = clause.begin; i < clause.end; ++i) two = two || same_word(view.word(i), "two") || same_word(view.word(i), "both");
  if (two) {
    for (const std::string& party : focus_) {
      auto& parties = search.set.parties;
      if (std::find(parties.begin(), parties.end(), party) == parties.end()) parties.push_back(party);
    }
    return;
  }
  const auto earlier = cues_->within({sentence.begin, clause.begin});
  if (const PartyCue* cue = antecedent(view, earlier, clause.begin)) return add(view, *cue, search);
  if (const PartyCue* cue = subject_among(view, {sentence.begin, clause.begin}, false)) {
    add(view, *cue, search);
    const bool they = clause.begin < clause.end && same_word(view.word(clause.begin), "they");
    return they ? add_joined(view, *cue, clause.begin, search) : void();
  }
  if (!add_speaker(view, {sentence.begin, clause.begin}, search)) add_topic_before(search);
}

/// "…, the Defence Ministry said.": whom the text quotes, it does not speak of.
bool AgreementParties::is_speaker_tag(const TokenView& view, const PartyCue& cue, TokenRange sentence) const {
  constexpr std::uint32_t kLongestTag = 3;
  if (cue.tokens.end + kLongestTag < sentence.end || cue.tokens.begin == sentence.begin) return false;
  return cue.tokens.end < sentence.end && sayings_.at(view, cue.tokens.end, sentence.end).has_value();
}

void AgreementParties::hear(const TokenView& view, TokenRange sentence) {
  std::vector<std::string> named;
  bool first = true;
  const auto cues = cues_->within(sentence);
  for (auto cue = cues.begin(); cue != cues.end(); ++cue) {
    if (cue->id.empty() || !can_be_subject(view, *cue, sentence.begin) || only_reports(view, *cue, sentence)) continue;
    if (describes_next(view, cue, cues.end()) || is_speaker_tag(view, *cue, sentence)) continue;
    if (first) topic_ = cue->id;
    first = false;
    if (std::find(named.begin(), named.end(), cue->id) == named.end()) named.push_back(cue->id);
  }
  if (named.size() == 2) focus_ = std::move(named);
}

}  // namespace attest
