#include "fact/measure/harm.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "fact/measure/phrase.h"
#include "fact/noun_phrase.h"

namespace attest::measure {
namespace {

// "[six] soldiers and four civilians | were killed": behind the counts that the next ones are joined to.
std::uint32_t behind_joined(const FigureView& figure, std::uint32_t phrase) {
  const FactSentence& sentence = figure.sentence();
  for (std::size_t next = figure.index() + 1; next < sentence.figures().size(); ++next) {
    const MentionAt other = sentence.figures()[next];
    const Figure& counted = figure.record(other);
    const bool joins = sentence.is_any(phrase, {"and", ","}) && significant_before(sentence, other.tokens.begin) == phrase;
    const TokenRange behind = joins ? phrase_at(sentence, other.tokens.end) : TokenRange{};
    if (counted.quantity != Quantity::kCount || behind.begin >= behind.end) break;
    phrase = behind.end;
  }
  return phrase;
}

// "[40] people, most of them children, | have died": behind what two commas insert; where it begins, for nothing.
std::uint32_t behind_inserted(const FigureView& figure, std::uint32_t comma) {
  const FactSentence& sentence = figure.sentence();
  if (!sentence.is(comma, ",")) return comma;
  constexpr std::uint32_t kLongestInsertion = 16;  // tokens
  const bool opens = sentence.is_any(comma + 1, {"including", "most", "among", "many"}) || sentence.role(comma + 1) == WordRole::kFigure;
  const std::uint32_t limit = opens ? std::min(figure.clause().end, comma + kLongestInsertion) : comma;
  for (std::uint32_t token = comma + 1; token < limit; ++token) {
    if (sentence.is(token, ",")) return token + 1;
    if (sentence.role(token) == WordRole::kVerb) return comma;
  }
  return comma;
}

// "[14] militants, including six foreigners and three commanders | were killed": behind the groups that are named of them.
std::uint32_t behind_groups(const FigureView& figure, std::uint32_t comma) {
  const FactSentence& sentence = figure.sentence();
  if (!sentence.is(comma, ",") || !sentence.is(comma + 1, "including") || !figure.has_next()) return comma;
  const MentionAt first = figure.next();
  if (first.tokens.begin != comma + 2) return comma;
  std::uint32_t end = phrase_at(sentence, first.tokens.end).end;
  for (std::size_t next = figure.index() + 2; next < sentence.figures().size() && sentence.is_any(end, {"and", ","}); ++next) {
    const TokenRange other = sentence.figures()[next].tokens;
    if (other.begin != end + 1) break;
    end = phrase_at(sentence, other.end).end;
  }
  return end;
}

// "Killed", "suffered minor injuries", or a state: "missing", "survived the crash", and no noun that goes on.
std::optional<Harm> harm_at(const FigureView& figure, std::uint32_t token, bool behind_verb) {
  const FactSentence& sentence = figure.sentence();
  const std::string word = ascii_lowered(sentence.view().word(token));
  const bool loses_life = sentence.is_any(token, {"lost", "lose"}) && sentence.role(token + 1) == WordRole::kDeterminer &&
                          sentence.is_any(token + 2, {"lives", "life"});
  if (loses_life) return Harm{"conflict.deaths", "killed"};
  const FoundEntry* verb = sentence.covering(FactList::kMeasureVerb, token);
  // "[One] strike killed 18 people": it kills others.
  std::uint32_t next = token + 1;
  bool joined = false;  // "20 killed and more than [300] injured": the next ones
  while (sentence.is_any(next, {"and", "or"}) || sentence.covering(FactList::kFigureHedge, next) != nullptr ||
         (sentence.covering(FactList::kMeasureVerb, next) != nullptr && sentence.view().word(next).ends_with("ed"))) {
    joined = sentence.is_any(next, {"and", "or"}) || (joined && sentence.covering(FactList::kFigureHedge, next) != nullptr);
    ++next;
  }
  const bool has_object = token > 0 && !behind_verb && sentence.role(next) == WordRole::kFigure && !joined;
  const bool of_people = verb != nullptr && (verb->cell(kId).starts_with("conflict.") || verb->cell(kId).starts_with("demography."));
  const bool harms = of_people && !has_object &&
                     (word.ends_with("ed") || (behind_verb && !word.ends_with("ing")) ||
                      (verb->cell(kId) == "conflict.displaced" && verb->tokens.begin == token));
  if (harms) return Harm{verb->cell(kId), verb->tokens.end > verb->tokens.begin + 1 ? "injured" : word};
  const bool predicate = word.ends_with("ed") || word == "missing" || (word == "dead" && behind_verb);
  const bool goes_on = token + 1 < sentence.tokens().end && sentence.role(token + 1) == WordRole::kContent;
  if (!predicate || goes_on) return std::nullopt;
  const auto state = figure.lexicon().cell_of(FactList::kCountedMeasure, word, 0);
  return state && state->starts_with("conflict.") ? std::optional(Harm{*state, word}) : std::nullopt;
}

// "[15] soldiers | were among the dead": where the state that they are in is named.
std::uint32_t among(const FactSentence& sentence, std::uint32_t token) {
  while (sentence.is_auxiliary(token)) ++token;
  const bool named = sentence.is(token, "among") && sentence.role(token + 1) == WordRole::kDeterminer;
  return named && sentence.is_any(token + 2, {"dead", "injured", "wounded", "missing", "killed"}) ? token + 2 : sentence.tokens().end;
}

// "drove [40,000] people from their homes"
bool leaves_home(const FactSentence& sentence, std::uint32_t from) {
  const std::uint32_t home = from + (sentence.role(from + 1) == WordRole::kDeterminer ? 2 : 1);
  return sentence.is(from, "from") && sentence.is_any(home, {"home", "homes", "houses", "villages"});
}

// "killed 12 people and affected [30,000]", "left 12 dead and [300] stranded": what else was done to people; {} for nothing.
std::string_view other_deed(const FigureView& figure, std::uint32_t behind) {
  const FactSentence& sentence = figure.sentence();
  const bool goes_on = figure.noun().empty() && !figure.is_first() && figure.earlier().back().kind != ReadingKind::kGrowth &&
                       figure.earlier().back().id.starts_with("conflict.");
  if (!goes_on) return {};
  const auto is_deed = [&](std::uint32_t token) {
    return sentence.covering(FactList::kDoneParticiple, token) != nullptr &&
           !sentence.is_any(token, {"damaged", "destroyed", "flattened", "flooded", "leveled", "levelled", "razed", "submerged"});
  };
  const WordRole next = sentence.role(behind + 1);
  if (is_deed(behind) && next != WordRole::kContent && next != WordRole::kName) return sentence.view().word(behind);
  return is_deed(figure.before()) ? sentence.view().word(figure.before()) : std::string_view();
}

}  // namespace

std::optional<MeasureReading> people_elided(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool other_noun = !figure.noun().empty() && !sentence.is(figure.end(), figure.noun());
  if (figure.quantity() != Quantity::kCount || other_noun) return std::nullopt;
  std::uint32_t token = figure.end();
  if (sentence.is_any(token, {"more", "others"})) ++token;
  while (sentence.role(token) == WordRole::kAdverb || sentence.is_auxiliary(token) || sentence.is(token, "still") ||
         (sentence.is_any(token, {"confirmed", "feared", "presumed", "reported"}) && sentence.is_any(token + 1, {"dead", "missing"})))
    ++token;
  const FoundEntry* verb = sentence.covering(FactList::kMeasureVerb, token);
  // "12 were injured", "45 people were killed and [120] wounded"
  const bool after_harm =
      !figure.is_first() && figure.earlier().back().id.starts_with("conflict.") && sentence.is_any(figure.before(), {"and", ",", "while"});
  const bool harmed = verb != nullptr && verb->cell(kId).starts_with("conflict.") && verb->tokens.end == token + 1 &&
                      sentence.view().word(token).ends_with("ed") && (token > figure.end() || after_harm);
  const bool stated = sentence.is(token, "dead") || sentence.is_any(token, {"missing", "homeless", "unaccounted"});
  if (leaves_home(sentence, figure.end())) {
    MeasureReading reading = count_with(people(), {"conflict.displaced", "displaced"});
    reading.phrase_tokens = {figure.end(), complement_end(sentence, figure.end())};
    return reading;
  }
  if (const std::string_view deed = stated || harmed ? std::string_view() : other_deed(figure, token); !deed.empty()) {
    MeasureReading reading = people();
    reading.phrase += " " + ascii_lowered(deed);
    return reading;
  }
  if (!stated && !harmed) return std::nullopt;
  const WordRole behind = sentence.role(token + 1);
  const bool told = harmed && token > figure.end();  // "52 were injured nationwide"
  if (!told && (behind == WordRole::kContent || behind == WordRole::kName)) return std::nullopt;
  const std::string word = ascii_lowered(sentence.view().word(token));
  MeasureReading reading = people();
  if (const auto id = figure.lexicon().cell_of(FactList::kCountedMeasure, word, 0)) reading.id = *id;
  if (harmed) reading.id = verb->cell(kId);
  reading.phrase += " " + word;
  reading.phrase_tokens = {token, complement_end(sentence, token + 1)};
  reading.rule = "fact.counted";
  return reading;
}

std::optional<Harm> harm_before(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (!sentence.is(figure.before(), "of") || figure.before() <= figure.clause().begin) return std::nullopt;
  const FoundEntry* verb = sentence.covering(FactList::kMeasureVerb, figure.before() - 1);
  if (verb == nullptr || !verb->cell(kId).starts_with("conflict.")) return std::nullopt;
  std::string done = ascii_lowered(sentence.view().word(verb->tokens.begin));
  constexpr std::string_view kGerund = "ing";
  if (done.ends_with(kGerund)) done.replace(done.size() - kGerund.size(), kGerund.size(), "ed");
  if (verb->cell(kId) == "conflict.deaths" && !done.ends_with("ed")) done = "killed";  // "the massacre of"
  return Harm{verb->cell(kId), std::move(done)};
}

std::optional<Harm> harm_behind(const FigureView& figure, std::uint32_t complement, std::uint32_t phrase) {
  const FactSentence& sentence = figure.sentence();
  for (std::uint32_t first :
       {phrase, complement, behind_joined(figure, phrase), behind_inserted(figure, complement), behind_groups(figure, complement)}) {
    if (leaves_home(sentence, first)) return Harm{"conflict.displaced", "displaced"};
    if (const std::uint32_t state = among(sentence, first); state < sentence.tokens().end) return harm_at(figure, state, true);
    // "15 people who were injured"
    const bool relative = sentence.is(first, "who");
    const std::uint32_t limit = relative ? sentence.tokens().end : figure.clause().end;
    if (relative) ++first;
    std::uint32_t token = first;
    if (sentence.is(token, "to")) ++token;  // "caused a million people to flee"
    while (token < limit && (sentence.role(token) == WordRole::kAdverb || sentence.is_auxiliary(token))) ++token;
    const bool told = token > first && token + 1 < limit && sentence.covering(FactList::kSpeechVerb, token) != nullptr;
    if (told) ++token;
    if (token >= limit) continue;
    if (auto harm = harm_at(figure, token, token > first)) return harm;
  }
  return std::nullopt;
}

std::optional<Harm> harm_of_group(const FigureView& figure, TokenRange phrase) {
  const FactSentence& sentence = figure.sentence();
  const bool people = phrase.begin < phrase.end && sentence.covering(FactList::kPersonNoun, phrase.end - 1) != nullptr;
  if (!people || figure.is_first() || figure.earlier().back().kind != ReadingKind::kCount ||
      !figure.earlier().back().id.starts_with("conflict."))
    return std::nullopt;
  const std::uint32_t end = figure.previous().tokens.end;
  bool joined = false;
  for (std::uint32_t token = end; token < figure.begin(); ++token) {
    const WordRole role = sentence.role(token);
    const bool links = sentence.is_any(token, {"and", "including", ",", "as", "well"});
    joined = joined || links;
    const FoundEntry* verb = sentence.covering(FactList::kMeasureVerb, token);
    const bool harms = verb != nullptr && verb->cell(kId) == figure.earlier().back().id;  // "52 were injured, including [five] officers"
    const bool within = links || harms || sentence.is_auxiliary(token) || role == WordRole::kContent || role == WordRole::kName ||
                        role == WordRole::kAdverb || role == WordRole::kDeterminer || role == WordRole::kPossessive ||
                        sentence.is_any(token, {"of", "in", "at", "least"});
    if (!within) return std::nullopt;
  }
  const std::string& told = figure.earlier().back().phrase;
  const std::size_t last = told.rfind(' ');
  const std::string word = last == std::string::npos ? std::string() : told.substr(last + 1);
  return joined ? std::optional(Harm{figure.earlier().back().id, word.ends_with("ed") ? word : std::string()}) : std::nullopt;
}

MeasureReading count_with(MeasureReading counted, const Harm& harm) {
  counted.id = harm.id;
  if (!harm.word.empty()) counted.phrase += " " + harm.word;
  return counted;
}

MeasureReading people() { return reading_named(ReadingKind::kCount, "people.count", "person", "fact.counted"); }

}  // namespace attest::measure
