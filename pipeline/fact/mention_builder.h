// Annotations of the rule engine to mentions: fields become the typed normal forms of record/mention.h.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/chart.h"
#include "engine/program.h"
#include "fact/table/header_unit.h"
#include "record/mention.h"
#include "resolve/date_resolver.h"

namespace attest {

/// Knows which types and fields of a rule set mean what. Types: Figure (fields quantity, value, low, high, unit, noun,
/// written, factor, form), Date (read by DateResolver), Bound (field bound; its captures `of` and `also` are the figures that it
/// covers).
class MentionBuilder {
 public:
  MentionBuilder(const CompiledRules& rules, const NumberLexicon& numbers);

  /// Appends the mentions of a chart to `mentions`, in order of position. Passages in bibliographies and furniture make none.
  /// `dates` has resolved the chart's dates. With `derivations`, each mention brings the steps that led to it.
  void build(const Chart& chart, const DateResolver& dates, bool derivations, std::vector<Mention>& mentions);

  /// The units that the heads of the last chart's tables state.
  [[nodiscard]] const HeaderUnits& header_units() const noexcept { return header_units_; }

 private:
  struct Names {
    FieldName quantity, value, low, high, unit, noun, written, factor, form, bound;
  };

  [[nodiscard]] FieldName field(std::string_view name) const noexcept;
  [[nodiscard]] std::optional<TypeId> type(std::string_view name) const noexcept;
  [[nodiscard]] const Value& value_of(const Chart& chart, const Annotation& annotation, FieldName name) const noexcept;
  [[nodiscard]] const Part* part_named(const Chart& chart, const Annotation& annotation, std::string_view name) const noexcept;
  [[nodiscard]] std::optional<Decimal> decimal_of(const Chart& chart, const Annotation& annotation, FieldName name) const noexcept;
  [[nodiscard]] Mention mention_at(const Chart& chart, const Annotation& annotation, const Sentence& sentence) const;
  [[nodiscard]] Figure figure_in(const Chart& chart, AnnotationId id, const Block& block) const;
  [[nodiscard]] Figure figure_of(const Chart& chart, const Annotation& annotation) const;
  [[nodiscard]] std::optional<Decimal> rounding_of(const Chart& chart, const Annotation& annotation, Quantity quantity) const;
  void collect_bounds(const Chart& chart);
  [[nodiscard]] static bool is_loss_in_brackets(const AnalysedText& text, const Block& block, Span figure);
  static void negate(Figure& figure);
  [[nodiscard]] bool is_part_of_head(const Chart& chart, const Annotation& annotation, std::uint32_t block) const;
  void apply_header(const Chart& chart, const Annotation& annotation, const Block& block, Figure& figure) const;

  const CompiledRules* rules_;
  Names names_;
  std::optional<TypeId> figure_type_;
  std::optional<TypeId> bound_type_;
  HeaderUnits header_units_;
  std::vector<Bound> bounds_;  // by annotation id, of the chart at hand
};

}  // namespace attest
