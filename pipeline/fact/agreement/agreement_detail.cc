#include "fact/agreement/agreement_detail.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "resolve/name_places.h"

namespace attest {
namespace {

constexpr std::uint32_t kFarthestWorth = 30;  // tokens behind a phrase in which its value stands
constexpr std::uint32_t kLongestSubject = 18;

constexpr std::array<std::string_view, 9> kSubjectEnds = {",", ".", ";", ":", "(", "\"", "“", "”", "--"};
constexpr std::array<std::string_view, 12> kNextClauses = {"which", "that",  "who",  "while",  "but", "after",
                                                           "when",  "worth", "said", "valued", "was", "were"};

constexpr std::array<std::string_view, 4> kDateLineEnds = {"—", "–", "--", "("};

// Before these dates something else begins or ends.
constexpr std::array<std::string_view, 9> kOtherTimes = {"by", "until", "till", "through", "from", "for", "since", "before", "after"};

bool is_concluded(AgreementStatus status) noexcept {
  return status == AgreementStatus::kSigned || status == AgreementStatus::kAnnounced || status == AgreementStatus::kRatified;
}

const DateExpression* day_of(const Mention& mention) noexcept {
  const DateExpression* date = mention.date();
  const bool usable = date != nullptr && date->type == DateType::kDate && !date->start_date.empty() && !date->end_date.empty();
  return usable && !date->citation ? date : nullptr;
}

/// "for $27.85" a share: no agreement is worth so little.
bool is_price_of_share(const Figure& figure) {
  constexpr double kLeast = 1000;
  return figure.value && figure.value->to_double() < kLeast;
}

/// "adding Dec. 30 was the date of completion": the subject of another clause.
bool is_subject(const TokenView& view, TokenRange date) {
  if (date.begin == 0 || (view.word(date.begin - 1) != "," && !view.word(date.begin - 1).ends_with("ing"))) return false;
  constexpr std::array<std::string_view, 4> kVerbs = {"is", "was", "will", "would"};
  const std::uint32_t behind = date.end + (date.end < view.tokens.size() && view.word(date.end) == "," ? 1U : 0U);
  return behind < view.tokens.size() && is_one_of(view.word(behind), kVerbs);
}

std::string in_one_line(std::string_view passage) {
  std::string line(passage);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

/// "signed a pact, which took effect in May": the day of the clause behind it, unless a comma ends that.
bool is_of_relative_clause(const TokenView& view, TokenRange between) {
  constexpr std::array<std::string_view, 5> kRelatives = {"which", "who", "that", "where", "effective"};
  for (std::uint32_t i = between.end; i > between.begin; --i) {
    if (view.word(i - 1) == ",") return false;
    if (is_one_of(view.word(i - 1), kRelatives)) return true;
  }
  return false;
}

}  // namespace

bool AgreementDetails::is_preposition(const TokenView& view, std::uint32_t token) const {
  const auto found = function_words_.at(view, token, token + 1);
  return found && found->cell(0) == "preposition";
}

void AgreementDetails::find(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event, TokenRange sentence,
                            std::span<const Mention> mentions, Agreement& agreement) const {
  const Mention* date = phrase.date != nullptr                           ? phrase.date
                        : is_concluded(event.status) && !event.is_change ? signed_on(view, phrase, event, mentions)
                                                                         : nullptr;
  if (date == nullptr && event.status != AgreementStatus::kPlanned) date = signed_behind(view, phrase, sentence, mentions);
  if (date != nullptr && day_of(*date) != nullptr) {
    agreement.signed_start = date->date()->start_date;
    agreement.signed_end = date->date()->end_date;
  }
  if (is_concluded(event.status)) agreement.place = place_of(view, phrase, event, mentions);
  const Mention* money = phrase.money != nullptr ? phrase.money : worth(view, phrase, sentence, mentions);
  if (money != nullptr && money->figure()->value && !money->figure()->unit.empty()) {
    agreement.value = money->figure()->value;
    agreement.value_unit = money->figure()->unit;
  }
  agreement.subject = subject_in_title(view, phrase);
  if (agreement.subject.empty()) agreement.subject = subject_of(view, phrase, sentence, mentions);
  if (agreement.subject.empty() && phrase.title.empty()) agreement.subject = modifiers_of(view, phrase);
}

/// "May 14 — Norvale signed", "Norvale said on Wednesday": when it is told, not when it was signed.
bool AgreementDetails::dates_the_report(const TokenView& view, TokenRange date) const {
  constexpr std::uint32_t kLongest = 2;
  if (date.end < view.tokens.size() && is_one_of(view.word(date.end), kDateLineEnds)) return true;
  const std::uint32_t on = date.begin > 0 && equal_in_any_case(view.word(date.begin - 1), "on") ? date.begin - 1 : date.begin;
  return sayings_.ending_at(view, on, on > kLongest ? on - kLongest : 0).has_value();
}

/// The date that belongs to the verb: the first one behind it ("signed on Friday"), where no other verb's words stand between;
/// else one that opens the sentence.
const Mention* AgreementDetails::signed_on(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event,
                                           std::span<const Mention> mentions) const {
  constexpr std::uint32_t kNear = 6;
  const std::uint32_t last = std::max(event.verb.end, phrase.tokens.end);
  const Mention* opening = nullptr;
  for (const Mention& mention : mentions) {
    if (day_of(mention) == nullptr) continue;
    const TokenRange tokens = tokens_of(view, mention.bytes);
    if (dates_the_report(view, tokens) || (tokens.begin > phrase.tokens.end && is_subject(view, tokens))) continue;
    if (tokens.begin > 0 && is_one_of(view.word(tokens.begin - 1), kOtherTimes)) continue;
    if (tokens.begin > last && is_of_relative_clause(view, {last, tokens.begin})) continue;
    if (tokens.end <= event.verb.begin && event.verb.begin - tokens.end <= 40) opening = opening == nullptr ? &mention : opening;
    const bool behind_verb = tokens.begin >= event.verb.end && tokens.begin <= event.verb.end + kNear;
    const bool on = tokens.begin > 0 && equal_in_any_case(view.word(tokens.begin - 1), "on");
    const bool on_day = on || (tokens.begin > 0 && view.tokens[tokens.begin].has(token_flag::kCapitalised));
    // "were signed with firms from Chile, Peru and Brazil at a forum on August 22"
    const std::uint32_t reach = event.is_passive && on ? 7 * kNear : 3 * kNear;
    const bool behind = tokens.begin >= last && (tokens.begin <= last + 2 || (on_day && tokens.begin <= last + reach));
    if (behind_verb || behind) return &mention;
  }
  return opening;
}

/// "has a contract with Ludlow, signed in May": the day of a participle behind the phrase.
const Mention* AgreementDetails::signed_behind(const TokenView& view, const AgreementPhrase& phrase, TokenRange sentence,
                                               std::span<const Mention> mentions) {
  constexpr std::uint32_t kReach = 16;
  constexpr std::array<std::string_view, 6> kSigned = {"signed", "inked", "concluded", "reached", "dated", "initialled"};
  constexpr std::array<std::string_view, 3> kOn = {"on", "in", "last"};
  const std::uint32_t next = phrase.next > phrase.tokens.end ? phrase.next : sentence.end;
  for (const Mention& mention : mentions) {
    if (day_of(mention) == nullptr) continue;
    std::uint32_t begin = tokens_of(view, mention.bytes).begin;
    if (begin <= phrase.tokens.end || begin > std::min(next, phrase.tokens.end + kReach)) continue;
    if (is_one_of(view.word(begin - 1), kOn)) --begin;
    const bool told = begin > phrase.tokens.end && is_one_of(view.word(begin - 1), kSigned);
    if (told && (begin - 1 == phrase.tokens.end || view.word(begin - 2) == ",")) return &mention;
  }
  return nullptr;
}

/// The city that the verb names: "signed in Astana"; else one before the verb ("in Astana, China and Chile signed").
std::string AgreementDetails::place_of(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event,
                                       std::span<const Mention> mentions) const {
  const std::uint32_t last = std::max(event.verb.end, phrase.tokens.end);
  for (const Mention& mention : mentions) {
    const Name* name = mention.name();
    if (name == nullptr || name->kind != NameKind::kPlace || (name->type != "city" && name->type != "seat")) continue;
    const TokenRange tokens = tokens_of(view, mention.bytes);
    const bool in =
        tokens.begin > 0 && (equal_in_any_case(view.word(tokens.begin - 1), "in") || equal_in_any_case(view.word(tokens.begin - 1), "at"));
    if (in && (tokens.begin < event.verb.begin || tokens.begin <= last + 20)) return name->name;
  }
  return {};
}

const Mention* AgreementDetails::worth(const TokenView& view, const AgreementPhrase& phrase, TokenRange sentence,
                                       std::span<const Mention> mentions) const {
  for (const Mention& mention : mentions) {
    const Figure* figure = mention.figure();
    if (figure == nullptr || figure->quantity != Quantity::kMoney) continue;
    const TokenRange tokens = tokens_of(view, mention.bytes);
    if (tokens.begin < phrase.tokens.end || tokens.begin > phrase.tokens.end + kFarthestWorth) continue;
    // Hedges may stand between: "worth nearly $25 billion".
    for (std::uint32_t end = tokens.begin; end + 4 > tokens.begin && end > phrase.tokens.end; --end) {
      const auto word = worth_words_.ending_at(view, end, sentence.begin);
      if (!word) continue;
      const bool short_word = word->tokens.end - word->tokens.begin == 1 && view.word(word->tokens.begin).size() <= 3;  // "of", "for"
      const bool price = equal_in_any_case(view.word(word->tokens.begin), "for") && acts_.at(view, phrase.tokens.end, sentence.end);
      if (is_price_of_share(*figure)) continue;
      if (!short_word || price || word->tokens.begin <= phrase.tokens.end + 1) return &mention;
    }
  }
  return nullptr;
}

/// "on building a plant | back in May 2021": where the day that ends a subject begins, which is that of the signing; the end, where none
/// does.
std::uint32_t AgreementDetails::before_day(const TokenView& view, TokenRange subject, std::span<const Mention> mentions) {
  constexpr std::array<std::string_view, 3> kOn = {"on", "in", "back"};
  for (const Mention& mention : mentions) {
    if (mention.date() == nullptr) continue;
    const TokenRange day = tokens_of(view, mention.bytes);
    std::uint32_t begin = day.begin;
    if (day.end < subject.end || begin <= subject.begin || begin >= subject.end) continue;
    while (begin > subject.begin && is_one_of(view.word(begin - 1), kOn)) --begin;
    if (begin < day.begin && begin > subject.begin) return begin;
  }
  return subject.end;
}

/// "Protocol on the Exchange of Students": what its own words are about.
std::string AgreementDetails::subject_in_title(const TokenView& view, const AgreementPhrase& phrase) {
  constexpr std::array<std::string_view, 5> kTopics = {"on", "concerning", "regarding", "for", "against"};
  if (phrase.weight != AgreementWeight::kNamed) return {};
  for (std::uint32_t i = phrase.tokens.begin + 1; i + 1 < phrase.tokens.end; ++i) {
    if (is_one_of(view.word(i), kTopics)) return in_one_line(view.passage({i + 1, phrase.tokens.end}));
  }
  return {};
}

/// "in the field of defence", "to supply steel": from behind the words that lead to it to the end of the clause.
std::string AgreementDetails::subject_of(const TokenView& view, const AgreementPhrase& phrase, TokenRange sentence,
                                         std::span<const Mention> mentions) const {
  const std::uint32_t next = phrase.next > phrase.tokens.end ? phrase.next : sentence.end;
  // What a title is about stands right behind it; farther away somebody else is told of.
  const std::uint32_t reach = phrase.weight == AgreementWeight::kNamed ? 1 : kLongestSubject;
  const std::uint32_t limit = std::min({sentence.end, next, phrase.tokens.end + reach});
  for (std::uint32_t i = phrase.tokens.end; i < limit; ++i) {
    const std::string_view word = view.word(i);
    if (word == "." || word == ";" || is_one_of(word, kNextClauses)) return {};
    const auto topic = topics_.at(view, i, sentence.end);
    if (!topic) continue;
    const std::uint32_t begin = topic->tokens.end;
    if (links_.at(view, i, limit)) continue;  // "on behalf of"
    // "to supply steel", not "similar to Chile's treaty"
    if (equal_in_any_case(word, "to") && begin < limit && view.tokens[begin].has(token_flag::kCapitalised)) continue;
    const auto states_when_or_how_much = [&](const Mention& mention) {
      const std::uint32_t token = token_from(view, mention.bytes.begin);
      return (mention.date() != nullptr || (mention.figure() != nullptr && mention.figure()->quantity == Quantity::kMoney)) &&
             token == begin;
    };
    if (std::any_of(mentions.begin(), mentions.end(), states_when_or_how_much)) continue;
    std::uint32_t end = begin;
    while (end < std::min(sentence.end, begin + kLongestSubject) && !is_one_of(view.word(end), kSubjectEnds) &&
           !is_one_of(view.word(end), kNextClauses)) {
      ++end;
    }
    end = before_day(view, {begin, end}, mentions);
    if (end == begin) return {};
    return in_one_line(view.passage({begin, end}));
  }
  return {};
}

/// "free trade agreement" is about free trade: the words before the noun that are no names, numbers or plain adjectives.
std::string AgreementDetails::modifiers_of(const TokenView& view, const AgreementPhrase& phrase) const {
  std::uint32_t begin = phrase.head.begin;
  while (begin > phrase.tokens.begin) {
    const Token& token = view.tokens[begin - 1];
    const bool joins = view.word(begin - 1) == "-" && begin - 1 > phrase.tokens.begin;
    if (!joins && (token.kind != TokenKind::kWord || token.has(token_flag::kCapitalised))) break;
    if (view.word(begin - 1) == "and") break;                                             // "contracts and agreements"
    const bool counts = phrase.many && phrase.count && begin == phrase.tokens.begin + 1;  // "seven agreements"
    const bool priced = phrase.money != nullptr && phrase.money->bytes.contains({token.begin, token.end});
    if (counts || priced || plain_modifiers_.ending_at(view, begin, phrase.tokens.begin)) break;
    --begin;
  }
  if (begin < phrase.head.begin && view.word(begin) == "-") ++begin;
  return begin < phrase.head.begin ? std::string(view.passage({begin, phrase.head.begin})) : std::string();
}

}  // namespace attest
