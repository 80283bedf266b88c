// Whether two sentences tell the same story, for measures that many things have: a loan, a project, a number of cars.
#pragma once

#include "check/same_figure.h"

namespace attest {

/// True where articles of the same days tell the same in nearly the same words of the same names: then their numbers should be equal.
/// Reports of a series ("car sales for the March 11 to 20 period") and forms ("X Corp filed ... covering a ... issue") do not.
[[nodiscard]] bool tell_one_story(const SourcedFact& a, const SourcedFact& b, const TopicContext& context);

}  // namespace attest
