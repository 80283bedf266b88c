// Inputs to documents. Every format comes through `read_documents`; this stage knows plain text, JSON lines and web pages.
//
//   ReadOptions options;
//   options.metadata.published = "2025-06-17";
//   ReadSummary summary = read_documents(inputs, options,
//       [&](Document document) { use(std::move(document)); return true; },
//       [&](const Error& failed) { report(failed); });
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/document.h"

namespace attest {

enum class InputFormat {
  /// JSON lines where the name ends in .jsonl or .ndjson, or where the first line that is not blank is a JSON object with
  /// a `text` or `html`; a web page where the content begins like one (html/page_reader.h); else plain text.
  kAuto,
  kText,
  kJsonl,  ///< Rows of id, text or html, and optionally title, publisher, author, published, url.
  kHtml,   ///< Web pages: the text is that of the article, without the page's furniture.
};

struct ReadOptions {
  InputFormat format = InputFormat::kAuto;
  DocumentMetadata metadata;  ///< What the user states of the inputs; wins over what the inputs say.
};

/// Counts of one run of `read_documents`.
struct ReadSummary {
  std::uint64_t documents = 0;
  std::uint64_t failed = 0;
  std::uint64_t bytes = 0;
};

/// Called with each document, in input order. Returning false stops reading.
using DocumentSink = std::function<bool(Document)>;
/// Called with each input (or JSONL row) that could not be read; `where` names it ("file.jsonl:17").
using FailureSink = std::function<void(const Error&)>;

/// Reads files, folders (recursively, in name order, hidden entries left out), glob patterns that match no file name
/// literally, and "-" (standard input). JSON lines are streamed: memory does not grow with the file (those in UTF-16 are
/// decoded as a whole). An input or row that fails is reported and left out; the others go on. Blank lines are passed
/// over; a line over 256 MiB, and a plain text that is empty, over 2^32 - 2 bytes or of no known encoding, fails.
ReadSummary read_documents(const std::vector<std::string>& inputs, const ReadOptions& options, const DocumentSink& sink, const FailureSink& failures);

/// Decodes bytes to canonical UTF-8: a byte-order mark (UTF-8, UTF-16, UTF-32) decides and is dropped; else well-formed
/// UTF-8 is taken as it is; else UTF-16 that its NULs betray, or the charset that ICU detects with confidence (limits in
/// legacy_charset.h). NUL characters, UTF-8 with damage (nine of ten sequences well-formed, or cut off in the last one),
/// and bytes in no detectable charset, are an error of code kEncoding that names the byte's offset: nothing is replaced.
[[nodiscard]] Result<std::string> decode_text(std::string_view bytes);

/// True for `YYYY-MM-DD` naming a real day of the Gregorian calendar.
[[nodiscard]] bool is_iso_date(std::string_view text) noexcept;

}  // namespace attest
