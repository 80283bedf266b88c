// The exit statuses of the command, the same for all verbs.
#pragma once

namespace attest::command {

inline constexpr int kDone = 0;           ///< Also where the reader of standard output went away, as for other filters.
inline constexpr int kAskedFor = 1;       ///< Only where asked for (`check --fail-on`).
inline constexpr int kError = 2;          ///< Wrong use, or an error that stopped the work.
inline constexpr int kSomeFailed = 3;     ///< Inputs failed, each named on standard error; the others are done.
inline constexpr int kInterrupted = 130;  ///< Stopped by the user (128 + SIGINT, as shells count).

}  // namespace attest::command
