#include "fact/agreement/agreement_party_draft.h"

#include <algorithm>
#include <string>

#include "fact/agreement/actor.h"
#include "fact/agreement/name.h"
#include "fact/agreement/word.h"

namespace attest {
namespace {

/// "<UK>", "Norvale Inc <NVL>": the symbol of a share, not a place.
bool is_symbol_of_share(const AgreementText& text, const PartyCue& cue) {
  const TokenRange tokens = cue.tokens;
  if (tokens.begin == 0 || text.word(tokens.begin - 1) != "<") return false;
  const bool bracketed = tokens.end < text.size() && text.word(tokens.end) == ">" && cue.kind != PartyCue::Kind::kOrganisation;
  const bool symbol = tokens.begin > 1 && tokens.end == tokens.begin + 1 && text.token(tokens.begin).has(token_flag::kAllCaps) &&
                      text.is_capitalised(tokens.begin - 2);
  return bracketed || symbol;
}

/// "LNG".
bool is_goods(const AgreementText& text, TokenRange name) {
  return name.end == name.begin + 1 && text.at(AgreementList::kTradeAcronym, name.begin, name.end);
}

/// "with Colorado Moss on", "Lima-Moss": a place that opens a name which no list knows; an empty range for others.
TokenRange name_from_place(const AgreementText& text, const PartyCue& cue) {
  if (cue.kind != PartyCue::Kind::kCity && cue.kind != PartyCue::Kind::kArea) return {};
  std::uint32_t end = cue.tokens.end;
  const auto goes_on = [&](std::uint32_t token) {
    return token < text.size() && text.is_capitalised(token) && text.token(token).kind == TokenKind::kWord &&
           !text.token(token).has(token_flag::kFirstInSentence) && text.function_class(token).empty() &&
           text.cues_within({token, token + 1}).empty() && text.names().covering(token) == nullptr &&
           !agreement::is_ordinary(text, {token, token + 1});
  };
  while (goes_on(end) || (end + 1 < text.size() && text.word(end) == "-" && goes_on(end + 1))) ++end;  // "Lima-Moss"
  return end > cue.tokens.end ? TokenRange{cue.tokens.begin, end} : TokenRange{};
}

/// "Chile's National Assembly", "the Chilean Senate", "the Senate of Chile": the country for which a parliament approves; "" for courts.
std::string country_of_parliament(const AgreementText& text, const PartyCue& cue) {
  if (text.is(cue.tokens.end - 1, "court") || text.is(cue.tokens.end - 1, "tribunal")) return {};
  const std::uint32_t of = cue.tokens.end;
  if (of + 2 < text.size() && text.is(of, "of")) {
    const std::uint32_t begin = of + 1 + (text.is(of + 1, "the") ? 1U : 0U);
    const auto owners = text.cues_within({begin, begin + 1});
    if (!owners.empty() && owners.front().kind == PartyCue::Kind::kCountry) return owners.front().country;
  }
  if (const auto people = text.at(AgreementList::kDemonym, cue.tokens.begin, cue.tokens.end)) return std::string(people->cell(0));
  constexpr std::uint32_t kNear = 2;  // "Chile 's"
  const auto owners = text.cues_within({cue.tokens.begin - std::min(kNear, cue.tokens.begin), cue.tokens.begin});
  const bool owned = !owners.empty() && owners.back().kind != PartyCue::Kind::kOrganisation && owners.back().tokens.end <= cue.tokens.begin;
  const bool adjoins =
      owned && (owners.back().tokens.end == cue.tokens.begin || agreement_word::is_possessive(text.word(cue.tokens.begin - 1)));
  return adjoins ? owners.back().country : cue.country;
}

}  // namespace

bool AgreementPartyDraft::has_taken(const PartyCue& cue) const noexcept {
  return std::find(taken.begin(), taken.end(), &cue) != taken.end();
}

namespace agreement {

void take(const AgreementText& text, const PartyCue& cue, AgreementPartyDraft& draft, bool any_body) {
  if (cue.id.empty() || is_symbol_of_share(text, cue) || is_goods(text, cue.tokens)) return;
  if (!any_body && only_ratifies(text, cue)) {
    constexpr std::size_t kCode = 2;  // letters; "Europe" is no party
    if (const std::string country = country_of_parliament(text, cue); country.size() == kCode) draft.set.add(country);
    return;
  }
  draft.taken.push_back(&cue);
  if (const TokenRange name = name_from_place(text, cue); name.begin < name.end) {
    draft.set.add(text.passage(name));
    return;
  }
  draft.set.add(acts_for_country(text, cue) ? cue.country : cue.id);
  const Span bytes = text.bytes_of(cue.tokens);
  Span& all = draft.set.bytes;
  all = all.begin == all.end ? bytes : Span{std::min(all.begin, bytes.begin), std::max(all.end, bytes.end)};
}

void take_name(const AgreementText& text, TokenRange name, AgreementPartyDraft& draft) {
  for (std::uint32_t token = name.begin; token < name.end; ++token) {
    if (text.names().covering(token) != nullptr) return;  // "Foreign Minister Vahit Norvale"
  }
  if (is_ordinary(text, name) || is_goods(text, name)) return;
  std::string party(text.passage(name));
  std::replace(party.begin(), party.end(), '\n', ' ');
  draft.set.add(party);
}

}  // namespace agreement
}  // namespace attest
