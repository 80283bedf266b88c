// Rules: compiling the built-in pack, annotating text that is cut up already, and documents to mentions in one call.
#include <benchmark/benchmark.h>

#include <vector>

#include "built_in_rules.h"
#include "engine/annotator.h"
#include "engine/rule_set.h"
#include "fact/extractor.h"
#include "sample_text.h"
#include "text/analysis.h"

namespace attest {
namespace {

constexpr std::size_t kCutUpBytes = 16U << 20;

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bench::sample_bytes()));
}

void compile_built_in_rules(benchmark::State& state) {
  for (auto _ : state) {
    const auto rules = RuleSet::compile({built_in_rules()});
    if (!rules) return state.SkipWithError(rules.error().to_string().c_str());
    benchmark::DoNotOptimize(rules->digest().data());
  }
}
BENCHMARK(compile_built_in_rules)->Unit(benchmark::kMillisecond);

// Of the articles' first part only, cut up before the clock starts: tokens take several times the room of the text.
void annotate(benchmark::State& state) {
  const auto rules = RuleSet::compile({built_in_rules()});
  if (!rules) return state.SkipWithError(rules.error().to_string().c_str());
  const TextAnalyser analyser(rules->compiled().vocabulary);
  std::vector<AnalysedText> analysed;
  std::size_t bytes = 0;
  for (const Document& article : bench::sample_articles()) {
    analyser.analyse(article.text, analysed.emplace_back());
    if ((bytes += article.text.size()) > kCutUpBytes) break;
  }
  Annotator annotator(rules->compiled(), rules->numbers());
  Chart chart;
  for (auto _ : state) {
    for (const AnalysedText& text : analysed) {
      annotator.annotate(text, chart);
      benchmark::DoNotOptimize(chart.annotations().data());
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}
BENCHMARK(annotate)->Unit(benchmark::kMillisecond);

void extract(benchmark::State& state) {
  const auto extractor = Extractor::create({built_in_rules()});
  if (!extractor) return state.SkipWithError(extractor.error().to_string().c_str());
  Extractor::Workspace workspace(*extractor);
  for (auto _ : state) {
    for (const Document& article : bench::sample_articles()) {
      const Extraction extraction = extractor->extract(article, {}, workspace);
      benchmark::DoNotOptimize(extraction.mentions.data());
    }
  }
  count_bytes(state);
}
BENCHMARK(extract)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace attest
