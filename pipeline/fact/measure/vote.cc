#include "fact/measure/vote.h"

#include <algorithm>

#include "fact/measure/phrase.h"
#include "fact/noun_phrase.h"

namespace attest::measure {
namespace {

// The text has told of votes, or the sentence speaks of an election.
bool tells_of_election(const FigureView& figure) {
  if (figure.told().vote || !figure.sentence().words(FactList::kElectionWord).empty()) return true;
  return !figure.earlier().empty() && figure.earlier().back().id.starts_with("politics.");
}

// "ahead of the Greens | on [24%]", "Labour – [7%]", "the Union (31%)": a name and at most a mark or a small word before the figure.
bool follows_contender(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.begin() < sentence.tokens().begin + 2) return false;
  const bool marked = sentence.is_any(figure.begin() - 1, {"(", "–", "—", "-", ":"});
  const std::uint32_t link = marked ? figure.begin() - 1 : figure.before();
  if (!marked && !sentence.is_any(link, {"on", "at", "with"})) return false;
  if (link <= sentence.tokens().begin) return false;
  const bool capital = sentence.view().tokens[link - 1].has(token_flag::kCapitalised);
  const bool leads = sentence.covering(FactList::kVoteVerb, link - 1) != nullptr;
  const WordRole role = sentence.role(link - 1);
  return leads || role == WordRole::kName || (role == WordRole::kContent && (capital || sentence.is_any(link - 1, {"party", "bloc"})));
}

// "Labour has held steady on [33%]", "the Conservatives are up to [39%]": a political party, or a name behind the article, is the subject.
bool has_contender(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (!sentence.is_any(figure.before(), {"on", "at", "to", "from"})) return false;
  if (!figure.is_first() && figure.earlier().back().level_phrase == "share of the vote") return true;  // "up one point on [5%]"
  const std::uint32_t floor = !figure.is_first() ? figure.previous().tokens.end : figure.clause().begin;
  for (const Party& party : sentence.parties()) {
    if (party.contender && party.tokens.begin >= floor && party.tokens.end <= figure.before()) return true;
  }
  for (std::uint32_t token = floor; token + 1 < figure.before(); ++token) {
    const bool named = sentence.is(token, "the") && sentence.role(token + 1) == WordRole::kContent &&
                       sentence.view().tokens[token + 1].has(token_flag::kCapitalised);
    if (named) return true;
  }
  return false;
}

MeasureReading share_of_vote() {
  MeasureReading reading = reading_named(ReadingKind::kShare, "politics.votes", "share of the vote", "fact.vote");
  reading.level_id = "politics.votes";
  reading.level_phrase = "vote";
  reading.whole = "vote";
  return reading;
}

// "Labour have [232], the Greens [8]": of the seats that were told of.
std::optional<MeasureReading> seats_gone_on_with(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const MeasureReading* told = figure.last_told();
  if (told == nullptr || told->id != "politics.seats") return std::nullopt;
  const std::uint32_t end = sentence.is_any(figure.before(), {"have", "has", "had", "with"}) ? figure.before() : figure.begin();
  const auto parties = sentence.parties();
  const bool named =
      std::any_of(parties.begin(), parties.end(), [end](const Party& party) { return party.contender && party.tokens.end == end; });
  const bool capital = end > figure.clause().begin + 1 && sentence.role(end - 1) == WordRole::kContent &&
                       sentence.view().tokens[end - 1].has(token_flag::kCapitalised) && sentence.is(end - 2, "the");
  return named || capital ? std::optional(taken_over(level_of(*told), "fact.vote")) : std::nullopt;
}

// "a lead of [five] points", "an [eight]-point lead", "fell by [four] points".
std::optional<MeasureReading> vote_points(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.noun() != "point" || !tells_of_election(figure)) return std::nullopt;
  const TokenRange behind = phrase_at(sentence, figure.end());
  const bool leads = (sentence.is(figure.before(), "of") && sentence.is(figure.before() - 1, "lead")) ||
                     (behind.begin < behind.end && sentence.is(behind.end - 1, "lead"));
  if (leads) return reading_named(ReadingKind::kLevel, "", "lead", "fact.vote");
  const bool moved = sentence.is(figure.before(), "by") || sentence.covering(FactList::kMovement, figure.before()) != nullptr;
  if (!moved) return std::nullopt;
  MeasureReading grown = growth_of(share_of_vote());
  grown.level_phrase = "share of the vote";
  grown.phrase = "growth of share of the vote";
  return grown;
}

}  // namespace

std::optional<MeasureReading> vote_share(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (!figure.has_before()) return std::nullopt;
  if (figure.quantity() == Quantity::kCount) return figure.noun().empty() ? seats_gone_on_with(figure) : vote_points(figure);
  if (figure.quantity() != Quantity::kPercent || sentence.is(figure.end(), "of")) return std::nullopt;
  const bool won = sentence.covering(FactList::kVoteVerb, figure.before()) != nullptr;
  if ((!won && !follows_contender(figure) && !has_contender(figure)) || !tells_of_election(figure)) return std::nullopt;
  const auto named = last_measure(sentence, figure.floor(), figure.begin());
  if (named && !named->id.starts_with("politics.votes")) return std::nullopt;
  return share_of_vote();
}

}  // namespace attest::measure
