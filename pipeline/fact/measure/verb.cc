#include "fact/measure/verb.h"

#include <algorithm>
#include <string>

#include "fact/figure_dimension.h"
#include "fact/measure/phrase.h"
#include "fact/measure/thing.h"
#include "fact/noun_phrase.h"

namespace attest::measure {
namespace {

// "Beijing agreed to buy [10bn cubic metres] of gas from Chad's north", but not "Norvale bought 5 tons of copper from Chad".
bool is_bought_from_state(const FigureView& figure) {
  const auto parties = figure.sentence().parties();
  const auto of_state = [&](const Party& party) { return is_state(party) && !party.adjective; };
  const bool by_state = std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
    return of_state(party) && party.city && party.tokens.begin >= figure.clause().begin && party.tokens.end <= figure.begin();
  });
  const bool by_body = std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
    return party.kind == Party::Kind::kOrganisation && party.tokens.begin >= figure.clause().begin && party.tokens.end <= figure.begin();
  });
  return by_state && !by_body && std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
           return of_state(party) && party.tokens.begin > figure.end() && figure.sentence().is(party.tokens.begin - 1, "from");
         });
}

// "Egypt bought [8.5 million kg] of tea": what states buy by weight, volume or energy is imported.
bool buys_goods_abroad(const FigureView& figure, const FoundEntry& verb) {
  const Dimension dimension = figure.dimension();
  const bool goods = dimension == Dimension::kMass || dimension == Dimension::kEnergy || dimension == Dimension::kVolume;
  return goods && (is_bought_by_state(figure, verb) || is_bought_from_state(figure));
}

// "spent [$5 billion] on imports of grain".
std::optional<MeasureReading> spent_on_imports(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const TokenRange goal = sentence.is(figure.end(), "on") ? phrase_at(sentence, figure.end() + 1) : TokenRange{};
  const FoundEntry* listed = goal.begin < goal.end ? measure_ending_at(sentence, goal.end) : nullptr;
  if (listed == nullptr || listed->cell(kId) != "trade.imports") return std::nullopt;
  MeasureReading imports = listed_measure(sentence, *listed, goal.begin);
  imports.rule = "fact.verb";
  return imports;
}

// "bought [$1.2 billion] of Kenyan goods".
bool is_of_foreign_goods(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const TokenRange bought = sentence.is(figure.end(), "of") ? phrase_at(sentence, figure.end() + 1) : TokenRange{};
  return std::any_of(sentence.parties().begin(), sentence.parties().end(), [&](const Party& party) {
    return party.adjective && party.tokens.begin == bought.begin && party.tokens.end < bought.end;
  });
}

// "offered [$26 billion] for Norvale": a bid for a body.
bool is_for_body(const FigureView& figure) {
  const auto parties = figure.sentence().parties();
  return figure.sentence().is(figure.end(), "for") && std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
           return party.kind == Party::Kind::kOrganisation && party.tokens.begin == figure.end() + 1;
         });
}

// "will put [$30 billion] into roads".
std::optional<MeasureReading> put_into(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t into = figure.behind_conversion();
  const bool puts = figure.quantity() == Quantity::kMoney && sentence.is_any(figure.before(), {"put", "puts", "putting"});
  if (!puts || !sentence.is(into, "into")) return std::nullopt;
  MeasureReading reading = reading_named(ReadingKind::kLevel, "investment.flow", "investment", "fact.verb");
  reading.flow = Flow::kInvest;
  reading.from_verb = true;
  reading.phrase_tokens = {into, complement_end(sentence, into)};
  return reading;
}

// "sent [$5 billion] in goods and services to Chad".
std::optional<MeasureReading> goods_sent(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t link = figure.behind_conversion();
  const bool sends =
      figure.quantity() == Quantity::kMoney && sentence.is_any(figure.before(), {"sent", "shipped", "supplied", "delivered", "sends"});
  if (!sends || !sentence.is_any(link, {"in", "of"}) || !sentence.is_any(link + 1, {"goods", "products", "commodities"}))
    return std::nullopt;
  MeasureReading reading = reading_named(ReadingKind::kLevel, "trade.exports", "exports of goods", "fact.verb");
  reading.flow = Flow::kOut;
  reading.share_id = "trade.share_of_exports";
  reading.from_verb = true;
  reading.phrase_tokens = {link, complement_end(sentence, link)};
  return reading;
}

