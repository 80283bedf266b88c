#include "fact/elided_currency.h"

#include <variant>

namespace attest {
namespace {

constexpr std::size_t kCurrencyCode = 3;  // letters

// "France — [16 billion]", "Italy ([9 billion])": nothing is counted, and the number ends what is told of the name.
bool is_told_of_name(const FactSentence& sentence, TokenRange at) {
  if (!sentence.is_any(at.end - 1, {"million", "billion", "trillion", "bn", "bln", "mln", "tn"})) return false;
  const WordRole next = sentence.role(at.end);
  const bool alone = next == WordRole::kMark || next == WordRole::kConjunction || next == WordRole::kDate;
  if (!alone || at.begin <= sentence.tokens().begin + 1) return false;
  if (sentence.is(at.begin - 1, "or")) return sentence.role(at.begin - 2) == WordRole::kContent;  // "15% of investment or [48 billion]"
  return sentence.role(at.begin - 2) == WordRole::kName && sentence.is_any(at.begin - 1, {"-", "–", "—", ":", "(", "with", "at"});
}

}  // namespace

void ElidedCurrency::complete(const FactSentence& sentence, std::span<Mention> mentions) {
  for (const MentionAt& at : sentence.figures()) {
    Figure& figure = *std::get_if<Figure>(&mentions[at.mention].content);
    if (figure.quantity == Quantity::kMoney) {
      currency_ = figure.unit;
      continue;
    }
    const bool bare = figure.quantity == Quantity::kCount && figure.noun.empty() && figure.unit.empty();
    if (!bare || currency_.size() != kCurrencyCode || !is_told_of_name(sentence, at.tokens)) continue;
    figure.quantity = Quantity::kMoney;
    figure.unit = currency_;
  }
}

}  // namespace attest
