// What the search for a figure's parties has found so far.
//
//   PartyDraft draft;
//   draft.take("TD");          // the first is the owner,
//   draft.take("PE");          // the second the other end,
//   draft.take("NE");          // more are others
//   draft.add("TD");           // and into the parties of the reading, once
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "fact/discourse.h"

namespace attest {

/// Reused from figure to figure. Ids are views of the document's names, of earlier readings, or of what was kept.
struct PartyDraft {
  PartyReading reading;
  std::vector<std::string_view> subjects;     ///< What the clause is about, in order.
  std::vector<std::string_view> others;       ///< Parties beyond the two ends.
  std::deque<std::string> kept;               ///< What some of those view.
  bool is_with = false;                       ///< The phrase names its only party behind "with".
  bool in_place = false;                      ///< The phrase names a country behind "in".
  bool is_joined = false;                     ///< Two own the measure: neither is the one end of its flow.
  bool is_respective = false;                 ///< To each of several its own figure,
  std::vector<std::size_t> of_other_figures;  ///< and these parties of the sentence to the others.

  /// Forgets the last figure.
  void clear();
  /// Keeps an id that would not outlive the search.
  std::string_view keep(const std::string& id);
  /// Puts a party where there is room: owner, other end, others. Nothing for "", and for those two again.
  void take(std::string_view id);
  /// Adds to the parties of the reading, each once.
  void add(std::string_view id);
  [[nodiscard]] bool names_anybody() const noexcept { return !reading.owner.empty() || !reading.partner.empty() || !subjects.empty(); }
};

}  // namespace attest
