#include "csv.h"

#include <utility>

namespace attest::command {
namespace {

class CsvParser {
 public:
  explicit CsvParser(std::string_view text) : text_(text) {}

  Result<std::vector<CsvRecord>> parse() {
    std::vector<CsvRecord> records;
    while (at_ < text_.size()) {
      CsvRecord record{.fields = {}, .line = line_};
      if (auto read = read_record(record); !read) return read.error();
      const bool empty_line = record.fields.size() == 1 && record.fields[0].empty();
      if (!empty_line) records.push_back(std::move(record));
    }
    return records;
  }

 private:
  Status read_record(CsvRecord& record) {
    while (true) {
      std::string& field = record.fields.emplace_back();
      if (auto read = read_field(field); !read) return read;
      if (at_ >= text_.size()) return {};
      if (text_[at_++] == ',') continue;
      ++line_;
      return {};
    }
  }

  // Leaves `at_` on the comma or line feed behind the field, or on the end.
  Status read_field(std::string& field) {
    if (at_ < text_.size() && text_[at_] == '"') return read_quoted(field);
    const std::size_t end = std::min(text_.find_first_of(",\n", at_), text_.size());
    field = text_.substr(at_, end - at_);
    at_ = end;
    const bool line_ends = at_ >= text_.size() || text_[at_] == '\n';
    if (line_ends && field.ends_with('\r')) field.pop_back();
    return {};
  }

  Status read_quoted(std::string& field) {
    const std::size_t opened_on = line_;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        field += text_[at_];
      } else if (text_.substr(at_).starts_with("\"\"")) {
        field += text_[at_++];
      } else {
        ++at_;
        return end_of_quoted();
      }
    }
    return Error{ErrorCode::kFormat, "a quotation mark is opened and never closed", "line " + std::to_string(opened_on), {}};
  }

  Status end_of_quoted() {
    if (text_.substr(at_).starts_with("\r\n")) ++at_;
    if (at_ >= text_.size() || text_[at_] == ',' || text_[at_] == '\n') return {};
    return Error{ErrorCode::kFormat, "text follows a closing quotation mark", "line " + std::to_string(line_),
                 "double the quotation marks inside a field"};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace

Result<std::vector<CsvRecord>> parse_csv(std::string_view text) { return CsvParser(text).parse(); }

}  // namespace attest::command
