#include "fact/agreement/evidence.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace attest {
namespace {

/// "the 2018 peace deal", "a 1987 border accord": its year says which one is meant.
bool is_known_by_date(const AgreementPhrase& phrase, const AgreementEvent& event) {
  if (phrase.date == nullptr) return false;
  const std::uint32_t fewest = phrase.date->date()->relative && !event.found() ? 3 : 2;  // "the May accord" may be any
  const bool general = phrase.kind != AgreementKind::kContract && phrase.weight != AgreementWeight::kPaper;
  return general && phrase.tokens.end >= phrase.tokens.begin + fewest;
}

/// "It secured the $3 billion contract", "announced the signing of a contract worth $3 billion": the sum says that there is one.
bool is_known_by_sum(const AgreementPhrase& phrase, const AgreementEvent& event, bool has_value) {
  if (!has_value || !event.found() || !event.before || event.is_deed || event.status != AgreementStatus::kSigned) return false;
  return phrase.kind == AgreementKind::kContract || (phrase.determination == Determination::kDefinite && phrase.money != nullptr);
}

/// "Chile and Peru sign trade deal", as headlines have it.
bool signs_together(const AgreementEvent& event, std::size_t parties) {
  return event.is_signing && event.before && !event.is_passive && !event.is_noun && event.status == AgreementStatus::kSigned &&
         parties >= 2;
}

/// One agreement: how much must stand with its phrase.
bool single_stands(const AgreementPhrase& phrase, const AgreementEvent& event, const PartySet& parties) {
  const std::size_t count = parties.parties.size();
  const bool firm = phrase.weight == AgreementWeight::kFirm;
  switch (phrase.determination) {
    case Determination::kIndefinite:
      if (is_known_by_date(phrase, event)) return true;
      return count >= 1 && (event.found() || (parties.stated && (firm || (phrase.kind == AgreementKind::kContract && count >= 2))));
    case Determination::kDefinite:
      return ((parties.stated || parties.named || (event.found() && event.before && event.status != AgreementStatus::kInForce)) &&
              count >= 2) ||
             is_known_by_date(phrase, event) || (firm && (parties.enclosed || parties.whole) && count >= 1);
    default:
      if (signs_together(event, count)) return true;
      return firm ? count >= 1 && ((event.found() && parties.stated) || count >= 2) : event.found() && parties.stated;
  }
}

/// A group: with its number it needs a side, without one both.
bool group_stands(const AgreementPhrase& phrase, const AgreementEvent& event, const PartySet& parties) {
  const std::size_t count = parties.parties.size();
  const bool firm = phrase.weight == AgreementWeight::kFirm;
  if (phrase.count) return firm ? event.found() || count >= 1 : event.found() && count >= 1;
  // "Chile and Peru signed agreements": who signs them together, is both sides.
  const bool together = firm && event.found() && event.before && !event.is_passive && event.status == AgreementStatus::kSigned &&
                        phrase.determination != Determination::kDefinite;
  // "Accords were signed during the visit of Chile's president to Peru."
  const bool named = firm && parties.named && event.status == AgreementStatus::kSigned && phrase.determination != Determination::kDefinite;
  return count >= 2 && (parties.stated || together || named) && (firm || event.found());
}

/// Papers are agreements where they are signed, or where two sides issue one; a statement or declaration names both.
bool paper_stands(const AgreementPhrase& phrase, const AgreementEvent& event, const PartySet& parties) {
  const bool concluded = event.status == AgreementStatus::kSigned || event.status == AgreementStatus::kRatified ||
                         event.status == AgreementStatus::kPlanned || event.status == AgreementStatus::kTerminated;
  const bool solemn =
      phrase.kind == AgreementKind::kMemorandum || phrase.kind == AgreementKind::kProtocol || phrase.kind == AgreementKind::kTreaty;
  if (phrase.many && !phrase.count && parties.parties.size() < 2) return false;
  if (solemn && phrase.many && phrase.count && event.found() && concluded) return true;  // "the signing of seven memoranda"
  const bool adopted = event.before && event.is_adoption && phrase.determination == Determination::kIndefinite;
  if (phrase.kind == AgreementKind::kDeclaration && adopted) return true;
  if (phrase.kind == AgreementKind::kMemorandum && parties.between && parties.parties.size() >= 2) return true;
  // "Chile and Peru signed a joint declaration"
  const bool together = phrase.kind == AgreementKind::kDeclaration && event.before && !event.is_passive && !event.is_noun &&
                        event.status == AgreementStatus::kSigned && phrase.determination == Determination::kIndefinite;
  return event.found() && concluded && (solemn || together || parties.stated || parties.named) &&
         parties.parties.size() >= (solemn ? 1U : 2U);
}

/// "Chile and Peru signed 17 documents", "17 documents were signed".
bool documents_stand(const AgreementPhrase& phrase, const AgreementEvent& event, const PartySet& parties) {
  const bool made = event.status == AgreementStatus::kSigned || event.status == AgreementStatus::kPlanned;
  const bool counted = phrase.count.has_value() || phrase.determination == Determination::kSeveral;
  const bool with_some = !event.before && parties.between && !parties.parties.empty();  // "58 documents were signed with Chilean firms"
  if (!made || !event.found()) return false;
  if (parties.parties.size() < 2) return counted && (with_some || (phrase.count && event.is_signing));
  // "documents were signed between Chile and Peru", "during the visit of Chile's president to Peru a number of documents were signed"
  return event.before ? counted : parties.between || (counted && parties.parties.size() == 2);
}

/// "The deal with Norvale would", "An accord could": it may still come about.
bool is_imagined(const TokenView& view, const AgreementPhrase& phrase, const WordList& outlook) {
  constexpr std::array<std::string_view, 8> kEnds = {".", ",", ";", ":", "that", "which", "said", "says"};
  constexpr std::uint32_t kReach = 8;
  const auto end = std::min(static_cast<std::uint32_t>(view.tokens.size()), phrase.behind() + kReach);
  for (std::uint32_t i = phrase.behind(); i < end && !is_one_of(view.word(i), kEnds); ++i) {
    if (const auto word = outlook.at(view, i, i + 1); word && word->cell(0) == "imagined") return true;
  }
  return false;
}

/// "a pending deal", "the future treaty".
bool is_ahead(const TokenView& view, const AgreementPhrase& phrase, const WordList& outlook) {
  for (std::uint32_t i = phrase.outer; i < phrase.tokens.end; ++i) {
    if (const auto word = outlook.at(view, i, i + 1); word && word->cell(0) == "ahead") return true;
  }
  return false;
}

}  // namespace

