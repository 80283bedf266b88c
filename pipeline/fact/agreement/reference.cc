#include "fact/agreement/reference.h"

#include <algorithm>
#include <array>

#include "fact/agreement/inside.h"
#include "fact/agreement/name.h"
#include "fact/agreement/named.h"
#include "fact/agreement/topic.h"

namespace attest::agreement {
namespace {

constexpr std::array<std::string_view, 2> kOpeningPronouns = {"which", "who"};

/// "Norvale, which had signed": who stands right before the relative pronoun that opens the clause.
const PartyCue* antecedent(const AgreementText& text, std::span<const PartyCue> earlier, std::uint32_t clause) {
  if (clause == 0 || earlier.empty() || !text.is_any(clause - 1, kOpeningPronouns)) return nullptr;
  if (earlier.back().kind == PartyCue::Kind::kDemonym) return nullptr;  // "the only Arab state which signed"
  constexpr std::uint32_t kComma = 2;
  return earlier.back().tokens.end + kComma >= clause ? &earlier.back() : nullptr;
}

/// "Norvale officials said he hoped to sign": it is somebody else who hopes.
bool only_person_speaks(const AgreementText& text, TokenRange before, TokenRange clause) {
  constexpr std::array<std::string_view, 2> kPersons = {"he", "she"};
  if (clause.begin == clause.end || !text.is_any(clause.begin, kPersons)) return false;
  constexpr std::uint32_t kLongest = 3;
  const auto cues = text.cues_within(before);
  if (cues.empty()) return false;
  const std::uint32_t limit = std::min(before.end, cues.back().tokens.end + kLongest);
  for (std::uint32_t i = cues.back().tokens.end; i < limit; ++i) {
    if (text.at(AgreementList::kSpeakerNoun, i, limit) && text.at(AgreementList::kSayingVerb, i + 1, before.end)) return true;
  }
  return false;
}

/// "Norvale said Ludlow is the country which signed": a relative clause tells of somebody in what is said, not of who says it. Where
/// that begins; else where the sentence does.
std::uint32_t relative_clause_floor(const AgreementText& text, TokenRange before) {
  if (before.begin == before.end || !text.is_any(before.end - 1, kOpeningPronouns)) return before.begin;
  for (std::uint32_t end = before.end; end > before.begin; --end) {
    if (const auto saying = text.ending_at(AgreementList::kSayingVerb, end, before.begin);
        saying && !text.cues_within({end, before.end}).empty())
      return end;
  }
  return before.begin;
}

/// "companies" are bodies; other words mean whom the text spoke of together.
std::span<const std::string> meant_by(const AgreementText& text, std::uint32_t noun, TokenRange clause) {
  const AgreementMemory& told = text.memory();
  const auto reference = noun < clause.end ? text.at(AgreementList::kSelfReference, noun, clause.end) : std::nullopt;
  if (reference && reference->cell(1) == "body" && !told.bodies.empty()) return told.bodies;
  if (reference && reference->cell(1) == "state" && !told.focus_on_countries && !told.countries.empty()) return told.countries;
  if (!told.focus.empty()) return told.focus;
  return told.sides.empty() ? told.countries : told.sides;
}

/// "the two countries", "the sides" right before the verb, auxiliaries and adverbs aside.
bool ends_with_sides(const AgreementText& text, TokenRange clause) {
  std::uint32_t end = clause.end;
  while (end > clause.begin && (text.function_class(end - 1) == "auxiliary" || text.function_class(end - 1) == "adverb")) --end;
  const auto reference = text.ending_at(AgreementList::kSelfReference, end, clause.begin);
  if (!reference || reference->cell(1) == "body") return false;
  const std::string_view number = reference_number(text, reference->tokens.begin, clause);
  return number == "two" || number == "sides" || number == "group";
}

}  // namespace

std::string_view reference_number(const AgreementText& text, std::uint32_t token, TokenRange clause) {
  const auto reference = text.at(AgreementList::kSelfReference, token, clause.end);
  if (!reference) return {};
  const bool any = reference->cell(0) == "group" && (token == clause.begin || text.function_class(token - 1) != "determiner");
  return any ? std::string_view() : reference->cell(0);
}

std::optional<std::span<const std::string>> sides_meant(const AgreementText& text, TokenRange clause, TokenRange sentence) {
  const AgreementMemory& told = text.memory();
  const bool they = clause.begin == sentence.begin && clause.begin < clause.end && text.is(clause.begin, "they");
  if (they) return told.focus;
  std::optional<std::uint32_t> group;
  for (std::uint32_t i = clause.begin; i < clause.end; ++i) {
    const std::string_view number = reference_number(text, i, clause);
    if (number == "two") return meant_by(text, i + 1, clause);
    if (number == "sides" && !told.sides.empty()) return told.sides;
    if (number == "sides") return told.focus.empty() ? told.countries : told.focus;
    if (number == "group" && !group) group = i;
  }
  if (!group) return std::nullopt;
  return meant_by(text, *group, clause);
}

void add_meant_by_pronoun(const AgreementText& text, TokenRange clause, TokenRange sentence, AgreementPartyDraft& draft) {
  if (const auto sides = sides_meant(text, clause, sentence)) return draft.set.add_all(*sides);
  const auto earlier = text.cues_within({sentence.begin, clause.begin});
  if (const PartyCue* cue = antecedent(text, earlier, clause.begin)) return take(text, *cue, draft);
  if (only_person_speaks(text, {sentence.begin, clause.begin}, clause)) return;
  const std::uint32_t told = relative_clause_floor(text, {sentence.begin, clause.begin});
  if (const PartyCue* cue = subject_among(text, {told, clause.begin}, false)) {
    if (const TokenRange name = described_name(text, *cue, clause.begin); name.begin < name.end) return take_name(text, name, draft);
    take(text, *cue, draft);
    for (std::uint32_t i = clause.begin; i < clause.end; ++i) {  // "Norvale and Ludlow said on Monday they signed"
      if (text.is(i, "they")) return add_joined(text, *cue, clause.begin, draft);
    }
    return;
  }
  if (add_speaker(text, {sentence.begin, clause.begin}, draft)) return;
  const bool they = clause.begin < clause.end && text.is(clause.begin, "they");
  if (!they || text.memory().focus.empty()) return add_topic_before(text, draft);
  draft.set.add_all(text.memory().focus);  // "Moss and Kestrel said they had signed": two persons
}

bool add_sides_named(const AgreementText& text, TokenRange clause, TokenRange sentence, AgreementPartyDraft& draft) {
  if (!ends_with_sides(text, clause)) return false;
  const std::vector<std::string> pair = countries_within(text, {sentence.begin, clause.end});
  if (pair.size() != 2) return false;
  draft.set.add_all(pair);
  return true;
}

void add_named_in_sentence(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  constexpr std::size_t kMost = 6;
  const AgreementEvent& event = view.event();
  const bool made = event.found() && !event.before && event.is_passive && event.status == AgreementStatus::kSigned;
  if (!made || view.is_known() || view.phrase().weight == AgreementWeight::kTrade) return;
  std::vector<std::string> named;
  for (const PartyCue& cue : view.cues_within(view.sentence())) {
    const bool joined = is_joined(view, cue, view.sentence());  // "at the Kazakh-Tajik forum"
    // "30 protocols were signed with Finnish and German firms"; but "in Peru …, the Peruvian news agency said"
    const bool known = std::find(named.begin(), named.end(), cue.country) != named.end();
    if (cue.kind == PartyCue::Kind::kDemonym && !joined && !known) return;
    const bool country = cue.kind == PartyCue::Kind::kCountry || cue.kind == PartyCue::Kind::kDemonym;
    const bool currency = cue.tokens.end < view.size() && view.at(AgreementList::kCurrencyName, cue.tokens.end, cue.tokens.end + 1);
    if (country && !currency && !cue.country.empty()) add_once(cue.id, named);
  }
  if (named.empty()) named = hosts_within(view, view.sentence());
  draft.set.named = named.size() >= 2;
  if (named.size() >= 2 && named.size() <= kMost) return draft.set.add_all(named);
  if (named.empty() && view.memory().focus_on_countries) draft.set.add_all(view.memory().focus);
}

}  // namespace attest::agreement
