// The loop over inputs: opens each, tells its format, and hands on its documents.
#include <string>
#include <utility>

#include "read/byte_source.h"
#include "read/decode_text.h"
#include "read/format_detection.h"
#include "read/html/page_reader.h"
#include "read/input_files.h"
#include "read/jsonl_row.h"
#include "read/line_stream.h"
#include "read/reader.h"

namespace attest {
namespace {

constexpr std::size_t kLongestMark = 4;  // of byte-order marks

bool is_blank(std::string_view line) noexcept { return line.find_first_not_of(" \t\r") == std::string_view::npos; }
bool is_named_jsonl(std::string_view path) noexcept { return path.ends_with(".jsonl") || path.ends_with(".ndjson"); }

void prefer(std::string& known, const std::string& given) {
  if (!given.empty()) known = given;
}

// What the user states wins over what the input says.
void apply_given(DocumentMetadata& metadata, const DocumentMetadata& given) {
  prefer(metadata.title, given.title);
  prefer(metadata.publisher, given.publisher);
  prefer(metadata.author, given.author);
  prefer(metadata.url, given.url);
  prefer(metadata.language, given.language);
  if (given.published.empty()) return;
  metadata.published = given.published;
  metadata.published_basis = PublishedBasis::kGiven;
}

// Reads from memory, which must outlive it.
ReadBytes bytes_of(std::string_view text) {
  return [text](char* into, std::size_t at_most) mutable -> Result<std::size_t> {
    const std::size_t count = text.copy(into, at_most);
    text.remove_prefix(count);
    return count;
  };
}

class Reader {
 public:
  Reader(const ReadOptions& options, const DocumentSink& sink, const FailureSink& failures)
      : options_(options), sink_(sink), failures_(failures) {}

  ReadSummary read(const std::vector<std::string>& inputs) {
    const auto file = [this](const std::string& path) { return read_file(path); };
    const auto failure = [this](const Error& error) { fail(error); };
    for (const std::string& input : inputs) {
      if (!expand_input(input, file, failure)) break;
    }
    return summary_;
  }

 private:
  void fail(const Error& error) {
    ++summary_.failed;
    failures_(error);
  }

  void fail_at(Error error, std::string where) {
    error.where = std::move(where);
    fail(error);
  }

  bool deliver(Document document) {
    apply_given(document.metadata, options_.metadata);
    ++summary_.documents;
    return sink_(std::move(document));
  }

  // False where the sink wants no more.
  bool read_file(const std::string& path) {
    const Result<ByteSource> source = ByteSource::open(path);
    if (!source) {
      fail(source.error());
      return true;
    }
    LineStream stream([&](char* into, std::size_t at_most) { return source->read(into, at_most); });
    const bool go_on = read_stream(stream, path, source->size_hint());
    summary_.bytes += stream.bytes_read();
    return go_on;
  }

  bool read_stream(LineStream& stream, const std::string& path, std::uint64_t size_hint) {
    while (stream.pending().size() < kLongestMark && stream.fill()) continue;
    const bool rows = !has_wide_mark(stream.pending()) && is_jsonl(stream, path);
    return rows ? read_rows(stream, path) : read_whole(stream, path, size_hint);
  }

  bool is_jsonl(LineStream& stream, const std::string& path) {
    if (options_.format != InputFormat::kAuto) return options_.format == InputFormat::kJsonl;
    return is_named_jsonl(path) || begins_with_article_row(stream, rows_);
  }

  bool read_rows(LineStream& stream, const std::string& path) {
    while (const auto line = stream.next()) {
      const std::string_view row = line->number == 1 ? without_utf8_mark(line->text) : line->text;
      if (!line->too_long && is_blank(row)) continue;
      if (!read_row(*line, row, path)) return false;
    }
    if (stream.failure()) fail_at(*stream.failure(), path);
    return true;
  }

  bool read_row(const StreamLine& line, std::string_view row, const std::string& path) {
    const auto where = [&] { return path + ":" + std::to_string(line.number); };
    if (line.too_long) {
      fail({ErrorCode::kTooLarge, "line too long: more than " + std::to_string(StreamLimits{}.longest_line >> 20) + " MiB", where()});
      return true;
    }
    Result<Document> document = rows_.parse(row);
    if (document) return deliver(*std::move(document));
    fail_at(document.error(), where());
    return true;
  }

  bool is_page(std::string_view bytes) const {
    return options_.format == InputFormat::kHtml || (options_.format == InputFormat::kAuto && html::begins_like_page(bytes));
  }

  bool deliver_page(std::string bytes, const std::string& path) {
    Result<Document> document = html::read_page(std::move(bytes), options_.metadata.url);
    if (!document) {
      fail_at(document.error(), path);
      return true;
    }
    document->source = path;
    return deliver(*std::move(document));
  }

  // Web pages, plain text, and JSON lines in UTF-16 or UTF-32, which are decoded before their lines are looked for.
  bool read_whole(LineStream& stream, const std::string& path, std::uint64_t size_hint) {
    const bool wide = has_wide_mark(stream.pending());
    Result<std::string> text = stream.take_rest(kLongestText, size_hint);
    if (text && is_page(*text)) return deliver_page(*std::move(text), path);
    if (text) text = decode_owned(*std::move(text));
    if (text && text->empty()) text = Error{ErrorCode::kFormat, "empty file"};
    if (!text) {
      fail_at(text.error(), path);
      return true;
    }
    if (wide) {
      LineStream lines(bytes_of(*text));
      if (is_jsonl(lines, path)) return read_rows(lines, path);
    }
    Document document;
    document.source = path;
    document.text = *std::move(text);
    return deliver(std::move(document));
  }

  const ReadOptions& options_;
  const DocumentSink& sink_;
  const FailureSink& failures_;
  JsonlRowParser rows_;
  ReadSummary summary_;
};

}  // namespace

ReadSummary read_documents(const std::vector<std::string>& inputs, const ReadOptions& options, const DocumentSink& sink,
                           const FailureSink& failures) {
  return Reader(options, sink, failures).read(inputs);
}

}  // namespace attest
