// What the built-in rules make of sentences about agreements.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "built_in_rules.h"
#include "fact/extractor.h"
#include "record/names.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Extractor& extractor() {
  static const Extractor built_in = std::move(*Extractor::create({built_in_rules()}));
  return built_in;
}

Extraction extract(const std::string& text, bool derivations = false) {
  Document document;
  document.source = "a.txt";
  document.text = text;
  document.metadata.published = "2024-06-20";
  document.metadata.published_basis = PublishedBasis::kGiven;
  Extractor::Workspace workspace(extractor());
  return extractor().extract(document, {.derivations = derivations}, workspace);
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
  return all;
}

/// "quote | kind | status | parties".
std::vector<std::string> agreements(const std::string& text) {
  std::vector<std::string> rows;
  for (const Mention& mention : extract(text).mentions) {
    const Agreement* agreement = mention.agreement();
    if (agreement == nullptr) continue;
    rows.push_back(std::string(mention.bytes.of(text)) + " | " + std::string(name_of(agreement->kind)) + " | " +
                   std::string(name_of(agreement->status)) + " | " + joined(agreement->parties));
  }
  return rows;
}

Agreement first_of(const std::string& text) {
  for (const Mention& mention : extract(text).mentions) {
    if (const Agreement* agreement = mention.agreement()) return *agreement;
  }
  ADD_FAILURE() << "no agreement in: " << text;
  return {};
}

std::vector<std::string> ids(const std::string& text) {
  std::vector<std::string> all;
  for (const Mention& mention : extract(text).mentions) {
    if (const Agreement* agreement = mention.agreement()) all.push_back(agreement->id);
  }
  return all;
}

struct One {
  const char* text;
  const char* row;
};

class Sentences : public testing::TestWithParam<One> {};

TEST_P(Sentences, StateThisAgreement) { EXPECT_THAT(agreements(GetParam().text), ElementsAre(GetParam().row)) << GetParam().text; }

INSTANTIATE_TEST_SUITE_P(
    Verbs, Sentences,
    testing::Values(One{"Chile and Peru signed a fishing treaty.", "fishing treaty | treaty | signed | CL, PE"},
                    One{"Chile and Peru will sign a fishing treaty in May.", "fishing treaty | treaty | planned | CL, PE"},
                    One{"Chile plans to sign a trade pact with Peru.", "trade pact | agreement | planned | CL, PE"},
                    One{"A fishing treaty between Chile and Peru was ratified on Monday.", "fishing treaty | treaty | ratified | CL, PE"},
                    One{"Chile withdrew from its fishing treaty with Peru.", "fishing treaty | treaty | terminated | CL, PE"},
                    One{"Chile and Peru are negotiating a new fishing treaty.", "new fishing treaty | treaty | negotiating | CL, PE"},
                    One{"Chile suspended a trade deal with Peru.", "trade deal | deal | suspended | CL, PE"},
                    One{"Chile has over 30 agreements with Peru.", "30 agreements | agreement | in_force | CL, PE"},
                    One{"Chile and Peru announced a trade deal.", "trade deal | deal | announced | CL, PE"},
                    One{"The trade agreement between Chile and Peru entered into force.",
                        "trade agreement | agreement | in_force | CL, PE"}));

INSTANTIATE_TEST_SUITE_P(
    Parties, Sentences,
    testing::Values(One{"Boeing won a $3.2 billion contract from India.", "$3.2 billion contract | contract | signed | Boeing, IN"},
                    One{"Boeing said it signed a contract with India to supply parts.", "contract | contract | signed | Boeing, IN"},
                    One{"A contract was awarded to Boeing by India.", "contract | contract | signed | Boeing, IN"},
                    One{"In Lima, Chile and Peru signed a treaty.", "treaty | treaty | signed | CL, PE"},
                    One{"Chilean and Peruvian ministers signed a memorandum of understanding.",
                        "memorandum of understanding | memorandum | signed | CL, PE"},
                    One{"It followed the Chile-Peru FTA.", "Chile-Peru FTA | agreement | signed | CL, PE"},
                    One{"Boeing reached an agreement with Airbus of France on Monday.", "agreement | agreement | signed | Airbus, Boeing"},
                    One{"The Reuters news agency said Boeing signed a pact with Airbus.", "pact | agreement | signed | Airbus, Boeing"},
                    One{"Chile signed a pact with Peru and Foreign Minister Jorge Moss in Lima.", "pact | agreement | signed | CL, PE"},
                    One{"Boeing met India. The two countries, Chile and Peru, signed a pact.", "pact | agreement | signed | CL, PE"}));

