// attest ingest: articles into a store. Threads extract, one at a time stores, in the order of the inputs.
#include <fmt/chrono.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "batch.h"
#include "exit_status.h"
#include "ingest_progress.h"
#include "interrupt.h"
#include "metadata_file.h"
#include "options.h"
#include "ordered_pipeline.h"
#include "store/store.h"
#include "terminal.h"
#include "verbs.h"

namespace attest::command {
namespace {

struct IngestOptions {
  std::string path;
  InputOptions input;
  RuleOptions rules;
  unsigned jobs = 1;
  DocumentMetadata given;  ///< What the flags say; `published` comes with the input options.
  std::string metadata_file;
  bool derivations = false;
};

/// Now, or the moment that SOURCE_DATE_EPOCH names, so that a store can be built again bit by bit.
Result<std::string> ingest_time() {
  std::time_t seconds = std::time(nullptr);
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"); epoch != nullptr) {
    const std::string_view text = epoch;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || seconds < 0) {
      return Error{ErrorCode::kUsage, "\"" + std::string(text) + "\" is no number of seconds", "SOURCE_DATE_EPOCH", {}};
    }
  }
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(seconds));
}

using Extracted = std::vector<ExtractedDocument>;

/// Stores what extraction delivers, a transaction for every few megabytes of text.
class StoreWriter {
 public:
  StoreWriter(Store& store, Provenance provenance, IngestProgress& progress, std::mutex& messages)
      : store_(&store), provenance_(std::move(provenance)), progress_(&progress), messages_(&messages) {}

  /// False where the store refused a batch.
  bool add(Extracted documents) {
    for (ExtractedDocument& extracted : documents) {
      bytes_ += extracted.document.text.size();
      pending_.push_back(std::move(extracted));
    }
    return bytes_ < kTransaction || commit();
  }

  bool commit() {
    if (pending_.empty()) return !error_;
    const auto added = store_->add(pending_, provenance_);
    if (added) {
      count(*added);
    } else {
      error_ = added.error();
    }
    pending_.clear();
    bytes_ = 0;
    return !error_;
  }

  [[nodiscard]] const std::optional<Error>& error() const noexcept { return error_; }

 private:
  static constexpr std::size_t kTransaction = std::size_t{4} << 20;

  void count(const std::vector<AddedDocument>& added) {
    const std::lock_guard lock(*messages_);
    for (std::size_t i = 0; i < added.size(); ++i) {
      const std::vector<Mention>& mentions = pending_[i].extraction.mentions;
      const auto figures =
          std::count_if(mentions.begin(), mentions.end(), [](const Mention& mention) { return mention.figure() != nullptr; });
      const auto dates = std::count_if(mentions.begin(), mentions.end(), [](const Mention& mention) { return mention.date() != nullptr; });
      if (added[i].error) {
        progress_->clear();
        report(*added[i].error);
      }
      progress_->add(added[i].outcome, pending_[i].document.text.size(), static_cast<std::uint64_t>(figures),
                     static_cast<std::uint64_t>(dates));
    }
    progress_->draw();
  }

  Store* store_;
  Provenance provenance_;
  IngestProgress* progress_;
  std::mutex* messages_;  // the reader reports failures while a worker counts
  Extracted pending_;
  std::size_t bytes_ = 0;
  std::optional<Error> error_;
};

/// What the user said of the inputs wins over the metadata file, which wins over the inputs.
class Metadata {
 public:
  Metadata(const ReadOptions& reading, std::optional<MetadataFile> file) : given_(reading.metadata), file_(std::move(file)) {}

  void apply(Document& document) {
    if (!file_) return;
    file_->apply(document);
    for (const auto field : {&DocumentMetadata::title, &DocumentMetadata::publisher, &DocumentMetadata::author, &DocumentMetadata::url,
                             &DocumentMetadata::published}) {
      if (!(given_.*field).empty()) document.metadata.*field = given_.*field;
    }
  }
  [[nodiscard]] std::uint64_t unused_rows() const { return file_ ? file_->unused() : 0; }

 private:
  DocumentMetadata given_;
  std::optional<MetadataFile> file_;
};

Result<Metadata> make_metadata(const IngestOptions& options, const ReadOptions& reading) {
  if (options.metadata_file.empty()) return Metadata(reading, std::nullopt);
  auto file = MetadataFile::read(options.metadata_file);
  if (!file) return file.error();
  return Metadata(reading, std::move(*file));
}

Result<ReadOptions> ingest_read_options(const IngestOptions& options) {
  auto reading = read_options(options.input);
  if (!reading) return reading;
  reading->metadata.title = options.given.title;
  reading->metadata.publisher = options.given.publisher;
  reading->metadata.author = options.given.author;
  reading->metadata.url = options.given.url;
  return reading;
}

