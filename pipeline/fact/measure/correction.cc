#include "fact/measure/correction.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "fact/measure/phrase.h"
#include "fact/measure/reference.h"
#include "fact/noun_phrase.h"

namespace attest::measure {
namespace {

// "Peru is the third trading partner with a turnover of [$2 billion]".
bool tells_of_partner(const FactSentence& sentence) {
  const auto words = sentence.words(FactList::kReference);
  return std::any_of(words.begin(), words.end(), [](const FoundEntry& word) { return word.cell(0) == "partner"; });
}

// True where another figure of the same kind is joined to this one: "exports and imports rose 4% and [5%]".
bool is_joined(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const auto figures = sentence.figures();
  const auto joined = [&](std::size_t first) {
    return first + 1 < figures.size() && figures[first + 1].tokens.begin == figures[first].tokens.end + 1 &&
           sentence.is(figures[first].tokens.end, "and");
  };
  return joined(figure.index()) || (!figure.is_first() && joined(figure.index() - 1)) ||
         sentence.is(sentence.tokens().end - 2, "respectively");
}

// "$470 a tonne", "$1.42 a share".
bool is_per_unit(const FigureView& figure) {
  return figure.unit().find('/') != std::string::npos && figure.quantity() != Quantity::kPercent;
}

// "Indonesia saw a $1.9 billion deficit in its trade with China": a deficit is that of trade where trade is spoken of.
void take_as_trade_balance(const FigureView& figure, MeasureReading& reading) {
  const FactSentence& sentence = figure.sentence();
  const bool signed_balance = reading.id.empty() && (reading.phrase == "negative balance" || reading.phrase == "positive balance");
  if (reading.id != "balance.deficit" && reading.id != "balance.surplus" && !signed_balance) return;
  const MeasureReading* last = figure.earlier().empty() ? figure.context() : &figure.earlier().back();
  const bool after_trade = last != nullptr && (last->id.starts_with("trade.") || last->level_id.starts_with("trade."));
  const FoundEntry* completed = sentence.first_from(FactList::kMeasure, reading.phrase_tokens.begin, reading.phrase_tokens.end);
  while (completed != nullptr && completed->cell(kFlow) != "pair") {
    completed = sentence.first_from(FactList::kMeasure, completed->tokens.end, reading.phrase_tokens.end);
  }
  if (!after_trade && completed == nullptr) return;
  if (signed_balance) {
    reading.id = "trade.balance";
    reading.phrase = "trade balance";
  } else {
    reading.id = reading.id == "balance.deficit" ? "trade.deficit" : "trade.surplus";
    reading.phrase = reading.id == "trade.deficit" ? "trade deficit" : "trade surplus";
  }
  reading.flow = Flow::kPair;
  reading.in_trade = true;
}

// "Trade hit a record last year. In the first months turnover grew": no company's, where trade is told of and none is named.
void take_as_trade_turnover(const FigureView& figure, MeasureReading& reading) {
  const FactSentence& sentence = figure.sentence();
  std::string& id = reading.kind == ReadingKind::kLevel ? reading.id : reading.level_id;
  const bool turnover = id == "company.revenue" && reading.phrase.ends_with("turnover");
  const auto parties = sentence.parties();
  // "turnover between Peru and Chile", "Peru's turnover with the EU"
  const auto lies_between = [&](const Party& party) {
    const std::uint32_t opening = sentence.is(party.tokens.begin - 1, "the") ? party.tokens.begin - 1 : party.tokens.begin;
    return (is_state(party) || party.bloc) && !party.city && sentence.is_any(opening - 1, {"between", "with"}) &&
           party.tokens.end <= reading.phrase_tokens.end;
  };
  // "the turnover between the two countries"
  const auto words = sentence.words(FactList::kReference);
  const bool of_pair = turnover && std::any_of(words.begin(), words.end(), [&](const FoundEntry& word) {
                         const std::uint32_t begin = word.tokens.begin;
                         const std::uint32_t opening = sentence.is(begin - 1, "the") ? begin - 2 : begin - 1;
                         return word.cell(0) == "pair" && (sentence.is(begin, "between") || sentence.is(opening, "between"));
                       });
  const bool grew = figure.last_told() != nullptr && figure.last_told()->level_id == "trade.turnover";
  const bool of_trade = turnover && (of_pair || grew || flow_told_of(figure) != nullptr || tells_of_partner(sentence) ||
                                     std::any_of(parties.begin(), parties.end(), lies_between));
  if (!of_trade) return;
  const bool of_company = std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
    return party.kind == Party::Kind::kOrganisation && !party.reporter && !party.bloc && party.tokens.begin >= figure.clause().begin &&
           party.tokens.end <= figure.clause().end;
  });
  if (of_company) return;
  id = "trade.turnover";
  reading.flow = Flow::kPair;
  reading.share_id = "trade.share_of_turnover";
}

