// Amounts whose currency is said once: "Switzerland — $25 billion, France — 16 billion".
//
//   ElidedCurrency currency;
//   currency.begin_block();
//   currency.complete(sentence, mentions);   // 16 billion is USD, too
#pragma once

#include <span>
#include <string>

#include "fact/fact_sentence.h"
#include "record/mention.h"

namespace attest {

class ElidedCurrency {
 public:
  /// A paragraph begins: amounts of the one before say nothing of it.
  void begin_block() { currency_.clear(); }
  /// Makes money of the sentence's numbers with a scale word that stand behind a name, where amounts were told of in the paragraph,
  /// and of those that the amount right before them is compared with or that go on with it in a row.
  void complete(const FactSentence& sentence, std::span<Mention> mentions);

 private:
  std::string currency_;  // ISO 4217 code of the last amount
};

}  // namespace attest
