#include "fact/party/before.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fact/party/end.h"
#include "fact/party/flow.h"
#include "fact/party/list.h"
#include "fact/party/party_role.h"
#include "fact/party/phrase.h"
#include "fact/party/subject.h"

namespace attest::party {
namespace {

// "It was followed by Japan with exports of [$5 billion]", "Japan followed with [$5 billion]": after what goes between two.
bool follows_in_row(const PartyView& view) {
  const MeasureReading& measure = view.measure();
  const Discourse& discourse = view.discourse();
  const PartyReading* last = discourse.parties();
  if (last == nullptr || last->owner.empty() || last->partner.empty() || !is_relational(discourse.measure()->flow)) return false;
  const bool fits = is_relational(measure.flow) || measure.inherited || measure.id.empty();
  const std::string_view now = name_before_figure(view);
  if (!fits || now.empty() || contains(last->parties, now)) return false;
  for (std::uint32_t token = view.clause().begin; token < view.begin(); ++token) {
    if (view.sentence().is(token, "followed")) return true;
  }
  return false;
}

// "lent $4 million for three schools, [$6 million] for two clinics": the parties of the figure that told of the same measure.
const PartyReading& told_with(const PartyView& view) {
  const MeasureReading& measure = view.measure();
  for (std::size_t back = 1; back <= view.earlier().size() && measure.inherited && !measure.id.empty(); ++back) {
    const MeasureReading& told = view.measures()[view.index() - back];
    if (told.id == measure.id && told.quantity == measure.quantity) return view.earlier()[view.earlier().size() - back];
    if (told.kind != ReadingKind::kCount) break;
  }
  return view.earlier().back();
}

// Puts `now` into the place of `replaced`; where that is "", all is about `now` alone.
void put_in_place(PartyReading& reading, const std::string& replaced, const std::string& now) {
  if (replaced.empty()) {
    reading.parties.assign(1, now);
    reading.owner = now;
    for (std::string* id : {&reading.partner, &reading.from, &reading.to}) id->clear();
  }
  for (std::string* id : {&reading.owner, &reading.partner, &reading.from, &reading.to}) {
    if (!replaced.empty() && *id == replaced) *id = now;
  }
  std::replace(reading.parties.begin(), reading.parties.end(), replaced, now);
  reading.subject = now;
}

// "Peru sold 5 tons and Chile [4 tons] to China": who stands at the figure in the place of the subject; "" for nobody.
std::string_view joined_sender(const PartyView& view) {
  const FactSentence& sentence = view.sentence();
  for (const Party& party : sentence.parties()) {
    const bool at_figure = party.tokens.end == view.begin() && party.tokens.begin > sentence.tokens().begin;
    if (at_figure && sentence.is_any(party.tokens.begin - 1, {"and", ","})) return view.id_of(party);
  }
  return {};
}

// "32% to Russia", "nearly half being with Kazakhstan": as before, but for the other end.
bool replace_end(const PartyView& view, PartyDraft& draft, const PartyReading& earlier) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  PartyReading& reading = draft.reading;
  reading = earlier;
  const std::string partner = std::exchange(reading.partner, {});
  const bool has_ends = is_relational(measure.flow) || measure.flow == Flow::kLend;
  for (std::size_t i = 0; i < sentence.parties().size() && has_ends; ++i) {
    const Party& party = sentence.parties()[i];
    // "5 tons, including to Chad – [3 tons]": the first end that is told
    const bool first = party.tokens.begin > view.floor() + 1 && sentence.is(party.tokens.begin - 2, "including");
    if (partner.empty() && !first) continue;
    if (party.tokens.begin >= view.floor() && view.counts(i) && names_other_end(view, party)) reading.partner = view.id_of(party);
  }
  read_end_behind(view, draft);
  if (reading.partner.empty() || reading.partner == partner) return false;
  std::erase(reading.parties, partner);
  const std::string sender(partner.empty() ? joined_sender(view) : std::string_view());
  if (!sender.empty() && sender != reading.partner) put_in_place(reading, std::string(reading.owner), sender);
  draft.add(reading.owner);
  draft.add(reading.partner);
  reading.from.clear();
  reading.to.clear();
  set_flow(view, draft);
  return true;
}

// Whose place a party takes: that of the region it is in, as in "trade with Central Asia ... Kazakhstan accounted for [$43 billion]",
// otherwise that of the subject; and of one of the region who was told beside it, "Chad's share of Niger's trade with Central Africa".
std::string replaced_by(const PartyView& view, std::string_view party, const PartyReading& earlier) {
  const auto region = std::find_if(earlier.parties.begin(), earlier.parties.end(),
                                   [&](const std::string& one) { return view.regions().holds(one, party); });
  const bool beside = region != earlier.parties.end() && earlier.parties.size() > 2 && view.regions().holds(*region, earlier.subject);
  return region == earlier.parties.end() || beside ? earlier.subject : *region;
}

// "compared with Ludlow's [13] orders": the name whose possessive stands at the figure.
std::string_view owner_of_counted(const PartyView& view) {
  const FactSentence& sentence = view.sentence();
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    const bool owns = party.tokens.end + 1 == view.begin() && sentence.is_any(party.tokens.end, {"'s", "’s", "'", "’"});
    if (owns && view.counts(i)) return view.id_of(party);
  }
  return {};
}

