#include "engine/chart.h"

#include <algorithm>
#include <utility>

namespace attest {

void Chart::reset(const AnalysedText& text, std::size_t type_count) {
  text_ = &text;
  view_ = {text.text, text.tokens};
  symbols_.clear();
  annotations_.clear();
  first_beginning_.assign(text.tokens.size() + 1, kNoAnnotation);
  first_ending_.assign(text.tokens.size() + 1, kNoAnnotation);
  next_beginning_.clear();
  next_ending_.clear();
  by_type_.resize(type_count);
  for (auto& ids : by_type_) ids.clear();
  fields_.clear();
  parts_.clear();
  suppressed_.clear();
  kept_.clear();
}

void Chart::read_tokens(SymbolTable& table, const Gazetteer& gazetteer) {
  symbol_table_ = &table;
  symbols_.resize(view_.tokens.size());
  for (std::uint32_t token = 0; token < symbols_.size(); ++token) symbols_[token] = table.symbol_of(view_, token);
  listed_.read(gazetteer, view_);
}

bool Chart::begins_entry(const Gazetteer& gazetteer, ListId list, std::uint32_t token) const noexcept {
  if (!gazetteer.is_exact(list) && gazetteer.holds_word(list, view_.tokens[token].word)) return true;
  const auto entries = listed_.beginning_at(token);
  return std::any_of(entries.begin(), entries.end(), [&](const ListedEntry& entry) { return entry.list == list; });
}

AnnotationId Chart::beginning_at(std::uint32_t token, TypeId type) const noexcept {
  AnnotationId id = first_beginning_[token];
  while (id != kNoAnnotation && annotations_[id].type != type) id = next_beginning_[id];
  return id;
}

AnnotationId Chart::ending_at(std::uint32_t token, TypeId type) const noexcept {
  AnnotationId id = first_ending_[token];
  while (id != kNoAnnotation && annotations_[id].type != type) id = next_ending_[id];
  return id;
}

std::uint32_t Chart::add_field(const Value& value) {
  fields_.push_back(value);
  return static_cast<std::uint32_t>(fields_.size() - 1);
}

std::uint32_t Chart::add_part(const Part& part) {
  parts_.push_back(part);
  return static_cast<std::uint32_t>(parts_.size() - 1);
}

std::string_view Chart::keep(std::string text) { return kept_.emplace_back(std::move(text)); }

AnnotationId Chart::add(const Annotation& annotation) {
  const auto id = static_cast<AnnotationId>(annotations_.size());
  annotations_.push_back(annotation);
  next_beginning_.push_back(std::exchange(first_beginning_[annotation.span.begin], id));
  next_ending_.push_back(std::exchange(first_ending_[annotation.span.end], id));
  by_type_[annotation.type].push_back(id);
  return id;
}

}  // namespace attest