AgreementStatus presupposed_status(const TokenView& view, const AgreementPhrase& phrase, const WordList& outlook) {
  const bool titled = phrase.weight == AgreementWeight::kNamed;
  const bool followed = phrase.outer > 0 && equal_in_any_case(view.word(phrase.outer - 1), "following");
  const bool known = phrase.determination == Determination::kDefinite || phrase.date != nullptr || followed ||
                     (titled && phrase.determination != Determination::kIndefinite && phrase.determination != Determination::kNegative);
  if (!known || is_ahead(view, phrase, outlook) || (!titled && is_imagined(view, phrase, outlook))) return AgreementStatus::kUnknown;
  const bool paper = phrase.kind == AgreementKind::kDeclaration || phrase.kind == AgreementKind::kStatement;  // which binds nobody
  return titled && !paper ? AgreementStatus::kInForce : AgreementStatus::kSigned;
}

bool is_trading_volume(const AgreementPhrase& phrase) noexcept {
  constexpr std::uint32_t kMany = 1000;
  return phrase.many && phrase.kind == AgreementKind::kContract && phrase.count.value_or(0) >= kMany;
}

bool stands_for_agreement(const AgreementPhrase& phrase, const AgreementEvent& event, const PartySet& parties, bool has_value) {
  if (phrase.weight == AgreementWeight::kNamed) return phrase.determination != Determination::kNegative || event.found();
  if (phrase.determination == Determination::kNegative || event.failed) return false;
  if (phrase.weight == AgreementWeight::kBack) return false;
  if (phrase.weight == AgreementWeight::kDocument) return documents_stand(phrase, event, parties);
  if (phrase.kind == AgreementKind::kStatement && parties.parties.size() < 2) return false;
  if (phrase.weight == AgreementWeight::kPaper) return paper_stands(phrase, event, parties);
  if (phrase.many) return group_stands(phrase, event, parties);
  return single_stands(phrase, event, parties) || is_known_by_sum(phrase, event, has_value);
}

}  // namespace attest
