// The English words of numbers for tests, in place of the lists of a rule pack.
#pragma once

#include <cctype>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "value/number_words.h"
#include "value/numeral.h"

namespace attest {

inline std::map<std::string, NumberWord, std::less<>> number_word_table() {
  using Kind = NumberWordKind;
  std::map<std::string, NumberWord, std::less<>> table;
  const auto put = [&](Kind kind, const std::string& word, const Decimal& value) { table[word] = {kind, value}; };
  const char* units[] = {"zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
                         "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  const char* unit_ordinals[] = {"zeroth",     "first",     "second",    "third",       "fourth",     "fifth",     "sixth",
                                 "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",   "thirteenth",
                                 "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
  for (std::int64_t i = 0; i < 20; ++i) {
    put(Kind::kUnit, units[i], i);
    put(Kind::kOrdinal, unit_ordinals[i], i);
    if (i > 2) put(Kind::kDenominator, std::string(unit_ordinals[i]) + "s", i);
  }
  const char* tens[] = {"twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"};
  for (std::int64_t i = 0; i < 8; ++i) {
    put(Kind::kTen, std::string(tens[i]) + "y", 20 + 10 * i);
    put(Kind::kOrdinal, std::string(tens[i]) + "ieth", 20 + 10 * i);
    put(Kind::kDenominator, std::string(tens[i]) + "ieths", 20 + 10 * i);
  }
  const char* scales[] = {"thousand",   "million",    "billion",   "trillion",  "quadrillion", "quintillion",
                          "sextillion", "septillion", "octillion", "nonillion", "decillion"};
  std::int32_t power = 0;
  for (const std::string scale : scales) {
    power += 3;
    put(Kind::kScale, scale, Decimal(1, power));
    put(Kind::kOrdinal, scale + "th", Decimal(1, power));
    put(Kind::kDenominator, scale + "ths", Decimal(1, power));
  }
  put(Kind::kHundred, "hundred", 100);
  put(Kind::kOrdinal, "hundredth", 100);
  put(Kind::kDenominator, "hundredths", 100);
  put(Kind::kScale, "lakh", Decimal(1, 5));
  put(Kind::kScale, "crore", Decimal(1, 7));
  put(Kind::kScale, "dozen", 12);
  for (const char* article : {"a", "an"}) put(Kind::kArticle, article, 0);
  put(Kind::kHalf, "half", 2);
  put(Kind::kDenominator, "halves", 2);
  put(Kind::kDenominator, "quarter", 4);
  put(Kind::kDenominator, "quarters", 4);
  put(Kind::kAnd, "and", 0);
  put(Kind::kOf, "of", 0);
  put(Kind::kPoint, "point", 0);
  put(Kind::kComma, ",", 0);
  put(Kind::kHyphen, "-", 0);
  return table;
}

/// The words of `text`, cut at spaces, hyphens, commas that no digit follows and fraction characters.
inline std::vector<std::string> number_tokens(std::string_view text) {
  std::vector<std::string> tokens(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit_follows = i + 1 < text.size() && std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0;
    if (text[i] == ' ') {
      tokens.emplace_back();
    } else if (text[i] == '-' || (text[i] == ',' && !digit_follows)) {
      tokens.emplace_back(1, text[i]);
      tokens.emplace_back();
    } else {
      if (text.substr(i).starts_with("½")) tokens.emplace_back();
      tokens.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(text[i])));
    }
  }
  std::erase(tokens, std::string());
  return tokens;
}

/// The number words of `text`; nothing where a word is no number word.
inline std::optional<std::vector<NumberWord>> number_words(std::string_view text) {
  static const auto table = number_word_table();
  std::vector<NumberWord> words;
  for (const std::string& token : number_tokens(text)) {
    if (const auto entry = table.find(token); entry != table.end()) {
      words.push_back(entry->second);
    } else if (const auto numeral = parse_numeral(token)) {
      words.push_back({NumberWordKind::kNumeral, numeral->value});
    } else if (const auto fraction = vulgar_fraction(token)) {
      words.push_back({NumberWordKind::kVulgar, *fraction});
    } else {
      return std::nullopt;
    }
  }
  return words;
}

}  // namespace attest