INSTANTIATE_TEST_SUITE_P(
    WhoIsAParty, Sentences,
    testing::Values(
        One{"India signed a contract with France's Airbus.", "contract | contract | signed | Airbus, IN"},
        One{"Norvale A/S Danish unit signed a pact with Boeing.", "pact | agreement | signed | Boeing, Norvale A/S"},
        One{"Norvale Inc, a unit of Ludlow Corp, signed a contract with India.", "contract | contract | signed | IN, Norvale Inc"},
        One{"Ludlow Corp's Norvale Inc unit won a contract from India.", "contract | contract | signed | IN, Norvale Inc"},
        One{"Norvale Inc unit, Ludlow Corp, won a contract from India.", "contract | contract | signed | IN, Ludlow Corp"},
        One{"Norvale Inc said its German unit signed a contract with India.", "contract | contract | signed | IN, Norvale Inc"},
        One{"Boeing welcomed Chile joining the Ludlow Treaty.", "Ludlow Treaty | treaty | in_force | CL"},
        One{"The Ludlow Treaty, approved by Congress, was signed by Chile.", "Ludlow Treaty | treaty | ratified | CL"},
        One{"Norvale Inc and Ludlow Corp said they signed an agreement.", "agreement | agreement | signed | Ludlow Corp, Norvale Inc"},
        One{"Norvale Inc said India awarded it a contract.", "contract | contract | signed | IN, Norvale Inc"},
        One{"Norvale Inc said Ludlow Corp, which had signed a pact with India, is closed.", "pact | agreement | signed | IN, Ludlow Corp"},
        One{"Chile said it hoped for an agreement between India and China.", "agreement | agreement | unknown | CN, IN"},
        One{"An agreement for Norvale Inc to buy Ludlow Corp was terminated.",
            "agreement | agreement | terminated | Ludlow Corp, Norvale Inc"},
        One{"Norvale Inc signed a letter of intent to be acquired by <Ludlow Moss>.",
            "letter of intent | memorandum | signed | Ludlow Moss, Norvale Inc"},
        One{"Norvale Inc signed a contract with India for power from Ludlow Corp.", "contract | contract | signed | IN, Norvale Inc"},
        One{"Under a pact with India, Norvale Inc sells power.", "pact | agreement | in_force | IN, Norvale Inc"},
        One{"Chile said it reached an agreement with India, Peru Trade Minister Jorge Moss said.",
            "agreement | agreement | signed | CL, IN"}));

INSTANTIATE_TEST_SUITE_P(
    WhatBecomesOfIt, Sentences,
    testing::Values(One{"Norvale Inc decided to terminate an agreement with India.",
                        "agreement | agreement | terminated | IN, Norvale Inc"},
                    One{"A debt accord recently reached with Chile is new.", "debt accord | agreement | signed | CL"},
                    One{"Peru will only pay after an accord is reached with Chile, the Finance Ministry said.",
                        "accord | agreement | planned | CL, PE"},
                    One{"Chile spoke of the need for reaching an agreement with Peru.", "agreement | agreement | planned | CL, PE"},
                    One{"In a letter of intent it signed with Chile, Peru agreed.", "letter of intent | memorandum | signed | CL, PE"}));

