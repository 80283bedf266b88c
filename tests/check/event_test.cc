// Reports of one event by several publishers: found by the names they open with, compared by number and words.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "check/lead_names.h"
#include "check/sample.h"
#include "store/sample.h"

namespace attest {
namespace {

using sample::Statement;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

LeadNames names(const char* text) { return lead_names(text, sample::policy()); }

TEST(LeadNames, AreCapitalisedWordsInsideSentences) {
  EXPECT_THAT(names("The ship left Porto Alba for Isla Verde on Monday."), SizeIs(4));
  EXPECT_THAT(names("Ships sail. \"Many\" sail.\nOn Friday, in May, they do."), IsEmpty());
  EXPECT_EQ(names("it sold ePhones"), names("the ePhone is sold"));
}

TEST(LeadNames, LeaveTheTitleOut) {
  EXPECT_EQ(names("Ship Sinks Off Isla Verde\n\nA ship sank off Isla Verde."), names("A ship sank off Isla Verde."));
}

TEST(LeadNames, EndAtMarksOfPrint) {
  EXPECT_EQ(names("The ship of Alba\u2019s \u201cold\u201d owners left for Isla Verde."), names("The ship of Alba left for Isla Verde."));
  EXPECT_THAT(names("It said: \u201cShips sail.\u201d"), IsEmpty());
}

TEST(LeadNames, StandBehindHyphensAndDashesToo) {
  EXPECT_EQ(names("On the Alba-Verde-Rosa line."), names("On the Alba\u2013Verde\u2013Rosa line."));
  EXPECT_THAT(names("On the Alba-Verde-Rosa line."), SizeIs(3));
}

TEST(LeadNames, OpenSentencesWhereTheyGoOnLikeNames) {
  EXPECT_EQ(names("Alba Lines owned it."), names("it was owned by Alba Lines."));
  EXPECT_EQ(names("Alba's owners left."), names("the owners of Alba left."));
  EXPECT_EQ(names("The Alba Lines left, and the ships with them."), names("it was left by Alba Lines."));
}

TEST(LeadNames, TellOneEventWhereMostAreShared) {
  const LeadNames sinking = names("The ship left Porto Alba for Isla Verde, said Captain Moreno.");
  EXPECT_TRUE(tell_same_event(sinking, names("Off Isla Verde a ship from Porto Alba sank.")));
  EXPECT_FALSE(tell_same_event(sinking, names("The mayor of Porto Alba met those of Santa Rosa, Villa Nueva and Rio Claro.")));
  EXPECT_FALSE(tell_same_event({}, {}));
}

TEST(LeadNames, HaveTopicsThatNoFactHas) {
  for (const std::int64_t topic : name_topics(names("It left Porto Alba for Isla Verde."))) {
    EXPECT_TRUE(is_event_topic(topic));
    EXPECT_FALSE(is_story_topic(topic));
  }
  EXPECT_TRUE(is_event_topic(story_topic(7)) && is_story_topic(story_topic(7)));
}

class Event : public testing::Test {
 protected:
  void add(const char* publisher, const char* published, const std::vector<Statement>& statements) {
    ExtractedDocument report = sample::document(std::string(publisher) + std::to_string(++count_), statements, publisher);
    report.document.metadata.published = published;
    reports_.push_back(std::move(report));
  }
  std::vector<std::string> findings() {
    sample::add(store_, reports_);
    reports_.clear();
    return sample::findings_of(store_);
  }

