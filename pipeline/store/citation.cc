#include "store/citation.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <cctype>

#include "base/ascii.h"
#include "store/connection.h"
#include "store/fact_reader.h"
#include "store/identity.h"
#include "store/mention_reader.h"
#include "store/sql_error.h"
#include "text/code_points.h"

namespace attest {
namespace {

constexpr std::size_t kShortestPrefix = 6;
constexpr std::size_t kIdLength = 32;
constexpr int kMostCandidates = 10;
constexpr std::uint32_t kContextCharacters = 240;

enum class RowKind : int { kMention, kDocument, kFact };

struct Candidate {
  std::string id;
  std::string label;  // what an ambiguity shows
  RowKind kind = RowKind::kMention;
};

/// Lower-case, or an error where it is no prefix of an id.
Result<std::string> normalised_prefix(std::string_view prefix) {
  const auto is_hexadecimal = [](unsigned char c) { return std::isxdigit(c) != 0; };
  if (prefix.size() < kShortestPrefix || prefix.size() > kIdLength || !std::all_of(prefix.begin(), prefix.end(), is_hexadecimal)) {
    return Error{ErrorCode::kUsage,
                 "not an id: " + std::string(prefix),
                 {},
                 "ids are 6 to 32 hexadecimal digits; mention_id, fact_id and document_id of the views"};
  }
  return ascii_lowered(prefix);
}

/// Ids that begin with `prefix`; 'g' sorts behind every hexadecimal digit, so the range uses the index.
constexpr const char* kDocumentCandidates =
    "SELECT document_id, 'document ' || uri, 1 FROM document WHERE document_id >= ?1 AND document_id < ?1 || 'g' ORDER BY 1 LIMIT ?2";
constexpr const char* kMentionCandidates =
    "SELECT mention_id, kind || ' \"' || quote || '\"', 0 FROM mention WHERE mention_id >= ?1 AND mention_id < ?1 || 'g' ORDER BY 1 LIMIT "
    "?2";
constexpr const char* kFactCandidates =
    "SELECT fact_id, 'fact \"' || coalesce(measure, measure_id, '') || '\"', 2 FROM fact WHERE fact_id >= ?1 AND fact_id < ?1 || 'g'"
    " ORDER BY 1 LIMIT ?2";

void append_candidates(SQLite::Database& database, const char* sql, const std::string& prefix, std::vector<Candidate>& found) {
  SQLite::Statement rows(database, sql);
  rows.bind(1, prefix);
  rows.bind(2, kMostCandidates + 1);
  while (rows.executeStep()) {
    found.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(), static_cast<RowKind>(rows.getColumn(2).getInt())});
  }
}

/// Up to the digits that a document shares with its mentions, the document is meant.
std::vector<Candidate> candidates(SQLite::Database& database, const std::string& prefix) {
  std::vector<Candidate> found;
  append_candidates(database, kDocumentCandidates, prefix, found);
  if (!found.empty() && prefix.size() <= kSharedIdDigits) return found;
  append_candidates(database, kMentionCandidates, prefix, found);
  append_candidates(database, kFactCandidates, prefix, found);
  return found;
}

Error ambiguity(const std::string& prefix, const std::vector<Candidate>& found) {
  std::string hint = "give more digits:";
  for (int i = 0; i < std::min<int>(kMostCandidates, static_cast<int>(found.size())); ++i) {
    const Candidate& candidate = found[static_cast<std::size_t>(i)];
    hint += (i == 0 ? " " : ", ") + candidate.id + " " + candidate.label;
  }
  if (found.size() > static_cast<std::size_t>(kMostCandidates)) hint += ", ...";
  return {ErrorCode::kUsage, "the id " + prefix + " is ambiguous", {}, std::move(hint)};
}

struct DocumentRow {
  StoredDocument document;
  std::int64_t key = 0;
  std::string text;
};

DocumentRow document_where(SQLite::Database& database, const std::string& condition, const std::string& value) {
  SQLite::Statement row(database, select_documents() + condition);
  row.bind(1, value);
  row.executeStep();
  DocumentRow found{read_document(row), row.getColumn("document_key").getInt64(), {}};
  SQLite::Statement text(database, "SELECT text FROM document WHERE document_key = ?");
  text.bind(1, found.key);
  text.executeStep();
  found.text = text.getColumn(0).getString();
  return found;
}

std::uint64_t count_of(SQLite::Database& database, const std::string& table, std::int64_t document_key) {
  SQLite::Statement count(database, "SELECT count(*) FROM " + table + " WHERE document_key = ?");
  count.bind(1, document_key);
  count.executeStep();
  return static_cast<std::uint64_t>(count.getColumn(0).getInt64());
}

