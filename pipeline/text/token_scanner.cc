#include "text/token_scanner.h"

#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace attest {
namespace {

using enum CharacterClass;

constexpr std::uint8_t kSpaceFlags = token_flag::kSpaceBefore | token_flag::kNewlineBefore | token_flag::kTabBefore;
constexpr std::uint32_t kLongestUnspacedRun = 1U << 16;  // bytes; ICU's offsets are 32 bits and its dictionaries want memory
constexpr std::uint32_t kLongestMailName = 64;           // RFC 5321, 4.5.3.1.1

bool continues_word(CharacterClass kind) noexcept { return kind == kLetter || kind == kCombining || kind == kDigit; }

bool is_ascii_alphanumeric(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && (kAsciiClass[byte] == kLetter || kAsciiClass[byte] == kDigit);
}

bool is_www(std::string_view word) noexcept {
  return word.size() == 3 && std::ranges::all_of(word, [](char c) { return c == 'w' || c == 'W'; });
}

bool is_any_of(char32_t c, std::string_view marks) noexcept {
  return c < 0x80 && marks.find(static_cast<char>(c)) != std::string_view::npos;
}

// What may stand inside a URL; brackets are counted by the caller.
bool is_url_character(const CodePoint& c) noexcept {
  if (c.value >= 0x80) return continues_word(c.kind) || c.kind == kUnspacedLetter;
  if (c.kind == kSpace || c.kind == kTab || c.kind == kNewline || c.kind == kEnd) return false;
  return !is_any_of(c.value, "<>\"`'])}");
}

bool is_mail_name_character(char c) noexcept {
  return is_ascii_alphanumeric(c) || std::string_view("._%+-'").find(c) != std::string_view::npos;
}

}  // namespace

CodePoint TokenScanner::peek(std::uint32_t at) const noexcept {
  if (at >= size_) return {};
  const auto byte = static_cast<unsigned char>(text_[at]);
  if (byte < 0x80) return {byte, 1, path_ == TokenizerPath::kFast ? kAsciiClass[byte] : character_class(byte)};
  UChar32 value = 0;
  std::size_t next = at;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text_.data()), next, text_.size(), value);
  const auto size = static_cast<std::uint32_t>(next - at);
  return {static_cast<char32_t>(value), size, character_class(static_cast<char32_t>(value))};
}

std::uint32_t TokenScanner::scan(std::uint32_t at, const CodePoint& first, std::uint8_t space_flags) {
  switch (first.kind) {
    case kLetter:
      return scan_word(at, space_flags);
    case kUnspacedLetter:
      return scan_unspaced(at, space_flags);
    case kDigit:
      return emit(at, number_end(at), TokenKind::kNumber, space_flags);
    case kApostrophe:
      return scan_apostrophe(at, first, space_flags);
    case kPunctuation:
      if (first.value == '.') return scan_point(at, space_flags);
      return emit(at, first.value == '-' ? run_end(at) : at + first.size, TokenKind::kPunctuation, space_flags);
    default:
      if (first.value == '@') return scan_at_sign(at, space_flags);
      return emit(at, at + first.size, TokenKind::kSymbol, space_flags);
  }
}

std::uint32_t TokenScanner::scan_word(std::uint32_t at, std::uint8_t space_flags) {
  if (const std::uint32_t end = abbreviation_end(at); end != at) return emit(at, end, TokenKind::kWord, space_flags);
  if (const std::uint32_t end = glued_code_end(at); end != at) return emit(at, end, TokenKind::kWord, space_flags);
  if (const std::uint32_t end = glued_letter_end(at); end != at) return emit(at, end, TokenKind::kWord, space_flags);
  bool has_digit = false;
  const std::uint32_t end = word_end(at, has_digit);
  if (const std::uint32_t url = url_end(at, end); url != at) return emit(at, url, TokenKind::kAlphanumeric, space_flags);
  return emit(at, end, has_digit ? TokenKind::kAlphanumeric : TokenKind::kWord, space_flags);
}

// Two to four letters of the vocabulary before a digit, the first a capital: "USD" in "USD115.5", "Rs" in "Rs500".
// Returns `at` where there are none.
std::uint32_t TokenScanner::glued_code_end(std::uint32_t at) {
  constexpr std::uint32_t kShortest = 2;
  constexpr std::uint32_t kLongest = 4;
  if (text_[at] < 'A' || text_[at] > 'Z') return at;
  std::uint32_t end = at + 1;
  while (end < size_ && end - at <= kLongest && is_ascii_letter(text_[end])) ++end;
  if (end - at < kShortest || end - at > kLongest || peek(end).kind != kDigit) return at;
  return word_id(text_.substr(at, end - at), true) != kUnknownWord ? end : at;
}

