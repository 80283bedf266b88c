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

constexpr std::uint32_t kFarthest = 14;  // tokens to each side; a clause is seldom longer

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
};

WordRole role_named(std::string_view kind) noexcept {
  constexpr std::array<std::pair<std::string_view, WordRole>, 12> kRoles = {{{"past", WordRole::kPast},
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
                                                                             {"before", WordRole::kBefore}}};
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

bool precedes_adjective(WordRole role) noexcept { return role == WordRole::kBeforeAdjective || role == WordRole::kIndefinite; }

// The tense that a token decides for a date in its clause, `behind` it or not; kPresent waits for a better one.
Tense tense_at(const TokenView& view, TokenRange sentence, std::uint32_t token, bool behind) noexcept {
  const WordRole role = role_of(view.word(token));
  const bool to_follows = token + 1 < sentence.end && view.word(token + 1) == "to";
  const std::uint32_t previous = before(view, sentence.begin, token);
  switch (role) {
    case WordRole::kPast:
    case WordRole::kParticiple:
      // "will be held", "to be opened": the auxiliary decides.
      if (previous < token && view.word(previous) == "be") return Tense::kUnknown;
      if (role == WordRole::kParticiple && previous < token && precedes_adjective(role_of(view.word(previous)))) return Tense::kUnknown;
      return Tense::kPast;
    case WordRole::kFuture: {
      // "had been due to expire": it was, then.
      const bool had_been = previous > sentence.begin && view.word(previous) == "been" && view.word(previous - 1) == "had";
      return had_been ? Tense::kPast : Tense::kFuture;
    }
    case WordRole::kPresent:
      return to_follows ? Tense::kFuture : Tense::kPresent;  // "is to resume", "are to meet"
    case WordRole::kPlan:
      return to_follows && behind ? Tense::kFuture : Tense::kPast;
    case WordRole::kPlanOf:
      return behind && (to_follows || (token + 1 < sentence.end && role_of(view.word(token + 1)) == WordRole::kIndefinite)) ? Tense::kFuture
                                                                                                                            : Tense::kPast;
    case WordRole::kPlanTo:
      return to_follows && behind ? Tense::kFuture : Tense::kUnknown;
    default:
      return Tense::kUnknown;
  }
}

bool ends_clause(std::string_view word) noexcept { return word == ";" || word == "(" || word == ")" || word == "—"; }

// "Friday's deadly attack": the day of what has happened.
bool names_past_event(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept {
  if (passage.end >= sentence.end) return false;
  const std::string_view mark = view.word(passage.end);
  if (mark != "'s" && mark != "’s") return false;
  constexpr std::uint32_t kAdjectives = 2;
  const std::uint32_t end = std::min(sentence.end, passage.end + 2 + kAdjectives);
  for (std::uint32_t token = passage.end + 1; token < end; ++token) {
    if (role_of(view.word(token)) == WordRole::kPastEvent) return true;
  }
  return false;
}

bool decides(Tense tense) noexcept { return tense == Tense::kPast || tense == Tense::kFuture; }

}  // namespace

Tense tense_around(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept {
  const bool follows_before = passage.begin > sentence.begin && role_of(view.word(passage.begin - 1)) == WordRole::kBefore;
  if (names_past_event(view, sentence, passage)) return Tense::kPast;
  Tense present = Tense::kUnknown;
  const auto otherwise = [&] { return follows_before ? Tense::kFuture : present; };
  const std::uint32_t left = passage.begin > sentence.begin + kFarthest ? passage.begin - kFarthest : sentence.begin;
  // "at four (4 a.m. Thursday)" is of the clause before the bracket.
  const bool bracketed = passage.begin > left && view.word(passage.begin - 1) == "(";
  for (std::uint32_t token = passage.begin - (bracketed ? 1U : 0U); token > left && !ends_clause(view.word(token - 1)); --token) {
    const Tense tense = tense_at(view, sentence, token - 1, true);
    if (decides(tense)) return tense;
    if (tense == Tense::kPresent) present = tense;
  }
  if (present != Tense::kUnknown) return otherwise();
  const std::uint32_t right = std::min(sentence.end, passage.end + kFarthest);
  for (std::uint32_t token = passage.end; token < right && !ends_clause(view.word(token)); ++token) {
    const Tense tense = tense_at(view, sentence, token, false);
    if (decides(tense)) return tense;
    if (tense == Tense::kPresent) present = tense;
  }
  return otherwise();
}

bool points_ahead(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept {
  if (passage.begin <= sentence.begin + 1) return false;  // "Until Friday, it was shut"
  std::uint32_t last = passage.begin - 1;
  const bool at_least = last >= sentence.begin + 2 && view.word(last) == "least" && view.word(last - 1) == "at";
  if (at_least) last -= 2;  // "until at least Friday"
  if (role_of(view.word(last)) == WordRole::kUntil) return true;
  return view.word(last) == "as" && role_of(view.word(last - 1)) == WordRole::kSoonest;
}

}  // namespace attest
