// The fact store: one SQLite file that holds articles with everything extracted from them. schema.sql documents its
// tables and the views that are the public contract.
//
//   auto store = Store::open("facts.db", OpenMode::kCreate);
//   if (!store) return store.error();
//   Provenance provenance{.program_version = "0.1.0", .rules_digest = extractor.rules_digest(), .ingested_at = now};
//   auto added = store->add(batch, provenance);        // one transaction
//
// Reading is in query.h (SQL), citation.h (by id) and verify.h; saved_queries.h names ready-made SQL.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/document.h"
#include "record/mention.h"

namespace attest {

enum class OpenMode {
  kReadOnly,   ///< The file must exist. SQLite itself refuses every write.
  kReadWrite,  ///< The file must exist. A store of an older layout is upgraded.
  kCreate,     ///< As kReadWrite, and a missing or empty file becomes an empty store.
};

/// What a batch was made with, and when.
struct Provenance {
  std::string program_version;
  std::string rules_digest;  ///< Extractor::rules_digest().
  bool derivations = false;  ///< The extractions carry derivations.
  std::string ingested_at;   ///< UTC, `YYYY-MM-DDThh:mm:ssZ`; kept of the first time a document is stored, part of no id.
};

/// A document with what extraction found in it: an element of a batch.
struct ExtractedDocument {
  Document document;
  Extraction extraction;
  std::vector<std::uint64_t> signature{};  ///< Of the text (text/text_sketch.h); worked out where it is not given.
};

/// What became of one document of a batch.
enum class AddOutcome {
  kAdded,       ///< Its uri is new.
  kNewVersion,  ///< Its uri was known with another text; this is the current version now.
  kRestored,    ///< An older version of its uri is the current one again.
  kRefreshed,   ///< Known text, but metadata, rules or program changed: its rows were replaced.
  kUnchanged,   ///< Already there, nothing written.
  kRejected,    ///< Not stored; `error` says why. The rest of the batch is.
};

/// "added", "new version", ...: for messages.
[[nodiscard]] std::string_view name_of(AddOutcome outcome) noexcept;

struct AddedDocument {
  std::string document_id;    ///< 32 hexadecimal digits; see identity.h.
  std::uint32_t version = 0;  ///< 1 for the first text at its uri; 0 where rejected.
  AddOutcome outcome = AddOutcome::kAdded;
  std::optional<Error> error;  ///< For kRejected.
};

/// How many documents tell what one stored before them tells, at another address.
struct CopyCounts {
  std::uint64_t same_texts = 0;  ///< The text itself.
  std::uint64_t versions = 0;    ///< Of the same publisher, changed.
  std::uint64_t copies = 0;      ///< Of another, or nobody knows whose.
};

/// A connection to a store. Movable; one thread at a time. Several processes may read while one writes: readers see
/// the last committed batch, and a second writer waits up to ten seconds for its turn.
class Store {
 public:
  /// Opens `path`. Errors: kNotFound (no such file), kUnreadable (the system refused), kStore (not an attest store,
  /// written by a newer program, or damaged).
  [[nodiscard]] static Result<Store> open(const std::string& path, OpenMode mode);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// Stores a batch in one transaction and says for each document, in order, what became of it. The `uri` of a
  /// document is its `source`. Extraction must be of this very text: spans out of range or order, or whose bytes and
  /// code points disagree, reject the document. Errors (nothing of the batch is stored): kStore.
  [[nodiscard]] Result<std::vector<AddedDocument>> add(std::span<const ExtractedDocument> batch, const Provenance& provenance);

  /// True where `add` would answer kUnchanged: lets a caller skip the extraction.
  [[nodiscard]] Result<bool> holds(const Document& document, const Provenance& provenance) const;

  /// Announces a load of many documents: an empty store puts off its indexes until `finish_bulk`. A store that holds
  /// documents already keeps them live. Killed in between, the next open for writing builds what is missing.
  [[nodiscard]] Status begin_bulk();
  /// Builds the indexes that were put off. Harmless without `begin_bulk`.
  [[nodiscard]] Status finish_bulk();

  /// Compares the documents stored since the last `update_search` with all others, and keeps in the view `copies` which of them tell what
  /// an earlier one tells; says how many there are. Needs the indexes of `finish_bulk`. Errors: kStore.
  [[nodiscard]] Result<CopyCounts> find_copies();

  /// Brings full-text search up to date: indexes the documents stored since the last call, a transaction for every
  /// 32 million characters. `add` does not, as it would take longer than everything else. Errors: kStore.
  [[nodiscard]] Status update_search();

  struct Connection;
  /// For the other files of this folder; Connection is complete in store/connection.h only.
  [[nodiscard]] Connection& connection() const noexcept { return *connection_; }

 private:
  explicit Store(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

}  // namespace attest
