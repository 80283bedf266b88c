#include "fact/party/end.h"

#include <algorithm>
#include <string>
#include <utility>

#include "fact/party/list.h"
#include "fact/party/party_role.h"
#include "fact/party/transfer.h"

namespace attest::party {
namespace {

// "Peru's sales to Chile rose. […] The largest supplier was Bolivia": Chile's.
std::string_view buyer_told_of(const PartyView& view, const PartyDraft& draft, std::string_view home) {
  const PartyReading* last = view.earlier().empty() ? view.discourse().parties() : &view.earlier().back();
  const bool sold =
      last != nullptr && last->owner == home && !last->partner.empty() && last->to != home && last->partner != draft.subjects.front();
  return sold && view.names_state(draft.subjects.front()) ? std::string_view(last->partner) : home;
}

// "the largest buyer of Vietnamese goods", "Norway's largest market", "the main exporter of gas to China": whose buyer it is.
std::string_view other_side_of(const PartyView& view, const PartyDraft& draft, const FoundEntry& market) {
  const FactSentence& sentence = view.sentence();
  constexpr std::uint32_t kReach = 5;  // tokens
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    const bool behind = party.tokens.begin > market.tokens.end && party.tokens.begin < market.tokens.end + kReach &&
                        sentence.is_any(market.tokens.end, {"of", "for"});
    const bool owns = party.tokens.end < market.tokens.begin && party.tokens.end + kReach > market.tokens.begin &&
                      sentence.role(party.tokens.end) == WordRole::kPossessive;
    const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, view.clause().begin);
    const bool linked = is_state(party) && opening > market.tokens.end && party.tokens.end <= view.begin() &&
                        sentence.is(opening - 1, market.cell(0) == "buyer" ? "from" : "to");
    if (view.counts(i) && (behind || owns || linked) && view.id_of(party) != draft.subjects.front()) return view.id_of(party);
  }
  return {};
}

// "supplies to Peru", "received ore from Peru": cargo has two ends like trade, and goes to or from them.
bool is_carried_end(const PartyView& view, std::uint32_t word) {
  return view.measure().flow == Flow::kPair && view.measured_id().starts_with("cargo.") && view.sentence().is_any(word, {"to", "from"});
}

// "Chad saw a rise in [Peruvian] gas imports": an adjective of goods that others buy says where they come from.
bool is_origin(const PartyView& view, std::string_view id) {
  const MeasureReading& measure = view.measure();
  const auto parties = view.sentence().parties();
  return measure.flow == Flow::kIn && view.names_state(id) && std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
           return party.adjective && party.tokens.begin == measure.phrase_tokens.begin && view.id_of(party) == id;
         });
}

// "In [second] place is Chad", "At the second place is Chad", before a token of the clause.
bool names_rank(const PartyView& view, std::uint32_t limit) {
  for (std::uint32_t token = view.clause().begin; token < limit; ++token) {
    if (view.sentence().is(token, "place")) return true;
  }
  return false;
}

constexpr std::uint32_t kLongestOpening = 5;  // tokens of "In terms of exports"

// "Chad remains the leader in the supply of gas to Peru, earning [$46 million]": first in the row of those who sell there.
bool leads_in_sales(const PartyView& view, const PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const PartyReading& reading = draft.reading;
  const bool open = draft.subjects.size() == 1 && view.names_state(draft.subjects.front()) && reading.owner.empty();
  if (!open || reading.partner.empty() || reading.partner == draft.subjects.front()) return false;
  for (std::uint32_t token = view.clause().begin; token < view.measure().phrase_tokens.begin; ++token) {
    if (sentence.is_any(token, {"leader", "leads", "led"}) && sentence.is(token + 1, "in")) return true;
  }
  return false;
}

