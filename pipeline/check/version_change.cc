#include "check/version_change.h"

#include <algorithm>
#include <array>

#include "check/comparability.h"
#include "check/wording.h"

namespace attest {
namespace {

using Facts = std::vector<const CheckedFact*>;

constexpr std::array<std::string_view, 4> kNames = {"value", "meaning", "added", "removed"};
/// Sentences that share so much of their words are versions of one.
constexpr double kSameSentence = 0.5;

bool same_number(const CheckedFact& a, const CheckedFact& b) {
  return a.unit == b.unit && a.value() == b.value() && a.figure().bound == b.figure().bound;
}

bool same_meaning(const CheckedFact& a, const CheckedFact& b) {
  return same_subject(a, b) && a.status == b.status && a.fact().period_start == b.fact().period_start &&
         a.fact().period_end == b.fact().period_end;
}

/// Takes pairs out of both lists, each fact of the new version with the first one of the old version that fits.
template <typename Fits>
std::vector<FactChange> take_pairs(Facts& before, Facts& after, ChangeOfFact kind, Fits fits) {
  std::vector<FactChange> pairs;
  std::erase_if(after, [&](const CheckedFact* now) {
    const auto then = std::find_if(before.begin(), before.end(), [&](const CheckedFact* one) { return fits(*one, *now); });
    if (then == before.end()) return false;
    pairs.push_back({kind, *then, now});
    before.erase(then);
    return true;
  });
  return pairs;
}

Facts all_of(const CheckedDocument& document) {
  Facts facts;
  for (const CheckedFact& fact : document.facts) facts.push_back(&fact);
  return facts;
}

std::uint32_t place_of(const FactChange& change) {
  return (change.after != nullptr ? change.after : change.before)->row.figure.bytes.begin;
}

std::string with_place(const CheckedFact& fact) { return stated(fact) + " (" + subject_in_words(fact) + ")"; }

}  // namespace

std::string_view name_of(ChangeOfFact change) noexcept { return kNames[static_cast<std::size_t>(change)]; }

std::vector<FactChange> changes_between(const CheckedDocument& before, const CheckedDocument& after) {
  Facts then = all_of(before);
  Facts now = all_of(after);
  const auto alike = [&](const CheckedFact& a, const CheckedFact& b) {
    return likeness(content_words(before.sentence_of(a)), content_words(after.sentence_of(b))) >= kSameSentence;
  };
  take_pairs(then, now, ChangeOfFact::kValue, [](const auto& a, const auto& b) { return same_number(a, b) && same_meaning(a, b); });
  std::vector<FactChange> changes =
      take_pairs(then, now, ChangeOfFact::kValue, [&](const auto& a, const auto& b) { return same_meaning(a, b) && alike(a, b); });
  const auto append = [&](const std::vector<FactChange>& more) { changes.insert(changes.end(), more.begin(), more.end()); };
  append(take_pairs(then, now, ChangeOfFact::kMeaning, [&](const auto& a, const auto& b) { return same_number(a, b) && alike(a, b); }));
  append(take_pairs(then, now, ChangeOfFact::kValue, [](const auto& a, const auto& b) { return a.one_figure && same_meaning(a, b); }));
  for (const CheckedFact* one : now) changes.push_back({ChangeOfFact::kAdded, nullptr, one});
  for (const CheckedFact* one : then) changes.push_back({ChangeOfFact::kRemoved, one, nullptr});
  std::stable_sort(changes.begin(), changes.end(), [](const FactChange& a, const FactChange& b) { return place_of(a) < place_of(b); });
  return changes;
}

std::string in_words(const FactChange& change) {
  switch (change.kind) {
    case ChangeOfFact::kValue:
      return subject_in_words(*change.after) + ": " + stated(*change.before) + " is now " + stated(*change.after);
    case ChangeOfFact::kMeaning:
      return stated(*change.after) + " was told of " + subject_in_words(*change.before) + ", now of " + subject_in_words(*change.after);
    case ChangeOfFact::kAdded:
      return "added: " + with_place(*change.after);
    case ChangeOfFact::kRemoved:
      return "removed: " + with_place(*change.before);
  }
  return {};
}

}  // namespace attest