Extracted extract_batch(Batch batch, const Extractor& extractor, Extractor::Workspace& workspace, const ExtractOptions& options) {
  Extracted extracted;
  extracted.reserve(batch.documents.size());
  for (Document& document : batch.documents) {
    Extraction extraction = extractor.extract(document, options, workspace);
    extracted.push_back({std::move(document), std::move(extraction)});
  }
  return extracted;
}

/// The run itself, once everything is opened and checked.
int ingest(const IngestOptions& options, const ReadOptions& reading, Metadata& metadata, const Extractor& extractor, Store& store,
           const Provenance& provenance) {
  IngestProgress progress;
  std::mutex messages;
  const auto report_failure = [&](const Error& error) {
    const std::lock_guard lock(messages);
    progress.clear();
    report(error);
    progress.add_failures(1);
  };
  std::vector<Extractor::Workspace> workspaces;
  for (unsigned worker = 0; worker < options.jobs; ++worker) workspaces.emplace_back(extractor);
  StoreWriter writer(store, provenance, progress, messages);
  const ExtractOptions how{.derivations = options.derivations};
  OrderedPipeline<Batch, Extracted> pipeline(
      options.jobs, [&](Batch batch, unsigned worker) { return extract_batch(std::move(batch), extractor, workspaces[worker], how); },
      [&](Extracted documents) { return writer.add(std::move(documents)); });
  Batcher batcher([&](Batch batch) { return pipeline.submit(std::move(batch)); });
  const auto take = [&](Document document) {
    metadata.apply(document);
    return batcher.add(std::move(document)) && !interrupted();
  };
  read_documents(options.input.inputs, reading, take, report_failure);
  batcher.flush();
  pipeline.finish();
  writer.commit();
  progress.clear();
  if (writer.error()) return fail(*writer.error());
  if (auto indexed = store.finish_bulk(); !indexed) return fail(indexed.error());
  if (auto searchable = store.update_search(); !searchable) return fail(searchable.error());
  say(progress.summary());
  if (const std::uint64_t unused = metadata.unused_rows(); unused > 0) say(fmt::format("{} metadata rows are of no input", unused));
  if (interrupted()) {
    report({ErrorCode::kInterrupted, "interrupted", {}, "what is stored stays; the same command completes it"});
    return kInterrupted;
  }
  return progress.failures() > 0 ? kSomeFailed : kDone;
}

int run_ingest(const IngestOptions& options) {
  const auto reading = ingest_read_options(options);
  if (!reading) return fail(reading.error());
  auto metadata = make_metadata(options, *reading);
  if (!metadata) return fail(metadata.error());
  auto now = ingest_time();
  if (!now) return fail(now.error());
  const auto extractor = make_extractor(options.rules);
  if (!extractor) return fail(extractor.error());
  auto store = Store::open(options.path, OpenMode::kCreate);
  if (!store) return fail(store.error());
  if (auto begun = store->begin_bulk(); !begun) return fail(begun.error());
  catch_interrupts();
  const Provenance provenance{.program_version = ATTEST_VERSION,
                              .rules_digest = extractor->rules_digest(),
                              .derivations = options.derivations,
                              .ingested_at = std::move(*now)};
  return ingest(options, *reading, *metadata, *extractor, *store, provenance);
}

void add_metadata_options(CLI::App& verb, IngestOptions& options) {
  verb.add_option("--publisher", options.given.publisher, "Publisher of the inputs")->type_name("NAME");
  verb.add_option("--title", options.given.title, "Title of the input")->type_name("TEXT");
  verb.add_option("--author", options.given.author, "Author of the inputs")->type_name("NAME");
  verb.add_option("--url", options.given.url, "Address of the input")->type_name("URL");
  verb.add_option("--metadata", options.metadata_file, "JSON or CSV with a row an input: file, title, author, publisher, published, url")
      ->type_name("FILE");
}

}  // namespace

void register_ingest(CLI::App& app, int& status) {
  auto options = std::make_shared<IngestOptions>();
  CLI::App* verb = app.add_subcommand("ingest", "Store articles with everything that they state; safe to repeat");
  verb->add_option("DB", options->path, "The fact store; made where it is missing")->required();
  add_input_options(*verb, options->input);
  add_metadata_options(*verb, *options);
  verb->add_flag("--derivations", options->derivations, "Keep how each mention came about (explain works it out anew without)");
  add_jobs_option(*verb, options->jobs);
  add_rule_options(*verb, options->rules);
  verb->footer(
      "Examples:\n"
      "  attest ingest facts.db articles/ --metadata articles.csv\n"
      "  attest ingest facts.db port.txt --published 2025-06-17 --publisher \"Harbour Gazette\"");
  verb->callback([options, &status] { status = run_ingest(*options); });
}

}  // namespace attest::command