// What is done "in a deal" is done by its sides.
INSTANTIATE_TEST_SUITE_P(
    Deeds, Sentences,
    testing::Values(One{"Halvard Moss has ordered 14 ferries from Ludlow Corp in a deal worth $5 million.",
                        "deal | deal | signed | Halvard Moss, Ludlow Corp"},
                    One{"Norvale Inc will buy Ludlow Corp in a $3 billion deal.",
                        "$3 billion deal | deal | announced | Ludlow Corp, Norvale Inc"},
                    One{"Chile will supply gas to Peru under a contract signed on Friday.", "contract | contract | signed | CL, PE"},
                    One{"Norvale Inc is in talks to buy Ludlow Corp in a deal.", "deal | deal | negotiating | Ludlow Corp, Norvale Inc"},
                    One{"Norvale Inc bought 40 percent of Ludlow Corp from Chile under an agreement.",
                        "agreement | agreement | signed | CL, Ludlow Corp, Norvale Inc"}));

INSTANTIATE_TEST_SUITE_P(
    Rows, Sentences,
    testing::Values(
        One{"The leaders of Chile and Peru signed agreements on ports.", "agreements | agreement | signed | CL, PE"},
        One{"Norvale Inc won an engineering, procurement and construction (EPC) contract from India.",
            "engineering, procurement and construction (EPC) contract | contract | signed | IN, Norvale Inc"},
        One{"Norvale Inc signed an agreement for Pelloran of Lima to become its agent.",
            "agreement | agreement | signed | Norvale Inc, Pelloran"},
        One{"Norvale Inc signed a contract with the Ludlow Grid Corp (Lugrid).",
            "contract | contract | signed | Ludlow Grid Corp, Norvale Inc"},
        One{"Peru signed an accord with Chile this week and follows an accord of India.", "accord | agreement | signed | CL, PE"},
        One{"The sale is subject to Norvale Inc signing an agreement.", "agreement | agreement | planned | Norvale Inc"},
        One{"A memorandum between the ports of Baku and Almaty foresees a ferry.", "memorandum | memorandum | unknown | AZ, KZ"},
        One{"The agreement is like a pact Norvale Inc signed with Ludlow Corp.", "pact | agreement | signed | Ludlow Corp, Norvale Inc"},
        One{"India has signed a trade protocol to buy asbestos fibre from Zimbabwe.", "trade protocol | protocol | signed | IN, ZW"},
        One{"Norvale Inc entered an agreement to buy closely-held Ludlow Corp.",
            "agreement | agreement | signed | Ludlow Corp, Norvale Inc"},
        One{"Norvale Inc signed an agreement for the previously-announced acquisition of Ludlow Corp.",
            "agreement | agreement | signed | Ludlow Corp, Norvale Inc"},
        One{"Airbus announced a pact with Boeing rival Ludlow Corp.", "pact | agreement | announced | Airbus, Ludlow Corp"},
        One{"Norvale Inc signed a memorandum of understanding for Ludlow Corp <LDL> to buy trucks.",
            "memorandum of understanding | memorandum | signed | Ludlow Corp, Norvale Inc"},
        One{"Norvale Inc signed an agreement for the previously announced merger with Ludlow Corp.",
            "agreement | agreement | signed | Ludlow Corp, Norvale Inc"},
        One{"The New York Times Co said it had an agreement to buy Ludlow Corp.",
            "agreement | agreement | in_force | Ludlow Corp, New York Times"},
        One{"Norvale Inc signed a pact to acquire 100 percent of the outstanding shares of Ludlow Corp.",
            "pact | agreement | signed | Ludlow Corp, Norvale Inc"},
        One{"Chile seeks to negotiate further agreements to match those now in force with Peru.",
            "further agreements | agreement | negotiating | CL, PE"},
        One{"Norvale Inc said its agreement to buy shares from Ludlow Corp and Boeing is good.",
            "agreement | agreement | signed | Boeing, Ludlow Corp, Norvale Inc"},
        One{"Norvale Inc, which builds ports in Chile, has signed a pact with Peru.", "pact | agreement | signed | Norvale Inc, PE"},
        One{"Abcam entered into an agreement with Boeing.", "agreement | agreement | signed | Abcam, Boeing"},
        One{"The working group adopted a declaration on tariffs.", "declaration | declaration | signed | "},
        One{"Chile and Peru signed ten papers, including a pact on ports.", "pact | agreement | signed | CL, PE"}));

