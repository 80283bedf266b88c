// Figures that belong to their clause: its subject, its verb, or what was told before.
#include <algorithm>
#include <utility>

#include "fact/measure_finder.h"
#include "fact/noun_phrase.h"
#include "value/noun.h"

namespace attest {

// "At [$11.2 billion], quarterly revenues were up": of the subject behind the comma.
std::optional<MeasureReading> MeasureFinder::opening_amount() {
  const bool opens = index_ == 0 && is_amount() && before_ == sentence_->tokens().begin && sentence_->is_any(before_, {"at", "with"}) &&
                     sentence_->is(at_.tokens.end, ",");
  if (!opens) return std::nullopt;
  const TokenRange subject = phrase_at(*sentence_, behind_dates(at_.tokens.end + 1));
  const FoundEntry* measure = subject.begin < subject.end ? measure_ending_at(*sentence_, subject.end) : nullptr;
  if (measure == nullptr) return std::nullopt;
  MeasureReading reading = listed_measure(*sentence_, *measure, subject.begin);
  reading.rule = "fact.subject";
  return reading;
}

// Nothing nearer: what the sentence begins with.
std::optional<MeasureReading> MeasureFinder::opening_subject() {
  const std::uint32_t begin = sentence_->tokens().begin;
  std::uint32_t verb = begin;
  while (verb < at_.tokens.begin && sentence_->role(verb) != WordRole::kVerb) ++verb;
  if (verb == at_.tokens.begin || figure().quantity == Quantity::kCount) return std::nullopt;
  const TokenRange phrase = phrase_before(*sentence_, verb, begin);
  if (phrase.begin == phrase.end || names_speaker(phrase)) return std::nullopt;
  MeasureReading reading = measure_of_phrase(*sentence_, phrase);
  reading.rule = "fact.subject";
  return reading;
}

// Where the words of the subject may begin: "Shares in Norvale, which have gained [38 percent]" goes back to before "which".
std::uint32_t MeasureFinder::subject_floor() const {
  // "coal output fell, too: from [2 million tons] to 1.9 million"
  const bool explains = sentence_->is(clause_.begin, ":") && sentence_->is_any(clause_.begin + 1, {"from", "to", "by"});
  const bool relative =
      explains || (sentence_->is_any(clause_.begin, {"which", "who", "that"}) && clause_.begin > sentence_->tokens().begin);
  // "the number of people in the towns where it works could reach [300,000]"
  const bool goes_on = sentence_->is(clause_.begin, "where") && clause_.begin > sentence_->tokens().begin &&
                       sentence_->is_any(clause_.begin + 1, {"it", "they"}) && !sentence_->is(clause_.begin - 1, ",");
  if ((!relative && !goes_on) || floor_ > clause_.begin) return floor_;
  const std::uint32_t before = sentence_->clause_around(clause_.begin - 1).begin;
  return index_ > 0 ? std::max(before, sentence_->figures()[index_ - 1].tokens.end) : before;
}

// "up from 41 percent", "against $5 million": the other end of a comparison measures what the first does.
bool MeasureFinder::is_other_end() const {
  if (index_ == 0 || earlier_.back().quantity != figure().quantity || earlier_.back().kind == ReadingKind::kNone) return false;
  if (sentence_->is_any(before_, {"against", "versus", "vs"})) return true;
  if (sentence_->is(before_, "from"))
    return (sentence_->is_any(before_ - 1, {"up", "down"}) && !sentence_->is_auxiliary(before_ - 2)) ||
           before_ == sentence_->figures()[index_ - 1].tokens.end;
  if (sentence_->is(before_, "of") && before_ > floor_ && sentence_->is(before_ - 1, "ahead")) return true;
  return sentence_->is_any(before_, {"with", "to"}) && before_ > floor_ && sentence_->is(before_ - 1, "compared");
}

// "the funding [allocated] for these two projects": tells of its noun, without being the verb of a clause.
bool MeasureFinder::is_reduced_relative(std::uint32_t verb) const {
  const bool participle = verb > clause_.begin && verb + 1 < sentence_->tokens().end && sentence_->view().word(verb).ends_with("ed");
  return participle && sentence_->role(verb - 1) == WordRole::kContent && sentence_->is_any(verb + 1, {"for", "to", "in", "by"});
}

// "The price of a [100 gram] jar was cut to [£1.55]": the subject holds a figure itself.
std::optional<MeasureReading> MeasureFinder::subject_over_figure() {
  if (index_ == 0) return std::nullopt;
  const std::uint32_t other = sentence_->figures()[index_ - 1].tokens.begin;
  const std::uint32_t first = verb_before(*sentence_, other, clause_.begin);
  // "According to the customs, trade with the [five] countries rose to [$9 billion]": of the source, not of the subject.
  const bool cites = first != other && sentence_->is(first, "according");
  if (other <= clause_.begin || (first != other && !cites && !is_reduced_relative(first))) return std::nullopt;
  if (verb_before(*sentence_, at_.tokens.begin, other) == at_.tokens.begin) return std::nullopt;
  auto reading = last_measure(*sentence_, clause_.begin, other);
  if (reading) reading->rule = "fact.subject";
  return reading;
}

// "flows to Africa fell", where investment is told of.
bool MeasureFinder::names_flows(TokenRange phrase) const {
  if (!sentence_->is(phrase.begin, "flows") || (phrase.end > phrase.begin + 1 && !sentence_->is_any(phrase.begin + 1, {"to", "into"})))
    return false;
  const MeasureReading* told = last_told();
  return told != nullptr && (told->id.empty() ? told->level_id : told->id).starts_with("investment.");
}

// "this figure", "the indicator for the period": what was told of before.
bool MeasureFinder::refers_back(TokenRange phrase) const {
  if (sentence_->is_any(phrase.begin, {"same", "total"}) && phrase.begin + 1 < phrase.end) ++phrase.begin;
  if (phrase.begin >= phrase.end || last_told() == nullptr) return false;
  if (names_flows(phrase)) return true;
  if (phrase.begin == sentence_->tokens().begin) return false;
  const bool alone = phrase.end == phrase.begin + 1 && sentence_->is_any(phrase.begin, {"volume", "amount", "total", "index"});
  const bool names_figure = alone || sentence_->is_any(phrase.begin, {"figure", "figures", "indicator", "indicators"});
  return names_figure && (sentence_->role(phrase.begin - 1) == WordRole::kDeterminer ||
                          sentence_->is_any(phrase.begin - 1, {"that", "those", "same", "total"}));
}

// "has set a goal to obtain [$24 billion]": the subject is a plan of what was told of.
bool MeasureFinder::names_plan(TokenRange phrase) const {
  // "Third place is held by Peru ([$3 billion])"
  if (phrase.end == phrase.begin + 2 && sentence_->covering(FactList::kTradeRole, phrase.begin) != nullptr) ++phrase.begin;
  if (phrase.end != phrase.begin + 1 || last_told() == nullptr || last_told()->quantity != figure().quantity) return false;
  return sentence_->covering(FactList::kPlanNoun, phrase.begin) != nullptr ||
         sentence_->covering(FactList::kVagueHead, phrase.begin) != nullptr;
}

// "Tarvo accounted for [9 million tonnes]": of the amount that the text has told of.
std::optional<MeasureReading> MeasureFinder::part_of_level() const {
  const bool part = is_amount() && sentence_->is(before_, "for") && before_ > clause_.begin &&
                    sentence_->covering(FactList::kShareVerb, before_ - 1) != nullptr;
  if (!part || !told_.level || told_.level->quantity != figure().quantity) return std::nullopt;
  return taken_over(*told_.level, "fact.inherited");
}

// "The health ministry says it requires [1.2 million]": who speaks and acts is never what is measured.
bool MeasureFinder::names_speaker(TokenRange phrase) const {
  std::uint32_t head = phrase.begin;
  while (head + 1 < phrase.end && sentence_->role(head + 1) != WordRole::kPreposition) ++head;
  const FoundEntry* speaker = phrase.begin < phrase.end ? sentence_->covering(FactList::kSpeakerNoun, head) : nullptr;
  return speaker != nullptr && speaker->cell(0) != "data";
}

// The figure before, else the last one of the sentences before.
const MeasureReading* MeasureFinder::last_told() const {
  const MeasureReading* told = index_ > 0 ? &earlier_.back() : context_;
  return told != nullptr && told->kind != ReadingKind::kNone ? told : nullptr;
}

// "oil demand [growth] is put at 2 million barrels": of the measure in front of it.
bool MeasureFinder::grows_there(const MeasureReading& reading) const {
  for (std::uint32_t token = reading.phrase_tokens.begin; token < reading.phrase_tokens.end; ++token) {
    const FoundEntry* measure = measure_ending_at(*sentence_, token + 1);
    if (measure == nullptr) continue;
    const bool noun =
        sentence_->role(token + 1) == WordRole::kContent && sentence_->is_any(token + 1, {"growth", "increase", "decline", "fall"});
    return noun && measure->cell(kId) == reading.id;
  }
  return false;
}

// What was told of last is of the lists and of the figure's quantity.
bool MeasureFinder::goes_on_with_told() const {
  const MeasureReading* told = last_told();
  return told != nullptr && !told->id.empty() && told->quantity == figure().quantity;
}

// "The number of people displaced reached [5,000]": of those counted.
std::optional<MeasureReading> MeasureFinder::number_of_subject(std::uint32_t verb) const {
  std::optional<MeasureReading> reading;
  if (figure().quantity != Quantity::kCount || verb >= at_.tokens.begin) return reading;
  for (std::uint32_t token = subject_floor(); token + 1 < verb; ++token) {
    const bool number = sentence_->is(token, "number") && sentence_->is(token + 1, "of");
    const TokenRange of = number ? phrase_at(*sentence_, token + 2) : TokenRange{};
    if (of.begin >= of.end || of.end > verb) continue;
    reading = count_of(of, {});
    if (const auto harm = harm_behind(of.end, of.end)) reading = count_with(*std::move(reading), *harm);
  }
  return reading;
}

// "Analysts had expected [$1.35]": of what the text is telling.
bool MeasureFinder::is_expected() const {
  const FoundEntry* said = sentence_->covering(FactList::kSpeechVerb, before_);
  const bool expects =
      sentence_->is_any(before_, {"expected", "anticipated", "projected"}) || (said != nullptr && said->cell(0) == "forecast");
  return expects && (index_ == 0 ? context_ != nullptr : earlier_.back().kind == ReadingKind::kLevel);
}

// What stands before the verb and is in no list of measures; nothing where it only refers to what was told.
std::optional<MeasureReading> MeasureFinder::unlisted_subject(std::uint32_t verb) {
  const TokenRange phrase = phrase_before(*sentence_, subject_end(verb), floor_);
  const bool is_named = phrase.begin < phrase.end && sentence_->role(phrase.end - 1) != WordRole::kDate &&
                        base_form(*sentence_, phrase, false).size() >= kShortestPhrase;
  const bool is_number = is_named && sentence_->is(phrase.begin, "number") && sentence_->is(phrase.begin + 1, "of");
  if (auto told = pronoun_subject(verb)) return told;
  const bool is_growth = is_named && is_relative() && phrase.end - phrase.begin == 1 && sentence_->is(phrase.begin, "growth");
  if (is_growth) {
    MeasureReading growth = growth_told_of();
    growth.inherited = false;  // its own subject: whose it is, the sentence tells
    growth.flow = Flow::kNone;
    return growth;
  }
  if (refers_back(phrase) || names_plan(phrase) || names_speaker(phrase)) return std::nullopt;
  if (phrase.end == phrase.begin + 1 && sentence_->is(phrase.begin, "most")) return std::nullopt;  // "through most of the decade"
  if (auto part = part_of_level()) return part;
  // "The Greens stood at 24 percent": who is no measure, where shares are told of.
  const bool shares_go_on =
      is_share(figure().quantity) && context_ != nullptr && is_share(context_->quantity) && context_->kind != ReadingKind::kGrowth;
  // "which it runs could need": a pronoun's verb.
  const bool is_verb =
      phrase.begin > floor_ && phrase.end == phrase.begin + 1 && sentence_->is_any(phrase.begin - 1, {"it", "they", "he", "she"});
  if (!is_named || is_verb || (index_ == 0 && shares_go_on)) return std::nullopt;
  return is_number ? count_of({phrase.begin + 2, phrase.end}, {}) : unlisted_measure(*sentence_, phrase, false);
}

// "The surge held GDP growth to [2%]", "bringing trade to [$5 billion]": what another verb than one of movement takes to a level.
std::optional<MeasureReading> MeasureFinder::object_brought_to(std::uint32_t verb) const {
  if (!sentence_->is(before_, "to") || verb >= before_ || sentence_->covering(FactList::kMovement, verb) != nullptr) return std::nullopt;
  auto object = last_measure(*sentence_, std::max(floor_, verb + 1), before_);
  if (!object || sentence_->role(object->phrase_tokens.begin - 1) == WordRole::kPreposition) return std::nullopt;
  std::uint32_t end = object->phrase_tokens.end;
  while (end < before_ && (sentence_->role(end) == WordRole::kDate || sentence_->role(end) == WordRole::kPreposition ||
                           sentence_->role(end) == WordRole::kDeterminer || sentence_->role(end) == WordRole::kAdverb))
    ++end;
  return end == before_ ? object : std::nullopt;
}

// The measure that the clause is about, of the lists or of its subject's own words.
std::optional<MeasureReading> MeasureFinder::measure_of_subject(std::uint32_t verb) {
  // "Damage to the port, which serves two states, came to [$5 million]"
  const std::uint32_t relative = index_ == 0 ? relative_before(verb) : sentence_->tokens().begin;
  auto reading = relative > sentence_->tokens().begin ? last_measure(*sentence_, sentence_->tokens().begin, relative) : std::nullopt;
  if (!reading) reading = object_brought_to(verb);
  if (!reading) reading = last_measure(*sentence_, floor_, subject_end(verb));
  if (!reading) reading = last_measure(*sentence_, floor_, verb);
  // "Cash flow, which had been [$12 million]".
  if (!reading && subject_floor() < floor_) reading = last_measure(*sentence_, subject_floor(), clause_.begin);
  if (!reading) reading = last_measure(*sentence_, floor_, at_.tokens.begin);
  if (auto counted = number_of_subject(verb)) reading = std::move(counted);
  if (reading || is_expected()) return reading;
  // "Despite the war, it reached [$1 billion]": what was told of before.
  if (verb > clause_.begin && sentence_->is_any(verb - 1, {"it", "this", "that"}) && goes_on_with_told()) return std::nullopt;
  const bool follows_figure = index_ > 0 && floor_ > clause_.begin;
  return !follows_figure && verb < at_.tokens.begin ? unlisted_subject(verb) : std::nullopt;
}

// "comprises $20 million for the road project, [$4 million] for the port": the words between tell what the sum before is for.
bool MeasureFinder::is_next_sum() const {
  if (index_ == 0 || figure().quantity != Quantity::kMoney || earlier_.back().quantity != Quantity::kMoney) return false;
  const std::uint32_t end = sentence_->figures()[index_ - 1].tokens.end;
  const bool listed = before_ > end && sentence_->is_any(before_, {",", "and"});
  if (!listed || !sentence_->is(end, "for") || !sentence_->is(at_.tokens.end, "for")) return false;
  for (std::uint32_t token = end; token < before_; ++token) {
    if (sentence_->role(token) == WordRole::kVerb) return false;
  }
  return true;
}

// "Trade turnover between the two countries reached $8.57 billion".
std::optional<MeasureReading> MeasureFinder::subject() {
  if (is_other_end() || is_next_sum()) return std::nullopt;
  const std::uint32_t main_verb = verb_before(*sentence_, at_.tokens.begin, floor_);
  auto reading = measure_of_subject(apposition_ > 0 ? std::min(main_verb, apposition_) : main_verb);
  if (!reading) return std::nullopt;
  const bool complete = reading->inherited || reading->rule == "fact.growth";  // "Growth was [3%]": the economy's
  if (complete) return reading;
  if (reading->kind == ReadingKind::kLevel && grows_there(*reading)) return growth_of(*std::move(reading));
  const std::uint32_t begin = reading->phrase_tokens.begin;
  const bool of_share = is_share(figure().quantity) && reading->kind == ReadingKind::kLevel && begin >= floor_ + 2 &&
                        sentence_->is(begin - 1, "of") && sentence_->is_any(begin - 2, {"share", "proportion", "percentage"});
  if (of_share) {
    *reading = share_of(*reading, as_written(*sentence_, reading->phrase_tokens));
    reading->phrase_tokens.begin = phrase_begin(*sentence_, begin - 2, floor_);
  }
  extend_behind(*reading);
  reading->rule = "fact.subject";
  return reading;
}

// True where the words before the first verb name something: a noun, not only "it", "they" or a name.
bool MeasureFinder::names_subject() const {
  for (std::uint32_t token = clause_.begin; token < at_.tokens.begin; ++token) {
    const WordRole role = sentence_->role(token);
    if (role == WordRole::kVerb) return false;
    if (role == WordRole::kContent) return true;
  }
  return false;
}

// "with a 15.5% share (worth [$8.86bn])": the amount that the share comes to.
bool MeasureFinder::adjoins_share() const {
  if (index_ == 0 || earlier_.back().kind != ReadingKind::kShare || !is_amount()) return false;
  // "8% of the vote (10 seats), the Greens 7.6% ([9])": of those counted
  const bool counts =
      figure().quantity == Quantity::kCount &&
      std::any_of(earlier_.begin(), earlier_.end(), [](const MeasureReading& told) { return told.kind == ReadingKind::kCount; });
  if (counts) return false;
  std::uint32_t token = sentence_->figures()[index_ - 1].tokens.end;
  if (sentence_->is(token, "share")) ++token;
  return sentence_->is(token, "(") && at_.tokens.begin <= token + 3;
}

// "imported gas from Kenya ([380 million cubic meters]) and Chile": what the verb tells of, partner by partner.
std::optional<MeasureReading> MeasureFinder::in_brackets() {
  const bool bracketed = at_.tokens.begin > clause_.begin + 1 && sentence_->is(at_.tokens.begin - 1, "(") && !is_relative() &&
                         sentence_->role(at_.tokens.begin - 2) == WordRole::kName;
  if (!bracketed || index_ > 0 || last_measure(*sentence_, clause_.begin, at_.tokens.begin)) return std::nullopt;
  for (std::uint32_t token = at_.tokens.begin; token > clause_.begin; --token) {
    const FoundEntry* verb = sentence_->covering(FactList::kMeasureVerb, token - 1);
    if (verb == nullptr || sentence_->role(token - 1) != WordRole::kVerb || !fits(dimension_of(figure()), verb->cell(kVerbUnit))) continue;
    MeasureReading reading = verb_reading(*verb, verb->tokens.end);
    reading.rule = "fact.verb";
    return reading;
  }
  return std::nullopt;
}

// The last reading of a figure of the same quantity, else the one right before.
const MeasureReading* MeasureFinder::reading_to_inherit() const {
  if (adjoins_share()) return &earlier_.back();
  for (std::size_t i = index_; i > 0; --i) {
    const MeasureReading& reading = earlier_[i - 1];
    const bool joined = sentence_->is_any(before_, {"and", ","});
    const bool goes_to_level = i == index_ && !joined && reading.kind == ReadingKind::kGrowth && tells_level();
    if (reading.kind != ReadingKind::kNone && (reading.quantity == figure().quantity || goes_to_level)) return &reading;
  }
  const bool is_amount_here = figure().quantity == Quantity::kMoney || figure().quantity == Quantity::kMeasure;
  const bool ranked = context_ != nullptr && context_->kind == ReadingKind::kRank && is_amount_here;
  if (index_ == 0 && ranked && told_.level) return &*told_.level;
  // "…, with a share of 17 percent. France took [6.3 million tonnes]": no share, but of what is shared.
  const bool shared = index_ == 0 && context_ != nullptr && context_->kind == ReadingKind::kShare && is_amount_here;
  if (shared && told_.level && told_.level->quantity == figure().quantity) return &*told_.level;
  const bool context_fits = context_ != nullptr && context_->kind != ReadingKind::kNone && !ranked;
  if (context_fits && context_->quantity == figure().quantity) return context_;
  // "light for a million people, and adds [96 megawatts]": no part of those counted.
  const bool counted_before = index_ > 0 && earlier_[index_ - 1].kind == ReadingKind::kCount && figure().quantity == Quantity::kMeasure;
  if (counted_before) return nullptr;
  // "In [second] place was Peru, with [1.7 million tons]": of what the text is telling, not of the rank.
  const bool behind_rank = index_ > 0 && earlier_[index_ - 1].kind == ReadingKind::kRank && is_amount_here;
  if (behind_rank && told_.level && told_.level->quantity == figure().quantity) return &*told_.level;
  if (index_ > 0 && earlier_[index_ - 1].kind != ReadingKind::kNone) return &earlier_[index_ - 1];
  // Another quantity goes on with the text before only where the sentence names nothing of its own: "It cost $5 million."
  return context_fits && !names_subject() ? context_ : nullptr;
}

// "[Another 15] are being built", "[Eight more] are planned", "Of them, [20] are finished": more of what the sentence before counted.
std::optional<MeasureReading> MeasureFinder::counted_on() {
  const bool counts = index_ == 0 && context_ != nullptr && context_->kind == ReadingKind::kCount;
  if (!counts || figure().quantity != Quantity::kCount || !figure().noun.empty()) return std::nullopt;
  const std::uint32_t begin = sentence_->tokens().begin;
  const bool another = at_.tokens.begin > begin && sentence_->is_any(at_.tokens.begin - 1, {"another", "further"});
  const bool more = sentence_->is_any(at_.tokens.end, {"more", "others"});
  const bool of_those = sentence_->is_any(begin, {"of", "among"}) && sentence_->is_any(begin + 1, {"these", "them", "those", "which"});
  const bool acts = sentence_->role(at_.tokens.end + (more ? 1 : 0)) == WordRole::kVerb;
  return acts && (another || more || of_those) ? std::optional(taken_over(*context_, "fact.inherited")) : std::nullopt;
}

// "$5 billion, [$3 billion] of which were exports": what it is stands behind the verb.
std::optional<MeasureReading> MeasureFinder::predicate_of_part() const {
  const std::uint32_t end = at_.tokens.end;
  const bool part = sentence_->is(end, "of") && sentence_->is_any(end + 1, {"which", "them", "these"}) && sentence_->is_auxiliary(end + 2);
  const TokenRange named = part ? phrase_at(*sentence_, end + 3) : TokenRange{};
  const FoundEntry* measure = named.begin < named.end ? measure_ending_at(*sentence_, named.end) : nullptr;
  if (measure == nullptr) return std::nullopt;
  MeasureReading reading = listed_measure(*sentence_, *measure, named.begin);
  reading.rule = "fact.of_phrase";
  return reading;
}

// "…, up from $4.44 billion the year before": no words of its own.
std::optional<MeasureReading> MeasureFinder::inherited() {
  if (auto predicate = predicate_of_part()) return predicate;
  const MeasureReading* from = reading_to_inherit();
  if (from == nullptr) return std::nullopt;
  const bool is_bare = figure().quantity == Quantity::kCount && figure().noun.empty();
  if (is_bare && from == context_ && !is_compared()) return std::nullopt;
  // "has frozen [3 billion lira] of payments": names what it is.
  const std::uint32_t of = behind_conversion();
  const TokenRange named = from == context_ && is_amount() && sentence_->is(of, "of") ? phrase_at(*sentence_, of + 1) : TokenRange{};
  if (named.begin < named.end && sentence_->role(named.end - 1) == WordRole::kContent) {
    MeasureReading own = measure_of_phrase(*sentence_, named);
    own.rule = "fact.of_phrase";
    return own;
  }
  MeasureReading reading = *from;
  const bool of_counted = from->id == "agreements.count" || from->id == "investment.projects";
  const bool counts = from->kind == ReadingKind::kCount && from->quantity == Quantity::kCount;
  if (counts && from == context_ && !of_counted && figure().quantity == Quantity::kMoney) return std::nullopt;  // no sum of those counted
  if (of_counted && figure().quantity == Quantity::kMoney) reading = value_of_counted(*from);
  const bool is_part =
      is_share(figure().quantity) && (!figure().value || *figure().value < Decimal(1) || figure().quantity == Quantity::kPercent);
  if (is_part && index_ > 0 && from == &earlier_.back() && from->kind == ReadingKind::kCount) {
    reading = share_of(*from, from->phrase);  // "7,500 jobs, about one in ten"
    reading.level_id = from->id;
  }
  // "needs $85 million, but only [30 percent] has been received"
  const bool changes = figure().quantity == Quantity::kPercent && sentence_->is(before_, "by");  // "to $11.8 billion (that is, by [8%])"
  if (changes && from->kind == ReadingKind::kLevel && index_ > 0) return growth_of(*from);
  const bool of_amount = figure().quantity == Quantity::kPercent && reading.kind == ReadingKind::kLevel &&
                         (from->quantity == Quantity::kMoney || from->quantity == Quantity::kMeasure);
  if (of_amount) reading = share_of(*from, from->phrase);
  // "grew by 240 in Chad and [20] in Niger"
  const bool also_changed = reading.quantity == figure().quantity && sentence_->is_any(before_, {"and", ","});
  const bool returns_to_level = (!also_changed && reading.kind == ReadingKind::kGrowth && tells_level() &&
                                 !(is_relative() && reading.quantity == figure().quantity)) ||
                                (reading.kind == ReadingKind::kShare && !is_share(figure().quantity));
  if (returns_to_level) reading = level_of(std::move(reading));
  // "2,300 houses destroyed and [8,000] damaged"
  const std::string done = is_bare && from->kind == ReadingKind::kCount ? participle_behind(at_.tokens.end) : std::string();
  const std::size_t before = reading.phrase.rfind(' ');
  if (!done.empty() && before != std::string::npos && reading.phrase.ends_with("ed"))
    reading.phrase.replace(before + 1, std::string::npos, done);
  // A number without a noun goes on with a known measure only, or as the other end of a comparison.
  if (figure().quantity == Quantity::kCount && reading.id.empty() && done.empty() && !is_compared()) return std::nullopt;
  return taken_over(std::move(reading), "fact.inherited");
}

}  // namespace attest
