#include "fact/extractor.h"

#include <utility>

#include "engine/annotator.h"
#include "engine/rule_set.h"
#include "fact/agreement_builder.h"
#include "fact/fact_builder.h"
#include "fact/mention_builder.h"
#include "fact/name_builder.h"
#include "resolve/attribution.h"
#include "resolve/date_resolver.h"
#include "resolve/name_resolver.h"
#include "resolve/party_cue.h"
#include "text/analysis.h"
#include "text/language.h"

namespace attest {

struct Extractor::State {
  RuleSet rules;
  TextAnalyser analyser;
};

struct Extractor::Workspace::State {
  explicit State(const RuleSet& rules)
      : annotator(rules.compiled(), rules.numbers()),
        dates(rules.compiled()),
        builder(rules.compiled(), rules.numbers()),
        names(rules.compiled()),
        name_builder(rules.compiled()),
        cues(rules.compiled()),
        agreements(rules.compiled()),
        attribution(rules.compiled()),
        facts(rules.compiled()) {}

  AnalysedText text;
  Chart chart;
  Annotator annotator;
  DateResolver dates;
  MentionBuilder builder;
  NameResolver names;
  NameBuilder name_builder;
  PartyCues cues;
  AgreementBuilder agreements;
  AttributionResolver attribution;
  FactBuilder facts;
};

Extractor::Extractor(std::unique_ptr<State> state) : state_(std::move(state)) {}
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

Extractor::Workspace::Workspace(const Extractor& extractor) : state_(std::make_unique<State>(extractor.rules())) {}
Extractor::Workspace::Workspace(Workspace&&) noexcept = default;
Extractor::Workspace& Extractor::Workspace::operator=(Workspace&&) noexcept = default;
Extractor::Workspace::~Workspace() = default;

Result<Extractor> Extractor::create(const std::vector<RulePack>& packs) {
  auto rules = RuleSet::compile(packs);
  if (!rules) return rules.error();
  const Vocabulary& vocabulary = rules->compiled().vocabulary;
  return Extractor(std::make_unique<State>(State{std::move(*rules), TextAnalyser(vocabulary)}));
}

const RuleSet& Extractor::rules() const noexcept { return state_->rules; }

const std::string& Extractor::rules_digest() const noexcept { return state_->rules.digest(); }

void adopt_metadata(const Extraction& extraction, DocumentMetadata& metadata) {
  metadata.language = extraction.language;
  if (!metadata.published.empty()) return;
  metadata.published = extraction.published;
  metadata.published_basis = extraction.published_basis;
}

Extraction Extractor::extract(const Document& document, const ExtractOptions& options, Workspace& workspace) const {
  Workspace::State& work = *workspace.state_;
  state_->analyser.analyse(document.text, work.text);
  Extraction extraction;
  extraction.characters = work.text.code_points.size();
  extraction.sentences.reserve(work.text.sentences.size());
  for (const Sentence& sentence : work.text.sentences) {
    const Block& block = work.text.blocks[sentence.block];
    extraction.sentences.push_back(
        {sentence.bytes, work.text.code_points.to_code_points(sentence.bytes), block.repeats ? BlockKind::kFurniture : block.kind});
  }
  extraction.language = settled_language(document.text, document.metadata.language);
  extraction.has_rules = extraction.language.empty() || has_rules(extraction.language);
  if (!extraction.has_rules) return extraction;
  work.annotator.annotate(work.text, work.chart, Strategy::kAnchored, Losers::kDrop);
  work.dates.resolve(work.chart, document.metadata, options.derivations);
  const Publication& publication = work.dates.publication();
  if (publication.day) extraction.published = publication.day->to_iso();
  extraction.published_basis = publication.basis;
  work.builder.build(work.chart, work.dates, options.derivations, extraction.mentions);
  work.names.resolve(work.chart);
  work.name_builder.build(work.chart, work.names.names(), options.derivations, extraction.mentions);
  work.cues.read(work.chart, work.names.names());
  work.agreements.build(work.chart, work.cues, options.derivations, extraction.mentions);
  work.attribution.resolve(work.chart, extraction.mentions);
  work.facts.build(work.chart, {work.names.names(), work.attribution.all()}, options.derivations, extraction);
  return extraction;
}

}  // namespace attest
