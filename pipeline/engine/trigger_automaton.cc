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
constexpr std::uint32_t kNoTrigger = 0xFFFFFFFF;
constexpr std::size_t kFirstSlots = 1U << 12;
constexpr std::size_t kMostTransitions = 1U << 17;
// Tokens that a scan looks at. Most rules are decided after two; what is still open here is worth an attempt.
constexpr int kFarthest = 8;

constexpr TriggerSet bit_of(std::uint32_t trigger) noexcept { return TriggerSet{1} << trigger; }

// Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): the upper bits of a product are well mixed.
std::size_t slot_of(std::uint64_t key, std::size_t slots) noexcept { return (key * 0x9E3779B97F4A7C15ULL >> 32) & (slots - 1); }

// The state, whether a word or a class of words follows, which of them, and the rest of the symbol.
std::uint64_t key_of(TriggerAutomaton::State state, bool by_word, std::uint64_t word, Symbol symbol) noexcept {
  constexpr unsigned kStateShift = 40;
  constexpr std::uint64_t kByWord = std::uint64_t{1} << (kStateShift - 1);
  return std::uint64_t{state} << kStateShift | (by_word ? kByWord : 0) | word << symbol::kWordClassShift | symbol;
}

// Tests of single tokens, as far as the symbol tells their outcome.
class SymbolTest {
 public:
  SymbolTest(const CompiledRules& rules, const SymbolTable& symbols, Symbol symbol, WordId word)
      : rules_(&rules), symbols_(&symbols), symbol_(symbol), word_(word) {}

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
  Reader(TriggerAutomaton& automaton, const Input& input, const SymbolTable& symbols)
      : automaton_(automaton),
        symbol_(input.symbol),
        by_word_(input.by_word),
        test_(*automaton.rules_, symbols, input.symbol, input.by_word ? input.word : symbols.word_of(input.symbol)) {}

  // All threads of one trigger, which stand together.
  void read(std::span<const Thread> threads) {
    ++automaton_.epoch_;
    open_.assign(threads.begin(), threads.end());
    const std::size_t next = next_.size();
    const std::size_t waits = waits_.size();
    while (!open_.empty()) {
      const Thread thread = open_.back();
      open_.pop_back();
      if (thread.node != Gazetteer::kNoNode) {
        if (by_word_) go_on_in_entry(thread);
        continue;
      }
      if (!automaton_.mark(thread) || !follow(thread)) continue;
      found_ |= bit_of(thread.trigger);
      next_.resize(next);
      waits_.resize(waits);
      return;
    }
  }

  [[nodiscard]] std::vector<Thread>& next() noexcept { return next_; }
  [[nodiscard]] TriggerSet found() const noexcept { return found_; }
  [[nodiscard]] const std::vector<Wait>& waits() const noexcept { return waits_; }

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
        if (symbol_ != symbol::kNoToken) waits_.push_back({thread.trigger, static_cast<TypeId>(instruction.operand)});
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
    if (element.op == Op::kList) return consume_list(thread, static_cast<ListId>(element.operand));
    if (test_.may_match(element)) next_.push_back({thread.trigger, thread.program, thread.pc + 1});
    return false;
  }

  bool consume_list(const Thread& thread, ListId list) {
    const Gazetteer& gazetteer = automaton_.rules_->gazetteer;
    const WordId word = test_.word();
    if (gazetteer.holds_word(list, word)) next_.push_back({thread.trigger, thread.program, thread.pc + 1});
    if (automaton_.direction_ == Direction::kBackward) return contains(gazetteer.last_words_of_longer(list), word);
    if (contains(gazetteer.first_words_of_longer(list), word)) {
      next_.push_back({thread.trigger, thread.program, thread.pc, gazetteer.root(word)});
    }
    return false;
  }

  void go_on_in_entry(const Thread& thread) {
    const Gazetteer& gazetteer = automaton_.rules_->gazetteer;
    const auto list = static_cast<ListId>(automaton_.rules_->programs[thread.program].code[thread.pc].operand);
    const Gazetteer::NodeId node = gazetteer.child(thread.node, test_.word());
    if (node == Gazetteer::kNoNode) return;
    if (gazetteer.ends_entry(node, list)) next_.push_back({thread.trigger, thread.program, thread.pc + 1});
    if (gazetteer.has_children(node)) next_.push_back({thread.trigger, thread.program, thread.pc, node});
  }

  static bool contains(std::span<const WordId> words, WordId word) { return std::binary_search(words.begin(), words.end(), word); }

  TriggerAutomaton& automaton_;
  Symbol symbol_;
  bool by_word_;
  SymbolTest test_;
  std::vector<Thread> open_;
  std::vector<Thread> next_;
  std::vector<Wait> waits_;
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
  states_.clear();
  nodes_.clear();
  interest_.clear();
  waits_.assign(1, Wait{kNoTrigger, 0});
  transitions_.assign(kFirstSlots, Transition{kFree, 0, kDead, 0});
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
  info.threads = &threads;
  info.first_node = static_cast<std::uint32_t>(nodes_.size());
  find_relevant(info);
  for (const Thread& thread : threads) {
    const auto known = nodes_.begin() + info.first_node;
    if (thread.node != Gazetteer::kNoNode && std::find(known, nodes_.end(), thread.node) == nodes_.end()) nodes_.push_back(thread.node);
  }
  info.node_count = static_cast<std::uint32_t>(nodes_.size()) - info.first_node;
  states_.push_back(info);
}

