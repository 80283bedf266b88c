// Help for formats that are XML, around pugixml. It expands no entities but XML's own five, so none can multiply.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace attest {

/// Parses XML in any declared encoding into `document`. Errors: kEncoding; kFormat with pugixml's reason and the byte.
[[nodiscard]] Status parse_xml(std::string bytes, pugi::xml_document& document);

/// The name of an element without its namespace prefix.
[[nodiscard]] std::string_view local_name(const pugi::xml_node& node) noexcept;

/// The first child element of that local name; an empty node where there is none.
[[nodiscard]] pugi::xml_node child_named(const pugi::xml_node& parent, std::string_view name) noexcept;

/// All text below a node, white space collapsed.
[[nodiscard]] std::string text_below(const pugi::xml_node& node);

}  // namespace attest
