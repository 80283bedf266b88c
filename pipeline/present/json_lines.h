// The JSON lines of `attest extract`: one object a line, `record` and `doc` first. Everything is appended to the
// caller's buffer; nothing else is allocated.
//
//   std::string out;
//   RecordWriter writer(document, out);
//   writer.document(extraction.characters);
//   for (const Mention& mention : extraction.mentions) writer.mention(mention);
//
// Numbers are exact decimals in plain notation; what is absent is null; offsets are in code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "record/document.h"
#include "record/mention.h"

namespace attest {

/// Appends `text` (valid UTF-8) as a JSON string with its quotation marks (RFC 8259): quotation mark, backslash and
/// control characters are escaped, everything else stays as it is.
void append_json_string(std::string& out, std::string_view text);

/// The same, or `null` for the empty text.
void append_json_string_or_null(std::string& out, std::string_view text);

/// `text` with every byte that is no part of well-formed UTF-8 replaced by U+FFFD: for paths, which may hold any bytes.
[[nodiscard]] std::string to_valid_utf8(std::string_view text);

/// Appends the document with its whole text as one line: record `document` with media_type and text beside the usual
/// fields, for `attest read --json`.
void append_text_record(std::string& out, const Document& document);

/// What a record `document` carries for `attest load` beside its text: what made the records, and how many there are, so that
/// the receiver knows when it has all of them.
struct Transfer {
  std::string_view program_version;
  std::string_view rules_digest;
  std::size_t sentences = 0;
  std::size_t mentions = 0;
  std::size_t facts = 0;
};

/// Writes the records of one document; both arguments must outlive the writer.
class RecordWriter {
 public:
  RecordWriter(const Document& document, std::string& out);

  /// Record `document`; `characters` is the text's length in code points, `sha256` the text's digest in hexadecimal.
  void document(std::uint32_t characters, std::string_view sha256);
  /// The same with url, media_type, origins, text and the fields of `transfer`.
  void document(std::uint32_t characters, std::string_view sha256, const Transfer& transfer);
  /// Record `sentence`: its span and the kind of block that it belongs to.
  void sentence(const SentenceRecord& sentence);
  /// Record `mention`: a figure, a date, a name or an agreement, each with its own fields.
  void mention(const Mention& mention);
  /// Record `fact`; `figure` is the mention that it is about, `id` the fact's id (store/identity.h).
  void fact(const Fact& fact, const Mention& figure, std::string_view id);

 private:
  void begin(std::string_view record);
  void begin_document(std::uint32_t characters, std::string_view sha256);
  void end() { *out_ += "}\n"; }

  const Document* document_;
  std::string* out_;
  std::string doc_field_;  // `,"doc":"..."`, escaped once a document
};

}  // namespace attest
