#include "engine/functions.h"

#include <algorithm>
#include <array>

#include "engine/chart.h"
#include "engine/number_lexicon.h"
#include "value/noun.h"
#include "value/numeral.h"

namespace attest {
namespace {

using Arguments = std::span<const Argument>;
using Answer = std::optional<Value>;

Answer of(const std::optional<Decimal>& decimal) { return decimal ? Answer(Value(*decimal)) : std::nullopt; }

Answer numeral(FunctionContext& /*context*/, Arguments arguments) {
  if (arguments[0].value.is_null()) return Value();
  const auto parsed = parse_numeral(arguments[0].text);
  return parsed ? Answer(Value(parsed->value)) : std::nullopt;
}

Answer vulgar(FunctionContext& /*context*/, Arguments arguments) { return of(vulgar_fraction(arguments[0].text)); }

std::optional<NumberPhrase> spelled_phrase(const FunctionContext& context, const Argument& argument) {
  return spelled_number(context.chart.view(), argument.tokens, context.numbers);
}

Answer spelled(FunctionContext& context, Arguments arguments) {
  const auto phrase = spelled_phrase(context, arguments[0]);
  if (!phrase || phrase->ordinal || phrase->fraction) return std::nullopt;
  return Value(phrase->value);
}

Answer spelled_ordinal(FunctionContext& context, Arguments arguments) {
  const auto phrase = spelled_phrase(context, arguments[0]);
  return phrase && phrase->ordinal ? Answer(Value(phrase->value)) : std::nullopt;
}

Answer spelled_fraction(FunctionContext& context, Arguments arguments) {
  const auto phrase = spelled_phrase(context, arguments[0]);
  return phrase && phrase->fraction ? Answer(Value(phrase->value)) : std::nullopt;
}

// "twenty-five million" is written as 25 with the factor 10^6; without a scale word the factor is 1.
Answer spelled_factor(FunctionContext& context, Arguments arguments) {
  constexpr std::int32_t kThousand = 3;
  const auto phrase = spelled_phrase(context, arguments[0]);
  if (!phrase) return std::nullopt;
  if (!phrase->last_place) return Value();
  return *phrase->last_place < kThousand ? Value(Decimal(1)) : Value(Decimal(1, *phrase->last_place));
}

Answer written_over(FunctionContext& /*context*/, Arguments arguments) {
  if (arguments[0].value.is_null() || arguments[1].value.is_null()) return Value();
  return of(divide(arguments[0].value.decimal(), arguments[1].value.decimal()));
}

Answer singular(FunctionContext& context, Arguments arguments) {
  const Value& value = arguments[0].value;
  if (!value.is_text()) return value;
  return Value(context.chart.keep(singular_of(value.text())));
}

Answer lesser(FunctionContext& /*context*/, Arguments arguments) {
  const bool first = arguments[0].value.decimal() <= arguments[1].value.decimal();
  return arguments[first ? 0 : 1].value;
}

Answer negative(FunctionContext& /*context*/, Arguments arguments) {
  const Value& value = arguments[0].value;
  return value.is_decimal() ? Value(value.decimal().negated()) : value;
}

constexpr std::array<Function, 10> kFunctions = {{
    {"lesser", 2, 2, "the smaller of two decimals", lesser},
    {"negative", 1, 1, "the decimal with its sign turned", negative},
    {"numeral", 1, 1, "the number in digits that the capture is: \"1,200\" 1200", numeral},
    {"singular", 1, 1, "the base form of a regular plural noun: \"Agreements\" agreement", singular},
    {"spelled", 1, 1, "the cardinal number that the capture spells: \"two and a half million\" 2500000", spelled},
    {"spelled_factor", 1, 1, "what one unit of the last stated digit is worth: 1000000 for \"two million\"; 1 without a scale word", spelled_factor},
    {"spelled_fraction", 1, 1, "the fraction that the capture spells: \"three quarters\" 0.75", spelled_fraction},
    {"spelled_ordinal", 1, 1, "the ordinal number that the capture spells: \"twenty-first\" 21", spelled_ordinal},
    {"vulgar", 1, 1, "the value of a fraction character: \"½\" 0.5", vulgar},
    {"written_over", 2, 2, "the first argument divided by the second; nothing where one of them is missing", written_over},
}};

}  // namespace

std::span<const Function> all_functions() noexcept { return kFunctions; }

const Function* find_function(std::string_view name) noexcept {
  const auto found = std::find_if(kFunctions.begin(), kFunctions.end(), [&](const Function& f) { return f.name == name; });
  return found == kFunctions.end() ? nullptr : &*found;
}

}  // namespace attest
