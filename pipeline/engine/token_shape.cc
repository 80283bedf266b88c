#include "engine/token_shape.h"

#include "base/ascii.h"

namespace attest {
namespace {

bool is_ascii(char c) noexcept { return static_cast<unsigned char>(c) < 0x80; }

}  // namespace

const re2::RE2& LazyExpression::get() const {
  std::call_once(made_->once, [this] { made_->expression = std::make_unique<re2::RE2>(pattern_); });
  return *made_->expression;
}

// RE2 bounds what an expression can match; bounds that begin alike tell a class of all its matches.
Shape shape_of(const std::string& expression) {
  constexpr int kBoundLength = 8;
  Shape shape;
  shape.expression = LazyExpression(expression);
  shape.classes = token_class::kAny;
  if (!shape.expression.get().PossibleMatchRange(&shape.least, &shape.greatest, kBoundLength) || shape.least.empty() ||
      shape.greatest.empty()) {
    shape.least.clear();
    shape.greatest.clear();
  } else if (is_digit(shape.least.front()) && is_digit(shape.greatest.front())) {
    shape.classes = token_class::kDigit;
  } else if (!is_ascii(shape.least.front())) {
    shape.classes = token_class::kNonAscii;
  }
  return shape;
}

bool Shape::matches(std::string_view word) const {
  if (!greatest.empty() && (word < least || word > greatest)) return false;
  return re2::RE2::FullMatch(re2::StringPiece(word.data(), word.size()), expression.get());
}

NarrowShapes::NarrowShapes(std::span<const Shape> shapes) : shapes_(shapes), numbers_(shapes.size(), kNone) {
  constexpr std::size_t kMost = 64;
  set_ = std::make_unique<re2::RE2::Set>(re2::RE2::Options(), re2::RE2::ANCHOR_BOTH);
  bool complete = true;
  for (std::uint32_t shape = 0; shape < shapes.size(); ++shape) {
    if (!shapes[shape].is_narrow() || narrow_.size() == kMost) continue;
    numbers_[shape] = static_cast<std::uint32_t>(narrow_.size());
    narrow_.push_back(shape);
    complete = set_->Add(shapes[shape].expression.pattern(), nullptr) >= 0 && complete;
  }
  if (!complete || !set_->Compile()) set_.reset();
}

NarrowShapes::Set NarrowShapes::matching(std::string_view token) const {
  Set found = 0;
  std::vector<int> numbers;
  re2::RE2::Set::ErrorInfo error{re2::RE2::Set::kNoError};
  if (set_ != nullptr) (void)set_->Match(re2::StringPiece(token.data(), token.size()), &numbers, &error);
  if (set_ != nullptr && error.kind == re2::RE2::Set::kNoError) {
    for (const int number : numbers) found |= Set{1} << number;
    return found;
  }
  for (std::size_t number = 0; number < narrow_.size(); ++number) {
    if (shapes_[narrow_[number]].matches(token)) found |= Set{1} << number;
  }
  return found;
}

}  // namespace attest
