// Adds documents: finds out whether a text is new, a new version or known, and writes what has to be written.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "store/extraction_rows.h"
#include "store/search_index.h"
#include "store/store.h"
#include "text/code_points.h"

namespace attest {

/// Holds its statements prepared. Every function runs inside the caller's transaction and throws SQLite::Exception; after
/// a roll-back the writer must be thrown away.
class BatchWriter {
 public:
  explicit BatchWriter(SQLite::Database& database);

  [[nodiscard]] std::vector<AddedDocument> add(std::span<const ExtractedDocument> batch, const Provenance& provenance);
  [[nodiscard]] bool holds(const Document& document, const Provenance& provenance);
  [[nodiscard]] SearchIndex& search() noexcept { return search_; }

 private:
  /// What the store knows of a text at its uri.
  struct Known {
    std::int64_t key = 0;
    std::uint32_t version = 0;
    bool is_current = false;
    bool same = false;  ///< Metadata and extractor are as they would be written now.
  };

  AddedDocument add(const ExtractedDocument& extracted, const Provenance& provenance);
  AddedDocument store(const ExtractedDocument& extracted, const Provenance& provenance);
  AddOutcome update(const ExtractedDocument& extracted, const std::string& id, const Known& known, const Provenance& provenance);
  std::optional<Known> find(const std::string& id, const Document& document, const Provenance& provenance);
  std::uint32_t last_version(const std::string& uri);
  std::int64_t insert(const ExtractedDocument& extracted, const std::string& id, const std::string& sha256, std::uint32_t version,
                      const Provenance& provenance);
  void insert_origins(std::int64_t key, const Document& document);
  void insert_hashes(std::int64_t key, const ExtractedDocument& extracted);
  void retire(const std::string& uri);
  void make_current(const std::string& uri, std::int64_t key);
  std::int64_t extractor_key(const Provenance& provenance);

  SQLite::Database& database_;
  ExtractionRows rows_;
  SearchIndex search_;
  SQLite::Statement find_;
  SQLite::Statement last_version_;
  SQLite::Statement insert_;
  SQLite::Statement update_;
  SQLite::Statement insert_origin_;
  SQLite::Statement remove_origins_;
  SQLite::Statement insert_hash_;
  SQLite::Statement retire_;
  SQLite::Statement restore_;
  SQLite::Statement pend_;
  SQLite::Statement pend_current_;
  SQLite::Statement add_extractor_;
  SQLite::Statement find_extractor_;
  CodePointIndex code_points_;
};

}  // namespace attest
