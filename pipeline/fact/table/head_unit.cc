#include "fact/table/head_unit.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/ascii.h"
#include "fact/within.h"

namespace attest {
namespace {

bool parts_head(std::string_view word) noexcept {
  constexpr std::array<std::string_view, 9> kMarks = {",", "(", ")", "[", "]", ":", ";", "in", "In"};
  return is_one_of(word, kMarks);
}

// "C" may be the third of three columns; these letters and signs stand alone for units.
bool stands_alone(std::string_view word) noexcept { return word.size() != 1 || !is_ascii_letter(word.front()) || word == "t"; }

bool begins_line(const TokenView& view, std::uint32_t token) noexcept {
  return Span{view.tokens[token - 1].end, view.tokens[token].begin}.of(view.text).find('\n') != std::string_view::npos;
}

Span bytes_over(const TokenView& view, TokenRange tokens) noexcept {
  return {view.tokens[tokens.begin].begin, view.tokens[tokens.end - 1].end};
}

}  // namespace

HeadUnitReader::HeadUnitReader(const CompiledRules& rules, const NumberLexicon& numbers) : rules_(&rules), numbers_(&numbers) {
  struct Known {
    std::string_view list;
    Quantity quantity;
    std::string_view unit_column;
    std::string_view unit;
  };
  constexpr std::array<Known, 8> kKnown = {{
      {"currency_scaled", Quantity::kMoney, "iso", ""},
      {"currency_code", Quantity::kMoney, "iso", ""},
      {"currency_name", Quantity::kMoney, "iso", ""},
      {"currency_sign", Quantity::kMoney, "iso", ""},
      {"percentage_point", Quantity::kPercentagePoint, "", "pp"},
      {"percent_word", Quantity::kPercent, "", "%"},
      {"unit", Quantity::kMeasure, "ucum", ""},
      {"unit_symbol", Quantity::kMeasure, "ucum", ""},
  }};
  for (const Known& known : kKnown) {
    const auto list = rules.gazetteer.list_named(known.list);
    if (!list) continue;
    lists_.push_back({*list, known.quantity, rules.gazetteer.column(*list, known.unit_column), rules.gazetteer.column(*list, "factor"),
                      std::string(known.unit)});
  }
}

// The last part that is a unit holds; a scale word alone belongs to the unit before it: "USD, mln".
std::optional<HeadUnit> HeadUnitReader::read(const TokenView& view, Span bytes) const {
  const TokenRange tokens = tokens_in(view, bytes);
  std::optional<HeadUnit> scale;
  for (std::uint32_t end = tokens.end; end > tokens.begin;) {
    std::uint32_t begin = end;
    while (begin > tokens.begin && !parts_head(view.word(begin - 1)) && (begin == end || !begins_line(view, begin))) --begin;
    if (auto unit = unit_of(view, {begin, end}, begin == tokens.begin && end == tokens.end)) {
      if (!scale) return unit;
      if (unit->factor == Decimal(1)) unit->factor = scale->factor;
      unit->bytes.end = scale->bytes.end;
      return unit;
    }
    if (!scale) scale = scale_of(view, {begin, end});
    end = begin > tokens.begin && parts_head(view.word(begin - 1)) ? begin - 1 : begin;
  }
  return scale;
}

// "billion USD", "millions of dollars", "USD billion", "%", "% of GDP", "$ per tonne".
std::optional<HeadUnit> HeadUnitReader::unit_of(const TokenView& view, TokenRange part, bool whole) const {
  if (part.begin >= part.end || (whole && part.end == part.begin + 1 && !stands_alone(view.word(part.begin)))) return std::nullopt;
  std::optional<Scale> scale = scale_at(view, part);
  std::uint32_t at = scale ? scale->end : part.begin;
  if (scale && at < part.end && view.word(at) == "of") ++at;
  auto unit = listed_unit(view, {at, part.end});
  if (!unit) return std::nullopt;
  if (!scale && unit->unit.factor == Decimal(1)) {
    scale = scale_at(view, {unit->end, part.end});
    if (scale) unit->end = scale->end;
  }
  if (!ends_unit(view, unit->end, part.end, *unit)) return std::nullopt;
  if (scale) unit->unit.factor = multiply(unit->unit.factor, scale->factor).value_or(unit->unit.factor);
  unit->unit.bytes = bytes_over(view, part);
  return unit->unit;
}

// Nothing more; of a price, what it buys; of a share, its whole; of a rate, its time, which figures leave out.
bool HeadUnitReader::ends_unit(const TokenView& view, std::uint32_t token, std::uint32_t end, Part& part) const {
  if (token < end && view.word(token) == ".") ++token;
  if (token >= end || part.unit.quantity == Quantity::kPercent) return true;
  const std::string_view link = view.word(token);
  if (link != "per" && link != "/" && link != "a") return false;
  if (part.unit.quantity != Quantity::kMoney) return true;
  const auto bought = listed_unit(view, {token + 1, end});
  if (!bought || bought->unit.quantity != Quantity::kMeasure) return true;
  part.unit.unit += "/" + bought->unit.unit;
  part.unit.quantity = Quantity::kMeasure;
  return true;
}

// "million people", "thousands": what is counted is no unit.
std::optional<HeadUnit> HeadUnitReader::scale_of(const TokenView& view, TokenRange part) const {
  const auto scale = scale_at(view, part);
  if (!scale) return std::nullopt;
  return HeadUnit{Quantity::kCount, "", scale->factor, bytes_over(view, {part.begin, scale->end})};
}

std::optional<HeadUnitReader::Part> HeadUnitReader::listed_unit(const TokenView& view, TokenRange tokens) const {
  if (tokens.begin >= tokens.end) return std::nullopt;
  for (const UnitList& known : lists_) {
    const auto found = rules_->gazetteer.longest_from(view, known.list, tokens.begin, tokens.end);
    if (!found) continue;
    const Gazetteer::Entry& entry = rules_->gazetteer.entry(found->entry);
    Part part{{known.quantity, known.unit, Decimal(1), {}}, found->tokens.end};
    if (known.unit_column) part.unit.unit = to_string(entry.cells[*known.unit_column]);
    if (known.factor_column && entry.cells[*known.factor_column].is_decimal())
      part.unit.factor = entry.cells[*known.factor_column].decimal();
    return part;
  }
  return std::nullopt;
}

// "million", "mln.", "thousands", "'000".
std::optional<HeadUnitReader::Scale> HeadUnitReader::scale_at(const TokenView& view, TokenRange tokens) const {
  if (tokens.begin >= tokens.end) return std::nullopt;
  const auto quotes = [&](std::uint32_t token) { return view.word(token) == "'" || view.word(token) == "\xE2\x80\x99"; };
  std::uint32_t token = tokens.begin;
  if (token + 1 < tokens.end && quotes(token)) ++token;
  if (view.word(token) == "000") return Scale{Decimal(1000), token + 1};
  std::string_view word = view.word(token);
  auto number = numbers_->find(view.tokens[token].word);
  if (!number && word.ends_with('s')) {
    word.remove_suffix(1);
    number = numbers_->find(rules_->vocabulary.find(ascii_lowered(word)));
  }
  if (!number || number->kind != NumberWordKind::kScale) return std::nullopt;
  const bool shortened = token + 1 < tokens.end && view.word(token + 1) == ".";
  return Scale{number->value, token + (shortened ? 2 : 1)};
}

}  // namespace attest
