// When and where an agreement was signed, what it is worth and what it is about, as far as its sentence says so.
//
//   AgreementDetails details(rules);
//   details.find(view, phrase, event, sentence, mentions_in(mentions, sentence.bytes), agreement);
#pragma once

#include <span>
#include <string>

#include "engine/gazetteer.h"
#include "fact/agreement/agreement_event.h"
#include "fact/agreement/agreement_phrase.h"
#include "record/mention.h"
#include "resolve/word_list.h"

namespace attest {

class AgreementDetails {
 public:
  explicit AgreementDetails(const CompiledRules& rules)
      : topics_(rules, "agreement_topic"),
        function_words_(rules, "function_word"),
        sayings_(rules, "saying_verb"),
        worth_words_(rules, "agreement_worth"),
        acts_(rules, "agreement_act"),
        links_(rules, "agreement_link"),
        plain_modifiers_(rules, "agreement_modifier") {}

  /// Fills signed_start, signed_end, place, value, value_unit and subject. `mentions` are those of the sentence.
  void find(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event, TokenRange sentence,
            std::span<const Mention> mentions, Agreement& agreement) const;

 private:
  [[nodiscard]] const Mention* signed_on(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event,
                                         std::span<const Mention> mentions) const;
  [[nodiscard]] std::string place_of(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event,
                                     std::span<const Mention> mentions) const;
  [[nodiscard]] const Mention* worth(const TokenView& view, const AgreementPhrase& phrase, TokenRange sentence,
                                     std::span<const Mention> mentions) const;
  [[nodiscard]] static const Mention* signed_behind(const TokenView& view, const AgreementPhrase& phrase, TokenRange sentence,
                                                    std::span<const Mention> mentions);
  [[nodiscard]] static std::string subject_in_title(const TokenView& view, const AgreementPhrase& phrase);
  [[nodiscard]] std::string subject_of(const TokenView& view, const AgreementPhrase& phrase, TokenRange sentence,
                                       std::span<const Mention> mentions) const;
  [[nodiscard]] static std::uint32_t before_day(const TokenView& view, TokenRange subject, std::span<const Mention> mentions);
  [[nodiscard]] std::string modifiers_of(const TokenView& view, const AgreementPhrase& phrase) const;
  [[nodiscard]] bool dates_the_report(const TokenView& view, TokenRange date) const;
  [[nodiscard]] bool is_preposition(const TokenView& view, std::uint32_t token) const;

  WordList topics_;
  WordList function_words_;
  WordList sayings_;
  WordList worth_words_;
  WordList acts_;
  WordList links_;
  WordList plain_modifiers_;
};

}  // namespace attest
