// The rows of parties behind the phrase of an agreement: "between Chile and Peru", "awarded to Norvale".
#include "fact/agreement_party_search.h"

namespace attest {
namespace {

using agreement_word::kJoints;

constexpr std::uint32_t kFarthestOfTitle = 6;  // tokens between a title and what leads to its parties
constexpr std::uint32_t kFarthestBehind = 40;  // tokens behind a phrase in which its parties stand

constexpr std::array<std::string_view, 8> kBreaks = {";", ".", "?", "!", "\"", "“", "”", ":"};
constexpr std::array<std::string_view, 3> kLinks = {"between", "with", "among"};
constexpr std::array<std::string_view, 2> kEnclosingLinks = {"between", "among"};
constexpr std::array<std::string_view, 9> kRelatives = {"which", "that", "who", "while", "but", "after", "when", "before", "because"};

}  // namespace

/// Behind a party: the next word that is a party, too, or leads to one.
bool AgreementParties::opens_row(const TokenView& view, std::uint32_t token, const AgreementEvent& event, TokenRange range) const {
  const std::string_view word = view.word(token);
  if (is_one_of(word, kLinks)) return true;
  if (links_.at(view, token, range.end) || acquisitions_.at(view, token, range.end)) return true;
  if (equal_in_any_case(word, "by"))
    return event.is_passive && !approvals_.ending_at(view, token, range.begin > 0 ? range.begin - 1 : 0) &&
           !approvals_.at(view, event.verb.begin, event.verb.end);
  if (equal_in_any_case(word, "for")) return is_actor(view, token + 1, range.end);
  if (!(equal_in_any_case(word, "to") || equal_in_any_case(word, "from")) || token + 2 >= range.end) return false;
  // "awarded to the Navy", "an agreement to sell a mine to Norvale"; but not "is part of a grant to Norvale".
  constexpr std::uint32_t kNear = 3;
  if (token > range.begin && equal_in_any_case(view.word(token - 1), "subject")) return false;  // "subject to Norvale's approval"
  const bool near = token <= std::max(range.begin, event.found() ? event.verb.end : 0U) + kNear;
  if (!near && links_.at(view, range.begin, range.end)) return true;  // "under which Norvale leases it from"
  if (!near && equal_in_any_case(word, "from")) return event.found() && !has_purpose(view, {range.begin, token});
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
    return behind < limit && equal_in_any_case(view.word(behind), "to");
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
  std::uint32_t named_end = 0;  // where the last one ends that no list knows
  bool enclosing = false;
  bool with = false;
  bool supplies = false;   // behind "to supply" countries say where the goods are from: "to supply U.S. soya"
  bool in_clause = false;  // "under which Norvale leases it from Ludlow"
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    while (cue != cues.end() && cue->tokens.begin < i) ++cue;
    if (cue != cues.end() && cue->tokens.begin == i) {
      if (known_end > 0 && speaks_behind_comma(view, *cue, range.end)) return;
      const bool goods = supplies && cue->kind != PartyCue::Kind::kOrganisation;
      const bool aside = goods || (last != nullptr && is_owner(view, *cue, link)) || describes_next(view, cue, cues.end()) ||
                         describes_last(view, *cue, last) || is_location(view, *cue, last, link, std::max(known_end, named_end));
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
      supplies = equal_in_any_case(word, "supply");
      i = std::max(i, row_opening_end(view, i, range.end) - 1);
      in_clause = in_clause || equal_in_any_case(view.word(i), "which") || equal_in_any_case(view.word(i), "whereby");
      enclosing = is_one_of(word, kEnclosingLinks);
      with = equal_in_any_case(word, "with");
      open = true;
      gap = 0;
      link = i;
      continue;
    }
    const bool linked = i == link + 1 || (known_end > 0 && known_end + 1 == i && equal_in_any_case(view.word(i - 1), "and"));
    if (const TokenRange name = open ? unknown_name(view, i, range.end, linked) : TokenRange{}; name.begin < name.end) {
      const bool in_brackets = word == "<" && !cues_->within(name).empty();
      if (in_brackets) continue;  // a cue, at the next token
      const std::uint32_t party_end = std::max(known_end, named_end);
      const bool town = party_end > 0 && party_end + 1 == i && equal_in_any_case(view.word(i - 1), "of");  // "Norvale Inc of Palm Moss"
      if (!is_symbol(view, name) && !town) add_name(view, name, search);
      named_end = name.end;
      search.with = search.with || with;
      gap = 0;
      i = name.end - 1;
      continue;
    }
    if (i > range.begin && is_one_of(word, kRelatives)) return;
    if (is_one_of(word, kJoints) && open) continue;
    const std::string_view kind = function_class(view, i);
    if (known_end > 0 && kind == "auxiliary" && !event.is_passive && !in_clause) return;  // the next clause's verb
    if (known_end > 0 && is_past(view, i)) open = false;
    const bool locative = kind == "preposition" && !equal_in_any_case(word, "of");
    if (locative || kind == "particle" || kind == "auxiliary" || kind == "verb" || ++gap > 6) open = false;
  }
}

}  // namespace attest
