#include "engine/listed_entries.h"

#include <numeric>

namespace attest {

void ListedEntries::read(const Gazetteer& gazetteer, const TokenView& view) {
  by_begin_.clear();
  first_beginning_.clear();
  for (std::uint32_t token = 0; token < view.tokens.size(); ++token) {
    first_beginning_.push_back(static_cast<std::uint32_t>(by_begin_.size()));
    gazetteer.find_entries(view, token, by_begin_);
  }
  first_beginning_.resize(view.tokens.size() + 2, static_cast<std::uint32_t>(by_begin_.size()));
  sort_by_end();
}

// A counting sort: entries of one end keep their order.
void ListedEntries::sort_by_end() {
  first_ending_.assign(first_beginning_.size() + 1, 0);
  for (const ListedEntry& entry : by_begin_) ++first_ending_[entry.tokens.end + 2];
  std::partial_sum(first_ending_.begin(), first_ending_.end(), first_ending_.begin());
  by_end_.resize(by_begin_.size());
  // The place of the next entry of an end is counted in the slot behind it, and thus becomes its limit.
  for (const ListedEntry& entry : by_begin_) by_end_[first_ending_[entry.tokens.end + 1]++] = entry;
}

}  // namespace attest
