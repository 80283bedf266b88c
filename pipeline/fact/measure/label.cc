#include "fact/measure/label.h"

#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "fact/measure/count.h"
#include "fact/measure/harm.h"
#include "fact/measure/phrase.h"
#include "fact/measure/reference.h"
#include "fact/noun_phrase.h"

namespace attest::measure {
namespace {

constexpr std::uint32_t kLongestLabel = 10;  // tokens; longer ones are clauses

bool parts_label(const FactSentence& sentence, std::uint32_t token) noexcept {
  return sentence.is_any(token, {":", "-", "\xE2\x80\x93", "\xE2\x80\x94"});
}

bool is_bullet(const FactSentence& sentence, std::uint32_t token) noexcept {
  return sentence.is_any(token, {"-", "*", "\xE2\x80\xA2", "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xB7"});
}

// From the line's begin, or the semicolon before, to the mark; empty where verbs or figures stand there, as in a clause.
TokenRange label_before(const FigureView& figure, std::uint32_t mark) {
  const FactSentence& sentence = figure.sentence();
  std::uint32_t begin = mark;
  while (begin > sentence.tokens().begin && !sentence.is(begin - 1, ";")) --begin;
  while (begin < mark && is_bullet(sentence, begin)) ++begin;
  if (mark - begin > kLongestLabel) return {};
  for (std::uint32_t token = begin; token < mark; ++token) {
    if (sentence.role(token) == WordRole::kVerb || sentence.is(token, ":")) return {};
  }
  for (const MentionAt& other : sentence.figures()) {
    if (other.tokens.begin >= begin && other.tokens.end <= mark) return {};
  }
  return {begin, mark};
}

// "Number of joint ventures: [3,467]".
std::optional<MeasureReading> number_of(const FigureView& figure, TokenRange label) {
  const FactSentence& sentence = figure.sentence();
  const bool counts = sentence.is(label.begin, "number") && sentence.is(label.begin + 1, "of");
  if (!counts || figure.quantity() != Quantity::kCount || label.begin + 2 >= label.end) return std::nullopt;
  return unlisted_measure(sentence, phrase_at(sentence, label.begin + 2), true);
}

// "People killed: [602]", "Houses damaged or destroyed: [2,400]": those whom something was done to.
std::optional<MeasureReading> harmed_by_label(const FigureView& figure, std::uint32_t mark) {
  const FactSentence& sentence = figure.sentence();
  std::uint32_t noun = sentence.tokens().begin;
  while (noun < mark && is_bullet(sentence, noun)) ++noun;
  const bool fits = figure.quantity() == Quantity::kCount && figure.is_first() && noun + 1 < mark && mark - noun <= kLongestLabel;
  if (!fits || !sentence.view().tokens[noun].has(token_flag::kCapitalised)) return std::nullopt;
  std::uint32_t deed = mark;
  for (std::uint32_t token = noun + 1; token < mark; ++token) {
    const FoundEntry* verb = sentence.covering(FactList::kMeasureVerb, token);
    const bool done = (verb != nullptr && verb->cell(kId).starts_with("conflict.")) || sentence.is_any(token, {"missing", "dead"}) ||
                      sentence.covering(FactList::kDoneParticiple, token) != nullptr;
    if (done && deed == mark) deed = token;
    if (!done && deed < mark && !sentence.is_any(token, {"or", "and", ","})) return std::nullopt;
  }
  if (deed == mark) return std::nullopt;
  MeasureReading reading = count_of(figure, {noun, deed}, {});
  if (const auto harm = harm_behind(figure, deed, deed))
    reading = count_with(std::move(reading), *harm);
  else
    reading.phrase += ' ' + ascii_lowered(sentence.view().word(deed));
  reading.phrase_tokens = {noun, mark};
  reading.rule = "fact.label";
  return reading;
}

// "Share in exports: [18.4%]".
std::optional<MeasureReading> share_by_label(const FigureView& figure, TokenRange label, const MeasureReading& whole) {
  const FactSentence& sentence = figure.sentence();
  const bool shares = sentence.is(label.begin, "share") && sentence.is_any(label.begin + 1, {"of", "in"});
  if (!shares || figure.quantity() != Quantity::kPercent) return std::nullopt;
  MeasureReading reading = share_of(whole, whole.phrase);
  reading.rule = "fact.label";
  return reading;
}

// "Main trading partners: Peru ([$4.4 billion])": the colon before the name of whom the figure is about; `end` for none.
std::uint32_t colon_before_name(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  bool named = false;
  for (std::uint32_t token = figure.begin(); token > sentence.tokens().begin + 1; --token) {
    if (sentence.is(token - 1, ":")) return named ? token - 1 : figure.end();
    const WordRole role = sentence.role(token - 1);
    named = named || role == WordRole::kName;
    if (role != WordRole::kName && role != WordRole::kMark && role != WordRole::kDeterminer && token - 1 > figure.before()) break;
    if (role == WordRole::kVerb || role == WordRole::kContent) break;
  }
  return figure.end();
}

// What partners trade, buyers buy and suppliers sell.
std::optional<MeasureReading> trade_of_partners(const FactSentence& sentence, TokenRange label) {
  const FoundEntry* partner = nullptr;
  for (const FoundEntry& role : sentence.words(FactList::kTradeRole)) {
    const bool is_noun =
        role.tokens.begin >= label.begin && role.tokens.end <= label.end && sentence.role(role.tokens.begin) == WordRole::kContent;
    if (is_noun && role.cell(kPart) == "partner") partner = &role;
  }
  if (partner == nullptr) return std::nullopt;
  const std::string_view side = partner->cell(kSide);
  MeasureReading reading = reading_named(ReadingKind::kLevel, "trade.turnover", "trade", {});
  if (side == "buyer") reading = reading_named(ReadingKind::kLevel, "trade.exports", "exports", {});
  if (side == "seller") reading = reading_named(ReadingKind::kLevel, "trade.imports", "imports", {});
  reading.flow = side == "buyer" ? Flow::kOut : side == "seller" ? Flow::kIn : Flow::kPair;
  return reading;
}

// "Inflation: [3] charts to watch", "Debt – [$5 billion] lawsuit goes on": a headline goes on behind its colon.
bool goes_on_behind(const FigureView& figure, const MeasureReading& reading) {
  const bool counts_people = figure.noun() == "person" || reading.id.starts_with("people.") || reading.id.starts_with("demography.");
  const bool counts_others = figure.quantity() == Quantity::kCount && !figure.noun().empty() && !counts_people &&
                             reading.phrase.find(figure.noun()) == std::string::npos;
  const bool describes = figure.quantity() != Quantity::kCount && figure.sentence().role(figure.end()) == WordRole::kContent;
  return counts_others || describes;
}

// Before the row of goods or years that the figure stands in: a colon, "including", "were"; `end` of the figure for none.
std::uint32_t opening_of_row(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  for (std::uint32_t token = figure.begin(); token > sentence.tokens().begin + 1; --token) {
    if (sentence.is_any(token - 1, {":", "including", "were", "are", "include", "includes", "included"})) return token - 1;
    const WordRole role = sentence.role(token - 1);
    if (role == WordRole::kVerb || role == WordRole::kClause || role == WordRole::kPronoun || role == WordRole::kParticiple) break;
  }
  return figure.end();
}

// "oil [$5 billion],": the words for the good right before the figure; empty where none or more than its name stands there.
TokenRange good_before(const FigureView& figure, std::uint32_t colon) {
  const FactSentence& sentence = figure.sentence();
  std::uint32_t end = figure.before() + 1;
  while (end > colon + 1 && (parts_label(sentence, end - 1) || sentence.is(end - 1, "("))) --end;
  const std::uint32_t begin = phrase_begin(sentence, end, colon + 1);
  const bool opens = begin == colon + 1 || sentence.is_any(begin - 1, {",", ";", "and"});
  const bool ends = sentence.role(figure.end()) == WordRole::kMark || sentence.is(figure.end(), "and");
  return opens && ends && begin < end && sentence.role(end - 1) == WordRole::kContent ? TokenRange{begin, end} : TokenRange{};
}

// "exports reached $9 billion, including oil [$5 billion]": of what the amount before tells of.
std::optional<MeasureReading> part_of_row(const FigureView& figure, TokenRange good) {
  if (figure.is_first()) return std::nullopt;
  const MeasureReading& told = figure.earlier().back();
  const bool amount = told.kind == ReadingKind::kLevel && told.quantity == figure.quantity() && is_of_goods(told);
  if (!amount) return std::nullopt;
  MeasureReading reading = taken_over(part_of_told(figure.sentence(), told, good), "fact.inherited");
  return reading;
}

// "oil $5 billion, tea [$3 billion]": one amount is the price of a thing, several are a row.
bool is_among_others(const FigureView& figure, std::uint32_t colon) {
  for (const MentionAt& other : figure.sentence().figures()) {
    const bool another = other.tokens.begin > colon && other.tokens.begin != figure.begin();
    if (another && figure.record(other).quantity == figure.quantity()) return true;
  }
  return false;
}

}  // namespace

std::optional<MeasureReading> labelled_row(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool fits = figure.quantity() == Quantity::kMoney || figure.quantity() == Quantity::kMeasure;
  const std::uint32_t opening = fits && figure.has_before() ? opening_of_row(figure) : figure.end();
  if (opening >= figure.begin() || !is_among_others(figure, opening)) return std::nullopt;
  const bool dated =
      sentence.is(opening, ":") && parts_label(sentence, figure.before()) && sentence.role(figure.before() - 1) == WordRole::kDate;
  const TokenRange good = dated ? TokenRange{} : good_before(figure, opening);
  if ((!dated && good.begin >= good.end) || measure_ending_at(sentence, good.end) != nullptr) return std::nullopt;
  const bool copula = sentence.is(opening, ":") && sentence.role(opening - 1) == WordRole::kVerb;
  const TokenRange label = label_before(figure, copula ? opening - 1 : opening);
  auto reading = label.begin < label.end ? last_measure(sentence, label.begin, label.end) : std::nullopt;
  if (!reading) return dated ? std::nullopt : part_of_row(figure, good);
  if (reading->id.empty() || (!dated && !is_of_goods(*reading))) return std::nullopt;
  if (!dated) reading = part_of_told(sentence, *reading, good);
  reading->phrase_tokens = label;
  reading->rule = "fact.label";
  return reading;
}

std::optional<MeasureReading> labelled_partner(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (!figure.is_first() || figure.quantity() != Quantity::kMoney) return std::nullopt;
  const std::uint32_t colon = colon_before_name(figure);
  if (colon >= figure.begin()) return std::nullopt;
  const TokenRange label = label_before(figure, colon);
  if (label.begin >= label.end) return std::nullopt;
  auto reading = last_measure(sentence, label.begin, label.end);
  if (!reading || !reading->id.starts_with("trade.")) reading = trade_of_partners(sentence, label);
  if (!reading) return std::nullopt;
  reading->phrase_tokens = label;
  reading->rule = "fact.label";
  return reading;
}

std::optional<MeasureReading> labelled(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (!figure.has_before() || figure.quantity() == Quantity::kOrdinal) return std::nullopt;
  const bool moves = sentence.covering(FactList::kMovement, figure.before()) != nullptr && figure.before() > sentence.tokens().begin;
  const std::uint32_t mark = moves ? figure.before() - 1 : figure.before();
  if (!parts_label(sentence, mark)) return std::nullopt;
  if (auto harmed = harmed_by_label(figure, mark)) return harmed;
  const TokenRange label = label_before(figure, mark);
  if (label.begin >= label.end) return std::nullopt;
  auto reading = last_measure(sentence, label.begin, label.end);
  if (!reading) reading = number_of(figure, label);
  if (!reading || goes_on_behind(figure, *reading)) return std::nullopt;
  reading->rule = "fact.label";
  if (auto share = share_by_label(figure, label, *reading)) return share;
  if (!figure.is_relative() || reading->flow == Flow::kNone) return reading;
  return moves ? growth_of(*std::move(reading)) : std::optional<MeasureReading>();
}

}  // namespace attest::measure
