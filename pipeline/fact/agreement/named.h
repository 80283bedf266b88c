// Whom a stretch of text names, whatever it says of them.
//
//   // "The Peruvian president met Chile's envoy at the Chile-Peru Forum"
//   countries_within(text, sentence);  // PE, CL
//   hosts_within(text, sentence);      // CL, PE
#pragma once

#include <string>
#include <vector>

#include "fact/agreement/agreement_text.h"

namespace attest::agreement {

/// Adds a party to a list that holds each once.
void add_once(const std::string& party, std::vector<std::string>& parties);
/// The countries, by name or by their people's adjective, each once.
[[nodiscard]] std::vector<std::string> countries_within(const AgreementText& text, TokenRange range);
/// The two countries or bodies; none where it names more or fewer.
[[nodiscard]] std::vector<std::string> two_within(const AgreementText& text, TokenRange range);
/// "during the Chile-Peru Business Forum": the two whom the name of an event joins; none where no name does.
[[nodiscard]] std::vector<std::string> hosts_within(const AgreementText& text, TokenRange sentence);

}  // namespace attest::agreement
