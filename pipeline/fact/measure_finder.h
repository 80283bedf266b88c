// What a figure measures: read from the words around it, by the structure of its clause.
//
//   MeasureFinder finder(lexicon);
//   MeasureReading reading = finder.find(sentence, mentions, 2, previous);
//   // "Exports to China rose by 5% to $3 billion": the second figure's reading has id "trade.exports", flow kOut
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fact/fact_lexicon.h"
#include "fact/fact_sentence.h"
#include "fact/figure_dimension.h"
#include "fact/measure_phrase.h"
#include "fact/measure_reading.h"
#include "record/mention.h"

namespace attest {

class MeasureFinder {
 public:
  explicit MeasureFinder(FactLexicon& lexicon) : lexicon_(&lexicon) {}

  /// Forgets the last document.
  void reset() { told_ = {}; }

  /// The reading of figure number `figure` of the sentence. `earlier` are those of the sentence's figures before it, `context` is
  /// the last one of the sentences before (may be null). kind is kNone where nothing tells what is measured.
  [[nodiscard]] MeasureReading find(const FactSentence& sentence, std::span<const Mention> mentions, std::size_t figure,
                                    std::span<const MeasureReading> earlier, const MeasureReading* context);

  /// What a line above a list says is measured in it, as an amount of money: "The main destinations were:" exports. kind is kNone
  /// where it says nothing of that.
  [[nodiscard]] MeasureReading introduction(const FactSentence& sentence);

  /// What the head of a table's column or row, or the line above it, says is measured.
  [[nodiscard]] MeasureReading heading(const FactSentence& sentence);

 private:
  using Pattern = std::optional<MeasureReading> (MeasureFinder::*)();
  [[nodiscard]] static std::span<const Pattern> patterns() noexcept;

