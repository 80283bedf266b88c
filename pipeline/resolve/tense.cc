#include "resolve/tense.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "text/list_row.h"

namespace attest {
namespace {

constexpr ListRow kWords[] = {
#include "tense_word.inc"
};

constexpr std::uint32_t kFarthest = 14;           // tokens to each side; a clause is seldom longer
constexpr std::uint32_t kFarthestOfOpening = 32;  // "In January, a week after ..., a bomb exploded"
constexpr std::uint32_t kFarthestPlan = 24;  // "is scheduled to spend five hours there, her first stop Friday": what will be is told once

// What a word says of the time that its clause tells of.
enum class WordRole : std::uint8_t {
  kNone,
  kPast,
  kPresent,
  kFuture,
  kPlan,             ///< Past; future where "to" follows, of a date behind it: "planned to meet on Friday".
  kPlanOf,           ///< The same, also of things: "planned a rally on Friday".
  kPlanTo,           ///< Future where "to" follows, else of no time: "no plan to meet on Friday", "the plan failed".
  kPastEvent,        ///< What newspapers name by its day once it was: "Friday's ruling".
  kParticiple,       ///< Past, by its ending; an adjective behind some words: "an unspecified date".
  kBeforeAdjective,  ///< One of these words.
  kIndefinite,       ///< "A", "an".
  kUntil,            ///< Points ahead from right before a date: "until Friday".
  kSoonest,          ///< The same in "as soon as Friday".
  kBefore,           ///< "before August": ahead where no verb says otherwise.
  kBy,               ///< The same; a word before adjectives, too.
  kAtTime,           ///< "closed in May": between a verb and its time; a word before adjectives, too.
  kOrder,            ///< Past; future of a date behind "by": "ordered them out by Sunday".
  kExtend,           ///< Past; future of a date behind "to": "extended it to Sunday".
  kDelivery,         ///< "December delivery", "the December contract": what is traded is still to come.
  kAnnounced,        ///< "starts Monday", "plays on Friday": future right before its date; a noun elsewhere ("housing starts in May").
  kLasting,          ///< Past, of what went on for a time: "burned until Tuesday" looks back.
  kIf,               ///< "if they close by May": the verb before it is of another clause.
};

WordRole role_named(std::string_view kind) noexcept {
  constexpr std::array<std::pair<std::string_view, WordRole>, 20> kRoles = {{{"past", WordRole::kPast},
                                                                             {"present", WordRole::kPresent},
                                                                             {"future", WordRole::kFuture},
                                                                             {"plan", WordRole::kPlan},
                                                                             {"plan_of", WordRole::kPlanOf},
                                                                             {"plan_to", WordRole::kPlanTo},
                                                                             {"past_event", WordRole::kPastEvent},
                                                                             {"indefinite", WordRole::kIndefinite},
                                                                             {"before_adjective", WordRole::kBeforeAdjective},
                                                                             {"until", WordRole::kUntil},
                                                                             {"soonest", WordRole::kSoonest},
                                                                             {"before", WordRole::kBefore},
                                                                             {"by", WordRole::kBy},
                                                                             {"at_time", WordRole::kAtTime},
                                                                             {"order", WordRole::kOrder},
                                                                             {"extend", WordRole::kExtend},
                                                                             {"delivery", WordRole::kDelivery},
                                                                             {"announced", WordRole::kAnnounced},
                                                                             {"lasting", WordRole::kLasting},
                                                                             {"if", WordRole::kIf}}};
  for (const auto& [name, role] : kRoles) {
    if (kind == name) return role;
  }
  return WordRole::kNone;
}

constexpr std::size_t kLongestWord = 24;

WordRole role_by_ending(std::string_view word, std::string_view folded) noexcept {
  if (folded.ends_with("'ll")) return WordRole::kFuture;
  constexpr std::size_t kShortestInEd = 4;  // "used", not "red"
  const bool lower = word.front() >= 'a' && word.front() <= 'z';
  return lower && folded.size() >= kShortestInEd && folded.ends_with("ed") ? WordRole::kParticiple : WordRole::kNone;
}

WordRole role_of(std::string_view word) noexcept {
  if (word.empty() || word.size() > kLongestWord) return WordRole::kNone;
  std::array<char, kLongestWord> letters{};
  std::transform(word.begin(), word.end(), letters.begin(), ascii_lower);
  const std::string_view folded(letters.data(), word.size());
  const auto* found = std::lower_bound(std::begin(kWords), std::end(kWords), folded,
                                       [](const ListRow& row, std::string_view wanted) { return row.folded < wanted; });
  return found != std::end(kWords) && found->folded == folded ? role_named(found->kind) : role_by_ending(word, folded);
}

// The token before, over one adverb ("be fully held", "a still unspecified date").
std::uint32_t before(const TokenView& view, std::uint32_t sentence_begin, std::uint32_t token) noexcept {
  if (token == sentence_begin) return token;
  const std::string_view word = view.word(token - 1);
  return token - 1 > sentence_begin && (word.ends_with("ly") || word == "still" || word == "also") ? token - 2 : token - 1;
}

bool precedes_adjective(WordRole role) noexcept {
  return role == WordRole::kBeforeAdjective || role == WordRole::kIndefinite || role == WordRole::kBy || role == WordRole::kAtTime;
}

// "will be dated and delivered": an auxiliary before the participle says otherwise; "may have been paid" was, "would have been" was to
// come.
bool has_auxiliary_ahead(const TokenView& view, TokenRange sentence, std::uint32_t participle) noexcept {
  for (std::uint32_t token = participle; token > sentence.begin; --token) {
    const std::string_view word = view.word(token - 1);
    const WordRole role = role_of(word);
    if (word == "have" || word == "has" || word == "had") return token > sentence.begin + 1 && view.word(token - 2) == "would";
    if (word == "be" || word == "being" || word == "to" || role == WordRole::kFuture || role == WordRole::kPresent) return true;
    const bool goes_on = role == WordRole::kPast || role == WordRole::kParticiple || word == "and" || word == "or" || word.ends_with("ly");
    if (!goes_on) return false;
  }
  return false;
}

// "the deal, to be signed on Friday"; but "failed to be elected".
bool is_to_be(const TokenView& view, TokenRange sentence, std::uint32_t token) noexcept {
  if (view.word(token) != "be" || token < sentence.begin + 2 || view.word(token - 1) != "to") return false;
  const WordRole before = role_of(view.word(token - 2));
  return before != WordRole::kPast && before != WordRole::kParticiple;
}

// "They did not meet on Friday", "it failed to open", "nobody did".
bool is_undone(const TokenView& view, TokenRange sentence, std::uint32_t verb) noexcept {
  if (verb < sentence.begin + 2) return false;
  const std::string_view last = view.word(verb - 1);
  const std::string_view first = view.word(verb - 2);
  if (last == "not") return first == "did" || first == "could";
  return last == "didn't" || last == "didn’t" || last == "n't" || last == "n’t" ||
         (last == "to" && (first == "failed" || first == "refused"));
}

bool is_owner(std::string_view word) noexcept {
  for (const std::string_view owner : {"'s", "’s", "its", "their", "his", "her", "the", "a", "an"}) {
    if (word == owner) return true;
  }
  return false;
}

// "plays the champions on Sunday": a verb, since what it acts on follows.
bool acts_on_something(const TokenView& view, TokenRange sentence, std::uint32_t verb) noexcept {
  return verb + 1 < sentence.end && is_owner(view.word(verb + 1));
}

// Of a word for what is to come.
Tense tense_of_future(const TokenView& view, TokenRange sentence, std::uint32_t token) noexcept {
  if (is_undone(view, sentence, token)) return Tense::kPast;
  const std::uint32_t previous = before(view, sentence.begin, token);
  if (previous <= sentence.begin) return Tense::kFuture;
  // "due to expire": as the word before tells it.
  const bool governed = view.word(previous) == "to" && role_of(view.word(previous - 1)) == WordRole::kFuture;
  if (governed) return tense_of_future(view, sentence, previous - 1);
  // "had been due to expire": it was, then.
  const bool had_been = view.word(previous) == "been" && view.word(before(view, sentence.begin, previous)) == "had";
  return had_been ? Tense::kPast : Tense::kFuture;
}

// The tense that a token decides for a date in its clause, `behind` it or not; kPresent waits for a better one.
Tense tense_at(const TokenView& view, TokenRange sentence, std::uint32_t token, bool behind) noexcept {
  const WordRole role = role_of(view.word(token));
  const bool to_follows = token + 1 < sentence.end && view.word(token + 1) == "to";
  const std::uint32_t previous = before(view, sentence.begin, token);
  const bool is_passive =
      previous < token && role_of(view.word(previous)) == WordRole::kPresent;  // "is planned", "when it is heard in May"
  switch (role) {
    case WordRole::kPast:
    case WordRole::kOrder:
    case WordRole::kExtend:
    case WordRole::kLasting:
    case WordRole::kParticiple:
      // "will be held", "to be opened", "to hit", "will hit": the auxiliary decides.
      if (previous < token && (view.word(previous) == "be" || view.word(previous) == "to" || view.word(previous) == "will"))
        return Tense::kUnknown;
      if (is_passive) return Tense::kPresent;
      if (previous < token && (view.word(previous) == "and" || view.word(previous) == "or") && has_auxiliary_ahead(view, sentence, token))
        return Tense::kUnknown;
      if (role == WordRole::kParticiple && previous < token && precedes_adjective(role_of(view.word(previous)))) return Tense::kUnknown;
      return Tense::kPast;
    case WordRole::kAnnounced:
      return behind && acts_on_something(view, sentence, token) ? Tense::kFuture : Tense::kUnknown;
    case WordRole::kFuture:
      return tense_of_future(view, sentence, token);
    case WordRole::kPresent:
      if (is_to_be(view, sentence, token)) return Tense::kFuture;
      return to_follows ? Tense::kFuture : Tense::kPresent;  // "is to resume", "are to meet"
    case WordRole::kPlan:
      if (is_passive) return Tense::kFuture;
      return to_follows && behind ? Tense::kFuture : Tense::kPast;
    case WordRole::kPlanOf:
      if (is_passive) return Tense::kFuture;
      return behind && (to_follows || (token + 1 < sentence.end && role_of(view.word(token + 1)) == WordRole::kIndefinite)) ? Tense::kFuture
                                                                                                                            : Tense::kPast;
    case WordRole::kPlanTo:
      return to_follows && behind ? Tense::kFuture : Tense::kUnknown;
    default:
      return Tense::kUnknown;
  }
}

bool ends_clause(std::string_view word) noexcept { return word == ";" || word == "(" || word == ")" || word == "—"; }

bool is_possessive(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept {
  return passage.end < sentence.end && (view.word(passage.end) == "'s" || view.word(passage.end) == "’s");
}

// "Friday's deadly attack": the day of what has happened.
bool names_past_event(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept {
  if (!is_possessive(view, sentence, passage)) return false;
  constexpr std::uint32_t kAdjectives = 2;
  const std::uint32_t end = std::min(sentence.end, passage.end + 2 + kAdjectives);
  for (std::uint32_t token = passage.end + 1; token < end; ++token) {
    if (role_of(view.word(token)) == WordRole::kPastEvent) return true;
  }
  return false;
}

bool decides(Tense tense) noexcept { return tense == Tense::kPast || tense == Tense::kFuture; }

// "closed in May".
bool past_right_before(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept {
  if (passage.begin <= sentence.begin + 1 || role_of(view.word(passage.begin - 1)) != WordRole::kAtTime) return false;
  const std::uint32_t verb = passage.begin - 2;
  const WordRole role = role_of(view.word(verb));
  return (role == WordRole::kPast || role == WordRole::kParticiple) && !has_auxiliary_ahead(view, sentence, verb);
}

// "is expected in May", "is now set for May", "will open in May".
bool future_right_before(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept {
  if (passage.begin < sentence.begin + 3) return false;
  const bool at_time = role_of(view.word(passage.begin - 1)) == WordRole::kAtTime || view.word(passage.begin - 1) == "for";
  if (!at_time || view.word(passage.begin - 1) == "since") return false;
  const std::uint32_t verb = passage.begin - 2;
  std::uint32_t auxiliary = before(view, sentence.begin, verb);
  if (auxiliary > sentence.begin && view.word(auxiliary) == "now") --auxiliary;
  if (view.word(auxiliary) == "will") return true;
  const WordRole role = role_of(view.word(verb));
  const bool foreseen = role == WordRole::kFuture || role == WordRole::kPlan || role == WordRole::kPlanOf;
  return foreseen && role_of(view.word(auxiliary)) == WordRole::kPresent && auxiliary < verb;
}

// "the biggest rise since May", "since Friday it has rained"; but "since Friday is a holiday".
bool counts_from(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept {
  if (passage.begin == sentence.begin) return false;
  const std::string_view word = view.word(passage.begin - 1);
  if (word != "since" && word != "Since") return false;
  const WordRole next = passage.end < sentence.end ? role_of(view.word(passage.end)) : WordRole::kNone;
  return next != WordRole::kPresent && next != WordRole::kPast && next != WordRole::kFuture;
}

// "By June it had fallen", "it was full by June".
bool was_by_then(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept {
  const std::uint32_t left = passage.begin > sentence.begin + kFarthest ? passage.begin - kFarthest : sentence.begin;
  const std::uint32_t right = std::min(sentence.end, passage.end + kFarthest);
  for (std::uint32_t token = left; token < right; ++token) {
    const std::string_view word = view.word(token);
    if (word == "had" || word == "was" || word == "were") return true;
  }
  return false;
}

// "ordered … by", "extended … to": the preposition right before the date says that it is when that ends.
bool reaches_ahead(WordRole verb, std::string_view preposition) noexcept {
  if (verb == WordRole::kOrder) return preposition == "by";
  return verb == WordRole::kExtend &&
         (preposition == "to" || preposition == "through" || preposition == "until" || preposition == "till" || preposition == "from");
}

// "The trial starts Monday", "the game kicks off on Sunday": a day right behind the verb, which no article makes a noun.
bool is_announced(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept {
  std::uint32_t verb = passage.begin;
  for (const std::string_view between : {"on", "off"}) {
    if (verb > sentence.begin && view.word(verb - 1) == between) --verb;
  }
  if (verb < sentence.begin + 2) return false;
  // "The vote is Sunday"; but "the surprise is Sunday's vote".
  const bool is_then = view.word(verb - 1) == "is" && !is_possessive(view, sentence, passage);
  if (is_then) return true;
  if (role_of(view.word(verb - 1)) != WordRole::kAnnounced) return false;
  const std::string_view before = view.word(verb - 2);
  return before != "the" && before != "a" && before != "'s" && before != "’s" && before != "housing" && before != "Housing";
}

// That of the nearest verb before it in the clause; of those farther away, only what will be. "Said it is calling for": the verb of the
// speaker is of another clause than the present one.
Tense tense_before(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept {
  const std::uint32_t left = passage.begin > sentence.begin + kFarthestPlan ? passage.begin - kFarthestPlan : sentence.begin;
  // "at four (4 a.m. Thursday)" is of the clause before the bracket.
  const bool bracketed = passage.begin > left && view.word(passage.begin - 1) == "(";
  Tense present = Tense::kUnknown;
  bool compared = false;
  for (std::uint32_t token = passage.begin - (bracketed ? 1U : 0U); token > left && !ends_clause(view.word(token - 1)); --token) {
    const WordRole role = role_of(view.word(token - 1));
    if (role == WordRole::kIf) break;
    if (reaches_ahead(role, view.word(passage.begin - 1))) return Tense::kFuture;
    // "Cut its forecast to 3 percent from 4 percent in June": of when it was first made.
    if (role == WordRole::kFuture && compared && view.word(token - 1).starts_with("forecast")) continue;
    compared = compared || view.word(token - 1) == "from";
    const Tense tense = tense_at(view, sentence, token - 1, true);
    const bool near = passage.begin - token < kFarthest;
    if (tense == Tense::kFuture || (tense == Tense::kPast && near && present == Tense::kUnknown)) return tense;
    if (tense == Tense::kPresent && near) present = tense;
  }
  return present;
}

bool opens_sentence(TokenRange sentence, TokenRange passage) noexcept { return passage.begin <= sentence.begin + 1; }

// Where the words behind it end that may tell its tense: a date that opens the sentence waits for its verb.
std::uint32_t end_behind(TokenRange sentence, TokenRange passage) noexcept {
  return std::min(sentence.end, passage.end + (opens_sentence(sentence, passage) ? kFarthestOfOpening : kFarthest));
}

Tense tense_behind(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept {
  const std::uint32_t right = end_behind(sentence, passage);
  Tense present = Tense::kUnknown;
  for (std::uint32_t token = passage.end; token < right && !ends_clause(view.word(token)); ++token) {
    const Tense tense = tense_at(view, sentence, token, false);
    if (decides(tense)) return tense;
    if (tense == Tense::kPresent) present = tense;
  }
  return present;
}

// "In January a bomb exploded": nothing in the sentence looks ahead.
bool only_tells_of_past(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept {
  if (passage.begin != sentence.begin + 1 || role_of(view.word(sentence.begin)) != WordRole::kAtTime) return false;
  for (std::uint32_t token = passage.end; token < sentence.end; ++token) {
    const WordRole role = role_of(view.word(token));
    if (role == WordRole::kFuture || role == WordRole::kPresent) return false;
  }
  return true;
}

}  // namespace

Tense tense_around(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept {
  if (names_past_event(view, sentence, passage)) return Tense::kPast;
  if (past_right_before(view, sentence, passage) || counts_from(view, sentence, passage)) return Tense::kSurelyPast;
  if (future_right_before(view, sentence, passage)) return Tense::kSurelyFuture;
  if (is_announced(view, sentence, passage)) return Tense::kFuture;
  const WordRole leading = passage.begin > sentence.begin ? role_of(view.word(passage.begin - 1)) : WordRole::kNone;
  const bool to_come = leading == WordRole::kBefore || (leading == WordRole::kBy && !is_possessive(view, sentence, passage));
  const auto otherwise = [&](Tense found) { return to_come ? Tense::kFuture : found; };
  const Tense before = tense_before(view, sentence, passage);
  if (decides(before)) return before;
  if (before == Tense::kPresent) return otherwise(before);
  const Tense behind = tense_behind(view, sentence, passage);
  if (behind == Tense::kPast && only_tells_of_past(view, sentence, passage)) return Tense::kSurelyPast;
  // "From Monday, fares rise".
  const bool from_then_on = passage.begin == sentence.begin + 1 && view.word(sentence.begin) == "From";
  if (!decides(behind) && from_then_on) return Tense::kFuture;
  return decides(behind) ? behind : otherwise(behind);
}

bool is_deadline(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept {
  if (passage.end < sentence.end && role_of(view.word(passage.end)) == WordRole::kDelivery) return true;
  return passage.begin > sentence.begin && role_of(view.word(passage.begin - 1)) == WordRole::kBy &&
         !is_possessive(view, sentence, passage) && !was_by_then(view, sentence, passage);
}

bool points_ahead(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept {
  if (passage.begin <= sentence.begin + 1) return false;  // "Until Friday, it was shut"
  std::uint32_t last = passage.begin - 1;
  const bool at_least = last >= sentence.begin + 2 && view.word(last) == "least" && view.word(last - 1) == "at";
  if (at_least) last -= 2;  // "until at least Friday"
  if (role_of(view.word(last)) == WordRole::kUntil) return role_of(view.word(last - 1)) != WordRole::kLasting;
  return view.word(last) == "as" && role_of(view.word(last - 1)) == WordRole::kSoonest;
}

}  // namespace attest
