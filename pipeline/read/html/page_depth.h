// How deep a page's elements lie inside one another, before it is parsed.
#pragma once

#include <cstddef>
#include <string_view>

namespace attest::html {

/// The most elements open at once, counted from tags alone: an estimate from above. Elements that close by themselves
/// (`p`, `li`, `td`, `br` ...) do not count, and a closing tag closes one element, whatever its name. The parser's time
/// grows with the depth, and this bounds it. Linear.
[[nodiscard]] std::size_t nesting_depth(std::string_view html) noexcept;

}  // namespace attest::html
