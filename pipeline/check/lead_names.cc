#include "check/lead_names.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "check/topic_hash.h"

namespace attest {
namespace {

/// A lead and what follows it, in bytes: later paragraphs tell the background, which articles on other events share.
constexpr std::size_t kLead = 1500;
constexpr std::size_t kShortestName = 3;
/// Articles that share fewer names, or a smaller part of them, may tell of different events of one kind.
constexpr std::size_t kFewestShared = 3;
constexpr double kSharedPart = 0.35;

bool is_letter(char c) { return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

bool is_capital(char c) { return 'A' <= c && c <= 'Z'; }

/// Whether a word that begins at `at` opens a sentence, a quotation or a line.
bool opens(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  return at == 0 || std::string_view(".!?:;\n\"'()[]-").find(text[at - 1]) != std::string_view::npos;
}

/// "Jakarta" inside a sentence, and "iPhone" anywhere.
bool is_name(std::string_view text, std::size_t at, std::string_view word) {
  if (word.size() < kShortestName) return false;
  if (is_capital(word.front())) return !opens(text, at);
  return is_capital(word[1]);
}

/// In lower case, without a plural s.
std::string plain(std::string_view word) {
  std::string all = ascii_lowered(word);
  if (all.size() > kShortestName && all.ends_with('s')) all.pop_back();
  return all;
}

bool is_calendar(const std::string& word, const CheckPolicy& policy) {
  const std::vector<CueWords>& cues = policy.cues_from(word);
  return std::any_of(cues.begin(), cues.end(), [&](const CueWords& one) { return one.cue == Cue::kCalendar && one.words == word; });
}

/// Behind the title, where one stands by itself.
std::size_t begin_of_body(std::string_view text) {
  constexpr std::size_t kLongestTitle = 200;
  const std::size_t end = text.find("\n\n");
  return end < kLongestTitle ? end : 0;
}

}  // namespace

LeadNames lead_names(std::string_view text, const CheckPolicy& policy) {
  text = text.substr(begin_of_body(text));
  text = text.substr(0, kLead);
  LeadNames names;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_letter(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    const std::string_view word = text.substr(at, end - at);
    if (is_name(text, at, word)) {
      if (const std::string name = plain(word); !is_calendar(name, policy)) names.push_back(topic_hash(name));
    }
    at = end;
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

bool tell_same_event(const LeadNames& a, const LeadNames& b) {
  std::size_t shared = 0;
  for (const std::uint64_t name : a) shared += std::binary_search(b.begin(), b.end(), name) ? 1U : 0U;
  const std::size_t fewer = std::min(a.size(), b.size());
  const bool all_of_two = shared == 2 && fewer == 2;
  return all_of_two || (shared >= kFewestShared && static_cast<double>(shared) >= kSharedPart * static_cast<double>(fewer));
}

std::vector<std::int64_t> name_topics(const LeadNames& names) {
  std::vector<std::int64_t> topics;
  for (std::size_t i = 0; i < std::min(names.size(), kNameTopics); ++i) topics.push_back(topic_number(names[i], TopicKind::kName));
  return topics;
}

std::int64_t story_topic(std::int64_t document_key) { return topic_number("story " + std::to_string(document_key), TopicKind::kStory); }

}  // namespace attest
