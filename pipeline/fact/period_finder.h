// When a figure holds: from a date in its clause, or carried over from the text before.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "fact/discourse.h"
#include "fact/fact_sentence.h"
#include "record/fact.h"
#include "record/mention.h"

namespace attest {

struct PeriodReading {
  Period period;
  PeriodSource source = PeriodSource::kNone;
  Span date;             ///< The bytes of the date that says so; empty where none does.
  bool is_base = false;  ///< The figure is what another is compared with ("up from $4.44 billion the previous year").
};

class PeriodFinder {
 public:
  /// The period of figure number `figure`. `earlier` are those of the sentence's figures before it.
  [[nodiscard]] PeriodReading find(const FactSentence& sentence, std::span<const Mention> mentions, std::size_t figure,
                                   std::span<const PeriodReading> earlier, const Discourse& discourse);

 private:
  [[nodiscard]] const MentionAt* date_behind() const;
  [[nodiscard]] const MentionAt* date_before() const;
  [[nodiscard]] const MentionAt* leading_date() const;
  [[nodiscard]] bool is_usable(const MentionAt& date) const;
  [[nodiscard]] bool dates_speech(const MentionAt& date) const;
  [[nodiscard]] bool is_compared(const MentionAt& date) const;
  [[nodiscard]] bool is_base() const;
  [[nodiscard]] bool is_before_its_target() const;
  [[nodiscard]] bool is_carried() const;
  [[nodiscard]] Period period_of(const MentionAt& date) const;
  [[nodiscard]] std::uint32_t connective_before(std::uint32_t token) const;

  const FactSentence* sentence_ = nullptr;
  std::span<const Mention> mentions_;
  std::size_t index_ = 0;
  TokenRange at_;
  TokenRange clause_;
};

}  // namespace attest
