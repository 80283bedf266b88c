#include "fact/measure/reference.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "fact/measure/phrase.h"
#include "fact/noun_phrase.h"

namespace attest::measure {
namespace {

// "flows to Africa fell", where investment is told of.
bool names_flows(const FigureView& figure, TokenRange phrase) {
  const FactSentence& sentence = figure.sentence();
  if (!sentence.is(phrase.begin, "flows") || (phrase.end > phrase.begin + 1 && !sentence.is_any(phrase.begin + 1, {"to", "into"})))
    return false;
  const MeasureReading* told = figure.last_told();
  return told != nullptr && (told->id.empty() ? told->level_id : told->id).starts_with("investment.");
}

// True where the words before the first verb name something: a noun, not only "it", "they" or a name.
bool names_subject(const FigureView& figure) {
  for (std::uint32_t token = figure.clause().begin; token < figure.begin(); ++token) {
    const WordRole role = figure.sentence().role(token);
    if (role == WordRole::kVerb) return false;
    // "the figure reached [$5 million]": what the text before told of
    const bool refers = figure.sentence().is_any(token, {"figure", "indicator"}) && token > figure.sentence().tokens().begin &&
                        figure.sentence().role(token - 1) == WordRole::kDeterminer;
    if (role == WordRole::kContent && !refers) return true;
  }
  return false;
}

// "with a 15.5% share (worth [$8.86bn])": the amount that the share comes to.
bool adjoins_share(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.is_first() || figure.earlier().back().kind != ReadingKind::kShare || !figure.is_amount()) return false;
  // "8% of the vote (10 seats), the Greens 7.6% ([9])": of those counted
  const bool counts =
      figure.quantity() == Quantity::kCount && std::any_of(figure.earlier().begin(), figure.earlier().end(),
                                                           [](const MeasureReading& told) { return told.kind == ReadingKind::kCount; });
  if (counts) return false;
  std::uint32_t token = figure.previous().tokens.end;
  if (sentence.is(token, "share")) ++token;
  return sentence.is(token, "(") && figure.begin() <= token + 3;
}

// "exports amounted to $5 million, which is [32 percent]": of the amount right before.
bool explains_amount(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  constexpr std::uint32_t kReach = 5;  // tokens: ", which is about"
  if (figure.quantity() != Quantity::kPercent || figure.is_first() || figure.begin() > figure.previous().tokens.end + kReach) return false;
  const MeasureReading& amount = figure.earlier().back();
  const std::uint32_t comma = figure.previous().tokens.end;
  return amount.kind == ReadingKind::kLevel && !amount.share_id.empty() && sentence.is(comma, ",") && sentence.is(comma + 1, "which") &&
         sentence.is_auxiliary(comma + 2);
}

}  // namespace

bool refers_back(const FigureView& figure, TokenRange phrase) {
  const FactSentence& sentence = figure.sentence();
  if (sentence.is_any(phrase.begin, {"same", "total"}) && phrase.begin + 1 < phrase.end) ++phrase.begin;
  if (phrase.begin >= phrase.end || figure.last_told() == nullptr) return false;
  if (names_flows(figure, phrase)) return true;
  if (phrase.begin == sentence.tokens().begin) return false;
  const bool alone = phrase.end == phrase.begin + 1 && sentence.is_any(phrase.begin, {"volume", "amount", "total", "index"});
  const bool that_number =
      phrase.end == phrase.begin + 1 && sentence.is(phrase.begin, "number") && sentence.is_any(phrase.begin - 1, {"this", "that"});
  const bool that_share = phrase.end == phrase.begin + 1 && sentence.is(phrase.begin, "share") &&
                          sentence.is_any(phrase.begin - 1, {"this", "that"}) && figure.last_told()->kind == ReadingKind::kShare;
  const bool names_figure =
      alone || that_number || that_share || sentence.is_any(phrase.begin, {"figure", "figures", "numbers", "indicator", "indicators"});
  return names_figure && (sentence.role(phrase.begin - 1) == WordRole::kDeterminer ||
                          sentence.is_any(phrase.begin - 1, {"that", "those", "same", "total"}));
}

