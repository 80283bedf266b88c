// Mentions to facts: every figure of the text with what it measures, of whom, when, and how sure.
//
//   FactBuilder builder(rules);                     // one a thread, reused
//   builder.build(chart, attribution.all(), false, extraction);
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/chart.h"
#include "engine/program.h"
#include "fact/circumstance.h"
#include "fact/discourse.h"
#include "fact/fact_lexicon.h"
#include "fact/fact_sentence.h"
#include "fact/measure_finder.h"
#include "fact/party_finder.h"
#include "fact/period_finder.h"
#include "record/mention.h"
#include "resolve/attribution.h"

namespace attest {

class FactBuilder {
 public:
  /// Keeps a reference to the rules.
  explicit FactBuilder(const CompiledRules& rules);

  /// Replaces `extraction.facts` by those of its mentions, which must be in order and from this chart. `sources` are those of
  /// the chart's sentences. With `derivations`, each fact tells where its parts come from.
  void build(const Chart& chart, std::span<const SentenceSource> sources, bool derivations, Extraction& extraction);

 private:
  void collect_adjectives(const Chart& chart);
  void read_sentence(const Chart& chart, const Sentence& sentence, bool derivations, Extraction& extraction);
  void read_figure(std::size_t figure, Extraction& extraction, bool derivations);
  [[nodiscard]] const PartyReading* inherited_parties(const MeasureReading& measure) const;
  void link_base(Extraction& extraction) const;

  const CompiledRules* rules_;
  FactLexicon lexicon_;
  FactSentence sentence_;
  MeasureFinder measure_finder_;
  PartyFinder party_finder_;
  PeriodFinder period_finder_;
  Discourse discourse_;
  std::vector<Party> adjectives_;
  std::size_t next_mention_ = 0;
  // The readings of the sentence at hand, by figure.
  std::vector<MeasureReading> measures_;
  std::vector<PartyReading> parties_;
  std::vector<PeriodReading> periods_;
};

}  // namespace attest
