// The other end of what flows, outside the words of the measure: the market, before the figure, behind it.
//
//   take_market(view, draft);  // "[China] was the largest buyer, taking $2 billion": draft.reading.partner is "CN"
#pragma once

#include <string_view>
#include <vector>

#include "fact/party/party_draft.h"
#include "fact/party/party_view.h"

namespace attest::party {

/// "China was the largest buyer, taking $2 billion": of what the text is about; goods go to the buyer, and come from the supplier.
void take_market(const PartyView& view, PartyDraft& draft);

/// "Most trade was recorded with China ([27 percent])", "the leader in trade with China, accounting for [46 percent]": the other end
/// stands before the figure, outside the measure's phrase.
void read_end_before(const PartyView& view, PartyDraft& draft);

/// "Trade with China grew, as exports rose [5%]": the one that the trade is with is the other end, and whose exports they are is not told.
void read_trade_partner(const PartyView& view, PartyDraft& draft);
/// "Main trading partners: Chad ([$5 million])": who is named behind the label trades with whom the text is about.
void read_labelled_partner(const PartyView& view, PartyDraft& draft);

/// "45 percent of the exports went to Turkey", "32% to Russia".
void read_end_behind(const PartyView& view, PartyDraft& draft);

/// Puts the subject where its end of the measure is still open.
void fill_ends(const PartyView& view, PartyDraft& draft);

/// Takes in whom "and" joins to the owner: "Norvale and Ludlow plan to invest".
void read_joined(const PartyView& view, PartyDraft& draft);

/// "while Chad and Niger will each give [5%]": the name that "and" joins to this one, behind the figure before.
[[nodiscard]] std::string_view joined_before(const PartyView& view, std::string_view id);

/// "Chad, Niger and Mali plan to invest": the names that commas and a last "and" join to the owner's, before the figure and outside its
/// phrase; none where nothing closes the row.
[[nodiscard]] std::vector<std::string_view> row_behind(const PartyView& view, std::string_view id);

/// "Norvale and Ludlow plan to invest", "Chad and Niger want to raise trade to": the name that "and" joins to the owner's, before the
/// figure and outside its phrase; "" for more than one.
[[nodiscard]] std::string_view joined_behind(const PartyView& view, std::string_view id);

}  // namespace attest::party