// Whom a figure that goes on with others names instead of one of them; "" for nobody.
std::string newly_named(const PartyView& view, const PartyDraft& draft) {
  const std::string_view counted = name_counted(view);
  if (!counted.empty()) return std::string(counted);
  const bool opens = view.earlier().empty();
  std::string now = opens && !draft.reading.subject.empty() ? draft.reading.subject : std::string(name_before_figure(view));
  if (now.empty() && opens && !draft.subjects.empty()) now = draft.subjects.front();
  if (now.empty() && !opens) now = owner_of_counted(view);
  if (now.empty() && !opens) now = place_behind(view);
  return now;
}

// "Chad's exports were $5 billion. The share of China was [20%]": a part of the amount that was told of.
bool is_share_of_told(const PartyView& view) {
  const MeasureReading& measure = view.measure();
  const MeasureReading* told = view.earlier().empty() ? view.discourse().measure() : &view.measures()[view.index() - 1];
  return measure.kind == ReadingKind::kShare && told != nullptr && told->kind == ReadingKind::kLevel && told->id == measure.level_id;
}

// "investment in Chad was $5 billion, with the top sources being Peru with [$2 billion]", "with Peru ([$2 billion]) and Niger ($1 billion)
// the top investors": who invests, not where.
bool is_source_of_told(const PartyView& view, const PartyReading& earlier) {
  const bool inward = view.measure().flow == Flow::kInvest && earlier.from.empty() && !earlier.to.empty();
  if (!inward || view.earlier().empty() || (!earlier.owner.empty() && earlier.owner != earlier.to)) return false;
  const FactSentence& sentence = view.sentence();
  for (std::uint32_t at = sentence.figures()[view.index() - 1].tokens.end; at < view.clause().end; ++at) {
    if (sentence.is_any(at, {"source", "sources", "investor", "investors"})) return true;
  }
  return false;
}

// "Investments are concentrated in three states - Chad ([32%])", "gave funds to local bodies ($3 million), Chad ([$2 million])": the
// sentence says where they go, and nobody was named there yet.
bool is_host_of_told(const PartyView& view, const PartyReading& earlier) {
  const FactSentence& sentence = view.sentence();
  const Flow flow = view.measure().flow;
  const bool given = flow == Flow::kInvest || flow == Flow::kLend || view.measured_id() == "finance.amount";
  const bool open = given && !earlier.owner.empty() && earlier.partner.empty() && earlier.to.empty();
  if (!open || view.earlier().empty()) return false;
  bool into = false;
  for (std::uint32_t token = view.clause().begin; token < view.begin(); ++token) {
    if (sentence.is_any(token, {"from", "by", "investor", "investors", "source", "sources"})) return false;
    into = into || sentence.is_any(token, {"in", "into", "to", "recipient", "recipients"});
  }
  return into;
}

// "investments are concentrated in three states: Chad ([32%])": where they go, or where they come from.
bool take_end_of_told(const PartyView& view, const PartyReading& earlier, const std::string& now, PartyDraft& draft) {
  PartyReading& reading = draft.reading;
  if (is_host_of_told(view, earlier)) {
    reading.from = reading.owner;
    reading.partner = reading.to = reading.subject = now;
  } else if (is_source_of_told(view, earlier)) {
    reading.owner = reading.from = reading.subject = now;
    reading.partner = earlier.to;
  } else {
    return false;
  }
  draft.add(now);
  return true;
}

// "For Chad and Niger, this figure is [20%]", "Chad, Niger, and Mali – [20%]": the rest of the row that the sentence opens with.
std::vector<std::string> rest_of_row(const PartyView& view, const PartyDraft& draft, const std::string& first) {
  const bool opens_with_row = view.earlier().empty() && draft.subjects.size() > 1 && draft.subjects.front() == first;
  if (!opens_with_row) return {};
  const auto row = row_behind(view, first);
  return row.size() + 1 == draft.subjects.size() ? std::vector<std::string>(row.begin(), row.end()) : std::vector<std::string>();
}

