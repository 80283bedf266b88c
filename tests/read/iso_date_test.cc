#include "read/iso_date.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

#include "read/reader.h"

namespace attest {
namespace {

TEST(IsIsoDate, AcceptsRealDays) {
  for (const std::string_view day : {"2025-06-17", "2024-02-29", "2000-02-29", "1987-12-31", "0001-01-01"}) {
    EXPECT_TRUE(is_iso_date(day)) << day;
  }
}

TEST(IsIsoDate, RefusesEverythingElse) {
  for (const std::string_view text :
       {"", "2025-06", "2025-6-17", "2025-06-17T00:00", "2025/06/17", "2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-06-00",
        "2025-06-31", "20250617", "2025-06-1x", "+025-06-17", "17-06-2025", " 2025-06-1"}) {
    EXPECT_FALSE(is_iso_date(text)) << text;
  }
}

TEST(LeadingIsoDate, KeepsTheDayOfAMoment) {
  for (const std::string_view text :
       {"2025-06-17", "2025-06-17T15:01:01", "2025-06-17t15:01", "2025-06-17 15:01", "2025-06-17Z", "2025-06-17+02:00"}) {
    EXPECT_EQ(leading_iso_date(text), "2025-06-17") << text;
  }
}

TEST(LeadingIsoDate, RefusesOtherText) {
  for (const std::string_view text : {"", "June 17, 2025", "2025-06-171", "2025-06-17-1", "2025-02-30T10:00", "2025-06", "1750118400"}) {
    EXPECT_EQ(leading_iso_date(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace attest
