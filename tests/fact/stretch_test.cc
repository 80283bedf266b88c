#include "fact/stretch.h"

#include <gtest/gtest.h>

#include <string>

namespace attest {
namespace {

struct Case {
  std::string timex;
  std::string end;
  std::string begin;  // "" where there is none
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.timex << " before " << c.end; }

class Stretches : public ::testing::TestWithParam<Case> {};

TEST_P(Stretches, CountBackFromTheirEnd) {
  const auto stretch = stretch_of(GetParam().timex);
  const auto begin = stretch ? day_before(parse_iso_date(GetParam().end).value(), *stretch) : std::nullopt;
  EXPECT_EQ(begin ? begin->to_iso() : "", GetParam().begin);
}

INSTANTIATE_TEST_SUITE_P(Table, Stretches,
                         ::testing::Values(Case{"P26W", "2025-09-28", "2025-03-30"}, Case{"P3M", "2025-04-01", "2025-01-01"},
                                           Case{"P1M", "2024-03-31", "2024-02-29"}, Case{"P1Y", "2024-02-29", "2023-02-28"},
                                           Case{"P10D", "2025-01-05", "2024-12-26"}, Case{"PT2H", "2025-01-05", ""},
                                           Case{"P2Y6M", "2025-01-05", ""}, Case{"PXM", "2025-01-05", ""}, Case{"", "2025-01-05", ""}));

}  // namespace
}  // namespace attest