bool names_plan(const FigureView& figure, TokenRange phrase) {
  const FactSentence& sentence = figure.sentence();
  // "The main recipient countries are Chad ([$3 billion])", where investment is told of
  const bool hosts = sentence.is_any(phrase.end - 1, {"countries", "recipients", "states", "destinations"}) &&
                     figure.begin() > phrase.end && sentence.is(figure.begin() - 1, "(") && figure.last_told() != nullptr;
  if (hosts && figure.last_told()->flow == Flow::kInvest) return figure.last_told()->quantity == figure.quantity();
  // "Third place is held by Peru ([$3 billion])"
  if (phrase.end == phrase.begin + 2 && sentence.covering(FactList::kTradeRole, phrase.begin) != nullptr) ++phrase.begin;
  if (phrase.end != phrase.begin + 1 || figure.last_told() == nullptr || figure.last_told()->quantity != figure.quantity()) return false;
  return sentence.covering(FactList::kPlanNoun, phrase.begin) != nullptr ||
         sentence.covering(FactList::kVagueHead, phrase.begin) != nullptr;
}

bool names_trader(const FigureView& figure, TokenRange phrase) {
  const FactSentence& sentence = figure.sentence();
  const MeasureReading* told = figure.last_told();
  const bool of_trade = told != nullptr && (told->flow == Flow::kOut || told->flow == Flow::kIn) && told->quantity == figure.quantity();
  if (!of_trade || phrase.begin >= phrase.end) return false;
  std::uint32_t head = phrase.begin;
  while (head + 1 < phrase.end && sentence.role(head + 1) != WordRole::kPreposition) ++head;
  const FoundEntry* trader = sentence.covering(FactList::kReference, head);
  return trader != nullptr && trader->cell(0) == (told->flow == Flow::kOut ? "buyer" : "supplier");
}

bool names_speaker(const FactSentence& sentence, TokenRange phrase) {
  std::uint32_t head = phrase.begin;
  while (head + 1 < phrase.end && sentence.role(head + 1) != WordRole::kPreposition) ++head;
  const FoundEntry* speaker = phrase.begin < phrase.end ? sentence.covering(FactList::kSpeakerNoun, head) : nullptr;
  return speaker != nullptr && speaker->cell(0) != "data";
}

bool is_proper(const FactSentence& sentence, TokenRange phrase) {
  if (phrase.begin >= phrase.end) return false;
  if (phrase.begin == sentence.tokens().begin && sentence.role(phrase.begin) != WordRole::kName) return false;
  for (std::uint32_t token = phrase.begin; token < phrase.end; ++token) {
    const char first = sentence.view().word(token).front();
    if (sentence.role(token) != WordRole::kName && (first < 'A' || first > 'Z')) return false;
  }
  return true;
}

bool is_told_before(const FigureView& figure) {
  const MeasureReading& first = figure.earlier().front();
  const bool unnamed = first.inherited || first.phrase_tokens.begin == first.phrase_tokens.end;
  return unnamed && (!first.id.empty() || !first.level_id.empty());
}

bool tells_of_other_growth(const FigureView& figure) {
  if (figure.context() == nullptr || figure.context()->id.starts_with("economy.")) return false;
  return figure.context()->kind == ReadingKind::kGrowth || !figure.context()->id.empty();
}

namespace {

// "trade reached $5 billion, with an annual growth rate of [7%]": the figure goes on with the flow before it.
bool goes_on_with_flow(const FigureView& figure) {
  if (figure.is_first() || figure.earlier().back().kind != ReadingKind::kLevel) return false;
  const std::string& id = figure.earlier().back().id;
  const bool flow = id.starts_with("trade.") || id.starts_with("cargo.") || id == "investment.flow";
  return flow && verb_before(figure.sentence(), figure.begin(), figure.previous().tokens.end) == figure.begin();
}

}  // namespace

MeasureReading growth_told_of(const FigureView& figure) {
  if (goes_on_with_flow(figure)) return growth_of(taken_over(figure.earlier().back(), "fact.growth"));
  if (!figure.is_first() && figure.earlier().back().kind == ReadingKind::kGrowth)
    return growth_of(taken_over(level_of(figure.earlier().back()), "fact.growth"));
  return tells_of_other_growth(figure) ? growth_of(taken_over(level_of(*figure.context()), "fact.growth")) : economic_growth();
}

MeasureReading economic_growth() {
  MeasureReading reading;
  reading.kind = ReadingKind::kGrowth;
  reading.id = "economy.gdp_growth";
  reading.phrase = "economic growth";
  reading.level_id = "economy.gdp";
  reading.level_phrase = "gross domestic product";
  reading.growth_id = reading.id;
  reading.rule = "fact.growth";
  return reading;
}

MeasureReading interest_rate() { return reading_named(ReadingKind::kLevel, "economy.interest_rate", "interest rate", {}); }

