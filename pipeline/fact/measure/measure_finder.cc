#include "fact/measure/measure_finder.h"

#include <array>
#include <optional>
#include <utility>

#include "fact/figure_view.h"
#include "fact/measure/change.h"
#include "fact/measure/clause.h"
#include "fact/measure/correction.h"
#include "fact/measure/count.h"
#include "fact/measure/distance.h"
#include "fact/measure/growth.h"
#include "fact/measure/harm.h"
#include "fact/measure/label.h"
#include "fact/measure/list.h"
#include "fact/measure/phrase.h"
#include "fact/measure/price.h"
#include "fact/measure/rank.h"
#include "fact/measure/share.h"
#include "fact/measure/stake.h"
#include "fact/measure/thing.h"
#include "fact/measure/told.h"
#include "fact/measure/verb.h"
#include "fact/measure/vote.h"
#include "fact/measure/worth.h"
#include "fact/noun_phrase.h"

namespace attest {
namespace {

using Pattern = std::optional<MeasureReading> (*)(const FigureView&);

// From the most telling to the least: the first that finds a reading says what the figure measures.
constexpr auto kPatterns = std::to_array<Pattern>({
    measure::rank,
    measure::strength,
    measure::distance,
    measure::people_elided,
    measure::counted_on,
    measure::put_at,
    measure::conversion,
    measure::one_of_list,
    measure::next_without_verb,
    measure::opening_amount,
    measure::labelled,
    measure::labelled_partner,
    measure::labelled_row,
    measure::signed_change,
    measure::named_change,
    measure::other_words,
    measure::change_of_share,
    measure::more_of_thing,
    measure::change_of_listed,
    measure::share_before_verb,
    measure::share_noun,
    measure::price_of_thing,
    measure::multiple,
    measure::valued_at,
    measure::worth_of_object,
    measure::value_of_thing,
    measure::difference,
    measure::stake,
    measure::vote_share,
    measure::came_from,
    measure::part_of_those,
    measure::share,
    measure::added_to,
    measure::interest,
    measure::growth,
    measure::object_moved,
    measure::noun_before,
    measure::sent_home,
    measure::counted,
    measure::part_of_counted,
    measure::share_who,
    measure::attribute,
    measure::share_of_subject,
    measure::price_paid,
    measure::price_by_unit,
    measure::contribution,
    measure::partner_in_trade,
    measure::object_of_verb,
    measure::in_brackets,
    measure::of_phrase_behind,
    measure::passive,
    measure::of_phrase_before,
    measure::volume_of_deed,
    measure::subject,
    measure::subject_over_figure,
    measure::inherited,
    measure::opening_subject,
});

// "aged under [5]", "in age from [3] to 89": how old those told of are.
bool is_aged(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.quantity() != Quantity::kCount) return false;
  // "in age from [3] to 89"
  const bool other_end = !figure.is_first() && figure.before() == figure.previous().tokens.end && sentence.is(figure.before(), "to");
  const std::uint32_t first = other_end ? significant_before(sentence, figure.previous().tokens.begin) : figure.before();
  const std::uint32_t word = sentence.is_any(first, {"from", "between", "under", "over"}) ? first - 1 : first;
  return sentence.is_any(word, {"age", "aged", "ages"}) && (figure.noun().empty() || sentence.is(figure.end(), "years"));
}

// "a [65-year-old] plant", "aged [87]", "aged under [5]": no part of what the text tells of.
bool is_age(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool measured = figure.quantity() == Quantity::kMeasure;
  const bool old = measured && sentence.is_any(figure.end() - 1, {"old", "olds"});
  return old || (measured && figure.unit() == "a") || is_aged(figure);
}

// "the top [seven] buyers", "a [two]-for-one split": how far a ranking is told, and how shares are split.
bool is_size_of_group(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t before = figure.begin() - 1;
  if (figure.quantity() != Quantity::kCount || figure.begin() <= sentence.tokens().begin) return false;
  const std::uint32_t top = sentence.is(before, "-") ? before - 1 : before;
  const bool split = sentence.is(figure.end(), "-") && sentence.is(figure.end() + 1, "for");
  return split || sentence.is(top, "top");
}

// "(1 euro = 1.10 dollars)": what the writer converts by.
bool is_rate_of_conversion(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  return sentence.is(figure.end(), "=") || (figure.begin() > sentence.tokens().begin && sentence.is(figure.begin() - 1, "="));
}

}  // namespace