// "Peru's imports and exports reached [$50 billion]": both ways together.
void take_as_both_ways(const FigureView& figure, MeasureReading& reading) {
  const FactSentence& sentence = figure.sentence();
  std::string& id = reading.kind == ReadingKind::kLevel ? reading.id : reading.level_id;
  const bool told = reading.kind == ReadingKind::kLevel || reading.kind == ReadingKind::kGrowth;
  const TokenRange phrase = reading.phrase_tokens;
  if (!told || (id != "trade.exports" && id != "trade.imports") || phrase.begin >= phrase.end || is_joined(figure)) return;
  const auto is_way = [&](std::uint32_t token) { return sentence.is_any(token, {"imports", "exports", "import", "export"}); };
  for (std::uint32_t token = phrase.begin > 2 ? phrase.begin - 2 : 0; token < phrase.end + 1; ++token) {
    if (!sentence.is(token, "and") || token == 0 || !is_way(token - 1) || !is_way(token + 1)) continue;
    id = "trade.turnover";
    reading.level_phrase = "imports and exports";
    reading.phrase = reading.kind == ReadingKind::kGrowth ? "growth of imports and exports" : reading.level_phrase;
    reading.flow = Flow::kPair;
    reading.share_id = "trade.share_of_turnover";
    return;
  }
}

// "will provide [$5 billion] in the form of a 35-year loan", "will give [half] as a loan".
void take_as_loan(const FigureView& figure, MeasureReading& reading) {
  const FactSentence& sentence = figure.sentence();
  const bool open = reading.id.empty() || reading.id == "finance.amount" || reading.id == "aid.amount";
  if (figure.quantity() != Quantity::kMoney || !open) return;
  for (std::uint32_t token = figure.end() + 1; token + 1 < figure.clause().end; ++token) {
    const bool leads = sentence.is(token, "as") || (sentence.is(token, "of") && sentence.is(token - 1, "form"));
    const TokenRange form = leads ? phrase_at(sentence, behind_dates(sentence, token + 1)) : TokenRange{};
    const FoundEntry* loan = form.begin < form.end ? measure_ending_at(sentence, form.end) : nullptr;
    // "as a loan", "as loans", but "as borrowers repay loans"
    const bool whole = loan != nullptr && (form.begin > token + 1 || loan->tokens.begin == form.begin);
    if (!whole || loan->cell(kId) != "loan.amount") continue;
    reading.id = "loan.amount";
    reading.phrase = "loan";
    reading.flow = Flow::kLend;
    return;
  }
}

// "expects growth of [5.2%] in Chad": of what, nothing says; of the economy, then.
void take_as_economic_growth(const FigureView& figure, MeasureReading& reading) {
  const bool of_nothing = reading.kind == ReadingKind::kGrowth && reading.id.empty() && reading.phrase == growth_of({}).phrase;
  const auto parties = figure.sentence().parties();
  const auto earns = [](const Party& party) {
    return party.kind == Party::Kind::kOrganisation && !party.lender && !party.bloc && !party.reporter;
  };
  const bool of_company = std::any_of(parties.begin(), parties.end(), earns);
  const bool names_state = std::any_of(parties.begin(), parties.end(), is_state);
  if (!of_nothing || figure.quantity() != Quantity::kPercent || of_company || !names_state) return;
  const std::string_view rule = reading.rule;
  reading = economic_growth();
  reading.rule = rule;
  reading.quantity = figure.quantity();
}

