#include "fact/agreement/row.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fact/agreement/description.h"
#include "fact/agreement/link.h"
#include "fact/agreement/name.h"
#include "fact/agreement/named.h"
#include "fact/agreement/reference.h"
#include "fact/agreement/word.h"

namespace attest::agreement {
namespace {

using agreement_word::is_possessive;
using agreement_word::kJoints;

constexpr std::uint32_t kFarthestOfTitle = 3;   // tokens between a title and what leads to its parties
constexpr std::uint32_t kFarthestOfSigned = 6;  // the same, where it is told that they signed it
constexpr std::uint32_t kFarthestBehind = 40;   // tokens behind a phrase in which its parties stand

constexpr std::array<std::string_view, 8> kBreaks = {";", ".", "?", "!", "\"", "“", "”", ":"};
constexpr std::array<std::string_view, 9> kRelatives = {"which", "that", "who", "while", "but", "after", "when", "before", "because"};

constexpr std::array<std::string_view, 2> kLed = {"led", "headed"};

/// What is known on the way through the words behind a phrase.
struct Row {
  TokenRange range;
  std::span<const PartyCue> cues;
  std::span<const PartyCue>::iterator cue;
  const PartyCue* last = nullptr;
  bool open = false;
  std::uint32_t gap = 0;        ///< Words since the link or the last party: "with the government of Chile".
  std::uint32_t link = 0;       ///< The last word of the link.
  std::uint32_t known_end = 0;  ///< Where the last party or its address ends.
  std::uint32_t named_end = 0;  ///< Where the last one ends that no list knows.
  bool enclosing = false;
  bool with = false;
  bool supplies = false;   ///< Behind "to supply" countries say where the goods are from: "to supply U.S. soya".
  bool told = false;       ///< "The deal followed efforts to buy": what it did, not what it makes its parties do.
  bool in_clause = false;  ///< "under which Norvale leases it from Ludlow"

