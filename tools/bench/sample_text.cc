#include "sample_text.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string_view>

#include "base/result.h"
#include "read/reader.h"

namespace attest::bench {
namespace {

constexpr std::size_t kSampleBytes = 48U << 20;  // half as much again as a large third-level cache
constexpr std::size_t kArticleBytes = 4096;      // a news article of usual length
constexpr std::size_t kInventedWords = 20'000;

constexpr auto kCommonWords = std::to_array<std::string_view>(
    {"the",   "of",   "to",   "and",   "a",      "in",    "said",    "for",     "that", "on",      "is",    "with",
     "by",    "from", "at",   "its",   "was",    "as",    "will",    "be",      "have", "has",     "are",   "an",
     "it",    "this", "new",  "year",  "after",  "which", "were",    "market",  "last", "company", "trade", "more",
     "than",  "but",  "not",  "their", "prices", "about", "over",    "up",      "they", "been",    "would", "government",
     "other", "who",  "also", "we",    "first",  "or",    "between", "percent", "two",  "million"});

// "#" stands for a digit, "~" for a word; everything else is itself.
constexpr auto kStatements = std::to_array<std::string_view>(
    {"The ~ rose #.#% to $##.# billion in ~ ~.", "~ said it sold 1#,### ~ of ~, up from #,### a year earlier.",
     "The ~ is worth ## million euros, nearly ## per cent more than in 20##.",
     "Shares of ~ fell ## percent to ##.## dollars on March #, 201#.", "Between # and ## million tonnes of ~ were shipped, the ~ ~ said.",
     "About 1,### people work at the ## kilometre long ~.", "It plans to invest US$##.# bn over the next # years in ~.",
     "The ~ ~ cut its forecast by ## basis points to #.# percent.", "Output reached ###,### barrels a day, against ##.# mln tonnes of ~.",
     "More than twenty ~ signed # agreements on June ##.", "The # ~ cost £#.#m, one-third of the ~ ~.",
     "\"We hired ### ~ in 199#,\" said ~ ~, who is ##."});

class Writer {
 public:
  explicit Writer(std::uint64_t seed) : random_(seed) { invent_words(); }

  std::string article() {
    std::string text;
    while (text.size() < kArticleBytes) paragraph(text);
    return text;
  }

 private:
  // Not std::uniform_int_distribution, whose results differ between standard libraries. The bias is of no interest here.
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_() % count); }

  void invent_words() {
    constexpr std::string_view consonants = "bcdfghklmnprstvwz";
    constexpr std::string_view vowels = "aeiou";
    for (std::size_t i = 0; i < kInventedWords; ++i) {
      std::string word;
      for (std::size_t syllables = 1 + below(3); syllables > 0; --syllables) {
        word += consonants[below(consonants.size())];
        word += vowels[below(vowels.size())];
        if (below(2) == 0) word += consonants[below(consonants.size())];
      }
      words_.push_back(std::move(word));
    }
  }

  // Half of running text is common words; the rest falls off as one over the rank.
  std::string_view word() {
    if (below(2) == 0) return kCommonWords[below(kCommonWords.size())];
    const double uniform = static_cast<double>(below(1U << 20)) / (1U << 20);
    return words_[static_cast<std::size_t>(std::pow(static_cast<double>(kInventedWords), uniform)) - 1];
  }

  void capitalised(std::string& text) {
    const std::size_t start = text.size();
    text += word();
    if (text[start] >= 'a' && text[start] <= 'z') text[start] = static_cast<char>(text[start] - 'a' + 'A');
  }

  void prose(std::string& text) {
    capitalised(text);
    for (std::size_t words = 6 + below(20); words > 0; --words) {
      text += below(12) == 0 ? ", " : " ";
      if (below(10) == 0) {
        capitalised(text);
      } else {
        text += word();
      }
    }
    text += '.';
  }

  void statement(std::string& text) {
    for (const char sign : kStatements[below(kStatements.size())]) {
      if (sign == '#') {
        text += static_cast<char>('1' + below(9));
      } else if (sign == '~') {
        text += word();
      } else {
        text += sign;
      }
    }
  }

  void paragraph(std::string& text) {
    for (std::size_t sentences = 2 + below(4); sentences > 0; --sentences) {
      if (below(5) < 2) {
        statement(text);
      } else {
        prose(text);
      }
      text += sentences == 1 ? "\n\n" : " ";
    }
  }

  std::mt19937_64 random_;
  std::vector<std::string> words_;
};

std::vector<Document> read_articles(const char* input) {
  std::vector<Document> articles;
  const auto keep = [&articles](Document article) {
    articles.push_back(std::move(article));
    return true;
  };
  read_documents({input}, {}, keep, [](const Error& failed) { std::fprintf(stderr, "%s\n", failed.to_string().c_str()); });
  if (articles.empty()) std::exit(2);
  return articles;
}

}  // namespace

std::vector<Document> made_articles(std::size_t bytes, std::uint64_t seed) {
  Writer writer(seed);
  std::vector<Document> articles;
  for (std::size_t written = 0; written < bytes; written += articles.back().text.size()) {
    Document article;
    article.source = "article-" + std::to_string(articles.size());
    article.text = writer.article();
    articles.push_back(std::move(article));
  }
  return articles;
}

const std::vector<Document>& sample_articles() {
  const char* input = std::getenv("ATTEST_BENCH_INPUT");
  static const std::vector<Document> articles = input != nullptr ? read_articles(input) : made_articles(kSampleBytes, 1);
  return articles;
}

std::size_t sample_bytes() {
  std::size_t bytes = 0;
  for (const Document& article : sample_articles()) bytes += article.text.size();
  return bytes;
}

}  // namespace attest::bench
