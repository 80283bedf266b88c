#include "text/analysis.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "text/tokenizer.h"

namespace attest {
namespace {

// What every analysis must hold, whatever the text; "" or what is wrong.
std::string broken_promise(const AnalysedText& analysed) {
  std::uint32_t next_token = 0;
  std::uint32_t block = 0;
  for (const Sentence& sentence : analysed.sentences) {
    if (sentence.tokens.begin != next_token || sentence.tokens.end <= next_token) return "tokens are not shared out in order";
    next_token = sentence.tokens.end;
    if (sentence.bytes.begin != analysed.tokens[sentence.tokens.begin].begin) return "a sentence does not begin with its first token";
    if (sentence.bytes.end != analysed.tokens[sentence.tokens.end - 1].end) return "a sentence does not end with its last token";
    if (sentence.block < block || sentence.block >= analysed.blocks.size()) return "blocks of sentences are not in order";
    block = sentence.block;
    if (!analysed.blocks[block].bytes.contains(sentence.bytes)) return "a sentence leaves its block";
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      if (analysed.tokens[i].has(token_flag::kFirstInSentence) != (i == sentence.tokens.begin)) return "kFirstInSentence is wrong";
    }
  }
  if (next_token != analysed.tokens.size()) return "tokens are left over";
  for (std::size_t i = 1; i < analysed.blocks.size(); ++i) {
    if (analysed.blocks[i].bytes.begin < analysed.blocks[i - 1].bytes.end) return "blocks overlap";
  }
  for (const Block& each : analysed.blocks) {
    if (each.bytes.empty()) return "a block is empty";
    if (each.kind == BlockKind::kTableRow && each.row >= analysed.tables.at(each.table).rows) return "a row is not in its table";
  }
  for (const Table& table : analysed.tables) {
    if (table.cells.size() != std::size_t{table.rows} * table.columns) return "a table has not all its cells";
  }
  return "";
}

std::string random_text(std::mt19937& random) {
  static constexpr std::array<std::string_view, 58> kPieces = {
      " ",     " ",    " ",    " ",  "\n", "\n\n", "\t", "\r\n", "\r",         "    ",   ".",     ".",     "!",           "?",   "...",
      ". . .", "…",    "\"",   "'",  "“",  "”",    "(",  ")",    "[",          "]",      "1",     "2",     "12",          "3.5", "1)",
      "a.",    "(i)",  "•",    "-",  "–",  "—",    ",",  ":",    "U.S.",       "Mr.",    "Inc.",  "a.m.",  "I",           "The", "He",
      "word",  "Name", "said", "is", "。", "今天", "é",  "É",    "References", "Photo:", "Table", "Notes", "\xE2\x80\xA8"};
  std::string text;
  const std::size_t size = random() % 60;
  for (std::size_t i = 0; i < size; ++i) text += kPieces[random() % kPieces.size()];
  return text;
}

TEST(TextAnalyser, KeepsItsPromisesOnRandomText) {
  std::mt19937 random(20250617);
  const Vocabulary vocabulary;
  const TextAnalyser analyser(vocabulary);
  AnalysedText analysed;
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random_text(random);
    analyser.analyse(text, analysed);
    ASSERT_EQ(broken_promise(analysed), "") << text;
  }
}

TEST(TextAnalyser, KeepsItsPromisesOnTheCorpus) {
  const Vocabulary vocabulary;
  AnalysedText analysed;
  for (const auto& file : std::filesystem::recursive_directory_iterator(ATTEST_SOURCE_DIR "/corpus")) {
    if (file.path().extension() != ".txt") continue;
    std::ostringstream bytes;
    bytes << std::ifstream(file.path(), std::ios::binary).rdbuf();
    const std::string text = bytes.str();
    TextAnalyser(vocabulary).analyse(text, analysed);
    EXPECT_EQ(broken_promise(analysed), "") << file.path();
  }
}

std::vector<Span> sentence_spans(const AnalysedText& analysed) {
  std::vector<Span> spans;
  for (const Sentence& sentence : analysed.sentences) spans.push_back(sentence.bytes);
  return spans;
}

TEST(TextAnalyser, ReusedMemoryChangesNothing) {
  std::mt19937 random(7);
  const Vocabulary vocabulary;
  const TextAnalyser analyser(vocabulary);
  AnalysedText reused;
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_text(random);
    AnalysedText fresh;
    analyser.analyse(text, fresh);
    analyser.analyse(text, reused);
    ASSERT_EQ(sentence_spans(reused), sentence_spans(fresh)) << text;
  }
}

TEST(TextAnalyser, AnEmptyTextHasNothing) {
  const Vocabulary vocabulary;
  AnalysedText analysed;
  TextAnalyser(vocabulary).analyse("", analysed);
  EXPECT_TRUE(analysed.blocks.empty() && analysed.sentences.empty() && analysed.tokens.empty() && analysed.tables.empty());
}

}  // namespace
}  // namespace attest
