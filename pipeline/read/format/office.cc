#include "read/format/office.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "read/format/archive.h"
#include "read/format/xml_text.h"
#include "read/html/written_date.h"

namespace attest {
namespace {

constexpr std::size_t kLargestPart = std::size_t{64} << 20;
constexpr std::array<std::string_view, 4> kParts = {"word/document.xml", "docProps/core.xml", "content.xml", "meta.xml"};

using Parts = std::map<std::string, std::string>;

Result<std::string> read_all(const ReadBytes& content) {
  std::string all;
  std::array<char, std::size_t{16} << 10> block{};
  for (;;) {
    const Result<std::size_t> count = content(block.data(), block.size());
    if (!count) return count.error();
    if (*count == 0) return all;
    all.append(block.data(), *count);
    if (all.size() > kLargestPart)
      return Error{ErrorCode::kTooLarge, "document of more than " + std::to_string(kLargestPart >> 20) + " MiB of XML"};
  }
}

Result<Parts> read_parts(std::string_view bytes) {
  const ReadBytes source = [bytes](char* into, std::size_t at_most) mutable -> Result<std::size_t> {
    const std::size_t count = bytes.copy(into, at_most);
    bytes.remove_prefix(count);
    return count;
  };
  Parts parts;
  std::optional<Error> failure;
  Expansion expansion;
  const auto entry = [&](const std::string& name, const ReadBytes& content) {
    if (std::find(kParts.begin(), kParts.end(), name) == kParts.end()) return true;
    Result<std::string> part = read_all(content);
    if (!part) failure = part.error();
    if (part) parts[name] = *std::move(part);
    return !failure;
  };
  const Result<bool> read = read_archive(source, expansion, true, entry, [&](const Error& error) { failure = error; });
  if (failure) return Error{failure->code, failure->what, "", failure->hint};
  if (!read) return read.error();
  return parts;
}

// Walks a body of either format and writes lines. Both nest tables, rows, cells and paragraphs alike, under other names.
class BodyWriter : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& node) override {
    leave_to(depth());
    if (skipped_below_ >= 0) return true;
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      if (in_text_ >= 0) line_ += node.value();
      return true;
    }
    enter(node, local_name(node));
    return true;
  }

  std::string finish() {
    leave_to(0);
    end_line();
    return std::move(text_);
  }

 private:
  void enter(const pugi::xml_node& node, std::string_view name) {
    if (is_left_out(name))
      skipped_below_ = depth();
    else if (name == "tbl" || name == "table")
      ++tables_, open_table_ = depth();
    else if (name == "tr" || name == "table-row")
      begin_row();
    else if (name == "tc" || name == "table-cell")
      begin_cell();
    else if (name == "p" || name == "h")
      begin_paragraph(std::string_view(node.name()));
    else if (name == "numPr" || name == "list-item")
      item_ = true;
    else if (name == "t")
      in_text_ = depth();
    else if ((name == "tab" && tables_ == 0) || name == "s")
      line_ += ' ';
    else if (name == "br" || name == "line-break" || name == "cr")
      line_ += tables_ > 0 ? ' ' : '\n';
  }

  static bool is_left_out(std::string_view name) noexcept {
    constexpr std::array<std::string_view, 8> kLeftOut = {"annotation", "note", "tracked-changes", "delText", "instrText", "bookmark-start",
                                                          "pict",       "forms"};
    return std::find(kLeftOut.begin(), kLeftOut.end(), name) != kLeftOut.end();
  }

  // Elements at `depth` and deeper have ended.
  void leave_to(int now) {
    if (skipped_below_ >= now) skipped_below_ = -1;
    if (in_text_ >= now) in_text_ = -1;
    if (paragraph_ >= now) end_paragraph();
    if (open_table_ >= now) end_table();
  }

  void begin_row() {
    end_line();
    cell_ = 0;
  }

  void begin_cell() {
    if (cell_++ > 0) line_ += '\t';
  }

  void begin_paragraph(std::string_view name) {
    if (tables_ > 0 && !line_.empty() && line_.back() != '\t') line_ += ' ';
    paragraph_ = depth();
    if (name.starts_with("text:")) in_text_ = depth();  // OpenDocument has its text directly in paragraphs
  }

  void end_paragraph() {
    paragraph_ = -1;
    if (tables_ == 0) end_line();
  }

  void end_table() {
    end_line();
    open_table_ = -1;
    tables_ = 0;
    if (!text_.empty() && !text_.ends_with("\n\n")) text_ += '\n';
  }

  void end_line() {
    const bool blank = line_.find_first_not_of(" \t\n") == std::string::npos;
    if (!blank) text_ += (item_ && tables_ == 0 ? "- " : "") + line_ + (tables_ > 0 ? "\n" : "\n\n");
    line_.clear();
    item_ = false;
  }

  std::string text_;
  std::string line_;
  int tables_ = 0;
  int open_table_ = -1;  // depths of open elements; -1 for none
  int paragraph_ = -1;
  int in_text_ = -1;
  int skipped_below_ = -1;
  int cell_ = 0;
  bool item_ = false;
};

void read_properties(const std::string& xml, DocumentMetadata& metadata) {
  pugi::xml_document parsed;
  if (xml.empty() || !parse_xml(xml, parsed)) return;
  const pugi::xml_node root = parsed.document_element();
  const pugi::xml_node inner = child_named(root, "meta");
  const pugi::xml_node properties = inner ? inner : root;
  metadata.title = text_below(child_named(properties, "title"));
  metadata.language = text_below(child_named(properties, "language"));
  for (const std::string_view name : {"creator", "initial-creator"}) {
    if (metadata.author.empty()) metadata.author = text_below(child_named(properties, name));
  }
  for (const std::string_view name : {"created", "creation-date", "date"}) {
    const auto day = html::find_written_date(text_below(child_named(properties, name)), true);
    if (!day || !metadata.published.empty()) continue;
    metadata.published = *day;
    metadata.published_basis = PublishedBasis::kInferred;  // written then; published later
  }
}

}  // namespace

bool begins_like_office(std::string_view bytes) noexcept {
  constexpr std::size_t kNameLength = 26;
  constexpr std::size_t kName = 30;
  if (!bytes.starts_with("PK\x03\x04") || bytes.size() < kName) return false;
  const auto length = static_cast<unsigned char>(bytes[kNameLength]);
  const std::string_view name = bytes.substr(kName, length);
  if (name == "mimetype") return bytes.substr(kName + length).starts_with("application/vnd.oasis.opendocument.text");
  return name == "[Content_Types].xml" || name.starts_with("_rels/") || name.starts_with("docProps/") || name.starts_with("word/");
}

Result<Document> read_office(std::string_view bytes) {
  Result<Parts> parts = read_parts(bytes);
  if (!parts) return parts.error();
  const bool word = parts->contains("word/document.xml");
  if (!word && !parts->contains("content.xml"))
    return Error{ErrorCode::kFormat, "office document without text", "", "of spreadsheets and slides, save the text"};
  pugi::xml_document body;
  if (const Status status = parse_xml(std::move((*parts)[word ? "word/document.xml" : "content.xml"]), body); !status)
    return status.error();
  BodyWriter writer;
  body.traverse(writer);
  Document document;
  document.text = writer.finish();
  if (document.text.empty()) return Error{ErrorCode::kFormat, "document without text"};
  document.text.pop_back();
  document.media_type =
      word ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document" : "application/vnd.oasis.opendocument.text";
  read_properties((*parts)[word ? "docProps/core.xml" : "meta.xml"], document.metadata);
  return document;
}

}  // namespace attest
