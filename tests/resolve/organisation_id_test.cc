#include "resolve/organisation_id.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(OrganisationId, IsOneForAllSpellingsOfAName) {
  EXPECT_EQ(organisation_id("The Shanghai Co-operation Organisation"), "shanghai-cooperation-organization");
  EXPECT_EQ(organisation_id("Shanghai Cooperation Organization"), "shanghai-cooperation-organization");
  EXPECT_EQ(organisation_id("Société Générale"), organisation_id("SOCIETE GENERALE"));
  EXPECT_EQ(organisation_id("Moss’s & Ludlow"), organisation_id("Moss's and Ludlow"));
}

TEST(OrganisationId, LeavesOutTheLegalForm) {
  EXPECT_EQ(organisation_id("Norvale Inc."), "norvale");
  EXPECT_EQ(organisation_id("Ludlow & Co., Ltd"), "ludlow");
  EXPECT_EQ(organisation_id("Kestrel S.A."), "kestrel");
}

TEST(OrganisationId, TellsDifferentNamesApart) {
  EXPECT_NE(organisation_id("Bank of Norvale"), organisation_id("Norvale Bank"));
  EXPECT_NE(organisation_id("Ludlow Group"), organisation_id("Ludlow"));
}

TEST(OrganisationId, IsNotEmptyForANameThatIsALegalForm) { EXPECT_EQ(organisation_id("Company"), "company"); }

}  // namespace
}  // namespace attest
