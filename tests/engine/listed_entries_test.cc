#include "engine/listed_entries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/trial.h"

namespace attest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAreArray;
using testing_rules::Trial;

/// Two lists, one of which asks for its own capitals, and what of them stands in a text.
class ListedEntriesTest : public ::testing::Test {
 protected:
  ListedEntriesTest()
      : trial_(
            "phase test\nlist place lists/place.tsv\nlist proper lists/proper.tsv exact\n"
            "rule test.rule -> Found\n  match ( <place> | <proper> )\n",
            {{"lists/place.tsv", "surface\nNew York\nNew York City\nYork\nNew York\n"},
             {"lists/proper.tsv", "surface\nYork\nNew York\n"}}) {}

  void read(const std::string& text) {
    trial_.run(text);
    listed_.read(gazetteer(), trial_.chart().view());
  }
  [[nodiscard]] const Gazetteer& gazetteer() const { return trial_.rules().compiled().gazetteer; }
  [[nodiscard]] std::vector<std::string> described(std::span<const ListedEntry> entries) const {
    std::vector<std::string> lines;
    for (const ListedEntry& entry : entries) {
      lines.push_back(std::string(gazetteer().list_name(entry.list)) + ": " + std::string(gazetteer().entry(entry.entry).surface));
    }
    return lines;
  }
  [[nodiscard]] std::vector<std::string> beginning_at(std::uint32_t token) const { return described(listed_.beginning_at(token)); }
  [[nodiscard]] std::vector<std::string> ending_at(std::uint32_t token) const { return described(listed_.ending_at(token)); }

  Trial trial_;
  ListedEntries listed_;
};

TEST_F(ListedEntriesTest, ShorterEntriesBeginFirst) {
  read("in New York City");
  EXPECT_THAT(beginning_at(1), ElementsAre("place: New York", "proper: New York", "place: New York City"));
}

TEST_F(ListedEntriesTest, LongerEntriesEndFirst) {
  read("in New York");
  EXPECT_THAT(ending_at(3), ElementsAre("place: New York", "proper: New York", "proper: York"));
}

TEST_F(ListedEntriesTest, SingleWordsOnlyWhereCapitalsMatter) {
  read("York");
  EXPECT_THAT(beginning_at(0), ElementsAre("proper: York"));
}

TEST_F(ListedEntriesTest, OtherCapitalsAreNoExactEntry) {
  read("NEW YORK");
  EXPECT_THAT(beginning_at(0), ElementsAre("place: New York"));
  EXPECT_THAT(beginning_at(1), IsEmpty());
}

TEST_F(ListedEntriesTest, NothingBeginsOrEndsOutsideTheText) {
  read("New York");
  EXPECT_THAT(beginning_at(2), IsEmpty());
  EXPECT_THAT(ending_at(0), IsEmpty());
}

TEST_F(ListedEntriesTest, TheNextTextReplacesTheLast) {
  read("New York City");
  read("elsewhere");
  EXPECT_THAT(beginning_at(0), IsEmpty());
  EXPECT_THAT(ending_at(1), IsEmpty());
}

TEST_F(ListedEntriesTest, WhatBeginsEnds) {
  read("New York City York, New New York york CITY new york city");
  std::vector<std::string> forward;
  std::vector<std::string> backward;
  const auto tokens = static_cast<std::uint32_t>(trial_.chart().view().tokens.size());
  for (std::uint32_t at = 0; at <= tokens; ++at) {
    for (const std::string& line : beginning_at(at)) forward.push_back(line);
    for (const std::string& line : ending_at(at)) backward.push_back(line);
  }
  EXPECT_THAT(backward, UnorderedElementsAreArray(forward));
  EXPECT_FALSE(forward.empty());
}

}  // namespace
}  // namespace attest
