#include "interrupt.h"

#include <unistd.h>

#include <csignal>
#include <string_view>

namespace attest::command {
namespace {

// A signal handler can reach nothing but a variable of static storage.
volatile std::sig_atomic_t caught = 0;

// Only what is safe in a handler: a flag, and write(2).
extern "C" void remember_signal(int) {
  constexpr std::string_view kMessage = "\nattest: stopping after what is being read (once more stops at once)\n";
  caught = 1;
  [[maybe_unused]] const auto written = write(STDERR_FILENO, kMessage.data(), kMessage.size());
}

}  // namespace

void catch_interrupts() noexcept {
  struct sigaction action {};
  action.sa_handler = remember_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() noexcept { return caught != 0; }

}  // namespace attest::command
