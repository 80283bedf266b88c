#include "engine/pattern_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/expression_parser.h"

namespace attest {
namespace {

using ast::Pattern;
using ast::PatternKind;
using MaybePattern = std::optional<Pattern>;

constexpr std::string_view kAnElement = "an element of a pattern";

constexpr bool is_assertion(PatternKind kind) noexcept {
  return kind == PatternKind::kGlued || kind == PatternKind::kSentenceStart || kind == PatternKind::kSentenceEnd ||
         kind == PatternKind::kNotAhead;
}

constexpr bool is_repeat_sign(char c) noexcept { return c == '?' || c == '{' || c == '*' || c == '+'; }

/// The number that `digits` write, or something above every limit.
std::uint32_t bounded_number(std::string_view digits) noexcept {
  std::uint32_t number = 0;
  for (const char digit : digits) {
    number = number * 10 + static_cast<std::uint32_t>(digit - '0');
    if (number > kMaxRepeat) return kMaxRepeat + 1;
  }
  return number;
}

/// One element, or a sequence of all of them.
Pattern sequence_of(std::vector<Pattern> elements) {
  if (elements.size() == 1) return std::move(elements.front());
  Pattern sequence;
  sequence.at = elements.front().at;
  sequence.children = std::move(elements);
  return sequence;
}

Pattern wrap(PatternKind kind, Pattern child) {
  Pattern outer;
  outer.kind = kind;
  outer.at = child.at;
  outer.children.push_back(std::move(child));
  return outer;
}

class PatternParser {
 public:
  explicit PatternParser(LineCursor& cursor) : cursor_(cursor) {}

  MaybePattern whole_line() {
    MaybePattern pattern = sequence("a pattern");
    if (!pattern) return std::nullopt;
    if (cursor_.at_end()) return pattern;
    if (cursor_.peek() == '|') return fail("alternatives stand in parentheses", "write ( a | b )");
    return fail("this parenthesis was never opened");
  }

 private:
  std::nullopt_t fail(std::string message, std::string hint = {}) {
    cursor_.fail(std::move(message), std::move(hint));
    return std::nullopt;
  }

  Pattern make(PatternKind kind) {
    Pattern pattern;
    pattern.kind = kind;
    pattern.at = cursor_.here();
    return pattern;
  }

  MaybePattern make_sign(PatternKind kind) {
    Pattern pattern = make(kind);
    cursor_.advance(1);
    return pattern;
  }

  MaybePattern sequence(std::string_view expected) {
    std::vector<Pattern> elements;
    while (!cursor_.at_end() && cursor_.peek() != ')' && cursor_.peek() != '|') {
      MaybePattern next = element();
      if (!next) return std::nullopt;
      elements.push_back(*std::move(next));
    }
    if (!elements.empty()) return sequence_of(std::move(elements));
    cursor_.fail_unexpected(expected);
    return std::nullopt;
  }

  MaybePattern element() {
    if (nesting_ >= kMaxRuleNesting) return fail("the pattern is nested too deeply");
    ++nesting_;
    MaybePattern result = cursor_.peek() == '!' ? not_ahead() : is_lower(cursor_.peek()) ? captured() : repeated();
    --nesting_;
    return result;
  }

  MaybePattern not_ahead() {
    const SourceLocation at = cursor_.here();
    cursor_.advance(1);
    MaybePattern child = element_directly_behind("!");
    if (!child) return std::nullopt;
    Pattern pattern = wrap(PatternKind::kNotAhead, *std::move(child));
    pattern.at = at;
    return pattern;
  }

  MaybePattern captured() {
    const std::size_t begin = cursor_.offset();
    std::string name(cursor_.take_name());
    if (!cursor_.take(":")) {
      cursor_.fail(begin, fmt::format("\"{}\" is no element of a pattern", name),
                   fmt::format("words stand in quotes: \"{}\"; a capture is written {}:ELEMENT", name, name));
      return std::nullopt;
    }
    if (is_expression_word(name)) {
      cursor_.fail(begin, fmt::format("\"{}\" means something in expressions: it cannot name a capture", name));
      return std::nullopt;
    }
    MaybePattern child = element_directly_behind(name + ":");
    if (!child) return std::nullopt;
    if (is_assertion(child->kind)) {
      cursor_.fail(begin, fmt::format("\"{}\" captures nothing: its element consumes no token", name));
      return std::nullopt;
    }
    if (!child->capture.empty()) child = wrap(PatternKind::kSequence, *std::move(child));
    child->capture = std::move(name);
    return child;
  }

