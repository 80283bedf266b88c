#include "text/vocabulary.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

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

bool equal_ignoring_ascii_case(std::string_view word, std::string_view folded) noexcept {
  if (word.size() != folded.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (ascii_lower(static_cast<unsigned char>(word[i])) != static_cast<unsigned char>(folded[i])) return false;
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

std::uint64_t WordHash::of(std::string_view folded) noexcept {
  std::uint64_t hash = begin();
  for (const char byte : folded) hash = step(hash, static_cast<unsigned char>(byte));
  return finish(hash);
}

std::uint64_t WordHash::of_ascii(std::string_view word) noexcept {
  std::uint64_t hash = begin();
  for (const char byte : word) hash = step(hash, ascii_lower(static_cast<unsigned char>(byte)));
  return finish(hash);
}

Vocabulary::Vocabulary() : slots_(kFirstSlots), filter_(kFirstSlots * kFilterBitsPerSlot / 64), ends_{0} {}

WordId Vocabulary::add(std::string_view word) {
  std::string folded;
  fold_word(word, folded);
  const std::uint64_t hash = WordHash::of(folded);
  if (const WordId known = find_hashed(folded, hash); known != kUnknownWord) return known;
  if (2 * (ends_.size() + 1) > slots_.size()) grow();
  const auto id = static_cast<WordId>(ends_.size());
  letters_ += folded;
  ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
  insert(hash, id);
  if (folded.size() == 1 && static_cast<unsigned char>(folded[0]) < 0x80) {
    remember_single_byte(static_cast<unsigned char>(folded[0]), id);
  }
  return id;
}

WordId Vocabulary::find_hashed(std::string_view folded, std::uint64_t hash) const noexcept {
  return find_where(hash, [&](WordId id) { return word(id) == folded; });
}

WordId Vocabulary::find_ascii(std::string_view ascii, std::uint64_t hash) const noexcept {
  return find_where(hash, [&](WordId id) { return equal_ignoring_ascii_case(ascii, word(id)); });
}

std::string_view Vocabulary::word(WordId id) const noexcept {
  if (id == kUnknownWord || id >= ends_.size()) return {};
  const std::uint32_t begin = ends_[id - 1];
  return std::string_view(letters_).substr(begin, ends_[id] - begin);
}

template <class Equal>
WordId Vocabulary::find_where(std::uint64_t hash, Equal equal) const noexcept {
  const std::uint64_t bit = hash & (filter_.size() * 64 - 1);
  if ((filter_[bit / 64] >> (bit % 64) & 1) == 0) return kUnknownWord;
  const std::size_t mask = slots_.size() - 1;
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  for (std::size_t at = hash & mask; slots_[at].id != kUnknownWord; at = (at + 1) & mask) {
    if (slots_[at].tag == tag && equal(slots_[at].id)) return slots_[at].id;
  }
  return kUnknownWord;
}

void Vocabulary::insert(std::uint64_t hash, WordId id) noexcept {
  const std::uint64_t bit = hash & (filter_.size() * 64 - 1);
  filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].id != kUnknownWord) at = (at + 1) & mask;
  slots_[at] = {static_cast<std::uint32_t>(hash >> 32), id};
}

void Vocabulary::remember_single_byte(unsigned char byte, WordId id) noexcept {
  single_bytes_[byte] = id;
  if (byte >= 'a' && byte <= 'z') single_bytes_[byte - 'a' + 'A'] = id;
}

void Vocabulary::grow() {
  const std::size_t slots = slots_.size() * 2;
  slots_.assign(slots, Slot{});
  filter_.assign(slots * kFilterBitsPerSlot / 64, 0);
  for (WordId id = 1; id < ends_.size(); ++id) insert(WordHash::of(word(id)), id);
}

}  // namespace attest
