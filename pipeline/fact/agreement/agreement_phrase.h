// The noun phrases that may stand for agreements (annotations of type Agreement), with what the phrase itself says: how many, which
// kind, definite or not, the money and the year in it.
//
//   AgreementPhrases phrases(rules);
//   phrases.read(chart, extraction_mentions);
//   for (const AgreementPhrase& phrase : phrases.all()) ...
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/chart.h"
#include "record/mention.h"
#include "resolve/field_reader.h"
#include "resolve/word_list.h"

namespace attest {

/// What stands before the phrase.
enum class Determination : std::uint8_t {
  kBare,        ///< Nothing: "signed agreements".
  kIndefinite,  ///< "a", "another".
  kDefinite,    ///< "the", "this", "its": it points back, or to something well known.
  kSeveral,     ///< "several", "a number of".
  kNegative,    ///< "no", "any", "such": it states none.
};

/// How much else must speak for an agreement.
enum class AgreementWeight : std::uint8_t {
  kNamed,     ///< It bears a title.
  kFirm,      ///< The noun means agreements: "treaty", "pact".
  kTrade,     ///< "deal", "contract".
  kPaper,     ///< "convention", "declaration": only where somebody signs or issues it.
  kDocument,  ///< "17 documents": only where two sides sign a number of them.
  kBack,      ///< "statement": only where it points back to one.
};

struct AgreementPhrase {
  TokenRange tokens;        ///< Without its determiner.
  std::uint32_t outer = 0;  ///< The first token with its determiner, possessive or hedge.
  std::uint32_t next = 0;   ///< The first token of another phrase of the sentence that stands apart behind it; 0 where none does.
  TokenRange previous;      ///< The phrase before it in its sentence, with its determiner; empty where there is none.
  TokenRange head;          ///< The noun at its end; for titles all of it.
  std::uint32_t sentence = 0;
  AnnotationId annotation = kNoAnnotation;
  AgreementKind kind = AgreementKind::kAgreement;
  AgreementWeight weight = AgreementWeight::kFirm;
  Determination determination = Determination::kBare;
  bool many = false;
  bool quoted = false;                 ///< A title between quotation marks, which end no clause.
  bool in_brackets = false;            ///< "(FTA)", right behind another phrase: another name for it.
  std::optional<std::uint32_t> count;  ///< As stated; 1 for one agreement.
  std::string title;                   ///< "" where it bears none.
  const Mention* money = nullptr;      ///< Inside the phrase: "a $5 million contract".
  const Mention* date = nullptr;       ///< Likewise: "the 1985 accord".

  std::uint32_t name_end = 0;  ///< Behind its name in quotation marks: "a declaration titled “…”"; 0 where none follows.

  /// The first token behind it, its mark or its name.
  [[nodiscard]] std::uint32_t behind() const noexcept { return name_end > 0 ? name_end : tokens.end + (quoted ? 1U : 0U); }
};

/// Reused from document to document.
class AgreementPhrases {
 public:
  explicit AgreementPhrases(const CompiledRules& rules);

  /// Replaces what it held by the phrases of this chart, in order. Passages that state nothing (bibliographies, furniture, tables)
  /// have none. `mentions` must stay.
  void read(const Chart& chart, std::span<const Mention> mentions);
  [[nodiscard]] std::span<const AgreementPhrase> all() const noexcept { return phrases_; }

 private:
  [[nodiscard]] bool says_nothing(const TokenView& view, TokenRange title) const;
  [[nodiscard]] AgreementPhrase phrase_of(const Chart& chart, AnnotationId id, std::uint32_t sentence) const;
  void read_acronyms(const Chart& chart, std::span<const Mention> mentions);
  [[nodiscard]] bool is_inside(std::uint32_t token) const;
  [[nodiscard]] bool stands_for_agreement(const TokenView& view, std::uint32_t token, std::span<const Mention> mentions) const;
  void read_determiner(const TokenView& view, std::uint32_t floor, std::span<const Mention> mentions, AgreementPhrase& phrase) const;
  void read_inside(const TokenView& view, std::span<const Mention> mentions, AgreementPhrase& phrase) const;

  FieldReader fields_;
  std::optional<TypeId> type_;
  FieldName kind_, number_, weight_, title_;
  WordList nouns_;
  WordList determiners_;
  WordList approximators_;
  WordList function_words_;
  WordList modifiers_;
  std::vector<AgreementPhrase> phrases_;
};

}  // namespace attest
