// Lists of names and words, found by token: a trie over word ids, so that entries of several words cost one hash look-up
// a word, and a word that begins no entry costs one comparison.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/image.h"
#include "engine/ast.h"
#include "engine/value.h"
#include "text/analysis.h"
#include "text/vocabulary.h"

namespace attest {

using ListId = std::uint16_t;

/// A text with its tokens, as the matcher sees it.
struct TokenView {
  std::string_view text;
  std::span<const Token> tokens;

  [[nodiscard]] std::string_view word(std::uint32_t token) const noexcept { return tokens[token].span().of(text); }
  /// From the first token's first byte to the last one's end.
  [[nodiscard]] std::string_view passage(TokenRange range) const noexcept {
    if (range.begin == range.end) return {};
    return Span{tokens[range.begin].begin, tokens[range.end - 1].end}.of(text);
  }
};

/// An entry of a list where it stands in a text.
struct ListedEntry {
  TokenRange tokens;
  std::uint32_t entry = 0;
  ListId list = 0;
};

class Gazetteer {
 public:
  /// One row of a list. Cells that are decimals in plain notation are decimals, others text.
  struct Entry {
    ListId list = 0;
    bool exact = false;  ///< Matches only in its own capitals.
    std::string_view surface;
    std::string_view letters;  ///< The surface's tokens without the spaces between them, for exact entries.
    std::span<const Value> cells;
    std::span<const std::string_view> cell_text;  ///< As they are written.
  };

  Gazetteer() = default;
  // Entries are views of what it owns: it moves, but is not copied.
  Gazetteer(const Gazetteer&) = delete;
  Gazetteer& operator=(const Gazetteer&) = delete;
  Gazetteer(Gazetteer&&) noexcept = default;
  Gazetteer& operator=(Gazetteer&&) noexcept = default;
  ~Gazetteer() = default;

  /// Copies the lists, once; their words are added to `vocabulary`. Entries whose surface has no token are left out; those with an
  /// apostrophe are found with a curly one, too.
  void build(const std::vector<ast::List>& lists, Vocabulary& vocabulary);

  [[nodiscard]] std::optional<ListId> list_named(std::string_view name) const noexcept;
  [[nodiscard]] std::string_view list_name(ListId list) const noexcept { return names_[list]; }
  /// Position of a column among an entry's cells.
  [[nodiscard]] std::optional<std::size_t> column(ListId list, std::string_view name) const noexcept;
  [[nodiscard]] const Entry& entry(std::uint32_t index) const noexcept { return entries_[index]; }
  [[nodiscard]] std::size_t entry_count() const noexcept { return entries_.size(); }

  /// The longest entry of the list that begins at token `begin` and ends by `limit`.
  [[nodiscard]] std::optional<ListedEntry> longest_from(const TokenView& view, ListId list, std::uint32_t begin, std::uint32_t limit) const;
  /// The longest entry of the list that ends before token `end` and begins at `limit` or later.
  [[nodiscard]] std::optional<ListedEntry> longest_to(const TokenView& view, ListId list, std::uint32_t end, std::uint32_t limit) const;
  /// Whether all entries are single words in any case, so that `holds_word` says all there is to say.
  [[nodiscard]] bool is_word_list(ListId list) const noexcept { return longest_[list] == 1 && !exact_[list]; }
  [[nodiscard]] bool holds_word(ListId list, WordId word) const noexcept;
  /// Whether some entry of the list ends with this word.
  [[nodiscard]] bool closes_entry(ListId list, WordId word) const noexcept;
  /// Whether the entries match in their own capitals only.
  [[nodiscard]] bool is_exact(ListId list) const noexcept { return exact_[list]; }
  /// Appends the entries of all lists that begin at token `begin`, the shortest first, of each list and length the first; but for
  /// entries of one word in any case, of which holds_word() tells.
  void find_entries(const TokenView& view, std::uint32_t begin, std::vector<ListedEntry>& found) const;
  /// Index of the list's first entry that covers exactly these tokens.
  [[nodiscard]] std::optional<std::uint32_t> entry_at(const TokenView& view, ListId list, TokenRange range) const;

  /// The words that begin (end) entries of a list, in order of id, without repeats.
  [[nodiscard]] std::span<const WordId> first_words(ListId list) const noexcept { return first_words_[list]; }
  [[nodiscard]] std::span<const WordId> last_words(ListId list) const noexcept { return last_words_[list]; }
  /// The same for its entries of two words and more.
  [[nodiscard]] std::span<const WordId> first_words_of_longer(ListId list) const noexcept { return first_words_of_longer_[list]; }
  [[nodiscard]] std::span<const WordId> last_words_of_longer(ListId list) const noexcept { return last_words_of_longer_[list]; }
  /// The sets of words by which a list tells words apart, each in order of id.
  [[nodiscard]] std::array<std::span<const WordId>, 4> word_sets_of(ListId list) const noexcept {
    return {first_words_[list], single_words_[list], first_words_of_longer_[list], last_words_of_longer_[list]};
  }
  /// All entries as (list, word of its single token), for number lexicons and the like: entries of a list, in file order.
  [[nodiscard]] std::span<const std::uint32_t> entries_of(ListId list) const noexcept { return entries_of_[list]; }

