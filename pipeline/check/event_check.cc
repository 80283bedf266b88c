#include "check/event_check.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "check/comparability.h"
#include "check/event_counts.h"
#include "check/event_sums.h"
#include "check/statement_group.h"

namespace attest {
namespace {

/// Numbers so long are no coincidence within one event; shorter ones need more words beside them.
constexpr int kTellingDigits = 3;
/// Words that two sentences share, without numbers, where nothing else says that they tell the same.
constexpr std::size_t kWordsOfEqual = 1;
constexpr std::size_t kWordsOfFamily = 2;
/// So many names in both sentences are as good as a word.
constexpr std::size_t kNamesOfEqual = 2;
constexpr std::size_t kWordsOfShort = 3;
constexpr std::size_t kWordsOfRetelling = 4;
constexpr int kLarge = 10'000;
/// Of smaller counts there are many in a report.
constexpr int kFewest = 5;

/// A fact with the words by which it is compared.
struct Report {
  const SourcedFact* fact = nullptr;
  std::vector<std::string> phrase;    ///< Of the measure.
  std::vector<std::string> sentence;  ///< Without numbers and names.
  std::vector<std::string> names;     ///< Of the sentence.
  std::vector<std::string> numbers;   ///< Of the sentence, in groups of digits: "12" of 12,000.
};

bool has_digit(const std::string& word) { return word.find_first_of("0123456789") != std::string::npos; }

/// Neither years, which every report of an event shares, nor the thousands of round numbers.
std::vector<std::string> numbers_of(std::string_view text) {
  std::vector<std::string> words = content_words(text);
  std::erase_if(words, [](const std::string& word) {
    return !has_digit(word) || word == "000" || (word.size() == 4 && (word.starts_with("19") || word.starts_with("20")));
  });
  return words;
}

/// Cut to their stems, so that "survivors" have "survived": the first letters of a word, the simplest of stemmers, and enough where a
/// number fits as well.
std::vector<std::string> words_without_numbers(std::string_view text) {
  constexpr std::size_t kStem = 6;
  std::vector<std::string> words = content_words(text);
  std::erase_if(words, [](const std::string& word) { return has_digit(word) || word == "million" || word == "billion" || word == "said"; });
  for (std::string& word : words) word.resize(std::min(word.size(), kStem));
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

/// The words that begin with a capital letter, or all others.
std::string words_by_capital(const std::string& sentence, bool capital) {
  std::string text;
  bool inside = false;
  bool name = false;
  for (const char c : sentence) {
    const bool letter = is_cue_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    if (letter && !inside) name = 'A' <= c && c <= 'Z';
    inside = letter;
    text += letter && name != capital ? ' ' : c;
  }
  return text;
}

/// The words for what is measured: "growth of revenue" and "growth of profit" are of different things.
std::vector<std::string> phrase_of(const CheckedFact& fact, const CheckPolicy& policy) {
  std::vector<std::string> words = words_without_numbers(fact.fact().measure + " " + fact.figure().noun);
  std::erase_if(words, [&](const std::string& word) { return policy.is_cue(word, Cue::kFrame); });
  return words;
}

Report report_of(const SourcedFact& fact, const CheckPolicy& policy, const TopicContext& context) {
  const std::string sentence = context.sentence(fact);
  // Names stand in every report of an event: they say little of what a figure counts.
  return {&fact, phrase_of(fact.fact, policy), words_without_numbers(words_by_capital(sentence, false)),
          words_without_numbers(words_by_capital(sentence, true)), numbers_of(sentence)};
}

std::size_t shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](const std::string& word) { return std::binary_search(b.begin(), b.end(), word); }));
}

/// "People" may be any of those whom another report calls survivors, passengers or residents.
bool are_people(const CheckedFact& fact) { return fact.fact().measure_id == "people.count"; }

bool has_measure(const CheckedFact& fact) { return !fact.fact().measure_id.empty() && !are_people(fact); }

