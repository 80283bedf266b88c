#include "store/extraction_rows.h"

#include <array>
#include <optional>

#include "record/names.h"
#include "store/identity.h"
#include "store/row_binder.h"

namespace attest {
namespace {

void bind_real(RowBinder& row, const std::optional<Decimal>& number) {
  if (number) {
    row << number->to_double();
  } else {
    row << nullptr;
  }
}

}  // namespace

ExtractionRows::ExtractionRows(SQLite::Database& database)
    : sentence_(database, "INSERT INTO sentence VALUES (?, ?, ?, ?, ?, ?, ?)"),
      mention_(database, "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      figure_(database, "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      date_(database, "INSERT INTO date_expression VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      derivation_(database, "INSERT INTO derivation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      remove_mentions_(database, "DELETE FROM mention WHERE document_key = ?"),
      remove_sentences_(database, "DELETE FROM sentence WHERE document_key = ?") {}

void ExtractionRows::insert(std::int64_t document_key, const std::string& document_id, const ExtractedDocument& extracted,
                            const CodePointIndex& code_points) {
  std::uint32_t sentence_number = 0;
  for (const SentenceRecord& sentence : extracted.extraction.sentences) insert(document_key, sentence_number++, sentence);
  std::uint32_t number = 0;
  for (const Mention& mention : extracted.extraction.mentions) {
    insert_mention(document_key, number, document_id, mention, extracted.document.text);
    std::visit([&](const auto& content) { insert(document_key, number, content); }, mention.content);
    std::uint32_t step_number = 0;
    for (const DerivationStep& step : mention.derivation) {
      insert(document_key, number, step_number++, step, code_points.to_code_points(step.bytes));
    }
    ++number;
  }
}

void ExtractionRows::remove(std::int64_t document_key) {
  (RowBinder(remove_mentions_) << document_key).run();
  (RowBinder(remove_sentences_) << document_key).run();
}

void ExtractionRows::insert(std::int64_t document_key, std::uint32_t number, const SentenceRecord& sentence) {
  (RowBinder(sentence_) << document_key << number << sentence.chars << sentence.bytes << name_of(sentence.block)).run();
}

void ExtractionRows::insert_mention(std::int64_t document_key, std::uint32_t number, const std::string& document_id, const Mention& mention,
                                    std::string_view text) {
  const std::string id = mention_id(document_id, kind_of(mention), mention.chars, normal_form(mention));
  RowBinder row(mention_);
  row << document_key << number << id << kind_of(mention) << mention.chars << mention.bytes << mention.sentence_chars;
  (row << mention.bytes.of(text) << mention.rule).run();
}

void ExtractionRows::insert(std::int64_t document_key, std::uint32_t number, const Figure& figure) {
  RowBinder row(figure_);
  row << document_key << number << name_of(figure.quantity);
  const std::array<const std::optional<Decimal>*, 4> numbers = {&figure.value, &figure.low, &figure.high, &figure.rounding};
  for (const auto* value : numbers) bind_real(row, *value);
  std::array<std::string, 4> exact;  // bound without a copy: must live until the row is written
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (*numbers[i]) (*numbers[i])->append_to(exact[i]);
    row.or_null(exact[i]);
  }
  row.or_null(figure.unit) << name_of(figure.bound);
  row.or_null(figure.noun).run();
}

void ExtractionRows::insert(std::int64_t document_key, std::uint32_t number, const DateExpression& date) {
  RowBinder row(date_);
  row << document_key << number << name_of(date.type);
  row.or_null(date.timex).or_null(date.start_date).or_null(date.end_date);
  (row << int{date.relative} << int{date.citation}).run();
}

void ExtractionRows::insert(std::int64_t document_key, std::uint32_t number, std::uint32_t step_number, const DerivationStep& step,
                            Span chars) {
  RowBinder row(derivation_);
  row << document_key << number << step_number << step.depth << step.rule;
  row.or_null(step.part) << chars << step.bytes;
  row.or_null(step.value).run();
}

}  // namespace attest
