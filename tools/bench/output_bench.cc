// Mentions to JSON lines.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "built_in_rules.h"
#include "fact/extractor.h"
#include "present/json_lines.h"
#include "sample_text.h"

namespace attest {
namespace {

std::vector<Extraction> extract_all(const Extractor& extractor) {
  Extractor::Workspace workspace(extractor);
  std::vector<Extraction> extractions;
  for (const Document& article : bench::sample_articles()) extractions.push_back(extractor.extract(article, {}, workspace));
  return extractions;
}

void write_json_lines(benchmark::State& state) {
  const auto extractor = Extractor::create({built_in_rules()});
  if (!extractor) return state.SkipWithError(extractor.error().to_string().c_str());
  const std::vector<Extraction> extractions = extract_all(*extractor);
  std::string out;
  std::int64_t bytes = 0;
  for (auto _ : state) {
    for (std::size_t i = 0; i < extractions.size(); ++i) {
      out.clear();
      RecordWriter writer(bench::sample_articles()[i], out);
      for (const Mention& mention : extractions[i].mentions) writer.mention(mention);
      bytes += static_cast<std::int64_t>(out.size());
    }
  }
  state.SetBytesProcessed(bytes);  // of JSON
}
BENCHMARK(write_json_lines)->Unit(benchmark::kMillisecond);

void escape_text(benchmark::State& state) {
  std::string out;
  for (auto _ : state) {
    for (const Document& article : bench::sample_articles()) {
      out.clear();
      append_json_string(out, article.text);
      benchmark::DoNotOptimize(out.data());
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bench::sample_bytes()));
}
BENCHMARK(escape_text)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace attest
