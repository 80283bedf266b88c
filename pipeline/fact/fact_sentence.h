// A sentence as the search for facts sees it: its figures, dates and names in order, the words of the fact lists, and what
// part each token plays.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "engine/gazetteer.h"
#include "fact/fact_lexicon.h"
#include "record/mention.h"

namespace attest {

class StateLeaders;

/// The part a token plays, as far as closed word lists and endings tell.
enum class WordRole : std::uint8_t {
  kContent,     ///< A noun or an adjective, as far as one can tell.
  kName,        ///< Part of a name.
  kFigure,      ///< Part of a figure.
  kDate,        ///< Part of a date.
  kPossessive,  ///< The "'s" of a possessive.
  kDeterminer,  ///< Determiners and possessive pronouns.
  kPreposition,
  kConjunction,
  kPronoun,
  kAdverb,
  kVerb,        ///< A finite verb, an auxiliary, or a verb of the fact lists.
  kParticiple,  ///< Ends in -ed or -ing: a verb, or an adjective before a noun.
  kClause,      ///< Opens a clause: "while", "which".
  kMark,        ///< Punctuation and symbols.
};

/// A country, a region, an organisation or a person that a sentence names, or whose adjective it uses ("Chinese").
struct Party {
  TokenRange tokens;
  std::string_view id;  ///< ISO 3166-1 alpha-2 code, or the name of a region, an organisation or a person.
  enum class Kind : std::uint8_t { kCountry, kRegion, kOrganisation, kPerson } kind = Kind::kCountry;
  bool adjective = false;
  bool city = false;           ///< A city that stands for its country.
  bool area = false;           ///< A part of a country that is not known: "Lumeria province".
  bool bloc = false;           ///< An organisation of states, which may stand for them: "in the European Union".
  bool reporter = false;       ///< An organisation that speaks of others: a ministry, an agency, a newspaper.
  bool office = false;         ///< A body of a state: a ministry, a central bank.
  bool lender = false;         ///< A bank or fund of many states: "the bank" of a text on what it lends.
  bool contender = false;      ///< A political party: it stands for election.
  std::string_view home = {};  ///< The country of an organisation, or that a person acts for; "" where it is not known.
};

/// True for what trades, votes and is visited as a state does: a country or a region, named or by its adjective.
[[nodiscard]] constexpr bool is_state(const Party& party) noexcept {
  return party.kind == Party::Kind::kCountry || party.kind == Party::Kind::kRegion;
}

/// A mention of the document in this sentence.
struct MentionAt {
  TokenRange tokens;
  std::uint32_t mention = 0;  ///< Index in the document's mentions.
};

/// Reused from sentence to sentence.
class FactSentence {
 public:
  explicit FactSentence(FactLexicon& lexicon) : lexicon_(&lexicon) {}

  /// Reads the sentence over these tokens; `mentions` are the document's that lie in it, the first of which has index `first`;
  /// `parties` are all of the document's but for people, in order.
  /// In a sentence without figures only names and dates are placed.
  void read(const TokenView& view, TokenRange tokens, std::span<const Mention> mentions, std::uint32_t first,
            std::span<const Party> parties);

  /// Finds words and roles of a sentence without figures, too.
  void classify();

  /// Gives people the country that they act for, as far as it is known; `leaders` must outlive the sentence.
  void settle_homes(const StateLeaders& leaders);

  [[nodiscard]] const TokenView& view() const noexcept { return *view_; }
  [[nodiscard]] TokenRange tokens() const noexcept { return tokens_; }
  /// What lies outside the sentence is a mark: patterns look at the words around theirs.
  [[nodiscard]] WordRole role(std::uint32_t token) const noexcept {
    return token >= tokens_.begin && token < tokens_.end ? roles_[token - tokens_.begin] : WordRole::kMark;
  }
  [[nodiscard]] std::span<const MentionAt> figures() const noexcept { return figures_; }
  [[nodiscard]] std::span<const MentionAt> dates() const noexcept { return dates_; }
  /// Initiatives and events.
  [[nodiscard]] std::span<const MentionAt> scopes() const noexcept { return scopes_; }
  [[nodiscard]] std::span<const Party> parties() const noexcept { return parties_; }
  /// The entries of a list, in order.
  [[nodiscard]] std::span<const FoundEntry> words(FactList list) const noexcept { return words_[static_cast<std::size_t>(list)]; }

