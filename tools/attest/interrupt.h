// Ctrl-C, for verbs that have something to bring to an end first.
#pragma once

namespace attest::command {

/// From now on the first SIGINT or SIGTERM only makes `interrupted` true; a second one ends the process as usual.
void catch_interrupts() noexcept;
[[nodiscard]] bool interrupted() noexcept;

}  // namespace attest::command
