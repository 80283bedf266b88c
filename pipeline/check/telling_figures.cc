#include "check/telling_figures.h"

#include <algorithm>

#include "check/comparability.h"
#include "check/topic_hash.h"

namespace attest {
namespace {

/// Of long articles those of the smallest hashes, so that two that share many share some of these (MinHash: Broder, 1997).
constexpr std::size_t kMostTelling = 24;
constexpr int kTellingDigits = 3;
constexpr std::size_t kFewestShared = 2;

/// Told with three digits, as the next report may: 121 of 121.3 billion.
Decimal rounded(const Decimal& value) {
  constexpr Int128 kFirstLonger = 1000;
  const Decimal plain = value.normalised();
  Int128 mantissa = plain.mantissa();
  std::int32_t exponent = plain.exponent();
  Int128 cut = 0;
  for (; mantissa >= kFirstLonger || mantissa <= -kFirstLonger; ++exponent) {
    cut = mantissa % 10;
    mantissa /= 10;
  }
  if (cut >= 5) ++mantissa;
  if (cut <= -5) --mantissa;
  return Decimal(mantissa, exponent).normalised();
}

}  // namespace

TellingFigures telling_figures(const CheckedDocument& document) {
  TellingFigures figures;
  for (const CheckedFact& fact : document.facts) {
    if (significant_digits(fact) < kTellingDigits) continue;
    figures.push_back(topic_hash(rounded(fact.value()).to_string() + fact.unit));
  }
  std::sort(figures.begin(), figures.end());
  figures.erase(std::unique(figures.begin(), figures.end()), figures.end());
  figures.resize(std::min(figures.size(), kMostTelling));
  figures.shrink_to_fit();
  return figures;
}

bool share_figures(const TellingFigures& a, const TellingFigures& b) {
  std::size_t shared = 0;
  for (const std::uint64_t figure : a) shared += std::binary_search(b.begin(), b.end(), figure) ? 1U : 0U;
  return shared >= kFewestShared;
}

}  // namespace attest
