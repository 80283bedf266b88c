#include "engine/gazetteer.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "text/tokenizer.h"

namespace attest {
namespace {

std::uint64_t edge_key(std::uint32_t node, WordId word) noexcept { return (std::uint64_t{node} << 32) | word; }

// Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): the upper bits of a product are well mixed.
std::size_t slot_of(std::uint64_t key, std::size_t slots) noexcept { return (key * 0x9E3779B97F4A7C15ULL >> 20) & (slots - 1); }

// A bit for each hash value, eight a slot.
constexpr std::size_t kFilterBitsPerSlot = 8;

std::size_t filter_bit(const std::vector<std::uint64_t>& filter, std::uint64_t key) noexcept { return slot_of(key, filter.size() * 64); }

void set_filter_bit(std::vector<std::uint64_t>& filter, std::uint64_t key) noexcept {
  const std::size_t bit = filter_bit(filter, key);
  filter[bit / 64] |= std::uint64_t{1} << (bit % 64);
}

bool passes_filter(const std::vector<std::uint64_t>& filter, std::uint64_t key) noexcept {
  const std::size_t bit = filter_bit(filter, key);
  return (filter[bit / 64] >> (bit % 64) & 1) != 0;
}

void set_bit(std::vector<std::uint64_t>& bits, WordId word) {
  if (bits.size() <= word / 64) bits.resize(word / 64 + 1, 0);
  bits[word / 64] |= std::uint64_t{1} << (word % 64);
}

bool has_bit(const std::vector<std::uint64_t>& bits, WordId word) noexcept {
  return word / 64 < bits.size() && (bits[word / 64] >> (word % 64) & 1) != 0;
}

// In order of id.
std::vector<WordId> words_of(const std::vector<std::uint64_t>& bits) {
  std::vector<WordId> words;
  for (std::size_t block = 0; block < bits.size(); ++block) {
    for (std::uint64_t rest = bits[block]; rest != 0; rest &= rest - 1) {
      words.push_back(static_cast<WordId>(block * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
    }
  }
  return words;
}

Value typed_cell(std::string_view cell) {
  if (cell.empty()) return {};
  const auto number = Decimal::parse(cell);
  return number ? Value(*number) : Value(cell);
}

void sort_and_drop_repeats(std::vector<WordId>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

/// Words of a surface must be in the vocabulary before its tokens can be told apart.
void tokenize_entry(std::string_view surface, Vocabulary& vocabulary, std::vector<Token>& tokens) {
  tokenize(surface, vocabulary, tokens);
  for (Token& token : tokens) {
    if (token.word == kUnknownWord) token.word = vocabulary.add(token.span().of(surface));
  }
}

/// True where the range's tokens, without the spaces between them, are exactly these letters.
bool is_written(std::string_view letters, const TokenView& view, TokenRange range) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const std::string_view word = view.word(i);
    if (letters.substr(0, word.size()) != word) return false;
    letters.remove_prefix(word.size());
  }
  return letters.empty();
}

bool has_straight_apostrophe(std::string_view surface) noexcept { return surface.find('\'') != std::string_view::npos; }

// "McDonald’s": as print writes the apostrophe of "McDonald's" (U+2019; The Unicode Standard, 6.2).
std::string with_curly_apostrophes(std::string_view surface) {
  std::string curly;
  for (const char c : surface) {
    if (c == '\'') {
      curly += "’";
    } else {
      curly += c;
    }
  }
  return curly;
}

}  // namespace

void Gazetteer::build(const std::vector<ast::List>& lists, Vocabulary& vocabulary) {
  (void)add_node();  // node 0 stands for "none"
  make_room(lists);
  for (const ast::List& list : lists) add_list(list, vocabulary);
  roots_.resize(vocabulary.size(), kNoNode);
  freeze_terminals();
  fill_edge_filter();
  link_cells();
}

void Gazetteer::make_room(const std::vector<ast::List>& lists) {
  std::size_t rows = 0;
  std::size_t cells = 0;
  std::size_t bytes = 0;
  const auto count = [&](const ast::List& list, std::size_t entry, std::size_t surface) {
    ++rows;
    bytes += surface * (list.exact ? 2 : 1);
    cells += list.values_of(entry).size();
    for (const std::string_view value : list.values_of(entry)) bytes += value.size();
  };
  for (const ast::List& list : lists) {
    for (std::size_t i = 0; i < list.entries.size(); ++i) {
      const std::string_view surface = list.entries[i].surface;
      count(list, i, surface.size());
      if (has_straight_apostrophe(surface)) count(list, i, with_curly_apostrophes(surface).size());
    }
  }
  entries_.reserve(rows);
  cells_.reserve(cells);
  cell_texts_.reserve(cells);
  text_.reserve(bytes);
}

std::string_view Gazetteer::keep(std::string_view text) {
  const std::size_t begin = text_.size();
  text_.insert(text_.end(), text.begin(), text.end());
  return {text_.data() + begin, text.size()};
}

void Gazetteer::add_list(const ast::List& list, Vocabulary& vocabulary) {
  const auto id = static_cast<ListId>(names_.size());
  names_.push_back(list.name);
  columns_.push_back(list.columns);
  longest_.push_back(0);
  exact_.push_back(list.exact);
  entries_of_.emplace_back();
  last_words_of_longer_.emplace_back();
  for (auto* bits : {&first_word_bits_, &single_word_bits_, &last_word_bits_, &longer_bits_}) bits->emplace_back();
  std::vector<Token> tokens;
  const auto add = [&](std::string_view surface, std::size_t row) {
    tokenize_entry(surface, vocabulary, tokens);
    if (!tokens.empty()) add_entry(id, surface, list.values_of(row), tokens);
  };
  for (std::size_t i = 0; i < list.entries.size(); ++i) {
    const std::string_view surface = list.entries[i].surface;
    add(surface, i);
    if (has_straight_apostrophe(surface)) add(with_curly_apostrophes(surface), i);
  }
  first_words_.push_back(words_of(first_word_bits_.back()));
  last_words_.push_back(words_of(last_word_bits_.back()));
  single_words_.push_back(words_of(single_word_bits_.back()));
  first_words_of_longer_.push_back(words_of(longer_bits_.back()));
  sort_and_drop_repeats(last_words_of_longer_.back());
}

void Gazetteer::add_entry(ListId list, std::string_view surface, std::span<const std::string_view> values, std::span<const Token> tokens) {
  const auto index = static_cast<std::uint32_t>(entries_.size());
  Entry& entry = entries_.emplace_back();
  entry.list = list;
  entry.exact = exact_[list];
  entry.surface = keep(surface);
  if (entry.exact) {
    const std::size_t begin = text_.size();
    for (const Token& token : tokens) (void)keep(token.span().of(surface));
    entry.letters = {text_.data() + begin, text_.size() - begin};
  }
  for (const std::string_view value : values) {
    cell_texts_.push_back(keep(value));
    cells_.push_back(typed_cell(cell_texts_.back()));
  }
  entries_of_[list].push_back(index);
  note_words(list, tokens);
  ends_at_.push_back(node_of(tokens));
}

// Every entry has a cell for each column of its list; the cells follow each other as their entries do.
void Gazetteer::link_cells() noexcept {
  std::size_t next = 0;
  for (Entry& entry : entries_) {
    const std::size_t columns = columns_[entry.list].size();
    entry.cells = std::span(cells_).subspan(next, columns);
    entry.cell_text = std::span(cell_texts_).subspan(next, columns);
    next += columns;
  }
}

// Into the sets by which a list tells words apart.
void Gazetteer::note_words(ListId list, std::span<const Token> tokens) {
  const WordId first = tokens.front().word;
  const WordId last = tokens.back().word;
  if (tokens.size() > 1) last_words_of_longer_[list].push_back(last);
  longest_[list] = std::max(longest_[list], static_cast<std::uint32_t>(tokens.size()));
  set_bit(first_word_bits_[list], first);
  set_bit(last_word_bits_[list], last);
  set_bit(tokens.size() == 1 ? single_word_bits_[list] : longer_bits_[list], first);
  if (tokens.size() > 1 || exact_[list]) set_bit(opening_bits_, first);
}

// Makes the nodes on the way.
Gazetteer::NodeId Gazetteer::node_of(std::span<const Token> tokens) {
  const WordId first = tokens.front().word;
  if (first >= roots_.size()) roots_.resize(first + 1, kNoNode);
  if (roots_[first] == kNoNode) roots_[first] = add_node();
  NodeId node = roots_[first];
  for (const Token& token : tokens.subspan(1)) node = add_child(node, token.word);
  return node;
}

Gazetteer::NodeId Gazetteer::add_node() {
  nodes_.emplace_back();
  return static_cast<NodeId>(nodes_.size() - 1);
}

Gazetteer::NodeId Gazetteer::add_child(NodeId node, WordId word) {
  if (const NodeId known = child(node, word); known != kNoNode) return known;
  constexpr std::size_t kFewestSlots = 1024;
  if (2 * (edge_count_ + 1) > edges_.size()) {
    const std::vector<Edge> before = std::exchange(edges_, std::vector<Edge>(std::max(kFewestSlots, 2 * edges_.size())));
    for (const Edge& edge : before) {
      if (edge.key != 0) insert_edge(edge.key, edge.target);
    }
  }
  const NodeId made = add_node();
  insert_edge(edge_key(node, word), made);
  ++edge_count_;
  return made;
}

void Gazetteer::insert_edge(std::uint64_t key, NodeId target) {
  std::size_t slot = slot_of(key, edges_.size());
  while (edges_[slot].key != 0) slot = (slot + 1) & (edges_.size() - 1);
  edges_[slot] = {key, target};
}

// A counting sort of the entries by their nodes: those of one node keep their order.
void Gazetteer::freeze_terminals() {
  for (const NodeId node : ends_at_) ++nodes_[node].terminal_count;
  std::uint32_t first = 0;
  for (Node& node : nodes_) {
    node.first_terminal = first;
    first += std::exchange(node.terminal_count, 0);
  }
  terminals_.resize(entries_.size());
  for (std::uint32_t index = 0; index < entries_.size(); ++index) {
    Node& node = nodes_[ends_at_[index]];
    terminals_[node.first_terminal + node.terminal_count++] = {index, entries_[index].list, entries_[index].exact};
    if (entries_[index].exact) node.has_exact = 1;
  }
  ends_at_ = {};
}

void Gazetteer::fill_edge_filter() {
  edge_filter_.assign(edges_.size() * kFilterBitsPerSlot / 64, 0);
  for (const Edge& edge : edges_) {
    if (edge.key != 0) set_filter_bit(edge_filter_, edge.key);
  }
}

std::optional<ListId> Gazetteer::list_named(std::string_view name) const noexcept {
  const auto found = std::find(names_.begin(), names_.end(), name);
  if (found == names_.end()) return std::nullopt;
  return static_cast<ListId>(found - names_.begin());
}

std::optional<std::size_t> Gazetteer::column(ListId list, std::string_view name) const noexcept {
  const auto& names = columns_[list];
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

Gazetteer::NodeId Gazetteer::child(NodeId node, WordId word) const noexcept {
  if (word == kUnknownWord || edges_.empty()) return kNoNode;
  const std::uint64_t key = edge_key(node, word);
  if (!edge_filter_.empty() && !passes_filter(edge_filter_, key)) return kNoNode;
  std::size_t slot = slot_of(key, edges_.size());
  while (edges_[slot].key != key) {
    if (edges_[slot].key == 0) return kNoNode;
    slot = (slot + 1) & (edges_.size() - 1);
  }
  return edges_[slot].target;
}

std::optional<std::uint32_t> Gazetteer::terminal(const TokenView& view, NodeId node, ListId list, TokenRange range) const {
  for (const Terminal& terminal : terminals_of(node)) {
    if (terminal.list != list) continue;
    if (terminal.exact == 0 || is_written(entries_[terminal.entry].letters, view, range)) return terminal.entry;
  }
  return std::nullopt;
}

std::optional<ListedEntry> Gazetteer::longest_from(const TokenView& view, ListId list, std::uint32_t begin, std::uint32_t limit) const {
  if (begin >= limit || !has_bit(first_word_bits_[list], view.tokens[begin].word)) return std::nullopt;
  const WordId first = view.tokens[begin].word;
  std::optional<ListedEntry> longest;
  const auto note = [&](NodeId node, std::uint32_t end) {
    if (const auto entry = terminal(view, node, list, {begin, end})) longest = ListedEntry{{begin, end}, *entry, list};
  };
  NodeId node = roots_[first];
  if (has_bit(single_word_bits_[list], first)) note(node, begin + 1);
  if (!has_bit(longer_bits_[list], first)) return longest;
  for (std::uint32_t end = begin + 2; end <= limit; ++end) {
    node = child(node, view.tokens[end - 1].word);
    if (node == kNoNode) break;
    note(node, end);
  }
  return longest;
}

std::optional<ListedEntry> Gazetteer::longest_to(const TokenView& view, ListId list, std::uint32_t end, std::uint32_t limit) const {
  if (end <= limit || !has_bit(last_word_bits_[list], view.tokens[end - 1].word)) return std::nullopt;
  for (std::uint32_t length = std::min(longest_[list], end - limit); length > 0; --length) {
    const TokenRange range{end - length, end};
    if (const auto entry = entry_at(view, list, range)) return ListedEntry{range, *entry, list};
  }
  return std::nullopt;
}

void Gazetteer::find_entries(const TokenView& view, std::uint32_t begin, std::vector<ListedEntry>& found) const {
  if (!has_bit(opening_bits_, view.tokens[begin].word)) return;
  NodeId node = root(view.tokens[begin].word);
  if (nodes_[node].has_exact != 0) add_terminals(view, node, {begin, begin + 1}, found);
  for (std::uint32_t end = begin + 2; end <= view.tokens.size(); ++end) {
    node = child(node, view.tokens[end - 1].word);
    if (node == kNoNode) return;
    add_terminals(view, node, {begin, end}, found);
  }
}

void Gazetteer::add_terminals(const TokenView& view, NodeId node, TokenRange range, std::vector<ListedEntry>& found) const {
  const std::size_t first = found.size();
  for (const Terminal& terminal : terminals_of(node)) {
    if (range.end == range.begin + 1 && terminal.exact == 0) continue;
    const auto is_known = [&](const ListedEntry& known) { return known.list == terminal.list; };
    if (std::any_of(found.begin() + static_cast<std::ptrdiff_t>(first), found.end(), is_known)) continue;
    if (terminal.exact != 0 && !is_written(entries_[terminal.entry].letters, view, range)) continue;
    found.push_back({range, terminal.entry, terminal.list});
  }
}

bool Gazetteer::holds_word(ListId list, WordId word) const noexcept { return has_bit(single_word_bits_[list], word); }

bool Gazetteer::closes_entry(ListId list, WordId word) const noexcept { return has_bit(last_word_bits_[list], word); }

std::optional<std::uint32_t> Gazetteer::entry_at(const TokenView& view, ListId list, TokenRange range) const {
  if (range.begin >= range.end || !has_bit(first_word_bits_[list], view.tokens[range.begin].word)) return std::nullopt;
  NodeId node = roots_[view.tokens[range.begin].word];
  for (std::uint32_t i = range.begin + 1; i < range.end && node != kNoNode; ++i) node = child(node, view.tokens[i].word);
  if (node == kNoNode) return std::nullopt;
  return terminal(view, node, list, range);
}

}  // namespace attest