const MeasureReading* reading_to_inherit(const FigureView& figure) {
  if (figure.is_first() && figure.told().named) return &*figure.told().named;
  if (adjoins_share(figure) || explains_amount(figure)) return &figure.earlier().back();
  for (std::size_t i = figure.index(); i > 0; --i) {
    const MeasureReading& reading = figure.earlier()[i - 1];
    // "rose by 1%, up to [11 million tons]"
    const bool leads_up = figure.sentence().is(figure.begin() - 1, "to") && figure.sentence().is_any(figure.begin() - 2, {"up", "down"});
    const bool joined = figure.sentence().is_any(figure.before(), {"and", ","}) && !leads_up;
    const bool goes_to_level = i == figure.index() && !joined && reading.kind == ReadingKind::kGrowth && figure.tells_level();
    if (reading.kind != ReadingKind::kNone && (reading.quantity == figure.quantity() || goes_to_level)) return &reading;
  }
  const bool is_amount_here = figure.quantity() == Quantity::kMoney || figure.quantity() == Quantity::kMeasure;
  const bool ranked = figure.context() != nullptr && figure.context()->kind == ReadingKind::kRank && is_amount_here;
  if (figure.is_first() && ranked && figure.told().level) return &*figure.told().level;
  // "…, with a share of 17 percent. France took [6.3 million tonnes]": no share, but of what is shared.
  const bool shared = figure.is_first() && figure.context() != nullptr && figure.context()->kind == ReadingKind::kShare && is_amount_here;
  if (shared && figure.told().level && figure.told().level->quantity == figure.quantity()) return &*figure.told().level;
  const bool context_fits = figure.context() != nullptr && figure.context()->kind != ReadingKind::kNone && !ranked;
  if (context_fits && figure.context()->quantity == figure.quantity()) return figure.context();
  // "light for a million people, and adds [96 megawatts]": no part of those counted.
  const bool counted_before =
      !figure.is_first() && figure.earlier().back().kind == ReadingKind::kCount && figure.quantity() == Quantity::kMeasure;
  if (counted_before) return nullptr;
  // "In [second] place was Peru, with [1.7 million tons]": of what the text is telling, not of the rank.
  const bool behind_rank = !figure.is_first() && figure.earlier().back().kind == ReadingKind::kRank && is_amount_here;
  if (behind_rank && figure.told().level && figure.told().level->quantity == figure.quantity()) return &*figure.told().level;
  if (!figure.is_first() && figure.earlier().back().kind != ReadingKind::kNone) return &figure.earlier().back();
  // Another quantity goes on with the text before only where the sentence names nothing of its own: "It cost $5 million."
  return context_fits && !names_subject(figure) ? figure.context() : nullptr;
}

const MeasureReading* amount_told_of(const FigureView& figure) {
  const MeasureReading* last = figure.last_told();
  const bool fits = last != nullptr && (last->quantity == figure.quantity() || last->kind == ReadingKind::kGrowth);
  if (fits) return last;
  const auto& level = figure.told().level;
  return level && level->quantity == figure.quantity() ? &*level : last;
}

const MeasureReading* flow_told_of(const FigureView& figure) {
  const std::span<const MeasureReading> earlier = figure.earlier();
  for (auto told = earlier.rbegin(); told != earlier.rend(); ++told) {
    if (told->id.starts_with("trade.") && !told->share_id.empty() && told->kind == ReadingKind::kLevel) return &*told;
  }
  return figure.told().flow_named_in(figure.sentence(), figure.clause().end);
}

bool is_of_goods(const MeasureReading& reading) {
  static constexpr std::array<std::string_view, 7> kOfGoods = {"economy.production",    "economy.consumption", "economy.sales",
                                                               "economy.exchange_rate", "economy.price",       "trade.exports",
                                                               "trade.imports"};
  return std::find(kOfGoods.begin(), kOfGoods.end(), reading.id) != kOfGoods.end();
}

MeasureReading part_of_told(const FactSentence& sentence, const MeasureReading& told, TokenRange part) {
  const MeasureReading level = level_of(told);
  if (!is_of_goods(level)) return unlisted_measure(sentence, part, false);
  MeasureReading reading = level;
  const std::size_t of = level.phrase.find(" of ");
  const std::string head = of == std::string::npos ? level.phrase.substr(level.phrase.rfind(' ') + 1) : level.phrase.substr(0, of);
  reading.phrase = head + " of " + base_form(sentence, part, false);
  reading.phrase_tokens = part;
  return reading;
}

MeasureReading share_of_told(const FigureView& figure, const MeasureReading& whole) {
  const bool is_near = whole.phrase_tokens.begin < whole.phrase_tokens.end && !figure.is_first();
  return share_of(whole, is_near ? as_written(figure.sentence(), whole.phrase_tokens) : whole.phrase);
}

}  // namespace attest::measure
