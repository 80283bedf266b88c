// Lines of a stream of any length in memory that does not grow with it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "read/byte_source.h"

namespace attest {

/// How much of a stream is held at a time. Tests make these small.
struct StreamLimits {
  std::size_t block = std::size_t{1} << 20;          ///< Bytes asked for at a time; also the least memory held.
  std::size_t longest_line = std::size_t{32} << 20;  ///< In bytes without the line end; longer lines are passed over.
};

/// One line, without its "\n". The text is valid until the stream is asked for more, and kLinePadding bytes behind it
/// may be read (their values mean nothing).
struct StreamLine {
  std::string_view text;
  std::uint64_t number = 0;  ///< From 1.
  bool too_long = false;     ///< The line was over the limit; `text` is empty.
};

inline constexpr std::size_t kLinePadding = 64;

/// Reads lines, or after a look at the beginning all that is left. Every byte is searched for a line end once.
class LineStream {
 public:
  explicit LineStream(ReadBytes read, StreamLimits limits = {});

  /// The next line; nothing at the end of the stream, or after `failure`.
  [[nodiscard]] std::optional<StreamLine> next();

  /// What was read and not yet given out.
  [[nodiscard]] std::string_view pending() const noexcept { return {buffer_.get() + begin_, end_ - begin_}; }
  /// Reads at most a block more into `pending`, which moves. False at the end of the stream or on `failure`.
  bool fill();
  /// Takes all that is left; at most `most` bytes, else an error of code kTooLarge. `size_hint` saves growing.
  [[nodiscard]] Result<std::string> take_rest(std::uint64_t most, std::uint64_t size_hint);

  /// At most `at_most` (> 0) of the bytes that come next, as ReadBytes; 0 is the end. Lines may be read before and after.
  [[nodiscard]] Result<std::size_t> read(char* into, std::size_t at_most);

  /// Why reading broke off, if it did.
  [[nodiscard]] const std::optional<Error>& failure() const noexcept { return failure_; }
  /// Bytes read from the source so far.
  [[nodiscard]] std::uint64_t bytes_read() const noexcept { return bytes_read_; }

 private:
  void make_room();
  [[nodiscard]] StreamLine give_out(std::size_t length, std::size_t line_end);
  [[nodiscard]] StreamLine pass_over();

  ReadBytes read_;
  StreamLimits limits_;
  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_ = 0;
  std::size_t begin_ = 0;    // of what was not given out
  std::size_t scanned_ = 0;  // no line end in [begin_, scanned_)
  std::size_t end_ = 0;
  bool at_end_ = false;
  std::uint64_t lines_ = 0;
  std::uint64_t bytes_read_ = 0;
  std::optional<Error> failure_;
};

}  // namespace attest