MeasureReading MeasureFinder::find(const FactSentence& sentence, std::span<const Mention> mentions, std::size_t figure,
                                   std::span<const MeasureReading> earlier, const MeasureReading* context) {
  const FigureView view(*lexicon_, sentence, mentions, figure, {earlier, context, &told_});
  if (is_rate_of_conversion(view) || is_age(view) || is_size_of_group(view)) return {};
  for (const Pattern pattern : kPatterns) {
    auto reading = pattern(view);
    if (!reading || reading->phrase.size() < kShortestPhrase) continue;
    reading->quantity = view.quantity();
    measure::correct(view, *reading);
    told_.remember(sentence, *reading);
    return *std::move(reading);
  }
  // "1,200 trains and [90,000 TEU] were sent": the unit itself says what is measured.
  if (view.unit() == "{TEU}") return reading_named(ReadingKind::kLevel, "cargo.volume", "container volume", "fact.unit");
  return {};
}

MeasureReading MeasureFinder::introduction(const FactSentence& sentence) const {
  const TokenRange all = sentence.tokens();
  bool partners = false;
  bool bought = false;
  for (const FoundEntry& role : sentence.words(FactList::kTradeRole)) {
    partners = partners || role.cell(kPart) == "partner";
    bought = bought || role.cell(kSide) == "seller";
  }
  MeasureReading reading;
  if (auto listed = last_measure(sentence, all.begin, all.end)) {
    reading = *std::move(listed);
  } else if (const MeasureReading* flow = partners ? told_.flow_named_in(sentence, all.end) : nullptr; flow != nullptr) {
    reading = level_of(*flow);
  } else if (partners) {
    reading = reading_named(ReadingKind::kLevel, bought ? "trade.imports" : "trade.exports", bought ? "imports" : "exports", {});
    reading.flow = bought ? Flow::kIn : Flow::kOut;
    reading.share_id = bought ? "trade.share_of_imports" : "trade.share_of_exports";
  } else {
    return reading;
  }
  reading.quantity = Quantity::kMoney;
  reading.rule = "fact.introduced";
  return reading;
}

bool MeasureFinder::points_back(const FactSentence& sentence) {
  if (sentence.figures().empty()) return false;
  const std::uint32_t figure = sentence.figures().front().tokens.begin;
  const std::uint32_t begin = sentence.clause_around(figure).begin;
  const std::uint32_t verb = verb_before(sentence, figure, begin);
  if (verb == figure || verb <= begin) return false;
  const bool pronoun = sentence.is_any(verb - 1, {"it", "this", "they"});
  const bool noun = sentence.is_any(verb - 1, {"figure", "indicator", "number", "amount"});
  return pronoun || (noun && sentence.is_any(verb - 2, {"this", "the", "that"}));
}

MeasureReading MeasureFinder::heading(const FactSentence& sentence) {
  const TokenRange all = sentence.tokens();
  if (auto reading = measure::share_in_heading(sentence)) {
    reading->rule = "fact.table";
    return *std::move(reading);
  }
  if (auto reading = last_measure(sentence, all.begin, all.end)) {
    reading->rule = "fact.table";
    return *std::move(reading);
  }
  MeasureReading reading = unlisted_measure(sentence, phrase_at(sentence, all.begin), false);
  if (reading.phrase.size() < kShortestPhrase) return {};
  reading.rule = "fact.table";
  return reading;
}

}  // namespace attest
