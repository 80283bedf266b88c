#include "terminal.h"

#include <fmt/core.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>

#include "exit_status.h"

namespace attest::command {

void report(const Error& error) {
  const bool diagnostics = error.code == ErrorCode::kRules && error.where.empty();
  if (diagnostics) {
    fmt::print(stderr, "{}", error.what);
  } else {
    say("attest: " + error.to_string());
  }
}

int fail(const Error& error) {
  report(error);
  return kError;
}

void say(std::string_view line) { fmt::print(stderr, "{}\n", line); }

bool standard_output_is_terminal() noexcept { return isatty(STDOUT_FILENO) == 1; }
bool standard_error_is_terminal() noexcept { return isatty(STDERR_FILENO) == 1; }

std::size_t terminal_width() noexcept {
  constexpr std::size_t kUsualWidth = 80;
  if (!standard_output_is_terminal()) return 0;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kUsualWidth;
  return size.ws_col;
}

}  // namespace attest::command
