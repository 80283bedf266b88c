#include "read/format/feed.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <optional>

#include "read/decode_text.h"
#include "read/format/xml_text.h"
#include "read/html/page_reader.h"
#include "read/html/written_date.h"
#include "read/utf8_survey.h"

namespace attest {
namespace {

namespace dom = simdjson::dom;

// What a feed says of all its items.
struct Channel {
  std::string title;
  std::string language;
};

// Fields of an item as written; contents may be HTML.
struct Item {
  std::string id, title, url, author, published, content;
};

Result<Document> document_of(const Channel& channel, Item item) {
  Document document;
  document.source = item.id.empty() ? item.url : std::move(item.id);
  document.media_type = "text/html";
  document.metadata.title = std::move(item.title);
  document.metadata.publisher = channel.title;
  document.metadata.author = std::move(item.author);
  document.metadata.language = channel.language;
  document.metadata.url = std::move(item.url);
  if (auto day = html::find_written_date(item.published, true)) {
    document.metadata.published = *std::move(day);
    document.metadata.published_basis = PublishedBasis::kMetadata;
  }
  Result<std::string> text = html::fragment_text(std::move(item.content));
  if (!text) return text.error();
  document.text = text->empty() ? document.metadata.title + "\n" : *std::move(text);
  return document;
}

std::string first_text(const pugi::xml_node& item, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (std::string text = text_below(child_named(item, name)); !text.empty()) return text;
  }
  return {};
}

// Atom's `content` and RSS's `encoded` and `description`: escaped HTML, text, or XHTML as it stands.
std::string markup_of(const pugi::xml_node& node) {
  if (std::string_view(node.attribute("type").value()) == "xhtml") {
    struct Writer : pugi::xml_writer {
      std::string written;
      void write(const void* data, std::size_t size) override { written.append(static_cast<const char*>(data), size); }
    } writer;
    node.print(writer, "", pugi::format_raw);
    return std::move(writer.written);
  }
  std::string markup;
  for (const pugi::xml_node child : node.children()) markup += child.value();
  return markup;
}

std::string first_markup(const pugi::xml_node& item, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (std::string markup = markup_of(child_named(item, name)); markup.find_first_not_of(" \t\r\n") != std::string::npos) return markup;
  }
  return {};
}

std::string link_of(const pugi::xml_node& item) {
  for (const pugi::xml_node child : item.children()) {
    const std::string_view relation = child.attribute("rel").value();
    if (local_name(child) != "link" || (!relation.empty() && relation != "alternate")) continue;
    const std::string_view target = child.attribute("href").value();
    return target.empty() ? text_below(child) : std::string(target);
  }
  return {};
}

std::string author_of(const pugi::xml_node& item) {
  const pugi::xml_node author = child_named(item, "author");
  const std::string named = text_below(child_named(author, "name"));
  return named.empty() ? first_text(item, {"creator", "author"}) : named;
}

Item read_item(const pugi::xml_node& node) {
  return {.id = first_text(node, {"guid", "id"}),
          .title = first_text(node, {"title"}),
          .url = link_of(node),
          .author = author_of(node),
          .published = first_text(node, {"pubDate", "published", "date", "issued", "updated"}),
          .content = first_markup(node, {"encoded", "content", "description", "summary"})};
}

void collect_items(const pugi::xml_node& parent, const Channel& channel, std::vector<Document>& documents, std::optional<Error>& failure) {
  for (const pugi::xml_node child : parent.children()) {
    if (local_name(child) != "item" && local_name(child) != "entry") continue;
    Result<Document> document = document_of(channel, read_item(child));
    if (!document && !failure) failure = document.error();
    if (document && document->text != "\n") documents.push_back(*std::move(document));
  }
}

Result<std::vector<Document>> read_xml_feed(std::string bytes) {
  pugi::xml_document parsed;
  if (const Status status = parse_xml(std::move(bytes), parsed); !status) return status.error();
  const pugi::xml_node root = parsed.document_element();
  const pugi::xml_node inner = child_named(root, "channel");
  const pugi::xml_node head = inner ? inner : root;
  Channel channel{text_below(child_named(head, "title")), text_below(child_named(head, "language"))};
  if (channel.language.empty()) channel.language = root.attribute("xml:lang").value();
  std::vector<Document> documents;
  std::optional<Error> failure;
  collect_items(head, channel, documents, failure);
  if (inner) collect_items(root, channel, documents, failure);  // RSS 1.0 has its items beside the channel
  if (failure && documents.empty()) return *failure;
  return documents;
}

std::string string_at(const dom::element& object, std::string_view key) {
  std::string_view text;
  return object.at_key(key).get_string().get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::string escaped(std::string_view text) {
  std::string markup;
  for (const char c : text) {
    if (c == '<')
      markup += "&lt;";
    else if (c == '&')
      markup += "&amp;";
    else if (c == '\n')
      markup += "<br>";
    else
      markup += c;
  }
  return markup;
}

Item read_json_item(const dom::element& element) {
  Item item{
      string_at(element, "id"),          string_at(element, "title"), string_at(element, "url"), {}, string_at(element, "date_published"),
      string_at(element, "content_html")};
  dom::element author;
  if (element.at_pointer("/authors/0").get(author) == simdjson::SUCCESS || element.at_key("author").get(author) == simdjson::SUCCESS) {
    item.author = string_at(author, "name");
  }
  for (const std::string_view name : {"content_text", "summary"}) {
    if (item.content.empty()) item.content = escaped(string_at(element, name));
  }
  return item;
}

// NOLINTNEXTLINE(performance-unnecessary-value-param): taken as by all readers
Result<std::vector<Document>> read_json_feed(std::string bytes) {
  dom::parser parser;
  dom::element root;
  if (const auto code = parser.parse(bytes).get(root))
    return Error{ErrorCode::kFormat, std::string("malformed JSON: ") + simdjson::error_message(code)};
  const Channel channel{string_at(root, "title"), string_at(root, "language")};
  std::vector<Document> documents;
  dom::array items;
  if (root.at_key("items").get(items) != simdjson::SUCCESS) return documents;
  for (const dom::element element : items) {
    Result<Document> document = document_of(channel, read_json_item(element));
    if (document && document->text != "\n") documents.push_back(*std::move(document));
  }
  return documents;
}

bool is_json(std::string_view bytes) noexcept {
  const std::string_view text = without_utf8_mark(bytes);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

}  // namespace

bool begins_like_feed(std::string_view bytes) noexcept {
  constexpr std::array<std::string_view, 4> kRoots = {"<rss", "<feed", "<rdf:RDF", "<RDF"};
  constexpr std::size_t kLooked = 4096;
  const std::string_view text = without_utf8_mark(bytes.substr(0, kLooked));
  if (is_json(text)) return text.find("jsonfeed.org/version/") != std::string_view::npos;
  if (text.substr(0, text.find('<')).find_first_not_of(" \t\r\n") != std::string_view::npos) return false;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string_view tag = text.substr(at);
    if (tag.starts_with("<?") || tag.starts_with("<!")) continue;
    return std::any_of(kRoots.begin(), kRoots.end(), [&](std::string_view root) { return tag.starts_with(root); });
  }
  return false;
}

Result<std::vector<Document>> read_feed(std::string bytes) {
  Result<std::vector<Document>> documents = is_json(bytes) ? read_json_feed(std::move(bytes)) : read_xml_feed(std::move(bytes));
  if (documents && documents->empty()) return Error{ErrorCode::kFormat, "feed without items"};
  return documents;
}

}  // namespace attest
