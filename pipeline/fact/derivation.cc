#include "fact/derivation.h"

#include "engine/normal_form.h"

namespace attest {
namespace {

Span bytes_of(const TokenView& view, TokenRange range) noexcept { return {view.tokens[range.begin].begin, view.tokens[range.end - 1].end}; }

class Walker {
 public:
  Walker(const CompiledRules& rules, const Chart& chart) : rules_(&rules), chart_(&chart) {}

  void walk(const Annotation& annotation, const std::string& part, std::uint16_t depth) {
    const CompiledRule& rule = rules_->rules[annotation.rule];
    steps_.push_back({depth, rule.name, part, bytes_of(chart_->view(), annotation.span), normal_form(*rules_, *chart_, annotation)});
    for (CaptureIndex i = 0; i < rule.captures.size(); ++i) {
      const Part& child = chart_->part(annotation.first_part + i);
      if (child.matched && child.tokens.begin < child.tokens.end && i != rule.span_capture) {
        walk_part(child, rule.captures[i], static_cast<std::uint16_t>(depth + 1));
      }
    }
  }

  [[nodiscard]] std::vector<DerivationStep> take() { return std::move(steps_); }

 private:
  void walk_part(const Part& part, const std::string& name, std::uint16_t depth) {
    if (part.annotation != kNoAnnotation) {
      walk(chart_->annotation(part.annotation), name, depth);
    } else if (part.entry != kNoEntry) {
      const Gazetteer::Entry& entry = rules_->gazetteer.entry(part.entry);
      const std::string value = entry.cells.empty() ? std::string(entry.surface) : to_string(entry.cells.front());
      steps_.push_back(
          {depth, "list " + std::string(rules_->gazetteer.list_name(entry.list)), name, bytes_of(chart_->view(), part.tokens), value});
    } else {
      steps_.push_back({depth, "token", name, bytes_of(chart_->view(), part.tokens), std::string(chart_->view().passage(part.tokens))});
    }
  }

  const CompiledRules* rules_;
  const Chart* chart_;
  std::vector<DerivationStep> steps_;
};

}  // namespace

std::vector<DerivationStep> derivation_of(const CompiledRules& rules, const Chart& chart, const Annotation& annotation) {
  Walker walker(rules, chart);
  walker.walk(annotation, "", 0);
  return walker.take();
}

}  // namespace attest