  MaybePattern element_directly_behind(std::string_view prefix) {
    const char next = cursor_.peek();
    if (next != '\0' && !is_blank(next) && next != '#' && next != ')' && next != '|') return element();
    return fail(fmt::format("an element must stand directly behind \"{}\"", prefix));
  }

  MaybePattern repeated() {
    MaybePattern child = primary();
    if (!child || !is_repeat_sign(cursor_.peek())) return child;
    if (is_assertion(child->kind)) return fail("only what consumes tokens can be repeated");
    Pattern pattern = wrap(PatternKind::kRepeat, *std::move(child));
    if (!bounds(pattern)) return std::nullopt;
    if (is_repeat_sign(cursor_.peek())) return fail("an element can be repeated only once", "put parentheses around the inner repeat");
    return pattern;
  }

  bool bounds(Pattern& pattern) {
    if (cursor_.take("?")) {
      pattern.min = 0;
      return true;
    }
    if (cursor_.peek() == '{') return braces(pattern);
    const char sign = cursor_.peek();
    fail(fmt::format("\"{}\" repeats without end", sign), fmt::format("repeats need an upper bound: write {{{},8}}", sign == '*' ? 0 : 1));
    return false;
  }

  bool braces(Pattern& pattern) {
    const std::size_t begin = cursor_.offset();
    cursor_.advance(1);
    const std::string_view least = cursor_.take_digits();
    const bool comma = !least.empty() && cursor_.take(",");
    const std::string_view most = comma ? cursor_.take_digits() : least;
    if (least.empty() || !cursor_.take("}")) {
      cursor_.fail(begin, "a repeat is written {3} or {2,4}");
      return false;
    }
    pattern.min = bounded_number(least);
    if (most.empty()) {
      cursor_.fail(begin, fmt::format("\"{{{},}}\" repeats without end", least),
                   fmt::format("repeats need an upper bound: write {{{},{}}}", least, std::max(pattern.min, 8U)));
      return false;
    }
    pattern.max = bounded_number(most);
    return check_bounds(pattern, begin);
  }

  bool check_bounds(const Pattern& pattern, std::size_t at) {
    if (pattern.max > kMaxRepeat) {
      cursor_.fail(at, fmt::format("at most {} repeats are possible", kMaxRepeat));
    } else if (pattern.max == 0) {
      cursor_.fail(at, "repeated zero times, this matches nothing");
    } else if (pattern.min > pattern.max) {
      cursor_.fail(at, fmt::format("the lower bound {} is above the upper bound {}", pattern.min, pattern.max));
    } else {
      return true;
    }
    return false;
  }

  MaybePattern primary() {
    switch (cursor_.peek()) {
      case '"':
      case '\'':
        return literal();
      case '<':
        return list();
      case '[':
        return token_classes();
      case '/':
        return shape();
      case '(':
        return group();
      case '~':
        return make_sign(PatternKind::kGlued);
      case '^':
        return make_sign(PatternKind::kSentenceStart);
      case '$':
        return make_sign(PatternKind::kSentenceEnd);
      case '?':
      case '{':
      case '*':
      case '+':
        return fail(fmt::format("nothing stands directly before \"{}\" that it could repeat", cursor_.peek()));
      default:
        break;
    }
    if (is_upper(cursor_.peek())) return annotation();
    cursor_.fail_unexpected(kAnElement);
    return std::nullopt;
  }

  MaybePattern literal() {
    Pattern pattern = make(PatternKind::kLiteral);
    pattern.exact_case = cursor_.peek() == '\'';
    std::optional<std::string> text = cursor_.take_quoted();
    if (!text) return std::nullopt;
    pattern.text = *std::move(text);
    return pattern;
  }

