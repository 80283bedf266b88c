#include "check/same_figure.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "check/comparability.h"
#include "check/document_check.h"
#include "check/wording.h"

namespace attest {
namespace {

using Facts = std::vector<const SourcedFact*>;

/// So many statements are compared one by one where numbers alone do not decide; of more, only equal numbers are.
constexpr std::size_t kMostCompared = 120;
/// So many of a finding's statements are told; more add nothing for a reader.
constexpr std::size_t kMostMembers = 60;
/// Figures that lie farther apart seldom are two statements of one thing, unless one of them slipped by a power of ten.
constexpr double kFarApart = 0.5;
/// Sentences that share so much of their words tell of one thing.
constexpr double kSameContext = 0.6;
/// Phrases that share so much of their words name one measure.
constexpr double kSamePhrase = 0.5;

/// Statements that one number satisfies, and which numbers do.
struct Reading {
  Interval common;
  Facts facts;
};

double width_of(const Interval& interval) {
  if (!interval.low || !interval.high) return HUGE_VAL;
  return interval.high->to_double() - interval.low->to_double();
}

const Interval& usual_of(const CheckedFact& fact) { return fact.usual ? *fact.usual : fact.interval; }

/// The most precise statements make the readings; the others join the first that they fit.
std::vector<Reading> readings_of(Facts facts) {
  std::stable_sort(facts.begin(), facts.end(), [](const SourcedFact* a, const SourcedFact* b) {
    return std::tuple(width_of(a->fact.interval), a->fact.value()) < std::tuple(width_of(b->fact.interval), b->fact.value());
  });
  std::vector<Reading> readings;
  for (const SourcedFact* fact : facts) {
    const Interval& interval = usual_of(fact->fact);
    auto fits =
        std::find_if(readings.begin(), readings.end(), [&](const Reading& one) { return touch(one.common, interval) == Touch::kOverlap; });
    if (fits == readings.end()) {
      readings.push_back({interval, {fact}});
      continue;
    }
    fits->common = *intersection(fits->common, interval);
    fits->facts.push_back(fact);
  }
  return readings;
}

bool in_text_order(const SourcedFact* a, const SourcedFact* b) {
  return std::tie(a->source.uri, a->fact.row.number) < std::tie(b->source.uri, b->fact.row.number);
}

std::vector<StatedBy> statements_of(const Facts& facts, const TopicContext& context) {
  std::vector<StatedBy> statements;
  for (const SourcedFact* one : facts) {
    if (statements.size() == kMostMembers) break;
    statements.push_back({one->source.key, one->source.publisher, one->fact.fact().attribution.name, context.sketch(*one)});
  }
  return statements;
}

std::string source_name(const SourcedFact& fact) { return fact.source.publisher.empty() ? fact.source.uri : fact.source.publisher; }

/// "$44 billion (a.txt), $43.8 billion (Kuantyrov, b.txt)".
std::string statements_in_words(const Facts& facts) {
  constexpr std::size_t kMost = 6;
  std::vector<std::string> parts;
  for (const SourcedFact* one : facts) {
    if (parts.size() == kMost) {
      parts.push_back(std::to_string(facts.size() - kMost) + " more");
      break;
    }
    parts.push_back(stated(one->fact) + " in " + source_name(*one));
  }
  return listed(parts);
}

Finding finding_on(CheckKind check, Verdict verdict, Facts facts, std::string_view role, const std::string& content) {
  std::sort(facts.begin(), facts.end(), in_text_order);
  if (facts.size() > kMostMembers) facts.resize(kMostMembers);
  std::vector<RoleFact> members;
  for (const SourcedFact* one : facts) members.push_back({&one->fact, role});
  Finding finding = make_finding(check, verdict, members);
  set_id(finding, content);
  return finding;
}

/// What the group is about, for the id: stays the same when another article repeats what others say.
std::string content_of(const std::string& key, const std::vector<const Reading*>& readings) {
  std::set<std::string> values;
  for (const Reading* reading : readings) values.insert(reading->facts.front()->fact.value().to_string());
  std::string content = key;
  for (const std::string& value : values) content += "\n" + value;
  return content;
}

/// Who writes two numbers into one sentence means two things.
bool in_one_sentence(const SourcedFact& a, const SourcedFact& b) {
  return a.source.key == b.source.key && a.fact.row.figure.sentence_chars == b.fact.row.figure.sentence_chars;
}

/// How the readings lie to each other, by what their statements may stand for at most.
Touch farthest(const Facts& a, const Facts& b) {
  Touch touching = Touch::kOverlap;
  for (const SourcedFact* x : a) {
    for (const SourcedFact* y : b) {
      if (!same_flow(x->fact, y->fact) || in_one_sentence(*x, *y)) continue;
      const Touch one = touch(x->fact.interval, y->fact.interval);
      if (one == Touch::kApart) return one;
      if (one == Touch::kPoint) touching = one;
    }
  }
  return touching;
}

bool fits_cut_off(const CheckedFact& a, const CheckedFact& b) {
  return (a.cut_off && touch(*a.cut_off, b.interval) == Touch::kOverlap) || (b.cut_off && touch(a.interval, *b.cut_off) == Touch::kOverlap);
}

bool is_hedged(const Facts& facts) {
  return std::all_of(facts.begin(), facts.end(), [](const SourcedFact* one) { return one->fact.figure().bound != Bound::kExact; });
}

/// One group of statements that can be compared.
class Group {
 public:
  Group(Facts facts, std::string key, const TopicContext& context) : facts_(std::move(facts)), key_(std::move(key)), context_(context) {}

