#include "resolve/date_resolver.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "record/names.h"
#include "text/sentence_word.h"
#include "value/timex.h"

namespace attest {
namespace {

Span bytes_of(const TokenView& view, TokenRange range) noexcept { return {view.tokens[range.begin].begin, view.tokens[range.end - 1].end}; }

bool is_open(std::string_view steps) noexcept { return steps.starts_with("open"); }

// "Three days later", "the following Sunday": after what was told.
bool follows_text(std::string_view steps) noexcept {
  return (steps.starts_with("text ") || steps.starts_with("day ")) && steps.find_first_of("+>") != std::string_view::npos;
}

// P9M; three months are a quarter.
bool is_run_of_months(std::string_view timex) noexcept {
  return timex.starts_with("P") && timex.ends_with("M") && timex != "P3M" && !timex.starts_with("PT");
}

// "Police said Friday", "it said on Friday".
bool is_of_speech(const TokenView& view, TokenRange date) noexcept {
  std::uint32_t verb = date.begin;
  if (verb > 0 && view.word(verb - 1) == "on") --verb;
  return verb > 0 && is_speech_verb(view.word(verb - 1));
}

// "from April", "compared with 0.2 percent in April", "than in April".
bool follows_comparison(const TokenView& view, TokenRange sentence, TokenRange date) noexcept {
  constexpr std::uint32_t kFarthest = 7;  // tokens: "compared with a rise of 0.2 percent in"
  constexpr std::array<std::string_view, 6> kWords = {"from", "than", "against", "versus", "compared", "after"};
  for (std::uint32_t token = date.begin; token > sentence.begin && date.begin - token < kFarthest; --token) {
    const std::string_view word = view.word(token - 1);
    const bool bounds = word == "than" && is_digit(view.word(token).front());  // "less than 5 percent in 2019"
    if (!bounds && std::find(kWords.begin(), kWords.end(), word) != kWords.end()) return true;
    if (word == "," || word == ";" || word == "and") return false;
  }
  return false;
}

// "Exports rose in May from April and from a year earlier": a time before the one told of, which it is only compared with.
bool is_base(const TokenView& view, TokenRange sentence, TokenRange date, const std::optional<NamedPeriod>& told,
             const NamedPeriod& named) noexcept {
  const bool goes_back = told && told->sentence == named.sentence && told->period.unit == named.period.unit &&
                         named.period.interval.end <= told->period.interval.begin;
  // "from December, when it rose": what follows is told of it.
  std::uint32_t next = date.end;
  while (next < sentence.end && view.word(next) == ",") ++next;
  const bool goes_on = next < sentence.end && (view.word(next) == "when" || view.word(next) == "which");
  return goes_back && !goes_on && follows_comparison(view, sentence, date);
}

std::vector<DerivationStep> derivation_of(const std::vector<DateTrace>& trace, Span own) {
  std::vector<DerivationStep> steps;
  for (const DateTrace& entry : trace) {
    const Span bytes = entry.bytes.begin == entry.bytes.end ? own : entry.bytes;
    steps.push_back({1, entry.anchor ? "anchor" : "step", entry.what, bytes, entry.value});
  }
  return steps;
}

}  // namespace

DateResolver::DateResolver(const CompiledRules& rules)
    : reader_(rules),
      fields_{reader_.field("type"),    reader_.field("timex"), reader_.field("steps"),
              reader_.field("numeric"), reader_.field("mod"),   reader_.field("citation")},
      date_type_(reader_.type("Date")) {}

const ResolvedDate* DateResolver::of(AnnotationId id) const noexcept {
  if (id >= index_of_.size() || index_of_[id] == kAbsent) return nullptr;
  return &dates_[index_of_[id]];
}

void DateResolver::collect(const Chart& chart) {
  order_.clear();
  sentence_.clear();
  if (date_type_) {
    const auto all = chart.of_type(*date_type_);
    order_.assign(all.begin(), all.end());
  }
  std::sort(order_.begin(), order_.end(),
            [&](AnnotationId a, AnnotationId b) { return chart.annotation(a).span.begin < chart.annotation(b).span.begin; });
  index_of_.assign(chart.annotations().size(), kAbsent);
  std::uint32_t sentence = 0;
  for (std::size_t i = 0; i < order_.size(); ++i) {
    index_of_[order_[i]] = static_cast<std::uint32_t>(i);
    while (chart.text().sentences[sentence].tokens.end <= chart.annotation(order_[i]).span.begin) ++sentence;
    sentence_.push_back(sentence);
  }
  dates_.assign(order_.size(), {});
}

void DateResolver::resolve(const Chart& chart, const DocumentMetadata& metadata, bool derivations) {
  collect(chart);
  focus_.reset(std::nullopt);
  find_day_order(chart, metadata);
  find_publication(chart, metadata);
  focus_.reset(publication_.day);
  for (std::size_t i = 0; i < order_.size(); ++i) resolve_one(chart, chart.annotation(order_[i]), sentence_[i], derivations, dates_[i]);
}

// Unambiguous numeric dates of the document decide for the others; a tie, or none, leaves it to where the article comes from.
void DateResolver::find_day_order(const Chart& chart, const DocumentMetadata& metadata) {
  int day_first = 0;
  for (const AnnotationId id : order_) {
    const auto date = parse_numeric_date(reader_.text(chart, chart.annotation(id), fields_.numeric));
    const DayOrder shown = date ? order_shown_by(*date) : DayOrder::kUnknown;
    day_first += shown == DayOrder::kDayFirst ? 1 : shown == DayOrder::kMonthFirst ? -1 : 0;
  }
  day_order_ = day_first > 0 ? DayOrder::kDayFirst : day_first < 0 ? DayOrder::kMonthFirst : order_usual_for(metadata);
}

// The day of a date that names it in full.
std::optional<Day> DateResolver::stated_day(const Chart& chart, const Annotation& annotation) const {
  if (reader_.text(chart, annotation, fields_.type) != "date" || !reader_.text(chart, annotation, fields_.citation).empty())
    return std::nullopt;
  const std::string_view steps = reader_.text(chart, annotation, fields_.steps);
  std::optional<CalendarPeriod> period;
  if (steps.empty()) {
    period = period_of_timex(reader_.text(chart, annotation, fields_.timex));
  } else {
    const DateRun run = run_date(steps, {publication_, focus_, 0, Tense::kUnknown, false, false});
    if (!run.relative) period = run.period;
  }
  const bool one_day = period && period->unit == CalendarUnit::kDay && period->interval.days() == 1;
  return one_day ? std::optional(period->interval.begin) : std::nullopt;
}

void DateResolver::find_publication(const Chart& chart, const DocumentMetadata& metadata) {
  publication_ = {};
  std::vector<StatedDay> days;
  for (std::size_t i = 0; i < order_.size() && metadata.published.empty(); ++i) {
    const Annotation& annotation = chart.annotation(order_[i]);
    if (const auto day = stated_day(chart, annotation)) days.push_back({*day, annotation.span, sentence_[i]});
  }
  publication_ = publication_of(metadata, chart.text(), days);
}

// Both readings of an ambiguous date are told; without any evidence the month is taken to stand first.
DateRun DateResolver::run_numeric(const NumericDate& numeric, const DateContext& context, DateExpression& date) const {
  constexpr int kWithoutPublication = 2000;
  const int around = publication_.day ? publication_.day->year() : kWithoutPublication;
  const DayOrder shown = order_shown_by(numeric);
  const DayOrder order = shown != DayOrder::kUnknown ? shown : day_order_;
  const bool ambiguous = order == DayOrder::kUnknown && numeric.first != numeric.second;
  if (ambiguous) date.alternative = run_date(steps_of(numeric, DayOrder::kDayFirst, around), context).timex;
  DateRun run = run_date(steps_of(numeric, ambiguous ? DayOrder::kMonthFirst : order, around), context);
  run.relative = run.relative || ambiguous;
  return run;
}

DateRun DateResolver::run(const Chart& chart, const Annotation& annotation, std::uint32_t sentence, DateExpression& date) const {
  const std::string_view steps = reader_.text(chart, annotation, fields_.steps);
  const auto numeric = parse_numeric_date(reader_.text(chart, annotation, fields_.numeric));
  DateContext context{publication_, focus_, sentence, Tense::kUnknown, false, false};
  const bool is_open_date = is_open(steps) || (numeric && numeric->year.empty());
  const TokenRange around = chart.text().sentences[sentence].tokens;
  if (is_open_date || follows_text(steps)) context.tense = tense_around(chart.view(), around, annotation.span);
  if (is_open_date) {
    context.ahead = points_ahead(chart.view(), around, annotation.span);
    context.deadline = is_deadline(chart.view(), around, annotation.span);
  }
  if (numeric) return run_numeric(*numeric, context, date);
  if (!steps.empty()) return run_date(steps, context);
  DateRun run;
  if (date.type == DateType::kDate || date.type == DateType::kTime) run.period = period_of_timex(date.timex);
  return run;
}

void DateResolver::resolve_one(const Chart& chart, const Annotation& annotation, std::uint32_t sentence, bool derivations,
                               ResolvedDate& date) {
  DateExpression& expression = date.expression;
  expression.type = date_type_named(reader_.text(chart, annotation, fields_.type)).value_or(DateType::kDate);
  expression.timex = reader_.text(chart, annotation, fields_.timex);
  expression.mod = reader_.text(chart, annotation, fields_.mod);
  expression.citation = !reader_.text(chart, annotation, fields_.citation).empty();
  const DateRun found = run(chart, annotation, sentence, expression);
  if (expression.timex.empty()) expression.timex = found.timex;
  expression.relative = found.relative;
  if (found.period) {
    expression.start_date = found.period->interval.begin.to_iso();
    expression.end_date = found.period->interval.end.to_iso();
  }
  const Span bytes = bytes_of(chart.view(), annotation.span);
  if (derivations) date.steps = derivation_of(found.trace, bytes);
  const bool names_a_period = expression.type == DateType::kDate || expression.type == DateType::kTime;
  const bool is_length = expression.type == DateType::kDuration;
  if (is_length && is_run_of_months(expression.timex)) focus_.tell_of_months(sentence);
  if (is_length && found.period) focus_.name_stretch({*found.period, bytes, sentence});
  const auto told = focus_.last(sentence);
  // "It hopes for 5 percent in 2025, after 4 percent in 2024": of an outlook the text may not tell more.
  const bool over = told && publication_.day && told->period.interval.end <= *publication_.day;
  const bool base = over && found.period &&
                    is_base(chart.view(), chart.text().sentences[sentence].tokens, annotation.span, told, {*found.period, bytes, sentence});
  if (found.period && names_a_period && !found.comparison && !base && !expression.citation)
    focus_.name({*found.period, bytes, sentence, found.called}, is_of_speech(chart.view(), annotation.span));
}

}  // namespace attest
