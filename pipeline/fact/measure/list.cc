#include "fact/measure/list.h"

#include <algorithm>
#include <string>
#include <utility>

#include "fact/measure/phrase.h"
#include "fact/measure/reference.h"
#include "fact/noun_phrase.h"

namespace attest::measure {
namespace {

// The figures that commas and "and" join with this one: the first and how many.
std::pair<std::size_t, std::size_t> joined_figures(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const auto figures = sentence.figures();
  const auto joins = [&](std::size_t left) {
    const std::uint32_t to = figures[left + 1].tokens.begin;
    std::uint32_t token = figures[left].tokens.end;
    if (token == to) return false;
    while (token < to && (sentence.is_any(token, {",", "and"}) || sentence.covering(FactList::kFigureHedge, token) != nullptr)) ++token;
    return token == to && figure.record(figures[left]).noun.empty();
  };
  std::size_t first = figure.index();
  while (first > 0 && joins(first - 1)) --first;
  std::size_t last = figure.index();
  while (last + 1 < figures.size() && joins(last)) ++last;
  return {first, last + 1 - first};
}

// The `number`th of exactly `count` phrases that commas and "and" join from a listed measure on; empty where there are not as many.
TokenRange joined_measure(const FigureView& figure, std::size_t number, std::size_t count, std::uint32_t limit) {
  const FactSentence& sentence = figure.sentence();
  const FoundEntry* first = sentence.first_from(FactList::kMeasure, figure.clause().begin, limit);
  if (first == nullptr) return {};
  TokenRange phrase{phrase_begin(sentence, first->tokens.begin, figure.clause().begin), first->tokens.end};
  TokenRange wanted;
  bool closed = false;  // "and" was seen
  for (std::size_t i = 0; i < count; ++i) {
    if (phrase.begin >= phrase.end || phrase.end > limit || (i > 0 && sentence.role(phrase.begin) == WordRole::kName)) return {};
    if (i == number) wanted = phrase;
    const std::uint32_t joint = phrase.end + (sentence.is(phrase.end, ",") && sentence.is(phrase.end + 1, "and") ? 1 : 0);
    const bool joined = sentence.is_any(joint, {",", "and"}) && phrase_at(sentence, joint + 1).begin == joint + 1;
    if (i + 1 == count) return closed && !joined ? wanted : TokenRange{};
    if (!joined) return {};
    closed = sentence.is(joint, "and");
    phrase = phrase_at(sentence, joint + 1);
  }
  return {};
}

// "sent 1,200 trains with 90,000 containers, up 5% and [7%] respectively": as many changes as figures before them.
std::optional<MeasureReading> respective_change(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const auto [first, count] = joined_figures(figure);
  if (count < 2 || first < count || !figure.is_relative()) return std::nullopt;
  constexpr std::uint32_t kReach = 6;  // tokens
  bool respective = false;
  const std::uint32_t begin = sentence.figures()[first].tokens.begin;
  for (std::uint32_t token = begin > kReach ? begin - kReach : 0; token < sentence.figures()[first + count - 1].tokens.end + kReach;
       ++token)
    respective = respective || sentence.is(token, "respectively");
  const MeasureReading& of = figure.earlier()[figure.index() - count];
  for (std::size_t i = first - count; respective && i < first; ++i) {
    const ReadingKind kind = figure.earlier()[i].kind;
    respective = kind == ReadingKind::kLevel || kind == ReadingKind::kCount || kind == ReadingKind::kValue;
  }
  if (!respective) return std::nullopt;
  MeasureReading reading = growth_of(of);
  reading.same_parties = true;
  return reading;
}

}  // namespace

std::optional<MeasureReading> one_of_list(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.quantity() == Quantity::kOrdinal || !figure.noun().empty()) return std::nullopt;
  if (auto change = respective_change(figure)) return change;
  const auto [first, count] = joined_figures(figure);
  if (count < 2) return std::nullopt;
  // "$32 million and $.75, compared to [$27 million] and $.64": the subject stands before the first figure of the clause.
  std::uint32_t limit = sentence.figures()[first].tokens.begin;
  for (const MentionAt& other : sentence.figures()) {
    if (other.tokens.begin >= figure.clause().begin) limit = std::min(limit, other.tokens.begin);
  }
  const std::uint32_t verb = verb_before(sentence, limit, figure.clause().begin);
  const TokenRange phrase = verb < limit ? joined_measure(figure, figure.index() - first, count, verb) : TokenRange{};
  if (phrase.begin == phrase.end) return std::nullopt;
  MeasureReading reading = measure_of_phrase(sentence, phrase);
  reading.rule = "fact.subject";
  const bool moved =
      sentence.covering(FactList::kMovement, significant_before(sentence, sentence.figures()[first].tokens.begin)) != nullptr ||
      sentence.is(significant_before(sentence, sentence.figures()[first].tokens.begin), "by");
  return figure.is_relative() && moved ? growth_of(std::move(reading)) : std::optional(std::move(reading));
}

std::optional<MeasureReading> next_without_verb(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool to = sentence.is(figure.before(), "to");
  if (figure.is_first() || !(figure.is_amount() || figure.is_relative()) || !figure.has_before()) return std::nullopt;
  const std::uint32_t before = figure.previous().tokens.end;
  const std::uint32_t end = to || sentence.is_any(figure.before(), {"by", "up", "down"}) ? figure.before() : figure.before() + 1;
  const std::uint32_t begin = phrase_begin(sentence, end, before);
  std::uint32_t joint = begin;
  while (joint > before && sentence.role(joint - 1) == WordRole::kDeterminer) --joint;
  if (begin >= end || joint <= before || !sentence.is_any(joint - 1, {"and", ","})) return std::nullopt;
  const FoundEntry* measure = measure_ending_at(sentence, end);
  if (sentence.role(end - 1) != WordRole::kContent) return std::nullopt;
  // "Freight grew by 5% at large airports and small airports by [2%]": the same of others.
  const std::string& told_id =
      figure.earlier().back().kind == ReadingKind::kGrowth ? figure.earlier().back().level_id : figure.earlier().back().id;
  const bool of_sector = !is_told_before(figure) && (told_id.empty() || told_id.starts_with("economy.") || told_id.starts_with("trade."));
  if (measure == nullptr && (!sentence.is(figure.before(), "by") || !of_sector || is_proper(sentence, {begin, end}))) return std::nullopt;
  if (sentence.covering(FactList::kChangeNoun, end - 1) != nullptr) return std::nullopt;
  for (std::size_t i = figure.index(); i > 0; --i) {
    const MeasureReading& told = figure.earlier()[i - 1];
    const bool growth = told.kind == ReadingKind::kGrowth && figure.is_relative() && !to;
    const bool level =
        told.kind == ReadingKind::kLevel && to && sentence.is(significant_before(sentence, sentence.figures()[i - 1].tokens.begin), "to");
    if (told.quantity != figure.quantity() || (!growth && !level)) continue;
    MeasureReading reading = measure != nullptr ? listed_measure(sentence, *measure, begin) : part_of_told(sentence, told, {begin, end});
    reading.rule = "fact.subject";
    return growth ? growth_of(std::move(reading)) : reading;
  }
  return std::nullopt;
}

}  // namespace attest::measure
