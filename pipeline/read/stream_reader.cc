#include "read/stream_reader.h"

#include <utility>

#include "read/decode_text.h"
#include "read/erase_nul.h"
#include "read/format/feed.h"
#include "read/format/mail.h"
#include "read/format/mailbox.h"
#include "read/format/markdown.h"
#include "read/format/office.h"
#include "read/format/pdf.h"
#include "read/format/warc.h"
#include "read/format_detection.h"
#include "read/html/page_reader.h"

namespace attest {
namespace {

constexpr std::size_t kLongestMark = 4;         // of byte-order marks
constexpr std::size_t kArchiveBeginning = 265;  // as far as a tar's mark goes

bool is_blank(std::string_view line) noexcept { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

// Reads from memory, which must outlive it.
ReadBytes bytes_of(std::string_view text) {
  return [text](char* into, std::size_t at_most) mutable -> Result<std::size_t> {
    const std::size_t count = text.copy(into, at_most);
    text.remove_prefix(count);
    return count;
  };
}

void fill_to(LineStream& stream, std::size_t size) {
  while (stream.pending().size() < size && stream.fill()) continue;
}

// Rows may come slowly through a pipe, and each is wanted at once.
bool may_be_row(std::string_view pending) noexcept {
  const std::string_view text = without_utf8_mark(pending);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

Result<Document> read_markdown_bytes(std::string bytes) {
  Result<std::string> text = decode_owned(std::move(bytes));
  if (!text) return text.error();
  return read_markdown(*text);
}

Result<Document> parse_file(std::string bytes, InputFormat format, const std::string& address) {
  switch (format) {
    case InputFormat::kHtml:
      return html::read_page(std::move(bytes), address);
    case InputFormat::kMarkdown:
      return read_markdown_bytes(std::move(bytes));
    case InputFormat::kPdf:
      return read_pdf(bytes);
    case InputFormat::kOffice:
      return read_office(bytes);
    default:
      return read_mail(bytes);
  }
}

}  // namespace

StreamReader::StreamReader(const ReadOptions& options, const Deliver& deliver, const FailureSink& failures)
    : options_(options), deliver_(deliver), failures_(failures) {}

bool StreamReader::read(LineStream& stream, const std::string& name, std::uint64_t size_hint) {
  expansion_ = {};
  return read_input({stream, name, size_hint, 0});
}

bool StreamReader::read_input(Input input) {
  fill_to(input.stream, kLongestMark);
  if (!may_be_row(input.stream.pending())) fill_to(input.stream, kArchiveBeginning);
  const bool office = begins_like_office(input.stream.pending());
  if (begins_like_archive(input.stream.pending()) && !office) return read_packed(input);
  switch (const InputFormat format = format_of(input)) {
    case InputFormat::kJsonl:
      return read_rows(input.stream, input.name);
    case InputFormat::kWarc:
      return read_pages(input);
    case InputFormat::kMail:
      return begins_like_mailbox(input.stream.pending()) ? read_mailbox(input) : read_file(input, format);
    case InputFormat::kAuto:
    case InputFormat::kText:
      return read_text(input);
    default:
      return read_file(input, format);
  }
}

InputFormat StreamReader::format_of(Input& input) {
  const bool wide = has_wide_mark(input.stream.pending());
  if (options_.format != InputFormat::kAuto) return wide && options_.format == InputFormat::kJsonl ? InputFormat::kText : options_.format;
  if (wide) return InputFormat::kText;
  if (begins_with_article_row(input.stream, rows_)) return InputFormat::kJsonl;
  fill_to(input.stream, kFormatBeginning);
  return detect_format(input.stream.pending(), input.name);
}

bool StreamReader::read_packed(Input& input) {
  if (input.depth == kDeepestArchive) {
    fail_at({ErrorCode::kTooLarge, "more than " + std::to_string(kDeepestArchive) + " archives inside one another"}, input.name);
    return true;
  }
  const ReadBytes source = [&](char* into, std::size_t at_most) { return input.stream.read(into, at_most); };
  const auto entry = [&](const std::string& name, const ReadBytes& content) { return read_entry(input, name, content); };
  const auto failed = [&](const Error& error) { fail_at(error, input.name + "/" + error.where); };
  const Result<bool> go_on = read_archive(source, expansion_, input.depth == 0, entry, failed);
  if (go_on) return *go_on;
  fail_at(go_on.error(), input.name);
  return true;
}

bool StreamReader::read_entry(const Input& archive, const std::string& entry, const ReadBytes& content) {
  LineStream stream(content);
  return read_input({stream, entry.empty() ? archive.name : archive.name + "/" + entry, 0, archive.depth + 1});
}

bool StreamReader::read_rows(LineStream& stream, const std::string& name) {
  while (const auto line = stream.next()) {
    const std::string_view row = line->number == 1 ? without_utf8_mark(line->text) : line->text;
    if (!line->too_long && is_blank(row)) continue;
    if (!read_row(*line, row, name)) return false;
  }
  if (stream.failure()) fail_at(*stream.failure(), name);
  return true;
}

bool StreamReader::read_row(const StreamLine& line, std::string_view row, const std::string& name) {
  const auto where = [&] { return name + ":" + std::to_string(line.number); };
  if (line.too_long) {
    failures_({ErrorCode::kTooLarge, "line too long: more than " + std::to_string(StreamLimits{}.longest_line >> 20) + " MiB", where()});
    return true;
  }
  Result<Document> document = rows_.parse(row);
  if (document) return deliver_(*std::move(document));
  fail_at(document.error(), where());
  return true;
}

// Plain text; and what is in UTF-16 or UTF-32, which is decoded before it is looked at.
bool StreamReader::read_text(Input& input) {
  const bool wide = has_wide_mark(input.stream.pending());
  Result<std::string> text = input.stream.take_rest(kLargestText, input.size_hint);
  if (text) text = decode_owned(*std::move(text));
  if (text && text->empty()) text = Error{ErrorCode::kFormat, "empty file"};
  if (!text) {
    fail_at(text.error(), input.name);
    return true;
  }
  const bool undecided = options_.format == InputFormat::kAuto || options_.format == InputFormat::kJsonl;
  if (wide && undecided) {
    LineStream decoded(bytes_of(*text));
    Input again{decoded, input.name, text->size(), input.depth};
    const InputFormat format = format_of(again);
    if (format == InputFormat::kJsonl) return read_rows(decoded, input.name);
    if (format != InputFormat::kText) return read_file(again, format);
  }
  Document document;
  document.source = input.name;
  document.text = *std::move(text);
  return deliver_(std::move(document));
}

bool StreamReader::read_file(Input& input, InputFormat format) {
  Result<std::string> bytes = input.stream.take_rest(kLargestFile, input.size_hint);
  if (!bytes) {
    fail_at(bytes.error(), input.name);
    return true;
  }
  if (format == InputFormat::kFeed) return read_items(read_feed(*std::move(bytes)), input.name);
  return deliver_as(parse_file(*std::move(bytes), format, options_.metadata.url), input.name);
}

bool StreamReader::read_items(Result<std::vector<Document>> items, const std::string& name) {
  if (!items) {
    fail_at(items.error(), name);
    return true;
  }
  std::size_t number = 0;
  for (Document& item : *items) {
    std::string item_name = name;
    item_name.append("#").append(item.source.empty() ? std::to_string(++number) : item.source);
    if (!deliver_as(std::move(item), std::move(item_name))) return false;
  }
  return true;
}

bool StreamReader::read_mailbox(Input& input) {
  std::size_t number = 0;
  const auto message = [&](const Result<std::string>& bytes) {
    ++number;
    if (!bytes) return deliver_as(bytes.error(), input.name + "#" + std::to_string(number));
    Result<Document> document = read_mail(*bytes);
    const std::string id = document && !document->source.empty() ? document->source : std::to_string(number);
    return deliver_as(std::move(document), input.name + "#" + id);
  };
  const bool go_on = split_mailbox(input.stream, kLargestFile, message);
  if (input.stream.failure()) fail_at(*input.stream.failure(), input.name);
  return go_on;
}

bool StreamReader::read_pages(Input& input) {
  const auto content = [&](WarcContent found) {
    const std::string name = input.name + "#" + found.address;
    if (found.media_type != "text/plain") return deliver_as(html::read_page(std::move(found.body), found.address), name);
    Result<std::string> text = decode_owned(std::move(found.body));
    if (!text) return deliver_as(text.error(), name);
    Document document;
    document.text = *std::move(text);
    document.metadata.url = found.address;
    return deliver_as(std::move(document), name);
  };
  const auto failed = [&](const Error& error) { fail_at(error, input.name + "#" + error.where); };
  const Result<bool> go_on = read_warc(input.stream, content, failed);
  if (go_on) return *go_on;
  fail_at(go_on.error(), input.name);
  return true;
}

bool StreamReader::deliver_as(Result<Document> document, const std::string& name) {
  if (!document) {
    fail_at(document.error(), name);
    return true;
  }
  document->source = name;
  erase_nul(*document);
  return deliver_(*std::move(document));
}

void StreamReader::fail_at(Error error, std::string where) {
  error.where = std::move(where);
  failures_(error);
}

}  // namespace attest
