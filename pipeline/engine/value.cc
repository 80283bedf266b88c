#include "engine/value.h"

namespace attest {

std::string to_string(const Value& value) {
  if (value.is_decimal()) return value.decimal().to_string();
  return value.is_text() ? std::string(value.text()) : "-";
}

}  // namespace attest
