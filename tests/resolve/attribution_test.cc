#include "resolve/attribution.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "record/names.h"
#include "resolve/named_text.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing_resolve::GivenName;

const std::vector<GivenName>& names() {
  static const std::vector<GivenName> all = {
      {"Ana Lopes", NameKind::kPerson, "", ""},
      {"Lopes", NameKind::kPerson, "Ana Lopes", ""},
      {"Chidi Okoye", NameKind::kPerson, "", ""},
      {"Okoye", NameKind::kPerson, "Chidi Okoye", ""},
      {"Bureau of Grain", NameKind::kOrganisation, "", "government"},
      {"Harbour Bank", NameKind::kOrganisation, "", "bank"},
      {"Gazette", NameKind::kOrganisation, "The Gazette", "media"},
      {"Norvale", NameKind::kOrganisation, "Norvale Group", "company"},
      {"Lisbon", NameKind::kPlace, "", "city"},
      {"Portugal", NameKind::kPlace, "", "country"},
      {"Monday", NameKind::kPlace, "", "date"},
      {"United States", NameKind::kPlace, "", "country"},
  };
  return all;
}

/// The source of each sentence: "kind name".
std::vector<std::string> sources(const std::string& text) {
  const testing_resolve::NamedText named(text, names());
  AttributionResolver resolver(testing_resolve::built_in_rule_set().compiled());
  resolver.resolve(named.chart(), named.mentions());
  std::vector<std::string> found;
  for (const SentenceSource& source : resolver.all()) {
    const std::string kind(name_of(source.attribution.kind));
    found.push_back(source.attribution.name.empty() ? kind : kind + " " + source.attribution.name);
  }
  return found;
}

struct OneSentence {
  const char* text;
  const char* source;
};

class Sentences : public testing::TestWithParam<OneSentence> {};

TEST_P(Sentences, HaveThisSource) {
  const auto found = sources(GetParam().text);
  EXPECT_EQ(found.back(), GetParam().source) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Indirect, Sentences,
    testing::Values(OneSentence{"Exports fell by 5%.", "article"}, OneSentence{"Ana Lopes said exports fell by 5%.", "person Ana Lopes"},
                    OneSentence{"Exports fell by 5%, Lopes said.", "person Ana Lopes"},
                    OneSentence{"Exports fell by 5%, said Ana Lopes.", "person Ana Lopes"},
                    OneSentence{"Exports fell by 5%, the Bureau of Grain reported on Monday.", "body Bureau of Grain"},
                    OneSentence{"The Bureau of Grain on Monday also reported a fall of 5%.", "body Bureau of Grain"},
                    OneSentence{"Ana Lopes, the head of the Bureau of Grain, said exports fell.", "person Ana Lopes"},
                    OneSentence{"According to the Bureau of Grain, exports fell by 5%.", "body Bureau of Grain"},
                    OneSentence{"According to data from Portugal's Bureau of Grain, exports fell.", "body Bureau of Grain"},
                    OneSentence{"According to the bureau's director, Ana Lopes, exports fell.", "person Ana Lopes"},
                    OneSentence{"Exports fell, as Lopes put it.", "person Ana Lopes"},
                    OneSentence{"Exports fell by 5%, the Gazette reported, citing Harbour Bank.", "body The Gazette"},
                    OneSentence{"Analysts at Harbour Bank said exports fell.", "body Harbour Bank"},
                    OneSentence{"A spokesman for Norvale said exports fell.", "body Norvale Group"},
                    OneSentence{"Officials in Lisbon said exports fell.", "body Officials in Lisbon"},
                    OneSentence{"Portuguese officials say exports fell.", "body Portuguese officials"},
                    OneSentence{"The Portuguese government says exports fell.", "body Portuguese government"},
                    OneSentence{"Lisbon said exports fell.", "body Lisbon"},
                    OneSentence{"Government data showed exports fell.", "body Government"},
                    OneSentence{"Harbour Bank data showed exports fell.", "body Harbour Bank"},
                    OneSentence{"Preliminary figures showed exports fell.", "article"},
                    OneSentence{"The Bureau of Grain said prices rose. Global data showed exports fell.", "body Bureau of Grain"},
                    OneSentence{"Lopes promised that two banks would lend $5 million.", "person Ana Lopes"}));

INSTANTIATE_TEST_SUITE_P(NotStated, Sentences,
                         testing::Values(OneSentence{"Lopes did not say how much was sold.", "article"},
                                         OneSentence{"The price is said to be high.", "article"},
                                         OneSentence{"Exports to the United States fell.", "article"},
                                         OneSentence{"The reported fall of 5% hurt Norvale.", "article"},
                                         OneSentence{"Norvale was told to leave.", "article"}));

