// attest explain: why a mention says what it says: the rule, its parts down to tokens, and their normal forms.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "citation_text.h"
#include "exit_status.h"
#include "options.h"
#include "output.h"
#include "store/citation.h"
#include "terminal.h"
#include "verbs.h"

namespace attest::command {
namespace {

struct ExplainOptions {
  std::string path;
  std::string id;
  RuleOptions rules;
};

/// A derivation and what there is to know about where it comes from.
struct Derivation {
  std::vector<DerivationStep> steps;
  std::string note;
};

/// The mention at the same place and of the same kind.
const Mention* find_same(const Extraction& extraction, const Mention& wanted) {
  const auto same = [&wanted](const Mention& mention) {
    return mention.bytes == wanted.bytes && mention.content.index() == wanted.content.index();
  };
  const auto found = std::find_if(extraction.mentions.begin(), extraction.mentions.end(), same);
  return found == extraction.mentions.end() ? nullptr : &*found;
}

/// Extracts the stored text anew, this time keeping derivations.
Result<Derivation> derive_anew(const DocumentCitation& cited, const Mention& wanted, const RuleOptions& rules) {
  const auto extractor = make_extractor(rules);
  if (!extractor) return extractor.error();
  Document document;
  document.source = cited.document.uri;
  document.text = cited.text;
  document.media_type = cited.document.media_type;
  document.metadata = cited.document.metadata;
  Extractor::Workspace workspace(*extractor);
  Extraction extraction = extractor->extract(document, {.derivations = true}, workspace);
  const Mention* mention = find_same(extraction, wanted);
  if (mention == nullptr) {
    return Error{ErrorCode::kNotFound, "these rules no longer find it", wanted.rule,
                 "ingest the document again, or give the --rules it was made with"};
  }
  Derivation derivation{.steps = mention->derivation, .note = {}};
  if (extractor->rules_digest() != cited.document.rules_digest) derivation.note = "worked out with other rules than those that stored it";
  return derivation;
}

Result<Derivation> derivation_for(const Store& store, const MentionCitation& mention, const DocumentCitation& document,
                                  const RuleOptions& rules) {
  auto stored = derivation_of(store, mention.mention_id);
  if (!stored) return stored.error();
  if (!stored->empty()) return Derivation{.steps = std::move(*stored), .note = {}};
  return derive_anew(document, mention.mention, rules);
}

int run_explain(const ExplainOptions& options) {
  const auto store = Store::open(options.path, OpenMode::kReadOnly);
  if (!store) return fail(store.error());
  const auto cited = find_cited(*store, options.id);
  if (!cited) return fail(cited.error());
  const auto* mention = std::get_if<MentionCitation>(&*cited);
  if (mention == nullptr) return fail({ErrorCode::kUsage, "is a document, not a mention", options.id, "attest show prints documents"});
  const auto document = find_cited(*store, mention->document.document_id);
  if (!document) return fail(document.error());
  const auto& source = std::get<DocumentCitation>(*document);
  const auto derivation = derivation_for(*store, *mention, source, options.rules);
  if (!derivation) return fail(derivation.error());

  Output output;
  output.buffer() += mention_lines(*mention) + "\n" + passage_line(*mention, false) + "\nderivation\n";
  output.buffer() += derivation_lines(derivation->steps, source.text);
  if (!derivation->note.empty()) output.buffer() += "  (" + derivation->note + ")\n";
  return output.finish();
}

}  // namespace

void register_explain(CLI::App& app, int& status) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* verb = app.add_subcommand("explain", "Say why a mention says what it says: the rule, its parts and their normal forms");
  verb->add_option("DB", options->path, "The fact store")->required();
  verb->add_option("ID", options->id, "Id of a mention, or its first six digits or more")->required();
  add_rule_options(*verb, options->rules);
  verb->footer(
      "Example:\n"
      "  attest explain facts.db 3f9a1c");
  verb->callback([options, &status] { status = run_explain(*options); });
}

}  // namespace attest::command
