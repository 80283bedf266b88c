// The stage text: tokens, vocabulary look-ups, blocks and sentences, code points. The vocabulary is that of the built-in
// rules, as in `extract`.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "built_in_rules.h"
#include "engine/rule_set.h"
#include "sample_text.h"
#include "text/analysis.h"
#include "text/code_points.h"
#include "text/tokenizer.h"
#include "text/vocabulary.h"

namespace attest {
namespace {

const Vocabulary& rule_vocabulary() {
  static const Result<RuleSet> rules = RuleSet::compile({built_in_rules()});
  return rules->compiled().vocabulary;
}

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bench::sample_bytes()));
}

void tokenise(benchmark::State& state) {
  const Vocabulary& vocabulary = rule_vocabulary();
  std::vector<Token> tokens;
  for (auto _ : state) {
    for (const Document& article : bench::sample_articles()) {
      tokenize(article.text, vocabulary, tokens);
      benchmark::DoNotOptimize(tokens.data());
    }
  }
  count_bytes(state);
}
BENCHMARK(tokenise)->Unit(benchmark::kMillisecond);

void analyse(benchmark::State& state) {
  const TextAnalyser analyser(rule_vocabulary());
  AnalysedText analysed;
  for (auto _ : state) {
    for (const Document& article : bench::sample_articles()) {
      analyser.analyse(article.text, analysed);
      benchmark::DoNotOptimize(analysed.sentences.data());
    }
  }
  count_bytes(state);
}
BENCHMARK(analyse)->Unit(benchmark::kMillisecond);

void index_code_points(benchmark::State& state) {
  CodePointIndex index;
  for (auto _ : state) {
    for (const Document& article : bench::sample_articles()) {
      index.reset(article.text);
      benchmark::DoNotOptimize(index.size());
    }
  }
  count_bytes(state);
}
BENCHMARK(index_code_points)->Unit(benchmark::kMillisecond);

// Running text's words, folded already, so that this is the look-up alone.
std::vector<std::string> folded_words() {
  std::vector<Token> tokens;
  std::vector<std::string> words;
  for (const Document& article : bench::sample_articles()) {
    tokenize(article.text, rule_vocabulary(), tokens);
    for (const Token& token : tokens)
      fold_word(std::string_view(article.text).substr(token.begin, token.span().size()), words.emplace_back());
    if (words.size() > 2'000'000) break;
  }
  return words;
}

void look_up_words(benchmark::State& state) {
  const Vocabulary& vocabulary = rule_vocabulary();
  const std::vector<std::string> words = folded_words();
  for (auto _ : state) {
    for (const std::string& word : words) benchmark::DoNotOptimize(vocabulary.find(word));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(words.size()));
}
BENCHMARK(look_up_words)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace attest
