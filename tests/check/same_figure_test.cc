// The same figure in several documents, through a store.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

#include "check/sample.h"
#include "store/sample.h"

namespace attest {
namespace {

using sample::Statement;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

Statement trade(const char* value, const char* rounding = "0.05") {
  return {.sentence = std::string("Trade was $") + value + ".", .quote = std::string("$") + value, .value = value, .rounding = rounding};
}

class SameFigure : public testing::Test {
 protected:
  std::vector<std::string> compared(const std::vector<ExtractedDocument>& documents) {
    sample::add(store_, documents);
    return sample::findings_of(store_);
  }
  std::vector<std::string> compared(const Statement& a, const Statement& b) {
    return compared({sample::document("a", {a}), sample::document("b", {b})});
  }

  sample::Folder folder_;
  Store store_ = sample::open(folder_.file("facts.db"), OpenMode::kCreate);
};

TEST_F(SameFigure, AgreesAtAnotherPrecision) {
  EXPECT_THAT(compared(trade("43.82", "0.005"), trade("44", "0.5")), ElementsAre("same_figure agree info: $43.82 $44"));
}

TEST_F(SameFigure, DiffersWhereTheIntervalsLieApart) {
  EXPECT_THAT(compared(trade("30.05", "0.005"), trade("43.82", "0.005")), ElementsAre("same_figure conflict high: $30.05 $43.82"));
}

TEST_F(SameFigure, MeetsInOnePoint) {
  EXPECT_THAT(compared(trade("24", "0.5"), trade("25", "0.5")), ElementsAre("same_figure boundary high: $24 $25"));
}

TEST_F(SameFigure, MayBeCutOff) {
  EXPECT_THAT(compared(trade("33.6"), trade("33.68", "0.005")), ElementsAre("same_figure boundary high: $33.6 $33.68"));
}

TEST_F(SameFigure, IsCutOffBehindFourDigitsWithoutAWord) {
  EXPECT_THAT(compared(trade("133.6"), trade("133.68", "0.005")), ElementsAre("same_figure agree info: $133.6 $133.68"));
}

TEST_F(SameFigure, FitsABound) {
  Statement over = trade("200", "0");
  over.bound = Bound::kOver;
  EXPECT_THAT(compared(over, trade("224", "0")), ElementsAre("same_figure agree info: $200 $224"));
}

TEST_F(SameFigure, TellsASlipOfScale) {
  EXPECT_THAT(compared(trade("43.82", "0.005"), trade("43820", "5")), ElementsAre("same_figure conflict high: $43.82 $43820"));
}

TEST_F(SameFigure, IsOnlyPossibleWhereFiguresLieFarApart) {
  EXPECT_THAT(compared(trade("43.82", "0.005"), trade("4.40", "0.005")), ElementsAre("same_figure possible info: $4.40 $43.82"));
}

TEST_F(SameFigure, IsMirroredInTheOthersImports) {
  Statement exports = trade("14.89", "0.005");
  exports.measure_id = "trade.exports";
  exports.from = "KZ";
  exports.to = "CN";
  Statement imports = exports;
  imports.measure_id = "trade.imports";
  imports.sentence = "Trade was $16.20.";
  imports.quote = "$16.20";
  imports.value = "16.20";
  EXPECT_THAT(compared(exports, imports), ElementsAre("mirror conflict medium: $14.89 $16.20"));
}

TEST_F(SameFigure, DatesAStatementWithoutPeriodByItsOwnDocument) {
  Statement undated = trade("43.8");
  undated.period.clear();
  EXPECT_THAT(compared({sample::document("a", {trade("43.82", "0.005"), undated}), sample::document("b", {trade("30.05", "0.005")})}),
              Contains("same_figure conflict high: $30.05 $43.8 $43.82"));
}

TEST_F(SameFigure, IsKnownByTheCountBesideIt) {
  const auto worth = [](const char* sentence, const char* value, std::vector<std::string> parties) {
    Statement count{.sentence = sentence,
                    .quote = "58",
                    .value = "58",
                    .unit = "",
                    .quantity = Quantity::kCount,
                    .measure_id = "agreements.count",
                    .measure = "agreement",
                    .parties = parties};
    Statement amount{.sentence = sentence,
                     .quote = value,
                     .value = value,
                     .rounding = "0.5",
                     .measure_id = "agreements.value",
                     .measure = "value of agreements",
                     .parties = parties};
    return std::vector<Statement>{count, amount};
  };
  EXPECT_THAT(compared({sample::document("a", worth("58 agreements worth 25 were signed.", "25", {"CN", "KZ"})),
                        sample::document("b", worth("The forum signed 58 deals worth 24.", "24", {"CN", "Central Asia"}))}),
              Contains("same_figure boundary high: 24 25"));
}

TEST_F(SameFigure, TriesTheOthersTotal) {
  Statement exports = trade("14.89", "0.005");
  exports.measure_id = "trade.exports";
  Statement imports = trade("15.15", "0.005");
  imports.measure_id = "trade.imports";
  EXPECT_THAT(
      compared({sample::document("a", {trade("30.05", "0.005"), exports, imports}), sample::document("b", {trade("33.20", "0.005")})}),
      Contains("sum fails high: $14.89 $15.15 $33.20"));
}

TEST_F(SameFigure, IsNotWhatDiffersInMeaning) {
  std::vector<ExtractedDocument> documents = {sample::document("a", {trade("30.05", "0.005")})};
  const auto add = [&](auto change) {
    const std::string value = "4" + std::to_string(documents.size()) + ".82";
    Statement other = trade(value.c_str(), "0.005");
    change(other);
    documents.push_back(sample::document("other-" + value, {other}));
  };
  add([](Statement& s) { s.period = "2023"; });
  add([](Statement& s) { s.period = ""; });
  add([](Statement& s) { s.unit = "EUR"; });
  add([](Statement& s) { s.parties = {"KZ", "RU"}; });
  add([](Statement& s) { s.parties = {"KZ"}; });
  add([](Statement& s) { s.measure_id = "investment.flow"; });
  add([](Statement& s) { s.status = FactStatus::kPlanned; });
  add([](Statement& s) { s.measure = "bilateral trade in wheat"; });
  add([](Statement& s) { s.change = {ChangeDirection::kIncrease, ChangeKind::kAbsolute, "", ""}; });
  EXPECT_THAT(compared(documents), IsEmpty());
}

TEST_F(SameFigure, IsNotEveryProjectOfTheSameParties) {
  Statement first = trade("30", "0.5");
  first.measure_id = "project.value";
  first.measure = "cost of the railway";
  Statement second = first;
  second.measure = "cost of the port";
  second.value = "33";
  EXPECT_THAT(compared(first, second), IsEmpty());
}

/// Two statements that look like one figure and are not: no alarm may be raised on them.
struct Trap {
  const char* name;
  Statement first;
  Statement second;
};

Statement with(Statement statement, const std::function<void(Statement&)>& change) {
  change(statement);
  return statement;
}

std::vector<Trap> traps() {
  const Statement one = trade("30.05", "0.005");
  const Statement other = trade("33.82", "0.005");
  const auto says = [](const char* sentence) {
    return [sentence](Statement& s) { s.sentence = std::string(sentence) + " " + s.quote + "."; };
  };
  const auto forecast = [](const char* body) {
    return [body](Statement& s) {
      s.status = FactStatus::kForecast;
      s.authority = body;
    };
  };
  const auto loan = [](const char* sentence) {
    return [sentence](Statement& s) {
      s.measure_id = "loan.amount";
      s.measure = "loan";
      s.sentence = std::string(sentence) + " " + s.quote + ".";
    };
  };
  return {{"Qualified", with(one, says("Seasonally adjusted, trade came to")), with(other, says("Trade came to"))},
          {"AnotherPartOfTheYear", with(one, says("In the same period of 2024 trade was")), other},
          {"AYearEarlier", with(one, says("Against the figure of a year earlier,")), other},
          {"OtherForecasters", with(one, forecast("Institute A")), with(other, forecast("Institute B"))},
          {"AnotherThing", one, with(other, [](Statement& s) { s.measure = "bilateral trade in services"; })},
          {"InTonnes",
           with(one,
                [](Statement& s) {
                  s.unit = "t";
                  s.quantity = Quantity::kMeasure;
                }),
           other},
          {"LoansOfTwoFirms", with(one, loan("Alder Corp took a loan of")), with(other, loan("Birch Corp took a loan of"))},
          {"Targets", with(one, [](Statement& s) { s.status = FactStatus::kTarget; }), other}};
}

class SameFigureTrap : public SameFigure, public testing::WithParamInterface<Trap> {};

TEST_P(SameFigureTrap, RaisesNoAlarm) {
  for (const std::string& finding : compared(GetParam().first, GetParam().second)) {
    EXPECT_THAT(finding, testing::AnyOf(testing::HasSubstr(" possible "), testing::HasSubstr(" different_scope ")));
  }
}

INSTANTIATE_TEST_SUITE_P(Adversarial, SameFigureTrap, testing::ValuesIn(traps()), [](const auto& tested) { return tested.param.name; });

TEST_F(SameFigure, IsPossiblyAnotherWhereOneArticleGivesBoth) {
  EXPECT_THAT(compared({sample::document("a", {trade("30.05", "0.005"), trade("33.82", "0.005")})}),
              ElementsAre("same_figure possible info: $30.05 $33.82"));
}

TEST_F(SameFigure, DiffersInOneArticleByTheWordOfAnother) {
  Statement second = trade("33.82", "0.005");
  second.authority = "Customs Service";
  EXPECT_THAT(compared({sample::document("a", {trade("30.05", "0.005"), second})}),
              ElementsAre("same_figure conflict high: $30.05 $33.82"));
}

TEST_F(SameFigure, IsOfOneSourceWhereOneAuthorityIsBehindIt) {
  Statement statement = trade("30.05", "0.005");
  statement.authority = "Customs Service";
  EXPECT_THAT(compared({sample::document("a", {statement}, "Gazette"), sample::document("b", {statement}, "Herald")}),
              ElementsAre("independence not_independent info: $30.05 $30.05", "same_figure agree info: $30.05 $30.05"));
}

/// Statements of some documents on few subjects, so that many of them meet.
std::vector<ExtractedDocument> random_documents(unsigned seed, const char* scale) {
  std::mt19937 random(seed);
  const auto pick = [&](unsigned count) { return static_cast<unsigned>(random() % count); };
  std::vector<ExtractedDocument> documents;
  for (int number = 0; number < 12; ++number) {
    std::vector<Statement> statements;
    for (int i = 0; i < 4; ++i) {
      const std::string value = std::to_string(20 + pick(6)) + "." + std::to_string(pick(10)) + scale;
      Statement one = trade("1");
      one.sentence = "Statement " + std::to_string(i) + " says " + value + ".";
      one.quote = value;
      one.value = Decimal::parse(value)->to_string();
      one.rounding = std::string("0.05") + scale;
      one.period = std::to_string(2022 + pick(2));
      one.measure_id = pick(2) == 0 ? "trade.turnover" : "cargo.volume";
      statements.push_back(one);
    }
    documents.push_back(sample::document("article-" + std::to_string(number), statements));
  }
  return documents;
}

std::vector<std::string> findings_after(std::vector<ExtractedDocument> documents, unsigned order, bool one_by_one) {
  std::shuffle(documents.begin(), documents.end(), std::mt19937(order));
  const sample::Folder folder;
  Store store = sample::open(folder.file("facts.db"), OpenMode::kCreate);
  if (!one_by_one) {
    sample::add(store, documents);
    return sample::findings_of(store);
  }
  std::vector<std::string> findings;
  for (const ExtractedDocument& document : documents) {
    sample::add(store, {document});
    findings = sample::findings_of(store);
  }
  return findings;
}

TEST(Property, OrderOfIngestDoesNotMatter) {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    const auto documents = random_documents(seed, "");
    const auto expected = findings_after(documents, 0, false);
    ASSERT_FALSE(expected.empty());
    EXPECT_EQ(findings_after(documents, seed, false), expected);
  }
}

TEST(Property, OneByOneFindsWhatAllAtOnceFind) {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    const auto documents = random_documents(seed, "");
    EXPECT_EQ(findings_after(documents, seed, true), findings_after(documents, 0, false));
  }
}

