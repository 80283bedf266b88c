// Figures that are parts of something: shares, stakes and ranks.
#include <algorithm>
#include <array>
#include <utility>

#include "fact/measure_finder.h"
#include "fact/noun_phrase.h"
#include "value/noun.h"

namespace attest {

namespace {

// The regular plural of a base form: "category" categories, "boss" bosses.
std::string plural_of(std::string noun) {
  constexpr std::string_view kVowels = "aeiou";
  const bool after_consonant = noun.size() > 1 && noun.back() == 'y' && kVowels.find(noun[noun.size() - 2]) == std::string_view::npos;
  if (after_consonant) return noun.replace(noun.size() - 1, 1, "ies");
  if (noun.ends_with("rs") || noun.ends_with("ts")) return noun;  // "the fourth largest partners"
  const bool hisses = noun.ends_with("s") || noun.ends_with("x") || noun.ends_with("ch") || noun.ends_with("sh");
  return noun + (hisses ? "es" : "s");
}

// "the total", "that amount", "the overall volume": of what was told of before.
bool is_total(std::string_view phrase) {
  constexpr std::array<std::string_view, 10> kTotals = {"",       "amount", "sum",          "total",        "overall total",
                                                        "volume", "value",  "total volume", "total amount", "total value"};
  return std::find(kTotals.begin(), kTotals.end(), phrase) != kTotals.end();
}

}  // namespace

std::optional<MeasureReading> MeasureFinder::rank() {
  if (figure().quantity != Quantity::kOrdinal) return std::nullopt;
  MeasureReading reading;
  const TokenRange behind = phrase_at(*sentence_, at_.tokens.end);
  reading.kind = ReadingKind::kRank;
  reading.phrase = "rank";
  const bool is_place = sentence_->is_any(at_.tokens.end, {"place", "position", "spot"});  // "took second place"
  const std::uint32_t among = at_.tokens.end + (is_place ? 1 : 0);
  const TokenRange rivals = sentence_->is(among, "among") ? phrase_at(*sentence_, among + 1) : TokenRange{};
  if (behind.begin < behind.end && !is_place) reading.phrase = "rank among " + plural_of(base_form(*sentence_, behind, false));
  if (rivals.begin < rivals.end) reading.phrase = "rank among " + base_form(*sentence_, rivals, false);
  const bool of_trade = reading.phrase.ends_with(" partners") && reading.phrase.find(" trad") != std::string::npos;
  reading.id = of_trade ? "trade.rank" : "";
  const MeasureReading* told = reading.phrase == "rank" ? last_told() : nullptr;  // "…, and Chile came [third]"
  if (told != nullptr && told->kind == ReadingKind::kRank) {
    reading.phrase = told->phrase;
    reading.id = told->id;
  }
  reading.phrase_tokens = {phrase_begin(*sentence_, at_.tokens.begin, floor_),
                           complement_end(*sentence_, std::max(behind.end, at_.tokens.end))};
  reading.rule = "fact.rank";
  return reading;
}

// The word "share" that a percentage belongs to: "a [21.3%] trade share", "its trade share amounted to [18.6%]"; the end of the
// sentence for none. What moves is the price of a share.
std::uint32_t MeasureFinder::share_word() const {
  const std::uint32_t none = sentence_->tokens().end;
  const TokenRange behind = phrase_at(*sentence_, at_.tokens.end);
  if (behind.begin == at_.tokens.end && behind.begin < behind.end && sentence_->is(behind.end - 1, "share")) return behind.end - 1;
  const std::uint32_t verb = verb_before(*sentence_, at_.tokens.begin, floor_);
  std::uint32_t word = verb;
  while (word > floor_ && !sentence_->is(word - 1, "share")) --word;
  const bool level_of_part = word > floor_ && sentence_->is(word, "in") && sentence_->is_any(before_, {"to", "from"});
  if (verb == at_.tokens.begin || moves_by()) return none;
  if (sentence_->covering(FactList::kMovement, verb) != nullptr && !level_of_part) return none;
  if (word == floor_ || sentence_->clause_around(word - 1).begin != sentence_->clause_around(verb).begin) {
    // "a share was recorded in Tashkent, which is [47 percent]".
    const bool relative = sentence_->is(clause_.begin, "which") && clause_.begin > sentence_->tokens().begin;
    if (!relative) return none;
    for (word = clause_.begin; word > floor_ && !sentence_->is(word - 1, "share");) --word;
    if (word <= floor_) return none;
  }
  return word - 1;
}

// "the structure of imports", "the total volume of its exports": the listed measure that completes the whole.
MeasureReading MeasureFinder::measure_of_whole(TokenRange whole) const {
  const bool listed = measure_ending_at(*sentence_, whole.end) != nullptr;
  const TokenRange completed =
      !listed && sentence_->is(whole.end, "of") ? phrase_at(*sentence_, behind_dates(whole.end + 1)) : TokenRange{};
  const FoundEntry* measure = completed.begin < completed.end ? measure_ending_at(*sentence_, completed.end) : nullptr;
  return measure != nullptr ? listed_measure(*sentence_, *measure, completed.begin) : measure_of_phrase(*sentence_, whole);
}

// Of what it is a share: what stands before the word ("trade share"), behind "of", or what was told of before.
std::optional<MeasureReading> MeasureFinder::share_noun() {
  const std::uint32_t word = is_share(figure().quantity) ? share_word() : sentence_->tokens().end;
  if (word == sentence_->tokens().end || measure_ending_at(*sentence_, word + 1) != nullptr) return std::nullopt;
  // "The share of exports to Chile made up [15%] of all trade": the whole stands behind the figure.
  const TokenRange behind = sentence_->is(at_.tokens.end, "of") ? phrase_at(*sentence_, begin_of_whole(at_.tokens.end + 1)) : TokenRange{};
  const bool whole_behind = word < at_.tokens.begin && behind.begin < behind.end && measure_ending_at(*sentence_, behind.end) != nullptr;
  if (whole_behind) return std::nullopt;
  std::uint32_t of = word + 1;
  if (sentence_->is(of, "(")) {
    while (of < clause_.end && !sentence_->is(of, ")")) ++of;
    ++of;
  }
  TokenRange whole{phrase_begin(*sentence_, word, floor_), word};
  if (measure_ending_at(*sentence_, word) == nullptr) {
    const bool completed = of < sentence_->tokens().end && sentence_->is_any(of, {"of", "in"});
    whole = completed ? phrase_at(*sentence_, behind_dates(of + 1)) : TokenRange{};
  }
  const MeasureReading* told = whole.begin == whole.end ? reading_to_inherit() : nullptr;
  if (told != nullptr && told->kind == ReadingKind::kRank) {
    // "the second-largest trade turnover partner with a [15.5% share]"
    const FoundEntry* ranked = sentence_->last_before(FactList::kMeasure, at_.tokens.begin, sentence_->tokens().begin);
    if (ranked != nullptr && ranked->cell(kFlow) == "pair" && index_ > 0) {
      const MeasureReading trade = listed_measure(*sentence_, *ranked, ranked->tokens.begin);
      MeasureReading part = taken_over(share_of(trade, trade.phrase), "fact.share");
      part.same_parties = true;
      return part;
    }
    if (flow_told_of() != nullptr) told = flow_told_of();
  }
  if (whole.begin == whole.end && (told == nullptr || told->kind == ReadingKind::kCount)) return std::nullopt;
  MeasureReading reading =
      told != nullptr ? taken_over(told->kind == ReadingKind::kShare ? *told : share_of_told(level_of(*told)), "")
                      : share_of(measure_of_whole(whole), as_written(*sentence_, {whole.begin, complement_end(*sentence_, whole.end)}));
  reading.rule = "fact.share";
  return reading;
}

// "by $870 million or [17.2 percent]", "growth of 5 percent, or [$3 million]": one change in two ways.
std::optional<MeasureReading> MeasureFinder::other_words() {
  const bool joined = index_ > 0 && at_.tokens.begin > sentence_->tokens().begin && sentence_->is(at_.tokens.begin - 1, "or");
  const bool of_profit = joined && (earlier_.back().id == "company.profit" || earlier_.back().id == "company.loss");
  if (of_profit && figure().unit.find("share") != std::string::npos) return taken_over(earlier_.back(), "fact.inherited");
  if (!joined || earlier_.back().kind != ReadingKind::kGrowth || earlier_.back().quantity == figure().quantity) return std::nullopt;
  std::uint32_t end = at_.tokens.begin - 1;
  if (sentence_->is(end - 1, ",")) --end;
  if (sentence_->figures()[index_ - 1].tokens.end != end) return std::nullopt;
  MeasureReading reading = earlier_.back();
  reading.same_parties = true;
  reading.rule = "fact.other_words";
  return reading;
}

// Behind what only determines the whole: "of all [exports]", "of the 200 [houses]".
std::uint32_t MeasureFinder::begin_of_whole(std::uint32_t token) const {
  while (token < sentence_->tokens().end &&
         (sentence_->role(token) == WordRole::kDeterminer || sentence_->role(token) == WordRole::kFigure ||
          sentence_->role(token) == WordRole::kDate || sentence_->role(token) == WordRole::kPossessive ||
          (sentence_->is_any(token, {"more", "less", "than"}) && sentence_->covering(FactList::kFigureHedge, token) != nullptr)))
    ++token;
  const bool all_of = sentence_->is(token, "of") && sentence_->is(token - 1, "all");  // "83 percent of all of Germany's trade"
  return all_of ? token + 1 : token;
}

// "61 percent of [voters] want".
TokenRange MeasureFinder::before_opinion(TokenRange whole) const {
  for (std::uint32_t token = whole.begin + 1; token < whole.end; ++token) {
    const std::string_view before = sentence_->view().word(token - 1);
    const bool many = before.ends_with("s") || sentence_->is(token - 1, "people");
    if (many && sentence_->covering(FactList::kOpinionVerb, token) != nullptr) whole.end = token;
  }
  return whole;
}

// "19 percent of the $1 billion appealed for": of what was told of, where nothing else is named at `begin`.
std::optional<MeasureReading> MeasureFinder::share_of_sum(std::uint32_t begin) const {
  const bool of_sum = index_ + 1 < sentence_->figures().size() && sentence_->figures()[index_ + 1].tokens.end == begin &&
                      mentions_[sentence_->figures()[index_ + 1].mention].figure()->quantity == Quantity::kMoney;
  const WordRole next = sentence_->role(begin);
  const bool unnamed = next != WordRole::kContent && next != WordRole::kName && !sentence_->is(begin, "in");
  if (!of_sum || !unnamed || !told_.level || told_.level->quantity != Quantity::kMoney) return std::nullopt;
  return taken_over(share_of(*told_.level, told_.level->phrase), "fact.share");
}

// "15.5% of Kazakhstan's total exports", "half of that amount".
std::optional<MeasureReading> MeasureFinder::share() {
  const bool half = figure().quantity == Quantity::kRatio && sentence_->is(at_.tokens.end - 1, "half") &&
                    sentence_->role(at_.tokens.end) == WordRole::kDeterminer;  // "at half its capacity"
  const bool times = sentence_->is(at_.tokens.end - 1, "times");  // "[three times] of the 2014 figure"
  if (!is_share(figure().quantity) || times || (!half && !sentence_->is(at_.tokens.end, "of"))) return std::nullopt;
  const std::uint32_t begin = begin_of_whole(at_.tokens.end + (half ? 0 : 1));
  TokenRange whole = before_opinion(phrase_at(*sentence_, begin));
  if (auto part = share_of_sum(begin)) return part;
  if (whole.begin == whole.end) return share_of_everything(begin);
  // "40% of Pakistan's 241 million people"
  const bool over_figure = index_ + 1 < sentence_->figures().size() && sentence_->figures()[index_ + 1].tokens.begin == whole.end;
  if (over_figure) {
    const TokenRange counted = phrase_at(*sentence_, sentence_->figures()[index_ + 1].tokens.end);
    if (counted.begin < counted.end) whole = {begin, counted.end};
  }
  const std::uint32_t whole_end = before_next_clause({whole.begin, complement_end(*sentence_, whole.end)}).end;
  MeasureReading reading = over_figure ? measure_of_phrase(*sentence_, whole) : measure_of_whole(whole);
  const bool is_reference = !over_figure && reading.id.empty() && is_total(reading.phrase);
  const bool refers_back = index_ > 0 && is_reference;
  if (refers_back) {
    reading = earlier_[index_ - 1];
    reading.phrase_tokens = {};
  } else if (const MeasureReading* told = index_ == 0 && is_reference ? flow_told_of() : nullptr; told != nullptr) {
    reading = level_of(*told);
    reading.phrase_tokens = whole;
  } else if (const MeasureReading* trade = flow_told_of(); trade != nullptr && reading.share_id.empty()) {
    // "a third of all shipments", "of everything that the country sold", where exports are spoken of.
    const bool of_trade = is_reference || reading.id == "cargo.volume" || reading.id == "economy.sales" ||
                          sentence_->is_any(whole.begin, {"everything", "shipments", "sales", "purchases"});
    const bool shipped = sentence_->is(whole.begin, "shipments") && trade->id != "trade.imports";
    if (of_trade) reading.share_id = shipped ? "trade.share_of_exports" : trade->share_id;
  }
  const std::string before = refers_back ? as_written(*sentence_, earlier_[index_ - 1].phrase_tokens) : std::string();
  if (reading.id == "company.shares" && figure().quantity != Quantity::kRatio && names_body(whole)) return stake_in(whole);
  reading = share_of(std::move(reading), refers_back ? (before.empty() ? earlier_[index_ - 1].phrase : before)
                                                     : as_written(*sentence_, {whole.begin, std::max(whole.end, whole_end)}));
  reading.rule = "fact.share";
  return reading;
}

// "5% of world output and the industry employs": the subject of the next clause is no part of the whole.
TokenRange MeasureFinder::before_next_clause(TokenRange whole) const {
  const WordRole behind = sentence_->role(whole.end);
  if (behind != WordRole::kVerb && !sentence_->is(whole.end, "at")) return whole;
  for (std::uint32_t token = whole.end; token > whole.begin; --token) {
    if (sentence_->is(token - 1, "and")) return {whole.begin, token - 1};
  }
  return whole;
}

// "21.6% of everything the country sold", where exports are told of.
std::optional<MeasureReading> MeasureFinder::share_of_everything(std::uint32_t whole) {
  const MeasureReading* trade = sentence_->is(whole, "everything") || sentence_->is(whole - 1, "all") ? flow_told_of() : nullptr;
  if (trade == nullptr) return std::nullopt;
  MeasureReading reading = share_of(*trade, "total " + trade->phrase);
  reading.rule = "fact.share";
  return reading;
}

// "8.6 times its operating profit": a ratio to another amount.
std::optional<MeasureReading> MeasureFinder::multiple() {
  if (figure().quantity != Quantity::kRatio || at_.tokens.begin + 1 >= at_.tokens.end || !sentence_->is(at_.tokens.end - 1, "times"))
    return std::nullopt;
  const TokenRange other = phrase_at(*sentence_, at_.tokens.end);
  const std::string name = base_form(*sentence_, other, false);
  if (name.size() < kShortestPhrase || sentence_->is_any(at_.tokens.end, {"as", "more", "higher"})) return std::nullopt;
  MeasureReading reading;
  reading.kind = ReadingKind::kLevel;
  reading.phrase = "ratio to " + name;
  reading.same_parties = index_ > 0;
  reading.rule = "fact.multiple";
  return reading;
}

// "57% favor a pathway", "is only 27 per cent funded": the share of which that is said.
std::optional<MeasureReading> MeasureFinder::share_who() {
  const std::uint32_t next = at_.tokens.end;
  if (!is_share(figure().quantity) || next + 1 >= sentence_->tokens().end) return std::nullopt;
  const WordRole role = sentence_->role(next);
  const bool participle = (role == WordRole::kParticiple || role == WordRole::kVerb) && sentence_->view().word(next).ends_with("ed");
  const WordRole behind = sentence_->role(next + 1);
  const bool ends = behind == WordRole::kMark || behind == WordRole::kPreposition || behind == WordRole::kConjunction;
  if (participle && ends) {
    const std::uint32_t verb = verb_before(*sentence_, at_.tokens.begin, floor_);
    const TokenRange subject = verb < at_.tokens.begin ? phrase_before(*sentence_, verb, floor_) : TokenRange{};
    if (subject.begin == subject.end || verb + 1 < before_) return std::nullopt;
    MeasureReading reading = share_of(measure_of_phrase(*sentence_, subject), as_written(*sentence_, subject));
    reading.phrase = "share of " + reading.level_phrase + " " + ascii_lowered(sentence_->view().word(next));
    reading.id.clear();
    reading.rule = "fact.share_who";
    return reading;
  }
  // "75% say immigration matters", "…, with [35%] saying so"
  const bool opens = before_ == sentence_->tokens().end || before_ <= clause_.begin || sentence_->role(before_) == WordRole::kMark ||
                     sentence_->is_any(before_, {"with", "and", "while", "but"});
  const bool thinks = opens && sentence_->covering(FactList::kOpinionVerb, next) != nullptr;
  const bool says = thinks || (role == WordRole::kContent && !sentence_->view().word(next).ends_with("s") &&
                               (behind == WordRole::kDeterminer || sentence_->is(next + 1, "that")) &&
                               sentence_->covering(FactList::kChangeNoun, next) == nullptr);
  if (!says) return std::nullopt;
  const TokenRange object = phrase_at(*sentence_, next + 1);
  std::string what = base_form(*sentence_, {next, complement_end(*sentence_, std::max(object.end, next + 1))}, false);
  constexpr std::string_view kParticiple = "ing";
  const std::size_t verb_end = std::min(what.find(' '), what.size());
  if (verb_end > kParticiple.size() && std::string_view(what).substr(0, verb_end).ends_with(kParticiple))
    what.erase(verb_end - kParticiple.size(), kParticiple.size());
  MeasureReading reading;
  reading.kind = ReadingKind::kShare;
  reading.phrase = "share of people who " + what;
  reading.rule = "fact.share_who";
  return reading;
}

// "buy 60 percent of the terminal": a stake in it.
std::optional<MeasureReading> MeasureFinder::stake() {
  if (!is_share(figure().quantity)) return std::nullopt;
  const bool of = sentence_->is(at_.tokens.end, "of");
  if (!of && sentence_->is_any(before_, {"own", "owns", "owned", "owning"})) return stake_alone();
  // "currently holds [6.5%] in Norvale"
  const bool in_body = sentence_->is(at_.tokens.end, "in") && sentence_->role(at_.tokens.end + 1) == WordRole::kName;
  if (in_body && sentence_->is_any(before_, {"hold", "holds", "held"})) return stake_alone();
  const FoundEntry* verb = of ? verb_of_object() : nullptr;
  const bool buys = verb != nullptr && verb->cell(kId) == "company.deal_value";
  const bool keeps = before_ != sentence_->tokens().end && sentence_->covering(FactList::kHoldingVerb, before_) != nullptr;
  const bool sells = sentence_->is_any(before_, {"sell", "sells", "sold"});
  if (!of || (!buys && !keeps && !sells)) return std::nullopt;
  const TokenRange whole = phrase_at(*sentence_, at_.tokens.end + 1);
  if (whole.begin == whole.end || sentence_->is_any(whole.begin, {"total", "amount", "sum"})) return std::nullopt;
  // "bought 71% of the copper": goods.
  const bool of_goods =
      sentence_->covering(FactList::kPricedThing, whole.end - 1) != nullptr ||
      (measure_ending_at(*sentence_, whole.end) != nullptr && !sentence_->is_any(whole.end - 1, {"shares", "stock", "capital"}));
  if (of_goods && !keeps) return std::nullopt;
  return stake_in(whole);
}

// "[8%] of Norvale's outstanding shares", "of the shares of Norvale".
bool MeasureFinder::names_body(TokenRange phrase) const {
  const bool completed = sentence_->is_any(phrase.end, {"of", "in"});
  const std::uint32_t end = completed ? phrase_at(*sentence_, phrase.end + 1).end : phrase.end;
  const auto parties = sentence_->parties();
  return std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
    return party.kind == Party::Kind::kOrganisation && party.tokens.begin >= phrase.begin && party.tokens.end <= end;
  });
}

