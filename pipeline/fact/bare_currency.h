// "Rupees", "crowns", "pesos": names that several currencies share. Which one an article means it says once ("Norwegian crowns"), or
// its country does.
//
//   BareCurrencies currencies(rules);
//   currencies.settle(text, "LK", mentions);   // "23 million rupees" of an article about Sri Lanka is LKR
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/program.h"
#include "record/mention.h"

namespace attest {

class BareCurrencies {
 public:
  /// Reads the list `currency_name`: names of one word with their usual currency, and the currencies whose longer names end in
  /// that word.
  explicit BareCurrencies(const CompiledRules& rules);

  /// Gives figures in such a currency the one that the text named in full before, or else that of `country` (ISO 3166-1 alpha-2; ""
  /// where unknown), whose code begins like the country's (ISO 4217). Anything else stays. `text` is the document's, in bytes.
  void settle(std::string_view text, std::string_view country, std::span<Mention> mentions) const;

 private:
  struct Family {
    std::string usual;
    std::vector<std::string> currencies;
  };
  /// The last word of a passage that is such a name, in lower case without its plural "s"; "" where none is.
  struct Named {
    std::string_view word;
    const Family* family = nullptr;
    bool in_full = false;  ///< A capitalised word stands before it: "Norwegian crowns".
  };
  [[nodiscard]] Named named_in(std::string_view passage) const;

  std::map<std::string, Family, std::less<>> families_;  // by the word in singular
};

}  // namespace attest
