#include "resolve/name_aliases.h"

#include "resolve/organisation_id.h"

namespace attest {

NameAliases::NameAliases(const CompiledRules& rules) {
  const Gazetteer& gazetteer = rules.gazetteer;
  const auto list = gazetteer.list_named("alias");
  const auto column = list ? gazetteer.column(*list, "name") : std::nullopt;
  if (!column) return;
  for (const std::uint32_t index : gazetteer.entries_of(*list)) {
    const Gazetteer::Entry& entry = gazetteer.entry(index);
    names_[organisation_id(entry.surface)] = entry.cells[*column].text();
  }
}

std::string_view NameAliases::name_of(std::string_view passage, std::string_view full_name) const {
  for (const std::string_view surface : {passage, full_name}) {
    if (const auto found = names_.find(organisation_id(surface)); found != names_.end()) return found->second;
  }
  return {};
}

}  // namespace attest
