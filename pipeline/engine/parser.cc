#include "engine/parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "engine/lexer.h"
#include "engine/list_reader.h"
#include "engine/pattern_parser.h"
#include "engine/rule_parser.h"
#include "text/code_points.h"

namespace attest {
namespace {

/// Longest line of a rule file, in bytes.
constexpr std::size_t kMaxLine = std::size_t{16} * 1024;
constexpr std::string_view kRuleFileEnding = ".rules";

bool is_statement_word(std::string_view word) noexcept { return word == "phase" || word == "list" || word == "rule"; }

std::string first_place(const SourceLocation& at) { return fmt::format("the first one is at {}", at.to_string()); }

/// Reads packs one after the other into one tree.
class PackParser {
 public:
  PackParser(ast::RuleTree& tree, std::vector<Diagnostic>& diagnostics) : tree_(tree), diagnostics_(diagnostics) {}

  void read(const RulePack& pack) {
    ++pack_number_;
    pack_ = &pack;
    pack_files_.clear();
    for (const RuleFile& file : pack.files) pack_files_.emplace(file.name, &file);
    for (const RuleFile& file : pack.files) {
      if (std::string_view(file.name).ends_with(kRuleFileEnding)) read_file(file);
    }
  }

 private:
  void read_file(const RuleFile& file) {
    file_ = shown_name(*pack_, file);
    phase_.clear();
    phase_is_missing_ = false;
    LineReader lines(file.text);
    for (std::string_view line; lines.next(line);) read_line(line, lines.number());
    close_rule();
  }

  void read_line(std::string_view line, std::uint32_t number) {
    if (line.size() > kMaxLine) {
      return LineCursor({}, file_, number, diagnostics_).fail(fmt::format("the line is longer than {} bytes", kMaxLine));
    }
    const std::size_t valid = valid_utf8_prefix(line);
    LineCursor cursor(line.substr(0, valid), file_, number, diagnostics_);
    if (valid != line.size()) return cursor.fail(valid, "this is no UTF-8", "save the file as UTF-8");
    if (cursor.at_end()) return;
    if (cursor.offset() > 0) return read_clause(cursor);
    const std::string word(cursor.take_name());
    if (is_clause_word(word) && !is_statement_word(word))
      return cursor.fail(0, fmt::format("\"{}\" is a clause of a rule", word), "indent it");
    close_rule();
    read_statement(cursor, word);
  }

  void read_clause(LineCursor& cursor) {
    if (!open_) {
      cursor.fail("this line is indented but belongs to no rule");
      open_broken_rule();
    }
    parse_clause(cursor, *open_);
  }

  void read_statement(LineCursor& cursor, const std::string& word) {
    const char next = cursor.peek();
    const bool is_word = next == '\0' || next == '#' || is_blank(next);
    if (is_word && word == "phase") return read_phase(cursor);
    if (is_word && word == "list") return read_list_statement(cursor);
    if (is_word && word == "rule") return read_rule(cursor);
    open_broken_rule();
    const std::string near = nearest_name(word, {"phase", "list", "rule"});
    cursor.fail(0, "a line begins with phase, list or rule", near.empty() ? "" : fmt::format("did you mean \"{}\"?", near));
  }

  /// What follows is read for its errors, and dropped.
  void open_broken_rule() {
    open_.emplace();
    open_->is_kept = false;
  }

  void read_phase(LineCursor& cursor) {
    if (!phase_.empty()) return cursor.fail(0, "a file belongs to one phase", "give each phase a file of its own");
    cursor.skip_blanks();
    const SourceLocation at = cursor.here();
    phase_ = cursor.take_name();
    if (phase_.empty()) {
      phase_is_missing_ = true;
      return cursor.fail_unexpected("the name of the phase (lower case)");
    }
    const auto [known, is_new] = phases_.emplace(phase_, tree_.phases.size());
    if (is_new) tree_.phases.push_back({phase_, {}, at});
    read_reads(cursor, tree_.phases[known->second].reads);
  }

