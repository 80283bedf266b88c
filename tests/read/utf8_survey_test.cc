#include "read/utf8_survey.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace attest {
namespace {

using namespace std::string_view_literals;

struct SurveyCase {
  std::string_view bytes;
  std::size_t sequences;
  std::size_t errors;
  std::size_t first_error;
  bool cut_off;
};

TEST(SurveyUtf8, CountsSequencesAndErrors) {
  const std::vector<SurveyCase> cases = {
      {"", 0, 0, 0, false},
      {"plain", 0, 0, 5, false},
      {"\xC3\xA9t\xC3\xA9", 2, 0, 5, false},
      {"\xE2\x82\xAC \xF0\x9F\x98\x80", 2, 0, 8, false},
      {"a\xE9z", 0, 1, 1, false},
      {"a\xE2\x82", 0, 1, 1, true},
      {"\xC3\xA9\xF0\x9F\x98", 1, 1, 2, true},
      {"a\xC3", 0, 1, 1, true},
      {"a\xA9", 0, 1, 1, false},
      {"\xC0\xAF", 0, 2, 0, false},
      {"\xED\xA0\x80", 0, 3, 0, false},
      {"\xF4\x90\x80\x80", 0, 4, 0, false},
      {"\xE2\x82 \xC3\xA9", 1, 1, 0, false},
  };
  for (const SurveyCase& expected : cases) {
    const Utf8Survey survey = survey_utf8(expected.bytes);
    EXPECT_EQ(survey.sequences, expected.sequences) << testing::PrintToString(expected.bytes);
    EXPECT_EQ(survey.errors, expected.errors) << testing::PrintToString(expected.bytes);
    EXPECT_EQ(survey.first_error, expected.first_error) << testing::PrintToString(expected.bytes);
    EXPECT_EQ(survey.cut_off, expected.cut_off) << testing::PrintToString(expected.bytes);
  }
}

// Every text of up to three bytes drawn from those at which UTF-8's rules change.
TEST(SurveyUtf8, AgreesWithIsUtf8) {
  constexpr std::string_view kBytes = "a\x7F\x80\x8F\x90\x9F\xA0\xBF\xC1\xC2\xDF\xE0\xEC\xED\xEF\xF0\xF4\xF5"sv;
  for (const char first : kBytes) {
    for (const char second : kBytes) {
      for (const char third : kBytes) {
        const std::string text = {first, second, third, 'z'};
        EXPECT_EQ(survey_utf8(text).errors == 0, is_utf8(text)) << testing::PrintToString(text);
      }
    }
  }
}

}  // namespace
}  // namespace attest
