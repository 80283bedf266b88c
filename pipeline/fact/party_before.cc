// The part of PartyFinder that goes on with the parties of the figure before: "followed by Uzbekistan with $13.78 billion".
#include <algorithm>
#include <utility>

#include "fact/party_finder.h"

namespace attest {

// "It was followed by Japan with exports of [$5 billion]", "Japan followed with [$5 billion]": after what goes between two.
bool PartyFinder::follows_in_row() const {
  const PartyReading* last = discourse_->parties();
  if (last == nullptr || last->owner.empty() || last->partner.empty() || !is_relational(discourse_->measure()->flow)) return false;
  const bool fits = is_relational(measure_->flow) || measure_->inherited || measure_->id.empty();
  const std::string_view now = name_before_figure();
  if (!fits || now.empty() || contains(last->parties, now)) return false;
  for (std::uint32_t token = clause_.begin; token < at_.begin; ++token) {
    if (sentence_->is(token, "followed")) return true;
  }
  return false;
}

// "lent $4 million for three schools, [$6 million] for two clinics": the parties of the figure that told of the same measure.
const PartyReading& PartyFinder::told_with(std::span<const MeasureReading> measures, std::size_t figure) const {
  for (std::size_t back = 1; back <= earlier_.size() && measure_->inherited && !measure_->id.empty(); ++back) {
    const MeasureReading& told = measures[figure - back];
    if (told.id == measure_->id && told.quantity == measure_->quantity) return earlier_[earlier_.size() - back];
    if (told.kind != ReadingKind::kCount) break;
  }
  return earlier_.back();
}

// A figure without words of its own is about what the one before is about, but for whom it names.
bool PartyFinder::goes_on(std::span<const MeasureReading> measures, std::size_t figure) {
  const bool another = figure > 0 && at_.begin > floor_ && sentence_->is_any(at_.begin - 1, {"another", "further", "additional"});
  if (earlier_.empty()) {
    if (follows_in_row()) return replace_subject(*discourse_->parties());
    if (!measure_->inherited || discourse_->near_parties() == nullptr) return false;
    read_subjects();
    take_market();
    const bool is_market = !reading_.partner.empty();
    if (!is_market) return replace_subject(*discourse_->near_parties());
    reading_ = {};
    subjects_.clear();
    return false;
  }
  const bool dealt = measures[figure - 1].id == "company.deal_value" && measure_->id != measures[figure - 1].id && !measure_->inherited;
  if (returns_from_relative() || dealt) return false;
  const bool of_another = read_reporter_behind();
  subjects_.clear();
  if (of_another) return false;
  const PartyReading& told = told_with(measures, figure);
  const bool old_phrase = measure_->phrase_tokens.end <= sentence_->figures()[figure - 1].tokens.begin && !name_before_figure().empty();
  if (measure_->inherited || another || old_phrase) return replace_subject(told);
  read_phrase();
  const bool names_own = names_anybody();
  reading_ = {};
  others_.clear();
  kept_.clear();
  const bool own_clause = clause_.begin > sentence_->figures()[figure - 1].tokens.begin;
  const bool relational_before = is_relational(measures[figure - 1].flow) && !is_relational(measure_->flow);
  if (names_own || own_clause || relational_before || !name_before_figure().empty()) return false;
  if (is_relational(measure_->flow) && measures[figure - 1].flow != measure_->flow) return false;
  if (earlier_.back().parties.empty()) return false;
  return replace_subject(earlier_.back());
}

// "32% to Russia", "nearly half being with Kazakhstan": as before, but for the other end.
bool PartyFinder::replace_end(const PartyReading& earlier) {
  reading_ = earlier;
  const std::string partner = std::exchange(reading_.partner, {});
  const bool has_ends = is_relational(measure_->flow) || measure_->flow == Flow::kLend;
  for (std::size_t i = 0; i < sentence_->parties().size() && has_ends && !partner.empty(); ++i) {
    const Party& party = sentence_->parties()[i];
    if (party.tokens.begin >= floor_ && counts(i) && names_other_end(party)) reading_.partner = id_of(party);
  }
  read_end_behind();
  if (reading_.partner.empty() || reading_.partner == partner) return false;
  std::erase(reading_.parties, partner);
  add(reading_.owner);
  add(reading_.partner);
  reading_.from.clear();
  reading_.to.clear();
  set_flow();
  return true;
}

// Whose place a party takes: that of the region it is in, as in "trade with Central Asia ... Kazakhstan accounted for [$43 billion]",
// otherwise that of the subject.
std::string PartyFinder::replaced_by(std::string_view party, const PartyReading& earlier) const {
  const auto region =
      std::find_if(earlier.parties.begin(), earlier.parties.end(), [&](const std::string& one) { return regions_->holds(one, party); });
  return region == earlier.parties.end() ? earlier.subject : *region;
}

// "compared with Ludlow's [13] orders": the name whose possessive stands at the figure.
std::string_view PartyFinder::owner_of_counted() const {
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    const bool owns = party.tokens.end + 1 == at_.begin && sentence_->is_any(party.tokens.end, {"'s", "’s", "'", "’"});
    if (owns && counts(i)) return id_of(party);
  }
  return {};
}

