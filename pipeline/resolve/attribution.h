// Who states what: for each sentence the body or person that it is put in the mouth of, the work that it refers to, or else the
// article itself.
//
//   AttributionResolver resolver(rules);
//   resolver.resolve(chart, mentions);
//   const SentenceSource& source = resolver.of(sentence_index);
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/chart.h"
#include "engine/program.h"
#include "record/mention.h"
#include "resolve/field_reader.h"
#include "resolve/quotation.h"
#include "resolve/reference_mark.h"
#include "resolve/speaker.h"

namespace attest {

/// How a sentence came to its source.
enum class SourceBasis : std::uint8_t {
  kNone,       ///< Nothing says: the article itself.
  kStated,     ///< A verb or "according to" in the sentence.
  kQuotation,  ///< The sentence belongs to a quotation, whose speaker is named elsewhere.
  kReference,  ///< A footnote mark, a bracketed reference, an author-year citation.
  kContinued,  ///< It plainly goes on with the statement before it.
};

struct SentenceSource {
  Attribution attribution;
  SourceBasis basis = SourceBasis::kNone;
  Span bytes;  ///< The words that name the speaker or the mark; empty for the article.
  Span entry;  ///< The bibliography entry or footnote that a mark leads to; else empty.
  /// The byte from which the sentence is the speaker's: "It sold 5 tons, which, Moss said, is half" is the article's up to "which".
  std::uint32_t holds_from = 0;
};

/// "stated", "quotation", ...; "none" for the article.
[[nodiscard]] std::string_view name_of(SourceBasis basis) noexcept;

/// Reads annotations of type Speech (field `side`: "subject" or "behind"). Reused from document to document.
class AttributionResolver {
 public:
  explicit AttributionResolver(const CompiledRules& rules);

  /// Replaces what it held by the sources of this chart's sentences. `mentions` are the document's, in order of position;
  /// speakers are those that have names (person, organisation, place). Linear in the length of the text.
  void resolve(const Chart& chart, std::span<const Mention> mentions);

  /// The source of a sentence, by its index in AnalysedText::sentences.
  [[nodiscard]] const SentenceSource& of(std::size_t sentence) const noexcept { return sources_[sentence]; }
  /// The sources of all sentences.
  [[nodiscard]] std::span<const SentenceSource> all() const noexcept { return sources_; }

 private:
  struct Cue {
    TokenRange tokens;
    bool behind = false;
  };

  void collect_cues(const Chart& chart);
  void place_quotations();
  void resolve_sentence(std::size_t sentence);
  [[nodiscard]] std::uint32_t relative_around(const Sentence& sentence, Span speaker) const;
  [[nodiscard]] std::optional<Speaker> speaker_in(std::size_t sentence, bool outside_quotations) const;
  [[nodiscard]] const Quotation* quotation_at(std::uint32_t token) const noexcept;
  void spread_quotations();
  [[nodiscard]] bool can_follow(std::size_t sentence, const Quotation& quotation) const noexcept;
  void set(std::size_t sentence, const Attribution& attribution, SourceBasis basis, Span bytes);

  FieldReader fields_;
  std::optional<TypeId> speech_type_;
  FieldName side_;
  SpeakerFinder speakers_;
  References references_;
  const AnalysedText* text_ = nullptr;
  std::vector<Quotation> quotations_;
  std::vector<Cue> cues_;                // in order
  std::vector<std::size_t> first_cues_;  // by sentence, and one more
  std::vector<SentenceSource> sources_;
};

}  // namespace attest
