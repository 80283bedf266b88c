// Everybody whom a document names and a figure may be about, in order, and whom all of it is about.
//
//   DocumentParties parties(rules, regions);            // one a thread, reused
//   Topic topic = parties.read(chart, names, mentions, lexicon);
//   parties.all();                                      // of "PERU, May 3 - The World Bank lent Chile …": World Bank, CL
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/chart.h"
#include "engine/program.h"
#include "fact/fact_lexicon.h"
#include "fact/fact_sentence.h"
#include "fact/region_members.h"
#include "fact/topic.h"
#include "record/mention.h"
#include "resolve/name_resolver.h"
#include "resolve/party_cue.h"

namespace attest {

class DocumentParties {
 public:
  /// Keeps a reference to the regions.
  DocumentParties(const CompiledRules& rules, const RegionMembers& regions);

  /// Reads the next document, whose mentions must be in order, and tells whom it is about.
  [[nodiscard]] Topic read(const Chart& chart, std::span<const DocumentName> names, std::span<const Mention> mentions,
                           FactLexicon& lexicon);
  /// All of the document last read, in order, but for those of datelines. Their ids live until the next one is read.
  /// Where the document names them.
  [[nodiscard]] const PartyCues& cues() const noexcept { return cues_; }
  [[nodiscard]] std::span<const Party> all() const noexcept { return all_; }

 private:
  void collect_full_names(const Chart& chart, std::span<const DocumentName> names);
  void collect(const Chart& chart, std::span<const DocumentName> names, std::span<const Mention> mentions);
  [[nodiscard]] Party party_of(const PartyCue& cue, const Name* body) const;
  void find_topic_elsewhere(const Chart& chart, std::span<const DocumentName> names, FactLexicon& lexicon, Topic& topic) const;
  void place_areas(const Topic& topic);
  [[nodiscard]] bool is_public_bank(const Name& name) const;
  [[nodiscard]] bool is_named_public_bank(const Name& name) const;
  [[nodiscard]] bool is_lender(const Name& name) const;

  const RegionMembers* regions_;
  PartyCues cues_;
  std::vector<std::string> public_banks_;  // words of their names
  std::vector<Party> all_;
  std::string country_of_bank_;                                 // of the first public bank that the text names
  std::string country_of_dateline_;                             // that the first sentence is dated from, where it says so
  std::string country_of_areas_;                                // what their ids view
  std::map<std::string, std::string, std::less<>> full_names_;  // likewise; by the lists' names
};

}  // namespace attest
