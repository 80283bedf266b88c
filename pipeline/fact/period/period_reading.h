// What is known of when a figure holds.
#pragma once

#include "base/span.h"
#include "fact/discourse.h"
#include "record/fact.h"

namespace attest {

struct PeriodReading {
  Period period;
  PeriodSource source = PeriodSource::kNone;
  Span date;              ///< The bytes of the date that says so; empty where none does.
  bool is_base = false;   ///< The figure is what another is compared with ("up from $4.44 billion the previous year").
  bool is_limit = false;  ///< The date is a limit: "by 2030".
  bool lasts = false;     ///< The next sentences may go on with it: no limit ("by 2030"), no start ("since"), no end of a month.
};

}  // namespace attest