// "[Half] of the foreign investments in Chad came from Peru".
bool read_source_of_share(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  PartyReading& reading = draft.reading;
  if (view.measure().kind != ReadingKind::kShare || view.measure().flow != Flow::kInvest) return false;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    if (party.tokens.begin < view.end() + 2 || !can_trade(party) || !view.counts(i)) continue;
    const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, view.end());
    if (!sentence.is(opening - 1, "from") || !sentence.is_any(opening - 2, {"came", "comes", "come", "coming"})) continue;
    const std::string host = reading.owner.empty() ? std::string(view.discourse().in_focus(OwnerKind::kState)) : reading.owner;
    reading.owner = reading.from = reading.subject = view.id_of(party);
    if (host != reading.owner) reading.partner = reading.to = host;
    return true;
  }
  return false;
}

// "In terms of exports, Chad led with [$46 million]", in a text on Peru: of what Peru sells.
void take_leader(const PartyView& view, PartyDraft& draft) {
  const MeasureReading& measure = view.measure();
  PartyReading& reading = draft.reading;
  const std::string& home = view.discourse().topic().country;
  const bool directed = measure.flow == Flow::kOut || measure.flow == Flow::kIn;
  const bool one = draft.subjects.size() == 1 && view.names_state(draft.subjects.front()) && draft.subjects.front() != home;
  if (measure.flow == Flow::kOut && leads_in_sales(view, draft)) {
    reading.owner = reading.to = reading.partner;
    reading.partner = reading.subject = reading.from = draft.subjects.front();
    draft.subjects.clear();
    return;
  }
  if (!directed || !one || home.empty() || !reading.owner.empty() || !reading.partner.empty()) return;
  const FactSentence& sentence = view.sentence();
  const std::uint32_t phrase = measure.phrase_tokens.begin;
  // "Chad is in first place in terms of exports - [$46 million]"
  const bool in_terms = phrase > view.clause().begin + 1 && sentence.is(phrase - 1, "of") && sentence.is(phrase - 2, "terms");
  // "In second place is Chad, imports amount to [$5 million]"
  const bool ranked = phrase > view.clause().begin + 1 && sentence.is(phrase - 1, ",") && names_rank(view, phrase);
  if (!in_terms && !ranked && measure.phrase_tokens.end > view.clause().begin + kLongestOpening) return;
  // "Exports to Peru were $5 billion. […] Chad is in second place - [$3 billion]": another of those who buy
  const PartyReading* last = view.discourse().parties();
  const bool of_partners = last != nullptr && !last->partner.empty() && last->owner == home;
  bool leads = ranked;
  for (std::uint32_t token = in_terms ? view.clause().begin : measure.phrase_tokens.end; token < view.begin(); ++token) {
    leads = leads || sentence.is_any(token, {"led", "leads", "topped", "tops", "ranked", "ranks"}) ||
            ((in_terms || of_partners) && sentence.is(token, "place"));
  }
  if (!leads) return;
  reading.owner = home;
  reading.partner = reading.subject = draft.subjects.front();
  draft.subjects.clear();
}

// "The main importer of Peruvian wheat was [Chad] – 5 tons", "supplier of goods to Peru": not the one whose it is.
void take_named_trader(const PartyView& view, const FoundEntry& market, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const std::string_view named = name_before_figure(view);
  if (draft.subjects.size() != 1 || named.empty() || named == draft.subjects.front() || !sentence.is(market.tokens.end, "of")) return;
  for (const Party& party : sentence.parties()) {
    const bool owns = party.tokens.begin > market.tokens.end && view.id_of(party) == draft.subjects.front();
    if (owns && !has_verb_between(sentence, market.tokens.end, party.tokens.begin)) {
      draft.subjects.front() = named;
      return;
    }
  }
}

}  // namespace

