// What a figure measures, as far as its sentence tells.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "record/mention.h"
#include "text/analysis.h"

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

/// True where the measure has two ends of which the second is looked for; who lends may leave open to whom.
[[nodiscard]] constexpr bool is_relational(Flow flow) noexcept { return flow != Flow::kNone && flow != Flow::kLend; }

/// True where goods go one way between the two: exports and imports.
[[nodiscard]] constexpr bool is_directed(Flow flow) noexcept { return flow == Flow::kOut || flow == Flow::kIn; }

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
  bool stands_still = false;             ///< What moves is another thing: "went down 4 km from the town" moves no distance.
  bool from_verb = false;                ///< A verb tells of it ("exported"): its subject is the owner.
  std::string_view rule;                 ///< Which pattern found it: "fact.subject" ...
};

/// A reading whose words the pattern brings along; `rule` names the pattern.
[[nodiscard]] MeasureReading reading_named(ReadingKind kind, std::string_view id, std::string_view phrase, std::string_view rule);

/// The flow that a cell of the lists of measures names; kNone for anything else.
[[nodiscard]] Flow flow_named(std::string_view name) noexcept;

/// The growth of what a reading measures; of a growth, the growth itself.
[[nodiscard]] MeasureReading growth_of(MeasureReading base);

/// A share of what a reading measures; `whole` is that as written.
[[nodiscard]] MeasureReading share_of(MeasureReading base, std::string whole);
/// A reading that was told of before, for a figure that goes on with it; `rule` is the pattern that says so.
[[nodiscard]] MeasureReading taken_over(MeasureReading told, std::string_view rule);

/// Back from a growth or a share to what grows or is shared; of any other reading, itself.
[[nodiscard]] MeasureReading level_of(MeasureReading reading);

}  // namespace attest