// A stake in what the phrase names, and not from whom it is bought or for how much.
MeasureReading MeasureFinder::stake_in(TokenRange whole) const {
  MeasureReading reading = unlisted_measure(*sentence_, whole, false);
  for (std::uint32_t token = whole.end; token < reading.phrase_tokens.end; ++token) {
    // "23% of the firm, and its owners will own"
    const bool other = sentence_->is(token, "and") && sentence_->role(reading.phrase_tokens.end) == WordRole::kVerb;
    if (other || sentence_->is_any(token, {"from", "for", "to", "by"})) reading.phrase_tokens.end = token;
  }
  reading.kind = ReadingKind::kShare;
  reading.id = "company.stake";
  reading.whole = as_written(*sentence_, reading.phrase_tokens);
  reading.phrase = "stake in " + reading.whole;
  reading.rule = "fact.stake";
  return reading;
}

// "a firm in which the state owns 34.3%".
std::optional<MeasureReading> MeasureFinder::stake_alone() const {
  return reading_named(ReadingKind::kShare, "company.stake", "stake", "fact.stake");
}

// "mined 9 tonnes of gold, [5 tonnes] of which it exported": the verb tells what was done with that part.
std::optional<MeasureReading> MeasureFinder::verb_behind_which() const {
  if (is_share(figure().quantity) || !sentence_->is(at_.tokens.end + 1, "which")) return std::nullopt;
  constexpr std::uint32_t kLongestSubject = 4;  // tokens
  for (std::uint32_t token = at_.tokens.end + 3; token < std::min(at_.tokens.end + 3 + kLongestSubject, sentence_->tokens().end); ++token) {
    const FoundEntry* verb = sentence_->covering(FactList::kMeasureVerb, token);
    if (verb == nullptr || sentence_->role(token) != WordRole::kVerb || !fits(dimension_of(figure()), verb->cell(kVerbUnit))) continue;
    MeasureReading reading = verb_reading(*verb, verb->tokens.end);
    reading.rule = "fact.verb";
    return reading;
  }
  return std::nullopt;
}