TEST(Property, ScalingUnitsChangesNoVerdict) {
  const auto verdicts = [](std::vector<std::string> findings) {
    // How alike the texts are depends on their letters, not on the numbers.
    std::erase_if(findings, [](const std::string& finding) { return finding.starts_with("independence"); });
    for (std::string& finding : findings) finding.resize(finding.find(':'));
    std::sort(findings.begin(), findings.end());
    return findings;
  };
  for (unsigned seed = 1; seed <= 5; ++seed) {
    EXPECT_EQ(verdicts(findings_after(random_documents(seed, "e9"), 0, false)),
              verdicts(findings_after(random_documents(seed, ""), 0, false)));
  }
}

TEST_F(SameFigure, OfAPairIsNotThatOfOneCountry) {
  Statement all = trade("30.05", "0.005");
  all.parties = {"KZ"};
  Statement pair = trade("43.82", "0.005");
  pair.parties = {"KZ"};
  pair.sentence = "Its bilateral trade was $43.82.";
  EXPECT_THAT(compared(all, pair), ElementsAre("same_figure possible medium: $30.05 $43.82"));
}

Statement surplus(const char* sentence, const char* number) {
  Statement statement = trade(number, "0.005");
  statement.sentence = sentence;
  statement.measure_id = "trade.surplus";
  statement.measure = "trade surplus";
  return statement;
}

