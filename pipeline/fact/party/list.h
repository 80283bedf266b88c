// Whose each figure of a list is, by brackets, commas and the places behind them.
//
//   name_counted(view);  // "followed by Uzbekistan ([$13.7 billion])": "UZ"
#pragma once

#include <string_view>

#include "fact/party/party_draft.h"
#include "fact/party/party_view.h"

namespace attest::party {

/// The last name between the figure before and this one that the figure can be about.
[[nodiscard]] std::string_view name_before_figure(const PartyView& view);

/// "It is followed by Uzbekistan ([$13.7 billion])": the name that brackets give a figure to.
[[nodiscard]] std::string_view name_counted(const PartyView& view);

/// "trade with Chad ([$5 million]), Niger ($3 million)", "exports to Chad, [$5 million], Niger, $3 million": the next of the list takes
/// the place of the one that the figure stands behind.
void note_place_in_list(const PartyView& view, PartyDraft& draft);

/// "the share of trade with Peru was [21%] for Chad": for whom the figure holds is the other end. True where it is so.
[[nodiscard]] bool take_one_behind(const PartyView& view, PartyDraft& draft);

/// "500,000 have arrived in Egypt and 360,000 in Chad", "was 5% for Peru and [6%] for Chad": where, or for whom, that is.
[[nodiscard]] std::string_view place_behind(const PartyView& view);

/// The figure before has its place right behind it.
[[nodiscard]] bool is_place_list(const PartyView& view);

/// "and those to China at $8 billion": of the same owner to another end.
[[nodiscard]] bool names_other_end(const PartyView& view, const Party& party);

/// "Chad ([64%]) and Niger (33%) had the largest share of Peru's trade": whose share stands in brackets behind its name. False where it
/// does not.
bool read_sharer(const PartyView& view, PartyDraft& draft);

}  // namespace attest::party