void take_market(const PartyView& view, PartyDraft& draft) {
  const MeasureReading& measure = view.measure();
  const Discourse& discourse = view.discourse();
  PartyReading& reading = draft.reading;
  if (draft.subjects.empty() || measure.kind == ReadingKind::kNone) return;
  const FoundEntry* market = nullptr;
  // "Other importers were: Chad – [5 tons]"
  const bool listed = view.sentence().is(view.clause().begin, ":");
  const std::uint32_t begin = listed ? view.sentence().tokens().begin : view.clause().begin;
  for (const FoundEntry& word : view.sentence().words(FactList::kReference)) {
    const bool both_ways = measure.flow == Flow::kPair || measure.flow == Flow::kOut || measure.flow == Flow::kIn;
    const bool fits = is_market(word) && (word.cell(0) != "partner" || both_ways);
    if (fits && word.tokens.begin >= begin && word.tokens.end <= view.clause().end) market = &word;
  }
  if (market == nullptr) return take_leader(view, draft);
  take_named_trader(view, *market, draft);
  if (view.measured_id().starts_with("investment.projects")) return;  // "making it the largest market": of those who build
  std::string_view home = !reading.owner.empty() ? std::string_view(reading.owner) : discourse.in_focus(OwnerKind::kAny);
  if (const std::string_view seller = other_side_of(view, draft, *market); !seller.empty()) {
    home = draft.keep(std::string(seller));
  } else if (market->cell(0) == "exporter") {
    return;  // to all the world
  } else if (reading.owner.empty() && market->cell(0) == "supplier") {
    home = buyer_told_of(view, draft, home);
  }
  const std::string_view other = draft.subjects.front();
  // "The main recipients of investment in Central Asia are Kazakhstan ([$10 billion])": within the region.
  constexpr std::size_t kCountryCode = 2;
  const std::string& region = reading.partner.empty() ? reading.owner : reading.partner;
  const bool narrows = measure.flow == Flow::kInvest && region.size() > kCountryCode && other.size() == kCountryCode;
  if (narrows) home = discourse.in_focus(OwnerKind::kAny);
  // "FDI to Africa fell. […] Chad was the main recipient": from all the world.
  const PartyReading* told = discourse.parties();
  const bool only_host = measure.flow == Flow::kInvest && told != nullptr && told->from.empty() && told->to == home;
  if (only_host) return;
  // "Chad is the largest supplier of gas to Peru": the other end was read already
  const bool known = reading.owner.empty() && reading.partner == home && (market->cell(0) == "supplier" || market->cell(0) == "exporter");
  if (home.empty() || home == other || (!reading.partner.empty() && !narrows && !known)) return;
  reading.subject = other;
  reading.owner = home;
  reading.partner = other;
  draft.subjects.clear();
  if (market->cell(0) == "partner") return;  // goods go both ways
  const bool buys = market->cell(0) == "buyer";
  reading.from = buys ? home : other;
  reading.to = buys ? other : home;
}

void read_end_before(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  PartyReading& reading = draft.reading;
  if (!is_relational(measure.flow) || !reading.partner.empty()) return;
  const std::string_view word = measure.flow == Flow::kOut ? "to" : measure.flow == Flow::kIn ? "from" : "with";
  if (measure.flow == Flow::kInvest) return;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    const bool outside =
        party.tokens.begin >= view.floor() && party.tokens.end <= view.begin() && !holds(measure.phrase_tokens, party.tokens);
    if (!outside || !can_trade(party) || !view.counts(i) || view.id_of(party) == reading.owner) continue;
    const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, view.floor());
    if (opening <= view.floor() || !(sentence.is(opening - 1, word) || is_carried_end(view, opening - 1))) continue;
    reading.partner = view.id_of(party);
    const bool counted = party.tokens.end + 1 == view.begin() && sentence.is(party.tokens.end, "(");
    if (counted) reading.subject = reading.partner;
    return;
  }
}

