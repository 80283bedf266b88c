// Names of whole documents: what the document says elsewhere decides about a passage.
#include "resolve/name_resolver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/annotator.h"
#include "resolve/named_text.h"
#include "resolve/party_cue.h"
#include "text/analysis.h"

namespace attest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

const RuleSet& rules() { return testing_resolve::built_in_rule_set(); }

/// A document with its names, written as "passage = kind name".
class Names {
 public:
  explicit Names(std::string text)
      : text_(std::move(text)), annotator_(rules().compiled(), rules().numbers()), resolver_(rules().compiled()) {
    TextAnalyser(rules().compiled().vocabulary).analyse(text_, analysed_);
    annotator_.annotate(analysed_, chart_);
    resolver_.resolve(chart_);
  }

  [[nodiscard]] std::vector<std::string> all() const {
    std::vector<std::string> lines;
    for (const DocumentName& name : resolver_.names()) {
      lines.push_back(std::string(chart_.view().passage(name.tokens)) + " = " + letter_of(name.name.kind) + " " + name.name.name);
    }
    return lines;
  }
  [[nodiscard]] std::vector<std::string> cues() const {
    PartyCues cues(rules().compiled());
    cues.read(chart_, resolver_.names());
    std::vector<std::string> ids;
    for (const PartyCue& cue : cues.within({0, static_cast<std::uint32_t>(analysed_.tokens.size())})) ids.push_back(cue.id);
    return ids;
  }
  [[nodiscard]] const NameResolver& resolver() const { return resolver_; }

 private:
  static std::string letter_of(NameKind kind) { return std::string(1, "OLPIE"[static_cast<std::size_t>(kind)]); }

  std::string text_;
  AnalysedText analysed_;
  Chart chart_;
  Annotator annotator_;
  NameResolver resolver_;
};

TEST(NameResolver, TakesNoBodyForAnAcronymThatTheDocumentDefinesOtherwise) {
  EXPECT_THAT(Names("External commercial borrowing (ECB) fell. The ECB of March was small.").all(),
              Not(Contains("ECB = O European Central Bank")));
  EXPECT_THAT(Names("The European Central Bank (ECB) met.").all(), Contains("ECB = O European Central Bank"));
}

TEST(NameResolver, KnowsTheSymbolBehindACompany) {
  const std::vector<std::string> names =
      Names("Norvale Copper Inc. (NYSE: NVL) grew. Ludlow Moss Ltd (LDM) fell, and LDM sold a mine.").all();
  EXPECT_THAT(names, Contains("NVL = O Norvale Copper Inc."));
  EXPECT_THAT(names, ::testing::Contains("LDM = O Ludlow Moss Ltd").Times(2));
  EXPECT_THAT(Names("The Ministry of Trade (NVL) met.").all(), Not(Contains("NVL = O Ministry of Trade")));
}

TEST(NameResolver, KnowsTheSymbolBeforeAQuotation) {
  EXPECT_THAT(Names("Norvale AG NVL 0.06% and Ludlow Inc., LUD-0.11% fell.").all(),
              ::testing::IsSupersetOf({"NVL = O Norvale AG", "LUD = O Ludlow Inc."}));
  EXPECT_THAT(Names("Norvale Inc (NVL.L) grew.").all(), Contains("NVL = O Norvale Inc"));
  EXPECT_THAT(Names("The Ministry of Trade NVL 5% met.").all(), Not(Contains("NVL = O Ministry of Trade")));
}

TEST(NameResolver, KnowsAnAcronymBehindAPossessive) {
  EXPECT_THAT(Names("It is of the Ludlow Water Board's (LWB) staff. The LWB met.").all(),
              ::testing::Contains("LWB = O Ludlow Water Board").Times(2));
}

TEST(NameResolver, KnowsTheShortFormOfANameOnceSeenInFull) {
  EXPECT_THAT(Names("Dravelo Copper Holdings sold a mine. Later Dravelo bought it back.").all(),
              ElementsAre("Dravelo Copper Holdings = O Dravelo Copper Holdings", "Dravelo = O Dravelo Copper Holdings"));
}

TEST(NameResolver, TakesNoWordThatManyNamesShareForAShortForm) {
  EXPECT_THAT(Names("United Bank grew. It was a United effort.").all(), ElementsAre("United Bank = O United Bank"));
  EXPECT_THAT(Names("They met at St Dravel's College. Then St Cuthwin spoke.").all(),
              ElementsAre("St Dravel's College = O St Dravel's College"));
}

TEST(NameResolver, ReadsAcronymsInBrackets) {
  EXPECT_THAT(Names("The Dravelo Association of Growers (DAG) met. The DAG was glad.").all(),
              ElementsAre("Dravelo Association of Growers = O Dravelo Association of Growers", "DAG = O Dravelo Association of Growers",
                          "DAG = O Dravelo Association of Growers"));
}

TEST(NameResolver, PutsAnAcronymOfTheDocumentAboveAListedOne) {
  EXPECT_THAT(Names("The Ibrovian Mining Foundation (IMF) met. The IMF was glad.").all(),
              Contains("IMF = O Ibrovian Mining Foundation").Times(2));
}

