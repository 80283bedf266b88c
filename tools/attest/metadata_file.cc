#include "metadata_file.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

#include "csv.h"
#include "read/reader.h"

namespace attest::command {
namespace {

/// The field of `metadata` that a column sets, or nullptr.
std::string* field_named(DocumentMetadata& metadata, std::string_view column) {
  if (column == "title") return &metadata.title;
  if (column == "author") return &metadata.author;
  if (column == "publisher") return &metadata.publisher;
  if (column == "published") return &metadata.published;
  if (column == "url") return &metadata.url;
  return nullptr;
}

Result<std::string> read_whole_file(const std::string& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (file == nullptr) {
    const auto code = errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kUnreadable;
    return Error{code, std::strerror(errno), path, {}};
  }
  std::string text;
  std::array<char, 16384> block{};
  for (std::size_t size = 0; (size = std::fread(block.data(), 1, block.size(), file.get())) > 0;) text.append(block.data(), size);
  if (std::ferror(file.get()) != 0) return Error{ErrorCode::kUnreadable, std::strerror(errno), path, {}};
  return text;
}

/// `2025-06-17T10:00:00Z` is the day 2025-06-17.
void drop_time_of_day(std::string& date) {
  constexpr std::size_t kDay = 10;
  if (date.size() > kDay && (date[kDay] == 'T' || date[kDay] == ' ')) date.resize(kDay);
}

/// An object of the JSON array; null and other types than text leave a field empty.
std::string read_json_row(const simdjson::dom::object& object, DocumentMetadata& metadata) {
  std::string file;
  for (const auto& [key, value] : object) {
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) continue;
    if (key == "file") file = text;
    if (std::string* field = field_named(metadata, key)) *field = text;
  }
  return file;
}

}  // namespace

Result<MetadataFile> MetadataFile::read(const std::string& path) {
  const auto bytes = read_whole_file(path);
  if (!bytes) return bytes.error();
  auto text = decode_text(*bytes);
  if (!text) {
    Error error = text.error();
    error.where = path;
    return error;
  }
  return parse(*text, path);
}

Result<MetadataFile> MetadataFile::parse(std::string_view text, const std::string& name) {
  MetadataFile file;
  const Status added = name.ends_with(".csv") ? file.add_csv(text, name) : file.add_json(text, name);
  if (!added) return added.error();
  return file;
}

Status MetadataFile::add_json(std::string_view text, const std::string& name) {
  simdjson::dom::parser parser;
  simdjson::dom::array rows;
  if (const auto code = parser.parse(simdjson::padded_string(text)).get(rows); code != simdjson::SUCCESS) {
    return Error{ErrorCode::kFormat, simdjson::error_message(code), name, "expected a JSON array of objects with a member \"file\" each"};
  }
  std::size_t number = 0;
  for (const simdjson::dom::element row : rows) {
    const std::string where = name + ": row " + std::to_string(++number);
    simdjson::dom::object object;
    if (row.get(object) != simdjson::SUCCESS) return Error{ErrorCode::kFormat, "not an object", where, {}};
    DocumentMetadata metadata;
    std::string file = read_json_row(object, metadata);
    if (auto added = add(std::move(file), std::move(metadata), where); !added) return added;
  }
  return {};
}

Status MetadataFile::add_csv(std::string_view text, const std::string& name) {
  const auto records = parse_csv(text);
  if (!records) return Error{records.error().code, records.error().what, name + ": " + records.error().where, records.error().hint};
  if (records->empty()) return {};
  const std::vector<std::string>& header = records->front().fields;
  const auto file_column = static_cast<std::size_t>(std::find(header.begin(), header.end(), "file") - header.begin());
  if (file_column == header.size())
    return Error{ErrorCode::kFormat, "no column is called \"file\"", name, "the first line names the columns"};
  for (std::size_t i = 1; i < records->size(); ++i) {
    const CsvRecord& record = (*records)[i];
    const std::string where = name + ": line " + std::to_string(record.line);
    if (record.fields.size() != header.size()) return Error{ErrorCode::kFormat, "not as many fields as columns", where, {}};
    DocumentMetadata metadata;
    for (std::size_t column = 0; column < header.size(); ++column) {
      if (std::string* field = field_named(metadata, header[column])) *field = record.fields[column];
    }
    if (auto added = add(record.fields[file_column], std::move(metadata), where); !added) return added;
  }
  return {};
}

Status MetadataFile::add(std::string file, DocumentMetadata metadata, const std::string& where) {
  if (file.empty()) return Error{ErrorCode::kFormat, "no \"file\" is named", where, {}};
  drop_time_of_day(metadata.published);
  if (!metadata.published.empty() && !is_iso_date(metadata.published)) {
    return Error{ErrorCode::kFormat, "\"" + metadata.published + "\" is no date", where, "write published as 2025-06-17"};
  }
  if (!rows_.emplace(std::move(file), Row{.metadata = std::move(metadata)}).second) {
    return Error{ErrorCode::kFormat, "an earlier row names the same file", where, {}};
  }
  return {};
}

MetadataFile::Row* MetadataFile::find(std::string_view source) {
  while (true) {
    if (const auto row = rows_.find(std::string(source)); row != rows_.end()) return &row->second;
    const std::size_t slash = source.find('/');
    if (slash == std::string_view::npos) return nullptr;
    source.remove_prefix(slash + 1);
  }
}

void MetadataFile::apply(Document& document) {
  Row* row = find(document.source);
  if (row == nullptr) return;
  row->used = true;
  const DocumentMetadata& known = row->metadata;
  DocumentMetadata& metadata = document.metadata;
  if (!known.title.empty()) metadata.title = known.title;
  if (!known.author.empty()) metadata.author = known.author;
  if (!known.publisher.empty()) metadata.publisher = known.publisher;
  if (!known.url.empty()) metadata.url = known.url;
  if (known.published.empty()) return;
  metadata.published = known.published;
  metadata.published_basis = PublishedBasis::kGiven;
}

std::uint64_t MetadataFile::unused() const noexcept {
  return static_cast<std::uint64_t>(std::count_if(rows_.begin(), rows_.end(), [](const auto& row) { return !row.second.used; }));
}

}  // namespace attest::command
