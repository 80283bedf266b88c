#include "interrupt.h"

#include <csignal>

namespace attest::command {
namespace {

// A signal handler can reach nothing but a variable of static storage.
volatile std::sig_atomic_t caught = 0;

extern "C" void remember_signal(int) { caught = 1; }

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
