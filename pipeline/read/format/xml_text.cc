#include "read/format/xml_text.h"

#include "read/html/page_encoding.h"
#include "read/html/page_tree.h"

namespace attest {
namespace {

class TextWalker : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& node) override {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) html::append_collapsed(text_, node.value());
    return true;
  }

  std::string finish() {
    while (text_.ends_with(' ')) text_.pop_back();
    return std::move(text_);
  }

 private:
  std::string text_;
};

}  // namespace

Status parse_xml(std::string bytes, pugi::xml_document& document) {
  Result<std::string> text = html::decode_page(std::move(bytes));
  if (!text) return text.error();
  const unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;
  const pugi::xml_parse_result parsed = document.load_buffer(text->data(), text->size(), options, pugi::encoding_utf8);
  if (parsed) return {};
  return Error{ErrorCode::kFormat, std::string("malformed XML: ") + parsed.description() + " at byte " + std::to_string(parsed.offset)};
}

std::string_view local_name(const pugi::xml_node& node) noexcept {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);
}

pugi::xml_node child_named(const pugi::xml_node& parent, std::string_view name) noexcept {
  for (const pugi::xml_node child : parent.children()) {
    if (child.type() == pugi::node_element && local_name(child) == name) return child;
  }
  return {};
}

std::string text_below(const pugi::xml_node& node) {
  TextWalker walker;
  pugi::xml_node walked = node;
  walked.traverse(walker);
  return walker.finish();
}

}  // namespace attest
