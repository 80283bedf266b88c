#include "engine/resolver.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace attest {
namespace {

std::uint32_t size_of(TokenRange range) noexcept { return range.end - range.begin; }

bool overlap(TokenRange a, TokenRange b) noexcept { return a.begin < b.end && b.begin < a.end; }

auto sort_key(const Annotation& a) noexcept { return std::make_tuple(a.span.begin, a.span.end, a.match.begin, a.match.end, a.rule); }

void sort_and_drop_repeats(std::vector<Annotation>& candidates) {
  std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) { return sort_key(a) < sort_key(b); });
  const auto same = [](const auto& a, const auto& b) { return sort_key(a) == sort_key(b); };
  candidates.erase(std::unique(candidates.begin(), candidates.end(), same), candidates.end());
}

}  // namespace

void Resolver::resolve(std::vector<Annotation>& candidates, Losers losers, Chart& chart) {
  sort_and_drop_repeats(candidates);
  beaten_by_.resize(candidates.size());
  std::iota(beaten_by_.begin(), beaten_by_.end(), 0U);
  by_preference_.assign(candidates.size(), false);
  suppress_by_preference(candidates);
  choose_greedily(candidates, chart.view().tokens.size());

  ids_.assign(candidates.size(), kNoAnnotation);
  for (std::uint32_t i = 0; i < candidates.size(); ++i) {
    if (beaten_by_[i] == i) ids_[i] = chart.add(candidates[i]);
  }
  if (losers == Losers::kDrop) return;
  for (std::uint32_t i = 0; i < candidates.size(); ++i) {
    if (beaten_by_[i] != i) chart.add_suppressed({candidates[i], ids_[beaten_by_[i]], by_preference_[i]});
  }
}

void Resolver::suppress_by_preference(const std::vector<Annotation>& candidates) {
  order_.clear();
  std::uint32_t longest = 0;
  for (std::uint32_t i = 0; i < candidates.size(); ++i) {
    longest = std::max(longest, size_of(candidates[i].span));
    if (!rules_->rules[candidates[i].rule].over.empty()) order_.push_back(i);
  }
  // The most preferred first, so that a rule which is itself suppressed suppresses nothing.
  std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return rules_->rules[candidates[a].rule].over_rank > rules_->rules[candidates[b].rule].over_rank;
  });
  for (const std::uint32_t winner : order_) {
    if (beaten_by_[winner] != winner) continue;
    const Annotation& strong = candidates[winner];
    const auto& over = rules_->rules[strong.rule].over;
    std::uint32_t i = winner;
    while (i > 0 && candidates[i - 1].span.begin + longest > strong.span.begin) --i;
    for (; i < candidates.size() && candidates[i].span.begin < strong.span.end; ++i) {
      if (beaten_by_[i] != i || !overlap(candidates[i].span, strong.span)) continue;
      if (!std::binary_search(over.begin(), over.end(), candidates[i].rule)) continue;
      beaten_by_[i] = winner;
      by_preference_[i] = true;
    }
  }
}

bool Resolver::precedes(const Annotation& a, const Annotation& b) const noexcept {
  const auto key = [](const Annotation& x) {
    return std::make_tuple(-static_cast<std::int64_t>(size_of(x.span)), -static_cast<std::int64_t>(size_of(x.match)), x.span.begin, x.rule);
  };
  return key(a) < key(b);
}

void Resolver::choose_greedily(const std::vector<Annotation>& candidates, std::size_t token_count) {
  order_.clear();
  for (std::uint32_t i = 0; i < candidates.size(); ++i) {
    if (beaten_by_[i] == i) order_.push_back(i);
  }
  std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) { return precedes(candidates[a], candidates[b]); });
  owner_.assign(token_count, kAbsent);
  for (const std::uint32_t i : order_) {
    const TokenRange span = candidates[i].span;
    const auto first = owner_.begin() + span.begin;
    const auto taken = std::find_if(first, owner_.begin() + span.end, [](std::uint32_t owner) { return owner != kAbsent; });
    if (taken != owner_.begin() + span.end) {
      beaten_by_[i] = *taken;
    } else {
      std::fill(first, owner_.begin() + span.end, i);
    }
  }
  // A candidate that lost to a preferred rule which then lost by length points to the final winner.
  for (std::uint32_t i = 0; i < candidates.size(); ++i) {
    while (beaten_by_[beaten_by_[i]] != beaten_by_[i]) beaten_by_[i] = beaten_by_[beaten_by_[i]];
  }
}

}  // namespace attest