// "will provide Chad with [5 tons] of grain", "sold Chad [5 tons] of grain": the one between verb and figure gets it.
std::optional<MeasureReading> goods_provided(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const Dimension dimension = figure.dimension();
  if ((dimension != Dimension::kMass && dimension != Dimension::kEnergy && dimension != Dimension::kVolume) || !figure.has_before())
    return std::nullopt;
  const bool with = sentence.is(figure.before(), "with");
  const std::uint32_t end = figure.before() + (with ? 0 : 1);
  std::uint32_t receiver = end;
  while (receiver > figure.floor() && sentence.role(receiver - 1) == WordRole::kName) --receiver;
  if (receiver == end || receiver <= figure.floor() || end > figure.begin()) return std::nullopt;
  while (receiver > figure.floor() + 1 && sentence.role(receiver - 1) == WordRole::kDeterminer) --receiver;
  const std::uint32_t verb = receiver - 1;
  const bool supplies =
      with && sentence.is_any(verb, {"provide", "provides", "provided", "providing", "supply", "supplies", "supplied", "supplying"});
  const bool sells = !with && sentence.is_any(verb, {"sell", "sells", "sold", "selling"});
  if (!supplies && !sells) return std::nullopt;
  MeasureReading reading =
      reading_named(ReadingKind::kLevel, supplies ? "cargo.volume" : "trade.exports", supplies ? "supply" : "exports", "fact.verb");
  reading.flow = Flow::kOut;
  reading.from_verb = true;
  reading.phrase_tokens = {receiver, complement_end(sentence, figure.behind_conversion())};
  if (sells) reading.share_id = "trade.share_of_exports";
  const TokenRange goods =
      sentence.is(figure.behind_conversion(), "of") ? phrase_at(sentence, figure.behind_conversion() + 1) : TokenRange{};
  if (goods.begin < goods.end) reading.phrase += " of " + base_form(sentence, goods, false);
  return reading;
}

// "sold [$5 billion] of grain abroad".
bool goes_abroad(const FigureView& figure) {
  constexpr std::uint32_t kReach = 6;  // tokens
  const std::uint32_t limit = std::min(figure.end() + kReach, figure.clause().end);
  for (std::uint32_t token = figure.end(); token < limit; ++token) {
    if (figure.sentence().is_any(token, {"abroad", "overseas"})) return true;
  }
  return false;
}

// "sold [5 million tons] of oil to Chad".
bool goods_go_to_state(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.quantity() != Quantity::kMeasure || figure.dimension() == Dimension::kArea) return false;
  constexpr std::uint32_t kReach = 8;  // tokens
  return std::any_of(sentence.parties().begin(), sentence.parties().end(), [&](const Party& party) {
    const bool near = party.tokens.begin > figure.end() && party.tokens.begin <= figure.end() + kReach;
    return near && is_state(party) && !party.city && !party.adjective && sentence.is(party.tokens.begin - 1, "to");
  });
}

}  // namespace

std::optional<MeasureReading> object_of_verb(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (auto invested = put_into(figure)) return invested;
  if (auto exports = goods_sent(figure)) return exports;
  if (auto provided = goods_provided(figure)) return provided;
  const FoundEntry* verb = figure.is_relative() ? nullptr : verb_of_object(figure);
  if (verb == nullptr) return std::nullopt;
  const bool is_transfer =
      verb->cell(kId).starts_with("finance.") || verb->cell(kId) == "company.payment" || verb->cell(kId) == "aid.amount";
  if (auto object = is_transfer ? of_phrase_behind(figure) : std::nullopt) return object;
  // "attracted $5 billion in foreign direct investment"
  auto invested = verb->cell(kId) == "investment.flow" ? of_phrase_behind(figure) : std::nullopt;
  if (invested && invested->id.starts_with("investment.")) return invested;
  const bool earns = verb->cell(kId) == "company.profit" || verb->cell(kId) == "company.revenue";
  const auto named = earns ? last_measure(sentence, figure.floor(), verb->tokens.begin) : std::nullopt;
  if (named && (named->id.starts_with("trade.") || named->id == "cargo.volume")) return std::nullopt;  // "shipments earned $5 billion"
  if (auto imports = verb->cell(kId) == "economy.spending" ? spent_on_imports(figure) : std::nullopt) return imports;
  MeasureReading reading = verb_reading(sentence, *verb, figure.behind_conversion());
  // "booked 747 orders and delivered [800]": of what is ordered, no cargo
  const bool bare = figure.dimension() == Dimension::kBare && !figure.is_first() && figure.earlier().back().kind == ReadingKind::kCount;
  if (bare && reading.id == "cargo.volume") reading.id.clear();
  if (verb->cell(kId) == "company.deal_value" && (is_of_foreign_goods(figure) || buys_goods_abroad(figure, *verb)))
    take_as_imports(reading);
  if (reading.id == "company.deal_value" && figure.quantity() == Quantity::kMeasure) reading.id.clear();  // what was bought, no price
  if (verb->cell(kId) == "finance.amount" && is_for_body(figure)) {
    reading.id = "company.deal_value";
    reading.phrase = "offer";
  }
  if (reading.id == "economy.sales" && (goes_abroad(figure) || goods_go_to_state(figure))) take_as_exports(reading);
  // "a contract to supply [5 tons] of oil to Chad"
  if (reading.id == "cargo.volume" && reading.flow == Flow::kNone && goods_go_to_state(figure)) reading.flow = Flow::kOut;
  reading.rule = "fact.verb";
  return reading;
}

