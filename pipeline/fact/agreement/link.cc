#include "fact/agreement/link.h"

#include <algorithm>
#include <array>

#include "fact/agreement/description.h"
#include "fact/agreement/name.h"

namespace attest::agreement {
namespace {

constexpr std::array<std::string_view, 3> kLinks = {"between", "with", "among"};
constexpr std::array<std::string_view, 2> kEnclosingLinks = {"between", "among"};
// "subject to Norvale's approval", "similar to Chile's treaty"
constexpr std::array<std::string_view, 5> kBeforeTo = {"subject", "similar", "akin", "identical", "comparable"};

/// "The pact must return to Europe": what the phrase itself does, no party stands behind.
bool is_another_verbs(const AgreementPartyView& view, TokenRange range) {
  return range.begin < range.end && view.function_class(range.begin) == "auxiliary" &&
         !(view.event().found() && view.event().verb.begin >= range.begin);
}

/// "for power from Norvale": what stands between tells what it is about.
bool has_purpose(const AgreementText& text, TokenRange range) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (text.at(AgreementList::kAgreementAct, i, range.end)) return true;
  }
  return false;
}

/// "to buy ore from Norvale": who sells is a side.
bool buys(const AgreementText& text, TokenRange range) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (text.at(AgreementList::kAcquisitionVerb, i, range.end)) return true;
  }
  return false;
}

/// "covering the acquisition of the company by Norvale": who buys is a side.
bool is_bought_by(const AgreementText& text, TokenRange range) {
  constexpr std::array<std::string_view, 5> kPurchases = {"acquisition", "purchase", "takeover", "buyout", "buy-out"};
  constexpr std::uint32_t kReach = 6;  // "the acquisition of all of its shares by"
  const std::uint32_t floor = range.end > range.begin + kReach ? range.end - kReach : range.begin;
  for (std::uint32_t i = floor; i < range.end; ++i) {
    if (text.is_any(i, kPurchases)) return true;
  }
  return false;
}

/// "for Norvale to buy": a party behind "for", which then does something.
bool is_actor(const AgreementText& text, std::uint32_t token, std::uint32_t limit) {
  constexpr std::uint32_t kLongestDeterminer = 2;
  const auto acts_behind = [&](std::uint32_t end) {
    std::uint32_t behind = end + (end < limit && text.word(end) == ">" ? 1U : 0U);
    if (behind < limit && text.word(behind) == "<")
      behind = std::min(limit, bracket_end(text, behind, limit) + 1);  // the symbol of a share
    if (behind + 2 < limit && text.is(behind, "of")) behind += 2;      // "for Norvale of Oslo to sell"
    return behind < limit && text.is(behind, "to");
  };
  for (const PartyCue& cue : text.cues_within({token, std::min(limit, token + kLongestDeterminer)})) return acts_behind(cue.tokens.end);
  const TokenRange name = token < limit ? unknown_name(text, token, limit, true) : TokenRange{};
  return name.begin < name.end && acts_behind(name.end);
}

/// "awarded to the Navy", "an agreement to sell a mine to Norvale"; but not "is part of a grant to Norvale". The token is "to" or "from".
bool leads_to_end(const AgreementPartyView& view, std::uint32_t token, TokenRange range) {
  const AgreementEvent& event = view.event();
  if (is_another_verbs(view, {range.begin, token})) return false;
  constexpr std::uint32_t kNear = 3;
  if (token > 0 && view.is_any(token - 1, kBeforeTo)) return false;
  const bool near = token <= std::max(range.begin, event.found() ? event.verb.end : 0U) + kNear;
  if (!near && view.at(AgreementList::kAgreementLink, range.begin, range.end)) return true;  // "under which Norvale leases it from"
  if (!near && view.is(token, "from")) {
    return event.found() && (buys(view, {range.begin, token}) || !has_purpose(view, {range.begin, token}));
  }
  if (!near && !view.at(AgreementList::kAgreementAct, range.begin, range.end)) return false;
  const std::uint32_t next = token + (view.function_class(token + 1) == "determiner" ? 2 : 1);
  if (next + 1 < range.end && view.at(AgreementList::kCurrencyName, next + 1, next + 2)) return false;  // "to U.S. dollars"
  // "to the Navy", not "to supply"
  return view.is_capitalised(next) || view.word(next) == "<" || view.word(next) == "(" || is_government_at(view, next);
}

}  // namespace

bool is_plain_link(std::string_view word) noexcept { return is_one_of(word, kLinks); }

bool is_enclosing_link(std::string_view word) noexcept { return is_one_of(word, kEnclosingLinks); }

bool is_link(const AgreementPartyView& view, std::uint32_t token, TokenRange range) {
  const AgreementEvent& event = view.event();
  const std::string_view word = view.word(token);
  const bool of_them = equal_in_any_case(word, "among") && token + 1 < range.end && view.function_class(token + 1) == "pronoun";
  if (is_plain_link(word)) return !of_them;  // "among them a solar farm"
  if (view.at(AgreementList::kAgreementLink, token, range.end) || view.at(AgreementList::kAcquisitionVerb, token, range.end)) return true;
  if (equal_in_any_case(word, "by") && is_bought_by(view, {range.begin, token})) return true;
  if (equal_in_any_case(word, "by"))
    return event.is_passive && token >= event.verb.end &&
           !view.ending_at(AgreementList::kApprovalVerb, token, range.begin > 0 ? range.begin - 1 : 0) &&
           !view.at(AgreementList::kApprovalVerb, event.verb.begin, event.verb.end);
  if (equal_in_any_case(word, "for")) return is_actor(view, token + 1, range.end);
  const bool goal = equal_in_any_case(word, "to") || equal_in_any_case(word, "from");
  return goal && token + 2 < range.end && leads_to_end(view, token, range);
}

std::uint32_t link_end(const AgreementText& text, std::uint32_t token, std::uint32_t limit) {
  if (const auto link = text.at(AgreementList::kAgreementLink, token, limit)) return link->tokens.end;
  const auto act = text.at(AgreementList::kAcquisitionVerb, token, limit);
  return act ? act->tokens.end : token + 1;
}

}  // namespace attest::agreement
