#include "score.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "name_similarity.h"

namespace attest::command {
namespace {

using Annotations = std::vector<const Annotation*>;

Annotations of_kind(const std::vector<Annotation>& all, std::string_view kind, bool citations) {
  Annotations chosen;
  for (const Annotation& annotation : all) {
    if (annotation.kind == kind && annotation.citation == citations) chosen.push_back(&annotation);
  }
  return chosen;
}

/// Gold and our mention that belong together.
struct Pair {
  double overlap = 0;  // shared code points by those of the longer one
  std::size_t gold = 0;
  std::size_t system = 0;
};

double overlap_of(Span a, Span b) {
  const std::uint32_t begin = std::max(a.begin, b.begin);
  const std::uint32_t end = std::min(a.end, b.end);
  return end <= begin ? 0.0 : static_cast<double>(end - begin) / std::max(a.size(), b.size());
}

std::vector<Pair> align(const Annotations& gold, const Annotations& system) {
  std::vector<Pair> candidates;
  for (std::size_t g = 0; g < gold.size(); ++g) {
    for (std::size_t s = 0; s < system.size(); ++s) {
      const double overlap = overlap_of(gold[g]->chars, system[s]->chars);
      if (overlap > 0) candidates.push_back({overlap, g, s});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(), [](const Pair& a, const Pair& b) { return a.overlap > b.overlap; });
  std::vector<bool> gold_used(gold.size());
  std::vector<bool> system_used(system.size());
  std::vector<Pair> pairs;
  for (const Pair& candidate : candidates) {
    if (gold_used[candidate.gold] || system_used[candidate.system]) continue;
    gold_used[candidate.gold] = system_used[candidate.system] = true;
    pairs.push_back(candidate);
  }
  return pairs;
}

bool close(const std::optional<double>& a, const std::optional<double>& b) {
  constexpr double kRelative = 1e-6;
  constexpr double kAbsolute = 1e-9;
  if (!a || !b) return !a && !b;
  return std::fabs(*a - *b) <= std::max(kRelative * std::max(std::fabs(*a), std::fabs(*b)), kAbsolute);
}

// A pure number has unit 1, or none.
std::string_view unit_of(const Annotation& annotation) { return annotation.unit == "1" ? std::string_view() : annotation.unit; }

bool is_share(std::string_view quantity) { return quantity == "ratio" || quantity == "percent"; }

bool is_right_figure(const Annotation& gold, const Annotation& system) {
  const bool same_quantity = gold.quantity == system.quantity || (is_share(gold.quantity) && is_share(system.quantity));
  return same_quantity && close(gold.low, system.low) && close(gold.high, system.high) && unit_of(gold) == unit_of(system);
}

bool is_right_date(const Annotation& gold, const Annotation& system) {
  const std::pair<std::string, std::string> interval(system.start_date, system.end_date);
  const auto& also = gold.also_intervals;
  if (std::find(also.begin(), also.end(), interval) != also.end()) return true;
  if (gold.start_date.empty() && system.start_date.empty()) return gold.timex == system.timex;
  return gold.start_date == system.start_date && gold.end_date == system.end_date;
}

bool is_right_name(const Annotation& gold, const Annotation& system) {
  constexpr double kEnough = 0.6;
  return name_similarity(gold.name, system.name) >= kEnough;
}

bool is_right_agreement(const Annotation& gold, const Annotation& system) {
  return gold.count == system.count && close(gold.worth, system.worth) && gold.signed_start == system.signed_start;
}

std::string in_words(const Annotation& annotation) {
  const auto number = [](const std::optional<double>& value) { return value ? fmt::format("{}", *value) : std::string("-"); };
  std::string form;
  if (annotation.kind == "figure") {
    const std::string range =
        close(annotation.low, annotation.high) ? number(annotation.low) : number(annotation.low) + ".." + number(annotation.high);
    form = fmt::format("{} {} {}", annotation.quantity, range, annotation.unit);
  } else if (annotation.kind == "agreement") {
    form = fmt::format("{} worth {} signed {}", annotation.count ? std::to_string(*annotation.count) : "-", number(annotation.worth),
                       annotation.signed_start.empty() ? "-" : annotation.signed_start);
  } else if (!annotation.name.empty()) {
    form = annotation.name;
  } else {
    form = fmt::format("{} [{}, {})", annotation.timex, annotation.start_date, annotation.end_date);
  }
  return fmt::format("{}..{} \"{}\" {}", annotation.chars.begin, annotation.chars.end, annotation.text, form);
}

/// The mentions of one kind in one document, and what is to be counted of them.
class Comparison {
 public:
  Comparison(std::string_view kind, const std::vector<Annotation>& gold, const std::vector<Annotation>& system)
      : gold_(of_kind(gold, kind, false)),
        system_(of_kind(system, kind, false)),
        pairs_(align(gold_, system_)),
        gold_left_(gold_.size(), true),
        system_left_(system_.size(), true) {
    leave_out_doubtful();
    leave_out_citations(of_kind(gold, kind, true));
  }

  void count(Score& score, std::vector<Miss>& misses) {
    score.gold += static_cast<std::uint64_t>(std::count(gold_left_.begin(), gold_left_.end(), true));
    score.system += static_cast<std::uint64_t>(std::count(system_left_.begin(), system_left_.end(), true));
    for (const Pair& pair : pairs_) count_pair(pair, score, misses);
    for (std::size_t g = 0; g < gold_.size(); ++g) {
      if (gold_left_[g]) misses.push_back({"missed", gold_[g]->kind, in_words(*gold_[g]), {}});
    }
    for (std::size_t s = 0; s < system_.size(); ++s) {
      if (system_left_[s]) misses.push_back({"spurious", system_[s]->kind, {}, in_words(*system_[s])});
    }
  }

 private:
  void leave_out_doubtful() {
    for (const Pair& pair : pairs_) {
      if (gold_[pair.gold]->doubtful) system_left_[pair.system] = false;
    }
    for (std::size_t g = 0; g < gold_.size(); ++g) gold_left_[g] = !gold_[g]->doubtful;
  }

  void leave_out_citations(const Annotations& citations) {
    for (std::size_t s = 0; s < system_.size(); ++s) {
      const auto overlaps = [&](const Annotation* citation) { return citation->chars.overlaps(system_[s]->chars); };
      if (std::any_of(citations.begin(), citations.end(), overlaps)) system_left_[s] = false;
    }
  }

  void count_pair(const Pair& pair, Score& score, std::vector<Miss>& misses) {
    if (!gold_left_[pair.gold] || !system_left_[pair.system]) return;
    const Annotation& gold = *gold_[pair.gold];
    const Annotation& system = *system_[pair.system];
    gold_left_[pair.gold] = system_left_[pair.system] = false;
    ++score.overlap;
    if (gold.chars == system.chars) ++score.exact;
    if (is_right(gold, system)) {
      ++score.right;
    } else {
      misses.push_back({"wrong", gold.kind, in_words(gold), in_words(system)});
    }
  }

  Annotations gold_;
  Annotations system_;
  std::vector<Pair> pairs_;
  std::vector<bool> gold_left_;  // counted, and not in a pair so far
  std::vector<bool> system_left_;
};

}  // namespace

Measures measures_of(std::uint64_t hits, const Score& score) noexcept {
  const auto share = [hits](std::uint64_t of, bool nothing_there) {
    if (of > 0) return static_cast<double>(hits) / static_cast<double>(of);
    return nothing_there ? 1.0 : 0.0;
  };
  Measures measures;
  measures.precision = share(score.system, score.gold == 0);
  measures.recall = share(score.gold, score.system == 0);
  const double sum = measures.precision + measures.recall;
  measures.f1 = sum > 0 ? 2 * measures.precision * measures.recall / sum : 0.0;
  return measures;
}

bool is_right(const Annotation& gold, const Annotation& system) {
  if (gold.kind == "figure") return is_right_figure(gold, system);
  if (gold.kind == "date") return is_right_date(gold, system);
  return gold.kind == "agreement" ? is_right_agreement(gold, system) : is_right_name(gold, system);
}

void score_kind(std::string_view kind, const std::vector<Annotation>& gold, const std::vector<Annotation>& system, Score& score,
                std::vector<Miss>& misses) {
  Comparison(kind, gold, system).count(score, misses);
}

}  // namespace attest::command
