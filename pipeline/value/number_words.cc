#include "value/number_words.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace attest {
namespace {

using Kind = NumberWordKind;

// A word of the sequence without its hyphens; each is kept as a mark on the word after it. `value` stays in the
// caller's sequence.
struct Word {
  const Decimal* value;
  Kind kind;
  bool after_hyphen;
};

using Words = std::span<const Word>;

// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): filled up to `count` only
struct WordBuffer {
  static constexpr std::size_t kMost = 96;
  std::array<Word, kMost> items;  // filled up to `count` only: clearing it would cost more than reading most numbers
  std::size_t count = 0;

  [[nodiscard]] Words words() const noexcept { return {items.data(), count}; }
};

// Drops the hyphens. False for too many words, or for a hyphen that joins no two words.
bool drop_hyphens(std::span<const NumberWord> words, WordBuffer& buffer) noexcept {
  bool hyphen = false;
  for (const NumberWord& word : words) {
    if (word.kind == Kind::kHyphen) {
      if (hyphen || buffer.count == 0) return false;
      hyphen = true;
      continue;
    }
    if (buffer.count == WordBuffer::kMost) return false;
    buffer.items[buffer.count++] = {&word.value, word.kind, hyphen};
    hyphen = false;
  }
  return !hyphen;
}

const Decimal kNoScale(1);

struct Cardinal {
  Decimal value;
  Decimal last_scale = kNoScale;  // "million" in "three thousand million"; kNoScale where units end the number
  std::int32_t last_place = 0;
  bool decimals = false;  // a decimal part was written, so that no lower group may follow
};

std::optional<std::int32_t> exponent_of_power(const Decimal& scale) noexcept {
  const Decimal normal = scale.normalised();
  if (normal.mantissa() != 1) return std::nullopt;
  return normal.exponent();
}

// Recursive descent over groups ("two hundred thousand") in falling order.
class CardinalReader {
 public:
  explicit CardinalReader(Words words) noexcept : words_(words) {}

  std::optional<Cardinal> read() noexcept {
    if (words_.size() == 1 && at(Kind::kUnit) && words_[0].value->is_zero()) return Cardinal{};
    auto group = read_group();
    while (group && at_ < words_.size()) group = read_next_group(*group);
    return group;
  }

 private:
  // A number below the first scale word of its group.
  struct Small {
    Decimal value;
    std::int32_t last_place = 0;  // as written, so trailing zeros count
    bool spelled = true;          // in words, not in digits
    bool decimals = false;
  };

  [[nodiscard]] bool at(Kind kind) const noexcept { return at_ < words_.size() && words_[at_].kind == kind; }
  [[nodiscard]] bool at_whole_numeral() const noexcept { return at(Kind::kNumeral) && words_[at_].value->exponent() >= 0; }
  bool take(Kind kind) noexcept {
    if (!at(kind)) return false;
    ++at_;
    return true;
  }

  // ", two hundred thousand", "and five": the group after `before`, added to it.
  std::optional<Cardinal> read_next_group(const Cardinal& before) noexcept {
    if (!exponent_of_power(before.last_scale)) return std::nullopt;  // "two dozen five"
    const bool comma = take(Kind::kComma);
    const bool joined = take(Kind::kAnd);
    const auto group = read_group();
    if (!group || group->value >= before.last_scale || before.decimals || group->decimals) return std::nullopt;
    if (joined && at_ < words_.size()) return std::nullopt;  // "and" comes before the last group
    constexpr std::int64_t kLeastAfterComma = 100;           // "in two thousand, five ..." is no number
    if (comma && !joined && group->value < Decimal(kLeastAfterComma)) return std::nullopt;
    const auto sum = add(before.value, group->value);
    if (!sum) return std::nullopt;
    return Cardinal{*sum, group->last_scale, group->last_place, false};
  }

  std::optional<Cardinal> read_group() noexcept {
    const auto small = read_small();
    if (!small) return std::nullopt;
    Cardinal group{small->value, kNoScale, small->last_place, small->decimals};
    constexpr std::int64_t kThousand = 1000;
    if (at(Kind::kScale) && small->spelled && small->value >= Decimal(kThousand)) return std::nullopt;  // "nineteen hundred thousand"
    while (at(Kind::kScale)) {
      const Decimal scale = *words_[at_++].value;
      if (scale < group.last_scale) return std::nullopt;  // "million thousand"
      const auto product = multiply(group.value, scale);
      if (!product) return std::nullopt;
      group = {*product, scale, group.last_place + exponent_of_power(scale).value_or(0), group.decimals};
    }
    if (group.last_scale == kNoScale && group.last_place >= 0) group.last_place = group.value.normalised().exponent();
    return group;
  }

