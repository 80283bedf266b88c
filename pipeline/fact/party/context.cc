#include "fact/party/context.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "fact/party/partner.h"

namespace attest::party {
namespace {

constexpr std::size_t kCountryCode = 2;  // letters

// Whom the figures before in this sentence are about, where that can own the measure.
std::string_view home_in_sentence(const PartyView& view, OwnerKind kind) {
  const FactSentence& sentence = view.sentence();
  if (view.earlier().empty() || view.earlier().back().owner.empty()) return {};
  const std::string& owner = view.earlier().back().owner;
  const auto party = std::find_if(sentence.parties().begin(), sentence.parties().end(), [&](const Party& p) { return p.id == owner; });
  const bool is_body =
      party != sentence.parties().end() ? party->kind == Party::Kind::kOrganisation : view.discourse().is_organisation(owner);
  const bool fits = kind == OwnerKind::kAny || (kind == OwnerKind::kCompany) == is_body;
  return fits ? std::string_view(owner) : std::string_view();
}

// A lender that is meant, and a measure that it has no part in: "a million people live there".
bool is_not_lenders(const PartyView& view, std::string_view id) {
  const std::string_view measured = view.measured_id();
  const auto begins = [measured](std::string_view kind) { return measured.starts_with(kind); };
  const bool of_lender = measured.empty() || begins("loan.") || begins("aid.") || begins("finance.") || begins("investment.");
  return !of_lender && view.discourse().is_lender(view.sentence(), id);
}

// What is measured is the country's that is lent to.
std::string_view state_of_lender(const PartyView& view, const PartyDraft& draft) {
  const std::string_view named = state_told_of(view, draft);
  return named.empty() ? view.discourse().in_focus(OwnerKind::kState) : named;
}

// "CPEC has created [5,000] jobs": nobody but a programme is named; those whose it is.
bool read_programme(const PartyView& view, PartyDraft& draft) {
  const MeasureReading& measure = view.measure();
  PartyReading& reading = draft.reading;
  const FoundEntry* programme = view.sentence().first_from(FactList::kInitiativeMember, view.clause().begin, view.clause().end);
  if (programme == nullptr || view.owner_kind() == OwnerKind::kCompany) return false;
  std::string_view codes = programme->cell(0);
  // "The Belt and Road Initiative has reached [150 countries]": of one state, and in a text on another one only where it is the subject.
  const bool of_one = codes.find(' ') == std::string_view::npos;
  const bool is_subject = programme->tokens.end <= first_verb(view.sentence(), view.clause()) && programme->tokens.end <= view.begin();
  if (of_one && !is_subject && !view.discourse().in_focus(OwnerKind::kAny).empty()) return false;
  while (!codes.empty()) {
    const std::size_t space = std::min(codes.find(' '), codes.size());
    draft.take(codes.substr(0, space));
    draft.add(codes.substr(0, space));
    codes.remove_prefix(std::min(space + 1, codes.size()));
  }
  // Its home is named first, who pays for it behind.
  if (measure.flow == Flow::kInvest || measure.flow == Flow::kLend) std::swap(reading.owner, reading.partner);
  reading.source = "sentence";
  return true;
}

// Whom the sentence, the paragraph or the document is about, where that can own the measure; "" for nobody.
std::string_view whom_it_is_about(const PartyView& view, const PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const OwnerKind kind = view.owner_kind();
  std::string_view home = home_in_sentence(view, kind);
  // "The bank lent Peru $5 million. […] [A million people] will gain": of the country that got it.
  const PartyReading* near = view.discourse().near_parties();
  const bool was_given = near != nullptr && near->owner.size() > kCountryCode && near->partner.size() == kCountryCode;
  if (home.empty() && was_given && kind != OwnerKind::kCompany) home = near->partner;
  if (home.empty()) home = view.discourse().in_focus(kind);
  if (is_not_lenders(view, home)) home = state_of_lender(view, draft);
  if (!home.empty() || kind != OwnerKind::kCompany) return home;
  const auto speaker = view.roles().speaker_before(sentence.tokens().end);
  const bool of_its_own =
      speaker && sentence.parties()[*speaker].kind == Party::Kind::kOrganisation && !sentence.parties()[*speaker].reporter;
  return of_its_own ? sentence.parties()[*speaker].id : std::string_view();
}

// What donors give, and banks lend, is for whom the text is about; anything else is its own.
void give_or_own(const PartyView& view, PartyDraft& draft, std::string_view home) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  PartyReading& reading = draft.reading;
  bool by_state = false;
  bool own_budget = false;  // "[$5 million] from the state budget was allocated"
  for (std::uint32_t token = view.clause().begin; token < view.clause().end; ++token) {
    by_state = by_state || (token < view.begin() && sentence.is_any(token, {"government", "we"}));
    own_budget = own_budget || sentence.is(token, "budget");
  }
  const bool lent =
      measure.id == "loan.amount" || (measure.id == "finance.amount" && !own_budget && !measure.phrase.starts_with("funding need"));
  const std::string_view bank = lent && home.size() == kCountryCode ? view.discourse().lender(sentence, view.begin()) : std::string_view();
  // Of money that was allocated, a bank is the giver only where the text tells of what it gives.
  const MeasureReading* told = view.discourse().measure();
  const bool gives = measure.id == "loan.amount" || bank == view.discourse().topic().organisation ||
                     (told != nullptr && told->flow == Flow::kLend && view.discourse().fact_is_near());
  const std::string_view giver = gives ? bank : std::string_view();
  const bool receives = (measure.id == "aid.amount" && !by_state) || (!giver.empty() && giver != home);
  (receives ? reading.partner : reading.owner) = home;
  if (!receives || !reading.owner.empty() || giver == home) return;
  reading.owner = giver;
  draft.add(giver);
}

// "The coupon is [5%]": one state's economy or debt, in a text on two as well.
bool is_of_one_state(const PartyView& view) {
  const std::string_view id = view.measured_id();
  return id.starts_with("economy.") || id.starts_with("bond.") || id.starts_with("debt.");
}

// "Its gold exports were [$2 million]", "[41] trains ran from Lima to Cuzco": where the text does not put two side by side, of what it
// owns, or where it is; and a balance that is told of no pair is that of all trade.
bool is_owners_alone(const PartyView& view) {
  if (!view.discourse().topic().apart) return false;
  const std::string_view id = view.measured_id();
  if (id == "trade.surplus" || id == "trade.deficit" || id == "trade.balance") return true;
  const std::uint32_t begin = view.measure().phrase_tokens.begin;
  const auto parties = view.sentence().parties();
  const bool owns = begin > view.sentence().tokens().begin && view.sentence().is(begin - 1, "its");
  return owns || std::any_of(parties.begin(), parties.end(), [](const Party& party) { return is_state(party); });
}

// "Overall, Chad's foreign trade reached $5 billion. […] Exports were [$3 billion]": the part of a total that was told last, by its owner.
bool is_part_of_told_total(const PartyView& view, std::string_view home) {
  const MeasureReading* told = view.discourse().measure();
  const PartyReading* of = view.discourse().parties();
  const Flow flow = view.measure().flow;
  return told != nullptr && told->flow == Flow::kPair && (flow == Flow::kOut || flow == Flow::kIn) && of->parties.size() == 1 &&
         of->parties.front() == home;
}

// Nobody is named: whom the paragraph, or the document, is about.
void read_context(const PartyView& view, PartyDraft& draft) {
  const Topic& topic = view.discourse().topic();
  PartyReading& reading = draft.reading;
  if (read_programme(view, draft)) return;
  if (view.is_priced_on_exchange() || view.is_of_world()) return;
  const std::string_view home = whom_it_is_about(view, draft);
  if (home.empty()) return;
  draft.add(home);
  if (view.measure().flow == Flow::kInvest && home == topic.country && !topic.investor.empty()) {
    draft.add(topic.investor);
    reading.owner = topic.investor;
    reading.partner = home;
    reading.source = "topic";
    return;
  }
  give_or_own(view, draft, home);
  reading.source = home == topic.main() ? "topic" : "context";
  const PartyReading* near = view.discourse().near_parties();
  const bool of_one = (near != nullptr && near->parties.size() == 1 && near->parties.front() == home) ||  // the facts before are, too
                      is_part_of_told_total(view, home);
  if (home == topic.country && view.owner_kind() == OwnerKind::kAny && !topic.is_organisation && !of_one && !is_of_one_state(view) &&
      !is_owners_alone(view)) {
    // "Exports were [$5 billion] and imports $4 billion", in a text on the trade of two: between them
    if (topic.third.empty() && is_relational(view.measure().flow) && reading.partner.empty()) reading.partner = topic.partner;
    draft.add(topic.partner);
    draft.add(topic.third);
  }
}

// "signed [six] agreements with Chad" in a text on two states, of which one is named: those of both.
void add_other_of_two(const PartyView& view, PartyDraft& draft) {
  const Topic& topic = view.discourse().topic();
  const std::vector<std::string>& parties = draft.reading.parties;
  if (!view.measure().id.starts_with("agreements.") || parties.size() != 1 || topic.partner.empty() || !topic.third.empty()) return;
  const bool of_two = parties.front() == topic.country || parties.front() == topic.partner;
  const auto named = view.sentence().parties();
  const bool others = std::any_of(named.begin(), named.end(), [&](const Party& party) {
    return is_state(party) && !party.city && view.id_of(party) != topic.country && view.id_of(party) != topic.partner;
  });
  if (!of_two || others) return;
  draft.add(topic.country);
  draft.add(topic.partner);
}

}  // namespace