// The letter of a currency before its amount: "N" in "N72.2 billion", "R" in "R4,500"; but "A4", "F16", "M7.8". Returns `at` where none is.
std::uint32_t TokenScanner::glued_letter_end(std::uint32_t at) const noexcept {
  if (text_[at] < 'A' || text_[at] > 'Z' || peek(at + 1).kind != kDigit) return at;
  const std::uint32_t end = number_end(at + 1);
  if (text_.substr(at, end - at).find(',') != std::string_view::npos) return at + 1;
  return is_scale(end) ? at + 1 : at;
}

// At `at`, right behind digits, stand a space or a hyphen and a large number's name, or its abbreviation without a space: "5 million",
// "5bn".
bool TokenScanner::is_scale(std::uint32_t at) const noexcept {
  constexpr std::array<std::string_view, 4> kNames = {"million", "billion", "trillion", "bn"};
  constexpr std::array<std::string_view, 4> kShort = {"m", "b", "mn", "trn"};
  const bool apart = at < size_ && (text_[at] == ' ' || text_[at] == '-');
  std::uint32_t begin = apart ? at + 1 : at;
  std::uint32_t end = begin;
  while (end < size_ && is_ascii_letter(text_[end])) ++end;
  const std::string_view word = text_.substr(begin, end - begin);
  return std::ranges::find(kNames, word) != kNames.end() || (!apart && std::ranges::find(kShort, word) != kShort.end());
}

std::uint32_t TokenScanner::word_end(std::uint32_t at, bool& has_digit) const noexcept {
  bool after_letter = false;
  for (;;) {
    const CodePoint next = peek(at);
    if (continues_word(next.kind)) {
      after_letter = next.kind != kDigit;
      has_digit = has_digit || next.kind == kDigit;
      at += next.size;
    } else if (next.kind == kApostrophe && after_letter && is_inner_apostrophe(at)) {
      at += next.size;
    } else if (next.kind == kIgnorable && continues_word(peek(skip_ignorable(at)).kind)) {
      at = skip_ignorable(at);
    } else {
      return at;
    }
  }
}

std::uint32_t TokenScanner::skip_ignorable(std::uint32_t at) const noexcept {
  for (CodePoint next = peek(at); next.kind == kIgnorable; next = peek(at)) at += next.size;
  return at;
}

// Letter, point, letter, and so on: at least two letters. Returns `at` where there is none.
std::uint32_t TokenScanner::abbreviation_end(std::uint32_t at) const noexcept {
  std::uint32_t letters = 0;
  std::uint32_t end = at;
  for (std::uint32_t next = at;; ++letters) {
    const std::uint32_t letter_end = single_letter_end(next);
    if (letter_end == next) break;
    end = letter_end;
    if (peek(end).value != '.') {
      ++letters;
      break;
    }
    next = ++end;
  }
  return letters >= 2 ? end : at;
}

// Where a letter (with its combining marks) ends that is a whole word; `at` if it is none.
std::uint32_t TokenScanner::single_letter_end(std::uint32_t at) const noexcept {
  const CodePoint letter = peek(at);
  if (letter.kind != kLetter) return at;
  std::uint32_t end = at + letter.size;
  CodePoint next = peek(end);
  for (; next.kind == kCombining; next = peek(end)) end += next.size;
  if (continues_word(next.kind) || next.kind == kIgnorable) return at;
  if (next.kind == kApostrophe && is_inner_apostrophe(end)) return at;
  return end;
}

// At `at` stands an apostrophe: is it "'s" and nothing more?
bool TokenScanner::is_possessive(std::uint32_t at) const noexcept {
  const std::uint32_t letter = at + peek(at).size;
  if (!is_any_of(peek(letter).value, "sS")) return false;
  return !continues_word(peek(letter + 1).kind) && !continues_word(peek(skip_ignorable(letter + 1)).kind);
}

// At `at` stands an apostrophe behind a letter: does the word go on after it?
bool TokenScanner::is_inner_apostrophe(std::uint32_t at) const noexcept {
  return peek(at + peek(at).size).kind == kLetter && !is_possessive(at);
}

