#include "check/statement_wording.h"

#include <algorithm>
#include <set>
#include <utility>

#include "check/wording.h"

namespace attest {
namespace {

using SourcedFacts = std::vector<const SourcedFact*>;

const std::string& source_name(const SourcedFact& fact) { return fact.source.publisher.empty() ? fact.source.uri : fact.source.publisher; }

/// The publication day where all articles have the same publisher, so that the name tells nothing.
std::string source_in_words(const SourcedFact& fact, bool one_publisher) {
  std::string words = source_name(fact);
  if (one_publisher && !fact.source.published.empty()) words += " of " + fact.source.published.substr(0, 10);
  return words;
}

bool have_one_publisher(const SourcedFacts& facts) {
  std::set<std::string> names;
  for (const SourcedFact* one : facts) names.insert(one->source.publisher);
  return names.size() == 1 && !names.begin()->empty();
}

std::set<std::string> authorities_of(const SourcedFacts& facts) {
  std::set<std::string> authorities;
  for (const SourcedFact* one : facts) {
    const std::string& name = one->fact.fact().attribution.name;
    if (!name.empty()) authorities.insert(name);
  }
  return authorities;
}

/// Where one authority is named: by all of them, or by some while others may have it from elsewhere.
std::string source_of_some(const SourcedFacts& facts, const std::string& authority) {
  const bool all =
      std::all_of(facts.begin(), facts.end(), [&](const SourcedFact* one) { return one->fact.fact().attribution.name == authority; });
  return all ? "all of it is told from " + authority : "a source is named for some of it only (" + authority + ")";
}

}  // namespace

std::string statements_in_words(const SourcedFacts& facts) {
  constexpr std::size_t kMost = 6;
  const bool one_publisher = have_one_publisher(facts);
  std::vector<std::pair<std::string, std::size_t>> statements;  // and how often each is made
  std::size_t told = 0;
  for (const SourcedFact* one : facts) {
    std::string words = stated(one->fact) + " in " + source_in_words(*one, one_publisher);
    const auto known = std::find_if(statements.begin(), statements.end(), [&](const auto& other) { return other.first == words; });
    if (known == statements.end() && statements.size() == kMost) break;
    ++told;
    if (known == statements.end()) {
      statements.emplace_back(std::move(words), 1);
    } else {
      ++known->second;
    }
  }
  std::vector<std::string> parts;
  for (auto& [words, times] : statements) {
    parts.push_back(std::move(words));
    if (times > 1) parts.back() += " (" + std::to_string(times) + " times)";
  }
  if (told < facts.size()) parts.push_back(std::to_string(facts.size() - told) + " more");
  return listed(parts);
}

std::string sources_in_words(const Finding& finding, const SourcedFacts& facts) {
  if (finding.independent_sources > 1) return std::to_string(finding.independent_sources) + " independent sources";
  if (facts.front()->source.key == facts.back()->source.key) return "one article, no confirmation";
  if (have_one_publisher(facts)) return "one publisher, so one source and no confirmation";
  return "one source, no confirmation";
}

std::string differing_in_words(const std::vector<std::string>& sides, bool several, const CheckedFact& low, const CheckedFact& high) {
  const bool two = sides.size() == 2;
  const std::string differs = several ? " differ from " : " differs from ";
  std::string words = sides.front();
  for (std::size_t i = 1; i < sides.size(); ++i) words += (two ? differs : " against ") + sides[i];
  const auto gap = subtract(high.value(), low.value());
  if (!gap) return words;
  words += two ? " by " : ": they differ by up to ";
  if (high.unit == "1") return words + points(*gap);
  return words + amount(*gap, high.unit) + ", " + percentage(relative_gap(low.value(), high.value())) + " of the " +
         (two ? "larger" : "largest") + " figure";
}

std::string gap_in_numbers(const CheckedFact& low, const CheckedFact& high, bool boundary) {
  const auto gap = subtract(high.value(), low.value());
  std::string words = amount(high.value(), high.unit) + " - " + amount(low.value(), low.unit);
  if (gap) words += " = " + (high.unit == "1" ? points(*gap) : amount(*gap, high.unit));
  return words + "; " + amount(low.interval, low.unit) + " and " + amount(high.interval, high.unit) +
         (boundary ? " meet at most in one point" : " lie apart");
}

std::string explanation_of(const SourcedFacts& facts) {
  const std::set<std::string> authorities = authorities_of(facts);
  if (authorities.size() > 1) return "; another authority may explain it (" + listed({authorities.begin(), authorities.end()}) + ")";
  if (authorities.size() == 1) return "; " + source_of_some(facts, *authorities.begin());
  std::set<std::string> days;
  for (const SourcedFact* one : facts) days.insert(one->source.published.substr(0, 10));
  days.erase("");
  return days.size() > 1 ? "; the later article may have a revised figure (" + *days.begin() + " to " + *days.rbegin() + ")"
                         : std::string();
}

}  // namespace attest
