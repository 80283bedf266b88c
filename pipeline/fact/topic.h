// What a whole document is about: the country, and the organisation, that its title and its first sentence put in front.
#pragma once

#include <span>
#include <string>

#include "engine/chart.h"
#include "fact/fact_lexicon.h"
#include "fact/fact_sentence.h"

namespace attest {

struct Topic {
  std::string country;           ///< Code of a country or name of a region; "" where none stands out.
  std::string partner;           ///< A second country, where title or lead name the two side by side: "Peru and Chile sign …".
  bool apart = false;            ///< The partner is not named side by side with it: "Peru's trade with Chile".
  std::string investor;          ///< The partner where it pays for the programme of the two that the document is about: "CPEC".
  std::string third;             ///< A third one beside these two: "the Peru–Chile–Bolivia railway".
  std::string organisation;      ///< "" where none stands out.
  std::string frequent;          ///< The state that the text names most often, where neither title nor lead puts one in front.
  std::string state;             ///< Country of the first central bank: whose the economy's figures are, where no country is named.
  bool reports = false;          ///< The organisation speaks of others or acts for them: a ministry, a development bank.
  bool is_organisation = false;  ///< The document is about the organisation rather than about the country.

  /// The one of the two that the document is about; "" where it is about neither.
  [[nodiscard]] const std::string& main() const noexcept { return is_organisation ? organisation : country; }
};

/// The topic of a document. `parties` are all of it, in order; those of a headline and of the first sentence weigh most, the same
/// names further on add to it. Bodies that report on others (ministries, agencies, media) and speakers are a topic only where the
/// headline begins with them. Linear in the number of parties and sentences.
[[nodiscard]] Topic find_topic(const Chart& chart, std::span<const Party> parties, FactLexicon& lexicon);

/// The end of a dateline ("OSLO, May 3 (Agency) - ") that opens a sentence; the sentence's begin where there is none.
[[nodiscard]] std::uint32_t dateline_end(const TokenView& view, TokenRange sentence);

}  // namespace attest