  void report(bool may_conflict, TopicFindings& found) const {
    if (facts_.size() < 2) return;
    for (const Reading& reading : readings_of(facts_)) agree(reading, found);
    if (may_conflict) report_differences(found);
  }

  void report_differences(TopicFindings& found) const {
    const std::vector<Reading> readings = readings_of(facts_);
    if (readings.size() > 1) differ(readings, found);
  }

  void agree(const Reading& reading, TopicFindings& found) const {
    if (reading.facts.size() < 2) return;
    Finding finding = finding_on(check_of(reading.facts), Verdict::kAgree, reading.facts, "figure", content_of(key_, {&reading}));
    finding.independent_sources = independent_sources(statements_of(reading.facts, context_));
    Facts told = reading.facts;
    std::sort(told.begin(), told.end(), in_text_order);
    finding.summary = subject_in_words(told.front()->fact) + ": " + statements_in_words(told) + " agree" + sources_in_words(finding);
    finding.arithmetic = "all may stand for " + amount(reading.common, told.front()->fact.unit);
    found.findings.push_back(std::move(finding));
    append_pair(reading.facts.front(), reading.facts, found);
    append_pair(reading.facts.back(), reading.facts, found);
  }

 private:
  static std::string sources_in_words(const Finding& finding) {
    if (finding.independent_sources == 1) return "; one source, no confirmation";
    return "; " + std::to_string(finding.independent_sources) + " independent sources";
  }

  /// Exports of the one told as imports of the other are two authorities' view of one flow.
  static CheckKind check_of(const Facts& facts) {
    const std::string& first = facts.front()->fact.measure;
    const bool mirrored = std::any_of(facts.begin(), facts.end(), [&](const SourcedFact* one) { return one->fact.measure != first; });
    return mirrored ? CheckKind::kMirror : CheckKind::kSameFigure;
  }

  static void append_pair(const SourcedFact* first, const Facts& others, TopicFindings& found) {
    for (const SourcedFact* other : others) {
      if (other->source.key == first->source.key) continue;
      found.pairs.emplace_back(first, other);
      return;
    }
  }

  /// Readings that differ, and how.
  struct Difference {
    std::vector<const Reading*> readings;
    Touch worst = Touch::kOverlap;

    void add(const Reading& a, const Reading& b, Touch touching) {
      for (const Reading* one : {&a, &b}) {
        if (std::find(readings.begin(), readings.end(), one) == readings.end()) readings.push_back(one);
      }
      if (worst != Touch::kApart) worst = touching;
    }
  };

