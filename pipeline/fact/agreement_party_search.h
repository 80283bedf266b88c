// Shared by the files that look for the parties of an agreement: what is found so far.
#pragma once

#include <vector>

#include "fact/agreement_parties.h"
#include "fact/agreement_word.h"

namespace attest {

/// What is found so far.
struct AgreementParties::Search {
  PartySet set;
  std::vector<const PartyCue*> taken;
  bool enclosed = false;  ///< "between Chile and Peru": there are no others.
  bool self = false;      ///< "between it and Peru".
  bool with = false;      ///< "with Chile and Peru": there is another.
};

}  // namespace attest
