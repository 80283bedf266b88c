// Whom a figure is about, and which way goods or money flow: from the measure's phrase, from the clause, from the text before.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include "fact/discourse.h"
#include "fact/fact_sentence.h"
#include "fact/measure_reading.h"

namespace attest {

class PartyFinder {
 public:
  /// The parties of figure number `figure` of the sentence. `measures` are the readings of the sentence's figures up to and with this
  /// one, `earlier` the parties of those before it.
  [[nodiscard]] PartyReading find(const FactSentence& sentence, std::size_t figure, std::span<const MeasureReading> measures,
                                  std::span<const PartyReading> earlier, const Discourse& discourse);

 private:
  /// What a party is to the measure, by the word before it.
  enum class Place : std::uint8_t { kOwner, kOtherEnd, kGiver, kEither };

  void read_phrase();
  void read_subjects();
  void read_subjects_in(TokenRange tokens);
  void fill_ends();
  void complete();
  void complete_pair();
  void collect();
  void set_flow();
  void replace_subject(const PartyReading& earlier);
  [[nodiscard]] std::string_view id_of(const Party& party) const;
  [[nodiscard]] std::string_view referent(const FoundEntry& reference) const;
  [[nodiscard]] Place place_of(const Party& party, TokenRange phrase) const;
  [[nodiscard]] bool speaks(const Party& party) const;
  [[nodiscard]] bool is_adverbial(const Party& party, std::uint32_t begin) const;
  [[nodiscard]] bool is_mutual() const;
  [[nodiscard]] std::string_view other_country_before() const;
  void take_party(const Party& party);
  void take_reference(const FoundEntry& reference);
  [[nodiscard]] std::string_view keep(const std::string& id);
  void take(std::string_view id);
  void add(std::string_view id);

  const FactSentence* sentence_ = nullptr;
  const Discourse* discourse_ = nullptr;
  const MeasureReading* measure_ = nullptr;
  std::span<const PartyReading> earlier_;
  TokenRange at_;
  TokenRange clause_;
  std::uint32_t floor_ = 0;  // where the figure before, with its phrase, ends
  PartyReading reading_;
  std::vector<std::string_view> subjects_;
  std::deque<std::string> kept_;          // what the views below view
  std::vector<std::string_view> others_;  // parties of the phrase beyond the first two
};

}  // namespace attest
