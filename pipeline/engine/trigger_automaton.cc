#include "engine/trigger_automaton.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace attest {
namespace {

using Direction = TriggerAutomaton::Direction;
using Thread = TriggerAutomaton::Thread;

constexpr std::uint64_t kFree = ~std::uint64_t{0};
constexpr std::uint32_t kDead = 0;  // the state without threads
constexpr std::size_t kFirstSlots = 1U << 12;
constexpr std::size_t kMostTransitions = 1U << 17;
// Tokens that a scan looks at. Most rules are decided after two; what is still open here is worth an attempt.
constexpr std::uint32_t kFarthest = 8;
// Annotations and entries behind which a scan goes on, one behind the other.
constexpr std::uint32_t kMostDetours = 3;

constexpr TriggerSet bit_of(std::uint32_t trigger) noexcept { return TriggerSet{1} << trigger; }

// Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): the upper bits of a product are well mixed.
std::size_t slot_of(std::uint64_t key, std::size_t slots) noexcept { return (key * 0x9E3779B97F4A7C15ULL >> 32) & (slots - 1); }

std::uint64_t key_of(TriggerAutomaton::State state, Symbol symbol) noexcept { return std::uint64_t{state} << 32 | symbol; }

// Tests of single tokens, as far as the symbol tells their outcome.
class SymbolTest {
 public:
  SymbolTest(const CompiledRules& rules, const SymbolTable& symbols, Symbol symbol)
      : rules_(&rules), symbols_(&symbols), symbol_(symbol), word_(symbols.word_of(symbol)) {}

  [[nodiscard]] WordId word() const noexcept { return word_; }

  // Whether an element that takes one token may take this one; true for elements that symbols do not describe.
  [[nodiscard]] bool may_match(const Instruction& element) const {
    switch (element.op) {
      case Op::kWord:
      case Op::kExactWord:
        return word_ == element.operand;
      case Op::kWordSet: {
        const auto& words = rules_->word_sets[element.operand];
        return word_ != kUnknownWord && std::binary_search(words.begin(), words.end(), word_);
      }
      case Op::kClass:
        return (symbol_ & element.operand) == element.operand && (symbol_ & element.extra) == 0;
      case Op::kShape:
        return symbols_->matches_shape(symbol_, element.operand).value_or(true);
      default:
        return true;
    }
  }

  // Whether the element is sure to match here.
  [[nodiscard]] bool must_match(const Instruction& element) const {
    switch (element.op) {
      case Op::kWord:
      case Op::kWordSet:
      case Op::kClass:
        return may_match(element);
      case Op::kShape:
        return symbols_->matches_shape(symbol_, element.operand).value_or(false);
      case Op::kList: {
        const auto list = static_cast<ListId>(element.operand);
        return rules_->gazetteer.holds_word(list, word_) && !rules_->gazetteer.is_exact(list);
      }
      default:
        return false;
    }
  }

 private:
  const CompiledRules* rules_;
  const SymbolTable* symbols_;
  Symbol symbol_;
  WordId word_;
};

}  // namespace

// Follows the threads of one state that meets one symbol.
class TriggerAutomaton::Reader {
 public:
  Reader(TriggerAutomaton& automaton, Symbol symbol, const SymbolTable& symbols)
      : automaton_(automaton), symbol_(symbol), test_(*automaton.rules_, symbols, symbol) {}

  // All threads of one trigger, which stand together.
  void read(std::span<const Thread> threads) {
    ++automaton_.epoch_;
    open_.assign(threads.begin(), threads.end());
    const std::size_t next = next_.size();
    const std::size_t waits = waits_.size();
    while (!open_.empty()) {
      const Thread thread = open_.back();
      open_.pop_back();
      if (!automaton_.mark(thread) || !follow(thread)) continue;
      found_ |= bit_of(thread.trigger);
      next_.resize(next);
      waits_.resize(waits);
      return;
    }
  }

  [[nodiscard]] std::vector<Thread>& next() noexcept { return next_; }
  [[nodiscard]] TriggerSet found() const noexcept { return found_; }
  [[nodiscard]] std::vector<std::pair<Target, Thread>>& waits() noexcept { return waits_; }

