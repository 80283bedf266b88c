// Lists line by line: "The largest buyers were:", and below it "China: $5 billion (24%)".
#pragma once

#include "engine/gazetteer.h"
#include "text/analysis.h"

namespace attest {

/// True for a line that only gives a name its figures: little before a colon, a dash or a bracket, and a number behind that.
[[nodiscard]] bool is_list_entry(const TokenView& view, TokenRange line) noexcept;

/// True for a sentence that ends with a colon: what it tells of, the lines below it list.
[[nodiscard]] bool introduces_list(const TokenView& view, TokenRange sentence) noexcept;

/// True for a line that only gives a year its figures: "2020 – $15 billion". Any heading may stand above such lines.
[[nodiscard]] bool is_year_entry(const TokenView& view, TokenRange line) noexcept;

}  // namespace attest
