#include "resolve/date_run.h"

#include <algorithm>
#include <span>
#include <utility>

#include "base/ascii.h"
#include "record/names.h"
#include "resolve/open_date.h"
#include "resolve/partial_timex.h"
#include "value/timex.h"

namespace attest {
namespace {

using Kind = DateStep::Kind;
using Found = std::optional<CalendarPeriod>;

std::string_view name_of(Tense tense) noexcept {
  switch (tense) {
    case Tense::kPast:
    case Tense::kSurelyPast:
      return "past";
    case Tense::kPresent:
      return "present";
    case Tense::kFuture:
    case Tense::kSurelyFuture:
      return "future";
    case Tense::kUnknown:
      break;
  }
  return "unknown";
}

// "11 p.m. on Saturday night": the clock's time, where there is one.
std::string_view time_of_day(const DateTemplate& read) noexcept {
  std::string_view part;
  for (const DateStep& step : read.steps) {
    if (step.kind != Kind::kTime) continue;
    if (step.text.size() > 1 && is_digit(step.text[1])) return step.text;
    if (part.empty()) part = step.text;
  }
  return part;
}

class Runner {
 public:
  explicit Runner(const DateContext& context) : context_(&context) {}

  void run(std::string_view text) {
    constexpr std::string_view kTo = " to ";
    const auto to = text.find(kTo);
    const auto first = parse_date_template(text.substr(0, to));
    const auto last = to == std::string_view::npos ? std::nullopt : parse_date_template(text.substr(to + kTo.size()));
    if (!first || (to != std::string_view::npos && !last)) return;
    if (!last) {
      finish(*first, side(*first, nullptr));
      return;
    }
    const Found of_years = first->anchor == DateAnchorKind::kOpen ? begin_of_open_range(*first, *last) : std::nullopt;
    // "June 28 to July 2, 2025": the end brings the year of the beginning.
    const bool from_end = first->anchor == DateAnchorKind::kOpen && last->anchor != DateAnchorKind::kOpen;
    Found end = from_end ? side(*last, nullptr) : std::nullopt;
    Found begin = of_years ? of_years : from_end && end ? open_until(*first, *end) : side(*first, nullptr);
    if (!from_end) end = end_of_range(*first, *last, begin);
    if (ends_too_late(*first, *last, end)) {
      begin = begin ? moved(*begin, CalendarUnit::kWeek, -1) : std::nullopt;
      end = moved(*end, CalendarUnit::kWeek, -1);
    }
    result_.period = begin && end ? joined(*begin, *end) : std::nullopt;
    result_.timex = (begin ? timex_of(*begin) : partial_timex(*first)) + "/" + (end ? timex_of(*end) : partial_timex(*last));
  }

  [[nodiscard]] DateRun take() { return std::move(result_); }

 private:
  void finish(const DateTemplate& read, const Found& period) {
    result_.period = period;
    const auto called = std::find_if(read.steps.begin(), read.steps.end(), [](const DateStep& step) { return step.kind == Kind::kCalled; });
    if (called != read.steps.end()) result_.called = called->number;
    result_.timex = period ? value_of(*period) : partial_timex(read);
    result_.timex += time_of_day(read);
  }

  // Its value, of the year in which it ends where the text numbers it.
  [[nodiscard]] std::string value_of(const CalendarPeriod& period) const {
    const auto last_day = result_.called == 0 ? std::nullopt : add_days(period.interval.end, -1);
    const auto year = last_day ? unit_holding(*last_day, CalendarUnit::kYear) : std::nullopt;
    const auto named = year ? numbered_unit(*year, CalendarUnit::kQuarter, result_.called) : std::nullopt;
    return timex_of(named ? *named : period);
  }

  // "The fiscal first quarter ended Sept. 30 … a year earlier": the same quarter of another year has the same number.
  void take_number_of(const NamedPeriod& anchor, const Found& period) {
    const bool same = period && is_quarter(*period) && period->interval.begin.month() == anchor.period.interval.begin.month();
    if (same) result_.called = anchor.called;
  }

