#include "engine/example_runner.h"

#include <algorithm>

#include "engine/annotator.h"
#include "engine/normal_form.h"
#include "text/analysis.h"

namespace attest {
namespace {

class Runner {
 public:
  explicit Runner(const RuleSet& rules) : rules_(rules.compiled()), analyser_(rules_.vocabulary), annotator_(rules_, rules.numbers()) {}

  void run(const ast::Rule& rule, RuleId id) {
    for (const ast::Example& example : rule.yes) {
      annotate(example.text);
      const auto annotations = chart_.annotations();
      const bool found =
          std::any_of(annotations.begin(), annotations.end(), [&](const Annotation& a) { return a.rule == id && fits(example, a); });
      count(found, rule, example, "made by the rule: " + wanted(example));
    }
    for (const ast::Example& example : rule.no) {
      annotate(example.text);
      const auto annotations = chart_.annotations();
      const bool found = std::any_of(annotations.begin(), annotations.end(), [&](const Annotation& a) { return a.rule == id; });
      count(!found, rule, example, "nothing made by the rule");
    }
  }

  [[nodiscard]] ExampleReport take() { return std::move(report_); }

 private:
  void annotate(const std::string& text) {
    analyser_.analyse(text, analysed_);
    annotator_.annotate(analysed_, chart_);
  }

  [[nodiscard]] bool fits(const ast::Example& example, const Annotation& annotation) const {
    if (example.has_span && chart_.view().passage(annotation.span) != example.span) return false;
    const auto& fields = rules_.rules[annotation.rule].fields;
    if (example.values.size() > fields.size()) return false;
    for (std::uint32_t i = 0; i < example.values.size(); ++i) {
      if (to_string(chart_.field(annotation.first_field + i)) != example.values[i]) return false;
    }
    return true;
  }

  static std::string wanted(const ast::Example& example) {
    std::string line = example.has_span ? "\"" + example.span + "\"" : "any span";
    for (const std::string& value : example.values) line += ' ' + value;
    return line;
  }

  [[nodiscard]] std::string all_found() const {
    std::string line;
    for (const Annotation& annotation : chart_.annotations()) {
      if (!line.empty()) line += "; ";
      line += rules_.rules[annotation.rule].name + " \"" + std::string(chart_.view().passage(annotation.span)) + "\" " +
              normal_form(rules_, chart_, annotation);
    }
    return line.empty() ? "nothing" : line;
  }

  void count(bool holds, const ast::Rule& rule, const ast::Example& example, const std::string& expected) {
    ++report_.run;
    if (!holds) report_.failures.push_back({rule.name, example.at, example.text, expected, all_found()});
  }

  const CompiledRules& rules_;
  TextAnalyser analyser_;
  Annotator annotator_;
  AnalysedText analysed_;
  Chart chart_;
  ExampleReport report_;
};

}  // namespace

ExampleReport run_examples(const RuleSet& rules) {
  Runner runner(rules);
  for (RuleId id = 0; id < rules.tree().rules.size(); ++id) runner.run(rules.tree().rules[id], id);
  return runner.take();
}

}  // namespace attest
