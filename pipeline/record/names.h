// The spelling of enumerations in every output (JSON lines, the store, findings) and back.
#pragma once

#include <optional>
#include <string_view>

#include "record/document.h"
#include "record/mention.h"

namespace attest {

[[nodiscard]] std::string_view name_of(Quantity quantity) noexcept;        // "money", "percentage_point", ...
[[nodiscard]] std::string_view name_of(Bound bound) noexcept;              // "exact", "at_most", ...
[[nodiscard]] std::string_view name_of(DateType type) noexcept;            // "date", "duration", ...
[[nodiscard]] std::string_view name_of(BlockKind kind) noexcept;           // "paragraph", "table_row", ...
[[nodiscard]] std::string_view name_of(PublishedBasis basis) noexcept;     // "given", "none", ...
/// "figure" or "date": the `kind` of a mention.
[[nodiscard]] std::string_view kind_of(const Mention& mention) noexcept;

/// The inverse; nothing for a name that is not in the list.
[[nodiscard]] std::optional<Quantity> quantity_named(std::string_view name) noexcept;
[[nodiscard]] std::optional<Bound> bound_named(std::string_view name) noexcept;
[[nodiscard]] std::optional<DateType> date_type_named(std::string_view name) noexcept;
[[nodiscard]] std::optional<PublishedBasis> published_basis_named(std::string_view name) noexcept;

}  // namespace attest
