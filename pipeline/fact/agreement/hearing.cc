#include "fact/agreement/hearing.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fact/agreement/actor.h"
#include "fact/agreement/description.h"
#include "fact/agreement/name.h"
#include "fact/agreement/named.h"
#include "fact/agreement/topic.h"
#include "fact/agreement/word.h"

namespace attest::agreement {
namespace {

using agreement_word::kJoints;

constexpr std::uint32_t kReachOfDeal = 16;  // tokens behind the verb in which the other side stands
constexpr std::array<std::string_view, 2> kReceivers = {"to", "for"};
constexpr std::array<std::string_view, 6> kClauseOpeners = {"which", "that", "who", "after", "while", "when"};

/// "…, the Defence Ministry said.": whom the text quotes, it does not speak of.
bool is_speaker_tag(const AgreementText& text, const PartyCue& cue, TokenRange sentence) {
  constexpr std::uint32_t kLongestTag = 3;
  if (cue.tokens.end + kLongestTag < sentence.end || cue.tokens.begin == sentence.begin) return false;
  return cue.tokens.end < sentence.end && text.at(AgreementList::kSayingVerb, cue.tokens.end, sentence.end).has_value();
}

/// "a visit to Peru": whom somebody visits, the visit is about.
bool is_visited(const AgreementText& text, const PartyCue& cue, std::uint32_t floor) {
  constexpr std::array<std::string_view, 4> kVisits = {"visit", "visits", "trip", "tour"};
  if (cue.kind != PartyCue::Kind::kCountry) return false;
  std::uint32_t begin = cue.tokens.begin;
  while (begin > floor && text.function_class(begin - 1) == "determiner") --begin;
  return begin >= floor + 2 && text.word(begin - 1) == "to" && text.is_any(begin - 2, kVisits);
}

/// Commas and "and" alone.
bool is_in_row(const AgreementText& text, TokenRange between) {
  for (std::uint32_t i = between.begin; i < between.end; ++i) {
    if (!text.is_any(i, kJoints) && text.function_class(i) != "determiner") return false;
  }
  return between.begin < between.end;
}

/// "the Ludlow grain terminal": what is sold, not who sells it.
bool names_a_thing(const AgreementText& text, const PartyCue& cue, std::uint32_t limit) {
  if (cue.tokens.end >= limit || text.function_class(cue.tokens.begin - 1) != "determiner") return false;
  const Token& next = text.token(cue.tokens.end);
  return next.kind == TokenKind::kWord && !next.has(token_flag::kCapitalised) && text.function_class(cue.tokens.end).empty();
}

/// "agreed to buy a mine, which Ludlow built": another clause begins before the body.
bool is_past_clause(const AgreementText& text, TokenRange range) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const std::string_view word = text.word(i);
    if (word == ";" || word == "--" || is_one_of(word, kClauseOpeners) || text.at(AgreementList::kSayingVerb, i, range.end)) return true;
  }
  return false;
}

/// "agreed to buy Ludlow": capitals right behind the verb that no list knows.
void hear_unknown_side(const AgreementText& text, TokenRange behind, StruckDeal& deal) {
  const TokenRange name = behind.begin < behind.end ? unknown_name(text, behind.begin, behind.end, true) : TokenRange{};
  if (name.begin == name.end || is_ordinary(text, name)) return;
  const std::uint32_t next = name.end;
  const bool whole = next >= behind.end || text.token(next).kind == TokenKind::kPunctuation || !text.function_class(next).empty();
  if (!whole || text.names().covering(name.begin) != nullptr) return;  // "agreed to buy Ludlow shares"
  deal.sides.emplace_back(text.passage(name));
}

/// The two bodies that a sentence names, whatever it says of them.
void hear_bodies(const AgreementText& text, TokenRange sentence, AgreementMemory& memory) {
  std::vector<std::string> named;
  const auto cues = text.cues_within(sentence);
  for (const PartyCue& cue : cues) {
    if (cue.kind != PartyCue::Kind::kOrganisation || cue.id.empty() || cue.reports || describes_next(text, cue, cues)) continue;
    add_once(cue.id, named);
  }
  if (named.size() == 2) memory.bodies = std::move(named);
}

/// The two countries that a sentence names, whatever bodies it names beside them.
void hear_countries(const AgreementText& text, TokenRange sentence, AgreementMemory& memory) {
  std::vector<std::string> named = countries_within(text, sentence);
  if (named.empty()) named = hosts_within(text, sentence);
  if (named.size() == 2) memory.countries = std::move(named);
}

/// The other side of a deal, which stands behind its verb; nullptr where none does.
const PartyCue* other_side(const AgreementText& text, const PartyCue& first, const ListedWord& verb, std::uint32_t limit) {
  const bool lends = verb.cell(1) == "lends";
  const std::uint32_t begin = verb.tokens.end;
  for (const PartyCue& cue : text.cues_within({begin, std::min(limit, begin + (lends ? 2 : 1) * kReachOfDeal)})) {
    if (is_past_clause(text, {begin, cue.tokens.begin})) return nullptr;
    const bool borrower = lends && cue.kind == PartyCue::Kind::kCountry && text.is_any(cue.tokens.begin - 1, kReceivers);
    const bool body = cue.kind == PartyCue::Kind::kOrganisation && !names_a_thing(text, cue, limit);
    if ((body || borrower) && cue.id != first.id) return &cue;
  }
  return nullptr;
}

