// Figures that tell of a change, or of the level after it.
#include <algorithm>
#include <utility>

#include "fact/measure_finder.h"
#include "fact/noun_phrase.h"
#include "value/noun.h"

namespace attest {

// "48 percent more than in 2023", "22 cents above last Friday": the difference from what it is compared with.
std::optional<MeasureReading> MeasureFinder::difference() {
  const std::uint32_t next = at_.tokens.end;
  const bool compares = sentence_->covering(FactList::kComparative, next) != nullptr &&
                        (next + 1 >= sentence_->tokens().end || sentence_->role(next + 1) != WordRole::kContent);
  // "[26] more were injured": others, not the difference.
  const bool others = figure().quantity == Quantity::kCount && sentence_->is(next, "more") && !sentence_->is(next + 1, "than");
  if (!compares || others || figure().quantity == Quantity::kOrdinal || (figure().quantity == Quantity::kCount && !figure().noun.empty()))
    return std::nullopt;
  if (auto of = last_measure(*sentence_, floor_, at_.tokens.begin)) return growth_of(std::move(*of));
  const FoundEntry* verb = is_relative() ? nullptr : verb_of_object();
  if (verb != nullptr) return growth_of(verb_reading(*verb, at_.tokens.end));
  if (index_ > 0 && earlier_[index_ - 1].kind != ReadingKind::kNone) {
    MeasureReading reading = growth_of(earlier_[index_ - 1]);
    reading.same_parties = true;
    return reading;
  }
  // "According to the report, this is [21 percent] less"
  const std::uint32_t is = verb_before(*sentence_, at_.tokens.begin, floor_);
  const bool pronoun = index_ == 0 && is < at_.tokens.begin && is > clause_.begin && sentence_->is_any(is - 1, {"this", "that"}) &&
                       is == at_.tokens.begin - 1;
  if (pronoun && last_told() != nullptr) return growth_of(taken_over(level_of(*last_told()), "fact.growth"));
  auto of = subject();
  // "The figure is [28 percent] lower than a year earlier"
  const MeasureReading* told = !of && refers_back(phrase_before(*sentence_, is, floor_)) ? last_told() : nullptr;
  if (told != nullptr) return growth_of(taken_over(level_of(*told), "fact.growth"));
  if (!of) of = inherited();
  if (!of) return std::nullopt;
  return growth_of(std::move(*of));
}

// "rose [by]", "grew faster, [by]".
bool MeasureFinder::moved_before(std::uint32_t by) const {
  if (sentence_->covering(FactList::kMovement, significant_before(by)) != nullptr) return true;
  // "Exports grew by 8%, imports — by [9%]": the verb is left out.
  const bool grew = std::any_of(earlier_.begin(), earlier_.end(), [](const auto& told) { return told.kind == ReadingKind::kGrowth; });
  if (grew && by > floor_ && sentence_->is_any(by - 1, {"-", "–", "—"})) return true;
  const FoundEntry* movement = sentence_->last_before(FactList::kMovement, by, floor_);
  return movement != nullptr && sentence_->role(movement->tokens.begin) == WordRole::kVerb;
}

// "offered a loan of $1.5 billion at 8.25 percent": the interest on it.
std::optional<MeasureReading> MeasureFinder::interest() {
  if (!is_relative() || index_ == 0 || !sentence_->is(before_, "at")) return std::nullopt;
  const std::string& id = earlier_.back().id;
  if (id != "loan.amount" && id != "bond.amount" && id != "debt.amount" && id != "finance.amount") return std::nullopt;
  MeasureReading reading = interest_rate();
  reading.same_parties = true;
  reading.rule = "fact.interest";
  return reading;
}

MeasureReading MeasureFinder::interest_rate() {
  MeasureReading reading;
  reading.kind = ReadingKind::kLevel;
  reading.id = "economy.interest_rate";
  reading.phrase = "interest rate";
  return reading;
}

// "expects growth of 5 percent" of nothing in particular is the economy's.
MeasureReading MeasureFinder::economic_growth() {
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

// "a fall in [third-quarter] profit": the noun behind articles and dates.
std::uint32_t MeasureFinder::behind_dates(std::uint32_t token) const {
  const std::uint32_t end = sentence_->tokens().end;
  std::uint32_t noun = token;
  while (noun < end && (sentence_->role(noun) == WordRole::kDate || sentence_->role(noun) == WordRole::kAdverb ||
                        sentence_->role(noun) == WordRole::kDeterminer || sentence_->role(noun) == WordRole::kPossessive))
    ++noun;
  return noun < end && sentence_->role(noun) == WordRole::kContent ? noun : token;
}

// "cut its deposit rate to [3.5%]", "wants to increase efficiency from [20%] to 24%": what is moved stands behind its verb.
std::optional<MeasureReading> MeasureFinder::object_moved() {
  // "raise trade [up] to $5 billion"
  const bool up_to =
      at_.tokens.begin > floor_ + 2 && sentence_->is(at_.tokens.begin - 1, "to") && sentence_->is(at_.tokens.begin - 2, "up");
  const std::uint32_t to = up_to ? at_.tokens.begin - 1 : before_;
  const bool behind_count = index_ > 0 && earlier_.back().kind == ReadingKind::kCount && figure().quantity != Quantity::kCount;
  if (!sentence_->is_any(to, {"to", "from"}) || (to <= floor_ && !behind_count)) return std::nullopt;
  const FoundEntry* moved = to <= floor_ ? nullptr : sentence_->last_before(FactList::kMovement, up_to ? to - 1 : to, floor_);
  // "raised its support for [279] projects to [$22 billion]": the object holds a number itself.
  const bool over_count = moved == nullptr && behind_count;
  if (over_count) moved = sentence_->last_before(FactList::kMovement, sentence_->figures()[index_ - 1].tokens.begin, clause_.begin);
  const bool has_object =
      moved != nullptr && moved->cell(kTakesObject) == "yes" && sentence_->role(moved->tokens.begin) != WordRole::kContent;
  if (!has_object) return std::nullopt;
  const bool it = moved->tokens.end < to && sentence_->role(moved->tokens.end) == WordRole::kPronoun;
  if (const MeasureReading* told = it ? reading_to_inherit() : nullptr; told != nullptr)
    return taken_over(is_relative() ? *told : level_of(*told), "fact.object_moved");
  const TokenRange object = phrase_at(*sentence_, behind_dates(moved->tokens.end));
  if (object.begin >= object.end || object.end > to || sentence_->role(object.end - 1) != WordRole::kContent) return std::nullopt;
  // "increased year on year to": no object.
  const std::uint32_t limit = over_count ? sentence_->figures()[index_ - 1].tokens.begin : to;
  if (over_count && (object.end >= limit || verb_before(*sentence_, to, limit) < to)) return std::nullopt;
  if (!over_count && (sentence_->is(object.end, "on") || complement_end(*sentence_, object.end) < to - (up_to ? 1U : 0U)))
    return std::nullopt;
  auto reading = last_measure(*sentence_, object.begin, limit);
  const bool alone = !reading && is_relative() && object.end == object.begin + 1 && sentence_->is(object.begin, "growth");
  if (alone) return growth_told_of();  // "cut growth to [3%]"
  if (!reading) reading = measure_of_phrase(*sentence_, object);
  reading->rule = "fact.object_moved";
  return reading;
}

// "a 5 percent rise in exports", "a 5 percent export growth": a noun of change stands behind.
std::optional<MeasureReading> MeasureFinder::growth_named_behind(TokenRange behind) const {
  if (const FoundEntry* whole = measure_ending_at(*sentence_, behind.end))
    return growth_of(listed_measure(*sentence_, *whole, behind.end - 1));
  // "a 5% drop [seen] in imports"
  const bool seen =
      sentence_->is(behind.end + 1, "in") && (sentence_->is(behind.end, "seen") || sentence_->view().word(behind.end).ends_with("ed"));
  const std::uint32_t link = behind.end + (seen ? 1 : 0);
  const bool completed = sentence_->is_any(link, {"in", "of"});
  const TokenRange of = completed ? phrase_at(*sentence_, behind_dates(link + 1)) : TokenRange{};
  auto completed_by = of.begin < of.end && measure_ending_at(*sentence_, of.end) == nullptr
                          ? last_measure(*sentence_, of.begin, complement_end(*sentence_, of.end))
                          : std::nullopt;
  if (completed_by) return growth_of(*std::move(completed_by));  // "an increase in the value of trade"
  // "a [9 percent] rise in Africa": of what was told of before
  const bool place = of.begin < of.end && base_form(*sentence_, of, false).empty();
  if (of.begin < of.end && !place) return growth_of(measure_of_phrase(*sentence_, of));
  if (place && last_told() != nullptr) {
    MeasureReading there = growth_of(taken_over(level_of(*last_told()), "fact.growth"));
    there.phrase_tokens = {of.begin, complement_end(*sentence_, of.end)};
    there.inherited = false;
    return there;
  }
  if (behind.end - behind.begin > 1) return growth_of(measure_of_phrase(*sentence_, {behind.begin, behind.end - 1}));
  return std::nullopt;
}

// "Capacity grew [63 GW]", "output fell [2 million tonnes]": what is produced or carried changed by so much.
bool MeasureFinder::moves_volume(std::uint32_t verb) const {
  const Dimension dimension = dimension_of(figure());
  const bool volume = dimension == Dimension::kPower || dimension == Dimension::kEnergy || dimension == Dimension::kMass;
  const FoundEntry* movement = volume && verb + 1 == at_.tokens.begin ? sentence_->covering(FactList::kMovement, verb) : nullptr;
  return movement != nullptr && movement->cell(kMovesMoney) == "moves" && sentence_->role(verb) == WordRole::kVerb &&
         !sentence_->is_any(verb, {"up", "down"});
}

// "stood at 5 million tonnes, down [2 million tonnes]".
bool MeasureFinder::moves_aside(std::uint32_t verb) const {
  const bool aside = figure().quantity == Quantity::kMeasure && sentence_->is_any(verb, {"up", "down"}) && verb > clause_.begin;
  return aside && sentence_->is(verb - 1, ",") && verb + 1 == at_.tokens.begin;
}

// "rose 5 percent", "fell $3 billion"; but "make up 5 percent", and "cut $3 billion" names the sum itself.
bool MeasureFinder::moves(std::uint32_t verb) const {
  const FoundEntry* movement = sentence_->covering(FactList::kMovement, verb);
  if (figure().quantity == Quantity::kMoney && movement != nullptr && movement->cell(kMovesMoney) == "moves") return true;
  if (moves_aside(verb) || moves_volume(verb)) return true;
  const bool makes_up = sentence_->is(verb, "up") && verb > floor_ && sentence_->covering(FactList::kShareVerb, verb - 1) != nullptr;
  return is_relative() && !makes_up && movement != nullptr;
}

// The text has been telling of something else than an economy.
bool MeasureFinder::tells_of_other_growth() const {
  if (context_ == nullptr || context_->id.starts_with("economy.")) return false;
  return context_->kind == ReadingKind::kGrowth || !context_->id.empty();
}

// "Ludlow Airport was up [5%]", where freight is told of: who moved is no measure. Any word may open a sentence with a capital.
bool MeasureFinder::is_proper(TokenRange phrase) const {
  if (phrase.begin >= phrase.end) return false;
  if (phrase.begin == sentence_->tokens().begin && sentence_->role(phrase.begin) != WordRole::kName) return false;
  for (std::uint32_t token = phrase.begin; token < phrase.end; ++token) {
    const char first = sentence_->view().word(token).front();
    if (sentence_->role(token) != WordRole::kName && (first < 'A' || first > 'Z')) return false;
  }
  return true;
}

// "growth of 5 percent" of nothing in particular, where the text isn't about a company: the economy's, or that of what it has been
// telling of.
std::optional<MeasureReading> MeasureFinder::growth_alone(std::uint32_t noun) const {
  const bool is_bare = sentence_->is_any(noun, {"growth", "expansion", "contraction"}) &&
                       (phrase_begin(*sentence_, noun, floor_) == noun || sentence_->covering(FactList::kStatusWord, noun - 1) != nullptr);
  if (!is_bare || (context_ != nullptr && context_->id.starts_with("company.")) || last_measure(*sentence_, floor_, at_.tokens.begin))
    return std::nullopt;
  return growth_told_of();
}

// Growth of what the text has been telling of, else of an economy: "Freight grew 8% at Lima and Cusco registered growth of [9%]".
MeasureReading MeasureFinder::growth_told_of() const {
  if (index_ > 0 && earlier_.back().kind == ReadingKind::kGrowth) return growth_of(taken_over(level_of(earlier_.back()), "fact.growth"));
  return tells_of_other_growth() ? growth_of(taken_over(level_of(*context_), "fact.growth")) : economic_growth();
}

// "Output at the field, in which Norvale has a stake, jumped [45%]": where the relative clause begins that the verb goes on behind; the
// sentence's begin where there is none.
std::uint32_t MeasureFinder::relative_before(std::uint32_t verb) const {
  const std::uint32_t begin = sentence_->tokens().begin;
  if (verb <= begin + 2 || !sentence_->is(verb - 1, ",")) return begin;
  for (std::uint32_t token = verb - 2; token > begin; --token) {
    if (!sentence_->is(token, ",")) continue;
    const bool relative = sentence_->is_any(token + 1, {"which", "whose", "who", "where"}) || sentence_->is(token + 2, "which");
    return relative ? token : begin;
  }
  return begin;
}

// "Growth was 9%, with small ports up [7%]": what grows was told of before the sentence, and its subjects are those who grow.
bool MeasureFinder::is_told_before() const {
  const MeasureReading& first = earlier_.front();
  const bool unnamed = first.inherited || first.phrase_tokens.begin == first.phrase_tokens.end;
  return unnamed && (!first.id.empty() || !first.level_id.empty());
}

// "mining fell by 9%; building works shrank by [6%]", "with farming down [1%]": a subject of the figure's own behind the one before.
std::optional<MeasureReading> MeasureFinder::own_subject(std::uint32_t verb) const {
  if (index_ == 0 || verb >= at_.tokens.begin) return std::nullopt;
  const std::uint32_t before = sentence_->figures()[index_ - 1].tokens.end;
  std::uint32_t end = verb;
  while (end > before && (sentence_->role(end - 1) == WordRole::kAdverb || sentence_->is_auxiliary(end - 1))) --end;
  const std::uint32_t begin = phrase_begin(*sentence_, end, before);
  std::uint32_t opening = begin;
  while (opening > before && sentence_->role(opening - 1) == WordRole::kDeterminer) --opening;
  const bool opens = opening > before && sentence_->is_any(opening - 1, {",", ";", "while", "with"});
  const bool joined = opening > before && sentence_->is(opening - 1, "and");
  if (begin >= end || (!opens && !joined) || sentence_->role(end - 1) != WordRole::kContent) return std::nullopt;
  const TokenRange own{begin, end};
  // ", allowing profit to rise"
  const bool leads_on = sentence_->is(opening - 1, ",") && sentence_->role(begin) == WordRole::kParticiple;
  const bool changes = sentence_->covering(FactList::kChangeNoun, end - 1) != nullptr || leads_on;
  if (changes || is_told_before() || is_proper(own) || refers_back(own) || names_speaker(own) || names_plan(own)) return std::nullopt;
  // ", the sharpest drop since a [2%] fall"
  if (sentence_->is(opening - 1, ",") && opening < begin) return std::nullopt;
  const bool listed = measure_ending_at(*sentence_, end) != nullptr;
  MeasureReading reading = listed ? measure_of_phrase(*sentence_, own) : part_of_told(earlier_.back(), own);
  return reading.phrase.size() < kShortestPhrase ? std::nullopt : std::optional(std::move(reading));
}

// "expects the bank to raise its interest rate by [2 points]": what the verb takes as its object.
std::optional<MeasureReading> MeasureFinder::growth_of_object(const FoundEntry& movement, std::uint32_t before) const {
  if (movement.cell(kTakesObject) != "yes" || movement.tokens.end >= before) return std::nullopt;
  if (auto of = last_measure(*sentence_, movement.tokens.end, before)) return growth_of(*std::move(of));
  // "Despite lower output it increased [the seats flown] by 2%"
  const TokenRange moved = phrase_at(*sentence_, movement.tokens.end);
  const bool object = moved.begin < moved.end && sentence_->role(movement.tokens.begin) == WordRole::kVerb &&
                      sentence_->role(movement.tokens.end) == WordRole::kDeterminer && sentence_->role(moved.end - 1) == WordRole::kContent;
  return object ? std::optional(growth_of(measure_of_phrase(*sentence_, moved))) : std::nullopt;
}

// "exports rose by 13%", "raised exports by 13%", "…, and fell 2%": the figure's verb tells what moved.
std::optional<MeasureReading> MeasureFinder::growth_of_what_moved(std::uint32_t before, std::uint32_t verb, bool by) const {
  const FoundEntry* movement = by ? sentence_->last_before(FactList::kMovement, before, floor_) : nullptr;
  if (auto of = movement != nullptr ? growth_of_object(*movement, before) : std::nullopt) return of;
  // "sending its shares up as much as [4%]"
  const FoundEntry* sent = !by && sentence_->is_any(before, {"up", "down"}) ? measure_ending_at(*sentence_, before) : nullptr;
  if (sent != nullptr && sent->tokens.begin > verb) return growth_of(listed_measure(*sentence_, *sent, verb));
  if (auto of = last_measure(*sentence_, floor_, verb)) return growth_of(*of);
  if (auto of = last_measure(*sentence_, sentence_->tokens().begin, relative_before(verb))) return growth_of(*std::move(of));
  if (auto of = by ? last_measure(*sentence_, verb, before) : std::nullopt) return growth_of(*of);
  if (auto of = subject_over_count(verb)) return growth_of(*std::move(of));
  const TokenRange object = movement != nullptr ? phrase_at(*sentence_, movement->tokens.end) : TokenRange{};
  if (object.begin < object.end && sentence_->role(object.end - 1) == WordRole::kContent)
    return growth_of(measure_of_phrase(*sentence_, object));
  if (auto own = own_subject(sentence_->is_any(before, {"up", "down"}) ? before : verb)) return growth_of(*std::move(own));
  const bool told_before = index_ > 0 && earlier_.back().kind != ReadingKind::kNone && earlier_.back().kind != ReadingKind::kRank;
  if (told_before) return growth_of(earlier_.back());
  return growth_of_subject(before, verb, by);
}

// What stands before the verb, in words that are no listed measure, or that only point to what was told of.
std::optional<MeasureReading> MeasureFinder::growth_of_subject(std::uint32_t before, std::uint32_t verb, bool by) const {
  const TokenRange of = phrase_before(*sentence_, subject_end(verb), floor_);
  // "It is a 28% increase"
  const bool opened = verb > clause_.begin && sentence_->is(verb - 1, "it");  // "Thus, it grew by [$3 million]"
  const bool pronoun = of.begin == of.end && (opened || sentence_->is_any(clause_.begin, {"it", "this", "that", "which"}));
  if (of.begin == of.end && !pronoun) return std::nullopt;
  if (pronoun) {
    if (auto main = subject_before_which()) return growth_of(*std::move(main));
  }
  // "Banks saw a decline of [$5 million]", where reserves are told of
  const bool acts =
      !by && sentence_->is(before, "of") && (sentence_->is(verb, "saw") || sentence_->covering(FactList::kSpeechVerb, verb) != nullptr);
  const MeasureReading* known = acts ? last_told() : nullptr;
  if (known != nullptr && (known->quantity == figure().quantity || is_share(figure().quantity)))
    return growth_of(taken_over(level_of(*known), "fact.growth"));
  const bool told_of = pronoun || refers_back(of) || (is_proper(of) && tells_of_other_growth());
  const MeasureReading* told = told_of ? last_told() : nullptr;  // none at the beginning of a text
  if (pronoun && told == nullptr) return std::nullopt;
  if (told != nullptr) return growth_of(taken_over(level_of(*told), "fact.growth"));
  // "a jump of [31%]": of what the figure before tells of
  const bool only_change = sentence_->covering(FactList::kChangeNoun, of.end - 1) != nullptr ||
                           (of.end == of.begin + 1 && sentence_->is_any(of.begin, {"similar", "further", "additional"}));
  const bool only_place = base_form(*sentence_, of, false).empty() && tells_of_other_growth();  // "Europe saw a [3%] rise"
  if ((only_change || only_place) && last_told() != nullptr) return growth_of(taken_over(level_of(*last_told()), "fact.growth"));
  MeasureReading moved = measure_of_phrase(*sentence_, of);
  return moved.phrase.size() < kShortestPhrase ? std::nullopt : std::optional(growth_of(std::move(moved)));
}

// "a cut of [25 basis points]": of the interest rate, where nothing else is named.
bool MeasureFinder::tells_of_basis_points() const {
  return figure().quantity == Quantity::kPercentagePoint && sentence_->is(at_.tokens.end - 2, "basis");
}

// "an after-tax gain of [$5 million]": what was earned, no growth.
std::optional<MeasureReading> MeasureFinder::gain_of_money() const {
  const bool gained = figure().quantity == Quantity::kMoney && sentence_->is(before_, "of") && before_ > clause_.begin &&
                      sentence_->is_any(before_ - 1, {"gain", "gains"});
  if (!gained) return std::nullopt;
  MeasureReading reading = unlisted_measure(*sentence_, {phrase_begin(*sentence_, before_ - 1, floor_), before_}, true);
  reading.rule = "fact.of_phrase";
  return reading;
}

// "a [$4 billion] or 19% rise": behind the same change in other words; else the figure's own end.
std::uint32_t MeasureFinder::end_with_other_words() const {
  const std::uint32_t end = at_.tokens.end;
  const auto figures = sentence_->figures();
  const bool other = index_ + 1 < figures.size() && sentence_->is(end, "or") && figures[index_ + 1].tokens.begin == end + 1;
  return other ? figures[index_ + 1].tokens.end : end;
}

// "a 5.7% annual [increase] in revenue", "a 5% year-on-year [rise]": the noun of change behind words that only describe it; empty where
// what changed is not named behind it.
TokenRange MeasureFinder::described_change() const {
  constexpr std::uint32_t kReach = 6;
  const std::uint32_t begin = at_.tokens.end;
  const std::uint32_t limit = std::min(begin + kReach, sentence_->tokens().end);
  for (std::uint32_t token = begin; token < limit; ++token) {
    const FoundEntry* noun = sentence_->covering(FactList::kChangeNoun, token);
    const std::uint32_t end = noun != nullptr ? noun->tokens.end : token;
    if (noun != nullptr && token > begin && sentence_->is(end, "in")) return {token, end};
    const bool describes = noun != nullptr || sentence_->is_any(token, {"-", "on", "over"}) ||
                           sentence_->is_any(token, {"annual", "year", "month", "quarter"});
    if (!describes) break;
    token = std::max(token, end == token ? token : end - 1);
  }
  return {};
}

// "a 5% [y/y increase] in revenue": the phrase behind the figure that ends with a noun of change; empty for none.
TokenRange MeasureFinder::change_behind() const {
  std::uint32_t next = end_with_other_words();
  while (next < clause_.end && sentence_->role(next) == WordRole::kAdverb) ++next;
  TokenRange behind = phrase_at(*sentence_, next);
  // "a 5% [drop] seen in imports"
  const bool seen = behind.begin + 2 == behind.end && sentence_->is(behind.begin + 1, "seen") && sentence_->is(behind.end, "in");
  if (seen) --behind.end;
  const bool in_phrase =
      behind.begin < behind.end && lexicon_->ending_at(sentence_->view(), FactList::kChangeNoun, behind.end, behind.begin);
  return in_phrase ? behind : described_change();
}

// "GDP growth of [5%]", "a cut of [25 basis points]": what the noun of change before the figure says by itself.
std::optional<MeasureReading> MeasureFinder::growth_named_before() const {
  // "with a projected GDP growth of 5%": a growth that the lists name.
  const FoundEntry* listed = measure_ending_at(*sentence_, before_);
  if (listed != nullptr && listed->tokens.begin >= floor_ && listed->cell(kId).ends_with("growth")) {
    MeasureReading reading = listed_measure(*sentence_, *listed, listed->tokens.begin);
    reading.kind = ReadingKind::kGrowth;
    reading.rule = "fact.growth";
    return reading;
  }
  // "is projecting earnings growth of 5%"
  const FoundEntry* grown = measure_ending_at(*sentence_, before_ - 1);
  if (grown != nullptr && grown->tokens.begin >= floor_) return growth_of(listed_measure(*sentence_, *grown, floor_));
  if (auto alone = growth_alone(before_ - 1)) return alone;
  const bool of_rate = tells_of_basis_points() && !last_measure(*sentence_, clause_.begin, at_.tokens.begin);
  return of_rate ? std::optional(growth_of(interest_rate())) : std::nullopt;
}

// "helped raise oil prices about [20%]": what a verb takes right before the figure.
std::optional<MeasureReading> MeasureFinder::growth_of_raised_object() const {
  const FoundEntry* object = is_relative() ? measure_ending_at(*sentence_, before_ + 1) : nullptr;
  if (object == nullptr || object->tokens.begin < floor_) return std::nullopt;
  std::uint32_t begin = phrase_begin(*sentence_, object->tokens.begin, floor_);
  while (begin > floor_ && sentence_->role(begin - 1) == WordRole::kDeterminer) --begin;
  const FoundEntry* moved = begin > floor_ ? sentence_->covering(FactList::kMovement, begin - 1) : nullptr;
  const bool raised = moved != nullptr && moved->cell(kTakesObject) == "yes" && sentence_->role(begin - 1) == WordRole::kVerb;
  return raised ? std::optional(growth_of(listed_measure(*sentence_, *object, begin))) : std::nullopt;
}

// "grew at a [5%] annual rate", "rose at an average rate of [5%]": how fast, behind a verb of movement.
bool MeasureFinder::is_annual_rate() const {
  if (!is_relative() || before_ == sentence_->tokens().end) return false;
  const TokenRange behind = phrase_at(*sentence_, at_.tokens.end);
  const auto is_pace = [&](std::uint32_t noun) { return sentence_->is_any(noun, {"rate", "pace", "clip", "speed"}); };
  const bool named_behind =
      behind.begin == at_.tokens.end && behind.begin < behind.end && is_pace(behind.end - 1) && sentence_->is(before_, "at");
  const bool named_before = sentence_->is(before_, "of") && before_ > clause_.begin && is_pace(before_ - 1);
  if (!named_behind && !named_before) return false;
  std::uint32_t at = named_behind ? before_ : phrase_begin(*sentence_, before_, clause_.begin);
  while (at > clause_.begin && sentence_->role(at - 1) == WordRole::kDeterminer) --at;
  if (named_before && (at <= clause_.begin || !sentence_->is(--at, "at"))) return false;
  return at > clause_.begin && sentence_->covering(FactList::kMovement, at - 1) != nullptr && sentence_->role(at - 1) == WordRole::kVerb;
}

// "grew by 13%", "an increase of 39 percent", "a 5 percent rise in exports".
std::optional<MeasureReading> MeasureFinder::growth() {
  if (!is_relative() && !is_amount()) return std::nullopt;
  const TokenRange behind = change_behind();
  const bool named_behind = behind.begin < behind.end;
  // "(5% year-on-year)", but "up from [47.8 million] year-on-year"
  const bool from_level = before_ != sentence_->tokens().end && sentence_->is(before_, "from");
  const bool noun_behind = named_behind || (!from_level && sentence_->covering(FactList::kChangeNoun, at_.tokens.end) != nullptr);
  // "after a $48 billion expansion": what it cost.
  const bool is_work = figure().quantity == Quantity::kMoney && sentence_->is(at_.tokens.end, "expansion");
  if (auto gain = gain_of_money()) return gain;
  // "increased its market share [0.4 percentage points]"
  const FoundEntry* object = before_ < sentence_->tokens().end ? measure_ending_at(*sentence_, before_ + 1) : nullptr;
  const FoundEntry* moved = object != nullptr ? sentence_->last_before(FactList::kMovement, object->tokens.begin, floor_) : nullptr;
  const bool moves_object = moved != nullptr && figure().quantity == Quantity::kPercentagePoint && moved->cell(kTakesObject) == "yes" &&
                            sentence_->role(moved->tokens.begin) == WordRole::kVerb;
  if (moves_object) return growth_of(listed_measure(*sentence_, *object, moved->tokens.end));
  if (is_work && sentence_->role(at_.tokens.begin - 1) == WordRole::kDeterminer) return std::nullopt;
  if (auto reading = named_behind ? growth_named_behind(behind) : std::nullopt) return reading;
  if (before_ == sentence_->tokens().end) return std::nullopt;
  if (auto of_noun = growth_of_noun_by()) return of_noun;
  const bool by = sentence_->is(before_, "by") && before_ > clause_.begin && moved_before(before_);
  const bool earned = !is_relative() && sentence_->is(before_ - 1, "gains");  // "one-time gains of [5,000]"
  const bool noun_before = sentence_->is(before_, "of") && before_ > clause_.begin && !earned &&
                           sentence_->covering(FactList::kChangeNoun, before_ - 1) != nullptr;
  const bool at_rate = is_annual_rate();
  const bool is_factor = figure().quantity == Quantity::kRatio && sentence_->covering(FactList::kMovement, at_.tokens.begin) != nullptr;
  if (!by && !moves(before_) && !noun_before && !is_factor && !noun_behind && !at_rate) return growth_of_raised_object();
  const bool completed_behind = noun_before && sentence_->is_any(at_.tokens.end, {"in", "of"});
  const TokenRange of = completed_behind ? phrase_at(*sentence_, behind_dates(at_.tokens.end + 1))
                        : is_factor      ? phrase_at(*sentence_, at_.tokens.end)
                                         : TokenRange{};
  if (of.begin < of.end) return growth_of(measure_of_phrase(*sentence_, of));
  if (auto named = noun_before ? growth_named_before() : std::nullopt) return named;
  if (auto aside = moves_aside(before_) ? last_measure(*sentence_, floor_, before_) : std::nullopt) return growth_of(*std::move(aside));
  const std::uint32_t verb = is_factor ? at_.tokens.begin : verb_before(*sentence_, at_.tokens.begin, clause_.begin);
  return growth_of_what_moved(before_, apposition_ > 0 ? std::min(verb, apposition_) : verb, by);
}

// "3.9 million tons (-8.1%)", "$5 billion (+3%)": a percentage with its sign, in brackets behind the level that changed.
std::optional<MeasureReading> MeasureFinder::signed_change() {
  const std::uint32_t begin = at_.tokens.begin;
  if (figure().quantity != Quantity::kPercent || index_ == 0 || begin <= sentence_->tokens().begin + 1) return std::nullopt;
  const bool plus = sentence_->is(begin, "+") || sentence_->is(begin - 1, "+");
  const bool negative = figure().value && figure().value->is_negative();
  const std::uint32_t bracket = sentence_->is(begin - 1, "+") ? begin - 2 : begin - 1;
  const MeasureReading& level = earlier_.back();
  if ((!plus && !negative) || !sentence_->is(bracket, "(") || level.kind == ReadingKind::kNone || level.kind == ReadingKind::kShare)
    return std::nullopt;
  MeasureReading reading = growth_of(level);
  reading.same_parties = true;
  reading.rule = "fact.signed";
  return reading;
}

// "rose 3.3 pct to 119.1 million": after growth, the level.
bool MeasureFinder::tells_level() const {
  const bool leads_to_level =
      sentence_->is_any(before_, {"to", "from", "at"}) || sentence_->covering(FactList::kLevelVerb, before_) != nullptr;
  return leads_to_level || !is_share(figure().quantity);
}

bool MeasureFinder::is_compared() const {
  return sentence_->is_any(before_, {"from", "to", "vs", "versus", "against", "with", "than", "and"});
}

}  // namespace attest