bool have_measures(const CheckedFact& a, const CheckedFact& b) { return has_measure(a) && has_measure(b); }

/// The same number of two digits or more.
bool are_equal_and_long(const CheckedFact& a, const CheckedFact& b) { return a.value() == b.value() && significant_digits(a) > 1; }

bool same_thing(const Report& a, const Report& b, const CheckPolicy& policy) {
  const CheckedFact& ours = a.fact->fact;
  const CheckedFact& theirs = b.fact->fact;
  const std::string& measure = ours.fact().measure_id;
  if (have_measures(ours, theirs) && policy.are_of_one_family(measure, theirs.fact().measure_id))
    return measure == theirs.fact().measure_id || shared(a.sentence, b.sentence) >= kWordsOfFamily || are_equal_and_long(ours, theirs);
  if (have_measures(ours, theirs)) return measure == theirs.fact().measure_id;
  if (shared(a.phrase, b.phrase) > 0) return true;
  return (are_people(ours) && shared(b.phrase, a.sentence) > 0) || (are_people(theirs) && shared(a.phrase, b.sentence) > 0);
}

/// Words that the sentences share; numbers beside the one that is compared weigh more.
std::size_t shared_evidence(const Report& a, const Report& b) {
  const std::size_t numbers = shared(a.numbers, b.numbers);
  const std::size_t names = shared(a.names, b.names);
  return shared(a.sentence, b.sentence) + (numbers > 1 ? 2 * (numbers - 1) : 0) + (names >= kNamesOfEqual ? 1 : 0);
}

bool is_expected(StatusClass status) { return status == StatusClass::kForecast || status == StatusClass::kTarget; }

/// What one report tells as planned another may tell as expected, or as a fact.
bool may_be_of_one_status(StatusClass a, StatusClass b) {
  return is_expected(a) == is_expected(b) || a == StatusClass::kPlanned || b == StatusClass::kPlanned;
}

/// The same kind of statement: level or change, in one unit, of what is or of what is expected.
bool is_alike(const CheckedFact& a, const CheckedFact& b) {
  if (a.role != b.role || a.unit != b.unit || a.figure().quantity != b.figure().quantity || a.change_kind != b.change_kind) return false;
  const bool both_ways = a.change_direction != ChangeDirection::kNone && b.change_direction != ChangeDirection::kNone;
  if (a.role == FactRole::kChange && both_ways && a.change_direction != b.change_direction) return false;
  // What the one estimates the other expects; and of an equal long number the one may not say that it is expected.
  const bool estimated = a.fact().status == FactStatus::kEstimate || b.fact().status == FactStatus::kEstimate;
  const bool told_otherwise = a.value() == b.value() && (estimated || significant_digits(a) >= kTellingDigits);
  return told_otherwise || may_be_of_one_status(a.status, b.status);
}

/// Days and weeks of an event are told loosely; years, and what was before, are not.
bool may_be_of_one_time(const SourcedFact& a, const SourcedFact& b) {
  constexpr int kDays = 21;
  const auto& ours = a.fact.period;
  const auto& theirs = b.fact.period;
  if (!ours || !theirs) return !is_long_past(a) && !is_long_past(b);
  if (ours->overlaps(*theirs)) return true;
  const auto gap = std::max(ours->begin, theirs->begin).number() - std::min(ours->end, theirs->end).number();
  return gap <= kDays && ours->days() <= kDays && theirs->days() <= kDays;
}

/// The digits of the more precise one: "nearly 1,900" is told as precisely as it is meant.
int digits_of(const CheckedFact& a, const CheckedFact& b) { return std::max(significant_digits(a), significant_digits(b)); }

