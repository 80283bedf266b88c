#include "fact/agreement/description.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "fact/agreement/word.h"

namespace attest::agreement {
namespace {

using agreement_word::is_possessive;
using agreement_word::kJoints;

constexpr std::uint32_t kLongestDescription = 9;  // tokens: "Norwegian oil and gas firm"

/// "state-owned".
bool is_compound(const AgreementText& text, TokenRange words) {
  return words.end == words.begin + 3 && text.word(words.begin + 1) == "-" && !text.is_capitalised(words.begin);
}

/// "Norvale's majority stockholder Ludlow".
bool owner_follows(const AgreementText& text, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 4;
  const std::uint32_t last = end > begin && text.word(end - 1) == "<" ? end - 1 : end;
  return last > begin && last <= begin + kLongest && text.ending_at(AgreementList::kOrganisationRole, last, begin);
}

/// "Palm Moss, Colo., builder Norvale Inc": the town of a body that follows with its kind.
bool is_town_of_next(const AgreementText& text, const PartyCue& cue, const PartyCue& next) {
  if (cue.kind != PartyCue::Kind::kCity || text.word(cue.tokens.end) != ",") return false;
  if (next.tokens.begin > cue.tokens.end + kLongestDescription) return false;
  return text.ending_at(AgreementList::kOrganisationKind, next.tokens.begin, cue.tokens.end).has_value();
}

/// "Latin America's longest war", "the Africa 2018 forum", "the Caucasus countries": of a region something else is told.
bool names_no_side(const AgreementText& text, std::uint32_t behind) {
  const Token& next = text.token(behind);
  const auto reference = text.at(AgreementList::kSelfReference, behind, behind + 1);
  return is_possessive(text.word(behind)) || next.kind == TokenKind::kNumber || (reference && reference->cell(1) == "state");
}

/// "Norway-based Norvale", "Palm Moss, California-based Norvale Inc": where the next one has its seat.
bool is_seat_of_next(const AgreementText& text, const PartyCue& cue) {
  const std::uint32_t behind = cue.tokens.end;
  const std::uint32_t based = behind + 1 < text.size() && text.word(behind) == "-" ? behind + 1 : behind;
  if (cue.kind != PartyCue::Kind::kOrganisation && based < text.size() && text.is(based, "based")) return true;
  constexpr std::uint32_t kState = 2;  // "Calif.", "California"
  const bool town = cue.kind == PartyCue::Kind::kCity && behind + kState + 3 < text.size() && text.word(behind) == ",";
  return town && (text.is(behind + kState + 1, "based") || text.is(behind + kState + 2, "based"));
}

/// "Ludlow, a Chilean maker": who it is, whether or not a list knows the name.
bool is_apposition(const AgreementText& text, const PartyCue& cue) {
  const std::uint32_t begin = cue.tokens.begin;
  if (cue.kind != PartyCue::Kind::kDemonym || begin < 3 || text.word(begin - 2) != ",") return false;
  const bool article = text.is(begin - 1, "a") || text.is(begin - 1, "an");
  const bool named = text.word(begin - 3) == ">" || text.is_capitalised(begin - 3);
  return article && named && text.at(AgreementList::kOrganisationKind, cue.tokens.end, text.size()).has_value();
}

/// "India and Boeing", "with India, the Finance Ministry said", "Chile joining the": the two have nothing to do with each other.
bool is_apart(const AgreementText& text, const PartyCue& cue, const PartyCue& body) {
  constexpr std::uint32_t kNear = 3;
  const bool place = cue.kind != PartyCue::Kind::kOrganisation;
  for (std::uint32_t i = cue.tokens.end; i < std::min(body.tokens.begin, cue.tokens.end + kNear); ++i) {
    if (place && text.word(i).ends_with("ing") && text.function_class(i + 1) == "determiner") return true;
    if (text.is_any(i, kJoints)) return true;
  }
  return false;
}

/// "Norvale's", but not "Norvale's (NYSE: NVL) Ludlow division".
bool is_owner_before(const AgreementText& text, std::uint32_t behind) {
  const bool bracket = behind + 1 < text.size() && text.word(behind + 1) == "(";
  return is_possessive(text.word(behind)) && !bracket;
}

/// "Norvale's Ludlow Ltd", "Norvale's <NVL> Ludlow Ltd".
bool owns_next(const AgreementText& text, std::uint32_t behind, const PartyCue& body) {
  if (!is_owner_before(text, behind)) return false;
  const bool symbol = behind + 1 < text.size() && text.word(behind + 1) == "<";
  return body.tokens.begin <= behind + (symbol ? 5U : 2U) || owner_follows(text, behind + 1, body.tokens.begin);
}

/// "China's CNPC", "China's state-owned CNPC", "Peruvian copper miner Norvale".
bool is_home_of_next(const AgreementText& text, std::uint32_t behind, const PartyCue& body) {
  const std::uint32_t begin = body.tokens.begin;
  const bool possessive = is_owner_before(text, behind);
  if (possessive && is_compound(text, {behind + 1, begin})) return true;
  if (begin <= behind + (possessive ? 3U : 2U)) return true;
  if (begin > behind + kLongestDescription) return false;
  return text.ending_at(AgreementList::kOrganisationKind, text.word(begin - 1) == "<" ? begin - 1 : begin, behind).has_value();
}

/// "Norwegian oil and gas firm Norvale", "Norvale unit Ludlow Ltd": the words between join this one to the body behind it.
bool describes_body(const AgreementText& text, const PartyCue& cue, const PartyCue& body) {
  const std::uint32_t behind = cue.tokens.end;
  const std::uint32_t begin = body.tokens.begin;
  const bool of_kind = begin <= behind + kLongestDescription && text.ending_at(AgreementList::kOrganisationKind, begin, behind);
  if (cue.kind == PartyCue::Kind::kDemonym && of_kind && !text.is_any(behind, kJoints)) return true;
  const bool place = cue.kind != PartyCue::Kind::kOrganisation;
  const std::uint32_t noun = behind + (text.word(behind) == ">" ? 1U : 0U);
  const bool unit = text.at(AgreementList::kAffiliateNoun, noun, begin).has_value();
  const bool joined = noun + 1 < begin && text.is(noun + 1, "and");  // "Norvale's Ludlow unit and Moss Corp"
  if (!place && unit && !joined && begin <= noun + 3) return true;
  if (is_apart(text, cue, body)) return false;
  return place ? is_home_of_next(text, behind, body) : owns_next(text, behind, body);
}

/// "of British engineering company Ludlow": where the words begin that say more of its kind.
std::uint32_t before_kind(const AgreementText& text, std::uint32_t kind, std::uint32_t floor) {
  std::uint32_t begin = kind;
  const auto is_plain = [&](std::uint32_t i) {
    return text.token(i).kind == TokenKind::kWord && !text.is_capitalised(i) && text.function_class(i).empty();
  };
  while (begin > floor && (is_plain(begin - 1) || text.at(AgreementList::kDemonym, begin - 1, begin))) --begin;
  return begin;
}

}  // namespace

bool describes_next(const AgreementText& text, const PartyCue& cue, std::span<const PartyCue> cues) {
  const std::uint32_t behind = cue.tokens.end;
  if (cue.kind == PartyCue::Kind::kRegion && behind < text.size() && names_no_side(text, behind)) return true;
  if (is_seat_of_next(text, cue)) return true;
  if (cue.kind == PartyCue::Kind::kDemonym && text.at(AgreementList::kAffiliateNoun, behind, text.size()))
    return true;  // "its German unit"
  if (is_apposition(text, cue)) return true;
  const PartyCue* next = &cue == &cues.back() ? nullptr : &cue + 1;
  if (next == nullptr || next->kind != PartyCue::Kind::kOrganisation || behind >= text.size()) return false;
  return is_town_of_next(text, cue, *next) || describes_body(text, cue, *next);
}

bool describes_last(const AgreementText& text, const PartyCue& cue, const PartyCue* last) {
  if (cue.kind == PartyCue::Kind::kOrganisation || last == nullptr || last->kind != PartyCue::Kind::kOrganisation) return false;
  std::uint32_t end = last->tokens.end;
  if (text.word(end) == "<") {  // "Norvale Inc <NVL>, a Chilean maker"
    while (end < cue.tokens.begin && text.word(end - 1) != ">") ++end;
  }
  const std::uint32_t gap = cue.tokens.begin - end;
  // "Orda, a Kazakh operator"
  const bool apposition = gap == 2 && text.word(end) == "," && text.word(end + 1).size() <= 3 && cue.kind == PartyCue::Kind::kDemonym;
  return apposition || gap == 0 || (gap == 1 && is_possessive(text.word(end)));
}

bool is_location(const AgreementText& text, const PartyCue& cue, const PartyCue* last, std::uint32_t link, std::uint32_t known_end) {
  if (cue.kind == PartyCue::Kind::kOrganisation || cue.kind == PartyCue::Kind::kDemonym) return false;
  if (cue.kind == PartyCue::Kind::kCountry && cue.tokens.begin == link + 1 && link > 0) return false;  // "on behalf of Chile"
  if (cue.kind == PartyCue::Kind::kCity || cue.kind == PartyCue::Kind::kArea)
    return cue.tokens.begin != link + 1 && !is_government_at(text, cue.tokens.end);
  const bool has_address = last == nullptr ? known_end > link  // an unknown name
                                           : last->kind == PartyCue::Kind::kOrganisation || last->kind == PartyCue::Kind::kCity;
  if (!has_address || cue.tokens.begin == 0) return false;
  constexpr std::uint32_t kLongestAddress = 4;  // ", Oslo, " or " of "
  const std::uint32_t body_end = last != nullptr ? last->tokens.end : known_end;
  if (cue.tokens.begin > std::max(body_end, known_end) + kLongestAddress) return false;
  const bool article = cue.tokens.begin > body_end + 1 && text.function_class(cue.tokens.begin - 1) == "determiner";
  const std::string_view before = text.word(cue.tokens.begin - (article ? 2U : 1U));
  return before == "," || equal_in_any_case(before, "of") || equal_in_any_case(before, "in");
}

bool is_owner(const AgreementText& text, const PartyCue& cue, std::uint32_t floor) {
  std::uint32_t begin = cue.tokens.begin;
  const auto may_stand_between = [&](std::uint32_t i) {  // "a unit of the newly-established <Ludlow>"
    const std::string_view word = text.word(i);
    const bool compound = i + 1 < text.size() && text.word(i + 1) == "-" && !text.is_capitalised(i);  // "of state-owned Ludlow"
    const bool adjective = compound || (text.token(i).kind == TokenKind::kWord && !text.is_capitalised(i) && word.ends_with("ed"));
    return word == "<" || word == "-" || adjective || word.ends_with("ly") || text.function_class(i) == "determiner";
  };
  if (const auto kind = text.ending_at(AgreementList::kOrganisationKind, begin, floor))
    begin = before_kind(text, kind->tokens.begin, floor);
  while (begin > floor && may_stand_between(begin - 1)) --begin;
  return cue.kind == PartyCue::Kind::kOrganisation && begin > floor && text.is(begin - 1, "of") &&
         text.ending_at(AgreementList::kAffiliateNoun, begin - 1, floor);
}

bool names_body_told(const AgreementText& text, const PartyCue& cue) {
  constexpr std::uint32_t kLongest = 4;
  const std::uint32_t size = text.size();
  if (cue.kind != PartyCue::Kind::kDemonym || cue.tokens.begin == 0 || !text.is(cue.tokens.begin - 1, "the")) return false;
  for (std::uint32_t i = cue.tokens.end; i < std::min(size, cue.tokens.end + kLongest); ++i) {
    const Token& token = text.token(i);
    if (token.kind != TokenKind::kWord || token.has(token_flag::kCapitalised) || !text.function_class(i).empty()) return false;
    const auto kind = text.at(AgreementList::kOrganisationKind, i, size);
    if (!kind) continue;
    const std::uint32_t end = kind->tokens.end;
    return end == size || !text.is_capitalised(end);
  }
  return false;
}

bool is_government_at(const AgreementText& text, std::uint32_t token) {
  constexpr std::array<std::string_view, 3> kGovernments = {"government", "governments", "authorities"};
  return token < text.size() && text.is_any(token, kGovernments);
}

}  // namespace attest::agreement
