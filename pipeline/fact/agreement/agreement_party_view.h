// One phrase of an agreement in its sentence, as the search for its parties sees it.
//
//   const AgreementPartyView view(text, phrase, event, sentence, clause);
//   // "Chile said on Monday it had signed [a pact] with Peru"
//   view.phrase().outer;            // the token "a"
//   view.word(view.clause());       // "it": the clause of its verb
//   view.event().verb;              // "signed"
//
// It is the document's text, too (agreement_text.h). It changes nothing; what was found so far is in an AgreementPartyDraft.
#pragma once

#include <cstdint>

#include "fact/agreement/agreement_event.h"
#include "fact/agreement/agreement_phrase.h"
#include "fact/agreement/agreement_text.h"

namespace attest {

/// Positions are indices of tokens in the document's view.
class AgreementPartyView : public AgreementText {
 public:
  /// `clause` is where the clause of the phrase's verb begins. The phrase and its event must outlive the view.
  AgreementPartyView(const AgreementText& text, const AgreementPhrase& phrase, const AgreementEvent& event, TokenRange sentence,
                     std::uint32_t clause)
      : AgreementText(text), phrase_(&phrase), event_(&event), sentence_(sentence), clause_(clause) {}

  [[nodiscard]] const AgreementPhrase& phrase() const noexcept { return *phrase_; }
  [[nodiscard]] const AgreementEvent& event() const noexcept { return *event_; }
  [[nodiscard]] TokenRange sentence() const noexcept { return sentence_; }
  [[nodiscard]] std::uint32_t clause() const noexcept { return clause_; }
  /// The agreement bears a title that makes it the only one: "the Ludlow Treaty", not "a free trade agreement".
  [[nodiscard]] bool is_known() const noexcept {
    return phrase_->weight == AgreementWeight::kNamed && phrase_->determination != Determination::kIndefinite;
  }

 private:
  const AgreementPhrase* phrase_;
  const AgreementEvent* event_;
  TokenRange sentence_;
  std::uint32_t clause_;
};

}  // namespace attest