// "its GDP forecast to [3%]", "grew 5%, after an estimate of [4%]": how it grows.
void take_as_gdp_growth(const FigureView& figure, MeasureReading& reading) {
  const bool percent = figure.quantity() == Quantity::kPercent && reading.id == "economy.gdp" && reading.kind == ReadingKind::kLevel;
  const bool foreseen = percent && figure.sentence().covering(FactList::kPlanNoun, reading.phrase_tokens.end) != nullptr;
  const bool goes_on = percent && reading.inherited && !figure.is_first() && figure.earlier().back().id == "economy.gdp_growth";
  if (!foreseen && !goes_on) return;
  reading.id = "economy.gdp_growth";
  reading.phrase = goes_on ? figure.earlier().back().phrase : "gdp growth";
  reading.share_id.clear();
}

// "The increase in exports was [5%]", "the decline in Peru's sales amounted to [6%]": of what is told in money, how it changed.
void take_as_growth_in(const FigureView& figure, MeasureReading& reading) {
  const FactSentence& sentence = figure.sentence();
  const bool open = reading.kind == ReadingKind::kLevel && (reading.id.empty() || !reading.share_id.empty());
  if (figure.quantity() != Quantity::kPercent || !open || reading.phrase_tokens.begin >= reading.phrase_tokens.end) return;
  const auto describes = [&](std::uint32_t token) {
    const WordRole role = sentence.role(token);
    return role == WordRole::kContent || role == WordRole::kName || role == WordRole::kPossessive || role == WordRole::kDeterminer;
  };
  std::uint32_t token = reading.phrase_tokens.begin;
  while (token > figure.clause().begin + 1 && describes(token - 1)) --token;
  if (token <= figure.clause().begin + 1 || !sentence.is_any(token - 1, {"in", "of"})) return;
  const FoundEntry* change = sentence.covering(FactList::kChangeNoun, token - 2);
  if (change != nullptr && sentence.role(token - 2) != WordRole::kVerb) reading = growth_of(std::move(reading));
}

// "The most trade was with China ([27%])": a percentage of what is told in money is its share.
void take_as_share_of_amount(const FigureView& figure, MeasureReading& reading) {
  if (figure.quantity() != Quantity::kPercent || reading.kind != ReadingKind::kLevel || reading.share_id.empty()) return;
  reading = share_of_told(figure, reading);
}

// "The population exceeded 10 million, with [70%] living in towns", "will provide $20 million, [half] of it in grants": a part of what was
// counted, no level of it.
void take_as_share_of_told(const FigureView& figure, MeasureReading& reading) {
  const MeasureReading* told = figure.last_told();
  // no price in eighths: "from [34-3/4]"
  const bool part =
      figure.quantity() == Quantity::kPercent || (figure.quantity() == Quantity::kRatio && figure.value() && *figure.value() < Decimal(1));
  const bool level = figure.has_before() && figure.sentence().is_any(figure.before(), {"from", "to", "at", "by"});  // "from 10 to [25%]"
  const bool takes_over = part && !level && reading.inherited && reading.kind == ReadingKind::kLevel && told != nullptr;
  if (!takes_over || is_share(told->quantity) || told->kind != ReadingKind::kLevel || told->id != reading.id || told->id.empty()) return;
  reading = share_of_told(figure, reading);
}

// "the second-largest supplier, with a share of [17.5 percent]": of the trade that is told of.
void take_as_share_of_trade(const FigureView& figure, MeasureReading& reading) {
  const bool of_total = reading.phrase == "share of total volume" || reading.phrase == "share of total";
  if (figure.quantity() != Quantity::kPercent || !reading.id.empty() || !(reading.phrase == "share" || of_total)) return;
  const MeasureReading* trade = flow_told_of(figure);
  if (trade == nullptr) return;
  const TokenRange phrase = reading.phrase_tokens;
  reading = taken_over(share_of_told(figure, level_of(*trade)), reading.rule);
  reading.quantity = figure.quantity();
  reading.phrase_tokens = phrase;
}