/// "bought Ludlow from Norvale", "sold Ludlow to Norvale": the body that the preposition leads to, behind what is sold; nullptr where
/// there is none.
const PartyCue* seller_or_buyer(const AgreementText& text, const PartyCue& first, const PartyCue& sold, std::uint32_t limit) {
  constexpr std::uint32_t kReach = 18;  // "Ludlow, its banking subsidiary in Peru, and credit card business to Norvale"
  const auto is_led = [&](const PartyCue& cue) {
    const std::uint32_t before = cue.tokens.begin - (text.word(cue.tokens.begin - 1) == "<" ? 2U : 1U);
    return text.is(before, "from") || text.is(before, "to");
  };
  if (is_led(sold)) return nullptr;
  const auto cues = text.cues_within({sold.tokens.end, std::min(limit, sold.tokens.end + kReach)});
  for (const PartyCue& cue : cues) {
    if (is_past_clause(text, {sold.tokens.end, cue.tokens.begin})) return nullptr;
    if (!is_led(cue) || cue.kind != PartyCue::Kind::kOrganisation || cue.id == first.id) continue;
    const PartyCue* next = &cue == &cues.back() ? nullptr : &cue + 1;
    const bool owner = describes_next(text, cue, cues) && next != nullptr && next->kind == PartyCue::Kind::kOrganisation;
    return owner ? next : &cue;  // "from Norvale's Ludlow"
  }
  return nullptr;
}

/// "Moss, in which it acquired": somebody else stands nearer to the verb.
bool has_pronoun(const AgreementText& text, TokenRange words) {
  for (std::uint32_t i = words.begin; i < words.end; ++i) {
    if (text.function_class(i) == "pronoun" || text.is_any(i, kClauseOpeners)) return true;
  }
  return false;
}

/// "Norvale said its affiliate Moss has agreed to buy": whom it tells of, not who speaks; "Norvale said it" tells of itself.
const PartyCue* subject_of_deal(const AgreementText& text, TokenRange before) {
  for (std::uint32_t i = before.begin; i < before.end; ++i) {
    const auto saying = text.at(AgreementList::kSayingVerb, i, before.end);
    if (!saying) continue;
    const PartyCue* told = subject_among(text, {saying->tokens.end, before.end}, false);
    if (told != nullptr && !has_pronoun(text, {told->tokens.end, before.end})) return told;
  }
  return subject_among(text, before, false);
}

/// "Norvale agreed to buy Ludlow": the next sentence's "the deal" means that.
void hear_deal(const AgreementText& text, TokenRange sentence, StruckDeal& deal) {
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const auto verb = text.at(AgreementList::kDealVerb, i, sentence.end);
    if (!verb) continue;
    const PartyCue* first = subject_of_deal(text, {sentence.begin, i});
    if (first == nullptr || first->id.empty()) return;
    deal.sides = {first->id};
    const PartyCue* other = other_side(text, *first, *verb, sentence.end);
    const PartyCue* partner = other != nullptr ? seller_or_buyer(text, *first, *other, sentence.end) : nullptr;
    if (other != nullptr) deal.sides.push_back(partner != nullptr ? partner->id : other->id);
    if (other == nullptr) hear_unknown_side(text, {verb->tokens.end, sentence.end}, deal);
    deal.announced = verb->cell(0) == "announced";
    deal.sentence = sentence;
    return;
  }
}

/// The first one that the sentence is about, and the two bodies or countries, or the several countries, that it names together.
void hear_focus(const AgreementText& text, TokenRange sentence, AgreementMemory& memory) {
  std::vector<std::string> named;
  bool first = true;
  bool countries = true;
  const PartyCue* left_out = nullptr;  // the last one
  const auto cues = text.cues_within(sentence);
  for (const PartyCue& cue : cues) {
    const bool of_region = cue.kind == PartyCue::Kind::kDemonym && cue.country.empty();  // "reduce its Asian costs"
    const bool subject = can_be_subject(text, cue, sentence.begin) || is_visited(text, cue, sentence.begin);
    const bool in_row = left_out != nullptr && is_in_row(text, {left_out->tokens.end, cue.tokens.begin});  // "from Chile, Peru"
    if (!subject || in_row) left_out = &cue;
    if (cue.id.empty() || of_region || !subject || only_reports(text, cue, sentence)) continue;
    if (describes_next(text, cue, cues) || is_speaker_tag(text, cue, sentence)) continue;
    if (first) memory.topic = cue.id;
    first = false;
    if (in_row) continue;
    countries = countries && !cue.country.empty() && cue.kind != PartyCue::Kind::kOrganisation;
    add_once(cue.id, named);
  }
  constexpr std::size_t kMost = 6;
  if (named.size() == 2 || (countries && named.size() > 2 && named.size() <= kMost)) {
    memory.focus = std::move(named);
    memory.focus_on_countries = countries;
  }
}

}  // namespace

void hear(const AgreementText& text, TokenRange sentence, AgreementMemory& memory) {
  hear_focus(text, sentence, memory);
  hear_bodies(text, sentence, memory);
  hear_countries(text, sentence, memory);
  hear_deal(text, sentence, memory.deal);
}

}  // namespace attest::agreement
