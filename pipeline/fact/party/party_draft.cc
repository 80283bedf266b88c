#include "fact/party/party_draft.h"

namespace attest {

void PartyDraft::clear() {
  reading = {};
  subjects.clear();
  others.clear();
  kept.clear();
  of_other_figures.clear();
  is_with = in_place = is_joined = is_respective = false;
}

std::string_view PartyDraft::keep(const std::string& id) { return kept.emplace_back(id); }

void PartyDraft::take(std::string_view id) {
  if (id.empty() || id == reading.owner || id == reading.partner) return;
  if (reading.owner.empty()) {
    reading.owner = id;
  } else if (reading.partner.empty()) {
    reading.partner = id;
  } else {
    others.push_back(id);
  }
}

void PartyDraft::add(std::string_view id) {
  if (!id.empty() && !contains(reading.parties, id)) reading.parties.emplace_back(id);
}

}  // namespace attest
