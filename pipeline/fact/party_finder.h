// Whom a figure is about, and which way goods or money flow: from the measure's phrase, from the clause, from the text before.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "fact/discourse.h"
#include "fact/fact_sentence.h"
#include "fact/measure_finder.h"

namespace attest {

class PartyFinder {
 public:
  /// The parties of a figure over `figure`; `floor` is where the figure before it ends, or the sentence begins. `earlier` is the
  /// reading of the figure whose measure this one inherits, or null.
  [[nodiscard]] PartyReading find(const FactSentence& sentence, const MeasureReading& measure, TokenRange figure, std::uint32_t floor,
                                  const Discourse& discourse, const PartyReading* earlier);

 private:
  /// What a party is to the measure, by the word before it.
  enum class Place : std::uint8_t { kOwner, kTo, kFrom, kIn, kWith, kBy };

  void read_phrase(const MeasureReading& measure);
  void read_references(TokenRange tokens);
  void read_subject(const MeasureReading& measure, TokenRange figure, std::uint32_t floor);
  void fill_ends(const MeasureReading& measure);
  void complete(const MeasureReading& measure);
  void replace_subject(const PartyReading& earlier, TokenRange figure, std::uint32_t floor);
  void collect(const MeasureReading& measure);
  [[nodiscard]] Place place_of(const Party& party, TokenRange phrase) const;
  [[nodiscard]] bool speaks(const Party& party) const;
  void add(std::string_view id);

  const FactSentence* sentence_ = nullptr;
  const Discourse* discourse_ = nullptr;
  PartyReading reading_;
  std::vector<std::string_view> others_;  // parties of the phrase that are neither owner nor partner
};

}  // namespace attest