INSTANTIATE_TEST_SUITE_P(
    ModernNews, Sentences,
    testing::Values(
        One{"The cabinet was told of an MoU between Norvale Railways and Ludlow Bank.",
            "MoU | memorandum | unknown | Ludlow Bank, Norvale Railways"},
        One{"Norvale Inc said on Monday the U.S. Navy had awarded it a follow-on contract.",
            "follow-on contract | contract | signed | Norvale Inc, US Navy"},
        One{"Mali's government and Norvale Inc have signed a ceasefire.", "ceasefire | agreement | signed | ML, Norvale Inc"},
        One{"Chile and Peru signed a cessation of hostilities agreement.",
            "cessation of hostilities agreement | agreement | signed | CL, PE"},
        One{"Chile and the Kyrgyz Republic announced in Rome the signing of a truce deal.", "truce deal | deal | signed | CL, KG"},
        One{"The EU-Chile trade and cooperation agreement took effect.",
            "EU-Chile trade and cooperation agreement | agreement | in_force | CL, European Union"},
        One{"Chile and India signed a trade and economic partnership pact.",
            "trade and economic partnership pact | agreement | signed | CL, IN"},
        One{"The EU-Chile Economic Partnership Agreement is old.",
            "EU-Chile Economic Partnership Agreement | agreement | in_force | CL, European Union"},
        One{"Chile and Peru signed a package of agreements.", "agreements | agreement | signed | CL, PE"},
        One{"Chile and Peru agreed on the text of a border treaty.", "border treaty | treaty | negotiating | CL, PE"},
        One{"Russia suspended its participation in the New START treaty.", "New START treaty | treaty | suspended | RU"},
        One{"The Obama administration signed a pact with Chile.", "pact | agreement | signed | CL, US"},
        One{"Chile, Peru and Bolivia have all reached agreement with Norvale Inc.",
            "agreement | agreement | signed | BO, CL, Norvale Inc, PE"},
        One{"Norvale Inc signed a Sales and Purchase Agreement (SPA) to procure gas for over 20 years with Ludlow Gas Ltd.",
            "Sales and Purchase Agreement | agreement | signed | Ludlow Gas Ltd, Norvale Inc"},
        One{"Kestrel Inc signed a contract with Norvale Corp LNG.", "contract | contract | signed | Kestrel Inc, Norvale Corp"},
        One{"Norvale Inc signed an agreement to buy gas from Ludlow Corp, reports the Financial Times.",
            "agreement | agreement | signed | Ludlow Corp, Norvale Inc"},
        One{"Norvale Inc has a deal with Norwegian oil and gas firm Ludlow Corp.", "deal | deal | in_force | Ludlow Corp, Norvale Inc"},
        One{"A treaty between Chile and Peru was ratified by the European Parliament.", "treaty | treaty | ratified | CL, PE"},
        One{"Documents were signed between Chile, Peru and Bolivia.", "Documents | agreement | signed | BO, CL, PE"},
        One{"Chile and Peru signed a sale and purchase agreement.", "sale and purchase agreement | agreement | signed | CL, PE"},
        One{"LIMA (Reuters) - Peruvian President Ana Moss said her government had signed a pact with Norvale Inc.",
            "pact | agreement | signed | Norvale Inc, PE"},
        One{"A deal was reached between Norvale Inc and the federal and Ontario governments.", "deal | deal | signed | CA, Norvale Inc"},
        One{"Norvale Inc said on Monday it had signed an updated contract with the U.S. Navy.",
            "updated contract | contract | signed | Norvale Inc, US Navy"},
        One{"Chilean and Peruvian executives signed 17 cooperation documents.", "17 cooperation documents | agreement | signed | CL, PE"},
        One{"Teams from Chile and Peru initialled a long-awaited pact.", "long-awaited pact | agreement | signed | CL, PE"},
        One{"The minister signed a pact with Norvale Bank on behalf of Chile.", "pact | agreement | signed | CL, Norvale Bank"},
        One{"Chilean President Ana Moss and Peruvian President Ned Kestrel met. The presidents signed a joint statement.",
            "joint statement | statement | signed | CL, PE"},
        One{"Norvale Inc and Ludlow Corp said on Monday they had signed a contract.",
            "contract | contract | signed | Ludlow Corp, Norvale Inc"},
        One{"Kestrel Inc signed a deal to buy Norvale Inc's Industrial Ludlow division.",
            "deal | deal | signed | Kestrel Inc, Norvale Inc"},
        One{"China signed a treaty with the Central Asian states of Kazakhstan, Kyrgyzstan and Tajikistan.",
            "treaty | treaty | signed | CN, KG, KZ, TJ"}));

