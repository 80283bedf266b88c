// Figures that count: what is counted, and what was done to those.
#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "fact/measure_finder.h"
#include "fact/noun_phrase.h"
#include "value/noun.h"

namespace attest {
namespace {

constexpr std::uint32_t kReachOfWhole = 5;  // tokens: "of the town's nearly 200"

}  // namespace

// "in 63 and 17 cities respectively": what two joined numbers count; empty for none.
TokenRange MeasureFinder::joined_noun() const {
  const bool joined = figure().quantity == Quantity::kCount && figure().noun.empty() && sentence_->is_any(at_.tokens.end, {"and", "or"}) &&
                      index_ + 1 < sentence_->figures().size();
  if (!joined) return {};
  const MentionAt next = sentence_->figures()[index_ + 1];
  const Figure& counted = *mentions_[next.mention].figure();
  if (next.tokens.begin != at_.tokens.end + 1 || counted.quantity != Quantity::kCount || counted.noun.empty()) return {};
  return phrase_at(*sentence_, next.tokens.end);
}

// "38 of its 212 shops": what the next figure counts.
std::optional<MeasureReading> MeasureFinder::part_of_counted() {
  if (const TokenRange noun = joined_noun(); noun.begin < noun.end) return count_of(noun, {});
  const bool of = figure().quantity == Quantity::kCount && sentence_->is(at_.tokens.end, "of");
  if (!of || index_ + 1 >= sentence_->figures().size()) return std::nullopt;
  const MentionAt whole = sentence_->figures()[index_ + 1];
  const Figure& counted = *mentions_[whole.mention].figure();
  if (counted.noun.empty() || whole.tokens.begin > at_.tokens.end + kReachOfWhole) return std::nullopt;
  for (std::uint32_t token = at_.tokens.end + 1; token < whole.tokens.begin; ++token) {
    if (sentence_->role(token) == WordRole::kDate || sentence_->role(token) == WordRole::kMark) return std::nullopt;
  }
  const TokenRange phrase = phrase_at(*sentence_, whole.tokens.end);
  MeasureReading reading = count_of(phrase, counted.noun);
  if (const auto harm = harm_behind(reading.phrase_tokens.end, phrase.end)) return count_with(std::move(reading), *harm);
  const std::string done = participle_behind(phrase.end);
  if (!done.empty()) reading.phrase += " " + done;
  return reading;
}

// What is counted, its head in base form: "people killed" are of "person".
MeasureReading MeasureFinder::count_of(TokenRange phrase, std::string_view noun) const {
  MeasureReading reading = unlisted_measure(*sentence_, phrase, true);
  reading.kind = ReadingKind::kCount;
  const std::size_t head = reading.phrase.find_last_of(' ') + 1;
  const std::string word = ascii_lowered(sentence_->view().word(phrase.end - 1));
  if (const auto singular = lexicon_->cell_of(FactList::kIrregularPlural, word, 0))
    reading.phrase.replace(head, std::string::npos, *singular);
  auto id = noun.empty() ? std::nullopt : lexicon_->cell_of(FactList::kCountedMeasure, noun, 0);
  if (!id) id = lexicon_->cell_of(FactList::kCountedMeasure, std::string_view(reading.phrase).substr(head), 0);
  if (id) reading.id = *id;
  reading.rule = "fact.counted";
  return reading;
}

// "Imports of cars doubled to 11,400 units", "the death toll rose to 84 people": the level of what moved.
std::optional<MeasureReading> MeasureFinder::level_of_subject() const {
  const bool after_growth = index_ > 0 && sentence_->is(before_, "to") && earlier_.back().kind == ReadingKind::kGrowth;
  if (after_growth && !earlier_.back().level_phrase.empty()) {
    return taken_over(level_of(earlier_.back()), "fact.inherited");
  }
  const bool by = sentence_->is(before_, "by") && moved_before(before_);
  const bool to_level = (by || sentence_->is_any(before_, {"to", "from"})) && verb_before(*sentence_, before_, floor_) < before_;
  if (!to_level) return std::nullopt;
  const FoundEntry* moved = sentence_->last_before(FactList::kMovement, before_, floor_);
  if (moved == nullptr) return std::nullopt;
  auto reading = last_measure(*sentence_, floor_, moved->tokens.begin);
  if (reading && by) return growth_of(*std::move(reading));
  if (reading) reading->rule = "fact.subject";
  return reading;
}

// "350,000 families live off it": what is counted ends with its plural.
TokenRange MeasureFinder::until_noun(TokenRange phrase) const {
  for (std::uint32_t token = phrase.begin; token + 1 < phrase.end; ++token) {
    const std::string_view word = sentence_->view().word(token);
    const bool modifies = sentence_->view().word(token + 1).ends_with("s") && sentence_->role(token + 1) == WordRole::kContent;
    if (word.ends_with("s") && singular_of(word) == figure().noun && !modifies) return {phrase.begin, token + 1};
    // "350,000 people face hunger"
    if (!modifies && sentence_->is_any(token, {"people", "children", "men", "women"})) return {phrase.begin, token + 1};
  }
  return phrase;
}

// "[six] soldiers and four civilians | were killed": behind the counts that the next ones are joined to.
std::uint32_t MeasureFinder::behind_joined(std::uint32_t phrase) const {
  for (std::size_t next = index_ + 1; next < sentence_->figures().size(); ++next) {
    const MentionAt other = sentence_->figures()[next];
    const Figure& counted = *mentions_[other.mention].figure();
    const bool joins = sentence_->is_any(phrase, {"and", ","}) && significant_before(other.tokens.begin) == phrase;
    const TokenRange behind = joins ? phrase_at(*sentence_, other.tokens.end) : TokenRange{};
    if (counted.quantity != Quantity::kCount || behind.begin >= behind.end) break;
    phrase = behind.end;
  }
  return phrase;
}

// "[40] people, most of them children, | have died": behind what two commas insert; where it begins, for nothing.
std::uint32_t MeasureFinder::behind_inserted(std::uint32_t comma) const {
  if (!sentence_->is(comma, ",")) return comma;
  constexpr std::uint32_t kLongestInsertion = 16;  // tokens
  const bool opens =
      sentence_->is_any(comma + 1, {"including", "most", "among", "many"}) || sentence_->role(comma + 1) == WordRole::kFigure;
  const std::uint32_t limit = opens ? std::min(clause_.end, comma + kLongestInsertion) : comma;
  for (std::uint32_t token = comma + 1; token < limit; ++token) {
    if (sentence_->is(token, ",")) return token + 1;
    if (sentence_->role(token) == WordRole::kVerb) return comma;
  }
  return comma;
}

// "[40] of the town's 200 houses were burned": of the figure before, which counts a part of these.
bool MeasureFinder::is_whole_of_part() const {
  if (index_ == 0 || earlier_.back().kind != ReadingKind::kCount) return false;
  const std::uint32_t of = sentence_->figures()[index_ - 1].tokens.end;
  return sentence_->is(of, "of") && at_.tokens.begin <= of + kReachOfWhole;
}

// "18,800 people have been [killed]", "2 million people displaced by the war", "181 others are [missing]", "1,300 people are reported
// [injured]": what was done to those counted.
std::optional<MeasureFinder::Harm> MeasureFinder::harm_behind(std::uint32_t complement, std::uint32_t phrase) const {
  for (std::uint32_t first : {phrase, complement, behind_joined(phrase), behind_inserted(complement), behind_groups(complement)}) {
    // "15 people who were injured"
    const bool relative = sentence_->is(first, "who");
    const std::uint32_t limit = relative ? sentence_->tokens().end : clause_.end;
    if (relative) ++first;
    std::uint32_t token = first;
    if (sentence_->is(token, "to")) ++token;  // "caused a million people to flee"
    while (token < limit && (sentence_->role(token) == WordRole::kAdverb || sentence_->is_auxiliary(token))) ++token;
    const bool told = token > first && token + 1 < limit && sentence_->covering(FactList::kSpeechVerb, token) != nullptr;
    if (told) ++token;
    if (token >= limit) continue;
    if (auto harm = harm_at(token, token > first)) return harm;
  }
  return std::nullopt;
}

// "[14] militants, including six foreigners and three commanders | were killed": behind the groups that are named of them.
std::uint32_t MeasureFinder::behind_groups(std::uint32_t comma) const {
  if (!sentence_->is(comma, ",") || !sentence_->is(comma + 1, "including") || index_ + 1 >= sentence_->figures().size()) return comma;
  const MentionAt first = sentence_->figures()[index_ + 1];
  if (first.tokens.begin != comma + 2) return comma;
  std::uint32_t end = phrase_at(*sentence_, first.tokens.end).end;
  for (std::size_t next = index_ + 2; next < sentence_->figures().size() && sentence_->is_any(end, {"and", ","}); ++next) {
    const TokenRange other = sentence_->figures()[next].tokens;
    if (other.begin != end + 1) break;
    end = phrase_at(*sentence_, other.end).end;
  }
  return end;
}

// "Killed", "suffered minor injuries", or a state: "missing", "survived the crash", and no noun that goes on.
std::optional<MeasureFinder::Harm> MeasureFinder::harm_at(std::uint32_t token, bool behind_verb) const {
  const std::string word = ascii_lowered(sentence_->view().word(token));
  const FoundEntry* verb = sentence_->covering(FactList::kMeasureVerb, token);
  // "[One] strike killed 18 people": it kills others.
  std::uint32_t next = token + 1;
  while (sentence_->is_any(next, {"and", "or"}) || sentence_->covering(FactList::kFigureHedge, next) != nullptr ||
         (sentence_->covering(FactList::kMeasureVerb, next) != nullptr && sentence_->view().word(next).ends_with("ed")))
    ++next;
  const bool has_object = token > 0 && !behind_verb && sentence_->role(next) == WordRole::kFigure && !sentence_->is(next - 1, "and");
  const bool harms = verb != nullptr && verb->cell(kId).starts_with("conflict.") && !has_object &&
                     (word.ends_with("ed") || (behind_verb && !word.ends_with("ing")) ||
                      (verb->cell(kId) == "conflict.displaced" && verb->tokens.begin == token));
  if (harms) return Harm{verb->cell(kId), verb->tokens.end > verb->tokens.begin + 1 ? "injured" : word};
  const bool predicate = word.ends_with("ed") || word == "missing" || (word == "dead" && behind_verb);
  const bool goes_on = token + 1 < sentence_->tokens().end && sentence_->role(token + 1) == WordRole::kContent;
  if (!predicate || goes_on) return std::nullopt;
  const auto state = lexicon_->cell_of(FactList::kCountedMeasure, word, 0);
  return state && state->starts_with("conflict.") ? std::optional(Harm{*state, word}) : std::nullopt;
}

// The count of those to whom that was done: "person injured".
MeasureReading MeasureFinder::count_with(MeasureReading counted, const Harm& harm) {
  counted.id = harm.id;
  if (!harm.word.empty()) counted.phrase += " " + harm.word;
  return counted;
}

// "aged under [5]", "in age from [3] to 89": how old those told of are.
bool MeasureFinder::is_aged() const {
  if (figure().quantity != Quantity::kCount) return false;
  // "in age from [3] to 89"
  const bool other_end = index_ > 0 && before_ == sentence_->figures()[index_ - 1].tokens.end && sentence_->is(before_, "to");
  const std::uint32_t first = other_end ? significant_before(sentence_->figures()[index_ - 1].tokens.begin) : before_;
  const std::uint32_t word = sentence_->is_any(first, {"from", "between", "under", "over"}) ? first - 1 : first;
  return sentence_->is_any(word, {"age", "aged", "ages"}) && (figure().noun.empty() || sentence_->is(at_.tokens.end, "years"));
}

// "67 dead, [20] missing", "[116] more still unaccounted for", "[two million] are homeless": people, though the noun is left out.
std::optional<MeasureReading> MeasureFinder::people_elided() {
  const bool other_noun = !figure().noun.empty() && !sentence_->is(at_.tokens.end, figure().noun);
  if (figure().quantity != Quantity::kCount || other_noun) return std::nullopt;
  std::uint32_t token = at_.tokens.end;
  if (sentence_->is_any(token, {"more", "others"})) ++token;
  while (sentence_->role(token) == WordRole::kAdverb || sentence_->is_auxiliary(token) || sentence_->is(token, "still") ||
         (sentence_->is_any(token, {"confirmed", "feared", "presumed", "reported"}) && sentence_->is_any(token + 1, {"dead", "missing"})))
    ++token;
  const FoundEntry* verb = sentence_->covering(FactList::kMeasureVerb, token);
  // "12 were injured", "45 people were killed and [120] wounded"
  const bool after_harm = index_ > 0 && earlier_.back().id.starts_with("conflict.") && sentence_->is_any(before_, {"and", ",", "while"});
  const bool harmed = verb != nullptr && verb->cell(kId).starts_with("conflict.") && verb->tokens.end == token + 1 &&
                      sentence_->view().word(token).ends_with("ed") && (token > at_.tokens.end || after_harm);
  const bool stated = sentence_->is(token, "dead") || sentence_->is_any(token, {"missing", "homeless", "unaccounted"});
  if (!stated && !harmed) return std::nullopt;
  const WordRole behind = sentence_->role(token + 1);
  const bool told = harmed && token > at_.tokens.end;  // "52 were injured nationwide"
  if (!told && (behind == WordRole::kContent || behind == WordRole::kName)) return std::nullopt;
  const std::string word = ascii_lowered(sentence_->view().word(token));
  MeasureReading reading = people();
  if (const auto id = lexicon_->cell_of(FactList::kCountedMeasure, word, 0)) reading.id = *id;
  if (harmed) reading.id = verb->cell(kId);
  reading.phrase += " " + word;
  reading.phrase_tokens = {token, complement_end(*sentence_, token + 1)};
  reading.rule = "fact.counted";
  return reading;
}

// "the killing of [15] villagers and the injuring of [13] others": what was done to them stands before; none for nothing.
std::optional<MeasureFinder::Harm> MeasureFinder::harm_before() const {
  if (!sentence_->is(before_, "of") || before_ <= clause_.begin) return std::nullopt;
  const FoundEntry* verb = sentence_->covering(FactList::kMeasureVerb, before_ - 1);
  if (verb == nullptr || !verb->cell(kId).starts_with("conflict.")) return std::nullopt;
  std::string done = ascii_lowered(sentence_->view().word(verb->tokens.begin));
  constexpr std::string_view kGerund = "ing";
  if (done.ends_with(kGerund)) done.replace(done.size() - kGerund.size(), kGerund.size(), "ed");
  if (verb->cell(kId) == "conflict.deaths" && !done.ends_with("ed")) done = "killed";  // "the massacre of"
  return Harm{verb->cell(kId), std::move(done)};
}

MeasureReading MeasureFinder::people() { return reading_named(ReadingKind::kCount, "people.count", "person", "fact.counted"); }

// "killed 12 civilians, including [3] children, and [4] soldiers": those whom commas and "and" join to the ones harmed before.
std::optional<MeasureFinder::Harm> MeasureFinder::harm_of_group(TokenRange phrase) const {
  const bool people = phrase.begin < phrase.end && sentence_->covering(FactList::kPersonNoun, phrase.end - 1) != nullptr;
  if (!people || index_ == 0 || earlier_.back().kind != ReadingKind::kCount || !earlier_.back().id.starts_with("conflict."))
    return std::nullopt;
  const std::uint32_t end = sentence_->figures()[index_ - 1].tokens.end;
  bool joined = false;
  for (std::uint32_t token = end; token < at_.tokens.begin; ++token) {
    const WordRole role = sentence_->role(token);
    const bool links = sentence_->is_any(token, {"and", "including", ",", "as", "well"});
    joined = joined || links;
    const FoundEntry* verb = sentence_->covering(FactList::kMeasureVerb, token);
    const bool harms = verb != nullptr && verb->cell(kId) == earlier_.back().id;  // "52 were injured, including [five] officers"
    const bool within = links || harms || sentence_->is_auxiliary(token) || role == WordRole::kContent || role == WordRole::kName ||
                        role == WordRole::kAdverb || role == WordRole::kDeterminer || role == WordRole::kPossessive ||
                        sentence_->is_any(token, {"of", "in", "at", "least"});
    if (!within) return std::nullopt;
  }
  const std::string& told = earlier_.back().phrase;
  const std::size_t last = told.rfind(' ');
  const std::string word = last == std::string::npos ? std::string() : told.substr(last + 1);
  return joined ? std::optional(Harm{earlier_.back().id, word.ends_with("ed") ? word : std::string()}) : std::nullopt;
}

// "an annual capacity of [50,000] cars", "claimed [30] lives": the words before say what is counted.
std::optional<MeasureReading> MeasureFinder::named_before_count(TokenRange phrase) const {
  const FoundEntry* capacity = sentence_->is(before_, "of") ? measure_ending_at(*sentence_, before_) : nullptr;
  if (capacity != nullptr && capacity->cell(0) == "company.capacity") {
    MeasureReading made = listed_measure(*sentence_, *capacity, capacity->tokens.begin);
    made.rule = "fact.of_phrase";
    return made;
  }
  const bool lives = sentence_->is_any(before_, {"claimed", "claiming", "claims"}) && sentence_->is(phrase.begin, "lives");
  const bool lives_of = sentence_->is(before_, "of") && before_ > floor_ && sentence_->is(before_ - 1, "lives");
  // "the bodies of [11] miners"
  const bool of = sentence_->is(before_, "of") && before_ > clause_.begin;
  const bool bodies = of && sentence_->is_any(before_ - 1, {"bodies", "corpses", "remains", "death"});
  if (!lives && !lives_of && !bodies) return std::nullopt;
  MeasureReading dead = people();
  if (bodies) dead = count_of(until_noun(phrase), figure().noun);
  dead.id = "conflict.deaths";
  dead.phrase += " killed";
  dead.rule = "fact.counted";
  return dead;
}

// "a 6.5-magnitude quake", "a quake measured as magnitude-6.1": how strong it was.
std::optional<MeasureReading> MeasureFinder::strength() {
  const auto dash = [&](std::uint32_t token) { return sentence_->is_any(token, {"-", "‑", "–"}); };
  const std::uint32_t begin = at_.tokens.begin;
  const std::uint32_t end = at_.tokens.end;
  if (figure().quantity != Quantity::kCount || begin <= sentence_->tokens().begin) return std::nullopt;
  const std::uint32_t before = dash(begin - 1) && begin > sentence_->tokens().begin + 1 ? begin - 2 : begin - 1;
  if (!sentence_->is(before, "magnitude") && !sentence_->is(dash(end) ? end + 1 : end, "magnitude")) return std::nullopt;
  return reading_named(ReadingKind::kLevel, "", "magnitude", "fact.attribute");
}

// "[40,000] more people than a year before": the difference; "[40] more people": the count.
std::optional<MeasureReading> MeasureFinder::count_compared() const {
  const bool compares =
      dimension_of(figure()) == Dimension::kBare && sentence_->is_any(at_.tokens.end, {"more", "fewer", "extra", "additional"});
  const TokenRange compared = compares ? phrase_at(*sentence_, at_.tokens.end + 1) : TokenRange{};
  if (compared.begin >= compared.end) return std::nullopt;
  const std::uint32_t end = complement_end(*sentence_, compared.end);
  const bool than = sentence_->is(end, "than") && !sentence_->is_any(end - 1, {"more", "less"});  // not "100 more jets for more than"
  return than ? growth_of(count_of(compared, {})) : count_of(compared, {});
}

// "killed 100 people and left [128] others missing": more of those counted before.
std::optional<MeasureReading> MeasureFinder::count_of_others(TokenRange phrase) const {
  const MeasureReading* told = index_ > 0 ? &earlier_.back() : nullptr;
  if (figure().noun != "other" || told == nullptr || told->kind != ReadingKind::kCount) return std::nullopt;
  MeasureReading same = taken_over(told->id.starts_with("conflict.") ? people() : *told, "fact.counted");
  auto harm = harm_behind(phrase.end, phrase.end);
  if (!harm) harm = harm_before();
  return harm ? count_with(std::move(same), *harm) : same;
}

// "58 new commercial agreements".
std::optional<MeasureReading> MeasureFinder::counted() {
  if (auto compared = count_compared()) return compared;
  if (figure().quantity != Quantity::kCount || figure().noun.empty()) return std::nullopt;
  const bool of = sentence_->is(at_.tokens.end, "of");
  const TokenRange phrase = phrase_at(*sentence_, at_.tokens.end + (of ? 1 : 0));
  if (phrase.begin == phrase.end) return std::nullopt;
  if (auto level = level_of_subject()) return level;
  const bool exceeds = sentence_->is_any(phrase.begin, {"more", "fewer"}) && phrase.end > phrase.begin + 1 &&
                       sentence_->is(complement_end(*sentence_, phrase.end), "than");
  if (exceeds) return growth_of(count_of({phrase.begin + 1, phrase.end}, figure().noun));
  if (auto named = named_before_count(phrase)) return named;
  if (auto others = count_of_others(phrase)) return others;
  MeasureReading reading = count_of(until_noun(phrase), figure().noun);
  if (is_whole_of_part()) return reading;
  // "leaving [67] people dead"
  if (phrase.end > phrase.begin + 1 && sentence_->is(phrase.end - 1, "dead"))
    return count_with(count_of({phrase.begin, phrase.end - 1}, figure().noun), {"conflict.deaths", "dead"});
  auto harm = harm_before();
  if (!harm) harm = harm_behind(reading.phrase_tokens.end, phrase.end);
  const bool told_here = before_ != sentence_->tokens().end && sentence_->covering(FactList::kMeasureVerb, before_) != nullptr;
  if (!harm && !told_here)
    harm =
        harm_of_group({phrase.begin, reading.phrase_tokens.begin < reading.phrase_tokens.end ? std::min(phrase.end, until_noun(phrase).end)
                                                                                             : phrase.end});
  if (harm) return count_with(std::move(reading), *harm);
  tell_by_verbs(phrase, reading);
  return reading;
}

// What the verbs before and behind those counted say of them.
void MeasureFinder::tell_by_verbs(TokenRange phrase, MeasureReading& reading) const {
  const FoundEntry* verb = before_ == sentence_->tokens().end ? nullptr : sentence_->covering(FactList::kMeasureVerb, before_);
  // "losing [seven] soldiers"
  const bool loses = before_ != sentence_->tokens().end && sentence_->is_any(before_, {"lost", "losing", "lose", "loses"}) &&
                     phrase.begin < phrase.end && sentence_->covering(FactList::kPersonNoun, phrase.end - 1) != nullptr;
  if (loses) reading.id = "conflict.deaths";
  const bool tells_of_people = verb != nullptr && (verb->cell(kId).starts_with("conflict.") ||
                                                   (verb->cell(kId) == "company.employees" && reading.id == "people.count"));
  if (tells_of_people) reading.id = verb->cell(kId);
  // "produced 120,000 cars"
  const bool tells_of_goods =
      verb != nullptr &&
      (verb->cell(kId) == "economy.production" ||
       (verb->cell(kId).starts_with("trade.") && sentence_->view().word(before_).find("port") != std::string_view::npos));
  if (tells_of_goods && reading.id.empty()) reading.id = verb->cell(kId);
  // "another [16] bodies were recovered"
  std::uint32_t verb_at = phrase.end;
  while (sentence_->is_auxiliary(verb_at)) ++verb_at;
  const bool found = figure().noun == "body" && sentence_->is_any(verb_at, {"found", "discovered", "recovered", "retrieved"});
  if (found) reading.id = "conflict.deaths";
  std::string done = participle_behind(phrase.end);
  // "the floods have affected [30 million] people"
  const bool did = before_ != sentence_->tokens().end && sentence_->covering(FactList::kDoneParticiple, before_) != nullptr;
  if (done.empty() && did) done = ascii_lowered(sentence_->view().word(before_));
  const bool of_homes = reading.id == "energy.households";
  if (done.empty() || !(reading.id.empty() || of_homes || reading.id == "people.count")) return;
  if (of_homes) reading.id.clear();
  reading.phrase += " " + done;
}

// "1,200 houses were [damaged]": what was done to those counted; "" for nothing.
std::string MeasureFinder::participle_behind(std::uint32_t token) const {
  const std::uint32_t first = token;
  // "a poll of [1,200] adults was conducted": the verb of one.
  const bool of_one = sentence_->is_any(token, {"was", "is", "has"}) && figure().value && *figure().value != Decimal(1);
  if (of_one) return {};
  while (sentence_->role(token) == WordRole::kAdverb || sentence_->is_auxiliary(token)) {
    if (++token >= clause_.end) return {};
  }
  // "left 2,300 houses destroyed"
  const bool broken = token == first && sentence_->covering(FactList::kDoneParticiple, token) != nullptr;
  const bool passive = (token > first || broken) && sentence_->view().word(token).ends_with("ed") &&
                       sentence_->covering(FactList::kMovement, token) == nullptr &&
                       sentence_->covering(FactList::kSpeechVerb, token) == nullptr &&
                       sentence_->covering(FactList::kStatusWord, token) == nullptr;
  return passive || sentence_->is(token, "missing") ? ascii_lowered(sentence_->view().word(token)) : std::string();
}

}  // namespace attest
