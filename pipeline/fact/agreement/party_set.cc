#include "fact/agreement/party_set.h"

#include <algorithm>

namespace attest {

void PartySet::add(std::string_view party) {
  if (std::find(parties.begin(), parties.end(), party) == parties.end()) parties.emplace_back(party);
}

void PartySet::add_all(std::span<const std::string> others) {
  for (const std::string& party : others) add(party);
}

}  // namespace attest