  // One side of a range, or the whole; `from` is the other side, before it.
  Found side(const DateTemplate& read, const CalendarPeriod* from) {
    if (read.anchor != DateAnchorKind::kValue) result_.relative = true;
    for (const DateStep& step : read.steps) {
      if (step.kind == Kind::kMove || step.kind == Kind::kLikewise) result_.comparison = true;
    }
    if (is_open(read.anchor)) return open(read, from);
    const auto anchor = anchor_of(read);
    if (!anchor) return std::nullopt;
    if (read.anchor != DateAnchorKind::kValue) note(true, anchor_name(read, *anchor), anchor->bytes, anchor->period);
    Found period = anchor->period;
    const bool compared = read.anchor == DateAnchorKind::kCompared || read.anchor == DateAnchorKind::kEarlier;
    if (compared) result_.comparison = true;
    for (DateStep step : read.steps) {
      if (compared && compared_with()) step.kind = Kind::kMove;
      if (period && !is_same_quarter(*period, step)) period = take_one(*period, step);
    }
    take_number_of(*anchor, period);
    return period;
  }

  // "That quarter", which need not be one of the calendar's.
  static bool is_same_quarter(const CalendarPeriod& period, const DateStep& step) noexcept {
    return step.kind == Kind::kShift && step.number == 0 && step.unit == CalendarUnit::kQuarter && is_quarter(period);
  }

  Found take_one(const CalendarPeriod& period, const DateStep& step) {
    if (step.kind == Kind::kTime || step.kind == Kind::kCalled) return period;
    const auto report = step.kind != Kind::kLikewise        ? std::nullopt
                        : step.unit == CalendarUnit::kMonth ? last_month()
                                                            : context_->focus.likened(context_->sentence);
    if (report) result_.called = report->called;
    const Found taken =
        report ? moved(report->period, CalendarUnit::kYear, period.interval.begin.year() - report->period.interval.begin.year())
               : take_step(period, step);
    if (taken) note(false, std::string(step.text), report ? report->bytes : Span{}, *taken);
    return taken;
  }

  static bool is_open(DateAnchorKind anchor) noexcept {
    return anchor == DateAnchorKind::kOpen || anchor == DateAnchorKind::kLast || anchor == DateAnchorKind::kNext;
  }

  // What an open template may stand for, in the units around a period, in order; empty where there is no such day.
  static std::vector<Found> candidates_around(const DateTemplate& read, const CalendarPeriod& around) {
    const auto is_weekday = [](const DateStep& step) { return step.kind == Kind::kIsWeekday; };
    constexpr int kMonthsToAFriday13th = 14;
    const int farthest = std::any_of(read.steps.begin(), read.steps.end(), is_weekday) ? kMonthsToAFriday13th : 1;
    std::vector<Found> candidates;
    candidates.reserve(2 * static_cast<std::size_t>(farthest) + 1);
    for (int away = -farthest; away <= farthest; ++away) candidates.push_back(candidate(read, around, away));
    return candidates;
  }

  static Found candidate(const DateTemplate& read, const CalendarPeriod& around, int away) {
    return taken(shifted_unit(around, open_unit(read.steps), away), std::span(read.steps).first(steps_that_fit(read)));
  }

  static Found taken(Found period, std::span<const DateStep> steps) {
    for (const DateStep& step : steps) {
      if (period) period = take_step(*period, step);
    }
    return period;
  }

  // It is the date itself that fits, not what is counted from it: "the year ended March 31", "a week from Monday".
  static std::size_t steps_that_fit(const DateTemplate& read) noexcept {
    const auto counts = [](const DateStep& step) {
      return step.kind == Kind::kMove || step.kind == Kind::kPast || step.kind == Kind::kNext;
    };
    return static_cast<std::size_t>(std::find_if(read.steps.begin(), read.steps.end(), counts) - read.steps.begin());
  }

  Found open(const DateTemplate& read, const CalendarPeriod* from) {
    if (!context_->publication.day && from == nullptr) return std::nullopt;
    const CalendarUnit unit = open_unit(read.steps);
    const CalendarPeriod around = from != nullptr ? *from : day_period(*context_->publication.day);
    std::vector<Found> candidates = candidates_around(read, around);
    const auto out_of_order = [&](const Found& found) {
      if (!found) return false;
      if (from != nullptr) return found->interval.begin < from->interval.begin;
      if (read.anchor == DateAnchorKind::kLast) return found->interval.end > around.interval.begin;
      return read.anchor == DateAnchorKind::kNext && found->interval.begin < around.interval.end;
    };
    // "The first ten months" are told like "January–October"; a quarter or a summer of which some weeks have gone is this one.
    constexpr std::int32_t kLongerThanQuarter = 100;  // days
    const auto too_early = [&](const Found& found) {
      return found && from == nullptr && found->interval.days() > kLongerThanQuarter && is_too_early(*found, around.interval.begin);
    };
    for (Found& found : candidates) {
      if (out_of_order(found) || too_early(found)) found.reset();
    }
    const bool ahead = from != nullptr || (unit == CalendarUnit::kWeek ? context_->ahead : context_->deadline);
    const Tense tense = ahead ? Tense::kFuture : context_->tense;
    const Found best = best_fit(candidates, around.interval.begin, tense, unit);
    note(true, from != nullptr ? "from" : published_name(), from != nullptr ? Span{} : context_->publication.bytes, around);
    if (best) note(false, "nearest " + std::string(attest::name_of(unit)) + ", tense " + std::string(name_of(tense)), {}, *best);
    return taken(best, std::span(read.steps).subspan(steps_that_fit(read)));
  }

