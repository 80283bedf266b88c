#include "fact/figure_dimension.h"

#include <algorithm>
#include <array>
#include <utility>

namespace attest {
namespace {

// UCUM codes without their metric prefixes, with what they measure.
constexpr std::array<std::pair<std::string_view, Dimension>, 33> kUnits = {{
    {"m", Dimension::kLength},        {"km", Dimension::kLength},       {"cm", Dimension::kLength},       {"mm", Dimension::kLength},
    {"[ft_i]", Dimension::kLength},   {"[in_i]", Dimension::kLength},   {"[yd_i]", Dimension::kLength},   {"[mi_i]", Dimension::kLength},
    {"[nmi_i]", Dimension::kLength},  {"km2", Dimension::kArea},        {"m2", Dimension::kArea},         {"har", Dimension::kArea},
    {"[acr_us]", Dimension::kArea},   {"[sft_i]", Dimension::kArea},    {"[smi_us]", Dimension::kArea},   {"m3", Dimension::kVolume},
    {"L", Dimension::kVolume},        {"[bbl_us]", Dimension::kVolume}, {"[gal_us]", Dimension::kVolume}, {"[bu_us]", Dimension::kVolume},
    {"km3", Dimension::kVolume},      {"[cft_i]", Dimension::kVolume},  {"t", Dimension::kMass},          {"kg", Dimension::kMass},
    {"g", Dimension::kMass},          {"[lb_av]", Dimension::kMass},    {"[oz_av]", Dimension::kMass},    {"[oz_tr]", Dimension::kMass},
    {"TEU", Dimension::kMass},        {"W", Dimension::kPower},         {"W.h", Dimension::kEnergy},      {"J", Dimension::kEnergy},
    {"[Btu_IT]", Dimension::kEnergy},
}};

Dimension named(std::string_view unit) noexcept {
  const auto* const found = std::find_if(kUnits.begin(), kUnits.end(), [unit](const auto& known) { return known.first == unit; });
  return found == kUnits.end() ? Dimension::kOther : found->second;
}

bool is_price(std::string_view unit) noexcept {
  constexpr std::size_t kCodeLength = 3;  // ISO 4217
  return unit.size() > kCodeLength && unit[kCodeLength] == '/' &&
         std::all_of(unit.begin(), unit.begin() + kCodeLength, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

}  // namespace

Dimension dimension_of(const Figure& figure) noexcept {
  if (figure.quantity == Quantity::kMoney) return is_price(figure.unit) ? Dimension::kPrice : Dimension::kMoney;
  if (figure.quantity == Quantity::kCount) return figure.noun.empty() ? Dimension::kBare : Dimension::kNone;
  if (figure.quantity != Quantity::kMeasure) return Dimension::kNone;
  const std::string_view unit = figure.unit;
  if (is_price(unit)) return Dimension::kPrice;
  const std::string_view of = unit.substr(0, unit.find('/'));
  const Dimension whole = named(of);
  constexpr std::string_view kPrefixes = "kMGT";
  const bool prefixed = whole == Dimension::kOther && of.size() > 1 && kPrefixes.find(of.front()) != std::string_view::npos;
  return prefixed ? named(of.substr(1)) : whole;
}

bool fits(Dimension dimension, std::string_view unit) noexcept {
  if (unit == "object") return false;
  if (unit.empty() || dimension == Dimension::kBare) return true;
  if (unit == "money") return dimension == Dimension::kMoney;
  if (unit == "mass") return dimension == Dimension::kMass || dimension == Dimension::kVolume;
  if (unit == "length") return dimension == Dimension::kLength;
  if (unit == "area") return dimension == Dimension::kArea;
  if (unit == "energy") return dimension == Dimension::kEnergy || dimension == Dimension::kPower;
  return dimension != Dimension::kNone && dimension != Dimension::kMoney && dimension != Dimension::kPrice;
}

std::string_view attribute_name(Dimension dimension) noexcept {
  switch (dimension) {
    case Dimension::kLength:
      return "length";
    case Dimension::kArea:
      return "area";
    case Dimension::kPower:
      return "capacity";
    default:
      return {};
  }
}

}  // namespace attest
