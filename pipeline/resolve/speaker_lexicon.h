// The words by which speakers are described: the list `speaker_noun` ("the minister", "officials", "customs data").
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "resolve/word_list.h"

namespace attest {

/// What a noun says of who speaks; the column `role` of the list.
enum class SpeakerRole : std::uint8_t {
  kHe,        ///< A pronoun for a person.
  kIt,        ///< A pronoun for a body.
  kThey,      ///< A pronoun for several.
  kTitle,     ///< An office or a trade: "minister", "analyst".
  kGroup,     ///< Several people: "officials".
  kBody,      ///< A kind of organisation; `type` says which ("bank", "company").
  kDocument,  ///< "data", "report": somebody else speaks through it.
};

struct SpeakerWord {
  TokenRange tokens;
  SpeakerRole role = SpeakerRole::kBody;
  std::string_view type;  ///< For kBody: an organisation type of ANNOTATION.md.
};

/// Looks words up in the lists of a rule set, which must outlive it; without the lists it knows nothing.
class SpeakerLexicon {
 public:
  explicit SpeakerLexicon(const CompiledRules& rules);

  /// The longest entry that ends before token `end` and begins at `limit` or later.
  [[nodiscard]] std::optional<SpeakerWord> ending_at(const TokenView& view, std::uint32_t end, std::uint32_t limit) const;
  /// The longest entry that begins at `begin`; plural and singular forms are entries of their own.
  [[nodiscard]] std::optional<SpeakerWord> beginning_at(const TokenView& view, std::uint32_t begin, std::uint32_t limit) const;
  /// The class of a closed-class word ("determiner", "preposition", ...; list `function_word`); "" for other tokens.
  [[nodiscard]] std::string_view function_class(const TokenView& view, std::uint32_t token) const;
  /// True where the words at `begin` go on with the statement of the sentence before: "An additional ...".
  [[nodiscard]] bool continues(const TokenView& view, std::uint32_t begin, std::uint32_t limit) const;
  /// True where the word only describes a report and names no body: "preliminary", "global".
  [[nodiscard]] bool describes_report(const TokenView& view, std::uint32_t token) const;

 private:
  WordList nouns_;
  WordList function_words_;
  WordList continuations_;
  WordList adjectives_;
};

}  // namespace attest
