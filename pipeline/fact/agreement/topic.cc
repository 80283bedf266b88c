#include "fact/agreement/topic.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "fact/agreement/actor.h"
#include "fact/agreement/description.h"
#include "fact/agreement/reference.h"
#include "fact/agreement/word.h"

namespace attest::agreement {
namespace {

constexpr std::uint32_t kLongestOpening = 3;  // tokens before a phrase that opens its sentence
constexpr std::array<std::string_view, 3> kOtherSides = {"with", "between", "for"};
constexpr std::array<std::string_view, 2> kPossessives = {"its", "their"};

/// "the airline's agreement": of a body that was named before it.
bool is_of_body_before(const AgreementPartyView& view) {
  const std::uint32_t mark = view.phrase().outer;
  if (mark == 0 || mark >= view.phrase().tokens.begin || !agreement_word::is_possessive(view.word(mark))) return false;
  return reference_number(view, mark - 1, {mark - 1, mark}) == "one";
}

/// "Under an agreement with Chile, Norvale sells": who stands behind the comma.
bool add_subject_behind(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  for (const PartyCue& cue : view.cues_within({view.phrase().tokens.end, view.sentence().end})) {
    if (draft.has_taken(cue) || view.word(cue.tokens.begin - 1) != ",") continue;
    take(view, cue, draft);
    return true;
  }
  return false;
}

/// "and the rebels of": what joins another body by those who act for it.
bool is_of_second(const AgreementText& text, TokenRange between) {
  constexpr std::uint32_t kLongest = 5;
  if (between.end < between.begin + 3 || !text.is(between.end - 1, "of")) return false;
  const std::uint32_t floor = between.end > between.begin + kLongest ? between.end - kLongest : between.begin;
  for (std::uint32_t i = between.end - 1; i > floor; --i) {
    if (text.is(i - 1, "and")) return true;
    if (text.token(i - 1).kind != TokenKind::kWord || text.is_capitalised(i - 1)) return false;
  }
  return false;
}

}  // namespace

const PartyCue* subject_among(const AgreementText& text, TokenRange range, bool last) {
  const PartyCue* found = nullptr;
  const auto cues = text.cues_within(range);
  for (const PartyCue& cue : cues) {
    const bool aside = describes_next(text, cue, cues) || !can_be_subject(text, cue, range.begin);
    const std::string_view before = cue.tokens.begin > range.begin ? text.word(cue.tokens.begin - 1) : std::string_view();
    if (aside || only_reports(text, cue, range) || is_one_of(before, kOtherSides)) continue;
    found = &cue;
    if (!last) break;
  }
  return found;
}

bool add_speaker(const AgreementText& text, TokenRange range, AgreementPartyDraft& draft) {
  std::uint32_t end = range.begin;
  const auto names = [&](std::uint32_t i) { return i < range.end && text.is_capitalised(i) && text.token(i).kind != TokenKind::kNumber; };
  while (names(end) || (end > range.begin && end < range.end && text.word(end) == "-" && names(end + 1))) ++end;  // "E-Systems"
  const bool alone = end == range.begin + 1 && !text.word(range.begin).ends_with('s');  // "Norvale said it"; not "Officials said"
  if ((end < range.begin + 2 && !alone) || end == range.end || !text.at(AgreementList::kSayingVerb, end, range.end)) return false;
  const std::size_t known = draft.size();
  take_name(text, {range.begin, end}, draft);
  return draft.size() > known;
}

void add_joined(const AgreementText& text, const PartyCue& first, std::uint32_t limit, AgreementPartyDraft& draft) {
  for (const PartyCue& cue : text.cues_within({first.tokens.end, limit})) {
    std::uint32_t begin = cue.tokens.begin;
    while (begin > first.tokens.end && (text.word(begin - 1) == "<" || text.function_class(begin - 1) == "determiner")) --begin;
    if (text.is(begin - 1, "and") || is_of_second(text, {first.tokens.end, begin})) take(text, cue, draft);
  }
}

void add_bound(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  constexpr std::uint32_t kLongestAside = 8;  // "Under the accord that runs to 1988, Chile"
  const std::uint32_t begin = view.sentence().begin;
  if (view.phrase().determination != Determination::kDefinite || view.phrase().outer != begin + 1 || !view.is(begin, "under")) return;
  std::uint32_t comma = view.phrase().behind();
  const std::uint32_t limit = std::min(view.sentence().end, comma + kLongestAside);
  while (comma < limit && view.word(comma) != ",") ++comma;
  if (comma == limit) return;
  std::vector<const PartyCue*> row;
  std::uint32_t end = comma + 1;
  for (const PartyCue& cue : view.cues_within({view.phrase().tokens.end, view.sentence().end})) {
    if (end < cue.tokens.begin && view.function_class(end) == "determiner") ++end;
    const bool side = cue.kind == PartyCue::Kind::kCountry || cue.kind == PartyCue::Kind::kOrganisation;
    if (cue.tokens.begin != end || !side) break;
    row.push_back(&cue);
    end = cue.tokens.end;
    while (end < view.sentence().end && view.is_any(end, agreement_word::kJoints)) ++end;
  }
  if (end >= view.sentence().end || view.is_capitalised(end)) return;
  const bool acts = view.function_class(end) == "auxiliary" || view.at(AgreementList::kPastVerb, end, end + 1) || view.is(end, "agreed");
  for (const PartyCue* cue : row) {
    if (acts) take(view, *cue, draft);
  }
}

void add_topic_before(const AgreementText& text, AgreementPartyDraft& draft) {
  if (text.memory().topic) draft.set.add(*text.memory().topic);
}

void add_topic(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  const TokenRange before{view.sentence().begin, view.clause()};
  const std::uint32_t outer = view.phrase().outer;
  const bool owned = is_of_body_before(view);
  const bool possessive = owned || (outer < view.phrase().tokens.begin && view.is_any(outer, kPossessives));
  const bool spoken = !owned && before.end < outer && before.begin < before.end && view.is(before.end, "it");
  const bool own = possessive && !spoken;  // "Norvale said it will sell Ludlow under its agreement": Norvale's
  if (possessive && spoken) {
    if (const PartyCue* speaker = subject_among(view, before, false)) return take(view, *speaker, draft);
    if (add_speaker(view, before, draft)) return;
  }
  const PartyCue* chosen = subject_among(view, {before.end, outer}, own);
  if (chosen == nullptr) chosen = subject_among(view, before, own);
  if (chosen != nullptr) return take(view, *chosen, draft);
  if (own && add_speaker(view, {before.begin, outer}, draft)) return;
  if (outer <= before.begin + kLongestOpening && add_subject_behind(view, draft)) return;
  add_topic_before(view, draft);
}

}  // namespace attest::agreement
