#include "fact/agreement/agreement_memory.h"

namespace attest {

void AgreementMemory::clear() {
  focus.clear();
  focus_on_countries = false;
  bodies.clear();
  countries.clear();
  sides.clear();
  deal.sides.clear();
  topic.reset();
}

std::span<const std::string> AgreementMemory::deal_before(std::uint32_t token) const noexcept {
  constexpr std::uint32_t kFarthest = 120;  // tokens
  if (token > deal.sentence.begin + kFarthest) return {};
  return deal.sides;
}

}  // namespace attest
