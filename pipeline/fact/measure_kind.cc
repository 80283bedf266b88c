#include "fact/measure_kind.h"

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
}

// The longest beginning that fits: "economy.gdp_growth" before "economy.gdp".
const MeasureKinds::Row* MeasureKinds::row_of(std::string_view id) const noexcept {
  const Row* best = nullptr;
  for (const Row& row : rows_) {
    if (id.starts_with(row.beginning) && (best == nullptr || row.beginning.size() > best->beginning.size())) best = &row;
  }
  return best;
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
