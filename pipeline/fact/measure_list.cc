// As many figures as measures: "Net sales, operating profit and volume rose 4.2%, 7% and 3.3%"; "exports rose 5% and imports 8%".
#include <algorithm>
#include <array>
#include <utility>

#include "fact/measure_finder.h"
#include "fact/noun_phrase.h"

namespace attest {

// The figures that commas and "and" join with this one: the first and how many.
std::pair<std::size_t, std::size_t> MeasureFinder::joined_figures() const {
  const auto figures = sentence_->figures();
  const auto joins = [&](std::size_t left) {
    const std::uint32_t to = figures[left + 1].tokens.begin;
    std::uint32_t token = figures[left].tokens.end;
    if (token == to) return false;
    while (token < to && (sentence_->is_any(token, {",", "and"}) || sentence_->covering(FactList::kFigureHedge, token) != nullptr)) ++token;
    return token == to && mentions_[figures[left].mention].figure()->noun.empty();
  };
  std::size_t first = index_;
  while (first > 0 && joins(first - 1)) --first;
  std::size_t last = index_;
  while (last + 1 < figures.size() && joins(last)) ++last;
  return {first, last + 1 - first};
}

// The `number`th of exactly `count` phrases that commas and "and" join from a listed measure on; empty where there are not as many.
TokenRange MeasureFinder::joined_measure(std::size_t number, std::size_t count, std::uint32_t limit) const {
  const FoundEntry* first = sentence_->first_from(FactList::kMeasure, clause_.begin, limit);
  if (first == nullptr) return {};
  TokenRange phrase{phrase_begin(*sentence_, first->tokens.begin, clause_.begin), first->tokens.end};
  TokenRange wanted;
  bool closed = false;  // "and" was seen
  for (std::size_t i = 0; i < count; ++i) {
    if (phrase.begin >= phrase.end || phrase.end > limit || (i > 0 && sentence_->role(phrase.begin) == WordRole::kName)) return {};
    if (i == number) wanted = phrase;
    const std::uint32_t joint = phrase.end + (sentence_->is(phrase.end, ",") && sentence_->is(phrase.end + 1, "and") ? 1 : 0);
    const bool joined = sentence_->is_any(joint, {",", "and"}) && phrase_at(*sentence_, joint + 1).begin == joint + 1;
    if (i + 1 == count) return closed && !joined ? wanted : TokenRange{};
    if (!joined) return {};
    closed = sentence_->is(joint, "and");
    phrase = phrase_at(*sentence_, joint + 1);
  }
  return {};
}

std::optional<MeasureReading> MeasureFinder::one_of_list() {
  if (figure().quantity == Quantity::kOrdinal || !figure().noun.empty()) return std::nullopt;
  if (auto change = respective_change()) return change;
  const auto [first, count] = joined_figures();
  if (count < 2) return std::nullopt;
  // "$32 million and $.75, compared to [$27 million] and $.64": the subject stands before the first figure of the clause.
  std::uint32_t limit = sentence_->figures()[first].tokens.begin;
  for (const MentionAt& other : sentence_->figures()) {
    if (other.tokens.begin >= clause_.begin) limit = std::min(limit, other.tokens.begin);
  }
  const std::uint32_t verb = verb_before(*sentence_, limit, clause_.begin);
  const TokenRange phrase = verb < limit ? joined_measure(index_ - first, count, verb) : TokenRange{};
  if (phrase.begin == phrase.end) return std::nullopt;
  MeasureReading reading = measure_of_phrase(*sentence_, phrase);
  reading.rule = "fact.subject";
  const bool moved = sentence_->covering(FactList::kMovement, significant_before(sentence_->figures()[first].tokens.begin)) != nullptr ||
                     sentence_->is(significant_before(sentence_->figures()[first].tokens.begin), "by");
  return is_relative() && moved ? growth_of(std::move(reading)) : std::optional(std::move(reading));
}

// "Output of maize fell by 19%, soybeans by [36%]": the same of other goods; of what is no good, as a sector, its own.
MeasureReading MeasureFinder::part_of_told(const MeasureReading& told, TokenRange part) const {
  static constexpr std::array<std::string_view, 7> kOfGoods = {"economy.production",    "economy.consumption", "economy.sales",
                                                               "economy.exchange_rate", "economy.price",       "trade.exports",
                                                               "trade.imports"};
  const MeasureReading level = level_of(told);
  const bool of_goods = std::find(kOfGoods.begin(), kOfGoods.end(), level.id) != kOfGoods.end();
  if (!of_goods) return unlisted_measure(*sentence_, part, false);
  MeasureReading reading = level;
  const std::size_t of = level.phrase.find(" of ");
  const std::string head = of == std::string::npos ? level.phrase.substr(level.phrase.rfind(' ') + 1) : level.phrase.substr(0, of);
  reading.phrase = head + " of " + base_form(*sentence_, part, false);
  reading.phrase_tokens = part;
  return reading;
}

// "sent 1,200 trains with 90,000 containers, up 5% and [7%] respectively": as many changes as figures before them.
std::optional<MeasureReading> MeasureFinder::respective_change() const {
  const auto [first, count] = joined_figures();
  if (count < 2 || first < count || !is_relative()) return std::nullopt;
  constexpr std::uint32_t kReach = 6;  // tokens
  bool respective = false;
  const std::uint32_t begin = sentence_->figures()[first].tokens.begin;
  for (std::uint32_t token = begin > kReach ? begin - kReach : 0; token < sentence_->figures()[first + count - 1].tokens.end + kReach;
       ++token)
    respective = respective || sentence_->is(token, "respectively");
  const MeasureReading& of = earlier_[index_ - count];
  for (std::size_t i = first - count; respective && i < first; ++i) {
    const ReadingKind kind = earlier_[i].kind;
    respective = kind == ReadingKind::kLevel || kind == ReadingKind::kCount || kind == ReadingKind::kValue;
  }
  if (!respective) return std::nullopt;
  MeasureReading reading = growth_of(of);
  reading.same_parties = true;
  return reading;
}

// "Exports rose 5% to $3 billion and imports [8%] to $2 billion", "the base rate was cut to 5% and the deposit rate to [4%]": the verb is
// left out, what the figure measures stands before it.
std::optional<MeasureReading> MeasureFinder::next_without_verb() {
  const bool to = sentence_->is(before_, "to");
  if (index_ == 0 || !(is_amount() || is_relative()) || before_ == sentence_->tokens().end) return std::nullopt;
  const std::uint32_t before = sentence_->figures()[index_ - 1].tokens.end;
  const std::uint32_t end = to || sentence_->is_any(before_, {"by", "up", "down"}) ? before_ : before_ + 1;
  const std::uint32_t begin = phrase_begin(*sentence_, end, before);
  std::uint32_t joint = begin;
  while (joint > before && sentence_->role(joint - 1) == WordRole::kDeterminer) --joint;
  if (begin >= end || joint <= before || !sentence_->is_any(joint - 1, {"and", ","})) return std::nullopt;
  const FoundEntry* measure = measure_ending_at(*sentence_, end);
  if (sentence_->role(end - 1) != WordRole::kContent) return std::nullopt;
  // "Freight grew by 5% at large airports and small airports by [2%]": the same of others.
  const std::string& told_id = earlier_.back().kind == ReadingKind::kGrowth ? earlier_.back().level_id : earlier_.back().id;
  const bool of_sector = !is_told_before() && (told_id.empty() || told_id.starts_with("economy.") || told_id.starts_with("trade."));
  if (measure == nullptr && (!sentence_->is(before_, "by") || !of_sector || is_proper({begin, end}))) return std::nullopt;
  if (sentence_->covering(FactList::kChangeNoun, end - 1) != nullptr) return std::nullopt;
  for (std::size_t i = index_; i > 0; --i) {
    const MeasureReading& told = earlier_[i - 1];
    const bool growth = told.kind == ReadingKind::kGrowth && is_relative() && !to;
    const bool level =
        told.kind == ReadingKind::kLevel && to && sentence_->is(significant_before(sentence_->figures()[i - 1].tokens.begin), "to");
    if (told.quantity != figure().quantity || (!growth && !level)) continue;
    MeasureReading reading = measure != nullptr ? listed_measure(*sentence_, *measure, begin) : part_of_told(told, {begin, end});
    reading.rule = "fact.subject";
    return growth ? growth_of(std::move(reading)) : reading;
  }
  return std::nullopt;
}

}  // namespace attest
