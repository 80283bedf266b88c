#include "fact/figure_view.h"

#include <algorithm>

#include "fact/measure/phrase.h"
#include "fact/noun_phrase.h"

namespace attest {

FigureView::FigureView(const FactLexicon& lexicon, const FactSentence& sentence, std::span<const Mention> mentions, std::size_t index,
                       const ReadBefore& read)
    : lexicon_(&lexicon),
      sentence_(&sentence),
      mentions_(mentions),
      index_(index),
      read_(read),
      figure_(&record(sentence.figures()[index])),
      tokens_(sentence.figures()[index].tokens),
      clause_(sentence.clause_around(tokens_.begin)),
      before_(significant_before(sentence, tokens_.begin)),
      floor_(clause_.begin) {
  if (index > 0) find_floor();
}

// Behind the words that are those of the figure before.
void FigureView::find_floor() {
  const std::uint32_t end = previous().tokens.end;
  floor_ = std::max({floor_, end, end_of_phrase_before()});
  // "2,450 projects with [registered capital of $30 billion]".
  if (sentence_->is(before_, "of") && before_ <= floor_ && before_ > end + 1) {
    const std::uint32_t own = phrase_begin(*sentence_, before_, end);
    const bool of_whole = read_.earlier.back().kind == ReadingKind::kShare;  // "3% of its workforce of [76,000]"
    if (own > end && own < before_ && (of_whole || sentence_->is_any(own - 1, {"with", "and", "for", "at", "on"}))) floor_ = own;
  }
  apposition_ = apposition_before();
  if (apposition_ > 0) floor_ = sentence_->clause_around(apposition_).begin;
  // "moving a 40-foot container costs [$1,150]": the verb at the figure is no part of the phrase before.
  if (before_ < floor_ && before_ >= end && sentence_->covering(FactList::kMeasureVerb, before_) != nullptr) floor_ = before_;
}

// The noun phrase that the figure before belongs to is spoken for; what "and a …" adds to it is not.
std::uint32_t FigureView::end_of_phrase_before() const {
  // "first place in trade turnover with [$5 billion]": the trade by which one ranks is what the amount is of, too
  const bool ranks = read_.earlier.back().id == "trade.rank" && quantity() == Quantity::kMoney;
  if (ranks) return previous().tokens.end;
  const std::uint32_t end = std::min(read_.earlier.back().phrase_tokens.end, tokens_.begin);
  for (std::uint32_t token = previous().tokens.end; token + 1 < end; ++token) {
    const bool verb = sentence_->covering(FactList::kMeasureVerb, token + 1) != nullptr || sentence_->role(token + 1) == WordRole::kVerb;
    const bool adds = sentence_->is(token, "and") && (verb || sentence_->role(token + 1) == WordRole::kDeterminer);
    if (adds || (sentence_->is_any(token, {"with", "under", "in"}) && sentence_->is_any(token + 1, {"a", "an"}))) return token;
  }
  return end;
}

// A comma, a bracket, or a dash between spaces.
bool FigureView::parts(std::uint32_t token) const {
  if (sentence_->is_any(token, {",", "(", ")", "–", "—", "--"})) return true;
  const auto& tokens = sentence_->view().tokens;
  return sentence_->is(token, "-") && token > sentence_->tokens().begin && token + 1 < sentence_->tokens().end &&
         tokens[token - 1].end < tokens[token].begin && tokens[token].end < tokens[token + 1].begin;
}

// "Spending on roads, the [second largest] item, grew [5%]": the comma behind "roads"; 0 where nothing parts the verb from its subject.
std::uint32_t FigureView::apposition_before() const {
  const TokenRange other = previous().tokens;
  std::uint32_t close = other.end;
  while (close < tokens_.begin && !parts(close) && sentence_->role(close) != WordRole::kVerb) ++close;
  if (!parts(close) || verb_before(*sentence_, tokens_.begin, close) != close + 1) return 0;
  // "Exports, which make up [9%] of output, grew [5%]"
  const bool relative = clause_.begin > sentence_->tokens().begin && sentence_->is_any(clause_.begin, {"which", "who"}) &&
                        sentence_->is(clause_.begin - 1, ",") && other.begin > clause_.begin && index_ == 1;
  if (relative) return clause_.begin - 1;
  std::uint32_t open = other.begin;
  while (open > clause_.begin && !parts(open)) {
    if (sentence_->role(open) == WordRole::kVerb) return 0;
    --open;
  }
  const bool apposed =
      open > clause_.begin && parts(open) && sentence_->is_any(open + 1, {"the", "a", "an", "its", "at"});  // ", at [5,000],"
  if (!apposed || index_ > 1) return 0;
  for (std::uint32_t token = clause_.begin; token < open; ++token) {
    const WordRole role = sentence_->role(token);
    if (role == WordRole::kVerb || role == WordRole::kFigure) return 0;
  }
  return open;
}

bool FigureView::is_amount() const noexcept {
  const Quantity quantity = figure_->quantity;
  return quantity == Quantity::kMoney || quantity == Quantity::kMeasure || (quantity == Quantity::kCount && figure_->noun.empty());
}

bool FigureView::is_points() const noexcept { return figure_->quantity == Quantity::kCount && figure_->noun == "point"; }

bool FigureView::is_relative() const noexcept {
  return is_share(figure_->quantity) || figure_->quantity == Quantity::kPercentagePoint || is_points();
}

std::uint32_t FigureView::behind_conversion() const {
  const std::uint32_t end = tokens_.end;
  if (!sentence_->is(end, "(")) return end;
  constexpr std::uint32_t kBracketedUnit = 3;  // "(bcm)", "(MW)"
  const bool unit = sentence_->is(end + 2, ")") && sentence_->role(end + 1) == WordRole::kContent && quantity() == Quantity::kMeasure;
  if (unit) return end + kBracketedUnit;
  if (!has_next()) return end;
  const TokenRange other = next().tokens;
  std::uint32_t inside = end + 1;
  while (inside < other.begin &&
         (sentence_->covering(FactList::kFigureHedge, inside) != nullptr || sentence_->is_any(inside, {"more", "less", "than"}))) {
    ++inside;
  }
  return inside == other.begin && sentence_->is(other.end, ")") ? other.end + 1 : end;
}

bool FigureView::moved_before(std::uint32_t by) const {
  if (sentence_->covering(FactList::kMovement, significant_before(*sentence_, by)) != nullptr) return true;
  // "exceeded that of the year before by [9%]"
  const FoundEntry* level = sentence_->last_before(FactList::kLevelVerb, by, floor_);
  if (level != nullptr && sentence_->is_any(level->tokens.begin, {"exceeded", "exceeds", "exceeding"})) return true;
  // "Exports grew by 8%, imports — by [9%]": the verb is left out.
  const bool grew =
      std::any_of(read_.earlier.begin(), read_.earlier.end(), [](const auto& told) { return told.kind == ReadingKind::kGrowth; });
  if (grew && by > floor_ && sentence_->is_any(by - 1, {"-", "–", "—"})) return true;
  // "Exports grew by 8% and imports from Chad by [9%]"
  if (grew && is_relative() && sentence_->is(by, "by") && by > floor_ && verb_before(*sentence_, by, floor_) == by) return true;
  // "increase exports of 40 goods by [$5 million]": over what is counted in between
  const bool over_count = !read_.earlier.empty() && read_.earlier.back().kind == ReadingKind::kCount;
  const FoundEntry* movement = sentence_->last_before(FactList::kMovement, by, over_count ? clause_.begin : floor_);
  return movement != nullptr && sentence_->role(movement->tokens.begin) == WordRole::kVerb;
}

bool FigureView::moves_by() const {
  if (sentence_->covering(FactList::kMovement, before_) != nullptr) return true;
  return sentence_->is(before_, "by") && sentence_->covering(FactList::kMovement, significant_before(*sentence_, before_)) != nullptr;
}

bool FigureView::tells_level() const {
  const bool leads_to_level =
      sentence_->is_any(before_, {"to", "from", "at"}) || sentence_->covering(FactList::kLevelVerb, before_) != nullptr;
  return leads_to_level || !is_share(figure_->quantity);
}

const MeasureReading* FigureView::last_told() const noexcept {
  const MeasureReading* told = index_ > 0 ? &read_.earlier.back() : read_.context;
  return told != nullptr && told->kind != ReadingKind::kNone ? told : nullptr;
}

}  // namespace attest
