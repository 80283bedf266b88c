// Which documents report the same event: published by several, within days of each other, with mostly the same names in their first
// paragraphs, or with one of them and the same long numbers. What one publisher says twice is no confirmation; the topics of facts compare
// it as far as it can contradict itself.
//
//   EventStories stories(sources, policy);
//   rows = stories.name_rows(document, first_fact);            // for the store, for every document
//   for (const auto& keys : stories.around(changed)) compare(keys);
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "check/checked_fact.h"
#include "check/lead_names.h"
#include "check/same_figure.h"
#include "check/telling_figures.h"
#include "store/check_store.h"

namespace attest {

/// Keys of documents, from the smallest on.
using Story = std::vector<std::int64_t>;

class EventStories {
 public:
  /// What is known of documents, by key.
  struct Sources {
    std::function<const CheckedDocument&(std::int64_t)> document;  ///< Lives until another is asked for.
    std::function<const SourceInfo&(std::int64_t)> info;
    std::function<std::vector<TopicRow>(std::int64_t topic, std::uint32_t limit)> topic;  ///< CheckSession::take_topic.
  };

  /// `policy` must outlive the stories.
  EventStories(Sources sources, const CheckPolicy& policy) : sources_(std::move(sources)), policy_(policy) {}

  /// The rows by which the document is found: one a name topic, with the first of its facts.
  [[nodiscard]] std::vector<TopicRow> name_rows(const CheckedDocument& document);
  /// The stories of these documents, each once; documents that are alone in theirs are left out.
  [[nodiscard]] std::vector<Story> around(const std::vector<std::int64_t>& keys);

 private:
  /// By what a document is found.
  struct Marks {
    LeadNames names;
    TellingFigures figures;
  };
  const Marks& marks_of(std::int64_t key);
  const Story& named_in(std::int64_t topic);
  [[nodiscard]] bool report_same(std::int64_t a, std::int64_t b);
  [[nodiscard]] std::set<std::int64_t> neighbours_of(std::int64_t key);
  [[nodiscard]] Story story_of(std::int64_t key);

  Sources sources_;
  const CheckPolicy& policy_;
  std::unordered_map<std::int64_t, Marks> marks_;
  std::unordered_map<std::int64_t, Story> named_;  ///< The documents of a name topic; none where too many have it.
};

}  // namespace attest