void add_home_of_branch(const PartyView& view, PartyDraft& draft) {
  const Discourse& discourse = view.discourse();
  PartyReading& reading = draft.reading;
  const std::string_view home = discourse.in_focus(OwnerKind::kAny);
  const bool is_place = draft.in_place && view.measure().flow == Flow::kNone && draft.subjects.empty() && reading.partner.empty();
  if (is_place && !is_not_lenders(view, home) && view.owner_kind() != OwnerKind::kState && !view.is_priced_on_exchange() &&
      discourse.is_organisation(home)) {
    reading.partner = std::exchange(reading.owner, std::string(home));
    reading.subject = reading.partner;
  }
}

namespace {

// The sentence names this country itself, and not only by its people or a city.
bool names_country(const PartyView& view, std::string_view id) {
  const auto parties = view.sentence().parties();
  return std::any_of(parties.begin(), parties.end(), [id](const Party& party) {
    return party.id == id && party.kind == Party::Kind::kCountry && !party.city && !party.adjective;
  });
}

// "[61] Norvale Institutes": what is counted is nobody that the figure is about.
void leave_counted(const PartyView& view, PartyDraft& draft) {
  if (view.measure().kind != ReadingKind::kCount) return;
  for (const Party& party : view.sentence().parties()) {
    const bool counted = party.tokens.begin == view.end() && party.kind == Party::Kind::kOrganisation &&
                         view.sentence().view().word(party.tokens.end - 1).ends_with("s") &&
                         view.sentence().role(party.tokens.end) != WordRole::kContent &&
                         view.sentence().role(party.tokens.end) != WordRole::kName;
    if (!counted) continue;
    std::erase(draft.reading.parties, party.id);
    for (std::string* end : {&draft.reading.owner, &draft.reading.partner}) {
      if (*end == party.id) end->clear();
    }
  }
}

}  // namespace

