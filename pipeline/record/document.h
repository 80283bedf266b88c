// What a reader delivers and every later stage works on: the canonical text of one article with what is known
// about it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace attest {

/// Where a publication date comes from, best first.
enum class PublishedBasis {
  kGiven,     ///< The user said so on the command line or in a metadata file.
  kMetadata,  ///< The input's own metadata (a JSON field, a meta tag).
  kStated,    ///< The text states it (a dateline).
  kInferred,  ///< Worked out from the text; may be wrong.
  kNone,      ///< Unknown.
};

/// What is known about an article beside its text; empty strings stand for "unknown".
struct DocumentMetadata {
  std::string title;
  std::string publisher;
  std::string author;
  std::string published;  ///< ISO 8601 date, `YYYY-MM-DD`; a time of day in the input is dropped.
  PublishedBasis published_basis = PublishedBasis::kNone;
  std::string url;
  std::string language;  ///< BCP 47 tag, "" where not determined.
};

/// Where a stretch of the text stands in the input that it was read from.
struct Origin {
  std::uint32_t begin = 0;  ///< Byte of the text from which on it holds, up to the next origin's.
  std::string place;        ///< XPath of the element in the page, "page 3" of a PDF.
};

/// One article. `text` is canonical (ANNOTATION: decoded input, byte-order mark dropped, nothing else changed),
/// valid UTF-8, at most 2^32 - 2 bytes; all spans of the article count in it.
struct Document {
  std::string source;  ///< The input's path, or the `id` of a JSONL row: `doc` in every output.
  std::string text;
  std::string media_type = "text/plain";
  DocumentMetadata metadata;
  std::vector<Origin> origins;  ///< In order of position; none where the text is the input itself, line by line.
};

}  // namespace attest
