#include "fact/agreement/agreement_text.h"

namespace attest {

std::string_view AgreementText::function_class(std::uint32_t token) const {
  const auto found = at(AgreementList::kFunctionWord, token, token + 1);
  return found ? found->cell(0) : std::string_view();
}

}  // namespace attest
