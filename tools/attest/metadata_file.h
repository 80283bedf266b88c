// What a user knows of many inputs, in one file: a JSON array of objects, or CSV with a header line, with a row an input.
//
//   file,title,author,publisher,published,url
//   port.txt,Port results,,Harbour Gazette,2025-06-17,
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "record/document.h"

namespace attest::command {

class MetadataFile {
 public:
  /// Reads `path`, as CSV where its name ends in ".csv", else as JSON. `file` is required in each row, the other fields
  /// are not; unknown ones are left alone. Errors: kNotFound, kUnreadable, kFormat (with the row).
  [[nodiscard]] static Result<MetadataFile> read(const std::string& path);
  /// The same for the contents of a file; `name` stands in errors.
  [[nodiscard]] static Result<MetadataFile> parse(std::string_view text, const std::string& name);

  /// Puts what the file says of `document` in the place of what the input itself says. A row is of the documents whose
  /// source is its `file` or ends in "/" and its `file`; the longest such row counts.
  void apply(Document& document);

  /// Rows that no document had any use for so far.
  [[nodiscard]] std::uint64_t unused() const noexcept;

 private:
  struct Row {
    DocumentMetadata metadata;
    bool used = false;
  };
  [[nodiscard]] Status add(std::string file, DocumentMetadata metadata, const std::string& where);
  Row* find(std::string_view source);

  [[nodiscard]] Status add_json(std::string_view text, const std::string& name);
  [[nodiscard]] Status add_csv(std::string_view text, const std::string& name);

  std::unordered_map<std::string, Row> rows_;  // by file
};

}  // namespace attest::command
