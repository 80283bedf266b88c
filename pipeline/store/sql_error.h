// SQLite's exceptions and result codes as errors of this project, with what the user can do about them.
#pragma once

#include <SQLiteCpp/Exception.h>

#include <string>
#include <string_view>

#include "base/result.h"

namespace attest {

/// The error for a failed call; `where` is the store's path.
[[nodiscard]] Error store_error(const SQLite::Exception& exception, std::string_view where);
/// The same from SQLite's result code (basic or extended) and message.
[[nodiscard]] Error store_error(int result_code, std::string_view message, std::string_view where);

/// Runs `work`, which returns a Result or Status, and turns SQLite's exceptions into its error.
template <typename Work>
auto guarded(const std::string& where, Work&& work) -> decltype(work()) {
  try {
    return work();
  } catch (const SQLite::Exception& exception) {
    return store_error(exception, where);
  }
}

}  // namespace attest
