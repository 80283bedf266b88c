// Mentions to facts: every figure of the text with what it measures, of whom, when, and how sure.
//
//   FactBuilder builder(rules);                     // one a thread, reused
//   builder.build(chart, {resolver.names(), attribution.all(), mention_builder.header_units()}, false, extraction);
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/chart.h"
#include "engine/program.h"
#include "fact/bare_currency.h"
#include "fact/circumstance.h"
#include "fact/discourse.h"
#include "fact/document_parties.h"
#include "fact/elided_currency.h"
#include "fact/fact_lexicon.h"
#include "fact/fact_sentence.h"
#include "fact/fiscal_year.h"
#include "fact/measure/measure_finder.h"
#include "fact/party/party_finder.h"
#include "fact/period/period_finder.h"
#include "fact/state_leader.h"
#include "fact/table/table_reader.h"
#include "record/mention.h"
#include "resolve/attribution.h"
#include "resolve/name_resolver.h"

namespace attest {

/// What the stage before found out about the whole document, from the chart that facts are built of.
struct Resolved {
  std::span<const DocumentName> names;
  std::span<const SentenceSource> sources;  ///< Of the chart's sentences.
  const HeaderUnits& header_units;          ///< Of the chart's tables.
};

class FactBuilder {
 public:
  /// Keeps a reference to the rules.
  explicit FactBuilder(const CompiledRules& rules);

  /// Replaces `extraction.facts` by those of its mentions, which must be in order and from this chart. With `derivations`, each
  /// fact tells where its parts come from.
  void build(const Chart& chart, const Resolved& resolved, bool derivations, Extraction& extraction);

 private:
  void read_sentence(const Chart& chart, const Sentence& sentence, bool derivations, Extraction& extraction);
  void read_row(const Chart& chart, const Sentence& sentence, std::size_t first, Extraction& extraction);
  [[nodiscard]] static Change change_in_cell(const Figure& figure);
  void give_topic(const TableContext& context, Fact& fact) const;
  static void give_ends(const TableContext& context, const std::string& home, Fact& fact);
  [[nodiscard]] static bool heads_years(const Chart& chart, std::size_t sentence);
  void begin_block(const Chart& chart, std::size_t sentence);
  static void attribute(const SentenceSource& source, std::span<const Mention> mentions, bool derivations, std::span<Fact> facts);
  [[nodiscard]] PartyReading left_by(std::size_t figure) const;
  void hear_sentence();
  void hear_deal();
  [[nodiscard]] std::string_view subject();
  void hear_period(std::span<const Mention> mentions);
  void settle_leaders(const MeasureReading& measure, std::span<const Mention> mentions);
  void hear_named(const Chart& chart, TokenRange before, std::span<const Mention> mentions);
  void hear_introduction(std::span<const Mention> mentions);
  [[nodiscard]] bool interrupts(const Period& period, const MeasureReading& measure) const;
  void read_figure(std::size_t index, Extraction& extraction, bool derivations);
  void settle_fiscal_year(const MeasureReading& measure, const PartyReading& parties, const Extraction& extraction, PeriodReading& period);
  [[nodiscard]] FactStatus status_with(const PeriodReading& period, const MeasureReading& measure, TokenRange figure, std::uint32_t floor,
                                       std::string_view published) const;
  [[nodiscard]] Change change_told(std::size_t index, std::uint32_t floor, const Extraction& extraction) const;
  [[nodiscard]] Fact fact_of(std::size_t index) const;
  [[nodiscard]] ChangeDirection direction_towards(std::size_t base) const;
  void link_base(std::size_t index, Extraction& extraction) const;

  MeasureKinds kinds_;
  RegionMembers regions_;
  ElidedCurrency elided_currency_;
  BareCurrencies currencies_;
  FiscalYears fiscal_years_;
  FactLexicon lexicon_;
  FactSentence sentence_;
  FactSentence before_;
  MeasureFinder measure_finder_;
  PartyFinder party_finder_;
  PeriodFinder period_finder_;
  TableReader table_reader_;
  Discourse discourse_;
  DocumentParties document_parties_;
  NamePlaces places_;
  StateLeaders leaders_;
  bool leaders_are_read_ = false;  // of this document
  std::size_t next_mention_ = 0;
  // The sentence before, where it stands in the same paragraph and has no figure, with its mentions.
  TokenRange before_tokens_;
  TokenRange before_mentions_;
  bool opens_list_ = false;  // the sentence says what the lines below it list
  bool in_list_ = false;     // the sentence is an entry of a list that a line introduced
  // The readings of the sentence at hand, by figure.
  std::vector<MeasureReading> measures_;
  std::vector<PartyReading> parties_;
  std::vector<PeriodReading> periods_;
  std::string fiscal_country_;    // the last whose fiscal years are known; "" where the text named none
  bool joins_two_years_ = false;  // the text names years as "2023-24"
  std::vector<bool> settled_;     // actual, completed or estimated: not planned
};

}  // namespace attest
