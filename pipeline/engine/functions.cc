#include "engine/functions.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "engine/chart.h"
#include "engine/number_lexicon.h"
#include "value/noun.h"
#include "value/numeral.h"
#include "value/timex.h"

namespace attest {
namespace {

using Arguments = std::span<const Argument>;
using Answer = std::optional<Value>;

Answer of(const std::optional<Decimal>& decimal) { return decimal ? Answer(Value(*decimal)) : std::nullopt; }

Answer numeral(FunctionContext& context, Arguments arguments) {
  if (arguments[0].value.is_null()) return Value();
  return of(context.numeral(arguments[0].text));
}

Answer vulgar(FunctionContext& /*context*/, Arguments arguments) { return of(vulgar_fraction(arguments[0].text)); }

const std::optional<NumberPhrase>& spelled_phrase(FunctionContext& context, const Argument& argument) {
  return context.spelled(argument.tokens);
}

Answer spelled(FunctionContext& context, Arguments arguments) {
  const auto& phrase = spelled_phrase(context, arguments[0]);
  if (!phrase || phrase->ordinal || phrase->fraction) return std::nullopt;
  return Value(phrase->value);
}

Answer spelled_ordinal(FunctionContext& context, Arguments arguments) {
  const auto& phrase = spelled_phrase(context, arguments[0]);
  return phrase && phrase->ordinal ? Answer(Value(phrase->value)) : std::nullopt;
}

Answer spelled_fraction(FunctionContext& context, Arguments arguments) {
  const auto& phrase = spelled_phrase(context, arguments[0]);
  return phrase && phrase->fraction ? Answer(Value(phrase->value)) : std::nullopt;
}

// The scale words that end a phrase: 10^6 for "twenty-five million", 10^9 for "43.8 thousand million", else 1.
Decimal closing_scale(const FunctionContext& context, TokenRange tokens) {
  Decimal scale(1);
  for (std::uint32_t i = tokens.end; i > tokens.begin; --i) {
    const auto word = context.numbers.find(context.chart.view().tokens[i - 1].word);
    if (!word || word->kind != NumberWordKind::kScale) break;
    scale = multiply(scale, word->value).value_or(scale);
  }
  return scale;
}

Answer spelled_factor(FunctionContext& context, Arguments arguments) { return Value(closing_scale(context, arguments[0].tokens)); }

// The same value with trailing zeros down to a place, so that its exponent says which digit was written last.
Decimal written_to(const Decimal& value, std::int32_t place) {
  const Decimal least = value.normalised();
  Int128 mantissa = least.mantissa();
  for (std::int32_t exponent = least.exponent(); exponent > place; --exponent) {
    const auto longer = multiply(Decimal(mantissa, 0), Decimal(10));
    if (!longer || longer->exponent() != 0) return least;
    mantissa = longer->mantissa();
  }
  return {mantissa, std::min(least.exponent(), place)};
}

Answer spelled_written(FunctionContext& context, Arguments arguments) {
  const auto& phrase = spelled_phrase(context, arguments[0]);
  if (!phrase) return std::nullopt;
  if (!phrase->last_place) return Value();
  const Decimal scale = closing_scale(context, arguments[0].tokens);
  const auto written = divide(phrase->value, scale, 37);
  if (!written) return std::nullopt;
  const Decimal ten_fold = scale.normalised();
  return Value(ten_fold.mantissa() == 1 ? written_to(*written, *phrase->last_place - ten_fold.exponent()) : *written);
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

Answer join(FunctionContext& context, Arguments arguments) {
  std::string joined;
  for (const Argument& argument : arguments) {
    if (!argument.value.is_null()) joined += to_string(argument.value);
  }
  return Value(context.chart.keep(std::move(joined)));
}

Answer two_digits(FunctionContext& context, Arguments arguments) {
  std::string text = to_string(arguments[0].value);
  if (text.size() == 1) text.insert(0, 1, '0');
  return Value(context.chart.keep(std::move(text)));
}

// The words of a capture without the spaces that may stand between them.
std::string without_spaces(std::string_view text) {
  std::string kept;
  std::copy_if(text.begin(), text.end(), std::back_inserter(kept), [](char c) { return c != ' '; });
  return kept;
}

Answer clock(FunctionContext& context, Arguments arguments) {
  std::optional<int> half;
  if (arguments.size() > 1 && arguments[1].value.is_decimal()) half = arguments[1].value.decimal() == Decimal(0) ? 0 : 12;
  auto timex = timex_of_clock(without_spaces(arguments[0].text), half);
  return timex ? Answer(Value(context.chart.keep(std::move(*timex)))) : std::nullopt;
}

// "e-5", "x10^6" and "×10−5" end with the exponents -5, 6 and -5: what stands before the digits at the end says the sign.
std::optional<std::int32_t> exponent_at_end(std::string_view text) {
  const std::size_t before = text.find_last_not_of("0123456789");
  const std::size_t first = before == std::string_view::npos ? 0 : before + 1;
  constexpr std::size_t kMostDigits = 3;
  if (first == text.size() || text.size() - first > kMostDigits) return std::nullopt;
  std::int32_t power = 0;
  for (const char digit : text.substr(first)) power = power * 10 + (digit - '0');
  const std::string_view mark = text.substr(0, first);
  const bool negative = mark.ends_with("-") || mark.ends_with("−") || mark.ends_with("–");
  return negative ? -power : power;
}

Answer power_of_ten(FunctionContext& /*context*/, Arguments arguments) {
  const auto exponent = exponent_at_end(arguments[0].text);
  return exponent ? of(Decimal(1).scaled(*exponent)) : std::nullopt;
}

Answer power(FunctionContext& /*context*/, Arguments arguments) {
  const auto exponent = exponent_at_end(arguments[1].text);
  return exponent && arguments[0].value.is_decimal() ? of(power_of(arguments[0].value.decimal(), *exponent)) : std::nullopt;
}

Answer nothing(FunctionContext& /*context*/, Arguments /*arguments*/) { return Value(); }

Answer head(FunctionContext& /*context*/, Arguments arguments) {
  const std::string_view text = arguments[0].value.text();
  const auto space = text.find_last_of(" -");
  return arguments[0].value.is_text() ? Value(space == std::string_view::npos ? text : text.substr(space + 1)) : Value();
}

// "1990" and "90" are both the decade 199; two digits are of the twentieth century.
Answer decade_of(FunctionContext& context, Arguments arguments) {
  const std::string_view digits = arguments[0].text;
  if (digits.size() != 2 && digits.size() != 4) return std::nullopt;
  std::string decade = digits.size() == 2 ? "19" : "";
  decade += digits.substr(0, digits.size() - 1);
  return Value(context.chart.keep(std::move(decade)));
}

// (10, -, -, "P", "D") is P10D; (-, 10, 12, "P", "D") is P10D/P12D.
Answer duration(FunctionContext& context, Arguments arguments) {
  const auto length = [&](const Value& count) {
    return timex_of_length(to_string(arguments[3].value), to_string(count), to_string(arguments[4].value));
  };
  if (!arguments[0].value.is_null()) return Value(context.chart.keep(length(arguments[0].value)));
  if (arguments[1].value.is_null() || arguments[2].value.is_null()) return std::nullopt;
  return Value(context.chart.keep(length(arguments[1].value) + "/" + length(arguments[2].value)));
}

std::string_view digits_at_end(std::string_view text) noexcept {
  const std::size_t before = text.find_last_not_of("0123456789");
  return text.substr(before == std::string_view::npos ? 0 : before + 1);
}

// Two digits are of this century: codes of quarters came into use with it.
Answer year_behind(FunctionContext& context, Arguments arguments) {
  const std::string_view digits = digits_at_end(arguments[0].text);
  if (digits.size() != 2 && digits.size() != 4) return std::nullopt;
  return Value(context.chart.keep((digits.size() == 2 ? "20" : "") + std::string(digits)));
}

// ("1998", "99") is 1998/1999, ("1998", "9") likewise.
Answer years(FunctionContext& context, Arguments arguments) {
  const std::string_view first = arguments[0].text;
  const std::string_view last = arguments[1].text;
  if (first.size() <= last.size()) return std::nullopt;
  const std::string full = std::string(first.substr(0, first.size() - last.size())) + std::string(last);
  if (full <= first) return std::nullopt;
  return Value(context.chart.keep(std::string(first) + "/" + full));
}

constexpr auto kFunctions = std::to_array<Function>({
    {"clock", 1, 2, true, "a time of day as TIMEX3 writes it; 0 or 12 as second argument for a.m. and p.m.: \"3:30\", 12 T15:30", clock},
    {"decade_of", 1, 1, true, "a decade as TIMEX3 writes it: \"1990\" or \"90\" 199", decade_of},
    {"duration", 5, 5, true, "a TIMEX3 duration of count, or low and high, prefix and unit letter: P10D", duration},
    {"head", 1, 1, false, "the last word of a phrase: \"trading partner\" partner", head},
    {"join", 1, 16, false, "the arguments as one text; missing ones are left out", join},
    {"lesser", 2, 2, true, "the smaller of two decimals", lesser},
    {"negative", 1, 1, false, "the decimal with its sign turned", negative},
    {"nothing", 0, 0, false, "no value", nothing},
    {"numeral", 1, 1, true, "the number in digits that the capture is: \"1,200\" 1200", numeral},
    {"power", 2, 2, true, "a decimal to the power that ends the capture: 1.1, \"^2\" 1.21", power},
    {"power_of_ten", 1, 1, true, "ten to the power that ends the capture: \"e-5\" or \"x10-5\" 0.00001", power_of_ten},
    {"singular", 1, 1, false, "the base form of a regular plural noun: \"Agreements\" agreement", singular},
    {"spelled", 1, 1, true, "the cardinal number that the capture spells: \"two and a half million\" 2500000", spelled},
    {"spelled_factor", 1, 1, true, "the scale word that ends the capture: 1000000 for \"two million\"; 1 without one", spelled_factor},
    {"spelled_fraction", 1, 1, true, "the fraction that the capture spells: \"three quarters\" 0.75", spelled_fraction},
    {"spelled_ordinal", 1, 1, true, "the ordinal number that the capture spells: \"twenty-first\" 21", spelled_ordinal},
    {"spelled_written", 1, 1, true, "the number before that scale word, with its last written digit: 2.5 for \"2.5 million\"",
     spelled_written},
    {"two_digits", 1, 1, false, "a number with a leading zero: 6 \"06\"", two_digits},
    {"vulgar", 1, 1, true, "the value of a fraction character: \"½\" 0.5", vulgar},
    {"year_behind", 1, 1, true, "the year whose digits end the capture: \"Q24\" 2024", year_behind},
    {"years", 2, 2, true, "years of which the second is cut short: \"1998\", \"99\" 1998/1999; rejects what does not rise", years},
});

}  // namespace

const std::optional<NumberPhrase>& FunctionContext::spelled(TokenRange tokens) {
  if (tokens.begin != spelled_tokens.begin || tokens.end != spelled_tokens.end) {
    spelled_phrase = spelled_number(chart.view(), tokens, numbers);
    spelled_tokens = tokens;
  }
  return spelled_phrase;
}

const std::optional<Decimal>& FunctionContext::numeral(std::string_view text) {
  if (text.data() != numeral_text.data() || text.size() != numeral_text.size()) {
    const auto parsed = parse_numeral(text);
    numeral_value = parsed ? std::optional(parsed->value) : std::nullopt;
    numeral_text = text;
  }
  return numeral_value;
}

std::span<const Function> all_functions() noexcept { return kFunctions; }

const Function* find_function(std::string_view name) noexcept {
  const auto found = std::find_if(kFunctions.begin(), kFunctions.end(), [&](const Function& f) { return f.name == name; });
  return found == kFunctions.end() ? nullptr : &*found;
}

}  // namespace attest