 private:
  // One instruction; true where the trigger can match, whatever comes.
  bool follow(const Thread& thread) {
    const std::vector<Instruction>& code = automaton_.rules_->programs[thread.program].code;
    const Instruction& instruction = code[thread.pc];
    switch (instruction.op) {
      case Op::kAccept:
        return accept(thread);
      case Op::kSplit:
        open_.push_back({thread.trigger, thread.program, thread.pc + 1});
        [[fallthrough]];
      case Op::kJump:
        open_.push_back({thread.trigger, thread.program, instruction.operand});
        return false;
      case Op::kNotNext:
        if (symbol_ == symbol::kNoToken || !test_.must_match(code[thread.pc + 1])) {
          open_.push_back({thread.trigger, thread.program, thread.pc + 2});
        }
        return false;
      case Op::kAnnotation:
        if (symbol_ != symbol::kNoToken) wait_for({Op::kAnnotation, instruction.operand}, thread);
        return false;
      case Op::kBeginCapture:
      case Op::kEndCapture:
      case Op::kNotAhead:
        return pass_if(true, thread);
      case Op::kGlued:
        return pass_if(symbol::is_glued(symbol_), thread);
      case Op::kSentenceStart:
        return pass_if(automaton_.direction_ == Direction::kForward || symbol_ == symbol::kNoToken, thread);
      case Op::kSentenceEnd:
        return pass_if(automaton_.direction_ == Direction::kBackward || symbol_ == symbol::kNoToken, thread);
      default:
        return consume(thread, instruction);
    }
  }

  bool pass_if(bool holds, const Thread& thread) {
    if (holds) open_.push_back({thread.trigger, thread.program, thread.pc + 1});
    return false;
  }

  // Behind the pattern comes the context that its rule asks for.
  bool accept(const Thread& thread) {
    const std::uint32_t context = automaton_.continuations_[thread.program];
    if (context == kAbsent) return true;
    open_.push_back({thread.trigger, context, 0});
    return false;
  }

  bool consume(const Thread& thread, const Instruction& element) {
    if (symbol_ == symbol::kNoToken) return false;
    if (element.op == Op::kList) {
      consume_list(thread, static_cast<ListId>(element.operand));
    } else if (test_.may_match(element)) {
      next_.push_back({thread.trigger, thread.program, thread.pc + 1});
    }
    return false;
  }

  void consume_list(const Thread& thread, ListId list) {
    const Gazetteer& gazetteer = automaton_.rules_->gazetteer;
    const WordId word = test_.word();
    if (gazetteer.holds_word(list, word)) next_.push_back({thread.trigger, thread.program, thread.pc + 1});
    const bool backward = automaton_.direction_ == Direction::kBackward;
    if (contains(backward ? gazetteer.last_words_of_longer(list) : gazetteer.first_words_of_longer(list), word)) {
      wait_for({Op::kList, list}, thread);
    }
  }

  void wait_for(Target target, const Thread& thread) { waits_.push_back({target, {thread.trigger, thread.program, thread.pc + 1}}); }

  static bool contains(std::span<const WordId> words, WordId word) { return std::binary_search(words.begin(), words.end(), word); }

  TriggerAutomaton& automaton_;
  Symbol symbol_;
  SymbolTest test_;
  std::vector<Thread> open_;
  std::vector<Thread> next_;
  std::vector<std::pair<Target, Thread>> waits_;  // each with the thread behind its target
  TriggerSet found_ = 0;
};

TriggerAutomaton::TriggerAutomaton(const CompiledRules& rules, Direction direction)
    : rules_(&rules), direction_(direction), interest_(rules) {
  std::uint32_t instructions = 0;
  for (const Program& program : rules.programs) {
    first_marks_.push_back(instructions);
    instructions += static_cast<std::uint32_t>(program.code.size());
  }
  marks_.assign(instructions, 0);
  find_continuations();
  clear();
}

void TriggerAutomaton::find_continuations() {
  const bool forward = direction_ == Direction::kForward;
  continuations_.assign(rules_->programs.size(), kAbsent);
  for (const CompiledRule& rule : rules_->rules) {
    const std::uint32_t context = rule.context_on_side(!forward);
    if (context == kAbsent) continue;
    if (forward) continuations_[rule.program] = context;
    for (const Anchor& anchor : rule.anchors) {
      if (!forward && anchor.prefix != kAbsent) continuations_[anchor.prefix] = context;
    }
  }
}

void TriggerAutomaton::clear() {
  ids_.clear();
  threads_.clear();
  states_.clear();
  interest_.clear();
  waits_.assign(1, Wait{});
  transitions_.assign(kFirstSlots, Transition{kFree, {}});
  transition_count_ = 0;
  (void)state_of({});
}

bool TriggerAutomaton::is_full() const noexcept { return transition_count_ >= kMostTransitions; }

TriggerAutomaton::State TriggerAutomaton::state_of(std::vector<Thread> threads) {
  std::sort(threads.begin(), threads.end());
  threads.erase(std::unique(threads.begin(), threads.end()), threads.end());
  const auto [place, is_new] = ids_.try_emplace(std::move(threads), static_cast<State>(states_.size()));
  if (is_new) add_state(place->first);
  return place->second;
}

void TriggerAutomaton::add_state(const std::vector<Thread>& threads) {
  StateInfo info;
  find_relevant(threads, info);
  threads_.push_back(&threads);
  states_.push_back(info);
}

