// The readings of a group of statements: which of them one number satisfies, and who holds to which.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>

#include "check/comparability.h"
#include "check/statement_group.h"

namespace attest {
namespace {

double width_of(const Interval& interval) {
  if (!interval.low || !interval.high) return HUGE_VAL;
  return interval.high->to_double() - interval.low->to_double();
}

bool lie_apart(const SourcedFact& a, const SourcedFact& b) { return touch(a.fact.interval, b.fact.interval) != Touch::kOverlap; }

}  // namespace

/// The reading of the same number, or else the nearest one that the statement fits.
std::vector<StatementGroup::Reading>::iterator StatementGroup::reading_for(const SourcedFact& fact, std::vector<Reading>& readings) {
  auto nearest = readings.end();
  double least = HUGE_VAL;
  for (auto one = readings.begin(); one != readings.end(); ++one) {
    const CheckedFact& front = one->facts.front()->fact;
    const bool equal = front.value() == fact.fact.value() || is_cut_off(front, fact.fact);
    const bool fits = touch(one->common, usual_interval(fact.fact)) == Touch::kOverlap && may_be_equal(front, fact.fact);
    const double gap = relative_gap(front.value(), fact.fact.value());
    if ((!equal && !fits) || gap >= least) continue;
    nearest = one;
    least = gap;
  }
  return nearest;
}

/// The most precise statements make the readings; the others join the first that they fit.
std::vector<StatementGroup::Reading> StatementGroup::readings_of(SourcedFacts facts) {
  std::stable_sort(facts.begin(), facts.end(), [](const SourcedFact* a, const SourcedFact* b) {
    return std::tuple(width_of(a->fact.interval), a->fact.value()) < std::tuple(width_of(b->fact.interval), b->fact.value());
  });
  std::vector<Reading> readings;
  for (const SourcedFact* fact : facts) {
    const Interval& interval = usual_interval(fact->fact);
    auto fits = reading_for(*fact, readings);
    if (fits == readings.end()) {
      readings.push_back({interval, {fact}});
      continue;
    }
    fits->common = intersection(fits->common, interval).value_or(fits->common);
    fits->facts.push_back(fact);
  }
  return readings;
}

/// With the hedged statements of other readings that it satisfies, too: "nearly 25" fits 24 as well as 25.
StatementGroup::Reading StatementGroup::with_hedged(const Reading& reading, const std::vector<Reading>& readings) {
  Reading all = reading;
  const CheckedFact& front = reading.facts.front()->fact;
  for (const Reading& other : readings) {
    if (&other == &reading) continue;
    for (const SourcedFact* one : other.facts) {
      const Bound bound = one->fact.figure().bound;
      const bool hedged = bound == Bound::kNearly || bound == Bound::kAbout || bound == Bound::kOver || bound == Bound::kAtLeast;
      const bool fits = hedged && may_be_equal(front, one->fact) && same_flow(front, one->fact) &&
                        touch(all.common, usual_interval(one->fact)) == Touch::kOverlap;
      if (!fits) continue;
      all.common = intersection(all.common, usual_interval(one->fact)).value_or(all.common);
      all.facts.push_back(one);
    }
  }
  return all;
}

/// Those of a reading's statements that another reading contradicts; all of them where none is contradicted by itself.
SourcedFacts StatementGroup::disputed_of(const Reading& reading, const std::vector<const Reading*>& readings) {
  SourcedFacts disputed;
  std::copy_if(reading.facts.begin(), reading.facts.end(), std::back_inserter(disputed), [&](const SourcedFact* one) {
    return std::any_of(readings.begin(), readings.end(), [&](const Reading* other) {
      return other != &reading &&
             std::any_of(other->facts.begin(), other->facts.end(), [&](const SourcedFact* theirs) { return lie_apart(*one, *theirs); });
    });
  });
  return disputed.empty() ? reading.facts : disputed;
}

}  // namespace attest
