#include "read/format_detection.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>

#include "read/decode_text.h"
#include "read/format/feed.h"
#include "read/format/mail.h"
#include "read/format/markdown.h"
#include "read/format/office.h"
#include "read/format/pdf.h"
#include "read/format/warc.h"
#include "read/html/page_reader.h"

namespace attest {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";

struct Recogniser {
  bool (*begins)(std::string_view);
  InputFormat format;
};

// Those with marks of their own first. Front matter begins Markdown; a page's tags are told before the words of mail.
constexpr Recogniser kRecognisers[] = {{[](std::string_view bytes) { return begins_like_pdf(bytes); }, InputFormat::kPdf},
                                       {[](std::string_view bytes) { return begins_like_office(bytes); }, InputFormat::kOffice},
                                       {[](std::string_view bytes) { return begins_like_warc(bytes); }, InputFormat::kWarc},
                                       {[](std::string_view bytes) { return begins_like_feed(bytes); }, InputFormat::kFeed},
                                       {[](std::string_view bytes) { return html::begins_like_page(bytes); }, InputFormat::kHtml},
                                       {[](std::string_view bytes) { return begins_like_mailbox(bytes); }, InputFormat::kMail},
                                       {[](std::string_view bytes) { return begins_like_mail(bytes); }, InputFormat::kMail},
                                       {[](std::string_view bytes) { return begins_like_markdown(bytes); }, InputFormat::kMarkdown}};

std::string_view without_ending(std::string_view name, std::initializer_list<std::string_view> endings) noexcept {
  for (const std::string_view ending : endings) {
    if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  }
  return name;
}

InputFormat format_by_name(std::string_view name) noexcept {
  const std::string_view plain = without_ending(name, {".gz", ".zst", ".xz", ".bz2", ".lz4"});
  if (plain.ends_with(".jsonl") || plain.ends_with(".ndjson")) return InputFormat::kJsonl;
  return plain.ends_with(".md") || plain.ends_with(".markdown") ? InputFormat::kMarkdown : InputFormat::kText;
}

}  // namespace

InputFormat detect_format(std::string_view bytes, std::string_view name) {
  const InputFormat named = format_by_name(name);
  if (named == InputFormat::kJsonl) return named;
  const auto* found =
      std::find_if(std::begin(kRecognisers), std::end(kRecognisers), [&](const Recogniser& it) { return it.begins(bytes); });
  return found != std::end(kRecognisers) ? found->format : named;
}

bool begins_with_article_row(LineStream& stream, JsonlRowParser& rows) {
  while (stream.pending().size() < kUtf8Mark.size() && stream.fill()) continue;
  const std::size_t mark = stream.pending().size() - without_utf8_mark(stream.pending()).size();
  std::size_t begin = mark;  // of the line; what lies before `end` was looked at
  std::size_t end = mark;
  for (bool more = true; more; more = stream.fill()) {
    const std::string_view pending = stream.pending();
    if (begin == end) begin = end = std::min(pending.find_first_not_of(kWhiteSpace, begin), pending.size());
    if (begin == pending.size()) continue;
    if (pending[begin] != '{') return false;
    if (pending.size() - begin > StreamLimits{}.longest_line) return true;  // who reads rows will say that it is too long
    end = std::min(pending.find('\n', end), pending.size());
    if (end != pending.size()) break;
  }
  return begin != end && rows.looks_like_article(stream.pending().substr(begin, end - begin));
}

}  // namespace attest
