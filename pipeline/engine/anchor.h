// Where a rule is worth trying: its rarest mandatory element, or one for each branch of an alternative.
//
//   AnchorChooser chooser(gazetteer, vocabulary);
//   for (const AnchorChoice& choice : chooser.choose(rule.match)) ...
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/ast.h"
#include "engine/gazetteer.h"
#include "engine/token_shape.h"

namespace attest {

/// An element that every match (of its branch) contains, and the elements that stand before it, in text order.
struct AnchorChoice {
  const ast::Pattern* element = nullptr;
  std::vector<const ast::Pattern*> before;
};

/// Chooses anchors for the rules of one set; remembers how often its lists and shapes are to be expected.
class AnchorChooser {
 public:
  /// Tells the classes of all tokens that match an expression. To compile it again takes as long as a rule of twenty elements.
  using ShapeClasses = std::function<ClassMask(const std::string& expression)>;

  /// Both must outlive it.
  AnchorChooser(
      const Gazetteer& gazetteer, const Vocabulary& vocabulary,
      ShapeClasses shape_classes = [](const std::string& expression) { return shape_of(expression).classes; })
      : gazetteer_(&gazetteer), vocabulary_(&vocabulary), shape_classes_(std::move(shape_classes)) {}

  /// The choice with the lowest estimated number of trials; empty where the pattern has no mandatory element that can
  /// anchor. The pointers point into `pattern`.
  [[nodiscard]] std::vector<AnchorChoice> choose(const ast::Pattern& pattern);

 private:
  using Before = std::vector<const ast::Pattern*>;
  struct Estimate {
    double trials = 0;  // in tokens of a million
    std::vector<AnchorChoice> anchors;
  };

  [[nodiscard]] std::optional<Estimate> estimate(const ast::Pattern& pattern, const Before& before);
  [[nodiscard]] std::optional<Estimate> sequence(const ast::Pattern& pattern, Before before);
  [[nodiscard]] std::optional<Estimate> alternatives(const ast::Pattern& pattern, const Before& before);
  [[nodiscard]] double list_frequency(const std::string& name);
  [[nodiscard]] double shape_frequency(const std::string& expression) const;

  const Gazetteer* gazetteer_;
  const Vocabulary* vocabulary_;
  ShapeClasses shape_classes_;
  std::map<std::string, double> lists_;  // by name
};

}  // namespace attest
