// attest rules: what the rules are, whether they are sound, and what they do.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/annotator.h"
#include "engine/example_runner.h"
#include "engine/functions.h"
#include "engine/rule_set.h"
#include "exit_status.h"
#include "options.h"
#include "output.h"
#include "present/table.h"
#include "read/reader.h"
#include "terminal.h"
#include "text/analysis.h"
#include "verbs.h"
#include "why_not.h"
#include "wording.h"

namespace attest::command {
namespace {

struct RulesOptions {
  RuleOptions rules;
  InputOptions input;
  bool functions = false;
  bool lists = false;
  std::string rule;
  std::string text;
};

Result<RuleSet> compile(const RuleOptions& options) {
  const auto packs = rule_packs(options);
  if (!packs) return packs.error();
  return RuleSet::compile(*packs);
}

using Rows = std::vector<std::vector<CellView>>;

int print_table(const std::vector<std::string>& columns, const Rows& rows) {
  Output output;
  const auto writer = make_table_writer(TableFormat::kTable, output.buffer(), terminal_width());
  writer->begin(columns);
  for (const std::vector<CellView>& row : rows) writer->row(row);
  writer->end();
  return output.finish();
}

int list_functions() {
  Rows rows;
  for (const Function& function : all_functions()) rows.push_back({function.name, function.help});
  return print_table({"function", "what it gives"}, rows);
}

int list_lists(const RuleSet& rules) {
  const Gazetteer& gazetteer = rules.compiled().gazetteer;
  Rows rows;
  for (const ast::List& list : rules.tree().lists) {
    const auto id = gazetteer.list_named(list.name);
    const std::size_t entries = id ? gazetteer.entries_of(*id).size() : 0;
    rows.push_back({std::string_view(list.name), static_cast<std::int64_t>(entries), std::string_view(list.path)});
  }
  return print_table({"list", "entries", "file"}, rows);
}

int list_rules(const RuleSet& rules) {
  std::vector<std::string> places;
  for (const ast::Rule& rule : rules.tree().rules) places.push_back(fmt::format("{}:{}", rule.at.file, rule.at.line));
  Rows rows;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const ast::Rule& rule = rules.tree().rules[i];
    rows.push_back({std::string_view(rule.phase), std::string_view(rule.name), std::string_view(rule.type), std::string_view(places[i])});
  }
  return print_table({"phase", "rule", "makes", "at"}, rows);
}

int run_list(const RulesOptions& options) {
  if (options.functions) return list_functions();
  const auto rules = compile(options.rules);
  if (!rules) return fail(rules.error());
  return options.lists ? list_lists(*rules) : list_rules(*rules);
}

int run_check(const RulesOptions& options) {
  const auto rules = compile(options.rules);
  if (!rules) return fail(rules.error());
  Output output;
  output.buffer() += fmt::format("{} in {}, {} with {} entries: no mistakes\n", counted(rules->tree().rules.size(), "rule"),
                                 counted(rules->tree().phases.size(), "phase"), counted(rules->tree().lists.size(), "list"),
                                 rules->compiled().gazetteer.entry_count());
  return output.finish();
}

int run_test(const RulesOptions& options) {
  const auto rules = compile(options.rules);
  if (!rules) return fail(rules.error());
  const ExampleReport report = run_examples(*rules);
  Output output;
  for (const ExampleFailure& failure : report.failures) {
    output.buffer() += fmt::format("{}: {}: \"{}\"\n  expected  {}\n  found     {}\n", failure.at.to_string(), failure.rule, failure.text,
                                   failure.expected, failure.found);
  }
  output.buffer() += fmt::format("{}, {} failed\n", counted(report.run, "example"), report.failures.size());
  const int status = output.finish();
  return report.failures.empty() ? status : kError;
}

/// How often a rule matched in some texts, and how often another one won.
struct RuleUse {
  std::int64_t stands = 0;
  std::int64_t suppressed = 0;
};

class UseCounter {
 public:
  explicit UseCounter(const RuleSet& rules)
      : analyser_(rules.compiled().vocabulary), annotator_(rules.compiled(), rules.numbers()), uses_(rules.tree().rules.size()) {}