INSTANTIATE_TEST_SUITE_P(Titles, Sentences,
                         testing::Values(One{"They praised the Lima Declaration.", "Lima Declaration | declaration | signed | "},
                                         One{"It is bound by the Treaty on Eternal Friendship.",
                                             "Treaty on Eternal Friendship | treaty | in_force | "},
                                         One{"Output fell after the Geneva accord.", "Geneva accord | agreement | in_force | "}));

class NoAgreement : public testing::TestWithParam<const char*> {};

TEST_P(NoAgreement, IsStated) { EXPECT_THAT(agreements(GetParam()), IsEmpty()) << GetParam(); }

INSTANTIATE_TEST_SUITE_P(ModernNews, NoAgreement,
                         testing::Values("Norvale Inc and Ludlow Corp agreed to merge, a joint statement said.",
                                         "Chile and Peru signed nothing; the documents are old.",
                                         "Chile praised Peru for averting the collapse of a pact."));

INSTANTIATE_TEST_SUITE_P(All, NoAgreement,
                         testing::Values("It cost a great deal.", "Chile has to deal with Peru.", "The contract talks began.",
                                         "No agreement was reached by Chile and Peru.", "Chile failed to reach an agreement with Peru.",
                                         "A deal is a deal.", "Chile said in a statement that it grew.", "Traders sold the May contract.",
                                         "Chile and Peru are in agreement.", "The deal was good.", "Agreements matter.",
                                         "The farmers adopted a declaration on prices.", "Ludlow bought Moss Compact Discs Inc in May.",
                                         "A statement issued by Boeing said output grew.", "Chile made a statement after talks with Peru.",
                                         "Volume reached 6,750,431 contracts.", "Japan sold its popular Accord in Chile.",
                                         "Peru and Chile said futures rose. India has a new contract.",
                                         "Shareholders of Boeing want a better deal.", "Boeing did not have a contract with India.",
                                         "Boeing refused to sign an agreement with Airbus. The agreement would bind Boeing and Airbus."));

TEST(Agreement, IsUnderWayWhileItIsBeingNegotiated) {
  EXPECT_EQ(first_of("A free trade agreement between Chile and Peru is being negotiated.").status, AgreementStatus::kNegotiating);
  EXPECT_EQ(first_of("The sale begins after the agreement between Chile and Peru has been signed.").status, AgreementStatus::kPlanned);
  EXPECT_EQ(first_of("He said that the agreement between Chile and Peru has been signed.").status, AgreementStatus::kSigned);
}

TEST(Parties, AreNeitherSpeakersNorMediaNorTowns) {
  EXPECT_THAT(first_of("U.S. officials said Egypt is the only Arab state which has signed a peace treaty with Israel.").parties,
              ElementsAre("EG", "IL"));
  EXPECT_THAT(first_of("A spokesman for Norvale Inc was quoted as saying China signed a contract with Peru.").parties,
              ElementsAre("CN", "PE"));
  EXPECT_THAT(first_of("Norvale Inc signed an agreement with Sao Verde of Brazil.").parties, ElementsAre("Norvale Inc", "Sao Verde"));
  EXPECT_THAT(first_of("Taiwan importers awarded a contract to Norvale Inc to supply U.S. soya.").parties,
              ElementsAre("Norvale Inc", "TW"));
  EXPECT_THAT(agreements("The deal was good, he said in an interview with Reuters. It is hard to work out an agreement with someone else."),
              IsEmpty());
}

