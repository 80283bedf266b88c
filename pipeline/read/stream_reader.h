// One open input to its documents: unpacks, tells the format, and calls its reader.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "read/format/archive.h"
#include "read/jsonl_row.h"
#include "read/line_stream.h"
#include "read/reader.h"

namespace attest {

/// Most archives inside one another; a zip in a tar.gz is three.
inline constexpr int kDeepestArchive = 4;

class StreamReader {
 public:
  /// Called with each document; returning false stops.
  using Deliver = std::function<bool(Document)>;

  /// Delivers documents as `options.format` says; what the user states in `options.metadata` is not applied, but its `url`
  /// helps to date a page. The arguments must outlive the reader.
  StreamReader(const ReadOptions& options, const Deliver& deliver, const FailureSink& failures);

  /// Reads `stream`, the input of that `name`, to its end; `size_hint` is its size in bytes where that is known, else 0.
  /// False where `deliver` wants no more.
  bool read(LineStream& stream, const std::string& name, std::uint64_t size_hint);

 private:
  /// A stream with what leads to it.
  struct Input {
    LineStream& stream;
    std::string name;
    std::uint64_t size_hint;
    int depth;  ///< Archives around it.
  };

  bool read_input(Input input);
  bool read_packed(Input& input);
  bool read_entry(const Input& archive, const std::string& entry, const ReadBytes& content);
  [[nodiscard]] InputFormat format_of(Input& input);
  bool read_rows(LineStream& stream, const std::string& name);
  bool read_row(const StreamLine& line, std::string_view row, const std::string& name);
  bool read_text(Input& input);
  bool read_file(Input& input, InputFormat format);
  bool read_items(Result<std::vector<Document>> items, const std::string& name);
  bool read_mailbox(Input& input);
  bool read_pages(Input& input);
  bool deliver_as(Result<Document> document, const std::string& name);
  void fail_at(Error error, std::string where);

  const ReadOptions& options_;
  const Deliver& deliver_;
  const FailureSink& failures_;
  JsonlRowParser rows_;
  Expansion expansion_;
};

}  // namespace attest
