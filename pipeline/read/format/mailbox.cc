#include "read/format/mailbox.h"

#include <string_view>

namespace attest {
namespace {

// A message as far as it has been read.
class Message {
 public:
  explicit Message(std::uint64_t most) : most_(most) {}

  void add(std::string_view line) {
    any_ = true;
    too_large_ = too_large_ || bytes_.size() + line.size() > most_;
    if (too_large_) return;
    const std::size_t quotes = line.find_first_not_of('>');
    const bool quoted = quotes != std::string_view::npos && quotes > 0 && line.substr(quotes).starts_with("From ");
    bytes_ += line.substr(quoted ? 1 : 0);
    bytes_ += '\n';
  }

  // Hands the message on and begins the next.
  bool finish(const std::function<bool(const Result<std::string>&)>& message) {
    if (!any_) return true;
    const bool go_on =
        too_large_ ? message(Error{ErrorCode::kTooLarge, "message of more than " + std::to_string(most_ >> 20) + " MiB"}) : message(bytes_);
    bytes_.clear();
    any_ = too_large_ = false;
    return go_on;
  }

 private:
  std::uint64_t most_;
  std::string bytes_;
  bool any_ = false;
  bool too_large_ = false;
};

}  // namespace

bool split_mailbox(LineStream& stream, std::uint64_t most, const std::function<bool(const Result<std::string>&)>& message) {
  Message current(most);
  bool behind_blank = true;
  while (const auto line = stream.next()) {
    const bool begins = behind_blank && line->text.starts_with("From ");
    if (begins && !current.finish(message)) return false;
    if (!begins) current.add(line->text);
    behind_blank = line->text.empty() || line->text == "\r";
  }
  return current.finish(message);
}

}  // namespace attest