TEST_F(SameFigure, IsRevisedWhereTheArticleSaysSo) {
  const Statement before = surplus("The surplus was $30.05 in May.", "30.05");
  const Statement after = surplus("The surplus of May was revised to $43.82.", "43.82");
  const Statement original = surplus("It originally was put at $30.05.", "30.05");
  EXPECT_THAT(compared({sample::document("a", {before}), sample::document("b", {after, original})}),
              Contains("same_figure different_scope info: $30.05 $30.05 $43.82"));
}

TEST_F(SameFigure, IsRevisedWhereOneSentenceNamesBothNumbers) {
  const Statement before = surplus("The surplus was $30.05 in May.", "30.05");
  const Statement after = surplus("The surplus of May was revised from $30.05 to $43.82.", "43.82");
  EXPECT_THAT(compared(before, after), ElementsAre("same_figure different_scope info: $30.05 $43.82"));
}

TEST_F(SameFigure, DiffersWhereARevisionNamesAnotherNumber) {
  const Statement before = surplus("The surplus was $30.05 in May.", "30.05");
  const Statement after = surplus("The surplus of May was revised from $31.12 to $43.82.", "43.82");
  EXPECT_THAT(compared(before, after), ElementsAre("same_figure conflict high: $30.05 $43.82"));
}

TEST_F(SameFigure, OfGoodsThatAreNotNamedSaysNothing) {
  Statement zinc = trade("30.05", "0.005");
  zinc.measure = "shipments";
  Statement lead = zinc;
  lead.sentence = "Trade was $43.82.";
  lead.quote = "$43.82";
  lead.value = "43.82";
  EXPECT_THAT(compared(zinc, lead), IsEmpty());
}

}  // namespace
}  // namespace attest
