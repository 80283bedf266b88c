#include "read/html/page_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "read/decode_text.h"
#include "read/html/main_content.h"
#include "read/html/meta_elements.h"
#include "read/html/page_encoding.h"
#include "read/html/page_layout.h"
#include "read/html/page_metadata.h"
#include "read/html/page_text.h"

namespace attest::html {
namespace {

// Past white space, comments, and declarations of XML; at the first tag or text.
std::string_view behind_prologue(std::string_view text) noexcept {
  for (;;) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
    const std::string_view end = text.starts_with("<!--") ? "-->" : text.starts_with("<?") ? "?>" : "";
    const std::size_t at = end.empty() ? std::string_view::npos : text.find(end);
    if (at == std::string_view::npos) return text;
    text.remove_prefix(at + end.size());
  }
}

// The page has a fraction of the article that its JSON-LD holds as plain text.
bool is_shown_by_script(std::string_view text, std::string_view body) noexcept {
  constexpr std::size_t kLeastBody = 400;
  return body.size() >= kLeastBody && text.size() * 3 < body.size() && body.find("</") == std::string_view::npos;
}

}  // namespace

Result<Document> read_page(std::string bytes, const std::string& address) {
  Result<std::string> decoded = decode_page(std::move(bytes));
  if (!decoded) return decoded.error();
  const Result<PageTree> tree = PageTree::parse(*std::move(decoded));
  if (!tree) return tree.error();
  Document document;
  document.media_type = "text/html";
  PageMetadata metadata = read_page_metadata(*tree, address);
  document.metadata = std::move(metadata.document);
  LaidOutText article = lay_out(*tree, judge_blocks(*tree, document.metadata.title));
  if (is_shown_by_script(article.text, metadata.body)) article = {std::move(metadata.body) + "\n", {{0, "JSON-LD articleBody"}}};
  document.text = std::move(article.text);
  document.origins = std::move(article.origins);
  if (document.text.empty())
    return Error{ErrorCode::kFormat, "page without text", "", "its text may be loaded by scripts; save it from a browser"};
  return document;
}

Result<std::string> fragment_text(std::string html) {
  const Result<PageTree> tree = PageTree::parse(std::move(html));
  if (!tree) return tree.error();
  std::vector<bool> hidden(tree->size());
  for (NodeIndex i = 1; i < tree->size(); ++i) hidden[i] = !(*tree)[i].is_text && is_hidden(*tree, i);
  std::vector<JudgedBlock> blocks;
  for (TextBlock& block : cut_blocks(*tree, hidden)) blocks.push_back({std::move(block), Verdict::kKept});
  return lay_out(*tree, blocks).text;
}

bool begins_like_page(std::string_view bytes) noexcept {
  constexpr std::size_t kLooked = 4096;
  constexpr std::array<std::string_view, 10> kOpenings = {"<!doctype html", "<html", "<head",    "<body", "<meta ",
                                                          "<title",         "<div",  "<article", "<h1",   "<p>"};
  const std::string_view text = behind_prologue(without_utf8_mark(bytes.substr(0, kLooked)));
  return std::any_of(kOpenings.begin(), kOpenings.end(),
                     [&](std::string_view opening) { return equal_in_any_case(text.substr(0, opening.size()), opening); });
}

}  // namespace attest::html
