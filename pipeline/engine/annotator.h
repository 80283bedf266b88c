// Runs all phases of compiled rules over documents.
//
//   Annotator annotator(rules, numbers);     // one a thread, reused
//   annotator.annotate(analysed, chart);
//   annotator.annotate(texts, charts);       // many short documents, a phase at a time: its programs stay in the cache
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/chart.h"
#include "engine/evaluator.h"
#include "engine/matcher.h"
#include "engine/program.h"
#include "engine/resolver.h"
#include "engine/trigger_scanner.h"

namespace attest {

/// How places to try a rule are found. Both give the same chart: the tests compare them.
enum class Strategy : std::uint8_t {
  kAnchored,    ///< Only where the rule's rarest mandatory element occurs.
  kBruteForce,  ///< At every token.
};

class Annotator {
 public:
  Annotator(const CompiledRules& rules, const NumberLexicon& numbers)
      : rules_(&rules),
        numbers_(&numbers),
        resolver_(rules),
        symbols_(rules.word_classes, rules.shapes),
        scanner_(rules),
        matcher_(rules) {}

  /// Replaces what `chart` holds by the annotations of `text`, which must outlive it.
  void annotate(const AnalysedText& text, Chart& chart, Strategy strategy = Strategy::kAnchored, Losers losers = Losers::kKeep) {
    annotate(std::span(&text, 1), std::span(&chart, 1), strategy, losers);
  }
  /// The same for as many texts as charts; each chart holds what it would hold alone.
  void annotate(std::span<const AnalysedText> texts, std::span<Chart> charts, Strategy strategy = Strategy::kAnchored,
                Losers losers = Losers::kKeep);

 private:
  struct Place {
    std::uint32_t token;
    std::uint32_t segment;  // index into Places::segments
  };
  /// Where a document gives the phases something to do.
  struct Places {
    std::vector<Segment> segments;
    std::vector<std::vector<Place>> words;  // by phase: tokens whose word triggers a rule
    std::vector<Place> digits;              // tokens that may begin with a digit
  };
  struct Pass;  // one document in one phase

  static void find_segments(const AnalysedText& text, Places& places);
  void find_places(const AnalysedText& text, Places& places) const;
  void note_place(Place place, WordId word, std::uint32_t phases, Places& places) const;
  void run_phase(const CompiledPhase& phase, Pass& pass, Strategy strategy, Losers losers);
  void evaluate_waiting(Pass& pass, AnnotationId first, std::size_t first_suppressed);
  [[nodiscard]] std::uint32_t evaluate_fields(const Annotation& annotation, Pass& pass) const;
  void try_everywhere(const CompiledPhase& phase, Pass& pass);
  void try_at_words(const CompiledPhase& phase, Pass& pass);
  [[nodiscard]] bool may_begin(const TriggerGroup& group, std::uint32_t token, const Chart& chart) const;
  void try_at_classes(const CompiledPhase& phase, Pass& pass);
  void try_class(const TriggerGroup& group, std::uint32_t token, Segment segment, Pass& pass);
  void try_at_annotations(const CompiledPhase& phase, Pass& pass);
  void try_group(const TriggerGroup& group, TokenRange anchor, Segment segment, Pass& pass);
  void try_trigger(RuleTrigger trigger, std::uint32_t token, Segment segment, Pass& pass);
  void attempt(RuleId id, std::uint32_t start, Segment segment, Pass& pass);
  bool evaluate_now(const CompiledRule& rule, Annotation& annotation, Pass& pass);
  bool accept(RuleId id, TokenRange match, Segment segment, Pass& pass);
  const CompiledRules* rules_;
  const NumberLexicon* numbers_;
  Resolver resolver_;
  SymbolTable symbols_;
  TriggerScanner scanner_;
  Matcher matcher_;
  std::vector<Places> places_;  // by text
  std::vector<Annotation> candidates_;
  std::vector<std::uint32_t> starts_;
  std::vector<Part> parts_;
};

}  // namespace attest
