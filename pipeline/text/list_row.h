// A row of the word lists of columns surface and kind that embed_lists.cmake compiles in, sorted by `folded`.
#pragma once

#include <string_view>

namespace attest {

struct ListRow {
  std::string_view folded;  ///< The surface in small letters (ASCII), by which rows are found.
  std::string_view surface;
  std::string_view kind;
};

}  // namespace attest