void read_trade_partner(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  PartyReading& reading = draft.reading;
  const Flow flow = view.measure().flow;
  const bool open = reading.owner.empty() && reading.partner.empty() && draft.subjects.size() == 1;
  if (!open || (flow != Flow::kOut && flow != Flow::kIn)) return;
  for (const Party& party : sentence.parties()) {
    if (party.tokens.end > view.begin() || view.id_of(party) != draft.subjects.front() || !can_trade(party)) continue;
    const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, sentence.tokens().begin);
    const bool with = opening > sentence.tokens().begin + 1 && sentence.is(opening - 1, "with");
    if (!with || !sentence.is_any(opening - 2, {"trade", "commerce", "business"})) continue;
    reading.partner = draft.subjects.front();
    draft.subjects.clear();
    return;
  }
}

void read_labelled_partner(const PartyView& view, PartyDraft& draft) {
  PartyReading& reading = draft.reading;
  const bool open = reading.owner.empty() && reading.partner.empty() && draft.subjects.size() == 1;
  if (!open || view.measure().rule != "fact.label" || !is_relational(view.measure().flow)) return;
  const auto behind_label = [&](const Party& party) {
    return party.tokens.begin > view.measure().phrase_tokens.end && party.tokens.end < view.begin() &&
           view.id_of(party) == draft.subjects.front();
  };
  const std::span<const Party> parties = view.sentence().parties();
  if (view.measure().phrase_tokens.end == 0 || std::none_of(parties.begin(), parties.end(), behind_label)) return;
  reading.partner = draft.subjects.front();
  draft.subjects.clear();
  const std::string_view home = view.discourse().in_focus(OwnerKind::kState);
  if (home != reading.partner) reading.owner = home;
}

void read_end_behind(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  PartyReading& reading = draft.reading;
  const bool transfers = measure.from_verb && measure.flow == Flow::kNone && !reading.owner.empty();
  const bool flows = is_relational(measure.flow) || transfers;
  // "China had a [21%] share, with Uzbekistan": whose share it is stands before it, whose trade behind.
  const bool of_other = measure.kind == ReadingKind::kShare && reading.owner.empty() && !reading.partner.empty();
  if (of_other) std::swap(reading.owner, reading.partner);
  if (!flows || !reading.partner.empty()) return;
  if (read_source_of_share(view, draft)) return;
  const std::uint32_t limit = view.limit_behind();
  const std::string_view word = measure.flow == Flow::kIn ? "from" : measure.flow == Flow::kPair ? "with" : "to";
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    if (!holds({view.end(), limit}, party.tokens) || !view.counts(i) || (party.reporter && !party.bloc)) continue;
    const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, view.end());
    const bool joins = !reading.partner.empty() && sentence.is_any(opening - 1, {"and", ","});
    const bool linked = opening > view.end() && (sentence.is(opening - 1, word) || is_carried_end(view, opening - 1));
    const bool leads = reading.partner.empty() && linked;
    if (leads && party.id != reading.owner) {
      reading.partner = view.id_of(party);
      if (transfers) {
        reading.from = reading.owner;
        reading.to = reading.partner;
      }
    } else if (joins) {
      draft.others.push_back(view.id_of(party));
    }
  }
  if (of_other) std::swap(reading.owner, reading.partner);
}

void fill_ends(const PartyView& view, PartyDraft& draft) {
  const MeasureReading& measure = view.measure();
  PartyReading& reading = draft.reading;
  const std::string& subject = reading.subject;
  if (subject.empty() || subject == reading.owner || subject == reading.partner) return;
  if (std::find(draft.others.begin(), draft.others.end(), subject) != draft.others.end()) return;  // "FDI to Chad and Niger"
  const bool one_sided = measure.kind == ReadingKind::kShare || measure.kind == ReadingKind::kRank;
  if (one_sided) {
    const bool directed = measure.flow == Flow::kOut || measure.flow == Flow::kIn;
    if (reading.partner.empty()) {
      reading.partner = subject;
    } else if (directed && reading.owner.empty()) {
      reading.owner = subject;  // "Chad's exports to Niger are oil ([43%] of total exports)"
    }
  } else if (reading.owner.empty()) {
    const bool gets = measure.flow == Flow::kOut && !measure.from_verb && reading.partner.empty() && is_received(view);
    (gets ? reading.partner : reading.owner) = subject;  // "Chad stayed first, receiving [$5 million] of the exports"
  } else if (reading.partner.empty() && is_relational(measure.flow)) {
    reading.partner = is_origin(view, reading.owner) ? std::exchange(reading.owner, subject) : subject;
  }
}

