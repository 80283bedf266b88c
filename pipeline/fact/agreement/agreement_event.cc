#include "fact/agreement/agreement_event.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "fact/agreement/word.h"
#include "record/names.h"

namespace attest {
namespace {

constexpr std::uint32_t kFarthestBefore = 14;       // tokens between a verb and the phrase that it governs
constexpr std::uint32_t kFarthestBeforeTitle = 24;  // titles stand in rows
constexpr std::uint32_t kFarthestBehind = 16;
constexpr std::uint32_t kFarthestModal = 6;
constexpr std::uint32_t kFarthestDeed = 40;

constexpr std::array<std::string_view, 11> kClauseEnds = {";", ":", ".", "?", "!", "\"", "“", "”", "--", "—", "•"};
constexpr std::array<std::string_view, 8> kSubordinators = {"that", "which", "who", "because", "although", "while", "but", "whose"};
constexpr std::array<std::string_view, 5> kConditions = {"if", "unless", "until", "once", "whether"};
constexpr std::array<std::string_view, 9> kBeForms = {"was", "were", "is", "are", "be", "been", "being", "get", "gets"};
constexpr std::array<std::string_view, 6> kTimes = {"before", "until", "when", "while", "because", "since"};  // another clause
constexpr std::array<std::string_view, 7> kAims = {"of", "for", "about", "toward", "towards", "at", "without"};
constexpr std::array<std::string_view, 4> kUnder = {"in", "under", "through", "via"};
constexpr std::array<std::string_view, 2> kPresent = {"is", "are"};
constexpr std::array<std::string_view, 4> kOpeners = {"after", "when", "before", "that"};
constexpr std::array<std::string_view, 2> kDefinite = {"the", "The"};
constexpr std::array<std::string_view, 3> kNegations = {"not", "never", "n't"};
constexpr std::array<std::string_view, 4> kRelativeSubjects = {"it", "they", "he", "we"};
// Without an object these verbs say what becomes of their subject.
constexpr std::array<std::string_view, 8> kIntransitive = {"expire", "expires", "expired",   "lapse",
                                                           "lapses", "lapsed",  "collapsed", "expiring"};

bool modal_is_negation(const std::optional<ListedWord>& modal) noexcept { return modal && modal->cell(0) == "failed"; }

bool is_participle(std::string_view verb) noexcept {
  verb = verb.substr(0, verb.find(' '));
  constexpr std::array<std::string_view, 6> kIrregular = {"struck", "won", "given", "broken", "sought", "torn"};
  return verb.ends_with("ed") || is_one_of(verb, kIrregular);
}

/// "signed", "inked", "the conclusion of".
bool is_signing(std::string_view verb) noexcept {
  constexpr std::array<std::string_view, 3> kStems = {"sign", "ink", "conclu"};
  return std::any_of(kStems.begin(), kStems.end(), [&](std::string_view stem) { return verb.starts_with(stem); });
}

/// Verbs of several words that need no object: "entered into force", "took effect", "fell through".
bool is_phrase_without_object(std::string_view verb) noexcept {
  return verb.ends_with("force") || verb.ends_with("effect") || verb.ends_with("through") || verb.ends_with("operative") ||
         verb.ends_with("valid");
}

}  // namespace

std::string_view AgreementEvents::function_class(const TokenView& view, std::uint32_t token) const {
  const auto found = function_words_.at(view, token, token + 1);
  return found ? found->cell(0) : std::string_view();
}

/// "Norvale, which builds a port, has signed", "Norvale, a line that serves Peru, has signed": a relative clause between commas before
/// the verb hides no subject.
bool AgreementEvents::is_aside(const TokenView& view, std::uint32_t behind, std::uint32_t verb, std::uint32_t floor) const {
  const std::string_view word = view.word(behind - 1);
  if (behind < floor + 2 || !(word == "which" || word == "who" || word == "that")) return false;
  if (sayings_.ending_at(view, behind - 1, floor)) return false;  // "said that"
  std::uint32_t comma = behind - 1;
  while (comma > floor && view.word(comma - 1) != ",") --comma;
  if (comma == floor) return false;
  std::uint32_t begin = verb;
  while (begin > behind && (function_class(view, begin - 1) == "auxiliary" || function_class(view, begin - 1) == "adverb")) --begin;
  return begin > behind + 1 && view.word(begin - 1) == ",";
}

/// A full stop inside a word ("NVL.N") ends nothing.
bool AgreementEvents::ends_clause_at(const TokenView& view, std::uint32_t token) {
  const std::string_view word = view.word(token);
  const bool inside = word == "." && token + 1 < view.tokens.size() && view.tokens[token + 1].begin == view.tokens[token].end;
  return is_one_of(word, kClauseEnds) && !inside;
}

std::uint32_t AgreementEvents::clause_begin(const TokenView& view, std::uint32_t end, std::uint32_t floor) const {
  for (std::uint32_t i = end; i > floor; --i) {
    const std::string_view word = view.word(i - 1);
    if (is_aside(view, i, end, floor)) continue;
    if (ends_clause_at(view, i - 1) || is_one_of(word, kSubordinators)) return i;
    if (i < end && is_one_of(word, kConditions)) return i;  // "jobs are at risk if Chile signs"
    const auto saying = sayings_.ending_at(view, i, floor);
    const bool attribute = saying && saying->tokens.begin > floor && word.ends_with("ed") &&
                           agreement_word::is_possessive(view.word(saying->tokens.begin - 1));
    if (saying && i < end && !attribute) return i;  // not "Chile's alleged failure"
  }
  return floor;
}

AgreementEvent AgreementEvents::find(const TokenView& view, const AgreementPhrase& phrase, TokenRange sentence,
                                     const NamePlaces& places) const {
  AgreementEvent before = verb_before(view, phrase, sentence, places);
  // "a statement was adopted and two accords were signed"
  const bool done = before.is_passive && before.verb.end + 1 == phrase.outer && equal_in_any_case(view.word(before.verb.end), "and");
  if (done) before = {};
  if (!before.found()) before = talks_before(view, phrase, sentence);
  if (is_of_change(view, phrase, before)) {
    before.status = AgreementStatus::kSigned;
    before.is_change = true;
  }
  const bool vague = before.status == AgreementStatus::kAnnounced || before.status == AgreementStatus::kNegotiating;
  const bool sought = before.status == AgreementStatus::kNegotiating && phrase.determination != Determination::kDefinite;
  if (before.found() && (!vague || sought)) {
    if (before.status == AgreementStatus::kPlanned && is_reached_behind(view, phrase, sentence)) before.status = AgreementStatus::kSigned;
    return before;
  }
  const AgreementEvent behind = verb_behind(view, phrase, sentence, places);
  if (AgreementEvent deed = deed_before(view, phrase, sentence, places); deed.found() && !before.found()) {
    if (behind.found()) deed.status = behind.status;
    return deed;
  }
  return behind.found() ? behind : before;
}

/// "plans to amend its agreement": what is planned is the change; the agreement is made.
bool AgreementEvents::is_of_change(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event) const {
  const bool ahead = event.status == AgreementStatus::kPlanned || event.status == AgreementStatus::kNegotiating;
  if (!event.found() || !ahead || event.failed) return false;
  const bool discussed = phrase.determination == Determination::kDefinite && phrase.date != nullptr &&
                         event.status == AgreementStatus::kNegotiating;  // "discuss the May accord"
  const bool changed = phrase.determination != Determination::kNegative && changes_.at(view, event.verb.begin, event.verb.end);
  return discussed || changed;
}

/// "were expected to approve an agreement reached on Monday": it is made, whatever is planned with it.
bool AgreementEvents::is_reached_behind(const TokenView& view, const AgreementPhrase& phrase, TokenRange sentence) const {
  const auto verb = verbs_.at(view, phrase.tokens.end, sentence.end);
  return verb && verb->cell(0) == "signed" && is_participle(view.passage(verb->tokens));
}

/// "is in talks with Peru on a pact", "negotiations between Chile and Peru for a pact": a noun that its parties part from the phrase.
AgreementEvent AgreementEvents::talks_before(const TokenView& view, const AgreementPhrase& phrase, TokenRange sentence) {
  constexpr std::array<std::string_view, 6> kLeads = {"on", "over", "about", "for", "toward", "towards"};
  constexpr std::array<std::string_view, 5> kTalks = {"talks", "Talks", "negotiations", "Negotiations", "discussions"};
  constexpr std::array<std::string_view, 2> kWith = {"with", "between"};
  AgreementEvent event;
  const bool open = phrase.determination != Determination::kDefinite && phrase.determination != Determination::kNegative;
  if (!open || phrase.outer < sentence.begin + 3 || !is_one_of(view.word(phrase.outer - 1), kLeads)) return event;
  const std::uint32_t floor = std::max(sentence.begin + 1, phrase.outer > kFarthestBefore ? phrase.outer - kFarthestBefore : 0);
  for (std::uint32_t i = phrase.outer - 1; i > floor && !ends_clause_at(view, i - 1) && !is_one_of(view.word(i - 1), kSubordinators); --i) {
    const bool verb = view.word(i - 1).ends_with("ed") && !view.tokens[i - 1].has(token_flag::kCapitalised);
    if (verb) return event;  // "talks with Chile concluded in a note on a pact"
    if (!is_one_of(view.word(i - 1), kWith) || !is_one_of(view.word(i - 2), kTalks)) continue;
    event.status = AgreementStatus::kNegotiating;
    event.verb = {i - 2, i};
    event.before = event.is_talks = true;
    return event;
  }
  return event;
}

/// "ordered ferries from Ludlow in a deal": what is done under an agreement that "in" or "under" leads to.
AgreementEvent AgreementEvents::deed_before(const TokenView& view, const AgreementPhrase& phrase, TokenRange sentence,
                                            const NamePlaces& places) const {
  AgreementEvent event;
  const bool led = phrase.outer > sentence.begin && is_one_of(view.word(phrase.outer - 1), kUnder);
  if (!led || phrase.determination != Determination::kIndefinite || phrase.many) return event;
  const std::uint32_t nearest = std::max(sentence.begin, phrase.outer > kFarthestDeed ? phrase.outer - kFarthestDeed : 0);
  const std::uint32_t floor = clause_begin(view, phrase.outer - 1, nearest);
  for (std::uint32_t end = phrase.outer - 1; end > floor; --end) {
    if (places.covering(end - 1) != nullptr) continue;
    const auto verb = deeds_.ending_at(view, end, floor);
    if (!verb) continue;
    event.status = AgreementStatus::kSigned;
    event.verb = verb->tokens;
    event.before = true;
    event.is_deed = true;
    event.is_passive = verb->tokens.begin > floor && is_one_of(view.word(verb->tokens.begin - 1), kBeForms);
    if (!equal_in_any_case(view.word(phrase.outer - 1), "under")) apply_deed_modal(view, floor, event);
    return event;
  }
  return event;
}

/// "will buy", "is in talks to buy", "did not buy"; who agreed to buy has the agreement.
void AgreementEvents::apply_deed_modal(const TokenView& view, std::uint32_t floor, AgreementEvent& event) const {
  const std::uint32_t limit = std::max(floor, event.verb.begin > kFarthestModal ? event.verb.begin - kFarthestModal : 0);
  for (std::uint32_t end = event.verb.begin; end > limit; --end) {
    const auto modal = modals_.ending_at(view, end, limit);
    if (!modal) continue;
    event.failed = modal_is_negation(modal);
    if (modal->cell(0) == "planned" || modal->cell(0) == "condition") event.status = AgreementStatus::kAnnounced;
    if (modal->cell(0) == "negotiating") event.status = AgreementStatus::kNegotiating;
    return;
  }
}

/// The nearest listed verb before the phrase whose object it can be: nothing between them ends a clause, and no preposition of
/// another phrase stands before the determiner ("signed under the treaty").
AgreementEvent AgreementEvents::verb_before(const TokenView& view, const AgreementPhrase& phrase, TokenRange sentence,
                                            const NamePlaces& places) const {
  AgreementEvent event;
  const bool titled = phrase.weight == AgreementWeight::kNamed;
  const std::uint32_t farthest = titled ? kFarthestBeforeTitle : kFarthestBefore;
  const std::uint32_t floor = std::max(sentence.begin, phrase.outer > farthest ? phrase.outer - farthest : 0);
  for (std::uint32_t end = phrase.outer; end > floor; --end) {
    const std::string_view word = view.word(end - 1);
    if (word == ":" && (titled || end == phrase.outer)) continue;  // "signed two documents: the Ludlow Treaty and"
    if (places.covering(end - 1) != nullptr) continue;
    const bool attribute = end > floor + 1 && view.word(end - 2) == "-";                           // "a two-year sales and supply pact"
    if (places.date_ending_at(end) != nullptr && end != phrase.outer && !attribute) return event;  // the verb with its date is done
    const auto verb = verbs_.ending_at(view, end, sentence.begin);
    if (verb && is_end_of_another(view, verb->tokens, sentence.begin)) continue;
    if (verb) {
      const bool has = verb->cell(0) == "in_force" &&
                       (equal_in_any_case(word, "has") || equal_in_any_case(word, "have") || equal_in_any_case(word, "had"));
      if (has && end + 3 < phrase.outer) continue;  // "has over 30 agreements", not "has ... signed"
      event.status = agreement_status_named(verb->cell(0)).value_or(AgreementStatus::kUnknown);
      event.verb = verb->tokens;
      const std::uint32_t begin = verb->tokens.begin;
      event.before = true;
      event.is_signing = is_signing(view.word(begin));
      const bool of = equal_in_any_case(view.word(verb->tokens.end - 1), "of");
      event.is_noun = of && !equal_in_any_case(view.word(verb->tokens.end - 2), "text") && !equal_in_any_case(view.word(begin + 1), "out");
      event.is_adoption = event.status == AgreementStatus::kSigned && is_adopted_together(view, verb->tokens, sentence.begin);
      event.is_passive = begin > sentence.begin && is_one_of(view.word(begin - 1), kBeForms);
      apply_modal(view, sentence.begin, event);
      const bool idea = event.status == AgreementStatus::kPlanned || event.status == AgreementStatus::kNegotiating;
      const bool ends = event.status == AgreementStatus::kTerminated || event.status == AgreementStatus::kSuspended;
      if (ends && is_supposed(view, begin, sentence.begin)) event.status = AgreementStatus::kUnknown;  // "whether Chile breaks it"
      event.failed = event.failed || (idea && verb->cell(0) != "signed" && is_supposed(view, begin, sentence.begin));
      if (!is_attribute(view, verb->tokens, phrase, sentence.begin)) return event;
      event.before = false;  // "entered into a previously announced agreement": another verb may govern it
      end = verb->tokens.begin;
      continue;
    }
    if (ends_clause_at(view, end - 1) || is_one_of(word, kSubordinators)) return event;
    if (sayings_.ending_at(view, end, sentence.begin)) return event;
    if (end < phrase.outer && has_another_object(view, end - 1, places)) return event;
    if (end == phrase.outer && governs_alone(view, end - 1)) return event;
  }
  return event;
}

/// "by the end of the week", "an open-ended pact": nothing is ended.
bool AgreementEvents::is_end_of_another(const TokenView& view, TokenRange verb, std::uint32_t floor) const {
  if (verb.begin == floor || verb.end != verb.begin + 1) return false;
  const std::string_view word = view.word(verb.begin);
  if (equal_in_any_case(word, "ended")) return view.word(verb.begin - 1) == "-";
  return equal_in_any_case(word, "end") && function_class(view, verb.begin - 1) == "determiner";
}

/// "if Chile proposes": nobody has.
bool AgreementEvents::is_supposed(const TokenView& view, std::uint32_t verb, std::uint32_t floor) {
  constexpr std::uint32_t kReach = 6;
  const std::uint32_t limit = verb > floor + kReach ? verb - kReach : floor;
  for (std::uint32_t i = verb; i > limit; --i) {
    if (equal_in_any_case(view.word(i - 1), "if") || equal_in_any_case(view.word(i - 1), "whether")) return true;
    if (ends_clause_at(view, i - 1) || view.word(i - 1) == ",") return false;
  }
  return false;
}

/// "suspended its cover for contracts": a small noun before "for" is what the verb governs, not what stands behind.
bool AgreementEvents::has_another_object(const TokenView& view, std::uint32_t token, const NamePlaces& places) const {
  if (token < 2 || !equal_in_any_case(view.word(token), "for") || places.covering(token - 1) != nullptr) return false;
  const Token& noun = view.tokens[token - 1];
  if (noun.kind != TokenKind::kWord || noun.has(token_flag::kCapitalised) || !function_class(view, token - 1).empty()) return false;
  const std::string_view kind = function_class(view, token - 2);
  return kind == "possessive" || kind == "determiner";
}

/// "the ministers adopted", "the working group signed": a meeting or its members put out a paper of their own.
bool AgreementEvents::is_adopted_together(const TokenView& view, TokenRange verb, std::uint32_t floor) const {
  const std::string_view word = view.word(verb.begin);
  if (!word.starts_with("adopt") && !word.starts_with("sign")) return false;
  for (std::uint32_t i = clause_begin(view, verb.begin, floor); i < verb.begin; ++i) {
    if (declarants_.at(view, i, verb.begin)) return true;
  }
  return false;
}

/// "the previously announced agreement": a participle between determiner and phrase governs nothing.
bool AgreementEvents::is_attribute(const TokenView& view, TokenRange verb, const AgreementPhrase& phrase, std::uint32_t floor) const {
  if (verb.end != phrase.outer || verb.end != phrase.tokens.begin || !is_participle(view.passage(verb))) return false;
  std::uint32_t begin = verb.begin;
  while (begin > floor && function_class(view, begin - 1) == "adverb") --begin;
  if (begin > floor && begin == verb.begin && view.word(begin - 1).ends_with("ly")) --begin;
  const bool all = begin > floor + 1 && function_class(view, begin - 2) == "auxiliary";  // "have all reached agreement"
  return begin > floor && !all && function_class(view, begin - 1) == "determiner";
}

/// A preposition or another verb right before the phrase governs it, not the listed verb farther away: "abandoned talks on saving
/// an accord".
bool AgreementEvents::governs_alone(const TokenView& view, std::uint32_t token) const {
  if (equal_in_any_case(view.word(token), "including")) return false;  // "signed 12 papers, including a treaty"
  const std::string_view kind = function_class(view, token);
  if (!kind.empty()) return kind == "preposition" || kind == "auxiliary" || kind == "verb";
  const Token& t = view.tokens[token];
  const std::string_view word = view.word(token);
  return t.kind == TokenKind::kWord && !t.has(token_flag::kCapitalised) && (word.ends_with("ing") || word.ends_with("ed"));
}

/// "the letter it signed", "the deal the two companies reached": who stands between a phrase and its verb.
bool AgreementEvents::is_relative_subject(const TokenView& view, TokenRange words) const {
  constexpr std::uint32_t kLongest = 3;
  if (words.end == words.begin + 1 && is_one_of(view.word(words.begin), kRelativeSubjects)) return true;
  if (words.end < words.begin + 2 || words.end > words.begin + kLongest) return false;
  return function_class(view, words.begin) == "determiner" && view.word(words.begin) != "that" &&
         self_references_.at(view, words.end - 1, words.end).has_value();
}

AgreementEvent AgreementEvents::verb_behind(const TokenView& view, const AgreementPhrase& phrase, TokenRange sentence,
                                            const NamePlaces& places) const {
  AgreementEvent event;
  const std::uint32_t first = phrase.behind();
  const std::uint32_t limit = std::min(sentence.end, first + kFarthestBehind);
  for (std::uint32_t i = first; i < limit; ++i) {
    const std::string_view word = view.word(i);
    if (ends_clause_at(view, i) || (is_one_of(word, kTimes) && i > first)) return event;
    if (places.covering(i) != nullptr) continue;
    const auto verb = verbs_.at(view, i, limit);
    if (!verb) {
      if (sayings_.at(view, i, limit)) return event;
      continue;
    }
    const std::string_view passage = view.passage(verb->tokens);
    std::uint32_t opening = i;  // "recently signed", "was also reached"
    while (opening > first && function_class(view, opening - 1) == "adverb" && !is_one_of(view.word(opening - 1), kNegations)) --opening;
    const bool be = is_one_of(view.word(opening - 1), kBeForms);
    const std::string_view before = opening == first ? std::string_view(",") : view.word(opening - 1);
    const bool relative = is_relative_subject(view, {first, opening});
    const bool reduced = relative || before == "," || before == ")" || places.ending_at(opening) != nullptr;
    const bool alone = is_phrase_without_object(passage) || is_one_of(passage, kIntransitive);
    if (!alone && !(is_participle(passage) && (be || reduced))) continue;
    event.status = agreement_status_named(verb->cell(0)).value_or(AgreementStatus::kUnknown);
    event.verb = verb->tokens;
    event.is_passive = !alone;
    event.is_signing = is_signing(passage);
    apply_modal(view, first, event);
    const bool under_way = be && equal_in_any_case(view.word(opening - 1), "being");  // "a treaty being negotiated"
    if (under_way && event.status == AgreementStatus::kSigned) event.status = AgreementStatus::kNegotiating;
    const std::string_view opener = phrase.outer > sentence.begin ? view.word(phrase.outer - 1) : std::string_view();
    const bool is_yet = be && is_one_of(view.word(opening - 1), kPresent) && is_one_of(opener, kOpeners);  // "after an accord is reached"
    // "will be explained after the agreement has been signed"
    const bool will_have =
        be && opening >= 2 && equal_in_any_case(view.word(opening - 1), "been") && !equal_in_any_case(view.word(opening - 2), "had");
    const bool conditional =
        is_yet || (will_have && is_one_of(opener, kOpeners) && !equal_in_any_case(opener, "that")) || is_one_of(opener, kConditions);
    if (conditional && event.status == AgreementStatus::kSigned) event.status = AgreementStatus::kPlanned;
    return event;
  }
  return event;
}

/// "the first company to win": it has won.
bool AgreementEvents::is_one_of_few(const TokenView& view, std::uint32_t to, std::uint32_t floor) {
  constexpr std::array<std::string_view, 4> kFew = {"first", "only", "last", "latest"};
  constexpr std::uint32_t kReach = 10;
  const std::uint32_t limit = to > floor + kReach ? to - kReach : floor;
  for (std::uint32_t i = to; i > limit + 1; --i) {
    if (view.word(i - 1) == "," || ends_clause_at(view, i - 1)) return false;
    if (is_one_of(view.word(i - 1), kFew) && is_one_of(view.word(i - 2), kDefinite)) return true;
  }
  return false;
}

/// What the nearest modal before `chain` makes of the verb, to which "to" or a preposition has `led`; "" for none.
std::string_view AgreementEvents::modal_meaning(const TokenView& view, TokenRange verb, std::uint32_t chain, std::uint32_t floor,
                                                bool led) const {
  const bool noun = equal_in_any_case(view.word(verb.end - 1), "of");  // "subject to completion of"
  const std::uint32_t limit = std::max(floor, chain > kFarthestModal ? chain - kFarthestModal : 0);
  for (std::uint32_t end = chain; end > limit; --end) {
    const std::string_view word = view.word(end - 1);
    if (ends_clause_at(view, end - 1) || word == "," || is_one_of(word, kSubordinators)) break;
    const auto modal = modals_.ending_at(view, end, limit);
    // "hopes to sign", "after failing to sign" look ahead; without "to" only "will sign", "did not sign" do.
    const bool conditional = is_one_of(word, kConditions);
    const bool next = conditional || (noun && modal && modal->cell(0) == "condition") ||
                      (end + 2 >= chain && (function_class(view, end - 1) == "auxiliary" || modal_is_negation(modal)));
    const bool awaited = modal && modal->cell(0) == "condition" && view.word(verb.begin).ends_with("ing");  // "subject to its signing"
    if (!modal || (!led && !next && !awaited)) continue;
    const auto negation = modals_.ending_at(view, modal->tokens.begin, limit);  // "were not expected to sign"
    if (modal_is_negation(negation)) return negation->cell(0);
    return modal->cell(0) == "condition" ? "planned" : modal->cell(0);
  }
  return {};
}

/// "will sign", "plans to sign", "failed to sign": the nearest such word before the verb in its clause.
void AgreementEvents::apply_modal(const TokenView& view, std::uint32_t floor, AgreementEvent& event) const {
  const bool done = event.status == AgreementStatus::kSigned || event.status == AgreementStatus::kAnnounced ||
                    event.status == AgreementStatus::kRatified || event.status == AgreementStatus::kInForce;
  const bool ended = event.status == AgreementStatus::kTerminated || event.status == AgreementStatus::kSuspended;
  if (!done && !ended) return;
  // To honour or to join an agreement is not to make one: a modal says nothing of the agreement.
  const std::string_view verb = view.passage(event.verb);
  const bool has = equal_in_any_case(verb, "has") || equal_in_any_case(verb, "have") || equal_in_any_case(verb, "had");
  const bool keeps = event.status == AgreementStatus::kInForce && !has && !is_phrase_without_object(verb);
  if (keeps) {
    const bool to = event.verb.begin > floor && equal_in_any_case(view.word(event.verb.begin - 1), "to");
    const bool enters = view.word(event.verb.begin).starts_with("join") || view.word(event.verb.begin).starts_with("acced");
    if (to && enters && modals_.ending_at(view, event.verb.begin - 1, floor))
      event.before = false;  // "Chile refused (applied) to join": no party
    return;
  }
  std::uint32_t chain = event.verb.begin;  // over "be", "have been", adverbs
  while (chain > floor && (is_one_of(view.word(chain - 1), kBeForms) || function_class(view, chain - 1) == "adverb")) {
    --chain;
    event.failed = event.failed || is_one_of(view.word(chain), kNegations);
  }
  const bool infinitive = chain > floor && equal_in_any_case(view.word(chain - 1), "to");
  const bool gerund = view.word(event.verb.begin).ends_with("ing") && chain > floor && function_class(view, chain - 1) == "preposition";
  const bool aim = gerund && is_one_of(view.word(chain - 1), kAims) && event.status == AgreementStatus::kSigned;  // "the need for reaching"
  std::string_view meaning = infinitive || aim ? "planned" : "";
  if (const auto said = modal_meaning(view, event.verb, chain, floor, infinitive || gerund); !said.empty()) meaning = said;
  if (meaning.empty() || meaning == "signed") return;  // "met to sign"
  if (infinitive && meaning == "planned" && is_one_of_few(view, chain - 1, floor)) return;
  event.failed = event.failed || meaning == "failed";
  if (ended) {
    if (meaning != "decided") event.status = AgreementStatus::kUnknown;
  } else {
    event.status = meaning == "planned" || meaning == "decided" ? AgreementStatus::kPlanned : AgreementStatus::kNegotiating;
  }
}

}  // namespace attest
