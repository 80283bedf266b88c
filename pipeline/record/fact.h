// A figure in its context: what is measured, of whom, when, and who says so.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"

namespace attest {

/// Where a period comes from.
enum class PeriodSource : std::uint8_t { kStated, kContext, kNone };

enum class FactStatus : std::uint8_t { kActual, kEstimate, kForecast, kTarget, kPlanned, kUnderWay, kCompleted, kPledged };

enum class ChangeDirection : std::uint8_t { kNone, kIncrease, kDecrease, kUnchanged };

/// What the figure itself is, where something changed: the level after it, or the change as an amount or in percent.
enum class ChangeKind : std::uint8_t { kLevel, kAbsolute, kPercent };

/// Who states something: the article itself, a body or a person it names, or a footnote or bracketed reference.
enum class AttributionKind : std::uint8_t { kArticle, kBody, kPerson, kReference };

struct Attribution {
  AttributionKind kind = AttributionKind::kArticle;
  std::string name;  ///< "" for the article.
};

struct Change {
  ChangeDirection direction = ChangeDirection::kNone;
  ChangeKind kind = ChangeKind::kLevel;
  std::string base_start;  ///< The period that it is compared with: a half-open interval of ISO days; "" where none is stated.
  std::string base_end;
};

/// Where one part of a fact comes from, for `explain`: "measure | sentence | trade turnover", "parties | title | ...".
struct FactStep {
  std::string part;    ///< "measure", "parties", "from", "to", "period", "base", "status", "change", "whole", "scope", "attribution".
  std::string source;  ///< How it was found: "stated", "sentence before", "title", "default" ...
  std::string value;   ///< What it came to.
  Span bytes;          ///< The passage that gave it; empty where none did.
};

/// One figure of the text and what it says. Unknown parts are empty.
struct Fact {
  std::uint32_t figure = 0;          ///< Index of the figure's mention in Extraction::mentions.
  std::string measure_id;            ///< Of the rule pack's measures ("trade.turnover"); "" where none fits.
  std::string measure;               ///< The phrase in base form.
  std::vector<std::string> parties;  ///< ISO 3166-1 alpha-2 codes, names of regions and organisations, in order of mention; each once.
  std::string from;                  ///< Whence goods or money flow, as in `parties`.
  std::string to;
  std::string period_start;  ///< Half-open interval of ISO days; "since 2013" has a start alone.
  std::string period_end;
  PeriodSource period_source = PeriodSource::kNone;
  FactStatus status = FactStatus::kActual;
  Change change;
  std::string whole;  ///< What a share is of.
  std::string scope;  ///< The initiative or event within which it holds.
  Attribution attribution;
  std::string rule;             ///< What made it; the key for `explain`.
  std::vector<FactStep> steps;  ///< Empty unless derivations were asked for.
};

}  // namespace attest