// What some test looks at that the state's threads may come to before they consume a token.
void TriggerAutomaton::find_relevant(StateInfo& info) {
  ++epoch_;
  WordInterest::Sets words = interest_.none();
  std::copy_if(info.threads->begin(), info.threads->end(), std::back_inserter(open_),
               [](const Thread& thread) { return thread.node == Gazetteer::kNoNode; });
  while (!open_.empty()) {
    const Thread thread = open_.back();
    open_.pop_back();
    if (mark(thread)) note_relevant(thread, info, words);
  }
  info.interest = interest_.id_of(words);
}

void TriggerAutomaton::note_relevant(const Thread& thread, StateInfo& info, WordInterest::Sets& words) {
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

// The next token; its mark for glue is that of the boundary between the two tokens.
TriggerAutomaton::Input TriggerAutomaton::input_at(const Chart& chart, std::uint32_t at, Segment segment) const noexcept {
  const auto tokens = chart.view().tokens;
  if (direction_ == Direction::kForward) return at < segment.limit ? Input{chart.symbol(at), tokens[at].word, false} : Input{};
  if (at <= segment.first) return {};
  return {(chart.symbol(at - 1) & ~symbol::kGlued) | (chart.symbol(at) & symbol::kGlued), tokens[at - 1].word, false};
}

TriggerSet TriggerAutomaton::scan(State state, const Chart& chart, std::uint32_t at, Segment segment) {
  const bool forward = direction_ == Direction::kForward;
  TriggerSet found = 0;
  for (int tokens = 0; state != kDead; ++tokens, at = forward ? at + 1 : at - 1) {
    if (tokens == kFarthest) {
      for (const Thread& thread : *states_[state].threads) found |= bit_of(thread.trigger);
      break;
    }
    const Transition& transition = step(state, input_at(chart, at, segment), chart.symbol_table());
    found |= transition.found;
    if (transition.first_wait != 0) found |= resolve_waits(transition, chart, at);
    state = transition.next;
  }
  return found;
}

TriggerSet TriggerAutomaton::resolve_waits(const Transition& transition, const Chart& chart, std::uint32_t at) const noexcept {
  const bool forward = direction_ == Direction::kForward;
  TriggerSet found = 0;
  for (std::size_t i = transition.first_wait; waits_[i].trigger != kNoTrigger; ++i) {
    const Wait& wait = waits_[i];
    if ((forward ? chart.beginning_at(at, wait.type) : chart.ending_at(at, wait.type)) != kNoAnnotation) found |= bit_of(wait.trigger);
  }
  return found;
}

// A state depends on some bits of the symbol and some classes of words only. Where a name begins or goes on, the word itself
// stands for its class.
TriggerAutomaton::Input TriggerAutomaton::reduced(const StateInfo& state, Input input, const SymbolTable& symbols) const noexcept {
  if (input.symbol == symbol::kNoToken) return {};
  const Symbol symbol = input.symbol & state.relevant;
  const std::uint32_t word_class = symbols.word_class_of(input.symbol);
  if (word_class == 0 && state.node_count == 0 && !state.by_shape) return {symbol, kUnknownWord, false};
  bool by_word = direction_ == Direction::kForward && interest_.opens(state.interest, word_class);
  for (std::uint32_t i = 0; i < state.node_count && !by_word; ++i) {
    by_word = rules_->gazetteer.child(nodes_[state.first_node + i], input.word) != Gazetteer::kNoNode;
  }
  if (by_word) return {symbol, input.word, true};
  const bool is_shaped = word_class != symbol::word_class(input.symbol);
  if (is_shaped && state.by_shape) return {symbol | (input.symbol & symbol::kWordClass), kUnknownWord, false};
  const bool matters = interest_.holds(state.interest, word_class);
  return {symbol | (matters ? word_class << symbol::kWordClassShift : 0), kUnknownWord, false};
}

const TriggerAutomaton::Transition& TriggerAutomaton::step(State state, Input input, const SymbolTable& symbols) {
  const StateInfo& info = states_[state];
  const Input reduced = TriggerAutomaton::reduced(info, input, symbols);
  const bool is_plain = reduced.symbol == 0 && !reduced.by_word;
  if (is_plain && info.knows_plain) return info.plain;
  const std::uint64_t key = key_of(state, reduced.by_word, reduced.word, reduced.symbol);
  const std::size_t mask = transitions_.size() - 1;
  for (std::size_t slot = slot_of(key, transitions_.size());; slot = (slot + 1) & mask) {
    if (transitions_[slot].key == key) return transitions_[slot];
    if (transitions_[slot].key != kFree) continue;
    const Transition made = make_transition(state, reduced, key, symbols);
    if (!is_plain) return insert(made);
    states_[state].knows_plain = true;
    return states_[state].plain = made;
  }
}

TriggerAutomaton::Transition TriggerAutomaton::make_transition(State state, Input input, std::uint64_t key, const SymbolTable& symbols) {
  Reader reader(*this, input, symbols);
  const std::vector<Thread>& threads = *states_[state].threads;
  for (auto first = threads.begin(); first != threads.end();) {
    const auto last = std::find_if(first, threads.end(), [&](const Thread& thread) { return thread.trigger != first->trigger; });
    reader.read({first, last});
    first = last;
  }
  Transition made{key, reader.found(), state_of(std::move(reader.next())), 0};
  if (!reader.waits().empty()) {
    made.first_wait = static_cast<std::uint32_t>(waits_.size());
    waits_.insert(waits_.end(), reader.waits().begin(), reader.waits().end());
    waits_.push_back({kNoTrigger, 0});
  }
  return made;
}

void TriggerAutomaton::grow_if_half_full() {
  if (2 * (transition_count_ + 1) <= transitions_.size()) return;
  const auto before = std::exchange(transitions_, std::vector<Transition>(2 * transitions_.size(), Transition{kFree, 0, kDead, 0}));
  for (const Transition& known : before) {
    if (known.key != kFree) (void)place(known);
  }
}

const TriggerAutomaton::Transition& TriggerAutomaton::insert(const Transition& transition) {
  grow_if_half_full();
  ++transition_count_;
  return place(transition);
}

const TriggerAutomaton::Transition& TriggerAutomaton::place(const Transition& transition) {
  std::size_t slot = slot_of(transition.key, transitions_.size());
  while (transitions_[slot].key != kFree) slot = (slot + 1) & (transitions_.size() - 1);
  return transitions_[slot] = transition;
}

// False where this epoch has been at the instruction before.
bool TriggerAutomaton::mark(const Thread& thread) {
  std::uint32_t& mark = marks_[first_marks_[thread.program] + thread.pc];
  return std::exchange(mark, epoch_) != epoch_;
}

}  // namespace attest