INSTANTIATE_TEST_SUITE_P(
    PointingBack, Sentences,
    testing::Values(OneSentence{"Ana Lopes opened the port. He said exports fell.", "person Ana Lopes"},
                    OneSentence{"Ana Lopes met Chidi Okoye. She said exports fell.", "person Ana Lopes"},
                    OneSentence{"Exports fell, Okoye said. It rained. They will fall again, he added.", "person Chidi Okoye"},
                    OneSentence{"Norvale sold grain. The company said exports fell.", "body Norvale Group"},
                    OneSentence{"Harbour Bank lent more. Norvale sold grain. The bank said exports fell.", "body Harbour Bank"},
                    OneSentence{"Norvale reported a loss. It said exports fell.", "body Norvale Group"},
                    OneSentence{"Trade Minister Ana Lopes met Chidi Okoye. The minister said exports fell.", "person Ana Lopes"},
                    OneSentence{"Ana Lopes, the country's trade minister, met Chidi Okoye. The minister said exports fell.",
                                "person Ana Lopes"}));

TEST(Quotations, GiveAllTheirSentencesToTheSpeaker) {
  EXPECT_THAT(sources("“We sold 5 tons of grain. We will sell 7 tons next year,” said Okoye."),
              ElementsAre("person Chidi Okoye", "person Chidi Okoye"));
  EXPECT_THAT(sources("Okoye spoke. “We sold 5 tons of grain,” he said. “We will sell 7 tons next year.” It rained."),
              ElementsAre("article", "person Chidi Okoye", "person Chidi Okoye", "article"));
}

TEST(Quotations, GoOnOverParagraphs) {
  EXPECT_THAT(sources("“We sold 5 tons of grain,” Okoye said.\n\n“We will sell 7 tons next year.\n\n“And 9 tons the year after that.”"),
              ElementsAre("person Chidi Okoye", "person Chidi Okoye", "person Chidi Okoye"));
  EXPECT_THAT(sources("Okoye said: “We sold 5 tons of grain this year.\n\n“We will sell 7 tons next year.”"),
              ElementsAre("person Chidi Okoye", "person Chidi Okoye"));
}

TEST(Quotations, KeepWhatIsSaidInThemForTheirSpeaker) {
  EXPECT_THAT(sources("“Harbour Bank said that we sold 5 tons of grain,” Okoye said."), ElementsAre("person Chidi Okoye"));
}

TEST(Quotations, FollowAColon) {
  EXPECT_THAT(sources("Okoye said at the port:\n\n“We sold 5 tons of grain this year.”"),
              ElementsAre("person Chidi Okoye", "person Chidi Okoye"));
}

TEST(Statements, LooksOverAnAcronymBehindTheSpeaker) {
  EXPECT_THAT(sources("The Harbour Bank (HB) said that sales rose by 5%."), ElementsAre("body Harbour Bank"));
}

TEST(Statements, GoOnWhereTheNextSentencePlainlyDoes) {
  EXPECT_THAT(sources("Lopes promised $5 million. An additional $2 million will go to the port. The port is old."),
              ElementsAre("person Ana Lopes", "person Ana Lopes", "article"));
}

TEST(References, AreSourcesWhereNobodySpeaks) {
  EXPECT_THAT(sources("Sales rose by 5%.[1] Lopes said they rose by 6%.[1]\n\nReferences\n[1] Okoye, A. 2019. On grain."),
              testing::IsSupersetOf({"reference [1]", "person Ana Lopes"}));
}

TEST(Sources, SayHowTheyWereFound) {
  const testing_resolve::NamedText named("“We sold 5 tons of grain. We will sell 7 tons next year,” said Okoye.", names());
  AttributionResolver resolver(testing_resolve::built_in_rule_set().compiled());
  resolver.resolve(named.chart(), named.mentions());
  EXPECT_EQ(resolver.of(0).basis, SourceBasis::kQuotation);
  EXPECT_EQ(resolver.of(1).basis, SourceBasis::kStated);
  EXPECT_EQ(resolver.of(0).bytes.of(named.analysed().text), "Okoye");
}

/// What a sentence says before this is the article's own.
std::string own_part(const std::string& text) {
  const testing_resolve::NamedText named(text, names());
  AttributionResolver resolver(testing_resolve::built_in_rule_set().compiled());
  resolver.resolve(named.chart(), named.mentions());
  return text.substr(0, resolver.of(0).holds_from);
}

TEST(RelativeClauses, AreAloneTheSpeakersWhoIsPutIntoThem) {
  EXPECT_EQ(own_part("Exports were 5 tons, which, Ana Lopes said, is half of the harvest."), "Exports were 5 tons, ");
  EXPECT_EQ(own_part("It sells 5 tons, which, Minister Ana Lopes told the Gazette, is little."), "It sells 5 tons, ");
  EXPECT_EQ(own_part("Exports were 5 tons, which is half of the harvest, Ana Lopes said."), "");
  EXPECT_EQ(own_part("Ana Lopes said exports were 5 tons, which is half of the harvest."), "");
}

}  // namespace
}  // namespace attest