  std::optional<MeasureReading> rank();
  std::optional<MeasureReading> price_of_thing();
  std::optional<MeasureReading> price_by_unit();
  [[nodiscard]] std::optional<MeasureReading> earned_by_share() const;
  std::optional<MeasureReading> worth_of_object();
  std::optional<MeasureReading> contribution();
  std::optional<MeasureReading> multiple();
  std::optional<MeasureReading> valued_at();
  std::optional<MeasureReading> added_to();
  std::optional<MeasureReading> interest();
  std::optional<MeasureReading> partner_in_trade();
  std::optional<MeasureReading> noun_before();
  std::optional<MeasureReading> part_of_those();
  std::optional<MeasureReading> conversion();
  std::optional<MeasureReading> value_of_thing();
  [[nodiscard]] std::optional<MeasureReading> value_of_load(std::uint32_t worth) const;
  [[nodiscard]] std::optional<MeasureReading> named_before_count(TokenRange phrase) const;
  std::optional<MeasureReading> share();
  [[nodiscard]] std::uint32_t begin_of_whole(std::uint32_t token) const;
  [[nodiscard]] TokenRange before_opinion(TokenRange whole) const;
  [[nodiscard]] TokenRange before_next_clause(TokenRange whole) const;
  [[nodiscard]] std::optional<MeasureReading> share_of_sum(std::uint32_t begin) const;
  std::optional<MeasureReading> share_who();
  std::optional<MeasureReading> vote_share();
  [[nodiscard]] bool tells_of_election() const;
  [[nodiscard]] bool follows_contender() const;
  [[nodiscard]] bool has_contender() const;
  [[nodiscard]] static MeasureReading share_of_vote();
  [[nodiscard]] std::optional<MeasureReading> vote_points() const;
  [[nodiscard]] std::optional<MeasureReading> seats_gone_on_with() const;
  std::optional<MeasureReading> growth();
  std::optional<MeasureReading> more_of_thing();
  std::optional<MeasureReading> change_of_listed();
  [[nodiscard]] std::optional<MeasureReading> growth_of_noun_by() const;
  [[nodiscard]] const FoundEntry* done_behind(std::uint32_t token) const;
  [[nodiscard]] TokenRange change_behind() const;
  [[nodiscard]] std::optional<MeasureReading> growth_named_before() const;
  [[nodiscard]] std::optional<MeasureReading> growth_of_object(const FoundEntry& movement, std::uint32_t before) const;
  [[nodiscard]] std::optional<MeasureReading> growth_of_subject(std::uint32_t before, std::uint32_t verb, bool by) const;
  [[nodiscard]] TokenRange described_change() const;
  std::optional<MeasureReading> object_moved();
  [[nodiscard]] std::optional<MeasureReading> gain_of_money() const;
  [[nodiscard]] std::optional<MeasureReading> growth_named_behind(TokenRange behind) const;
  [[nodiscard]] std::optional<MeasureReading> growth_of_what_moved(std::uint32_t before, std::uint32_t verb, bool by) const;
  std::optional<MeasureReading> counted();
  [[nodiscard]] std::optional<MeasureReading> count_compared() const;
  [[nodiscard]] std::optional<MeasureReading> count_of_others(TokenRange phrase) const;
  void tell_by_verbs(TokenRange phrase, MeasureReading& reading) const;
  [[nodiscard]] static MeasureReading people();
  [[nodiscard]] MeasureReading value_of_counted(MeasureReading counted) const;
  [[nodiscard]] TokenRange joined_noun() const;
  [[nodiscard]] MeasureReading measure_of_whole(TokenRange whole) const;
  [[nodiscard]] bool adjoins_share() const;
  std::optional<MeasureReading> in_brackets();
  [[nodiscard]] std::uint32_t behind_conversion() const;
  [[nodiscard]] std::uint32_t behind_joined(std::uint32_t phrase) const;
  [[nodiscard]] std::uint32_t behind_inserted(std::uint32_t comma) const;
  [[nodiscard]] bool is_whole_of_part() const;
  [[nodiscard]] bool is_age() const;
  [[nodiscard]] bool is_aged() const;
  std::optional<MeasureReading> people_elided();
  /// What was done to people, and the word that says it.
  struct Harm {
    std::string_view id;
    std::string word;
  };
  [[nodiscard]] std::optional<Harm> harm_before() const;
  [[nodiscard]] std::optional<Harm> harm_of_group(TokenRange phrase) const;
  [[nodiscard]] std::uint32_t behind_groups(std::uint32_t comma) const;
  [[nodiscard]] std::optional<Harm> harm_behind(std::uint32_t complement, std::uint32_t phrase) const;
  [[nodiscard]] std::optional<Harm> harm_at(std::uint32_t token, bool behind_verb) const;
  [[nodiscard]] static MeasureReading count_with(MeasureReading counted, const Harm& harm);
  std::optional<MeasureReading> strength();
  std::optional<MeasureReading> attribute();
  std::optional<MeasureReading> of_phrase_behind();
  std::optional<MeasureReading> share_of_subject();
  [[nodiscard]] MeasureReading share_of_told(const MeasureReading& whole) const;
  std::optional<MeasureReading> difference();
  std::optional<MeasureReading> part_of_counted();
  std::optional<MeasureReading> share_noun();
  [[nodiscard]] std::uint32_t share_word() const;
  std::optional<MeasureReading> other_words();
  std::optional<MeasureReading> counted_on();
  [[nodiscard]] bool refers_back(TokenRange phrase) const;
  [[nodiscard]] bool tells_of_other_growth() const;
  [[nodiscard]] MeasureReading growth_told_of() const;
  [[nodiscard]] bool is_proper(TokenRange phrase) const;
  std::optional<MeasureReading> stake();
  [[nodiscard]] std::optional<MeasureReading> stake_alone() const;
  [[nodiscard]] bool names_body(TokenRange phrase) const;
  [[nodiscard]] MeasureReading stake_in(TokenRange whole) const;
  std::optional<MeasureReading> price_paid();
  std::optional<MeasureReading> of_phrase_before();
  std::optional<MeasureReading> opening_subject();
  std::optional<MeasureReading> object_of_verb();
  std::optional<MeasureReading> passive();
  std::optional<MeasureReading> subject();
  std::optional<MeasureReading> inherited();
  [[nodiscard]] std::optional<MeasureReading> predicate_of_part() const;
  [[nodiscard]] bool is_size_of_group() const;
  [[nodiscard]] bool names_flows(TokenRange phrase) const;
  std::optional<MeasureReading> one_of_list();
  std::optional<MeasureReading> next_without_verb();
  [[nodiscard]] std::optional<MeasureReading> own_subject(std::uint32_t verb) const;
  [[nodiscard]] std::optional<MeasureReading> respective_change() const;
  [[nodiscard]] bool is_told_before() const;
  [[nodiscard]] MeasureReading part_of_told(const MeasureReading& told, TokenRange part) const;
  [[nodiscard]] std::optional<MeasureReading> pronoun_subject(std::uint32_t verb) const;
  [[nodiscard]] std::uint32_t subject_end(std::uint32_t verb) const;
  [[nodiscard]] std::optional<MeasureReading> subject_over_count(std::uint32_t verb) const;
  [[nodiscard]] std::optional<MeasureReading> subject_before_which() const;
  [[nodiscard]] std::pair<std::size_t, std::size_t> joined_figures() const;
  [[nodiscard]] TokenRange joined_measure(std::size_t number, std::size_t count, std::uint32_t limit) const;

