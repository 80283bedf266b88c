#include "read/format/mail.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/trimmed.h"
#include "read/format/mail_coding.h"
#include "read/html/page_reader.h"
#include "read/html/page_tree.h"
#include "read/html/written_date.h"

namespace attest {
namespace {

constexpr int kDeepestPart = 20;  // of messages inside one another
constexpr std::array<std::string_view, 14> kFields = {"received",     "return-path", "delivered-to", "from",          "to",
                                                      "subject",      "date",        "message-id",   "mime-version",  "reply-to",
                                                      "content-type", "x-mailer",    "sender",       "dkim-signature"};

struct Part {
  std::vector<std::pair<std::string, std::string>> fields;  // names in small letters, values unfolded
  std::string_view body;

  [[nodiscard]] std::string_view field(std::string_view name) const noexcept {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& it) { return it.first == name; });
    return found != fields.end() ? std::string_view(found->second) : std::string_view();
  }
};

// Takes a line with its end off `rest`; without the end.
std::string_view take_line(std::string_view& rest) noexcept {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view field_name(std::string_view line) noexcept {
  const std::size_t colon = line.find(':');
  const std::string_view name = colon == std::string_view::npos ? std::string_view() : line.substr(0, colon);
  return name.find_first_of(" \t<>") == std::string_view::npos ? name : std::string_view();
}

Part split_part(std::string_view bytes) {
  Part part;
  while (!bytes.empty()) {
    const std::string_view line = take_line(bytes);
    if (line.empty()) break;
    if ((line.front() == ' ' || line.front() == '\t') && !part.fields.empty()) {
      part.fields.back().second += ' ' + std::string(trimmed(line));
    } else if (const std::string_view name = field_name(line); !name.empty()) {
      part.fields.emplace_back(ascii_lowered(name), trimmed(line.substr(name.size() + 1)));
    }
  }
  part.body = bytes;
  return part;
}

// A parameter of a field: boundary="x", charset=utf-8. RFC 2231's continuations are not read.
std::string parameter(std::string_view value, std::string_view name) {
  const std::string small = ascii_lowered(value);
  std::size_t at = small.find(std::string(name) + "=");
  if (at == std::string::npos) return {};
  at += name.size() + 1;
  if (at < value.size() && value[at] == '"') return std::string(value.substr(at + 1, value.find('"', at + 1) - at - 1));
  return std::string(value.substr(at, value.find_first_of("; \t", at) - at));
}

// What a message's parts hold.
struct Contents {
  std::string plain;
  std::string html;
};

std::string decoded_body(const Part& part) {
  const std::string coding = ascii_lowered(trimmed(part.field("content-transfer-encoding")));
  if (coding == "base64") return decode_base64(part.body);
  return coding == "quoted-printable" ? decode_quoted_printable(part.body, false) : std::string(part.body);
}

void collect(const Part& part, int depth, Contents& contents);

void collect_parts(std::string_view body, const std::string& boundary, int depth, Contents& contents) {
  const std::string mark = "--" + boundary;
  const char* begin = nullptr;
  for (std::string_view rest = body; !rest.empty();) {
    const char* const line_begin = rest.data();
    const std::string_view line = take_line(rest);
    if (!line.starts_with(mark)) continue;
    if (begin != nullptr) collect(split_part({begin, static_cast<std::size_t>(line_begin - begin)}), depth + 1, contents);
    if (line.substr(mark.size()).starts_with("--")) return;
    begin = rest.data();
  }
  const char* const end = body.data() + body.size();
  if (begin != nullptr && begin < end) collect(split_part({begin, static_cast<std::size_t>(end - begin)}), depth + 1, contents);
}

void collect(const Part& part, int depth, Contents& contents) {
  const std::string_view type_field = part.field("content-type");
  const std::string type = ascii_lowered(trimmed(type_field.substr(0, type_field.find(';'))));
  if (depth > kDeepestPart || ascii_lowered(part.field("content-disposition")).starts_with("attachment")) return;
  if (type.starts_with("multipart/")) {
    if (const std::string boundary = parameter(type_field, "boundary"); !boundary.empty())
      collect_parts(part.body, boundary, depth, contents);
  } else if (type == "message/rfc822") {
    collect(split_part(part.body), depth + 1, contents);
  } else if (type == "text/html") {
    contents.html += decode_mail_text(decoded_body(part), parameter(type_field, "charset"));
  } else if (type.empty() || type == "text/plain") {
    contents.plain += decode_mail_text(decoded_body(part), parameter(type_field, "charset"));
  }
}

// "Anna Writer <anna@example.org>" to "Anna Writer".
std::string display_name(std::string_view from) {
  std::string name(trimmed(from.substr(0, from.find('<'))));
  std::erase(name, '"');
  return name.empty() ? std::string(trimmed(from)) : name;
}

// Lines end with "\n" alone.
std::string with_plain_line_ends(std::string text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') plain += text[i];
  }
  return plain;
}

bool is_blank(std::string_view text) noexcept { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

bool begins_like_mail(std::string_view bytes) noexcept {
  constexpr int kLooked = 30;
  std::string_view rest = bytes.substr(0, 4096);
  int known = 0;
  for (int n = 0; n < kLooked && !rest.empty(); ++n) {
    const std::string_view line = take_line(rest);
    if (line.empty()) break;
    const bool folded = line.front() == ' ' || line.front() == '\t';
    const std::string_view name = folded ? std::string_view() : field_name(line);
    if (name.empty() && (n == 0 || !folded)) return false;
    const std::string small = ascii_lowered(name);
    if (std::find(kFields.begin(), kFields.end(), small) != kFields.end()) ++known;
    if (n == 0 && known == 0 && !small.starts_with("x-") && !small.starts_with("arc-")) return false;
  }
  return known >= 3;
}

bool begins_like_mailbox(std::string_view bytes) noexcept {
  if (!bytes.starts_with("From ")) return false;
  take_line(bytes);
  return begins_like_mail(bytes);
}

Result<Document> read_mail(std::string_view bytes) {
  const Part message = split_part(bytes);
  Contents contents;
  collect(message, 0, contents);
  Document document;
  document.media_type = "message/rfc822";
  document.source = trimmed(message.field("message-id"));
  document.metadata.title = decode_header(message.field("subject"));
  document.metadata.author = display_name(decode_header(message.field("from")));
  if (auto day = html::find_written_date(message.field("date"), true)) {
    document.metadata.published = *std::move(day);
    document.metadata.published_basis = PublishedBasis::kMetadata;
  }
  document.text = with_plain_line_ends(std::move(contents.plain));
  if (is_blank(document.text)) {
    Result<std::string> text = html::fragment_text(std::move(contents.html));
    if (!text) return text.error();
    document.text = *std::move(text);
  }
  if (is_blank(document.text)) return Error{ErrorCode::kFormat, "message without text", "", "attachments are not read; save them as files"};
  std::erase(document.text, '\0');
  return document;
}

}  // namespace attest
