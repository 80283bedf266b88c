#include "engine/matcher.h"

#include <algorithm>

namespace attest {
namespace {

// Past this many steps a run starts to mark what it visits; nearly all runs end after a handful.
constexpr std::size_t kStepsBeforeMarking = 2048;
// Tokens on either side of its start that a long run may look at: far more than any phrase has.
constexpr std::uint32_t kFarthest = 1024;

bool boundary_is_glued(const Chart& chart, std::uint32_t position, Segment segment) noexcept {
  if (position <= segment.first || position >= segment.limit) return false;
  return !chart.view().tokens[position].has(token_flag::kSpaceBefore);
}

bool is_boundary_test(Op op) noexcept { return op == Op::kGlued || op == Op::kSentenceStart || op == Op::kSentenceEnd; }

}  // namespace

// Whether what an instruction asks of a boundary between tokens holds there.
inline bool Matcher::boundary_passes(Op test, std::uint32_t position, Segment segment) const noexcept {
  if (test == Op::kSentenceStart) return position == segment.first;
  if (test == Op::kSentenceEnd) return position == segment.limit;
  return boundary_is_glued(*chart_, position, segment);
}

// Inside the loop over instructions: most of them take one token.
inline bool Matcher::consume_token(const Run& run, const Instruction& instruction, Choice& state) const {
  const bool backward = run.program.backward;
  if (state.position == (backward ? run.segment.first : run.segment.limit)) return false;
  if (!matches_token(instruction, backward ? state.position - 1 : state.position)) return false;
  state.atom = state.pc;
  state.atom_begin = state.position;
  state.position = backward ? state.position - 1 : state.position + 1;
  return true;
}

inline bool Matcher::matches_token(const Instruction& instruction, std::uint32_t token) const {
  const TokenView& view = chart_->view();
  switch (instruction.op) {
    case Op::kWord:
      return view.tokens[token].word == instruction.operand;
    case Op::kExactWord:
      return view.tokens[token].word == instruction.operand && view.word(token) == rules_->literals[instruction.extra];
    case Op::kWordSet: {
      const auto& words = rules_->word_sets[instruction.operand];
      const WordId word = view.tokens[token].word;
      return word != kUnknownWord && std::binary_search(words.begin(), words.end(), word);
    }
    case Op::kClass: {
      const ClassMask classes = chart_->symbol(token);
      return (classes & instruction.operand) == instruction.operand && (classes & instruction.extra) == 0;
    }
    case Op::kShape:
      return matches_shape(instruction.operand, token);
    default:
      return false;
  }
}

bool Matcher::follow(Run& run, Choice& state) {
  for (const Instruction* code = run.program.code.data();; ++state.pc) {
    if (++run.steps > kStepsBeforeMarking && !visit(run, state)) return false;
    const Instruction& instruction = code[state.pc];
    switch (instruction.op) {
      case Op::kAccept:
        return true;
      case Op::kSplit:
        if (fails_at_once(code + state.pc + 1, run.program.backward, state.position, run.segment)) {
          state.pc = instruction.operand - 1;
          break;
        }
        choices_.push_back(state);
        choices_.back().pc = instruction.operand;
        choices_.back().log_size = static_cast<std::uint32_t>(log_.size());
        break;
      case Op::kJump:
        state.pc = instruction.operand - 1;
        break;
      case Op::kBeginCapture:
        set_capture(run, instruction.operand, {state.position, kAbsent, kAbsent});
        break;
      case Op::kEndCapture:
        end_capture(run, instruction.operand, state);
        break;
      case Op::kNotAhead:
        if (matches_here(instruction.operand, state.position, run.segment)) return false;
        break;
      case Op::kNotNext:
        if (next_matches(run, code[state.pc + 1], state)) return false;
        ++state.pc;
        break;
      case Op::kGlued:
      case Op::kSentenceStart:
      case Op::kSentenceEnd:
        if (!boundary_passes(instruction.op, state.position, run.segment)) return false;
        break;
      case Op::kList:
      case Op::kAnnotation:
        if (!consume(run, instruction, state)) return false;
        break;
      default:
        if (!consume_token(run, instruction, state)) return false;
        break;
    }
  }
}

bool Matcher::fails_at_once(const Instruction* next, bool backward, std::uint32_t position, Segment segment) const {
  for (;; ++next) {
    if (next->op == Op::kBeginCapture || next->op == Op::kNotAhead) continue;
    if (next->op == Op::kNotNext) {
      ++next;  // what it forbids
    } else if (!is_boundary_test(next->op)) {
      break;
    } else if (!boundary_passes(next->op, position, segment)) {
      return true;
    }
  }
  if (next->op > Op::kShape) return false;
  if (position == (backward ? segment.first : segment.limit)) return true;
  const std::uint32_t token = backward ? position - 1 : position;
  if (next->op == Op::kAnnotation) {
    const auto type = static_cast<TypeId>(next->operand);
    return (backward ? chart_->ending_at(position, type) : chart_->beginning_at(position, type)) == kNoAnnotation;
  }
  if (next->op != Op::kList) return !matches_token(*next, token);
  const auto list = static_cast<ListId>(next->operand);
  if (backward) return !rules_->gazetteer.closes_entry(list, chart_->view().tokens[token].word);
  return !chart_->begins_entry(rules_->gazetteer, list, token);
}

bool Matcher::matches_here(std::uint32_t program, std::uint32_t position, Segment segment) {
  const Program& looked_for = rules_->programs[program];
  if (fails_at_once(looked_for.code.data(), looked_for.backward, position, segment)) return false;
  return run(program, position, segment, [](std::uint32_t) { return true; });
}

bool Matcher::next_matches(const Run& run, const Instruction& atom, Choice state) {
  if (atom.op != Op::kList && atom.op != Op::kAnnotation) return consume_token(run, atom, state);
  const std::size_t choices = choices_.size();
  const bool matched = consume(run, atom, state);
  choices_.resize(choices);
  return matched;
}

void Matcher::end_capture(const Run& run, CaptureIndex index, const Choice& state) {
  Capture capture = captures_[index];
  capture.end = state.position;
  if (state.atom != kAbsent && state.atom_begin == capture.begin) capture.atom = state.atom;
  set_capture(run, index, capture);
}

// An entry of a list or an annotation.
bool Matcher::consume(const Run& run, const Instruction& instruction, Choice& state) {
  if (state.position == (run.program.backward ? run.segment.first : run.segment.limit)) return false;
  const std::uint32_t from = state.position;
  const bool matched = instruction.op == Op::kList ? consume_list(run, instruction, state) : consume_annotation(run, instruction, state);
  state.atom = state.pc;
  state.atom_begin = from;
  return matched;
}

bool Matcher::matches_shape(std::uint32_t shape, std::uint32_t token) const {
  const auto known = chart_->matches_shape(token, shape);
  return known ? *known : rules_->shapes[shape].matches(chart_->view().word(token));
}

bool Matcher::consume_list(const Run& run, const Instruction& instruction, Choice& state) {
  const auto list = static_cast<ListId>(instruction.operand);
  const Gazetteer& gazetteer = rules_->gazetteer;
  if (gazetteer.is_word_list(list)) {
    const std::uint32_t token = run.program.backward ? state.position - 1 : state.position;
    if (!gazetteer.holds_word(list, chart_->view().tokens[token].word)) return false;
    state.position = run.program.backward ? token : token + 1;
    return true;
  }
  find_ends(run, list, state.position);
  if (ends_.empty()) return false;
  // The longest is tried now; the others wait, the next longest on top.
  for (std::size_t i = 0; i + 1 < ends_.size(); ++i) {
    choices_.push_back({state.pc + 1, ends_[i], static_cast<std::uint32_t>(log_.size()), state.pc, state.position});
  }
  state.position = ends_.back();
  return true;
}

// Where entries of the list that begin here end (that end here begin, going backward), the shortest first.
void Matcher::find_ends(const Run& run, ListId list, std::uint32_t position) {
  ends_.clear();
  const Gazetteer& gazetteer = rules_->gazetteer;
  const bool backward = run.program.backward;
  const std::uint32_t token = backward ? position - 1 : position;
  if (!gazetteer.is_exact(list) && gazetteer.holds_word(list, chart_->view().tokens[token].word))
    ends_.push_back(backward ? token : token + 1);
  if (backward) {
    const auto entries = chart_->listed().ending_at(position);
    // NOLINTNEXTLINE(modernize-loop-convert): clang 14 does not compile the views of this standard library
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
      if (entry->list == list && entry->tokens.begin >= run.segment.first) ends_.push_back(entry->tokens.begin);
    }
  } else {
    for (const ListedEntry& entry : chart_->listed().beginning_at(position)) {
      if (entry.list == list && entry.tokens.end <= run.segment.limit) ends_.push_back(entry.tokens.end);
    }
  }
}

