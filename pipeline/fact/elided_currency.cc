#include "fact/elided_currency.h"

#include <string_view>
#include <utility>
#include <variant>

namespace attest {
namespace {

constexpr std::size_t kCurrencyCode = 3;  // letters

bool has_scale(const FactSentence& sentence, TokenRange at) {
  return sentence.is_any(at.end - 1, {"million", "billion", "trillion", "bn", "bln", "mln", "tn"});
}

// "France — [16 billion]", "Italy ([9 billion])": nothing is counted, and the number ends what is told of the name.
bool is_told_of_name(const FactSentence& sentence, TokenRange at) {
  if (!has_scale(sentence, at)) return false;
  const WordRole next = sentence.role(at.end);
  const bool alone = next == WordRole::kMark || next == WordRole::kConjunction || next == WordRole::kDate;
  if (!alone || at.begin <= sentence.tokens().begin + 1) return false;
  if (sentence.is(at.begin - 1, "or")) return sentence.role(at.begin - 2) == WordRole::kContent;  // "15% of investment or [48 billion]"
  return sentence.role(at.begin - 2) == WordRole::kName && sentence.is_any(at.begin - 1, {"-", "–", "—", ":", "(", "with", "at"});
}

// "USD" of "USD" and of "USD/kg"; "" for what is neither an amount nor a price.
std::string_view currency_of(const Figure& figure) {
  if (figure.quantity == Quantity::kMoney) return figure.unit;
  const std::string_view unit = figure.unit;
  const bool is_price = unit.find('/') == kCurrencyCode && unit.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == kCurrencyCode;
  return is_price ? unit.substr(0, kCurrencyCode) : std::string_view();
}

bool is_of_one_size(const Figure& figure, const Figure& amount) {
  constexpr double kOneSize = 10;  // times
  if (!figure.value || !amount.value) return false;
  const double times = figure.value->to_double() / amount.value->to_double();
  return times < kOneSize && times * kOneSize > 1;
}

// "Cost 312,000 euros, compared with [305,600] in June", "a budget of 90 billion soles includes [40 billion] for schools and [30 billion]
// for health": a number of about the size of the amount or price right before it, of nothing that is counted.
bool goes_on_with(const FactSentence& sentence, TokenRange at, const Figure& figure, const Figure& amount) {
  if (at.begin <= sentence.tokens().begin || !is_of_one_size(figure, amount)) return false;
  const bool compared = sentence.is_any(at.begin - 1, {"from", "with", "to", "against", "versus", "vs", "than"});
  // "exports to the EU [38 billion] and imports [12 billion]"
  const bool named = sentence.role(at.begin - 1) == WordRole::kName || sentence.covering(FactList::kMeasure, at.begin - 1) != nullptr;
  const bool in_row = named || sentence.is_any(at.begin - 1, {",", "and", "of", "at", "includes", "included", "including", "plus"});
  const bool listed = in_row && has_scale(sentence, at);
  const WordRole next = sentence.role(at.end);
  return (compared || listed) && next != WordRole::kContent && next != WordRole::kName && !sentence.is(at.end, "percent");
}

void make_money(Figure& figure, std::string_view currency) {
  figure.quantity = Quantity::kMoney;
  figure.unit = currency;
}

}  // namespace

void ElidedCurrency::complete(const FactSentence& sentence, std::span<Mention> mentions) {
  const Figure* last = nullptr;  // the last amount or price, with nothing but its change behind it
  for (const MentionAt& at : sentence.figures()) {
    Figure& figure = *std::get_if<Figure>(&mentions[at.mention].content);
    const Figure* const before = figure.quantity == Quantity::kPercent ? last : std::exchange(last, &figure);
    if (figure.quantity == Quantity::kMoney) {
      currency_ = figure.unit;
      continue;
    }
    if (figure.quantity != Quantity::kCount || !figure.noun.empty() || !figure.unit.empty()) continue;
    const std::string_view currency = before == nullptr ? std::string_view() : currency_of(*before);
    if (!currency.empty() && goes_on_with(sentence, at.tokens, figure, *before)) {
      make_money(figure, currency);
    } else if (currency_.size() == kCurrencyCode && is_told_of_name(sentence, at.tokens)) {
      make_money(figure, currency_);
    }
  }
}

}  // namespace attest
