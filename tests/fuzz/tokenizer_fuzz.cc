// Any bytes: tokens are in order and inside the text, and both paths give the same ones where the text is valid UTF-8.
#include <cstdlib>
#include <string_view>
#include <vector>

#include "text/code_points.h"
#include "text/tokenizer.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

attest::Vocabulary some_words() {
  attest::Vocabulary vocabulary;
  for (const char* word : {"a", "u.s.", "billion", "internationalisation", "'s", "$", "12", "--", "é"}) vocabulary.add(word);
  return vocabulary;
}

void require_in_order(const std::vector<attest::Token>& tokens, std::size_t size) {
  std::uint32_t end = 0;
  for (const attest::Token& token : tokens) {
    require(end <= token.begin && token.begin < token.end && token.end <= size);
    end = token.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const attest::Vocabulary vocabulary = some_words();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::vector<attest::Token> fast;
  std::vector<attest::Token> generic;
  attest::tokenize(bytes, vocabulary, fast);
  require_in_order(fast, size);
  if (!attest::is_valid_utf8(bytes)) return 0;
  attest::tokenize(bytes, vocabulary, generic, attest::TokenizerPath::kGenericPath);
  require(fast.size() == generic.size());
  for (std::size_t i = 0; i < fast.size(); ++i) {
    require(fast[i].span() == generic[i].span() && fast[i].word == generic[i].word);
    require(fast[i].kind == generic[i].kind && fast[i].flags == generic[i].flags);
    require(attest::is_valid_utf8(fast[i].span().of(bytes)));
  }
  return 0;
}
