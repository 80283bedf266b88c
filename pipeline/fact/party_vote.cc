// The part of PartyFinder that finds whose votes and seats a figure tells of.
#include <algorithm>

#include "fact/party_finder.h"

namespace attest {

// "ahead of the Greens on [24%]", "the Greens – [24%]", "[24%] for the Greens": the political party next to the figure; a person stands for
// nobody, and what is nobody's is the country's.
bool PartyFinder::read_contender() {
  if (!measured_id().starts_with("politics.")) return false;
  // "8% of the vote ([10] seats)"
  const bool bracketed =
      at_.begin > clause_.begin && sentence_->is(at_.begin - 1, "(") && !earlier_.empty() && !earlier_.back().owner.empty();
  if (bracketed && sentence_->figures().size() > earlier_.size() && sentence_->figures()[earlier_.size() - 1].tokens.end <= at_.begin) {
    const bool after_name = std::any_of(sentence_->parties().begin(), sentence_->parties().end(),
                                        [&](const Party& party) { return party.tokens.end == at_.begin - 1; });
    if (!after_name && sentence_->role(at_.begin - 2) != WordRole::kContent) {
      reading_ = earlier_.back();
      return true;
    }
  }
  std::uint32_t end = at_.begin;
  while (end > clause_.begin &&
         (sentence_->role(end - 1) == WordRole::kAdverb || sentence_->is_any(end - 1, {"about", "around", "than", "over"})))
    --end;
  const bool linked = end > clause_.begin && sentence_->is_any(end - 1, {"on", "at", "with", "(", "–", "—", "-", ":"});
  const std::uint32_t before = linked ? end - 1 : end;
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, at_.end);
    const bool stands_before = linked && party.tokens.end == before && party.tokens.begin >= floor_;
    const bool stands_behind = party.tokens.begin >= at_.end && opening == at_.end + 1 && sentence_->is(at_.end, "for");
    const bool supported = holds_support(party);
    if (!stands_before && !stands_behind && !supported) continue;
    if (party.contender) reading_.owner = reading_.subject = party.id;
    if (!party.contender && party.kind == Party::Kind::kPerson) reading_.owner = discourse_->in_focus(OwnerKind::kState);
    if (reading_.owner.empty()) continue;
    reading_.source = "stated";
    add(reading_.owner);
    return true;
  }
  return read_unknown_contender(before) || read_standing();
}

// "Labour has held steady on [33%]", "The Conservatives are up to [39%]": the first that stands for election behind the figure before.
bool PartyFinder::read_standing() {
  // "won 81 of the [166] seats": of all
  const bool of_all = sentence_->is(phrase_opening(*sentence_, at_.begin, clause_.begin) - 1, "of");
  const bool seats = measure_->id == "politics.seats" && at_.begin > clause_.begin && !of_all;
  if (!seats && (measure_->id != "politics.votes" || (measure_->rule != "fact.vote" && measure_->rule != "fact.share"))) return false;
  std::uint32_t first = at_.begin;
  for (const Party& party : sentence_->parties()) {
    if (!party.contender || party.tokens.begin < floor_ || party.tokens.end > at_.begin) continue;
    first = party.tokens.begin;
    reading_.owner = reading_.subject = party.id;
    break;
  }
  for (std::uint32_t token = floor_; token + 1 < first; ++token) {
    std::uint32_t end = token + 1;
    while (end < first && sentence_->role(end) == WordRole::kContent && sentence_->view().tokens[end].has(token_flag::kCapitalised)) ++end;
    if (sentence_->is(token, "the") && end > token + 1 && read_unknown_contender(end)) return true;
  }
  if (reading_.owner.empty()) return false;
  reading_.source = "stated";
  add(reading_.owner);
  return true;
}

// "the Conservatives on [24%]": a name in capitals behind the article, of which nobody knows more.
bool PartyFinder::read_unknown_contender(std::uint32_t end) {
  std::uint32_t begin = end;
  const auto names = [&](std::uint32_t token) {
    return sentence_->role(token) == WordRole::kContent && sentence_->view().tokens[token].has(token_flag::kCapitalised);
  };
  while (begin > floor_ && names(begin - 1)) --begin;
  if (begin == end || begin <= floor_ || !sentence_->is(begin - 1, "the")) return false;
  reading_.owner = reading_.subject = keep(std::string(sentence_->view().passage({begin, end})));
  reading_.source = "stated";
  add(reading_.owner);
  return true;
}

// "support for the Greens": whose support it is.
bool PartyFinder::holds_support(const Party& party) const {
  const TokenRange phrase = measure_->phrase_tokens;
  const bool inside = party.tokens.begin >= phrase.begin && party.tokens.end <= phrase.end && phrase.begin < phrase.end;
  const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, phrase.begin);
  return inside && opening > phrase.begin && sentence_->is(opening - 1, "for");
}

}  // namespace attest
