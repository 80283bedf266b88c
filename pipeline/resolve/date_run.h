// Runs the templates of date_steps.h in a document's context.
//
//   DateRun run = run_date("published week-1", context);
//   run.period;      // the days, where the anchor is known
//   run.timex;       // "2025-W24", or "XXXX-WXX" without one
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/date_focus.h"
#include "resolve/date_steps.h"
#include "resolve/publication.h"
#include "resolve/tense.h"

namespace attest {

/// What a date expression is read against.
struct DateContext {
  const Publication& publication;
  const DateFocus& focus;
  std::uint32_t sentence = 0;     ///< Where the expression stands.
  Tense tense = Tense::kUnknown;  ///< Around it; only open dates ask for it.
  bool ahead = false;             ///< Words before it look forward to it ("until Friday"), whatever the tense.
  bool deadline = false;          ///< It is the month or day by which something is to be done.
};

/// An anchor, or where a step led.
struct DateTrace {
  bool anchor = false;
  std::string what;   ///< The anchor's name or the step as written.
  Span bytes;         ///< The passage that is the anchor; empty where none is.
  std::string value;  ///< TIMEX3.
};

struct DateRun {
  std::optional<CalendarPeriod> period;
  std::string timex;        ///< Of the period, else what the expression alone says ("XXXX-06-16"); "" where that is nothing.
  bool relative = false;    ///< Some anchor is not a value.
  int called = 0;           ///< The number that the text gives the quarter, where it is not the calendar's.
  bool comparison = false;  ///< The text compares with this date and goes on to speak of another one ("a year earlier").
  std::vector<DateTrace> trace;
};

/// A template that is none gives no period and no timex.
[[nodiscard]] DateRun run_date(std::string_view text, const DateContext& context);

}  // namespace attest