  void differ(const std::vector<Reading>& readings, TopicFindings& found) const {
    Difference near;
    Difference far;
    for (std::size_t i = 0; i < readings.size(); ++i) {
      for (std::size_t j = i + 1; j < readings.size(); ++j) {
        const Touch touching = farthest(readings[i].facts, readings[j].facts);
        if (touching == Touch::kOverlap) continue;
        const CheckedFact& a = readings[i].facts.front()->fact;
        const CheckedFact& b = readings[j].facts.front()->fact;
        const bool is_far = relative_gap(a.value(), b.value()) > kFarApart && !is_slip_of_scale(a, b);
        (is_far ? far : near).add(readings[i], readings[j], fits_cut_off(a, b) ? Touch::kPoint : touching);
        append_pair(readings[i].facts.front(), readings[j].facts, found);
        append_pair(readings[j].facts.front(), readings[i].facts, found);
      }
    }
    if (!near.readings.empty()) {
      found.findings.push_back(difference(near.readings, near.worst == Touch::kApart ? Verdict::kConflict : Verdict::kBoundary));
    } else if (!far.readings.empty()) {
      found.findings.push_back(difference(far.readings, Verdict::kPossible));
    }
  }

  [[nodiscard]] Finding difference(std::vector<const Reading*> readings, Verdict verdict) const {
    std::sort(readings.begin(), readings.end(),
              [](const Reading* a, const Reading* b) { return a->facts.front()->fact.value() < b->facts.front()->fact.value(); });
    Facts all;
    std::vector<std::string> sides;
    for (const Reading* reading : readings) {
      Facts told = reading->facts;
      std::sort(told.begin(), told.end(), in_text_order);
      sides.push_back(statements_in_words(told));
      all.insert(all.end(), told.begin(), told.end());
    }
    Finding finding = finding_on(check_of(all), verdict, all, "figure", content_of(key_, readings));
    finding.independent_sources = independent_sources(statements_of(all, context_));
    const bool hedged = std::any_of(readings.begin(), readings.end(), [](const Reading* one) { return is_hedged(one->facts); });
    finding.severity = verdict == Verdict::kPossible || hedged || finding.check == CheckKind::kMirror ? Severity::kMedium : Severity::kHigh;
    tell(finding, readings, sides);
    return finding;
  }

  /// The same digits with another scale: "million" for "billion".
  static bool is_slip_of_scale(const CheckedFact& a, const CheckedFact& b) {
    const Decimal first = a.value().normalised();
    const Decimal second = b.value().normalised();
    return first.mantissa() == second.mantissa() && first.exponent() != second.exponent() && significant_digits(a) >= 2;
  }

  static void tell(Finding& finding, const std::vector<const Reading*>& readings, const std::vector<std::string>& sides) {
    const CheckedFact& low = readings.front()->facts.front()->fact;
    const CheckedFact& high = readings.back()->facts.front()->fact;
    finding.gap = relative_gap(low.value(), high.value());
    const auto gap = subtract(high.value(), low.value());
    const std::string by = gap ? " by " + amount(*gap, high.unit) + ", " + percentage(finding.gap) + " of the larger" : std::string();
    std::string summary = subject_in_words(low.period ? low : high) + ": " + sides.front();
    for (std::size_t i = 1; i < sides.size(); ++i) summary += " differs from " + sides[i];
    const std::string doubt = finding.verdict == Verdict::kPossible ? "; so far apart, they may speak of different things" : "";
    finding.summary = summary + by + doubt + explanation(readings);
    finding.arithmetic = amount(high.value(), high.unit) + " - " + amount(low.value(), low.unit) +
                         (gap ? " = " + amount(*gap, high.unit) : "") + "; " + amount(low.interval, low.unit) + " and " +
                         amount(high.interval, high.unit) +
                         (finding.verdict == Verdict::kBoundary ? " meet at most in one point" : " lie apart");
  }

  /// What may explain a difference: another authority is named for each reading.
  static std::string explanation(const std::vector<const Reading*>& readings) {
    std::set<std::string> authorities;
    for (const Reading* reading : readings) {
      for (const SourcedFact* one : reading->facts) {
        if (!one->fact.fact().attribution.name.empty()) authorities.insert(one->fact.fact().attribution.name);
      }
    }
    if (authorities.empty()) return {};
    return "; another authority may explain it (named: " + listed({authorities.begin(), authorities.end()}) + ")";
  }

