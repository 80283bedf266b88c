#include "fact/measure/told_measures.h"

#include <algorithm>

#include "fact/measure/phrase.h"

namespace attest {
namespace {

// The trade by which a rank is told.
MeasureReading trade_ranked_by(const MeasureReading& rank) {
  MeasureReading trade = reading_named(ReadingKind::kLevel, rank.level_id, rank.level_phrase, "fact.inherited");
  trade.flow = rank.level_id == "trade.exports" ? Flow::kOut : rank.level_id == "trade.imports" ? Flow::kIn : Flow::kPair;
  trade.quantity = Quantity::kMoney;
  return trade;
}

}  // namespace

void ToldMeasures::remember(const FactSentence& sentence, const MeasureReading& reading) {
  vote = vote || reading.id.starts_with("politics.") || !sentence.words(FactList::kElectionWord).empty();
  if (reading.kind == ReadingKind::kRank && reading.phrase != "rank") rank = reading;
  // "China ranked second in trade turnover. It amounted to $5 billion"
  if (reading.kind == ReadingKind::kRank && !reading.level_id.empty()) level = trade_ranked_by(reading);
  if (reading.kind != ReadingKind::kLevel || reading.id.empty()) return;
  if (reading.quantity == Quantity::kMoney || reading.quantity == Quantity::kMeasure) level = reading;
  const bool flows = reading.id.starts_with("trade.") && !reading.share_id.empty();
  if (flows) trade = reading;
  if (reading.id == "trade.exports") exports = reading;
  if (reading.id == "trade.imports") imports = reading;
  if (reading.id == "trade.turnover") turnover = reading;
  const bool has_parts = reading.id == "trade.exports" || reading.id == "economy.production" || reading.id == "economy.sales" ||
                         reading.id == "company.revenue";
  if (has_parts) divisible = reading;
}

const MeasureReading* ToldMeasures::flow_named_in(const FactSentence& sentence, std::uint32_t limit) const {
  bool sells = false;
  bool buys = false;
  bool partners = false;
  for (const FoundEntry& role : sentence.words(FactList::kTradeRole)) {
    if (role.tokens.begin >= limit) break;
    sells = sells || role.cell(kSide) == "buyer";
    buys = buys || role.cell(kSide) == "seller";
    partners = partners || role.entry->surface.starts_with("partner");
  }
  const auto words = sentence.words(FactList::kMeasure);
  const bool one_way = sells || buys || std::any_of(words.begin(), words.end(), [](const FoundEntry& word) {
                         return word.cell(0) == "trade.exports" || word.cell(0) == "trade.imports";
                       });
  if (partners && !one_way && turnover) return &*turnover;
  if (sells && !buys && exports) return &*exports;
  if (buys && !sells && imports) return &*imports;
  return trade ? &*trade : nullptr;
}

}  // namespace attest
