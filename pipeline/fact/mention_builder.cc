#include "fact/mention_builder.h"

#include <algorithm>
#include <array>

#include "fact/derivation.h"
#include "record/names.h"
#include "value/rounding.h"

namespace attest {
namespace {

bool states_facts(BlockKind kind) noexcept { return kind != BlockKind::kBibliography && kind != BlockKind::kFurniture; }

Precision precision_of(Quantity quantity) noexcept {
  switch (quantity) {
    case Quantity::kCount:
      return Precision::kCount;
    case Quantity::kPercent:
    case Quantity::kPercentagePoint:
      return Precision::kPercent;
    case Quantity::kOrdinal:
      return Precision::kExact;
    default:
      return Precision::kAmount;
  }
}

Span bytes_of(const TokenView& view, TokenRange range) noexcept { return {view.tokens[range.begin].begin, view.tokens[range.end - 1].end}; }

// In a column that only numbers the rows.
bool is_before_names(const Table& table, std::uint32_t row, Span figure) {
  return table.has_header_column && figure.end <= table.cell(row, table.header_column).bytes.begin;
}

}  // namespace

MentionBuilder::MentionBuilder(const CompiledRules& rules, const NumberLexicon& numbers)
    : rules_(&rules),
      names_{field("quantity"), field("value"),   field("low"),    field("high"), field("unit"),
             field("noun"),     field("written"), field("factor"), field("form"), field("bound")},
      figure_type_(type("Figure")),
      bound_type_(type("Bound")),
      header_units_(rules, numbers) {}

FieldName MentionBuilder::field(std::string_view name) const noexcept {
  const auto found = std::find(rules_->field_names.begin(), rules_->field_names.end(), name);
  return found == rules_->field_names.end() ? kAbsent : static_cast<FieldName>(found - rules_->field_names.begin());
}

std::optional<TypeId> MentionBuilder::type(std::string_view name) const noexcept {
  const auto found = std::find(rules_->types.begin(), rules_->types.end(), name);
  if (found == rules_->types.end()) return std::nullopt;
  return static_cast<TypeId>(found - rules_->types.begin());
}

const Value& MentionBuilder::value_of(const Chart& chart, const Annotation& annotation, FieldName name) const noexcept {
  static const Value kNothing;
  if (name == kAbsent) return kNothing;
  const std::uint32_t slot = rules_->rules[annotation.rule].field_slots[name];
  return slot == kAbsent ? kNothing : chart.field(annotation.first_field + slot);
}

std::optional<Decimal> MentionBuilder::decimal_of(const Chart& chart, const Annotation& annotation, FieldName name) const noexcept {
  const Value& value = value_of(chart, annotation, name);
  return value.is_decimal() ? std::optional(value.decimal()) : std::nullopt;
}

const Part* MentionBuilder::part_named(const Chart& chart, const Annotation& annotation, std::string_view name) const noexcept {
  const auto& captures = rules_->rules[annotation.rule].captures;
  const auto found = std::find(captures.begin(), captures.end(), name);
  if (found == captures.end()) return nullptr;
  return &chart.part(annotation.first_part + static_cast<std::uint32_t>(found - captures.begin()));
}

void MentionBuilder::collect_bounds(const Chart& chart) {
  bounds_.assign(chart.annotations().size(), Bound::kExact);
  if (!bound_type_) return;
  for (const AnnotationId id : chart.of_type(*bound_type_)) {
    const Annotation& annotation = chart.annotation(id);
    const auto bound = bound_named(value_of(chart, annotation, names_.bound).text());
    for (const std::string_view name : {"of", "also"}) {
      const Part* part = part_named(chart, annotation, name);
      if (bound && part != nullptr && part->annotation != kNoAnnotation) bounds_[part->annotation] = *bound;
    }
  }
}

std::optional<Decimal> MentionBuilder::rounding_of(const Chart& chart, const Annotation& annotation, Quantity quantity) const {
  const auto written = decimal_of(chart, annotation, names_.written);
  if (!written) return std::nullopt;
  const Decimal factor = decimal_of(chart, annotation, names_.factor).value_or(Decimal(1));
  const bool scale_word = factor >= Decimal(1000);
  return stated_rounding(*written, factor, scale_word, precision_of(quantity));
}

Figure MentionBuilder::figure_of(const Chart& chart, const Annotation& annotation) const {
  Figure figure;
  figure.quantity = quantity_named(value_of(chart, annotation, names_.quantity).text()).value_or(Quantity::kCount);
  figure.value = decimal_of(chart, annotation, names_.value);
  figure.low = decimal_of(chart, annotation, names_.low);
  figure.high = decimal_of(chart, annotation, names_.high);
  if (figure.value) {
    if (!figure.low) figure.low = figure.value;
    if (!figure.high) figure.high = figure.value;
  }
  figure.unit = value_of(chart, annotation, names_.unit).text();
  figure.noun = value_of(chart, annotation, names_.noun).text();
  figure.rounding = rounding_of(chart, annotation, figure.quantity);
  if (value_of(chart, annotation, names_.form).text() == "vague") figure.bound = Bound::kVague;
  return figure;
}

// A bare number of a table's column is what the column's head says.
void MentionBuilder::apply_header(const Chart& chart, const Annotation& annotation, const Block& block, Figure& figure) const {
  if (figure.quantity != Quantity::kCount || !figure.noun.empty()) return;
  const auto header = header_units_.at(chart.text(), block, bytes_of(chart.view(), annotation.span));
  if (!header) return;
  for (std::optional<Decimal>* number : {&figure.value, &figure.low, &figure.high}) {
    if (*number) *number = multiply(**number, header->factor);
  }
  figure.quantity = header->quantity;
  figure.unit = header->unit;
  const auto written = decimal_of(chart, annotation, names_.written);
  const bool scaled = header->factor >= Decimal(1000);
  figure.rounding = written ? stated_rounding(*written, header->factor, scaled, precision_of(header->quantity)) : std::nullopt;
}

// Accountants write -35 as "(35)": a cell that holds nothing else. A single digit is a footnote's mark.
bool MentionBuilder::is_loss_in_brackets(const AnalysedText& text, const Block& block, Span figure) {
  if (block.kind != BlockKind::kTableRow || figure.begin == 0 || figure.end - figure.begin < 2) return false;
  const bool bracketed = figure.end < text.text.size() && text.text[figure.begin - 1] == '(' && text.text[figure.end] == ')';
  if (!bracketed) return false;
  const Table& table = text.tables[block.table];
  const auto row = table.cells.begin() + static_cast<std::ptrdiff_t>(std::size_t{block.row} * table.columns);
  return std::any_of(row, row + static_cast<std::ptrdiff_t>(table.columns),
                     [&](const TableCell& cell) { return cell.bytes.begin == figure.begin - 1 && cell.bytes.end == figure.end + 1; });
}

void MentionBuilder::negate(Figure& figure) {
  if (figure.value) figure.value = figure.value->negated();
  std::swap(figure.low, figure.high);
  if (figure.low) figure.low = figure.low->negated();
  if (figure.high) figure.high = figure.high->negated();
}

// In a table's head numbers are parts of units and names; beside and above it, words without a digit are.
bool MentionBuilder::is_part_of_head(const Chart& chart, const Annotation& annotation, std::uint32_t block) const {
  const AnalysedText& text = chart.text();
  const Block& self = text.blocks[block];
  const std::string_view passage = chart.view().passage(annotation.span);
  if (self.kind == BlockKind::kTableRow) {
    const Table& table = text.tables[self.table];
    if (self.row < table.header_rows || is_before_names(table, self.row, bytes_of(chart.view(), annotation.span))) return true;
  }
  return header_units_.is_heading_of_table(text, block) && passage.find_first_of("0123456789") == std::string_view::npos;
}

// What the rule says, the table around it, and the words before it.
Figure MentionBuilder::figure_in(const Chart& chart, AnnotationId id, const Block& block) const {
  const Annotation& annotation = chart.annotation(id);
  Figure figure = figure_of(chart, annotation);
  apply_header(chart, annotation, block, figure);
  if (is_loss_in_brackets(chart.text(), block, bytes_of(chart.view(), annotation.span))) negate(figure);
  if (figure.bound == Bound::kExact) figure.bound = bounds_[id];
  return figure;
}

Mention MentionBuilder::mention_at(const Chart& chart, const Annotation& annotation, const Sentence& sentence) const {
  Mention mention;
  mention.bytes = bytes_of(chart.view(), annotation.span);
  mention.chars = chart.text().code_points.to_code_points(mention.bytes);
  mention.sentence_chars = chart.text().code_points.to_code_points(sentence.bytes);
  mention.rule = rules_->rules[annotation.rule].name;
  return mention;
}

void MentionBuilder::build(const Chart& chart, const DateResolver& dates, bool derivations, std::vector<Mention>& mentions) {
  collect_bounds(chart);
  header_units_.read(chart);
  const AnalysedText& text = chart.text();
  const auto first = static_cast<std::ptrdiff_t>(mentions.size());
  auto sentence = text.sentences.begin();
  const auto annotations = chart.annotations();
  for (AnnotationId id = 0; id < annotations.size(); ++id) {
    const Annotation& annotation = annotations[id];
    const bool is_figure = annotation.type == figure_type_;
    const ResolvedDate* date = is_figure ? nullptr : dates.of(id);
    if (!is_figure && date == nullptr) continue;
    if (annotation.span.begin < sentence->tokens.begin) sentence = text.sentences.begin();  // a later phase starts over
    while (sentence->tokens.end <= annotation.span.begin) ++sentence;
    const Block& block = text.blocks[sentence->block];
    if (!states_facts(block.kind)) continue;
    if (is_figure && is_part_of_head(chart, annotation, sentence->block)) continue;
    Mention& mention = mentions.emplace_back(mention_at(chart, annotation, *sentence));
    if (is_figure) {
      mention.content = figure_in(chart, id, block);
    } else {
      mention.content = date->expression;
    }
    if (!derivations) continue;
    mention.derivation = derivation_of(*rules_, chart, annotation);
    if (date != nullptr) mention.derivation.insert(mention.derivation.end(), date->steps.begin(), date->steps.end());
  }
  std::stable_sort(mentions.begin() + first, mentions.end(), [](const Mention& a, const Mention& b) { return a.bytes < b.bytes; });
}

}  // namespace attest
