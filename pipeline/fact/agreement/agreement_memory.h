// What the text told before: who "it", "they", "the two countries", "the parties" and "the deal" of a later sentence may mean.
//
//   AgreementMemory memory;
//   agreement::hear(text, sentence, memory);  // "Norvale agreed to buy Ludlow." (agreement/hearing.h)
//   memory.deal_before(token);                // Norvale, Ludlow
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/gazetteer.h"

namespace attest {

/// "Norvale agreed to buy Ludlow", "Norvale will buy Ludlow".
struct StruckDeal {
  std::vector<std::string> sides;  ///< Empty where none was told of.
  bool announced = false;          ///< They will.
  TokenRange sentence;             ///< That says so.
};

struct AgreementMemory {
  std::vector<std::string> focus;      ///< The parties of the last sentence that named two countries or two bodies.
  bool focus_on_countries = false;     ///< They are countries.
  std::vector<std::string> bodies;     ///< The two bodies of the last sentence that named two.
  std::vector<std::string> countries;  ///< The two countries of the last sentence that named two.
  std::vector<std::string> sides;      ///< The parties of the last agreement that has several.
  StruckDeal deal;                     ///< The last one.
  std::optional<std::string> topic;    ///< The first body or country of the last sentence that named one.

  /// Forgets a document.
  void clear();
  /// The countries that the text last spoke of together.
  [[nodiscard]] const std::vector<std::string>& countries_told() const noexcept { return focus_on_countries ? focus : countries; }
  /// The sides of the deal, where it was told of not long before a token; else none.
  [[nodiscard]] std::span<const std::string> deal_before(std::uint32_t token) const noexcept;
};

}  // namespace attest