  /// True where the token is this word, in any case; `word` is lower-case ASCII.
  [[nodiscard]] bool is(std::uint32_t token, std::string_view word) const noexcept {
    return token >= tokens_.begin && token < tokens_.end && openings_[token - tokens_.begin] == opening_of(word) && equals(token, word);
  }
  [[nodiscard]] bool is_any(std::uint32_t token, std::initializer_list<std::string_view> words) const noexcept {
    for (const std::string_view word : words) {
      if (is(token, word)) return true;
    }
    return false;
  }
  /// True for forms of "be", "have" and "do" and for modal verbs.
  [[nodiscard]] bool is_auxiliary(std::uint32_t token) const noexcept {
    const FoundEntry* word = covering(FactList::kFunctionWord, token);
    return word != nullptr && word->cell(0) == "auxiliary";
  }
  /// The last entry of a list that ends by `end` and begins at `from` or later.
  [[nodiscard]] const FoundEntry* last_before(FactList list, std::uint32_t end, std::uint32_t from) const noexcept;
  /// The first one that begins at `from` or later and before `limit`.
  [[nodiscard]] const FoundEntry* first_from(FactList list, std::uint32_t from, std::uint32_t limit) const noexcept;
  /// The entry of a list that covers a token.
  [[nodiscard]] const FoundEntry* covering(FactList list, std::uint32_t token) const noexcept;
  /// Where the clause that holds a token begins and ends: at "while", ";", ", which" and the like.
  [[nodiscard]] TokenRange clause_around(std::uint32_t token) const noexcept;

 private:
  // The length and the first letter in lower case: nearly all words that differ differ there.
  [[nodiscard]] static constexpr std::uint32_t opening_of(std::string_view word) noexcept {
    if (word.empty()) return 0;
    return static_cast<std::uint32_t>(word.size()) << 8U | static_cast<unsigned char>(ascii_lower(word.front()));
  }
  [[nodiscard]] bool equals(std::uint32_t token, std::string_view word) const noexcept;
  void place_mentions(std::span<const Mention> mentions, std::uint32_t first);
  void place_parties(std::span<const Party> parties);
  void find_words();
  void extend_measures();
  void find_roles();
  void find_adjectives();
  void find_modifiers();
  void find_clauses();
  [[nodiscard]] bool is_finite(std::uint32_t token) const;
  [[nodiscard]] bool is_deed_of_pronoun(std::uint32_t token) const;
  void set_role(TokenRange tokens, WordRole role);
  [[nodiscard]] WordRole role_of_word(std::uint32_t token);
  [[nodiscard]] bool opens_compound(std::uint32_t token) const;
  [[nodiscard]] bool is_noun_here(FactList list, std::uint32_t token) const;
  [[nodiscard]] bool closes_row(std::uint32_t conjunction) const noexcept;
  [[nodiscard]] bool opens_clause(std::uint32_t token) const noexcept;
  [[nodiscard]] TokenRange tokens_in(Span bytes) const noexcept;

  FactLexicon* lexicon_;
  const TokenView* view_ = nullptr;
  TokenRange tokens_;
  std::vector<WordRole> roles_;
  std::vector<std::uint32_t> openings_;  // by token: opening_of() it
  std::vector<std::uint32_t> clause_begins_;
  std::vector<MentionAt> figures_;
  std::vector<std::uint32_t> count_ends_;
  std::vector<MentionAt> dates_;
  std::vector<MentionAt> scopes_;
  std::vector<Party> parties_;
  std::array<std::vector<FoundEntry>, kFactLists> words_;
};

}  // namespace attest
