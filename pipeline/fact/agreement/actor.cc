#include "fact/agreement/actor.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "fact/agreement/description.h"
#include "fact/agreement/word.h"

namespace attest::agreement {
namespace {

using agreement_word::is_possessive;

// "the government of Peru signed", "after Peru signed".
constexpr std::array<std::string_view, 8> kSubjectPrepositions = {"of", "between", "with", "for", "after", "before", "since", "as"};
// What is filed with an authority is no agreement with it.
constexpr std::array<std::string_view, 4> kFilings = {"filing", "filings", "documents", "filed"};

/// "the UK company": a body that was named before, and not its country.
bool names_company_before(const AgreementText& text, const PartyCue& cue) {
  const std::uint32_t size = text.size();
  const auto reference = cue.tokens.end < size ? text.at(AgreementList::kSelfReference, cue.tokens.end, size) : std::nullopt;
  const bool one = reference && reference->cell(0) == "one" && text.at(AgreementList::kOrganisationKind, cue.tokens.end, size).has_value();
  if (!one || !text.memory().topic || !text.is(cue.tokens.begin - 1, "the")) return false;
  constexpr std::uint32_t kFarthest = 200;  // tokens
  const auto before = text.cues_within({cue.tokens.begin > kFarthest ? cue.tokens.begin - kFarthest : 0, cue.tokens.begin});
  return std::any_of(before.begin(), before.end(), [&](const PartyCue& body) {
    const bool at_home = body.country.empty() || body.country == cue.country;
    return body.kind == PartyCue::Kind::kOrganisation && body.id == *text.memory().topic && at_home;
  });
}

/// "(NASDAQ: NVL)", "(NVL)": letters that stand for who is named before them.
bool is_in_brackets(const AgreementText& text, TokenRange name) {
  if (name.begin == 0 || name.end >= text.size()) return false;
  const std::string_view before = text.word(name.begin - 1);
  const std::string_view behind = text.word(name.end);
  return (before == "(" && (behind == ":" || behind == ")")) || (before == ":" && behind == ")");
}

/// "the government of Chile", "ministers from Chile and Peru"; the token before `begin` is the preposition.
bool acts_behind_preposition(const AgreementText& text, const PartyCue& cue, std::uint32_t begin, std::uint32_t floor) {
  if (text.is(begin - 1, "from") && text.ending_at(AgreementList::kDeclarant, begin - 1, floor)) return true;
  if (cue.reports && !text.is(begin - 1, "of")) return false;  // "in an interview with Reuters"
  if (begin > floor + 1 && text.is_any(begin - 2, kFilings)) return false;
  return text.is_any(begin - 1, kSubjectPrepositions);
}

/// "started flights to Lima, and signed": a city behind a verb of the clause is no subject.
bool is_behind_verb(const AgreementText& text, const PartyCue& city, std::uint32_t floor) {
  const std::uint32_t behind = city.tokens.end;
  if (behind >= text.size() || !(text.word(behind) == "," || text.is(behind, "and"))) return false;  // "said Lima had signed"
  for (std::uint32_t i = floor; i < city.tokens.begin; ++i) {
    const bool attribute = i > floor && text.function_class(i - 1) == "determiner";  // "the newly named mayor of Lima"
    const bool past = text.word(i).ends_with("ed") && !text.is_capitalised(i) && text.function_class(i).empty() && !attribute;
    if (past || text.at(AgreementList::kPastVerb, i, i + 1)) return true;
  }
  return false;
}

/// "in Quito, Ecuador, they signed"; but "in Quito, Ecuador and Peru signed".
bool says_where_city_lies(const AgreementText& text, const PartyCue& cue, std::uint32_t floor) {
  const std::uint32_t begin = cue.tokens.begin;
  if (cue.kind != PartyCue::Kind::kCountry || begin < floor + 2 || text.word(begin - 1) != ",") return false;
  const auto before = text.cues_within({begin - 2, begin - 1});
  const bool joins = cue.tokens.end < text.size() && text.is(cue.tokens.end, "and");
  return !joins && !before.empty() && before.back().kind == PartyCue::Kind::kCity && before.back().country == cue.country;
}

}  // namespace

bool acts_for_country(const AgreementText& text, const PartyCue& cue) {
  return cue.kind == PartyCue::Kind::kOrganisation && !cue.country.empty() &&
         text.ending_at(AgreementList::kStateOffice, cue.tokens.end, cue.tokens.begin);
}

bool only_ratifies(const AgreementText& text, const PartyCue& cue) {
  if (cue.kind != PartyCue::Kind::kOrganisation) return false;
  if (text.passage(cue.tokens) == "Congress") return true;  // not "the African National Congress"
  for (std::uint32_t i = cue.tokens.begin; i < cue.tokens.end; ++i) {
    if (text.at(AgreementList::kRatifier, i, cue.tokens.end)) return true;
  }
  return false;
}

bool only_reports(const AgreementText& text, const PartyCue& cue, TokenRange sentence) {
  constexpr std::uint32_t kFarthest = 3;
  if (!cue.reports) return false;
  for (std::uint32_t i = cue.tokens.end; i < std::min(sentence.end, cue.tokens.end + kFarthest); ++i) {
    if (!text.at(AgreementList::kSayingVerb, i, sentence.end)) continue;
    // "the Norvale Times said it bought"
    return i + 1 >= text.size() || !(text.is(i + 1, "it") || text.is(i + 1, "its"));
  }
  return false;
}

bool can_be_subject(const AgreementText& text, const PartyCue& cue, std::uint32_t floor) {
  if (cue.kind == PartyCue::Kind::kArea || is_owner(text, cue, floor)) return false;
  std::uint32_t begin = cue.tokens.begin;
  if (cue.reports && begin > floor && text.word(begin - 1) == "(") return false;             // "LIMA (Norvale News) -"
  if (begin > floor && text.at(AgreementList::kSayingVerb, begin - 1, begin)) return false;  // "told Norvale"
  if (is_in_brackets(text, cue.tokens)) return false;
  if (cue.kind != PartyCue::Kind::kOrganisation && begin > floor && names_company_before(text, cue)) return false;
  const bool town = cue.kind == PartyCue::Kind::kCity || cue.kind == PartyCue::Kind::kSeat;
  if (town && is_behind_verb(text, cue, floor)) return false;
  if (says_where_city_lies(text, cue, floor)) return false;
  // "the Norvale Plan of Lima": a part of a name
  const bool city = cue.kind == PartyCue::Kind::kCity && begin > floor + 1 && text.is(begin - 1, "of");
  if (city && text.is_capitalised(begin - 2)) return false;
  while (begin > floor && text.function_class(begin - 1) == "determiner") --begin;
  const bool possessive = cue.tokens.end < text.size() && is_possessive(text.word(cue.tokens.end));  // "to Peru's offer to sign"
  if (begin == floor || possessive || (text.function_class(begin - 1) != "preposition" && !text.is(begin - 1, "to"))) return true;
  return acts_behind_preposition(text, cue, begin, floor);
}

}  // namespace attest::agreement