std::optional<MeasureReading> passive(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  std::uint32_t next = figure.end();
  if (sentence.is(next, "(") && figure.has_next()) next = figure.next().tokens.end + 1;
  if (figure.quantity() == Quantity::kCount && sentence.is_any(next, {"more", "others"})) ++next;
  const bool worth = sentence.is(next, "worth");
  if (worth) next = phrase_at(sentence, next + (sentence.is(next + 1, "of") ? 2 : 1)).end;  // "worth goods were"
  if (worth && !sentence.is_auxiliary(next)) return std::nullopt;
  // "[$5 million] from the state budget and other sources were allocated"
  if (figure.quantity() == Quantity::kMoney && sentence.is(next, "from")) {
    const std::uint32_t source = complement_end(sentence, next);
    if (sentence.is_auxiliary(source)) next = source;
  }
  while (next < figure.clause().end && sentence.is_auxiliary(next)) ++next;
  const FoundEntry* verb = next < figure.clause().end ? sentence.covering(FactList::kMeasureVerb, next) : nullptr;
  const bool passive = verb != nullptr && fits(figure.dimension(), verb->cell(kVerbUnit)) &&
                       (sentence.view().word(next).ends_with("ed") || next > figure.end());
  // "a credit of [$5 million] will pay for a road": the money itself acts.
  const bool acts = figure.quantity() == Quantity::kMoney && verb != nullptr && next > figure.end() &&
                    !sentence.view().word(next).ends_with("ed") && sentence.is_any(next - 1, {"will", "would", "could", "can"});
  // "dividends of [$5 million] were paid": the noun says what they are.
  const bool named = figure.has_before() && sentence.is(figure.before(), "of") && figure.before() > figure.floor() &&
                     measure_ending_at(sentence, figure.before()) != nullptr;
  if (!passive || acts || named) return std::nullopt;
  MeasureReading reading = verb_reading(sentence, *verb, next + 1);
  if (goes_to_state(sentence, reading, verb->tokens.end)) reading.flow = Flow::kOut;
  reading.rule = "fact.passive";
  return reading;
}

std::optional<MeasureReading> volume_of_deed(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.quantity() != Quantity::kMeasure) return std::nullopt;
  constexpr std::uint32_t kLongestSubject = 5;  // tokens: "that Chad will | sell"
  for (std::uint32_t token = figure.floor(); token + 2 < figure.begin(); ++token) {
    if (!sentence.is_any(token, {"volume", "volumes", "amount", "quantity"}) || !sentence.is(token + 1, "of")) continue;
    const TokenRange goods = phrase_at(sentence, token + 2);
    if (goods.begin >= goods.end) continue;
    const bool relative = sentence.is_any(goods.end, {"that", "which"});
    const std::uint32_t limit = std::min(goods.end + (relative ? kLongestSubject : 1), figure.begin());
    for (std::uint32_t next = goods.end; next < limit; ++next) {
      const FoundEntry* verb = sentence.covering(FactList::kMeasureVerb, next);
      if (verb == nullptr || !fits(figure.dimension(), verb->cell(kVerbUnit))) continue;
      MeasureReading reading = verb_reading(sentence, *verb, goods.begin);
      reading.phrase_tokens.end = complement_end(sentence, verb->tokens.end);
      reading.rule = "fact.passive";
      return reading;
    }
  }
  return std::nullopt;
}

