// Whom a figure is about, and which way goods or money flow: from the measure's phrase, from the clause, from the text before.
//
//   PartyFinder finder(kinds);
//   finder.begin(sentence);
//   PartyReading parties = finder.find(sentence, figure, measures, earlier, discourse);
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include "fact/discourse.h"
#include "fact/fact_sentence.h"
#include "fact/measure_reading.h"
#include "fact/party_role.h"
#include "fact/region_members.h"

namespace attest {

class PartyFinder {
 public:
  /// Keeps references to both.
  PartyFinder(const MeasureKinds& kinds, const RegionMembers& regions) : kinds_(&kinds), regions_(&regions) {}

  /// Begins a sentence.
  void begin(const FactSentence& sentence) { roles_.read(sentence); }
  /// The parties of figure number `figure` of the sentence. `measures` are the readings of the sentence's figures up to and with this
  /// one, `earlier` the parties of those before it. `unit` is the figure's.
  [[nodiscard]] PartyReading find(const FactSentence& sentence, std::size_t figure, std::span<const MeasureReading> measures,
                                  std::span<const PartyReading> earlier, const Discourse& discourse, std::string_view unit);
  /// Whom the sentence that was begun is about, where no fact tells: the first name that may be its subject; "" where there is none.
  [[nodiscard]] std::string_view subject_of(const FactSentence& sentence, FactLexicon& lexicon) const;

 private:
  /// What a party is to the measure, by the word before it.
  enum class Place : std::uint8_t { kOwner, kOtherEnd, kGiver, kEither };