// "net income of [$1.42] a share"
void take_as_earnings_per_share(const FigureView& figure, MeasureReading& reading) {
  const FactSentence& sentence = figure.sentence();
  const bool in_unit = is_per_unit(figure) && figure.unit().find("share") != std::string::npos;
  const bool behind = sentence.is_any(figure.end(), {"a", "per"}) && sentence.is(figure.end() + 1, "share");
  // "Results came to [$1.50 a share]", where profit is told of
  const MeasureReading* told = reading.id.empty() ? figure.last_told() : nullptr;
  const std::string_view id = told != nullptr ? std::string_view(told->id) : std::string_view(reading.id);
  const bool earned = id == "company.profit" || id == "company.loss" || reading.phrase.ends_with("gain");
  if (!(in_unit || behind) || !earned) return;
  reading.id = "company.earnings_per_share";
  reading.phrase = "earnings per share";
}

// "Shares rose [3%] to [$5]": their price.
void take_as_share_price(const FigureView& figure, MeasureReading& reading) {
  if (reading.kind == ReadingKind::kGrowth && reading.level_id == "company.shares") {
    reading.level_id = "economy.price";
    reading.level_phrase = "share price";
    reading.phrase = "growth of share price";
    return;
  }
  if (reading.id != "company.shares" || figure.quantity() == Quantity::kCount) return;
  reading.id = "economy.price";
  reading.phrase = "share price";
}

void take_as_flow(MeasureReading& reading, bool out) {
  reading.id = out ? "trade.exports" : "trade.imports";
  reading.share_id = out ? "trade.share_of_exports" : "trade.share_of_imports";
  reading.flow = out ? Flow::kOut : Flow::kIn;
  reading.phrase = out ? "exports" : "imports";
}

// "earned [$5 billion] from exports of tea", "had [$5 billion] in income from tea sales to Peru": what a state sold abroad.
void take_as_export_income(const FigureView& figure, MeasureReading& reading) {
  const FactSentence& sentence = figure.sentence();
  const bool income = reading.kind == ReadingKind::kLevel && (reading.id == "company.profit" || reading.id == "company.revenue");
  if (!income || figure.quantity() != Quantity::kMoney) return;
  const bool named = sentence.is_any(figure.end(), {"in", "of"}) && sentence.role(figure.end() + 1) == WordRole::kContent;
  const std::uint32_t from = figure.end() + (named ? 2 : 0);
  const TokenRange source = sentence.is(from, "from") ? phrase_at(sentence, from + 1) : TokenRange{};
  const FoundEntry* sold = source.begin < source.end ? measure_ending_at(sentence, source.end) : nullptr;
  const bool abroad = sold != nullptr && sold->cell(0) == "economy.sales" && sentence.is(source.end, "to");
  if (sold == nullptr || !(abroad || sold->cell(0) == "trade.exports")) return;
  const std::string_view rule = reading.rule;
  reading = listed_measure(sentence, *sold, source.begin);
  reading.rule = rule;
  if (!abroad) return;
  const std::string phrase = reading.phrase;
  take_as_flow(reading, true);
  reading.phrase = phrase;
}

// "the storm caused losses of [$5 million]"
void take_as_damage(const FigureView& figure, MeasureReading& reading) {
  const bool caused = reading.id == "company.loss" && reading.phrase_tokens.begin > figure.clause().begin &&
                      figure.sentence().is_any(reading.phrase_tokens.begin - 1, {"cause", "caused", "causes", "causing"});
  if (caused) reading.id = "damage.amount";
}

// "deliveries of gas to Peru", "supplies from Chad", but not "April deliveries" of futures.
bool names_delivered_goods(const FactSentence& sentence, const MeasureReading& reading) {
  const TokenRange phrase = reading.phrase_tokens;
  for (std::uint32_t token = phrase.begin; token < phrase.end; ++token) {
    const bool noun = sentence.is_any(token, {"deliveries", "supplies", "supply"});
    if (noun && sentence.is_any(token + 1, {"of", "to", "from"})) return true;
  }
  // "deliveries to Peru rose by 5% to [$3 billion]"
  if (!reading.inherited) return false;
  for (const std::string_view noun : {"deliveries", "supplies", "supply"}) {
    if (reading.phrase.ends_with(noun)) return true;
  }
  return false;
}

