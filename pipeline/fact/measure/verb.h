// Figures that their verb tells of: "invested $5 billion", "$11 billion will be invested", "bought 8 million kg of tea".
//
//   auto reading = object_of_verb(figure);  // "invested [$5 billion]": investment.flow
#pragma once

#include <cstdint>
#include <optional>

#include "fact/fact_sentence.h"
#include "fact/figure_view.h"
#include "fact/measure/measure_reading.h"

namespace attest::measure {

/// "will invest $6 billion in a battery project"; "received $8 billion of investment" tells of investment.
[[nodiscard]] std::optional<MeasureReading> object_of_verb(const FigureView& figure);

/// "$11 billion will be invested in the fund", "$1.2 trillion invested across 147 countries".
[[nodiscard]] std::optional<MeasureReading> passive(const FigureView& figure);

/// "Migrants sent [$5 billion] to their homeland", "transferred [$2 billion] home": remittances.
[[nodiscard]] std::optional<MeasureReading> sent_home(const FigureView& figure);

/// "[5 tons] were sent to Peru": what is only carried, by a verb whose reading this is, leaves for the state that stands from token
/// `behind` on.
[[nodiscard]] bool goes_to_state(const FactSentence& sentence, const MeasureReading& reading, std::uint32_t behind);

/// "The volume of gas sold to Peru is [5 million tons]": what was done with the goods.
[[nodiscard]] std::optional<MeasureReading> volume_of_deed(const FigureView& figure);

/// "imported gas from Kenya ([380 million cubic meters]) and Chile": what the verb tells of, partner by partner.
[[nodiscard]] std::optional<MeasureReading> in_brackets(const FigureView& figure);

/// What a verb of the lists tells of; what it takes, from token `completed_from` on, completes the phrase: "invested [$5 billion] in
/// roads".
[[nodiscard]] MeasureReading verb_reading(const FactSentence& sentence, const FoundEntry& verb, std::uint32_t completed_from);

/// The verb right before the figure, or before whom it gives to: "invested [$5 billion]", "lent Kenya [$240 million]".
[[nodiscard]] const FoundEntry* verb_of_object(const FigureView& figure);

/// "imported from Peru | 20,400 tons": over the other end of what flows, between a verb and its object; `end` where none stands there.
[[nodiscard]] std::uint32_t before_other_end(const FigureView& figure, std::uint32_t end);

/// "Chad bought fuel": the buyer right before the verb is a country.
[[nodiscard]] bool is_bought_by_state(const FigureView& figure, const FoundEntry& verb);

/// What a state buys abroad is imported, whatever the verb calls it.
void take_as_imports(MeasureReading& reading);

/// What one state sells to another is exported.
void take_as_exports(MeasureReading& reading);

}  // namespace attest::measure
