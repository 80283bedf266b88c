// What a text has spoken of so far: the dates that "the following month", "that day" and "the same period" refer back to.
#pragma once

#include <cstdint>
#include <optional>

#include "base/span.h"
#include "value/calendar_unit.h"

namespace attest {

/// A date that the text has named.
struct NamedPeriod {
  CalendarPeriod period;
  Span bytes;                  ///< Where.
  std::uint32_t sentence = 0;  ///< Index of its sentence.
  int called = 0;              ///< The number that the text gives a quarter, where it counts otherwise than the calendar; else 0.
};

/// A quarter of the calendar, or three months of a company's year.
[[nodiscard]] bool is_quarter(const CalendarPeriod& period) noexcept;

class DateFocus {
 public:
  /// Begins a text; `published` is its day of publication, where that is known.
  void reset(std::optional<Day> published) noexcept {
    *this = DateFocus();
    published_ = published;
  }
  /// The text names a period of its own, not one that it compares with. The day on which somebody spoke (`of_speech`) is not the day told
  /// of in a sentence that names another one: "it struck on Thursday, police said Friday".
  void name(const NamedPeriod& named, bool of_speech) noexcept;
  /// A sentence tells of some months ("for the nine months, net was"): what it compares is not the quarter of the report.
  void tell_of_months(std::uint32_t sentence) noexcept { months_ = sentence; }
  /// The text names a length of time that lies somewhere: "the three months to August".
  void name_stretch(const NamedPeriod& stretch) noexcept { stretch_ = stretch; }

  /// The period last named, if that was in this sentence or shortly before.
  [[nodiscard]] std::optional<NamedPeriod> last(std::uint32_t sentence) const noexcept;
  /// The periods last named, together where they follow each other ("in 2021 and 2022"); likewise.
  [[nodiscard]] std::optional<NamedPeriod> last_run(std::uint32_t sentence) const noexcept;
  /// The day last named, likewise.
  [[nodiscard]] std::optional<NamedPeriod> last_day(std::uint32_t sentence) const noexcept;
  /// The period of the report: the first quarter, half or run of months of this sentence, else that of the article, however long ago.
  [[nodiscard]] std::optional<NamedPeriod> report(std::uint32_t sentence) const noexcept;
  /// What "the same period last year" is like: the months that this sentence tells of ("in the first nine months"), else the report.
  [[nodiscard]] std::optional<NamedPeriod> likened(std::uint32_t sentence) const noexcept;
  /// The stretch that this sentence named last.
  [[nodiscard]] std::optional<NamedPeriod> stretch(std::uint32_t sentence) const noexcept;
  /// The same, if it was named not long before and this sentence tells of no other months.
  [[nodiscard]] std::optional<NamedPeriod> recent_report(std::uint32_t sentence) const noexcept;
  /// The quarter that "that quarter" points back to: the one last named, if nothing later has been named since.
  [[nodiscard]] std::optional<NamedPeriod> pointed_quarter(std::uint32_t sentence) const noexcept;
  /// The quarter last named.
  [[nodiscard]] std::optional<NamedPeriod> quarter() const noexcept { return quarter_; }

 private:
  [[nodiscard]] bool displaces(const CalendarPeriod& period, const std::optional<NamedPeriod>& held) const noexcept;

  std::optional<Day> published_;
  std::optional<NamedPeriod> last_;
  std::optional<NamedPeriod> run_;
  std::optional<NamedPeriod> day_;
  std::optional<NamedPeriod> report_;
  std::optional<NamedPeriod> of_sentence_;  ///< The first of its sentence that can be reported on.
  std::optional<NamedPeriod> quarter_;
  std::optional<NamedPeriod> pointed_;  ///< The same, whether a report is on it or not.
  std::optional<NamedPeriod> stretch_;
  std::optional<std::uint32_t> months_;  ///< The sentence that told of months last.
};

}  // namespace attest
