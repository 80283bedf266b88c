#include "store/fact_rows.h"

#include <string_view>

#include "record/names.h"
#include "store/fact_reader.h"
#include "store/identity.h"
#include "store/row_binder.h"

namespace attest {
namespace {

/// The line and column at which each next figure begins; figures come in order of position.
class PlaceCounter {
 public:
  PlaceCounter(std::string_view text, const CodePointIndex& code_points) : text_(text), code_points_(&code_points) {}

  FactRows::TextPlace place_of(std::uint32_t byte) {
    if (byte < counted_) counted_ = line_start_ = 0, line_ = 1;
    const std::string_view before = text_.substr(0, byte);
    for (std::size_t end = before.find('\n', counted_); end != std::string_view::npos; end = before.find('\n', end + 1)) {
      ++line_;
      line_start_ = static_cast<std::uint32_t>(end) + 1;
    }
    counted_ = byte;
    return {line_, code_points_->to_code_points(byte) - code_points_->to_code_points(line_start_) + 1};
  }

 private:
  std::string_view text_;
  const CodePointIndex* code_points_;
  std::uint32_t counted_ = 0;
  std::uint32_t line_start_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace

FactRows::FactRows(SQLite::Database& database)
    : fact_(database, "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      step_(database, "INSERT INTO fact_step VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)") {}

void FactRows::insert(std::int64_t document_key, const std::string& document_id, const ExtractedDocument& extracted,
                      const CodePointIndex& code_points) {
  PlaceCounter places(extracted.document.text, code_points);
  std::uint32_t number = 0;
  for (const Fact& fact : extracted.extraction.facts) {
    const Mention& figure = extracted.extraction.mentions[fact.figure];
    insert(document_key, number, fact_id(document_id, figure, fact), places.place_of(figure.bytes.begin), fact);
    std::uint32_t step_number = 0;
    for (const FactStep& step : fact.steps) insert(document_key, number, step_number++, step, code_points.to_code_points(step.bytes));
    ++number;
  }
}

void FactRows::insert(std::int64_t document_key, std::uint32_t number, const std::string& id, TextPlace place, const Fact& fact) {
  const std::string parties = joined_parties(fact.parties);
  const std::string direction(name_of(fact.change.direction));
  const std::string kind(name_of(fact.change.kind));
  RowBinder row(fact_);
  row << document_key << number << id << fact.figure << place.line << place.column;
  row.or_null(fact.measure_id).or_null(fact.measure).or_null(parties).or_null(fact.from).or_null(fact.to);
  row.or_null(fact.period_start).or_null(fact.period_end);
  row << name_of(fact.period_source) << name_of(fact.status);
  row.or_null(direction).or_null(kind).or_null(fact.change.base_start).or_null(fact.change.base_end);
  row.or_null(fact.whole).or_null(fact.scope);
  row << name_of(fact.attribution.kind);
  row.or_null(fact.attribution.name);
  (row << fact.rule).run();
}

void FactRows::insert(std::int64_t document_key, std::uint32_t number, std::uint32_t step_number, const FactStep& step, Span chars) {
  RowBinder row(step_);
  row << document_key << number << step_number << step.part << step.source;
  row.or_null(step.value);
  (row << chars << step.bytes).run();
}

}  // namespace attest
