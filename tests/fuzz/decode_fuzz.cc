// Any bytes decode to well-formed UTF-8 without NULs, or are refused; UTF-8 stays as it is.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "read/decode_text.h"
#include "read/reader.h"
#include "read/utf8_survey.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_canonical(std::string_view text) { return attest::is_utf8(text) && text.find('\0') == std::string_view::npos; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto text = attest::decode_text(bytes);
  require(!text || is_canonical(*text));
  if (is_canonical(bytes)) require(text && *text == attest::without_utf8_mark(bytes));
  require(attest::is_utf8(bytes) == (attest::survey_utf8(bytes).errors == 0));
  return 0;
}
