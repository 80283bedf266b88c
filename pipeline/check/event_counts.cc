#include "check/event_counts.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <vector>

#include "check/comparability.h"

namespace attest {
namespace {

/// Of smaller counts there are many events each week.
constexpr int kFewest = 5;

bool is_count(const SourcedFact& one) {
  const CheckedFact& fact = one.fact;
  return fact.role == FactRole::kLevel && fact.figure().value && !(fact.value() < Decimal(kFewest)) && !is_long_past(one);
}

/// A headline leaves out that "at least" so many are meant: where the document tells the number both ways, it means the hedged one.
void keep_hedged(SourcedFacts& same) {
  const auto leaves_out = [&](const SourcedFact* one) {
    return one->fact.figure().bound == Bound::kExact && std::any_of(same.begin(), same.end(), [&](const SourcedFact* other) {
             return other->fact.figure().bound != Bound::kExact && other->fact.value() == one->fact.value();
           });
  };
  SourcedFacts kept;
  std::copy_if(same.begin(), same.end(), std::back_inserter(kept), [&](const SourcedFact* one) { return !leaves_out(one); });
  same = std::move(kept);
}

/// The highest count of a document, with what tells the same number again ("nearly 1,900" of 1,891).
SourcedFacts highest_of(const SourcedFacts& counts) {
  const SourcedFact* const highest =
      *std::max_element(counts.begin(), counts.end(), [](const auto* a, const auto* b) { return a->fact.value() < b->fact.value(); });
  SourcedFacts same;
  std::copy_if(counts.begin(), counts.end(), std::back_inserter(same),
               [&](const SourcedFact* one) { return may_be_equal(one->fact, highest->fact); });
  keep_hedged(same);
  return same;
}

/// A count of a later day that is not lower, or may fall: each may be right for its day.
bool may_be_update(const SourcedFact& a, const SourcedFact& b, bool may_fall) {
  if (a.source.published.empty() || b.source.published.empty() || a.source.published == b.source.published) return false;
  return may_fall || (a.source.published < b.source.published) == (a.fact.value() < b.fact.value());
}

bool both_may_be_right(const SourcedFact& a, const SourcedFact& b, bool may_fall) {
  return a.fact.value() == b.fact.value() || touch(a.fact.interval, b.fact.interval) == Touch::kOverlap || may_be_update(a, b, may_fall);
}

/// The counts that cannot be right beside another one of the story.
SourcedFacts disputed_of(const SourcedFacts& story, bool may_fall) {
  SourcedFacts disputed;
  std::copy_if(story.begin(), story.end(), std::back_inserter(disputed), [&](const SourcedFact* a) {
    return std::any_of(story.begin(), story.end(), [&](const SourcedFact* b) { return !both_may_be_right(*a, *b, may_fall); });
  });
  return disputed;
}

void compare_story(const SourcedFacts& story, const std::string& key, const CheckPolicy& policy, const TopicContext& context,
                   TopicFindings& found) {
  if (story.size() < 2) return;
  report_agreement(story, key, context, found);
  const SourcedFacts disputed = disputed_of(story, policy.may_fall(story.front()->fact.fact().measure_id));
  if (disputed.empty()) return StatementGroup(story, key, context).report_scope("counts of an event grow while it becomes known", found);
  const std::size_t known = found.findings.size();
  StatementGroup(disputed, key, context).report_differences(Contradiction::kYes, "counts of an event change while it becomes known", found);
  for (std::size_t i = known; i < found.findings.size(); ++i) {
    if (found.findings[i].severity == Severity::kHigh) found.findings[i].severity = Severity::kMedium;
  }
}

std::vector<SourcedFacts> stories_of(SourcedFacts counts) {
  std::sort(counts.begin(), counts.end(), in_text_order);
  std::vector<SourcedFacts> stories;
  for (const SourcedFact* one : counts) {
    const auto story = std::find_if(stories.begin(), stories.end(),
                                    [&](const SourcedFacts& known) { return published_within(*known.front(), *one, kDaysOfOneEvent); });
    if (story == stories.end()) {
      stories.push_back({one});
    } else {
      story->push_back(one);
    }
  }
  return stories;
}

}  // namespace

void compare_event_counts(const SourcedFacts& counts, const std::string& key, const CheckPolicy& policy, const TopicContext& context,
                          TopicFindings& found) {
  if (counts.size() > kMostCompared) return;
  std::map<std::string, std::map<std::int64_t, SourcedFacts>> by_group;
  for (const SourcedFact* one : counts) {
    const std::string& noun = one->fact.figure().noun;
    if (is_count(*one)) by_group[policy.is_group_of_people(noun) ? noun : std::string()][one->source.key].push_back(one);
  }
  for (const auto& [group, documents] : by_group) {
    SourcedFacts highest;
    for (const auto& [document, told] : documents) {
      const SourcedFacts all = highest_of(told);
      highest.insert(highest.end(), all.begin(), all.end());
    }
    const std::string name = group.empty() ? key : std::string(key).append("\n").append(group);
    for (const SourcedFacts& story : stories_of(std::move(highest))) compare_story(story, name, policy, context, found);
  }
}

}  // namespace attest
