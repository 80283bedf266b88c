// What a name does in its sentence: whether the figures may be about it, or whether it speaks, is spoken to, or only describes
// another name.
//
//   PartyRoles roles;
//   roles.read(sentence);
//   if (roles.counts(i)) use(sentence.parties()[i]);
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "fact/fact_sentence.h"

namespace attest {

enum class PartyRole : std::uint8_t {
  kPlain,      ///< A figure may be about it.
  kSpeaker,    ///< "The ministry said", "according to the ministry".
  kAddressee,  ///< "told the stock exchange".
  kModifier,   ///< Describes another: "Oslo-based", "Norway's Equinor", "Equinor, the Norwegian producer".
  kOfCompany,  ///< "the Norwegian company": describes it, unless no company was named that it could be.
  kPerson,
};

/// Reused from sentence to sentence.
class PartyRoles {
 public:
  /// Reads a sentence, which must stay as it is while the roles are asked for.
  void read(const FactSentence& sentence);

  [[nodiscard]] PartyRole of(std::size_t party) const noexcept { return roles_[party]; }
  [[nodiscard]] bool counts(std::size_t party) const noexcept { return roles_[party] == PartyRole::kPlain; }
  /// The index of the last party that speaks and ends by `token`, of countries and organisations.
  [[nodiscard]] std::optional<std::size_t> speaker_before(std::uint32_t token) const noexcept;

  /// True where what ends at `end` is the subject of a verb of speech that states what follows: "… said", "…, a bank, expects".
  [[nodiscard]] bool is_short_form(std::size_t party) const;
  [[nodiscard]] bool states_further_on(const Party& party) const;
  [[nodiscard]] bool states(std::uint32_t end) const;
  /// The verb of speech that covers a token and states something; null for others. "Reported a loss" tells of a deed.
  [[nodiscard]] const FoundEntry* stating_verb(std::uint32_t token) const;

 private:
  [[nodiscard]] PartyRole role_of(std::size_t party) const;
  [[nodiscard]] bool is_source(TokenRange tokens) const;
  [[nodiscard]] bool cites(std::uint32_t token) const;
  [[nodiscard]] bool employs_speaker(std::size_t party) const;
  [[nodiscard]] bool issues_report(const Party& party) const;
  [[nodiscard]] bool asks_others(const Party& party) const;
  [[nodiscard]] bool is_where_spoken(const Party& party) const;
  [[nodiscard]] bool lies_in(const Party& party) const;
  [[nodiscard]] bool is_addressee(TokenRange tokens) const;
  [[nodiscard]] bool is_body(std::uint32_t token) const;
  [[nodiscard]] bool has_owner_behind(const Party& party) const;
  [[nodiscard]] bool describes_organisation(const Party& party) const;
  [[nodiscard]] bool describes_company(const Party& party) const;
  [[nodiscard]] bool is_neighbour(const Party& party) const;
  [[nodiscard]] bool prices_currency(const Party& party) const;
  [[nodiscard]] bool is_marketplace(const Party& party) const;
  [[nodiscard]] bool is_origin_in_brackets(std::size_t party) const;
  [[nodiscard]] bool tallies(const Party& party) const;
  [[nodiscard]] bool closes(std::uint32_t token) const;
  [[nodiscard]] bool is_left_out(const Party& party) const;
  [[nodiscard]] bool is_in_apposition(std::size_t party) const;
  [[nodiscard]] std::uint32_t skip_to_verb(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t behind_apposition(std::uint32_t comma) const;

  const FactSentence* sentence_ = nullptr;
  std::vector<PartyRole> roles_;
};

/// Over determiners, adjectives and owners before a name, to the word that says what part it plays: of "to the growing Chinese
/// market" the token behind "to". Not before `floor`.
[[nodiscard]] std::uint32_t phrase_opening(const FactSentence& sentence, std::uint32_t token, std::uint32_t floor);

/// "…, the agency reports, citing Norvale", "referring to Norvale": from whom a text has what it tells.
[[nodiscard]] bool is_cited(const FactSentence& sentence, const Party& party);

/// True for what a party is only compared with: "Germany's economy, Europe's largest, shrank".
[[nodiscard]] bool only_compares(const FactSentence& sentence, const Party& party);

/// The first verb in a range; its end where there is none.
[[nodiscard]] std::uint32_t first_verb(const FactSentence& sentence, TokenRange range);

/// True where a verb stands in [from, to), or a participle that "and" or "but" joins on.
[[nodiscard]] bool has_verb_between(const FactSentence& sentence, std::uint32_t from, std::uint32_t to);

/// "the line between Chad and Niger": `first` and `second` are what it lies between.
[[nodiscard]] bool is_between(const FactSentence& sentence, const Party& first, const Party& second);

/// "Under the pact between Chad and Mali, by the end of 2021, | Peru will": where the subject begins behind what only leads to it; the
/// begin of `tokens` where nothing does. A comma behind a name may part the members of a row.
[[nodiscard]] std::uint32_t behind_opening(const FactSentence& sentence, TokenRange tokens);

}  // namespace attest
