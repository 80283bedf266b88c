#include "engine/compiler.h"

#include <algorithm>
#include <array>
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
  explicit Compiler(const ast::RuleTree& tree) : tree_(tree), patterns_(rules_) {}

  Result<CompiledRules> compile(std::vector<ast::List> lists) {
    rules_.gazetteer.build(std::move(lists), rules_.vocabulary);
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
    for (const AnchorChoice& choice : choose_anchors(source.match, rules_.gazetteer, rules_.vocabulary))
      rule.anchors.push_back(compile_anchor(choice, rule.program));
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
    const std::uint32_t behind = patterns_.instruction_of(&element) + static_cast<std::uint32_t>(instruction_count(element));
    anchor.behind = TokenFilter::after(rules_, rules_.programs[program], behind);
    switch (element.kind) {
      case ast::PatternKind::kLiteral:
        anchor.kind = Anchor::Kind::kWord;
        anchor.target = rules_.vocabulary.add(literal_words(element.text).front());
        anchor.length = static_cast<std::uint32_t>(literal_words(element.text).size());
        break;
      case ast::PatternKind::kList:
        anchor.kind = Anchor::Kind::kList;
        anchor.target = *rules_.gazetteer.list_named(element.text);
        break;
      case ast::PatternKind::kAnnotation:
        anchor.kind = Anchor::Kind::kAnnotation;
        anchor.target = patterns_.type_id(element.text);
        anchor.field_tests = rules_.programs[program].code[behind - 1].extra;
        break;
      case ast::PatternKind::kShape:
        anchor.kind = Anchor::Kind::kClass;
        anchor.target = shape_of(element.text).classes;
        anchor.shape = rules_.programs[program].code[behind - 1].operand;
        break;
      default:
        anchor.kind = Anchor::Kind::kClass;
        for (const ast::ClassTest& test : element.classes) {
          if (!test.negated) anchor.target |= token_class_named(test.name).value_or(0);
        }
        break;
    }
    if (!choice.before.empty()) {
      anchor.prefix = patterns_.compile_context(choice.before, Direction::kBackward);
      anchor.before = TokenFilter::after(rules_, rules_.programs[anchor.prefix], 0);
    }
    return anchor;
  }

  static std::size_t instruction_count(const ast::Pattern& element) {
    return element.kind == ast::PatternKind::kLiteral ? literal_words(element.text).size() : 1;
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
    phase.word_slots.assign(rules_.vocabulary.size(), 0);
    for (RuleId id = 0; id < tree_.rules.size(); ++id) {
      if (tree_.rules[id].phase != source.name) continue;
      phase.rules.push_back(id);
      for (std::uint32_t anchor = 0; anchor < rules_.rules[id].anchors.size(); ++anchor) add_trigger(phase, {id, anchor});
    }
    for (TriggerTable& table : phase.by_type) fill_table(table);
    for (TriggerTable& table : phase.by_class) fill_table(table);
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
        add_word_trigger(phase, anchor.target, trigger);
        break;
      case Anchor::Kind::kList:
        for (const WordId word : rules_.gazetteer.first_words(static_cast<ListId>(anchor.target))) add_word_trigger(phase, word, trigger);
        break;
      case Anchor::Kind::kAnnotation:
        table_of(phase.by_type, anchor.target).triggers.push_back(trigger);
        break;
      case Anchor::Kind::kClass:
        table_of(phase.by_class, anchor.target).triggers.push_back(trigger);
        break;
    }
  }

  static void add_word_trigger(CompiledPhase& phase, WordId word, RuleTrigger trigger) {
    std::uint32_t& slot = phase.word_slots[word];
    if (slot == 0) {
      phase.by_word_slot.emplace_back();
      slot = static_cast<std::uint32_t>(phase.by_word_slot.size());
    }
    phase.by_word_slot[slot - 1].push_back(trigger);
  }

  static TriggerTable& table_of(std::vector<TriggerTable>& tables, std::uint32_t target) {
    for (TriggerTable& known : tables) {
      if (known.target == target) return known;
    }
    tables.emplace_back().target = target;
    return tables.back();
  }

  // Row 0 is for places with no token or an unknown word.
  void fill_table(TriggerTable& table) const {
    constexpr std::size_t kBits = 64;
    table.masks = (table.triggers.size() + kBits - 1) / kBits;
    table.with_behind.assign(rules_.vocabulary.size() * table.masks, 0);
    table.with_before.assign(rules_.vocabulary.size() * table.masks, 0);
    for (std::size_t t = 0; t < table.triggers.size(); ++t) {
      const Anchor& anchor = rules_.rules[table.triggers[t].rule].anchors[table.triggers[t].anchor];
      const bool always_before = anchor.prefix == kAbsent || anchor.before.admits_more_than_words();
      const bool always_behind = anchor.behind.admits_more_than_words();
      const std::uint64_t bit = std::uint64_t{1} << (t % kBits);
      for (WordId word = 0; word < rules_.vocabulary.size(); ++word) {
        const std::size_t cell = word * table.masks + t / kBits;
        if (always_behind || anchor.behind.admits_word(word)) table.with_behind[cell] |= bit;
        if (always_before || anchor.before.admits_word(word)) table.with_before[cell] |= bit;
      }
    }
  }

  const ast::RuleTree& tree_;
  CompiledRules rules_;
  PatternCompiler patterns_;
  std::unordered_map<std::string, RuleId> rule_ids_;
};

}  // namespace

Result<CompiledRules> compile_rules(const ast::RuleTree& tree, std::vector<ast::List> lists) {
  return Compiler(tree).compile(std::move(lists));
}

}  // namespace attest
