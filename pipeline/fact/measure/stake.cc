#include "fact/measure/stake.h"

#include <algorithm>

#include "fact/measure/phrase.h"
#include "fact/measure/verb.h"
#include "fact/noun_phrase.h"

namespace attest::measure {
namespace {

// "a firm in which the state owns 34.3%".
std::optional<MeasureReading> stake_alone() { return reading_named(ReadingKind::kShare, "company.stake", "stake", "fact.stake"); }

}  // namespace

std::optional<MeasureReading> stake(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (!is_share(figure.quantity())) return std::nullopt;
  const bool of = sentence.is(figure.end(), "of");
  if (!of && sentence.is_any(figure.before(), {"own", "owns", "owned", "owning"})) return stake_alone();
  // "currently holds [6.5%] in Norvale"
  const bool in_body = sentence.is(figure.end(), "in") && sentence.role(figure.end() + 1) == WordRole::kName;
  if (in_body && sentence.is_any(figure.before(), {"hold", "holds", "held"})) return stake_alone();
  const bool keeps = figure.has_before() && sentence.covering(FactList::kHoldingVerb, figure.before()) != nullptr;
  // "has a 60% stake in the mine, with Norvale holding [40%]"
  const MeasureReading* told = !of && keeps ? figure.last_told() : nullptr;
  if (told != nullptr && told->id == "company.stake") return taken_over(*told, "fact.stake");
  const FoundEntry* verb = of ? verb_of_object(figure) : nullptr;
  const bool buys = verb != nullptr && verb->cell(kId) == "company.deal_value";
  const bool sells = sentence.is_any(figure.before(), {"sell", "sells", "sold"});
  if (!of || (!buys && !keeps && !sells)) return std::nullopt;
  const TokenRange whole = phrase_at(sentence, figure.end() + 1);
  if (whole.begin == whole.end || sentence.is_any(whole.begin, {"total", "amount", "sum"})) return std::nullopt;
  // "bought 71% of the copper": goods.
  const bool of_goods =
      sentence.covering(FactList::kPricedThing, whole.end - 1) != nullptr ||
      (measure_ending_at(sentence, whole.end) != nullptr && !sentence.is_any(whole.end - 1, {"shares", "stock", "capital"}));
  if (of_goods && !keeps) return std::nullopt;
  // "holds 30% of the country's external debt"
  const FoundEntry* measure = measure_ending_at(sentence, whole.end);
  if (measure != nullptr && measure->cell(kId) == "debt.amount") return std::nullopt;
  return stake_in(sentence, whole);
}

MeasureReading stake_in(const FactSentence& sentence, TokenRange whole) {
  MeasureReading reading = unlisted_measure(sentence, whole, false);
  for (std::uint32_t token = whole.end; token < reading.phrase_tokens.end; ++token) {
    // "23% of the firm, and its owners will own"
    const bool other = sentence.is(token, "and") && sentence.role(reading.phrase_tokens.end) == WordRole::kVerb;
    if (other || sentence.is_any(token, {"from", "for", "to", "by"})) reading.phrase_tokens.end = token;
  }
  reading.kind = ReadingKind::kShare;
  reading.id = "company.stake";
  reading.whole = as_written(sentence, reading.phrase_tokens);
  reading.phrase = "stake in " + reading.whole;
  reading.rule = "fact.stake";
  return reading;
}

bool names_body(const FactSentence& sentence, TokenRange phrase) {
  const bool completed = sentence.is_any(phrase.end, {"of", "in"});
  const std::uint32_t end = completed ? phrase_at(sentence, phrase.end + 1).end : phrase.end;
  const auto parties = sentence.parties();
  return std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
    return party.kind == Party::Kind::kOrganisation && party.tokens.begin >= phrase.begin && party.tokens.end <= end;
  });
}

}  // namespace attest::measure
