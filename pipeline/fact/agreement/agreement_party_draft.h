// What the search for the parties of an agreement has found so far.
//
//   AgreementPartyDraft draft;
//   draft.add("CL");                        // into the set, once
//   agreement::take(text, cue, draft);      // whom a cue stands for, unless it concludes no agreements
//   agreement::take_name(text, name, draft);  // capitals that no list knows: "Norvale Global"
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fact/agreement/agreement_text.h"
#include "fact/agreement/party_set.h"

namespace attest {

struct AgreementPartyDraft {
  PartySet set;
  std::vector<const PartyCue*> taken;  ///< The cues that gave parties, in order of finding.
  bool enclosed = false;               ///< "between Chile and Peru": there are no others.
  bool self = false;                   ///< "between it and Peru".
  bool with = false;                   ///< "with Chile and Peru": there is another.
  bool possessed = false;              ///< "Norvale's pact".

  /// How many parties there are.
  [[nodiscard]] std::size_t size() const noexcept { return set.parties.size(); }
  [[nodiscard]] bool has_taken(const PartyCue& cue) const noexcept;
};

namespace agreement {

/// Adds whom a cue stands for: of a ministry or a parliament its country. Goods and symbols of shares are left out, and so are courts, but
/// where `any_body` may be a side ("between the Supreme Courts of").
void take(const AgreementText& text, const PartyCue& cue, AgreementPartyDraft& draft, bool any_body = false);

/// Adds a name that no list knows, unless it is a person's, or says nothing ("January", "LNG").
void take_name(const AgreementText& text, TokenRange name, AgreementPartyDraft& draft);

}  // namespace agreement
}  // namespace attest
