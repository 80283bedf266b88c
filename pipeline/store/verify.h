// Does the store still say what its sources say? Every citation is cut out of its text again, every id computed anew.
//
//   auto report = verify(store);
//   if (report && !report->problems.empty()) ...
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/store.h"

namespace attest {

/// One thing that is wrong.
struct VerifyProblem {
  std::string what;   ///< "the quote is not what the text says at 12..19: ..."
  std::string where;  ///< "mention 3f9a...", "document 81c0... (news/steel.txt)", "table figure", "file".
};

struct VerifyReport {
  std::uint64_t documents = 0;  ///< How many rows were checked.
  std::uint64_t sentences = 0;
  std::uint64_t mentions = 0;
  std::uint64_t facts = 0;
  std::vector<VerifyProblem> problems;  ///< In order of document and position.
};

/// Checks SQLite's own structure (integrity_check, foreign_key_check), then each document (digest of the text, id, one
/// current version a uri), sentence (inside the text) and mention (quote, span in bytes and code points, sentence around it,
/// id by content, exact decimals against the REAL columns, exactly one row of its kind) and fact (its figure, line, id by content). Changes
/// nothing. Errors: kStore where the file is so damaged that reading stops.
[[nodiscard]] Result<VerifyReport> verify(const Store& store);

}  // namespace attest
