// Regular expressions for whole tokens: `/\d{4}/` in patterns.
#pragma once

#include <re2/re2.h>
#include <re2/set.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/image.h"
#include "engine/token_class.h"

namespace attest {

/// A regular expression that is compiled when it is first asked for: a text asks for few of those that rules hold.
class LazyExpression {
 public:
  explicit LazyExpression(std::string pattern = "") : pattern_(std::move(pattern)), made_(std::make_unique<Made>()) {}

  [[nodiscard]] const std::string& pattern() const noexcept { return pattern_; }
  /// The compiled expression; threads may ask at the same time.
  [[nodiscard]] const re2::RE2& get() const;

 private:
  friend struct ImageFields<LazyExpression>;

  struct Made {
    std::once_flag once;
    std::unique_ptr<re2::RE2> expression;
  };
  std::string pattern_;
  std::unique_ptr<Made> made_;
};

/// A regular expression for one token, with what can be told of its matches without running it.
struct Shape {
  LazyExpression expression;
  ClassMask classes = 0;  ///< Every match has these.
  std::string least;      ///< No match sorts before this, nor behind `greatest`, byte by byte; both "" where RE2 knows no bounds.
  std::string greatest;

  [[nodiscard]] bool matches(std::string_view word) const;
  /// True where few tokens can match: those that begin with a digit, or with a byte from 0x80.
  [[nodiscard]] bool is_narrow() const noexcept { return (classes & (token_class::kDigit | token_class::kNonAscii)) != 0; }
};

/// Compiles a regular expression that the checker has accepted, with the bounds and classes of its matches.
[[nodiscard]] Shape shape_of(const std::string& expression);

/// All narrow shapes of a rule set at once: one run over a token tells which of them match it.
class NarrowShapes {
 public:
  using Set = std::uint64_t;  ///< A bit for each narrow shape, by number().

  /// The shapes must outlive this. Only the first 64 narrow ones have a number.
  explicit NarrowShapes(std::span<const Shape> shapes);

  /// The number of a shape, by index; kNone for those that have none.
  [[nodiscard]] std::uint32_t number(std::size_t shape) const noexcept { return numbers_[shape]; }
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  [[nodiscard]] Set matching(std::string_view token) const;

 private:
  std::span<const Shape> shapes_;
  std::vector<std::uint32_t> numbers_;  // by shape
  std::vector<std::uint32_t> narrow_;   // by number: the shape
  std::unique_ptr<re2::RE2::Set> set_;  // null where RE2 refused
};

}  // namespace attest
