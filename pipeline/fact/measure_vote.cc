// What parties and candidates get at elections and in polls: percentages that name no measure of their own.
#include <algorithm>

#include "fact/measure_finder.h"
#include "fact/noun_phrase.h"

namespace attest {

// The text has told of votes, or the sentence speaks of an election.
bool MeasureFinder::tells_of_election() const {
  if (told_.vote || !sentence_->words(FactList::kElectionWord).empty()) return true;
  return !earlier_.empty() && earlier_.back().id.starts_with("politics.");
}

// "ahead of the Greens | on [24%]", "Labour – [7%]", "the Union (31%)": a name and at most a mark or a small word before the figure.
bool MeasureFinder::follows_contender() const {
  if (at_.tokens.begin < sentence_->tokens().begin + 2) return false;
  const bool marked = sentence_->is_any(at_.tokens.begin - 1, {"(", "–", "—", "-", ":"});
  const std::uint32_t link = marked ? at_.tokens.begin - 1 : before_;
  if (!marked && !sentence_->is_any(link, {"on", "at", "with"})) return false;
  if (link <= sentence_->tokens().begin) return false;
  const bool capital = sentence_->view().tokens[link - 1].has(token_flag::kCapitalised);
  const bool leads = sentence_->covering(FactList::kVoteVerb, link - 1) != nullptr;
  const WordRole role = sentence_->role(link - 1);
  return leads || role == WordRole::kName || (role == WordRole::kContent && (capital || sentence_->is_any(link - 1, {"party", "bloc"})));
}

// "Labour has held steady on [33%]", "the Conservatives are up to [39%]": a political party, or a name behind the article, is the subject.
bool MeasureFinder::has_contender() const {
  if (!sentence_->is_any(before_, {"on", "at", "to", "from"})) return false;
  if (index_ > 0 && earlier_.back().level_phrase == "share of the vote") return true;  // "up one point on [5%]"
  const std::uint32_t floor = index_ > 0 ? sentence_->figures()[index_ - 1].tokens.end : clause_.begin;
  for (const Party& party : sentence_->parties()) {
    if (party.contender && party.tokens.begin >= floor && party.tokens.end <= before_) return true;
  }
  for (std::uint32_t token = floor; token + 1 < before_; ++token) {
    const bool named = sentence_->is(token, "the") && sentence_->role(token + 1) == WordRole::kContent &&
                       sentence_->view().tokens[token + 1].has(token_flag::kCapitalised);
    if (named) return true;
  }
  return false;
}

MeasureReading MeasureFinder::share_of_vote() {
  MeasureReading reading = reading_named(ReadingKind::kShare, "politics.votes", "share of the vote", "fact.vote");
  reading.level_id = "politics.votes";
  reading.level_phrase = "vote";
  reading.whole = "vote";
  return reading;
}

// "Labour have [232], the Greens [8]": of the seats that were told of.
std::optional<MeasureReading> MeasureFinder::seats_gone_on_with() const {
  const MeasureReading* told = last_told();
  if (told == nullptr || told->id != "politics.seats") return std::nullopt;
  const std::uint32_t end = sentence_->is_any(before_, {"have", "has", "had", "with"}) ? before_ : at_.tokens.begin;
  const auto parties = sentence_->parties();
  const bool named =
      std::any_of(parties.begin(), parties.end(), [end](const Party& party) { return party.contender && party.tokens.end == end; });
  const bool capital = end > clause_.begin + 1 && sentence_->role(end - 1) == WordRole::kContent &&
                       sentence_->view().tokens[end - 1].has(token_flag::kCapitalised) && sentence_->is(end - 2, "the");
  return named || capital ? std::optional(taken_over(level_of(*told), "fact.vote")) : std::nullopt;
}

// "a lead of [five] points", "an [eight]-point lead", "fell by [four] points".
std::optional<MeasureReading> MeasureFinder::vote_points() const {
  if (figure().noun != "point" || !tells_of_election()) return std::nullopt;
  const TokenRange behind = phrase_at(*sentence_, at_.tokens.end);
  const bool leads = (sentence_->is(before_, "of") && sentence_->is(before_ - 1, "lead")) ||
                     (behind.begin < behind.end && sentence_->is(behind.end - 1, "lead"));
  if (leads) return reading_named(ReadingKind::kLevel, "", "lead", "fact.vote");
  const bool moved = sentence_->is(before_, "by") || sentence_->covering(FactList::kMovement, before_) != nullptr;
  if (!moved) return std::nullopt;
  MeasureReading grown = growth_of(share_of_vote());
  grown.level_phrase = "share of the vote";
  grown.phrase = "growth of share of the vote";
  return grown;
}

// "Ana Lopes won [53.4%], ahead of …": of the vote, where votes are told of.
std::optional<MeasureReading> MeasureFinder::vote_share() {
  if (before_ == sentence_->tokens().end) return std::nullopt;
  if (figure().quantity == Quantity::kCount) return figure().noun.empty() ? seats_gone_on_with() : vote_points();
  if (figure().quantity != Quantity::kPercent || sentence_->is(at_.tokens.end, "of")) return std::nullopt;
  const bool won = sentence_->covering(FactList::kVoteVerb, before_) != nullptr;
  if ((!won && !follows_contender() && !has_contender()) || !tells_of_election()) return std::nullopt;
  const auto named = last_measure(*sentence_, floor_, at_.tokens.begin);
  if (named && !named->id.starts_with("politics.votes")) return std::nullopt;
  return share_of_vote();
}

}  // namespace attest
