#include "engine/compiler.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <unordered_map>

#include "engine/anchor.h"
#include "engine/pattern_compiler.h"

namespace attest {
namespace {

Expression::Operator operator_named(const std::string& name) {
  using Op = Expression::Operator;
  static constexpr std::array<std::pair<std::string_view, Op>, 13> kOperators = {{
      {"*", Op::kMultiply},
      {"/", Op::kDivide},
      {"+", Op::kAdd},
      {"-", Op::kSubtract},
      {"else", Op::kElse},
      {"=", Op::kEqual},
      {"!=", Op::kNotEqual},
      {"<", Op::kLess},
      {"<=", Op::kLessEqual},
      {">", Op::kGreater},
      {">=", Op::kGreaterEqual},
      {"and", Op::kAnd},
      {"or", Op::kOr},
  }};
  const auto found = std::find_if(kOperators.begin(), kOperators.end(), [&](const auto& known) { return known.first == name; });
  return found->second;
}

// Whether evaluation may find no answer: a function may, and arithmetic may pass the limits of decimals.
bool can_reject(const Expression& expression) {
  if (expression.kind == Expression::Kind::kCall && expression.function->can_reject) return true;
  if (expression.kind == Expression::Kind::kBinary && expression.op <= Expression::Operator::kSubtract) return true;
  return std::any_of(expression.operands.begin(), expression.operands.end(), can_reject);
}

class Compiler {
 public:
  explicit Compiler(const ast::RuleTree& tree)
      : tree_(tree), patterns_(rules_), anchors_(rules_.gazetteer, rules_.vocabulary, [this](const std::string& expression) {
          return rules_.shapes[patterns_.shape(expression)].classes;
        }) {}

  Result<CompiledRules> compile() {
    rules_.gazetteer.build(tree_.lists, rules_.vocabulary);
    for (const ast::Rule& rule : tree_.rules) rule_ids_.emplace(rule.name, static_cast<RuleId>(rule_ids_.size()));
    // Fields first: an expression may read a field of a rule further down.
    for (const ast::Rule& rule : tree_.rules) {
      for (const ast::Field& field : rule.fields) (void)patterns_.field_id(field.name);
    }
    for (const ast::Rule& rule : tree_.rules) {
      auto status = add_rule(rule);
      if (!status) return status.error();
    }
    for (CompiledRule& rule : rules_.rules) lay_out_fields(rule);
    close_preferences();
    find_word_classes();
    if (rules_.word_classes.size() > symbol::kMostWordClasses) {
      return Error{ErrorCode::kRules,
                   "patterns tell more than " + std::to_string(symbol::kMostWordClasses) + " words apart",
                   {},
                   "put words that mean the same to the rules into one list"};
    }
    for (const ast::Phase& phase : tree_.phases) add_phase(phase);
    note_phases_of_words();
    return std::move(rules_);
  }

 private:
  Status add_rule(const ast::Rule& source) {
    CompiledRule rule;
    rule.name = source.name;
    rule.type = patterns_.type_id(source.type);
    rule.program = patterns_.compile_match(source.match, rule.captures);
    const auto span = std::find(rule.captures.begin(), rule.captures.end(), "span");
    if (span != rule.captures.end()) rule.span_capture = static_cast<CaptureIndex>(span - rule.captures.begin());
    for (const ast::Context& context : source.contexts) rule.contexts.push_back(compile_context(context));
    for (const ast::Expression& condition : source.when) rule.when.push_back(compile_expression(condition, rule));
    for (const ast::Field& field : source.fields) {
      rule.fields.emplace_back(patterns_.field_id(field.name), compile_expression(field.value, rule));
    }
    for (const ast::Name& name : source.over) rule.over.push_back(rule_ids_.at(name.text));
    rule.can_reject = std::any_of(rule.fields.begin(), rule.fields.end(), [](const auto& field) { return can_reject(field.second); });
    for (const AnchorChoice& choice : anchors_.choose(source.match)) rule.anchors.push_back(compile_anchor(choice, rule.program));
    if (rule.anchors.empty()) {
      return Error{ErrorCode::kRules, "rule " + source.name + " has no mandatory element to look for", source.at.to_string(),
                   "give it a word, list, annotation or token class that every match contains"};
    }
    rules_.rules.push_back(std::move(rule));
    return {};
  }

  CompiledContext compile_context(const ast::Context& context) {
    const bool after = context.side == ast::Side::kAfter;
    return {patterns_.compile_context({&context.pattern}, after ? Direction::kBackward : Direction::kForward), context.negated, after};
  }