// "21,400 households, of which 38 percent", "147 drones, 97 of them": part of what was told of before.
std::optional<MeasureReading> MeasureFinder::part_of_those() {
  const bool of_which = sentence_->is_any(before_, {"which", "whom", "these", "them", "those"}) && before_ > sentence_->tokens().begin &&
                        sentence_->is(before_ - 1, "of");
  const bool of_them =
      sentence_->is(at_.tokens.end, "of") && sentence_->is_any(at_.tokens.end + 1, {"them", "which", "whom", "these", "those"});
  const bool fits_here = is_share(figure().quantity) || dimension_of(figure()) == Dimension::kBare;
  if (auto told = of_them ? verb_behind_which() : std::nullopt) return told;
  const MeasureReading* whole = (of_which || of_them) && fits_here ? reading_to_inherit() : nullptr;
  if (whole == nullptr) return std::nullopt;
  // "2,600 of them are displaced": what was done to that part.
  const auto harm = of_them && !is_share(figure().quantity) ? harm_behind(at_.tokens.end + 2, at_.tokens.end + 2) : std::nullopt;
  if (harm) return taken_over(count_with(people(), *harm), "fact.part");
  return taken_over(is_share(figure().quantity) ? share_of_told(level_of(*whole)) : *whole, "fact.part");
}

// The share of what was told of before, in the sentence's own words where it stands there.
MeasureReading MeasureFinder::share_of_told(const MeasureReading& whole) const {
  const bool is_near = whole.phrase_tokens.begin < whole.phrase_tokens.end && index_ > 0;
  return share_of(whole, is_near ? as_written(*sentence_, whole.phrase_tokens) : whole.phrase);
}

// "China accounts for nearly half": of what was told of before.
std::optional<MeasureReading> MeasureFinder::share_of_subject() {
  if (!is_share(figure().quantity) || before_ == sentence_->tokens().end || before_ <= clause_.begin) return std::nullopt;
  const bool two_words = sentence_->is(before_, "for") || sentence_->is(before_, "up");
  const bool shares = two_words ? sentence_->covering(FactList::kShareVerb, before_ - 1) != nullptr
                                : sentence_->covering(FactList::kShareVerb, before_) != nullptr;
  const MeasureReading* of = shares ? reading_to_inherit() : nullptr;
  if (of == nullptr || of->kind == ReadingKind::kShare) return std::nullopt;
  return taken_over(share_of_told(*of), "fact.share_of_subject");
}

}  // namespace attest