  [[nodiscard]] const Figure& figure() const { return *mentions_[at_.mention].figure(); }
  [[nodiscard]] bool is_amount() const;
  [[nodiscard]] std::uint32_t significant_before(std::uint32_t token) const;
  [[nodiscard]] MeasureReading verb_reading(const FoundEntry& verb, std::uint32_t completed_from) const;
  [[nodiscard]] const MeasureReading* reading_to_inherit() const;
  [[nodiscard]] const MeasureReading* last_told() const;
  [[nodiscard]] bool names_plan(TokenRange phrase) const;
  [[nodiscard]] bool names_speaker(TokenRange phrase) const;
  [[nodiscard]] std::optional<MeasureReading> part_of_level() const;
  [[nodiscard]] const FoundEntry* passive_behind(std::uint32_t token) const;
  std::optional<MeasureReading> opening_amount();
  std::optional<MeasureReading> signed_change();
  [[nodiscard]] std::optional<MeasureReading> next_of_list(TokenRange phrase) const;
  std::optional<MeasureReading> distance();
  [[nodiscard]] bool is_start_of_way(TokenRange words) const;
  [[nodiscard]] std::optional<MeasureReading> length_of_subject() const;
  [[nodiscard]] std::string participle_behind(std::uint32_t token) const;
  void take_as_trade_balance(MeasureReading& reading) const;
  void take_as_trade_turnover(MeasureReading& reading) const;
  [[nodiscard]] bool is_joined() const;
  void take_as_both_ways(MeasureReading& reading) const;
  void take_as_loan(MeasureReading& reading) const;
  [[nodiscard]] bool tells_of_partner() const;
  [[nodiscard]] bool is_next_sum() const;
  [[nodiscard]] std::uint32_t end_with_other_words() const;
  void fit_to_unit(MeasureReading& reading) const;
  [[nodiscard]] bool fit_forecast(MeasureReading& reading) const;
  [[nodiscard]] bool fit_share_of_money(MeasureReading& reading) const;
  [[nodiscard]] bool fit_share_of_trade(MeasureReading& reading) const;
  [[nodiscard]] bool fit_earnings_per_share(MeasureReading& reading) const;
  [[nodiscard]] bool fit_share_price(MeasureReading& reading) const;
  [[nodiscard]] bool fit_damage(MeasureReading& reading) const;
  [[nodiscard]] bool fit_money(MeasureReading& reading) const;
  [[nodiscard]] bool fit_unit_price(MeasureReading& reading) const;
  [[nodiscard]] bool fit_project(MeasureReading& reading) const;
  [[nodiscard]] bool fit_share_of_loan(MeasureReading& reading) const;
  [[nodiscard]] bool is_per_unit() const;
  std::optional<MeasureReading> measure_of_subject(std::uint32_t verb);
  [[nodiscard]] std::optional<MeasureReading> object_brought_to(std::uint32_t verb) const;
  [[nodiscard]] bool is_annual_rate() const;
  [[nodiscard]] std::optional<MeasureReading> growth_of_raised_object() const;
  [[nodiscard]] bool is_expected() const;
  [[nodiscard]] std::optional<MeasureReading> number_of_subject(std::uint32_t verb) const;
  [[nodiscard]] std::optional<MeasureReading> unlisted_subject(std::uint32_t verb);
  [[nodiscard]] bool is_relative() const;
  [[nodiscard]] const FoundEntry* priced_subject() const;
  [[nodiscard]] std::uint32_t behind_dates(std::uint32_t token) const;
  [[nodiscard]] bool moves_by() const;
  [[nodiscard]] TokenRange until_noun(TokenRange phrase) const;
  [[nodiscard]] std::optional<MeasureReading> share_of_everything(std::uint32_t whole);
  [[nodiscard]] bool moves_to(std::uint32_t up) const;
  void remember(const MeasureReading& reading);
  [[nodiscard]] std::optional<MeasureReading> level_of_subject() const;
  [[nodiscard]] bool names_subject() const;
  [[nodiscard]] bool goes_on_with_told() const;
  [[nodiscard]] bool grows_there(const MeasureReading& reading) const;
  [[nodiscard]] std::uint32_t end_of_phrase_before() const;
  [[nodiscard]] bool moved_before(std::uint32_t by) const;
  [[nodiscard]] bool moves(std::uint32_t verb) const;
  [[nodiscard]] bool moves_aside(std::uint32_t verb) const;
  [[nodiscard]] bool moves_volume(std::uint32_t verb) const;
  [[nodiscard]] std::optional<MeasureReading> growth_alone(std::uint32_t noun) const;
  [[nodiscard]] std::uint32_t subject_floor() const;
  [[nodiscard]] static MeasureReading economic_growth();
  [[nodiscard]] static MeasureReading interest_rate();
  [[nodiscard]] bool tells_of_basis_points() const;
  [[nodiscard]] MeasureReading count_of(TokenRange phrase, std::string_view noun) const;
  [[nodiscard]] const MeasureReading* flow_told_of() const;
  [[nodiscard]] bool is_other_end() const;
  [[nodiscard]] std::optional<MeasureReading> subject_over_figure();
  [[nodiscard]] const FoundEntry* verb_of_object() const;
  [[nodiscard]] std::uint32_t before_other_end(std::uint32_t end) const;
  [[nodiscard]] bool buys_goods_abroad(const FoundEntry& verb) const;
  [[nodiscard]] bool is_bought_by_state(const FoundEntry& verb) const;
  static void take_as_imports(MeasureReading& reading);
  [[nodiscard]] bool is_reduced_relative(std::uint32_t verb) const;
  [[nodiscard]] std::optional<MeasureReading> verb_behind_which() const;
  [[nodiscard]] std::uint32_t apposition_before() const;
  void extend_behind(MeasureReading& reading) const;
  [[nodiscard]] std::uint32_t relative_before(std::uint32_t verb) const;
  [[nodiscard]] bool tells_level() const;
  [[nodiscard]] bool is_compared() const;

  FactLexicon* lexicon_;
  const FactSentence* sentence_ = nullptr;
  std::span<const Mention> mentions_;
  MentionAt at_;
  std::uint32_t before_ = 0;  // the last token before the figure that is no hedge; where the sentence ends, for none
  std::size_t index_ = 0;
  std::uint32_t floor_ = 0;  // the end of the figure before, or where the clause begins, whichever is later
  TokenRange clause_;
  std::uint32_t apposition_ = 0;  // where one with a figure parts the subject from its verb, its comma; 0 for none
  std::span<const MeasureReading> earlier_;
  const MeasureReading* context_ = nullptr;
  /// What the document told of last.
  struct Told {
    std::optional<MeasureReading> trade;
    std::optional<MeasureReading> exports;
    std::optional<MeasureReading> imports;
    std::optional<MeasureReading> divisible;  // what products have parts of: exports, output, sales
    std::optional<MeasureReading> level;      // any amount of a measure of the lists
    bool vote = false;                        // votes, seats or a turnout
  };
  Told told_;
};

}  // namespace attest
