// Any bytes: what precedes the first ill-formed byte is valid, and the index of it agrees with counting, both ways.
#include <cstdlib>
#include <string_view>

#include "text/code_points.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t valid = attest::valid_utf8_prefix(bytes);
  require(valid <= size && attest::is_valid_utf8(bytes) == (valid == size));
  const std::string_view text = bytes.substr(0, valid);
  require(attest::is_valid_utf8(text));
  const attest::CodePointIndex index(text);
  std::uint32_t count = 0;
  for (std::uint32_t at = 0; at <= valid; ++at) {
    if (at < valid && (data[at] & 0xC0) == 0x80) continue;
    require(index.to_code_points(at) == count && index.to_bytes(count) == at);
    ++count;
  }
  require(index.size() + 1 == count);
  return 0;
}
