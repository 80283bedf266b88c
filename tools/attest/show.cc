// attest show: a document, or a mention or fact with its passage.
#include <fmt/core.h>

#include <memory>
#include <string>
#include <variant>

#include "citation_text.h"
#include "exit_status.h"
#include "output.h"
#include "store/citation.h"
#include "terminal.h"
#include "verbs.h"
#include "wording.h"

namespace attest::command {
namespace {

struct ShowOptions {
  std::string path;
  std::string id;
  bool text = false;
};

std::string mention_page(const MentionCitation& cited) {
  return mention_lines(cited) + document_lines(cited.document) + "\n" + passage_line(cited, true);
}

std::string fact_page(const FactCitation& cited) {
  return fact_lines(cited) + document_lines(cited.passage.document) + "\n" + passage_line(cited.passage, true);
}

std::string document_page(const DocumentCitation& cited, bool with_text) {
  std::string page = fmt::format("document {}\n{}", cited.document.document_id, document_lines(cited.document));
  page += fmt::format("  {:<10} {}, {}, {}, {}\n", "size", counted(cited.characters, "character"), counted(cited.sentences, "sentence"),
                      counted(cited.mentions, "mention"), counted(cited.facts, "fact"));
  page += fmt::format("  {:<10} {}\n  {:<10} {}\n", "sha256", cited.document.sha256, "ingested", cited.document.ingested_at);
  if (with_text) page += "\n" + cited.text;
  return page;
}

int run_show(const ShowOptions& options) {
  const auto store = Store::open(options.path, OpenMode::kReadOnly);
  if (!store) return fail(store.error());
  const auto cited = find_cited(*store, options.id);
  if (!cited) return fail(cited.error());
  Output output;
  if (const auto* mention = std::get_if<MentionCitation>(&*cited)) {
    output.write(mention_page(*mention));
  } else if (const auto* fact = std::get_if<FactCitation>(&*cited)) {
    output.write(fact_page(*fact));
  } else {
    output.write(document_page(std::get<DocumentCitation>(*cited), options.text));
  }
  return output.finish();
}

}  // namespace

void register_show(CLI::App& app, int& status) {
  auto options = std::make_shared<ShowOptions>();
  CLI::App* verb = app.add_subcommand("show", "Show a fact or mention with its passage, or a document");
  verb->add_option("DB", options->path, "The fact store")->required();
  verb->add_option("ID", options->id, "Id of a fact, mention or document, or its first digits, six or more")->required();
  verb->add_flag("--text", options->text, "With a document: print its text, too");
  verb->footer(
      "Example:\n"
      "  attest query facts.db \"SELECT mention_id, quote FROM figures LIMIT 3\"\n"
      "  attest show facts.db 3f9a1c");
  verb->callback([options, &status] { status = run_show(*options); });
}

}  // namespace attest::command
