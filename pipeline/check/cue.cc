#include "check/cue.h"

#include <cctype>
#include <string>

#include "base/ascii.h"

namespace attest {
namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// Where `words` stand last in `text`, as whole words; npos where they do not.
std::size_t last_place(const std::string& text, const std::string& words) {
  for (std::size_t at = text.rfind(words); at != std::string::npos; at = at == 0 ? std::string::npos : text.rfind(words, at - 1)) {
    const bool starts = at == 0 || !is_word(text[at - 1]);
    const std::size_t end = at + words.size();
    if (starts && (end == text.size() || !is_word(text[end]))) return at;
  }
  return std::string::npos;
}

template <typename Wanted>
std::optional<FoundCue> last_cue(std::string_view text, const CheckPolicy& policy, Wanted wanted) {
  const std::string small = ascii_lowered(text);
  std::optional<FoundCue> found;
  for (const CueWords& one : policy.cues()) {
    if (!wanted(one.cue)) continue;
    const std::size_t at = last_place(small, one.words);
    if (at == std::string::npos) continue;
    const Span bytes{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + one.words.size())};
    if (!found || found->bytes.end < bytes.end || (found->bytes.end == bytes.end && bytes.begin < found->bytes.begin)) {
      found = FoundCue{one.cue, bytes};
    }
  }
  return found;
}

}  // namespace

std::optional<FoundCue> find_cue(std::string_view text, Cue cue, const CheckPolicy& policy) {
  return last_cue(text, policy, [cue](Cue one) { return one == cue; });
}

std::optional<FoundCue> find_rank_cue(std::string_view text, const CheckPolicy& policy) {
  return last_cue(text, policy, [](Cue one) { return one == Cue::kAhead || one == Cue::kBehind; });
}

std::string cues_in(std::string_view text, Cue cue, const CheckPolicy& policy) {
  const std::string small = ascii_lowered(text);
  std::string found;
  for (const CueWords& one : policy.cues()) {
    if (one.cue != cue || last_place(small, one.words) == std::string::npos) continue;
    found += found.empty() ? one.words : ", " + one.words;
  }
  return found;
}

}  // namespace attest
