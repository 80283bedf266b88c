// "Rupees", "crowns", "pesos": names that several currencies share. Which one an article means it says once ("Norwegian crowns"), or
// its country does.
//
//   BareCurrencies currencies(rules);
//   currencies.settle(text, {"LK"}, mentions);   // "23 million rupees" of an article about Sri Lanka is LKR
#pragma once

#include <initializer_list>
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

  /// Gives figures in such a currency the one that the text named in full before, or else that of the first of `countries` (ISO
  /// 3166-1 alpha-2; "" where unknown) that has one by that name, whose code begins like the country's (ISO 4217). Anything else stays.
  /// `text` is the document's, in bytes.
  void settle(std::string_view text, std::initializer_list<std::string_view> countries, std::span<Mention> mentions) const;

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
  void read_signs(const CompiledRules& rules);
  [[nodiscard]] Named named_in(std::string_view passage) const;
  [[nodiscard]] static std::vector<std::string>::const_iterator own_of(const std::vector<std::string>& all, std::string_view usual,
                                                                       std::initializer_list<std::string_view> countries);

  std::map<std::string, Family, std::less<>> families_;  // by the word in singular
};

}  // namespace attest
