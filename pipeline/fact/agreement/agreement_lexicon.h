// The word lists by which the parties of agreements are told (rules/60_agreement.rules, rules/lists), looked up token by token.
//
//   const AgreementLexicon lexicon(rules);
//   lexicon.of(AgreementList::kSayingVerb).at(view, token, sentence.end);  // "said"
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/program.h"
#include "resolve/word_list.h"

namespace attest {

/// The lists, each named as in the rules: kSayingVerb is "saying_verb".
enum class AgreementList : std::uint8_t {
  kFunctionWord,
  kSayingVerb,
  kAcquisitionVerb,
  kAgreementLink,
  kAgreementAct,
  kAffiliateNoun,
  kOrganisationRole,
  kSpeakerNoun,
  kDeclarant,
  kDealVerb,
  kOrganisationKind,
  kCurrencyName,
  kApprovalVerb,
  kMediationVerb,
  kPastVerb,
  kStateOffice,
  kStakeNoun,
  kSelfReference,
  kOrdinaryWord,
  kTradeAcronym,
  kMonth,
  kLegalForm,
  kDemonym,
  kPlace,
  kRatifier,
  kAwardingOffice,
  kStateLeader,
  kReceiptVerb,
};

/// Built once for a rule set, which must outlive it.
class AgreementLexicon {
 public:
  explicit AgreementLexicon(const CompiledRules& rules);

  [[nodiscard]] const WordList& of(AgreementList list) const noexcept { return lists_[static_cast<std::size_t>(list)]; }

 private:
  std::array<WordList, static_cast<std::size_t>(AgreementList::kReceiptVerb) + 1> lists_;
};

}  // namespace attest