// "followed by Uzbekistan with $13.78 billion": as before, but for one party.
bool PartyFinder::replace_subject(const PartyReading& earlier) {
  if (!earlier_.empty() && replace_end(earlier)) return true;
  const std::string_view counted = name_counted();
  std::string now(!counted.empty()                                ? counted
                  : earlier_.empty() && !reading_.subject.empty() ? std::string_view(reading_.subject)
                                                                  : name_before_figure());
  if (now.empty() && earlier_.empty() && !subjects_.empty()) now = subjects_.front();
  if (!earlier_.empty() && now.empty()) now = owner_of_counted();
  if (now.empty() && !earlier_.empty()) now = place_behind();
  // "For Chad and Niger, this figure is [20%]": both
  const std::string beside(earlier_.empty() && subjects_.size() == 2 && subjects_.front() == now ? joined_behind(now) : std::string_view());
  reading_ = earlier;
  reading_.source = now.empty() ? "context" : "sentence";
  subjects_.clear();
  if (now.empty() || contains(earlier.parties, now)) {
    set_flow();
    return true;
  }
  // "Chile imported 5 tons from Peru. […] Next is Bolivia with [3 tons]": in the row of the partners.
  const bool of_partners = earlier_.empty() && measure_->rule == "fact.partner" && !earlier.partner.empty() &&
                           earlier.subject == earlier.owner && (measure_->flow == Flow::kOut || measure_->flow == Flow::kIn);
  const std::string replaced = of_partners ? earlier.partner : replaced_by(now, earlier);
  const bool other_end = earlier.introduces && is_relational(measure_->flow) && reading_.partner.empty() && replaced == reading_.owner;
  if (other_end) {
    reading_.introduces = false;
    reading_.partner = reading_.subject = now;
    add(now);
    reading_.from.clear();
    reading_.to.clear();
    set_flow();
    return true;
  }
  if (replaced.empty()) {
    reading_.parties.assign(1, now);
    reading_.owner = now;
    for (std::string* id : {&reading_.partner, &reading_.from, &reading_.to}) id->clear();
  }
  for (std::string* id : {&reading_.owner, &reading_.partner, &reading_.from, &reading_.to}) {
    if (!replaced.empty() && *id == replaced) *id = now;
  }
  std::replace(reading_.parties.begin(), reading_.parties.end(), replaced, now);
  reading_.subject = now;
  if (const std::string_view other = beside.empty() ? joined_before(now) : std::string_view(beside); !other.empty()) {
    add(other);
    is_joined_ = true;
    if (reading_.from == now) reading_.from.clear();
  }
  set_flow();
  return true;
}

}  // namespace attest
