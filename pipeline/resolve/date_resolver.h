// Dates of a whole document: the templates that date rules give become intervals and TIMEX3 values, each from its anchor: the day of
// publication, what the text spoke of before, or the year that fits the tense.
//
//   DateResolver resolver(rules);
//   resolver.resolve(chart, document.metadata, true);
//   if (const ResolvedDate* date = resolver.of(annotation_id)) use(date->expression);
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/chart.h"
#include "engine/program.h"
#include "record/document.h"
#include "record/mention.h"
#include "resolve/date_focus.h"
#include "resolve/date_run.h"
#include "resolve/field_reader.h"
#include "resolve/numeric_date.h"
#include "resolve/publication.h"

namespace attest {

struct ResolvedDate {
  DateExpression expression;
  std::vector<DerivationStep> steps;  ///< Anchor and steps, of depth 1; only where asked for.
};

/// Reads annotations of type Date: fields type, timex, steps (date_steps.h), numeric (numeric_date.h), mod, citation.
class DateResolver {
 public:
  explicit DateResolver(const CompiledRules& rules);

  /// Replaces what it held by the dates of this chart's document. Linear in the number of its dates.
  void resolve(const Chart& chart, const DocumentMetadata& metadata, bool derivations);
  /// The date that an annotation of type Date stands for; nullptr for other annotations.
  [[nodiscard]] const ResolvedDate* of(AnnotationId id) const noexcept;
  /// When the document was published, and how that is known.
  [[nodiscard]] const Publication& publication() const noexcept { return publication_; }

 private:
  struct Fields {
    FieldName type, timex, steps, numeric, mod, citation;
  };

  void collect(const Chart& chart);
  void find_day_order(const Chart& chart, const DocumentMetadata& metadata);
  void find_publication(const Chart& chart, const DocumentMetadata& metadata);
  [[nodiscard]] std::optional<Day> stated_day(const Chart& chart, const Annotation& annotation) const;
  [[nodiscard]] DateRun run(const Chart& chart, const Annotation& annotation, std::uint32_t sentence, DateExpression& date) const;
  [[nodiscard]] DateRun run_numeric(const NumericDate& numeric, const DateContext& context, DateExpression& date) const;
  void resolve_one(const Chart& chart, const Annotation& annotation, std::uint32_t sentence, bool derivations, ResolvedDate& date);

  FieldReader reader_;
  Fields fields_;
  std::optional<TypeId> date_type_;
  std::vector<AnnotationId> order_;      // dates in order of position
  std::vector<std::uint32_t> sentence_;  // of each
  std::vector<std::uint32_t> index_of_;  // by annotation id: position in order_, or kAbsent
  std::vector<ResolvedDate> dates_;
  Publication publication_;
  DayOrder day_order_ = DayOrder::kUnknown;
  DateFocus focus_;
};

}  // namespace attest
