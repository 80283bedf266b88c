// Who may be a party of a figure or an agreement in a sentence: countries and regions, organisations, and adjectives of nationality,
// which are no names ("Chinese exports", "the Kazakh-Uzbek border").
//
//   PartyCues cues(rules);
//   cues.read(chart, resolver.names());
//   for (const PartyCue& cue : cues.within(sentence.tokens)) use(cue.id);
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/chart.h"
#include "resolve/field_reader.h"
#include "resolve/name_resolver.h"

namespace attest {

struct PartyCue {
  /// What stands for the party. A city or a seat stands for its country ("Beijing announced").
  enum class Kind : std::uint8_t { kCountry, kRegion, kCity, kArea, kSeat, kDemonym, kOrganisation };
  Kind kind = Kind::kCountry;
  TokenRange tokens;
  std::string id;        ///< ISO 3166-1 alpha-2 code, a region's name, or the organisation's name.
  std::string country;   ///< The country that it is or lies in; "" for regions and where it is not known.
  bool reports = false;  ///< A newspaper, an agency, a broadcaster: where it speaks, it tells of others.
};

class PartyCues {
 public:
  explicit PartyCues(const CompiledRules& rules);

  /// Replaces what it held by the cues of this document. Demonyms inside names are left out.
  void read(const Chart& chart, std::span<const DocumentName> names);
  /// The cues that lie inside a range of tokens, in order.
  [[nodiscard]] std::span<const PartyCue> within(TokenRange tokens) const noexcept;

 private:
  void add_demonyms(const Chart& chart);

  FieldReader fields_;
  std::optional<TypeId> demonym_;
  FieldName country_field_;
  FieldName kind_field_;
  std::vector<PartyCue> cues_;
};

}  // namespace attest
