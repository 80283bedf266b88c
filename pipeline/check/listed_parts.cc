// Parts that are listed with their total, whatever they measure: "killed 43 people: 31 in one town and 12 in another". Sums that
// fit are told of numbers long enough to be no coincidence; those that do not, of exact counts behind a colon.
#include "check/listed_parts.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "check/comparability.h"
#include "check/cue.h"

namespace attest {
namespace {

/// How many sentences before a list its total may stand.
constexpr std::size_t kSentencesBack = 2;
constexpr std::size_t kMostParts = 12;
/// A sum that is known less exactly fits too much.
constexpr double kWidest = 0.025;

using Figures = std::vector<const CheckedFact*>;

bool is_countable(const CheckedFact& fact) { return is_level(fact) && fact.unit != "1" && fact.figure().value.has_value(); }

/// Figures of one sentence that can be added to each other.
struct SentenceFigures {
  Span sentence;
  std::map<std::string, Figures> by_unit;
};

std::vector<SentenceFigures> sentences_of(const CheckedDocument& document) {
  std::vector<SentenceFigures> sentences;
  for (const CheckedFact& fact : document.facts) {
    if (!is_countable(fact)) continue;
    if (sentences.empty() || sentences.back().sentence != fact.sentence) sentences.push_back({fact.sentence, {}});
    const bool counted = fact.figure().quantity == Quantity::kCount;
    sentences.back().by_unit[counted ? "count" : fact.unit].push_back(&fact);
  }
  return sentences;
}

/// The parts of several years' total are those of its years.
bool fits_period(const CheckedFact& part, const CheckedFact& total) {
  return !part.period || !total.period || total.period->contains(*part.period);
}

/// What came about and what is planned may be parts of one amount; what is forecast is none of it.
bool fits_status(const CheckedFact& part, const CheckedFact& total) {
  const auto is_expected = [](const CheckedFact& one) {
    return one.status == StatusClass::kForecast || one.status == StatusClass::kTarget;
  };
  return part.status == total.status || (!is_expected(part) && !is_expected(total));
}

/// Parts and total of one time and one status, each less than the total, and none so small that any sum fits without it.
bool are_of_one_kind(const Figures& parts, const CheckedFact& total) {
  constexpr double kSmallest = 0.005;
  return std::all_of(parts.begin(), parts.end(), [&](const CheckedFact* part) {
    const double share = part->value().to_double() / total.value().to_double();
    return part != &total && part->value() < total.value() && share >= kSmallest && fits_period(*part, total) && fits_status(*part, total);
  });
}

/// True where words say that the parts make the total: a colon, "of which", "including" between it and the first of them, or "of the"
/// before it, at the sentence's beginning.
bool is_announced(const Figures& parts, const CheckedFact& total, const CheckedDocument& document, const CheckPolicy& policy) {
  const Span lead{total.sentence.begin, std::max(total.sentence.begin, total.row.figure.bytes.begin)};
  const auto of_total = find_cue(lead.of(document.text), Cue::kOfThe, policy);
  if (of_total && of_total->bytes.begin == 0) return true;
  const Span between{total.row.figure.bytes.end, parts.front()->row.figure.bytes.begin};
  if (between.begin >= between.end) return false;
  const std::string_view words = between.of(document.text);
  return words.find(':') != std::string_view::npos || find_cue(words, Cue::kIncludes, policy) || find_cue(words, Cue::kOfWhich, policy);
}

/// How far the number as it is written may be off, whatever its bound says: "at least 70 billion" is part of a sum as 70 billion is.
double written_width(const CheckedFact& fact) {
  const bool about = fact.figure().bound == Bound::kAbout || fact.figure().bound == Bound::kVague;
  const Interval& interval = fact.interval;
  if (about) return interval.low && interval.high ? interval.high->to_double() - interval.low->to_double() : HUGE_VAL;
  return fact.figure().rounding ? 2 * fact.figure().rounding->to_double() : HUGE_VAL;
}

bool is_narrow(const Figures& parts, const CheckedFact& total) {
  double width = 0;
  for (const CheckedFact* part : parts) width += written_width(*part);
  return width <= kWidest * total.value().to_double();
}

/// "At least 60 and 40" are not 430, though they may stand for it.
bool fits_as_written(const Figures& parts, const CheckedFact& total) {
  double sum = 0;
  for (const CheckedFact* part : parts) sum += part->value().to_double();
  const double whole = total.value().to_double();
  return std::abs(sum - whole) <= kWidest * whole;
}

/// Exact counts of one measure: 53 deaths here and three deaths there, of 56.
bool is_counted_as(const CheckedFact& part, const CheckedFact& total) {
  const std::string& measure = total.fact().measure_id;
  return !measure.empty() && part.fact().measure_id == measure && part.figure().quantity == Quantity::kCount && part.interval.is_point() &&
         total.interval.is_point();
}

/// The parts make the total to its last digit.
bool is_exact_sum(const Figures& parts, const CheckedFact& total) {
  std::optional<Decimal> sum = Decimal(0);
  for (const CheckedFact* part : parts) sum = sum ? add(*sum, part->value()) : sum;
  return sum == total.value();
}

/// "2.4 billion in the first half and 2.9 billion in the second": their periods fill the total's.
bool fill_period(const Figures& parts, const CheckedFact& total) {
  if (!total.period) return false;
  int days = 0;
  for (const CheckedFact* part : parts) {
    if (!part->period || part->measure != total.measure || *part->period == *total.period) return false;
    days += part->period->days();
  }
  return days == total.period->days();
}

/// "5 and 6 are 11" may be chance; three digits are not, nor are two of many parts, of announced ones, or of counts of one measure.
bool is_telling(const Figures& parts, const CheckedFact& total, const CheckedDocument& document, const CheckPolicy& policy) {
  constexpr int kTelling = 3;
  const int digits = significant_digits(total);
  if (digits + 1 >= kTelling && is_announced(parts, total, document, policy)) return true;
  const bool counted = std::all_of(parts.begin(), parts.end(), [&](const auto* part) { return is_counted_as(*part, total); });
  return digits >= kTelling || (digits + 1 >= kTelling && (counted || parts.size() > 2));
}

bool is_exact_count(const CheckedFact& fact) { return fact.figure().quantity == Quantity::kCount && fact.interval.is_point(); }

/// "Nine projects: four mills, three works and three factories": exact counts behind a colon are all of them.
bool are_all(const Figures& parts, const CheckedFact& total, const CheckedDocument& document) {
  if (parts.front()->sentence != total.sentence || !is_exact_count(total) ||
      !std::all_of(parts.begin(), parts.end(), [](const auto* part) { return is_exact_count(*part); }))
    return false;
  const Span between{total.row.figure.bytes.end, parts.front()->row.figure.bytes.begin};
  return between.begin < between.end && between.of(document.text).find(':') != std::string_view::npos;
}

void add_where_it_fits(const Figures& parts, const CheckedFact& total, const CheckedDocument& document, const CheckPolicy& policy,
                       std::vector<SumRelation>& sums) {
  constexpr Decimal kSmallest(10);  // a cup and a cup of a recipe are no finding
  if (parts.size() < 2 || parts.size() > kMostParts || !are_of_one_kind(parts, total)) return;
  const bool all = are_all(parts, total, document);
  const bool surely = fill_period(parts, total) || is_announced(parts, total, document, policy);
  const bool told = all || (kSmallest <= total.value() && surely && is_exact_sum(parts, total));
  if (!told && (!is_narrow(parts, total) || !fits_as_written(parts, total) || !is_telling(parts, total, document, policy))) return;
  SumRelation sum{{}, &total, true, !all, true};
  for (const CheckedFact* part : parts) sum.parts.push_back({part, "part"});
  const auto finding = sum_finding(sum, total);
  if (finding && (all || finding->verdict == Verdict::kHolds)) sums.push_back(std::move(sum));
}

/// The place of the figure right before a colon that two others follow; 0 where there is none.
std::size_t before_colon(const Figures& figures, const CheckedDocument& document) {
  for (std::size_t i = 0; i + 2 < figures.size(); ++i) {
    const Span between{figures[i]->row.figure.bytes.end, figures[i + 1]->row.figure.bytes.begin};
    if (between.begin < between.end && between.of(document.text).find(':') != std::string_view::npos) return i;
  }
  return 0;
}

/// The total stands before or behind its parts in their sentence; before a colon it is the one right before it.
void add_within(const Figures& figures, const CheckedDocument& document, const CheckPolicy& policy, std::vector<SumRelation>& sums) {
  if (figures.size() < 3) return;
  const auto total = figures.begin() + static_cast<std::ptrdiff_t>(before_colon(figures, document));
  if (total != figures.begin()) return add_where_it_fits({total + 1, figures.end()}, **total, document, policy, sums);
  add_where_it_fits({figures.begin() + 1, figures.end()}, *figures.front(), document, policy, sums);
  add_where_it_fits({figures.begin(), figures.end() - 1}, *figures.back(), document, policy, sums);
}

/// Two of several figures of a sentence: "181 passengers, with one child, and eight crew" of 189 people.
void add_pairs(const Figures& figures, const CheckedFact& total, const CheckedDocument& document, const CheckPolicy& policy,
               std::vector<SumRelation>& sums) {
  constexpr std::size_t kMostFigures = 8;
  constexpr int kTelling = 3;
  if (figures.size() < 3 || figures.size() > kMostFigures || significant_digits(total) < kTelling || !is_exact_count(total)) return;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    for (std::size_t j = i + 1; j < figures.size(); ++j) add_where_it_fits({figures[i], figures[j]}, total, document, policy, sums);
  }
}

/// Sentences, and no rows of a table, whose columns add up by chance.
bool is_prose(const CheckedFact& fact, const CheckedDocument& document) {
  constexpr std::ptrdiff_t kLettersADigit = 3;
  const std::string_view sentence = document.sentence_of(fact);
  const auto letters =
      std::count_if(sentence.begin(), sentence.end(), [](char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); });
  const auto digits = std::count_if(sentence.begin(), sentence.end(), [](char c) { return '0' <= c && c <= '9'; });
  return letters >= kLettersADigit * digits;
}

