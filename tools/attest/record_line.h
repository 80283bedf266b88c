// One JSON line of `attest extract` as a record again: what `attest load` reads.
//
//   RecordParser parser;
//   auto line = parser.parse(padded);
//   if (line) take(line->doc, line->content);
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"
#include "record/document.h"
#include "record/mention.h"

namespace attest::command {

/// How many records of a document there are.
struct RecordCounts {
  std::uint64_t sentences = 0;
  std::uint64_t mentions = 0;
  std::uint64_t facts = 0;
};

/// Record `document` with its text. Its origins count code points.
struct DocumentLine {
  Document document;
  std::string program_version;
  std::string rules_digest;
  std::optional<RecordCounts> counts;  ///< Absent where the writer did not count.
};

/// Record `fact`. Spans count code points; the bytes of the figure are not set.
struct FactLine {
  Mention figure;
  Fact fact;
};

/// A line. Spans of sentences and mentions count code points; their bytes, and the sentence of a mention, are not set.
struct RecordLine {
  std::string doc;
  std::variant<DocumentLine, SentenceRecord, Mention, FactLine> content;
};

/// Parses lines; reuses its memory.
class RecordParser {
 public:
  RecordParser();
  ~RecordParser();
  RecordParser(const RecordParser&) = delete;
  RecordParser& operator=(const RecordParser&) = delete;

  /// The record of a line with kLinePadding (read/line_stream.h) readable bytes behind it. Errors, without `where`: kFormat for a
  /// line that is no JSON object, has no known `record`, lacks a field or has a value that no record has.
  [[nodiscard]] Result<RecordLine> parse(std::string_view padded);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace attest::command
