#include "engine/gazetteer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "text/tokenizer.h"

namespace attest {
namespace {

ast::List list_of(const std::string& name, std::vector<std::string> columns, const std::vector<std::vector<std::string>>& rows,
                  bool exact = false) {
  ast::List list;
  list.name = name;
  list.columns = std::move(columns);
  list.exact = exact;
  for (const auto& row : rows) {
    list.entries.push_back({row.front(), static_cast<std::uint32_t>(list.entries.size() + 2)});
    list.values.insert(list.values.end(), row.begin() + 1, row.end());
  }
  return list;
}

/// Three lists that share words, and a text.
class GazetteerTest : public ::testing::Test {
 protected:
  GazetteerTest() {
    gazetteer_.build(
        {list_of("place", {"code"}, {{"New York", "US-NY"}, {"York", "GB-YOR"}, {"New York City", "US-NYC"}, {"new", "x"}}),
         list_of("proper", {}, {{"York"}, {"New York"}}, true),
         list_of("scale", {"factor", "note"}, {{"million", "1000000", ""}, {"per cent", "0.01", "two words"}, {"million", "7", ""}})},
        vocabulary_);
  }

  TokenView view(const std::string& text) {
    text_ = text;
    tokenize(text_, vocabulary_, tokens_);
    return {text_, tokens_};
  }
  std::optional<std::uint32_t> longest_end(const std::string& text, const std::string& list, std::uint32_t begin, std::uint32_t limit) {
    const auto found = gazetteer_.longest_from(view(text), *gazetteer_.list_named(list), begin, limit);
    return found ? std::optional(found->tokens.end) : std::nullopt;
  }
  std::optional<std::uint32_t> longest_begin(const std::string& text, const std::string& list, std::uint32_t end, std::uint32_t limit) {
    const auto found = gazetteer_.longest_to(view(text), *gazetteer_.list_named(list), end, limit);
    return found ? std::optional(found->tokens.begin) : std::nullopt;
  }
  std::optional<std::string> surface_at(const std::string& text, const std::string& list, TokenRange range) {
    const auto entry = gazetteer_.entry_at(view(text), *gazetteer_.list_named(list), range);
    return entry ? std::optional(std::string(gazetteer_.entry(*entry).surface)) : std::nullopt;
  }

