// What the text before a sentence leaves in the reader's mind: the countries in focus, the last fact and its period.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fact/fact_sentence.h"
#include "fact/measure_reading.h"

namespace attest {

/// Whom a figure is about. `owner` and `partner` are the two ends of a measure between two; `subject` is the one that an
/// enumeration changes ("followed by Uzbekistan with …").
struct PartyReading {
  std::vector<std::string> parties;  ///< Each once, in order of mention.
  std::string from;
  std::string to;
  std::string owner;
  std::string partner;
  std::string subject;
  std::string_view source;  ///< "stated", "sentence", "context" or "" where there are none.
};

/// An interval of days, half-open; empty strings stand for open ends.
struct Period {
  std::string start;
  std::string end;

  [[nodiscard]] bool empty() const noexcept { return start.empty() && end.empty(); }
  friend bool operator==(const Period&, const Period&) = default;
};

class Discourse {
 public:
  /// Forgets the last document. `title_parties` are the parties of its title, in order.
  void reset();
  /// Takes in the names of a sentence, after its facts were read.
  void hear(const FactSentence& sentence);
  /// Takes in a fact.
  void hear(const MeasureReading& measure, const PartyReading& parties, const Period& period, bool is_base);

  /// The country named last before or in `sentence`, up to token `end`; "" where none was.
  [[nodiscard]] std::string_view country(const FactSentence& sentence, std::uint32_t end) const;
  /// Likewise the organisation, which is that of the sentence's beginning: "Norvale Inc said …".
  [[nodiscard]] std::string_view organisation(const FactSentence& sentence, std::uint32_t end) const;
  /// Likewise the region.
  [[nodiscard]] std::string_view region(const FactSentence& sentence, std::uint32_t end) const;
  /// The country, and the organisation, that the whole article is about; "" where none stands out.
  [[nodiscard]] const std::string& topic_country() const noexcept { return topic_country_; }
  [[nodiscard]] const std::string& topic_organisation() const noexcept { return topic_organisation_; }
  /// Chooses the topics from the parties of the document, in order: the one of each kind that is named most often, if early.
  void find_topic(std::span<const Party> parties, std::uint32_t early_tokens);

  /// The two countries (or country and region) in focus at token `end` of a sentence; empty or of two elements.
  [[nodiscard]] std::vector<std::string> pair(const FactSentence& sentence, std::uint32_t end) const;
  [[nodiscard]] const MeasureReading* measure() const noexcept { return has_fact_ ? &measure_ : nullptr; }
  [[nodiscard]] const PartyReading* parties() const noexcept { return has_fact_ ? &parties_ : nullptr; }
  /// The period of the last fact, and of the last base of comparison.
  [[nodiscard]] const Period& period() const noexcept { return period_; }
  [[nodiscard]] const Period& base_period() const noexcept { return base_period_; }
  /// A date named in the text, where no fact has a period: "The forum took place on June 16."
  void hear_date(const Period& date) { period_ = date; }
  /// A period is carried over at most one heading.
  void forget_period() { period_ = base_period_ = {}; }

 private:
  std::string topic_country_;
  std::string topic_organisation_;
  std::string country_;
  std::string organisation_;
  std::string region_;
  std::vector<std::string> pair_;
  MeasureReading measure_;
  PartyReading parties_;
  Period period_;
  Period base_period_;
  bool has_fact_ = false;
};

}  // namespace attest