void read_joined(const PartyView& view, PartyDraft& draft) {
  if (draft.is_respective) return;
  const MeasureReading& measure = view.measure();
  PartyReading& reading = draft.reading;
  if (measure.flow == Flow::kNone || measure.kind == ReadingKind::kShare || reading.owner.empty()) return;
  const std::vector<std::string_view> row = row_behind(view, reading.owner);
  for (const std::string_view other : row) {
    if (other == reading.partner) continue;
    if (measure.flow == Flow::kPair && row.size() == 1) {
      if (reading.partner.empty()) reading.partner = other;
    } else {
      draft.others.push_back(other);
      draft.is_joined = true;
    }
  }
}

std::string_view joined_before(const PartyView& view, std::string_view id) {
  const FactSentence& sentence = view.sentence();
  for (std::size_t i = 1; i < sentence.parties().size(); ++i) {
    const Party& first = sentence.parties()[i - 1];
    const Party& second = sentence.parties()[i];
    const bool joined = second.tokens.begin == first.tokens.end + 1 && sentence.is(first.tokens.end, "and");
    const bool here = first.tokens.begin >= view.floor() && second.tokens.end <= view.begin();
    if (joined && here && second.id == id && view.counts(i - 1)) return view.id_of(first);
  }
  return {};
}

std::vector<std::string_view> row_behind(const PartyView& view, std::string_view id) {
  const FactSentence& sentence = view.sentence();
  const auto parties = sentence.parties();
  std::vector<std::string_view> row;
  for (std::size_t i = 0; i + 1 < parties.size(); ++i) {
    const Party& first = parties[i];
    if (first.tokens.begin < view.clause().begin || view.id_of(first) != id || !view.counts(i) || first.adjective) continue;
    if (holds(view.measure().phrase_tokens, first.tokens)) continue;
    for (std::size_t next = i + 1; next < parties.size(); ++next) {
      const Party& second = parties[next];
      const std::uint32_t end = parties[next - 1].tokens.end;
      const bool closes = sentence.is(end, "and") || (sentence.is(end, ",") && sentence.is(end + 1, "and"));
      std::uint32_t behind = end + (sentence.is(end, ",") && closes ? 2 : 1);
      if (sentence.is(behind, "the")) ++behind;  // "the Norvale Bank and the Kestrel Bank"
      const bool joined = (closes || sentence.is(end, ",")) && second.tokens.begin == behind && second.tokens.end <= view.begin();
      if (!joined || is_state(first) != is_state(second) || second.adjective || !view.counts(next)) break;
      if (is_between(sentence, parties[next - 1], second)) break;
      row.push_back(view.id_of(second));
      // "Chad, Peru aim at [$5 billion] trade": headlines put a comma for "and"
      const bool headline =
          i == 0 && next == 1 && first.tokens.begin == sentence.tokens().begin && is_state(first) &&
          (sentence.role(second.tokens.end) == WordRole::kVerb || sentence.covering(FactList::kStatusWord, second.tokens.end) != nullptr);
      if (closes || headline) return row;
    }
    row.clear();  // nothing closes it
  }
  return row;
}

std::string_view joined_behind(const PartyView& view, std::string_view id) {
  const std::vector<std::string_view> row = row_behind(view, id);
  return row.size() == 1 ? row.front() : std::string_view();
}

}  // namespace attest::party
