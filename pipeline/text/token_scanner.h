// The tokeniser's grammar, code point by code point: every decision of tokenizer.h is taken here. The fast path of
// tokenizer.cc short-cuts only the plain cases of ASCII and hands everything else over.
#pragma once

#include <unicode/ubrk.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/character_class.h"
#include "text/token.h"
#include "text/tokenizer.h"
#include "text/vocabulary.h"

namespace attest {

/// A decoded code point at some offset; `size` is its length in bytes, 0 at the end of the text.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;
  CharacterClass kind = CharacterClass::kEnd;
};

class TokenScanner {
 public:
  TokenScanner(std::string_view text, const Vocabulary& vocabulary, std::vector<Token>& tokens, TokenizerPath path)
      : text_(text), size_(static_cast<std::uint32_t>(text.size())), vocabulary_(vocabulary), tokens_(tokens), path_(path) {}

  /// The code point at byte `at`, which may be the end of the text.
  [[nodiscard]] CodePoint peek(std::uint32_t at) const noexcept;
  /// Appends the token or tokens that begin at `at`, where `first` (no white space) stands; `space_flags` are those of
  /// the white space before it. Returns where they end.
  std::uint32_t scan(std::uint32_t at, const CodePoint& first, std::uint8_t space_flags);

 private:
  [[nodiscard]] std::uint32_t word_end(std::uint32_t at, bool& has_digit) const noexcept;
  [[nodiscard]] std::uint32_t abbreviation_end(std::uint32_t at) const noexcept;
  [[nodiscard]] std::uint32_t single_letter_end(std::uint32_t at) const noexcept;
  [[nodiscard]] std::uint32_t skip_ignorable(std::uint32_t at) const noexcept;
  [[nodiscard]] std::uint32_t number_end(std::uint32_t at) const noexcept;
  [[nodiscard]] std::uint32_t run_end(std::uint32_t at) const noexcept;
  [[nodiscard]] bool is_possessive(std::uint32_t at) const noexcept;
  [[nodiscard]] bool is_inner_apostrophe(std::uint32_t at) const noexcept;
  [[nodiscard]] bool is_leading_point(std::uint32_t at, std::uint8_t space_flags) const noexcept;
  [[nodiscard]] std::uint32_t url_end(std::uint32_t at, std::uint32_t end_of_word) const noexcept;
  [[nodiscard]] std::uint32_t url_body_end(std::uint32_t at) const noexcept;
  [[nodiscard]] std::uint32_t host_end(std::uint32_t at) const noexcept;
  [[nodiscard]] std::size_t first_token_of_mail_name(std::uint32_t at) const noexcept;

  [[nodiscard]] std::uint32_t glued_code_end(std::uint32_t at);
  [[nodiscard]] std::uint32_t glued_letter_end(std::uint32_t at) const noexcept;
  [[nodiscard]] bool is_scale(std::uint32_t at) const noexcept;

  std::uint32_t scan_word(std::uint32_t at, std::uint8_t space_flags);
  std::uint32_t scan_unspaced(std::uint32_t at, std::uint8_t space_flags);
  std::uint32_t scan_apostrophe(std::uint32_t at, const CodePoint& first, std::uint8_t space_flags);
  std::uint32_t scan_point(std::uint32_t at, std::uint8_t space_flags);
  std::uint32_t scan_at_sign(std::uint32_t at, std::uint8_t space_flags);

  std::uint32_t emit(std::uint32_t begin, std::uint32_t end, TokenKind kind, std::uint8_t space_flags);
  [[nodiscard]] std::uint8_t letter_flags(std::uint32_t begin, std::uint32_t end) const noexcept;
  [[nodiscard]] WordId word_id(std::string_view token, bool ascii);
  void open_word_breaks();

  struct CloseWordBreaks {
    void operator()(UBreakIterator* iterator) const noexcept { ubrk_close(iterator); }
  };

  std::string_view text_;
  std::uint32_t size_;
  const Vocabulary& vocabulary_;
  std::vector<Token>& tokens_;
  TokenizerPath path_;
  std::string folded_;                                            // scratch for words outside ASCII
  std::unique_ptr<UBreakIterator, CloseWordBreaks> word_breaks_;  // opened by the first run of Han, Thai ...
};

}  // namespace attest