std::uint32_t TokenScanner::number_end(std::uint32_t at) const noexcept {
  for (;;) {
    CodePoint next = peek(at);
    for (; next.kind == kDigit; next = peek(at)) at += next.size;
    const bool separator = next.value == '.' || next.value == ',' || next.kind == kApostrophe;
    if (!separator || peek(at + next.size).kind != kDigit) return at;
    at += next.size;
  }
}

// Where a run of the ASCII mark at `at` ends.
std::uint32_t TokenScanner::run_end(std::uint32_t at) const noexcept {
  const std::size_t end = text_.find_first_not_of(text_[at], at);
  return end == std::string_view::npos ? size_ : static_cast<std::uint32_t>(end);
}

std::uint32_t TokenScanner::scan_apostrophe(std::uint32_t at, const CodePoint& first, std::uint8_t space_flags) {
  if (space_flags == 0 && is_possessive(at)) return emit(at, at + first.size + 1, TokenKind::kWord, space_flags);
  return emit(at, at + first.size, TokenKind::kPunctuation, space_flags);
}

std::uint32_t TokenScanner::scan_point(std::uint32_t at, std::uint8_t space_flags) {
  const std::uint32_t end = run_end(at);
  if (end == at + 1 && is_leading_point(at, space_flags)) return emit(at, number_end(end), TokenKind::kNumber, space_flags);
  return emit(at, end, TokenKind::kPunctuation, space_flags);
}

// ".5" is a number where no word or number can end before it: behind white space, a currency sign, an opening bracket or
// quotation mark, a dash, or a mathematical sign.
bool TokenScanner::is_leading_point(std::uint32_t at, std::uint8_t space_flags) const noexcept {
  if (peek(at + 1).kind != kDigit) return false;
  if (space_flags != 0) return true;
  constexpr std::uint32_t kBefore = U_GC_SC_MASK | U_GC_PS_MASK | U_GC_PI_MASK | U_GC_PD_MASK | U_GC_SM_MASK;
  std::uint32_t before = at - 1;
  while (before > 0 && at - before < U8_MAX_LENGTH && (text_[before] & 0xC0) == 0x80) --before;
  const char32_t mark = peek(before).value;
  return mark <= UCHAR_MAX_VALUE && (U_MASK(u_charType(static_cast<UChar32>(mark))) & kBefore) != 0;
}

std::uint32_t TokenScanner::scan_unspaced(std::uint32_t at, std::uint8_t space_flags) {
  std::uint32_t end = at;
  for (CodePoint next = peek(end); next.kind == kUnspacedLetter || next.kind == kCombining; next = peek(end)) {
    if (end - at >= kLongestUnspacedRun) break;
    end += next.size;
  }
  open_word_breaks();
  UErrorCode status = U_ZERO_ERROR;
  UText run = UTEXT_INITIALIZER;
  utext_openUTF8(&run, text_.data() + at, end - at, &status);
  if (word_breaks_ != nullptr) ubrk_setUText(word_breaks_.get(), &run, &status);
  if (word_breaks_ == nullptr || U_FAILURE(status)) {
    utext_close(&run);
    return emit(at, end, TokenKind::kWord, space_flags);
  }
  std::uint32_t begin = at;
  for (std::int32_t next = ubrk_next(word_breaks_.get()); next != UBRK_DONE; next = ubrk_next(word_breaks_.get())) {
    begin = emit(begin, at + static_cast<std::uint32_t>(next), TokenKind::kWord, space_flags);
    space_flags = 0;
  }
  utext_close(&run);
  return end;
}

void TokenScanner::open_word_breaks() {
  if (word_breaks_ != nullptr) return;
  UErrorCode status = U_ZERO_ERROR;
  word_breaks_.reset(ubrk_open(UBRK_WORD, "", nullptr, 0, &status));
}

// A word followed by "://", or "www." Returns `at` where the word begins no URL.
std::uint32_t TokenScanner::url_end(std::uint32_t at, std::uint32_t end_of_word) const noexcept {
  const std::string_view rest = text_.substr(end_of_word);
  std::uint32_t body = end_of_word;
  if (rest.starts_with("://")) {
    body += 3;
  } else if (rest.starts_with(".") && is_www(text_.substr(at, end_of_word - at))) {
    body += 1;
  } else {
    return at;
  }
  const std::uint32_t end = url_body_end(body);
  return end == body ? at : end;
}

