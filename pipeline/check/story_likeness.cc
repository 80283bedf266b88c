#include "check/story_likeness.h"

#include <algorithm>
#include <cctype>

#include "check/statement_group.h"

namespace attest {
namespace {

/// News is rewritten within days.
constexpr int kSameNews = 3;
/// Sentences that share so much of their words may tell of one thing; those of near-duplicate texts need less.
constexpr double kSameContext = 0.6;
constexpr double kSameContextOfDuplicates = 0.45;
/// Figures of one story that lie farther apart are of different things in it.
constexpr double kFarApart = 0.5;

bool is_number(const std::string& word) { return word.front() >= '0' && word.front() <= '9'; }

/// Words that begin with a capital letter: names, and what opens the sentence.
std::vector<std::string> capitalised_words(const std::string& sentence) {
  std::string names;
  bool inside = false;
  bool capital = false;
  for (const char c : sentence) {
    const bool letter = std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
    if (letter && !inside) capital = std::isupper(static_cast<unsigned char>(c)) != 0;
    inside = letter;
    names += letter && capital ? c : ' ';
  }
  return content_words(names);
}

/// Quotations and results, line after line: alike in every issue.
bool is_table(const std::vector<std::string>& words) {
  const auto numbers = std::count_if(words.begin(), words.end(), is_number);
  return static_cast<std::size_t>(numbers) * 2 > words.size();
}

bool holds(const std::vector<std::string>& words, const std::vector<std::string>& names) {
  return std::includes(words.begin(), words.end(), names.begin(), names.end());
}

}  // namespace

bool tell_one_story(const SourcedFact& a, const SourcedFact& b, const TopicContext& context) {
  if (a.source.key == b.source.key || !published_within(a, b, kSameNews) || a.fact.thing != b.fact.thing) return false;
  if (relative_gap(a.fact.value(), b.fact.value()) > kFarApart) return false;
  if (likeness(content_words(a.fact.fact().measure), content_words(b.fact.fact().measure)) < kSamePhrase) return false;
  const std::string first = context.sentence(a);
  const std::string second = context.sentence(b);
  std::vector<std::string> our_words = content_words(first);
  std::vector<std::string> their_words = content_words(second);
  if (is_table(our_words) || is_table(their_words)) return false;
  if (!holds(their_words, capitalised_words(first)) || !holds(our_words, capitalised_words(second))) return false;
  for (std::vector<std::string>* words : {&our_words, &their_words}) std::erase_if(*words, is_number);
  const double alike = likeness(our_words, their_words);
  return alike >= kSameContext || (alike >= kSameContextOfDuplicates && near_duplicates(a, b, context));
}

}  // namespace attest