 private:
  // The trie of all lists' entries by their words. No part of it has padding, so that an image copies whole tables.
  using NodeId = std::uint32_t;
  static constexpr NodeId kNoNode = 0;
  struct Node {
    std::uint32_t first_terminal = 0;  // range in terminals_
    std::uint32_t terminal_count = 0;
    std::uint32_t has_exact = 0;  // 1: some entry that ends here asks for its own capitals
  };
  /// An entry that ends at a node, with what is asked of most of them beside it.
  struct Terminal {
    std::uint32_t entry = 0;
    ListId list = 0;
    std::uint16_t exact = 0;  // 1: the entry asks for its own capitals
  };
  struct Edge {
    std::uint64_t key = 0;  // 0 is free: no node has id 0
    NodeId target = 0;
    std::uint32_t unused = 0;
  };

  friend struct ImageCodec<Gazetteer>;

  void make_room(const std::vector<ast::List>& lists);
  [[nodiscard]] std::string_view keep(std::string_view text);
  void add_list(const ast::List& list, Vocabulary& vocabulary);
  void add_entry(ListId list, std::string_view surface, std::span<const std::string_view> values, std::span<const Token> tokens);
  void note_words(ListId list, std::span<const Token> tokens);
  NodeId node_of(std::span<const Token> tokens);
  void freeze_terminals();
  void link_cells() noexcept;
  NodeId add_child(NodeId node, WordId word);
  void insert_edge(std::uint64_t key, NodeId target);
  NodeId add_node();
  [[nodiscard]] NodeId root(WordId word) const noexcept { return word < roots_.size() ? roots_[word] : kNoNode; }
  [[nodiscard]] NodeId child(NodeId node, WordId word) const noexcept;
  void add_terminals(const TokenView& view, NodeId node, TokenRange range, std::vector<ListedEntry>& found) const;
  void fill_edge_filter();
  [[nodiscard]] std::span<const Terminal> terminals_of(NodeId node) const noexcept {
    return std::span(terminals_).subspan(nodes_[node].first_terminal, nodes_[node].terminal_count);
  }
  [[nodiscard]] std::optional<std::uint32_t> terminal(const TokenView& view, NodeId node, ListId list, TokenRange range) const;

  std::vector<std::string> names_;
  std::vector<std::vector<std::string>> columns_;
  std::vector<Entry> entries_;
  std::vector<char> text_;  // all surfaces and cells; room for all is made before the first, since views into it must stay good
  std::vector<Value> cells_;
  std::vector<std::string_view> cell_texts_;
  std::vector<std::vector<std::uint32_t>> entries_of_;
  std::vector<std::vector<WordId>> first_words_;
  std::vector<std::vector<WordId>> last_words_;
  std::vector<std::vector<WordId>> single_words_;
  std::vector<std::vector<WordId>> first_words_of_longer_;
  std::vector<std::vector<WordId>> last_words_of_longer_;
  std::vector<bool> exact_;
  std::vector<std::uint32_t> longest_;  // tokens in the longest entry, by list
  std::vector<Node> nodes_;
  std::vector<NodeId> roots_;  // by word id: the node of entries that begin with it, or 0
  std::vector<Edge> edges_;    // (node, word) -> node: open addressing, power of two, at most half full
  std::size_t edge_count_ = 0;
  std::vector<std::vector<std::uint64_t>> first_word_bits_;   // by list: a bit for each word that begins an entry
  std::vector<std::vector<std::uint64_t>> single_word_bits_;  // by list: a bit for each word that is an entry
  std::vector<std::vector<std::uint64_t>> longer_bits_;       // by list: a bit for each word that begins an entry of several
  std::vector<std::vector<std::uint64_t>> last_word_bits_;    // by list: a bit for each word that ends an entry
  std::vector<std::uint64_t> opening_bits_;                   // a bit for each word that begins an entry which find_entries() looks for
  std::vector<NodeId> ends_at_;                               // by entry: its last node; while building
  std::vector<std::uint64_t> edge_filter_;                    // one bit a hash value: most words that go on nowhere end here, in the cache
  std::vector<Terminal> terminals_;
};

}  // namespace attest
