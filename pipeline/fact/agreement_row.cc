// The rows of parties behind the phrase of an agreement: "between Chile and Peru", "awarded to Norvale".
#include "fact/agreement_party_search.h"

namespace attest {
namespace {

using agreement_word::kJoints;

constexpr std::uint32_t kFarthestOfTitle = 3;   // tokens between a title and what leads to its parties
constexpr std::uint32_t kFarthestOfSigned = 6;  // the same, where it is told that they signed it
constexpr std::uint32_t kFarthestBehind = 40;   // tokens behind a phrase in which its parties stand

constexpr std::array<std::string_view, 8> kBreaks = {";", ".", "?", "!", "\"", "“", "”", ":"};
constexpr std::array<std::string_view, 3> kLinks = {"between", "with", "among"};
constexpr std::array<std::string_view, 2> kEnclosingLinks = {"between", "among"};
// "subject to Norvale's approval", "similar to Chile's treaty"
constexpr std::array<std::string_view, 5> kBeforeTo = {"subject", "similar", "akin", "identical", "comparable"};
constexpr std::array<std::string_view, 9> kRelatives = {"which", "that", "who", "while", "but", "after", "when", "before", "because"};

}  // namespace

/// Behind a party: the next word that is a party, too, or leads to one.
bool AgreementParties::opens_row(const TokenView& view, std::uint32_t token, const AgreementEvent& event, TokenRange range) const {
  const std::string_view word = view.word(token);
  const bool of_them = equal_in_any_case(word, "among") && token + 1 < range.end && function_class(view, token + 1) == "pronoun";
  if (is_one_of(word, kLinks)) return !of_them;  // "among them a solar farm"
  if (links_.at(view, token, range.end) || acquisitions_.at(view, token, range.end)) return true;
  if (equal_in_any_case(word, "by"))
    return event.is_passive && token >= event.verb.end && !approvals_.ending_at(view, token, range.begin > 0 ? range.begin - 1 : 0) &&
           !approvals_.at(view, event.verb.begin, event.verb.end);
  if (equal_in_any_case(word, "for")) return is_actor(view, token + 1, range.end);
  if (!(equal_in_any_case(word, "to") || equal_in_any_case(word, "from")) || token + 2 >= range.end) return false;
  if (is_another_verbs(view, {range.begin, token}, event)) return false;
  // "awarded to the Navy", "an agreement to sell a mine to Norvale"; but not "is part of a grant to Norvale".
  constexpr std::uint32_t kNear = 3;
  if (token > 0 && is_one_of(view.word(token - 1), kBeforeTo)) return false;
  const bool near = token <= std::max(range.begin, event.found() ? event.verb.end : 0U) + kNear;
  if (!near && links_.at(view, range.begin, range.end)) return true;  // "under which Norvale leases it from"
  if (!near && equal_in_any_case(word, "from")) {
    return event.found() && (buys(view, {range.begin, token}) || !has_purpose(view, {range.begin, token}));
  }
  if (!near && !acts_.at(view, range.begin, range.end)) return false;
  const std::uint32_t next = token + (function_class(view, token + 1) == "determiner" ? 2 : 1);
  if (next + 1 < range.end && currencies_.at(view, next + 1, next + 2)) return false;  // "to U.S. dollars"
  // "to the Navy", not "to supply"
  return view.tokens[next].has(token_flag::kCapitalised) || view.word(next) == "<" || view.word(next) == "(" || governs(view, next);
}

/// "The pact must return to Europe": what the phrase itself does, no party stands behind.
bool AgreementParties::is_another_verbs(const TokenView& view, TokenRange range, const AgreementEvent& event) const {
  return range.begin < range.end && function_class(view, range.begin) == "auxiliary" && !(event.found() && event.verb.begin >= range.begin);
}

/// "for power from Norvale": what stands between tells what it is about.
bool AgreementParties::has_purpose(const TokenView& view, TokenRange range) const {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (acts_.at(view, i, range.end)) return true;
  }
  return false;
}

/// "the previously announced merger", "pre-agreed": a participle before a noun says nothing of its own.
bool AgreementParties::is_attribute(const TokenView& view, std::uint32_t token) {
  return view.word(token - 1) == "-" || view.word(token - 1).ends_with("ly");
}