/// "Nearly 1,900" and 1,891, 22.9 and 22.86: the same number, told less precisely.
bool is_rounding(const CheckedFact& a, const CheckedFact& b) {
  constexpr double kNear = 0.06;
  const auto is_limit = [](const CheckedFact& one) {
    const Bound bound = one.figure().bound;
    return is_counted_limit(one) || bound == Bound::kAtMost || bound == Bound::kUnder || bound == Bound::kVague;
  };
  if (is_limit(a) || is_limit(b) || relative_gap(a.value(), b.value()) > kNear) return false;
  const bool exact = a.figure().bound == Bound::kExact && b.figure().bound == Bound::kExact;
  return digits_of(a, b) >= (exact ? kTellingDigits : 2);
}

bool is_hedged(const CheckedFact& fact) { return fact.figure().bound != Bound::kExact; }

bool confirm(const Report& a, const Report& b, const CheckPolicy& policy) {
  const CheckedFact& ours = a.fact->fact;
  const CheckedFact& theirs = b.fact->fact;
  if (!is_alike(ours, theirs)) return false;
  if (!may_be_equal(ours, theirs)) return false;
  const bool equal = ours.value() == theirs.value();
  if (!equal && is_hedged(ours) && is_hedged(theirs)) return false;  // "over 17 million" and "nearly 20 million"
  const bool thing = same_thing(a, b, policy);
  const std::size_t words = shared_evidence(a, b);
  const int digits = digits_of(ours, theirs);
  const bool retold = equal && words >= kWordsOfRetelling && Decimal(kLarge) <= ours.value();
  if (!retold && !same_flow(ours, theirs)) return false;
  if (!thing && have_measures(ours, theirs) && digits < kTellingDigits && !retold) return false;
  // Which year or quarter is meant is often told otherwise; the same words about the same number are of one, and so are long numbers.
  const bool is_long = equal ? digits >= kTellingDigits : digits > kTellingDigits && is_rounding(ours, theirs);
  const bool is_retold = (equal && digits >= 2 && words >= kWordsOfRetelling) || (is_long && thing && words >= kWordsOfEqual);
  if (!may_be_of_one_time(*a.fact, *b.fact) && !is_retold) return false;
  if (!equal) return thing && is_rounding(ours, theirs) && words >= kWordsOfEqual;
  const bool large = Decimal(kLarge) <= ours.value();
  if (digits >= kTellingDigits || (digits == 2 && large)) return thing || words >= kWordsOfEqual;
  return thing ? words >= kWordsOfEqual || digits >= 2 : words >= kWordsOfShort && (digits >= 2 || large);
}

/// Statements that `compare_topic` has told already.
bool are_of_one_topic(const std::vector<const SourcedFact*>& facts) {
  return std::all_of(facts.begin(), facts.end(), [&](const SourcedFact* one) { return are_told_together(*one, *facts.front()); });
}

bool has_two_documents(const std::vector<const SourcedFact*>& facts) {
  return std::any_of(facts.begin(), facts.end(), [&](const SourcedFact* one) { return one->source.key != facts.front()->source.key; });
}

using Group = std::vector<const Report*>;

/// The same article says it again: an equal number of the same or much the same measure.
bool repeats(const Report& a, const Report& b, const CheckPolicy& policy) {
  const CheckedFact& ours = a.fact->fact;
  const CheckedFact& theirs = b.fact->fact;
  if (a.fact->source.key != b.fact->source.key || ours.value() != theirs.value() || !is_alike(ours, theirs) || !same_flow(ours, theirs))
    return false;
  if (!may_be_of_one_time(*a.fact, *b.fact)) return false;
  const std::string& measure = ours.fact().measure_id;
  return have_measures(ours, theirs) &&
         (measure == theirs.fact().measure_id || policy.are_of_one_family(measure, theirs.fact().measure_id));
}

/// Beside a statement that tells the same, with a number that fits all of them.
bool belongs(const Report& one, const Group& group, const CheckPolicy& policy) {
  const bool fits =
      std::all_of(group.begin(), group.end(), [&](const Report* other) { return may_be_equal(other->fact->fact, one.fact->fact); });
  return fits && std::any_of(group.begin(), group.end(),
                             [&](const Report* other) { return repeats(*other, one, policy) || confirm(*other, one, policy); });
}

