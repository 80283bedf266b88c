#include "fact/region_members.h"

#include <algorithm>

namespace attest {

RegionMembers::RegionMembers(const CompiledRules& rules) {
  const auto list = rules.gazetteer.list_named("region_member");
  const auto members = list ? rules.gazetteer.column(*list, "members") : std::nullopt;
  if (!members) return;
  for (const std::uint32_t index : rules.gazetteer.entries_of(*list)) {
    const Gazetteer::Entry& entry = rules.gazetteer.entry(index);
    regions_.push_back({entry.surface, entry.cell_text[*members]});
  }
}

bool RegionMembers::knows(std::string_view region) const noexcept {
  return std::any_of(regions_.begin(), regions_.end(), [region](const Region& one) { return one.name == region; });
}

bool RegionMembers::holds(std::string_view region, std::string_view country) const noexcept {
  constexpr std::size_t kCode = 2;
  if (country.size() != kCode) return false;
  const auto found = std::find_if(regions_.begin(), regions_.end(), [region](const Region& one) { return one.name == region; });
  return found != regions_.end() && found->members.find(country) != std::string_view::npos;
}

}  // namespace attest