// "[$5 million] for a 60% stake", "[$5 million] (€4 million) for its holding"
bool buys_stake(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  constexpr std::uint32_t kLongest = 8;  // tokens: "for the remaining 40% of the firm's shares"
  const std::uint32_t bought = figure.behind_conversion();
  if (!sentence.is(bought, "for")) return false;
  const FoundEntry* stake = sentence.first_from(FactList::kMeasure, bought, std::min(bought + kLongest, figure.clause().end));
  return stake != nullptr && stake->cell(kId) == "company.stake";
}

// "its support for poor countries of [$5 million]", "shipments of [$5 million]": what else the noun may tell of in money.
void take_as_told_in_money(const FigureView& figure, MeasureReading& reading) {
  if (figure.quantity() != Quantity::kMoney) return;
  if (reading.id == "politics.votes") {
    reading.id = "finance.amount";
    return;
  }
  if (reading.id == "investment.projects") {  // "[$5 billion] worth of projects"
    reading.id = "investment.projects_value";
    reading.kind = ReadingKind::kValue;
    return;
  }
  // "sold a stake [… for $5 million]", "will pay [$5 million] for a 60% stake": what is paid for it
  const bool pays = reading.id == "company.payment" || reading.id == "company.stake";
  if ((reading.id == "company.stake" && reading.inherited) || (pays && buys_stake(figure))) {
    reading.id = "company.deal_value";
    reading.kind = ReadingKind::kLevel;
    reading.phrase = "purchase price";
    return;
  }
  if (reading.id != "cargo.volume" || !(reading.phrase.ends_with("shipments") || names_delivered_goods(figure.sentence(), reading))) return;
  const std::string phrase = reading.phrase;
  take_as_flow(reading, true);
  reading.phrase = phrase;
}

// "Chad supplied goods to Peru worth [$5 billion]": what was done with what is worth that.
void take_as_goods_sold(const FigureView& figure, MeasureReading& reading) {
  const FactSentence& sentence = figure.sentence();
  const TokenRange goods = reading.phrase_tokens;
  const bool open = reading.id.empty() && reading.kind == ReadingKind::kValue && figure.quantity() == Quantity::kMoney;
  if (!open || goods.begin >= goods.end || goods.begin <= figure.clause().begin) return;
  if (!sentence.is_any(goods.begin, {"goods", "products", "commodities"})) return;
  const bool out = sentence.is_any(goods.begin - 1, {"supplied", "delivered", "shipped", "exported", "sold"});
  if (!out && !sentence.is_any(goods.begin - 1, {"imported", "bought", "purchased"})) return;
  take_as_flow(reading, out);
  reading.kind = ReadingKind::kLevel;
}

// "Goods exported to Peru amounted to [$5 billion]": what was done with the goods says which way they went.
void take_as_goods_traded(const FigureView& figure, MeasureReading& reading) {
  const FactSentence& sentence = figure.sentence();
  const bool open = reading.id.empty() && reading.kind == ReadingKind::kLevel && reading.rule == "fact.subject";
  if (!open || figure.quantity() != Quantity::kMoney) return;
  const TokenRange phrase = reading.phrase_tokens;
  for (std::uint32_t token = phrase.begin + 1; token < std::min(phrase.end + 1, figure.begin()); ++token) {
    const bool out = sentence.is(token, "exported");
    if (!(out || sentence.is(token, "imported")) || !sentence.is_any(token - 1, {"goods", "services", "products", "commodities"})) continue;
    const std::string what = reading.phrase;
    take_as_flow(reading, out);
    reading.phrase += " of " + what;
    reading.phrase_tokens.end = complement_end(sentence, token + 1);
    return;
  }
}

