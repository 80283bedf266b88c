// For which country a person acts: "Peruvian President Halvard Moss", "Norvale's Minister of Works, Ned Ludlow", "President Vega of Chile".
//
//   StateLeaders leaders(rules);
//   leaders.read(view, mentions, places, cues);
//   if (const std::string_view country = leaders.country_at(token); !country.empty()) use(country);
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "engine/gazetteer.h"
#include "record/mention.h"
#include "resolve/name_places.h"
#include "resolve/party_cue.h"
#include "resolve/word_list.h"

namespace attest {

/// Reused from document to document.
class StateLeaders {
 public:
  explicit StateLeaders(const CompiledRules& rules) : offices_(rules, "state_leader"), known_(rules, "national_leader") {}

  /// Replaces what it held. All arguments but the text's own must stay. Linear in the number of names.
  void read(const TokenView& view, std::span<const Mention> mentions, const NamePlaces& places, const PartyCues& cues);
  /// The country of the leader whose name covers a token; "" where none does.
  [[nodiscard]] std::string_view country_at(std::uint32_t token) const;
  /// The end of that name.
  [[nodiscard]] std::uint32_t end_at(std::uint32_t token) const;

 private:
  [[nodiscard]] const std::string* person_at(std::uint32_t token) const;
  [[nodiscard]] std::string_view country_before(const TokenView& view, std::uint32_t name, const PartyCues& cues) const;
  [[nodiscard]] std::string_view country_known(const TokenView& view, TokenRange name) const;
  [[nodiscard]] std::string_view country_behind(const TokenView& view, TokenRange name, const PartyCues& cues) const;

  WordList offices_;
  WordList known_;
  const NamePlaces* places_ = nullptr;
  std::span<const Mention> mentions_;
  std::map<std::string, std::string, std::less<>> countries_;  // by the person's name
};

}  // namespace attest