/// Exact numbers make the groups, the most precise ones first; hedged ones join.
bool makes_groups_before(const Report& a, const Report& b) {
  const auto rank = [](const Report& one) {
    return std::pair(one.fact->fact.figure().bound != Bound::kExact, -significant_digits(one.fact->fact));
  };
  return rank(a) < rank(b);
}

/// What a report repeats of a group, told too differently to be confirmed by another article.
void join_repeated(std::vector<Group>& groups, const CheckPolicy& policy) {
  for (Group& alone : groups) {
    if (alone.size() != 1) continue;
    const auto told = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
      return group.size() > 1 &&
             std::any_of(group.begin(), group.end(), [&](const Report* other) { return repeats(*other, *alone.front(), policy); });
    });
    if (told == groups.end()) continue;
    told->push_back(alone.front());
    alone.clear();
  }
  std::erase_if(groups, [](const Group& group) { return group.empty(); });
}

/// The first group that fits with much the same number, else the one with the nearest.
Group* group_for(const Report& one, std::vector<Group>& groups, const CheckPolicy& policy) {
  Group* nearest = nullptr;
  double least = 0;
  for (Group& group : groups) {
    const double gap = relative_gap(group.front()->fact->fact.value(), one.fact->fact.value());
    if ((nearest != nullptr && gap >= least) || !belongs(one, group, policy)) continue;
    nearest = &group;
    least = gap;
    if (gap <= kMuchTheSame) break;
  }
  return nearest;
}

std::vector<Group> groups_of(const std::vector<Report>& reports, const CheckPolicy& policy) {
  std::vector<Group> groups;
  for (const Report& one : reports) {
    if (Group* const fits = group_for(one, groups, policy); fits != nullptr) {
      fits->push_back(&one);
    } else {
      groups.push_back({&one});
    }
  }
  join_repeated(groups, policy);
  return groups;
}

SourcedFacts facts_of(const Group& group) {
  SourcedFacts facts;
  for (const Report* one : group) facts.push_back(one->fact);
  return facts;
}

bool says_document(const Group& group, std::int64_t key) {
  return std::any_of(group.begin(), group.end(), [&](const Report* one) { return one->fact->source.key == key; });
}

/// Parties that are told at different breadth may be the same; others are not.
bool may_be_of_one_party(const CheckedFact& a, const CheckedFact& b) {
  const auto holds = [](const std::vector<std::string>& all, const std::vector<std::string>& some) {
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
  };
  return holds(a.parties, b.parties) || holds(b.parties, a.parties);
}

/// Exact figures of one measure, or of one noun, in sentences that are much alike, of the same days; neither article gives both.
bool contradict(const Report& a, const Report& b, const TopicContext& context) {
  constexpr double kAlike = 0.5;
  constexpr double kNear = 0.5;
  constexpr int kSameDays = 1;
  constexpr std::size_t kFewestWords = 3;
  const CheckedFact& ours = a.fact->fact;
  const CheckedFact& theirs = b.fact->fact;
  const auto is_definite = [](const CheckedFact& one) {
    return one.figure().bound == Bound::kExact || one.figure().bound == Bound::kAbout;
  };
  if (!is_definite(ours) || !is_definite(theirs) || ours.role != FactRole::kLevel || !is_alike(ours, theirs) || !same_flow(ours, theirs) ||
      is_expected(ours.status) || ours.status != theirs.status)
    return false;
  if (touch(ours.interval, theirs.interval) != Touch::kApart || relative_gap(ours.value(), theirs.value()) > kNear) return false;
  if (ours.figure().quantity == Quantity::kCount && std::min(ours.value(), theirs.value()) < Decimal(kFewest)) return false;
  if (!may_be_of_one_time(*a.fact, *b.fact) || !published_within(*a.fact, *b.fact, kSameDays)) return false;
  if (ours.fact().measure_id != theirs.fact().measure_id || shared(a.phrase, b.phrase) == 0) return false;
  if (!may_be_of_one_party(ours, theirs) || ours.thing != theirs.thing) return false;
  if (context.qualifiers(*a.fact) != context.qualifiers(*b.fact)) return false;
  const std::size_t words = shared(a.sentence, b.sentence);
  return words >= kFewestWords &&
         static_cast<double>(words) >= kAlike * static_cast<double>(std::min(a.sentence.size(), b.sentence.size()));
}

