// Any bytes taken for a format give documents in UTF-8 or errors, and both end. One target a format (FUZZED_FORMAT).
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "read/format_detection.h"
#include "read/stream_reader.h"
#include "read/utf8_survey.h"

namespace fuzzed {
using attest::InputFormat;
constexpr auto archive = InputFormat::kText;  // archives are told by their content whatever is chosen
constexpr auto feed = InputFormat::kFeed;
constexpr auto mail = InputFormat::kMail;
constexpr auto markdown = InputFormat::kMarkdown;
constexpr auto office = InputFormat::kOffice;
constexpr auto pdf = InputFormat::kPdf;
constexpr auto warc = InputFormat::kWarc;
}  // namespace fuzzed

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  attest::LineStream stream([&rest](char* into, std::size_t at_most) -> attest::Result<std::size_t> {
    const std::size_t count = rest.copy(into, at_most);
    rest.remove_prefix(count);
    return count;
  });
  const attest::ReadOptions options{.format = fuzzed::FUZZED_FORMAT, .metadata = {}};
  const attest::StreamReader::Deliver deliver = [](const attest::Document& document) {
    if (!attest::is_utf8(document.text) || !attest::is_utf8(document.metadata.title) || !attest::is_utf8(document.metadata.author))
      std::abort();
    return true;
  };
  const attest::FailureSink failures = [](const attest::Error&) {};
  attest::StreamReader(options, deliver, failures).read(stream, "fuzzed", size);
  return 0;
}
