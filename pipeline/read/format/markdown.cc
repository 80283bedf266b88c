#include "read/format/markdown.h"

#include <md4c-html.h>

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/trimmed.h"
#include "read/html/page_reader.h"
#include "read/html/written_date.h"

namespace attest {
namespace {

constexpr std::string_view kFence = "---";

// Between the fences that a text begins with; "" where it does not. `behind` is where the text goes on.
std::string_view front_matter(std::string_view text, std::size_t& behind) noexcept {
  behind = 0;
  const std::size_t first = text.find('\n');
  if (first == std::string_view::npos || trimmed(text.substr(0, first)) != kFence) return {};
  for (std::size_t at = first + 1; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trimmed(text.substr(at, end - at));
    if (line == kFence || line == "...") {
      behind = std::min(end + 1, text.size());
      return text.substr(first + 1, at - first - 1);
    }
    if (!line.empty() && line.find(':') == std::string_view::npos && line.front() != '-' && line.front() != '#') return {};
    at = end + 1;
  }
  return {};
}

std::string unquoted(std::string_view value) {
  const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
  return std::string(quoted ? value.substr(1, value.size() - 2) : value);
}

void read_field(std::string_view line, DocumentMetadata& metadata) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  const std::string name = ascii_lowered(trimmed(line.substr(0, colon)));
  const std::string value = unquoted(trimmed(line.substr(colon + 1)));
  if (name == "title") metadata.title = value;
  if (name == "author") metadata.author = value;
  if (name == "publisher") metadata.publisher = value;
  if (name == "url" || name == "canonical") metadata.url = value;
  if (name == "lang" || name == "language") metadata.language = value;
  if (name != "date" && name != "published") return;
  if (auto day = html::find_written_date(value, true)) {
    metadata.published = *std::move(day);
    metadata.published_basis = PublishedBasis::kMetadata;
  }
}

void read_fields(std::string_view fields, DocumentMetadata& metadata) {
  for (std::size_t at = 0; at < fields.size();) {
    const std::size_t end = std::min(fields.find('\n', at), fields.size());
    read_field(fields.substr(at, end - at), metadata);
    at = end + 1;
  }
}

std::string first_heading(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (text.substr(at, 2) == "# ") return std::string(trimmed(text.substr(at + 2, end - at - 2)));
    at = end + 1;
  }
  return {};
}

void append_html(const MD_CHAR* text, MD_SIZE size, void* into) { static_cast<std::string*>(into)->append(text, size); }

}  // namespace

bool begins_like_markdown(std::string_view bytes) noexcept {
  constexpr std::size_t kLooked = 4096;
  constexpr std::array<std::string_view, 7> kMarks = {"](", "**", "\n## ", "\n- ", "\n* ", "\n|", "\n```"};
  const std::string_view text = bytes.substr(0, kLooked);
  std::size_t behind = 0;
  if (!front_matter(text, behind).empty()) return true;
  return text.starts_with("# ") &&
         std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

Result<Document> read_markdown(const std::string& text) {
  Document document;
  document.media_type = "text/markdown";
  std::size_t begin = 0;
  read_fields(front_matter(text, begin), document.metadata);
  if (document.metadata.title.empty()) document.metadata.title = first_heading(std::string_view(text).substr(begin));
  std::string markup;
  const unsigned flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS;
  if (md_html(text.data() + begin, static_cast<MD_SIZE>(text.size() - begin), append_html, &markup, flags, 0) != 0) {
    return Error{ErrorCode::kTooLarge, "Markdown that does not fit into memory"};
  }
  Result<std::string> plain = html::fragment_text(std::move(markup));
  if (!plain) return plain.error();
  if (plain->empty()) return Error{ErrorCode::kFormat, "Markdown without text"};
  document.text = *std::move(plain);
  return document;
}

}  // namespace attest