/// Within one topic, measures that name one figure are; and so are counts that grow from day to day.
bool is_compared_elsewhere(const CheckedFact& a, const CheckedFact& b, const CheckPolicy& policy) {
  return policy.is_of_event(a.fact().measure_id) || (own_topic(a) != 0 && own_topic(a) == own_topic(b) && a.one_figure);
}

/// Two readings of one figure, with all that say them.
void report_conflicts(const std::vector<Group>& groups, const std::string& key, const CheckPolicy& policy, const TopicContext& context,
                      TopicFindings& found) {
  for (auto one = groups.begin(); one != groups.end(); ++one) {
    for (auto other = one + 1; other != groups.end(); ++other) {
      const Report& ours = *one->front();
      const Report& theirs = *other->front();
      if (!contradict(ours, theirs, context) || is_compared_elsewhere(ours.fact->fact, theirs.fact->fact, policy)) continue;
      const bool both = std::any_of(one->begin(), one->end(), [&](const Report* x) { return says_document(*other, x->fact->source.key); });
      if (both) continue;
      SourcedFacts facts = facts_of(*one);
      for (const SourcedFact* fact : facts_of(*other)) facts.push_back(fact);
      const std::size_t known = found.findings.size();
      StatementGroup(std::move(facts), key + "\n" + ours.fact->fact.row.fact_id, context)
          .report_differences(Contradiction::kYes, "the reports tell of the same event", found);
      for (std::size_t i = known; i < found.findings.size(); ++i) found.findings[i].severity = Severity::kMedium;
    }
  }
}

/// Deaths and injuries, whoever their articles name as parties; those of one topic are compared there.
void compare_counts(const std::vector<SourcedFact>& facts, const std::string& key, const CheckPolicy& policy, const TopicContext& context,
                    TopicFindings& found) {
  std::map<std::pair<std::string, StatusClass>, SourcedFacts> by_measure;
  for (const SourcedFact& one : facts) {
    const std::string& measure = one.fact.fact().measure_id;
    if (policy.is_of_event(measure) && !is_expected(one.fact.status)) by_measure[{measure, one.fact.status}].push_back(&one);
  }
  for (const auto& [measure, counts] : by_measure) {
    const std::int64_t topic = own_topic(counts.front()->fact);
    const bool one_topic = std::all_of(counts.begin(), counts.end(), [&](const SourcedFact* one) { return own_topic(one->fact) == topic; });
    if (!one_topic) compare_event_counts(counts, key + "\n" + measure.first, policy, context, found);
  }
}

}  // namespace

TopicFindings compare_event(const std::vector<SourcedFact>& facts, const std::string& key, const CheckPolicy& policy,
                            const TopicContext& context) {
  std::vector<Report> reports;
  reports.reserve(facts.size());
  for (const SourcedFact& fact : facts) reports.push_back(report_of(fact, policy, context));
  std::stable_sort(reports.begin(), reports.end(), makes_groups_before);
  TopicFindings found;
  const std::vector<Group> groups = groups_of(reports, policy);
  for (const Group& group : groups) {
    const SourcedFacts told = facts_of(group);
    if (!has_two_documents(told) || are_of_one_topic(told)) continue;
    StatementGroup(told, key + "\n" + told.front()->fact.row.fact_id, context).report(Contradiction::kNone, found);
  }
  report_conflicts(groups, key, policy, context, found);
  compare_counts(facts, key, policy, context, found);
  for (Finding& sum : sums_across(facts, policy)) found.findings.push_back(std::move(sum));
  return found;
}

}  // namespace attest