  // "will run from May to September", "fell in January–October": months and days of a year that both are open. It is the whole range that
  // is seen from the day of publication: in November, January has long been over, but January to October has just passed.
  Found begin_of_open_range(const DateTemplate& first, const DateTemplate& last) {
    if (!context_->publication.day || last.anchor != DateAnchorKind::kOpen) return std::nullopt;
    if (open_unit(first.steps) != CalendarUnit::kYear || open_unit(last.steps) != CalendarUnit::kYear) return std::nullopt;
    const CalendarPeriod today = day_period(*context_->publication.day);
    const std::vector<Found> begins = candidates_around(first, today);
    std::vector<Found> ranges;
    ranges.reserve(begins.size());
    for (const Found& begin : begins) {
      const Found range = begin ? range_from(*begin, last) : std::nullopt;
      ranges.push_back(range && is_too_early(*range, today.interval.begin) ? std::nullopt : range);
    }
    // What goes on now is meant, but where the text tells of what is over.
    const auto goes_on = [&](const Found& range) { return range && range->interval.contains(today.interval); };
    const auto running = is_past(context_->tense) ? ranges.end() : std::find_if(ranges.begin(), ranges.end(), goes_on);
    const Found best = running != ranges.end() ? *running : best_fit(ranges, today.interval.begin, context_->tense, CalendarUnit::kYear);
    const auto begin = std::find_if(begins.begin(), begins.end(),
                                    [&](const Found& one) { return best && one && one->interval.begin == best->interval.begin; });
    if (begin == begins.end()) return std::nullopt;
    note(true, published_name(), context_->publication.bytes, today);
    note(false, "nearest range, tense " + std::string(name_of(context_->tense)), {}, **begin);
    result_.relative = true;
    return *begin;
  }

  // "Exports rose in January–October", told in January: nobody tells as past what has a month and more to go, nor, without a sign of the
  // present or the future, what has just begun.
  [[nodiscard]] bool is_too_early(const CalendarPeriod& range, Day day) const noexcept {
    constexpr std::int32_t kMonth = 31;
    constexpr std::int32_t kJustBegun = 4;  // a quarter of the range
    const std::int32_t gone = day.number() - range.interval.begin.number();
    const std::int32_t left = range.interval.end.number() - day.number();
    if (gone < 0 || left <= kMonth) return false;
    if (is_past(context_->tense)) return true;
    return context_->tense == Tense::kUnknown && gone * kJustBegun < range.interval.days();
  }

  // "Some died between Monday and Thursday", told on a Tuesday: of the week before.
  [[nodiscard]] bool ends_too_late(const DateTemplate& first, const DateTemplate& last, const Found& end) const {
    if (!end || !context_->publication.day || !is_past(context_->tense)) return false;
    const auto is_weekday = [](const DateTemplate& read) {
      return read.anchor == DateAnchorKind::kOpen && open_unit(read.steps) == CalendarUnit::kWeek;
    };
    return is_weekday(first) && is_weekday(last) && end->interval.begin > *context_->publication.day;
  }

  // From `begin` to the first such end that does not lie before it.
  static Found range_from(const CalendarPeriod& begin, const DateTemplate& last) {
    for (const Found& end : candidates_around(last, begin)) {
      if (end && end->interval.begin >= begin.interval.begin) return joined(begin, *end);
    }
    return std::nullopt;
  }

  // The end follows the beginning; but a weekday behind a date of another kind is seen from the day of publication, too.
  Found end_of_range(const DateTemplate& first, const DateTemplate& last, const Found& begin) {
    const bool weekday_of_its_own = last.anchor == DateAnchorKind::kOpen && open_unit(last.steps) == CalendarUnit::kWeek &&
                                    open_unit(first.steps) != CalendarUnit::kWeek;
    const Found end = weekday_of_its_own ? side(last, nullptr) : std::nullopt;
    const bool in_order = begin && end && end->interval.begin >= begin->interval.begin;
    return in_order ? end : side(last, begin ? &*begin : nullptr);
  }

