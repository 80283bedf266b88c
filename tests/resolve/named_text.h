// A text with the names in it, for tests of what comes behind the rules: names are given, not found.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "built_in_rules.h"
#include "engine/annotator.h"
#include "engine/rule_set.h"
#include "record/mention.h"
#include "text/analysis.h"

namespace attest::testing_resolve {

/// Every occurrence of `surface` becomes a mention of this name; with the type "date", a date.
struct GivenName {
  std::string surface;
  NameKind kind = NameKind::kOrganisation;
  std::string name;
  std::string type;
};

/// The built-in rules, compiled once a process.
inline const RuleSet& built_in_rule_set() {
  static const RuleSet rules = std::move(*RuleSet::compile({built_in_rules()}));
  return rules;
}

class NamedText {
 public:
  NamedText(std::string text, const std::vector<GivenName>& names) : text_(std::move(text)) {
    const CompiledRules& rules = built_in_rule_set().compiled();
    TextAnalyser(rules.vocabulary).analyse(text_, analysed_);
    Annotator(rules, built_in_rule_set().numbers()).annotate(analysed_, chart_);
    for (const GivenName& given : names) add(given);
    std::sort(mentions_.begin(), mentions_.end(), [](const Mention& a, const Mention& b) { return a.bytes < b.bytes; });
  }

  [[nodiscard]] const Chart& chart() const noexcept { return chart_; }
  [[nodiscard]] const AnalysedText& analysed() const noexcept { return analysed_; }
  [[nodiscard]] const std::vector<Mention>& mentions() const noexcept { return mentions_; }

 private:
  /// Longer names are given first: a name inside one that is there is none of its own.
  void add(const GivenName& given) {
    for (std::size_t at = text_.find(given.surface); at != std::string::npos; at = text_.find(given.surface, at + 1)) {
      Mention mention;
      mention.bytes = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + given.surface.size())};
      const auto overlaps = [&](const Mention& other) { return other.bytes.overlaps(mention.bytes); };
      if (std::any_of(mentions_.begin(), mentions_.end(), overlaps)) continue;
      mention.chars = analysed_.code_points.to_code_points(mention.bytes);
      for (const Sentence& sentence : analysed_.sentences) {
        if (sentence.bytes.contains(mention.bytes)) mention.sentence_chars = analysed_.code_points.to_code_points(sentence.bytes);
      }
      mention.rule = "given";
      mention.content = Name{given.kind, given.name.empty() ? given.surface : given.name, given.type, "", ""};
      if (given.type == "date") mention.content = DateExpression{};
      mentions_.push_back(std::move(mention));
    }
  }

  std::string text_;
  AnalysedText analysed_;
  Chart chart_;
  std::vector<Mention> mentions_;
};

}  // namespace attest::testing_resolve
