// The SQL files of this folder, as the build compiled them in.
#pragma once

#include <span>
#include <string_view>

#include "store/migrations.h"

namespace attest {

/// schema.sql and views.sql: a store of the newest layout.
[[nodiscard]] std::string_view schema_sql() noexcept;

/// The files of layouts/, each with views.sql behind it.
[[nodiscard]] std::span<const Migration> layout_steps() noexcept;

/// The files of queries/, in order of their names.
[[nodiscard]] std::span<const std::string_view> saved_query_texts() noexcept;

}  // namespace attest