  void read_reads(LineCursor& cursor, std::vector<ast::Name>& reads) {
    if (cursor.at_end()) return;
    if (cursor.peek_name() != "reads") return cursor.fail_unexpected("\"reads\"");
    cursor.take_name();
    do {
      cursor.skip_blanks();
      const SourceLocation at = cursor.here();
      const std::string_view name = cursor.take_name();
      if (name.empty()) return cursor.fail_unexpected("the name of a phase");
      const bool is_known = std::any_of(reads.begin(), reads.end(), [&](const ast::Name& read) { return read.text == name; });
      if (!is_known) reads.push_back({std::string(name), at});
      cursor.skip_blanks();
    } while (cursor.take(","));
    static_cast<void>(cursor.expect_end());
  }

  /// Reports, once a file, statements before any phase.
  void need_phase(LineCursor& cursor) {
    if (!phase_.empty() || phase_is_missing_) return;
    phase_is_missing_ = true;
    cursor.fail(0, "the file names no phase before this line", "begin it with: phase NAME reads OTHER, PHASES");
  }

  void read_list_statement(LineCursor& cursor) {
    need_phase(cursor);
    cursor.skip_blanks();
    ast::List list;
    list.at = cursor.here();
    list.name = cursor.take_name();
    if (list.name.empty()) return cursor.fail_unexpected("the name of the list (lower case)");
    cursor.skip_blanks();
    const std::size_t path_begin = cursor.offset();
    list.path = cursor.take_word();
    if (list.path.empty()) return cursor.fail_unexpected("the path of the list");
    if (!cursor.at_end() && cursor.peek_name() == "exact") list.exact = !cursor.take_name().empty();
    cursor.skip_blanks();
    if (!cursor.at_end() && cursor.peek_name() == "lookup") list.lookup = !cursor.take_name().empty();
    if (!cursor.expect_end()) return;
    load_list(cursor, path_begin, list);
    add_list(cursor, std::move(list));
  }

  void load_list(LineCursor& cursor, std::size_t path_begin, ast::List& list) {
    const auto found = pack_files_.find(list.path);
    if (found != pack_files_.end()) return read_list(found->second->text, shown_name(*pack_, *found->second), list, diagnostics_);
    std::vector<std::string> paths;
    for (const RuleFile& file : pack_->files) paths.push_back(file.name);
    const std::string near = nearest_name(list.path, paths);
    cursor.fail(path_begin, fmt::format("the pack has no file \"{}\"", list.path),
                near.empty() ? "paths start at the pack's folder: lists/NAME.tsv" : fmt::format("did you mean \"{}\"?", near));
  }

  void add_list(LineCursor& cursor, ast::List list) {
    const auto [known, is_new] = lists_.emplace(list.name, ListPlace{tree_.lists.size(), pack_number_});
    if (is_new) return tree_.lists.push_back(std::move(list));
    ast::List& earlier = tree_.lists[known->second.index];
    if (known->second.pack == pack_number_) {
      return cursor.fail(0, fmt::format("a list \"{}\" exists already", list.name), first_place(earlier.at));
    }
    if (list.columns.empty() && list.entries.empty()) return;
    if (list.columns != earlier.columns || list.exact != earlier.exact) {
      return cursor.fail(0, fmt::format("this adds to the list \"{}\", but has other columns or capitals", list.name),
                         fmt::format("its columns are surface{}{}{}; see {}", earlier.columns.empty() ? "" : ", ",
                                     fmt::join(earlier.columns, ", "), earlier.exact ? ", and it is exact" : "", earlier.at.to_string()));
    }
    earlier.entries.insert(earlier.entries.end(), list.entries.begin(), list.entries.end());
    earlier.values.insert(earlier.values.end(), list.values.begin(), list.values.end());
  }

