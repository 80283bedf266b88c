#include "value/noun.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace attest {
namespace {

struct Case {
  std::string_view noun;
  std::string_view singular;
};

void expect_all(std::initializer_list<Case> cases) {
  for (const Case& expected : cases) EXPECT_EQ(singular_of(expected.noun), expected.singular) << expected.noun;
}

TEST(SingularOf, DropsAnS) { expect_all({{"agreements", "agreement"}, {"shares", "share"}, {"houses", "house"}, {"causes", "cause"}}); }

TEST(SingularOf, TurnsIesIntoY) { expect_all({{"countries", "country"}, {"companies", "company"}, {"ties", "tie"}}); }

TEST(SingularOf, DropsEsBehindSibilantsAndO) {
  expect_all(
      {{"taxes", "tax"}, {"processes", "process"}, {"dishes", "dish"}, {"branches", "branch"}, {"heroes", "hero"}, {"viruses", "virus"}});
}

TEST(SingularOf, KeepsWhatIsNoPlural) {
  expect_all(
      {{"process", "process"}, {"campus", "campus"}, {"analysis", "analysis"}, {"gas", "gas"}, {"bus", "bus"}, {"gdp", "gdp"}, {"", ""}});
}

TEST(SingularOf, ReadsShortPlurals) { expect_all({{"TVs", "tv"}, {"CDs", "cd"}}); }

TEST(SingularOf, PutsAsciiInLowerCaseAndKeepsOtherBytes) {
  expect_all({{"Agreements", "agreement"}, {"AGREEMENTS", "agreement"}, {"Écoles", "École"}});
}

TEST(SingularOf, ChangesNoSingularItMade) {
  for (const std::string_view noun : {"agreements", "countries", "taxes", "processes", "houses", "viruses", "shares"}) {
    const std::string once = singular_of(noun);
    EXPECT_EQ(singular_of(once), once) << noun;
  }
}

}  // namespace
}  // namespace attest
