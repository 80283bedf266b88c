#include "fact/measure_finder.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "fact/noun_phrase.h"
#include "value/noun.h"

namespace attest {

// From the most telling to the least.
std::span<const MeasureFinder::Pattern> MeasureFinder::patterns() noexcept {
  static constexpr std::array<Pattern, 47> kPatterns = {&MeasureFinder::rank,
                                                        &MeasureFinder::strength,
                                                        &MeasureFinder::distance,
                                                        &MeasureFinder::people_elided,
                                                        &MeasureFinder::counted_on,
                                                        &MeasureFinder::conversion,
                                                        &MeasureFinder::one_of_list,
                                                        &MeasureFinder::next_without_verb,
                                                        &MeasureFinder::opening_amount,
                                                        &MeasureFinder::signed_change,
                                                        &MeasureFinder::other_words,
                                                        &MeasureFinder::more_of_thing,
                                                        &MeasureFinder::change_of_listed,
                                                        &MeasureFinder::share_noun,
                                                        &MeasureFinder::price_of_thing,
                                                        &MeasureFinder::multiple,
                                                        &MeasureFinder::valued_at,
                                                        &MeasureFinder::worth_of_object,
                                                        &MeasureFinder::value_of_thing,
                                                        &MeasureFinder::difference,
                                                        &MeasureFinder::stake,
                                                        &MeasureFinder::vote_share,
                                                        &MeasureFinder::part_of_those,
                                                        &MeasureFinder::share,
                                                        &MeasureFinder::added_to,
                                                        &MeasureFinder::interest,
                                                        &MeasureFinder::growth,
                                                        &MeasureFinder::object_moved,
                                                        &MeasureFinder::noun_before,
                                                        &MeasureFinder::counted,
                                                        &MeasureFinder::part_of_counted,
                                                        &MeasureFinder::share_who,
                                                        &MeasureFinder::attribute,
                                                        &MeasureFinder::share_of_subject,
                                                        &MeasureFinder::price_paid,
                                                        &MeasureFinder::price_by_unit,
                                                        &MeasureFinder::contribution,
                                                        &MeasureFinder::partner_in_trade,
                                                        &MeasureFinder::object_of_verb,
                                                        &MeasureFinder::in_brackets,
                                                        &MeasureFinder::of_phrase_behind,
                                                        &MeasureFinder::passive,
                                                        &MeasureFinder::of_phrase_before,
                                                        &MeasureFinder::subject,
                                                        &MeasureFinder::subject_over_figure,
                                                        &MeasureFinder::inherited,
                                                        &MeasureFinder::opening_subject};
  return kPatterns;
}

MeasureReading MeasureFinder::find(const FactSentence& sentence, std::span<const Mention> mentions, std::size_t figure,
                                   std::span<const MeasureReading> earlier, const MeasureReading* context) {
  sentence_ = &sentence;
  mentions_ = mentions;
  index_ = figure;
  at_ = sentence.figures()[figure];
  before_ = significant_before(at_.tokens.begin);
  clause_ = sentence.clause_around(at_.tokens.begin);
  floor_ = clause_.begin;
  apposition_ = 0;
  earlier_ = earlier;
  if (figure > 0) {
    const std::uint32_t end = sentence.figures()[figure - 1].tokens.end;
    floor_ = std::max({floor_, end, end_of_phrase_before()});
    // "2,450 projects with [registered capital of $30 billion]".
    if (sentence_->is(before_, "of") && before_ <= floor_ && before_ > end + 1) {
      const std::uint32_t own = phrase_begin(*sentence_, before_, end);
      const bool of_whole = earlier.back().kind == ReadingKind::kShare;  // "3% of its workforce of [76,000]"
      if (own > end && own < before_ && (of_whole || sentence_->is_any(own - 1, {"with", "and", "for", "at", "on"}))) floor_ = own;
    }
    apposition_ = apposition_before();
    if (apposition_ > 0) floor_ = sentence.clause_around(apposition_).begin;
    // "moving a 40-foot container costs [$1,150]": the verb at the figure is no part of the phrase before.
    if (before_ < floor_ && before_ >= end && sentence.covering(FactList::kMeasureVerb, before_) != nullptr) floor_ = before_;
  }
  // "(1 euro = 1.10 dollars)": what the writer converts by.
  if (sentence.is(at_.tokens.end, "=") || (at_.tokens.begin > sentence.tokens().begin && sentence.is(at_.tokens.begin - 1, "="))) return {};
  context_ = context;
  if (is_age() || is_size_of_group()) return {};
  for (const Pattern pattern : patterns()) {
    auto reading = (this->*pattern)();
    if (reading && reading->phrase.size() >= kShortestPhrase) {
      reading->quantity = this->figure().quantity;
      take_as_trade_balance(*reading);
      take_as_trade_turnover(*reading);
      take_as_both_ways(*reading);
      take_as_loan(*reading);
      fit_to_unit(*reading);
      remember(*reading);
      return *reading;
    }
  }
  // "1,200 trains and [90,000 TEU] were sent": the unit itself says what is measured.
  if (this->figure().unit == "{TEU}") return reading_named(ReadingKind::kLevel, "cargo.volume", "container volume", "fact.unit");
  return {};
}

// The noun phrase that the figure before belongs to is spoken for; what "and a …" adds to it is not.
std::uint32_t MeasureFinder::end_of_phrase_before() const {
  const std::uint32_t end = std::min(earlier_.back().phrase_tokens.end, at_.tokens.begin);
  for (std::uint32_t token = sentence_->figures()[index_ - 1].tokens.end; token + 1 < end; ++token) {
    const bool verb = sentence_->covering(FactList::kMeasureVerb, token + 1) != nullptr || sentence_->role(token + 1) == WordRole::kVerb;
    const bool adds = sentence_->is(token, "and") && (verb || sentence_->role(token + 1) == WordRole::kDeterminer);
    if (adds || (sentence_->is_any(token, {"with", "under", "in"}) && sentence_->is_any(token + 1, {"a", "an"}))) return token;
  }
  return end;
}

// "Spending on roads, the [second largest] item, grew [5%]": the comma behind "roads"; 0 where nothing parts the verb from its subject.
std::uint32_t MeasureFinder::apposition_before() const {
  const TokenRange other = sentence_->figures()[index_ - 1].tokens;
  std::uint32_t close = other.end;
  while (close < at_.tokens.begin && !sentence_->is(close, ",") && sentence_->role(close) != WordRole::kVerb) ++close;
  if (!sentence_->is(close, ",") || verb_before(*sentence_, at_.tokens.begin, close) != close + 1) return 0;
  // "Exports, which make up [9%] of output, grew [5%]"
  const bool relative = clause_.begin > sentence_->tokens().begin && sentence_->is_any(clause_.begin, {"which", "who"}) &&
                        sentence_->is(clause_.begin - 1, ",") && other.begin > clause_.begin && index_ == 1;
  if (relative) return clause_.begin - 1;
  std::uint32_t open = other.begin;
  while (open > clause_.begin && !sentence_->is(open, ",")) {
    if (sentence_->role(open) == WordRole::kVerb) return 0;
    --open;
  }
  const bool apposed = open > clause_.begin && sentence_->is(open, ",") && sentence_->is_any(open + 1, {"the", "a", "an", "its"});
  if (!apposed || index_ > 1) return 0;
  for (std::uint32_t token = clause_.begin; token < open; ++token) {
    const WordRole role = sentence_->role(token);
    if (role == WordRole::kVerb || role == WordRole::kFigure) return 0;
  }
  return open;
}

bool MeasureFinder::is_relative() const { return is_share(figure().quantity) || figure().quantity == Quantity::kPercentagePoint; }

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

// "Peru is the third trading partner with a turnover of [$2 billion]".
bool MeasureFinder::tells_of_partner() const {
  const auto words = sentence_->words(FactList::kReference);
  return std::any_of(words.begin(), words.end(), [](const FoundEntry& word) { return word.cell(0) == "partner"; });
}

// "Trade hit a record last year. In the first months turnover grew": no company's, where trade is told of and none is named.
void MeasureFinder::take_as_trade_turnover(MeasureReading& reading) const {
  std::string& id = reading.kind == ReadingKind::kLevel ? reading.id : reading.level_id;
  const bool turnover = id == "company.revenue" && reading.phrase.ends_with("turnover");
  const auto parties = sentence_->parties();
  // "turnover between Peru and Chile"
  const auto lies_between = [&](const Party& party) {
    return is_state(party) && !party.city && sentence_->is(party.tokens.begin - 1, "between") &&
           party.tokens.end <= reading.phrase_tokens.end;
  };
  const bool of_trade =
      turnover && (flow_told_of() != nullptr || tells_of_partner() || std::any_of(parties.begin(), parties.end(), lies_between));
  if (!of_trade) return;
  const bool of_company = std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
    return party.kind == Party::Kind::kOrganisation && !party.reporter && party.tokens.begin >= clause_.begin &&
           party.tokens.end <= clause_.end;
  });
  if (of_company) return;
  id = "trade.turnover";
  reading.flow = Flow::kPair;
  reading.share_id = "trade.share_of_turnover";
}