TEST(Parties, AreNotWhoseTheyAre) {
  EXPECT_THAT(first_of("Chile's state-owned Norvale Copper Ltd signed an agreement with Ludlow Bank.").parties,
              ElementsAre("Ludlow Bank", "Norvale Copper Ltd"));
  EXPECT_THAT(first_of("Kestrel Inc signed an agreement with Norvale Inc's majority shareholder Ludlow Ltd.").parties,
              ElementsAre("Kestrel Inc", "Ludlow Ltd"));
}

TEST(Agreement, IsWhatAVerbBeforeItTells) {
  EXPECT_THAT(agreements("Norvale Inc agreed to buy Ludlow Corp for $5 million. The deal is to close in May."),
              ElementsAre("deal | deal | signed | Ludlow Corp, Norvale Inc"));
}

TEST(Agreement, OfAHeadlineIsTheOneOfTheText) {
  EXPECT_THAT(ids("Summit ends with 17 agreements\n\nSeventeen agreements were signed by Chile and Peru."), testing::SizeIs(2));
}

TEST(Agreement, OfAListIsWhatTheWordsBeforeTheColonTell) {
  const std::string text = "After the talks, Chile and Peru signed:\n\na memorandum on space;\n\na treaty on visas.";
  EXPECT_THAT(agreements(text), ElementsAre("memorandum | memorandum | signed | CL, PE", "treaty | treaty | signed | CL, PE"));
  EXPECT_THAT(agreements("Chile and Peru signed:\na memorandum on space;\na treaty on visas."),
              ElementsAre("memorandum | memorandum | signed | CL, PE", "treaty | treaty | signed | CL, PE"));
  EXPECT_THAT(agreements("Chile and Peru adopted two papers: the Lima Treaty and the Cusco Declaration."),
              ElementsAre("Lima Treaty | treaty | signed | CL, PE", "Cusco Declaration | declaration | signed | CL, PE"));
}

TEST(Agreement, OfAListIsBetweenThoseOfItsFormat) {
  EXPECT_THAT(agreements("The delegates also signed:\n\nA memorandum of understanding on trade in the Chile – Peru format;"),
              ElementsAre("memorandum of understanding | memorandum | signed | CL, PE"));
}

TEST(Agreement, IsWhatItsPredicateCallsIt) {
  EXPECT_THAT(agreements("Norvale Inc signed a contract with Ludlow Corp. The deal is the largest contract between Chile and Peru."),
              ElementsAre("contract | contract | signed | Ludlow Corp, Norvale Inc", "deal | contract | signed | Ludlow Corp, Norvale Inc",
                          "largest contract | contract | signed | Ludlow Corp, Norvale Inc"));
}

TEST(Parties, AreMeantByACompanyOfACountryAndByPersons) {
  EXPECT_THAT(agreements("Norvale Inc signed a pact with Ludlow Corp. The UK company also has a deal with Kestrel Ltd."),
              ElementsAre("pact | agreement | signed | Ludlow Corp, Norvale Inc", "deal | deal | in_force | Kestrel Ltd, Norvale Inc"));
  EXPECT_THAT(agreements("Chile and Peru met. Moss and Kestrel announced that they had struck a trade deal."),
              ElementsAre("trade deal | deal | signed | CL, PE"));
}

TEST(Parties, AreUnknownNamesThatSpeakOfThemselves) {
  EXPECT_THAT(agreements("Peru sells beer. Kestrel said its agreement with Ludlow Corp is good."),
              ElementsAre("agreement | agreement | signed | Kestrel, Ludlow Corp"));
  EXPECT_THAT(agreements("K-Norvale said it received a contract from Ludlow Corp."),
              ElementsAre("contract | contract | signed | K-Norvale, Ludlow Corp"));
}

