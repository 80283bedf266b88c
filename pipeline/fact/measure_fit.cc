// What a figure's unit corrects in the reading of its measure: a percentage of exports is a share of them, money a share is earnings.
#include <array>

#include "fact/measure_finder.h"
#include "fact/noun_phrase.h"

namespace attest {

// "its GDP forecast to [3%]": how it grows.
bool MeasureFinder::fit_forecast(MeasureReading& reading) const {
  const bool foreseen = figure().quantity == Quantity::kPercent && reading.id == "economy.gdp" && reading.kind == ReadingKind::kLevel &&
                        sentence_->covering(FactList::kPlanNoun, reading.phrase_tokens.end) != nullptr;
  if (!foreseen) return false;
  reading.id = "economy.gdp_growth";
  reading.phrase = "gdp growth";
  reading.share_id.clear();
  return true;
}

// "The most trade was with China ([27%])": a percentage of what is told in money is its share.
bool MeasureFinder::fit_share_of_money(MeasureReading& reading) const {
  if (figure().quantity != Quantity::kPercent || reading.kind != ReadingKind::kLevel || reading.share_id.empty()) return false;
  reading = share_of_told(reading);
  return true;
}

// "the second-largest supplier, with a share of [17.5 percent]": of the trade that is told of.
bool MeasureFinder::fit_share_of_trade(MeasureReading& reading) const {
  if (figure().quantity != Quantity::kPercent || !reading.id.empty() || reading.phrase != "share") return false;
  const MeasureReading* trade = flow_told_of();
  if (trade == nullptr) return false;
  const TokenRange phrase = reading.phrase_tokens;
  reading = taken_over(share_of_told(level_of(*trade)), reading.rule);
  reading.quantity = figure().quantity;
  reading.phrase_tokens = phrase;
  return true;
}

bool MeasureFinder::is_per_unit() const { return figure().unit.find('/') != std::string::npos && figure().quantity != Quantity::kPercent; }

// "net income of [$1.42] a share"
bool MeasureFinder::fit_earnings_per_share(MeasureReading& reading) const {
  const bool in_unit = is_per_unit() && figure().unit.find("share") != std::string::npos;
  const bool behind = sentence_->is_any(at_.tokens.end, {"a", "per"}) && sentence_->is(at_.tokens.end + 1, "share");
  const bool earned = reading.id == "company.profit" || reading.id == "company.loss" || reading.phrase.ends_with("gain");
  if (!(in_unit || behind) || !earned) return false;
  reading.id = "company.earnings_per_share";
  reading.phrase = "earnings per share";
  return true;
}

// "Shares rose [3%] to [$5]": their price.
bool MeasureFinder::fit_share_price(MeasureReading& reading) const {
  if (reading.kind == ReadingKind::kGrowth && reading.level_id == "company.shares") {
    reading.level_id = "economy.price";
    reading.level_phrase = "share price";
    reading.phrase = "growth of share price";
    return true;
  }
  if (reading.id != "company.shares" || figure().quantity == Quantity::kCount) return false;
  reading.id = "economy.price";
  reading.phrase = "share price";
  return true;
}

// "the storm caused losses of [$5 million]"
bool MeasureFinder::fit_damage(MeasureReading& reading) const {
  const bool caused = reading.id == "company.loss" && reading.phrase_tokens.begin > clause_.begin &&
                      sentence_->is_any(reading.phrase_tokens.begin - 1, {"cause", "caused", "causes", "causing"});
  if (caused) reading.id = "damage.amount";
  return caused;
}

// "its support for poor countries of [$5 million]", "shipments of [$5 million]": what else the noun may tell of in money.
bool MeasureFinder::fit_money(MeasureReading& reading) const {
  if (figure().quantity != Quantity::kMoney) return false;
  if (reading.id == "politics.votes") {
    reading.id = "finance.amount";
    return true;
  }
  if (reading.id == "investment.projects") {  // "[$5 billion] worth of projects"
    reading.id = "investment.projects_value";
    reading.kind = ReadingKind::kValue;
    return true;
  }
  // "sold a stake [… for $5 million]": what was paid for it
  if (reading.id == "company.stake" && reading.inherited) {
    reading.id = "company.deal_value";
    reading.kind = ReadingKind::kLevel;
    reading.phrase = "purchase price";
    return true;
  }
  if (reading.id != "cargo.volume" || !reading.phrase.ends_with("shipments")) return false;
  reading.id = "trade.exports";
  reading.share_id = "trade.share_of_exports";
  reading.flow = Flow::kOut;
  return true;
}

// "The project is to cost [$5 million]", "will build a [179-km] road": not how many projects there are.
bool MeasureFinder::fit_project(MeasureReading& reading) const {
  if (reading.id != "investment.projects" || reading.kind != ReadingKind::kLevel) return false;
  const bool money = figure().quantity == Quantity::kMoney;
  if (!money && figure().quantity != Quantity::kMeasure) return false;
  const std::string_view name = attribute_name(dimension_of(figure()));
  reading.id = money ? "project.value" : dimension_of(figure()) == Dimension::kLength ? "transport.distance" : "";
  reading.phrase = (money ? "cost of " : name.empty() ? "" : std::string(name) + " of ") + reading.phrase;
  return true;
}

// "[27%] of these loans are for roads, [8%] for schools": a part of what is lent.
bool MeasureFinder::fit_share_of_loan(MeasureReading& reading) const {
  const bool lent = reading.flow == Flow::kLend && reading.kind == ReadingKind::kLevel && figure().quantity == Quantity::kPercent;
  if (!lent || (reading.id != "loan.amount" && reading.id != "aid.amount")) return false;
  reading = share_of(reading, reading.phrase);
  return true;
}

// "wheat at [$200 a tonne]"
bool MeasureFinder::fit_unit_price(MeasureReading& reading) const {
  const bool priced = is_per_unit() && reading.id.empty() && reading.kind == ReadingKind::kLevel && figure().unit.starts_with("USD/");
  // "6 million dollars, or [64 cents a share], of charges"
  const bool is_sum = priced && sentence_->covering(FactList::kSumNoun, reading.phrase_tokens.end - 1) != nullptr;
  if (!priced || is_sum) return false;
  reading.id = "economy.price";
  reading.phrase = "price of " + reading.phrase;
  return true;
}

// The first correction that fits is the only one.
void MeasureFinder::fit_to_unit(MeasureReading& reading) const {
  using Fit = bool (MeasureFinder::*)(MeasureReading&) const;
  static constexpr std::array<Fit, 10> kFits = {&MeasureFinder::fit_forecast,       &MeasureFinder::fit_share_of_money,
                                                &MeasureFinder::fit_share_of_trade, &MeasureFinder::fit_earnings_per_share,
                                                &MeasureFinder::fit_share_price,    &MeasureFinder::fit_damage,
                                                &MeasureFinder::fit_money,          &MeasureFinder::fit_unit_price,
                                                &MeasureFinder::fit_project,        &MeasureFinder::fit_share_of_loan};
  for (const Fit fit : kFits) {
    if ((this->*fit)(reading)) return;
  }
}

}  // namespace attest
