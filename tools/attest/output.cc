#include "output.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "exit_status.h"
#include "terminal.h"

namespace attest::command {

bool Output::flush_when_full() {
  constexpr std::size_t kFull = std::size_t{256} * 1024;
  return buffer_.size() < kFull ? !closed_ && !error_ : write({});
}

bool Output::write(std::string_view bytes) {
  const bool done = write_all(buffer_) && write_all(bytes);
  buffer_.clear();
  return done;
}

bool Output::write_all(std::string_view bytes) {
  if (closed_ || error_) return false;
  while (!bytes.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      closed_ = true;
      return false;
    } else if (errno != EINTR) {
      error_ = Error{ErrorCode::kUnreadable, std::string("cannot be written: ") + std::strerror(errno), "standard output", {}};
      return false;
    }
  }
  return true;
}

int Output::finish() {
  write({});
  return error_ ? fail(*error_) : kDone;
}

}  // namespace attest::command
