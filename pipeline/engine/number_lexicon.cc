#include "engine/number_lexicon.h"

#include <array>
#include <string>
#include <utility>

#include "value/numeral.h"

namespace attest {
namespace {

constexpr std::array<std::pair<std::string_view, NumberWordKind>, 13> kKinds = {{
    {"unit", NumberWordKind::kUnit},
    {"ten", NumberWordKind::kTen},
    {"hundred", NumberWordKind::kHundred},
    {"scale", NumberWordKind::kScale},
    {"half", NumberWordKind::kHalf},
    {"denominator", NumberWordKind::kDenominator},
    {"ordinal", NumberWordKind::kOrdinal},
    {"article", NumberWordKind::kArticle},
    {"and", NumberWordKind::kAnd},
    {"of", NumberWordKind::kOf},
    {"point", NumberWordKind::kPoint},
    {"comma", NumberWordKind::kComma},
    {"hyphen", NumberWordKind::kHyphen},
}};

std::optional<NumberWord> word_of_token(const TokenView& view, std::uint32_t index, const NumberLexicon& lexicon) {
  const Token& token = view.tokens[index];
  if (token.kind == TokenKind::kNumber) {
    const auto numeral = parse_numeral(view.word(index));
    if (!numeral) return std::nullopt;
    return NumberWord{NumberWordKind::kNumeral, numeral->value};
  }
  if (const auto word = lexicon.find(token.word)) return word;
  if (const auto fraction = vulgar_fraction(view.word(index))) return NumberWord{NumberWordKind::kVulgar, *fraction};
  return std::nullopt;
}

}  // namespace

std::optional<NumberWordKind> number_word_kind_named(std::string_view name) noexcept {
  for (const auto& [known, kind] : kKinds) {
    if (known == name) return kind;
  }
  return std::nullopt;
}

NumberLexicon::NumberLexicon(const Gazetteer& gazetteer, const Vocabulary& vocabulary) {
  words_.resize(vocabulary.size());
  read_list(gazetteer, vocabulary, "number_word");
  read_list(gazetteer, vocabulary, "number_joiner");
}

void NumberLexicon::read_list(const Gazetteer& gazetteer, const Vocabulary& vocabulary, std::string_view name) {
  const auto list = gazetteer.list_named(name);
  if (!list) return;
  const auto kind_column = gazetteer.column(*list, "kind");
  const auto value_column = gazetteer.column(*list, "value");
  if (!kind_column || !value_column) return;
  std::string folded;
  for (const std::uint32_t index : gazetteer.entries_of(*list)) {
    const Gazetteer::Entry& entry = gazetteer.entry(index);
    const auto kind = number_word_kind_named(entry.cells[*kind_column].text());
    fold_word(entry.surface, folded);
    const WordId word = vocabulary.find(folded);
    if (kind && word != kUnknownWord && !words_[word]) words_[word] = NumberWord{*kind, entry.cells[*value_column].decimal()};
  }
}

std::optional<NumberPhrase> spelled_number(const TokenView& view, TokenRange tokens, const NumberLexicon& lexicon) {
  constexpr std::size_t kMostWords = 96;  // the limit of parse_number_words
  std::array<NumberWord, kMostWords> words;
  const std::size_t count = tokens.end - tokens.begin;
  if (count == 0 || count > kMostWords) return std::nullopt;
  for (std::size_t i = 0; i < count; ++i) {
    const auto word = word_of_token(view, tokens.begin + static_cast<std::uint32_t>(i), lexicon);
    if (!word) return std::nullopt;
    words[i] = *word;
  }
  return parse_number_words(std::span(words).first(count));
}

}  // namespace attest
