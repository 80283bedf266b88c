#include "engine/rule_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "engine/expression_parser.h"
#include "engine/pattern_parser.h"

namespace attest {
namespace {

class ClauseParser {
 public:
  ClauseParser(LineCursor& cursor, OpenRule& open) : cursor_(cursor), open_(open), rule_(open.rule), begin_(cursor.offset()) {}

  void parse() {
    const std::string_view word = cursor_.take_name();
    const char next = cursor_.peek();
    if (word.empty() || !(next == '\0' || next == '#' || is_blank(next))) {
      return cursor_.fail(begin_, "this is no clause", "a clause begins with match, after, before, when, over, yes, no or a field's name");
    }
    for (const Keyword& keyword : kKeywords) {
      if (keyword.word == word) return (this->*keyword.read)();
    }
    field(word);
  }

  static bool is_keyword(std::string_view word) noexcept {
    return std::any_of(kKeywords.begin(), kKeywords.end(), [&](const Keyword& keyword) { return keyword.word == word; });
  }

 private:
  struct Keyword {
    std::string_view word;
    void (ClauseParser::*read)();
  };
  static const std::array<Keyword, 11> kKeywords;

  void match() {
    if (open_.has_match) return cursor_.fail(begin_, "a rule has one match clause", "write alternatives as ( a | b ), or another rule");
    open_.has_match = true;
    std::optional<ast::Pattern> pattern = parse_pattern_line(cursor_);
    if (pattern) rule_.match = *std::move(pattern);
  }

  void context(ast::Side side, bool negated) {
    std::optional<ast::Pattern> pattern = parse_pattern_line(cursor_);
    if (pattern) rule_.contexts.push_back({side, negated, *std::move(pattern), cursor_.location(begin_)});
  }
  void after() { context(ast::Side::kAfter, false); }
  void before() { context(ast::Side::kBefore, false); }

  void negated_context() {
    cursor_.skip_blanks();
    const std::size_t side = cursor_.offset();
    const std::string_view word = cursor_.take_name();
    if (word == "after") return context(ast::Side::kAfter, true);
    if (word == "before") return context(ast::Side::kBefore, true);
    cursor_.fail(side, "\"not\" begins \"not after\" or \"not before\"");
  }

  void when() {
    std::optional<ast::Expression> expression = parse_expression_line(cursor_);
    if (expression) rule_.when.push_back(*std::move(expression));
  }

  void over() {
    do {
      cursor_.skip_blanks();
      ast::Name name;
      name.at = cursor_.here();
      name.text = cursor_.take_dotted_name();
      if (name.text.empty()) return cursor_.fail_unexpected("the name of a rule");
      rule_.over.push_back(std::move(name));
      cursor_.skip_blanks();
    } while (cursor_.take(","));
    static_cast<void>(cursor_.expect_end());
  }

  void yes() { example(rule_.yes, true); }
  void no() { example(rule_.no, false); }

  void example(std::vector<ast::Example>& examples, bool has_values) {
    ast::Example& example = examples.emplace_back();
    cursor_.skip_blanks();
    example.at = cursor_.here();
    if (cursor_.peek() != '"' && cursor_.peek() != '\'') return cursor_.fail_unexpected("a text in quotes");
    std::optional<std::string> text = cursor_.take_quoted();
    if (!text) return;
    example.text = *std::move(text);
    if (cursor_.at_end()) return;
    if (!has_values || !cursor_.take("->")) return cursor_.fail_unexpected(has_values ? "\"->\"" : "the end of the line");
    if (cursor_.at_end()) return cursor_.fail_unexpected("a value");
    values(example);
  }

  void values(ast::Example& example) {
    for (bool first = true; !cursor_.at_end(); first = false) {
      const bool quoted = cursor_.peek() == '"' || cursor_.peek() == '\'';
      std::optional<std::string> value = quoted ? cursor_.take_quoted() : std::string(cursor_.take_word());
      if (!value) return;
      if (!quoted || !first) {
        example.values.push_back(*std::move(value));
      } else {
        example.has_span = true;
        example.span = *std::move(value);
      }
    }
  }

  void top_level_statement() { cursor_.fail(begin_, "phase, list and rule begin in the first column", "remove the indentation"); }

  void field(std::string_view name) {
    static const std::vector<std::string> kClauses = {"match", "after", "before", "when", "over", "yes"};
    const std::string near = nearest_name(std::string(name), kClauses);
    if (!near.empty()) {
      return cursor_.fail(begin_, fmt::format("\"{}\" is no clause", name),
                          fmt::format("did you mean \"{}\"? A field cannot have a name so close to it", near));
    }
    const bool is_known = std::any_of(rule_.fields.begin(), rule_.fields.end(), [&](const ast::Field& f) { return f.name == name; });
    if (is_known) return cursor_.fail(begin_, fmt::format("the field \"{}\" is set twice", name), "use \"else\" for a second choice");
    ast::Field& field = rule_.fields.emplace_back();
    field.name = name;
    field.at = cursor_.location(begin_);
    std::optional<ast::Expression> expression = parse_expression_line(cursor_);
    if (expression) field.value = *std::move(expression);
  }

  LineCursor& cursor_;
  OpenRule& open_;
  ast::Rule& rule_;
  std::size_t begin_;
};

constexpr std::array<ClauseParser::Keyword, 11> ClauseParser::kKeywords = {{{"match", &ClauseParser::match},
                                                                            {"yes", &ClauseParser::yes},
                                                                            {"no", &ClauseParser::no},
                                                                            {"over", &ClauseParser::over},
                                                                            {"after", &ClauseParser::after},
                                                                            {"before", &ClauseParser::before},
                                                                            {"not", &ClauseParser::negated_context},
                                                                            {"when", &ClauseParser::when},
                                                                            {"phase", &ClauseParser::top_level_statement},
                                                                            {"list", &ClauseParser::top_level_statement},
                                                                            {"rule", &ClauseParser::top_level_statement}}};

}  // namespace

bool parse_rule_header(LineCursor& cursor, ast::Rule& rule) {
  cursor.skip_blanks();
  rule.at = cursor.here();
  rule.name = cursor.take_dotted_name();
  if (rule.name.empty()) {
    cursor.fail_unexpected("the name of the rule (lower case)");
    return false;
  }
  cursor.skip_blanks();
  if (!cursor.take("->")) {
    cursor.fail_unexpected("\"->\"");
    return false;
  }
  cursor.skip_blanks();
  rule.type = cursor.take_type_name();
  if (!rule.type.empty()) return cursor.expect_end();
  cursor.fail_unexpected("a type (a capital first)");
  return false;
}

void parse_clause(LineCursor& cursor, OpenRule& open) { ClauseParser(cursor, open).parse(); }

bool is_clause_word(std::string_view word) noexcept { return ClauseParser::is_keyword(word); }

}  // namespace attest
