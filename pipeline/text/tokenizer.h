// Text to tokens in one pass. ASCII runs through a 256-entry table; other code points are classified by ICU. Both
// paths give the same tokens where both apply (tests/text/tokenizer_test.cc compares them on random ASCII).
//
//   std::vector<Token> tokens;
//   tokenize("China's exports rose 4.5% to $43.8bn.", vocabulary, tokens);
//   // China | 's | exports | rose | 4.5 | % | to | $ | 43.8 | bn | .
//
// Decisions that rules rely on:
//  - A hyphen or dash is a token of its own: "1,200-kilometre" is 1,200 | - | kilometre, "twenty-five" three tokens.
//  - Letters glued behind a number are a token of their own: "10kg" is 10 | kg, "21st" is 21 | st, "1990s" 1990 | s.
//  - A number takes inner commas, points and apostrophes (' and U+2019) only between digits, so a final point or
//    comma is punctuation, and "1.2.3" is one number (which no number rule accepts). Spaces (also U+00A0, U+202F,
//    U+2009) end it. ".5" is one number at the start, behind white space, a currency sign, an opening bracket or
//    quotation mark, a dash or a mathematical sign.
//  - A letter first, then letters and digits, is alphanumeric: "G20", "COVID19"; but "B737-800" is B737 | - | 800.
//    Two to four ASCII letters, the first a capital, that the vocabulary knows are a token of their own, since a
//    currency's sign may be glued to its amount: "USD115.5" is USD | 115.5, "Rs500" is Rs | 500.
//  - "'s" and "’s" directly behind another token (and a plural's bare apostrophe) are tokens of their own; other inner
//    apostrophes stay ("Xi'an", "don't"); "'90s" is ' | 90 | s.
//  - Single letters with points stay together with their final point ("U.S.", "a.m.", "U.S.A.", "e.g.", also "U.S");
//    one letter alone ("E.") does not, and every other point is a token.
//  - Points in a row ("..", "...") and hyphens in a row ("--") are one token; other marks in a row are one token each.
//  - A currency sign behind letters stays apart from them: "US$5" is US | $ | 5, "A$" is A | $.
//  - URLs (a word and "://", or "www.") up to white space or a closing bracket or quotation mark, without final
//    . , ; : ! ?, and e-mail addresses are one alphanumeric token: digits inside them are no figures.
//  - Superscript digits and fractions ("½", "²") are single symbol tokens.
//  - Code points that show nothing (soft hyphen, zero-width space and joiners) do not split a word between whose letters
//    they stand, and are white space elsewhere; so are control characters.
//  - Scripts without spaces (Han, kana, Thai, Lao, Khmer, Myanmar ...) are cut by ICU's word break iterator.
#pragma once

#include <string_view>
#include <vector>

#include "text/token.h"

namespace attest {

/// How the tokeniser treats ASCII; kGenericPath exists to prove that the fast path changes nothing.
enum class TokenizerPath { kFast, kGenericPath };

/// Replaces the contents of `tokens` by the tokens of `text` (valid UTF-8, under 2^32 bytes). Looks words up in
/// `vocabulary`. Linear; allocates nothing but the growth of `tokens` and, once a text, a buffer for words outside ASCII and
/// ICU's iterator for scripts without spaces.
void tokenize(std::string_view text, const Vocabulary& vocabulary, std::vector<Token>& tokens, TokenizerPath path = TokenizerPath::kFast);

}  // namespace attest