  Anchor compile_anchor(const AnchorChoice& choice, std::uint32_t program) {
    Anchor anchor;
    const ast::Pattern& element = *choice.element;
    anchor.pc = patterns_.instruction_of(&element);
    const Instruction& first = rules_.programs[program].code[anchor.pc];
    switch (element.kind) {
      case ast::PatternKind::kLiteral:
        anchor.kind = Anchor::Kind::kWord;
        anchor.target = rules_.vocabulary.add(literal_words(element.text).front());
        break;
      case ast::PatternKind::kList:
        anchor.kind = Anchor::Kind::kList;
        anchor.target = *rules_.gazetteer.list_named(element.text);
        break;
      case ast::PatternKind::kAnnotation:
        anchor.kind = Anchor::Kind::kAnnotation;
        anchor.target = patterns_.type_id(element.text);
        anchor.field_tests = first.extra;
        ++anchor.pc;
        break;
      case ast::PatternKind::kShape:
        anchor.kind = Anchor::Kind::kClass;
        anchor.target = rules_.shapes[first.operand].classes;
        anchor.shape = first.operand;
        break;
      default:
        anchor.kind = Anchor::Kind::kClass;
        for (const ast::ClassTest& test : element.classes) {
          if (!test.negated) anchor.target |= token_class_named(test.name).value_or(0);
        }
        break;
    }
    anchor.prefix = patterns_.compile_prefix(choice.before);
    return anchor;
  }

  Expression compile_expression(const ast::Expression& source, const CompiledRule& rule) {
    Expression made;
    switch (source.kind) {
      case ast::ExpressionKind::kNumber:
        made.constant = Value(Decimal::parse(source.text).value_or(Decimal()));
        break;
      case ast::ExpressionKind::kText:
        made.constant_text = source.text;
        made.constant = Value(std::string_view());
        break;
      case ast::ExpressionKind::kName:
        compile_name(source, rule, made);
        break;
      case ast::ExpressionKind::kCall:
        made.kind = Expression::Kind::kCall;
        made.function = find_function(source.text);
        break;
      case ast::ExpressionKind::kBinary:
        made.kind = Expression::Kind::kBinary;
        made.op = operator_named(source.text);
        break;
      case ast::ExpressionKind::kNot:
        made.kind = Expression::Kind::kNot;
        break;
    }
    for (const ast::Expression& operand : source.operands) made.operands.push_back(compile_expression(operand, rule));
    return made;
  }

  void compile_name(const ast::Expression& source, const CompiledRule& rule, Expression& made) {
    const auto capture = std::find(rule.captures.begin(), rule.captures.end(), source.text);
    made.capture = static_cast<CaptureIndex>(capture - rule.captures.begin());
    made.kind = source.field.empty() ? Expression::Kind::kCapture : Expression::Kind::kCaptureField;
    if (source.field.empty()) return;
    made.field = patterns_.field_id(source.field);
    made.column = source.field;
  }

  void lay_out_fields(CompiledRule& rule) {
    rule.field_slots.assign(rules_.field_names.size(), kAbsent);
    for (std::uint32_t slot = 0; slot < rule.fields.size(); ++slot) {
      rule.field_slots[rule.fields[slot].first] = slot;
      if (rules_.field_names[rule.fields[slot].first] == "value") rule.value_slot = slot;
    }
  }

  // Makes `over` transitive and gives every rule a rank above the rules that it wins over; the checker has excluded cycles.
  void close_preferences() {
    std::vector<bool> done(rules_.rules.size(), false);
    for (RuleId id = 0; id < rules_.rules.size(); ++id) close_preferences_of(id, done);
  }

