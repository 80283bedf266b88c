#include "check/cue.h"

#include <array>
#include <set>
#include <string>

#include "base/ascii.h"

namespace attest {
namespace {

/// No cue begins with a longer word.
constexpr std::size_t kLongestWord = 24;

/// True where the cue's words stand at `at`, up to the border of a word; the end of a line counts as a space.
bool stands_at(std::string_view text, std::size_t at, std::string_view words) {
  if (text.size() - at < words.size()) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char c = text[at + i] == '\n' ? ' ' : ascii_lower(text[at + i]);
    if (c != words[i]) return false;
  }
  const std::size_t end = at + words.size();
  return end == text.size() || !is_cue_letter(words.back()) || !is_cue_letter(text[end]);
}

constexpr std::uint32_t bit_of(Cue cue) { return std::uint32_t{1} << static_cast<std::uint32_t>(cue); }

/// Calls `take` with each cue of these kinds, a bit each, and its place, in order of place. Each word is looked up once at most,
/// whatever the number of cues.
template <typename Take>
void for_each_cue(std::string_view text, std::uint32_t kinds, const CheckPolicy& policy, Take take) {
  std::array<char, kLongestWord> word{};
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    for (; end < text.size() && is_cue_letter(text[end]); ++end) {
      if (end - at < kLongestWord) word[end - at] = ascii_lower(text[end]);
    }
    if (end > at && end - at <= kLongestWord && policy.may_begin({word.data(), end - at}, kinds)) {
      for (const CueWords& one : policy.cues_from({word.data(), end - at})) {
        if ((bit_of(one.cue) & kinds) != 0 && stands_at(text, at, one.words))
          take(one, Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + one.words.size())});
      }
    }
    at = end + 1;
  }
}

std::optional<FoundCue> last_cue(std::string_view text, std::uint32_t kinds, const CheckPolicy& policy) {
  std::optional<FoundCue> found;
  for_each_cue(text, kinds, policy, [&](const CueWords& one, Span bytes) {
    if (!found || found->bytes.end < bytes.end || (found->bytes.end == bytes.end && bytes.begin < found->bytes.begin)) {
      found = FoundCue{one.cue, bytes};
    }
  });
  return found;
}

}  // namespace

std::optional<FoundCue> find_cue(std::string_view text, Cue cue, const CheckPolicy& policy) { return last_cue(text, bit_of(cue), policy); }

std::optional<FoundCue> find_rank_cue(std::string_view text, const CheckPolicy& policy) {
  return last_cue(text, bit_of(Cue::kAhead) | bit_of(Cue::kBehind), policy);
}

std::string cues_in(std::string_view text, Cue cue, const CheckPolicy& policy) {
  std::set<std::string_view> words;
  for_each_cue(text, bit_of(cue), policy, [&](const CueWords& one, Span) { words.insert(one.words); });
  std::string found;
  for (const std::string_view one : words) found.append(found.empty() ? "" : ", ").append(one);
  return found;
}

}  // namespace attest
