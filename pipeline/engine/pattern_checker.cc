#include "engine/pattern_checker.h"

#include <fmt/format.h>
#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>

#include "engine/token_class.h"
#include "text/tokenizer.h"

namespace attest {
namespace {

using ast::Pattern;
using ast::PatternKind;

/// Elements with all repeats written out; stops counting above the limit.
std::size_t written_out(const Pattern& pattern) noexcept {
  std::size_t size = 1;
  for (const Pattern& child : pattern.children) size = std::min(size + written_out(child), kMaxPatternSize + 1);
  if (pattern.kind == PatternKind::kRepeat) size = std::min(size * pattern.max, kMaxPatternSize + 1);
  return size;
}

/// True where the pattern can match without consuming a token.
bool can_be_empty(const Pattern& pattern) noexcept {
  const auto& children = pattern.children;
  switch (pattern.kind) {
    case PatternKind::kSequence:
      return std::all_of(children.begin(), children.end(), can_be_empty);
    case PatternKind::kAlternatives:
      return std::any_of(children.begin(), children.end(), can_be_empty);
    case PatternKind::kRepeat:
      return pattern.min == 0 || can_be_empty(children.front());
    case PatternKind::kNotAhead:
    case PatternKind::kGlued:
    case PatternKind::kSentenceStart:
    case PatternKind::kSentenceEnd:
      return true;
    default:
      return false;
  }
}

/// True where the pattern matches everywhere, so that asking for it says nothing.
bool always_matches(const Pattern& pattern) noexcept {
  const auto& children = pattern.children;
  switch (pattern.kind) {
    case PatternKind::kSequence:
      return std::all_of(children.begin(), children.end(), always_matches);
    case PatternKind::kAlternatives:
      return std::any_of(children.begin(), children.end(), always_matches);
    case PatternKind::kRepeat:
      return pattern.min == 0 || always_matches(children.front());
    default:
      return false;
  }
}

void collect_captures(const Pattern& pattern, CaptureTable& table) {
  if (!pattern.capture.empty()) {
    const auto known = std::find_if(table.begin(), table.end(), [&](const auto& entry) { return entry.first == pattern.capture; });
    if (known == table.end())
      table.push_back({pattern.capture, {&pattern}});
    else
      known->second.push_back(&pattern);
  }
  for (const Pattern& child : pattern.children) collect_captures(child, table);
}

bool may_lack_tokens(std::string_view text) noexcept {
  return std::none_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

/// Whether an expression that RE2 can parse may be too large for it: only counted repeats, or a great many of characters, make it so.
bool may_be_large(const std::string& expression) {
  constexpr std::size_t kLong = 256;
  return expression.size() > kLong || expression.find('{') != std::string::npos;
}

/// RE2's message for an expression, "" for a good one. Compiling takes ten times as long as parsing, and is the compiler's work: here only
/// where it may fail.
std::string shape_error(const std::string& expression) {
  RE2::Options options;
  options.set_log_errors(false);
  std::string error;
  const bool parsed = RE2::Set(options, RE2::ANCHOR_BOTH).Add(expression, &error) >= 0;
  if (!parsed || !may_be_large(expression)) return error;
  const RE2 compiled(expression, options);
  return compiled.ok() ? "" : compiled.error();
}

}  // namespace

CaptureTable captures_of(const Pattern& pattern) {
  CaptureTable table;
  collect_captures(pattern, table);
  return table;
}

void PatternChecker::fail(const SourceLocation& at, std::string message, std::string hint) {
  diagnostics_.push_back({at, std::move(message), std::move(hint), {}});
}

void PatternChecker::check(const ast::Rule& rule) {
  if (!is_unread(rule.match)) {
    check_size(rule.match);
    check_element(rule.match, rule.phase);
    std::vector<std::string_view> path;
    check_captures(rule.match, path);
    if (can_be_empty(rule.match)) fail(rule.match.at, "this pattern can match nothing", "some element must be there in every match");
  }
  for (const ast::Context& context : rule.contexts) {
    check_element(context.pattern, rule.phase);
    check_context(context);
  }
}

void PatternChecker::check_context(const ast::Context& context) {
  check_size(context.pattern);
  forbid_captures(context.pattern, "a context");
  if (!always_matches(context.pattern)) return;
  fail(context.at, fmt::format("this {} holds: the pattern can match nothing", context.negated ? "never" : "always"),
       "leave out what is optional");
}

void PatternChecker::check_size(const Pattern& pattern) {
  if (written_out(pattern) <= kMaxPatternSize) return;
  fail(pattern.at, fmt::format("with its repeats written out, this pattern has more than {} elements", kMaxPatternSize),
       "use smaller upper bounds");
}

void PatternChecker::check_element(const Pattern& pattern, std::string_view phase) {
  switch (pattern.kind) {
    case PatternKind::kLiteral:
      return check_literal(pattern);
    case PatternKind::kList:
      return check_list(pattern);
    case PatternKind::kClass:
      return check_classes(pattern);
    case PatternKind::kShape:
      return check_shape(pattern);
    case PatternKind::kAnnotation:
      return check_annotation(pattern, phase);
    case PatternKind::kRepeat:
      check_repeat(pattern);
      break;
    case PatternKind::kNotAhead:
      check_not_ahead(pattern);
      break;
    default:
      break;
  }
  for (const Pattern& child : pattern.children) check_element(child, phase);
}

void PatternChecker::check_literal(const Pattern& pattern) {
  if (!may_lack_tokens(pattern.text)) return;
  std::vector<Token> tokens;
  tokenize(pattern.text, no_words_, tokens);
  if (tokens.empty()) fail(pattern.at, "no word stands between these quotes");
}

void PatternChecker::check_list(const Pattern& pattern) {
  const ast::List* list = index_.list(pattern.text);
  if (list == nullptr) return fail(pattern.at, fmt::format("no list is called \"{}\"", pattern.text), index_.near_list(pattern.text));
  used_lists_.insert(list->name);
}

void PatternChecker::check_classes(const Pattern& pattern) {
  for (const ast::ClassTest& test : pattern.classes) {
    if (token_class_named(test.name)) continue;
    static const std::vector<std::string> kNames = {"word",        "number", "alphanumeric", "punctuation", "symbol",  "any",
                                                    "capitalised", "upper",  "lower",        "plural",      "newline", "tab"};
    fail(test.at, fmt::format("no class of tokens is called \"{}\"", test.name), did_you_mean_or_all(test.name, kNames));
  }
}

void PatternChecker::check_shape(const Pattern& pattern) {
  const auto [known, is_new] = shape_errors_.try_emplace(pattern.text);
  if (is_new) known->second = shape_error(pattern.text);
  if (!known->second.empty()) fail(pattern.at, fmt::format("RE2 does not understand this expression: {}", known->second));
}

void PatternChecker::check_repeat(const Pattern& pattern) {
  if (can_be_empty(pattern.children.front())) fail(pattern.at, "what is repeated here can match nothing", "drop one of the two repeats");
}

void PatternChecker::check_not_ahead(const Pattern& pattern) {
  forbid_captures(pattern.children.front(), "\"!\"");
  if (always_matches(pattern.children.front())) fail(pattern.at, "this never holds: what must not follow can match nothing");
}

void PatternChecker::check_annotation(const Pattern& pattern, std::string_view phase) {
  const TypeEntry* type = index_.type(pattern.text);
  if (type == nullptr) return fail(pattern.at, fmt::format("no rule makes \"{}\"", pattern.text), index_.near_type(pattern.text));
  if (!check_type_is_read(pattern, *type, phase)) return;
  for (const ast::FieldTest& test : pattern.fields) {
    if (type->fields.count(test.field) != 0) continue;
    fail(test.at, fmt::format("no rule that makes \"{}\" sets a field \"{}\"", pattern.text, test.field),
         did_you_mean_or_all(test.field, {type->fields.begin(), type->fields.end()}));
  }
}

bool PatternChecker::check_type_is_read(const Pattern& pattern, const TypeEntry& type, std::string_view phase) {
  const std::optional<std::size_t> reader = index_.phase(phase);
  if (!reader) return true;
  const auto is_read = [&](std::size_t made) { return made < *reader && index_.reads(*reader, made); };
  if (std::any_of(type.phases.begin(), type.phases.end(), is_read)) return true;
  const std::string& maker = index_.tree().phases[type.phases.front()].name;
  if (type.phases.front() < *reader) {
    fail(pattern.at, fmt::format("\"{}\" is made in phase \"{}\", which phase \"{}\" does not read", pattern.text, maker, phase),
         fmt::format("write: phase {} reads {}", phase, maker));
  } else if (type.phases.front() == *reader) {
    fail(pattern.at, fmt::format("\"{}\" is made in this phase; a phase sees only what earlier phases make", pattern.text));
  } else {
    fail(pattern.at, fmt::format("\"{}\" is made in phase \"{}\", which runs after phase \"{}\"", pattern.text, maker, phase));
  }
  return false;
}

void PatternChecker::check_captures(const Pattern& pattern, std::vector<std::string_view>& path) {
  if (!pattern.capture.empty()) {
    const bool is_known = std::find(path.begin(), path.end(), pattern.capture) != path.end();
    if (is_known) fail(pattern.at, fmt::format("\"{}\" is captured twice", pattern.capture), "only alternatives may use the same name");
    path.push_back(pattern.capture);
  }
  if (pattern.kind != PatternKind::kAlternatives) {
    for (const Pattern& child : pattern.children) check_captures(child, path);
    return;
  }
  const std::vector<std::string_view> before = path;
  for (const Pattern& child : pattern.children) {
    std::vector<std::string_view> branch = before;
    check_captures(child, branch);
    path.insert(path.end(), branch.begin() + static_cast<std::ptrdiff_t>(before.size()), branch.end());
  }
}

void PatternChecker::forbid_captures(const Pattern& pattern, std::string_view where) {
  for (const auto& [name, elements] : captures_of(pattern)) {
    fail(elements.front()->at, fmt::format("\"{}\" is captured in {}, where nothing is kept", name, where),
         "capture parts of the match only");
  }
}

}  // namespace attest
