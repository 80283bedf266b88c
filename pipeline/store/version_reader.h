// Two versions of one article with their facts, for telling what changed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/fact_reader.h"
#include "store/store.h"

namespace attest {

/// A text at an address, with what it states.
struct DocumentVersion {
  std::string document_id;
  std::string uri;
  std::string title;
  std::string publisher;
  std::string published;
  std::uint32_t version = 1;
  std::string ingested_at;
  std::string text;
  std::vector<StoredFact> facts;     ///< In order of position.
  std::vector<Span> sentence_chars;  ///< In code points, in order.
};

struct VersionPair {
  DocumentVersion before;
  DocumentVersion after;
};

/// The version that `document` names and the one before it. `document` is an address (then its current version is meant), or a document's
/// id or its first digits, six or more. Errors: kNotFound (no such document, or it has one version only), kUsage (ambiguous), kStore.
[[nodiscard]] Result<VersionPair> find_versions(const Store& store, const std::string& document);

}  // namespace attest
