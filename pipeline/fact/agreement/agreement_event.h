// What is done with an agreement where it is mentioned: the verb that governs its phrase ("signed", "was awarded", "negotiations on")
// and the status that follows, with what stands before the verb ("will sign", "failed to reach").
//
//   AgreementEvents events(rules);
//   AgreementEvent event = events.find(view, phrase, sentence);
#pragma once

#include <cstdint>

#include "engine/gazetteer.h"
#include "fact/agreement/agreement_phrase.h"
#include "resolve/name_places.h"
#include "resolve/word_list.h"

namespace attest {

struct AgreementEvent {
  AgreementStatus status = AgreementStatus::kUnknown;
  TokenRange verb;           ///< Empty where no verb governs the phrase.
  bool before = false;       ///< The verb stands before the phrase: who stands before the verb is a party.
  bool failed = false;       ///< It did not come about: "failed to reach", "did not sign".
  bool is_passive = false;   ///< "was awarded", "signed by".
  bool is_adoption = false;  ///< "the ministers adopted": a meeting puts out a paper.
  bool is_signing = false;   ///< "signed", "the signing of": papers of any kind become agreements by that.
  bool is_noun = false;      ///< "the termination of".
  bool is_talks = false;     ///< "talks with Chile on": who stands between the noun and the phrase is a party, too.
  bool is_change = false;    ///< "plans to amend": the agreement is made, and any date is that of the change.
  bool is_deed = false;      ///< What is done under it: "ordered ferries in a deal".

  [[nodiscard]] bool found() const noexcept { return verb.begin < verb.end; }
};

class AgreementEvents {
 public:
  explicit AgreementEvents(const CompiledRules& rules)
      : verbs_(rules, "agreement_verb"),
        modals_(rules, "agreement_modal"),
        changes_(rules, "agreement_change_verb"),
        function_words_(rules, "function_word"),
        sayings_(rules, "saying_verb"),
        deeds_(rules, "deed_verb"),
        declarants_(rules, "declarant"),
        self_references_(rules, "self_reference") {}

  /// The event of a phrase inside its sentence. Verbs that are parts of names are none.
  [[nodiscard]] AgreementEvent find(const TokenView& view, const AgreementPhrase& phrase, TokenRange sentence,
                                    const NamePlaces& places) const;
  /// Where the clause that ends with the token before `end` begins: behind "that", "said", ";", a quotation mark.
  [[nodiscard]] std::uint32_t clause_begin(const TokenView& view, std::uint32_t end, std::uint32_t floor) const;

 private:
  [[nodiscard]] std::string_view function_class(const TokenView& view, std::uint32_t token) const;
  [[nodiscard]] AgreementEvent verb_before(const TokenView& view, const AgreementPhrase& phrase, TokenRange sentence,
                                           const NamePlaces& places) const;
  [[nodiscard]] AgreementEvent verb_behind(const TokenView& view, const AgreementPhrase& phrase, TokenRange sentence,
                                           const NamePlaces& places) const;
  [[nodiscard]] static AgreementEvent talks_before(const TokenView& view, const AgreementPhrase& phrase, TokenRange sentence);
  [[nodiscard]] AgreementEvent deed_before(const TokenView& view, const AgreementPhrase& phrase, TokenRange sentence,
                                           const NamePlaces& places) const;
  void apply_deed_modal(const TokenView& view, std::uint32_t floor, AgreementEvent& event) const;
  [[nodiscard]] bool is_adopted_together(const TokenView& view, TokenRange verb, std::uint32_t floor) const;
  [[nodiscard]] static bool ends_clause_at(const TokenView& view, std::uint32_t token);
  [[nodiscard]] bool is_aside(const TokenView& view, std::uint32_t behind, std::uint32_t verb, std::uint32_t floor) const;
  [[nodiscard]] bool is_attribute(const TokenView& view, TokenRange verb, const AgreementPhrase& phrase, std::uint32_t floor) const;
  [[nodiscard]] bool is_relative_subject(const TokenView& view, TokenRange words) const;
  [[nodiscard]] bool is_of_change(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event) const;
  [[nodiscard]] bool is_reached_behind(const TokenView& view, const AgreementPhrase& phrase, TokenRange sentence) const;
  [[nodiscard]] bool is_end_of_another(const TokenView& view, TokenRange verb, std::uint32_t floor) const;
  [[nodiscard]] static bool is_supposed(const TokenView& view, std::uint32_t verb, std::uint32_t floor);
  static bool is_one_of_few(const TokenView& view, std::uint32_t to, std::uint32_t floor);
  [[nodiscard]] bool has_another_object(const TokenView& view, std::uint32_t token, const NamePlaces& places) const;
  [[nodiscard]] bool governs_alone(const TokenView& view, std::uint32_t token) const;
  [[nodiscard]] std::string_view modal_meaning(const TokenView& view, TokenRange verb, std::uint32_t chain, std::uint32_t floor,
                                               bool led) const;
  void apply_modal(const TokenView& view, std::uint32_t floor, AgreementEvent& event) const;

  WordList verbs_;
  WordList modals_;
  WordList changes_;
  WordList function_words_;
  WordList sayings_;
  WordList deeds_;
  WordList declarants_;
  WordList self_references_;
};

}  // namespace attest