// "Other suppliers of China are Peru ([$5 billion]), Chile ($4 billion)": of what they sell it.
void take_as_traded_with_partners(const FigureView& figure, MeasureReading& reading) {
  const FactSentence& sentence = figure.sentence();
  const bool amount = figure.quantity() == Quantity::kMoney || figure.quantity() == Quantity::kMeasure;
  const bool open = reading.id.empty() && reading.kind == ReadingKind::kLevel && reading.rule == "fact.subject";
  // "Chad remained Peru's main supplier, earning [$5 billion]"
  const bool reaches = sentence.is_any(figure.before(), {"reaching", "totaling", "totalling", "earning", "with"});
  if (!open || !amount || !(reaches || sentence.is(figure.begin() - 1, "("))) return;
  const FoundEntry* role = sentence.first_from(FactList::kTradeRole, reading.phrase_tokens.begin, reading.phrase_tokens.end);
  while (role != nullptr && role->cell(kPart) != "partner") {
    role = sentence.first_from(FactList::kTradeRole, role->tokens.end, reading.phrase_tokens.end);
  }
  const bool sided = role != nullptr && role->cell(kSide).size() > 1;  // "a third party", and not "the third supplier"
  if (role == nullptr || (reaches && !sided)) return;
  if (role->cell(kSide) == "buyer" || role->cell(kSide) == "seller") return take_as_flow(reading, role->cell(kSide) == "buyer");
  // "The main export partners are Chile ([$5 billion])": of what goes to them.
  const bool sells = role->tokens.begin > figure.clause().begin && sentence.is_any(role->tokens.begin - 1, {"export", "exports"});
  const bool buys = role->tokens.begin > figure.clause().begin && sentence.is_any(role->tokens.begin - 1, {"import", "imports"});
  if (sells || buys) return take_as_flow(reading, sells);
  // "Peru's main partners are Chile ([$5 billion])": goods go both ways.
  reading.id = "trade.turnover";
  reading.share_id = "trade.share_of_turnover";
  reading.flow = Flow::kPair;
  reading.phrase = "trade";
}

// "The line, estimated to cost $5 million, will be [523 km] long": no cost, as what is counted is none.
void take_as_length(const FigureView& figure, MeasureReading& reading) {
  if (reading.id != "project.value") return;
  if (figure.quantity() == Quantity::kCount) reading.id.clear();
  if (figure.quantity() != Quantity::kMeasure || figure.dimension() != Dimension::kLength) return;
  reading.id = "transport.distance";
  reading.phrase = "length";
}

// "Exports to Peru fetched [$5 billion]": what was sold, and no price.
void take_as_goods_fetched(const FigureView& figure, MeasureReading& reading) {
  if (reading.id != "economy.price" || reading.rule != "fact.verb") return;
  auto sold = last_measure(figure.sentence(), figure.clause().begin, figure.begin());
  if (!sold || !sold->id.starts_with("trade.")) return;
  sold->rule = reading.rule;
  reading = *std::move(sold);
}

// "wheat at [$200 a tonne]"
void take_as_unit_price(const FigureView& figure, MeasureReading& reading) {
  const bool priced = is_per_unit(figure) && reading.id.empty() && reading.kind == ReadingKind::kLevel && figure.unit().starts_with("USD/");
  // "6 million dollars, or [64 cents a share], of charges"
  const bool is_sum = priced && figure.sentence().covering(FactList::kSumNoun, reading.phrase_tokens.end - 1) != nullptr;
  if (!priced || is_sum) return;
  reading.id = "economy.price";
  reading.phrase = "price of " + reading.phrase;
}

// "The project is to cost [$5 million]", "will build a [179-km] road": not how many projects there are.
void take_as_size_of_project(const FigureView& figure, MeasureReading& reading) {
  if (reading.id != "investment.projects" || reading.kind != ReadingKind::kLevel) return;
  const bool money = figure.quantity() == Quantity::kMoney;
  if (!money && figure.quantity() != Quantity::kMeasure) return;
  const std::string_view name = attribute_name(figure.dimension());
  const bool power = figure.dimension() == Dimension::kPower;
  const bool length = figure.dimension() == Dimension::kLength;
  reading.id = money ? "project.value" : length ? "transport.distance" : power ? "company.capacity" : "";
  reading.phrase = (money ? "cost of " : name.empty() ? "" : std::string(name) + " of ") + reading.phrase;
}