bool is_count_of(const CheckedFact& fact, const CheckedFact& total) {
  return fact.figure().quantity == Quantity::kCount && is_countable(fact) && fact.interval.low && !fact.fact().measure_id.empty() &&
         fact.fact().measure_id == total.fact().measure_id && fact.value() < total.value() && fits_period(fact, total) &&
         fact.status == total.status;
}

/// The toll of two places that makes that of all, wherever they are told: exact numbers of one measure.
void add_scattered_parts(const CheckedDocument& document, std::vector<SumRelation>& sums) {
  constexpr int kFewest = 100;
  for (const CheckedFact& total : document.facts) {
    if (total.figure().quantity != Quantity::kCount || !is_countable(total) || total.value() < Decimal(kFewest)) continue;
    if (!is_prose(total, document)) continue;
    for (auto a = document.facts.begin(); a != document.facts.end(); ++a) {
      if (!is_count_of(*a, total) || !is_prose(*a, document)) continue;
      for (auto b = a + 1; b != document.facts.end(); ++b) {
        const auto sum = is_count_of(*b, total) && b->sentence != total.sentence ? add(a->value(), b->value()) : std::nullopt;
        if (sum && *sum == total.value() && is_prose(*b, document))
          sums.push_back({{{&*a, "part"}, {&*b, "part"}}, &total, true, true, true});
      }
    }
  }
}

}  // namespace

void add_listed_parts(const CheckedDocument& document, const CheckPolicy& policy, std::vector<SumRelation>& sums) {
  const std::vector<SentenceFigures> sentences = sentences_of(document);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    for (const auto& [unit, figures] : sentences[i].by_unit) {
      add_within(figures, document, policy, sums);
      for (std::size_t j = i - std::min(i, kSentencesBack); j < i; ++j) {
        const auto before = sentences[j].by_unit.find(unit);
        if (before == sentences[j].by_unit.end()) continue;
        for (const CheckedFact* total : before->second) {
          add_where_it_fits(figures, *total, document, policy, sums);
          add_pairs(figures, *total, document, policy, sums);
        }
      }
    }
  }
  add_scattered_parts(document, sums);
}

}  // namespace attest