// "Chile imported 5 tons from Peru. […] Next is Bolivia with [3 tons]": in the row of the partners.
bool goes_on_with_partners(const PartyView& view, const PartyReading& earlier) {
  const MeasureReading& measure = view.measure();
  const bool ranked = view.index() > 0 && view.measures()[view.index() - 1].kind == ReadingKind::kRank;  // "Chad is second - [3 tons]"
  return view.earlier().empty() && (measure.rule == "fact.partner" || ranked) && !earlier.partner.empty() &&
         earlier.subject == earlier.owner && (measure.flow == Flow::kOut || measure.flow == Flow::kIn);
}

// "including to Chad – 3 tons, Niger – [2 tons]": where the figure before has the other end before its dash, this one has, too.
bool goes_on_with_ends(const PartyView& view, const PartyReading& earlier) {
  const FactSentence& sentence = view.sentence();
  if (view.earlier().empty() || earlier.partner.empty() || earlier.subject == earlier.partner) return false;
  const std::uint32_t before = sentence.figures()[view.index() - 1].tokens.begin;
  const auto stands_before = [&](std::uint32_t figure, const Party& party) {
    return party.tokens.end + 1 == figure && sentence.is_any(party.tokens.end, {"–", "—", "-", ":"});
  };
  const auto parties = sentence.parties();
  const bool told = std::any_of(parties.begin(), parties.end(),
                                [&](const Party& party) { return stands_before(before, party) && view.id_of(party) == earlier.partner; });
  return told && std::any_of(parties.begin(), parties.end(), [&](const Party& party) { return stands_before(view.begin(), party); });
}

// The one whom the fact before left open: with whom.
void take_as_other_end(const PartyView& view, const std::string& now, PartyDraft& draft) {
  PartyReading& reading = draft.reading;
  reading.introduces = false;
  reading.partner = reading.subject = now;
  draft.add(now);
  reading.from.clear();
  reading.to.clear();
  set_flow(view, draft);
}

// "… second with $5 billion, and Chad came third with [$3 billion]": a rank has no direction, the amount before it has.
void keep_direction_over_rank(const PartyView& view, PartyDraft& draft) {
  PartyReading& reading = draft.reading;
  const std::size_t told = view.earlier().size();
  if (told < 2 || view.measures()[view.index() - 1].kind != ReadingKind::kRank || !reading.from.empty() || !reading.to.empty()) return;
  const PartyReading& before = view.earlier()[told - 2];
  if (before.from.empty() || before.from != before.partner) return;
  reading.from = reading.partner;
  reading.to = reading.owner;
}

// One of the row stands in the place of another, with the rest of its own row.
void replace_by_row(const PartyView& view, const std::string& replaced, const std::string& now, std::vector<std::string> beside,
                    PartyDraft& draft) {
  PartyReading& reading = draft.reading;
  put_in_place(reading, replaced, now);
  if (const std::string_view other = beside.empty() ? joined_before(view, now) : std::string_view(); !other.empty())
    beside.emplace_back(other);
  for (const std::string& other : beside) draft.add(other);
  if (!beside.empty()) {
    draft.is_joined = true;
    if (reading.from == now) reading.from.clear();
  }
  set_flow(view, draft);
}

// "trade between Chad and Peru", "Chad-Peru trade": the two.
bool is_pair(const FactSentence& sentence, const Party& first, const Party& second) {
  const bool hyphenated =
      second.tokens.begin == first.tokens.end + 1 && sentence.is_any(first.tokens.end, {"-", "\xE2\x80\x93"}) && first.kind == second.kind;
  return hyphenated || is_between(sentence, first, second);
}

// "Chad-Peru trade grew by 3% and Chad-Mali trade by [9%]", "while that between Chad and Mali rose by [9%]": two others, not one for
// another.
bool take_other_pair(const PartyView& view, PartyDraft& draft, const PartyReading& earlier) {
  if (view.earlier().empty() || earlier.owner.empty() || earlier.partner.empty() || view.measure().flow != Flow::kPair) return false;
  const auto parties = view.sentence().parties();
  for (std::size_t i = 1; i < parties.size(); ++i) {
    const bool here = parties[i - 1].tokens.begin >= view.floor() && parties[i].tokens.end <= view.begin();
    if (!here || !view.counts(i - 1) || !view.counts(i) || !is_pair(view.sentence(), parties[i - 1], parties[i])) continue;
    PartyReading& reading = draft.reading;
    reading = {};
    draft.subjects.clear();
    reading.owner = reading.subject = view.id_of(parties[i - 1]);
    reading.partner = view.id_of(parties[i]);
    reading.parties = {reading.owner, reading.partner};
    reading.source = "sentence";
    return reading.owner != reading.partner;
  }
  return false;
}

