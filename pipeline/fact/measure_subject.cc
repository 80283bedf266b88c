// Where the subject of a figure's verb stands: before an apposition, over a count, before "which", or in "those".
#include "fact/measure_finder.h"
#include "fact/noun_phrase.h"

namespace attest {

// "Output at Norvale, the country's largest mine, grew": the comma behind "Norvale", where the subject of the verb ends; else the verb.
std::uint32_t MeasureFinder::subject_end(std::uint32_t verb) const {
  if (verb <= clause_.begin + 2 || !sentence_->is(verb - 1, ",")) return verb;
  for (std::uint32_t token = verb - 2; token > clause_.begin; --token) {
    if (sentence_->role(token) == WordRole::kVerb || sentence_->role(token) == WordRole::kFigure) return verb;
    const WordRole first = sentence_->role(token + 1);  // ", the largest," or ", CBT,"
    const bool apposed = first == WordRole::kDeterminer || (first == WordRole::kName && token + 3 == verb);
    if (sentence_->is(token, ",")) return apposed ? token : verb;
  }
  return verb;
}

// "Traffic at [250] ports grew": what stands before the count that is part of the subject.
std::optional<MeasureReading> MeasureFinder::subject_over_count(std::uint32_t verb) const {
  const bool counted = index_ > 0 && earlier_.back().kind == ReadingKind::kCount;
  if (!counted) return std::nullopt;
  const std::uint32_t count = sentence_->figures()[index_ - 1].tokens.begin;
  if (verb <= count || count <= clause_.begin || verb_before(*sentence_, count, clause_.begin) != count) return std::nullopt;
  const std::uint32_t before = significant_before(count);
  if (before <= clause_.begin || sentence_->role(before) != WordRole::kPreposition) return std::nullopt;
  if (auto listed = last_measure(*sentence_, clause_.begin, before)) return listed;
  const TokenRange phrase{phrase_begin(*sentence_, before, clause_.begin), before};
  if (phrase.begin == phrase.end || sentence_->role(phrase.end - 1) != WordRole::kContent) return std::nullopt;
  return unlisted_measure(*sentence_, phrase, false);
}

// "volumes rose at Lima and Cusco, which grew [5%]": what the main clause tells of them.
std::optional<MeasureReading> MeasureFinder::subject_before_which() const {
  const std::uint32_t which = clause_.begin;
  // "a drop in the farming sector which shrank by [24%]"
  const bool restricts = sentence_->is_any(which, {"which", "that"}) && which > sentence_->tokens().begin + 1 &&
                         sentence_->role(which - 1) == WordRole::kContent;
  const TokenRange antecedent{phrase_begin(*sentence_, which, sentence_->tokens().begin), which};
  if (restricts && !refers_back(antecedent) && !names_speaker(antecedent)) return measure_of_phrase(*sentence_, antecedent);
  const bool of_names = sentence_->is(which, "which") && which > sentence_->tokens().begin + 2 && sentence_->is(which - 1, ",") &&
                        sentence_->role(which - 2) == WordRole::kName;
  if (!of_names) return std::nullopt;
  const std::uint32_t begin = sentence_->clause_around(which - 1).begin;
  const FoundEntry* moved = sentence_->first_from(FactList::kMovement, begin, which);
  if (moved == nullptr || sentence_->role(moved->tokens.begin) != WordRole::kVerb) return std::nullopt;
  const TokenRange subject = phrase_before(*sentence_, verb_before(*sentence_, moved->tokens.end, begin), begin);
  if (subject.begin == subject.end || sentence_->role(subject.end - 1) != WordRole::kContent) return std::nullopt;
  return measure_of_phrase(*sentence_, subject);
}

// "while [those] held by banks rose to", "[that] of the smallest fell": what the figure before tells of.
std::optional<MeasureReading> MeasureFinder::pronoun_subject(std::uint32_t verb) const {
  for (std::uint32_t token = clause_.begin; index_ > 0 && token + 1 < verb; ++token) {
    if (!sentence_->is_any(token, {"those", "that"})) continue;
    const bool completed = sentence_->is_any(token + 1, {"of", "in", "from"}) ||
                           (sentence_->view().word(token + 1).ends_with("ed") || sentence_->is(token + 1, "held"));
    if (completed && last_told() != nullptr) return taken_over(level_of(*last_told()), "fact.inherited");
  }
  return std::nullopt;
}

}  // namespace attest
