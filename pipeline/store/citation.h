// Looking rows up by id: a mention, a fact or a document with the passage that it cites, and how a mention came about.
//
//   auto cited = find_cited(store, "3f9a1c");
//   if (const auto* mention = std::get_if<MentionCitation>(&*cited)) print(mention->quote, mention->line);
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "record/document.h"
#include "record/mention.h"
#include "store/store.h"

namespace attest {

/// A stored document without its text.
struct StoredDocument {
  std::string document_id;
  std::string uri;
  std::string media_type;
  DocumentMetadata metadata;
  std::string sha256;  ///< Of the canonical text.
  std::uint32_t version = 1;
  bool is_current = true;
  std::string ingested_at;
  std::string program_version;  ///< What extracted its rows.
  std::string rules_digest;
};

/// A document and how much is known of it.
struct DocumentCitation {
  StoredDocument document;
  std::string text;
  std::uint32_t characters = 0;  ///< Length of the text in code points.
  std::uint64_t sentences = 0;
  std::uint64_t mentions = 0;
  std::uint64_t facts = 0;
};

/// A mention in its passage: `before` + `sentence` + `after` is a stretch of the text, in full sentences where it can be.
struct MentionCitation {
  StoredDocument document;
  std::string mention_id;
  Mention mention;  ///< As it was stored, derivation included where it was stored.
  std::string quote;
  std::string sentence;      ///< The sentence (or table row) that holds it.
  Span quote_in_sentence;    ///< Bytes of `sentence` under the quote.
  std::string before;        ///< Up to 240 code points before the sentence, cut at a white space.
  std::string after;         ///< The same behind it.
  std::uint32_t line = 1;    ///< Line of the text on which the quote begins, from 1.
  std::uint32_t column = 1;  ///< Code point of that line, from 1.
  std::string place;         ///< Where it stands in an input that is no plain text: an XPath, "page 3"; else "".
};

/// A fact with the passage of its figure.
struct FactCitation {
  std::string fact_id;
  Fact fact;                ///< Steps included where they were stored; `figure` is the number of the figure's mention.
  MentionCitation passage;  ///< The figure.
};

using Citation = std::variant<DocumentCitation, MentionCitation, FactCitation>;

/// The document, mention or fact whose id is or begins with `id_prefix`: at least six hexadecimal digits, either case. A document
/// shares its first eight digits with its mentions and facts: so few name the document, and the others take some more.
/// Errors: kUsage (too short, not hexadecimal, or ambiguous: the hint lists up to ten candidates), kNotFound, kStore.
[[nodiscard]] Result<Citation> find_cited(const Store& store, std::string_view id_prefix);

/// The stored derivation of a mention (full id), in pre-order; empty where it was ingested without. Spans of the steps
/// are bytes of the document's text. Errors: kNotFound, kStore.
[[nodiscard]] Result<std::vector<DerivationStep>> derivation_of(const Store& store, std::string_view mention_id);

}  // namespace attest
