#include "engine/rule_signature.h"

#include <string_view>
#include <type_traits>

namespace attest {
namespace {

class Signature {
 public:
  explicit Signature(bool with_captures) : with_captures_(with_captures) { signature_.reserve(kUsualSize); }

  /// Length first, so that no text can be mistaken for what follows it.
  void add(std::string_view text) {
    add(text.size());
    signature_ += text;
  }
  /// Seven bits a byte, the last one with its high bit clear: most numbers are one byte.
  void add(std::size_t number) {
    for (; number >= 0x80; number >>= 7U) signature_ += static_cast<char>(0x80U | (number & 0x7FU));
    signature_ += static_cast<char>(number);
  }
  template <typename Enumerator, typename = std::enable_if_t<std::is_enum_v<Enumerator>>>
  void add(Enumerator enumerator) {
    add(static_cast<std::size_t>(enumerator));
  }

  void add(const ast::Pattern& pattern) {
    add(pattern.kind);
    add(pattern.text);
    add(static_cast<std::size_t>(pattern.exact_case));
    add(with_captures_ || pattern.capture == "span" ? std::string_view(pattern.capture) : std::string_view());
    if (pattern.kind == ast::PatternKind::kRepeat) {
      add(std::size_t{pattern.min});
      add(std::size_t{pattern.max});
    }
    add_tests(pattern);
    add(pattern.children.size());
    for (const ast::Pattern& child : pattern.children) add(child);
  }

  void add(const ast::Expression& expression) {
    add(expression.kind);
    add(expression.text);
    add(expression.field);
    add(expression.operands.size());
    for (const ast::Expression& operand : expression.operands) add(operand);
  }

  void add(const ast::Context& context) {
    add(context.side);
    add(static_cast<std::size_t>(context.negated));
    add(context.pattern);
  }

  [[nodiscard]] std::string take() && { return std::move(signature_); }

 private:
  static constexpr std::size_t kUsualSize = 256;  // bytes

  void add_tests(const ast::Pattern& pattern) {
    add(pattern.fields.size());
    for (const ast::FieldTest& test : pattern.fields) {
      add(test.field);
      add(test.value);
    }
    add(pattern.classes.size());
    for (const ast::ClassTest& test : pattern.classes) {
      add(test.name);
      add(static_cast<std::size_t>(test.negated));
    }
  }

  bool with_captures_;
  std::string signature_;
};

}  // namespace

std::string rule_signature(const ast::Rule& rule) {
  Signature signature(!rule.when.empty());
  signature.add(rule.phase);
  signature.add(rule.match);
  signature.add(rule.contexts.size());
  for (const ast::Context& context : rule.contexts) signature.add(context);
  signature.add(rule.when.size());
  for (const ast::Expression& condition : rule.when) signature.add(condition);
  return std::move(signature).take();
}

}  // namespace attest
