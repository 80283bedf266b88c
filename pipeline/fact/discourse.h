// What the text before a sentence leaves in the reader's mind: whom it is about, the last fact and its period.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fact/fact_sentence.h"
#include "fact/measure/measure_kind.h"
#include "fact/measure/measure_reading.h"
#include "fact/topic.h"

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
  std::string_view source;  ///< "stated", "sentence", "context", "topic" or "" where there are none.
  bool introduces = false;  ///< Of a line above a list, whose entries name the other end of what flows.
};

/// Whether one of the parties has this id.
[[nodiscard]] inline bool contains(const std::vector<std::string>& parties, std::string_view id) noexcept {
  return std::find(parties.begin(), parties.end(), id) != parties.end();
}

/// An interval of days, half-open; empty strings stand for open ends.
struct Period {
  std::string start;
  std::string end;

  [[nodiscard]] bool empty() const noexcept { return start.empty() && end.empty(); }
  friend bool operator==(const Period&, const Period&) = default;
};

class Discourse {
 public:
  /// Forgets the last document.
  void reset(Topic topic);
  /// A paragraph, heading or list item begins: what follows is about the document's topic again.
  void begin_block();
  /// The next item of one list begins: trade between two goes on being theirs.
  void begin_item();
  /// A paragraph begins behind one of a single sentence: exports and imports that it tells of are those of the trade just told.
  void begin_next_sentence();
  /// Takes in the names of a sentence, after its facts were read. `subject` is whom it is about, "" where it says nothing of that.
  void hear(const FactSentence& sentence, std::string_view subject);
  /// Takes in a fact.
  void hear(const MeasureReading& measure, const PartyReading& parties, const Period& period, bool is_base);

  /// Whom a sentence that names nobody is about; "" where nobody fits.
  [[nodiscard]] std::string_view in_focus(OwnerKind kind) const;
  /// The country that "the country" means in `sentence` at token `end`; "" where none was named.
  [[nodiscard]] std::string_view country(const FactSentence& sentence, std::uint32_t end) const;
  /// The country of those whose codes are listed ("SA TH") that was named last; "" where none was: "the kingdom".
  [[nodiscard]] std::string_view country_among(const FactSentence& sentence, std::uint32_t end, std::string_view codes) const;
  /// Likewise the organisation ("the company") and the region.
  [[nodiscard]] std::string_view organisation(const FactSentence& sentence, std::uint32_t end) const;
  [[nodiscard]] std::string_view region(const FactSentence& sentence, std::uint32_t end) const;
  /// The development bank or fund that "the bank" means in `sentence` at token `end`; "" where none was named.
  [[nodiscard]] std::string_view lender(const FactSentence& sentence, std::uint32_t end) const;
  /// True where this id is that of a development bank or fund that was named.
  [[nodiscard]] bool is_lender(const FactSentence& sentence, std::string_view id) const;
  /// The country that speaks of itself ("our exports to Peru"): the one in focus that the sentence does not name.
  [[nodiscard]] std::string_view home(const FactSentence& sentence) const;
  [[nodiscard]] const Topic& topic() const noexcept { return topic_; }
  /// True where this id is an organisation's that was named.
  [[nodiscard]] bool is_organisation(std::string_view id) const noexcept;

  /// The two countries (or country and region) in focus at token `end` of a sentence; empty or of two elements.
  [[nodiscard]] std::vector<std::string> pair(const FactSentence& sentence, std::uint32_t end) const;
  /// True where those two were named in this paragraph.
  [[nodiscard]] bool pair_is_near() const noexcept { return pair_in_block_; }
  [[nodiscard]] const MeasureReading* measure() const noexcept { return has_fact_ ? &measure_ : nullptr; }
  [[nodiscard]] const PartyReading* parties() const noexcept { return has_fact_ ? &parties_ : nullptr; }
  /// The parties of the last fact, where it stands in the same paragraph.
  [[nodiscard]] const PartyReading* near_parties() const noexcept { return fact_in_block_ ? &parties_ : nullptr; }
  /// True where the last fact stands in the same paragraph.
  [[nodiscard]] bool fact_is_near() const noexcept { return fact_in_block_; }
  /// The period of the last fact, and of the last base of comparison.
  [[nodiscard]] const Period& period() const noexcept { return period_; }
  [[nodiscard]] const Period& base_period() const noexcept { return base_period_; }
  /// The period that a company's results were told of before the last fact stepped back: "Last year it lost $2 million. Revenue rose".
  [[nodiscard]] const Period& stepped_back_from() const noexcept { return stepped_back_from_; }
  /// A deal between two or more was told of: "the order" further on is theirs.
  void hear_deal(const std::vector<std::string>& parties) { deal_ = parties; }
  /// The parties of the last deal; empty where none was told of.
  [[nodiscard]] const std::vector<std::string>& deal() const noexcept { return deal_; }
  /// A date named in the text, where no fact has a period: "The forum took place on June 16."
  void hear_date(const Period& date) { period_ = date; }
  /// What that is compared with: "compared with the same period in 2024".
  void hear_base(const Period& base) { base_period_ = base; }

 private:
  Topic topic_;
  std::string focus_;  // whom the last sentences of the paragraph are about
  bool focus_is_organisation_ = false;
  std::string country_;
  std::string organisation_;
  std::string region_;
  std::string lender_;
  bool topic_lends_ = false;  // the document is about a lender
  bool organisation_in_block_ = false;
  std::vector<std::string> pair_;
  bool pair_in_block_ = false;
  std::vector<std::string> deal_;
  MeasureReading measure_;
  PartyReading parties_;
  Period period_;
  Period period_before_block_;
  Period base_period_;
  Period stepped_back_from_;
  bool has_fact_ = false;
  bool fact_in_block_ = false;
};

}  // namespace attest