bool goes_to_state(const FactSentence& sentence, const MeasureReading& reading, std::uint32_t behind) {
  if (!reading.id.starts_with("cargo.") || reading.flow != Flow::kNone || !sentence.is(behind, "to")) return false;
  return std::any_of(sentence.parties().begin(), sentence.parties().end(), [&](const Party& party) {
    const bool follows = party.tokens.begin == behind + 1 || (party.tokens.begin == behind + 2 && sentence.is(behind + 1, "the"));
    return follows && (is_state(party) || party.bloc) && !party.city && !party.adjective;
  });
}

std::optional<MeasureReading> in_brackets(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool bracketed = figure.begin() > figure.clause().begin + 1 && sentence.is(figure.begin() - 1, "(") && !figure.is_relative() &&
                         sentence.role(figure.begin() - 2) == WordRole::kName;
  if (!bracketed || !figure.is_first() || last_measure(sentence, figure.clause().begin, figure.begin())) return std::nullopt;
  for (std::uint32_t token = figure.begin(); token > figure.clause().begin; --token) {
    const FoundEntry* verb = sentence.covering(FactList::kMeasureVerb, token - 1);
    if (verb == nullptr || sentence.role(token - 1) != WordRole::kVerb || !fits(figure.dimension(), verb->cell(kVerbUnit))) continue;
    MeasureReading reading = verb_reading(sentence, *verb, verb->tokens.end);
    reading.rule = "fact.verb";
    return reading;
  }
  return std::nullopt;
}

MeasureReading verb_reading(const FactSentence& sentence, const FoundEntry& verb, std::uint32_t completed_from) {
  MeasureReading reading;
  reading.kind = ReadingKind::kLevel;
  reading.id = verb.cell(kId);
  reading.flow = flow_named(verb.cell(kFlow));
  reading.phrase = verb.cell(kBase);
  reading.from_verb = true;
  if (reading.id == "trade.exports") reading.share_id = "trade.share_of_exports";
  if (reading.id == "trade.imports") reading.share_id = "trade.share_of_imports";
  // Another figure's words, another name of the unit, or what for: "spent $5 million to help transform towns".
  const bool purpose =
      sentence.is(completed_from, "to") && sentence.role(completed_from + 1) == WordRole::kContent && reading.id != "debt.amount";
  const bool joins = purpose || sentence.is_any(completed_from, {"and", "&", "("});
  if (sentence.is(completed_from, "worth") && sentence.is(completed_from + 1, "of")) completed_from += 2;  // "worth of Peruvian goods"
  const TokenRange completed{completed_from, joins ? completed_from : complement_end(sentence, completed_from)};
  reading.phrase_tokens = completed;
  // "owed [$5 billion] in foreign debt": named once more, and better
  const bool again = sentence.is_any(completed_from, {"in", "of"}) && completed.begin < completed.end;
  const TokenRange named = again ? phrase_at(sentence, completed_from + 1) : TokenRange{};
  const FoundEntry* same = named.begin < named.end ? measure_ending_at(sentence, named.end) : nullptr;
  if (same != nullptr && same->cell(kId) == reading.id) {
    reading.phrase = listed_measure(sentence, *same, named.begin).phrase;
    return reading;
  }
  if (const std::string object = base_form(sentence, completed, false); !object.empty()) reading.phrase += " " + object;
  return reading;
}

const FoundEntry* verb_of_object(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (!figure.has_before() || figure.before() < figure.floor()) return nullptr;
  const Dimension dimension = figure.dimension();
  const auto fitting = [&](std::uint32_t token) -> const FoundEntry* {
    const FoundEntry* verb = sentence.covering(FactList::kMeasureVerb, token);
    const bool suits = verb != nullptr && verb->tokens.begin >= figure.floor() && fits(dimension, verb->cell(kVerbUnit));
    // "It needs [1.2 million]": doses as well as dollars.
    const bool more = sentence.is(figure.end(), "more");
    const bool open =
        suits && dimension == Dimension::kBare && (verb->cell(kBase) == "funding need" || (more && verb->cell(kVerbUnit) == "money"));
    return suits && !open ? verb : nullptr;
  };
  if (const FoundEntry* verb = fitting(figure.before())) return verb;
  if (const std::uint32_t end = before_other_end(figure, figure.before() + 1); end <= figure.before()) {
    if (const FoundEntry* verb = end > figure.floor() ? fitting(end - 1) : nullptr; verb != nullptr && verb->cell(kFlow) != "none")
      return verb;
  }
  if (dimension != Dimension::kMoney) return nullptr;
  constexpr std::uint32_t kLongestReceiver = 6;  // tokens
  std::uint32_t receiver = figure.before() + 1;
  while (receiver > figure.floor() && figure.before() + 1 - receiver < kLongestReceiver &&
         (sentence.role(receiver - 1) == WordRole::kName || sentence.role(receiver - 1) == WordRole::kContent ||
          sentence.role(receiver - 1) == WordRole::kDeterminer || sentence.role(receiver - 1) == WordRole::kPronoun))
    --receiver;
  if (receiver == figure.before() + 1 || receiver <= figure.floor()) return nullptr;
  const FoundEntry* verb = fitting(receiver - 1);
  const bool gives =
      verb != nullptr && (verb->cell(kFlow) == "lend" || verb->cell(kId) == "finance.amount" || verb->cell(kId) == "debt.amount" ||
                          verb->cell(kId) == "company.payment" || verb->cell(kId) == "project.value" || verb->cell(kBase) == "fine");
  return gives ? verb : nullptr;
}