// What some test looks at that the state's threads may come to before they consume a token.
void TriggerAutomaton::find_relevant(const std::vector<Thread>& threads, StateInfo& info) {
  ++epoch_;
  WordInterest::ClassSet words = interest_.none();
  open_ = threads;
  while (!open_.empty()) {
    const Thread thread = open_.back();
    open_.pop_back();
    if (mark(thread)) note_relevant(thread, info, words);
  }
  info.interest = interest_.id_of(words);
}

void TriggerAutomaton::note_relevant(const Thread& thread, StateInfo& info, WordInterest::ClassSet& words) {
  const Instruction& instruction = rules_->programs[thread.program].code[thread.pc];
  const Thread next{thread.trigger, thread.program, thread.pc + 1};
  switch (instruction.op) {
    case Op::kAccept:
      if (const std::uint32_t context = continuations_[thread.program]; context != kAbsent) open_.push_back({thread.trigger, context, 0});
      break;
    case Op::kSplit:
      open_.push_back(next);
      [[fallthrough]];
    case Op::kJump:
      open_.push_back({thread.trigger, thread.program, instruction.operand});
      break;
    case Op::kNotNext:  // what comes next is looked at, and skipped
      open_.push_back(next);
      open_.push_back({thread.trigger, thread.program, thread.pc + 2});
      break;
    case Op::kGlued:
      info.relevant |= symbol::kGlued;
      [[fallthrough]];
    case Op::kBeginCapture:
    case Op::kEndCapture:
    case Op::kNotAhead:
    case Op::kSentenceStart:
    case Op::kSentenceEnd:
      open_.push_back(next);
      break;
    case Op::kClass:
      info.relevant |= instruction.operand | instruction.extra;
      break;
    case Op::kShape:
      info.relevant |= rules_->shapes[instruction.operand].classes;
      info.by_shape = info.by_shape || rules_->shapes[instruction.operand].is_narrow();
      break;
    default:
      interest_.add(instruction, words);
      break;
  }
}

// That of the next token; its mark for glue is that of the boundary between the two tokens.
Symbol TriggerAutomaton::symbol_at(const Chart& chart, std::uint32_t at, Segment segment) const noexcept {
  if (direction_ == Direction::kForward) return at < segment.limit ? chart.symbol(at) : symbol::kNoToken;
  if (at <= segment.first) return symbol::kNoToken;
  return (chart.symbol(at - 1) & ~symbol::kGlued) | (chart.symbol(at) & symbol::kGlued);
}

TriggerSet TriggerAutomaton::scan(State state, const Chart& chart, std::uint32_t at, Segment segment) {
  return scan(state, chart, at, segment, {});
}

TriggerSet TriggerAutomaton::scan(State state, const Chart& chart, std::uint32_t at, Segment segment, Reach reach) {
  TriggerSet found = 0;
  while (state != kDead) {
    if (reach.tokens++ == kFarthest) return found | triggers_of(state);
    const Step step = TriggerAutomaton::step(state, symbol_at(chart, at, segment), chart.symbol_table());
    found |= step.found;
    if (step.first_wait != 0) found |= scan_behind(step.first_wait, chart, at, segment, reach);
    state = step.next;
    at = direction_ == Direction::kForward ? at + 1 : at - 1;
  }
  return found;
}

// Of the waits of a step, those whose target stands here.
TriggerSet TriggerAutomaton::scan_behind(std::uint32_t first_wait, const Chart& chart, std::uint32_t at, Segment segment, Reach reach) {
  ++reach.detours;
  TriggerSet found = 0;
  for (std::uint32_t i = first_wait; waits_[i].target.op != Op::kAccept; ++i) {
    const Wait wait = waits_[i];
    found |= wait.target.op == Op::kList ? scan_behind_entries(wait, chart, at, segment, reach)
                                         : scan_behind_annotation(wait, chart, at, segment, reach);
  }
  return found;
}

TriggerSet TriggerAutomaton::scan_behind_entries(Wait wait, const Chart& chart, std::uint32_t at, Segment segment, Reach reach) {
  const bool forward = direction_ == Direction::kForward;
  TriggerSet found = 0;
  for (const ListedEntry& entry : forward ? chart.listed().beginning_at(at) : chart.listed().ending_at(at)) {
    if (entry.list != wait.target.id || entry.tokens.begin < segment.first || entry.tokens.end > segment.limit) continue;
    if (reach.detours > kMostDetours) return triggers_of(wait.next);
    found |= scan(wait.next, chart, forward ? entry.tokens.end : entry.tokens.begin, segment, reach);
  }
  return found;
}

