// attest ingest: articles into a store. Threads extract, one at a time stores, in the order of the inputs.
#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "batch.h"
#include "exit_status.h"
#include "ingest_progress.h"
#include "ingest_time.h"
#include "interrupt.h"
#include "metadata_file.h"
#include "options.h"
#include "ordered_pipeline.h"
#include "store/query.h"
#include "store/store.h"
#include "terminal.h"
#include "text/text_sketch.h"
#include "verbs.h"
#include "wording.h"

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
  static constexpr std::size_t kTransaction = std::size_t{1} << 20;

  void count(const std::vector<AddedDocument>& added) {
    const std::lock_guard lock(*messages_);
    for (std::size_t i = 0; i < added.size(); ++i) {
      if (added[i].error) {
        progress_->clear();
        report(*added[i].error);
      }
      progress_->add(added[i].outcome, pending_[i]);
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

/// Tells documents that are stored already, so that a repeated ingest extracts nothing anew. Asks the store as it was
/// when the run began, through a connection of its own.
class KnownDocuments {
 public:
  KnownDocuments(Store snapshot, const Provenance& provenance) : snapshot_(std::move(snapshot)), provenance_(provenance) {}

  /// True where storing the document would change nothing. A source that had something new earlier in this run is never
  /// known: its last text has to win, whatever the store held before.
  bool hold(const Document& document) {
    const std::size_t source = std::hash<std::string>()(document.source);
    if (changed_.contains(source)) return false;
    const auto held = snapshot_.holds(document, provenance_);
    if (held && *held) return true;
    changed_.insert(source);
    return false;
  }

 private:
  Store snapshot_;
  Provenance provenance_;
  std::unordered_set<std::size_t> changed_;
};

Extracted extract_batch(Batch batch, const Extractor& extractor, Extractor::Workspace& workspace, const ExtractOptions& options) {
  Extracted extracted;
  extracted.reserve(batch.documents.size());
  std::vector<Extraction> extractions = extractor.extract(batch.documents, options, workspace);
  for (std::size_t i = 0; i < extractions.size(); ++i) {
    Document& document = batch.documents[i];
    adopt_metadata(extractions[i], document.metadata);
    std::vector<std::uint64_t> signature = signature_of(sketch_of(document.text));
    extracted.push_back({std::move(document), std::move(extractions[i]), std::move(signature)});
  }
  return extracted;
}

bool has_documents(const Store& store) {
  bool some = false;
  const auto asked = run_query(store, "SELECT 1 FROM documents LIMIT 1", {}, {.columns = {}, .row = [&some](std::span<const QueryValue>) {
                                                                                some = true;
                                                                                return true;
                                                                              }});
  return asked && some;
}

/// One run, once everything is opened and checked.
class Ingest {
 public:
  Ingest(const IngestOptions& options, const Extractor& extractor, Store& store, const Provenance& provenance)
      : options_(options), extractor_(extractor), store_(store), writer_(store, provenance, progress_, messages_) {
    for (unsigned worker = 0; worker < options.jobs; ++worker) workspaces_.emplace_back(extractor);
  }

  /// Reads, extracts and stores all inputs; `known` are the documents to leave alone, where there are any.
  void run(const ReadOptions& reading, Metadata& metadata, std::optional<KnownDocuments>& known) {
    const ExtractOptions how{.derivations = options_.derivations};
    OrderedPipeline<Batch, Extracted> pipeline(
        options_.jobs, [&](Batch batch, unsigned worker) { return extract_batch(std::move(batch), extractor_, workspaces_[worker], how); },
        [&](Extracted documents) { return writer_.add(std::move(documents)); });
    Batcher batcher([&](Batch batch) { return pipeline.submit(std::move(batch)); });
    const auto take = [&](Document document) {
      if (interrupted()) return false;
      metadata.apply(document);
      if (!known || !known->hold(document)) return batcher.add(std::move(document));
      count_unchanged();
      return true;
    };
    read_documents(options_.input.inputs, reading, take, [this](const Error& error) { report_failure(error); });
    batcher.flush();
    pipeline.finish();
    writer_.commit();
    progress_.clear();
  }

  /// Brings the store's indexes up to date, prints the summary, and gives the exit status.
  int finish(const Metadata& metadata) {
    if (writer_.error()) return fail(*writer_.error());
    if (auto indexed = store_.finish_bulk(); !indexed) return fail(indexed.error());
    const auto copies = store_.find_copies();
    if (!copies) return fail(copies.error());
    if (auto searchable = store_.update_search(); !searchable) return fail(searchable.error());
    say(progress_.summary());
    if (const std::string told = copies_summary(*copies); !told.empty()) say(told);
    if (const std::uint64_t unused = metadata.unused_rows(); unused > 0) say(counted(unused, "metadata row") + " without an input");
    if (interrupted()) {
      report({ErrorCode::kInterrupted, "interrupted", {}, "what is stored stays; the same command completes it"});
      return kInterrupted;
    }
    return progress_.failures() > 0 ? kSomeFailed : kDone;
  }

 private:
  void report_failure(const Error& error) {
    const std::lock_guard lock(messages_);
    progress_.clear();
    report(error);
    progress_.add_failures(1);
  }

  void count_unchanged() {
    const std::lock_guard lock(messages_);
    progress_.add_unchanged();
    progress_.draw();
  }

  const IngestOptions& options_;
  const Extractor& extractor_;
  Store& store_;
  IngestProgress progress_;
  std::mutex messages_;
  StoreWriter writer_;
  std::vector<Extractor::Workspace> workspaces_;
};

Result<std::optional<KnownDocuments>> known_documents(const Store& store, const std::string& path, const Provenance& provenance) {
  if (!has_documents(store)) return std::optional<KnownDocuments>();
  auto snapshot = Store::open(path, OpenMode::kReadOnly);
  if (!snapshot) return snapshot.error();
  return std::optional<KnownDocuments>(std::in_place, std::move(*snapshot), provenance);
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
  const Provenance provenance{.program_version = ATTEST_VERSION,
                              .rules_digest = extractor->rules_digest(),
                              .derivations = options.derivations,
                              .ingested_at = std::move(*now)};
  auto known = known_documents(*store, options.path, provenance);
  if (!known) return fail(known.error());
  if (auto begun = store->begin_bulk(); !begun) return fail(begun.error());
  catch_interrupts();
  Ingest ingest(options, *extractor, *store, provenance);
  ingest.run(*reading, *metadata, *known);
  return ingest.finish(*metadata);
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
