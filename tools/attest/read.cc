// attest read: the canonical text that all offsets count in.
#include <memory>
#include <string>

#include "exit_status.h"
#include "options.h"
#include "output.h"
#include "present/json_lines.h"
#include "read/reader.h"
#include "terminal.h"
#include "verbs.h"

namespace attest::command {
namespace {

struct ReadVerbOptions {
  InputOptions input;
  bool json = false;
};

int run_read(const ReadVerbOptions& options) {
  const auto reading = read_options(options.input);
  if (!reading) return fail(reading.error());
  Output output;
  const auto print = [&](const Document& document) {
    if (!options.json) return output.write(document.text);
    append_text_record(output.buffer(), document);
    return output.flush_when_full();
  };
  const ReadSummary summary = read_documents(options.input.inputs, *reading, print, report);
  const int status = output.finish();
  return status == kDone && summary.failed > 0 ? kSomeFailed : status;
}

}  // namespace

void register_read(CLI::App& app, int& status) {
  auto options = std::make_shared<ReadVerbOptions>();
  CLI::App* verb = app.add_subcommand("read", "Print the text of articles as all offsets count in it");
  add_input_options(*verb, options->input);
  verb->add_flag("--json", options->json, "Print a JSON object a document, with its metadata");
  verb->footer(
      "Examples:\n"
      "  attest read article.txt\n"
      "  attest read --json --from jsonl news.jsonl");
  verb->callback([options, &status] { status = run_read(*options); });
}

}  // namespace attest::command