void collect(const PartyView& view, PartyDraft& draft) {
  const MeasureReading& measure = view.measure();
  PartyReading& reading = draft.reading;
  // "Of Chad's debt of $5 billion, [$3 billion] is owed to Peru": by the same
  const bool owed = measure.id == "debt.amount" && measure.rule == "fact.passive" && !view.earlier().empty() &&
                    view.measures()[view.index() - 1].id == measure.id;
  if (owed) draft.add(view.earlier().back().owner);
  draft.add(reading.owner);
  draft.add(reading.partner);
  for (const std::string_view id : draft.others) draft.add(id);
  // "Chad grew rich, and Peru-Chile trade rose [5%]": what goes between two is about nobody else
  const bool of_two =
      measure.kind == ReadingKind::kGrowth && is_relational(measure.flow) && !reading.owner.empty() && !reading.partner.empty();
  const bool about_subject = !of_two && (measure.flow == Flow::kNone || measure.kind != ReadingKind::kLevel || reading.parties.empty());
  if (about_subject) {
    for (const std::string_view id : draft.subjects) draft.add(id);
  }
  // "Chad will provide $5 million in Norvale Fund loans to Peru": by whom
  for (const std::string_view id : draft.subjects) {
    if (measure.flow == Flow::kLend && names_country(view, id)) draft.add(id);
  }
  const bool of_people = view.measured_id().starts_with("conflict.") || view.measured_id().starts_with("people.");
  if (of_people && reading.parties.size() > 1) {
    std::erase_if(reading.parties, [&](const std::string& id) { return view.discourse().is_lender(view.sentence(), id); });
  }
  if (measure.kind == ReadingKind::kShare && draft.subjects.empty() && !view.earlier().empty()) {
    for (const std::string& id : view.earlier().back().parties) draft.add(id);
  }
  // "Chad's trade with Niger hit $5 billion. This figure is [80%] of Chad's trade": Niger's share
  const PartyReading* told = view.discourse().parties();
  const bool of_told = measure.kind == ReadingKind::kShare && view.earlier().empty() && view.points_back() && told != nullptr &&
                       told->parties.size() == 2 &&
                       (reading.parties.empty() || (reading.parties.size() == 1 && contains(told->parties, reading.parties.front())));
  if (of_told) {
    for (const std::string& id : told->parties) draft.add(id);
  }
  leave_counted(view, draft);
  if (reading.parties.empty()) read_context(view, draft);
  add_other_of_two(view, draft);
  if (reading.source.empty() && !reading.parties.empty()) reading.source = "sentence";
  if (reading.subject.empty()) reading.subject = reading.owner;
}

}  // namespace attest::party
