#include "read/html/page_depth.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace attest::html {
namespace {

constexpr std::array<std::string_view, 37> kSelfClosing = {
    "area",  "base", "basefont", "bgsound", "body",   "br",    "caption", "col",   "colgroup", "dd",    "dt",       "embed",  "frame",
    "head",  "hr",   "html",     "image",   "img",    "input", "keygen",  "li",    "link",     "meta",  "optgroup", "option", "p",
    "param", "path", "rp",       "rt",      "source", "tbody", "td",      "tfoot", "th",       "thead", "tr"};

bool closes_itself(std::string_view name) noexcept {
  const auto is_it = [name](std::string_view known) { return equal_in_any_case(name, known); };
  return is_it("track") || is_it("wbr") || std::any_of(kSelfClosing.begin(), kSelfClosing.end(), is_it);
}

// The name that begins at `at`: letters and digits.
std::string_view name_at(std::string_view html, std::size_t at) noexcept {
  std::size_t end = at;
  while (end < html.size() && (is_ascii_letter(html[end]) || (html[end] >= '0' && html[end] <= '9'))) ++end;
  return html.substr(at, end - at);
}

// Where the text of a script or style that begins at `at` ends.
std::size_t end_of_raw_text(std::string_view html, std::size_t at, std::string_view name) noexcept {
  for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 2)) {
    if (equal_in_any_case(name_at(html, at + 2), name)) return at;
  }
  return html.size();
}

// Elements of HTML that end a drawing they stand in (HTML standard, "The rules for parsing tokens in foreign content").
bool leaves_drawing(std::string_view name) noexcept {
  constexpr std::array<std::string_view, 44> kBreakouts = {
      "b",   "big",  "blockquote", "body",  "br",   "center", "code",   "dd",  "div", "dl",      "dt",   "em",   "embed", "h1", "h2",
      "h3",  "h4",   "h5",         "h6",    "head", "hr",     "i",      "img", "li",  "listing", "menu", "meta", "nobr",  "ol", "p",
      "pre", "ruby", "s",          "small", "span", "strike", "strong", "sub", "sup", "table",   "tt",   "u",    "ul",    "var"};
  return std::any_of(kBreakouts.begin(), kBreakouts.end(), [&](std::string_view it) { return equal_in_any_case(name, it); });
}

constexpr std::size_t kEnoughAttributes = 300;  // more than any page may have; counting ends there

// Counts tags in one pass.
class TagCounter {
 public:
  explicit TagCounter(std::string_view html) noexcept : html_(html) {}

  TagCounts count() noexcept {
    for (std::size_t at = html_.find('<'); at < html_.size() && counts_.most_attributes < kEnoughAttributes; at = html_.find('<', at + 1)) {
      at = tag_at(at);
    }
    return counts_;
  }

 private:
  // Returns from where to go on.
  std::size_t tag_at(std::size_t at) noexcept {
    const bool closing = at + 1 < html_.size() && html_[at + 1] == '/';
    const std::string_view name = name_at(html_, at + (closing ? 2 : 1));
    if (name.empty() || !is_ascii_letter(name.front())) return at;
    counts_.most_attributes = std::max(counts_.most_attributes, count_attributes(name.data() + name.size() - html_.data()));
    if (equal_in_any_case(name, "svg")) in_drawing_ = !closing;
    if (in_drawing_ && leaves_drawing(name)) in_drawing_ = false;
    if (closes_itself(name)) return at;
    if (closing) {
      depth_ -= std::min<std::size_t>(depth_, 1);
      return at;
    }
    if (equal_in_any_case(name, "script")) return end_of_raw_text(html_, at, "script");
    if (equal_in_any_case(name, "style")) return end_of_raw_text(html_, at, "style");
    if (!in_drawing_ || !ends_with_slash(at)) counts_.deepest = std::max(counts_.deepest, ++depth_);
    return at;
  }

  // Of the tag whose name ends at `at`; as far as a tag of an article's page goes.
  [[nodiscard]] std::size_t count_attributes(std::ptrdiff_t at) const noexcept {
    std::size_t count = 0;
    for (auto i = static_cast<std::size_t>(at); i < html_.size() && count <= kEnoughAttributes; ++count) {
      i = html_.find_first_not_of(" \t\r\n\f/", i);
      if (i == std::string_view::npos || html_[i] == '>') return count;
      i = std::min(html_.find_first_of(" \t\r\n\f/>=", i + 1), html_.size());
      i = std::min(html_.find_first_not_of(" \t\r\n\f", i), html_.size());
      if (i < html_.size() && html_[i] == '=') i = end_of_value(i + 1);
    }
    return count;
  }

  [[nodiscard]] std::size_t end_of_value(std::size_t at) const noexcept {
    at = std::min(html_.find_first_not_of(" \t\r\n\f", at), html_.size());
    const bool quoted = at < html_.size() && (html_[at] == '"' || html_[at] == '\'');
    if (!quoted) return std::min(html_.find_first_of(" \t\r\n\f>", at), html_.size());
    const std::size_t end = html_.find(html_[at], at + 1);
    return end == std::string_view::npos ? html_.size() : end + 1;
  }

  [[nodiscard]] bool ends_with_slash(std::size_t at) const noexcept {
    const std::size_t end = html_.substr(0, at + 4096).find('>', at);  // a tag's usual length: the search stays short
    return end != std::string_view::npos && html_[end - 1] == '/';
  }

  std::string_view html_;
  std::size_t depth_ = 0;
  TagCounts counts_;
  bool in_drawing_ = false;
};

}  // namespace

TagCounts count_tags(std::string_view html) noexcept { return TagCounter(html).count(); }

}  // namespace attest::html