TriggerSet TriggerAutomaton::scan_behind_annotation(Wait wait, const Chart& chart, std::uint32_t at, Segment segment, Reach reach) {
  const bool forward = direction_ == Direction::kForward;
  const auto type = static_cast<TypeId>(wait.target.id);
  const AnnotationId id = forward ? chart.beginning_at(at, type) : chart.ending_at(at, type);
  if (id == kNoAnnotation) return 0;
  const TokenRange span = chart.annotation(id).span;
  if (span.begin < segment.first || span.end > segment.limit) return 0;
  if (reach.detours > kMostDetours) return triggers_of(wait.next);
  return scan(wait.next, chart, forward ? span.end : span.begin, segment, reach);
}

TriggerSet TriggerAutomaton::triggers_of(State state) const noexcept {
  TriggerSet triggers = 0;
  for (const Thread& thread : *threads_[state]) triggers |= bit_of(thread.trigger);
  return triggers;
}

// A state depends on some bits of the symbol and some classes of words only.
Symbol TriggerAutomaton::reduced(const StateInfo& state, Symbol symbol, const SymbolTable& symbols) const noexcept {
  if (symbol == symbol::kNoToken) return symbol;
  const Symbol bits = symbol & state.relevant;
  const std::uint32_t word_class = symbols.word_class_of(symbol);
  if (state.by_shape && word_class != symbol::word_class(symbol)) return bits | (symbol & symbol::kWordClass);
  const bool matters = word_class != 0 && interest_.holds(state.interest, word_class);
  return bits | (matters ? word_class << symbol::kWordClassShift : 0);
}

TriggerAutomaton::Step TriggerAutomaton::step(State state, Symbol symbol, const SymbolTable& symbols) {
  const StateInfo& info = states_[state];
  const Symbol reduced = TriggerAutomaton::reduced(info, symbol, symbols);
  if (reduced == 0) {
    if (info.knows_plain) return info.plain;
    const Step plain = make_step(state, reduced, symbols);
    states_[state].plain = plain;
    states_[state].knows_plain = true;
    return plain;
  }
  const std::uint64_t key = key_of(state, reduced);
  const std::size_t mask = transitions_.size() - 1;
  for (std::size_t slot = slot_of(key, transitions_.size()); transitions_[slot].key != kFree; slot = (slot + 1) & mask) {
    if (transitions_[slot].key == key) return transitions_[slot].step;
  }
  const Step made = make_step(state, reduced, symbols);
  insert({key, made});
  return made;
}

TriggerAutomaton::Step TriggerAutomaton::make_step(State state, Symbol symbol, const SymbolTable& symbols) {
  Reader reader(*this, symbol, symbols);
  const std::vector<Thread>& threads = *threads_[state];
  for (auto first = threads.begin(); first != threads.end();) {
    const auto last = std::find_if(first, threads.end(), [&](const Thread& thread) { return thread.trigger != first->trigger; });
    reader.read({first, last});
    first = last;
  }
  const State next = state_of(std::move(reader.next()));
  return {reader.found(), next, add_waits(std::move(reader.waits()))};
}

// Threads that wait for the same go on together; 0 for none.
std::uint32_t TriggerAutomaton::add_waits(std::vector<std::pair<Target, Thread>> waiting) {
  if (waiting.empty()) return 0;
  std::sort(waiting.begin(), waiting.end());
  std::vector<Wait> waits;
  for (auto first = waiting.begin(); first != waiting.end();) {
    const Target target = first->first;
    std::vector<Thread> threads;
    for (; first != waiting.end() && first->first == target; ++first) threads.push_back(first->second);
    waits.push_back({target, state_of(std::move(threads))});
  }
  const auto place = static_cast<std::uint32_t>(waits_.size());
  waits_.insert(waits_.end(), waits.begin(), waits.end());
  waits_.emplace_back();
  return place;
}

void TriggerAutomaton::grow_if_half_full() {
  if (2 * (transition_count_ + 1) <= transitions_.size()) return;
  const auto before = std::exchange(transitions_, std::vector<Transition>(2 * transitions_.size(), Transition{kFree, {}}));
  for (const Transition& known : before) {
    if (known.key != kFree) place(known);
  }
}

void TriggerAutomaton::insert(const Transition& transition) {
  grow_if_half_full();
  ++transition_count_;
  place(transition);
}

void TriggerAutomaton::place(const Transition& transition) {
  std::size_t slot = slot_of(transition.key, transitions_.size());
  while (transitions_[slot].key != kFree) slot = (slot + 1) & (transitions_.size() - 1);
  transitions_[slot] = transition;
}

// False where this epoch has been at the instruction before.
bool TriggerAutomaton::mark(const Thread& thread) {
  std::uint32_t& mark = marks_[first_marks_[thread.program] + thread.pc];
  return std::exchange(mark, epoch_) != epoch_;
}

}  // namespace attest