bool Matcher::consume_annotation(const Run& run, const Instruction& instruction, Choice& state) const {
  const auto type = static_cast<TypeId>(instruction.operand);
  const bool backward = run.program.backward;
  const AnnotationId id = backward ? chart_->ending_at(state.position, type) : chart_->beginning_at(state.position, type);
  if (id == kNoAnnotation) return false;
  const Annotation& annotation = chart_->annotation(id);
  if (annotation.span.begin < run.segment.first || annotation.span.end > run.segment.limit) return false;
  if (!passes(instruction.extra, annotation)) return false;
  state.position = backward ? annotation.span.begin : annotation.span.end;
  return true;
}

bool Matcher::passes(std::uint32_t field_tests, const Annotation& annotation) const {
  if (field_tests == kAbsent) return true;
  const auto& tests = rules_->field_tests[field_tests];
  const CompiledRule& rule = rules_->rules[annotation.rule];
  return std::all_of(tests.begin(), tests.end(), [&](const FieldCheck& test) {
    const std::uint32_t slot = rule.field_slots[test.field];
    if (slot == kAbsent) return false;
    const Value& value = chart_->field(annotation.first_field + slot);
    if (value.is_decimal()) return test.decimal && value.decimal() == *test.decimal;
    return value.is_text() && value.text() == test.text;
  });
}

