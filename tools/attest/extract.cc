// attest extract: documents in, JSON lines out; keeps nothing.
#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/sha256.h"
#include "batch.h"
#include "exit_status.h"
#include "options.h"
#include "ordered_pipeline.h"
#include "output.h"
#include "present/json_lines.h"
#include "store/identity.h"
#include "terminal.h"
#include "verbs.h"

namespace attest::command {
namespace {

struct ExtractVerbOptions {
  InputOptions input;
  RuleOptions rules;
  unsigned jobs = 1;
  std::vector<std::string> records = {"document", "mention", "fact"};
};

/// Which records to print.
struct Records {
  bool text = false;  ///< The document with its text.
  bool document = false;
  bool sentence = false;
  bool mention = false;
  bool fact = false;
};

Records chosen_records(const std::vector<std::string>& names) {
  const auto asked = [&names](std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); };
  const bool all = asked("all");
  return {.text = all || asked("text"),
          .document = asked("document"),
          .sentence = all || asked("sentence"),
          .mention = all || asked("mention"),
          .fact = all || asked("fact")};
}

bool needs_sentences_only(const Records& records) noexcept {
  return !records.text && !records.document && !records.mention && !records.fact;
}

Transfer transfer_of(const Extraction& extraction, const Extractor& extractor) {
  return {.program_version = ATTEST_VERSION,
          .rules_digest = extractor.rules_digest(),
          .sentences = extraction.sentences.size(),
          .mentions = extraction.mentions.size(),
          .facts = extraction.facts.size()};
}

void append_records(const Document& document, const Extraction& extraction, const Records& records, const Extractor& extractor,
                    std::string& out) {
  RecordWriter writer(document, out);
  const bool needs_digest = records.text || records.document || (records.fact && !extraction.facts.empty());
  const std::string sha256 = needs_digest ? sha256_hex(document.text) : std::string();
  if (records.text) {
    writer.document(extraction.characters, sha256, transfer_of(extraction, extractor));
  } else if (records.document) {
    writer.document(extraction.characters, sha256);
  }
  if (records.sentence) {
    for (const SentenceRecord& sentence : extraction.sentences) writer.sentence(sentence);
  }
  if (records.mention) {
    for (const Mention& mention : extraction.mentions) writer.mention(mention);
  }
  if (records.fact && !extraction.facts.empty()) {
    const std::string id = document_id(document.source, sha256);
    for (const Fact& fact : extraction.facts) {
      const Mention& figure = extraction.mentions[fact.figure];
      writer.fact(fact, figure, fact_id(id, figure, fact));
    }
  }
}

std::string extract_batch(Batch& batch, const Extractor& extractor, Extractor::Workspace& workspace, const Records& records) {
  std::string out;
  out.reserve(batch.bytes * 2);
  const std::vector<Extraction> extractions = extractor.extract(batch.documents, {.sentences_only = needs_sentences_only(records)}, workspace);
  for (std::size_t i = 0; i < extractions.size(); ++i) {
    adopt_metadata(extractions[i], batch.documents[i].metadata);
    append_records(batch.documents[i], extractions[i], records, extractor, out);
  }
  return out;
}

int run_extract(const ExtractVerbOptions& options) {
  const auto reading = read_options(options.input);
  if (!reading) return fail(reading.error());
  const auto extractor = make_extractor(options.rules);
  if (!extractor) return fail(extractor.error());

  const Records records = chosen_records(options.records);
  std::vector<Extractor::Workspace> workspaces;
  for (unsigned worker = 0; worker < options.jobs; ++worker) workspaces.emplace_back(*extractor);
  Output output;
  OrderedPipeline<Batch, std::string> pipeline(
      options.jobs, [&](Batch batch, unsigned worker) { return extract_batch(batch, *extractor, workspaces[worker], records); },
      [&](const std::string& lines) { return output.write(lines); });
  Batcher batcher([&](Batch batch) { return pipeline.submit(std::move(batch)); });
  const ReadSummary summary = read_documents(
      options.input.inputs, *reading, [&](Document document) { return batcher.add(std::move(document)); }, report);
  batcher.flush();
  pipeline.finish();
  const int status = output.finish();
  return status == kDone && summary.failed > 0 ? kSomeFailed : status;
}

}  // namespace

void register_extract(CLI::App& app, int& status) {
  auto options = std::make_shared<ExtractVerbOptions>();
  CLI::App* verb = app.add_subcommand("extract", "Print what articles state, as JSON lines; keeps nothing");
  add_input_options(*verb, options->input);
  verb->add_option("--records", options->records,
                   "Records to print, separated by commas: document, text (the document with its text), sentence,\nmention, fact, or all "
                   "(what `attest load` takes)")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"document", "text", "sentence", "mention", "fact", "all"}))
      ->type_name("LIST");
  add_jobs_option(*verb, options->jobs);
  add_rule_options(*verb, options->rules);
  verb->footer(
      "Examples:\n"
      "  attest extract --published 2025-06-17 article.txt\n"
      "  zcat news.jsonl.gz | attest extract --from jsonl --records mention - > mentions.jsonl\n"
      "  attest extract --records all articles/ | attest load facts.db -");
  verb->callback([options, &status] { status = run_extract(*options); });
}

}  // namespace attest::command
