#include "read/format/pdf.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <map>
#include <memory>
#include <optional>

#include "base/trimmed.h"
#include "read/format/pdf_table.h"
#include "read/utf8_survey.h"

namespace attest {
namespace {

constexpr std::size_t kEdge = 2;  // lines at the top and the bottom of a page that may be its header and footer
constexpr int kMostPages = 20'000;

void be_silent(const std::string& /*message*/, void* /*closure*/) {}

std::string utf8_of(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

std::vector<std::string> lines_of(std::string_view page) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= page.size();) {
    const std::size_t end = std::min(page.find('\n', at), page.size());
    std::string_view line = page.substr(at, end - at);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\f')) line.remove_suffix(1);
    lines.emplace_back(line);
    at = end + 1;
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

// A running line with its numbers taken out, so that "Page 3 of 9" is the same on every page.
std::string shape_of(std::string_view line) {
  std::string shape;
  for (const char c : trimmed(line)) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) shape += c;
    if (digit && !shape.ends_with('#')) shape += '#';
  }
  return shape;
}

bool is_number_alone(std::string_view line) {
  const std::string shape = shape_of(line);
  return shape == "#" || shape == "- # -" || shape == "– # –" || shape == "Page #" || shape == "Page # of #" || shape == "#/#" ||
         shape == "# / #";
}

// The places of a page's lines that may be header and footer: the first and the last few that are not blank.
std::vector<std::size_t> edges_of(const std::vector<std::string>& lines) {
  std::vector<std::size_t> filled;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].empty()) filled.push_back(i);
  }
  if (filled.size() > 2 * kEdge) filled.erase(filled.begin() + kEdge, filled.end() - kEdge);
  return filled;
}

class PageJoiner {
 public:
  explicit PageJoiner(const std::vector<std::string>& pages) {
    for (const std::string& page : pages) pages_.push_back(lines_of(page));
    for (const auto& lines : pages_) {
      for (const std::size_t edge : edges_of(lines)) ++running_[shape_of(lines[edge])];
    }
  }

  JoinedPages join() {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      origins_.push_back({static_cast<std::uint32_t>(text_.size()), "page " + std::to_string(i + 1)});
      add_page(pages_[i]);
    }
    return {std::move(text_), std::move(origins_)};
  }

 private:
  void add_page(const std::vector<std::string>& lines) {
    const std::vector<std::size_t> edges = edges_of(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool at_edge = std::binary_search(edges.begin(), edges.end(), i);
      if (!at_edge || !is_running(lines[i])) add_line(lines[i]);
    }
  }

  // On three pages or more, or on both of two.
  bool is_running(const std::string& line) {
    const std::size_t least = std::max<std::size_t>(2, std::min<std::size_t>(3, pages_.size()));
    if (line.find('\t') != std::string::npos) return false;  // rows of tables are alike
    return is_number_alone(line) || running_[shape_of(line)] >= least;
  }

  void add_line(std::string_view line) {
    if (line.empty() && (text_.empty() || text_.ends_with("\n\n"))) return;
    const std::string_view hyphen = trailing_hyphen();
    if (!hyphen.empty() && !line.empty() && begins_small(line)) {
      text_.resize(text_.size() - hyphen.size() - 1);
      const std::size_t word = std::min(line.find(' '), line.size());
      text_ += line.substr(0, word);
      text_ += '\n';
      line = trimmed(line.substr(word));
      if (line.empty()) return;
    }
    text_ += line;
    text_ += '\n';
  }

  // The hyphen behind a letter that the last line ends with; "" where it ends otherwise.
  [[nodiscard]] std::string_view trailing_hyphen() const noexcept {
    for (const std::string_view hyphen : {"-", "\xC2\xAD", "\xE2\x80\x90"}) {
      if (!text_.ends_with(std::string(hyphen) + "\n") || text_.size() < hyphen.size() + 2) continue;
      const auto before = static_cast<unsigned char>(text_[text_.size() - hyphen.size() - 2]);
      if (before >= 0x80 || (before >= 'a' && before <= 'z')) return hyphen;
    }
    return {};
  }

  static bool begins_small(std::string_view line) noexcept {
    const auto first = static_cast<unsigned char>(line.front());
    return first >= 0x80 || (first >= 'a' && first <= 'z');
  }

  std::vector<std::vector<std::string>> pages_;
  std::map<std::string, std::size_t> running_;
  std::string text_;
  std::vector<Origin> origins_;
};

