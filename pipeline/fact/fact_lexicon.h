// The word lists by which figures are put into their context (rules/70_fact.rules), looked up token by token.
//
//   FactLexicon lexicon(rules);
//   if (auto found = lexicon.at(view, FactList::kMeasure, token, sentence.tokens.end)) use(found->tokens, found->cell(0));
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/gazetteer.h"
#include "engine/program.h"

namespace attest {

/// The lists; their columns are named in rules/70_fact.rules.
enum class FactList : std::uint8_t {
  kMeasure,
  kCountedMeasure,
  kMeasureVerb,
  kMovement,
  kChangeNoun,
  kLevelVerb,
  kWorthWord,
  kShareVerb,
  kReference,
  kStatusWord,
  kClauseWord,
  kSpeechVerb,
  kFunctionWord,
  kPricedThing,
  kIrregularPlural,
  kNameHead,
  kFigureHedge,
  kTakingVerb,
  kVagueHead,
  kEarningVerb,
  kTradeRole,
  kSuperlative,
  kComparative,
  kPresentWord,
  kPlanNoun,
  kInitiativeMember,
  kTransactionWord,
  kOriginNoun,
  kSpeakerNoun,
  kSidePhrase,
  kDistanceWord,
  kOpinionVerb,
  kPersonNoun,
  kSumNoun,
  kPollParticiple,
  kAttackNoun,
  kElectionWord,
  kVoteVerb,
  kDoneParticiple,
  kPlaceWord,
  kHoldingVerb,
  kComplementWord,
  kSelfPronoun,
  kOtherEndWord,
  kStrikingVerb,
  kWorkParticiple,
  kExtentNoun,
  kPeopleVerb,
};
inline constexpr std::size_t kFactLists = static_cast<std::size_t>(FactList::kPeopleVerb) + 1;

/// Some of the lists: bit n is FactList n.
using FactListSet = std::uint64_t;
static_assert(kFactLists <= 64, "FactListSet has a bit for each list");

/// The set of one list.
[[nodiscard]] constexpr FactListSet set_of(FactList list) noexcept { return FactListSet{1} << static_cast<unsigned>(list); }

/// An entry of a list and the tokens that it covers.
struct FoundEntry {
  TokenRange tokens;
  const Gazetteer::Entry* entry = nullptr;

  /// The cell of a column, counted from 0 behind the surface; "" for "-", which stands for nothing.
  [[nodiscard]] std::string_view cell(std::size_t column) const noexcept;
};

/// Looks words up in the lists of a rule set, which must outlive it. A list that the rule set does not have is empty.
class FactLexicon {
 public:
  explicit FactLexicon(const CompiledRules& rules);

  /// The longest entry that begins at token `begin` and ends by `limit`.
  [[nodiscard]] std::optional<FoundEntry> at(const TokenView& view, FactList list, std::uint32_t begin, std::uint32_t limit) const;
  /// The lists of which an entry may begin with a word. Nearly all words have none.
  [[nodiscard]] FactListSet lists_beginning_with(WordId word) const noexcept { return word < beginning_.size() ? beginning_[word] : 0; }
  /// The longest entry that ends right before token `end` and begins at `limit` or later.
  [[nodiscard]] std::optional<FoundEntry> ending_at(const TokenView& view, FactList list, std::uint32_t end, std::uint32_t limit) const;
  /// The entry of a list that is this word, in its folded form.
  [[nodiscard]] std::optional<std::string_view> cell_of(FactList list, std::string_view surface, std::size_t column) const;

 private:
  /// What is known of a word that begins entries.
  struct Opening {
    FactListSet alone = 0;          // lists that hold the word itself and no longer entry that begins with it
    std::uint32_t first_alone = 0;  // index in alone_ of their entries, in order of list
  };

  void note_words_of(std::size_t list);
  void find_words_alone();
  [[nodiscard]] std::optional<FoundEntry> entry(const std::optional<ListedEntry>& found) const;

  const CompiledRules* rules_;
  std::array<std::optional<ListId>, kFactLists> lists_;
  std::vector<FactListSet> beginning_;  // by word id
  std::vector<Opening> openings_;       // by word id
  std::vector<const Gazetteer::Entry*> alone_;
};

}  // namespace attest