  std::optional<Small> read_small() noexcept {
    auto small = read_leading();
    if (!small || !take(Kind::kHundred)) return small;
    constexpr std::int64_t kHundred = 100;
    if (small->spelled && small->value >= Decimal(kHundred)) return std::nullopt;
    const auto hundreds = multiply(small->value, Decimal(kHundred));
    if (!hundreds) return std::nullopt;
    const auto sum = add(*hundreds, read_rest_of_hundred());
    if (!sum) return std::nullopt;
    return Small{*sum, small->decimals ? small->last_place + 2 : 0, small->spelled, small->decimals};
  }

  // What stands before "hundred", a scale word or the end: "a", "twenty-five", "2.5", "two point five", or nothing
  // where the number starts with "hundred" or "million" itself.
  std::optional<Small> read_leading() noexcept {
    if (at(Kind::kNumeral)) {
      const Decimal value = *words_[at_++].value;
      const bool decimals = value.exponent() < 0;
      return Small{value, decimals ? value.exponent() : 0, false, decimals};
    }
    const bool first = at_ == 0;
    const bool article = first && take(Kind::kArticle);
    if (first && (at(Kind::kHundred) || at(Kind::kScale))) return Small{Decimal(1)};
    if (article) return std::nullopt;
    const bool point_follows = at_ + 1 < words_.size() && words_[at_ + 1].kind == Kind::kPoint;
    const auto value = at(Kind::kUnit) && point_follows ? std::optional(*words_[at_++].value) : read_below_hundred();
    if (!value) return std::nullopt;
    return take(Kind::kPoint) ? read_decimals(*value) : Small{*value};
  }

  std::optional<Small> read_decimals(Decimal value) noexcept {
    std::int32_t place = 0;
    for (; at(Kind::kUnit) && *words_[at_].value < Decimal(10); ++at_) {
      const auto sum = add(value, *words_[at_].value->scaled(--place));
      if (!sum) return std::nullopt;
      value = *sum;
    }
    if (place == 0) return std::nullopt;
    return Small{value, place, true, true};
  }

  // "and five", "twenty-three", "and 21" after "hundred"; zero where nothing of the kind follows.
  Decimal read_rest_of_hundred() noexcept {
    const std::size_t start = at_;
    take(Kind::kAnd);
    constexpr std::int64_t kHundred = 100;
    if (at_whole_numeral() && *words_[at_].value < Decimal(kHundred)) return *words_[at_++].value;
    const auto rest = read_below_hundred();
    if (!rest) at_ = start;
    return rest.value_or(Decimal(0));
  }

  // One to ninety-nine in words.
  std::optional<Decimal> read_below_hundred() noexcept {
    if (at(Kind::kUnit)) {
      if (words_[at_].value->is_zero()) return std::nullopt;
      return *words_[at_++].value;
    }
    if (!at(Kind::kTen)) return std::nullopt;
    const Decimal ten = *words_[at_++].value;
    const bool unit_follows = at(Kind::kUnit) && !words_[at_].value->is_zero() && *words_[at_].value < Decimal(10);
    return unit_follows ? add(ten, *words_[at_++].value) : ten;
  }

