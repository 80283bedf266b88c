// The store: one article committed by itself, and a load of many.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "built_in_rules.h"
#include "fact/extractor.h"
#include "sample_text.h"
#include "store/store.h"

namespace attest {
namespace {

// A folder for one benchmark's store, gone with it.
class TemporaryFolder {
 public:
  TemporaryFolder() : path_(std::filesystem::temp_directory_path() / ("attest-bench-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] std::string file(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

const Provenance& provenance() {
  static const Provenance kProvenance{
      .program_version = "bench", .rules_digest = "bench", .derivations = false, .ingested_at = "2025-01-01T00:00:00Z"};
  return kProvenance;
}

// The first `bytes` of the sample, cut into articles of `article_bytes`.
std::vector<ExtractedDocument> articles_of(std::size_t article_bytes, std::size_t bytes) {
  const auto extractor = Extractor::create({built_in_rules()});
  if (!extractor) return {};
  Extractor::Workspace workspace(*extractor);
  std::vector<ExtractedDocument> articles;
  Document joined;
  for (const Document& article : bench::sample_articles()) {
    joined.text += article.text;
    if (joined.text.size() < article_bytes) continue;
    joined.source = "article-" + std::to_string(articles.size());
    articles.push_back({joined, extractor->extract(joined, {}, workspace)});
    joined.text.clear();
    if (articles.size() * article_bytes >= bytes) break;
  }
  return articles;
}

// Into a store that has its indexes, as when one more article arrives in a running service.
void commit_one_article(benchmark::State& state) {
  const std::vector<ExtractedDocument> articles = articles_of(10'000, 20'000'000);
  const TemporaryFolder folder;
  auto store = Store::open(folder.file("one.db"), OpenMode::kCreate);
  if (!store) return state.SkipWithError(store.error().to_string().c_str());
  std::size_t next = 0;
  for (auto _ : state) {
    if (next == articles.size()) return state.SkipWithError("the sample ran out of articles");
    const auto added = store->add(std::span(&articles[next++], 1), provenance());
    if (!added) return state.SkipWithError(added.error().to_string().c_str());
  }
}
BENCHMARK(commit_one_article)->Iterations(1000)->Unit(benchmark::kMillisecond)->UseRealTime();

void load_in_bulk(benchmark::State& state) {
  const std::vector<ExtractedDocument> articles = articles_of(4'000, 16'000'000);
  const TemporaryFolder folder;
  std::int64_t bytes = 0;
  int run = 0;
  for (auto _ : state) {
    auto store = Store::open(folder.file("bulk-" + std::to_string(run++) + ".db"), OpenMode::kCreate);
    if (!store || !store->begin_bulk()) return state.SkipWithError("the store does not open");
    for (std::size_t begin = 0; begin < articles.size(); begin += 256) {
      const auto batch = std::span(articles).subspan(begin, std::min<std::size_t>(256, articles.size() - begin));
      const auto added = store->add(batch, provenance());
      if (!added) return state.SkipWithError(added.error().to_string().c_str());
    }
    if (!store->finish_bulk()) return state.SkipWithError("the indexes were not built");
    for (const ExtractedDocument& article : articles) bytes += static_cast<std::int64_t>(article.document.text.size());
  }
  state.SetBytesProcessed(bytes);
}
BENCHMARK(load_in_bulk)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace attest
