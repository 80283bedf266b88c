#include "fact/agreement/agreement_lexicon.h"

namespace attest {

// In the order of AgreementList.
AgreementLexicon::AgreementLexicon(const CompiledRules& rules)
    : lists_{{
          {rules, "function_word"}, {rules, "saying_verb"},     {rules, "acquisition_verb"},  {rules, "agreement_link"},
          {rules, "agreement_act"}, {rules, "affiliate_noun"},  {rules, "organisation_role"}, {rules, "speaker_noun"},
          {rules, "declarant"},     {rules, "deal_verb"},       {rules, "organisation_kind"}, {rules, "currency_name"},
          {rules, "approval_verb"}, {rules, "mediation_verb"},  {rules, "past_verb"},         {rules, "state_office"},
          {rules, "stake_noun"},    {rules, "self_reference"},  {rules, "ordinary_word"},     {rules, "trade_acronym"},
          {rules, "month"},         {rules, "legal_form"},      {rules, "demonym"},           {rules, "place"},
          {rules, "ratifier"},      {rules, "awarding_office"}, {rules, "state_leader"},      {rules, "receipt_verb"},
      }} {}

}  // namespace attest
