#include "store/check_store.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <utility>

#include "store/connection.h"
#include "store/row_binder.h"
#include "store/sql_error.h"

namespace attest {

struct CheckSession::State {
  explicit State(Store::Connection& connection)
      : path(connection.path),
        transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE),
        database(connection.database),
        source(database, "SELECT uri, publisher, published, is_current FROM document WHERE document_key = ?"),
        text(database, "SELECT text FROM document WHERE document_key = ?"),
        facts(database, select_facts() + "WHERE fact.document_key = ? ORDER BY fact_number"),
        fact(database, select_facts() + "WHERE fact.document_key = ? AND fact_number = ?"),
        topics(database, "SELECT DISTINCT topic FROM fact_topic WHERE document_key = ?"),
        remove_topics(database, "DELETE FROM fact_topic WHERE document_key = ?"),
        remove_by_document(database, "DELETE FROM finding WHERE document_key = ?"),
        remove_by_topic(database, "DELETE FROM finding WHERE topic = ?"),
        add_topic(database, "INSERT OR IGNORE INTO fact_topic VALUES (?, ?, ?, ?, ?)"),
        topic(database,
              "SELECT document_key, fact_number, period_start, period_end FROM fact_topic WHERE topic = ?"
              " ORDER BY document_key DESC, fact_number LIMIT ?"),
        add_arithmetic(database, "INSERT OR IGNORE INTO check_arithmetic VALUES (?)"),
        has_arithmetic(database, "SELECT 1 FROM check_arithmetic WHERE document_key = ?"),
        remove_arithmetic(database, "DELETE FROM check_arithmetic WHERE document_key = ?"),
        add_finding(database, "INSERT OR IGNORE INTO finding VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        add_member(database, "INSERT INTO finding_member VALUES (?, ?, ?, ?, ?, ?)") {}

  std::string path;
  bool first = false;
  SQLite::Transaction transaction;
  SQLite::Database& database;
  SQLite::Statement source;
  SQLite::Statement text;
  SQLite::Statement facts;
  SQLite::Statement fact;
  SQLite::Statement topics;
  SQLite::Statement remove_topics;
  SQLite::Statement remove_by_document;
  SQLite::Statement remove_by_topic;
  SQLite::Statement add_topic;
  SQLite::Statement topic;
  SQLite::Statement add_arithmetic;
  SQLite::Statement has_arithmetic;
  SQLite::Statement remove_arithmetic;
  SQLite::Statement add_finding;
  SQLite::Statement add_member;
};

namespace {

template <typename Integer>
void bind_or_null(RowBinder& row, const std::optional<Integer>& number) {
  if (number) {
    row << *number;
  } else {
    row << nullptr;
  }
}

std::optional<std::int32_t> day_at(SQLite::Statement& row, int column) {
  return row.isColumnNull(column) ? std::nullopt : std::optional(row.getColumn(column).getInt());
}

/// Forgets everything where the policy is another than last time.
void use_policy(SQLite::Database& database, const std::string& digest) {
  SQLite::Statement known(database, "SELECT count(*) FROM check_state WHERE policy_digest = ?");
  known.bind(1, digest);
  known.executeStep();
  if (known.getColumn(0).getInt() == 1) return;
  known.reset();
  database.exec(
      "DELETE FROM finding; DELETE FROM finding_member; DELETE FROM fact_topic; DELETE FROM check_arithmetic;"
      "DELETE FROM check_state;"
      "INSERT OR IGNORE INTO check_pending SELECT document_key FROM document WHERE is_current = 1");
  SQLite::Statement remember(database, "INSERT INTO check_state VALUES (1, ?)");
  remember.bind(1, digest);
  remember.exec();
}

}  // namespace

CheckSession::CheckSession(std::unique_ptr<State> state) : state_(std::move(state)) {}
CheckSession::CheckSession(CheckSession&&) noexcept = default;
CheckSession& CheckSession::operator=(CheckSession&&) noexcept = default;
CheckSession::~CheckSession() = default;

Result<CheckSession> CheckSession::begin(Store& store, const std::string& policy_digest) {
  Store::Connection& connection = store.connection();
  return guarded(connection.path, [&]() -> Result<CheckSession> {
    connection.database.exec("PRAGMA cache_size = -131072");    // 128 MiB: facts of a topic lie anywhere
    connection.database.exec("PRAGMA mmap_size = 1073741824");  // 1 GiB: pages beyond the cache are read without a copy
    auto state = std::make_unique<State>(connection);
    use_policy(state->database, policy_digest);
    state->first =
        state->database.execAndGet("SELECT NOT EXISTS (SELECT 1 FROM fact_topic) AND NOT EXISTS (SELECT 1 FROM finding)").getInt() != 0;
    if (!state->first) state->database.exec("CREATE INDEX IF NOT EXISTS fact_topic_by_document ON fact_topic (document_key)");
    return CheckSession(std::move(state));
  });
}

Result<std::vector<std::int64_t>> CheckSession::pending() {
  return guarded(state_->path, [&]() -> Result<std::vector<std::int64_t>> {
    SQLite::Statement row(state_->database, "SELECT document_key FROM check_pending ORDER BY document_key");
    std::vector<std::int64_t> keys;
    while (row.executeStep()) keys.push_back(row.getColumn(0).getInt64());
    return keys;
  });
}

Result<std::optional<FactSource>> CheckSession::source(std::int64_t document_key) {
  return guarded(state_->path, [&]() -> Result<std::optional<FactSource>> {
    SQLite::Statement& row = state_->source;
    RowBinder(row) << document_key;
    if (!row.executeStep()) return std::optional<FactSource>();
    return std::optional(FactSource{document_key, row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString(),
                                    row.getColumn(3).getInt() != 0});
  });
}

Result<std::string> CheckSession::text(std::int64_t document_key) {
  return guarded(state_->path, [&]() -> Result<std::string> {
    RowBinder(state_->text) << document_key;
    return state_->text.executeStep() ? state_->text.getColumn(0).getString() : std::string();
  });
}

Result<std::vector<StoredFact>> CheckSession::facts(std::int64_t document_key) {
  return guarded(state_->path, [&]() -> Result<std::vector<StoredFact>> {
    RowBinder(state_->facts) << document_key;
    constexpr std::size_t kUsual = 16;
    std::vector<StoredFact> facts;
    facts.reserve(kUsual);
    while (state_->facts.executeStep()) facts.push_back(read_fact(state_->facts));
    return facts;
  });
}

Result<std::optional<StoredFact>> CheckSession::fact(std::int64_t document_key, std::uint32_t fact_number) {
  return guarded(state_->path, [&]() -> Result<std::optional<StoredFact>> {
    RowBinder(state_->fact) << document_key << fact_number;
    if (!state_->fact.executeStep()) return std::optional<StoredFact>();
    return std::optional(read_fact(state_->fact));
  });
}

Result<std::vector<std::int64_t>> CheckSession::take_topics(std::int64_t document_key) {
  return guarded(state_->path, [&]() -> Result<std::vector<std::int64_t>> {
    RowBinder(state_->topics) << document_key;
    std::vector<std::int64_t> topics;
    while (state_->topics.executeStep()) topics.push_back(state_->topics.getColumn(0).getInt64());
    state_->topics.reset();
    if (!topics.empty()) (RowBinder(state_->remove_topics) << document_key).run();
    (RowBinder(state_->remove_by_document) << document_key).run();
    (RowBinder(state_->remove_arithmetic) << document_key).run();
    return topics;
  });
}

/// Rows in order of topic fall behind each other in the table, but not in its index: that of the many rows of a first check is left to
/// the next one, the first to ask for the topics of a document.
Status CheckSession::add_topics(const std::vector<TopicRow>& rows) {
  return guarded(state_->path, [&]() -> Status {
    constexpr std::size_t kMany = 10'000;
    for (SQLite::Statement* open :
         {&state_->source, &state_->text, &state_->facts, &state_->fact, &state_->topics, &state_->topic, &state_->has_arithmetic}) {
      open->reset();
    }
    if (state_->first && rows.size() >= kMany) state_->database.exec("DROP INDEX IF EXISTS fact_topic_by_document");
    for (const TopicRow& topic : rows) {
      RowBinder row(state_->add_topic);
      row << topic.topic << topic.document_key << topic.fact_number;
      bind_or_null(row, topic.period_start);
      bind_or_null(row, topic.period_end);
      row.run();
    }
    return {};
  });
}

bool CheckSession::is_first() const noexcept { return state_->first; }

Status CheckSession::add_arithmetic(std::int64_t document_key) {
  return guarded(state_->path, [&]() -> Status {
    (RowBinder(state_->add_arithmetic) << document_key).run();
    return {};
  });
}

Result<bool> CheckSession::has_arithmetic(std::int64_t document_key) {
  return guarded(state_->path, [&]() -> Result<bool> {
    RowBinder(state_->has_arithmetic) << document_key;
    return state_->has_arithmetic.executeStep();
  });
}

Result<std::vector<TopicRow>> CheckSession::take_topic(std::int64_t topic, std::uint32_t limit) {
  return guarded(state_->path, [&]() -> Result<std::vector<TopicRow>> {
    (RowBinder(state_->remove_by_topic) << topic).run();
    SQLite::Statement& row = state_->topic;
    RowBinder(row) << topic << limit;
    std::vector<TopicRow> rows;
    while (row.executeStep()) {
      rows.push_back({topic, row.getColumn(0).getInt64(), row.getColumn(1).getUInt(), day_at(row, 2), day_at(row, 3)});
    }
    std::reverse(rows.begin(), rows.end());
    return rows;
  });
}

Status CheckSession::add_finding(const FindingRow& finding) {
  return guarded(state_->path, [&]() -> Status {
    RowBinder row(state_->add_finding);
    row << finding.finding_id;
    bind_or_null(row, finding.document_key);
    bind_or_null(row, finding.topic);
    row << finding.check_kind << finding.verdict << finding.severity << finding.gap << finding.summary;
    row.or_null(finding.arithmetic);
    (row << finding.independent_sources).run();
    if (state_->database.getChanges() == 0) return {};
    const std::int64_t key = state_->database.getLastInsertRowid();
    std::uint32_t position = 0;
    for (const FindingRow::Member& member : finding.members) {
      RowBinder one(state_->add_member);
      (one << key << position++ << member.fact_id << member.document_key << member.mention_number << member.role).run();
    }
    return {};
  });
}

Status CheckSession::commit() {
  return guarded(state_->path, [&]() -> Status {
    state_->database.exec("DELETE FROM check_pending");
    state_->transaction.commit();
    return {};
  });
}

}  // namespace attest
