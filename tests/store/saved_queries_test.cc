#include "store/saved_queries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/query.h"
#include "store/sample.h"

namespace attest {
namespace {

QueryOptions with_defaults(const SavedQuery& query, const std::map<std::string, std::string, std::less<>>& given = {}) {
  QueryOptions options;
  options.parameters = given;
  for (const auto& parameter : query.parameters) options.parameters.try_emplace(parameter.name, parameter.default_value.value_or("port"));
  return options;
}

std::vector<std::string> names() {
  std::vector<std::string> all;
  for (const SavedQuery& query : saved_queries()) all.push_back(query.name);
  return all;
}

TEST(SavedQueries, AreTheseInOrder) {
  EXPECT_THAT(names(), testing::ElementsAre("agreements-by-party", "agreements-by-year", "claims-of", "copies", "documents", "entities",
                                            "facts-between", "figures-by-document", "figures-near", "hedged-figures", "largest-money",
                                            "measure-over-time", "ranges", "same-figure", "single-source", "timeline", "units", "versions",
                                            "without-period"));
}

// A fact of the mention with this number, said by the port about itself, with or without a period.
Fact fact_of(std::uint32_t mention, bool dated) {
  Fact fact;
  fact.figure = mention;
  fact.measure_id = "port";
  fact.measure = "earnings of the port";
  fact.parties = {"port", "Seaport"};
  if (dated) fact.period_start = "2024-01-01";
  if (dated) fact.period_end = "2025-01-01";
  fact.period_source = dated ? PeriodSource::kStated : PeriodSource::kNone;
  fact.attribution = {AttributionKind::kBody, "Port Authority"};
  fact.rule = "fact.subject";
  return fact;
}

class SavedQueryTest : public testing::TestWithParam<std::string> {};

TEST_P(SavedQueryTest, RunsAndFindsRows) {
  const sample::Folder folder;
  Store store = sample::open(folder.file("facts.db"), OpenMode::kCreate);
  std::vector<ExtractedDocument> documents = sample::corpus(5);
  documents.push_back(sample::document("port/0.txt", "Corrected: the port earned $4"));
  documents.push_back(sample::document("wire.txt", "The port earned $4, up to 9 berths, 3 to 5 ships: pact of Seaport"));
  auto& mentions = documents.back().extraction.mentions;
  std::get<Figure>(mentions[1].content).bound = Bound::kAtMost;
  std::get<Figure>(mentions[2].content).value.reset();
  documents.back().extraction.facts = {fact_of(0, true), fact_of(1, false)};
  documents.push_back(documents.back());
  documents.back().document.source = "elsewhere.txt";
  documents.back().extraction.facts.clear();
  sample::add(store, documents);
  ASSERT_TRUE(store.find_copies());
  ASSERT_TRUE(store.update_search());
  const SavedQuery* query = find_saved_query(GetParam());
  ASSERT_NE(query, nullptr);
  QuerySink sink;
  sink.row = [](std::span<const QueryValue>) { return true; };
  const auto done = run_query(store, query->sql, with_defaults(*query), sink);
  ASSERT_TRUE(done) << done.error().to_string();
  EXPECT_GT(done->rows, 0U);
}

INSTANTIATE_TEST_SUITE_P(All, SavedQueryTest, testing::ValuesIn(names()), [](const auto& one) {
  std::string name = one.param;
  for (char& c : name) c = c == '-' ? '_' : c;
  return name;
});

TEST(SavedQueries, LargestMoneyBeginsWithTheLargest) {
  const sample::Folder folder;
  Store store = sample::open(folder.file("facts.db"), OpenMode::kCreate);
  sample::add(store, {sample::document("a", "Sold for $7, then $90, then $8")});
  const SavedQuery* query = find_saved_query("largest-money");
  std::vector<std::string> quotes;
  QuerySink sink;
  sink.row = [&](std::span<const QueryValue> row) {
    quotes.emplace_back(std::get<std::string_view>(row[0]));
    return true;
  };
  ASSERT_TRUE(run_query(store, query->sql, with_defaults(*query, {{"limit", "2"}}), sink));
  EXPECT_THAT(quotes, testing::ElementsAre("$90", "$8"));
}

TEST(SavedQueries, ASecondPublisherEndsASingleSource) {
  const sample::Folder folder;
  Store store = sample::open(folder.file("facts.db"), OpenMode::kCreate);
  const SavedQuery* query = find_saved_query("single-source");
  ASSERT_NE(query, nullptr);
  const auto rows = [&] {
    QuerySink sink;
    sink.row = [](std::span<const QueryValue>) { return true; };
    const auto done = run_query(store, query->sql, with_defaults(*query), sink);
    return done ? static_cast<int>(done->rows) : -1;
  };
  ExtractedDocument first = sample::document("a", "The port earned $4");
  first.document.metadata.publisher = "Wire";
  first.extraction.facts = {fact_of(0, true)};
  sample::add(store, {first});
  EXPECT_EQ(rows(), 1);
  ExtractedDocument second = sample::document("b", "It came to $5");
  second.document.metadata.publisher = "Gazette";
  second.extraction.facts = {fact_of(0, true)};
  sample::add(store, {second});
  EXPECT_EQ(rows(), 0);
}

TEST(SavedQueries, AgreementsAreChosenByPartyAndYear) {
  const sample::Folder folder;
  Store store = sample::open(folder.file("facts.db"), OpenMode::kCreate);
  sample::add(store, {sample::document("a", "The pact and the pact again")});
  const SavedQuery* query = find_saved_query("agreements-by-party");
  ASSERT_NE(query, nullptr);
  const auto rows = [&](const std::string& party, const std::string& year) {
    QuerySink sink;
    sink.row = [](std::span<const QueryValue>) { return true; };
    const auto done = run_query(store, query->sql, with_defaults(*query, {{"party", party}, {"year", year}}), sink);
    return done ? static_cast<int>(done->rows) : -1;
  };
  EXPECT_EQ(rows("", ""), 1);
  EXPECT_EQ(rows("GE", "2024"), 1);
  EXPECT_EQ(rows("Seaport Office, Poti", ""), 1);
  EXPECT_EQ(rows("G", ""), 0);
  EXPECT_EQ(rows("GE", "2025"), 0);
}

TEST(SavedQueries, AnUnknownNameFindsNothing) { EXPECT_EQ(find_saved_query("no-such"), nullptr); }

TEST(ParseSavedQuery, ReadsNameDescriptionAndParameters) {
  const auto query = parse_saved_query(
      "-- @name big Big ones\n-- @param unit=USD Currency\n-- @param text What to search\n-- @param all= Or empty\nSELECT 1\n");
  ASSERT_TRUE(query);
  EXPECT_EQ(query->name, "big");
  EXPECT_EQ(query->description, "Big ones");
  ASSERT_EQ(query->parameters.size(), 3U);
  EXPECT_EQ(query->parameters[0].default_value, "USD");
  EXPECT_EQ(query->parameters[1].default_value, std::nullopt);
  EXPECT_EQ(query->parameters[1].description, "What to search");
  EXPECT_EQ(query->parameters[2].default_value, "");
}

TEST(ParseSavedQuery, NeedsANameAndADescription) {
  EXPECT_FALSE(parse_saved_query("SELECT 1"));
  EXPECT_FALSE(parse_saved_query("-- @name big\nSELECT 1"));
}

}  // namespace
}  // namespace attest