  MaybePattern list() {
    const std::size_t begin = cursor_.offset();
    cursor_.advance(1);
    Pattern pattern = make(PatternKind::kList);
    pattern.text = cursor_.take_name();
    if (!pattern.text.empty() && cursor_.take(">")) return pattern;
    cursor_.fail(begin, "a list is written <name>, its name in lower case");
    return std::nullopt;
  }

  MaybePattern annotation() {
    Pattern pattern = make(PatternKind::kAnnotation);
    pattern.text = cursor_.take_type_name();
    if (cursor_.peek() == ':') return fail("names of captures are in lower case");
    if (!cursor_.take("[")) return pattern;
    do {
      cursor_.skip_blanks();
      if (!field_test(pattern)) return std::nullopt;
      cursor_.skip_blanks();
    } while (cursor_.take(","));
    if (cursor_.take("]")) return pattern;
    return fail("the closing \"]\" is missing");
  }

  bool field_test(Pattern& annotation) {
    ast::FieldTest test;
    test.at = cursor_.here();
    test.field = cursor_.take_name();
    cursor_.skip_blanks();
    if (test.field.empty() || !cursor_.take("=")) {
      fail(fmt::format("a test of a field is written {}[field=value]", annotation.text));
      return false;
    }
    cursor_.skip_blanks();
    if (!field_value(test.value)) return false;
    annotation.fields.push_back(std::move(test));
    return true;
  }

  bool field_value(std::string& value) {
    if (cursor_.peek() == '"' || cursor_.peek() == '\'') {
      std::optional<std::string> text = cursor_.take_quoted();
      if (!text) return false;
      value = *std::move(text);
      return true;
    }
    for (char c = cursor_.peek(); is_name_character(c) || is_upper(c) || c == '.' || c == '-' || c == '%'; c = cursor_.peek()) {
      value += c;
      cursor_.advance(1);
    }
    if (value.empty()) cursor_.fail_unexpected("a value (in quotes unless letters and digits)");
    return !value.empty();
  }

  MaybePattern token_classes() {
    Pattern pattern = make(PatternKind::kClass);
    const std::size_t begin = cursor_.offset();
    cursor_.advance(1);
    for (cursor_.skip_blanks(); !cursor_.take("]"); cursor_.skip_blanks()) {
      ast::ClassTest test;
      test.negated = cursor_.take("!");
      test.at = cursor_.here();
      test.name = cursor_.take_name();
      if (test.name.empty()) {
        cursor_.fail(begin, "classes of a token are written [lower plural] or [!number]");
        return std::nullopt;
      }
      pattern.classes.push_back(std::move(test));
    }
    if (!pattern.classes.empty()) return pattern;
    cursor_.fail(begin, "no class is named here", "any token is [any]");
    return std::nullopt;
  }

  MaybePattern shape() {
    Pattern pattern = make(PatternKind::kShape);
    const std::size_t begin = cursor_.offset();
    cursor_.advance(1);
    while (cursor_.peek() != '/' && !cursor_.rest().empty()) {
      const bool escape = cursor_.peek() == '\\' && cursor_.rest().size() > 1;
      if (escape && cursor_.peek(1) != '/') pattern.text += '\\';
      if (escape) cursor_.advance(1);
      pattern.text += cursor_.peek();
      cursor_.advance(1);
    }
    if (cursor_.take("/") && !pattern.text.empty()) return pattern;
    cursor_.fail(begin, pattern.text.empty() ? "this expression is empty" : "the closing \"/\" is missing");
    return std::nullopt;
  }

  MaybePattern group() {
    const std::size_t begin = cursor_.offset();
    Pattern alternatives = make(PatternKind::kAlternatives);
    cursor_.advance(1);
    do {
      MaybePattern alternative = sequence("an alternative");
      if (!alternative) return std::nullopt;
      alternatives.children.push_back(*std::move(alternative));
    } while (cursor_.take("|"));
    if (!cursor_.take(")")) {
      cursor_.fail(begin, "the closing parenthesis is missing");
      return std::nullopt;
    }
    if (alternatives.children.size() == 1) return std::move(alternatives.children.front());
    return alternatives;
  }

  LineCursor& cursor_;
  std::size_t nesting_ = 0;
};

}  // namespace

std::optional<ast::Pattern> parse_pattern_line(LineCursor& cursor) { return PatternParser(cursor).whole_line(); }

}  // namespace attest
