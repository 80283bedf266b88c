// One figure, its measure and its sentence, as the search for its parties sees them.
//
//   const PartyView view({&kinds, &regions, &roles, &discourse}, sentence, 1, measures, earlier, "USD");
//   // "Chad's exports to Peru rose 5% to [$3 billion]"
//   view.counts(0);             // true: the figure may be about Chad
//   view.measured_id();         // "trade.exports"
//   view.earlier().back();      // the parties of "5%"
//
// It changes nothing; what was found so far is in a PartyDraft.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "fact/discourse.h"
#include "fact/fact_sentence.h"
#include "fact/measure/measure_kind.h"
#include "fact/measure/measure_reading.h"
#include "fact/party/party_role.h"
#include "fact/region_members.h"

namespace attest {

/// What is known beside the sentence. None is null, and all must outlive the view.
struct PartyKnowledge {
  const MeasureKinds* kinds;
  const RegionMembers* regions;
  const PartyRoles* roles;  ///< Of the sentence.
  const Discourse* discourse;
};

/// Positions are indices of tokens in the sentence's view.
class PartyView {
 public:
  /// The view of figure number `index` of the sentence. `measures` are the readings of the sentence's figures up to and with it, `earlier`
  /// the parties of those before it, `unit` is its own unit. An introduction of a list has a measure and no figure: it ends the sentence.
  PartyView(const PartyKnowledge& known, const FactSentence& sentence, std::size_t index, std::span<const MeasureReading> measures,
            std::span<const PartyReading> earlier, std::string_view unit);

  [[nodiscard]] const FactSentence& sentence() const noexcept { return *sentence_; }
  [[nodiscard]] const PartyRoles& roles() const noexcept { return *known_.roles; }
  [[nodiscard]] const RegionMembers& regions() const noexcept { return *known_.regions; }
  [[nodiscard]] const Discourse& discourse() const noexcept { return *known_.discourse; }

  /// The figure's number in its sentence, from 0.
  [[nodiscard]] std::size_t index() const noexcept { return index_; }
  [[nodiscard]] std::uint32_t begin() const noexcept { return at_.begin; }
  [[nodiscard]] std::uint32_t end() const noexcept { return at_.end; }
  [[nodiscard]] std::string_view unit() const noexcept { return unit_; }
  /// The clause that holds the figure.
  [[nodiscard]] TokenRange clause() const noexcept { return clause_; }
  /// Where the figure before, with its phrase, ends; the sentence's begin for the first.
  [[nodiscard]] std::uint32_t floor() const noexcept { return floor_; }

  /// What the figure measures.
  [[nodiscard]] const MeasureReading& measure() const noexcept { return measures_[index_]; }
  /// What the figures up to and with this one measure.
  [[nodiscard]] std::span<const MeasureReading> measures() const noexcept { return measures_; }
  /// The parties of the figures before that this one may go on with; none behind a rank, or where those measure nothing.
  [[nodiscard]] std::span<const PartyReading> earlier() const noexcept { return earlier_; }

  /// A figure may be about this party of the sentence: it plays its own part, and does not only strike those who are counted.
  [[nodiscard]] bool counts(std::size_t party) const;
  /// The id of a party. "The Southeast Asian country" is one that was named before.
  [[nodiscard]] std::string_view id_of(const Party& party) const;
  /// The id of the measure, of what grows or is shared, or of the first measure that its phrase names: of "60% of the population live
  /// in towns" that of population.
  [[nodiscard]] std::string_view measured_id() const;
  /// Who can own the measure.
  [[nodiscard]] OwnerKind owner_kind() const;
  /// "the index", "the wider market": nobody's.
  [[nodiscard]] bool is_of_market() const;
  /// "global demand", "world trade".
  [[nodiscard]] bool is_of_world() const;
  /// "copper at $9,000 a tonne": what is traded belongs to nobody.
  [[nodiscard]] bool is_priced_on_exchange() const;
  /// "bilateral", "mutual": between two, though one is named.
  [[nodiscard]] bool is_mutual() const;
  /// Agreements, and projects of two.
  [[nodiscard]] bool is_joint() const;
  /// The sentence names this country or region.
  [[nodiscard]] bool names_state(std::string_view id) const;
  /// "this figure", "these exports": the clause points back, before its figure, to what was told of.
  [[nodiscard]] bool points_back() const;
  /// "the Dutch company" as well as "the company", but not "company heads" or "a company".
  [[nodiscard]] bool is_reference(const FoundEntry& reference) const;
  /// Whom such words mean; "" where nobody fits.
  [[nodiscard]] std::string_view referent(const FoundEntry& reference) const;
  /// Where the words of the next figure begin; one in brackets has none.
  [[nodiscard]] std::uint32_t limit_behind() const;

 private:
  [[nodiscard]] std::string_view speaking_state() const;
  [[nodiscard]] std::uint32_t phrase_head(std::uint32_t token) const;
  [[nodiscard]] bool attacks(const Party& party) const;
  [[nodiscard]] bool is_in_measure(const Party& party) const;
  [[nodiscard]] bool tells_worth(const MentionAt& next) const;
  [[nodiscard]] std::uint32_t opening_of(const MentionAt& figure) const;

  PartyKnowledge known_;
  const FactSentence* sentence_;
  std::size_t index_;
  std::span<const MeasureReading> measures_;
  std::span<const PartyReading> earlier_;
  std::string_view unit_;
  TokenRange at_;
  TokenRange clause_;
  std::uint32_t floor_;
};

/// "trade between Chad and the EU": a union trades like a state.
[[nodiscard]] constexpr bool can_trade(const Party& party) noexcept { return is_state(party) || party.bloc; }

/// True where `tokens` lie within `range`.
[[nodiscard]] constexpr bool holds(TokenRange range, TokenRange tokens) noexcept {
  return tokens.begin >= range.begin && tokens.end <= range.end;
}

/// "the largest buyer", "its main supplier", "the largest trading partner": words of the list `reference` that name the other end of a
/// trade.
[[nodiscard]] bool is_market(const FoundEntry& reference);

}  // namespace attest
