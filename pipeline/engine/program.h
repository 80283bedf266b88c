// Compiled rules: patterns as instructions of a small matching machine, expressions as trees with names resolved.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/chart.h"
#include "engine/functions.h"
#include "engine/gazetteer.h"
#include "engine/token_class.h"
#include "engine/token_shape.h"
#include "engine/token_symbol.h"

namespace attest {

enum class Op : std::uint8_t {
  kWord,          ///< One token with word id `operand`.
  kExactWord,     ///< The same, and its text is literals[extra].
  kWordSet,       ///< One token whose word id is in word_sets[operand].
  kList,          ///< An entry of list `operand`.
  kAnnotation,    ///< An annotation of type `operand` that passes field_tests[extra].
  kClass,         ///< One token whose classes hold mask `operand` and none of mask `extra`.
  kShape,         ///< One token whose whole text matches shapes[operand].
  kSplit,         ///< Try the next instruction first, then instruction `operand`.
  kJump,          ///< Go to instruction `operand`.
  kBeginCapture,  ///< Capture `operand` begins here.
  kEndCapture,
  kNotAhead,  ///< Fails if programs[operand] matches from here.
  kNotNext,   ///< Fails if the next instruction, which is skipped, would consume something here. Forward programs only.
  kGlued,     ///< No white space here.
  kSentenceStart,
  kSentenceEnd,
  kAccept,
};

struct Instruction {
  Op op = Op::kAccept;
  std::uint32_t operand = 0;
  std::uint32_t extra = 0;
};

/// A pattern for one direction. Backward programs consume tokens to the left and record no captures.
struct Program {
  std::vector<Instruction> code;
  bool backward = false;
};

struct FieldCheck {
  std::uint32_t field = 0;  ///< Field name id.
  std::string text;
  std::optional<Decimal> decimal;  ///< The same as a number, where it is one.
};

using FieldName = std::uint32_t;
using CaptureIndex = std::uint32_t;
inline constexpr std::uint32_t kAbsent = 0xFFFFFFFF;

/// An expression with its names looked up.
struct Expression {
  enum class Kind : std::uint8_t { kConstant, kCapture, kCaptureField, kCall, kBinary, kNot };
  enum class Operator : std::uint8_t {
    kMultiply,
    kDivide,
    kAdd,
    kSubtract,
    kElse,
    kEqual,
    kNotEqual,
    kLess,
    kLessEqual,
    kGreater,
    kGreaterEqual,
    kAnd,
    kOr
  };
  Kind kind = Kind::kConstant;
  Operator op = Operator::kMultiply;
  Value constant;
  std::string constant_text;  ///< Owns the text of `constant`.
  CaptureIndex capture = kAbsent;
  FieldName field = kAbsent;  ///< kCaptureField: as an annotation's field ...
  std::string column;         ///< ... or as a list's column.
  const Function* function = nullptr;
  std::vector<Expression> operands;
};

/// Where a rule is tried: at tokens or annotations that its rarest mandatory element can be, after walking back over
/// what stands before that element.
struct Anchor {
  enum class Kind : std::uint8_t { kWord, kList, kAnnotation, kClass };
  Kind kind = Kind::kWord;
  std::uint32_t length = 1;             ///< Tokens of a kWord anchor: the literal may hold several.
  std::uint32_t target = 0;             ///< Word, list or type id, or class mask.
  std::uint32_t shape = kAbsent;        ///< kClass: the token must match this shape.
  std::uint32_t field_tests = kAbsent;  ///< kAnnotation: what its fields must hold, as in Instruction::extra.
  std::uint32_t prefix = kAbsent;       ///< Backward program of what stands before, or kAbsent where nothing does.
  std::uint32_t pc = 0;                 ///< Where the rule's program consumes the anchor for the first time; behind it for kAnnotation.
};

struct CompiledContext {
  std::uint32_t program = 0;
  bool negated = false;
  bool after = true;  ///< Ends where the match begins; else begins where it ends.
};

struct CompiledRule {
  std::string name;
  TypeId type = 0;
  std::uint32_t program = 0;
  std::vector<Anchor> anchors;
  std::vector<std::string> captures;
  CaptureIndex span_capture = kAbsent;
  std::vector<CompiledContext> contexts;
  std::vector<Expression> when;
  std::vector<std::pair<FieldName, Expression>> fields;
  std::vector<std::uint32_t> field_slots;  ///< By field name: position in `fields`, or kAbsent.
  std::uint32_t value_slot = kAbsent;      ///< The slot of the field named "value".
  bool can_reject = false;                 ///< Some field's expression may find no answer; else fields can wait until the match has won.
  std::uint32_t over_rank = 0;             ///< A rule's rank is above that of all rules that it wins over.
  std::vector<RuleId> over;                ///< All rules below it, transitively, sorted.

  /// The program of what must stand before the match (after it, for `after` false), or kAbsent. Where there are several, the first.
  [[nodiscard]] std::uint32_t context_on_side(bool after) const noexcept;
};

/// What a phase does at a trigger.
struct RuleTrigger {
  RuleId rule = 0;
  std::uint32_t anchor = 0;

  friend constexpr auto operator<=>(const RuleTrigger&, const RuleTrigger&) = default;
};

/// Triggers of one word, type of annotation or class of tokens in a phase; where there are more than a group holds, the next
/// group goes on with them.
struct TriggerGroup {
  static constexpr std::size_t kMostTriggers = 64;
  /// The `target` of the class group for tokens that may begin with a digit.
  static constexpr ClassMask kDigitPlaces = token_class::kNumber | token_class::kDigit;
  std::uint32_t target = 0;  ///< Type id or class mask.
  std::uint32_t id = 0;      ///< Its number among all groups of all phases.
  std::vector<RuleTrigger> triggers;
  std::vector<ListId> lists;  ///< Where all triggers look for list entries: those lists, so that a look at two words spares most scans.
};

struct CompiledPhase {
  std::string name;
  std::vector<RuleId> rules;
  std::vector<std::vector<TriggerGroup>> by_word_slot;  ///< Words with the same triggers share a slot.
  std::vector<std::uint32_t> word_slots;                ///< By word id: slot in by_word_slot + 1, or 0.
  std::vector<TriggerGroup> by_type;
  std::vector<TriggerGroup> by_class;
};

/// The bit of a phase in CompiledRules::phases_of_word; all phases from the 32nd on share one.
[[nodiscard]] constexpr std::uint32_t phase_bit(std::size_t phase) noexcept { return std::uint32_t{1} << (phase < 31 ? phase : 31); }

/// Everything that matching needs, immutable after compilation.
struct CompiledRules {
  Vocabulary vocabulary;
  Gazetteer gazetteer;
  WordClasses word_classes;  ///< By all tests of words in `programs`.
  std::vector<std::string> types;
  std::vector<std::string> field_names;
  std::vector<Program> programs;
  std::vector<std::vector<WordId>> word_sets;
  std::vector<std::string> literals;
  std::vector<Shape> shapes;
  std::vector<std::vector<FieldCheck>> field_tests;
  std::vector<CompiledRule> rules;
  std::vector<CompiledPhase> phases;
  std::uint32_t group_count = 0;              ///< Trigger groups of all phases.
  std::vector<std::uint32_t> phases_of_word;  ///< By word id: phase_bit(p) of each phase p that has a trigger there.
};

}  // namespace attest
