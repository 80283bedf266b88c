#include "read/html/page_title.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace attest::html {
namespace {

constexpr std::array<std::string_view, 9> kSeparators = {" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • "};

struct Cut {
  std::size_t at = std::string_view::npos;
  std::size_t length = 0;
};

Cut last_separator(std::string_view title) noexcept {
  Cut last;
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.rfind(separator);
    if (at != std::string_view::npos && (last.at == std::string_view::npos || at > last.at)) last = {at, separator.size()};
  }
  return last;
}

// "Title | Section | Site" less what stands behind separators, as long as the greater part is left; "Site: Title" stays.
std::string_view without_site(std::string_view title, std::string_view site) {
  for (Cut cut = last_separator(title); cut.at != std::string_view::npos; cut = last_separator(title)) {
    const std::string_view before = title.substr(0, cut.at);
    const std::string_view behind = title.substr(cut.at + cut.length);
    const bool names_site = !site.empty() && ascii_lowered(behind).find(ascii_lowered(site)) != std::string::npos;
    if (!names_site && (behind.size() * 2 > before.size() || before.size() < 15)) break;
    title = before;
  }
  return title;
}

// The same headline in other words: sites keep one for search engines and one for readers.
bool is_variant(const std::set<std::string>& title, std::string_view headline) {
  const std::set<std::string> words = distinct_words(headline);
  const auto common =
      static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](const std::string& word) { return title.contains(word); }));
  return repeats_title(title, headline) || (words.size() >= 4 && common >= 3 && common * 3 >= words.size());
}

std::string collapsed(std::string_view text) {
  std::string line;
  append_collapsed(line, text);
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace

std::set<std::string> distinct_words(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.insert(std::move(word));
    word.clear();
  };
  for (const char c : text) {
    const bool in_word =
        static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!in_word) finish();
    if (in_word) word += ascii_lower(c);
  }
  finish();
  return words;
}

bool repeats_title(const std::set<std::string>& title, std::string_view text) {
  const std::set<std::string> words = distinct_words(text);
  const auto common =
      static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](const std::string& word) { return title.contains(word); }));
  return words.size() >= 2 && common * 5 >= words.size() * 4 && common * 2 >= title.size();
}

std::string page_title(const PageTree& tree, const MetaElements& meta, const LinkedData& linked) {
  const std::string_view site = meta.first({"og:site_name", "application-name"});
  const std::array<std::string, 4> candidates = {
      collapsed(linked.headline), collapsed(without_site(meta.first({"og:title"}), site)),
      collapsed(
          without_site(meta.first({"twitter:title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title", "headline"}), site)),
      collapsed(without_site(meta.page_title, site))};
  for (const std::string& candidate : candidates) {
    if (candidate.empty()) continue;
    const std::set<std::string> words = distinct_words(candidate);
    for (const NodeIndex headline : meta.headlines) {
      std::string text = tree.text_of(headline);
      if (is_variant(words, text)) return text;
    }
  }
  const auto* stated = std::find_if(candidates.begin(), candidates.end(), [](const std::string& it) { return !it.empty(); });
  if (stated != candidates.end()) return *stated;
  return meta.headlines.empty() ? std::string() : tree.text_of(meta.headlines.front());
}

}  // namespace attest::html
