// The names that an article opens with, by which reports of the same event are found: "Lion Air", "Jakarta", "Pangkal Pinang".
//
//   const LeadNames ours = lead_names(text, policy), theirs = lead_names(other_text, policy);
//   tell_same_event(ours, theirs)
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "check/check_policy.h"
#include "check/checked_fact.h"

namespace attest {

/// Hashes of the names, sorted, each once.
using LeadNames = std::vector<std::uint64_t>;

/// The names of the first paragraphs: words of three letters or more with a capital letter. Those that open a sentence or a line count
/// where they go on like names ("Lion Air", "Peru's") and are no words of the text. Those of Cue::kCalendar are none.
[[nodiscard]] LeadNames lead_names(std::string_view text, const CheckPolicy& policy);
/// With those of the organisations that its figures are about, which a report may name only where sentences open.
[[nodiscard]] LeadNames lead_names(const CheckedDocument& document, const CheckPolicy& policy);

/// True where most of what the one names is named by the other.
[[nodiscard]] bool tell_same_event(const LeadNames& a, const LeadNames& b);

/// The most topics of an article's names.
inline constexpr std::size_t kNameTopics = 8;

/// Topics under which articles with the same names are found: those of the smallest hashes, so that two articles that share half of
/// their names mostly share one (MinHash: Broder, 1997).
[[nodiscard]] std::vector<std::int64_t> name_topics(const LeadNames& names);
/// The topic of what the reports of one event say, which belongs to one of its documents.
[[nodiscard]] std::int64_t story_topic(std::int64_t document_key);

/// True for either of these two; topics of facts are even.
[[nodiscard]] constexpr bool is_event_topic(std::int64_t topic) noexcept { return (topic & 1) != 0; }
[[nodiscard]] constexpr bool is_story_topic(std::int64_t topic) noexcept { return (topic & 3) == 3; }

}  // namespace attest
