// Bytes of a file, a pipe or standard input, in the order in which they come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "base/result.h"

namespace attest {

/// Reads at most `at_most` (> 0) bytes into `into` and says how many; 0 is the end.
using ReadBytes = std::function<Result<std::size_t>(char* into, std::size_t at_most)>;

/// An open input. Moves, does not copy; closes what it opened.
class ByteSource {
 public:
  /// Opens a regular file, a pipe or a character device; "-" is standard input. Fails with kNotFound or kUnreadable
  /// (the operating system's reason; folders, sockets and block devices), with `where` set to the path.
  [[nodiscard]] static Result<ByteSource> open(const std::string& path);

  ByteSource(ByteSource&& other) noexcept;
  ByteSource& operator=(ByteSource&& other) noexcept;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  ~ByteSource();

  /// As ReadBytes; a failure of the operating system is kUnreadable.
  [[nodiscard]] Result<std::size_t> read(char* into, std::size_t at_most) const;
  /// Size of a regular file in bytes when it was opened; 0 where that is not known.
  [[nodiscard]] std::uint64_t size_hint() const noexcept { return size_hint_; }

 private:
  ByteSource(int descriptor, bool owned) noexcept : descriptor_(descriptor), owned_(owned) {}

  int descriptor_ = -1;
  bool owned_ = false;
  std::uint64_t size_hint_ = 0;
};

}  // namespace attest
