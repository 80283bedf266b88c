// Standard output with a large buffer of our own. A reader that goes away (`| head`) ends the output quietly; any other
// failure, a full disk above all, is an error and never goes unnoticed.
//
//   Output output;
//   output.buffer() += "...";
//   if (!output.flush_when_full()) return output.finish();
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace attest::command {

class Output {
 public:
  /// What is to be written next; append to it.
  [[nodiscard]] std::string& buffer() noexcept { return buffer_; }

  /// Writes the buffer once it is large. False where nothing can be written any more.
  bool flush_when_full();
  /// Writes the buffer, then `bytes`. False where nothing can be written any more.
  bool write(std::string_view bytes);
  /// Writes the rest and gives the exit status: kDone, or kError with a message.
  [[nodiscard]] int finish();

 private:
  bool write_all(std::string_view bytes);

  std::string buffer_;
  bool closed_ = false;  // the reader went away
  std::optional<Error> error_;
};

}  // namespace attest::command
