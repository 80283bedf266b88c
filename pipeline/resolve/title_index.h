// Which persons of a document bear which title, so that "the minister" and "he" are somebody: "Trade Minister Ana Lopes",
// "Ana Lopes, the country's trade minister, ...".
//
//   TitleIndex titles(lexicon);
//   titles.read(view, places, mentions);
//   if (auto who = titles.bearer(view, title, at)) use(mentions[*who]);
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/name_places.h"
#include "resolve/speaker_lexicon.h"

namespace attest {

/// Reused from document to document.
class TitleIndex {
 public:
  explicit TitleIndex(const SpeakerLexicon& lexicon) : lexicon_(&lexicon) {}

  /// Reads the titles beside the persons of one document.
  void read(const TokenView& view, const NamePlaces& places, std::span<const Mention> mentions);

  /// The person (index of a mention) whom a title speaks of: of those with this title, the last one named before token `at`,
  /// else the first one behind it.
  [[nodiscard]] std::optional<std::uint32_t> bearer(const TokenView& view, TokenRange title, std::uint32_t at) const;

 private:
  struct Titled {
    std::uint32_t token = 0;
    std::uint32_t mention = 0;
  };

  void add(std::string_view head, const NamePlace& person);
  void add_before(const TokenView& view, const NamePlace& person);
  void add_behind(const TokenView& view, const NamePlace& person);

  const SpeakerLexicon* lexicon_;
  std::map<std::string, std::vector<Titled>, std::less<>> by_head_;  // last word of the title in lower case: in order of position
};

}  // namespace attest
