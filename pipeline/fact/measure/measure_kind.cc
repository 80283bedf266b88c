#include "fact/measure/measure_kind.h"

#include <algorithm>

namespace attest {
namespace {

OwnerKind owner_named(std::string_view name) noexcept {
  if (name == "state") return OwnerKind::kState;
  return name == "company" ? OwnerKind::kCompany : OwnerKind::kAny;
}

}  // namespace

MeasureKinds::MeasureKinds(const CompiledRules& rules) {
  const auto list = rules.gazetteer.list_named("measure_kind");
  const auto time = list ? rules.gazetteer.column(*list, "time") : std::nullopt;
  const auto owner = list ? rules.gazetteer.column(*list, "owner") : std::nullopt;
  if (!time || !owner) return;
  for (const std::uint32_t index : rules.gazetteer.entries_of(*list)) {
    const Gazetteer::Entry& entry = rules.gazetteer.entry(index);
    rows_.push_back({std::string(entry.surface), entry.cell_text[*time] == "flow", owner_named(entry.cell_text[*owner])});
  }
  std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.beginning < b.beginning; });
  const auto repeats = [](const Row& a, const Row& b) { return a.beginning == b.beginning; };
  rows_.erase(std::unique(rows_.begin(), rows_.end(), repeats), rows_.end());
}

// The longest beginning that fits: "economy.gdp_growth" before "economy.gdp". Beginnings of an id stand before it, longer ones behind
// shorter ones, so that the first to be met on the way back is the longest.
const MeasureKinds::Row* MeasureKinds::row_of(std::string_view id) const noexcept {
  auto row = std::upper_bound(rows_.begin(), rows_.end(), id, [](std::string_view sought, const Row& r) { return sought < r.beginning; });
  while (row != rows_.begin()) {
    --row;
    if (id.starts_with(row->beginning)) return &*row;
  }
  return nullptr;
}

bool MeasureKinds::is_flow(std::string_view id) const noexcept {
  const Row* row = row_of(id);
  return row != nullptr && row->flow;
}

OwnerKind MeasureKinds::owner_of(std::string_view id) const noexcept {
  const Row* row = row_of(id);
  return row == nullptr ? OwnerKind::kAny : row->owner;
}

}  // namespace attest
