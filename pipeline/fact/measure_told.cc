// Figures that go on with what the document told of before: a product's exports, a partner's share of trade.
#include <algorithm>
#include <string>

#include "fact/measure_finder.h"
#include "fact/noun_phrase.h"

namespace attest {
namespace {

// Columns of the list `trade_role`.
constexpr std::size_t kSide = 0;
constexpr std::size_t kPart = 1;

}  // namespace

void MeasureFinder::remember(const MeasureReading& reading) {
  told_.vote = told_.vote || reading.id.starts_with("politics.") || !sentence_->words(FactList::kElectionWord).empty();
  if (reading.kind != ReadingKind::kLevel || reading.id.empty()) return;
  if (reading.quantity == Quantity::kMoney || reading.quantity == Quantity::kMeasure) told_.level = reading;
  const bool trade = reading.id.starts_with("trade.") && !reading.share_id.empty();
  if (trade) told_.trade = reading;
  if (reading.id == "trade.exports") told_.exports = reading;
  if (reading.id == "trade.imports") told_.imports = reading;
  const bool divisible = reading.id == "trade.exports" || reading.id == "economy.production" || reading.id == "economy.sales" ||
                         reading.id == "company.revenue";
  if (divisible) told_.divisible = reading;
}

// Exports, imports or trade that the text is telling of: the last reading of this sentence, else what the words of the sentence
// speak of ("buyers" of exports, "suppliers" of imports), else the last one of the document.
const MeasureReading* MeasureFinder::flow_told_of() const {
  for (std::size_t i = index_; i > 0; --i) {
    if (earlier_[i - 1].id.starts_with("trade.") && !earlier_[i - 1].share_id.empty()) return &earlier_[i - 1];
  }
  bool sells = false;
  bool buys = false;
  for (const FoundEntry& role : sentence_->words(FactList::kTradeRole)) {
    if (role.tokens.begin >= clause_.end) break;
    sells = sells || role.cell(kSide) == "buyer";
    buys = buys || role.cell(kSide) == "seller";
  }
  if (sells && !buys && told_.exports) return &*told_.exports;
  if (buys && !sells && told_.imports) return &*told_.imports;
  return told_.trade ? &*told_.trade : nullptr;
}

MeasureReading MeasureFinder::introduction(const FactSentence& sentence) {
  sentence_ = &sentence;
  index_ = 0;
  clause_ = sentence.tokens();
  const auto listed = last_measure(sentence, clause_.begin, clause_.end);
  bool partners = false;
  bool bought = false;
  for (const FoundEntry& role : sentence.words(FactList::kTradeRole)) {
    partners = partners || role.cell(kPart) == "partner";
    bought = bought || role.cell(kSide) == "seller";
  }
  MeasureReading reading;
  if (listed) {
    reading = *listed;
  } else if (partners && flow_told_of() != nullptr) {
    reading = level_of(*flow_told_of());
  } else if (partners) {
    reading = reading_named(ReadingKind::kLevel, bought ? "trade.imports" : "trade.exports", bought ? "imports" : "exports", {});
    reading.flow = bought ? Flow::kIn : Flow::kOut;
    reading.share_id = bought ? "trade.share_of_imports" : "trade.share_of_exports";
  } else {
    return reading;
  }
  reading.quantity = Quantity::kMoney;
  reading.rule = "fact.introduced";
  return reading;
}

// "China remained the largest buyer, taking $1.5 billion", "yarn was the main product with $780 million".
std::optional<MeasureReading> MeasureFinder::partner_in_trade() {
  const bool measured = figure().quantity == Quantity::kMeasure && told_.trade && told_.trade->quantity == Quantity::kMeasure;
  if ((figure().quantity != Quantity::kMoney && !measured) || last_measure(*sentence_, floor_, at_.tokens.begin)) return std::nullopt;
  if (!sentence_->is_any(before_, {"with", "taking", "took", "takes", "buying", "absorbing", "at"})) return std::nullopt;
  if (sentence_->is(before_ - 1, "compared")) return std::nullopt;
  bool partner = false;
  bool product = false;
  for (const FoundEntry& role : sentence_->words(FactList::kTradeRole)) {
    if (role.tokens.begin >= at_.tokens.begin) break;
    partner = partner || role.cell(kPart) == "partner";
    product = product || role.cell(kPart) == "product";
  }
  for (std::uint32_t token = sentence_->tokens().begin; token < at_.tokens.begin; ++token)
    product = product || (sentence_->is(token, "followed") && sentence_->is(token + 1, "with"));
  const MeasureReading* whole = partner ? flow_told_of() : nullptr;
  if (whole == nullptr && product && index_ == 0 && told_.divisible) whole = &*told_.divisible;
  if (whole == nullptr) return std::nullopt;
  return taken_over(*whole, "fact.partner");
}

// "Fabrics added $560 million", "dairy products brought in $430 million": a product's part of what the text is telling of.
std::optional<MeasureReading> MeasureFinder::contribution() {
  if (figure().quantity != Quantity::kMoney || before_ == sentence_->tokens().end || before_ <= clause_.begin) return std::nullopt;
  const FoundEntry* earns = sentence_->covering(FactList::kEarningVerb, before_);
  const bool contributes = earns != nullptr && earns->tokens.end == before_ + 1;
  if (!contributes || last_measure(*sentence_, floor_, before_)) return std::nullopt;
  if (!told_.divisible || told_.divisible->id == "company.revenue") return std::nullopt;
  MeasureReading reading = *told_.divisible;
  const TokenRange product = phrase_before(*sentence_, earns->tokens.begin, floor_);
  const std::string name = base_form(*sentence_, product, false);
  const std::string whole = reading.phrase.substr(0, reading.phrase.find(" of "));
  if (!name.empty()) reading.phrase = whole.substr(whole.rfind(' ') + 1) + " of " + name;
  return taken_over(std::move(reading), "fact.contribution");
}

}  // namespace attest