TEST(Agreement, StandsBesideAnotherOfItsKindInOneSentence) {
  const std::vector<std::string> all = ids("Chile and Peru signed a treaty on trade between Chile and Peru and a treaty on visas.");
  ASSERT_THAT(all, testing::SizeIs(2));
  EXPECT_NE(all[0], all[1]);
}

TEST(Agreement, OfThePartiesIsOfThoseOfTheLastOne) {
  EXPECT_THAT(agreements("Chile, Peru and Bolivia signed a treaty on Monday. The parties also signed the Lima Declaration."),
              ElementsAre("treaty | treaty | signed | BO, CL, PE", "Lima Declaration | declaration | signed | BO, CL, PE"));
}

TEST(Agreement, OnALoanIsOfWhoLendsToWhom) {
  EXPECT_THAT(agreements("The World Bank has agreed to provide $5 million to Peru. The loan agreement was signed on Monday."),
              ElementsAre("loan agreement | agreement | signed | PE, World Bank"));
}

TEST(Agreement, IsNotWhatSuchAnAgreementIs) {
  EXPECT_THAT(ids("Chile signed a treaty with Peru. It is the first time that Chile has concluded such an agreement."), testing::SizeIs(1));
}

TEST(Agreement, IsCountedBeforeANounOfOne) {
  EXPECT_EQ(first_of("Chile and Peru signed seven memorandum of understanding.").count, 7U);
  EXPECT_EQ(first_of("Chile and Peru signed a two-part memorandum of understanding.").count, 1U);
}

TEST(Agreement, IsNotWorthThePriceOfAShare) {
  EXPECT_FALSE(first_of("Norvale Inc signed an agreement to buy Ludlow Corp for $27.85 a share.").value);
}

TEST(Agreement, TakesThePriceOfTheDealThatItMeans) {
  const Agreement agreement =
      first_of("Norvale Inc announced yesterday that it would pay $190 million for a 60% stake in Ludlow Corp. The deal is good.");
  EXPECT_EQ(agreement.status, AgreementStatus::kAnnounced);
  ASSERT_TRUE(agreement.value);
  EXPECT_EQ(agreement.value->to_string(), "190000000");
}

TEST(Agreement, IsNoneOfOthersWhereItNamesItsSides) {
  EXPECT_THAT(agreements("Chile and Peru signed a pact. Boeing has terminated its agreement with Airbus."),
              ElementsAre("pact | agreement | signed | CL, PE", "agreement | agreement | terminated | Airbus, Boeing"));
}

TEST(Agreement, IsNotSignedOnTheDayOfItsReport) {
  EXPECT_EQ(first_of("LIMA, May 14 — Chile has bought ferries from Peru in a deal, it said on Wednesday.").signed_start, "");
  EXPECT_EQ(first_of("Chile said on Monday it signed a pact with Peru.").signed_start, "");
}

TEST(Agreement, HasThePriceOfWhatItIsMadeFor) {
  const Agreement agreement = first_of("Norvale Inc signed a contract under which Ludlow Corp will lease trucks for $5 million.");
  ASSERT_TRUE(agreement.value);
  EXPECT_EQ(agreement.value->to_string(), "5000000");
}

TEST(Agreement, TellsCountValueAndDay) {
  const Agreement agreement = first_of("On June 18, 2024, Chile and Peru signed 12 new agreements worth nearly $5 billion in Lima.");
  EXPECT_EQ(agreement.count, 12U);
  EXPECT_EQ(agreement.signed_start, "2024-06-18");
  EXPECT_EQ(agreement.signed_end, "2024-06-19");
  ASSERT_TRUE(agreement.value);
  EXPECT_EQ(agreement.value->to_string(), "5000000000");
  EXPECT_EQ(agreement.value_unit, "USD");
  EXPECT_EQ(agreement.place, "Lima");
}

