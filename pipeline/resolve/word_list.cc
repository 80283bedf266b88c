#include "resolve/word_list.h"

namespace attest {

std::optional<ListedWord> WordList::word(const TokenView& view, TokenRange tokens) const {
  const auto index = gazetteer_->entry_at(view, *list_, tokens);
  return index ? std::optional(ListedWord{tokens, &gazetteer_->entry(*index)}) : std::nullopt;
}

std::optional<ListedWord> WordList::at(const TokenView& view, std::uint32_t begin, std::uint32_t limit) const {
  if (!list_ || begin >= limit || !gazetteer_->may_begin(view, *list_, begin, limit)) return std::nullopt;
  std::vector<std::uint32_t> ends;
  gazetteer_->ends_from(view, *list_, begin, limit, ends);
  return ends.empty() ? std::nullopt : word(view, {begin, ends.front()});
}

std::optional<ListedWord> WordList::ending_at(const TokenView& view, std::uint32_t end, std::uint32_t limit) const {
  if (!list_ || end <= limit) return std::nullopt;
  std::vector<std::uint32_t> starts;
  gazetteer_->starts_to(view, *list_, end, limit, starts);
  return starts.empty() ? std::nullopt : word(view, {starts.front(), end});
}

}  // namespace attest
