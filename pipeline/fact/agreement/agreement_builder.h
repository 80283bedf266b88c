// Agreements of a document to mentions: which phrases stand for agreements, what their sentences say of them, and which of them are one.
//
//   AgreementBuilder builder(rules);
//   builder.build(chart, cues, false, extraction.mentions);
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/chart.h"
#include "engine/program.h"
#include "fact/agreement/agreement_detail.h"
#include "fact/agreement/agreement_event.h"
#include "fact/agreement/agreement_parties.h"
#include "fact/agreement/agreement_phrase.h"
#include "fact/agreement/agreement_thread.h"
#include "fact/region_members.h"
#include "fact/state_leader.h"
#include "record/mention.h"
#include "resolve/name_places.h"
#include "resolve/party_cue.h"
#include "resolve/word_list.h"

namespace attest {

/// Reused from document to document.
class AgreementBuilder {
 public:
  /// Keeps a reference to the rules.
  explicit AgreementBuilder(const CompiledRules& rules);

  /// Adds the agreements of a chart to `mentions` (its figures, dates and names), which are and stay in order of position. With
  /// `derivations`, each tells how it came about. Linear in the length of the text.
  void build(const Chart& chart, const PartyCues& cues, bool derivations, std::vector<Mention>& mentions);

 private:
  /// What the sentence of a phrase says.
  struct Reading {
    AgreementEvent event;
    PartySet parties;
    Agreement agreement;
    bool is_item = false;  ///< Of a list of agreements.
  };

  /// Several agreements told together.
  struct Group {
    std::uint32_t sentence = 0;
    std::uint32_t end = 0;  ///< Of their phrase.
    Agreement agreement;
  };

  /// What a line before a list says of its items.
  struct LeadIn {
    std::uint32_t end = 0;  ///< The token behind its colon.
    AgreementEvent event;
    PartySet parties;
  };

  void hear_until(const Chart& chart, std::uint32_t sentence);
  [[nodiscard]] static TokenRange around(const AgreementPhrase& phrase, TokenRange sentence);
  void read_lead_in(const Chart& chart, const AgreementPhrase& phrase, Reading& reading);
  [[nodiscard]] bool is_told_before(TokenRange line) const;
  void take_lead_in(const TokenView& view, const AgreementPhrase& phrase, TokenRange before, std::uint32_t own_end, Reading& reading);
  void go_on_row(const TokenView& view, std::uint32_t index, Reading& reading) const;
  [[nodiscard]] Reading read(const Chart& chart, std::uint32_t index, std::span<const Mention> mentions);
  void place(const Chart& chart, std::uint32_t index, std::span<const Mention> mentions, Reading reading);
  [[nodiscard]] AgreementThread* begin_thread(const TokenView& view, std::uint32_t index, std::span<const Mention> mentions,
                                              Reading& reading);
  static void go_on(AgreementThread& thread, Reading& reading);
  [[nodiscard]] static bool names_another_thing(const TokenView& view, const AgreementPhrase& phrase);
  [[nodiscard]] bool means_deal_before(const TokenView& view, const AgreementPhrase& phrase, std::span<const Mention> mentions,
                                       Reading& reading) const;
  [[nodiscard]] bool says_no_more(const TokenView& view, const AgreementPhrase& phrase) const;
  [[nodiscard]] bool is_one_of_group(const TokenView& view, const AgreementPhrase& phrase, const Reading& reading) const;
  void recall_group(const AgreementPhrase& phrase);
  void take_from_group(Agreement& agreement) const;
  void take_other_side(const AgreementPhrase& phrase, Agreement& agreement) const;
  static void take_price(const TokenView& view, TokenRange sentence, std::span<const Mention> mentions, Agreement& agreement);
  void recall_waiting(const AgreementPhrase& phrase, AgreementThread& thread) const;
  [[nodiscard]] bool speaks_of_futures(const Chart& chart);
  [[nodiscard]] bool has_proper_name(const TokenView& view, const AgreementPhrase& phrase) const;
  void settle_status(const TokenView& view, AgreementThread& thread) const;
  void drop_named_regions(std::vector<std::string>& parties) const;
  [[nodiscard]] Mention mention_of(const Chart& chart, const AgreementPhrase& phrase, const AgreementThread& thread,
                                   bool derivations) const;

  const CompiledRules* rules_;
  AgreementPhrases phrases_;
  AgreementEvents events_;
  AgreementParties parties_;
  StateLeaders leaders_;
  AgreementDetails details_;
  AgreementThreads threads_;
  NamePlaces places_;
  WordList outlook_;   // words of what is ahead or only imagined
  WordList refusals_;  // what stands before agreements that are not known to hold
  RegionMembers regions_;
  WordList ordinary_words_;
  WordList futures_words_;
  WordList deal_modifiers_;
  WordList sayings_;
  std::optional<bool> futures_;                // whether the document speaks of them; not known yet
  std::vector<std::uint32_t> waiting_;         // counted phrases that nothing speaks for yet
  std::optional<std::uint32_t> denied_;        // the last sentence that said of an agreement that it did not come about
  std::optional<Group> group_;                 // the last one
  std::optional<LeadIn> lead_in_;              // the last one
  std::vector<std::string> told_before_list_;  // the countries spoken of together where the last line with a colon stands
  std::uint32_t heard_ = 0;                    // sentences that parties_ knows
  std::vector<Reading> readings_;              // by phrase; of those that belong to a thread
};

}  // namespace attest
