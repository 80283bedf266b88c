// The findings of the last check with their passages, and what people decided about them: the rest of check_store.h.
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <unordered_map>

#include "store/check_store.h"
#include "store/connection.h"
#include "store/row_binder.h"
#include "store/sql_error.h"

namespace attest {
namespace {

constexpr std::array<std::string_view, 4> kDecisions = {"explained", "ignore", "same_fact", "not_the_same_measure"};
constexpr std::size_t kShortestPrefix = 6;

ToldFinding finding_at(SQLite::Statement& row) {
  ToldFinding told;
  FindingRow& finding = told.row;
  int column = 0;
  for (std::string* field : {&finding.finding_id, &finding.check_kind, &finding.verdict, &finding.severity, &finding.summary,
                             &finding.arithmetic, &told.judgement.decision, &told.judgement.note}) {
    *field = row.getColumn(column++).getString();
  }
  finding.gap = row.getColumn(column++).getDouble();
  finding.independent_sources = row.getColumn(column).getUInt();
  return told;
}

ToldFinding::Member member_at(SQLite::Statement& row, MemberDetail detail) {
  ToldFinding::Member member;
  member.fact_id = row.getColumn(0).getString();
  member.role = row.getColumn(1).getString();
  member.chars = {row.getColumn(3).getUInt(), row.getColumn(4).getUInt()};
  member.quote = row.getColumn(5).getString();
  if (detail == MemberDetail::kPassage) return member;
  member.measure_id = row.getColumn(6).getString();
  member.measure = row.getColumn(7).getString();
  member.parties = split_parties(row.getColumn(8).getString());
  for (const int flow : {9, 10}) {
    std::string party = row.getColumn(flow).getString();
    if (!party.empty()) member.parties.push_back(std::move(party));
  }
  member.period_start = row.getColumn(11).getString();
  member.period_end = row.getColumn(12).getString();
  if (detail == MemberDetail::kSubject) return member;
  member.line = row.getColumn(13).getUInt();
  member.sentence = row.getColumn(14).getString();
  return member;
}

/// The passage needs no fact: a fact lies anywhere in the store, and so does its id in the index.
std::string select_members(MemberDetail detail) {
  std::string columns = "finding_member.fact_id, role, finding_member.document_key, char_start, char_end, quote";
  if (detail != MemberDetail::kPassage) {
    columns += ", measure_id, measure, fact.parties, from_party, to_party, period_start, period_end";
  }
  const bool with_sentence = detail == MemberDetail::kSentence;
  if (with_sentence) columns += ", line, substr(text, sentence_start + 1, sentence_end - sentence_start)";
  const std::string fact = detail == MemberDetail::kPassage ? "" : " JOIN fact ON fact.fact_id = finding_member.fact_id";
  return "SELECT " + columns + " FROM finding_member" + fact +
         " JOIN mention ON mention.document_key = finding_member.document_key"
         " AND mention.mention_number = finding_member.mention_number" +
         (with_sentence ? " JOIN document ON document.document_key = finding_member.document_key" : "") +
         " WHERE finding_key = ? ORDER BY position";
}

/// Names of documents, those asked for lately at hand: a document has many members, and lies anywhere in the store.
class DocumentNames {
 public:
  explicit DocumentNames(SQLite::Database& database) : row_(database, "SELECT uri, publisher FROM document WHERE document_key = ?") {}

  struct Name {
    std::string uri;
    std::string publisher;
  };
  const Name& of(std::int64_t key) {
    constexpr std::size_t kMost = 200'000;
    if (names_.size() >= kMost) names_.clear();
    const auto [place, added] = names_.try_emplace(key);
    if (!added) return place->second;
    RowBinder(row_) << key;
    if (row_.executeStep()) place->second = {row_.getColumn(0).getString(), row_.getColumn(1).getString()};
    return place->second;
  }

 private:
  SQLite::Statement row_;
  std::unordered_map<std::int64_t, Name> names_;
};

bool is_prefix(const std::string& text) {
  return text.size() >= kShortestPrefix && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isxdigit(c) != 0; });
}

/// The one finding, or judged finding, whose id begins so.
Result<std::string> full_id(SQLite::Database& database, const std::string& prefix) {
  if (!is_prefix(prefix)) {
    return Error{
        ErrorCode::kUsage, "not the id of a finding: " + prefix, {}, "ids are 6 to 32 hexadecimal digits; attest check prints them"};
  }
  SQLite::Statement row(database,
                        "SELECT finding_id FROM finding WHERE finding_id >= ?1 AND finding_id < ?1 || 'g' UNION"
                        " SELECT finding_id FROM judgement WHERE finding_id >= ?1 AND finding_id < ?1 || 'g' LIMIT 2");
  row.bind(1, prefix);
  if (!row.executeStep()) return Error{ErrorCode::kNotFound, "no finding has the id " + prefix, {}, "attest check prints the findings"};
  std::string id = row.getColumn(0).getString();
  if (row.executeStep()) return Error{ErrorCode::kUsage, "the id " + prefix + " is ambiguous", {}, "give more digits"};
  return id;
}

}  // namespace

/// Only keys are sorted: the words of a million findings would not fit into memory.
Status read_findings(const Store& store, MemberDetail detail, const std::function<bool(ToldFinding)>& take) {
  Store::Connection& connection = store.connection();
  return guarded(connection.path, [&]() -> Status {
    SQLite::Statement keys(connection.database,
                           "SELECT finding_key FROM finding"
                           " ORDER BY CASE severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, gap DESC, finding_id");
    SQLite::Statement row(connection.database,
                          "SELECT finding_id, check_kind, verdict, severity, summary, arithmetic, decision, note, gap, independent_sources"
                          " FROM finding LEFT JOIN judgement USING (finding_id) WHERE finding_key = ?");
    SQLite::Statement members(connection.database, select_members(detail));
    DocumentNames names(connection.database);
    while (keys.executeStep()) {
      const std::int64_t key = keys.getColumn(0).getInt64();
      RowBinder(row) << key;
      if (!row.executeStep()) continue;
      ToldFinding told = finding_at(row);
      RowBinder(members) << key;
      while (members.executeStep()) {
        told.members.push_back(member_at(members, detail));
        const auto& [uri, publisher] = names.of(members.getColumn(2).getInt64());
        told.members.back().uri = uri;
        told.members.back().publisher = publisher;
      }
      if (!take(std::move(told))) break;
    }
    return {};
  });
}

Status judge_finding(Store& store, const std::string& id_prefix, const Judgement& judgement, const std::string& now) {
  const bool known = std::find(kDecisions.begin(), kDecisions.end(), judgement.decision) != kDecisions.end();
  if (!known && !judgement.decision.empty()) {
    return Error{ErrorCode::kUsage, "no such decision: " + judgement.decision, {}, "explained, ignore, same_fact or not_the_same_measure"};
  }
  Store::Connection& connection = store.connection();
  return guarded(connection.path, [&]() -> Status {
    const Result<std::string> id = full_id(connection.database, id_prefix);
    if (!id) return id.error();
    if (judgement.decision.empty()) {
      SQLite::Statement remove(connection.database, "DELETE FROM judgement WHERE finding_id = ?");
      (RowBinder(remove) << *id).run();
      return {};
    }
    SQLite::Statement keep(connection.database, "INSERT OR REPLACE INTO judgement VALUES (?, ?, ?, ?)");
    RowBinder row(keep);
    row << *id << judgement.decision;
    row.or_null(judgement.note);
    (row << now).run();
    return {};
  });
}

}  // namespace attest
