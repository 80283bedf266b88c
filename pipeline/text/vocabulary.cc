#include "text/vocabulary.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "text/byte_block.h"
#include "text/character_class.h"

namespace attest {
namespace {

constexpr std::size_t kFirstSlots = 64;
constexpr std::size_t kFilterBitsPerSlot = 8;

constexpr unsigned char ascii_lower(unsigned char byte) noexcept {
  return static_cast<unsigned char>(byte - 'A') < 26 ? static_cast<unsigned char>(byte | 0x20) : byte;
}

void append_utf8(UChar32 code_point, std::string& out) {
  char bytes[U8_MAX_LENGTH];
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, code_point);
  out.append(bytes, size);
}

constexpr std::uint64_t as_it_is(std::uint64_t block) noexcept { return block; }

template <class Fold>
WordKey key_of(std::string_view word, Fold fold) noexcept {
  const auto size = static_cast<std::uint32_t>(word.size());
  if (size < kBlockSize) return WordKey::of_head(fold(load_part(word.data(), size)), size);
  const std::uint64_t head = fold(load_block(word.data()));
  std::uint64_t hash = WordKey::step(0, head);
  for (std::size_t at = kBlockSize; at < size; at += kBlockSize) {
    hash = WordKey::step(hash, fold(load_block(word.data() + std::min<std::size_t>(at, size - kBlockSize))));
  }
  return {head, WordKey::finish(hash), size};
}

// Of two words of the same size, above eight bytes.
bool equal_behind_head(std::string_view ascii, std::string_view folded) noexcept {
  for (std::size_t at = kBlockSize; at < ascii.size(); at += kBlockSize) {
    const std::size_t begin = std::min<std::size_t>(at, ascii.size() - kBlockSize);
    if (lower_block(load_block(ascii.data() + begin)) != load_block(folded.data() + begin)) return false;
  }
  return true;
}

}  // namespace

void fold_word(std::string_view word, std::string& out) {
  out.clear();
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(word.data());
  for (std::size_t i = 0; i < word.size();) {
    if (bytes[i] < 0x80) {
      out.push_back(static_cast<char>(ascii_lower(bytes[i++])));
      continue;
    }
    const std::size_t begin = i;
    UChar32 code_point = 0;
    U8_NEXT(bytes, i, word.size(), code_point);
    if (code_point < 0) {
      out.append(word.substr(begin, i - begin));
    } else if (code_point == kTypographicApostrophe) {
      out.push_back('\'');
    } else if (!is_ignorable(static_cast<char32_t>(code_point))) {
      append_utf8(u_foldCase(code_point, U_FOLD_CASE_DEFAULT), out);
    }
  }
}

WordKey WordKey::of_folded(std::string_view folded) noexcept { return key_of(folded, as_it_is); }

WordKey WordKey::of_ascii(std::string_view word) noexcept { return key_of(word, lower_block); }

Vocabulary::Vocabulary() : slots_(kFirstSlots), filter_(kFirstSlots * kFilterBitsPerSlot / 64), ends_{0} {}

WordId Vocabulary::add(std::string_view word) {
  std::string folded;
  fold_word(word, folded);
  if (const WordId known = find(folded); known != kUnknownWord) return known;
  if (2 * (ends_.size() + 1) > slots_.size()) grow();
  const auto id = static_cast<WordId>(ends_.size());
  letters_ += folded;
  ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
  insert(WordKey::of_folded(folded), id);
  if (folded.size() == 1 && static_cast<unsigned char>(folded[0]) < 0x80) {
    remember_single_byte(static_cast<unsigned char>(folded[0]), id);
  }
  return id;
}

WordId Vocabulary::find(std::string_view folded) const noexcept {
  return find_where(WordKey::of_folded(folded), [&](WordId id) { return word(id) == folded; });
}

WordId Vocabulary::find_ascii(std::string_view word, const WordKey& key) const noexcept {
  return find_where(key, [&](WordId id) { return equal_behind_head(word, this->word(id)); });
}

std::string_view Vocabulary::word(WordId id) const noexcept {
  if (id == kUnknownWord || id >= ends_.size()) return {};
  const std::uint32_t begin = ends_[id - 1];
  return std::string_view(letters_).substr(begin, ends_[id] - begin);
}

template <class Equal>
WordId Vocabulary::find_where(const WordKey& key, Equal rest_is_equal) const noexcept {
  const std::uint64_t bit = key.hash & (filter_.size() * 64 - 1);
  if ((filter_[bit / 64] >> (bit % 64) & 1) == 0) return kUnknownWord;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = key.hash & mask; slots_[at].id != kUnknownWord; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.head == key.head && slot.size == key.size && (key.size <= kBlockSize || rest_is_equal(slot.id))) return slot.id;
  }
  return kUnknownWord;
}

void Vocabulary::insert(const WordKey& key, WordId id) noexcept {
  const std::uint64_t bit = key.hash & (filter_.size() * 64 - 1);
  filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key.hash & mask;
  while (slots_[at].id != kUnknownWord) at = (at + 1) & mask;
  slots_[at] = {key.head, id, key.size};
}

void Vocabulary::remember_single_byte(unsigned char byte, WordId id) noexcept {
  single_bytes_[byte] = id;
  if (byte >= 'a' && byte <= 'z') single_bytes_[byte - 'a' + 'A'] = id;
}

void Vocabulary::grow() {
  const std::size_t slots = slots_.size() * 2;
  slots_.assign(slots, Slot{});
  filter_.assign(slots * kFilterBitsPerSlot / 64, 0);
  for (WordId id = 1; id < ends_.size(); ++id) insert(WordKey::of_folded(word(id)), id);
}

}  // namespace attest
