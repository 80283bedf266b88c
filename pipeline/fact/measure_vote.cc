// What parties and candidates get at elections and in polls: percentages that name no measure of their own.
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
  if (at_.tokens.begin < sentence_->tokens().begin + 2 || before_ == sentence_->tokens().end) return false;
  const bool marked = sentence_->is_any(at_.tokens.begin - 1, {"(", "–", "—", "-", ":"});
  const std::uint32_t link = marked ? at_.tokens.begin - 1 : before_;
  if (!marked && !sentence_->is_any(link, {"on", "at", "with"})) return false;
  if (link <= sentence_->tokens().begin) return false;
  const bool capital = sentence_->view().tokens[link - 1].has(token_flag::kCapitalised);
  const bool leads = sentence_->covering(FactList::kVoteVerb, link - 1) != nullptr;
  const WordRole role = sentence_->role(link - 1);
  return leads || role == WordRole::kName || (role == WordRole::kContent && (capital || sentence_->is_any(link - 1, {"party", "bloc"})));
}

// "Ana Lopes won [53.4%], ahead of …": of the vote, where votes are told of.
std::optional<MeasureReading> MeasureFinder::vote_share() {
  if (figure().quantity != Quantity::kPercent || before_ == sentence_->tokens().end || sentence_->is(at_.tokens.end, "of"))
    return std::nullopt;
  const bool won = sentence_->covering(FactList::kVoteVerb, before_) != nullptr;
  if ((!won && !follows_contender()) || !tells_of_election()) return std::nullopt;
  const auto named = last_measure(*sentence_, floor_, at_.tokens.begin);
  if (named && !named->id.starts_with("politics.votes")) return std::nullopt;
  MeasureReading reading = reading_named(ReadingKind::kShare, "politics.votes", "share of the vote", "fact.vote");
  reading.level_id = "politics.votes";
  reading.level_phrase = "vote";
  reading.whole = "vote";
  return reading;
}

}  // namespace attest
