// One way to fail at stage boundaries: a function returns `Result<T>`, which holds a T or an Error.
//
//   Result<Document> read_file(const std::string& path);
//   auto document = read_file(path);
//   if (!document) return document.error();
//   use(*document);
//
// Exceptions of libraries are caught inside the folder that calls the library and become an Error there.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace attest {

/// What kind of thing went wrong; each value has one meaning, and callers may branch on it.
enum class ErrorCode {
  kUsage,        ///< The caller asked for something that cannot be (a bad flag, a malformed date).
  kNotFound,     ///< A file, document, fact, rule or saved query of that name does not exist.
  kUnreadable,   ///< It exists, but the operating system did not let us read it.
  kEncoding,     ///< Bytes that are no text in any encoding that we recognise.
  kFormat,       ///< Text that breaks its own format (malformed JSON, a list without its columns).
  kTooLarge,     ///< Past a documented limit (an input line, a number, a rule).
  kRules,        ///< Rule files with errors; the message holds all of them.
  kStore,        ///< The fact store could not be opened, is damaged, or refused a statement.
  kInterrupted,  ///< The user stopped the run; what was committed before stays.
};

/// What went wrong, where, and what to do about it. `where` and `hint` may be empty.
struct Error {
  ErrorCode code = ErrorCode::kUsage;
  std::string what;
  std::string where = {};
  std::string hint = {};

  /// One line: `where: what (hint)`, leaving out what is empty.
  [[nodiscard]] std::string to_string() const {
    std::string line = where.empty() ? what : where + ": " + what;
    if (!hint.empty()) line += " (" + hint + ")";
    return line;
  }
};

/// A value, or the reason why there is none. Reading the value of a failed result is a programming error.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor): `return value;` is the point
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const noexcept { return std::holds_alternative<T>(state_); }
  explicit operator bool() const noexcept { return ok(); }

  [[nodiscard]] T& value() & {
    assert(ok());
    return std::get<T>(state_);
  }
  [[nodiscard]] const T& value() const& {
    assert(ok());
    return std::get<T>(state_);
  }
  [[nodiscard]] T&& value() && {
    assert(ok());
    return std::get<T>(std::move(state_));
  }
  [[nodiscard]] T& operator*() & { return value(); }
  [[nodiscard]] const T& operator*() const& { return value(); }
  [[nodiscard]] T&& operator*() && { return std::move(*this).value(); }
  [[nodiscard]] T* operator->() { return &value(); }
  [[nodiscard]] const T* operator->() const { return &value(); }
  [[nodiscard]] const Error& error() const {
    assert(!ok());
    return std::get<Error>(state_);
  }

 private:
  std::variant<T, Error> state_;
};

/// For functions that only succeed or fail: `return {};` is success.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const noexcept { return !error_.has_value(); }
  explicit operator bool() const noexcept { return ok(); }
  [[nodiscard]] const Error& error() const {
    assert(!ok());
    return *error_;
  }

 private:
  std::optional<Error> error_;
};

using Status = Result<void>;

}  // namespace attest
