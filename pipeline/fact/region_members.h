// Which countries a region has, as the list `region_member` says.
//
//   RegionMembers regions(rules);
//   regions.holds("Central Asia", "KZ")   // true
#pragma once

#include <string_view>
#include <vector>

#include "engine/program.h"

namespace attest {

class RegionMembers {
 public:
  /// Views into the rules; without the list no region has members.
  explicit RegionMembers(const CompiledRules& rules);

  /// True where the region's members are known and the country (ISO 3166-1 alpha-2) is one of them.
  [[nodiscard]] bool holds(std::string_view region, std::string_view country) const noexcept;

  /// True where the members of a region, or of a union of states, are known.
  [[nodiscard]] bool knows(std::string_view region) const noexcept;

 private:
  struct Region {
    std::string_view name;
    std::string_view members;  ///< Codes of two letters with a space between them.
  };
  std::vector<Region> regions_;
};

}  // namespace attest
