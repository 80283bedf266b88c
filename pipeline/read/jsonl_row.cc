#include "read/jsonl_row.h"

#include <simdjson.h>

#include <array>
#include <optional>
#include <string>

#include "base/trimmed.h"
#include "read/erase_nul.h"
#include "read/html/page_reader.h"
#include "read/iso_date.h"
#include "read/line_stream.h"
#include "read/utf8_survey.h"

namespace attest {

namespace ondemand = simdjson::ondemand;

struct JsonlRowParser::Parser {
  ondemand::parser json;
};

namespace {

static_assert(kLinePadding >= simdjson::SIMDJSON_PADDING);

// The fields of a row that we know. The views point into the parser's memory, until the next row.
struct RowFields {
  std::optional<std::string_view> id, text, html, title, publisher, author, published, url;
};

struct KnownField {
  std::string_view name;
  std::optional<std::string_view> RowFields::*member;
};

constexpr std::array<KnownField, 8> kKnownFields = {{{"id", &RowFields::id},
                                                     {"text", &RowFields::text},
                                                     {"html", &RowFields::html},
                                                     {"title", &RowFields::title},
                                                     {"publisher", &RowFields::publisher},
                                                     {"author", &RowFields::author},
                                                     {"published", &RowFields::published},
                                                     {"url", &RowFields::url}}};

const KnownField* find_field(std::string_view name) noexcept {
  for (const KnownField& field : kKnownFields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

std::string field_name(std::string_view name) { return "field \"" + std::string(name) + "\""; }

Error format_error(std::string what, std::string hint = {}) { return Error{ErrorCode::kFormat, std::move(what), "", std::move(hint)}; }

Error json_error(simdjson::error_code code, std::string_view row) {
  switch (code) {
    case simdjson::UTF8_ERROR:
      return Error{ErrorCode::kEncoding, "broken UTF-8 at byte " + std::to_string(survey_utf8(row).first_error) + " of the line", "",
                   "JSON is UTF-8; convert other encodings with iconv"};
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
      return Error{ErrorCode::kTooLarge, "row of " + std::to_string(row.size()) + " bytes does not fit into memory"};
    default:
      return format_error(std::string("malformed JSON: ") + simdjson::error_message(code));
  }
}

Error field_error(std::string_view name, simdjson::error_code code, std::string_view row) {
  if (code != simdjson::STRING_ERROR) return json_error(code, row);
  return format_error(field_name(name) + " has a broken escape", "\\u escapes of surrogates come in pairs: \\ud83d\\ude00");
}

std::string_view name_of(ondemand::json_type type) noexcept {
  switch (type) {
    case ondemand::json_type::array:
      return "an array";
    case ondemand::json_type::object:
      return "an object";
    case ondemand::json_type::number:
      return "a number";
    case ondemand::json_type::boolean:
      return "a boolean";
    default:
      return "no value";
  }
}

// An integer by the grammar of JSON (RFC 8259, section 6); it may be longer than machine words are.
bool is_integer(std::string_view token) noexcept {
  if (token.starts_with('-')) token.remove_prefix(1);
  if (token.empty() || (token.size() > 1 && token.front() == '0')) return false;
  return token.find_first_not_of("0123456789") == std::string_view::npos;
}

// Into `into`: the value of a field that may be a string, null, or (for ids) an integer.
Status read_field(const KnownField& field, ondemand::value value, std::string_view row, std::optional<std::string_view>& into) {
  ondemand::json_type type{};
  if (const auto code = value.type().get(type)) return json_error(code, row);
  if (type == ondemand::json_type::string) {
    std::string_view text;
    if (const auto code = value.get_string().get(text)) return field_error(field.name, code, row);
    if (text.find('\0') != std::string_view::npos) return Error{ErrorCode::kEncoding, field_name(field.name) + " has a NUL character"};
    into = text;
    return {};
  }
  if (type == ondemand::json_type::null) {
    bool is_null = false;
    if (value.is_null().get(is_null) != simdjson::SUCCESS || !is_null)
      return format_error("malformed JSON: " + field_name(field.name) + " has no value");
    into.reset();
    return {};
  }
  const bool may_be_integer = field.member == &RowFields::id;
  if (may_be_integer && type == ondemand::json_type::number) {
    const std::string_view token = trimmed(value.raw_json_token());
    if (!is_integer(token)) return format_error(field_name(field.name) + " must be a string or an integer, not " + std::string(token));
    into = token;
    return {};
  }
  return format_error(field_name(field.name) + " must be a string, not " + std::string(name_of(type)));
}

Status read_fields(ondemand::document& row_document, std::string_view row, RowFields& fields) {
  ondemand::object object;
  if (const auto code = row_document.get_object().get(object)) {
    if (code == simdjson::INCORRECT_TYPE) return format_error("a row must be a JSON object");
    return json_error(code, row);
  }
  for (auto entry : object) {
    std::string_view name;
    ondemand::value value;
    if (const auto code = entry.unescaped_key().get(name)) return field_error("", code, row);
    const KnownField* known = find_field(name);
    if (known == nullptr) continue;
    if (const auto code = entry.value().get(value)) return json_error(code, row);
    if (Status status = read_field(*known, value, row, fields.*(known->member)); !status) return status;
  }
  const bool at_end = row_document.current_location().error() == simdjson::OUT_OF_BOUNDS;
  if (!at_end) return format_error("malformed JSON: a row must be one object and nothing behind it");
  return {};
}

Status read_row(ondemand::parser& parser, std::string_view row, RowFields& fields) {
  ondemand::document document;
  if (const auto code = parser.iterate(row.data(), row.size(), row.size() + kLinePadding).get(document)) return json_error(code, row);
  return read_fields(document, row, fields);
}

// The row's id for messages: "row" alone where it has none.
std::string row_name(const RowFields& fields) { return fields.id ? "row \"" + std::string(*fields.id) + "\"" : "row"; }

Status check_required(const RowFields& fields) {
  if (!fields.id || fields.id->empty()) return format_error("row has no " + field_name("id"));
  if (fields.text || fields.html) return {};
  return format_error(row_name(fields) + " has no " + field_name("text") + " or \"html\"");
}

Status set_published(const RowFields& fields, DocumentMetadata& metadata) {
  if (!fields.published || fields.published->empty()) return {};
  const auto day = leading_iso_date(*fields.published);
  if (!day) {
    return format_error(row_name(fields) + ": " + field_name("published") + " is no ISO date: \"" + std::string(*fields.published) + "\"",
                        "write it as 2025-06-17");
  }
  metadata.published = *day;
  metadata.published_basis = PublishedBasis::kMetadata;
  return {};
}

// With the text, and where it is a page's what the page says of itself; `text` wins over `html`.
Result<Document> document_of(const RowFields& fields) {
  if (!fields.text) {
    Result<Document> page = html::read_page(std::string(*fields.html), std::string(fields.url.value_or("")));
    if (!page) return Error{page.error().code, row_name(fields) + ": " + page.error().what, "", page.error().hint};
    erase_nul(*page);
    return page;
  }
  Document document;
  document.text = *fields.text;
  return document;
}

// What the row states wins over what its page says.
void prefer(std::string& known, const std::optional<std::string_view>& stated) {
  if (stated && !stated->empty()) known = *stated;
}

}  // namespace

JsonlRowParser::JsonlRowParser() : parser_(std::make_unique<Parser>()) {}
JsonlRowParser::~JsonlRowParser() = default;
JsonlRowParser::JsonlRowParser(JsonlRowParser&&) noexcept = default;
JsonlRowParser& JsonlRowParser::operator=(JsonlRowParser&&) noexcept = default;

Result<Document> JsonlRowParser::parse(std::string_view padded_row) {
  RowFields fields;
  if (const Status status = read_row(parser_->json, padded_row, fields); !status) return status.error();
  if (const Status status = check_required(fields); !status) return status.error();
  Result<Document> document = document_of(fields);
  if (!document) return document;
  if (const Status status = set_published(fields, document->metadata); !status) return status.error();
  document->source = *fields.id;
  prefer(document->metadata.title, fields.title);
  prefer(document->metadata.publisher, fields.publisher);
  prefer(document->metadata.author, fields.author);
  prefer(document->metadata.url, fields.url);
  return document;
}

bool JsonlRowParser::looks_like_article(std::string_view padded_row) {
  ondemand::document document;
  if (parser_->json.iterate(padded_row.data(), padded_row.size(), padded_row.size() + kLinePadding).get(document)) return false;
  ondemand::object object;
  if (document.get_object().get(object)) return false;
  for (auto entry : object) {
    std::string_view name;
    if (entry.unescaped_key().get(name)) return false;
    if (name == "text" || name == "html") return true;
  }
  return false;
}

}  // namespace attest