  int count_ = 0;
  sample::Folder folder_;
  Store store_ = sample::open(folder_.file("facts.db"), OpenMode::kCreate);
  std::vector<ExtractedDocument> reports_;
};

Statement count(const char* sentence, const char* quote, const char* value, const char* noun, const char* party) {
  return {.sentence = sentence,
          .quote = quote,
          .value = value,
          .unit = "",
          .quantity = Quantity::kCount,
          .measure_id = "",
          .measure = noun,
          .parties = {party},
          .period = "",
          .noun = noun};
}

constexpr const char* kHerald = "A ship with 214 people on board sank off Isla Verde after it left Porto Alba.";
constexpr const char* kWire = "The ferry from Porto Alba sank near Isla Verde with 214 people on board.";

TEST_F(Event, IsConfirmedUnderOtherParties) {
  add("Herald", "2024-05-03", {count(kHerald, "214", "214", "people", "PT")});
  add("Wire", "2024-05-04", {count(kWire, "214", "214", "people", "Alba Lines")});
  EXPECT_THAT(findings(), ElementsAre("same_figure agree info: 214 214"));
}

TEST_F(Event, IsFoundByItsFiguresWhereOneNameIsShared) {
  const auto tons = [](const char* sentence, const char* value, const char* party) { return count(sentence, value, value, "ton", party); };
  const char* landed = "The port of Rio Claro landed 4172 tons of fish.";
  const char* sold = "The port sold 3815 tons of it to Santa Rosa.";
  add("Herald", "2024-05-03", {tons(landed, "4172", "PT"), tons(sold, "3815", "PT")});
  const char* brought = "Boats brought 4172 tons of fish to Porto Claro and Villa Nueva.";
  const char* went = "Of these 3815 tons were sold.";
  add("Wire", "2024-05-04", {tons(brought, "4172", "Claro Port"), tons(went, "3815", "Claro Port")});
  EXPECT_THAT(findings(),
              ElementsAre("part holds info: 3815 4172", "same_figure agree info: 3815 3815", "same_figure agree info: 4172 4172"));
}

TEST_F(Event, IsMeantByTheNearestOfItsNumbers) {
  const auto tons = [](const char* sentence, const char* quote, const char* value, Bound bound) {
    Statement statement = count(sentence, quote, value, "ton", bound == Bound::kExact ? "PT" : "Alba Lines");
    statement.bound = bound;
    return statement;
  };
  add("Herald", "2024-05-03",
      {tons("Porto Alba made 494,989 tons of it for Isla Verde.", "494,989", "494989", Bound::kExact),
       tons("Porto Alba sold 484,507 tons of it to Isla Verde.", "484,507", "484507", Bound::kExact)});
  add("Wire", "2024-05-03", {tons("Over 484,000 tons of it were sold from Porto Alba to Isla Verde.", "484,000", "484000", Bound::kOver)});
  EXPECT_THAT(findings(), ElementsAre("same_figure agree info: 484,000 484,507"));
}

TEST_F(Event, IsToldOfTwiceInOneReport) {
  const auto aid = [](const char* sentence, const char* measure, const char* party) {
    return Statement{.sentence = sentence,
                     .quote = "9",
                     .value = "9000000000",
                     .measure_id = measure,
                     .measure = "aid",
                     .parties = {party},
                     .period = ""};
  };
  add("Herald", "2024-05-03",
      {aid("Donors of Porto Alba met on Isla Verde and gave 9 for it.", "finance.amount", "PT"),
       aid("In all 9 was pledged, the minister said.", "aid.amount", "PT")});
  add("Wire", "2024-05-03",
      {aid("Commitments pledged for Porto Alba and Isla Verde came to 9, the minister said.", "aid.amount", "Alba Fund")});
  EXPECT_THAT(findings(), Contains("same_figure agree info: 9 9 9"));
}

TEST_F(Event, IsNotConfirmedByThePublisherItself) {
  add("Herald", "2024-05-03", {count(kHerald, "214", "214", "people", "PT")});
  add("Herald", "2024-05-04", {count(kWire, "214", "214", "people", "Alba Lines")});
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(Event, OfOtherWeeksIsAnother) {
  add("Herald", "2024-05-03", {count(kHerald, "214", "214", "people", "PT")});
  add("Wire", "2024-06-04", {count(kWire, "214", "214", "people", "Alba Lines")});
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(Event, OfOtherNamesIsAnother) {
  add("Herald", "2024-05-03", {count(kHerald, "214", "214", "people", "PT")});
  const char* other = "A bus with 214 people on board sank in Rio Claro near Villa Nueva.";
  add("Wire", "2024-05-03", {count(other, "214", "214", "people", "Nueva Bus")});
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(Event, IsToldInRoundNumbersToo) {
  const char* rounded = "Nearly 2,400 tourists were taken from Isla Verde to Porto Alba.";
  Statement nearly = count(rounded, "2,400", "2400", "tourist", "PT");
  nearly.bound = Bound::kNearly;
  add("Herald", "2024-05-03", {nearly});
  const char* exact = "In all 2,381 tourists were taken to Porto Alba from Isla Verde.";
  add("Wire", "2024-05-03", {count(exact, "2,381", "2381", "tourist", "Alba Lines")});
  EXPECT_THAT(findings(), ElementsAre("same_figure agree info: 2,381 2,400"));
}

TEST_F(Event, DoesNotConfirmShortNumbersOfOtherThings) {
  const char* herald = "At Porto Alba 12 boats waited, off Isla Verde none did.";
  const char* wire = "The rain on Isla Verde lasted 12 days, that in Porto Alba longer.";
  add("Herald", "2024-05-03", {count(herald, "12", "12", "boat", "PT")});
  add("Wire", "2024-05-03", {count(wire, "12", "12", "day", "Alba Lines")});
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(Event, DisputesItsTollWhoeverIsNamedAsParty) {
  const auto survivors = [](const char* sentence, const char* number, const char* party) {
    Statement statement = count(sentence, number, number, "survivor", party);
    statement.measure_id = "conflict.survivors";
    return statement;
  };
  add("Herald", "2024-05-03", {survivors("A ship from Porto Alba sank off Isla Verde and 25 survivors came ashore.", "25", "PT")});
  add("Wire", "2024-05-03", {survivors("Off Isla Verde 32 survivors of the ferry from Porto Alba were found.", "32", "Alba Lines")});
  EXPECT_THAT(findings(), ElementsAre("same_figure conflict medium: 25 32"));
}

Statement worth(const char* sentence, const char* measure_id, const char* measure, const char* party) {
  return {.sentence = sentence,
          .quote = "640 million",
          .value = "640000000",
          .rounding = "5000000",
          .measure_id = measure_id,
          .measure = measure,
          .parties = {party},
          .period = ""};
}

TEST_F(Event, HasALoanThatAnotherReportTellsAsACost) {
  add("Herald", "2024-05-03", {worth("Isla Verde gets a loan of 640 million for a terminal at Porto Alba.", "loan.amount", "loan", "PT")});
  add("Wire", "2024-05-03",
      {worth("The terminal in Porto Alba for Isla Verde takes a loan of 640 million.", "project.value", "cost", "Alba Lines")});
  EXPECT_THAT(findings(), ElementsAre("same_figure agree info: 640 million 640 million"));
}

TEST_F(Event, DoesNotConfirmTheGrowthOfOneThingByThatOfAnother) {
  const auto growth = [](const char* sentence, const char* measure) {
    return Statement{.sentence = sentence,
                     .quote = "10%",
                     .value = "10",
                     .rounding = "0.5",
                     .unit = "%",
                     .quantity = Quantity::kPercent,
                     .measure_id = "",
                     .measure = measure,
                     .parties = {},
                     .period = "",
                     .change = {ChangeDirection::kIncrease, ChangeKind::kPercent, {}, {}}};
  };
  add("Herald", "2024-05-03", {growth("Freight between Porto Alba and Isla Verde rose 10% this spring.", "growth of freight")});
  add("Wire", "2024-05-03", {growth("Ferries from Porto Alba to Isla Verde took 10% more tourists this spring.", "growth of tourists")});
  EXPECT_THAT(findings(), IsEmpty());
  add("Gazette", "2024-05-03", {growth("The freight of Isla Verde and Porto Alba grew 10% this spring.", "growth of freight")});
  EXPECT_THAT(findings(), ElementsAre("same_figure agree info: 10% 10%"));
}

Statement profit(const char* sentence, const char* year) {
  return {.sentence = sentence,
          .quote = "18.3 million",
          .value = "18300000",
          .rounding = "50000",
          .measure_id = "company.profit",
          .measure = "profit",
          .parties = {"Alba Lines"},
          .period = year};
}

TEST_F(Event, HasLongNumbersWhosePeriodIsToldOtherwise) {
  add("Herald", "2024-05-03", {profit("The profit of Alba Lines from Porto Alba to Isla Verde was 18.3 million.", "2023")});
  add("Wire", "2024-05-04", {profit("Its profit, of 18.3 million on Isla Verde, pleased Porto Alba.", "2022")});
  EXPECT_THAT(findings(), ElementsAre("same_figure agree info: 18.3 million 18.3 million"));
}

TEST_F(Event, IsExpectedByWhatAnotherReportTellsAsPlanned) {
  Statement forecast = count("Off Porto Alba and Isla Verde analysts expected 5,512 landings.", "5,512", "5512", "landing", "PT");
  forecast.status = FactStatus::kForecast;
  Statement planned = count("At Isla Verde the analysts had 5,512 landings from Porto Alba.", "5,512", "5512", "landing", "Alba Lines");
  planned.status = FactStatus::kPlanned;
  add("Herald", "2024-05-03", {forecast});
  add("Wire", "2024-05-03", {planned});
  EXPECT_THAT(findings(), ElementsAre("same_figure agree info: 5,512 5,512"));
}

constexpr const char* kStrong = "A quake of magnitude 6.3 struck Isla Verde and Porto Alba in the morning hours.";
constexpr const char* kWeaker = "The quake of magnitude 6.1 struck Porto Alba and Isla Verde.";

Statement magnitude(const char* sentence, const char* number, const char* party) {
  Statement statement = count(sentence, number, number, "magnitude", party);
  statement.rounding = "0.05";
  return statement;
}

TEST_F(Event, IsDisputedOnTheSameDay) {
  add("Herald", "2024-05-03", {magnitude("A quake of magnitude 6.3 struck Isla Verde and Porto Alba.", "6.3", "PT")});
  add("Wire", "2024-05-03", {magnitude(kWeaker, "6.1", "Geological Office")});
  EXPECT_THAT(findings(), Not(Contains(StartsWith("same_figure agree"))));
  EXPECT_THAT(findings(), IsEmpty());  // Of parties that have nothing in common.
}

TEST_F(Event, IsDisputedWhereOneNamesNoParty) {
  Statement open = magnitude("A quake of magnitude 6.3 struck Isla Verde and Porto Alba.", "6.3", "PT");
  open.parties.clear();
  add("Herald", "2024-05-03", {open});
  add("Wire", "2024-05-03", {magnitude(kWeaker, "6.1", "PT")});
  EXPECT_THAT(findings(), ElementsAre("same_figure conflict medium: 6.1 6.3"));
}

TEST_F(Event, IsNotDisputedByWhatIsSaidOfTheMorning) {
  Statement open = magnitude(kStrong, "6.3", "PT");
  open.parties.clear();
  add("Herald", "2024-05-03", {open});
  add("Wire", "2024-05-03", {magnitude(kWeaker, "6.1", "PT")});
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(Event, HasSurvivorsWhomAnotherReportCallsPeople) {
  Statement people = count("Of those on the ship from Porto Alba 32 people survived off Isla Verde.", "32", "32", "person", "PT");
  people.measure_id = "people.count";
  add("Herald", "2024-05-03", {people});
  add("Wire", "2024-05-03", {count("Off Isla Verde 32 survivors of the Porto Alba ferry landed.", "32", "32", "survivor", "Alba Lines")});
  EXPECT_THAT(findings(), ElementsAre("same_figure agree info: 32 32"));
}

TEST_F(Event, HasPartsInOneReportAndTheTotalInAnother) {
  const char* parts = "The ferry from Porto Alba carried 198 passengers and 16 sailors when it sank off Isla Verde.";
  add("Herald", "2024-05-03", {count(parts, "198", "198", "passenger", "PT"), count(parts, "16", "16", "sailor", "PT")});
  add("Wire", "2024-05-03", {count(kWire, "214", "214", "people", "Alba Lines")});
  EXPECT_THAT(findings(), ElementsAre("sum holds info: 16 198 214"));
}

TEST_F(Event, HasNoSumsThatMayFitByChance) {
  const char* parts = "Off Isla Verde 14 boats of 26 men from Porto Alba searched.";
  add("Herald", "2024-05-03", {count(parts, "14", "14", "boat", "PT"), count(parts, "26", "26", "man", "PT")});
  add("Wire", "2024-05-03", {count("In Porto Alba and Isla Verde 40 houses lost power.", "40", "40", "house", "Alba Lines")});
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(Event, HasNoSumOfPeopleThatIsOfOtherThings) {
  const char* parts = "On the ferry from Porto Alba 198 passengers and 16 sailors drowned off Isla Verde.";
  add("Herald", "2024-05-03", {count(parts, "198", "198", "passenger", "PT"), count(parts, "16", "16", "sailor", "PT")});
  add("Wire", "2024-05-03", {count("In Porto Alba and Isla Verde 214 houses lost power.", "214", "214", "house", "Alba Lines")});
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(Event, IsComparedAnewWhenAReportComesOrChanges) {
  add("Herald", "2024-05-03", {count(kHerald, "214", "214", "people", "PT")});
  EXPECT_THAT(findings(), IsEmpty());
  add("Wire", "2024-05-04", {count(kWire, "214", "214", "people", "Alba Lines")});
  EXPECT_THAT(findings(), ElementsAre("same_figure agree info: 214 214"));
  const char* third = "With 214 people on board the ship from Porto Alba went down off Isla Verde.";
  add("Gazette", "2024-05-04", {count(third, "214", "214", "people", "Coast Guard")});
  EXPECT_THAT(findings(), ElementsAre("same_figure agree info: 214 214 214"));
  ExtractedDocument changed =
      sample::document("Wire2", {count("The ferry of Porto Alba reached Isla Verde.", "ferry", "1", "ferry", "PT")}, "Wire");
  changed.document.metadata.published = "2024-05-05";
  reports_.push_back(std::move(changed));
  EXPECT_THAT(findings(), ElementsAre("same_figure agree info: 214 214"));
}

}  // namespace
}  // namespace attest
