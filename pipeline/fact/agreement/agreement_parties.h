// The parties of an agreement in the sentence that mentions it: inside its phrase ("China-ASEAN FTA"), behind it ("between Chile and
// Peru", "with Norvale", "awarded to"), before the verb that governs it ("Chile and Peru signed"), before its possessive; "it" and "the two
// countries" are those whom the text spoke of before.
//
//   AgreementParties finder(rules);
//   finder.begin(view, cues, names, leaders);
//   PartySet parties = finder.find(phrase, event, sentence, clause_begin);
//   finder.hear(sentence);
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/gazetteer.h"
#include "fact/agreement/agreement_event.h"
#include "fact/agreement/agreement_lexicon.h"
#include "fact/agreement/agreement_memory.h"
#include "fact/agreement/agreement_phrase.h"
#include "fact/agreement/agreement_text.h"
#include "fact/agreement/party_set.h"
#include "fact/state_leader.h"
#include "resolve/name_places.h"
#include "resolve/party_cue.h"

namespace attest {

class AgreementParties {
 public:
  explicit AgreementParties(const CompiledRules& rules) : lexicon_(rules) {}

  /// Begins a document; all arguments must stay, and so must what the view shows.
  void begin(const TokenView& view, const PartyCues& cues, const NamePlaces& names, const StateLeaders& leaders);
  /// The parties of a phrase in its sentence; `clause` is where the clause of its verb begins.
  [[nodiscard]] PartySet find(const AgreementPhrase& phrase, const AgreementEvent& event, TokenRange sentence, std::uint32_t clause) const;
  /// The two that a dash joins in a stretch of text: "in the format Chile – Peru".
  [[nodiscard]] PartySet joined_pair(TokenRange range) const;
  /// Whether a stretch of text names any that may be a party.
  [[nodiscard]] bool names_any(TokenRange range) const { return !cues_->within(range).empty(); }
  /// Tells who a sentence is about, in order of position: what "it" and "the two countries" may mean in the next one.
  void hear(TokenRange sentence);
  /// Tells who has concluded an agreement: whom "the parties" of a later sentence means.
  void note_sides(const std::vector<std::string>& parties);
  /// What the text told so far.
  [[nodiscard]] const AgreementMemory& memory() const noexcept { return memory_; }

 private:
  [[nodiscard]] AgreementText text() const noexcept { return {{&lexicon_, cues_, names_, leaders_, &memory_}, view_}; }

  AgreementLexicon lexicon_;
  AgreementMemory memory_;
  TokenView view_;
  const PartyCues* cues_ = nullptr;
  const NamePlaces* names_ = nullptr;
  const StateLeaders* leaders_ = nullptr;
};

}  // namespace attest