DocumentCitation cite_document(SQLite::Database& database, const std::string& id) {
  DocumentRow row = document_where(database, "WHERE document_id = ?", id);
  DocumentCitation citation;
  citation.characters = CodePointIndex(row.text).size();
  citation.sentences = count_of(database, "sentence", row.key);
  citation.mentions = count_of(database, "mention", row.key);
  citation.facts = count_of(database, "fact", row.key);
  citation.document = std::move(row.document);
  citation.text = std::move(row.text);
  return citation;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// Up to kContextCharacters code points before `offset`, from the start of a word.
std::string_view text_before(std::string_view text, const CodePointIndex& index, std::uint32_t offset) {
  const std::uint32_t end = index.to_code_points(offset);
  if (end <= kContextCharacters) return text.substr(0, offset);
  std::uint32_t begin = index.to_bytes(end - kContextCharacters);
  while (begin < offset && !is_space(text[begin - 1])) ++begin;
  return text.substr(begin, offset - begin);
}

/// The same behind `offset`, up to the end of a word.
std::string_view text_after(std::string_view text, const CodePointIndex& index, std::uint32_t offset) {
  const std::uint32_t begin = index.to_code_points(offset);
  if (index.size() - begin <= kContextCharacters) return text.substr(offset);
  std::uint32_t end = index.to_bytes(begin + kContextCharacters);
  while (end > offset && !is_space(text[end])) --end;
  return text.substr(offset, end - offset);
}

void set_passage(MentionCitation& citation, std::string_view text) {
  const CodePointIndex index(text);
  const Span sentence = index.to_bytes(citation.mention.sentence_chars);
  const Span quote = citation.mention.bytes;
  citation.sentence = sentence.of(text);
  citation.quote_in_sentence = {quote.begin - sentence.begin, quote.end - sentence.begin};
  citation.before = text_before(text, index, sentence.begin);
  citation.after = text_after(text, index, sentence.end);
  const std::string_view before_quote = text.substr(0, quote.begin);
  citation.line = static_cast<std::uint32_t>(std::count(before_quote.begin(), before_quote.end(), '\n')) + 1;
  const std::size_t line_break = before_quote.rfind('\n');
  const auto line_start = static_cast<std::uint32_t>(line_break == std::string_view::npos ? 0 : line_break + 1);
  citation.column = index.to_code_points(quote.begin) - index.to_code_points(line_start) + 1;
}

std::optional<StoredMention> mention_with(SQLite::Database& database, const std::string& id) {
  SQLite::Statement row(database, select_mentions() + "WHERE mention_id = ?");
  row.bind(1, id);
  if (!row.executeStep()) return std::nullopt;
  return read_mention(row);
}

std::string place_of(SQLite::Database& database, std::int64_t document_key, std::uint32_t character) {
  SQLite::Statement row(database, "SELECT place FROM origin WHERE document_key = ? AND char_start <= ? ORDER BY char_start DESC LIMIT 1");
  row.bind(1, document_key);
  row.bind(2, character);
  return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

Result<MentionCitation> cite_mention(SQLite::Database& database, const std::string& id, const std::string& path) {
  std::optional<StoredMention> stored = mention_with(database, id);
  if (!stored) return Error{ErrorCode::kNotFound, "no mention has the id " + id, path, {}};
  DocumentRow row = document_where(database, "WHERE document_key = ?", std::to_string(stored->document_key));
  const Mention& mention = stored->mention;
  if (mention.bytes.end > row.text.size() || mention.sentence_chars.end > CodePointIndex(row.text).size()) {
    return Error{ErrorCode::kStore, "the mention " + id + " cites a passage that its document does not have", path,
                 "`attest verify` lists all damage"};
  }
  MentionCitation citation;
  citation.mention = std::move(stored->mention);
  citation.mention.derivation = read_derivation(database, stored->document_key, stored->number);
  citation.document = std::move(row.document);
  citation.mention_id = std::move(stored->mention_id);
  citation.quote = std::move(stored->quote);
  set_passage(citation, row.text);
  citation.place = place_of(database, row.key, citation.mention.chars.begin);
  return citation;
}

std::string mention_id_of(SQLite::Database& database, const StoredFact& fact) {
  SQLite::Statement row(database, "SELECT mention_id FROM mention WHERE document_key = ? AND mention_number = ?");
  row.bind(1, fact.document_key);
  row.bind(2, fact.fact.figure);
  row.executeStep();
  return row.getColumn(0).getString();
}

Result<Citation> cite_fact(SQLite::Database& database, const std::string& id, const std::string& path) {
  SQLite::Statement row(database, select_facts() + "WHERE fact_id = ?");
  row.bind(1, id);
  if (!row.executeStep()) return Error{ErrorCode::kStore, "the fact " + id + " has no figure", path, "`attest verify` lists all damage"};
  StoredFact stored = read_fact(row);
  auto passage = cite_mention(database, mention_id_of(database, stored), path);
  if (!passage) return passage.error();
  FactCitation citation{id, std::move(stored.fact), std::move(*passage)};
  citation.fact.steps = read_fact_steps(database, stored.document_key, stored.number);
  return Citation(std::move(citation));
}

}  // namespace

Result<Citation> find_cited(const Store& store, std::string_view id_prefix) {
  const Result<std::string> prefix = normalised_prefix(id_prefix);
  if (!prefix) return prefix.error();
  Store::Connection& connection = store.connection();
  return guarded(connection.path, [&]() -> Result<Citation> {
    const std::vector<Candidate> found = candidates(connection.database, *prefix);
    if (found.empty()) return Error{ErrorCode::kNotFound, "no document, mention or fact has the id " + *prefix, connection.path, {}};
    if (found.size() > 1) return ambiguity(*prefix, found);
    const std::string& id = found.front().id;
    if (found.front().kind == RowKind::kDocument) return Citation(cite_document(connection.database, id));
    if (found.front().kind == RowKind::kFact) return cite_fact(connection.database, id, connection.path);
    auto mention = cite_mention(connection.database, id, connection.path);
    if (!mention) return mention.error();
    return Citation(std::move(*mention));
  });
}

Result<std::vector<DerivationStep>> derivation_of(const Store& store, std::string_view mention_id) {
  Store::Connection& connection = store.connection();
  return guarded(connection.path, [&]() -> Result<std::vector<DerivationStep>> {
    const auto stored = mention_with(connection.database, std::string(mention_id));
    if (!stored) return Error{ErrorCode::kNotFound, "no mention has the id " + std::string(mention_id), connection.path, {}};
    return read_derivation(connection.database, stored->document_key, stored->number);
  });
}

}  // namespace attest
