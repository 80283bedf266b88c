// When a figure holds: from a date in its clause, or carried over from the text before.
//
//   PeriodFinder finder(kinds);
//   finder.reset("2025-06-17");                      // a document begins
//   PeriodReading period = finder.find(sentence, mentions, 2, earlier, measure, discourse);
//
// It tries searches for a date, from the nearest to the furthest off; each is a function of a PeriodView in near.h or far.h.
// To add one, declare it there and put it into a table of period_finder.cc.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "fact/discourse.h"
#include "fact/fact_sentence.h"
#include "fact/measure/measure_reading.h"
#include "fact/period/period_reading.h"
#include "fact/period/period_view.h"
#include "record/mention.h"

namespace attest {

class PeriodFinder {
 public:
  /// Keeps a reference to the kinds.
  explicit PeriodFinder(const MeasureKinds& kinds) : kinds_(&kinds) {}

  /// Forgets the last document; `published` is the day of publication of the next one as an ISO date, "" where unknown.
  void reset(std::string_view published);

  /// The period of figure number `figure`, which measures `measure`. `earlier` are those of the sentence's figures before it.
  [[nodiscard]] PeriodReading find(const FactSentence& sentence, std::span<const Mention> mentions, std::size_t figure,
                                   std::span<const PeriodReading> earlier, const MeasureReading& measure, const Discourse& discourse) const;

  /// The first date of a line above a list, which holds for its entries.
  [[nodiscard]] Period introduced(const FactSentence& sentence, std::span<const Mention> mentions, const Discourse& discourse) const;

  /// What a sentence without facts tells of: "The industry closed 2024 with record sales." Empty where no date lasts. Days of
  /// events ("at the forum on June 16") are kept for what the next sentences say was signed.
  [[nodiscard]] Period told_of(const FactSentence& sentence, std::span<const Mention> mentions, const Discourse& discourse);

  /// Keeps the last stretch of time that a sentence names, for "during this period" in the next ones.
  void hear(const FactSentence& sentence, std::span<const Mention> mentions, const Discourse& discourse);

  /// What a sentence without facts compares that with: "Trade grew in the first half of 2025, compared with the same period in 2024."
  [[nodiscard]] Period compared_with(const FactSentence& sentence, std::span<const Mention> mentions, const Discourse& discourse) const;

 private:
  [[nodiscard]] PeriodKnowledge known(const Discourse& discourse) const { return {kinds_, &discourse, published_, &event_, &named_}; }

  const MeasureKinds* kinds_;
  std::string published_;
  Period event_;
  Period named_;
};

}  // namespace attest
