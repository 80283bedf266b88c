#include "read/html/page_metadata.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/trimmed.h"
#include "read/html/element_hint.h"
#include "read/html/json_ld.h"
#include "read/html/meta_elements.h"
#include "read/html/page_title.h"
#include "read/html/written_date.h"

namespace attest::html {
namespace {

std::string first_of(std::initializer_list<std::string_view> values) {
  for (const std::string_view value : values) {
    if (!trimmed(value).empty()) return std::string(trimmed(value));
  }
  return {};
}

bool is_address(std::string_view text) noexcept { return text.find("://") != std::string_view::npos || text.starts_with("www."); }

// "www.example.org" of "https://www.example.org/a", without "www.".
std::string_view host_of(std::string_view url) noexcept {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/:?#"));
  return url.starts_with("www.") ? url.substr(4) : url;
}

// "By Anna Example" and "Von Anna Example" without the first word.
std::string_view without_by(std::string_view name) {
  for (const std::string_view by : {"by ", "von ", "par ", "por ", "di ", "door ", "autor: ", "author: "}) {
    if (ascii_lowered(name.substr(0, by.size())) == by) return trimmed(name.substr(by.size()));
  }
  return name;
}

// The name in a field that may hold more: "Anna Example | June 17, 2025".
std::string author_name(std::string_view field) {
  std::string line;
  append_collapsed(line, trimmed(field));
  return std::string(trimmed(without_by(std::string_view(line).substr(0, line.find(" | ")))));
}

class MetadataReader {
 public:
  MetadataReader(const PageTree& tree, const std::string& address)
      : tree_(tree), address_(address), meta_(read_meta_elements(tree)), linked_(read_linked_data(meta_.linked_data)) {}

  PageMetadata read() {
    DocumentMetadata metadata;
    metadata.title = page_title(tree_, meta_, linked_);
    metadata.url = canonical_address();
    metadata.language = language();
    metadata.publisher = publisher(metadata.url);
    metadata.author = author();
    set_published(metadata);
    return {std::move(metadata), std::move(linked_.body)};
  }

 private:
  [[nodiscard]] std::string canonical_address() const {
    for (const std::string_view url : {meta_.canonical, meta_.first({"og:url", "twitter:url"}), std::string_view(linked_.url)}) {
      if (is_address(url)) return std::string(url);
    }
    return address_;
  }

  // A BCP 47 tag: "en_GB" becomes "en-GB".
  [[nodiscard]] std::string language() const {
    std::string tag =
        first_of({meta_.html_language, linked_.language, meta_.first({"og:locale", "content-language", "dc.language", "language"})});
    for (char& c : tag) {
      if (c == '_') c = '-';
    }
    return tag.size() <= 35 && tag.find_first_of(" ,;") == std::string::npos ? tag : std::string();
  }

