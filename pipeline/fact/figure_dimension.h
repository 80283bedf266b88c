// What kind of quantity a figure's unit is of: money, a length, an area … It tells what an unnamed measure must be.
//
//   dimension_of(figure);                       // "km2" -> Dimension::kArea
//   fits(Dimension::kArea, "area");             // true: column `unit` of rules/lists/measure_verb.tsv
#pragma once

#include <cstdint>
#include <string_view>

#include "record/mention.h"

namespace attest {

/// kBare is a number without unit or noun, which may leave out any unit ("up from 3.9 billion").
enum class Dimension : std::uint8_t { kNone, kBare, kMoney, kPrice, kLength, kArea, kVolume, kMass, kPower, kEnergy, kOther };

/// The dimension of a figure's unit (UCUM); kPrice is money a unit of something, kNone what counts, ranks or relates.
[[nodiscard]] Dimension dimension_of(const Figure& figure) noexcept;

/// True where a figure of a dimension may belong to a verb whose cell `unit` is this: "money", "mass" (volumes too), "length",
/// "area", "energy", "physical" for any of them, "object" for none (the verb has another object), "" for anything.
[[nodiscard]] bool fits(Dimension dimension, std::string_view unit) noexcept;

/// What an attribute of this dimension is called: "length", "area", "capacity"; "" where it has no name of its own.
[[nodiscard]] std::string_view attribute_name(Dimension dimension) noexcept;

}  // namespace attest
