// When a run stores what it stores.
#pragma once

#include <string>

#include "base/result.h"

namespace attest::command {

/// Now in UTC (`YYYY-MM-DDThh:mm:ssZ`), or the moment that SOURCE_DATE_EPOCH names, so that a store can be built again bit by
/// bit. Error: kUsage for a SOURCE_DATE_EPOCH that is no number of seconds.
[[nodiscard]] Result<std::string> ingest_time();

}  // namespace attest::command
