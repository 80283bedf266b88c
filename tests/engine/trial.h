// Rules written in a test and what they make of a text, as lines that a failed comparison shows.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/annotator.h"
#include "engine/normal_form.h"
#include "engine/rule_set.h"
#include "text/analysis.h"

namespace attest::testing_rules {

/// Gives every rule the examples that the checker asks for, so that tests need not repeat them. Compiling runs no examples.
inline std::string with_examples(std::string_view rules) {
  std::string text;
  while (!rules.empty()) {
    const std::size_t end = std::min(rules.find('\n'), rules.size() - 1) + 1;
    const std::string_view line = rules.substr(0, end);
    rules.remove_prefix(end);
    text += line;
    if (line.substr(0, 5) != "rule ") continue;
    if (text.back() != '\n') text += '\n';
    text += "  yes \"a\"\n  yes \"b\"\n  no \"c\"\n";
  }
  return text;
}

/// A pack of the file 10_test.rules, with examples added, and lists.
inline RulePack trial_pack(std::string_view rules, std::vector<RuleFile> lists = {}) {
  RulePack pack{"built-in", {{"10_test.rules", with_examples(rules)}}};
  for (RuleFile& list : lists) pack.files.push_back(std::move(list));
  return pack;
}

/// Compiled rules with all that is needed to run them over texts. Throws std::runtime_error, with the diagnostics, where the
/// rules do not compile, so that the test at hand fails.
class Trial {
 public:
  explicit Trial(const std::vector<RulePack>& packs)
      : rules_(compiled(packs)), analyser_(rules_.compiled().vocabulary), annotator_(rules_.compiled(), rules_.numbers()) {}
  explicit Trial(std::string_view rules, std::vector<RuleFile> lists = {}) : Trial({trial_pack(rules, std::move(lists))}) {}

  void run(std::string_view text, Strategy strategy = Strategy::kAnchored) {
    text_ = text;
    analyser_.analyse(text_, analysed_);
    annotator_.annotate(analysed_, chart_, strategy);
  }

  [[nodiscard]] const RuleSet& rules() const noexcept { return rules_; }
  [[nodiscard]] const Chart& chart() const noexcept { return chart_; }
  [[nodiscard]] const AnalysedText& analysed() const noexcept { return analysed_; }

  /// The passages under annotations of a type, in order of position.
  [[nodiscard]] std::vector<std::string> spans(std::string_view type) const {
    std::vector<std::string> found;
    for (const Annotation& annotation : chart_.annotations()) {
      if (rules_.compiled().types[annotation.type] == type) found.emplace_back(chart_.view().passage(annotation.span));
    }
    return found;
  }
  /// The fields of annotations of a type, as examples print them.
  [[nodiscard]] std::vector<std::string> fields(std::string_view type) const {
    std::vector<std::string> found;
    for (const Annotation& annotation : chart_.annotations()) {
      if (rules_.compiled().types[annotation.type] == type) found.push_back(normal_form(rules_.compiled(), chart_, annotation));
    }
    return found;
  }
  /// All annotations as `rule "span"`.
  [[nodiscard]] std::vector<std::string> annotations() const {
    std::vector<std::string> found;
    for (const Annotation& annotation : chart_.annotations()) found.push_back(rule_and_span(annotation));
    return found;
  }
  /// All losers as `rule "span" by rule "span"`, with "over" behind those that lost by preference.
  [[nodiscard]] std::vector<std::string> suppressed() const {
    std::vector<std::string> found;
    for (const Suppressed& loser : chart_.suppressed()) {
      found.push_back(rule_and_span(loser.annotation) + " by " + rule_and_span(chart_.annotation(loser.by)) +
                      (loser.by_preference ? " over" : ""));
    }
    return found;
  }
  /// Everything that two charts of one text must share: rule, span, match and fields, winners and losers.
  [[nodiscard]] std::vector<std::string> everything() const {
    std::vector<std::string> found;
    for (const Annotation& annotation : chart_.annotations()) found.push_back(in_full(annotation));
    for (const Suppressed& loser : chart_.suppressed()) {
      found.push_back(in_full(loser.annotation) + (loser.by_preference ? " over " : " by ") + in_full(chart_.annotation(loser.by)));
    }
    return found;
  }

 private:
  static RuleSet compiled(const std::vector<RulePack>& packs) {
    auto rules = RuleSet::compile(packs);
    if (!rules) throw std::runtime_error(rules.error().to_string());
    return std::move(*rules);
  }
  [[nodiscard]] std::string rule_and_span(const Annotation& annotation) const {
    return rules_.compiled().rules[annotation.rule].name + " \"" + std::string(chart_.view().passage(annotation.span)) + '"';
  }
  [[nodiscard]] std::string in_full(const Annotation& annotation) const {
    const auto range = [](TokenRange tokens) { return std::to_string(tokens.begin) + ".." + std::to_string(tokens.end); };
    return rule_and_span(annotation) + ' ' + range(annotation.span) + " in " + range(annotation.match) + " = " +
           normal_form(rules_.compiled(), chart_, annotation);
  }

  RuleSet rules_;
  TextAnalyser analyser_;
  Annotator annotator_;
  std::string text_;
  AnalysedText analysed_;
  Chart chart_;
};

}  // namespace attest::testing_rules
