#include "fact/measure_finder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "fact/noun_phrase.h"
#include "value/noun.h"

namespace attest {
namespace {

// Columns of rules/lists/measure.tsv and measure_verb.tsv.
enum MeasureColumn : std::size_t { kId, kBase, kFlow, kShareId, kGrowthId };

constexpr std::size_t kShortestPhrase = 3;  // bytes; shorter ones are initials and codes

bool is_share(Quantity quantity) { return quantity == Quantity::kPercent || quantity == Quantity::kRatio; }

}  // namespace

MeasureReading MeasureFinder::find(const FactSentence& sentence, std::span<const Mention> mentions, std::size_t figure,
                                   std::span<const MeasureReading> earlier, const MeasureReading* context) {
  sentence_ = &sentence;
  mentions_ = mentions;
  index_ = figure;
  at_ = sentence.figures()[figure];
  clause_ = sentence.clause_around(at_.tokens.begin);
  floor_ = clause_.begin;
  if (figure > 0)
    floor_ = std::max({floor_, sentence.figures()[figure - 1].tokens.end, std::min(earlier.back().phrase_tokens.end, at_.tokens.begin)});
  earlier_ = earlier;
  context_ = context;
  constexpr std::array<Pattern, 19> kPatterns = {&MeasureFinder::rank,
                                                 &MeasureFinder::conversion,
                                                 &MeasureFinder::value_of_thing,
                                                 &MeasureFinder::difference,
                                                 &MeasureFinder::stake,
                                                 &MeasureFinder::share,
                                                 &MeasureFinder::growth,
                                                 &MeasureFinder::counted,
                                                 &MeasureFinder::part_of_counted,
                                                 &MeasureFinder::attribute,
                                                 &MeasureFinder::share_of_subject,
                                                 &MeasureFinder::price_paid,
                                                 &MeasureFinder::object_of_verb,
                                                 &MeasureFinder::of_phrase_behind,
                                                 &MeasureFinder::passive,
                                                 &MeasureFinder::of_phrase_before,
                                                 &MeasureFinder::subject,
                                                 &MeasureFinder::inherited,
                                                 &MeasureFinder::opening_subject};
  for (const Pattern pattern : kPatterns) {
    auto reading = (this->*pattern)();
    if (reading && reading->phrase.size() >= kShortestPhrase) {
      reading->quantity = this->figure().quantity;
      take_as_trade_balance(*reading);
      fit_to_unit(*reading);
      return *reading;
    }
  }
  return {};
}

bool MeasureFinder::is_relative() const { return is_share(figure().quantity) || figure().quantity == Quantity::kPercentagePoint; }

// "$1.42 a share" of net income is earnings per share; money a tonne is a price; shares in money are their price.
void MeasureFinder::fit_to_unit(MeasureReading& reading) const {
  const bool per_unit = figure().unit.find('/') != std::string::npos && figure().quantity != Quantity::kPercent;
  const bool per_share = per_unit && (figure().unit.find("share") != std::string::npos);
  const bool per_share_behind = sentence_->is_any(at_.tokens.end, {"a", "per"}) && sentence_->is(at_.tokens.end + 1, "share");
  if ((per_share || per_share_behind) && (reading.id == "company.profit" || reading.id == "company.loss")) {
    reading.id = "company.earnings_per_share";
    reading.phrase = "earnings per share";
  } else if (reading.id == "company.shares" && figure().quantity != Quantity::kCount) {
    reading.id = "economy.price";
    reading.phrase = reading.kind == ReadingKind::kGrowth ? "growth of share price" : "share price";
  } else if (per_unit && reading.id.empty() && reading.kind == ReadingKind::kLevel && figure().unit.find("USD/") == 0) {
    reading.id = "economy.price";
    reading.phrase = "price of " + reading.phrase;
  }
}

// "Indonesia saw a $1.9 billion deficit in its trade with China": a deficit is that of trade where trade is spoken of.
void MeasureFinder::take_as_trade_balance(MeasureReading& reading) const {
  if (reading.id != "balance.deficit" && reading.id != "balance.surplus") return;
  const MeasureReading* last = earlier_.empty() ? context_ : &earlier_.back();
  const bool after_trade = last != nullptr && (last->id.starts_with("trade.") || last->level_id.starts_with("trade."));
  const FoundEntry* completed = sentence_->first_from(FactList::kMeasure, reading.phrase_tokens.begin, reading.phrase_tokens.end);
  while (completed != nullptr && completed->cell(kFlow) != "pair") {
    completed = sentence_->first_from(FactList::kMeasure, completed->tokens.end, reading.phrase_tokens.end);
  }
  if (!after_trade && completed == nullptr) return;
  reading.id = reading.id == "balance.deficit" ? "trade.deficit" : "trade.surplus";
  reading.phrase = reading.id == "trade.deficit" ? "trade deficit" : "trade surplus";
  reading.flow = Flow::kPair;
  reading.in_trade = true;
}

MeasureReading MeasureFinder::heading(const FactSentence& sentence) {
  sentence_ = &sentence;
  const TokenRange all = sentence.tokens();
  if (auto reading = last_measure(*sentence_, all.begin, all.end)) {
    reading->rule = "fact.table";
    return *reading;
  }
  const TokenRange phrase = phrase_at(sentence, all.begin);
  MeasureReading reading = unlisted_measure(*sentence_, phrase, false);
  if (reading.phrase.size() < kShortestPhrase) return {};
  reading.rule = "fact.table";
  return reading;
}

bool MeasureFinder::is_amount() const {
  const Quantity quantity = figure().quantity;
  return quantity == Quantity::kMoney || quantity == Quantity::kMeasure || (quantity == Quantity::kCount && figure().noun.empty());
}

// The token before, over hedges and articles: "reached more than a [$5 billion]" is at "reached".
std::uint32_t MeasureFinder::significant_before(std::uint32_t token) const {
  while (token > sentence_->tokens().begin) {
    const std::uint32_t before = token - 1;
    const WordRole role = sentence_->role(before);
    const bool hedges =
        role == WordRole::kAdverb || role == WordRole::kDeterminer ||
        sentence_->is_any(before, {"about", "around", "over", "more", "than", "some", "roughly", "least", "approximately", "almost",
                                   "under", "below", "above", "additional", "further", "estimated", "total", "record", "whopping"});
    if (!hedges) return before;
    token = before;
  }
  return sentence_->tokens().end;
}

std::optional<MeasureReading> MeasureFinder::rank() {
  if (figure().quantity != Quantity::kOrdinal) return std::nullopt;
  MeasureReading reading;
  const TokenRange behind = phrase_at(*sentence_, at_.tokens.end);
  reading.kind = ReadingKind::kRank;
  reading.phrase = "rank";
  if (behind.begin < behind.end) reading.phrase = "rank among " + base_form(*sentence_, behind, false) + "s";
  reading.id = reading.phrase == "rank among trading partners" ? "trade.rank" : "";
  reading.phrase_tokens = {phrase_begin(*sentence_, at_.tokens.begin, floor_),
                           complement_end(*sentence_, std::max(behind.end, at_.tokens.end))};
  reading.rule = "fact.rank";
  return reading;
}

// "350 billion yuan ($47.9 billion)": the same in another currency.
std::optional<MeasureReading> MeasureFinder::conversion() {
  if (index_ == 0 || figure().quantity != Quantity::kMoney) return std::nullopt;
  const MentionAt before = sentence_->figures()[index_ - 1];
  const Figure& other = *mentions_[before.mention].figure();
  const bool bracketed = sentence_->is(before.tokens.end, "(") && significant_before(at_.tokens.begin) == before.tokens.end;
  if (!bracketed || other.quantity != Quantity::kMoney || other.unit == figure().unit) return std::nullopt;
  MeasureReading reading = earlier_[index_ - 1];
  reading.same_parties = true;
  reading.rule = "fact.conversion";
  return reading;
}

// "62 projects worth $8.7 billion".
std::optional<MeasureReading> MeasureFinder::value_of_thing() {
  const std::uint32_t before = significant_before(at_.tokens.begin);
  if (!is_amount() || before == sentence_->tokens().end) return std::nullopt;
  const auto worth = lexicon_->ending_at(sentence_->view(), FactList::kWorthWord, before + 1, clause_.begin);
  if (!worth) return std::nullopt;
  if (index_ > 0 && earlier_[index_ - 1].kind == ReadingKind::kCount) {
    MeasureReading reading = earlier_[index_ - 1];
    reading.kind = ReadingKind::kValue;
    reading.same_parties = true;
    reading.phrase = "value of " + reading.phrase + "s";
    reading.id = reading.id == "agreements.count"      ? "agreements.value"
                 : reading.id == "investment.projects" ? "investment.projects_value"
                                                       : "";
    reading.rule = "fact.worth";
    return reading;
  }
  const TokenRange thing = phrase_before(*sentence_, worth->tokens.begin, floor_);
  if (thing.begin == thing.end) return std::nullopt;
  MeasureReading reading = measure_of_phrase(*sentence_, thing);
  reading.kind = ReadingKind::kValue;
  if (reading.id.empty()) reading.phrase = "value of " + reading.phrase;
  reading.rule = "fact.worth";
  return reading;
}

// "15.5% of Kazakhstan's total exports", "half of that amount".
std::optional<MeasureReading> MeasureFinder::share() {
  if (!is_share(figure().quantity) || !sentence_->is(at_.tokens.end, "of")) return std::nullopt;
  std::uint32_t begin = at_.tokens.end + 1;
  while (begin < sentence_->tokens().end &&
         (sentence_->role(begin) == WordRole::kDeterminer || sentence_->role(begin) == WordRole::kFigure))
    ++begin;
  const TokenRange whole = phrase_at(*sentence_, begin);
  if (whole.begin == whole.end) return std::nullopt;
  MeasureReading reading = measure_of_phrase(*sentence_, whole);
  const bool is_reference = reading.phrase == "amount" || reading.phrase == "total" || reading.phrase == "sum";
  const bool refers_back = index_ > 0 && reading.id.empty() && is_reference;
  if (refers_back) {
    reading = earlier_[index_ - 1];
    reading.phrase_tokens = {};
  }
  reading = share_of(std::move(reading), refers_back ? as_written(*sentence_, earlier_[index_ - 1].phrase_tokens)
                                                     : as_written(*sentence_, {whole.begin, complement_end(*sentence_, whole.end)}));
  reading.rule = "fact.share";
  return reading;
}

// "48 percent more than in 2023", "22 cents above last Friday": the difference from what it is compared with.
std::optional<MeasureReading> MeasureFinder::difference() {
  const std::uint32_t next = at_.tokens.end;
  const bool compares = sentence_->is_any(next, {"more", "less", "higher", "lower", "above", "below", "fewer"}) &&
                        (next + 1 >= sentence_->tokens().end || sentence_->role(next + 1) != WordRole::kContent);
  if (!compares || figure().quantity == Quantity::kOrdinal || (figure().quantity == Quantity::kCount && !figure().noun.empty()))
    return std::nullopt;
  if (auto of = last_measure(*sentence_, floor_, at_.tokens.begin)) return growth_of(std::move(*of));
  if (index_ > 0 && earlier_[index_ - 1].kind != ReadingKind::kNone) {
    MeasureReading reading = growth_of(earlier_[index_ - 1]);
    reading.same_parties = true;
    return reading;
  }
  auto of = subject();
  if (!of) of = inherited();
  if (!of) return std::nullopt;
  return growth_of(std::move(*of));
}

// "buy 60 percent of the terminal": a stake in it.
std::optional<MeasureReading> MeasureFinder::stake() {
  const FoundEntry* verb = is_share(figure().quantity) && sentence_->is(at_.tokens.end, "of") ? verb_of_object() : nullptr;
  const bool owns = verb != nullptr && verb->cell(kId) == "company.deal_value";
  const bool keeps = sentence_->is_any(significant_before(at_.tokens.begin),
                                       {"own", "owns", "owned", "hold", "holds", "held", "sell", "sells", "sold", "keep", "keeps", "kept"});
  if (!sentence_->is(at_.tokens.end, "of") || !is_share(figure().quantity) || (!owns && !keeps)) return std::nullopt;
  const TokenRange whole = phrase_at(*sentence_, at_.tokens.end + 1);
  if (whole.begin == whole.end) return std::nullopt;
  MeasureReading reading = unlisted_measure(*sentence_, whole, false);
  reading.kind = ReadingKind::kShare;
  reading.id = "company.stake";
  reading.whole = as_written(*sentence_, reading.phrase_tokens);
  reading.phrase = "stake in " + reading.whole;
  reading.rule = "fact.stake";
  return reading;
}

// "bought the terminal for $187.4 million".
std::optional<MeasureReading> MeasureFinder::price_paid() {
  if (figure().quantity != Quantity::kMoney || !sentence_->is(significant_before(at_.tokens.begin), "for")) return std::nullopt;
  const FoundEntry* bought = nullptr;
  for (const FoundEntry& verb : sentence_->words(FactList::kMeasureVerb)) {
    const bool deals = verb.cell(kId) == "company.deal_value" || verb.cell(kId) == "economy.sales";
    if (deals && verb.tokens.begin >= clause_.begin && verb.tokens.end <= at_.tokens.begin) bought = &verb;
  }
  if (bought == nullptr) return std::nullopt;
  MeasureReading reading;
  reading.kind = ReadingKind::kLevel;
  reading.id = "company.deal_value";
  reading.phrase = "purchase price";
  reading.rule = "fact.price_paid";
  return reading;
}

// "38 of its 212 shops": what the next figure counts.
std::optional<MeasureReading> MeasureFinder::part_of_counted() {
  const bool of = figure().quantity == Quantity::kCount && sentence_->is(at_.tokens.end, "of");
  if (!of || index_ + 1 >= sentence_->figures().size()) return std::nullopt;
  const MentionAt whole = sentence_->figures()[index_ + 1];
  const Figure& counted = *mentions_[whole.mention].figure();
  constexpr std::uint32_t kReach = 5;
  if (counted.noun.empty() || whole.tokens.begin > at_.tokens.end + kReach) return std::nullopt;
  MeasureReading reading = unlisted_measure(*sentence_, phrase_at(*sentence_, whole.tokens.end), true);
  reading.kind = ReadingKind::kCount;
  if (const auto id = lexicon_->cell_of(FactList::kCountedMeasure, counted.noun, 0)) reading.id = *id;
  reading.rule = "fact.counted";
  return reading;
}

// "a price tag of more than $310 million".
std::optional<MeasureReading> MeasureFinder::of_phrase_before() {
  const std::uint32_t of = significant_before(at_.tokens.begin);
  if (!sentence_->is(of, "of") || of <= floor_) return std::nullopt;
  const TokenRange phrase{phrase_begin(*sentence_, of, floor_), of};
  if (phrase.begin == phrase.end ||
      sentence_->is_any(of - 1, {"total", "average", "sum", "number", "maximum", "minimum", "record", "level", "amount", "out"}))
    return std::nullopt;
  MeasureReading reading = measure_of_phrase(*sentence_, phrase);
  extend_behind(reading);
  reading.rule = "fact.of_phrase";
  return reading;
}

// Nothing nearer: what the sentence begins with.
std::optional<MeasureReading> MeasureFinder::opening_subject() {
  const std::uint32_t begin = sentence_->tokens().begin;
  std::uint32_t verb = begin;
  while (verb < at_.tokens.begin && sentence_->role(verb) != WordRole::kVerb) ++verb;
  if (verb == at_.tokens.begin || figure().quantity == Quantity::kCount) return std::nullopt;
  const TokenRange phrase = phrase_before(*sentence_, verb, begin);
  if (phrase.begin == phrase.end) return std::nullopt;
  MeasureReading reading = measure_of_phrase(*sentence_, phrase);
  reading.rule = "fact.subject";
  return reading;
}

// "grew by 13%", "an increase of 39 percent", "a 5 percent rise in exports".
std::optional<MeasureReading> MeasureFinder::growth() {
  if (!is_relative() && !is_amount()) return std::nullopt;
  const TokenRange behind = phrase_at(*sentence_, at_.tokens.end);
  const bool noun_behind =
      behind.begin < behind.end && lexicon_->ending_at(sentence_->view(), FactList::kChangeNoun, behind.end, behind.begin);
  if (noun_behind) {
    if (const FoundEntry* whole = measure_ending_at(*sentence_, behind.end))
      return growth_of(listed_measure(*sentence_, *whole, behind.end - 1));
    const bool completed = sentence_->is_any(behind.end, {"in", "of"});
    const TokenRange of = completed ? phrase_at(*sentence_, behind.end + 1) : TokenRange{};
    if (of.begin < of.end) return growth_of(measure_of_phrase(*sentence_, of));
    if (behind.end - behind.begin > 1) return growth_of(measure_of_phrase(*sentence_, {behind.begin, behind.end - 1}));
  }
  const std::uint32_t before = significant_before(at_.tokens.begin);
  if (before == sentence_->tokens().end) return std::nullopt;
  const bool by = sentence_->is(before, "by") && before > clause_.begin &&
                  sentence_->covering(FactList::kMovement, significant_before(before)) != nullptr;
  const bool moved = by || (is_relative() && sentence_->covering(FactList::kMovement, before) != nullptr);
  const bool noun_before =
      sentence_->is(before, "of") && before > clause_.begin && sentence_->covering(FactList::kChangeNoun, before - 1) != nullptr;
  const bool is_factor = figure().quantity == Quantity::kRatio && sentence_->covering(FactList::kMovement, at_.tokens.begin) != nullptr;
  if (!moved && !noun_before && !is_factor && !noun_behind) return std::nullopt;
  const std::uint32_t verb = is_factor ? at_.tokens.begin : verb_before(*sentence_, at_.tokens.begin, clause_.begin);
  const bool completed_behind = noun_before && sentence_->is_any(at_.tokens.end, {"in", "of"});
  if (const TokenRange of = completed_behind ? phrase_at(*sentence_, at_.tokens.end + 1) : TokenRange{}; of.begin < of.end) {
    return growth_of(measure_of_phrase(*sentence_, of));
  }
  if (is_factor) {
    const TokenRange object = phrase_at(*sentence_, at_.tokens.end);
    if (object.begin < object.end) return growth_of(measure_of_phrase(*sentence_, object));
  }
  if (auto of = last_measure(*sentence_, floor_, verb)) return growth_of(*of);
  if (index_ > 0 && earlier_[index_ - 1].kind != ReadingKind::kNone) return growth_of(earlier_[index_ - 1]);
  const TokenRange of = phrase_before(*sentence_, verb, floor_);
  if (of.begin == of.end) return std::nullopt;
  return growth_of(measure_of_phrase(*sentence_, of));
}

// "58 new commercial agreements".
std::optional<MeasureReading> MeasureFinder::counted() {
  if (figure().quantity != Quantity::kCount || figure().noun.empty()) return std::nullopt;
  const bool of = sentence_->is(at_.tokens.end, "of");
  const TokenRange phrase = phrase_at(*sentence_, at_.tokens.end + (of ? 1 : 0));
  if (phrase.begin == phrase.end) return std::nullopt;
  MeasureReading reading = unlisted_measure(*sentence_, phrase, true);
  reading.kind = ReadingKind::kCount;
  if (const auto id = lexicon_->cell_of(FactList::kCountedMeasure, figure().noun, 0)) reading.id = *id;
  const std::uint32_t before = significant_before(at_.tokens.begin);
  const FoundEntry* verb = before == sentence_->tokens().end ? nullptr : sentence_->covering(FactList::kMeasureVerb, before);
  if (verb != nullptr && verb->cell(kId).starts_with("conflict.")) reading.id = verb->cell(kId);
  reading.rule = "fact.counted";
  return reading;
}

// "a $7.3 billion high-speed railway", "a 49 percent stake".
std::optional<MeasureReading> MeasureFinder::attribute() {
  const TokenRange phrase = phrase_at(*sentence_, at_.tokens.end);
  if (phrase.begin == phrase.end || phrase.begin != at_.tokens.end) return std::nullopt;
  if (sentence_->role(phrase.end - 1) == WordRole::kName && figure().quantity != Quantity::kMoney) return std::nullopt;
  MeasureReading reading = measure_of_phrase(*sentence_, phrase);
  if (reading.id.empty() && figure().quantity == Quantity::kMoney) {
    reading.id = "project.value";
    reading.phrase = "cost of the " + as_written(*sentence_, phrase);
  }
  if (reading.phrase.empty()) return std::nullopt;
  reading.rule = "fact.attribute";
  return reading;
}

// "$43.82 billion in bilateral trade", "$8.2 billion worth of direct investment".
std::optional<MeasureReading> MeasureFinder::of_phrase_behind() {
  std::uint32_t next = at_.tokens.end;
  if (sentence_->is(next, "worth")) ++next;
  if (!sentence_->is_any(next, {"in", "of", "for"})) return std::nullopt;
  const TokenRange phrase = phrase_at(*sentence_, next + 1);
  if (phrase.begin == phrase.end) return std::nullopt;
  const FoundEntry* measure = measure_ending_at(*sentence_, phrase.end);
  const bool is_of = sentence_->is(next, "of") && figure().quantity != Quantity::kMoney;
  if (measure == nullptr && !is_of) return std::nullopt;
  const bool is_destination = measure != nullptr && sentence_->is(next, "in") && measure->cell(kId) == "investment.projects";
  if (is_destination) return std::nullopt;
  if (sentence_->role(phrase.end - 1) == WordRole::kName) return std::nullopt;
  MeasureReading reading = measure_of_phrase(*sentence_, phrase);
  reading.rule = "fact.of_phrase";
  return reading;
}

// "China accounts for nearly half": of what was told of before.
std::optional<MeasureReading> MeasureFinder::share_of_subject() {
  const std::uint32_t before = significant_before(at_.tokens.begin);
  if (!is_share(figure().quantity) || before == sentence_->tokens().end || before <= clause_.begin) return std::nullopt;
  const bool shares = sentence_->is(before, "for") ? sentence_->covering(FactList::kShareVerb, before - 1) != nullptr
                                                   : sentence_->covering(FactList::kShareVerb, before) != nullptr;
  const MeasureReading* of = shares ? reading_to_inherit() : nullptr;
  if (of == nullptr || of->kind == ReadingKind::kShare) return std::nullopt;
  const bool is_near = of->phrase_tokens.begin < of->phrase_tokens.end && index_ > 0;
  MeasureReading reading = share_of(*of, is_near ? as_written(*sentence_, of->phrase_tokens) : of->phrase);
  reading.inherited = true;
  reading.phrase_tokens = {};
  reading.rule = "fact.share_of_subject";
  return reading;
}

MeasureReading MeasureFinder::verb_reading(const FoundEntry& verb, std::uint32_t completed_from) const {
  MeasureReading reading;
  reading.kind = ReadingKind::kLevel;
  reading.id = verb.cell(kId);
  reading.flow = flow_named(verb.cell(kFlow));
  reading.phrase = verb.cell(kBase);
  reading.from_verb = true;
  const TokenRange completed{completed_from, complement_end(*sentence_, completed_from)};
  reading.phrase_tokens = completed;
  if (const std::string object = base_form(*sentence_, completed, false); !object.empty()) reading.phrase += " " + object;
  return reading;
}

const FoundEntry* MeasureFinder::verb_of_object() const {
  const std::uint32_t before = significant_before(at_.tokens.begin);
  if (before == sentence_->tokens().end || before < floor_) return nullptr;
  return sentence_->covering(FactList::kMeasureVerb, before);
}

// "will invest $6 billion in a battery project"; "received $8 billion of investment" tells of investment.
std::optional<MeasureReading> MeasureFinder::object_of_verb() {
  const FoundEntry* verb = is_relative() ? nullptr : verb_of_object();
  if (verb == nullptr) return std::nullopt;
  const bool is_transfer = verb->cell(kId).starts_with("finance.") || verb->cell(kId) == "company.payment";
  if (auto object = is_transfer ? of_phrase_behind() : std::nullopt) return object;
  MeasureReading reading = verb_reading(*verb, at_.tokens.end);
  reading.rule = "fact.verb";
  return reading;
}

// "$11 billion will be invested in the fund", "$1.2 trillion invested across 147 countries".
std::optional<MeasureReading> MeasureFinder::passive() {
  std::uint32_t next = at_.tokens.end;
  if (sentence_->is(next, "(") && index_ + 1 < sentence_->figures().size()) next = sentence_->figures()[index_ + 1].tokens.end + 1;
  while (next < clause_.end &&
         sentence_->is_any(next, {"will", "would", "was", "were", "has", "have", "had", "be", "been", "is", "are", "being"}))
    ++next;
  const FoundEntry* verb = next < clause_.end ? sentence_->covering(FactList::kMeasureVerb, next) : nullptr;
  const bool passive = verb != nullptr && (sentence_->view().word(next).ends_with("ed") || next > at_.tokens.end);
  if (!passive) return std::nullopt;
  MeasureReading reading = verb_reading(*verb, next + 1);
  reading.rule = "fact.passive";
  return reading;
}

// "Trade turnover between the two countries reached $8.57 billion".
std::optional<MeasureReading> MeasureFinder::subject() {
  const std::uint32_t verb = verb_before(*sentence_, at_.tokens.begin, floor_);
  auto reading = last_measure(*sentence_, floor_, verb);
  if (!reading) reading = last_measure(*sentence_, floor_, at_.tokens.begin);
  const bool follows_figure = index_ > 0 && floor_ > clause_.begin;
  if (!reading && !follows_figure && verb < at_.tokens.begin) {
    const TokenRange phrase = phrase_before(*sentence_, verb, floor_);
    const bool is_named = phrase.begin < phrase.end && base_form(*sentence_, phrase, false).size() >= kShortestPhrase;
    if (is_named) reading = unlisted_measure(*sentence_, phrase, false);
  }
  if (!reading) return std::nullopt;
  extend_behind(*reading);
  reading->rule = "fact.subject";
  return reading;
}

// "a loan of $98 million to Albania": what completes the measure stands behind the figure.
void MeasureFinder::extend_behind(MeasureReading& reading) const {
  const std::uint32_t before = significant_before(at_.tokens.begin);
  if (!sentence_->is(before, "of") || reading.phrase_tokens.end > at_.tokens.begin) return;
  std::uint32_t end = at_.tokens.end;
  const bool converted = sentence_->is(end, "(") && index_ + 1 < sentence_->figures().size();
  if (converted) end = sentence_->figures()[index_ + 1].tokens.end + 1;
  reading.phrase_tokens.end = complement_end(*sentence_, end);
}

// The last reading of a figure of the same quantity, else the one right before.
const MeasureReading* MeasureFinder::reading_to_inherit() const {
  for (std::size_t i = index_; i > 0; --i) {
    const MeasureReading& reading = earlier_[i - 1];
    const bool goes_to_level = i == index_ && reading.kind == ReadingKind::kGrowth && tells_level();
    if (reading.kind != ReadingKind::kNone && (reading.quantity == figure().quantity || goes_to_level)) return &reading;
  }
  const bool context_fits = context_ != nullptr && context_->kind != ReadingKind::kNone;
  if (context_fits && context_->quantity == figure().quantity) return context_;
  if (index_ > 0 && earlier_[index_ - 1].kind != ReadingKind::kNone) return &earlier_[index_ - 1];
  return context_fits ? context_ : nullptr;
}

// "…, up from $4.44 billion the year before": no words of its own.
std::optional<MeasureReading> MeasureFinder::inherited() {
  const MeasureReading* from = reading_to_inherit();
  if (from == nullptr) return std::nullopt;
  const bool is_bare = figure().quantity == Quantity::kCount && figure().noun.empty();
  if (is_bare && from == context_ && !is_compared()) return std::nullopt;
  MeasureReading reading = *from;
  const bool returns_to_level =
      (reading.kind == ReadingKind::kGrowth && tells_level()) || (reading.kind == ReadingKind::kShare && !is_share(figure().quantity));
  if (returns_to_level) reading = level_of(std::move(reading));
  // A number without a noun goes on with a known measure only, or as the other end of a comparison.
  if (figure().quantity == Quantity::kCount && reading.id.empty() && !is_compared()) return std::nullopt;
  reading.inherited = true;
  reading.phrase_tokens = {};
  reading.rule = "fact.inherited";
  return reading;
}

// "rose 3.3 pct to 119.1 million": after growth, the level.
bool MeasureFinder::tells_level() const {
  const std::uint32_t before = significant_before(at_.tokens.begin);
  const bool leads_to_level =
      sentence_->is_any(before, {"to", "from", "at"}) || sentence_->covering(FactList::kLevelVerb, before) != nullptr;
  return leads_to_level || !is_share(figure().quantity);
}

bool MeasureFinder::is_compared() const {
  return sentence_->is_any(significant_before(at_.tokens.begin), {"from", "to", "vs", "versus", "against", "with", "than", "and"});
}

}  // namespace attest
