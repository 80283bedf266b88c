#include "fact/agreement/breach.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "fact/agreement/named.h"

namespace attest::agreement {
namespace {

/// "Washington imposed", "Beijing has said", but not "in Beijing", "Beijing residents".
bool acts_for_its_country(const AgreementPartyView& view, const PartyCue& city) {
  const std::uint32_t begin = city.tokens.begin;
  const std::uint32_t verb = city.tokens.end;
  const bool governed = begin > view.sentence().begin && view.function_class(begin - 1) == "preposition";
  if (governed || verb >= view.sentence().end || view.is_capitalised(verb)) return false;
  return view.function_class(verb) == "auxiliary" || view.at(AgreementList::kSayingVerb, verb, view.sentence().end) ||
         view.at(AgreementList::kPastVerb, verb, verb + 1) || view.word(verb).ends_with("ed");
}

/// The country that a cue stands for as an actor; "" for bodies, provinces, and cities where things only happen.
std::string_view country_acting(const AgreementPartyView& view, const PartyCue& cue) {
  if (cue.kind == PartyCue::Kind::kArea || cue.kind == PartyCue::Kind::kOrganisation) return {};
  return cue.kind == PartyCue::Kind::kCity && !acts_for_its_country(view, cue) ? std::string_view() : std::string_view(cue.country);
}

/// "violated", "failed to honour".
bool tells_of_breach(const AgreementPartyView& view) {
  constexpr std::array<std::string_view, 3> kBreaches = {"violat", "breach", "flout"};
  const AgreementEvent& event = view.event();
  if (!event.found() || !event.before || event.is_noun || event.is_passive || event.status != AgreementStatus::kInForce) return false;
  const std::uint32_t verb = event.verb.begin;
  if (view.word(verb).ends_with("ing")) return false;  // "punished Peru for violating": by whom does not say with whom it was made
  const bool breaks =
      std::any_of(kBreaches.begin(), kBreaches.end(), [&](std::string_view stem) { return view.word(verb).starts_with(stem); });
  return breaks || (verb >= view.sentence().begin + 2 && view.is(verb - 1, "to") && view.word(verb - 2).starts_with("fail"));
}

/// The countries that act in the sentence before the phrase, each once.
std::vector<std::string> countries_acting(const AgreementPartyView& view) {
  std::vector<std::string> countries;
  for (const PartyCue& cue : view.cues_within({view.sentence().begin, view.phrase().outer})) {
    if (const std::string_view country = country_acting(view, cue); !country.empty()) add_once(std::string(country), countries);
  }
  return countries;
}

/// One country is known, and nothing says that the agreement has no other side or many.
bool lacks_one_country(const AgreementPartyView& view, const AgreementPartyDraft& draft) {
  return draft.size() == 1 && !draft.with && !draft.enclosed && !view.is_known() && view.phrase().kind != AgreementKind::kContract;
}

/// Adds a pair to the side of it that is known.
void add_pair(const std::vector<std::string>& pair, AgreementPartyDraft& draft) {
  const std::string known = draft.set.parties.front();
  if (pair.size() == 2 && std::find(pair.begin(), pair.end(), known) != pair.end()) draft.set.add_all(pair);
}

}  // namespace

void add_other_country(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  if (!lacks_one_country(view, draft)) return;
  const std::vector<std::string> acting = countries_acting(view);
  add_pair(acting.size() == 2 ? acting : view.memory().countries, draft);
}

void add_accuser(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  if (tells_of_breach(view) && lacks_one_country(view, draft)) add_pair(countries_acting(view), draft);
}

}  // namespace attest::agreement
