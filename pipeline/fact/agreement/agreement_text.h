// A document as the search for the parties of its agreements sees it: its words, the word lists, who may be a party, and what was told
// before.
//
//   const AgreementText text({&lexicon, &cues, &names, &leaders, &memory}, view);
//   // "Norvale signed a pact with Peru"
//   text.at(AgreementList::kSayingVerb, 1, text.size());  // nothing: "signed" says nothing
//   text.is(4, "with");                                   // true
//   text.cues_within({0, text.size()});                   // Norvale, Peru
//
// It changes nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/ascii.h"
#include "engine/gazetteer.h"
#include "fact/agreement/agreement_lexicon.h"
#include "fact/agreement/agreement_memory.h"
#include "fact/state_leader.h"
#include "resolve/name_places.h"
#include "resolve/party_cue.h"

namespace attest {

/// What is known beside the words. None is null, and all must outlive the view.
struct AgreementKnowledge {
  const AgreementLexicon* lexicon;
  const PartyCues* cues;
  const NamePlaces* names;  ///< Names that are no parties of their own, too: people, places, events.
  const StateLeaders* leaders;
  const AgreementMemory* memory;
};

/// Positions are indices of tokens in the document's view.
class AgreementText {
 public:
  AgreementText(const AgreementKnowledge& known, const TokenView& view) : known_(known), view_(view) {}

  [[nodiscard]] const NamePlaces& names() const noexcept { return *known_.names; }
  [[nodiscard]] const StateLeaders& leaders() const noexcept { return *known_.leaders; }
  [[nodiscard]] const AgreementMemory& memory() const noexcept { return *known_.memory; }

  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(view_.tokens.size()); }
  [[nodiscard]] const Token& token(std::uint32_t token) const noexcept { return view_.tokens[token]; }
  [[nodiscard]] std::string_view word(std::uint32_t token) const noexcept { return view_.word(token); }
  [[nodiscard]] std::string_view passage(TokenRange range) const noexcept { return view_.passage(range); }
  /// From the first token's first byte to the last one's end; the range is not empty.
  [[nodiscard]] Span bytes_of(TokenRange range) const noexcept { return {token(range.begin).begin, token(range.end - 1).end}; }
  /// The word at a token is this one, or one of these, capitals or not.
  [[nodiscard]] bool is(std::uint32_t token, std::string_view one) const noexcept { return equal_in_any_case(word(token), one); }
  [[nodiscard]] bool is_any(std::uint32_t token, std::span<const std::string_view> words) const noexcept {
    return is_one_of(word(token), words);
  }
  [[nodiscard]] bool is_capitalised(std::uint32_t token) const noexcept { return view_.tokens[token].has(token_flag::kCapitalised); }

  /// The longest entry of a list that begins at a token and ends by `limit`.
  [[nodiscard]] std::optional<ListedWord> at(AgreementList list, std::uint32_t begin, std::uint32_t limit) const {
    return known_.lexicon->of(list).at(view_, begin, limit);
  }
  /// The longest entry of a list that ends before a token and begins at `floor` or later.
  [[nodiscard]] std::optional<ListedWord> ending_at(AgreementList list, std::uint32_t end, std::uint32_t floor) const {
    return known_.lexicon->of(list).ending_at(view_, end, floor);
  }
  /// "determiner", "preposition", "auxiliary", …; "" for words of content.
  [[nodiscard]] std::string_view function_class(std::uint32_t token) const;
  /// Who may be a party in a stretch of text, in order of position.
  [[nodiscard]] std::span<const PartyCue> cues_within(TokenRange range) const noexcept { return known_.cues->within(range); }

 private:
  AgreementKnowledge known_;
  TokenView view_;
};

}  // namespace attest
