#include "engine/diagnostic.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace attest {
namespace {

// Field by field: g++ 12 takes strings of temporary aggregates for uninitialised when it optimises.
Diagnostic diagnostic_at(const std::string& file, std::uint32_t line, std::uint32_t column, const std::string& message,
                         const std::string& source_line = "") {
  Diagnostic made;
  made.at.file = file;
  made.at.line = line;
  made.at.column = column;
  made.message = message;
  made.source_line = source_line;
  return made;
}

TEST(DiagnosticText, HasPlaceLineCaretAndHint) {
  Diagnostic diagnostic = diagnostic_at("30_quantity.rules", 12, 15, "no list is called \"curency\"", "  match  sym:<curency> n:Number");
  diagnostic.hint = "did you mean \"currency\"?";
  EXPECT_EQ(to_string(diagnostic),
            "30_quantity.rules:12:15: error: no list is called \"curency\"\n"
            "  match  sym:<curency> n:Number\n"
            "              ^\n"
            "  hint: did you mean \"currency\"?\n");
}

TEST(DiagnosticText, LeavesOutWhatThereIsNot) { EXPECT_EQ(to_string(diagnostic_at("a.rules", 0, 0, "wrong")), "a.rules: error: wrong\n"); }

TEST(DiagnosticText, CaretStandsUnderCodePointsAndTabs) {
  const Diagnostic diagnostic = diagnostic_at("a.rules", 1, 6, "wrong", "\t€\t€x");
  EXPECT_EQ(to_string(diagnostic), "a.rules:1:6: error: wrong\n  €\t€x\n   \t  ^\n");
}

TEST(DiagnosticText, CaretMayStandInTheIndentationOrPastTheEnd) {
  EXPECT_EQ(to_string(diagnostic_at("a", 1, 1, "m", "  x")), "a:1:1: error: m\n    x\n  ^\n");
  EXPECT_EQ(to_string(diagnostic_at("a", 1, 99, "m", "  x")), "a:1:99: error: m\n  x\n   ^\n");
}

TEST(DiagnosticText, LongLinesAreCutAroundTheCaret) {
  const std::string line = std::string(500, 'a') + "X" + std::string(500, 'b');
  const std::string text = to_string(diagnostic_at("a", 1, 501, "m", line));
  EXPECT_EQ(text, "a:1:501: error: m\n  " + std::string(100, 'a') + "X" + std::string(39, 'b') + "\n  " + std::string(100, ' ') + "^\n");
}

TEST(DiagnosticText, OfSeveralIsInOrderOfPlace) {
  const std::vector<Diagnostic> diagnostics = {diagnostic_at("b", 1, 1, "4"), diagnostic_at("a", 10, 1, "3"), diagnostic_at("a", 2, 7, "2"),
                                               diagnostic_at("a", 2, 3, "1")};
  EXPECT_EQ(to_string(diagnostics), "a:2:3: error: 1\na:2:7: error: 2\na:10:1: error: 3\nb:1:1: error: 4\n");
}

struct Neighbour {
  std::string name;
  std::vector<std::string> candidates;
  std::string nearest;
};

void PrintTo(const Neighbour& neighbour, std::ostream* out) { *out << neighbour.name; }

class NearestName : public ::testing::TestWithParam<Neighbour> {};

TEST_P(NearestName, IsWithinAThirdOfTheLength) { EXPECT_EQ(nearest_name(GetParam().name, GetParam().candidates), GetParam().nearest); }

INSTANTIATE_TEST_SUITE_P(Names, NearestName,
                         ::testing::Values(Neighbour{"curency", {"scale", "currency", "country"}, "currency"},
                                           Neighbour{"scale", {"sale", "scales"}, "sale"}, Neighbour{"abcdef", {"abcdxyz", "abcxyz"}, ""},
                                           Neighbour{"abcdef", {"abcdxy"}, "abcdxy"}, Neighbour{"ab", {"ac"}, ""},
                                           Neighbour{"from", {"form"}, "form"}, Neighbour{"abcd", {"cbad"}, ""}, Neighbour{"scale", {}, ""},
                                           Neighbour{"", {"", "a"}, ""}));

}  // namespace
}  // namespace attest