  Vocabulary vocabulary_;
  Gazetteer gazetteer_;
  std::string text_;
  std::vector<Token> tokens_;
};

TEST_F(GazetteerTest, TheLongestEntryBegins) { EXPECT_EQ(longest_end("in New York City now", "place", 1, 5), 4U); }

TEST_F(GazetteerTest, EntriesEndByTheLimit) { EXPECT_EQ(longest_end("in New York City now", "place", 1, 3), 3U); }

TEST_F(GazetteerTest, NothingBeginsAtTheLimit) { EXPECT_EQ(longest_end("in New York", "place", 3, 3), std::nullopt); }

TEST_F(GazetteerTest, EntriesAreThoseOfOneList) { EXPECT_EQ(longest_end("New York City", "proper", 0, 3), 2U); }

TEST_F(GazetteerTest, UnknownWordsBeginNothing) { EXPECT_EQ(longest_end("elsewhere entirely", "place", 0, 2), std::nullopt); }

TEST_F(GazetteerTest, CaseMattersInExactLists) {
  EXPECT_EQ(longest_end("NEW YORK", "place", 0, 2), 2U);
  EXPECT_EQ(longest_end("NEW YORK", "proper", 0, 2), std::nullopt);
}

TEST(Gazetteer, FindsEntriesWithEitherApostrophe) {
  Vocabulary vocabulary;
  Gazetteer gazetteer;
  gazetteer.build({list_of("shop", {"code"}, {{"Dravelo's", "D"}, {"Norvale's Mill", "N"}}, true)}, vocabulary);
  for (const std::string text : {"Dravelo's", "Dravelo’s", "Norvale's Mill", "Norvale’s Mill"}) {
    std::vector<Token> tokens;
    tokenize(text, vocabulary, tokens);
    const auto entry = gazetteer.entry_at({text, tokens}, 0, {0, static_cast<std::uint32_t>(tokens.size())});
    ASSERT_TRUE(entry) << text;
    EXPECT_EQ(gazetteer.entry(*entry).cell_text[0], text.substr(0, 1));
  }
}

TEST_F(GazetteerTest, WordsAddedAfterTheListsBeginNoEntry) {
  vocabulary_.add("zebra");
  EXPECT_EQ(longest_end("zebra zebra", "place", 0, 2), std::nullopt);
  EXPECT_EQ(longest_begin("zebra zebra", "place", 2, 0), std::nullopt);
  EXPECT_EQ(surface_at("zebra", "place", {0, 1}), std::nullopt);
}

TEST_F(GazetteerTest, TheLongestEntryEnds) { EXPECT_EQ(longest_begin("in New York", "place", 3, 0), 1U); }

TEST_F(GazetteerTest, EntriesBeginBehindTheLimit) { EXPECT_EQ(longest_begin("in New York", "place", 3, 2), 2U); }

TEST_F(GazetteerTest, EntryCoversExactlyTheTokens) {
  EXPECT_EQ(surface_at("New York City", "place", {0, 2}), "New York");
  EXPECT_EQ(surface_at("New York City", "place", {0, 3}), "New York City");
  EXPECT_EQ(surface_at("New York City", "place", {1, 3}), std::nullopt);
  EXPECT_EQ(surface_at("New York City", "place", {1, 1}), std::nullopt);
}

TEST_F(GazetteerTest, EntriesMatchAcrossWhiteSpaceOfAnyKind) {
  EXPECT_EQ(surface_at("per\n  cent", "scale", {0, 2}), "per cent");
  EXPECT_EQ(surface_at("New\nYork", "proper", {0, 2}), "New York");
  EXPECT_EQ(surface_at("New\u00A0York", "proper", {0, 2}), "New York");
}

TEST_F(GazetteerTest, FirstOfEqualSurfacesCounts) {
  const auto entry = gazetteer_.entry_at(view("million"), *gazetteer_.list_named("scale"), {0, 1});
  ASSERT_TRUE(entry);
  EXPECT_EQ(to_string(gazetteer_.entry(*entry).cells[0]), "1000000");
}

TEST_F(GazetteerTest, CellsAreDecimalsWhereTheyAreWrittenSo) {
  const auto entry = gazetteer_.entry_at(view("per cent"), *gazetteer_.list_named("scale"), {0, 2});
  ASSERT_TRUE(entry);
  EXPECT_TRUE(gazetteer_.entry(*entry).cells[0].is_decimal());
  EXPECT_TRUE(gazetteer_.entry(*entry).cells[1].is_text());
}

TEST_F(GazetteerTest, EmptyCellsHaveNoValue) {
  const auto entry = gazetteer_.entry_at(view("million"), *gazetteer_.list_named("scale"), {0, 1});
  ASSERT_TRUE(entry);
  EXPECT_TRUE(gazetteer_.entry(*entry).cells[1].is_null());
}

TEST_F(GazetteerTest, ColumnsAreFoundByName) {
  EXPECT_EQ(gazetteer_.column(*gazetteer_.list_named("scale"), "note"), 1U);
  EXPECT_EQ(gazetteer_.column(*gazetteer_.list_named("scale"), "code"), std::nullopt);
}

TEST_F(GazetteerTest, UnknownListsAreNotFound) { EXPECT_EQ(gazetteer_.list_named("nowhere"), std::nullopt); }

TEST_F(GazetteerTest, FirstWordsHaveNoRepeats) { EXPECT_EQ(gazetteer_.first_words(*gazetteer_.list_named("place")).size(), 2U); }

TEST_F(GazetteerTest, EntriesOfAListAreInFileOrder) {
  const auto entries = gazetteer_.entries_of(*gazetteer_.list_named("place"));
  ASSERT_EQ(entries.size(), 4U);
  EXPECT_EQ(gazetteer_.entry(entries[0]).surface, "New York");
  EXPECT_EQ(gazetteer_.entry(entries[3]).surface, "new");
}

TEST(Gazetteer, LeavesOutEntriesWithoutAToken) {
  Vocabulary vocabulary;
  Gazetteer gazetteer;
  gazetteer.build({list_of("odd", {}, {{" "}, {"word"}})}, vocabulary);
  EXPECT_EQ(gazetteer.entries_of(0).size(), 1U);
}

TEST(Gazetteer, ManyEntriesAreAllFound) {
  std::vector<std::vector<std::string>> rows;
  for (int i = 0; i < 5000; ++i) rows.push_back({"name" + std::to_string(i % 71) + " of place" + std::to_string(i), std::to_string(i)});
  Vocabulary vocabulary;
  Gazetteer gazetteer;
  gazetteer.build({list_of("name", {"number"}, rows)}, vocabulary);
  for (int i = 0; i < 5000; i += 7) {
    const std::string& surface = rows[static_cast<std::size_t>(i)].front();
    std::vector<Token> tokens;
    tokenize(surface, vocabulary, tokens);
    const TokenView view{surface, tokens};
    const auto entry = gazetteer.entry_at(view, 0, {0, static_cast<std::uint32_t>(tokens.size())});
    ASSERT_TRUE(entry) << surface;
    EXPECT_EQ(to_string(gazetteer.entry(*entry).cells[0]), std::to_string(i));
  }
}

}  // namespace
}  // namespace attest
