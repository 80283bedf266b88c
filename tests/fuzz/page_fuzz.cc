// Any bytes taken for a web page give text in UTF-8 or an error.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "read/html/page_reader.h"
#include "read/utf8_survey.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto document = attest::html::read_page(std::string(reinterpret_cast<const char*>(data), size), "");
  if (document && (document->text.empty() || !attest::is_utf8(document->text) || !attest::is_utf8(document->metadata.title))) std::abort();
  return 0;
}
