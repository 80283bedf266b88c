#include "store/batch_writer.h"

#include "base/sha256.h"
#include "record/names.h"
#include "store/extraction_check.h"
#include "store/identity.h"
#include "store/row_binder.h"
#include "text/text_sketch.h"

namespace attest {
namespace {

/// A date without a basis was given by the caller; a basis without a date means nothing.
PublishedBasis basis_of(const DocumentMetadata& metadata) {
  if (metadata.published.empty()) return PublishedBasis::kNone;
  return metadata.published_basis == PublishedBasis::kNone ? PublishedBasis::kGiven : metadata.published_basis;
}

/// The columns title .. media_type of `document`, in order.
RowBinder& bind_metadata(RowBinder& row, const Document& document) {
  const DocumentMetadata& metadata = document.metadata;
  row.or_null(metadata.title).or_null(metadata.publisher).or_null(metadata.author).or_null(metadata.published);
  row << name_of(basis_of(metadata));
  return row.or_null(metadata.url).or_null(metadata.language) << document.media_type;
}

}  // namespace

BatchWriter::BatchWriter(SQLite::Database& database)
    : database_(database),
      rows_(database),
      search_(database),
      find_(database,
            // A date that was found in the text is no news about a document that came without one.
            "SELECT document_key, version, is_current,"
            " (?6 = 'none' AND published_basis IN ('stated', 'inferred') OR (published, published_basis) IS (?5, ?6)) AND"
            " (title, publisher, author, url, language, media_type, program_version, rules_digest, derivations)"
            " IS (?2, ?3, ?4, ?7, ?8, ?9, ?10, ?11, ?12)"
            " FROM document JOIN extractor USING (extractor_key) WHERE document_id = ?1"),
      last_version_(database, "SELECT max(version) FROM document WHERE uri = ?"),
      insert_(database,
              "INSERT INTO document (document_id, uri, version, is_current, title, publisher, author, published, published_basis, url,"
              " language, media_type, sha256, characters, extractor_key, ingested_at, text)"
              " VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      update_(database,
              "UPDATE document SET title = ?, publisher = ?, author = ?, published = ?, published_basis = ?, url = ?, language = ?,"
              " media_type = ?, extractor_key = ? WHERE document_key = ?"),
      insert_origin_(database, "INSERT OR REPLACE INTO origin VALUES (?, ?, ?)"),
      remove_origins_(database, "DELETE FROM origin WHERE document_key = ?"),
      insert_hash_(database, "INSERT OR IGNORE INTO text_hash VALUES (?, ?)"),
      retire_(database, "UPDATE document SET is_current = 0 WHERE uri = ? AND is_current = 1"),
      restore_(database, "UPDATE document SET is_current = 1 WHERE document_key = ?"),
      pend_(database, "INSERT OR IGNORE INTO check_pending VALUES (?)"),
      pend_current_(database, "INSERT OR IGNORE INTO check_pending SELECT document_key FROM document WHERE uri = ? AND is_current = 1"),
      add_extractor_(database, "INSERT OR IGNORE INTO extractor (program_version, rules_digest, derivations) VALUES (?, ?, ?)"),
      find_extractor_(database, "SELECT extractor_key FROM extractor WHERE program_version = ? AND rules_digest = ? AND derivations = ?") {}

std::vector<AddedDocument> BatchWriter::add(std::span<const ExtractedDocument> batch, const Provenance& provenance) {
  std::vector<AddedDocument> added;
  added.reserve(batch.size());
  for (const ExtractedDocument& extracted : batch) added.push_back(add(extracted, provenance));
  return added;
}

bool BatchWriter::holds(const Document& document, const Provenance& provenance) {
  const auto known = find(document_id(document.source, sha256_hex(document.text)), document, provenance);
  return known && known->is_current && known->same;
}

AddedDocument BatchWriter::add(const ExtractedDocument& extracted, const Provenance& provenance) {
  code_points_.reset(extracted.document.text);
  if (auto fault = find_fault(extracted, code_points_)) return {{}, 0, AddOutcome::kRejected, std::move(fault)};
  return store(extracted, provenance);
}

AddedDocument BatchWriter::store(const ExtractedDocument& extracted, const Provenance& provenance) {
  const Document& document = extracted.document;
  const std::string sha256 = sha256_hex(document.text);
  const std::string id = document_id(document.source, sha256);
  if (const auto known = find(id, document, provenance)) return {id, known->version, update(extracted, id, *known, provenance), {}};
  const std::uint32_t version = last_version(document.source) + 1;
  if (version > 1) retire(document.source);
  const std::int64_t key = insert(extracted, id, sha256, version, provenance);
  search_.add_pending(key);
  (RowBinder(pend_) << key).run();
  rows_.insert(key, id, extracted, code_points_);
  insert_origins(key, document);
  insert_hashes(key, extracted);
  return {id, version, version == 1 ? AddOutcome::kAdded : AddOutcome::kNewVersion, {}};
}

AddOutcome BatchWriter::update(const ExtractedDocument& extracted, const std::string& id, const Known& known,
                               const Provenance& provenance) {
  if (!known.is_current) make_current(extracted.document.source, known.key);
  if (known.same) return known.is_current ? AddOutcome::kUnchanged : AddOutcome::kRestored;
  search_.prepare_change(known.key, extracted.document.metadata.title, extracted.extraction.sentences);
  RowBinder row(update_);
  (bind_metadata(row, extracted.document) << extractor_key(provenance) << known.key).run();
  (RowBinder(pend_) << known.key).run();
  rows_.remove(known.key);
  rows_.insert(known.key, id, extracted, code_points_);
  (RowBinder(remove_origins_) << known.key).run();
  insert_origins(known.key, extracted.document);
  return known.is_current ? AddOutcome::kRefreshed : AddOutcome::kRestored;
}

std::optional<BatchWriter::Known> BatchWriter::find(const std::string& id, const Document& document, const Provenance& provenance) {
  RowBinder row(find_);
  row << id;
  bind_metadata(row, document) << provenance.program_version << provenance.rules_digest << int{provenance.derivations};
  if (!find_.executeStep()) return std::nullopt;
  const Known known{find_.getColumn(0).getInt64(), find_.getColumn(1).getUInt(), find_.getColumn(2).getInt() != 0,
                    find_.getColumn(3).getInt() != 0};
  find_.reset();
  return known;
}

std::uint32_t BatchWriter::last_version(const std::string& uri) {
  RowBinder(last_version_) << uri;
  last_version_.executeStep();
  const std::uint32_t version = last_version_.getColumn(0).getUInt();
  last_version_.reset();
  return version;
}

std::int64_t BatchWriter::insert(const ExtractedDocument& extracted, const std::string& id, const std::string& sha256,
                                 std::uint32_t version, const Provenance& provenance) {
  const Document& document = extracted.document;
  const std::int64_t extractor = extractor_key(provenance);
  RowBinder row(insert_);
  row << id << document.source << version;
  bind_metadata(row, document) << sha256 << extracted.extraction.characters << extractor << provenance.ingested_at << document.text;
  row.run();
  return database_.getLastInsertRowid();
}

void BatchWriter::insert_origins(std::int64_t key, const Document& document) {
  for (const Origin& origin : document.origins) {
    if (origin.begin > document.text.size() || origin.place.empty()) continue;
    (RowBinder(insert_origin_) << key << code_points_.to_code_points(origin.begin) << origin.place).run();
  }
}

void BatchWriter::insert_hashes(std::int64_t key, const ExtractedDocument& extracted) {
  const bool given = !extracted.signature.empty();
  for (const std::uint64_t hash : given ? extracted.signature : signature_of(sketch_of(extracted.document.text))) {
    (RowBinder(insert_hash_) << key << static_cast<std::int64_t>(hash)).run();
  }
}

void BatchWriter::retire(const std::string& uri) {
  (RowBinder(pend_current_) << uri).run();
  (RowBinder(retire_) << uri).run();
}

void BatchWriter::make_current(const std::string& uri, std::int64_t key) {
  retire(uri);
  (RowBinder(restore_) << key).run();
  (RowBinder(pend_) << key).run();
}

std::int64_t BatchWriter::extractor_key(const Provenance& provenance) {
  (RowBinder(add_extractor_) << provenance.program_version << provenance.rules_digest << int{provenance.derivations}).run();
  RowBinder(find_extractor_) << provenance.program_version << provenance.rules_digest << int{provenance.derivations};
  find_extractor_.executeStep();
  const std::int64_t key = find_extractor_.getColumn(0).getInt64();
  find_extractor_.reset();
  return key;
}

}  // namespace attest
