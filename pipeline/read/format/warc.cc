#include "read/format/warc.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

#include "base/ascii.h"
#include "base/trimmed.h"
#include "read/format/archive.h"

namespace attest {
namespace {

using Fields = std::map<std::string, std::string, std::less<>>;

constexpr std::uint64_t kLargestRecord = std::uint64_t{64} << 20;

std::string_view field(const Fields& fields, std::string_view name) {
  const auto found = fields.find(name);
  return found != fields.end() ? std::string_view(found->second) : std::string_view();
}

void read_field(std::string_view line, Fields& fields) {
  const std::size_t colon = line.find(':');
  if (colon != std::string_view::npos) fields[ascii_lowered(trimmed(line.substr(0, colon)))] = trimmed(line.substr(colon + 1));
}

std::string_view media_type_in(std::string_view value) noexcept { return trimmed(value.substr(0, value.find(';'))); }

bool is_readable_type(std::string_view type) noexcept {
  return type.starts_with("text/html") || type.starts_with("text/plain") || type.starts_with("application/xhtml+xml");
}

// RFC 9112, section 7.1. Nothing where the chunks are broken.
std::optional<std::string> without_chunks(std::string_view body) {
  std::string whole;
  while (!body.empty()) {
    const std::size_t line_end = body.find("\r\n");
    std::size_t size = 0;
    const auto read = std::from_chars(body.data(), body.data() + std::min(line_end, body.size()), size, 16);
    if (line_end == std::string_view::npos || read.ec != std::errc()) return std::nullopt;
    if (size == 0) return whole;
    body.remove_prefix(line_end + 2);
    if (size > body.size()) return std::nullopt;
    whole += body.substr(0, size);
    body.remove_prefix(std::min(size + 2, body.size()));
  }
  return whole;
}

std::optional<std::string> unpacked(std::string_view packed) {
  const ReadBytes source = [packed](char* into, std::size_t at_most) mutable -> Result<std::size_t> {
    const std::size_t count = packed.copy(into, at_most);
    packed.remove_prefix(count);
    return count;
  };
  std::string whole;
  Expansion expansion;
  bool broken = false;
  const auto entry = [&](const std::string&, const ReadBytes& content) {
    std::array<char, std::size_t{16} << 10> block{};
    for (;;) {
      const Result<std::size_t> count = content(block.data(), block.size());
      broken = !count || whole.size() > kLargestRecord;
      if (broken || *count == 0) return false;
      whole.append(block.data(), *count);
    }
  };
  const Result<bool> read = read_archive(source, expansion, true, entry, [](const Error&) {});
  if (!read || broken) return std::nullopt;
  return whole;
}

class WarcReader {
 public:
  WarcReader(LineStream& stream, const std::function<bool(WarcContent)>& content, const std::function<void(const Error&)>& failed)
      : stream_(stream), content_(content), failed_(failed) {}

  Result<bool> read() {
    while (const auto line = stream_.next()) {
      if (trimmed(line->text).empty()) continue;
      if (line->too_long || !line->text.starts_with("WARC/"))
        return Error{ErrorCode::kFormat, "broken WARC: no record at line " + std::to_string(line->number)};
      Result<bool> go_on = read_record();
      if (!go_on || !*go_on) return go_on;
    }
    if (stream_.failure()) return *stream_.failure();
    return true;
  }

 private:
  Result<bool> read_record() {
    const Fields fields = read_fields();
    std::uint64_t length = 0;
    const std::string_view written = field(fields, "content-length");
    if (std::from_chars(written.data(), written.data() + written.size(), length).ec != std::errc()) {
      return Error{ErrorCode::kFormat, "broken WARC: record without Content-Length"};
    }
    const bool wanted = is_wanted(fields) && length <= kLargestRecord;
    if (is_wanted(fields) && !wanted) fail(fields, ErrorCode::kTooLarge, "record of more than 64 MiB");
    Result<std::string> body = take(length, wanted);
    if (!body) return body.error();
    return wanted ? hand_on(fields, *body) : true;
  }

  Fields read_fields() {
    Fields fields;
    for (auto line = stream_.next(); line && !trimmed(line->text).empty(); line = stream_.next()) read_field(line->text, fields);
    return fields;
  }

  static bool is_wanted(const Fields& fields) {
    if (field(fields, "warc-target-uri").find("metadata:") <= 1) return false;  // what the crawler was called with; "<" may stand first
    const std::string_view type = field(fields, "warc-type");
    return type == "response" || type == "resource" || type == "conversion";
  }

  // The next bytes of the stream; none of them where they are not kept.
  Result<std::string> take(std::uint64_t length, bool keep) {
    std::string bytes;
    std::array<char, std::size_t{16} << 10> block{};
    while (length > 0) {
      const Result<std::size_t> count = stream_.read(block.data(), static_cast<std::size_t>(std::min<std::uint64_t>(block.size(), length)));
      if (!count) return count.error();
      if (*count == 0) return Error{ErrorCode::kFormat, "WARC breaks off inside a record", "", "the file may be cut off"};
      if (keep) bytes.append(block.data(), *count);
      length -= *count;
    }
    return bytes;
  }

  Result<bool> hand_on(const Fields& fields, std::string_view body) {
    std::string address(field(fields, "warc-target-uri"));
    if (address.size() > 2 && address.starts_with('<')) address = address.substr(1, address.size() - 2);  // as some crawlers write it
    if (field(fields, "warc-type") != "response") {
      const std::string type = ascii_lowered(media_type_in(field(fields, "content-type")));
      return is_readable_type(type) ? content_({std::move(address), type, std::string(body)}) : true;
    }
    const std::size_t end = body.find("\r\n\r\n");
    if (!body.starts_with("HTTP/") || end == std::string_view::npos) return true;  // DNS and FTP
    Fields http;
    const std::string_view head = body.substr(0, end + 2);
    for (std::size_t at = 0; at < head.size(); at = head.find('\n', at) + 1) read_field(head.substr(at, head.find('\n', at) - at), http);
    const std::string type = ascii_lowered(media_type_in(field(http, "content-type")));
    if (head.substr(head.find(' ') + 1, 3) != "200" || !is_readable_type(type)) return true;
    auto plain = decoded(http, body.substr(end + 4));
    if (plain) return content_({std::move(address), type, *std::move(plain)});
    fail(fields, ErrorCode::kFormat, "damaged record");
    return true;
  }

  // Crawlers often undo the codings and leave the fields, so what does not fit is taken as it is.
  static std::optional<std::string> decoded(const Fields& http, std::string_view body) {
    std::optional<std::string> whole;
    if (ascii_lowered(field(http, "transfer-encoding")) == "chunked") whole = without_chunks(body);
    if (!whole) whole = std::string(body);
    return begins_like_archive(*whole) ? unpacked(*whole) : whole;
  }

  void fail(const Fields& fields, ErrorCode code, std::string what) const {
    failed_({code, std::move(what), std::string(field(fields, "warc-target-uri"))});
  }

  LineStream& stream_;
  const std::function<bool(WarcContent)>& content_;
  const std::function<void(const Error&)>& failed_;
};

}  // namespace

Result<bool> read_warc(LineStream& stream, const std::function<bool(WarcContent)>& content,
                       const std::function<void(const Error&)>& failed) {
  return WarcReader(stream, content, failed).read();
}

}  // namespace attest
