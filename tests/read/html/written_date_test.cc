#include "read/html/written_date.h"

#include <gtest/gtest.h>

#include <string_view>

namespace attest::html {
namespace {

struct Written {
  std::string_view text;
  std::string_view day;  // "" for none
};

TEST(WrittenDate, ReadsTheFormsOfMetadataAndBylines) {
  constexpr Written kCases[] = {
      {"2025-06-17T08:00:00+02:00", "2025-06-17"},
      {"20250617", "2025-06-17"},
      {"20250617T080000Z", "2025-06-17"},
      {"June 17, 2025", "2025-06-17"},
      {"Updated: Jun. 17th, 2025 10:00", "2025-06-17"},
      {"17 June 2025", "2025-06-17"},
      {"17th of June, 2025", "2025-06-17"},
      {"Tue, 17 Jun 2025 08:00:00 GMT", "2025-06-17"},
      {"Dienstag, 17. Juni 2025", "2025-06-17"},
      {"17.06.2025, 10:05 Uhr", "2025-06-17"},
      {"17 de junio de 2025", "2025-06-17"},
      {"le 1er août 2025", "2025-08-01"},
      {"17 июня 2025", "2025-06-17"},
      {"2025年6月17日", "2025-06-17"},
      {"2025년 6월 17일", "2025-06-17"},
      {"06/17/2025", "2025-06-17"},
      {"17/06/2025", "2025-06-17"},
      {"2025/06/17", "2025-06-17"},
      {"June 2025", ""},
      {"31 June 2025", ""},
      {"17 June 1875", ""},
      {"10:20", ""},
      {"5 17 2025", ""},
      {"", ""},
  };
  for (const Written& it : kCases) EXPECT_EQ(find_written_date(it.text, false).value_or(""), it.day) << it.text;
}

TEST(WrittenDate, TellsDayAndMonthApartByTheReadersCustom) {
  EXPECT_EQ(find_written_date("03/04/2025", true), "2025-04-03");
  EXPECT_EQ(find_written_date("03/04/2025", false), "2025-03-04");
  EXPECT_EQ(find_written_date("03.04.2025", false), "2025-04-03");
}

TEST(WrittenDate, FindsTheDayInAddresses) {
  constexpr Written kCases[] = {
      {"https://e.org/2025/06/17/harbour", "2025-06-17"},
      {"https://e.org/news/2025-06-17-harbour", "2025-06-17"},
      {"https://e.org/a/20250617/harbour", "2025-06-17"},
      {"https://e.org/2019/nov/18/harbour", "2019-11-18"},
      {"https://e.org/2025/06/harbour", ""},
      {"https://e.org/article-2025617", ""},
      {"https://e.org/a?d=2025-06-17", ""},
  };
  for (const Written& it : kCases) EXPECT_EQ(find_date_in_url(it.text).value_or(""), it.day) << it.text;
}

}  // namespace
}  // namespace attest::html
