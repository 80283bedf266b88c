// A mailbox (mbox, RFC 4155) to its messages.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/result.h"
#include "read/line_stream.h"

namespace attest {

/// Calls `message` with each message of the mailbox, without its "From " line and with ">From " at the beginning of lines
/// as "From "; with an error of code kTooLarge for one over `most` bytes. Returning false stops, and is returned.
bool split_mailbox(LineStream& stream, std::uint64_t most, const std::function<bool(const Result<std::string>&)>& message);

}  // namespace attest