std::uint32_t TokenScanner::url_body_end(std::uint32_t at) const noexcept {
  std::uint32_t open_brackets = 0;
  std::uint32_t end = at;
  bool has_letter = false;
  for (CodePoint next = peek(end); is_url_character(next) || (next.value == ')' && open_brackets > 0); next = peek(end)) {
    if (next.value == '(') ++open_brackets;
    if (next.value == ')') --open_brackets;
    has_letter = has_letter || continues_word(next.kind) || next.kind == kUnspacedLetter;
    end += next.size;
  }
  if (!has_letter) return at;
  while (is_any_of(static_cast<unsigned char>(text_[end - 1]), ".,;:!?")) --end;
  return end;
}

// An e-mail address is recognised at its "@": the tokens of its name are already there and are taken back.
std::uint32_t TokenScanner::scan_at_sign(std::uint32_t at, std::uint8_t space_flags) {
  const std::size_t first = first_token_of_mail_name(at);
  const std::uint32_t end = host_end(at + 1);
  if (space_flags != 0 || first == tokens_.size() || end == at + 1) return emit(at, at + 1, TokenKind::kSymbol, space_flags);
  const Token name = tokens_[first];
  tokens_.resize(first);
  return emit(name.begin, end, TokenKind::kAlphanumeric, static_cast<std::uint8_t>(name.flags & kSpaceFlags));
}

std::size_t TokenScanner::first_token_of_mail_name(std::uint32_t at) const noexcept {
  std::size_t first = tokens_.size();
  for (std::uint32_t begin = at; first > 0; --first) {
    const Token& token = tokens_[first - 1];
    const std::string_view name = token.span().of(text_);
    if (token.end != begin || at - token.begin > kLongestMailName || !std::ranges::all_of(name, is_mail_name_character)) break;
    begin = token.begin;
  }
  while (first < tokens_.size() && !is_ascii_alphanumeric(text_[tokens_[first].begin])) ++first;
  return first;
}

// Where a host name ends that holds a letter; `at` if there is none.
std::uint32_t TokenScanner::host_end(std::uint32_t at) const noexcept {
  if (at >= size_ || !is_ascii_alphanumeric(text_[at])) return at;
  std::uint32_t end = at;
  bool has_letter = false;
  for (; end < size_ && (is_ascii_alphanumeric(text_[end]) || text_[end] == '.' || text_[end] == '-'); ++end) {
    has_letter = has_letter || is_ascii_letter(text_[end]);
  }
  if (!has_letter) return at;
  while (!is_ascii_alphanumeric(text_[end - 1])) --end;
  return end;
}

std::uint32_t TokenScanner::emit(std::uint32_t begin, std::uint32_t end, TokenKind kind, std::uint8_t space_flags) {
  const std::string_view token = text_.substr(begin, end - begin);
  const bool ascii = std::ranges::all_of(token, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
  auto flags = static_cast<std::uint8_t>(space_flags | (ascii ? 0 : token_flag::kNonAscii));
  if (kind == TokenKind::kWord || kind == TokenKind::kAlphanumeric) flags |= letter_flags(begin, end);
  tokens_.push_back({begin, end, word_id(token, ascii), kind, flags});
  return end;
}

std::uint8_t TokenScanner::letter_flags(std::uint32_t begin, std::uint32_t end) const noexcept {
  bool first_is_upper = false;
  bool any_upper = false;
  bool any_lower = false;
  bool any_letter = false;
  for (CodePoint next = peek(begin); begin < end; begin += next.size, next = peek(begin)) {
    if (next.kind != kLetter) continue;
    const auto c = static_cast<UChar32>(next.value);
    const bool upper = u_isUUppercase(c) != 0;
    first_is_upper = any_letter ? first_is_upper : upper || u_istitle(c) != 0;
    any_letter = true;
    any_upper = any_upper || upper;
    any_lower = any_lower || u_isULowercase(c) != 0;
  }
  const int flags = (first_is_upper ? token_flag::kCapitalised : 0) | (any_upper && !any_lower ? token_flag::kAllCaps : 0);
  return static_cast<std::uint8_t>(flags);
}

WordId TokenScanner::word_id(std::string_view token, bool ascii) {
  if (ascii && path_ == TokenizerPath::kFast) return vocabulary_.find_ascii(token, WordKey::of_ascii(token));
  fold_word(token, folded_);
  return vocabulary_.find(folded_);
}

}  // namespace attest
