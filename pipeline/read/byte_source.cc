#include "read/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace attest {
namespace {

std::string reason(int error_number) { return std::generic_category().message(error_number); }

Error open_error(const std::string& path, int error_number) {
  const bool missing = error_number == ENOENT || error_number == ENOTDIR;
  if (missing) return Error{ErrorCode::kNotFound, "no such file", path};
  return Error{ErrorCode::kUnreadable, "cannot be opened: " + reason(error_number), path};
}

}  // namespace

Result<ByteSource> ByteSource::open(const std::string& path) {
  if (path == "-") return ByteSource(STDIN_FILENO, false);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return open_error(path, errno);
  ByteSource source(descriptor, true);
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return open_error(path, errno);
  const bool readable_kind = S_ISREG(status.st_mode) || S_ISFIFO(status.st_mode) || S_ISCHR(status.st_mode);
  if (!readable_kind) return Error{ErrorCode::kUnreadable, "is no file, pipe or character device", path};
  if (S_ISREG(status.st_mode)) source.size_hint_ = static_cast<std::uint64_t>(status.st_size);
  return source;
}

ByteSource::ByteSource(ByteSource&& other) noexcept
    : descriptor_(other.descriptor_), owned_(std::exchange(other.owned_, false)), size_hint_(other.size_hint_) {}

ByteSource& ByteSource::operator=(ByteSource&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(owned_, other.owned_);
  std::swap(size_hint_, other.size_hint_);
  return *this;
}

ByteSource::~ByteSource() {
  if (owned_) ::close(descriptor_);
}

Result<std::size_t> ByteSource::read(char* into, std::size_t at_most) const {
  for (;;) {
    const ssize_t count = ::read(descriptor_, into, at_most);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) return Error{ErrorCode::kUnreadable, "cannot be read: " + reason(errno)};
  }
}

}  // namespace attest
