// Periods that a text names only by another one: "a year earlier" of some months is no calendar year.
#pragma once

#include <string_view>

#include "check/check_policy.h"
#include "check/checked_fact.h"

namespace attest {

/// True for a figure of a week that its sentence names by "a week ago", and for one of whole years whose sentence does not name the year
/// and speaks of another time by "a year ago", "the same period" and the like: which months are meant is not certain.
[[nodiscard]] bool has_loose_period(const CheckedFact& fact, std::string_view sentence, const CheckPolicy& policy);

/// True for what a quarter or longer was told of before it was over, on the day `published` ("" for unknown): a part of it, or what is
/// expected of all of it, whatever the words. It contradicts no figure of the whole.
[[nodiscard]] bool goes_on(const CheckedFact& fact, std::string_view published);

}  // namespace attest
