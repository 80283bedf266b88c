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
//    comma is punctuation; ".5" after white space or "$" is one number. Spaces (also U+00A0, U+202F, U+2009) end it.
//  - "'s" and "’s" (and a plural's bare apostrophe) are tokens of their own; other inner apostrophes stay ("Xi'an", "don't").
//  - Single letters with points stay together ("U.S.", "a.m.", "U.S.A.", "e.g."); every other point is a token.
//  - A currency sign behind letters stays apart from them: "US$5" is US | $ | 5, "A$" is A | $.
//  - Superscript digits and fractions ("½", "²") are single symbol tokens.
//  - Scripts without spaces (Han, Thai, ...) are cut by ICU's word break iterator.
#pragma once

#include <string_view>
#include <vector>

#include "text/token.h"

namespace attest {

/// How the tokeniser treats ASCII; kGenericPath exists to prove that the fast path changes nothing.
enum class TokenizerPath { kFast, kGenericPath };

/// Replaces the contents of `tokens` by the tokens of `text` (valid UTF-8, under 2^32 bytes). Looks words up in
/// `vocabulary`. Linear; allocates nothing but the growth of `tokens`.
void tokenize(std::string_view text, const Vocabulary& vocabulary, std::vector<Token>& tokens, TokenizerPath path = TokenizerPath::kFast);

}  // namespace attest
