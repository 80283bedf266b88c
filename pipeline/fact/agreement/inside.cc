#include "fact/agreement/inside.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "fact/agreement/word.h"

namespace attest::agreement {
namespace {

using agreement_word::is_possessive;

bool is_dash(std::string_view word) noexcept { return word == "-" || word == "–" || word == "—"; }

/// In "China-Mercosur pact" the word beside the hyphen is a side, too, though no list knows it.
void add_partner(const AgreementText& text, const PartyCue& cue, TokenRange phrase, AgreementPartyDraft& draft) {
  const auto is_name = [&](std::uint32_t token) { return text.is_capitalised(token) && text.cues_within({token, token + 1}).empty(); };
  const auto name_at = [&](std::uint32_t token) {
    if (is_name(token)) draft.set.add(text.word(token));
  };
  if (cue.tokens.end + 1 < phrase.end && text.word(cue.tokens.end) == "-") name_at(cue.tokens.end + 1);
  if (cue.tokens.begin >= phrase.begin + 2 && text.word(cue.tokens.begin - 1) == "-") name_at(cue.tokens.begin - 2);
}

/// The phrase names it, and not as a part of its title ("the Trans-Pacific Partnership") or of a sum. Cities in titles say where, not who.
bool is_side_inside(const AgreementPartyView& view, const PartyCue& cue) {
  const AgreementPhrase& phrase = view.phrase();
  if (cue.kind == PartyCue::Kind::kCity || cue.kind == PartyCue::Kind::kArea) return false;
  if (cue.tokens.begin == phrase.tokens.begin && cue.tokens.end >= phrase.tokens.end) return false;
  if (phrase.money != nullptr && phrase.money->bytes.contains(view.token(cue.tokens.begin).span())) return false;
  if (phrase.weight != AgreementWeight::kNamed) return true;
  return cue.kind == PartyCue::Kind::kOrganisation ? is_joined(view, cue, phrase.tokens) : !cue.country.empty();
}

/// "the U.S./ASEAN Memorandum".
void take_slashed(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  const std::uint32_t begin = view.phrase().tokens.begin;
  if (begin < 2 || view.word(begin - 1) != "/") return;
  const auto first = view.cues_within({begin - 2, begin - 1});
  const auto second = view.cues_within({begin, begin + 1});
  if (first.empty() || second.empty()) return;
  take(view, first.front(), draft);
  take(view, second.front(), draft);
}

}  // namespace

void read_inside(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  for (const PartyCue& cue : view.cues_within(view.phrase().tokens)) {
    if (!is_side_inside(view, cue)) continue;
    take(view, cue, draft);
    add_partner(view, cue, view.phrase().tokens, draft);
  }
  take_slashed(view, draft);
}

void read_possessor(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  const AgreementPhrase& phrase = view.phrase();
  if (phrase.determination != Determination::kDefinite || phrase.outer < view.sentence().begin) return;
  for (const PartyCue& cue : view.cues_within({phrase.outer > 8 ? phrase.outer - 8 : 0, phrase.tokens.begin})) {
    const bool adjoins = cue.tokens.end == phrase.tokens.begin && is_possessive(view.word(cue.tokens.end - 1));
    const bool marked =
        cue.tokens.end + 1 == phrase.tokens.begin && (view.word(cue.tokens.end) == "'s" || view.word(cue.tokens.end) == "’s");
    if (adjoins || marked) take(view, cue, draft);
  }
}

bool is_joined(const AgreementText& text, const PartyCue& cue, TokenRange phrase) {
  if (cue.tokens.end != cue.tokens.begin + 1) return false;
  return (cue.tokens.end + 1 < phrase.end && is_dash(text.word(cue.tokens.end))) ||
         (cue.tokens.begin > phrase.begin && is_dash(text.word(cue.tokens.begin - 1)));
}

PartySet joined_pair(const AgreementText& text, TokenRange range) {
  AgreementPartyDraft draft;
  const auto cues = text.cues_within(range);
  for (std::size_t i = 0; i + 1 < cues.size(); ++i) {
    const PartyCue& first = cues[i];
    const PartyCue& second = cues[i + 1];
    if (second.tokens.begin != first.tokens.end + 1 || !is_dash(text.word(first.tokens.end))) continue;
    take(text, first, draft);
    take(text, second, draft);
    return std::move(draft.set);
  }
  return {};
}

}  // namespace attest::agreement
