// What a figure measures: read from the words around it, by the structure of its clause.
//
//   MeasureFinder finder(lexicon);
//   MeasureReading reading = finder.find(sentence, mentions, 2, earlier, previous);
//   // "Exports to China rose by 5% to $3 billion": the second figure's reading has id "trade.exports", flow kOut
//
// It tries patterns from the most telling to the least; each is a function of a FigureView in a measure_*.h. To add one, declare it
// there and put it into the table of measure_finder.cc.
#pragma once

#include <cstddef>
#include <span>

#include "fact/fact_lexicon.h"
#include "fact/fact_sentence.h"
#include "fact/measure/measure_reading.h"
#include "fact/measure/phrase.h"
#include "fact/measure/told_measures.h"
#include "record/mention.h"

namespace attest {

class MeasureFinder {
 public:
  /// The lexicon must outlive the finder.
  explicit MeasureFinder(const FactLexicon& lexicon) : lexicon_(&lexicon) {}

  /// Forgets the last document.
  void reset() { told_ = {}; }

  /// The reading of figure number `figure` of the sentence. `earlier` are those of the sentence's figures before it, `context` is
  /// the last one of the sentences before (may be null). kind is kNone where nothing tells what is measured.
  [[nodiscard]] MeasureReading find(const FactSentence& sentence, std::span<const Mention> mentions, std::size_t figure,
                                    std::span<const MeasureReading> earlier, const MeasureReading* context);

  /// What a line above a list says is measured in it, as an amount of money: "The main destinations were:" exports. kind is kNone
  /// where it says nothing of that.
  [[nodiscard]] MeasureReading introduction(const FactSentence& sentence) const;

  /// The subject of the sentence's first figure only points back: "Last year it reached [$5 billion]", "this figure exceeded [$5 billion]".
  [[nodiscard]] static bool points_back(const FactSentence& sentence);

  /// Takes in what a sentence without figures names, for the sentence behind it that points back.
  void hear_named(const FactSentence& sentence) { told_.named = last_measure(sentence, sentence.tokens().begin, sentence.tokens().end); }
  void forget_named() { told_.named.reset(); }

  /// What the head of a table's column or row, or the line above it, says is measured.
  [[nodiscard]] static MeasureReading heading(const FactSentence& sentence);

 private:
  const FactLexicon* lexicon_;
  ToldMeasures told_;
};

}  // namespace attest