TEST(NameResolver, MakesNoBodyOfOtherThingsWithAcronyms) {
  EXPECT_THAT(Names("The Free Trade Agreement (FTA) was signed.").all(), Not(Contains(::testing::HasSubstr("FTA"))));
}

TEST(NameResolver, KnowsPeopleByTheirSurnames) {
  EXPECT_THAT(Names("Martin Dravelo came. Later Dravelo left.").all(),
              ElementsAre("Martin Dravelo = P Martin Dravelo", "Dravelo = P Martin Dravelo"));
}

TEST(NameResolver, KnowsPeopleByFamilyNamesThatStandFirst) {
  EXPECT_THAT(Names("Martin Zhou came. President Zhou Dravelo spoke, and Zhou left.").all(),
              ElementsAre("Martin Zhou = P Martin Zhou", "Zhou Dravelo = P Zhou Dravelo", "Zhou = P Martin Zhou"));
  EXPECT_THAT(Names("President Zhou Dravelo spoke. Zhou left.").all(),
              ElementsAre("Zhou Dravelo = P Zhou Dravelo", "Zhou = P Zhou Dravelo"));
}

TEST(NameResolver, AcceptsANameEverywhereOnceSomethingTellsWhatItIs) {
  EXPECT_THAT(Names("They met at Dravelo. The carmaker Dravelo grew.").all(), ElementsAre("Dravelo = O Dravelo", "Dravelo = O Dravelo"));
}

TEST(NameResolver, TellsTheCountryOfMinistries) {
  const Names names("The Ministry of Trade of Kazakhstan said so.");
  ASSERT_EQ(names.resolver().names().size(), 1U);
  EXPECT_EQ(names.resolver().names()[0].name.country, "KZ");
}

TEST(NameResolver, FindsNoNamesInPlainSentences) {
  EXPECT_THAT(Names("The bank and the ministry agreed on Monday. Yesterday the company grew.").all(), ElementsAre());
}

TEST(NameResolver, TakesCapitalsOfHeadlinesForNamesOnlyWhereTheTextRepeatsThem) {
  EXPECT_THAT(Names("Why Dravelo Group Buys Small Holdings\n\nThe deal of Dravelo Group was big, it said.").all(),
              ElementsAre("Dravelo Group = O Dravelo Group", "Dravelo Group = O Dravelo Group"));
}

TEST(NameResolver, TakesAStoppedSentenceOfFewSmallWordsForNoHeadline) {
  EXPECT_THAT(Names("In May the Dravelo Trade Council met in Norvale.").all(), Contains("Dravelo Trade Council = O Dravelo Trade Council"));
}

TEST(NameResolver, JoinsWhatOnlyContextNamesToTheFullNameBehindIt) {
  EXPECT_THAT(Names("Shares of Dravelo fell. Dravelo Copper Holdings said so.").all(),
              ElementsAre("Dravelo = O Dravelo Copper Holdings", "Dravelo Copper Holdings = O Dravelo Copper Holdings"));
}

TEST(NameResolver, TakesTheLongerNameBeforeItForTheFullOne) {
  EXPECT_THAT(Names("He waited for the Dravelo Line in May. Dravelo shares rose.").all(),
              ElementsAre("Dravelo Line = O Dravelo Line", "Dravelo = O Dravelo Line"));
  EXPECT_THAT(Names("Dravelo shares rose. He waited in Dravelo Street.").all(), ElementsAre("Dravelo = O Dravelo"));
}

TEST(NameResolver, CompletesACompanysNameByTheWordsThatShortFormsLeaveOut) {
  EXPECT_THAT(Names("Dravelo Steel grew. Dravelo Steel Holdings sold it.").all(),
              ElementsAre("Dravelo Steel = O Dravelo Steel Holdings", "Dravelo Steel Holdings = O Dravelo Steel Holdings"));
  EXPECT_THAT(Names("Dravelo Steel grew. Dravelo Steel Holdings sold Dravelo Steel Ltd.").all(),
              Contains("Dravelo Steel = O Dravelo Steel"));
}

TEST(NameResolver, TakesNoWordForANameThatTheTextWritesSmall) {
  EXPECT_THAT(Names("Packers shipped less beef. The packers said so.").all(), ElementsAre());
}

TEST(NameResolver, LetsInitialsOfADocumentsNameWinOverAList) {
  EXPECT_THAT(Names("Indigo Marble Foundation grew. The IMF said so.").all(),
              ElementsAre("Indigo Marble Foundation = O Indigo Marble Foundation", "IMF = O Indigo Marble Foundation"));
}

TEST(PartyCues, ListCountriesTheirPeoplesAndBodies) {
  EXPECT_THAT(Names("Chinese exports to Central Asia grew, Beijing told the IMF.").cues(),
              ElementsAre("CN", "Central Asia", "CN", "International Monetary Fund"));
}

}  // namespace
}  // namespace attest
