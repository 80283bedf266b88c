#include "resolve/word_list.h"

namespace attest {

std::optional<ListedWord> WordList::word(const std::optional<ListedEntry>& found) const {
  return found ? std::optional(ListedWord{found->tokens, &gazetteer_->entry(found->entry)}) : std::nullopt;
}

std::optional<ListedWord> WordList::at(const TokenView& view, std::uint32_t begin, std::uint32_t limit) const {
  return list_ ? word(gazetteer_->longest_from(view, *list_, begin, limit)) : std::nullopt;
}

std::optional<ListedWord> WordList::ending_at(const TokenView& view, std::uint32_t end, std::uint32_t limit) const {
  return list_ ? word(gazetteer_->longest_to(view, *list_, end, limit)) : std::nullopt;
}

}  // namespace attest
