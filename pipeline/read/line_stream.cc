#include "read/line_stream.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace attest {

LineStream::LineStream(ReadBytes read, StreamLimits limits) : read_(std::move(read)), limits_(limits) {}

// Leaves room for at least one byte behind `end_`: by moving what is pending to the front once it has become short, and
// by doubling where a line fills the buffer. Both cost a constant a byte.
void LineStream::make_room() {
  const std::size_t pending_size = end_ - begin_;
  if (end_ < capacity_) return;
  if (pending_size > capacity_ / 2 || capacity_ == 0) {
    const std::size_t larger = std::max(limits_.block, capacity_ * 2);
    auto buffer = std::make_unique_for_overwrite<char[]>(larger + kLinePadding);
    if (pending_size != 0) std::memcpy(buffer.get(), buffer_.get() + begin_, pending_size);
    buffer_ = std::move(buffer);
    capacity_ = larger;
  } else {
    std::memmove(buffer_.get(), buffer_.get() + begin_, pending_size);
  }
  scanned_ -= begin_;
  end_ = pending_size;
  begin_ = 0;
}

bool LineStream::fill() {
  if (at_end_) return false;
  make_room();
  const Result<std::size_t> count = read_(buffer_.get() + end_, std::min(limits_.block, capacity_ - end_));
  if (!count) failure_ = count.error();
  at_end_ = !count || *count == 0;
  if (at_end_) return false;
  end_ += *count;
  bytes_read_ += *count;
  std::memset(buffer_.get() + end_, 0, kLinePadding);
  return true;
}

StreamLine LineStream::give_out(std::size_t length, std::size_t line_end) {
  const std::string_view text(buffer_.get() + begin_, length);
  begin_ += length + line_end;
  scanned_ = begin_;
  const bool too_long = length > limits_.longest_line;
  return {too_long ? std::string_view() : text, ++lines_, too_long};
}

// Drops bytes up to the line's end without holding them.
StreamLine LineStream::pass_over() {
  do {
    const std::size_t line_end = pending().find('\n');
    if (line_end != std::string_view::npos) {
      begin_ += line_end + 1;
      break;
    }
    begin_ = scanned_ = end_;
  } while (fill());
  scanned_ = begin_;
  return {std::string_view(), ++lines_, true};
}

std::optional<StreamLine> LineStream::next() {
  for (;;) {
    const std::string_view unscanned(buffer_.get() + scanned_, end_ - scanned_);
    const std::size_t found = unscanned.find('\n');
    if (found != std::string_view::npos) return give_out(scanned_ + found - begin_, 1);
    scanned_ = end_;
    if (end_ - begin_ > limits_.longest_line) return pass_over();
    if (fill()) continue;
    if (failure_ || begin_ == end_) return std::nullopt;
    return give_out(end_ - begin_, 0);
  }
}

Result<std::size_t> LineStream::read(char* into, std::size_t at_most) {
  if (begin_ == end_ && !fill()) {
    if (failure_) return *failure_;
    return std::size_t{0};
  }
  const std::size_t count = pending().copy(into, at_most);
  begin_ += count;
  scanned_ = std::max(scanned_, begin_);
  return count;
}

Result<std::string> LineStream::take_rest(std::uint64_t most, std::uint64_t size_hint) {
  std::string rest;
  rest.reserve(static_cast<std::size_t>(std::min(std::max<std::uint64_t>(size_hint, end_ - begin_), most)) + 1);
  do {
    rest.append(pending());
    begin_ = scanned_ = end_;
    if (rest.size() > most)
      return Error{ErrorCode::kTooLarge, "text of more than " + std::to_string(most) + " bytes", "", "split it into articles"};
  } while (fill());
  if (failure_) return *failure_;
  return rest;
}

}  // namespace attest