  void count(const Document& document) {
    analyser_.analyse(document.text, analysed_);
    annotator_.annotate(analysed_, chart_);
    for (const Annotation& annotation : chart_.annotations()) ++uses_[annotation.rule].stands;
    for (const Suppressed& loser : chart_.suppressed()) ++uses_[loser.annotation.rule].suppressed;
  }
  [[nodiscard]] const std::vector<RuleUse>& uses() const noexcept { return uses_; }

 private:
  TextAnalyser analyser_;
  Annotator annotator_;
  AnalysedText analysed_;
  Chart chart_;
  std::vector<RuleUse> uses_;
};

/// Rules by number of matches that stand, most first; equal ones in the order of files.
std::vector<std::size_t> by_use(const std::vector<RuleUse>& uses) {
  std::vector<std::size_t> order(uses.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&uses](std::size_t a, std::size_t b) { return uses[a].stands > uses[b].stands; });
  return order;
}

int run_stats(const RulesOptions& options) {
  const auto reading = read_options(options.input);
  if (!reading) return fail(reading.error());
  const auto rules = compile(options.rules);
  if (!rules) return fail(rules.error());
  UseCounter counter(*rules);
  const auto take = [&counter](const Document& document) {
    counter.count(document);
    return true;
  };
  const ReadSummary summary = read_documents(options.input.inputs, *reading, take, report);
  Rows rows;
  for (const std::size_t rule : by_use(counter.uses())) {
    const RuleUse& use = counter.uses()[rule];
    rows.push_back({std::string_view(rules->tree().rules[rule].name), use.stands, use.suppressed});
  }
  const int status = print_table({"rule", "matches", "suppressed"}, rows);
  return status == kDone && summary.failed > 0 ? kSomeFailed : status;
}

int run_why_not(const RulesOptions& options) {
  const auto packs = rule_packs(options.rules);
  if (!packs) return fail(packs.error());
  const auto answer = why_not(*packs, options.rule, options.text);
  if (!answer) return fail(answer.error());
  Output output;
  output.buffer() += *answer;
  return output.finish();
}

struct Action {
  const char* name;
  const char* help;
  const char* example;
  int (*run)(const RulesOptions&);
};

constexpr std::array<Action, 5> kActions = {{
    {"list", "List rules, lists or functions", "attest rules list --lists", run_list},
    {"check", "Report every mistake in the rule files", "attest rules check --rules my-rules/", run_check},
    {"test", "Run the examples that stand with the rules", "attest rules test --rules my-rules/", run_test},
    {"stats", "Count how often each rule matches in some articles", "attest rules stats articles/", run_stats},
    {"why-not", "Say what keeps a rule from matching a text", "attest rules why-not money.sign_amount \"it cost 5 million dollars\"",
     run_why_not},
}};

void add_action(CLI::App& verb, const Action& action, const std::shared_ptr<RulesOptions>& options, int& status) {
  CLI::App* added = verb.add_subcommand(action.name, action.help);
  add_rule_options(*added, options->rules);
  added->callback([options, &status, run = action.run] { status = run(*options); });
  added->footer("Example:\n  " + std::string(action.example));
}

}  // namespace

void register_rules(CLI::App& app, int& status) {
  auto options = std::make_shared<RulesOptions>();
  CLI::App* verb = app.add_subcommand("rules", "List, check, test and question the rules");
  verb->require_subcommand(1);
  for (const Action& action : kActions) add_action(*verb, action, options, status);
  CLI::App* list = verb->get_subcommand("list");
  list->add_flag("--functions", options->functions, "List the functions of rule expressions");
  list->add_flag("--lists", options->lists, "List the word lists");
  add_input_options(*verb->get_subcommand("stats"), options->input);
  CLI::App* why_not = verb->get_subcommand("why-not");
  why_not->add_option("RULE", options->rule, "Name of the rule")->required();
  why_not->add_option("TEXT", options->text, "The text that it should match")->required();
  verb->footer(
      "Examples:\n"
      "  attest rules list\n"
      "  attest rules test --rules my-rules/\n"
      "  attest rules why-not money.sign_amount \"it cost 5 million dollars\"");
}

}  // namespace attest::command
