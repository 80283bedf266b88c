// Lists of agreements: what the line before them says of each.
#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "fact/agreement/agreement_builder.h"

namespace attest {
namespace {

bool is_bullet(std::string_view word) noexcept {
  constexpr std::array<std::string_view, 6> kBullets = {"-", "–", "—", "•", "·", "*"};
  return is_one_of(word, kBullets);
}

/// "The documents signed include:", "the accords are as follows:": what stands between the verb and the colon.
std::uint32_t introduction_begin(const TokenView& view, TokenRange line) {
  constexpr std::array<std::string_view, 9> kIntroducing = {"include", "includes", "included", "including", "are",
                                                            "is",      "as",       "follows",  "namely"};
  std::uint32_t begin = line.end - 1;
  while (begin > line.begin && is_one_of(view.word(begin - 1), kIntroducing)) --begin;
  return begin;
}

}  // namespace

/// "The presidents also signed:" before a list: what its items are, the sentence before them tells.
void AgreementBuilder::read_lead_in(const Chart& chart, const AgreementPhrase& phrase, Reading& reading) {
  constexpr std::uint32_t kLongestList = 20;
  constexpr std::uint32_t kLongestMark = 3;  // "1.", a bullet
  const TokenView& view = chart.view();
  const auto& sentences = chart.text().sentences;
  const TokenRange own = around(phrase, sentences[phrase.sentence].tokens);
  if (phrase.outer > own.begin && view.word(phrase.outer - 1) == ";") {  // "signed: a treaty; a protocol"
    std::uint32_t colon = phrase.outer - 1;
    while (colon > own.begin && view.word(colon) != ":") --colon;
    return take_lead_in(view, phrase, {own.begin, colon + 1}, own.end, reading);
  }
  if (phrase.outer > own.begin + kLongestMark) return;
  const std::uint32_t first = phrase.sentence > kLongestList ? phrase.sentence - kLongestList : 0;
  for (std::uint32_t i = phrase.sentence; i > first; --i) {
    const TokenRange before = sentences[i - 1].tokens;
    if (before.begin == before.end) return;
    const std::string_view mark = view.word(before.end - 1);
    const bool item = is_bullet(view.word(before.begin)) && view.word(before.begin) == view.word(own.begin);
    if (mark == ";" || mark == "," || mark == "•" || item) continue;
    return mark == ":" ? take_lead_in(view, phrase, before, own.end, reading) : void();
  }
}

/// "15 documents were signed. Among them:": a short line that goes on with those of the sentence before.
bool AgreementBuilder::is_told_before(TokenRange line) const {
  constexpr std::uint32_t kLongestLine = 5;
  constexpr std::uint32_t kNear = 50;  // tokens from the group to the line
  return group_ && line.end - line.begin <= kLongestLine && group_->end <= line.begin && line.begin <= group_->end + kNear;
}

/// The verb before a colon governs the phrase, too. Its subject is a party of items that do not name both of theirs: it is read with the
/// first item, before what other items name is heard.
void AgreementBuilder::take_lead_in(const TokenView& view, const AgreementPhrase& phrase, TokenRange before, std::uint32_t own_end,
                                    Reading& reading) {
  if (!lead_in_ || lead_in_->end != before.end) {
    AgreementPhrase list = phrase;
    list.outer = introduction_begin(view, before);
    list.tokens = {list.outer, list.outer};
    list.head = list.tokens;
    LeadIn& lead_in = lead_in_.emplace(LeadIn{});
    lead_in.end = before.end;
    lead_in.event = events_.find(view, list, before, places_);
    if (lead_in.event.found()) lead_in.parties = parties_.find(list, lead_in.event, before, before.begin);
    // "The parties signed:": items that were heard since have parties of their own
    if (!parties_.names_any(before) && !told_before_list_.empty()) lead_in.parties.parties = told_before_list_;
  }
  const bool of_line = group_ && before.begin < group_->end && group_->end <= before.end;  // "These documents include:"
  if (!lead_in_->event.found() && (of_line || is_told_before(before))) {
    reading.is_item = true;
    reading.event.status = group_->agreement.status;
    reading.event.verb = {group_->end - 1, group_->end};
    if (reading.parties.parties.size() < 2) reading.parties.parties = group_->agreement.parties;
    reading.parties.stated = reading.parties.parties.size() >= 2;
    return;
  }
  if (!lead_in_->event.found()) return;
  reading.event = lead_in_->event;
  reading.is_item = true;
  PartySet& parties = reading.parties;
  if (parties.parties.size() < 2) parties.add_all(lead_in_->parties.parties);
  if (parties.parties.empty()) parties.add_all(parties_.joined_pair({phrase.tokens.end, own_end}).parties);
  parties.stated = parties.stated || parties.parties.size() >= 2;
}

}  // namespace attest
