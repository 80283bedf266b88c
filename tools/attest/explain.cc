// attest explain: why a mention or a fact says what it says: the rule, its parts down to tokens, and their normal forms.
#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "citation_text.h"
#include "engine/annotator.h"
#include "engine/rule_set.h"
#include "exit_status.h"
#include "options.h"
#include "output.h"
#include "present/display_text.h"
#include "record/names.h"
#include "store/citation.h"
#include "terminal.h"
#include "text/analysis.h"
#include "verbs.h"

namespace attest::command {
namespace {

struct ExplainOptions {
  std::string path;
  std::string id;
  RuleOptions rules;
};

/// The stored document, to extract from anew.
Document document_of(const DocumentCitation& cited) {
  Document document;
  document.source = cited.document.uri;
  document.text = cited.text;
  document.media_type = cited.document.media_type;
  document.metadata = cited.document.metadata;
  return document;
}

/// Everything in the stored text once more, this time with derivations.
Extraction extract_anew(const DocumentCitation& cited, const Extractor& extractor) {
  Extractor::Workspace workspace(extractor);
  return extractor.extract(document_of(cited), {.derivations = true}, workspace);
}

Error lost(const std::string& rule) {
  return {ErrorCode::kNotFound, "these rules no longer find it", rule, "ingest the document again, or give the --rules it was made with"};
}

/// The mention at the same place and of the same kind.
const Mention* find_same(const Extraction& extraction, const Mention& wanted) {
  const auto same = [&wanted](const Mention& mention) { return mention.bytes == wanted.bytes && kind_of(mention) == kind_of(wanted); };
  const auto found = std::find_if(extraction.mentions.begin(), extraction.mentions.end(), same);
  return found == extraction.mentions.end() ? nullptr : &*found;
}

Result<std::vector<DerivationStep>> derivation_for(const Store& store, const MentionCitation& mention, const DocumentCitation& document,
                                                   const Extractor& extractor) {
  auto stored = derivation_of(store, mention.mention_id);
  if (!stored || !stored->empty()) return stored;
  const Extraction extraction = extract_anew(document, extractor);
  const Mention* same = find_same(extraction, mention.mention);
  if (same == nullptr) return lost(mention.mention.rule);
  return same->derivation;
}

Result<std::vector<FactStep>> steps_for(const FactCitation& cited, const DocumentCitation& document, const Extractor& extractor) {
  if (!cited.fact.steps.empty()) return cited.fact.steps;
  const Extraction extraction = extract_anew(document, extractor);
  for (const Fact& fact : extraction.facts) {
    if (extraction.mentions[fact.figure].bytes == cited.passage.mention.bytes) return fact.steps;
  }
  return lost(cited.fact.rule);
}

/// The matches that touch the mention and lost, each with what won over it.
std::string loser_lines(const RuleSet& rules, const std::string& text, Span mention) {
  const TextAnalyser analyser(rules.compiled().vocabulary);
  AnalysedText analysed;
  analyser.analyse(text, analysed);
  Chart chart;
  Annotator(rules.compiled(), rules.numbers()).annotate(analysed, chart);
  const auto bytes_of = [&analysed](TokenRange range) {
    return Span{analysed.tokens[range.begin].begin, analysed.tokens[range.end - 1].end};
  };
  const auto name_of_rule = [&rules](const Annotation& annotation) { return rules.compiled().rules[annotation.rule].name; };
  std::string lines;
  for (const Suppressed& loser : chart.suppressed()) {
    const Span bytes = bytes_of(loser.annotation.span);
    if (!bytes.overlaps(mention) || loser.by == kNoAnnotation) continue;
    lines += fmt::format("  {}  \"{}\", suppressed by {} ({})\n", name_of_rule(loser.annotation), on_one_line(bytes.of(text)),
                         name_of_rule(chart.annotation(loser.by)), loser.by_preference ? "over" : "longer or first");
  }
  return lines;
}

std::string other_rules_note(const DocumentCitation& document, const Extractor& extractor) {
  if (extractor.rules_digest() == document.document.rules_digest) return {};
  return "\n(worked out with other rules than those that stored it)\n";
}

std::string explanation(const MentionCitation& mention, const DocumentCitation& document, const std::vector<DerivationStep>& steps,
                        const Extractor& extractor) {
  std::string page =
      mention_lines(mention) + "\n" + passage_line(mention, false) + "\nderivation\n" + derivation_lines(steps, document.text);
  const std::string losers = loser_lines(extractor.rules(), document.text, mention.mention.bytes);
  if (!losers.empty()) page += "\nmatched, too\n" + losers;
  return page + other_rules_note(document, extractor);
}

Result<std::string> explain(const Store& store, const MentionCitation& mention, const DocumentCitation& document,
                            const Extractor& extractor) {
  const auto steps = derivation_for(store, mention, document, extractor);
  if (!steps) return steps.error();
  return explanation(mention, document, *steps, extractor);
}

Result<std::string> explain(const Store& store, const FactCitation& fact, const DocumentCitation& document, const Extractor& extractor) {
  const auto steps = steps_for(fact, document, extractor);
  if (!steps) return steps.error();
  const auto figure = derivation_for(store, fact.passage, document, extractor);
  if (!figure) return figure.error();
  return fact_lines(fact) + "\n" + passage_line(fact.passage, false) + "\nparts\n" + fact_step_lines(*steps, document.text) + "\nfigure " +
         fact.passage.mention_id + "\n" + derivation_lines(*figure, document.text) + other_rules_note(document, extractor);
}

Result<std::string> explain(const Store& store, const Citation& cited, const Extractor& extractor) {
  const auto* fact = std::get_if<FactCitation>(&cited);
  const auto& passage = fact != nullptr ? fact->passage : std::get<MentionCitation>(cited);
  const auto document = find_cited(store, passage.document.document_id);
  if (!document) return document.error();
  const auto& source = std::get<DocumentCitation>(*document);
  return fact != nullptr ? explain(store, *fact, source, extractor) : explain(store, passage, source, extractor);
}

int run_explain(const ExplainOptions& options) {
  const auto store = Store::open(options.path, OpenMode::kReadOnly);
  if (!store) return fail(store.error());
  const auto cited = find_cited(*store, options.id);
  if (!cited) return fail(cited.error());
  if (std::holds_alternative<DocumentCitation>(*cited)) {
    return fail({ErrorCode::kUsage, "is a document, not a fact or mention", options.id, "attest show prints documents"});
  }
  const auto extractor = make_extractor(options.rules);
  if (!extractor) return fail(extractor.error());
  const auto page = explain(*store, *cited, *extractor);
  if (!page) return fail(page.error());
  Output output;
  output.write(*page);
  return output.finish();
}

}  // namespace

void register_explain(CLI::App& app, int& status) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* verb = app.add_subcommand("explain", "Say why a fact or mention says what it says: the rule, its parts and their normal forms");
  verb->add_option("DB", options->path, "The fact store")->required();
  verb->add_option("ID", options->id, "Id of a fact or mention, or its first digits, six or more")->required();
  add_rule_options(*verb, options->rules);
  verb->footer(
      "Example:\n"
      "  attest explain facts.db 3f9a1c");
  verb->callback([options, &status] { status = run_explain(*options); });
}

}  // namespace attest::command