  void close_preferences_of(RuleId id, std::vector<bool>& done) {
    if (done[id]) return;
    done[id] = true;
    CompiledRule& rule = rules_.rules[id];
    std::vector<RuleId> all = rule.over;
    for (const RuleId below : rule.over) {
      close_preferences_of(below, done);
      const CompiledRule& other = rules_.rules[below];
      all.insert(all.end(), other.over.begin(), other.over.end());
      rule.over_rank = std::max(rule.over_rank, other.over_rank + 1);
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    rule.over = std::move(all);
  }

  void add_phase(const ast::Phase& source) {
    CompiledPhase phase;
    phase.name = source.name;
    word_triggers_.clear();
    for (RuleId id = 0; id < tree_.rules.size(); ++id) {
      if (tree_.rules[id].phase != source.name) continue;
      phase.rules.push_back(id);
      for (std::uint32_t anchor = 0; anchor < rules_.rules[id].anchors.size(); ++anchor) add_trigger(phase, {id, anchor});
    }
    assign_word_slots(phase);
    for (auto& groups : phase.by_word_slot) number_groups(groups);
    number_groups(phase.by_type);
    number_groups(phase.by_class);
    rules_.phases.push_back(std::move(phase));
  }

  void note_phases_of_words() {
    rules_.phases_of_word.assign(rules_.vocabulary.size(), 0);
    for (std::size_t p = 0; p < rules_.phases.size(); ++p) {
      for (WordId word = 0; word < rules_.vocabulary.size(); ++word) {
        if (rules_.phases[p].word_slots[word] != 0) rules_.phases_of_word[word] |= phase_bit(p);
      }
    }
  }

  void add_trigger(CompiledPhase& phase, RuleTrigger trigger) {
    const Anchor& anchor = rules_.rules[trigger.rule].anchors[trigger.anchor];
    switch (anchor.kind) {
      case Anchor::Kind::kWord:
        word_triggers_.emplace_back(anchor.target, trigger);
        break;
      case Anchor::Kind::kList:
        for (const WordId word : rules_.gazetteer.first_words(static_cast<ListId>(anchor.target)))
          word_triggers_.emplace_back(word, trigger);
        break;
      case Anchor::Kind::kAnnotation:
        group_of(phase.by_type, anchor.target).triggers.push_back(trigger);
        break;
      case Anchor::Kind::kClass:
        group_of(phase.by_class, group_target(anchor.target)).triggers.push_back(trigger);
        break;
    }
  }

  // One group for all that may begin with a digit, where it is told from the start where to look.
  static ClassMask group_target(ClassMask classes) noexcept {
    return (classes & (token_class::kNumber | token_class::kDigit)) != 0 ? TriggerGroup::kDigitPlaces : classes;
  }

  // The group of this target that still has room.
  static TriggerGroup& group_of(std::vector<TriggerGroup>& groups, std::uint32_t target) {
    for (TriggerGroup& known : groups) {
      if (known.target == target && known.triggers.size() < TriggerGroup::kMostTriggers) return known;
    }
    groups.emplace_back().target = target;
    return groups.back();
  }

  void number_groups(std::vector<TriggerGroup>& groups) {
    for (TriggerGroup& group : groups) {
      group.id = rules_.group_count++;
      group.lists = lists_of(group);
    }
  }

  [[nodiscard]] std::vector<ListId> lists_of(const TriggerGroup& group) const {
    std::vector<ListId> lists;
    for (const RuleTrigger trigger : group.triggers) {
      const Anchor& anchor = rules_.rules[trigger.rule].anchors[trigger.anchor];
      if (anchor.kind != Anchor::Kind::kList) return {};
      lists.push_back(static_cast<ListId>(anchor.target));
    }
    return lists;
  }

  // The thousand words of a list have the same triggers: one slot serves them all.
  void assign_word_slots(CompiledPhase& phase) {
    phase.word_slots.assign(rules_.vocabulary.size(), 0);
    std::stable_sort(word_triggers_.begin(), word_triggers_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::map<std::vector<RuleTrigger>, std::uint32_t> slots;
    std::vector<RuleTrigger> triggers;
    for (auto next = word_triggers_.begin(); next != word_triggers_.end();) {
      const WordId word = next->first;
      triggers.clear();
      for (; next != word_triggers_.end() && next->first == word; ++next) triggers.push_back(next->second);
      auto slot = slots.find(triggers);
      if (slot == slots.end()) {
        phase.by_word_slot.push_back(groups_of(word, triggers));
        slot = slots.emplace(triggers, static_cast<std::uint32_t>(phase.by_word_slot.size())).first;
      }
      phase.word_slots[word] = slot->second;
    }
  }

  static std::vector<TriggerGroup> groups_of(WordId word, const std::vector<RuleTrigger>& triggers) {
    std::vector<TriggerGroup> groups;
    for (const RuleTrigger trigger : triggers) group_of(groups, word).triggers.push_back(trigger);
    return groups;
  }

  // Words are of one class where no test of any program tells them apart.
  void find_word_classes() {
    std::vector<std::span<const WordId>> sets;
    std::set<std::pair<Op, std::uint32_t>> known;
    for (const Program& program : rules_.programs) {
      for (const Instruction& instruction : program.code) {
        const Op op = instruction.op == Op::kExactWord ? Op::kWord : instruction.op;
        if (op > Op::kList || !known.emplace(op, instruction.operand).second) continue;
        if (op == Op::kWord) {
          sets.emplace_back(&instruction.operand, 1);
        } else if (op == Op::kWordSet) {
          sets.emplace_back(rules_.word_sets[instruction.operand]);
        } else {
          const auto list = static_cast<ListId>(instruction.operand);
          for (const auto& words : rules_.gazetteer.word_sets_of(list)) sets.push_back(words);
        }
      }
    }
    rules_.word_classes = WordClasses(sets);
  }

  const ast::RuleTree& tree_;
  CompiledRules rules_;
  PatternCompiler patterns_;
  AnchorChooser anchors_;
  std::unordered_map<std::string, RuleId> rule_ids_;
  std::vector<std::pair<WordId, RuleTrigger>> word_triggers_;  // of the phase at hand
};

}  // namespace

std::uint32_t CompiledRule::context_on_side(bool after) const noexcept {
  const auto found =
      std::find_if(contexts.begin(), contexts.end(), [&](const CompiledContext& c) { return c.after == after && !c.negated; });
  return found == contexts.end() ? kAbsent : found->program;
}

Result<CompiledRules> compile_rules(const ast::RuleTree& tree) { return Compiler(tree).compile(); }

}  // namespace attest