  void read_rule(LineCursor& cursor) {
    need_phase(cursor);
    open_.emplace();
    open_->rule.phase = phase_;
    open_->is_kept = parse_rule_header(cursor, open_->rule);
    if (!open_->is_kept) return;
    const auto [known, is_new] = rules_.emplace(open_->rule.name, open_->rule.at);
    if (is_new) return;
    open_->is_kept = false;
    cursor.fail(0, fmt::format("a rule \"{}\" exists already", open_->rule.name), first_place(known->second));
  }

  void close_rule() {
    if (open_ && open_->is_kept) {
      if (!open_->has_match)
        diagnostics_.push_back({open_->rule.at, fmt::format("the rule \"{}\" has no match clause", open_->rule.name), "", ""});
      tree_.rules.push_back(std::move(open_->rule));
    }
    open_.reset();
  }

  struct ListPlace {
    std::size_t index;
    std::size_t pack;
  };

  ast::RuleTree& tree_;
  std::vector<Diagnostic>& diagnostics_;
  std::unordered_map<std::string, std::size_t> phases_;    // name -> index in tree_.phases
  std::unordered_map<std::string, ListPlace> lists_;       // name -> place in tree_.lists
  std::unordered_map<std::string, SourceLocation> rules_;  // name -> first place

  const RulePack* pack_ = nullptr;
  std::size_t pack_number_ = 0;
  std::unordered_map<std::string_view, const RuleFile*> pack_files_;
  std::string file_;
  std::string phase_;
  bool phase_is_missing_ = false;
  std::optional<OpenRule> open_;
};

/// How many rules the packs hold, about: enough to make room for them at once.
std::size_t count_rules(const std::vector<RulePack>& packs) {
  constexpr std::string_view kStart = "\nrule ";
  std::size_t count = 0;
  for (const RulePack& pack : packs) {
    for (const RuleFile& file : pack.files) {
      if (!std::string_view(file.name).ends_with(kRuleFileEnding)) continue;
      for (std::size_t at = file.text.find(kStart); at != std::string::npos; at = file.text.find(kStart, at + kStart.size())) ++count;
    }
  }
  return count;
}

/// The lines of one text, kept for several questions.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  LineReader reader(text);
  for (std::string_view line; reader.next(line);) lines.push_back(line);
  return lines;
}

}  // namespace

ast::RuleTree parse_rules(const std::vector<RulePack>& packs, std::vector<Diagnostic>& diagnostics) {
  ast::RuleTree tree;
  tree.rules.reserve(count_rules(packs));
  PackParser parser(tree, diagnostics);
  for (const RulePack& pack : packs) parser.read(pack);
  add_source_lines(packs, diagnostics);
  return tree;
}

ast::Pattern parse_pattern(const std::string& text, const std::string& name, std::vector<Diagnostic>& diagnostics) {
  const std::size_t valid = valid_utf8_prefix(text);
  LineCursor cursor(std::string_view(text).substr(0, valid), name, 1, diagnostics);
  if (valid == text.size()) return parse_pattern_line(cursor).value_or(ast::Pattern{});
  cursor.fail(valid, "this is no UTF-8");
  return {};
}

void add_source_lines(const std::vector<RulePack>& packs, std::vector<Diagnostic>& diagnostics) {
  std::unordered_map<std::string, std::vector<Diagnostic*>> by_file;
  for (Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.source_line.empty() && diagnostic.at.line > 0) by_file[diagnostic.at.file].push_back(&diagnostic);
  }
  if (by_file.empty()) return;
  for (const RulePack& pack : packs) {
    for (const RuleFile& file : pack.files) {
      const auto found = by_file.find(shown_name(pack, file));
      if (found == by_file.end()) continue;
      const std::vector<std::string_view> lines = lines_of(file.text);
      for (Diagnostic* diagnostic : found->second) {
        if (diagnostic->at.line <= lines.size()) diagnostic->source_line = lines[diagnostic->at.line - 1];
      }
    }
  }
}

}  // namespace attest