  [[nodiscard]] bool attacks(const Party& party) const;
  [[nodiscard]] bool counts(std::size_t party) const;
  [[nodiscard]] const PartyReading& told_with(std::span<const MeasureReading> measures, std::size_t figure) const;
  [[nodiscard]] bool goes_on(std::span<const MeasureReading> measures, std::size_t figure);
  [[nodiscard]] bool is_further_end(const Party& party) const;
  [[nodiscard]] bool read_contender();
  [[nodiscard]] bool read_standing();
  [[nodiscard]] bool read_unknown_contender(std::uint32_t end);
  [[nodiscard]] bool holds_support(const Party& party) const;
  void read_phrase();
  void read_subjects();
  void read_local_subject();
  void read_subjects_before_clause(TokenRange region);
  [[nodiscard]] bool is_between(const Party& first, const Party& second) const;
  void read_receiver();
  /// Whence and where; "" where the text does not say.
  struct Route {
    std::string_view from, to;
  };
  [[nodiscard]] Route route_in(TokenRange range) const;
  void read_route();
  [[nodiscard]] bool is_received() const;
  [[nodiscard]] bool is_named_here(std::string_view id) const;
  void complete_lent();
  void complete_site();
  void complete_rank();
  [[nodiscard]] bool is_told_of_flow() const;
  [[nodiscard]] bool follows_in_row() const;
  void narrow_region();
  [[nodiscard]] std::string_view indirect_object() const;
  [[nodiscard]] std::string_view last_giver() const;
  void turn_receiver();
  void read_between_behind();
  [[nodiscard]] bool counts_nationals() const;
  void read_migration();
  [[nodiscard]] bool names_pair() const;
  [[nodiscard]] bool read_reporter_behind();
  [[nodiscard]] std::string_view other_country(const FoundEntry& reference);
  [[nodiscard]] bool is_bought(const Party& party) const;
  void read_bought();
  void read_counterparty();
  [[nodiscard]] bool leads_to_counterparty(std::uint32_t opening) const;
  void read_deal();
  [[nodiscard]] bool has_verb_between(std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] bool is_end_point(const Party& party) const;
  [[nodiscard]] bool belongs_to_next(const Party& party) const;
  void read_pronoun(TokenRange region);
  void read_speaker_as_subject(TokenRange region);
  void read_subjects_in(TokenRange tokens);
  [[nodiscard]] bool read_harmed(TokenRange tokens);
  [[nodiscard]] bool read_struck();
  [[nodiscard]] bool has_place_behind() const;
  void read_places();
  [[nodiscard]] bool is_said_before(std::uint32_t from, std::uint32_t place) const;
  void read_end_before();
  void read_end_behind();
  [[nodiscard]] bool is_carried_end(std::uint32_t word) const;
  [[nodiscard]] bool is_joined_end(const Party& party) const;
  [[nodiscard]] std::string_view buyer_told_of(std::string_view home) const;
  [[nodiscard]] std::string_view other_side_of(const FoundEntry& market) const;
  void fill_ends();
  void read_joined();
  [[nodiscard]] std::string_view joined_behind(std::string_view id) const;
  [[nodiscard]] std::string_view joined_before(std::string_view id) const;
  void take_market();
  void complete();
  void complete_both();
  [[nodiscard]] bool is_told_again() const;
  void complete_partner();
  [[nodiscard]] bool names_foreign_body() const;
  [[nodiscard]] std::string_view constant_end() const;
  [[nodiscard]] std::string_view seller_told_of() const;
  void complete_pair();
  void complete_receiver();
  void complete_balance();
  bool complete_from_fact_before();
  void add_home_of_branch();
  void collect();
  [[nodiscard]] bool read_programme();
  void read_context();
  void set_flow();
  void drop_loop();
  void note_place_in_list();
  [[nodiscard]] bool is_inward() const;
  [[nodiscard]] bool tells_of_inflow() const;
  [[nodiscard]] bool replace_subject(const PartyReading& earlier);
  [[nodiscard]] std::string_view owner_of_counted() const;
  [[nodiscard]] std::string_view place_behind() const;
  [[nodiscard]] bool is_place_of_figure(const Party& party) const;
  [[nodiscard]] bool is_place_list() const;
  [[nodiscard]] std::uint32_t behind_bracket(std::uint32_t end) const;
  [[nodiscard]] bool returns_from_relative() const;
  [[nodiscard]] bool names_other_end(const Party& party) const;
  [[nodiscard]] bool replace_end(const PartyReading& earlier);
  [[nodiscard]] std::uint32_t phrase_head(std::uint32_t token) const;
  [[nodiscard]] std::string_view name_before_figure() const;
  [[nodiscard]] std::string_view name_counted() const;
  [[nodiscard]] std::uint32_t limit_behind() const;
  [[nodiscard]] bool tells_worth(const MentionAt& next) const;
  [[nodiscard]] bool read_respective();
  [[nodiscard]] TokenRange subject_region();
  [[nodiscard]] std::string_view id_of(const Party& party) const;
  [[nodiscard]] std::string_view referent(const FoundEntry& reference) const;
  [[nodiscard]] bool is_reference(const FoundEntry& reference) const;
  [[nodiscard]] Place place_of(const Party& party, TokenRange phrase) const;
  [[nodiscard]] bool is_adverbial(const Party& party, std::uint32_t begin) const;
  [[nodiscard]] bool is_agent(const Party& party, std::uint32_t begin) const;
  [[nodiscard]] bool is_joint() const;
  [[nodiscard]] bool is_mutual() const;
  [[nodiscard]] bool is_priced_on_exchange() const;
  [[nodiscard]] bool is_of_market() const;
  [[nodiscard]] bool is_of_world() const;
  [[nodiscard]] std::string_view measured_id() const;
  [[nodiscard]] bool names_anybody() const noexcept { return !reading_.owner.empty() || !reading_.partner.empty() || !subjects_.empty(); }
  [[nodiscard]] std::string replaced_by(std::string_view party, const PartyReading& earlier) const;
  [[nodiscard]] OwnerKind owner_kind() const;
  [[nodiscard]] std::string_view home_in_sentence(OwnerKind kind) const;
  [[nodiscard]] std::string_view other_country_before() const;
  [[nodiscard]] std::string_view state_told_of() const;
  [[nodiscard]] std::string_view state_of_lender() const;
  [[nodiscard]] bool is_not_lenders(std::string_view id) const;
  [[nodiscard]] bool names_state(std::string_view id) const;
  void take_party(const Party& party);
  void take_reference(const FoundEntry& reference);
  [[nodiscard]] std::string_view keep(const std::string& id);
  void take(std::string_view id);
  void add(std::string_view id);

  const MeasureKinds* kinds_;
  const RegionMembers* regions_;
  PartyRoles roles_;
  const FactSentence* sentence_ = nullptr;
  const Discourse* discourse_ = nullptr;
  const MeasureReading* measure_ = nullptr;
  std::span<const PartyReading> earlier_;
  std::string_view unit_;
  TokenRange at_;
  TokenRange clause_;
  std::uint32_t floor_ = 0;  // where the figure before, with its phrase, ends
  bool after_speech_ = false;
  bool is_with_ = false;    // the phrase names its only party behind "with"
  bool in_place_ = false;   // the phrase names a country behind "in"
  bool is_joined_ = false;  // two own the measure: neither is the one end of its flow
  PartyReading reading_;
  std::vector<std::string_view> subjects_;
  std::deque<std::string> kept_;          // what the views below view
  std::vector<std::string_view> others_;  // parties of the phrase beyond the first two
};

}  // namespace attest
