#include "resolve/reference_mark.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "resolve/named_text.h"

namespace attest {
namespace {

/// What the first sentence refers to, as "name | entry".
std::string reference_of(const std::string& text) {
  const testing_resolve::NamedText named(text, {});
  References references;
  references.read(named.analysed());
  const auto found = references.in(named.analysed().sentences.front());
  return found ? found->name + " | " + std::string(found->entry.of(text)) : "none";
}

constexpr const char* kWorks = "\n\nReferences\n[1] Okoye, A. 2019. On grain. Lagos.\n[2] Port office. 2021. Results.\n";
constexpr const char* kAuthors = "\n\nReferences\nOkoye, A. (2019). On grain. Lagos.\nLopes, B. (2021). On ports. Porto.\n";

TEST(References, LeadFromAMarkToItsEntry) {
  EXPECT_EQ(reference_of(std::string("Grain sales rose by 5%.[2]") + kWorks), "[2] | [2] Port office. 2021. Results.");
  EXPECT_EQ(reference_of(std::string("Grain sales [1, 2] rose by 5%.") + kWorks), "[1] | [1] Okoye, A. 2019. On grain. Lagos.");
}

TEST(References, NeedAnEntryWhereTheDocumentHasAny) {
  EXPECT_EQ(reference_of(std::string("Grain sales rose by 5%.[7]") + kWorks), "none");
  EXPECT_EQ(reference_of("Grain sales rose by 5%.[7]"), "[7] | ");
}

TEST(References, AreAuthorsWithTheirYear) {
  EXPECT_EQ(reference_of(std::string("Grain sales rose by 5% (Okoye, 2019).") + kAuthors),
            "Okoye, 2019 | Okoye, A. (2019). On grain. Lagos.");
  EXPECT_EQ(reference_of(std::string("As Lopes (2021) shows, sales rose.") + kAuthors), "Lopes, 2021 | Lopes, B. (2021). On ports. Porto.");
  EXPECT_EQ(reference_of("Grain sales rose by 5% (Okoye and Lopes, 2020)."), "Okoye and Lopes, 2020 | ");
}

TEST(References, AreNotOtherBrackets) {
  EXPECT_EQ(reference_of("The Port of Batumi (2019) grew."), "none");
  EXPECT_EQ(reference_of("Sales [in tons] rose (see above)."), "none");
  EXPECT_EQ(reference_of("Sales rose (5% in 2019)."), "none");
}

}  // namespace
}  // namespace attest
