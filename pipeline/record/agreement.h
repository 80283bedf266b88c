// An agreement, or a counted group of agreements, that a text states.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "value/decimal.h"

namespace attest {

enum class AgreementKind : std::uint8_t {
  kTreaty,
  kMemorandum,
  kDeclaration,
  kContract,
  kDeal,
  kProtocol,
  kStatement,
  kCharter,
  kAgreement,  ///< Unspecific.
};

enum class AgreementStatus : std::uint8_t {
  kSigned,  ///< Also issued, adopted, reached.
  kAnnounced,
  kPlanned,
  kNegotiating,
  kRatified,
  kInForce,
  kSuspended,
  kTerminated,
  kUnknown,
};

/// What the text says of an agreement; empty strings stand for what it does not say.
struct Agreement {
  AgreementKind kind = AgreementKind::kAgreement;
  AgreementStatus status = AgreementStatus::kUnknown;
  std::string title;                       ///< Its name, where it has one: "Xi'an Declaration".
  std::optional<std::uint32_t> count = 1;  ///< How many; absent for a group without a number.
  std::vector<std::string> parties;        ///< ISO 3166-1 alpha-2 codes, names of regions, names of organisations; each once, sorted.
  std::string signed_start;                ///< Half-open interval of ISO days.
  std::string signed_end;
  std::string place;
  std::optional<Decimal> value;  ///< What it is worth, in `value_unit`, an ISO 4217 code.
  std::string value_unit;
  std::string subject;  ///< The topic phrase, as written.
  std::string id;       ///< agreement_id: the same for all mentions of one agreement.
};

}  // namespace attest
