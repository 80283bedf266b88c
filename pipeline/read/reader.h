// Inputs to documents. Every format comes through `read_documents`; each format is a file in format/, web pages are html/.
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

/// What to take inputs for. Archives and compressed files are unpacked first, whatever is chosen.
enum class InputFormat {
  kAuto,  ///< By content (format_detection.h), and by a name in .jsonl, .ndjson, .md or .markdown; else plain text.
  kText,
  kJsonl,  ///< Rows of id, text or html, and optionally title, publisher, author, published, url.
  kHtml,   ///< Web pages: the text is that of the article, without the page's furniture.
  kMarkdown,
  kPdf,
  kOffice,  ///< .docx and .odt
  kFeed,    ///< RSS, Atom, JSON Feed: a document an item.
  kMail,    ///< A message, or a mailbox with a document a message.
  kWarc,    ///< Web archives: a document a page.
};

struct ReadOptions {
  InputFormat format = InputFormat::kAuto;
  DocumentMetadata metadata;  ///< What the user states of the inputs; wins over what the inputs say.
};

inline constexpr std::uint64_t kLargestText = std::uint64_t{64} << 20;  ///< In bytes; of one article in plain text.
inline constexpr std::uint64_t kLargestFile = std::uint64_t{64} << 20;  ///< In bytes; of a file that is parsed as a whole.

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
/// literally, "-" (standard input), and "@FILE", a list with an input a line. Archives are unpacked as they are read, up to
/// four inside one another. What holds several documents names each behind its own path: "a.zip/b.txt", "feed.xml#guid".
///
/// JSON lines, mailboxes, archives and web archives are streamed: memory does not grow with the file (JSON lines in UTF-16
/// are decoded as a whole). An input, entry or row that fails is reported and left out; the others go on. Blank lines are
/// passed over. What fails for its size: a line over 32 MiB, a plain text over kLargestText, another file over kLargestFile,
/// an archive that unpacks to more than two hundred times its size.
ReadSummary read_documents(const std::vector<std::string>& inputs, const ReadOptions& options, const DocumentSink& sink,
                           const FailureSink& failures);

/// Decodes bytes to canonical UTF-8: a byte-order mark (UTF-8, UTF-16, UTF-32) decides and is dropped; else well-formed
/// UTF-8 is taken as it is; else UTF-8 into which single characters of windows-1252 were pasted (mixed_text.h); else UTF-16
/// that its NULs betray, or the charset that ICU detects with confidence (limits in legacy_charset.h). NUL characters, UTF-8
/// with damage (nine of ten sequences well-formed, or cut off in the last one), and bytes in no detectable charset, are an
/// error of code kEncoding that names the byte's offset: nothing is replaced.
[[nodiscard]] Result<std::string> decode_text(std::string_view bytes);

/// True for `YYYY-MM-DD` naming a real day of the Gregorian calendar.
[[nodiscard]] bool is_iso_date(std::string_view text) noexcept;

}  // namespace attest