  [[nodiscard]] std::string publisher(const std::string& url) const {
    if (is_address(linked_.publisher)) return first_of({meta_.first({"og:site_name"}), host_of(linked_.publisher)});
    const std::string_view named =
        meta_.first({"og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "citation_publisher", "application-name"});
    return first_of({linked_.publisher, is_address(named) ? host_of(named) : named, host_of(url)});
  }

  [[nodiscard]] std::string author() const {
    const std::string_view named =
        meta_.first({"author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "sailthru.author", "byl"});
    const std::string_view graph = meta_.first({"article:author", "og:article:author"});
    for (const std::string_view name : {std::string_view(linked_.author), is_address(graph) ? std::string_view() : graph, named}) {
      if (!trimmed(name).empty() && !is_address(name) && !find_written_date(name, true)) return author_name(name);
    }
    return linked_author();
  }

  // Names in links and elements marked as the author's.
  [[nodiscard]] std::string linked_author() const {
    constexpr std::size_t kLongestName = 60;
    for (const NodeIndex element : meta_.author_links) {
      std::string name(without_by(tree_.text_of(element)));
      if (!name.empty() && name.size() <= kLongestName) return name;
    }
    return {};
  }

  void set_published(DocumentMetadata& metadata) const {
    const bool day_first = !metadata.language.ends_with("-US") && metadata.language != "en";
    const auto set = [&](std::optional<std::string> day, PublishedBasis basis) {
      if (!day || !metadata.published.empty()) return;
      metadata.published = *std::move(day);
      metadata.published_basis = basis;
    };
    set(find_written_date(linked_.published, day_first), PublishedBasis::kMetadata);
    set(find_written_date(stated_day(), day_first), PublishedBasis::kMetadata);
    for (const NodeIndex time : meta_.times) set(find_written_date(day_of_time(time), day_first), PublishedBasis::kMetadata);
    set(find_date_in_url(metadata.url.empty() ? address_ : metadata.url), PublishedBasis::kInferred);
    set(day_beside_headline(day_first), PublishedBasis::kStated);
  }

  [[nodiscard]] std::string_view stated_day() const {
    return meta_.first({"article:published_time",
                        "og:article:published_time",
                        "og:published_time",
                        "datepublished",
                        "date",
                        "pubdate",
                        "publishdate",
                        "publish-date",
                        "publish_date",
                        "publication_date",
                        "publicationdate",
                        "published_time",
                        "dc.date",
                        "dc.date.issued",
                        "dc.date.created",
                        "dcterms.date",
                        "dcterms.issued",
                        "dcterms.created",
                        "sailthru.date",
                        "parsely-pub-date",
                        "citation_date",
                        "citation_publication_date",
                        "citation_online_date",
                        "article:published",
                        "article_date_original",
                        "cxenseparse:recs:publishtime",
                        "datecreated",
                        "date.created",
                        "created",
                        "rnews:datepublished",
                        "ptime",
                        "originalpublicationdate",
                        "last-modified-original"});
  }

  [[nodiscard]] std::string day_of_time(NodeIndex element) const {
    for (const char* name : {"datetime", "content", "title"}) {
      const std::string_view value = trimmed(tree_.attribute(element, name));
      if (!value.empty()) return std::string(value);
    }
    return tree_.text_of(element);
  }

  // In an element named for its date, or in the short texts around the headline.
  [[nodiscard]] std::optional<std::string> day_beside_headline(bool day_first) const {
    for (NodeIndex i = 1; i < tree_.size(); ++i) {
      if (tree_[i].is_text || !is_named_for_date(i)) continue;
      if (auto day = find_written_date(tree_.text_of(i), day_first)) return day;
    }
    return day_near(meta_.headlines.empty() ? 0 : meta_.headlines.front(), day_first);
  }

  [[nodiscard]] bool is_named_for_date(NodeIndex element) const {
    constexpr NodeIndex kMostNodes = 30;
    if (tree_[element].end - element > kMostNodes) return false;
    const std::string names = ascii_lowered(tree_.attribute(element, "class")) + " " + ascii_lowered(tree_.attribute(element, "id"));
    return names.find("date") != std::string::npos || names.find("publish") != std::string::npos ||
           names.find("datum") != std::string::npos || names.find("posted") != std::string::npos ||
           names.find("byline") != std::string::npos;
  }

  [[nodiscard]] std::optional<std::string> day_near(NodeIndex headline, bool day_first) const {
    constexpr NodeIndex kBefore = 40;
    constexpr NodeIndex kBehind = 80;
    constexpr std::size_t kLongestLine = 120;
    if (headline == 0) return std::nullopt;
    const auto last = static_cast<NodeIndex>(std::min<std::size_t>(tree_.size(), std::size_t{tree_[headline].end} + kBehind));
    for (NodeIndex i = headline > kBefore ? headline - kBefore : 1; i < last; ++i) {
      if (!tree_[i].is_text || tree_[i].text.size() > kLongestLine) continue;
      if (auto day = find_written_date(tree_[i].text, day_first)) return day;
    }
    return std::nullopt;
  }

  const PageTree& tree_;
  const std::string& address_;
  MetaElements meta_;
  LinkedData linked_;
};

}  // namespace

PageMetadata read_page_metadata(const PageTree& tree, const std::string& address) { return MetadataReader(tree, address).read(); }

}  // namespace attest::html
