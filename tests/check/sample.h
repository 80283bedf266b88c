// Facts for the tests of the checks, made without any rules of extraction.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/check_policy.h"
#include "check/checked_fact.h"
#include "check/finding.h"
#include "store/store.h"

namespace attest::sample {

/// The built-in tables.
const CheckPolicy& policy();

/// What a statement says; the figure stands in the sentence as `quote`.
struct Statement {
  std::string sentence;
  std::string quote;
  std::string value;
  std::string rounding = "0";
  std::string unit = "USD";
  Quantity quantity = Quantity::kMoney;
  Bound bound = Bound::kExact;
  std::string measure_id = "trade.turnover";
  std::string measure = "bilateral trade";
  std::vector<std::string> parties = {"KZ", "CN"};
  std::string from = {};
  std::string to = {};
  std::string period = "2024";  ///< A year; "" for none.
  FactStatus status = FactStatus::kActual;
  Change change = {};
  std::string whole = {};
  std::string authority = {};
  std::string noun = {};  ///< Of a count.
};

/// A document with a sentence and a fact for each statement. Statements with the same sentence share it.
ExtractedDocument document(std::string uri, const std::vector<Statement>& statements, std::string publisher = {});

/// The same as the checks see it.
CheckedDocument checked_document(const std::vector<Statement>& statements);

/// "same_figure conflict high: quote, quote", a line a finding of the store's last check, sorted.
std::vector<std::string> findings_of(Store& store);
/// The same for the findings of one document.
std::vector<std::string> findings_in(const CheckedDocument& document);

/// "The quake killed 27": people, in Peru, on a day that is not told.
[[nodiscard]] Statement toll(const char* sentence, const char* number, const char* measure = "conflict.deaths");
/// "Nordvik earned 5.2 billion euros": a net profit, rounded to `rounding` on either side.
[[nodiscard]] Statement profit(const char* sentence, const char* number, const char* rounding = "0.05", const char* period = "2023");
/// "26.6% of exports": a percentage to one decimal, which says of nothing yet what it is.
[[nodiscard]] Statement percentage(const char* sentence, const char* number);
/// "Exports rose 5.2%": a growth in 2023 of what `of` names, to one decimal.
[[nodiscard]] Statement growth(const char* sentence, const char* number, const char* of, std::vector<std::string> parties);

}  // namespace attest::sample
