// Rule files as trees: what the parser makes and the checker and compiler read. See rules/README.md for the language.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_location.h"

namespace attest::ast {

enum class PatternKind : std::uint8_t {
  kLiteral,        ///< "billion", 'US': `text` is what stands between the quotes; may hold several words.
  kList,           ///< <currency>: `text` is the list's name.
  kAnnotation,     ///< Number[form=digits]: `text` is the type, `fields` the tests.
  kClass,          ///< [lower plural]: `classes`.
  kShape,          ///< /[A-Z]\d+/: `text` is the RE2 expression.
  kSequence,       ///< `children` one after the other.
  kAlternatives,   ///< ( a | b ): one of `children`.
  kRepeat,         ///< e? e{2,4}: the one child, `min` to `max` times.
  kNotAhead,       ///< !e: the one child must not match here; consumes nothing.
  kGlued,          ///< ~
  kSentenceStart,  ///< ^
  kSentenceEnd,    ///< $
};

struct FieldTest {
  std::string field;
  std::string value;
  SourceLocation at;
};

struct ClassTest {
  std::string name;
  bool negated = false;
  SourceLocation at;
};

struct Pattern {
  PatternKind kind = PatternKind::kSequence;
  SourceLocation at;
  std::string text;
  bool exact_case = false;  ///< kLiteral in single quotes.
  std::vector<FieldTest> fields;
  std::vector<ClassTest> classes;
  std::string capture;    ///< `name:` before the element; "" without.
  std::uint32_t min = 1;  ///< kRepeat.
  std::uint32_t max = 1;
  std::vector<Pattern> children;
};

enum class ExpressionKind : std::uint8_t {
  kNumber,  ///< `text` is the decimal.
  kText,    ///< `text` without its quotes.
  kName,    ///< A capture, `text`, or its field or column `text`.`field`.
  kCall,    ///< Function `text` of `operands`.
  kBinary,  ///< `text` is * / + - else = != < <= > >= and or.
  kNot,     ///< not `operands[0]`.
};

struct Expression {
  ExpressionKind kind = ExpressionKind::kText;
  SourceLocation at;
  std::string text;
  std::string field;
  std::vector<Expression> operands;
};

enum class Side : std::uint8_t { kAfter, kBefore };

/// `after P`, `not before P`, ...: P ends right before the match (kAfter) or begins right behind it (kBefore).
struct Context {
  Side side = Side::kAfter;
  bool negated = false;
  Pattern pattern;
  SourceLocation at;
};

struct Field {
  std::string name;
  Expression value;
  SourceLocation at;
};

struct Name {
  std::string text;
  SourceLocation at;
};

/// `yes "text" -> ["span"] VALUE …` or `no "text"`.
struct Example {
  std::string text;
  bool has_span = false;
  std::string span;                 ///< What the annotation must cover, where `has_span`.
  std::vector<std::string> values;  ///< Expected fields in the rule's order, as printed; a prefix is enough. "-" stands for "no value".
  SourceLocation at;
};

struct Rule {
  std::string name;
  std::string type;
  std::string phase;
  SourceLocation at;
  Pattern match;
  std::vector<Context> contexts;
  std::vector<Expression> when;
  std::vector<Field> fields;
  std::vector<Name> over;
  std::vector<Example> yes;
  std::vector<Example> no;
};

/// A list with its entries, read from its TSV file.
struct List {
  std::string name;
  std::string path;
  bool exact = false;
  bool lookup = false;  ///< The program looks entries up itself: no pattern needs to use the list.
  SourceLocation at;
  std::vector<std::string> columns;  ///< Names of the columns after `surface`.
  /// Surfaces and values are views of the packs' texts.
  struct Entry {
    std::string_view surface;
    std::uint32_t line = 0;
  };
  std::vector<Entry> entries;
  std::vector<std::string_view> values;  ///< One for each entry and each of `columns`; may be "".

  [[nodiscard]] std::span<const std::string_view> values_of(std::size_t entry) const noexcept {
    return std::span(values).subspan(entry * columns.size(), columns.size());
  }
};

struct Phase {
  std::string name;
  std::vector<Name> reads;
  SourceLocation at;
};

/// All packs together: phases in the order in which they first appear, rules in the order of files and lines.
struct RuleTree {
  std::vector<Phase> phases;
  std::vector<List> lists;
  std::vector<Rule> rules;
};

}  // namespace attest::ast
