#include "check/same_figure.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "check/comparability.h"
#include "check/event_counts.h"
#include "check/statement_group.h"
#include "check/story_likeness.h"
#include "check/wording.h"

namespace attest {
namespace {

using Facts = SourcedFacts;

/// Articles that lie farther apart in time do not speak of the same present.
constexpr int kSameTime = 400;
constexpr int kSameWeeks = 31;

double phrase_likeness(const CheckedFact& a, const CheckedFact& b) {
  return likeness(content_words(a.fact().measure), content_words(b.fact().measure));
}

/// What a project costs and how long a line is hold for years; between the same countries there are few.
bool is_of_project(const CheckedFact& fact) {
  return (fact.fact().measure_id == "project.value" || fact.fact().measure_id == "transport.distance") && significant_digits(fact) > 1;
}

/// Figures without a period, of which many may exist: news of the same weeks, and not "about 17" for any 18.
bool may_be_of_one_time(const SourcedFact& a, const SourcedFact& b) {
  if (a.fact.one_figure) return true;
  const auto is_loose = [](const SourcedFact& one) {
    const Bound bound = one.fact.figure().bound;
    return bound == Bound::kAbout || bound == Bound::kAtMost || bound == Bound::kUnder;
  };
  const bool sharp = !is_loose(a) && !is_loose(b);
  if (is_of_project(a.fact) && is_of_project(b.fact) && a.fact.parties.size() > 1) return true;
  return published_within(a, b, kSameWeeks) && (sharp || a.fact.value() == b.fact.value());
}

/// What one publisher tells in the same words day after day, with no period, is of another day each time.
bool are_of_two_publishers(const SourcedFact& a, const SourcedFact& b) {
  return a.source.publisher.empty() || a.source.publisher != b.source.publisher;
}

/// Numbers that fit and are no coincidence: long ones, equal ones, or the same thing counted.
bool confirm(const CheckedFact& a, const CheckedFact& b) {
  if (!may_be_equal(a, b) || !same_flow(a, b)) return false;
  const double phrases = phrase_likeness(a, b);
  const int digits = std::max(significant_digits(a), significant_digits(b));
  const bool equal = a.value() == b.value();
  const bool one_rate = a.role == FactRole::kChange && a.one_figure && a.thing == b.thing;  // "turnover doubled"
  if (a.role == FactRole::kRank || digits < 2) return equal && (phrases >= kSamePhrase || one_rate);
  return (a.one_figure && a.thing == b.thing) || digits >= 3 || equal || phrases >= kSamePhrase;
}

/// A figure without a period, or with one that is told otherwise, may be that of the other.
bool may_confirm_across(const SourcedFact& a, const SourcedFact& b) {
  const bool undated = !a.fact.period || !b.fact.period;
  if (!published_within(a, b, kSameTime) || same_period(a.fact, b.fact)) return false;
  return undated ? may_be_of_one_time(a, b) : similar_period(a.fact, b.fact);
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
    if (!linked) compare_scopes(facts);
    return std::move(found_);
  }

 private:
  /// Facts of different parts are never compared. Of what a count identifies, one article says that it is completed where another does
  /// not say.
  std::string part_of(const CheckedFact& fact, bool linked) const {
    const bool is_so = fact.status == StatusClass::kUnderWay || fact.status == StatusClass::kCompleted;
    const StatusClass status = linked && is_so ? StatusClass::kFact : fact.status;
    return frame_of(fact) + "\n" + std::to_string(static_cast<int>(status));
  }

