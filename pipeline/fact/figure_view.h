// One figure as its sentence shows it: all that a pattern may look at to tell what the figure measures.
//
//   const FigureView figure(lexicon, sentence, mentions, 1, {earlier, context, &told});
//   // "Exports of tea rose 5% to about [$3 billion] last year"
//   figure.quantity() == Quantity::kMoney;           // true
//   figure.sentence().is(figure.before(), "to");     // true: "about" only hedges
//   figure.floor();                                  // the token behind "5%", whose words are spoken for
//   figure.earlier().back().kind;                    // ReadingKind::kGrowth
//
// A pattern (measure_*.h) is a function of this view alone. It changes nothing, so that patterns can be tried in any order.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "fact/fact_lexicon.h"
#include "fact/fact_sentence.h"
#include "fact/figure_dimension.h"
#include "fact/measure/measure_reading.h"
#include "fact/measure/told_measures.h"
#include "record/mention.h"

namespace attest {

/// What was read before the figure at hand. All of it must outlive the view.
struct ReadBefore {
  std::span<const MeasureReading> earlier;  ///< Of the sentence's figures before it, one each, in order.
  const MeasureReading* context = nullptr;  ///< The last one of the sentences before; null for none.
  const ToldMeasures* told = nullptr;       ///< What the document told of; never null.
};

/// Positions are indices of tokens in the sentence's view.
class FigureView {
 public:
  /// The view of figure number `index` of the sentence. `mentions` are the document's. All arguments must outlive the view.
  FigureView(const FactLexicon& lexicon, const FactSentence& sentence, std::span<const Mention> mentions, std::size_t index,
             const ReadBefore& read);

  // --- The figure itself.

  [[nodiscard]] Quantity quantity() const noexcept { return figure_->quantity; }
  /// ISO 4217, UCUM, "%", "pp", "1"; "" for counts and ordinals.
  [[nodiscard]] const std::string& unit() const noexcept { return figure_->unit; }
  /// Base form of what it counts or ranks; "" where none is named.
  [[nodiscard]] const std::string& noun() const noexcept { return figure_->noun; }
  /// Absent for ranges and vague amounts.
  [[nodiscard]] const std::optional<Decimal>& value() const noexcept { return figure_->value; }
  [[nodiscard]] Dimension dimension() const noexcept { return dimension_of(*figure_); }
  /// Money, a measure with its unit, or a number that may have left its unit out.
  [[nodiscard]] bool is_amount() const noexcept;
  /// Per cent, a ratio or points: it needs something that it is of.
  [[nodiscard]] bool is_relative() const noexcept;
  /// "rose [20 points]": what an index is counted in, never what is counted.
  [[nodiscard]] bool is_points() const noexcept;

  // --- Its place.

  [[nodiscard]] const FactSentence& sentence() const noexcept { return *sentence_; }
  [[nodiscard]] const FactLexicon& lexicon() const noexcept { return *lexicon_; }
  [[nodiscard]] TokenRange tokens() const noexcept { return tokens_; }
  [[nodiscard]] std::uint32_t begin() const noexcept { return tokens_.begin; }
  [[nodiscard]] std::uint32_t end() const noexcept { return tokens_.end; }
  /// The last token before the figure that is no hedge and no article; where the sentence ends, for none.
  [[nodiscard]] std::uint32_t before() const noexcept { return before_; }
  /// False where nothing but hedges and articles stands before the figure.
  [[nodiscard]] bool has_before() const noexcept { return before_ != sentence_->tokens().end; }
  /// The clause that holds the figure.
  [[nodiscard]] TokenRange clause() const noexcept { return clause_; }
  /// Where the words that may be the figure's begin: behind those of the figure before, or where the clause does, whichever is later.
  [[nodiscard]] std::uint32_t floor() const noexcept { return floor_; }
  /// The comma where a phrase with a figure parts the subject from its verb: "Spending on roads| , the [second largest] item, grew [5%]".
  /// 0 for none.
  [[nodiscard]] std::uint32_t apposition() const noexcept { return apposition_; }
  /// The token behind the figure and its bracketed conversion: "a 1.4 billion shilling (about 87 million dollar) | deficit".
  [[nodiscard]] std::uint32_t behind_conversion() const;
  /// "rose [by]", "grew faster, [by]": the "by" at token `by` belongs to a verb of movement.
  [[nodiscard]] bool moved_before(std::uint32_t by) const;
  /// "rose [5%]", "rose by [5%]": the figure stands right behind a word of movement.
  [[nodiscard]] bool moves_by() const;

  /// "rose 3.3 pct to [119.1 million]": behind a growth, the figure is the level that was reached.
  [[nodiscard]] bool tells_level() const;

  // --- The other figures of the sentence.

  /// The figure's number in its sentence, from 0.
  [[nodiscard]] std::size_t index() const noexcept { return index_; }
  [[nodiscard]] bool is_first() const noexcept { return index_ == 0; }
  /// The figure before; not for the first.
  [[nodiscard]] const MentionAt& previous() const noexcept { return sentence_->figures()[index_ - 1]; }
  [[nodiscard]] bool has_next() const noexcept { return index_ + 1 < sentence_->figures().size(); }
  /// The figure behind; only where there is one.
  [[nodiscard]] const MentionAt& next() const noexcept { return sentence_->figures()[index_ + 1]; }
  /// The record of any figure of the sentence.
  [[nodiscard]] const Figure& record(const MentionAt& figure) const noexcept { return *mentions_[figure.mention].figure(); }

  // --- What was told before.

  /// The readings of the sentence's figures before this one, as many as its index.
  [[nodiscard]] std::span<const MeasureReading> earlier() const noexcept { return read_.earlier; }
  /// The last reading of the sentences before; null for none.
  [[nodiscard]] const MeasureReading* context() const noexcept { return read_.context; }
  /// What the document told of last, by kind.
  [[nodiscard]] const ToldMeasures& told() const noexcept { return *read_.told; }
  /// The reading of the figure before, else the last one of the sentences before; null where that says nothing.
  [[nodiscard]] const MeasureReading* last_told() const noexcept;

 private:
  void find_floor();
  [[nodiscard]] std::uint32_t end_of_phrase_before() const;
  [[nodiscard]] std::uint32_t apposition_before() const;
  [[nodiscard]] bool parts(std::uint32_t token) const;

  const FactLexicon* lexicon_;
  const FactSentence* sentence_;
  std::span<const Mention> mentions_;
  std::size_t index_;
  ReadBefore read_;
  const Figure* figure_;
  TokenRange tokens_;
  TokenRange clause_;
  std::uint32_t before_;
  std::uint32_t floor_;
  std::uint32_t apposition_ = 0;
};

}  // namespace attest
