// One line of a rule file, read from left to right: names, quoted text, and places for error messages. Patterns and
// expressions share it but read "/" and "<" differently, so their parsers ask for what they expect.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "base/source_location.h"
#include "engine/diagnostic.h"

namespace attest {

[[nodiscard]] constexpr bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_blank(char c) noexcept { return c == ' ' || c == '\t'; }
/// May stand inside names of captures, fields, lists, phases and functions.
[[nodiscard]] constexpr bool is_name_character(char c) noexcept { return is_lower(c) || is_digit(c) || c == '_'; }
/// True for a whole name: a lower-case ASCII letter, then lower-case letters, digits and "_".
[[nodiscard]] bool is_name(std::string_view text) noexcept;

/// A cursor over one line. The line, the file's name and the diagnostics must outlive it. Offsets are bytes of the line.
class LineCursor {
 public:
  LineCursor(std::string_view line, const std::string& file, std::uint32_t number, std::vector<Diagnostic>& diagnostics)
      : line_(line), file_(&file), number_(number), diagnostics_(&diagnostics) {}

  [[nodiscard]] std::size_t offset() const noexcept { return offset_; }
  /// The byte `ahead` of the cursor; '\0' past the end.
  [[nodiscard]] char peek(std::size_t ahead = 0) const noexcept { return offset_ + ahead < line_.size() ? line_[offset_ + ahead] : '\0'; }
  /// What is left of the line, comment included.
  [[nodiscard]] std::string_view rest() const noexcept { return line_.substr(offset_); }
  void advance(std::size_t bytes) noexcept { offset_ += bytes; }
  void skip_blanks() noexcept;
  /// Skips blanks; true at the end of the line or at a comment.
  [[nodiscard]] bool at_end() noexcept;
  /// Consumes `expected` where it is next.
  bool take(std::string_view expected) noexcept;

  /// Consumes a name (see is_name) and returns it; "" where none is next.
  std::string_view take_name() noexcept;
  /// The name that is next, without consuming it.
  [[nodiscard]] std::string_view peek_name() const noexcept;
  /// Consumes a rule's name: names joined by dots.
  std::string_view take_dotted_name() noexcept;
  /// Consumes a type's name: a capital, then letters and digits.
  std::string_view take_type_name() noexcept;
  /// Consumes a run of digits.
  std::string_view take_digits() noexcept;
  /// Consumes everything up to a blank or "#".
  std::string_view take_word() noexcept;
  /// Consumes "…" or '…', which must be next, and returns what it says (\" \' \\ \n \t resolved); reports and returns nothing
  /// where the closing quote is missing or an escape is unknown.
  std::optional<std::string> take_quoted();

  /// The place of byte `at` of the line; amortised constant where places are asked for from left to right.
  [[nodiscard]] SourceLocation location(std::size_t at);
  [[nodiscard]] SourceLocation here() { return location(offset_); }
  /// Reports an error at byte `at`.
  void fail(std::size_t at, std::string message, std::string hint = {});
  void fail(std::string message, std::string hint = {}) { fail(offset_, std::move(message), std::move(hint)); }
  /// Reports what is next as not expected here; `expected` says what would be ("a pattern").
  void fail_unexpected(std::string_view expected);
  /// True at the end of the line; else reports what is left over.
  [[nodiscard]] bool expect_end();

 private:
  std::string_view take_while(bool (*accepts)(char)) noexcept;

  std::string_view line_;
  const std::string* file_;
  std::uint32_t number_;
  std::vector<Diagnostic>* diagnostics_;
  std::size_t offset_ = 0;
  std::size_t counted_offset_ = 0;  // line_[0, counted_offset_) holds counted_code_points_ code points
  std::uint32_t counted_code_points_ = 0;
};

}  // namespace attest
