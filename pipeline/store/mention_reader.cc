#include "store/mention_reader.h"

#include <SQLiteCpp/Column.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <sstream>

#include "record/names.h"

namespace attest {
namespace {

// Columns of select_mentions().
enum MentionColumn : int {
  kDocumentKey,
  kNumber,
  kId,
  kKind,
  kCharStart,
  kCharEnd,
  kByteStart,
  kByteEnd,
  kSentenceStart,
  kSentenceEnd,
  kQuote,
  kRule,
  kQuantity,
  kValue,
  kLow,
  kHigh,
  kRounding,
  kUnit,
  kBound,
  kNoun,
  kType,
  kTimex,
  kStartDate,
  kEndDate,
  kRelative,
  kCitation,
  kModifier,
  kAlternative,
  kName,
  kNameType,
  kBearer,
  kCountry,
  kAgreement,
  kAgreementKind,
  kTitle,
  kCount,
  kParties,
  kSignedStart,
  kSignedEnd,
  kPlace,
  kWorth,
  kWorthUnit,
  kSubject,
  kStatus,
};

std::string text_at(SQLite::Statement& row, int column) { return row.getColumn(column).getString(); }

Span span_at(SQLite::Statement& row, int column) { return {row.getColumn(column).getUInt(), row.getColumn(column + 1).getUInt()}; }

std::optional<Decimal> decimal_at(SQLite::Statement& row, int column) {
  if (row.isColumnNull(column)) return std::nullopt;
  return Decimal::parse(text_at(row, column));
}

Figure figure_at(SQLite::Statement& row) {
  Figure figure;
  figure.quantity = quantity_named(text_at(row, kQuantity)).value_or(Quantity::kCount);
  figure.value = decimal_at(row, kValue);
  figure.low = decimal_at(row, kLow);
  figure.high = decimal_at(row, kHigh);
  figure.rounding = decimal_at(row, kRounding);
  figure.unit = text_at(row, kUnit);
  figure.bound = bound_named(text_at(row, kBound)).value_or(Bound::kExact);
  figure.noun = text_at(row, kNoun);
  return figure;
}

DateExpression date_at(SQLite::Statement& row) {
  DateExpression date;
  date.type = date_type_named(text_at(row, kType)).value_or(DateType::kDate);
  date.timex = text_at(row, kTimex);
  date.start_date = text_at(row, kStartDate);
  date.end_date = text_at(row, kEndDate);
  date.relative = row.getColumn(kRelative).getInt() != 0;
  date.citation = row.getColumn(kCitation).getInt() != 0;
  date.mod = text_at(row, kModifier);
  date.alternative = text_at(row, kAlternative);
  return date;
}

Name name_at(SQLite::Statement& row, NameKind kind) {
  return {kind, text_at(row, kName), text_at(row, kNameType), text_at(row, kBearer), text_at(row, kCountry)};
}

std::vector<std::string> lines_at(SQLite::Statement& row, int column) {
  std::vector<std::string> lines;
  std::istringstream text(text_at(row, column));
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

Agreement agreement_at(SQLite::Statement& row) {
  Agreement agreement;
  agreement.kind = agreement_kind_named(text_at(row, kAgreementKind)).value_or(AgreementKind::kAgreement);
  agreement.status = agreement_status_named(text_at(row, kStatus)).value_or(AgreementStatus::kUnknown);
  agreement.title = text_at(row, kTitle);
  agreement.count = row.isColumnNull(kCount) ? std::nullopt : std::optional(row.getColumn(kCount).getUInt());
  agreement.parties = lines_at(row, kParties);
  agreement.signed_start = text_at(row, kSignedStart);
  agreement.signed_end = text_at(row, kSignedEnd);
  agreement.place = text_at(row, kPlace);
  agreement.value = decimal_at(row, kWorth);
  agreement.value_unit = text_at(row, kWorthUnit);
  agreement.subject = text_at(row, kSubject);
  agreement.id = text_at(row, kAgreement);
  return agreement;
}

/// What the row of its kind says; sets `has_its_row`.
void read_content(SQLite::Statement& row, StoredMention& stored) {
  constexpr int kFirstColumns[] = {kQuantity, kType, kName, kAgreement};  // never NULL in a row of their table
  const auto is_there = [&row](int column) { return !row.isColumnNull(column); };
  int own = kType;
  if (stored.kind == "figure") {
    own = kQuantity;
    stored.mention.content = figure_at(row);
  } else if (stored.kind == "agreement") {
    own = kAgreement;
    stored.mention.content = agreement_at(row);
  } else if (const auto kind = name_kind_named(stored.kind)) {
    own = kName;
    stored.mention.content = name_at(row, *kind);
  } else {
    stored.mention.content = date_at(row);
  }
  stored.has_its_row = is_there(own) && std::count_if(std::begin(kFirstColumns), std::end(kFirstColumns), is_there) == 1;
}

}  // namespace

std::string select_mentions() {
  return "SELECT document_key, mention_number, mention_id, mention.kind, char_start, char_end, byte_start, byte_end, sentence_start, "
         "sentence_end,"
         " quote, rule_id, quantity, figure.value_text, iif(is_point, figure.value_text, low_text), iif(is_point, figure.value_text, "
         "high_text),"
         " rounding_text, unit, bound, noun, date_expression.type, timex, start_date, end_date,"
         " relative, citation, modifier, alternative, name.name, name.type, bearer_id, country, agreement_id, agreement.kind, title, "
         "count, parties, signed_start,"
         " signed_end, place, agreement.value_text, value_unit, subject, status"
         " FROM mention LEFT JOIN figure USING (document_key, mention_number)"
         " LEFT JOIN date_expression USING (document_key, mention_number)"
         " LEFT JOIN name USING (document_key, mention_number)"
         " LEFT JOIN agreement USING (document_key, mention_number) ";
}

StoredMention read_mention(SQLite::Statement& row) {
  StoredMention stored;
  stored.document_key = row.getColumn(kDocumentKey).getInt64();
  stored.number = row.getColumn(kNumber).getUInt();
  stored.mention_id = text_at(row, kId);
  stored.kind = text_at(row, kKind);
  stored.quote = text_at(row, kQuote);
  stored.mention.chars = span_at(row, kCharStart);
  stored.mention.bytes = span_at(row, kByteStart);
  stored.mention.sentence_chars = span_at(row, kSentenceStart);
  stored.mention.rule = text_at(row, kRule);
  read_content(row, stored);
  return stored;
}

std::string select_documents() {
  return "SELECT document_id, uri, media_type, title, publisher, author, published, published_basis, url, language, sha256, version,"
         " is_current, ingested_at, program_version, rules_digest, document_key FROM document JOIN extractor USING (extractor_key) ";
}

StoredDocument read_document(SQLite::Statement& row) {
  StoredDocument document;
  int column = 0;
  DocumentMetadata& metadata = document.metadata;
  for (std::string* field : {&document.document_id, &document.uri, &document.media_type, &metadata.title, &metadata.publisher,
                             &metadata.author, &metadata.published}) {
    *field = text_at(row, column++);
  }
  metadata.published_basis = published_basis_named(text_at(row, column++)).value_or(PublishedBasis::kNone);
  for (std::string* field : {&metadata.url, &metadata.language, &document.sha256}) *field = text_at(row, column++);
  document.version = row.getColumn(column++).getUInt();
  document.is_current = row.getColumn(column++).getInt() != 0;
  for (std::string* field : {&document.ingested_at, &document.program_version, &document.rules_digest}) *field = text_at(row, column++);
  return document;
}

std::vector<DerivationStep> read_derivation(SQLite::Database& database, std::int64_t document_key, std::uint32_t mention_number) {
  SQLite::Statement row(database,
                        "SELECT depth, rule_id, part, byte_start, byte_end, value_text FROM derivation"
                        " WHERE document_key = ? AND mention_number = ? ORDER BY step");
  row.bind(1, document_key);
  row.bind(2, mention_number);
  std::vector<DerivationStep> steps;
  while (row.executeStep()) {
    steps.push_back(
        {static_cast<std::uint16_t>(row.getColumn(0).getUInt()), text_at(row, 1), text_at(row, 2), span_at(row, 3), text_at(row, 5)});
  }
  return steps;
}

}  // namespace attest