  Words words_;
  std::size_t at_ = 0;
};

std::optional<Cardinal> read_cardinal(Words words) noexcept {
  if (words.empty()) return std::nullopt;
  return CardinalReader(words).read();
}

// "one-hundredth": with its hyphen a fraction, without ("one hundredth") an ordinal.
bool is_hyphenated_unit_fraction(Words words) noexcept {
  return words.size() == 2 && words[1].after_hyphen && words[0].kind == Kind::kUnit && *words[0].value == Decimal(1);
}

Kind cardinal_kind(const Decimal& ordinal) noexcept {
  if (ordinal < Decimal(20)) return Kind::kUnit;
  if (ordinal < Decimal(100)) return Kind::kTen;
  return ordinal == Decimal(100) ? Kind::kHundred : Kind::kScale;
}

// An ordinal is a cardinal whose last word is put in its ordinal form.
std::optional<Cardinal> read_ordinal(const WordBuffer& buffer) noexcept {
  const Words words = buffer.words();
  if (words.back().kind != Kind::kOrdinal || words.front().kind == Kind::kArticle || is_hyphenated_unit_fraction(words))
    return std::nullopt;
  WordBuffer cardinal;
  cardinal.count = buffer.count;
  std::copy_n(buffer.items.begin(), buffer.count, cardinal.items.begin());
  cardinal.items[cardinal.count - 1].kind = cardinal_kind(*words.back().value);
  return read_cardinal(cardinal.words());
}

struct Ratio {
  Decimal numerator;
  Decimal denominator;
};

// The whole number before a denominator; "a" is one.
std::optional<Decimal> read_numerator(Words words) noexcept {
  if (words.size() == 1 && words[0].kind == Kind::kArticle) return Decimal(1);
  const auto cardinal = read_cardinal(words);
  if (!cardinal || !cardinal->value.is_integer()) return std::nullopt;
  return cardinal->value;
}

// "twenty-fifths" is one denominator where a numerator stands before it; so is "hundred-thousandths" with a hyphen.
std::optional<Ratio> read_compound_ratio(Words words) noexcept {
  if (words.size() < 3) return std::nullopt;
  const Word& last = words.back();
  const Word& before = words[words.size() - 2];
  const bool tens = before.kind == Kind::kTen && *last.value < Decimal(10);
  const bool powers = last.after_hyphen && *last.value >= Decimal(1000) && (before.kind == Kind::kHundred || *before.value == Decimal(10));
  if (!tens && !powers) return std::nullopt;
  const auto numerator = read_numerator(words.first(words.size() - 2));
  const auto denominator = tens ? add(*before.value, *last.value) : multiply(*before.value, *last.value);
  if (!numerator || !denominator) return std::nullopt;
  return Ratio{*numerator, *denominator};
}

// "one one hundred and fifth", "a twenty-first": behind one, a whole ordinal of several words is the denominator.
std::optional<Ratio> read_ratio_of_one(const WordBuffer& buffer) noexcept {
  const Words words = buffer.words();
  if (words.size() < 3 || words.back().kind != Kind::kOrdinal) return std::nullopt;
  const bool article = words[0].kind == Kind::kArticle && words[1].kind == Kind::kTen;
  const bool one = words[0].kind == Kind::kUnit && *words[0].value == Decimal(1) && words[1].kind != Kind::kHundred;
  if (!article && !one) return std::nullopt;
  WordBuffer rest;
  rest.count = words.size() - 1;
  std::copy(words.begin() + 1, words.end(), rest.items.begin());
  const auto denominator = read_ordinal(rest);
  return denominator ? std::optional(Ratio{1, denominator->value}) : std::nullopt;
}

// Whether `numerator` agrees with the last word: "one third", "two-third" and "two thirds", but not "two third".
bool agrees(const Decimal& numerator, Words words) noexcept {
  const Word& last = words.back();
  if (last.kind == Kind::kDenominator || numerator == Decimal(1)) return true;
  return last.kind == Kind::kOrdinal && last.after_hyphen && words.size() == 2;
}

std::optional<Ratio> read_ratio(Words words) noexcept {
  if (words.empty()) return std::nullopt;
  const Word& last = words.back();
  if (words.size() == 1 && last.kind == Kind::kHalf) return Ratio{1, *last.value};
  if (words.size() == 1 && last.kind == Kind::kVulgar) return Ratio{*last.value, 1};
  const bool singular = last.kind == Kind::kHalf || last.kind == Kind::kOrdinal;
  if (!singular && last.kind != Kind::kDenominator) return std::nullopt;
  if (auto compound = read_compound_ratio(words)) return compound;
  const bool hanging_hyphen = words.size() == 2 && words[0].kind == Kind::kTen && last.after_hyphen && *last.value < Decimal(10);
  if (hanging_hyphen || *last.value < Decimal(2)) return std::nullopt;                // "twenty-fifths" of nothing
  if (last.kind == Kind::kOrdinal && *last.value == Decimal(2)) return std::nullopt;  // "one second"
  const auto numerator = read_numerator(words.first(words.size() - 1));
  if (!numerator || !agrees(*numerator, words)) return std::nullopt;
  return Ratio{*numerator, *last.value};
}

std::optional<Decimal> quotient(const Ratio& ratio, const Decimal& scale) noexcept {
  const auto numerator = multiply(ratio.numerator, scale);
  if (!numerator) return std::nullopt;
  return divide(*numerator, ratio.denominator);
}

// The scale words at the end of a sequence, multiplied, and how many words they are.
struct TrailingScale {
  Decimal value = kNoScale;
  std::size_t count = 0;
};

std::optional<TrailingScale> trailing_scale(Words words) noexcept {
  TrailingScale scale;
  for (; scale.count < words.size() && words[words.size() - scale.count - 1].kind == Kind::kScale; ++scale.count) {
    const auto product = multiply(scale.value, *words[words.size() - scale.count - 1].value);
    if (!product) return std::nullopt;
    scale.value = *product;
  }
  return scale;
}

bool is_bare_quarter(Words words) noexcept {
  return words.size() == 1 && words[0].kind == Kind::kDenominator && *words[0].value == Decimal(4);
}

// "half a million", "a quarter million", "two thirds of a million".
std::optional<Decimal> read_scaled_ratio(Words words) noexcept {
  const auto scale = trailing_scale(words);
  if (!scale || scale->count == 0) return std::nullopt;
  Words head = words.first(words.size() - scale->count);
  if (!head.empty() && head.back().kind == Kind::kArticle) {
    head = head.first(head.size() - 1);
    if (!head.empty() && head.back().kind == Kind::kOf) head = head.first(head.size() - 1);
  }
  const auto ratio = is_bare_quarter(head) ? std::optional(Ratio{1, *head[0].value}) : read_ratio(head);
  if (!ratio) return std::nullopt;
  return quotient(*ratio, scale->value);
}

// Where the fraction of a mixed number starts: after its last "and", or at the character after a numeral ("2½").
struct Mixed {
  Words whole;
  Words part;
};

std::optional<Mixed> split_mixed(Words words) noexcept {
  for (std::size_t i = words.size(); i-- > 1;) {
    if (words[i].kind == Kind::kAnd) return Mixed{words.first(i), words.subspan(i + 1)};
    if (words[i].kind == Kind::kVulgar && words[i - 1].kind == Kind::kNumeral) return Mixed{words.first(i), words.subspan(i)};
  }
  return std::nullopt;
}

// "two and a half million", "a million and a half", "one billion and a half million".
std::optional<Decimal> read_mixed(Words words) noexcept {
  const auto mixed = split_mixed(words);
  if (!mixed) return std::nullopt;
  const auto whole = read_cardinal(mixed->whole);
  const auto scale = trailing_scale(mixed->part);
  if (!whole || !whole->value.is_integer() || !scale) return std::nullopt;
  const auto ratio = read_ratio(mixed->part.first(mixed->part.size() - scale->count));
  const bool scaled_whole = whole->last_scale != kNoScale;
  if (!ratio) {
    const auto part = scaled_whole ? read_scaled_ratio(mixed->part) : std::nullopt;  // "a million and half a million"
    return part && *part < whole->last_scale ? add(whole->value, *part) : std::nullopt;
  }
  if (ratio->numerator >= ratio->denominator) return std::nullopt;
  const bool both_scaled = scaled_whole && scale->count > 0;
  if (both_scaled && scale->value >= whole->last_scale) return std::nullopt;
  const auto part = quotient(*ratio, scaled_whole && scale->count == 0 ? whole->last_scale : scale->value);
  const auto scaled = both_scaled ? whole->value : multiply(whole->value, scale->value);
  if (!part || !scaled) return std::nullopt;
  return add(*scaled, *part);
}

}  // namespace

std::optional<NumberPhrase> parse_number_words(std::span<const NumberWord> words) noexcept {
  WordBuffer buffer;
  if (!drop_hyphens(words, buffer) || buffer.count == 0) return std::nullopt;
  const Words sequence = buffer.words();
  if (const auto cardinal = read_cardinal(sequence)) return NumberPhrase{cardinal->value, false, false, cardinal->last_place};
  if (const auto ordinal = read_ordinal(buffer)) return NumberPhrase{ordinal->value, true, false, ordinal->last_place};
  if (const auto mixed = read_mixed(sequence)) return NumberPhrase{*mixed, false, false, std::nullopt};
  if (const auto scaled = read_scaled_ratio(sequence)) return NumberPhrase{*scaled, false, false, std::nullopt};
  auto ratio = read_ratio(sequence);
  if (!ratio) ratio = read_ratio_of_one(buffer);
  const auto value = ratio ? quotient(*ratio, kNoScale) : std::nullopt;
  if (!value) return std::nullopt;
  return NumberPhrase{*value, false, true, std::nullopt};
}

}  // namespace attest