// True where another figure of the same kind is joined to this one: "exports and imports rose 4% and [5%]".
bool MeasureFinder::is_joined() const {
  const auto figures = sentence_->figures();
  const auto joined = [&](std::size_t first) {
    return first + 1 < figures.size() && figures[first + 1].tokens.begin == figures[first].tokens.end + 1 &&
           sentence_->is(figures[first].tokens.end, "and");
  };
  return joined(index_) || (index_ > 0 && joined(index_ - 1)) || sentence_->is(sentence_->tokens().end - 2, "respectively");
}

// "Peru's imports and exports reached [$50 billion]": both ways together.
void MeasureFinder::take_as_both_ways(MeasureReading& reading) const {
  std::string& id = reading.kind == ReadingKind::kLevel ? reading.id : reading.level_id;
  const bool told = reading.kind == ReadingKind::kLevel || reading.kind == ReadingKind::kGrowth;
  const TokenRange phrase = reading.phrase_tokens;
  if (!told || (id != "trade.exports" && id != "trade.imports") || phrase.begin >= phrase.end || is_joined()) return;
  const auto is_way = [&](std::uint32_t token) { return sentence_->is_any(token, {"imports", "exports", "import", "export"}); };
  for (std::uint32_t token = phrase.begin > 2 ? phrase.begin - 2 : 0; token < phrase.end + 1; ++token) {
    if (!sentence_->is(token, "and") || token == 0 || !is_way(token - 1) || !is_way(token + 1)) continue;
    id = "trade.turnover";
    reading.level_phrase = "imports and exports";
    reading.phrase = reading.kind == ReadingKind::kGrowth ? "growth of imports and exports" : reading.level_phrase;
    reading.flow = Flow::kPair;
    reading.share_id = "trade.share_of_turnover";
    return;
  }
}

