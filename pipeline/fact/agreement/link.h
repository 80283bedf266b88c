// What leads to the parties behind the phrase of an agreement: "between", "with", "awarded to", "signed by", "for Norvale to buy".
//
//   // "[a contract] awarded to Norvale"
//   is_link(view, token_of_to, range);          // true
//   link_end(view, token_of_to, range.end);     // the token "Norvale"
#pragma once

#include <cstdint>
#include <string_view>

#include "fact/agreement/agreement_party_view.h"

namespace attest::agreement {

/// "between", "with", "among".
[[nodiscard]] bool is_plain_link(std::string_view word) noexcept;
/// "between", "among": no party stands elsewhere.
[[nodiscard]] bool is_enclosing_link(std::string_view word) noexcept;
/// Words that lead to a party begin at a token; `range` are the words behind the phrase.
[[nodiscard]] bool is_link(const AgreementPartyView& view, std::uint32_t token, TokenRange range);
/// Where they end.
[[nodiscard]] std::uint32_t link_end(const AgreementText& text, std::uint32_t token, std::uint32_t limit);

}  // namespace attest::agreement
