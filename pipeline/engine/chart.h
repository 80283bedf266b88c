// What the rules have found in one document so far: annotations over tokens, with their fields and parts.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/gazetteer.h"
#include "engine/listed_entries.h"
#include "engine/symbol_table.h"
#include "engine/value.h"
#include "text/analysis.h"

namespace attest {

using RuleId = std::uint32_t;
using TypeId = std::uint16_t;
using AnnotationId = std::uint32_t;
inline constexpr AnnotationId kNoAnnotation = 0xFFFFFFFF;
inline constexpr std::uint32_t kNoEntry = 0xFFFFFFFF;

/// The tokens that a match must stay inside: a sentence, or a cell of a table row.
struct Segment {
  std::uint32_t first = 0;
  std::uint32_t limit = 0;
};

/// What a capture took: tokens, and the annotation or the list entry that they are, where the capture is just that.
struct Part {
  TokenRange tokens;
  AnnotationId annotation = kNoAnnotation;
  std::uint32_t entry = kNoEntry;
  bool matched = false;  ///< False for a capture that took no part, or took no token.
};

/// A result of a rule. `span` is what it stands for, `match` all that the rule looked at.
struct Annotation {
  RuleId rule = 0;
  TypeId type = 0;
  TokenRange span;
  TokenRange match;
  std::uint32_t first_field = 0;  ///< Fields lie at Chart::fields[first_field ...], in the order of the rule's clauses.
  std::uint32_t first_part = 0;   ///< Likewise Chart::parts, in the order of the rule's captures.
};

/// A match that lost against another one.
struct Suppressed {
  Annotation annotation;
  AnnotationId by = kNoAnnotation;  ///< The winner.
  bool by_preference = false;       ///< Lost through `over`; else by length or order.
};

/// Annotations of one document, indexed by where they begin and end. Reused from document to document.
class Chart {
 public:
  /// Forgets everything; from now on the chart is about this text.
  void reset(const AnalysedText& text, std::size_t type_count);
  /// Finds the symbol of every token and the entries of lists; before matching. Both must outlive this text's use of the chart.
  void read_tokens(SymbolTable& table, const Gazetteer& gazetteer);

  [[nodiscard]] const TokenView& view() const noexcept { return view_; }
  [[nodiscard]] const AnalysedText& text() const noexcept { return *text_; }
  /// What rules can tell of a token by itself.
  [[nodiscard]] Symbol symbol(std::uint32_t token) const noexcept { return symbols_[token]; }
  [[nodiscard]] const SymbolTable& symbol_table() const noexcept { return *symbol_table_; }
  /// Whether a token matches a shape; nothing where its symbol does not tell.
  [[nodiscard]] std::optional<bool> matches_shape(std::uint32_t token, std::uint32_t shape) const noexcept {
    return symbol_table_->matches_shape(symbols_[token], shape);
  }
  /// The entries of lists that stand in the text, but for single words in any case.
  [[nodiscard]] const ListedEntries& listed() const noexcept { return listed_; }
  /// Whether an entry of the list begins at a token. The list may ask for its own capitals or hold longer entries.
  [[nodiscard]] bool begins_entry(const Gazetteer& gazetteer, ListId list, std::uint32_t token) const noexcept;
  [[nodiscard]] std::span<const Annotation> annotations() const noexcept { return annotations_; }
  [[nodiscard]] const Annotation& annotation(AnnotationId id) const noexcept { return annotations_[id]; }
  [[nodiscard]] std::span<const AnnotationId> of_type(TypeId type) const noexcept { return by_type_[type]; }
  [[nodiscard]] std::span<const Suppressed> suppressed() const noexcept { return suppressed_; }

  /// The annotation of this type whose span begins (ends) at a token, or kNoAnnotation. One type has at most one.
  [[nodiscard]] AnnotationId beginning_at(std::uint32_t token, TypeId type) const noexcept;
  [[nodiscard]] AnnotationId ending_at(std::uint32_t token, TypeId type) const noexcept;

  [[nodiscard]] const Value& field(std::uint32_t index) const noexcept { return fields_[index]; }
  /// The parts of an annotation, in the order of its rule's captures.
  [[nodiscard]] std::span<const Part> parts_of(const Annotation& annotation, std::size_t count) const noexcept {
    return std::span(parts_).subspan(annotation.first_part, count);
  }
  [[nodiscard]] const Part& part(std::uint32_t index) const noexcept { return parts_[index]; }

  /// Takes back the fields that a rejected match appended.
  void drop_fields_from(std::uint32_t first) { fields_.resize(first); }
  /// Appends a field or a part of an annotation to be added; returns its index.
  std::uint32_t add_field(const Value& value);
  std::uint32_t add_part(const Part& part);
  [[nodiscard]] std::uint32_t field_count() const noexcept { return static_cast<std::uint32_t>(fields_.size()); }
  [[nodiscard]] std::uint32_t part_count() const noexcept { return static_cast<std::uint32_t>(parts_.size()); }

  /// Keeps text that a function made; the view stays good until the next reset.
  std::string_view keep(std::string text);

  AnnotationId add(const Annotation& annotation);
  /// Where the fields of an annotation lie, once they are evaluated.
  void set_fields(AnnotationId id, std::uint32_t first_field) { annotations_[id].first_field = first_field; }
  void set_suppressed_fields(std::size_t index, std::uint32_t first_field) { suppressed_[index].annotation.first_field = first_field; }
  void add_suppressed(const Suppressed& loser) { suppressed_.push_back(loser); }

 private:
  const AnalysedText* text_ = nullptr;
  TokenView view_;
  const SymbolTable* symbol_table_ = nullptr;
  std::vector<Symbol> symbols_;  // by token
  ListedEntries listed_;
  std::vector<Annotation> annotations_;
  std::vector<AnnotationId> first_beginning_;  // by token; kNoAnnotation where none
  std::vector<AnnotationId> first_ending_;
  std::vector<AnnotationId> next_beginning_;  // by annotation: the next one of the same token
  std::vector<AnnotationId> next_ending_;
  std::vector<std::vector<AnnotationId>> by_type_;
  std::vector<Value> fields_;
  std::vector<Part> parts_;
  std::vector<Suppressed> suppressed_;
  std::deque<std::string> kept_;
};

}  // namespace attest
