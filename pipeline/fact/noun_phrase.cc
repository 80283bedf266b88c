#include "fact/noun_phrase.h"

#include <algorithm>

#include "base/ascii.h"
#include "value/noun.h"

namespace attest {
namespace {

constexpr std::uint32_t kLongestComplement = 14;  // tokens

// "China-Kazakhstan": a hyphen without spaces joins two words to one modifier.
bool is_joining_hyphen(const FactSentence& sentence, std::uint32_t token) {
  if (token <= sentence.tokens().begin || token + 1 >= sentence.tokens().end) return false;
  const std::string_view mark = sentence.view().word(token);
  const bool is_hyphen = mark == "-" || mark == "–" || mark == "‑" || mark == "/" || mark == "&";
  return is_hyphen && !sentence.view().tokens[token].has(token_flag::kSpaceBefore) &&
         !sentence.view().tokens[token + 1].has(token_flag::kSpaceBefore);
}

// "state-owned", but not "49%-owned".
bool ends_compound(const FactSentence& sentence, std::uint32_t token) {
  const std::uint32_t begin = sentence.tokens().begin;
  return token > begin + 1 && is_joining_hyphen(sentence, token - 1) && sentence.role(token - 2) != WordRole::kFigure;
}

bool is_phrase_word(const FactSentence& sentence, std::uint32_t token) {
  const WordRole role = sentence.role(token);
  if (role == WordRole::kVerb) return ends_compound(sentence, token);
  return role == WordRole::kContent || role == WordRole::kName || role == WordRole::kParticiple || role == WordRole::kPossessive ||
         is_joining_hyphen(sentence, token);
}

bool is_prepositional(const FactSentence& sentence, std::uint32_t token) {
  return sentence.covering(FactList::kComplementWord, token) != nullptr;
}

// "(FDI)": a short form behind its name.
bool is_bracketed_word(const FactSentence& sentence, std::uint32_t token) {
  return sentence.is(token, "(") && sentence.is(token + 2, ")") && is_phrase_word(sentence, token + 1);
}

// "China and Kazakhstan", "oil and gas".
bool joins_phrases(const FactSentence& sentence, std::uint32_t token) {
  if (!sentence.is_any(token, {"and", "&"}) || token + 1 >= sentence.tokens().end) return false;
  if (sentence.is_any(token + 1, {"more", "less", "fewer"}) && sentence.is(token + 2, "than")) return false;  // "and more than half"
  return is_phrase_word(sentence, token + 1) || sentence.role(token + 1) == WordRole::kDeterminer;
}

// "between Chile[,] Central American states": headlines put a comma for "and".
bool joins_pair(const FactSentence& sentence, std::uint32_t comma) {
  std::uint32_t name = comma;
  while (name > sentence.tokens().begin && sentence.role(name - 1) == WordRole::kName) --name;
  const bool between = name < comma && name > sentence.tokens().begin && sentence.is(name - 1, "between");
  return between && is_phrase_word(sentence, comma + 1) && sentence.view().tokens[comma + 1].has(token_flag::kCapitalised);
}

// "Mali, the Gambia[,] and": the names before a comma stand behind another one.
bool in_row(const FactSentence& sentence, std::uint32_t comma) {
  std::uint32_t name = comma;
  while (name > sentence.tokens().begin && (sentence.role(name - 1) == WordRole::kName || sentence.role(name - 1) == WordRole::kDeterminer))
    --name;
  return name < comma && sentence.is(name - 1, ",");
}

// "for Kenya[,] Madagascar and the Gambia": a comma in a list of names that "and" closes.
bool lists_names(const FactSentence& sentence, std::uint32_t comma) {
  if (!sentence.is(comma, ",") || sentence.role(comma - 1) != WordRole::kName || comma + 1 >= sentence.tokens().end) return false;
  if (joins_pair(sentence, comma)) return true;
  const std::uint32_t limit = std::min(sentence.tokens().end, comma + kLongestComplement);
  bool closes = false;
  for (std::uint32_t token = comma + 1; token < limit; ++token) {
    const WordRole role = sentence.role(token);
    if (role == WordRole::kName && closes) return true;
    closes = closes || sentence.is(token, "and");
    const bool listed = role == WordRole::kName || role == WordRole::kDeterminer || sentence.is_any(token, {",", "and"});
    const bool last = sentence.is(token, "and") && in_row(sentence, comma);  // "Mali, Niger[,] and Chad"
    const bool opens = role == WordRole::kName || role == WordRole::kDeterminer || last;
    if (!listed || (token == comma + 1 && !opens)) return false;
  }
  return false;
}

bool is_percent_at(const FactSentence& sentence, std::uint32_t token) {
  const auto figures = sentence.figures();
  const auto here = std::find_if(figures.begin(), figures.end(), [&](const MentionAt& at) { return at.tokens.begin == token; });
  return here != figures.end() && sentence.is_any(here->tokens.end - 1, {"%", "percent", "pct", "cent"});
}

}  // namespace

std::uint32_t phrase_begin(const FactSentence& sentence, std::uint32_t end, std::uint32_t floor) {
  std::uint32_t begin = end;
  while (begin > std::max(floor, sentence.tokens().begin) && is_phrase_word(sentence, begin - 1)) --begin;
  // ", [dwarfing] Peru's trade volume": what the clause before does to it
  const bool does = begin + 1 < end && sentence.role(begin) == WordRole::kParticiple && sentence.view().word(begin).ends_with("ing") &&
                    sentence.role(begin + 1) == WordRole::kName && begin > sentence.tokens().begin && sentence.is(begin - 1, ",");
  return does ? begin + 1 : begin;
}

TokenRange phrase_at(const FactSentence& sentence, std::uint32_t token) {
  const std::uint32_t limit = sentence.tokens().end;
  while (token < limit && sentence.role(token) == WordRole::kDeterminer) ++token;
  std::uint32_t end = token;
  while (end < limit && is_phrase_word(sentence, end)) ++end;
  // "a road [connecting] Peru and Chad"
  for (std::uint32_t verb = token + 1; verb + 1 < end; ++verb) {
    const bool links = sentence.is_any(verb, {"connecting", "linking", "joining"}) && sentence.role(verb - 1) == WordRole::kContent;
    if (links && sentence.role(verb + 1) == WordRole::kName) end = verb;
    // "projects [involving] firms", "a loan [financing] roads"
    const bool tells =
        sentence.is_any(verb, {"involving", "covering", "supporting", "comprising", "spanning"}) ||
        (sentence.is_any(verb, {"financing", "funding"}) && sentence.is_any(verb - 1, {"loan", "loans", "grant", "grants", "credit"}) &&
         sentence.view().word(end - 1).ends_with("s"));
    if (tells && sentence.role(verb - 1) == WordRole::kContent) end = verb;
  }
  // A participle at the end is a verb: "projects [launched]", unless it is a measure: "new financing".
  while (end > token && sentence.role(end - 1) == WordRole::kParticiple && sentence.covering(FactList::kMeasure, end - 1) == nullptr) --end;
  return {token, end};
}

std::uint32_t complement_end(const FactSentence& sentence, std::uint32_t end) {
  const std::uint32_t limit = std::min(sentence.tokens().end, end + kLongestComplement);
  while (end < limit) {
    constexpr std::uint32_t kBracketedWord = 3;
    if (is_bracketed_word(sentence, end)) {
      end += kBracketedWord;
      while (end < limit && is_phrase_word(sentence, end)) ++end;
      continue;
    }
    const bool leads_on = is_prepositional(sentence, end) || joins_phrases(sentence, end) || lists_names(sentence, end);
    // "firms [registered in] Peru"
    const bool stands_there = sentence.role(end) == WordRole::kParticiple && sentence.is(end + 1, "in");
    if (!leads_on && !stands_there) break;
    const bool closes_list = sentence.is(end, ",") && sentence.is(end + 1, "and");
    const TokenRange next = phrase_at(sentence, end + (stands_there || closes_list ? 2 : 1));
    if (next.begin >= next.end || next.end > limit) break;
    // "half of the votes and Jon Hale [43%]", "52% of the students and men [49%]": whose figure stands behind
    const bool named = sentence.role(next.begin) == WordRole::kName && sentence.role(next.end - 1) == WordRole::kName;
    const bool has_own = sentence.is(end, "and") && sentence.role(next.end) == WordRole::kFigure;
    if (has_own && (named || is_percent_at(sentence, next.end))) break;
    end = next.end;
  }
  return end;
}

TokenRange phrase_before(const FactSentence& sentence, std::uint32_t end, std::uint32_t floor) {
  std::uint32_t last = end;
  while (last > floor && !is_phrase_word(sentence, last - 1)) --last;
  TokenRange phrase{phrase_begin(sentence, last, floor), last};
  // "Flights during the period jumped"
  const std::uint32_t opening =
      phrase.begin > floor && sentence.role(phrase.begin - 1) == WordRole::kDeterminer ? phrase.begin - 1 : phrase.begin;
  if (opening > floor + 1 && sentence.is_any(opening - 1, {"during", "over"}) && is_phrase_word(sentence, opening - 2))
    phrase = {phrase_begin(sentence, opening - 1, floor), opening - 1};
  while (phrase.begin > floor + 1) {
    std::uint32_t before = phrase.begin;
    while (before > floor && sentence.role(before - 1) == WordRole::kDeterminer) --before;
    // "Traffic between Peru and Chile rose"
    const std::uint32_t first = before > floor + 3 && sentence.is(before - 1, "and") && sentence.role(before) == WordRole::kName
                                    ? phrase_begin(sentence, before - 1, floor)
                                    : before;
    const bool pair = first < before && first > floor + 1 && sentence.is(first - 1, "between") && is_phrase_word(sentence, first - 2);
    if (pair) {
      phrase.begin = phrase_begin(sentence, first - 1, floor);
      continue;
    }
    if (before <= floor + 1 || !is_prepositional(sentence, before - 1)) break;
    // "trade to and from China"
    const bool both_ways =
        before > floor + 3 && sentence.is(before - 1, "from") && sentence.is(before - 2, "and") && sentence.is(before - 3, "to");
    const std::uint32_t noun_end = both_ways ? before - 3 : before - 1;
    // "[Coal] carried by the railways totalled"
    const bool reduced = noun_end > floor + 1 && sentence.role(noun_end - 1) == WordRole::kVerb && is_phrase_word(sentence, noun_end - 2) &&
                         sentence.role(noun_end - 2) != WordRole::kName && sentence.view().word(noun_end - 1).ends_with("ed");
    if (reduced) return {phrase_begin(sentence, noun_end - 1, floor), noun_end - 1};
    if (noun_end == 0 || !is_phrase_word(sentence, noun_end - 1)) break;
    phrase.begin = phrase_begin(sentence, noun_end, floor);
  }
  return phrase;
}

std::string base_form(const FactSentence& sentence, TokenRange tokens, bool singular) {
  std::string form;
  std::string_view link;  // "between Kenya and Chile" leaves nothing to link
  for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
    const WordRole role = sentence.role(token);
    if (role == WordRole::kName || role == WordRole::kPossessive || role == WordRole::kDeterminer || role == WordRole::kMark ||
        role == WordRole::kFigure)
      continue;
    const std::string_view word = sentence.view().word(token);
    const bool links = token + 1 < tokens.end || token > tokens.begin;
    if (links && (role == WordRole::kPreposition || role == WordRole::kConjunction)) {
      link = word;
      continue;
    }
    const bool adjoins = token > tokens.begin && sentence.role(token - 1) != WordRole::kMark &&
                         !sentence.view().tokens[token].has(token_flag::kSpaceBefore) &&
                         sentence.view().tokens[token].kind == TokenKind::kNumber;  // "CO2"
    if (!form.empty() && !adjoins) form += ' ';
    if (!link.empty()) form += ascii_lowered(link) + ' ';
    link = {};
    const bool is_head = singular && token + 1 == tokens.end;
    if (is_head) {
      form += singular_of(word);
    } else {
      form += ascii_lowered(word);
    }
  }
  return form;
}

std::string as_written(const FactSentence& sentence, TokenRange tokens) { return std::string(sentence.view().passage(tokens)); }

}  // namespace attest
