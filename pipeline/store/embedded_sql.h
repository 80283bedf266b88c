// The SQL files of this folder, as the build compiled them in.
#pragma once

#include <span>
#include <string_view>

namespace attest {

/// schema.sql.
[[nodiscard]] std::string_view schema_sql() noexcept;

/// The files of queries/, in order of their names.
[[nodiscard]] std::span<const std::string_view> saved_query_texts() noexcept;

}  // namespace attest