  /// True where a party begins at a token; tokens only grow.
  bool has_cue_at(std::uint32_t token) {
    while (cue != cues.end() && cue->tokens.begin < token) ++cue;
    return cue != cues.end() && cue->tokens.begin == token;
  }
};

/// "…, Trade Minister Ludlow said": who tells of it.
bool speaks_behind_comma(const AgreementText& text, const PartyCue& cue, std::uint32_t limit) {
  constexpr std::uint32_t kLongestTitle = 6;
  const bool article = text.function_class(cue.tokens.begin - 1) == "determiner" && cue.tokens.begin > 1;
  if (text.word(cue.tokens.begin - (article ? 2U : 1U)) != ",") return false;
  for (std::uint32_t i = cue.tokens.end; i < std::min(limit, cue.tokens.end + kLongestTitle); ++i) {
    if (text.is_any(i, kJoints)) return false;
    if (text.at(AgreementList::kSayingVerb, i, limit)) return true;
  }
  return false;
}

/// "the previously announced merger", "pre-agreed": a participle before a noun says nothing of its own.
bool is_attribute(const AgreementText& text, std::uint32_t token) {
  return text.word(token - 1) == "-" || text.word(token - 1).ends_with("ly");
}

/// "covered" in "an agreement with Norvale covered"; not "owned" in "state-owned".
bool is_past(const AgreementText& text, std::uint32_t token) {
  const std::string_view word = text.word(token);
  return word.ends_with("ed") && !text.is_capitalised(token) && text.word(token - 1) != "-";
}

/// ", reports the Norvale Times".
bool is_told_by(const AgreementText& text, const PartyCue& cue, std::uint32_t floor) {
  std::uint32_t begin = cue.tokens.begin;
  if (begin > floor && text.function_class(begin - 1) == "determiner") --begin;
  const auto saying = text.ending_at(AgreementList::kSayingVerb, begin, floor);
  return saying && saying->tokens.begin > floor && text.word(saying->tokens.begin - 1) == ",";
}

/// "between the ports of Norvale and Ludlow": cities that a row between two encloses stand for their sides.
bool is_side(const AgreementText& text, const PartyCue& cue, const Row& row) {
  if (!row.enclosing || cue.kind != PartyCue::Kind::kCity || row.named_end > 0) return false;
  return row.known_end == 0 || text.is(cue.tokens.begin - 1, "and");
}

/// "30 Airbus A320s": a make.
bool is_product(const AgreementText& text, const PartyCue& cue) {
  return cue.kind == PartyCue::Kind::kOrganisation && cue.tokens.end < text.size() &&
         text.token(cue.tokens.end).kind == TokenKind::kAlphanumeric;
}

/// "for Moss to buy Norvale's Ludlow subsidiary": what is bought; its owner, who sells it, is the side.
bool is_unit_bought(const AgreementText& text, const PartyCue& cue, const PartyCue* owner, std::uint32_t floor) {
  if (owner == nullptr || cue.kind != PartyCue::Kind::kOrganisation || cue.tokens.begin != owner->tokens.end + 1) return false;
  if (!is_possessive(text.word(owner->tokens.end)) || !text.at(AgreementList::kAffiliateNoun, cue.tokens.end, text.size())) return false;
  return text.ending_at(AgreementList::kAcquisitionVerb, owner->tokens.begin, floor).has_value();
}

/// A party that the row is open for, and that neither describes another nor says where one is.
void take_cue(const AgreementPartyView& view, Row& row, AgreementPartyDraft& draft) {
  const PartyCue& cue = *row.cue;
  const bool product = is_product(view, cue);
  const bool receives = cue.tokens.end < row.range.end && view.is(cue.tokens.end, "with");  // "to supply Chile with trains"
  const bool goods = row.supplies && cue.kind != PartyCue::Kind::kOrganisation && !receives;
  const PartyCue* before = row.cue == row.cues.begin() ? nullptr : &*(row.cue - 1);
  const bool unit = is_unit_bought(view, cue, before, row.range.begin);
  if (row.open && unit) take(view, *before, draft);
  const bool alias = row.last != nullptr && cue.tokens.begin == row.last->tokens.end + 1 && view.word(row.last->tokens.end) == "(";
  const bool aside = goods || alias || product || unit || (row.last != nullptr && is_owner(view, cue, row.link)) ||
                     describes_next(view, cue, row.cues) || describes_last(view, cue, row.last) || names_body_told(view, cue) ||
                     (is_location(view, cue, row.last, row.link, std::max(row.known_end, row.named_end)) && !is_side(view, cue, row));
  row.known_end = cue.tokens.end;
  if (!row.open || aside) return;
  take(view, cue, draft, row.enclosing);
  draft.enclosed = draft.enclosed || row.enclosing;
  draft.with = draft.with || row.with;
  row.last = &cue;
  row.gap = 0;
}

/// What leads to parties at a token; returns what stands behind it.
std::uint32_t open_row(const AgreementPartyView& view, std::uint32_t token, Row& row, AgreementPartyDraft& draft) {
  const std::string_view word = view.word(token);
  row.supplies = equal_in_any_case(word, "supply");
  row.link = std::max(token, link_end(view, token, row.range.end) - 1);
  row.in_clause = row.in_clause || view.is(row.link, "which") || view.is(row.link, "whereby");
  row.enclosing = is_enclosing_link(word);
  row.with = equal_in_any_case(word, "with");
  row.open = true;
  row.gap = 0;
  const std::uint32_t next = row.link + 1;
  const bool it = next < row.range.end && (view.is(next, "it") || view.is(next, "itself"));
  draft.self = draft.self || (row.enclosing && it);
  return next;
}

/// "Norvale Inc, Palm Moss, N.Y.": a town right behind a party, with the letters of its state.
bool is_address(const AgreementText& text, TokenRange name, std::uint32_t party_end) {
  const std::uint32_t comma = text.word(party_end) == ">" ? party_end + 1 : party_end;
  if (comma + 1 != name.begin || text.word(comma) != "," || name.end + 1 >= text.size() || text.word(name.end) != ",") return false;
  const std::string_view state = text.word(name.end + 1);
  return text.is_capitalised(name.end + 1) && (state.ends_with('.') || text.is(name.end + 2, "."));
}

/// A name that no list knows, in an open row; returns its end, the token itself where there is none.
std::uint32_t take_unknown_name(const AgreementPartyView& view, std::uint32_t token, Row& row, AgreementPartyDraft& draft) {
  const bool joined = row.known_end > 0 && row.known_end + 1 == token && view.is(token - 1, "and");
  const bool linked = token == row.link + 1 || joined;
  const TokenRange name = row.open ? unknown_name(view, token, row.range.end, linked) : TokenRange{};
  if (name.begin >= name.end) return token;
  if (row.known_end == token && view.word(token) != "<") return name.end;  // "Norvale Global LNG": of the name before
  const bool in_brackets = view.word(token) == "<" && !view.cues_within(name).empty();
  if (in_brackets) return token + 1;  // a cue, at the next token
  const std::uint32_t party_end = std::max(row.known_end, row.named_end);
  const bool of = party_end > 0 && party_end + 1 == token && view.is(token - 1, "of");  // "Norvale Inc of Palm Moss"
  const bool town = of || (party_end > 0 && is_address(view, name, party_end));
  const bool owned = token > 0 && (view.is(token - 1, "its") || view.is(token - 1, "their") ||
                                   is_possessive(view.word(token - 1)));  // "Norvale's Industrial Ludlow unit"
  // "Peru's Minister of Energy Vega"
  const bool office = view.is(token - 1, "of") && view.ending_at(AgreementList::kStateLeader, token - 1, row.range.begin);
  if (!is_symbol(view, name) && !town && !owned && !office && !is_town(view, name)) take_name(view, name, draft);
  row.named_end = name.end;
  draft.with = draft.with || row.with;
  row.gap = 0;
  return name.end;
}

/// "with Norvale this week and follows an accord": another clause begins.
bool is_verb_behind(const AgreementText& text, std::uint32_t token, const Row& row) {
  if (token + 1 >= row.range.end || text.is_capitalised(token + 1)) return false;
  const std::string_view word = text.word(token + 1);
  const bool verb = word.ends_with("ed") || (word.ends_with('s') && !word.ends_with("ss") && token + 2 < row.range.end &&
                                             text.function_class(token + 2) == "determiner");
  return verb && text.function_class(token + 1).empty();
}

/// Reads a word that is no party; false where nothing behind it belongs to the agreement.
bool goes_on(const AgreementPartyView& view, std::uint32_t token, Row& row) {
  const std::string_view word = view.word(token);
  if (token > row.range.begin && is_one_of(word, kRelatives)) return false;
  if (view.phrase().many && equal_in_any_case(word, "including")) return false;  // "five agreements, including three with Chile"
  if (equal_in_any_case(word, "and") && token + 1 < row.range.end && view.at(AgreementList::kPastVerb, token + 1, token + 2))
    return false;  // "and made"
  if (row.known_end > 0 && equal_in_any_case(word, "and") && is_verb_behind(view, token, row)) row.open = false;
  // "between the two countries, as the Peruvian envoy put it": nobody behind them
  const std::string_view sides = row.open && view.is(token - 1, "the") ? reference_number(view, token, row.range) : std::string_view();
  if (sides == "two" || sides == "sides") row.open = false;
  if (view.is_any(token, kJoints) && row.open) return true;
  if (token > row.range.begin && view.word(token - 1) == "-") return true;  // "closely-held"
  const std::string_view kind = view.function_class(token);
  if (row.known_end > 0 && kind == "auxiliary" && !view.event().is_passive && !row.in_clause) return false;  // the next clause's verb
  if (row.known_end > 0 && is_past(view, token)) row.open = false;
  const bool told_more = row.known_end == token && word.ends_with("ing") && !view.is_capitalised(token);
  if (told_more) row.open = false;  // "between Chile and Peru establishing a working group"
  constexpr std::uint32_t kLongestGap = 6;
  const bool in_whom =
      equal_in_any_case(word, "in") && view.ending_at(AgreementList::kStakeNoun, token, row.range.begin);  // "acquire a stake in Norvale"
  const bool led_by = equal_in_any_case(word, "by") && view.is_any(token - 1, kLed);                       // "with a group led by Norvale"
  const bool locative = kind == "preposition" && !equal_in_any_case(word, "of") && !in_whom && !led_by;
  const bool counts = kind.empty() && view.token(token).kind == TokenKind::kWord;  // "100 pct of the shares of Norvale"
  if (locative || kind == "particle" || kind == "auxiliary" || kind == "verb" || (counts && ++row.gap > kLongestGap)) row.open = false;
  return true;
}

/// "with Chile, a deal with Peru"; "the Ludlow Treaty's chairman met with": what opens is no row of this agreement.
bool is_of_another(const AgreementPartyView& view, std::uint32_t token, const Row& row, const AgreementPartyDraft& draft) {
  if (!row.open && row.link > 0 && is_plain_link(view.word(token)) && draft.size() > draft.set.inside) return true;
  const std::uint32_t begin = row.range.begin;
  const std::uint32_t reach = view.event().found() && view.event().verb.begin >= begin ? kFarthestOfSigned : kFarthestOfTitle;
  return view.is_known() && token > begin + reach;
}

/// "with Moss", "with Prime Minister Moss": the country of who leads it; returns the end of the name, the token itself where none begins.
std::uint32_t take_leader(const AgreementText& text, std::uint32_t token, Row& row, AgreementPartyDraft& draft) {
  if (!row.open) return token;
  const auto office = text.at(AgreementList::kStateLeader, token, row.range.end);
  const std::uint32_t name = office && office->tokens.end < row.range.end ? office->tokens.end : token;
  const std::string_view country = text.leaders().country_at(name);
  if (country.empty()) return token;
  draft.set.add(country);
  draft.enclosed = draft.enclosed || row.enclosing;
  row.known_end = text.leaders().end_at(name);
  return row.known_end;
}

/// Reads what stands at a token; returns the token to go on with, nothing where no more belongs to the agreement.
std::optional<std::uint32_t> read_at(const AgreementPartyView& view, std::uint32_t token, Row& row, AgreementPartyDraft& draft) {
  const TokenRange range = row.range;
  if (row.has_cue_at(token)) {
    if (speaks_behind_comma(view, *row.cue, range.end) || is_told_by(view, *row.cue, range.begin)) return std::nullopt;
    take_cue(view, row, draft);
    return row.cue->tokens.end;
  }
  if (view.is_any(token, kBreaks)) return std::nullopt;
  if (view.at(AgreementList::kSayingVerb, token, range.end) && !row.open && !is_attribute(view, token)) return std::nullopt;
  const bool told_verb = row.told && view.at(AgreementList::kAcquisitionVerb, token, range.end);
  const bool goods_behind = row.supplies && row.known_end == token && view.is(token, "with");  // "to supply Chile with radios"
  if (!told_verb && !goods_behind && is_link(view, token, range)) {
    if (is_of_another(view, token, row, draft)) return std::nullopt;
    return open_row(view, token, row, draft);
  }
  if (const std::uint32_t end = take_leader(view, token, row, draft); end > token) return end;
  if (const std::uint32_t end = take_unknown_name(view, token, row, draft); end > token) return end;
  return goes_on(view, token, row) ? std::optional(token + 1) : std::nullopt;
}

/// The words behind the phrase, up to the next one.
TokenRange range_behind(const AgreementPartyView& view) {
  const std::uint32_t begin = view.phrase().behind();
  const std::uint32_t next = view.phrase().next > view.phrase().tokens.end ? view.phrase().next : view.sentence().end;
  return {begin, std::min({view.sentence().end, next, begin + kFarthestBehind})};
}

/// "The deal is the largest between Chile and Peru".
bool is_compared(const AgreementPartyView& view, TokenRange behind) {
  return view.phrase().determination == Determination::kDefinite && behind.begin + 1 < behind.end &&
         view.function_class(behind.begin) == "auxiliary" && view.function_class(behind.begin + 1) == "determiner";
}

/// "The deal followed": a verb of its own, which is not what is done with it.
bool tells_what_it_did(const AgreementPartyView& view, TokenRange behind) {
  const TokenRange verb = view.event().verb;
  const bool governed = verb.begin <= behind.begin && behind.begin < verb.end;
  return view.phrase().determination == Determination::kDefinite && behind.begin < behind.end && !governed && is_past(view, behind.begin);
}

}  // namespace

void read_row(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  const TokenRange range = range_behind(view);
  if (is_compared(view, range)) return;
  const auto cues = view.cues_within(range);
  Row row{range, cues, cues.begin()};
  row.told = tells_what_it_did(view, range);
  std::optional<std::uint32_t> token = range.begin;
  while (token && *token < range.end) token = read_at(view, *token, row, draft);
}

void read_sides_behind(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  const AgreementPhrase& phrase = view.phrase();
  const TokenRange sentence = view.sentence();
  constexpr std::uint32_t kReach = 8;             // tokens between a phrase and the link
  constexpr std::uint32_t kLongestReference = 3;  // "the two countries"
  const std::uint32_t limit = std::min(sentence.end, phrase.behind() + kReach);
  for (std::uint32_t token = phrase.behind(); token < limit; ++token) {
    const std::string_view word = view.word(token);
    if (is_one_of(word, kBreaks) || is_one_of(word, kRelatives)) return;
    const bool signs = view.event().is_passive && token >= view.event().verb.end && equal_in_any_case(word, "by");
    if (!signs && !is_enclosing_link(word)) continue;
    const TokenRange reference{token + 1, std::min(sentence.end, token + 1 + kLongestReference)};
    const auto sides = sides_meant(view, reference, sentence);
    if (!sides) return;
    const std::vector<std::string> pair = two_within(view, {sentence.begin, phrase.outer});
    draft.set.add_all(pair.empty() ? *sides : std::span<const std::string>(pair));
    draft.enclosed = draft.enclosed || draft.size() >= 2;
    return;
  }
}

}  // namespace attest::agreement
