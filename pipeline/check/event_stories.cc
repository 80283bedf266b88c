#include "check/event_stories.h"

#include <algorithm>
#include <cstdlib>

namespace attest {
namespace {

/// A name that so many documents open with does not tell an event.
constexpr std::uint32_t kMostOfName = 300;
/// More documents than that on one event add nothing.
constexpr std::size_t kMostOfStory = 30;
/// Documents whose names and figures are kept at hand: some 90 MB.
constexpr std::size_t kMarksAtHand = 300'000;

bool are_near(const SourceInfo& a, const SourceInfo& b) {
  const auto first = parse_iso_date(a.published);
  const auto second = parse_iso_date(b.published);
  return !first || !second || std::abs(first->number() - second->number()) <= kDaysOfOneEvent;
}

}  // namespace

std::vector<TopicRow> EventStories::name_rows(const CheckedDocument& document) {
  std::vector<TopicRow> rows;
  if (document.facts.empty()) return rows;
  if (marks_.size() >= kMarksAtHand) marks_.clear();
  const LeadNames& names = (marks_[document.key] = {lead_names(document, policy_), telling_figures(document)}).names;
  for (const std::int64_t topic : name_topics(names)) {
    rows.push_back({topic, document.key, document.facts.front().row.number, std::nullopt, std::nullopt});
  }
  return rows;
}

const EventStories::Marks& EventStories::marks_of(std::int64_t key) {
  if (const auto known = marks_.find(key); known != marks_.end()) return known->second;
  const CheckedDocument& document = sources_.document(key);
  return marks_[key] = {lead_names(document, policy_), telling_figures(document)};
}

const Story& EventStories::named_in(std::int64_t topic) {
  const auto [place, added] = named_.try_emplace(topic);
  if (!added) return place->second;
  const std::vector<TopicRow> rows = sources_.topic(topic, kMostOfName);
  if (rows.size() >= kMostOfName) return place->second;
  for (const TopicRow& row : rows) place->second.push_back(row.document_key);
  return place->second;
}

/// Both open with one name at least: that is how they are found.
bool EventStories::report_same(std::int64_t a, std::int64_t b) {
  const SourceInfo& ours = sources_.info(a);
  const SourceInfo& theirs = sources_.info(b);
  const bool one_publisher = !ours.publisher.empty() && ours.publisher == theirs.publisher;
  if (one_publisher || !are_near(ours, theirs)) return false;
  const Marks& first = marks_of(a);
  const Marks& second = marks_of(b);
  return tell_same_event(first.names, second.names) || share_figures(first.figures, second.figures);
}

std::set<std::int64_t> EventStories::neighbours_of(std::int64_t key) {
  std::set<std::int64_t> found;
  for (const std::int64_t topic : name_topics(marks_of(key).names)) {
    for (const std::int64_t other : named_in(topic)) {
      if (other != key && !found.contains(other) && report_same(key, other)) found.insert(other);
    }
  }
  return found;
}

/// Reports of reports that are near to the first one, too.
Story EventStories::story_of(std::int64_t key) {
  std::set<std::int64_t> story = {key};
  std::vector<std::int64_t> next = {key};
  for (std::size_t i = 0; i < next.size() && story.size() < kMostOfStory; ++i) {
    for (const std::int64_t other : neighbours_of(next[i])) {
      if (story.size() < kMostOfStory && are_near(sources_.info(key), sources_.info(other)) && story.insert(other).second) {
        next.push_back(other);
      }
    }
  }
  return {story.begin(), story.end()};
}

std::vector<Story> EventStories::around(const std::vector<std::int64_t>& keys) {
  std::vector<Story> stories;
  std::set<std::int64_t> placed;
  for (const std::int64_t key : keys) {
    if (placed.contains(key)) continue;
    Story story = story_of(key);
    placed.insert(story.begin(), story.end());
    if (story.size() > 1) stories.push_back(std::move(story));
  }
  return stories;
}

}  // namespace attest
