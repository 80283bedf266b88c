// The parties of an agreement, and how its sentence tells of them.
//
//   PartySet set;
//   set.add("CL");
//   set.add_all(before.parties);  // each once
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace attest {

struct PartySet {
  std::vector<std::string> parties;  ///< As Agreement::parties, in order of finding; each once.
  Span bytes;                        ///< From the first words that gave one to the last.
  bool stated = false;               ///< Two sides stand with the agreement itself: inside it or behind it.
  bool enclosed = false;             ///< "between" leads to one.
  bool between = false;              ///< "between" or "with" leads to one.
  bool whole = false;                ///< Nobody else has a part in it: "an accord reached by the members of the union".
  bool named = false;                ///< The sentence names them elsewhere: "accords were signed at the talks of Chile and Peru".
  std::uint32_t inside = 0;          ///< How many its own phrase names.
  std::uint32_t linked = 0;          ///< How many of them, the first, it is told to be with right behind it: "the deal with Norvale".

  /// Adds a party, or several, each once.
  void add(std::string_view party);
  void add_all(std::span<const std::string> others);
};

}  // namespace attest