// "a $5 billion deal for plants totalling [150 MW]": no worth of theirs.
void take_as_capacity(const FigureView& figure, MeasureReading& reading) {
  if (figure.dimension() != Dimension::kPower || reading.kind == ReadingKind::kGrowth || reading.kind == ReadingKind::kShare) return;
  const bool in_money = reading.id == "agreements.value" || reading.id == "project.value" || reading.id == "loan.amount" ||
                        reading.id == "finance.amount" || reading.id.starts_with("investment.");
  if (!in_money) return;
  reading.id = "company.capacity";
  const bool of_works = reading.phrase.ends_with("project") || reading.phrase.ends_with("projects");
  reading.phrase = of_works && !reading.inherited ? "capacity of " + reading.phrase : "capacity";
  reading.kind = ReadingKind::kLevel;
  reading.flow = Flow::kNone;
}

// "[27%] of these loans are for roads, [8%] for schools", "Investments go to energy ([51%])": a part of what is lent, or invested.
void take_as_share_of_loan(const FigureView& figure, MeasureReading& reading) {
  const bool percent = figure.quantity() == Quantity::kPercent && reading.kind == ReadingKind::kLevel;
  if (percent && reading.flow == Flow::kInvest && reading.id.starts_with("investment.")) {
    reading = share_of(reading, reading.phrase);
    return;
  }
  const bool lent = reading.flow == Flow::kLend && reading.kind == ReadingKind::kLevel && figure.quantity() == Quantity::kPercent;
  if (!lent || (reading.id != "loan.amount" && reading.id != "aid.amount")) return;
  reading = share_of(reading, reading.phrase);
}

// "paid [$5 million] in interest on its debt", "repaid a [$5 million] loan": no stake, and no loan.
void take_as_debt_service(const FigureView& figure, MeasureReading& reading) {
  const FactSentence& sentence = figure.sentence();
  if (figure.quantity() != Quantity::kMoney || reading.kind != ReadingKind::kLevel || !figure.has_before()) return;
  const bool paid_in = sentence.is(figure.end(), "in") && sentence.is_any(figure.end() + 1, {"interest", "principal"}) &&
                       (reading.id == "company.stake" || reading.id == "company.payment");
  const bool interest = paid_in && sentence.is(figure.end() + 1, "interest");
  const std::uint32_t verb = sentence.role(figure.before()) == WordRole::kDeterminer ? figure.before() - 1 : figure.before();
  const FoundEntry* repays = sentence.covering(FactList::kMeasureVerb, verb);
  const bool lent = reading.id == "loan.amount" || reading.id == "debt.amount" || reading.id == "bond.amount";
  const bool repaid = lent && repays != nullptr && repays->cell(kId) == "debt.repayment";
  if (!paid_in && !repaid) return;
  reading.id = interest ? "debt.service" : "debt.repayment";
  reading.phrase = interest ? "interest payment" : paid_in ? "principal payment" : "repayment of " + reading.phrase;
}

// "Traffic rose to [4 million] travellers": of those who travel, not of goods.
void take_as_passengers(const FigureView& figure, MeasureReading& reading) {
  const std::string_view noun = figure.noun();
  const bool people = noun == "passenger" || noun == "traveller" || noun == "traveler";
  if (people && reading.id == "cargo.volume") reading.id = "transport.passengers";
}

// A correction leaves a reading that it does not fit as it is. At most one of those by the figure's unit fits.
using Correction = void (*)(const FigureView&, MeasureReading&);

constexpr auto kCorrections = std::to_array<Correction>({
    take_as_trade_balance,  take_as_trade_turnover,       take_as_both_ways,
    take_as_loan,           take_as_economic_growth,      take_as_gdp_growth,
    take_as_growth_in,      take_as_share_of_amount,      take_as_share_of_told,
    take_as_share_of_trade, take_as_earnings_per_share,   take_as_share_price,
    take_as_damage,         take_as_told_in_money,        take_as_goods_sold,
    take_as_goods_traded,   take_as_traded_with_partners, take_as_goods_fetched,
    take_as_length,         take_as_unit_price,           take_as_size_of_project,
    take_as_capacity,       take_as_share_of_loan,        take_as_export_income,
    take_as_debt_service,   take_as_passengers,
});

}  // namespace

void correct(const FigureView& figure, MeasureReading& reading) {
  for (const Correction correction : kCorrections) correction(figure, reading);
}

}  // namespace attest::measure