  Facts facts_;
  std::string key_;
  const TopicContext& context_;
};

double phrase_likeness(const CheckedFact& a, const CheckedFact& b) {
  return likeness(content_words(a.fact().measure), content_words(b.fact().measure));
}

bool published_together(const SourcedFact& a, const SourcedFact& b) {
  constexpr int kMostDays = 400;
  const auto first = parse_iso_date(a.source.published);
  const auto second = parse_iso_date(b.source.published);
  return !first || !second || std::abs(first->number() - second->number()) <= kMostDays;
}

/// Numbers that fit and are no coincidence: long ones, equal ones, or the same thing counted.
bool confirm(const CheckedFact& a, const CheckedFact& b) {
  if (touch(usual_of(a), usual_of(b)) != Touch::kOverlap || !same_flow(a, b)) return false;
  const double phrases = phrase_likeness(a, b);
  const int digits = std::max(significant_digits(a), significant_digits(b));
  const bool equal = a.value() == b.value();
  if (a.role == FactRole::kRank || digits < 2) return equal && phrases >= kSamePhrase;
  return a.one_figure || digits >= 3 || equal || phrases >= kSamePhrase;
}

/// The comparison of one topic.
class Topic {
 public:
  Topic(std::int64_t topic, const CheckPolicy& policy, const TopicContext& context)
      : name_(std::to_string(topic)), policy_(policy), context_(context) {}

  TopicFindings compare(const Facts& facts, bool linked) {
    std::map<std::string, Facts> parts;
    for (const SourcedFact* one : facts) parts[part_of(one->fact, linked)].push_back(one);
    for (const auto& [key, part] : parts) {
      if (part.size() < 2) continue;
      if (linked) {
        compare_linked(key, part);
      } else {
        compare_part(key, part);
      }
    }
    return std::move(found_);
  }

 private:
  /// Facts of different parts are never compared.
  std::string part_of(const CheckedFact& fact, bool linked) const {
    const StatusClass status = linked && fact.status == StatusClass::kUnderWay ? StatusClass::kFact : fact.status;
    std::string key = name_ + "\n" + std::to_string(static_cast<int>(fact.role)) + "\n" + fact.unit + "\n" +
                      std::to_string(static_cast<int>(fact.fact().change.kind)) + "\n" + std::to_string(static_cast<int>(status));
    if (fact.role == FactRole::kChange) key += "\n" + std::to_string(static_cast<int>(fact.fact().change.direction));
    return key;
  }

  static std::string key_of(const std::string& part, const DayInterval& period) {
    return part + "\n" + period.begin.to_iso() + "\n" + period.end.to_iso();
  }

  /// A count beside the figure says that the same thing is meant: only the periods must not contradict.
  void compare_linked(const std::string& key, const Facts& facts) {
    Facts together;
    for (const SourcedFact* one : facts) {
      const bool fits = std::all_of(together.begin(), together.end(), [&](const SourcedFact* other) {
        const auto& a = one->fact;
        const auto& b = other->fact;
        constexpr double kNear = 0.2;
        const bool overlap = !a.period || !b.period || a.period->overlaps(*b.period);
        const bool near = relative_gap(a.value(), b.value()) <= kNear;
        return (overlap || near) && shares_party(a, b) && published_together(*one, *other);
      });
      if (fits) together.push_back(one);
    }
    Group(std::move(together), key, context_).report(true, found_);
  }

  bool shares_party(const CheckedFact& a, const CheckedFact& b) const {
    return std::any_of(a.parties.begin(), a.parties.end(), [&](const std::string& x) {
      return std::any_of(b.parties.begin(), b.parties.end(),
                         [&](const std::string& y) { return policy_.holds(x, y) || policy_.holds(y, x); });
    });
  }