std::string day_of(std::time_t moment) {
  if (moment <= 0) return {};  // -1: the document does not say
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::from_time_t(moment))};
  const std::string digits =
      std::to_string(static_cast<int>(day.year()) * 10000 + static_cast<int>(static_cast<unsigned>(day.month())) * 100 +
                     static_cast<int>(static_cast<unsigned>(day.day())));
  return digits.size() == 8 ? digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6) : std::string();
}

std::vector<PdfWord> words_of(const poppler::page& page) {
  std::vector<PdfWord> words;
  for (const poppler::text_box& box : page.text_list()) {
    const poppler::rectf at = box.bbox();
    if (box.rotation() == 0) words.push_back({at.left(), at.top(), at.right(), at.bottom(), utf8_of(box.text())});
  }
  return words;
}

// The text between two heights of a page, in reading order.
std::string text_between(const poppler::page& page, double top, double bottom) {
  const poppler::rectf whole = page.page_rect();
  if (bottom <= top) return {};
  return utf8_of(page.text(poppler::rectf(whole.left(), top, whole.width(), bottom - top), poppler::page::non_raw_non_physical_layout));
}

std::string page_text(const poppler::page& page) {
  const std::vector<PdfTable> tables = find_tables(words_of(page));
  if (tables.empty()) return utf8_of(page.text(poppler::rectf(), poppler::page::non_raw_non_physical_layout));
  constexpr double kMargin = 0.5;  // points, so that no line is on both sides
  std::string text;
  double at = 0;
  for (const PdfTable& table : tables) {
    text += text_between(page, at, table.top - kMargin) + "\n\n";
    for (const std::string& row : table.rows) text += row + '\n';
    text += '\n';
    at = table.bottom + kMargin;
  }
  return text + text_between(page, at, page.page_rect().height());
}

Result<std::vector<std::string>> page_texts(const poppler::document& opened) {
  if (opened.pages() > kMostPages) return Error{ErrorCode::kTooLarge, "PDF of more than " + std::to_string(kMostPages) + " pages"};
  std::vector<std::string> pages;
  for (int i = 0; i < opened.pages(); ++i) {
    const std::unique_ptr<poppler::page> page(opened.create_page(i));
    pages.push_back(page ? page_text(*page) : std::string());
    std::erase(pages.back(), '\0');
  }
  return pages;
}

void read_properties(const poppler::document& opened, DocumentMetadata& metadata) {
  metadata.title = utf8_of(opened.get_title());
  metadata.author = utf8_of(opened.get_author());
  metadata.published = day_of(opened.get_creation_date_t());
  if (!metadata.published.empty()) metadata.published_basis = PublishedBasis::kInferred;
  for (std::string* field : {&metadata.title, &metadata.author}) {
    std::erase(*field, '\0');
    if (!is_utf8(*field)) field->clear();
  }
}

}  // namespace

bool begins_like_pdf(std::string_view bytes) noexcept {
  constexpr std::size_t kLooked = 1024;
  const std::size_t at = bytes.substr(0, kLooked).find("%PDF-");
  return at == 0 ||
         (at != std::string_view::npos && bytes.substr(0, at).find_first_not_of(" \t\r\n\xEF\xBB\xBF") == std::string_view::npos);
}

JoinedPages join_pages(const std::vector<std::string>& pages) { return PageJoiner(pages).join(); }

Result<Document> read_pdf(std::string_view bytes) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    return Error{ErrorCode::kTooLarge, "PDF of more than 2 GiB"};
  poppler::set_debug_error_function(be_silent, nullptr);
  const std::unique_ptr<poppler::document> opened(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!opened) return Error{ErrorCode::kFormat, "broken PDF", "", "open it in a viewer and save it anew"};
  if (opened->is_locked()) return Error{ErrorCode::kUnreadable, "encrypted PDF", "", "save it without a password"};
  const Result<std::vector<std::string>> pages = page_texts(*opened);
  if (!pages) return pages.error();
  Document document;
  document.media_type = "application/pdf";
  JoinedPages joined = join_pages(*pages);
  document.text = std::move(joined.text);
  document.origins = std::move(joined.origins);
  if (trimmed(document.text).empty())
    return Error{ErrorCode::kFormat, "PDF without text", "", "it may be a scan; run text recognition (OCR) over it"};
  read_properties(*opened, document.metadata);
  return document;
}

}  // namespace attest
