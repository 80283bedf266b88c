#include "store/extraction_rows.h"

#include <optional>

#include "record/names.h"
#include "store/identity.h"
#include "store/row_binder.h"

namespace attest {
namespace {

/// Binds the nearest double of a number, or NULL.
void bind_real(RowBinder& row, const std::optional<Decimal>& number) {
  if (number) {
    row << number->to_double();
  } else {
    row << nullptr;
  }
}

std::string exact_text(const std::optional<Decimal>& number) { return number ? number->to_string() : std::string(); }

/// As the tables keep lists: a line each, since elements may hold commas, but no line feed.
std::string in_lines(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) {
    if (!all.empty()) all += '\n';
    all += text;
  }
  return all;
}

bool is_point(const Figure& figure) { return figure.value && figure.low == figure.value && figure.high == figure.value; }

}  // namespace

ExtractionRows::ExtractionRows(SQLite::Database& database)
    : sentence_(database, "INSERT INTO sentence VALUES (?, ?, ?, ?, ?)"),
      mention_(database, "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      figure_(database, "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      date_(database, "INSERT INTO date_expression VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      name_(database, "INSERT INTO name VALUES (?, ?, ?, ?, ?, ?)"),
      agreement_(database, "INSERT INTO agreement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      derivation_(database, "INSERT INTO derivation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      facts_(database),
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
  facts_.insert(document_key, document_id, extracted, code_points);
}

void ExtractionRows::remove(std::int64_t document_key) {
  (RowBinder(remove_mentions_) << document_key).run();
  (RowBinder(remove_sentences_) << document_key).run();
}

void ExtractionRows::insert(std::int64_t document_key, std::uint32_t number, const SentenceRecord& sentence) {
  (RowBinder(sentence_) << document_key << number << sentence.chars << name_of(sentence.block)).run();
}

void ExtractionRows::insert_mention(std::int64_t document_key, std::uint32_t number, const std::string& document_id, const Mention& mention,
                                    std::string_view text) {
  const std::string id = mention_id(document_id, kind_of(mention), mention.chars, normal_form(mention));
  RowBinder row(mention_);
  row << document_key << number << id << kind_of(mention) << mention.chars << mention.bytes << mention.sentence_chars;
  (row << mention.bytes.of(text) << mention.rule).run();
}

void ExtractionRows::insert(std::int64_t document_key, std::uint32_t number, const Figure& figure) {
  const bool point = is_point(figure);
  const std::optional<Decimal> low = point ? std::nullopt : figure.low;
  const std::optional<Decimal> high = point ? std::nullopt : figure.high;
  // Bound without a copy: the texts must live until the row is written.
  const std::string value_text = exact_text(figure.value);
  const std::string rounding_text = exact_text(figure.rounding);
  const std::string low_text = exact_text(low);
  const std::string high_text = exact_text(high);

  RowBinder row(figure_);
  row << document_key << number << name_of(figure.quantity);
  bind_real(row, figure.value);
  row.or_null(value_text);
  bind_real(row, figure.rounding);
  row.or_null(rounding_text).or_null(figure.unit) << name_of(figure.bound);
  row.or_null(figure.noun) << int{point};
  bind_real(row, low);
  bind_real(row, high);
  row.or_null(low_text).or_null(high_text).run();
}

void ExtractionRows::insert(std::int64_t document_key, std::uint32_t number, const DateExpression& date) {
  RowBinder row(date_);
  row << document_key << number << name_of(date.type);
  row.or_null(date.timex).or_null(date.start_date).or_null(date.end_date);
  row << int{date.relative} << int{date.citation};
  row.or_null(date.mod).or_null(date.alternative).run();
}

void ExtractionRows::insert(std::int64_t document_key, std::uint32_t number, const Name& name) {
  RowBinder row(name_);
  row << document_key << number << name.name;
  row.or_null(name.type).or_null(name.id).or_null(name.country).run();
}

void ExtractionRows::insert(std::int64_t document_key, std::uint32_t number, const Agreement& agreement) {
  const std::string parties = in_lines(agreement.parties);
  const std::string value_text = exact_text(agreement.value);
  RowBinder row(agreement_);
  row << document_key << number << agreement.id << name_of(agreement.kind);
  row.or_null(agreement.title);
  if (agreement.count) {
    row << *agreement.count;
  } else {
    row << nullptr;
  }
  row.or_null(parties).or_null(agreement.signed_start).or_null(agreement.signed_end).or_null(agreement.place);
  bind_real(row, agreement.value);
  row.or_null(value_text).or_null(agreement.value_unit).or_null(agreement.subject);
  (row << name_of(agreement.status)).run();
}

void ExtractionRows::insert(std::int64_t document_key, std::uint32_t number, std::uint32_t step_number, const DerivationStep& step,
                            Span chars) {
  RowBinder row(derivation_);
  row << document_key << number << step_number << step.depth << step.rule;
  row.or_null(step.part) << chars << step.bytes;
  row.or_null(step.value).run();
}

}  // namespace attest