  void compare_part(const std::string& key, const Facts& facts) {
    std::map<std::pair<Day, Day>, Facts> by_period;
    Facts others;
    for (const SourcedFact* one : facts) {
      if (one->fact.period) {
        by_period[{one->fact.period->begin, one->fact.period->end}].push_back(one);
      } else {
        others.push_back(one);
      }
    }
    for (const auto& [period, group] : by_period) {
      const std::string group_key = key_of(key, {period.first, period.second});
      if (group.front()->fact.one_figure) {
        Group(group, group_key, context_).report(true, found_);
      } else {
        compare_loosely(group_key, group);
      }
    }
    confirm_across(key, facts, others);
  }

  /// Measures that many things have ("loan", "project"): the words around must say that it is the same one.
  void compare_loosely(const std::string& key, const Facts& facts) {
    std::vector<Facts> same_thing;
    std::vector<Facts> same_number;
    for (const SourcedFact* one : facts) {
      place(one, same_thing,
            [&](const SourcedFact& a, const SourcedFact& b) { return facts.size() <= kMostCompared && same_context(a, b); });
      place(one, same_number, [](const SourcedFact& a, const SourcedFact& b) { return confirm(a.fact, b.fact); });
    }
    for (const Facts& group : same_number) Group(group, key, context_).report(false, found_);
    for (const Facts& group : same_thing) {
      report_new(group, key);
      Group(group, key, context_).report_differences(found_);
    }
  }

  template <typename Belongs>
  static void place(const SourcedFact* fact, std::vector<Facts>& groups, Belongs belongs) {
    for (Facts& group : groups) {
      if (!belongs(*group.front(), *fact)) continue;
      group.push_back(fact);
      return;
    }
    groups.push_back({fact});
  }

  /// Agreement, where the same statements are not told to agree already.
  void report_new(const Facts& facts, const std::string& key) {
    if (facts.size() < 2) return;
    std::set<std::string> ids;
    for (const SourcedFact* one : facts) ids.insert(one->fact.row.fact_id);
    for (const Finding& known : found_.findings) {
      std::size_t shared = 0;
      for (const FindingMember& member : known.members) shared += ids.contains(member.fact_id) ? 1U : 0U;
      if (shared == ids.size()) return;
    }
    Group(facts, key, context_).report(false, found_);
  }

  [[nodiscard]] bool same_context(const SourcedFact& a, const SourcedFact& b) const {
    if (a.source.key == b.source.key || !published_together(a, b) || phrase_likeness(a.fact, b.fact) < kSamePhrase) return false;
    if (relative_gap(a.fact.value(), b.fact.value()) > kFarApart) return false;
    return likeness(context_.sentence_words(a), context_.sentence_words(b)) >= kSameContext;
  }

  /// Figures without a period, and those whose periods are told differently, can confirm others but not contradict them.
  void confirm_across(const std::string& key, const Facts& facts, const Facts& undated) {
    if (facts.size() > kMostCompared) return;
    for (const SourcedFact* one : undated) confirm_one(key, *one, facts, [](const CheckedFact&, const CheckedFact&) { return true; });
    for (const SourcedFact* one : facts) {
      if (one->fact.period) {
        confirm_one(key, *one, facts,
                    [](const CheckedFact& a, const CheckedFact& b) { return !same_period(a, b) && similar_period(a, b); });
      }
    }
  }

  template <typename Comparable>
  void confirm_one(const std::string& key, const SourcedFact& one, const Facts& facts, Comparable comparable) {
    Facts confirmed = {&one};
    for (const SourcedFact* other : facts) {
      if (other == &one || !comparable(one.fact, other->fact) || !published_together(one, *other)) continue;
      if (confirm(one.fact, other->fact)) confirmed.push_back(other);
    }
    report_new(confirmed, key);
  }

  std::string name_;
  const CheckPolicy& policy_;
  const TopicContext& context_;
  TopicFindings found_;
};

}  // namespace

TopicFindings compare_topic(std::int64_t topic, std::vector<SourcedFact>& facts, bool linked, const CheckPolicy& policy,
                            const TopicContext& context) {
  std::sort(facts.begin(), facts.end(), [](const SourcedFact& a, const SourcedFact& b) { return in_text_order(&a, &b); });
  Facts all;
  for (const SourcedFact& fact : facts) all.push_back(&fact);
  return Topic(topic, policy, context).compare(all, linked);
}

}  // namespace attest
