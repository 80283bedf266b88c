// Articles and extractions for the tests of the store, made without any rules.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace attest::sample {

/// The provenance that tests use where it does not matter.
Provenance provenance();

/// A document with one paragraph sentence a line, and a figure for each run of digits (with a "$" before it: money). A
/// year after "in " is a date, "Seaport" an organisation, "pact" an agreement of Georgia. Every `derivations` figure explains itself in
/// three steps.
ExtractedDocument document(std::string source, std::string text, bool derivations = false);

/// `count` different documents with some lines each, the same on every call.
std::vector<ExtractedDocument> corpus(std::size_t count);

/// A folder of this test process that is deleted at exit; `file` returns a path in it that does not exist.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

/// Opens or dies.
Store open(const std::string& path, OpenMode mode);
/// Adds in one batch, or dies.
std::vector<AddedDocument> add(Store& store, const std::vector<ExtractedDocument>& batch, const Provenance& made_with = provenance());

/// The rows of a query as lines, columns joined by "|", NULL as "NULL"; an error as "error: what".
std::vector<std::string> rows(const Store& store, std::string_view sql);
/// All rows of all public views, without the time of ingest.
std::vector<std::string> dump(const Store& store);

/// Runs SQL with the C interface, past every guard of the store: foreign keys and checks are off.
void tamper(const std::string& path, const std::string& sql);

}  // namespace attest::sample