// "followed by Uzbekistan with $13.78 billion": as before, but for one party.
bool replace_subject(const PartyView& view, PartyDraft& draft, const PartyReading& earlier) {
  const Flow flow = view.measure().flow;
  PartyReading& reading = draft.reading;
  if (take_other_pair(view, draft, earlier)) return true;
  if (!view.earlier().empty() && replace_end(view, draft, earlier)) return true;
  const std::string now = newly_named(view, draft);
  std::vector<std::string> beside = rest_of_row(view, draft, now);
  reading = earlier;
  reading.source = now.empty() ? "context" : "sentence";
  draft.subjects.clear();
  // "Chad, Niger and Mali cover half. Chad gives [51%]": of one of the row
  const bool of_row = view.earlier().empty() && earlier.parties.size() > 2 && flow == Flow::kNone && contains(earlier.parties, now);
  if (of_row) {
    put_in_place(reading, {}, now);
    for (const std::string& other : beside) draft.add(other);
    return true;
  }
  if (now.empty() || contains(earlier.parties, now)) {
    keep_direction_over_rank(view, draft);
    set_flow(view, draft);
    return true;
  }
  if (take_end_of_told(view, earlier, now, draft)) return true;
  const bool other = goes_on_with_partners(view, earlier) || goes_on_with_ends(view, earlier);
  const std::string replaced = other ? earlier.partner : replaced_by(view, now, earlier);
  const bool other_end =
      (earlier.introduces || is_share_of_told(view)) && is_relational(flow) && reading.partner.empty() && replaced == reading.owner;
  if (other_end) {
    take_as_other_end(view, now, draft);
  } else {
    replace_by_row(view, replaced, now, std::move(beside), draft);
  }
  return true;
}

}  // namespace

bool takes_its_turn(const PartyView& view, PartyDraft& draft) {
  if (view.earlier().empty() || !view.measure().inherited || draft.subjects.size() != 1) return false;
  const PartyReading& earlier = view.earlier().back();
  const auto& others = draft.of_other_figures;
  const bool of_row = std::any_of(others.begin(), others.end(),
                                  [&](std::size_t other) { return view.id_of(view.sentence().parties()[other]) == earlier.subject; });
  const std::string own(draft.subjects.front());
  if (!of_row || contains(earlier.parties, own)) return false;
  draft.reading = earlier;
  put_in_place(draft.reading, earlier.subject, own);
  draft.subjects.clear();
  set_flow(view, draft);
  return true;
}

bool goes_on(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  const Discourse& discourse = view.discourse();
  PartyReading& reading = draft.reading;
  const bool another =
      view.index() > 0 && view.begin() > view.floor() && sentence.is_any(view.begin() - 1, {"another", "further", "additional"});
  if (view.earlier().empty()) {
    if (follows_in_row(view)) return replace_subject(view, draft, *discourse.parties());
    const PartyReading* told = view.points_back() ? discourse.parties() : discourse.near_parties();
    if (!measure.inherited || told == nullptr) return false;
    read_subjects(view, draft);
    take_market(view, draft);
    const bool is_market = !reading.partner.empty();
    if (!is_market) return replace_subject(view, draft, *told);
    reading = {};
    draft.subjects.clear();
    return false;
  }
  const MeasureReading& before = view.measures()[view.index() - 1];
  const bool dealt = before.id == "company.deal_value" && measure.id != before.id && !measure.inherited;
  if (returns_from_relative(view) || dealt) return false;
  const bool of_another = read_reporter_behind(view, draft);
  draft.subjects.clear();
  if (of_another) return false;
  const PartyReading& told = told_with(view);
  const bool old_phrase =
      measure.phrase_tokens.end <= sentence.figures()[view.index() - 1].tokens.begin && !name_before_figure(view).empty();
  if (measure.inherited || another || old_phrase) return replace_subject(view, draft, told);
  read_phrase(view, draft);
  const bool names_own = draft.names_anybody();
  reading = {};
  draft.others.clear();
  draft.kept.clear();
  const bool own_clause = view.clause().begin > sentence.figures()[view.index() - 1].tokens.begin;
  const bool relational_before = is_relational(before.flow) && !is_relational(measure.flow);
  if (names_own || own_clause || relational_before || !name_before_figure(view).empty()) return false;
  if (is_relational(measure.flow) && before.flow != measure.flow) return false;
  if (view.earlier().back().parties.empty()) return false;
  return replace_subject(view, draft, view.earlier().back());
}

}  // namespace attest::party
