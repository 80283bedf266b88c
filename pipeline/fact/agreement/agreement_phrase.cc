#include "fact/agreement/agreement_phrase.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "fact/agreement/word.h"
#include "fact/within.h"
#include "record/names.h"
#include "resolve/name_places.h"

namespace attest {
namespace {

bool states_agreements(BlockKind kind) noexcept {
  return kind != BlockKind::kBibliography && kind != BlockKind::kFurniture && kind != BlockKind::kTableRow;
}

AgreementWeight weight_named(std::string_view name) noexcept {
  if (name == "named") return AgreementWeight::kNamed;
  if (name == "trade") return AgreementWeight::kTrade;
  if (name == "back") return AgreementWeight::kBack;
  if (name == "document") return AgreementWeight::kDocument;
  return name == "paper" ? AgreementWeight::kPaper : AgreementWeight::kFirm;
}

Determination determination_named(std::string_view name) noexcept {
  if (name == "indefinite") return Determination::kIndefinite;
  if (name == "definite") return Determination::kDefinite;
  return name == "several" ? Determination::kSeveral : Determination::kNegative;
}

std::optional<std::uint32_t> whole_number(const Decimal& value) noexcept {
  constexpr double kMost = 1e9;
  const double number = value.to_double();
  const auto whole = static_cast<std::uint32_t>(number >= 0 && number < kMost ? number : 0);
  return static_cast<double>(whole) == number ? std::optional(whole) : std::nullopt;
}

/// "seven memorandum of understanding"; neither "two-part" nor "a 4,900,000 contract", whose currency is left out.
bool counts_one_noun(const TokenView& view, const Mention& mention) noexcept {
  constexpr double kMost = 500;
  const bool blank = mention.bytes.end < view.text.size() && (view.text[mention.bytes.end] == ' ' || view.text[mention.bytes.end] == '\n');
  return blank && mention.figure()->value->to_double() <= kMost;
}

/// A title in one line, with straight apostrophes: line breaks and typography do not make another title.
std::string title_of(std::string_view passage) {
  std::string title;
  for (std::size_t i = 0; i < passage.size(); ++i) {
    const bool space = passage[i] == ' ' || passage[i] == '\n' || passage[i] == '\r' || passage[i] == '\t';
    if (space) {
      if (!title.empty() && title.back() != ' ') title += ' ';
    } else if (passage.substr(i).starts_with("’")) {
      title += '\'';
      i += std::string_view("’").size() - 1;
    } else {
      title += passage[i];
    }
  }
  return title;
}

/// Where the name or date that ends with a possessive begins: "last December's", "South Africa's".
std::uint32_t owner_begin(const TokenView& view, std::uint32_t possessive, std::uint32_t floor, std::span<const Mention> mentions) {
  const std::uint32_t end = view.tokens[possessive].end;
  const auto ends_behind = [](std::uint32_t offset, const Mention& mention) { return offset < mention.bytes.begin; };
  const auto next = std::upper_bound(mentions.begin(), mentions.end(), end, ends_behind);
  constexpr std::uint32_t kLongestMark = 4;  // a blank and the possessive's own bytes
  if (next == mentions.begin() || (next - 1)->bytes.end + kLongestMark < end) return possessive;
  return std::max(floor, std::min(possessive, token_from(view, (next - 1)->bytes.begin)));
}

constexpr std::array<std::string_view, 4> kOpening = {"\"", "“", "«", "‘"};
constexpr std::array<std::string_view, 4> kClosing = {"\"", "”", "»", "’"};

/// “Treaty of Moss”
bool stands_in_quotes(const TokenView& view, TokenRange title) {
  return title.begin > 0 && title.end < view.tokens.size() && is_one_of(view.word(title.begin - 1), kOpening) &&
         is_one_of(view.word(title.end), kClosing);
}

/// "a declaration titled “Deeper Ties”": the name between the marks; empty where none follows the phrase.
TokenRange quoted_name_behind(const TokenView& view, std::uint32_t token) {
  constexpr std::array<std::string_view, 5> kNaming = {"titled", "entitled", "called", "named", "dubbed"};
  constexpr std::uint32_t kLongest = 24;
  if (token + 2 >= view.tokens.size() || !is_one_of(view.word(token), kNaming) || !is_one_of(view.word(token + 1), kOpening)) return {};
  const std::uint32_t limit = std::min(static_cast<std::uint32_t>(view.tokens.size()), token + kLongest);
  std::uint32_t end = token + 2;
  while (end < limit && !is_one_of(view.word(end), kClosing)) ++end;
  return end < limit ? TokenRange{token + 2, end} : TokenRange{};
}

/// "(TPA)" right behind "Trade Partnership Agreement": its first letters, each in turn; "" where none stand there.
std::string_view acronym_behind(const TokenView& view, const AgreementPhrase& phrase) {
  constexpr std::size_t kShortest = 3;
  const std::uint32_t at = phrase.tokens.end + 1;
  if (phrase.title.empty() || at + 1 >= view.tokens.size() || view.word(at - 1) != "(" || view.word(at + 1) != ")") return {};
  const std::string_view letters = view.word(at);
  if (letters.size() < kShortest || !view.tokens[at].has(token_flag::kAllCaps)) return {};
  std::size_t matched = 0;
  for (std::uint32_t i = phrase.tokens.begin; i < phrase.tokens.end && matched < letters.size(); ++i) {
    if (view.word(i).front() == letters[matched]) ++matched;
  }
  return matched == letters.size() ? letters : std::string_view();
}

}  // namespace

/// Neither the name of a body ("at GATT") nor the beginning of another noun ("CTPA rules").
bool AgreementPhrases::stands_for_agreement(const TokenView& view, std::uint32_t token, std::span<const Mention> mentions) const {
  const std::uint32_t next = token + 1;
  const bool noun = next < view.tokens.size() && view.tokens[next].kind == TokenKind::kWord &&
                    !view.tokens[next].has(token_flag::kCapitalised) && !function_words_.at(view, next, next + 1) &&
                    !view.word(next).ends_with("ed") && !agreement_word::is_possessive(view.word(next));
  const auto inside = mentions_in(mentions, {view.tokens[token].begin, view.tokens[token].end});
  const bool body = std::any_of(inside.begin(), inside.end(), [](const Mention& mention) {
    return mention.name() != nullptr && mention.name()->kind == NameKind::kOrganisation;
  });
  return !noun && !body;
}

AgreementPhrases::AgreementPhrases(const CompiledRules& rules)
    : fields_(rules),
      type_(fields_.type("Agreement")),
      kind_(fields_.field("kind")),
      number_(fields_.field("number")),
      weight_(fields_.field("weight")),
      title_(fields_.field("title")),
      nouns_(rules, "agreement_noun"),
      determiners_(rules, "agreement_determiner"),
      approximators_(rules, "approximator"),
      function_words_(rules, "function_word"),
      modifiers_(rules, "agreement_modifier") {}

void AgreementPhrases::read(const Chart& chart, std::span<const Mention> mentions) {
  phrases_.clear();
  if (!type_) return;
  const AnalysedText& text = chart.text();
  std::vector<AnnotationId> ids(chart.of_type(*type_).begin(), chart.of_type(*type_).end());
  std::sort(ids.begin(), ids.end(),
            [&](AnnotationId a, AnnotationId b) { return chart.annotation(a).span.begin < chart.annotation(b).span.begin; });
  std::uint32_t sentence = 0;
  for (const AnnotationId id : ids) {
    while (text.sentences[sentence].tokens.end <= chart.annotation(id).span.begin) ++sentence;
    if (!states_agreements(text.blocks[text.sentences[sentence].block].kind)) continue;
    AgreementPhrase phrase = phrase_of(chart, id, sentence);
    read_determiner(chart.view(), text.sentences[sentence].tokens.begin, mentions, phrase);
    read_inside(chart.view(), mentions, phrase);
    constexpr std::uint32_t kApart = 3;  // tokens; nearer ones share their parties: "a pact and a treaty with Chile"
    const bool apart = !phrases_.empty() && phrases_.back().sentence == sentence && phrase.outer > phrases_.back().tokens.end + kApart;
    if (!phrases_.empty() && phrases_.back().sentence == sentence) phrase.previous = {phrases_.back().outer, phrases_.back().tokens.end};
    // "a pact on ports, MoU between"
    const bool item = phrase.determination == Determination::kBare && phrase.outer > 0 && chart.view().word(phrase.outer - 1) == ",";
    if (apart && (phrase.determination == Determination::kIndefinite || item)) phrases_.back().next = phrase.outer;
    phrases_.push_back(std::move(phrase));
  }
  read_acronyms(chart, mentions);
}

/// "a Trade Partnership Agreement (TPA)": wherever else these letters stand.
void AgreementPhrases::read_acronyms(const Chart& chart, std::span<const Mention> mentions) {
  const TokenView& view = chart.view();
  const AnalysedText& text = chart.text();
  std::vector<AgreementPhrase> found;
  std::vector<std::string_view> known;
  constexpr std::size_t kMostAcronyms = 16;  // each is looked for in all of the text
  for (const AgreementPhrase& titled : phrases_) {
    if (known.size() == kMostAcronyms) break;
    const std::string_view letters = acronym_behind(view, titled);
    if (letters.empty() || std::find(known.begin(), known.end(), letters) != known.end()) continue;
    known.push_back(letters);
    std::uint32_t sentence = titled.sentence;
    for (std::uint32_t token = titled.tokens.end; token < view.tokens.size(); ++token) {
      if (!view.tokens[token].has(token_flag::kAllCaps) || view.word(token) != letters || is_inside(token) ||
          !stands_for_agreement(view, token, mentions))
        continue;
      while (text.sentences[sentence].tokens.end <= token) ++sentence;
      if (!states_agreements(text.blocks[text.sentences[sentence].block].kind)) continue;
      AgreementPhrase phrase = titled;
      phrase.tokens = phrase.head = {token, token + 1};
      phrase.sentence = sentence;
      phrase.determination = Determination::kBare;
      phrase.quoted = false;
      phrase.next = 0;
      phrase.previous = {};
      phrase.money = phrase.date = nullptr;
      read_determiner(view, text.sentences[sentence].tokens.begin, mentions, phrase);
      found.push_back(std::move(phrase));
    }
  }
  if (found.empty()) return;
  phrases_.insert(phrases_.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [](const AgreementPhrase& a, const AgreementPhrase& b) { return a.tokens.begin < b.tokens.begin; });
}

bool AgreementPhrases::is_inside(std::uint32_t token) const {
  const auto behind = [](std::uint32_t at, const AgreementPhrase& phrase) { return at < phrase.tokens.begin; };
  const auto next = std::upper_bound(phrases_.begin(), phrases_.end(), token, behind);
  return next != phrases_.begin() && token < (next - 1)->tokens.end;
}

AgreementPhrase AgreementPhrases::phrase_of(const Chart& chart, AnnotationId id, std::uint32_t sentence) const {
  const Annotation& annotation = chart.annotation(id);
  AgreementPhrase phrase;
  phrase.tokens = annotation.span;
  phrase.sentence = sentence;
  phrase.annotation = id;
  phrase.kind = agreement_kind_named(fields_.text(chart, annotation, kind_)).value_or(AgreementKind::kAgreement);
  phrase.weight = weight_named(fields_.text(chart, annotation, weight_));
  phrase.many = fields_.text(chart, annotation, number_) == "many";
  if (!phrase.many) phrase.count = 1;
  const auto noun = nouns_.ending_at(chart.view(), annotation.span.end, annotation.span.begin);
  if (phrase.weight != AgreementWeight::kNamed && noun) {  // "joint statement" is more than a statement
    phrase.kind = agreement_kind_named(noun->cell(0)).value_or(phrase.kind);
    phrase.weight = weight_named(noun->cell(2));
  }
  if (phrase.weight == AgreementWeight::kNamed) {
    phrase.title = fields_.text(chart, annotation, title_);
    const bool noun_alone = phrase.title.empty() && noun && noun->tokens.begin == annotation.span.begin;  // "Memorandum of Understanding"
    if (noun_alone) phrase.weight = weight_named(noun->cell(2));
    if (!noun_alone && phrase.title.empty()) phrase.title = title_of(chart.view().passage(annotation.span));
  }
  if (!phrase.title.empty() && says_nothing(chart.view(), annotation.span)) {  // "Leaders Sign Joint Agreement"
    phrase.title.clear();
    phrase.weight = AgreementWeight::kFirm;
  }
  if (!phrase.title.empty() && phrase.title.ends_with("Agreements")) {  // "two Twinning Agreements": a kind, and no title
    phrase.title.clear();
    phrase.weight = AgreementWeight::kFirm;
    phrase.many = true;
    phrase.count.reset();
  }
  phrase.head = noun && phrase.title.empty() ? noun->tokens : annotation.span;
  if (const TokenRange name = quoted_name_behind(chart.view(), phrase.tokens.end); phrase.title.empty() && name.begin < name.end) {
    phrase.title = title_of(chart.view().passage(name));
    if (phrase.title.ends_with(',') || phrase.title.ends_with('.')) phrase.title.pop_back();
    phrase.name_end = name.end + 1;
  }
  return phrase;
}

/// "Joint Agreement", "New Bilateral Treaty": adjectives that any agreement may have, before its noun.
bool AgreementPhrases::says_nothing(const TokenView& view, TokenRange title) const {
  for (std::uint32_t i = title.begin; i + 1 < title.end; ++i) {
    if (!modifiers_.at(view, i, i + 1)) return false;
  }
  return title.end >= title.begin + 2;
}

void AgreementPhrases::read_determiner(const TokenView& view, std::uint32_t floor, std::span<const Mention> mentions,
                                       AgreementPhrase& phrase) const {
  phrase.outer = phrase.tokens.begin;
  if (phrase.outer > floor && agreement_word::is_possessive(view.word(phrase.outer - 1))) {
    phrase.determination = Determination::kDefinite;
    phrase.outer = owner_begin(view, phrase.outer - 1, floor, mentions);
    return;
  }
  if (phrase.outer > floor && stands_in_quotes(view, phrase.tokens)) {
    phrase.quoted = true;
    --phrase.outer;
  }
  if (const auto hedge = approximators_.ending_at(view, phrase.outer, floor); hedge && phrase.many) phrase.outer = hedge->tokens.begin;
  phrase.in_brackets = phrase.outer > floor && view.word(phrase.outer - 1) == "(";
  const auto found = determiners_.ending_at(view, phrase.outer, floor);
  if (!found) return;
  phrase.determination = determination_named(found->cell(0));
  const bool some = !phrase.many && equal_in_any_case(view.passage(found->tokens), "some");  // "some deal": nobody says which
  if (some) phrase.determination = Determination::kNegative;
  phrase.outer = found->tokens.begin;
}

void AgreementPhrases::read_inside(const TokenView& view, std::span<const Mention> mentions, AgreementPhrase& phrase) const {
  const Span bytes{view.tokens[phrase.tokens.begin].begin, view.tokens[phrase.tokens.end - 1].end};
  for (const Mention& mention : mentions_in(mentions, bytes)) {
    if (const Figure* figure = mention.figure()) {
      if (figure->quantity == Quantity::kMoney && phrase.money == nullptr) phrase.money = &mention;  // "$3 billion (2.7 billion euros)"
      const bool some = figure->quantity == Quantity::kCount && figure->value && figure->value->to_double() >= 1;  // not "zero-duty pact"
      const bool opens = mention.bytes.begin == bytes.begin && some && phrase.title.empty();                       // "3.0 Protocol" is one
      const bool counts = opens && (phrase.many || counts_one_noun(view, mention));
      const auto number = counts ? whole_number(*figure->value) : std::nullopt;
      phrase.many = phrase.many || number.value_or(1) > 1;
      if (counts) phrase.count = number;
    } else if (mention.date() != nullptr && !mention.date()->start_date.empty()) {
      phrase.date = &mention;
    }
  }
}

}  // namespace attest