bool Matcher::visit(Run& run, const Choice& state) const {
  const std::uint32_t first = run.start > kFarthest ? run.start - kFarthest : 0;
  constexpr std::size_t kWidth = 2 * kFarthest + 1;
  if (state.position < first || state.position - first >= kWidth) return false;
  if (!run.marking) {
    run.marking = true;
    run.visited.assign((run.program.code.size() * kWidth + 63) / 64, 0);
  }
  const std::size_t bit = state.pc * kWidth + (state.position - first);
  const std::uint64_t mask = std::uint64_t{1} << (bit % 64);
  if ((run.visited[bit / 64] & mask) != 0) return false;
  run.visited[bit / 64] |= mask;
  return true;
}

void Matcher::set_capture(const Run& run, CaptureIndex index, const Capture& value) {
  // Without a choice to return to, nothing will be taken back.
  if (choices_.size() > run.first_choice) log_.push_back({index, captures_[index]});
  captures_[index] = value;
}

void Matcher::undo_to(std::uint32_t log_size) {
  while (log_.size() > log_size) {
    captures_[log_.back().index] = log_.back().before;
    log_.pop_back();
  }
}

bool Matcher::is_new_end(const Run& run, std::uint32_t end) {
  const auto first = seen_ends_.begin() + static_cast<std::ptrdiff_t>(run.first_seen);
  if (std::find(first, seen_ends_.end(), end) != seen_ends_.end()) return false;
  seen_ends_.push_back(end);
  return true;
}

}  // namespace attest
