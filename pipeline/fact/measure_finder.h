// What a figure measures: read from the words around it, by the structure of its clause.
//
//   MeasureFinder finder(lexicon);
//   MeasureReading reading = finder.find(sentence, mentions, 2, previous);
//   // "Exports to China rose by 5% to $3 billion": the second figure's reading has id "trade.exports", flow kOut
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fact/fact_lexicon.h"
#include "fact/fact_sentence.h"
#include "record/mention.h"

namespace attest {

/// Between whom a measure is, and which way goods or money go: column `flow` of the lists of measures.
enum class Flow : std::uint8_t {
  kNone,
  kPair,    ///< Between two, without direction: trade.
  kOut,     ///< From the owner to the partner: exports.
  kIn,      ///< From the partner to the owner: imports.
  kInvest,  ///< From the investor to the host: the adjective or possessive is the investor.
  kLend,    ///< From the giver to the receiver.
};

/// How a figure tells of its measure.
enum class ReadingKind : std::uint8_t { kNone, kLevel, kGrowth, kShare, kRank, kCount, kValue };

/// What is measured. Ids are those of the lists; the phrase is in base form.
struct MeasureReading {
  ReadingKind kind = ReadingKind::kNone;
  std::string id;
  std::string phrase;
  Flow flow = Flow::kNone;
  std::string share_id;   ///< The id of a share of this measure, where the lists name one.
  std::string growth_id;  ///< Likewise of its growth.
  std::string level_id;   ///< Growth and shares: the id and phrase of what grows or is shared.
  std::string level_phrase;
  std::string whole;                     ///< kShare: what the share is of, as written.
  TokenRange phrase_tokens;              ///< The noun phrase with its complements: names in it are parties. Empty where inherited.
  Quantity quantity = Quantity::kCount;  ///< Of the figure.
  bool inherited = false;                ///< The clause names no measure: it is that of the figure before.
  bool same_parties = false;             ///< The figure before says whose it is: its conversion, or the value of what it counts.
  bool in_trade = false;                 ///< A deficit or surplus, where trade is spoken of.
  bool from_verb = false;                ///< A verb tells of it ("exported"): its subject is the owner.
  std::string_view rule;                 ///< Which pattern found it: "fact.subject" ...
};

class MeasureFinder {
 public:
  explicit MeasureFinder(FactLexicon& lexicon) : lexicon_(&lexicon) {}

  /// The reading of figure number `figure` of the sentence. `earlier` are those of the sentence's figures before it, `context` is
  /// the last one of the sentences before (may be null). kind is kNone where nothing tells what is measured.
  [[nodiscard]] MeasureReading find(const FactSentence& sentence, std::span<const Mention> mentions, std::size_t figure,
                                    std::span<const MeasureReading> earlier, const MeasureReading* context);

  /// What the head of a table's column or row, or the line above it, says is measured.
  [[nodiscard]] MeasureReading heading(const FactSentence& sentence);

 private:
  using Pattern = std::optional<MeasureReading> (MeasureFinder::*)();

  std::optional<MeasureReading> rank();
  std::optional<MeasureReading> conversion();
  std::optional<MeasureReading> value_of_thing();
  std::optional<MeasureReading> share();
  std::optional<MeasureReading> growth();
  std::optional<MeasureReading> counted();
  std::optional<MeasureReading> attribute();
  std::optional<MeasureReading> of_phrase_behind();
  std::optional<MeasureReading> share_of_subject();
  std::optional<MeasureReading> object_of_verb();
  std::optional<MeasureReading> passive();
  std::optional<MeasureReading> subject();
  std::optional<MeasureReading> inherited();

  [[nodiscard]] const Figure& figure() const { return *mentions_[at_.mention].figure(); }
  [[nodiscard]] bool is_amount() const;
  [[nodiscard]] std::uint32_t significant_before(std::uint32_t token) const;
  [[nodiscard]] bool is_head(const FoundEntry& measure) const;
  [[nodiscard]] const FoundEntry* measure_ending_at(std::uint32_t end) const;
  [[nodiscard]] MeasureReading listed(const FoundEntry& measure, std::uint32_t floor) const;
  [[nodiscard]] MeasureReading unlisted(TokenRange phrase, bool singular) const;
  [[nodiscard]] MeasureReading phrase_reading(TokenRange phrase) const;
  [[nodiscard]] MeasureReading verb_reading(const FoundEntry& verb, std::uint32_t completed_from) const;
  [[nodiscard]] const MeasureReading* reading_to_inherit() const;
  void take_as_trade_balance(MeasureReading& reading) const;
  void extend_behind(MeasureReading& reading) const;
  [[nodiscard]] bool tells_level() const;
  [[nodiscard]] bool is_compared() const;
  [[nodiscard]] std::optional<MeasureReading> subject_measure(std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] std::uint32_t verb_before(std::uint32_t token, std::uint32_t floor) const;
  [[nodiscard]] MeasureReading growth_of(MeasureReading base) const;

  FactLexicon* lexicon_;
  const FactSentence* sentence_ = nullptr;
  std::span<const Mention> mentions_;
  MentionAt at_;
  std::size_t index_ = 0;
  std::uint32_t floor_ = 0;  // the end of the figure before, or where the clause begins, whichever is later
  TokenRange clause_;
  std::span<const MeasureReading> earlier_;
  const MeasureReading* context_ = nullptr;
};

}  // namespace attest
