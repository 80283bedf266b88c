#include "resolve/speaker.h"

#include <algorithm>

#include "base/ascii.h"

namespace attest {
namespace {

constexpr std::uint32_t kLongestApposition = 30;   // tokens between a name and the verb behind its apposition
constexpr std::uint32_t kLongestDescription = 20;  // tokens of a speaker's description behind a verb
constexpr std::uint32_t kLongestPhrase = 6;        // tokens of a noun phrase without a name
constexpr std::size_t kFarthestNames = 40;         // how many names back a pronoun looks

/// A name of another type may be what "the bank" calls a company.
bool fits_type(std::string_view type, std::string_view wanted) noexcept {
  return type == wanted || (wanted == "company" && type == "bank") || (wanted == "university" && type == "research") ||
         (wanted == "government" && type == "igo");
}

}  // namespace

void SpeakerFinder::read(const TokenView& view, std::span<const Mention> mentions) {
  view_ = view;
  mentions_ = mentions;
  places_.read(view, mentions);
  titles_.read(view, places_, mentions);
  last_person_.reset();
  last_body_.reset();
  last_group_.reset();
}

void SpeakerFinder::remember(const Speaker& speaker) {
  if (speaker.attribution.kind == AttributionKind::kPerson) last_person_ = speaker;
  if (speaker.attribution.kind == AttributionKind::kBody) last_body_ = speaker;
}

bool SpeakerFinder::is(std::uint32_t token, std::string_view word) const noexcept { return equal_in_any_case(view_.word(token), word); }

bool SpeakerFinder::is_quote(std::uint32_t token) const noexcept {
  const std::string_view word = view_.word(token);
  return word == "\"" || word == "“" || word == "”" || word == "''" || word == "«" || word == "»" || word == "’" || word == "'";
}

bool SpeakerFinder::ends_clause(std::uint32_t token) const noexcept {
  const std::string_view word = view_.word(token);
  return word == ";" || word == ":" || word == "—" || word == "." || word == "?" || word == "!" || is_quote(token);
}

Span SpeakerFinder::bytes_of(TokenRange tokens) const noexcept {
  return {view_.tokens[tokens.begin].begin, view_.tokens[tokens.end - 1].end};
}

/// Over adverbs, auxiliaries and dates between a subject and its verb: "the ministry on Monday also | said".
std::uint32_t SpeakerFinder::skip_back(std::uint32_t end, std::uint32_t limit) const {
  while (end > limit) {
    const std::string_view word = view_.word(end - 1);
    const std::string_view kind = lexicon_.function_class(view_, end - 1);
    if (const NamePlace* date = places_.date_ending_at(end); date != nullptr && date->tokens.begin > limit) {
      end = date->tokens.begin;
      if (lexicon_.function_class(view_, end - 1) == "preposition") --end;
    } else if (kind == "adverb" || kind == "auxiliary" ||
               (word.ends_with("ly") && word.size() > 4 && places_.covering(end - 1) == nullptr)) {
      --end;
    } else {
      break;
    }
  }
  return end;
}

std::optional<Speaker> SpeakerFinder::subject_of(TokenRange verb, TokenRange sentence) const {
  if (places_.covering(verb.begin) != nullptr) return std::nullopt;  // "United States"
  const std::uint32_t end = skip_back(verb.begin, sentence.begin);
  const bool after_quote = verb.begin > sentence.begin && is_quote(verb.begin - 1);
  const bool after_break = verb.begin == sentence.begin || after_quote || view_.word(verb.begin - 1) == ",";
  if (after_break && verb.end < sentence.end) {
    const NamePlace* next = places_.beginning_at(verb.end);
    if (next != nullptr || after_quote) {
      if (auto found = behind(verb.end, sentence)) return found;
    }
  }
  if (auto found = before(end, sentence)) return found;
  return after_break && verb.end < sentence.end ? behind(verb.end, sentence) : std::nullopt;
}

std::optional<Speaker> SpeakerFinder::before(std::uint32_t end, TokenRange sentence) const {
  if (end <= sentence.begin) return std::nullopt;
  constexpr std::uint32_t kAcronym = 3;  // tokens of "(NB)": "the Norvale Bank (NB) said"
  const bool brackets = end > sentence.begin + kAcronym && view_.word(end - 1) == ")" && view_.word(end - kAcronym) == "(";
  if (brackets) return before(end - kAcronym, sentence);
  if (view_.word(end - 1) == ",") return across_apposition(end - 1, sentence);
  if (const NamePlace* name = places_.ending_at(end)) return named_at_end(*name, sentence);
  if (const auto word = lexicon_.ending_at(view_, end, sentence.begin)) return described(*word, sentence, end);
  return std::nullopt;
}

/// "Ana Lopes, the mayor of Porto, said": back over the apposition to the name that it explains.
std::optional<Speaker> SpeakerFinder::across_apposition(std::uint32_t comma, TokenRange sentence) const {
  const std::uint32_t limit = std::max(sentence.begin, comma > kLongestApposition ? comma - kLongestApposition : 0);
  for (std::uint32_t i = comma; i-- > limit && !ends_clause(i);) {
    if (view_.word(i) != "," && view_.word(i) != "(") continue;
    const NamePlace* name = places_.ending_at(i);
    if (name == nullptr) continue;
    const bool opens = name->tokens.begin == sentence.begin;
    const std::string_view kind = opens ? std::string_view() : lexicon_.function_class(view_, name->tokens.begin - 1);
    if (kind == "preposition" || name_of(*name).kind == NameKind::kPlace) continue;
    return named(*name);
  }
  return std::nullopt;
}

/// What a name alone says: people and bodies speak, and places where they stand for their governments.
std::optional<Speaker> SpeakerFinder::named(const NamePlace& place) const {
  const Name& name = name_of(place);
  if (name.kind == NameKind::kPerson) return Speaker{{AttributionKind::kPerson, name.name}, mentions_[place.mention].bytes};
  if (name.kind == NameKind::kOrganisation || name.kind == NameKind::kPlace) {
    return Speaker{{AttributionKind::kBody, name.name}, mentions_[place.mention].bytes};
  }
  return std::nullopt;
}

/// A name right before the verb may complete a description: "analysts at Barclays", "officials in Beijing", "the president of Peru".
std::optional<Speaker> SpeakerFinder::named_at_end(const NamePlace& place, TokenRange sentence) const {
  std::uint32_t begin = place.tokens.begin;
  if (begin > sentence.begin && lexicon_.function_class(view_, begin - 1) == "determiner") --begin;
  const bool completes = begin > sentence.begin && lexicon_.function_class(view_, begin - 1) == "preposition";
  if (!completes || name_of(place).kind == NameKind::kPerson) return named(place);
  const auto head = lexicon_.ending_at(view_, begin - 1, sentence.begin);
  if (!head) return name_of(place).kind == NameKind::kOrganisation ? named(place) : std::nullopt;
  if (name_of(place).kind == NameKind::kOrganisation) return named(place);
  const TokenRange phrase{phrase_of(*head, sentence.begin).begin, place.tokens.end};
  if (head->role == SpeakerRole::kTitle) return described_title(*head, phrase, place.tokens.end);
  return Speaker{{AttributionKind::kBody, std::string(view_.passage(phrase))}, bytes_of(phrase)};
}

/// The noun phrase that ends with the word, without its determiner.
TokenRange SpeakerFinder::phrase_of(const SpeakerWord& word, std::uint32_t limit) const {
  std::uint32_t begin = word.tokens.begin;
  while (begin > limit && word.tokens.end - begin < kLongestPhrase) {
    const Token& token = view_.tokens[begin - 1];
    const bool joins = view_.word(begin - 1) == "-" || view_.word(begin - 1) == "'s" || view_.word(begin - 1) == "’s";
    if (token.kind != TokenKind::kWord && token.kind != TokenKind::kAlphanumeric && !joins) break;
    if (!lexicon_.function_class(view_, begin - 1).empty()) break;
    const std::string_view text = view_.word(begin - 1);
    // "reported figures" is no part of the name, "United Nations officials" is.
    const bool capital = text.front() >= 'A' && text.front() <= 'Z' && view_.word(begin).front() >= 'A' && view_.word(begin).front() <= 'Z';
    if (!capital && (text.ends_with("ed") || text.ends_with("ing"))) break;
    --begin;
  }
  return {begin, word.tokens.end};
}

std::optional<Speaker> SpeakerFinder::described(const SpeakerWord& word, TokenRange sentence, std::uint32_t end) const {
  if (word.role == SpeakerRole::kHe || word.role == SpeakerRole::kIt || word.role == SpeakerRole::kThey) return meant_by(word, sentence);
  const TokenRange phrase = phrase_of(word, sentence.begin);
  if (word.role == SpeakerRole::kTitle) return described_title(word, phrase, end);
  if (word.role == SpeakerRole::kGroup) return Speaker{{AttributionKind::kBody, std::string(view_.passage(phrase))}, bytes_of(phrase)};
  return described_body(word, phrase, end);
}

std::optional<Speaker> SpeakerFinder::described_title(const SpeakerWord& word, TokenRange phrase, std::uint32_t end) const {
  if (const auto who = titles_.bearer(view_, word.tokens, end)) {
    return Speaker{{AttributionKind::kPerson, mentions_[*who].name()->name}, bytes_of(phrase)};
  }
  // "its chief economist", "the company spokesman": the body speaks through them.
  if (const NamePlace* name = places_.beginning_at(phrase.begin); name != nullptr && name_of(*name).kind == NameKind::kOrganisation) {
    return named(*name);
  }
  return Speaker{{AttributionKind::kPerson, std::string(view_.passage(phrase))}, bytes_of(phrase)};
}

/// "[customs] provisional figures": without words that only describe the figures; those of a name stay ("Economic Planning Board").
TokenRange SpeakerFinder::without_description(TokenRange phrase) const {
  const auto is_small = [&](std::uint32_t token) { return !view_.tokens[token].has(token_flag::kCapitalised); };
  while (phrase.begin < phrase.end && lexicon_.describes_report(view_, phrase.begin) &&
         (is_small(phrase.begin) || phrase.begin + 1 == phrase.end || is_small(phrase.begin + 1)))
    ++phrase.begin;
  while (phrase.begin < phrase.end && is_small(phrase.end - 1) && lexicon_.describes_report(view_, phrase.end - 1)) --phrase.end;
  return phrase;
}

/// "the ministry": the last one named; "customs data": whose data they are, or what spoke before.
std::optional<Speaker> SpeakerFinder::described_body(const SpeakerWord& word, TokenRange phrase, std::uint32_t end) const {
  const bool bare = phrase.begin == word.tokens.begin;
  if (word.role == SpeakerRole::kDocument) return bare ? last_body_ : owner_of_document(word, phrase);
  if (bare) {
    if (auto found = nearest_body(word.type, end)) return found;
  }
  if (phrase.begin >= phrase.end) return std::nullopt;
  return Speaker{{AttributionKind::kBody, std::string(view_.passage(phrase))}, bytes_of(phrase)};
}

/// "the bank's figures", "Taiwan's trade data": who owns them; "a new report" is what spoke before, "customs data" the customs'.
std::optional<Speaker> SpeakerFinder::owner_of_document(const SpeakerWord& word, TokenRange phrase) const {
  const NamePlace* name = places_.ending_at(word.tokens.begin);
  if (name != nullptr && name_of(*name).kind == NameKind::kOrganisation) return named(*name);
  phrase.end = word.tokens.begin;
  for (std::uint32_t token = phrase.end; token > phrase.begin + 1; --token) {
    if (!is(token - 1, "'s") && !is(token - 1, "’s")) continue;
    phrase.end = token - 1;
    if (const NamePlace* owner = places_.ending_at(phrase.end)) return named(*owner);
  }
  // "preliminary figures", "global data": whose they are, the text before says.
  phrase = without_description(phrase);
  if (phrase.begin == phrase.end) return last_body_;
  return Speaker{{AttributionKind::kBody, std::string(view_.passage(phrase))}, bytes_of(phrase)};
}

std::optional<Speaker> SpeakerFinder::meant_by(const SpeakerWord& pronoun, TokenRange sentence) const {
  std::optional<Speaker> found;
  if (pronoun.role == SpeakerRole::kHe) {
    found = nearest(NameKind::kPerson, sentence.begin);
    if (!found || (last_person_ && last_person_->bytes.begin > found->bytes.begin)) found = last_person_;
  } else if (pronoun.role == SpeakerRole::kIt) {
    found = last_body_ ? last_body_ : nearest(NameKind::kOrganisation, sentence.begin);
  } else {
    found = last_body_;
  }
  if (found) found->bytes = bytes_of(pronoun.tokens);
  return found;
}

/// Of the sentence before `token` that names one: its first, which is its subject more often than the others.
std::optional<Speaker> SpeakerFinder::nearest(NameKind kind, std::uint32_t token) const {
  const auto names = places_.names();
  auto last =
      std::lower_bound(names.begin(), names.end(), token, [](const NamePlace& name, std::uint32_t t) { return name.tokens.begin < t; });
  const NamePlace* found = nullptr;
  for (std::size_t steps = 0; last != names.begin() && steps < kFarthestNames; ++steps) {
    --last;
    if (name_of(*last).kind != kind) continue;
    const bool same_sentence = found == nullptr || mentions_[last->mention].sentence_chars == mentions_[found->mention].sentence_chars;
    if (!same_sentence) break;
    found = &*last;
  }
  return found == nullptr ? std::nullopt : named(*found);
}

std::optional<Speaker> SpeakerFinder::nearest_body(std::string_view type, std::uint32_t token) const {
  const auto names = places_.names();
  auto last =
      std::lower_bound(names.begin(), names.end(), token, [](const NamePlace& name, std::uint32_t t) { return name.tokens.begin < t; });
  for (std::size_t steps = 0; last != names.begin() && steps < kFarthestNames; ++steps) {
    --last;
    if (name_of(*last).kind == NameKind::kOrganisation && fits_type(name_of(*last).type, type)) return named(*last);
  }
  return std::nullopt;
}

/// How far a description that begins at a token can go.
std::uint32_t SpeakerFinder::limit_behind(std::uint32_t token, TokenRange sentence) const {
  const std::uint32_t limit = std::min(sentence.end, token + kLongestDescription);
  for (std::uint32_t i = token; i < limit; ++i) {
    const std::string_view word = view_.word(i);
    if (places_.covering(i) != nullptr) continue;  // "St. Petersburg"
    if (ends_clause(i) || word == "(") return i;
    if (word != ",") continue;
    const NamePlace* name = i + 1 < limit ? places_.beginning_at(i + 1) : nullptr;
    if (name == nullptr || name_of(*name).kind != NameKind::kPerson) return i;
  }
  return limit;
}

std::optional<Speaker> SpeakerFinder::behind(std::uint32_t token, TokenRange sentence) const {
  const std::uint32_t limit = limit_behind(token, sentence);
  while (token < limit && lexicon_.function_class(view_, token) == "determiner") ++token;
  if (auto person = unknown_person(token, limit)) return person;
  std::optional<SpeakerWord> word;
  const NamePlace* body = nullptr;
  const NamePlace* place = nullptr;
  for (std::uint32_t i = token; i < limit; ++i) {
    if (const NamePlace* name = places_.beginning_at(i)) {
      const NameKind kind = name_of(*name).kind;
      if (kind == NameKind::kPerson) return named(*name);
      if (kind == NameKind::kOrganisation && body == nullptr) body = name;
      if (kind == NameKind::kPlace && i == token) place = name;
      i = name->tokens.end - 1;
    } else if (!word) {
      word = lexicon_.beginning_at(view_, i, limit);
      if (word) i = word->tokens.end - 1;
    } else if (body != nullptr) {
      break;
    }
  }
  if (body != nullptr) return named(*body);
  if (word) return described(*word, {token, limit}, word->tokens.end);
  return place != nullptr ? named(*place) : std::nullopt;
}

/// "…, said Oriane Vel of the harbour union", "according to Kestrel,": capitalised words that no list knows name a person, or behind
/// "according to" a body where it is one word.
std::optional<Speaker> SpeakerFinder::unknown_person(std::uint32_t token, std::uint32_t limit) const {
  std::uint32_t end = token;
  while (end < limit && places_.covering(end) == nullptr && !lexicon_.beginning_at(view_, end, limit) &&
         view_.tokens[end].kind == TokenKind::kWord && view_.tokens[end].has(token_flag::kCapitalised) &&
         lexicon_.function_class(view_, end).empty())
    ++end;
  constexpr std::uint32_t kFewest = 2;
  constexpr std::uint32_t kMost = 4;
  const bool alone = end - token == 1 && (end == limit || view_.word(end) == "," || view_.word(end) == ".");
  const bool goes_on = end < limit && places_.covering(end) != nullptr && view_.word(end - 1) != ",";
  if ((end - token < kFewest && !alone) || end - token > kMost || goes_on) return std::nullopt;
  if (places_.date_ending_at(end) != nullptr || token == 0) return std::nullopt;  // "said Monday"
  const TokenRange name{token, end};
  const bool of_body = alone && (is(token - 1, "to") || is(token - 1, "by"));  // "according to Kestrel,"
  return Speaker{{of_body ? AttributionKind::kBody : AttributionKind::kPerson, std::string(view_.passage(name))}, bytes_of(name)};
}

}  // namespace attest