  // The last such date that does not begin after `end`.
  Found open_until(const DateTemplate& read, const CalendarPeriod& end) {
    Found best;
    for (int away = -1; away <= 0; ++away) {
      const Found found = candidate(read, end, away);
      if (found && found->interval.begin <= end.interval.begin) best = found;
    }
    if (best) note(false, "nearest before the end", {}, *best);
    return best;
  }

  [[nodiscard]] std::optional<NamedPeriod> published() const {
    const Publication& publication = context_->publication;
    if (!publication.day) return std::nullopt;
    return NamedPeriod{day_period(*publication.day), publication.bytes, 0};
  }

  // The quarter last completed: what a report is about that does not say it.
  [[nodiscard]] std::optional<NamedPeriod> completed_quarter() const {
    const auto day = published();
    const Found quarter = day ? shifted_unit(day->period, CalendarUnit::kQuarter, -1) : std::nullopt;
    return quarter ? std::optional(NamedPeriod{*quarter, day->bytes, 0}) : std::nullopt;
  }

  // What "a year earlier" looks back from: the period of the report, or else the month or year that this sentence tells of.
  [[nodiscard]] std::optional<NamedPeriod> compared_with() const {
    const auto report = context_->focus.recent_report(context_->sentence);
    const auto last = context_->focus.last(context_->sentence);
    const bool here = last && last->sentence == context_->sentence;
    constexpr std::int32_t kLongestYear = 366;  // days, "1986/87" is a longer one
    const bool of_year = here && last->period.unit == CalendarUnit::kYear;
    const bool year = of_year && last->period.interval.days() <= kLongestYear;
    const bool of_month = here && last->period.unit == CalendarUnit::kMonth;
    constexpr std::int32_t kLongestMonth = 31;
    const bool month = of_month && last->period.interval.days() <= kLongestMonth;
    // "It reported on its quarter. It lost $2 for 2003, against $3 a year earlier": the year, or month, of the sentence itself.
    if (report && !((year || month) && report->sentence != context_->sentence)) return report;
    if (of_year || of_month) return last;
    const auto quarter = quarter_of_months();
    return quarter || !told_of_month_before(last) ? quarter : last;
  }

  // "Prices rose in May. They were 2 percent up from a year earlier": a month that was over, and not long ago.
  [[nodiscard]] bool told_of_month_before(const std::optional<NamedPeriod>& last) const noexcept {
    if (!last || last->sentence + 1 != context_->sentence || last->period.unit != CalendarUnit::kMonth) return false;
    constexpr std::int32_t kLongestMonth = 31;
    constexpr std::int32_t kLatestReport = 200;  // days
    const auto& day = context_->publication.day;
    const std::int32_t since = day ? day->number() - last->period.interval.end.number() : -1;
    return last->period.interval.days() <= kLongestMonth && since >= 0 && since <= kLatestReport;
  }

  // "In the three months to June": the quarter that they are.
  [[nodiscard]] std::optional<NamedPeriod> quarter_of_months() const {
    const std::uint32_t sentence = context_->sentence;
    auto months = context_->focus.stretch(sentence);
    if (!months && sentence > 0) months = context_->focus.stretch(sentence - 1);
    const auto quarter = months ? unit_holding(months->period.interval.begin, CalendarUnit::kQuarter) : std::nullopt;
    const bool same = quarter && quarter->interval == months->period.interval;
    return same ? std::optional(NamedPeriod{*quarter, months->bytes, months->sentence}) : std::nullopt;
  }

  // "In the three months to March, against 5 million in the same period a year ago": nearer than what the article is about.
  [[nodiscard]] std::optional<NamedPeriod> report_or_months() const {
    const auto report = context_->focus.report(context_->sentence);
    if (report && report->sentence == context_->sentence) return report;
    const bool months_here = context_->focus.stretch(context_->sentence).has_value();
    const auto months = months_here || !report ? quarter_of_months() : std::nullopt;
    return months ? months : context_->focus.likened(context_->sentence);
  }

  // "He left three days later": after what was told; where that has no date this one has none, since it is not still to come.
  [[nodiscard]] bool goes_on_from_told(const DateTemplate& read) const noexcept {
    const bool alone = read.steps.size() == 1 || (read.steps.size() == 2 && read.steps.back().kind == Kind::kTime);
    if (!alone || !is_past(context_->tense)) return false;
    const DateStep& step = read.steps.front();
    return step.kind == Kind::kAfter || ((step.kind == Kind::kShift || step.kind == Kind::kMove) && step.number > 0);
  }