TEST(Agreement, TakesTheDateOfItsOwnVerb) {
  const std::string text =
      "They praised the Lima Declaration signed on May 19, 2023, and the Treaty on Eternal Friendship, signed on June 18, 2024.";
  std::vector<std::string> days;
  for (const Mention& mention : extract(text).mentions) {
    if (const Agreement* agreement = mention.agreement()) days.push_back(agreement->signed_start);
  }
  EXPECT_THAT(days, ElementsAre("2023-05-19", "2024-06-18"));
}

TEST(Agreement, TellsItsSubject) {
  EXPECT_EQ(first_of("Chile signed a memorandum of understanding with Peru in the field of defence.").subject, "defence");
  EXPECT_EQ(first_of("Boeing won a contract from India to supply steel parts.").subject, "supply steel parts");
  EXPECT_EQ(first_of("Chile and Peru signed a free trade agreement.").subject, "free trade");
  EXPECT_EQ(first_of("Chile and Peru signed a memorandum on building a port on Tuesday.").subject, "building a port");
}

TEST(Agreement, HasNoCountWhereNoneIsStated) {
  EXPECT_EQ(first_of("Chile signed agreements with Peru.").count, std::nullopt);
  EXPECT_EQ(first_of("Chile signed an agreement with Peru.").count, 1U);
}

TEST(Mentions, OfOneAgreementShareItsId) {
  const auto all = ids("Chile and Peru signed a trade agreement. The agreement covers copper. The deal was praised.");
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), 1U);
}

TEST(Mentions, OfTitleVariantsShareItsId) {
  const auto all = ids("The Treaty on Eternal Good-Neighbourliness was signed. Trade grew with the Treaty on Eternal Neighbourliness.");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0], all[1]);
}

TEST(Mentions, OfAShortFormInBracketsShareItsId) {
  const auto all = ids("Chile and Peru signed a free trade agreement (FTA). The FTA covers copper.");
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), 1U);
}

TEST(Mentions, PointBackToWhatTheTextIsAbout) {
  const std::string text = "Chile and Peru signed a trade agreement. It followed the China-Japan FTA. The deal covers copper.";
  const auto all = ids(text);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0], all[2]);
  EXPECT_NE(all[0], all[1]);
}

TEST(Ids, JoinTitlesOverDocuments) {
  EXPECT_EQ(first_of("They praised the Lima Declaration.").id, first_of("In 2020 the Lima Declaration was signed by Chile.").id);
  EXPECT_EQ(first_of("They praised the Lima Declaration.").id, "lima-declaration");
}

TEST(Ids, KeepAgreementsWithoutATitleApart) {
  EXPECT_NE(first_of("Chile signed a pact with Peru.").id, first_of("Chile hailed a pact with Peru.").id);
  EXPECT_EQ(first_of("Chile and Peru signed a pact on June 18, 2024.").id,
            first_of("On June 18, 2024, Peru and Chile signed a pact in Lima.").id);
}

TEST(Derivation, TellsVerbPartiesAndFirstMention) {
  const std::string text = "Chile and Peru signed a trade agreement. The agreement covers copper.";
  std::vector<std::string> parts;
  for (const Mention& mention : extract(text, true).mentions) {
    if (mention.agreement() == nullptr) continue;
    for (const DerivationStep& step : mention.derivation) {
      if (step.rule.starts_with("agreement.") && step.depth == 1) parts.push_back(step.rule + " " + std::string(step.bytes.of(text)));
    }
  }
  EXPECT_THAT(parts, ElementsAre("agreement.event signed", "agreement.parties Chile and Peru", "agreement.join trade agreement"));
}

TEST(Speed, IsLinearInTheNumberOfAgreements) {
  std::string text;
  for (int i = 0; i < 4000; ++i) text += "Chile and Peru signed a trade agreement. The deal covers copper. ";
  EXPECT_GE(ids(text).size(), 8000U);
}

}  // namespace
}  // namespace attest
