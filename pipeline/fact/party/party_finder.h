// Whom a figure is about, and which way goods or money flow: from the measure's phrase, from the clause, from the text before.
//
//   PartyFinder finder(kinds, regions);
//   finder.begin(sentence);
//   PartyReading parties = finder.find(sentence, figure, measures, earlier, discourse, unit);
//
// It takes steps, each a function of a PartyView and the PartyDraft that it works on, in a party_*.h. To add one, declare it there and
// put it into the table of party_finder.cc.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "fact/discourse.h"
#include "fact/fact_sentence.h"
#include "fact/measure/measure_reading.h"
#include "fact/party/party_draft.h"
#include "fact/party/party_role.h"
#include "fact/region_members.h"

namespace attest {

class PartyFinder {
 public:
  /// Keeps references to both.
  PartyFinder(const MeasureKinds& kinds, const RegionMembers& regions) : kinds_(&kinds), regions_(&regions) {}

  /// Begins a sentence.
  void begin(const FactSentence& sentence) { roles_.read(sentence); }
  /// The parties of figure number `figure` of the sentence. `measures` are the readings of the sentence's figures up to and with this
  /// one, `earlier` the parties of those before it. `unit` is the figure's.
  [[nodiscard]] PartyReading find(const FactSentence& sentence, std::size_t figure, std::span<const MeasureReading> measures,
                                  std::span<const PartyReading> earlier, const Discourse& discourse, std::string_view unit);
  /// Whom the sentence that was begun is about, where no fact tells: the first name that may be its subject; "" where there is none.
  [[nodiscard]] std::string_view subject_of(const FactSentence& sentence, FactLexicon& lexicon) const;

 private:
  const MeasureKinds* kinds_;
  const RegionMembers* regions_;
  PartyRoles roles_;
  PartyDraft draft_;
};

}  // namespace attest