std::uint32_t before_other_end(const FigureView& figure, std::uint32_t end) {
  const FactSentence& sentence = figure.sentence();
  std::uint32_t name = end;
  while (name > figure.floor() && sentence.role(name - 1) == WordRole::kName) --name;
  if (name == end) return end;
  while (name > figure.floor() && sentence.role(name - 1) == WordRole::kDeterminer) --name;
  return name > figure.floor() && sentence.is_any(name - 1, {"from", "to", "into"}) ? name - 1 : end;
}

std::optional<MeasureReading> sent_home(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool sent =
      figure.quantity() == Quantity::kMoney && figure.has_before() &&
      sentence.is_any(figure.before(), {"sent", "send", "sends", "sending", "transferred", "transfer", "transfers", "transferring"});
  if (!sent) return std::nullopt;
  constexpr std::uint32_t kReach = 6;  // tokens: "back to their native country", "to their families at home"
  const std::uint32_t limit = std::min(figure.clause().end, figure.end() + kReach);
  bool goes_home = false;
  for (std::uint32_t token = figure.end(); token < limit; ++token)
    goes_home = goes_home || sentence.is_any(token, {"home", "homeland", "homelands", "native"});
  bool by_migrants = false;
  for (std::uint32_t token = figure.clause().begin; token < figure.before(); ++token)
    by_migrants = by_migrants || sentence.is_any(token, {"migrants", "emigrants", "expatriates", "expats", "diaspora"});
  const bool by_nationals = std::any_of(sentence.parties().begin(), sentence.parties().end(), [&](const Party& party) {
    return is_state(party) && party.tokens.begin >= figure.clause().begin && party.tokens.end <= figure.before();
  });
  if (!by_migrants && !(goes_home && by_nationals)) return std::nullopt;
  MeasureReading reading = reading_named(ReadingKind::kLevel, "economy.remittances", "remittances", "fact.verb");
  reading.from_verb = true;
  return reading;
}

bool is_bought_by_state(const FigureView& figure, const FoundEntry& verb) {
  const FactSentence& sentence = figure.sentence();
  std::uint32_t end = verb.tokens.begin;  // "Chad | will buy", "Chad | plans to buy"
  const auto leads = [&](std::uint32_t token) {
    return sentence.is(token, "to") || sentence.role(token) == WordRole::kVerb || sentence.role(token) == WordRole::kAdverb ||
           sentence.covering(FactList::kPlanNoun, token) != nullptr || sentence.covering(FactList::kStatusWord, token) != nullptr;
  };
  while (end > figure.clause().begin + 1 && leads(end - 1)) --end;
  if (end <= figure.clause().begin) return false;
  return std::any_of(sentence.parties().begin(), sentence.parties().end(), [&](const Party& party) {
    return party.kind == Party::Kind::kCountry && !party.adjective && !party.city && party.tokens.end == end;
  });
}

void take_as_imports(MeasureReading& reading) {
  reading.id = "trade.imports";
  reading.share_id = "trade.share_of_imports";
  reading.flow = Flow::kIn;
  reading.phrase.replace(0, reading.phrase.find(' '), "imports");
}

void take_as_exports(MeasureReading& reading) {
  reading.id = "trade.exports";
  reading.share_id = "trade.share_of_exports";
  reading.flow = Flow::kOut;
  reading.phrase.replace(0, reading.phrase.find(' '), "exports");
}

}  // namespace attest::measure