  static bool looks_back_a_year(const DateTemplate& read) noexcept {
    return !read.steps.empty() && read.steps.front().kind == Kind::kShift && read.steps.front().unit == CalendarUnit::kYear &&
           read.steps.front().number < 0;
  }

  // "The previous three months", behind "the three months to August".
  static bool is_stretch(const DateTemplate& read) noexcept { return !read.steps.empty() && read.steps.front().kind == Kind::kPast; }

  static bool points_to_quarter(const DateTemplate& read) noexcept {
    return !read.steps.empty() && read.steps.front().kind == Kind::kShift && read.steps.front().unit == CalendarUnit::kQuarter &&
           read.steps.front().number == 0;
  }

  // "They were up on the fourth quarter of 2011. Earnings rose from the prior year": what it was compared with is not gone on from.
  [[nodiscard]] std::optional<NamedPeriod> reported_on() const {
    const auto report = context_->focus.recent_report(context_->sentence);
    const auto last = context_->focus.last(context_->sentence);
    const bool older = report && last && last->sentence != context_->sentence && last->period.interval.end < report->period.interval.end;
    return older ? report : std::nullopt;
  }

  // "By 2030 ... . It expects to earn more in the full year": no year that is still to begin.
  [[nodiscard]] std::optional<NamedPeriod> last_begun() const {
    const auto last = context_->focus.last(context_->sentence);
    const bool begun = last && (!context_->publication.day || last->period.interval.begin <= *context_->publication.day);
    return begun ? last : std::nullopt;
  }

  [[nodiscard]] std::optional<NamedPeriod> last_month() const {
    const auto last = context_->focus.last(context_->sentence);
    return last && last->period.unit == CalendarUnit::kMonth ? last : std::nullopt;
  }

  [[nodiscard]] std::optional<NamedPeriod> anchor_of(const DateTemplate& read) const {
    const DateFocus& focus = context_->focus;
    const auto either = [](const auto& first, const auto& second) { return first ? first : second; };
    switch (read.anchor) {
      case DateAnchorKind::kValue: {
        const Found period = period_of_timex(read.value);
        return period ? std::optional(NamedPeriod{*period, {}, 0}) : std::nullopt;
      }
      case DateAnchorKind::kText:
        if (const auto stretch = is_stretch(read) ? focus.stretch(context_->sentence) : std::nullopt) return stretch;
        if (const auto quarter = points_to_quarter(read) ? focus.pointed_quarter(context_->sentence) : std::nullopt) return quarter;
        return either(looks_back_a_year(read) ? reported_on() : std::nullopt,
                      either(focus.last(context_->sentence), goes_on_from_told(read) ? std::nullopt : published()));
      case DateAnchorKind::kTold:
        return either(last_begun(), published());
      case DateAnchorKind::kSame:
        return either(focus.last_run(context_->sentence), published());
      case DateAnchorKind::kDay:
        return either(focus.last_day(context_->sentence), goes_on_from_told(read) ? std::nullopt : published());
      case DateAnchorKind::kReport:
        return either(report_or_months(), completed_quarter());
      case DateAnchorKind::kQuarter:
        return either(focus.quarter(), completed_quarter());
      case DateAnchorKind::kCompared:
        return either(compared_with(), published());
      case DateAnchorKind::kEarlier:
        return either(compared_with(), either(focus.last(context_->sentence), published()));
      case DateAnchorKind::kPublished:
      case DateAnchorKind::kOpen:
      case DateAnchorKind::kLast:
      case DateAnchorKind::kNext:
        return published();
    }
    return std::nullopt;
  }

  [[nodiscard]] std::string published_name() const {
    return "published (" + std::string(attest::name_of(context_->publication.basis)) + ")";
  }

  [[nodiscard]] std::string anchor_name(const DateTemplate& read, const NamedPeriod& anchor) const {
    const bool is_published = context_->publication.day && anchor.bytes == context_->publication.bytes;
    return is_published ? published_name() : std::string(read.value);
  }

  void note(bool anchor, std::string what, Span bytes, const CalendarPeriod& period) {
    result_.trace.push_back({anchor, std::move(what), bytes, timex_of(period)});
  }

  const DateContext* context_;
  DateRun result_;
};

}  // namespace

DateRun run_date(std::string_view text, const DateContext& context) {
  Runner runner(context);
  runner.run(text);
  return runner.take();
}

}  // namespace attest
