// Who gives and who receives, and whence and where goods and people go.
//
//   read_route(view, draft);  // "8 million tons were sent from [Russia] to [China]": draft.reading.from, to
#pragma once

#include <string_view>

#include "fact/party/party_draft.h"
#include "fact/party/party_view.h"

namespace attest::party {

/// "8 million tons were sent from Russia to China", "210 trains ran from China to Poland", "a remittance sent from Russia to …".
void read_route(const PartyView& view, PartyDraft& draft);

/// "has lent the country $5 billion", "promised Kenya 3 million euros": who gets it stands right before the figure.
void read_receiver(const PartyView& view, PartyDraft& draft);

/// "talks with Kestrel for a $5 million grant and with the Norvale Bank for a [$4 million] loan": to each its own. True where it is so.
[[nodiscard]] bool read_giver_before(const PartyView& view, PartyDraft& draft);

/// "pledges of [$4 million] from the World Bank and [$2 million] from Peru": to each what stands behind it. True where it is so.
[[nodiscard]] bool read_giver_in_row(const PartyView& view, PartyDraft& draft);

/// "lent $9 billion, including [$4 million] to Chad and [$2 million] to Niger", "invested $5 billion in Peru and [$3 billion] in Chad": to
/// each what stands behind it. True where it is so.
[[nodiscard]] bool read_receiver_in_row(const PartyView& view, PartyDraft& draft);

/// "[70%] of the power will be sold to Chad and Niger": whom a part goes to.
void read_share_goal(const PartyView& view, PartyDraft& draft);

/// "Sales of [$6 billion] were made between Chad and Niger": of those two.
void read_between_behind(const PartyView& view, PartyDraft& draft);

/// "[5,000 people] have fled Chad for Niger", "[300 Chadians] working in Niger": of both states.
void read_migration(const PartyView& view, PartyDraft& draft);

/// The last verb of giving or receiving before the figure is one of receiving.
[[nodiscard]] bool is_received(const PartyView& view);

/// "Ghana entered a [$3 billion] IMF programme": the words for what is lent name the lender, and the clause is about who gets it.
[[nodiscard]] bool is_lent_to_subject(const PartyView& view, const PartyDraft& draft);

/// "With [5 billion euros] invested, the EU has become Peru's largest partner": the first state behind the figure that owns something.
[[nodiscard]] std::string_view state_owning_behind(const PartyView& view);

/// "will sell Peru [20 jets]", "provides Peru with a loan of [$5 million]": the name right behind a verb of giving.
[[nodiscard]] std::string_view indirect_object(const PartyView& view);

/// Whoever gave what the text told of last, or the bank that it names.
[[nodiscard]] std::string_view last_giver(const PartyView& view);

/// "Peru will receive [$5 million]", "Peru received [$5 million] from the World Bank": to the subject.
void turn_receiver(const PartyView& view, PartyDraft& draft);

}  // namespace attest::party
