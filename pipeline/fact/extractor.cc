#include "fact/extractor.h"

#include <utility>

#include "engine/annotator.h"
#include "engine/rule_set.h"
#include "fact/agreement/agreement_builder.h"
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

  void annotate(std::size_t count);
  void read(const Chart& chart, const DocumentMetadata& metadata, const ExtractOptions& options, Extraction& extraction);

  std::vector<AnalysedText> texts;
  std::vector<Chart> charts;
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
  auto rules = RuleSet::load(packs);
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

namespace {

// Documents of so many bytes together go through a stage before the next stage begins: enough that its rules and code are worth
// fetching, few enough that what is known about them stays in the cache.
constexpr std::size_t kBytesTogether = std::size_t{64} * 1024;

// How many documents, from the first on, are extracted together.
std::size_t count_together(std::span<const Document> documents) {
  std::size_t bytes = 0;
  std::size_t count = 0;
  while (count < documents.size() && (count == 0 || bytes + documents[count].text.size() <= kBytesTogether)) {
    bytes += documents[count++].text.size();
  }
  return count;
}

// What is known of a text before any rule looks at it.
Extraction describe(const Document& document, const AnalysedText& text) {
  Extraction extraction;
  extraction.characters = text.code_points.size();
  extraction.sentences.reserve(text.sentences.size());
  for (const Sentence& sentence : text.sentences) {
    const Block& block = text.blocks[sentence.block];
    extraction.sentences.push_back(
        {sentence.bytes, text.code_points.to_code_points(sentence.bytes), block.repeats ? BlockKind::kFurniture : block.kind});
  }
  extraction.language = settled_language(document.text, document.metadata.language);
  extraction.has_rules = extraction.language.empty() || has_rules(extraction.language);
  return extraction;
}

}  // namespace

// The first `count` texts.
void Extractor::Workspace::State::annotate(std::size_t count) {
  if (charts.size() < count) charts.resize(count);
  annotator.annotate(std::span(texts).first(count), std::span(charts).first(count), Strategy::kAnchored, Losers::kDrop);
}

void Extractor::Workspace::State::read(const Chart& chart, const DocumentMetadata& metadata, const ExtractOptions& options,
                                       Extraction& extraction) {
  dates.resolve(chart, metadata, options.derivations);
  const Publication& publication = dates.publication();
  if (publication.day) extraction.published = publication.day->to_iso();
  extraction.published_basis = publication.basis;
  builder.build(chart, dates, options.derivations, extraction.mentions);
  names.resolve(chart);
  name_builder.build(chart, names.names(), options.derivations, extraction.mentions);
  cues.read(chart, names.names());
  agreements.build(chart, cues, options.derivations, extraction.mentions);
  attribution.resolve(chart, extraction.mentions);
  facts.build(chart, {names.names(), attribution.all(), builder.header_units()}, options.derivations, extraction);
}

void Extractor::extract_together(std::span<const Document> documents, std::span<Extraction> extractions, const ExtractOptions& options,
                                 Workspace& workspace) const {
  Workspace::State& work = *workspace.state_;
  if (work.texts.size() < documents.size()) work.texts.resize(documents.size());
  std::vector<std::size_t> readable;  // by text: its document
  for (std::size_t i = 0; i < documents.size(); ++i) {
    AnalysedText& text = work.texts[readable.size()];
    state_->analyser.analyse(documents[i].text, text);
    extractions[i] = describe(documents[i], text);
    if (extractions[i].has_rules && !options.sentences_only) readable.push_back(i);
  }
  work.annotate(readable.size());
  for (std::size_t i = 0; i < readable.size(); ++i) {
    work.read(work.charts[i], documents[readable[i]].metadata, options, extractions[readable[i]]);
  }
}

std::vector<Extraction> Extractor::extract(std::span<const Document> documents, const ExtractOptions& options, Workspace& workspace) const {
  std::vector<Extraction> extractions(documents.size());
  for (std::size_t first = 0; first < documents.size();) {
    const std::size_t count = count_together(documents.subspan(first));
    extract_together(documents.subspan(first, count), std::span(extractions).subspan(first, count), options, workspace);
    first += count;
  }
  return extractions;
}

Extraction Extractor::extract(const Document& document, const ExtractOptions& options, Workspace& workspace) const {
  Extraction extraction;
  extract_together(std::span(&document, 1), std::span(&extraction, 1), options, workspace);
  return extraction;
}

}  // namespace attest
