#include "store/store.h"

#include <SQLiteCpp/Transaction.h>

#include <utility>

#include "store/connection.h"
#include "store/copy_finder.h"
#include "store/sql_error.h"

namespace attest {
namespace {

/// Code points that one transaction of update_search indexes. Each commit writes a segment that FTS5 merges with others
/// later, so small ones cost time; large ones keep other writers waiting.
constexpr std::uint64_t kSearchBatchCharacters = std::uint64_t{32} << 20;

BatchWriter& writer_of(Store::Connection& connection) {
  if (connection.writer == nullptr) connection.writer = std::make_unique<BatchWriter>(connection.database);
  return *connection.writer;
}

/// Runs `work` in one transaction. The writer goes with a transaction that failed: its statements may be half done.
template <typename Work>
auto in_transaction(Store::Connection& connection, Work&& work) -> decltype(work(std::declval<BatchWriter&>())) {
  if (connection.mode == OpenMode::kReadOnly) return Error{ErrorCode::kStore, "the store is open for reading only", connection.path, {}};
  auto result = guarded(connection.path, [&] {
    SQLite::Transaction transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE);
    auto done = work(writer_of(connection));
    if (done) transaction.commit();
    return done;
  });
  if (!result) connection.writer.reset();
  return result;
}

}  // namespace

std::string_view name_of(AddOutcome outcome) noexcept {
  switch (outcome) {
    case AddOutcome::kAdded:
      return "added";
    case AddOutcome::kNewVersion:
      return "new version";
    case AddOutcome::kRestored:
      return "restored";
    case AddOutcome::kRefreshed:
      return "refreshed";
    case AddOutcome::kUnchanged:
      return "unchanged";
    case AddOutcome::kRejected:
      return "rejected";
  }
  return "";
}

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::string& path, OpenMode mode) {
  auto connection = open_connection(path, mode);
  if (!connection) return connection.error();
  return Store(std::move(*connection));
}

Result<std::vector<AddedDocument>> Store::add(std::span<const ExtractedDocument> batch, const Provenance& provenance) {
  return in_transaction(*connection_,
                        [&](BatchWriter& writer) -> Result<std::vector<AddedDocument>> { return writer.add(batch, provenance); });
}

Result<bool> Store::holds(const Document& document, const Provenance& provenance) const {
  return guarded(connection_->path, [&]() -> Result<bool> { return writer_of(*connection_).holds(document, provenance); });
}

Status Store::begin_bulk() {
  return in_transaction(*connection_, [&](BatchWriter&) -> Status {
    const bool is_empty = connection_->database.execAndGet("SELECT NOT EXISTS (SELECT 1 FROM document)").getInt() != 0;
    if (is_empty)
      connection_->database.exec(
          "DROP INDEX IF EXISTS mention_by_id; DROP INDEX IF EXISTS fact_by_id;"
          " DROP INDEX IF EXISTS text_hash_by_hash");
    return {};
  });
}

Status Store::finish_bulk() {
  return in_transaction(*connection_, [&](BatchWriter&) -> Status {
    build_missing_indexes(connection_->database);
    return {};
  });
}

Result<CopyCounts> Store::find_copies() {
  return in_transaction(*connection_, [&](BatchWriter&) -> Result<CopyCounts> { return CopyFinder(connection_->database).run(); });
}

Status Store::update_search() {
  for (bool more = true; more;) {
    Status done = in_transaction(*connection_, [&](BatchWriter& writer) -> Status {
      more = writer.search().index_pending(kSearchBatchCharacters);
      return {};
    });
    if (!done) return done;
  }
  return {};
}

}  // namespace attest
