// The parties of an agreement in the sentence that mentions it: inside its phrase ("China-ASEAN FTA"), behind it ("between Chile and
// Peru", "with Norvale", "awarded to"), before the verb that governs it ("Chile and Peru signed"), before its possessive; "it" and "the two
// countries" are those whom the text spoke of before.
//
//   AgreementParties finder(rules);
//   finder.begin(cues, names);
//   PartySet parties = finder.find(view, phrase, event, sentence, clause_begin);
//   finder.hear(sentence);
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/gazetteer.h"
#include "fact/agreement_event.h"
#include "fact/agreement_phrase.h"
#include "fact/state_leader.h"
#include "resolve/name_places.h"
#include "resolve/party_cue.h"
#include "resolve/word_list.h"

namespace attest {

struct PartySet {
  std::vector<std::string> parties;  ///< As Agreement::parties, in order of finding; each once.
  Span bytes;                        ///< From the first words that gave one to the last.
  bool stated = false;               ///< Two sides stand with the agreement itself: inside it or behind it.
  bool enclosed = false;             ///< "between" leads to one.
  bool between = false;              ///< "between" or "with" leads to one.
  bool named = false;                ///< The sentence names them elsewhere: "accords were signed at the talks of Chile and Peru".
  std::uint32_t inside = 0;          ///< How many its own phrase names.

  /// Takes the parties of another sentence, each once.
  void add(const PartySet& other);
};

class AgreementParties {
 public:
  explicit AgreementParties(const CompiledRules& rules)
      : function_words_(rules, "function_word"),
        sayings_(rules, "saying_verb"),
        acquisitions_(rules, "acquisition_verb"),
        links_(rules, "agreement_link"),
        acts_(rules, "agreement_act"),
        affiliates_(rules, "affiliate_noun"),
        roles_(rules, "organisation_role"),
        speakers_(rules, "speaker_noun"),
        declarants_(rules, "declarant"),
        deal_verbs_(rules, "deal_verb"),
        kinds_(rules, "organisation_kind"),
        currencies_(rules, "currency_name"),
        approvals_(rules, "approval_verb"),
        mediations_(rules, "mediation_verb"),
        past_verbs_(rules, "past_verb"),
        state_offices_(rules, "state_office"),
        stakes_(rules, "stake_noun"),
        self_references_(rules, "self_reference"),
        ordinary_words_(rules, "ordinary_word"),
        trade_acronyms_(rules, "trade_acronym"),
        months_(rules, "month"),
        legal_forms_(rules, "legal_form"),
        demonyms_(rules, "demonym"),
        places_(rules, "place"),
        ratifiers_(rules, "ratifier") {}

  /// Begins a document; all arguments must stay.
  void begin(const PartyCues& cues, const NamePlaces& names, const StateLeaders& leaders);
  /// The parties of a phrase in its sentence; `clause` is where the clause of its verb begins.
  [[nodiscard]] PartySet find(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event, TokenRange sentence,
                              std::uint32_t clause) const;
  /// The two that a dash joins in a stretch of text: "in the format Chile – Peru".
  [[nodiscard]] PartySet pair_within(const TokenView& view, TokenRange range) const;
  /// Tells who a sentence is about, in order of position: what "it" and "the two countries" may mean in the next one.
  void hear(const TokenView& view, TokenRange sentence);
  /// Tells who has concluded an agreement: whom "the parties" of a later sentence means.
  void note_sides(const std::vector<std::string>& parties) {
    if (parties.size() >= 2) sides_ = parties;
  }
  /// Whether a stretch of text names any that may be a party.
  [[nodiscard]] bool names_any(TokenRange range) const { return !cues_->within(range).empty(); }
  /// The countries that the text last spoke of together.
  [[nodiscard]] const std::vector<std::string>& countries_told() const noexcept { return focus_on_countries_ ? focus_ : countries_; }
  /// Who, in a sentence heard not long before a token, agreed to buy, sell or merge ("Norvale agreed to buy Ludlow"): the sides of "the
  /// deal". Empty where nobody did.
  [[nodiscard]] std::span<const std::string> deal_before(std::uint32_t token) const noexcept;
  /// Whether that deal is only announced ("Norvale will buy Ludlow").
  [[nodiscard]] bool deal_is_announced() const noexcept { return announced_; }
  /// The sentence that tells of that deal.
  [[nodiscard]] TokenRange deal_sentence() const noexcept { return struck_at_; }

 private:
  struct Search;
  struct Row;