/// "to buy ore from Norvale": who sells is a side.
bool AgreementParties::buys(const TokenView& view, TokenRange range) const {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (acquisitions_.at(view, i, range.end)) return true;
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
  const auto acts_behind = [&](std::uint32_t end) {
    std::uint32_t behind = end + (end < limit && view.word(end) == ">" ? 1U : 0U);
    if (behind < limit && view.word(behind) == "<")
      behind = std::min(limit, bracket_end(view, behind, limit) + 1);                   // the symbol of a share
    if (behind + 2 < limit && equal_in_any_case(view.word(behind), "of")) behind += 2;  // "for Norvale of Oslo to sell"
    return behind < limit && equal_in_any_case(view.word(behind), "to");
  };
  for (const PartyCue& cue : cues_->within({token, std::min(limit, token + kLongestDeterminer)})) return acts_behind(cue.tokens.end);
  const TokenRange name = token < limit ? unknown_name(view, token, limit, true) : TokenRange{};
  return name.begin < name.end && acts_behind(name.end);
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
                       view.tokens[token].kind == TokenKind::kWord &&
                       view.word(token).find('.') == std::string_view::npos &&  // "Ludlow County, N.J."
                       !trade_acronyms_.at(view, token, end);                   // "supply LNG"
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

/// What is known on the way through the words behind a phrase.
struct AgreementParties::Row {
  const AgreementPhrase& phrase;
  const AgreementEvent& event;
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

/// Walks the words behind the phrase: a link opens a row of parties, what is neither party nor joint closes it.
void AgreementParties::behind(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event, TokenRange sentence,
                              Search& search) const {
  const std::uint32_t next = phrase.next > phrase.tokens.end ? phrase.next : sentence.end;
  const TokenRange range{phrase.behind(), std::min({sentence.end, next, phrase.behind() + kFarthestBehind})};
  const auto cues = cues_->within(range);
  Row row{phrase, event, range, cues, cues.begin()};
  const bool governed = event.verb.begin <= range.begin && range.begin < event.verb.end;
  row.told = phrase.determination == Determination::kDefinite && range.begin < range.end && !governed && is_past(view, range.begin);
  const bool copula = range.begin + 1 < range.end && function_class(view, range.begin) == "auxiliary" &&
                      function_class(view, range.begin + 1) == "determiner";
  if (copula && phrase.determination == Determination::kDefinite) return;  // "The deal is the largest between Chile and Peru"
  for (std::uint32_t token = range.begin; token < range.end; ++token) {
    if (row.has_cue_at(token)) {
      if (speaks_behind_comma(view, *row.cue, range.end) || is_told_by(view, *row.cue, range.begin)) return;
      take_cue(view, row, search);
      token = row.cue->tokens.end - 1;
      continue;
    }
    const std::string_view word = view.word(token);
    if (is_one_of(word, kBreaks) || (sayings_.at(view, token, range.end) && !row.open && !is_attribute(view, token))) return;
    if (!(row.told && acquisitions_.at(view, token, range.end)) && opens_row(view, token, event, range)) {
      const bool another = !row.open && row.link > 0 && is_one_of(word, kLinks) && search.set.parties.size() > search.set.inside;
      const bool known = phrase.weight == AgreementWeight::kNamed && phrase.determination != Determination::kIndefinite;
      const std::uint32_t reach = event.found() && event.verb.begin >= range.begin ? kFarthestOfSigned : kFarthestOfTitle;
      const bool far = known && token > range.begin + reach;
      if (another || far) return;  // "with Chile, a deal with Peru"; "the Ludlow Treaty's chairman met with"
      token = open_row(view, token, row);
      const bool it =
          token + 1 < range.end && (equal_in_any_case(view.word(token + 1), "it") || equal_in_any_case(view.word(token + 1), "itself"));
      search.self = search.self || (row.enclosing && it);
    } else if (const std::string_view country = row.open ? leaders_->country_at(token) : std::string_view(); !country.empty()) {
      add_all(std::vector{std::string(country)}, search);  // "with Moss"
      search.enclosed = search.enclosed || row.enclosing;
      token = leaders_->end_at(token) - 1;
      row.known_end = token + 1;
    } else if (const std::uint32_t end = take_unknown_name(view, token, row, search); end > token) {
      token = end - 1;
    } else if (!goes_on(view, token, row)) {
      return;
    }
  }
}

/// The two that a stretch of text names; none where it names more or fewer.
std::vector<std::string> AgreementParties::pair_before(TokenRange range) const {
  std::vector<std::string> pair;
  for (const PartyCue& cue : cues_->within(range)) {
    const bool names = cue.kind == PartyCue::Kind::kCountry || cue.kind == PartyCue::Kind::kOrganisation;
    if (!names || cue.reports || cue.id.empty()) continue;
    if (std::find(pair.begin(), pair.end(), cue.id) == pair.end()) pair.push_back(cue.id);
  }
  return pair.size() == 2 ? pair : std::vector<std::string>();
}

/// "a pact between the two countries", "signed by the parties": those whom the sentence named before it, else whom the text spoke of.
void AgreementParties::sides_behind(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event, TokenRange sentence,
                                    Search& search) const {
  constexpr std::uint32_t kReach = 8;             // tokens between a phrase and the link
  constexpr std::uint32_t kLongestReference = 3;  // "the two countries"
  const std::uint32_t limit = std::min(sentence.end, phrase.behind() + kReach);
  for (std::uint32_t token = phrase.behind(); token < limit; ++token) {
    const std::string_view word = view.word(token);
    if (is_one_of(word, kBreaks) || is_one_of(word, kRelatives)) return;
    const bool signs = event.is_passive && token >= event.verb.end && equal_in_any_case(word, "by");
    if (!signs && !is_one_of(word, kEnclosingLinks)) continue;
    const TokenRange reference{token + 1, std::min(sentence.end, token + 1 + kLongestReference)};
    const auto sides = sides_meant(view, reference, sentence);
    if (!sides) return;
    const std::vector<std::string> pair = pair_before({sentence.begin, phrase.outer});
    add_all(pair.empty() ? *sides : std::span<const std::string>(pair), search);
    search.enclosed = search.enclosed || search.set.parties.size() >= 2;
    return;
  }
}

/// ", reports the Norvale Times".
bool AgreementParties::is_told_by(const TokenView& view, const PartyCue& cue, std::uint32_t floor) const {
  std::uint32_t begin = cue.tokens.begin;
  if (begin > floor && function_class(view, begin - 1) == "determiner") --begin;
  const auto saying = sayings_.ending_at(view, begin, floor);
  return saying && saying->tokens.begin > floor && view.word(saying->tokens.begin - 1) == ",";
}

/// "between the ports of Norvale and Ludlow": cities that a row between two encloses stand for their sides.
bool AgreementParties::is_side(const TokenView& view, const PartyCue& cue, const Row& row) {
  if (!row.enclosing || cue.kind != PartyCue::Kind::kCity || row.named_end > 0) return false;
  return row.known_end == 0 || equal_in_any_case(view.word(cue.tokens.begin - 1), "and");
}

/// "30 Airbus A320s": a make.
bool AgreementParties::is_product(const TokenView& view, const PartyCue& cue) {
  return cue.kind == PartyCue::Kind::kOrganisation && cue.tokens.end < view.tokens.size() &&
         view.tokens[cue.tokens.end].kind == TokenKind::kAlphanumeric;
}

/// A party that the row is open for, and that neither describes another nor says where one is.
void AgreementParties::take_cue(const TokenView& view, Row& row, Search& search) const {
  const PartyCue& cue = *row.cue;
  const bool product = is_product(view, cue);
  const bool goods = row.supplies && cue.kind != PartyCue::Kind::kOrganisation;
  const bool alias = row.last != nullptr && cue.tokens.begin == row.last->tokens.end + 1 && view.word(row.last->tokens.end) == "(";
  const bool aside = goods || alias || product || (row.last != nullptr && is_owner(view, cue, row.link)) ||
                     describes_next(view, row.cue, row.cues.end()) || describes_last(view, cue, row.last) || names_body_told(view, cue) ||
                     (is_location(view, cue, row.last, row.link, std::max(row.known_end, row.named_end)) && !is_side(view, cue, row));
  row.known_end = cue.tokens.end;
  if (!row.open || aside) return;
  add(view, cue, search);
  search.enclosed = search.enclosed || row.enclosing;
  search.with = search.with || row.with;
  row.last = &cue;
  row.gap = 0;
}

/// What leads to parties at a token; returns the last word of it.
std::uint32_t AgreementParties::open_row(const TokenView& view, std::uint32_t token, Row& row) const {
  const std::string_view word = view.word(token);
  row.supplies = equal_in_any_case(word, "supply");
  row.link = std::max(token, row_opening_end(view, token, row.range.end) - 1);
  row.in_clause = row.in_clause || equal_in_any_case(view.word(row.link), "which") || equal_in_any_case(view.word(row.link), "whereby");
  row.enclosing = is_one_of(word, kEnclosingLinks);
  row.with = equal_in_any_case(word, "with");
  row.open = true;
  row.gap = 0;
  return row.link;
}

/// "Palm Moss, Colo., builder Norvale Inc": where the next one is at home.
bool AgreementParties::is_town(const TokenView& view, TokenRange name) const {
  if (name.end + 1 >= view.tokens.size() || view.word(name.end) != ",") return false;
  const auto next = cues_->within({name.end + 1, name.end + 2});
  return !next.empty() && next.front().kind == PartyCue::Kind::kArea;
}

/// A name that no list knows, in an open row; returns its end, the token itself where there is none.
std::uint32_t AgreementParties::take_unknown_name(const TokenView& view, std::uint32_t token, Row& row, Search& search) const {
  const bool joined = row.known_end > 0 && row.known_end + 1 == token && equal_in_any_case(view.word(token - 1), "and");
  const bool linked = token == row.link + 1 || joined;
  const TokenRange name = row.open ? unknown_name(view, token, row.range.end, linked) : TokenRange{};
  if (name.begin >= name.end) return token;
  if (row.known_end == token && view.word(token) != "<") return name.end;  // "Norvale Global LNG": of the name before
  const bool in_brackets = view.word(token) == "<" && !cues_->within(name).empty();
  if (in_brackets) return token + 1;  // a cue, at the next token
  const std::uint32_t party_end = std::max(row.known_end, row.named_end);
  const bool town = party_end > 0 && party_end + 1 == token && equal_in_any_case(view.word(token - 1), "of");  // "Norvale Inc of Palm Moss"
  const bool owned = token > 0 && (equal_in_any_case(view.word(token - 1), "its") || equal_in_any_case(view.word(token - 1), "their") ||
                                   agreement_word::is_possessive(view.word(token - 1)));  // "Norvale's Industrial Ludlow unit"
  if (!is_symbol(view, name) && !town && !owned && !is_town(view, name)) add_name(view, name, search);
  row.named_end = name.end;
  search.with = search.with || row.with;
  row.gap = 0;
  return name.end;
}

/// "with Norvale this week and follows an accord": another clause begins.
bool AgreementParties::is_verb_behind(const TokenView& view, std::uint32_t token, const Row& row) const {
  if (token + 1 >= row.range.end || view.tokens[token + 1].has(token_flag::kCapitalised)) return false;
  const std::string_view word = view.word(token + 1);
  const bool verb = word.ends_with("ed") || (word.ends_with('s') && !word.ends_with("ss") && token + 2 < row.range.end &&
                                             function_class(view, token + 2) == "determiner");
  return verb && function_class(view, token + 1).empty();
}

/// Reads a word that is no party; false where nothing behind it belongs to the agreement.
bool AgreementParties::goes_on(const TokenView& view, std::uint32_t token, Row& row) const {
  const std::string_view word = view.word(token);
  if (token > row.range.begin && is_one_of(word, kRelatives)) return false;
  if (row.phrase.many && equal_in_any_case(word, "including")) return false;  // "five agreements, including three with Chile"
  if (equal_in_any_case(word, "and") && token + 1 < row.range.end && past_verbs_.at(view, token + 1, token + 2))
    return false;  // "and made"
  if (row.known_end > 0 && equal_in_any_case(word, "and") && is_verb_behind(view, token, row)) row.open = false;
  if (is_one_of(word, kJoints) && row.open) return true;
  if (token > row.range.begin && view.word(token - 1) == "-") return true;  // "closely-held"
  const std::string_view kind = function_class(view, token);
  if (row.known_end > 0 && kind == "auxiliary" && !row.event.is_passive && !row.in_clause) return false;  // the next clause's verb
  if (row.known_end > 0 && is_past(view, token)) row.open = false;
  const bool told_more = row.known_end == token && word.ends_with("ing") && !view.tokens[token].has(token_flag::kCapitalised);
  if (told_more) row.open = false;  // "between Chile and Peru establishing a working group"
  constexpr std::uint32_t kLongestGap = 6;
  const bool in_whom = equal_in_any_case(word, "in") && stakes_.ending_at(view, token, row.range.begin);  // "acquire a stake in Norvale"
  const bool locative = kind == "preposition" && !equal_in_any_case(word, "of") && !in_whom;
  const bool counts = kind.empty() && view.tokens[token].kind == TokenKind::kWord;  // "100 pct of the shares of Norvale"
  if (locative || kind == "particle" || kind == "auxiliary" || kind == "verb" || (counts && ++row.gap > kLongestGap)) row.open = false;
  return true;
}

}  // namespace attest
