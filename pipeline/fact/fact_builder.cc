#include "fact/fact_builder.h"

#include <algorithm>
#include <optional>

#include "record/names.h"

namespace attest {
namespace {

bool is_prose(BlockKind kind) noexcept {
  return kind != BlockKind::kTableRow && kind != BlockKind::kBibliography && kind != BlockKind::kFurniture && kind != BlockKind::kFootnote;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) {
    if (!all.empty()) all += ", ";
    all += text;
  }
  return all;
}

}  // namespace

FactBuilder::FactBuilder(const CompiledRules& rules) : rules_(&rules), lexicon_(rules), sentence_(lexicon_), measure_finder_(lexicon_) {}

// Adjectives of countries are no mentions, but parties: "Chinese investment".
void FactBuilder::collect_adjectives(const Chart& chart) {
  adjectives_.clear();
  const auto type = std::find(rules_->types.begin(), rules_->types.end(), "Demonym");
  const auto field = std::find(rules_->field_names.begin(), rules_->field_names.end(), "country");
  if (type == rules_->types.end() || field == rules_->field_names.end()) return;
  for (const AnnotationId id : chart.of_type(static_cast<TypeId>(type - rules_->types.begin()))) {
    const Annotation& annotation = chart.annotation(id);
    const std::uint32_t slot = rules_->rules[annotation.rule].field_slots[static_cast<std::size_t>(field - rules_->field_names.begin())];
    if (slot == kAbsent) continue;
    const std::string_view country = chart.field(annotation.first_field + slot).text();
    const auto kind = country.size() == 2 ? Party::Kind::kCountry : Party::Kind::kRegion;
    adjectives_.push_back({annotation.span, country, kind, true});
  }
  std::sort(adjectives_.begin(), adjectives_.end(), [](const Party& a, const Party& b) { return a.tokens.begin < b.tokens.begin; });
}

void FactBuilder::build(const Chart& chart, std::span<const SentenceSource> sources, bool derivations, Extraction& extraction) {
  extraction.facts.clear();
  next_mention_ = 0;
  discourse_.reset();
  collect_adjectives(chart);
  const std::span<const Sentence> sentences = chart.text().sentences;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::size_t first = extraction.facts.size();
    read_sentence(chart, sentences[i], derivations, extraction);
    for (Fact& fact : std::span(extraction.facts).subspan(first)) {
      fact.attribution = sources[i].attribution;
      if (derivations)
        fact.steps.push_back({"attribution", std::string(name_of(sources[i].basis)), fact.attribution.name, sources[i].bytes});
    }
  }
}

void FactBuilder::read_sentence(const Chart& chart, const Sentence& sentence, bool derivations, Extraction& extraction) {
  const std::span<const Mention> mentions = extraction.mentions;
  const std::size_t first = next_mention_;
  while (next_mention_ < mentions.size() && mentions[next_mention_].bytes.begin < sentence.bytes.end) ++next_mention_;
  const BlockKind kind = chart.text().blocks[sentence.block].kind;
  if (!is_prose(kind)) return;
  if (first == next_mention_) return;
  sentence_.read(chart.view(), sentence.tokens, mentions.subspan(first, next_mention_ - first), static_cast<std::uint32_t>(first),
                 adjectives_);
  measures_.clear();
  parties_.clear();
  periods_.clear();
  for (std::size_t figure = 0; figure < sentence_.figures().size(); ++figure) read_figure(figure, extraction, derivations);
  discourse_.hear(sentence_);
}

// The parties of the figure whose measure this one takes over.
const PartyReading* FactBuilder::inherited_parties(const MeasureReading& measure) const {
  if (!measure.inherited) return nullptr;
  for (std::size_t i = measures_.size(); i > 0; --i) {
    if (measures_[i - 1].phrase == measure.phrase && i <= parties_.size()) return &parties_[i - 1];
  }
  return discourse_.parties();
}

void FactBuilder::read_figure(std::size_t index, Extraction& extraction, bool derivations) {
  const MentionAt at = sentence_.figures()[index];
  const Figure& figure = *extraction.mentions[at.mention].figure();
  const std::uint32_t floor = index > 0 ? sentence_.figures()[index - 1].tokens.end : sentence_.tokens().begin;
  MeasureReading measure = measure_finder_.find(sentence_, extraction.mentions, index, measures_, discourse_.measure());
  PartyReading parties = party_finder_.find(sentence_, measure, at.tokens, floor, discourse_, inherited_parties(measure));
  PeriodReading period = period_finder_.find(sentence_, extraction.mentions, index, periods_, discourse_);
  measures_.push_back(measure);
  parties_.push_back(parties);
  periods_.push_back(period);
  if (measure.kind == ReadingKind::kNone) return;

  Fact& fact = extraction.facts.emplace_back();
  fact.figure = at.mention;
  fact.measure_id = measure.id;
  fact.measure = measure.phrase;
  fact.parties = parties.parties;
  fact.from = parties.from;
  fact.to = parties.to;
  fact.period_start = period.period.start;
  fact.period_end = period.period.end;
  fact.period_source = period.source;
  fact.status = period.is_base ? FactStatus::kActual : status_of(sentence_, at.tokens, floor);
  if (!period.is_base) fact.change = change_of(sentence_, measure, figure.quantity, at.tokens, floor);
  fact.whole = measure.whole;
  if (!sentence_.scopes().empty()) fact.scope = extraction.mentions[sentence_.scopes().front().mention].name()->name;
  fact.rule = measure.rule;
  if (derivations) {
    fact.steps.push_back({"measure", measure.inherited ? "figure before" : "sentence", fact.measure, {}});
    fact.steps.push_back({"parties", std::string(parties.source), joined(fact.parties), {}});
    fact.steps.push_back({"period", std::string(name_of(period.source)), fact.period_start + ".." + fact.period_end, period.date});
  }
  if (period.is_base) link_base(extraction);
  discourse_.hear(measure, parties, period.period, period.is_base);
}

// The figure before is compared with the last one: its period is the base of that change.
void FactBuilder::link_base(Extraction& extraction) const {
  if (extraction.facts.size() < 2) return;
  const Fact& base = extraction.facts.back();
  Fact& compared = extraction.facts[extraction.facts.size() - 2];
  if (compared.change.direction == ChangeDirection::kNone || !compared.change.base_start.empty()) return;
  compared.change.base_start = base.period_start;
  compared.change.base_end = base.period_end;
}

}  // namespace attest
