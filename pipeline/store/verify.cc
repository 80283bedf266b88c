#include "store/verify.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "base/sha256.h"
#include "record/names.h"
#include "store/connection.h"
#include "store/fact_reader.h"
#include "store/identity.h"
#include "store/mention_reader.h"
#include "store/sql_error.h"
#include "text/code_points.h"

namespace attest {
namespace {

std::string shown(Span span) { return std::to_string(span.begin) + ".." + std::to_string(span.end); }

/// One pass over a store; collects problems in `report`.
class Verifier {
 public:
  Verifier(SQLite::Database& database, VerifyReport& report)
      : database_(database),
        report_(report),
        sentences_(database, "SELECT char_start, char_end FROM sentence WHERE document_key = ? ORDER BY sentence_number"),
        mentions_(database, select_mentions() + "WHERE document_key = ? ORDER BY mention_number"),
        facts_(database, select_facts() + "WHERE fact.document_key = ? ORDER BY fact_number"),
        fact_count_(database, "SELECT count(*) FROM fact WHERE document_key = ?"),
        figure_reals_(database,
                      "SELECT value, iif(is_point, value, low) AS low, iif(is_point, value, high) AS high, rounding"
                      " FROM figure WHERE document_key = ? AND mention_number = ?"),
        agreement_reals_(database, "SELECT value FROM agreement WHERE document_key = ? AND mention_number = ?") {}

  void run() {
    structure();
    foreign_keys();
    versions();
    documents();
  }

 private:
  void problem(std::string where, std::string what) { report_.problems.push_back({std::move(what), std::move(where)}); }

  /// In a connection of its own: SQLite reads CHECK constraints on writable ones only, so a store open for reading would pass
  /// rows that break them. Where the file may not be written, SQLite opens it for reading all the same.
  void structure() {
    SQLite::Database writable(database_.getFilename(), SQLite::OPEN_READWRITE);
    writable.exec("PRAGMA query_only = ON");
    SQLite::Statement row(writable, "PRAGMA integrity_check");
    while (row.executeStep()) {
      if (const std::string finding = row.getColumn(0).getString(); finding != "ok") problem("file", finding);
    }
  }

  void foreign_keys() {
    SQLite::Statement row(database_, "PRAGMA foreign_key_check");
    while (row.executeStep()) {
      problem("table " + row.getColumn(0).getString(), "a row has no parent in " + row.getColumn(2).getString());
    }
  }

  void versions() {
    SQLite::Statement row(database_,
                          "SELECT uri, sum(is_current), count(*), max(version) FROM document GROUP BY uri"
                          " HAVING sum(is_current) <> 1 OR count(*) <> max(version) ORDER BY uri");
    while (row.executeStep()) {
      problem("uri " + row.getColumn(0).getString(), "has " + row.getColumn(1).getString() + " current versions of " +
                                                         row.getColumn(2).getString() + ", the last of which is number " +
                                                         row.getColumn(3).getString());
    }
  }

  void documents() {
    SQLite::Statement row(database_, "SELECT document_key, document_id, uri, sha256, characters, text FROM document ORDER BY uri, version");
    while (row.executeStep()) {
      ++report_.documents;
      text_ = row.getColumn(5).getString();
      code_points_.reset(text_);
      document_id_ = row.getColumn(1).getString();
      document(row);
      sentences(row.getColumn(0).getInt64());
      mentions(row.getColumn(0).getInt64());
      facts(row.getColumn(0).getInt64());
    }
  }

  void document(SQLite::Statement& row) {
    const std::string uri = row.getColumn(2).getString();
    where_ = "document " + document_id_ + " (" + uri + ")";
    const std::string sha256 = sha256_hex(text_);
    if (row.getColumn(3).getString() != sha256) problem(where_, "the text is not the one that was stored: its SHA-256 is " + sha256);
    if (document_id_ != document_id(uri, row.getColumn(3).getString())) problem(where_, "the id is not that of its uri and SHA-256");
    if (row.getColumn(4).getUInt() != code_points_.size())
      problem(where_, "the text has " + std::to_string(code_points_.size()) + " code points");
  }

  /// True where both spans are the same stretch of the text.
  bool is_passage(Span chars, Span bytes) const {
    return bytes.begin <= bytes.end && bytes.end <= text_.size() && chars.end <= code_points_.size() &&
           code_points_.to_bytes(chars) == bytes;
  }

  void sentences(std::int64_t key) {
    sentences_.reset();
    sentences_.bind(1, key);
    std::uint32_t end = 0;
    while (sentences_.executeStep()) {
      ++report_.sentences;
      const Span chars{sentences_.getColumn(0).getUInt(), sentences_.getColumn(1).getUInt()};
      if (chars.end > code_points_.size()) problem(where_, "the sentence at " + shown(chars) + " ends behind the text");
      if (chars.begin < end) problem(where_, "the sentence at " + shown(chars) + " overlaps the one before");
      end = chars.end;
    }
  }

