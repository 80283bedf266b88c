// What an expression says by itself, as TIMEX3 writes it with X for what is not known: "XXXX-06-16", "XXXX-WXX-5", "XXXX-SU".
#pragma once

#include <string>

#include "resolve/date_steps.h"

namespace attest {

/// The value of a template whose anchor is not known; "" where it says nothing of its own.
[[nodiscard]] std::string partial_timex(const DateTemplate& read);

}  // namespace attest
