#include "check/lead_names.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "check/topic_hash.h"

namespace attest {
namespace {

/// A lead and what follows it, in bytes: later paragraphs tell the background, which articles on other events share.
constexpr std::size_t kLead = 1500;
constexpr std::size_t kShortestName = 3;
/// Articles that share fewer names, or a smaller part of them, may tell of different events of one kind.
constexpr std::size_t kFewestShared = 3;
constexpr double kSharedPart = 0.33;

/// Hyphens and dashes of print, U+2010 to U+2015, and its quotation marks and apostrophes, U+2018 to U+201F, are three bytes of UTF-8
/// each.
constexpr std::size_t kMarkBytes = 3;
bool is_print_mark_at(std::string_view text, std::size_t at, char first, char last) {
  if (text.size() - at < kMarkBytes || text[at] != '\xE2' || text[at + 1] != '\x80') return false;
  return first <= text[at + 2] && text[at + 2] <= last;
}
bool is_dash_at(std::string_view text, std::size_t at) { return is_print_mark_at(text, at, '\x90', '\x95'); }
bool is_quote_at(std::string_view text, std::size_t at) { return is_print_mark_at(text, at, '\x98', '\x9F'); }
bool is_mark_at(std::string_view text, std::size_t at) { return is_dash_at(text, at) || is_quote_at(text, at); }

bool is_letter_at(std::string_view text, std::size_t at) {
  return is_ascii_letter(text[at]) || (static_cast<unsigned char>(text[at]) >= 0x80 && !is_mark_at(text, at));
}

bool is_capital(char c) { return 'A' <= c && c <= 'Z'; }

/// "China-[Laos]-Thailand", with a hyphen or a dash.
bool is_joined(std::string_view text, std::size_t at) {
  if (at >= 2 && text[at - 1] == '-') return is_letter_at(text, at - 2);
  return at > kMarkBytes && is_dash_at(text, at - kMarkBytes) && is_letter_at(text, at - kMarkBytes - 1);
}

/// Whether a word that begins at `at` opens a sentence, a quotation or a line.
bool opens(std::string_view text, std::size_t at) {
  if (is_joined(text, at)) return false;
  while (at > 0 && text[at - 1] == ' ') --at;
  if (at >= kMarkBytes && is_mark_at(text, at - kMarkBytes)) return true;
  return at == 0 || std::string_view(".!?:;\n\"'()[]-").find(text[at - 1]) != std::string_view::npos;
}

/// "[Lion] Air sank", "[Peru]'s exports": what opens a sentence is a name where it goes on like one, and no small word elsewhere.
bool is_opening_name(std::string_view text, std::size_t at, std::string_view word) {
  const std::string_view behind = text.substr(at + word.size());
  const bool goes_on = behind.size() > 1 && ((behind[0] == ' ' && is_capital(behind[1])) || (behind[0] == '\'' && behind[1] == 's') ||
                                             (is_quote_at(behind, 0) && behind.size() > kMarkBytes && behind[kMarkBytes] == 's'));
  return goes_on && text.find(" " + ascii_lowered(word) + " ") == std::string_view::npos;
}

/// "Jakarta" inside a sentence, and "iPhone" anywhere.
bool is_name(std::string_view text, std::size_t at, std::string_view word) {
  if (word.size() < kShortestName) return false;
  if (is_capital(word.front())) return !opens(text, at) || is_opening_name(text, at, word);
  return is_capital(word[1]);
}

/// In lower case, without a plural s.
std::string plain(std::string_view word) {
  std::string all = ascii_lowered(word);
  if (all.size() > kShortestName && all.ends_with('s')) all.pop_back();
  return all;
}

/// Behind the title, where one stands by itself.
std::size_t begin_of_body(std::string_view text) {
  constexpr std::size_t kLongestTitle = 200;
  const std::size_t end = text.find("\n\n");
  return end < kLongestTitle ? end : 0;
}

LeadNames in_order(LeadNames names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

/// The words of a text, behind each other, with where they begin.
template <typename Visit>
void visit_words(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_letter_at(text, at)) {
      at += is_mark_at(text, at) ? kMarkBytes : 1;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_letter_at(text, end)) ++end;
    visit(at, text.substr(at, end - at));
    at = end;
  }
}

}  // namespace

LeadNames lead_names(std::string_view text, const CheckPolicy& policy) {
  text = text.substr(begin_of_body(text));
  text = text.substr(0, kLead);
  LeadNames names;
  visit_words(text, [&](std::size_t at, std::string_view word) {
    if (!is_name(text, at, word)) return;
    if (const std::string name = plain(word); !policy.is_cue(name, Cue::kCalendar)) names.push_back(topic_hash(name));
  });
  return in_order(std::move(names));
}

LeadNames lead_names(const CheckedDocument& document, const CheckPolicy& policy) {
  constexpr std::size_t kFirstFacts = 12;
  LeadNames names = lead_names(document.text, policy);
  for (std::size_t i = 0; i < std::min(document.facts.size(), kFirstFacts); ++i) {
    for (const std::string& party : document.facts[i].parties) {
      visit_words(party, [&](std::size_t, std::string_view word) {
        if (word.size() >= kShortestName && is_capital(word.front())) names.push_back(topic_hash(plain(word)));
      });
    }
  }
  return in_order(std::move(names));
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