// "will provide [$5 billion] in the form of a 35-year loan", "will give [half] as a loan".
void MeasureFinder::take_as_loan(MeasureReading& reading) const {
  const bool open = reading.id.empty() || reading.id == "finance.amount" || reading.id == "aid.amount";
  if (figure().quantity != Quantity::kMoney || !open) return;
  for (std::uint32_t token = at_.tokens.end + 1; token + 1 < clause_.end; ++token) {
    const bool leads = sentence_->is(token, "as") || (sentence_->is(token, "of") && sentence_->is(token - 1, "form"));
    const TokenRange form = leads ? phrase_at(*sentence_, behind_dates(token + 1)) : TokenRange{};
    const FoundEntry* loan = form.begin < form.end ? measure_ending_at(*sentence_, form.end) : nullptr;
    // "as a loan", "as loans", but "as borrowers repay loans"
    const bool whole = loan != nullptr && (form.begin > token + 1 || loan->tokens.begin == form.begin);
    if (!whole || loan->cell(kId) != "loan.amount") continue;
    reading.id = "loan.amount";
    reading.phrase = "loan";
    reading.flow = Flow::kLend;
    return;
  }
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
    const bool hedges = role == WordRole::kAdverb || role == WordRole::kDeterminer ||
                        sentence_->covering(FactList::kFigureHedge, before) != nullptr || sentence_->is_any(before, {"“", "\"", "+"});
    const bool joined =
        before > sentence_->tokens().begin && ((sentence_->is(before, "at") && sentence_->is_any(token, {"least", "most"})) ||
                                               (sentence_->is(before, "to") && sentence_->is(before - 1, "up") && !moves_to(before - 1)));
    // "spent, on average, [$5 million]"
    const FoundEntry* inserted =
        sentence_->is(before, ",") && before > 0 ? sentence_->covering(FactList::kFigureHedge, before - 1) : nullptr;
    const bool between = inserted != nullptr && inserted->tokens.begin > sentence_->tokens().begin + 1 &&
                         inserted->tokens.end > inserted->tokens.begin + 1 && sentence_->is(inserted->tokens.begin - 1, ",");
    if (between) {
      token = inserted->tokens.begin - 1;
      continue;
    }
    if (!hedges && !joined) return before;
    token = joined && sentence_->is(before, "to") ? before - 1 : before;
  }
  return sentence_->tokens().end;
}

// "went [up] to": a way, not a hedge.
bool MeasureFinder::moves_to(std::uint32_t up) const {
  return up > sentence_->tokens().begin && sentence_->role(up - 1) == WordRole::kVerb &&
         !sentence_->is_any(up - 1, {"is", "are", "was", "were"}) && sentence_->covering(FactList::kMeasureVerb, up - 1) == nullptr;
}

// "a [65-year-old] plant", "aged under [5]": no part of what the text tells of.
bool MeasureFinder::is_age() const {
  const bool old = figure().quantity == Quantity::kMeasure && sentence_->is_any(at_.tokens.end - 1, {"old", "olds"});
  return old || is_aged();
}

// "the top [seven] buyers", "a [two]-for-one split": how far a ranking is told, and how shares are split.
bool MeasureFinder::is_size_of_group() const {
  const std::uint32_t before = at_.tokens.begin - 1;
  if (figure().quantity != Quantity::kCount || at_.tokens.begin <= sentence_->tokens().begin) return false;
  const std::uint32_t top = sentence_->is(before, "-") ? before - 1 : before;
  const bool split = sentence_->is(at_.tokens.end, "-") && sentence_->is(at_.tokens.end + 1, "for");
  return split || sentence_->is(top, "top");
}

// "350 billion yuan ($47.9 billion)": the same in another currency.
std::optional<MeasureReading> MeasureFinder::conversion() {
  if (index_ == 0 || figure().quantity != Quantity::kMoney) return std::nullopt;
  const MentionAt before = sentence_->figures()[index_ - 1];
  const Figure& other = *mentions_[before.mention].figure();
  const bool bracketed = sentence_->is(before.tokens.end, "(") && before_ == before.tokens.end;
  if (!bracketed || other.quantity != Quantity::kMoney || other.unit == figure().unit) return std::nullopt;
  MeasureReading reading = earlier_[index_ - 1];
  reading.same_parties = true;
  reading.rule = "fact.conversion";
  return reading;
}

}  // namespace attest
