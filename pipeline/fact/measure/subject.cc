#include "fact/measure/subject.h"

#include <algorithm>

#include "fact/measure/phrase.h"
#include "fact/measure/reference.h"
#include "fact/noun_phrase.h"

namespace attest::measure {

std::uint32_t subject_floor(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  // "coal output fell, too: from [2 million tons] to 1.9 million"
  const bool explains = sentence.is(figure.clause().begin, ":") && sentence.is_any(figure.clause().begin + 1, {"from", "to", "by"});
  const bool relative =
      explains || (sentence.is_any(figure.clause().begin, {"which", "who", "that"}) && figure.clause().begin > sentence.tokens().begin);
  // "the number of people in the towns where it works could reach [300,000]"
  const bool goes_on = sentence.is(figure.clause().begin, "where") && figure.clause().begin > sentence.tokens().begin &&
                       sentence.is_any(figure.clause().begin + 1, {"it", "they"}) && !sentence.is(figure.clause().begin - 1, ",");
  if ((!relative && !goes_on) || figure.floor() > figure.clause().begin) return figure.floor();
  const std::uint32_t before = sentence.clause_around(figure.clause().begin - 1).begin;
  return !figure.is_first() ? std::max(before, figure.previous().tokens.end) : before;
}

namespace {

// "output, the highest so far, | is forecast to | reach": where the words before a verb that belong to it begin.
std::uint32_t predicate_begin(const FigureView& figure, std::uint32_t verb) {
  const FactSentence& sentence = figure.sentence();
  std::uint32_t begin = verb;
  while (begin > figure.clause().begin && (sentence.is_auxiliary(begin - 1) || sentence.is(begin - 1, "to") ||
                                           sentence.covering(FactList::kStatusWord, begin - 1) != nullptr))
    --begin;
  return begin;
}

}  // namespace

std::uint32_t subject_end(const FigureView& figure, std::uint32_t main_verb) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t opening = predicate_begin(figure, main_verb);
  const std::uint32_t verb = opening > figure.clause().begin && sentence.is(opening - 1, ",") ? opening : main_verb;
  if (verb <= figure.clause().begin + 2 || !sentence.is(verb - 1, ",")) return verb;
  for (std::uint32_t token = verb - 2; token > figure.clause().begin; --token) {
    if (sentence.role(token) == WordRole::kVerb || sentence.role(token) == WordRole::kFigure) return verb;
    const WordRole first = sentence.role(token + 1);  // ", the largest," or ", CBT,"
    const bool apposed = first == WordRole::kDeterminer || (first == WordRole::kName && token + 3 == verb);
    if (sentence.is(token, ",")) return apposed ? token : verb;
  }
  return verb;
}

bool is_other_end(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.is_first() || figure.earlier().back().quantity != figure.quantity() || figure.earlier().back().kind == ReadingKind::kNone)
    return false;
  if (sentence.is_any(figure.before(), {"against", "versus", "vs"})) return true;
  if (sentence.is(figure.before(), "from"))
    return (sentence.is_any(figure.before() - 1, {"up", "down"}) && !sentence.is_auxiliary(figure.before() - 2)) ||
           figure.before() == figure.previous().tokens.end;
  if (sentence.is(figure.before(), "of") && figure.before() > figure.floor() && sentence.is(figure.before() - 1, "ahead")) return true;
  return sentence.is_any(figure.before(), {"with", "to"}) && figure.before() > figure.floor() &&
         sentence.is(figure.before() - 1, "compared");
}

std::optional<MeasureReading> subject_over_count(const FigureView& figure, std::uint32_t verb) {
  const FactSentence& sentence = figure.sentence();
  const bool counted = !figure.is_first() && figure.earlier().back().kind == ReadingKind::kCount;
  if (!counted) return std::nullopt;
  const std::uint32_t count = figure.previous().tokens.begin;
  if (verb <= count || count <= figure.clause().begin || verb_before(sentence, count, figure.clause().begin) != count) return std::nullopt;
  std::uint32_t before = significant_before(sentence, count);
  // "trade between Chad and the [five] states grew by [5%]"
  const bool second = before > figure.clause().begin && sentence.is(before, "and");
  while (second && before > figure.clause().begin && !sentence.is(before, "between")) --before;
  if (before <= figure.clause().begin || sentence.role(before) != WordRole::kPreposition) return std::nullopt;
  if (auto listed = last_measure(sentence, figure.clause().begin, before)) return listed;
  const TokenRange phrase{phrase_begin(sentence, before, figure.clause().begin), before};
  if (phrase.begin == phrase.end || sentence.role(phrase.end - 1) != WordRole::kContent) return std::nullopt;
  return unlisted_measure(sentence, phrase, false);
}

std::optional<MeasureReading> subject_before_which(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t which = figure.clause().begin;
  // "a drop in the farming sector which shrank by [24%]"
  const bool restricts =
      sentence.is_any(which, {"which", "that"}) && which > sentence.tokens().begin + 1 && sentence.role(which - 1) == WordRole::kContent;
  const TokenRange antecedent{phrase_begin(sentence, which, sentence.tokens().begin), which};
  if (restricts && !refers_back(figure, antecedent) && !names_speaker(sentence, antecedent)) return measure_of_phrase(sentence, antecedent);
  const bool of_names = sentence.is(which, "which") && which > sentence.tokens().begin + 2 && sentence.is(which - 1, ",") &&
                        sentence.role(which - 2) == WordRole::kName;
  if (!of_names) return std::nullopt;
  const std::uint32_t begin = sentence.clause_around(which - 1).begin;
  const FoundEntry* moved = sentence.first_from(FactList::kMovement, begin, which);
  if (moved == nullptr || sentence.role(moved->tokens.begin) != WordRole::kVerb) return std::nullopt;
  const TokenRange subject = phrase_before(sentence, verb_before(sentence, moved->tokens.end, begin), begin);
  if (subject.begin == subject.end || sentence.role(subject.end - 1) != WordRole::kContent) return std::nullopt;
  return measure_of_phrase(sentence, subject);
}

bool names_company(const FigureView& figure, std::uint32_t end) {
  const auto parties = figure.sentence().parties();
  return std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
    return party.kind == Party::Kind::kOrganisation && !party.reporter && party.tokens.end == end && party.tokens.begin >= figure.floor();
  });
}

}  // namespace attest::measure
