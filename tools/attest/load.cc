// attest load: JSON lines of `attest extract --records all` into a store, from any number of workers and in any order.
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "document_assembly.h"
#include "exit_status.h"
#include "ingest_progress.h"
#include "ingest_time.h"
#include "read/byte_source.h"
#include "read/input_files.h"
#include "read/line_stream.h"
#include "record_line.h"
#include "store/store.h"
#include "terminal.h"
#include "verbs.h"

namespace attest::command {
namespace {

struct LoadOptions {
  std::string path;
  std::vector<std::string> inputs;
};

/// Stores assembled documents, a transaction for every few megabytes of text and for each pair of program and rules.
class BatchedStore {
 public:
  BatchedStore(Store& store, std::string now, IngestProgress& progress) : store_(&store), now_(std::move(now)), progress_(&progress) {}

  Status add(AssembledDocument assembled) {
    const bool other = !pending_.empty() && (assembled.program_version != program_version_ || assembled.rules_digest != rules_digest_);
    if (other) {
      if (Status done = commit(); !done) return done;
    }
    program_version_ = std::move(assembled.program_version);
    rules_digest_ = std::move(assembled.rules_digest);
    bytes_ += assembled.extracted.document.text.size();
    pending_.push_back(std::move(assembled.extracted));
    return bytes_ < kTransaction ? Status() : commit();
  }

  Status commit() {
    if (pending_.empty()) return {};
    const auto added = store_->add(
        pending_, {.program_version = program_version_, .rules_digest = rules_digest_, .derivations = false, .ingested_at = now_});
    if (!added) return added.error();
    for (std::size_t i = 0; i < added->size(); ++i) {
      if ((*added)[i].error) {
        progress_->clear();
        report(*(*added)[i].error);
      }
      progress_->add((*added)[i].outcome, pending_[i]);
    }
    progress_->draw();
    pending_.clear();
    bytes_ = 0;
    return {};
  }

 private:
  static constexpr std::size_t kTransaction = std::size_t{4} << 20;

  Store* store_;
  std::string now_;
  IngestProgress* progress_;
  std::string program_version_;
  std::string rules_digest_;
  std::vector<ExtractedDocument> pending_;
  std::size_t bytes_ = 0;
};

/// One run over all inputs.
class Load {
 public:
  Load(Store& store, std::string now) : store_(&store), writer_(store, std::move(now), progress_) {}

  Status read(const std::vector<std::string>& inputs) {
    for (const std::string& input : inputs) {
      expand_input(
          input, [this](const std::string& path) { return read_file(path); }, [this](const Error& error) { fail_one(error); });
      if (!stored_) return stored_;
    }
    for (AssembledDocument& assembled : assembly_.finish([this](const Error& error) { fail_one(error); })) {
      if (!take(std::move(assembled))) return stored_;
    }
    return writer_.commit();
  }

  /// Brings the store's indexes up to date, prints the summary, and gives the exit status.
  int finish() {
    progress_.clear();
    if (auto indexed = store_->finish_bulk(); !indexed) return fail(indexed.error());
    const auto copies = store_->find_copies();
    if (!copies) return fail(copies.error());
    if (auto searchable = store_->update_search(); !searchable) return fail(searchable.error());
    say(progress_.summary());
    if (const std::string told = copies_summary(*copies); !told.empty()) say(told);
    return progress_.failures() > 0 ? kSomeFailed : kDone;
  }

 private:
  /// False where the store refused something.
  bool read_file(const std::string& path) {
    const auto source = ByteSource::open(path);
    if (!source) {
      fail_one(source.error());
      return true;
    }
    LineStream lines([&](char* into, std::size_t at_most) { return source->read(into, at_most); });
    while (const auto line = lines.next()) {
      if (!read_line(*line, path)) return false;
    }
    if (lines.failure()) fail_one({lines.failure()->code, lines.failure()->what, path, lines.failure()->hint});
    return true;
  }

  bool read_line(const StreamLine& line, const std::string& path) {
    if (!line.too_long && line.text.find_first_not_of(" \t\r") == std::string_view::npos) return true;
    Result<RecordLine> record = line.too_long ? Error{ErrorCode::kTooLarge, "line too long", {}, {}} : parser_.parse(line.text);
    if (!record) {
      Error error = record.error();
      error.where = path + ":" + std::to_string(line.number);
      fail_one(error);
      return true;
    }
    auto complete = assembly_.add(std::move(*record));
    return !complete || take(std::move(*complete));
  }

  bool take(AssembledDocument assembled) {
    stored_ = writer_.add(std::move(assembled));
    return stored_.ok();
  }

  void fail_one(const Error& error) {
    progress_.clear();
    report(error);
    progress_.add_failures(1);
  }

  Store* store_;
  IngestProgress progress_;
  BatchedStore writer_;
  RecordParser parser_;
  DocumentAssembly assembly_;
  Status stored_;
};

int run_load(const LoadOptions& options) {
  auto now = ingest_time();
  if (!now) return fail(now.error());
  auto store = Store::open(options.path, OpenMode::kCreate);
  if (!store) return fail(store.error());
  if (auto begun = store->begin_bulk(); !begun) return fail(begun.error());
  Load load(*store, std::move(*now));
  if (Status done = load.read(options.inputs); !done) return fail(done.error());
  return load.finish();
}

}  // namespace

void register_load(CLI::App& app, int& status) {
  auto options = std::make_shared<LoadOptions>();
  CLI::App* verb = app.add_subcommand("load", "Store what `extract --records all` printed, from any number of workers, in any order");
  verb->add_option("DB", options->path, "The fact store; made where it is missing")->required();
  verb->add_option("INPUT", options->inputs, "Files of JSON lines, folders, glob patterns, or - for standard input")->required();
  verb->footer(
      "Lines of one document may lie apart, in any order and in several files; loading them twice does no harm.\n"
      "Example:\n"
      "  attest extract --records all articles/ > part-1.jsonl\n"
      "  attest load facts.db part-*.jsonl");
  verb->callback([options, &status] { status = run_load(*options); });
}

}  // namespace attest::command