  void mentions(std::int64_t key) {
    mentions_.reset();
    mentions_.bind(1, key);
    while (mentions_.executeStep()) {
      ++report_.mentions;
      mention(read_mention(mentions_));
    }
  }

  void facts(std::int64_t key) {
    facts_.reset();
    facts_.bind(1, key);
    std::int64_t read = 0;
    for (; facts_.executeStep(); ++read) fact(read_fact(facts_));
    report_.facts += static_cast<std::uint64_t>(read);
    fact_count_.reset();
    fact_count_.bind(1, key);
    fact_count_.executeStep();
    if (fact_count_.getColumn(0).getInt64() != read) problem(where_, "a fact has no figure");
  }

  void fact(const StoredFact& stored) {
    const std::string where = "fact " + stored.fact_id + " of " + where_;
    if (stored.fact_id != fact_id(document_id_, stored.figure, stored.fact)) problem(where, "the id is not that of its content");
    const std::string_view before = std::string_view(text_).substr(0, std::min<std::size_t>(stored.figure.bytes.begin, text_.size()));
    const auto line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    if (stored.line != line) problem(where, "its figure is on line " + std::to_string(line));
    const std::size_t line_break = before.rfind('\n');
    const auto line_start = static_cast<std::uint32_t>(line_break == std::string_view::npos ? 0 : line_break + 1);
    const std::uint32_t column = code_points_.to_code_points(Span{line_start, static_cast<std::uint32_t>(before.size())}).size() + 1;
    if (stored.column != column) problem(where, "its figure is in column " + std::to_string(column));
  }

  void mention(const StoredMention& stored) {
    const std::string where = "mention " + stored.mention_id + " of " + where_;
    const Mention& mention = stored.mention;
    if (!is_passage(mention.chars, mention.bytes)) {
      problem(where, "code points " + shown(mention.chars) + " are not bytes " + shown(mention.bytes) + " of the text");
    } else if (const auto passage = mention.bytes.of(text_); passage != stored.quote) {
      problem(where,
              "the quote is \"" + stored.quote + "\", but the text says \"" + std::string(passage) + "\" at " + shown(mention.chars));
    }
    if (!mention.sentence_chars.contains(mention.chars) || mention.sentence_chars.end > code_points_.size()) {
      problem(where, "its sentence " + shown(mention.sentence_chars) + " does not hold it");
    }
    content(where, stored);
  }

  void content(const std::string& where, const StoredMention& stored) {
    if (!stored.has_its_row) {
      problem(where, "it has no row in the table of its kind, or one in another's");
      return;
    }
    if (stored.mention_id != mention_id(document_id_, stored.kind, stored.mention.chars, normal_form(stored.mention))) {
      problem(where, "the id is not that of its content");
    }
    if (const Figure* figure = stored.mention.figure()) {
      reals(where, stored, figure_reals_, {&figure->value, &figure->low, &figure->high, &figure->rounding});
    } else if (const Agreement* agreement = stored.mention.agreement()) {
      reals(where, stored, agreement_reals_, {&agreement->value});
    }
  }

  /// The REAL columns that `select` gives are the nearest doubles of `exact`.
  void reals(const std::string& where, const StoredMention& stored, SQLite::Statement& select,
             std::initializer_list<const std::optional<Decimal>*> exact) {
    select.reset();
    select.bind(1, stored.document_key);
    select.bind(2, stored.number);
    select.executeStep();
    int column = 0;
    for (const auto* number : exact) {
      const std::string_view name = select.getColumnName(column);
      const bool is_null = select.isColumnNull(column);
      if (is_null != !number->has_value() || (!is_null && select.getColumn(column).getDouble() != (*number)->to_double())) {
        problem(where, std::string(name).append(" is not ").append(name).append("_text"));
      }
      ++column;
    }
  }

  SQLite::Database& database_;
  VerifyReport& report_;
  SQLite::Statement sentences_;
  SQLite::Statement mentions_;
  SQLite::Statement facts_;
  SQLite::Statement fact_count_;
  SQLite::Statement figure_reals_;
  SQLite::Statement agreement_reals_;
  CodePointIndex code_points_;
  std::string text_;
  std::string document_id_;
  std::string where_;
};

}  // namespace

Result<VerifyReport> verify(const Store& store) {
  Store::Connection& connection = store.connection();
  return guarded(connection.path, [&]() -> Result<VerifyReport> {
    VerifyReport report;
    Verifier(connection.database, report).run();
    return report;
  });
}

}  // namespace attest
