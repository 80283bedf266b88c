// The part of PartyFinder that tells whose each figure of a list is: by brackets, commas and the places behind them.
#include <algorithm>

#include "fact/party_finder.h"

namespace attest {

// The last name between the figure before and this one that the figure can be about.
std::string_view PartyFinder::name_before_figure() const {
  std::string_view now;
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    const bool agent = party.reporter && is_agent(party, floor_);  // "analysts surveyed by"
    // "refugees have fled since Chad attacked, while one million are displaced": of a clause between
    const TokenRange other = sentence_->clause_around(party.tokens.begin);
    const bool side = clause_.begin > other.begin && other.begin > floor_ && sentence_->role(party.tokens.end) == WordRole::kVerb;
    if (side) continue;
    if (party.tokens.begin >= floor_ && party.tokens.end <= at_.begin && counts(i) && !agent && !is_place_of_figure(party)) now = party.id;
  }
  return now;
}

// "It is followed by Uzbekistan ([$13.7 billion])": the name that brackets give a figure to.
std::string_view PartyFinder::name_counted() const {
  if (at_.begin < floor_ + 2 || !sentence_->is(at_.begin - 1, "(")) return {};
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    if (sentence_->parties()[i].tokens.end == at_.begin - 1 && counts(i)) return id_of(sentence_->parties()[i]);
  }
  return {};
}

// "trade with Chad ([$5 million]), Niger ($3 million)", "exports to Chad, [$5 million], Niger, $3 million": the next of the list takes
// the place of the one that the figure stands behind.
void PartyFinder::note_place_in_list() {
  const std::string_view counted = name_counted();
  if (!counted.empty() && contains(reading_.parties, counted)) reading_.subject = counted;
  if (reading_.partner.empty() || !sentence_->is(at_.begin - 1, ",")) return;
  const auto ends_here = [&](const Party& party) { return party.tokens.end + 1 == at_.begin && id_of(party) == reading_.partner; };
  if (std::any_of(sentence_->parties().begin(), sentence_->parties().end(), ends_here)) reading_.subject = reading_.partner;
}

// "grew 5% in [Chad] and 3% in Niger": right behind the figure before, while this one has a place of its own.
bool PartyFinder::is_place_of_figure(const Party& party) const {
  const auto in_place = [&](std::uint32_t figure_end, const Party& place) {
    const std::uint32_t end = behind_bracket(figure_end);
    return place.tokens.begin > end && place.tokens.begin <= end + 2 && sentence_->is(end, "in");
  };
  if (earlier_.empty() || !in_place(floor_, party)) return false;
  return std::any_of(sentence_->parties().begin(), sentence_->parties().end(), [&](const Party& own) { return in_place(at_.end, own); });
}

// "24 GW (5%) | in Chad", "(5%) | in Chad": behind the brackets that follow a figure or hold it.
std::uint32_t PartyFinder::behind_bracket(std::uint32_t end) const {
  if (sentence_->is(end, ")")) return end + 1;
  constexpr std::uint32_t kLongest = 8;  // tokens
  for (std::uint32_t token = end; sentence_->is(end, "(") && token < end + kLongest; ++token) {
    if (sentence_->is(token, ")")) return token + 1;
  }
  return end;
}

// The figure before has its place right behind it.
bool PartyFinder::is_place_list() const {
  return std::any_of(sentence_->parties().begin(), sentence_->parties().end(),
                     [&](const Party& party) { return party.tokens.end <= at_.begin && is_place_of_figure(party); });
}

// "500,000 have arrived in Egypt and 360,000 in Chad": where that is.
std::string_view PartyFinder::place_behind() const {
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    const std::uint32_t end = behind_bracket(at_.end);
    const bool behind = party.tokens.begin == end + 1 || (party.tokens.begin == end + 2 && sentence_->is(end + 1, "the"));
    if (behind && sentence_->is(end, "in") && (is_state(party) || party.bloc) && counts(i)) return id_of(party);
  }
  return {};
}

// "and those to China at $8 billion": of the same owner to another end.
bool PartyFinder::names_other_end(const Party& party) const {
  const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, floor_);
  if (opening <= floor_ + 1 || party.tokens.end > at_.begin) return false;
  const bool those = sentence_->is_any(opening - 2, {"those", "that"});
  if (sentence_->is(opening - 1, "with")) return those;
  return sentence_->is_any(opening - 1, {"to", "from"}) && (those || sentence_->is_any(opening - 2, {"and", ","}));
}

}  // namespace attest