  [[nodiscard]] std::string_view function_class(const TokenView& view, std::uint32_t token) const;
  void inside(const TokenView& view, const AgreementPhrase& phrase, Search& search) const;
  void add_partner(const TokenView& view, const PartyCue& cue, TokenRange phrase, Search& search) const;
  void possessor(const TokenView& view, const AgreementPhrase& phrase, TokenRange sentence, Search& search) const;
  void behind(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event, TokenRange sentence, Search& search) const;
  void sides_behind(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event, TokenRange sentence,
                    Search& search) const;
  [[nodiscard]] std::vector<std::string> pair_before(TokenRange range) const;
  void take_cue(const TokenView& view, Row& row, Search& search) const;
  [[nodiscard]] std::uint32_t open_row(const TokenView& view, std::uint32_t token, Row& row) const;
  [[nodiscard]] std::uint32_t take_unknown_name(const TokenView& view, std::uint32_t token, Row& row, Search& search) const;
  [[nodiscard]] bool is_town(const TokenView& view, TokenRange name) const;
  [[nodiscard]] bool is_verb_behind(const TokenView& view, std::uint32_t token, const Row& row) const;
  [[nodiscard]] bool goes_on(const TokenView& view, std::uint32_t token, Row& row) const;
  void add_topic(const TokenView& view, const AgreementPhrase& phrase, TokenRange before, std::uint32_t sentence_end, Search& search) const;
  bool add_subject_behind(const TokenView& view, const AgreementPhrase& phrase, std::uint32_t limit, Search& search) const;
  [[nodiscard]] bool names_a_thing(const TokenView& view, const PartyCue& cue, std::uint32_t limit) const;
  [[nodiscard]] bool is_of_second(const TokenView& view, TokenRange between) const;
  [[nodiscard]] bool is_past_clause(const TokenView& view, TokenRange range) const;
  void add_unknown_side(const TokenView& view, TokenRange behind);
  void hear_deal(const TokenView& view, TokenRange sentence);
  [[nodiscard]] static bool is_attribute(const TokenView& view, std::uint32_t token);
  [[nodiscard]] bool is_in_row(const TokenView& view, TokenRange between) const;
  [[nodiscard]] bool is_visited(const TokenView& view, const PartyCue& cue, std::uint32_t floor) const;
  [[nodiscard]] bool is_another_verbs(const TokenView& view, TokenRange range, const AgreementEvent& event) const;
  [[nodiscard]] static bool is_product(const TokenView& view, const PartyCue& cue);
  [[nodiscard]] bool buys(const TokenView& view, TokenRange range) const;
  void subject_behind(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event, Search& search) const;
  [[nodiscard]] bool has_purpose(const TokenView& view, TokenRange range) const;
  [[nodiscard]] bool speaks_behind_comma(const TokenView& view, const PartyCue& cue, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t row_opening_end(const TokenView& view, std::uint32_t token, std::uint32_t limit) const;
  [[nodiscard]] static bool is_past(const TokenView& view, std::uint32_t token);
  [[nodiscard]] bool is_owner(const TokenView& view, const PartyCue& cue, std::uint32_t floor) const;
  [[nodiscard]] const PartyCue* subject_among(const TokenView& view, TokenRange range, bool last) const;
  bool add_speaker(const TokenView& view, TokenRange range, Search& search) const;
  void add_opening_name(const TokenView& view, TokenRange range, std::uint32_t clause, Search& search) const;
  void add_topic_before(Search& search) const;
  [[nodiscard]] bool only_person_speaks(const TokenView& view, TokenRange before, TokenRange clause) const;
  [[nodiscard]] std::uint32_t relative_clause_floor(const TokenView& view, TokenRange before) const;
  [[nodiscard]] bool has_own_subject(const TokenView& view, TokenRange clause) const;
  [[nodiscard]] bool opens_row(const TokenView& view, std::uint32_t token, const AgreementEvent& event, TokenRange range) const;
  [[nodiscard]] static bool governs(const TokenView& view, std::uint32_t token);
  [[nodiscard]] bool is_location(const TokenView& view, const PartyCue& cue, const PartyCue* last, std::uint32_t link,
                                 std::uint32_t known_end) const;
  [[nodiscard]] static bool is_side(const TokenView& view, const PartyCue& cue, const Row& row);
  [[nodiscard]] bool is_actor(const TokenView& view, std::uint32_t token, std::uint32_t limit) const;
  [[nodiscard]] bool describes_next(const TokenView& view, std::span<const PartyCue>::iterator cue,
                                    std::span<const PartyCue>::iterator end) const;
  [[nodiscard]] bool names_no_side(const TokenView& view, std::uint32_t behind) const;
  [[nodiscard]] bool only_ratifies(const TokenView& view, const PartyCue& cue) const;
  [[nodiscard]] bool acts_for_country(const TokenView& view, const PartyCue& cue) const;
  [[nodiscard]] bool owner_follows(const TokenView& view, std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] static bool is_compound(const TokenView& view, TokenRange words);
  [[nodiscard]] bool is_town_of_next(const TokenView& view, const PartyCue& cue, const PartyCue& next) const;
  [[nodiscard]] bool names_company_before(const TokenView& view, const PartyCue& cue) const;
  [[nodiscard]] bool is_told_by(const TokenView& view, const PartyCue& cue, std::uint32_t floor) const;
  [[nodiscard]] bool is_speaker_tag(const TokenView& view, const PartyCue& cue, TokenRange sentence) const;
  void add_joined(const TokenView& view, const PartyCue& first, std::uint32_t limit, Search& search) const;
  [[nodiscard]] static bool describes_last(const TokenView& view, const PartyCue& cue, const PartyCue* last);
  [[nodiscard]] static const PartyCue* antecedent(const TokenView& view, std::span<const PartyCue> earlier, std::uint32_t clause);
  [[nodiscard]] TokenRange unknown_name(const TokenView& view, std::uint32_t token, std::uint32_t limit, bool linked) const;
  [[nodiscard]] std::uint32_t bracket_end(const TokenView& view, std::uint32_t token, std::uint32_t limit) const;
  [[nodiscard]] bool is_symbol(const TokenView& view, TokenRange name) const;
  [[nodiscard]] bool is_ordinary(const TokenView& view, TokenRange name) const;
  [[nodiscard]] bool only_reports(const TokenView& view, const PartyCue& cue, TokenRange sentence) const;
  void add_name(const TokenView& view, TokenRange name, Search& search) const;
  void subject(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event, TokenRange sentence, std::uint32_t clause,
               Search& search) const;
  [[nodiscard]] TokenRange subject_range(const TokenView& view, const AgreementPhrase& phrase, TokenRange range,
                                         std::uint32_t sentence_begin) const;
  [[nodiscard]] bool mediates(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event) const;
  void signed_by_whom(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event, TokenRange sentence,
                      Search& search) const;
  void deed_objects(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event, Search& search) const;
  [[nodiscard]] std::span<const std::string> meant_by(const TokenView& view, std::uint32_t noun, TokenRange clause) const;
  [[nodiscard]] std::vector<std::string> countries_within(TokenRange range) const;
  [[nodiscard]] std::vector<std::string> hosts_within(const TokenView& view, TokenRange sentence) const;
  [[nodiscard]] std::string host_ending_at(const TokenView& view, std::uint32_t token, std::uint32_t floor) const;
  [[nodiscard]] std::string host_at(const TokenView& view, std::uint32_t token, std::uint32_t limit) const;
  [[nodiscard]] bool ends_with_sides(const TokenView& view, TokenRange clause) const;
  bool add_sides_named(const TokenView& view, TokenRange clause, TokenRange sentence, Search& search) const;
  [[nodiscard]] static bool speaks_of_theirs(const TokenView& view, TokenRange clause);
  void hear_bodies(const TokenView& view, TokenRange sentence);
  void hear_countries(const TokenView& view, TokenRange sentence);
  [[nodiscard]] TokenRange described_name(const TokenView& view, const PartyCue& cue, std::uint32_t limit) const;
  [[nodiscard]] bool names_body_told(const TokenView& view, const PartyCue& cue) const;
  [[nodiscard]] std::string_view reference_number(const TokenView& view, std::uint32_t token, TokenRange clause) const;
  [[nodiscard]] std::optional<std::span<const std::string>> sides_meant(const TokenView& view, TokenRange clause,
                                                                        TokenRange sentence) const;
  static void add_all(std::span<const std::string> parties, Search& search);
  bool add_opening_before_aside(const TokenView& view, TokenRange clause, Search& search) const;
  bool add_leaders(TokenRange range, Search& search) const;
  void add_announcers(const TokenView& view, TokenRange before, Search& search) const;
  void meant_by_pronoun(const TokenView& view, TokenRange clause, TokenRange sentence, Search& search) const;
  [[nodiscard]] static bool is_in_brackets(const TokenView& view, TokenRange name);
  [[nodiscard]] bool can_be_subject(const TokenView& view, const PartyCue& cue, std::uint32_t floor) const;
  void add(const TokenView& view, const PartyCue& cue, Search& search) const;

  const PartyCues* cues_ = nullptr;
  const NamePlaces* persons_ = nullptr;  // names that are no parties of their own: people, places, events
  const StateLeaders* leaders_ = nullptr;
  WordList function_words_;
  WordList sayings_;
  WordList acquisitions_;
  WordList links_;
  WordList acts_;
  WordList affiliates_;
  WordList roles_;
  WordList speakers_;
  WordList declarants_;
  WordList deal_verbs_;
  WordList kinds_;
  WordList currencies_;
  WordList approvals_;
  WordList mediations_;
  WordList past_verbs_;
  WordList state_offices_;
  WordList stakes_;
  WordList self_references_;
  WordList ordinary_words_;
  WordList trade_acronyms_;
  WordList months_;
  WordList legal_forms_;
  WordList demonyms_;
  WordList places_;
  WordList ratifiers_;
  std::vector<std::string> focus_;      // the parties of the last sentence that named two countries or two bodies
  bool focus_on_countries_ = false;     // they are countries
  std::vector<std::string> bodies_;     // the two bodies of the last sentence that named two
  std::vector<std::string> countries_;  // the two countries of the last sentence that named two
  std::vector<std::string> sides_;      // the parties of the last agreement that has several
  std::vector<std::string> struck_;     // who agreed to buy or sell
  bool announced_ = false;              // they will
  TokenRange struck_at_;                // the sentence that says so
  std::optional<std::string> topic_;    // the first body or country of the last sentence that named one
};

}  // namespace attest