  /// Facts of different frames measure different things. Forecasts and targets are counted from any base.
  std::string frame_of(const CheckedFact& fact) const {
    std::string key = name_ + "\n" + std::to_string(static_cast<int>(fact.role)) + "\n" + fact.unit + "\n" +
                      std::to_string(static_cast<int>(fact.change_kind));
    if (fact.role == FactRole::kChange) key += "\n" + std::to_string(static_cast<int>(fact.change_direction));
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
        return (overlap || near) && shares_party(a, b) && published_within(*one, *other, kSameTime);
      });
      if (fits) together.push_back(one);
    }
    std::map<StatusClass, Facts> by_status;
    for (const SourcedFact* one : together) {
      by_status[one->fact.status == StatusClass::kCompleted ? StatusClass::kCompleted : StatusClass::kFact].push_back(one);
    }
    StatementGroup(std::move(together), key, context_).report_agreements(found_);
    for (const auto& [status, facts_of_status] : by_status)
      StatementGroup(facts_of_status, key, context_).report_differences(Contradiction::kYes, {}, found_);
  }

  bool shares_party(const CheckedFact& a, const CheckedFact& b) const {
    return std::any_of(a.parties.begin(), a.parties.end(), [&](const std::string& x) {
      return std::any_of(b.parties.begin(), b.parties.end(),
                         [&](const std::string& y) { return policy_.holds(x, y) || policy_.holds(y, x); });
    });
  }

  void compare_part(const std::string& key, const Facts& facts) {
    std::map<std::pair<Day, Day>, Facts> by_period;
    Facts undated;
    for (const SourcedFact* one : facts) {
      if (one->fact.period) {
        by_period[{one->fact.period->begin, one->fact.period->end}].push_back(one);
      } else {
        undated.push_back(one);
      }
    }
    for (const auto& [period, group] : by_period) compare_period(key_of(key, {period.first, period.second}), group);
    compare_events(key, facts);
    compare_disputes(key, facts);
    confirm_across(key, facts, undated);
    const bool of_event = policy_.is_of_event(facts.front()->fact.fact().measure_id);  // counts that grow: compare_events()
    if (!of_event && !compare_news(key + "\nundated", undated)) {
      compare_stories(key + "\nundated", undated, [](const SourcedFact& a, const SourcedFact& b) { return are_of_two_publishers(a, b); });
    }
    if (by_period.empty() || undated.empty()) return;
    for (const SourcedFact* one : undated) compare_undated(key, *one, by_period);
  }

  /// Figures of one thing contradict each other; those of measures that many things have only where the words around are the same.
  void compare_period(const std::string& key, const Facts& facts) {
    std::map<std::string, Facts> one_figure;
    Facts others;
    for (const SourcedFact* one : facts) {
      if (one->fact.one_figure) {
        one_figure[one->fact.thing + "\n" + base_of(one->fact)].push_back(one);
      } else {
        others.push_back(one);
      }
    }
    for (const auto& [thing, group] : one_figure)
      StatementGroup(group, std::string(key).append("\n").append(thing), context_).report(Contradiction::kYes, found_);
    compare_loosely(key, others);
    if (one_figure.size() > 1 && facts.size() <= kMostCompared) confirm_things(key, facts);
  }

  static std::string base_of(const CheckedFact& fact) {
    return fact.role == FactRole::kChange && fact.base ? fact.base->begin.to_iso() + fact.base->end.to_iso() : std::string();
  }

  /// The same long number for things that are named differently.
  void confirm_things(const std::string& key, const Facts& facts) {
    std::vector<Facts> same_number;
    for (const SourcedFact* one : facts) {
      place(one, same_number, [](const SourcedFact& a, const SourcedFact& b) { return confirm(a.fact, b.fact); });
    }
    for (const Facts& group : same_number) report_new(group, key);
  }

  /// Measures that many things have ("loan", "project"): the words around must say that it is the same one.
  void compare_loosely(const std::string& key, const Facts& facts) {
    std::vector<Facts> same_number;
    for (const SourcedFact* one : facts) {
      place(one, same_number, [](const SourcedFact& a, const SourcedFact& b) { return confirm(a.fact, b.fact); });
    }
    for (const Facts& group : same_number) StatementGroup(group, key, context_).report(Contradiction::kNone, found_);
    if (compare_news(key, facts)) return;
    compare_stories(key, facts, [](const SourcedFact&, const SourcedFact&) { return true; });
  }

  /// What several publishers tell in the same days of one measure, facts of one period or all without: true where they differ.
  bool compare_news(const std::string& key, const Facts& facts) {
    if (facts.size() < 2 || facts.size() > kMostCompared || !is_of_news(facts.front()->fact)) return false;
    std::map<std::string, Facts> by_thing;
    for (const SourcedFact* one : facts) by_thing[one->fact.thing].push_back(one);
    bool differ = false;
    for (const auto& [thing, statements] : by_thing) {
      std::vector<Facts> same_news;
      for (const SourcedFact* one : statements) place(one, same_news, are_of_same_news);
      for (const Facts& group : same_news) {
        if (group.size() < 2) continue;
        report_new(group, key);
        const std::size_t agreed = found_.findings.size();
        StatementGroup(with_all_statements(group, statements), std::string(key).append("\n").append(thing), context_)
            .report_loose_differences(Contradiction::kYes, {}, found_);
        differ |= found_.findings.size() > agreed;
      }
    }
    return differ;
  }

  bool is_of_news(const CheckedFact& fact) const {
    const bool has_level = fact.role == FactRole::kLevel || fact.role == FactRole::kShare;
    return has_level && policy_.is_of_news(fact.fact().measure_id, fact.figure().quantity, fact.period.has_value());
  }

  static bool are_of_same_news(const SourcedFact& a, const SourcedFact& b) {
    const bool named = !a.source.publisher.empty() && !b.source.publisher.empty() && a.source.publisher != b.source.publisher;
    const bool dated = !a.source.published.empty() && !b.source.published.empty();
    return named && dated && published_within(a, b, kDaysOfOneEvent) && same_flow(a.fact, b.fact);
  }

  /// Different numbers in sentences that tell the same.
  template <typename Comparable>
  void compare_stories(const std::string& key, const Facts& facts, Comparable comparable) {
    if (facts.size() < 2 || facts.size() > kMostCompared) return;
    std::vector<Facts> same_story;
    for (const SourcedFact* one : facts) {
      place(one, same_story,
            [&](const SourcedFact& a, const SourcedFact& b) { return comparable(a, b) && tell_one_story(a, b, context_); });
    }
    for (const Facts& group : same_story) {
      if (group.size() < 2) continue;
      report_new(group, key);
      const bool rewritten = std::all_of(group.begin() + 1, group.end(),
                                         [&](const SourcedFact* one) { return near_duplicates(*group.front(), *one, context_); });
      StatementGroup(with_all_statements(group, facts), key, context_)
          .report_loose_differences(
              rewritten ? Contradiction::kYes : Contradiction::kPossible,
              rewritten ? "the articles tell the same story" : "the sentences are alike, but may speak of different things", found_);
    }
  }

  /// Whatever else the documents of the group state.
  static Facts with_all_statements(const Facts& group, const Facts& facts) {
    std::set<std::int64_t> documents;
    for (const SourcedFact* one : group) documents.insert(one->source.key);
    Facts all;
    std::copy_if(facts.begin(), facts.end(), std::back_inserter(all),
                 [&](const SourcedFact* one) { return documents.contains(one->source.key); });
    return all;
  }

  /// Into the first group with much the same number whose first one it belongs to, else into the one with the nearest.
  template <typename Belongs>
  static void place(const SourcedFact* fact, std::vector<Facts>& groups, Belongs belongs) {
    Facts* nearest = nullptr;
    double least = 0;
    for (Facts& group : groups) {
      const double gap = relative_gap(group.front()->fact.value(), fact->fact.value());
      if ((nearest != nullptr && gap >= least) || !belongs(*group.front(), *fact)) continue;
      nearest = &group;
      least = gap;
      if (gap <= kMuchTheSame) break;
    }
    if (nearest == nullptr) {
      groups.push_back({fact});
    } else {
      nearest->push_back(fact);
    }
  }

  void report_new(const Facts& facts, const std::string& key) { report_agreement(facts, key, context_, found_); }

  /// Deaths and injuries by the event that their sentences or articles name.
  void compare_events(const std::string& key, const Facts& facts) {
    if (facts.size() < 2 || facts.size() > kMostCompared || !policy_.is_of_event(facts.front()->fact.fact().measure_id)) return;
    std::map<std::string, Facts> by_event;
    for (const SourcedFact* one : facts) {
      if (const std::string event = context_.event(*one); !event.empty()) by_event[event].push_back(one);
    }
    for (const auto& [event, counts] : by_event)
      compare_event_counts(counts, std::string(key).append("\n").append(event), policy_, context_, found_);
  }

  /// One article gives a figure by one authority and another by the other: measures that name one figure are compared above.
  void compare_disputes(const std::string& key, const Facts& facts) {
    if (facts.size() > kMostCompared) return;
    for (auto one = facts.begin(); one != facts.end(); ++one) {
      for (auto other = one + 1; other != facts.end(); ++other) {
        if (!are_disputed(**one, **other)) continue;
        const std::size_t known = found_.findings.size();
        StatementGroup({*one, *other}, key, context_)
            .report_differences(Contradiction::kYes, "the article gives both, by two authorities", found_);
        for (std::size_t i = known; i < found_.findings.size(); ++i) found_.findings[i].severity = Severity::kMedium;
      }
    }
  }

  /// Figures of one noun in neighbouring sentences, each by a named authority that is no party.
  static bool are_disputed(const SourcedFact& a, const SourcedFact& b) {
    constexpr double kNear = 0.6;
    constexpr std::uint32_t kNeighbours = 3;  // between two sentences stand a full stop and a space, or the end of a line
    if (a.source.key != b.source.key || a.fact.one_figure || a.fact.role != FactRole::kLevel || a.fact.period != b.fact.period)
      return false;
    const std::string& first = a.fact.fact().attribution.name;
    const std::string& second = b.fact.fact().attribution.name;
    const auto is_name = [](const std::string& name) { return !name.empty() && 'A' <= name.front() && name.front() <= 'Z'; };
    if (!is_name(first) || !is_name(second) || first == second || a.fact.fact().measure != b.fact.fact().measure) return false;
    const Span ours = a.fact.row.figure.sentence_chars;
    const Span theirs = b.fact.row.figure.sentence_chars;
    const bool beside = ours.end <= theirs.begin && theirs.begin - ours.end <= kNeighbours;
    const auto is_exact = [](const SourcedFact& one) { return one.fact.figure().bound == Bound::kExact; };
    return beside && (is_exact(a) || is_exact(b)) && a.fact.thing == b.fact.thing &&
           touch(a.fact.interval, b.fact.interval) == Touch::kApart && relative_gap(a.fact.value(), b.fact.value()) <= kNear;
  }

  /// Figures without a period, and those whose periods are told differently, can confirm others but not contradict them.
  void confirm_across(const std::string& key, const Facts& facts, const Facts& undated) {
    if (facts.size() > kMostCompared) return;
    for (const SourcedFact* one : undated) confirm_one(key, *one, facts);
    Facts dated = facts;
    std::erase_if(dated, [](const SourcedFact* one) { return !one->fact.period; });
    for (const SourcedFact* one : dated) confirm_one(key, *one, dated);
  }

  void confirm_one(const std::string& key, const SourcedFact& one, const Facts& facts) {
    Facts confirmed = {&one};
    std::copy_if(facts.begin(), facts.end(), std::back_inserter(confirmed), [&](const SourcedFact* other) {
      return other != &one && may_confirm_across(one, *other) && confirm(one.fact, other->fact);
    });
    report_new(confirmed, key);
  }

  /// A figure without a period may be that of the last year before its article; where it fits no other either, the two may differ.
  void compare_undated(const std::string& key, const SourcedFact& undated, const std::map<std::pair<Day, Day>, Facts>& by_period) {
    const auto published = parse_iso_date(undated.source.published);
    if (!undated.fact.one_figure || undated.fact.role != FactRole::kLevel || !published) return;
    const Facts* latest = nullptr;
    for (const auto& [period, facts] : by_period) {
      const bool whole_year = DayInterval{period.first, period.second}.days() >= 365;
      const bool recent = period.second <= *published && published->number() - period.second.number() < 365;
      if (whole_year && recent) latest = &facts;
    }
    if (latest == nullptr) return;
    Facts together = {&undated};
    constexpr double kNear = 0.3;
    for (const SourcedFact* one : *latest) {
      if (touch(usual_interval(one->fact), usual_interval(undated.fact)) == Touch::kOverlap) return;
      if (one->source.key == undated.source.key || relative_gap(one->fact.value(), undated.fact.value()) > kNear) return;
      if (one->fact.one_figure && one->fact.thing == undated.fact.thing && published_within(*one, undated, kSameTime))
        together.push_back(one);
    }
    StatementGroup(std::move(together), key, context_).report_differences(Contradiction::kPossible, stated_period_missing(undated), found_);
  }

  static std::string stated_period_missing(const SourcedFact& undated) {
    return "for " + stated(undated.fact) + " no period is stated, so that another one may be meant";
  }

  /// What is expected against what came: no contradiction, but a reader may want to know.
  void compare_scopes(const Facts& facts) {
    std::map<std::string, Facts> same_but_status;
    for (const SourcedFact* one : facts) {
      const bool scoped =
          one->fact.status == StatusClass::kFact || one->fact.status == StatusClass::kForecast || one->fact.status == StatusClass::kTarget;
      if (!one->fact.one_figure || !one->fact.period || !scoped) continue;
      same_but_status[key_of(frame_of(one->fact), *one->fact.period) + "\n" + one->fact.thing + "\n" + base_of(one->fact)].push_back(one);
    }
    for (const auto& [key, group] : same_but_status) {
      const auto differs = [first = group.front()->fact.status](const SourcedFact* one) { return one->fact.status != first; };
      const bool differ = std::any_of(group.begin(), group.end(), differs);
      if (differ) StatementGroup(group, key, context_).report_scope("some of these are expected or aimed at, not what came about", found_);
    }
  }

  std::string name_;
  const CheckPolicy& policy_;
  const TopicContext& context_;
  TopicFindings found_;
};

}  // namespace

bool are_told_together(const SourcedFact& a, const SourcedFact& b) {
  if (own_topic(a.fact) == 0 || own_topic(a.fact) != own_topic(b.fact) || a.fact.status != b.fact.status) return false;
  if (a.fact.thing == b.fact.thing && (same_period(a.fact, b.fact) || (!a.fact.period && !b.fact.period))) return true;
  return confirm(a.fact, b.fact) && (same_period(a.fact, b.fact) || may_confirm_across(a, b));
}

TopicFindings compare_topic(std::int64_t topic, SourcedFacts facts, bool linked, const CheckPolicy& policy, const TopicContext& context) {
  std::sort(facts.begin(), facts.end(), in_text_order);
  return Topic(topic, policy, context).compare(facts, linked);
}

}  // namespace attest
