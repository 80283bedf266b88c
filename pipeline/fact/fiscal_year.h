// When the fiscal years of countries begin: "in 2023-24" of Pakistan's exports is from July to June.
//
//   FiscalYears years(rules);
//   years.settle("fiscal year 2024", "PK", "2024-09-01", period);   // 2023-07-01..2024-07-01
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/program.h"
#include "fact/discourse.h"
#include "fact/fact_sentence.h"
#include "record/mention.h"

namespace attest {

class FiscalYears {
 public:
  /// Reads the list `fiscal_year`; without it no country has one of its own.
  explicit FiscalYears(const CompiledRules& rules);

  /// True where the country's (ISO 3166-1 alpha-2) fiscal year is known.
  [[nodiscard]] bool knows(std::string_view country) const noexcept { return find(country) != nullptr; }

  /// True where "2023-24" means the country's fiscal year without saying so.
  [[nodiscard]] bool names_by_two_years(std::string_view country) const noexcept;

  /// Whether the words of a date join a year and the next: "2023-24", "fiscal year 2023/2024".
  [[nodiscard]] static bool joins_two_years(std::string_view words);

  /// Whether the words of a date speak of a fiscal year: "fiscal 2024", "Q1 of FY24".
  [[nodiscard]] static bool names_one(std::string_view words);

  /// Moves a period that was read by the calendar to the country's fiscal year, where the date's words speak of one ("the first two
  /// months of the fiscal year", "FY24") or join two years ("2023-24"). `published` is the day of publication as an ISO date, from
  /// which "the current fiscal year" is counted; "" where unknown. Anything else stays.
  void settle(std::string_view words, std::string_view country, std::string_view published, Period& period) const;
  /// The same for a period that the date over the bytes `stated` of a sentence gives, with the year that it may be a part of: "the first
  /// two months of the fiscal year", but not "the 1986/87 season" of a crop.
  void settle(const FactSentence& sentence, std::span<const Mention> mentions, Span stated, std::string_view country,
              std::string_view published, Period& period) const;

 private:
  struct Country {
    std::string_view code;
    int first_month = 1;
    bool named_by_end = false;  ///< The fiscal year 2024 ends in 2024.
    bool is_usual = false;      ///< "2023-24" means the fiscal year without saying so.
  };
  [[nodiscard]] static bool is_year_of(const FactSentence& sentence, std::span<const Mention> mentions, Span stated, const MentionAt& year);
  void settle_part(std::string_view year_words, Period year, std::string_view country, std::string_view published, Period& part) const;
  [[nodiscard]] const Country* find(std::string_view country) const noexcept;

  std::vector<Country> countries_;
};

}  // namespace attest
