#include "read/utf8_survey.h"

#include <simdjson.h>
#include <unicode/utf8.h>

namespace attest {
namespace {

// ICU's macro reads signed 32-bit positions, so a long text is walked by steps of one sequence, four bytes at most.
struct Step {
  std::size_t length;
  bool well_formed;
};

Step step_at(std::string_view rest) noexcept {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(rest.data());
  const auto limit = static_cast<std::int32_t>(rest.size() < 4 ? rest.size() : 4);
  std::int32_t position = 0;
  UChar32 code_point = 0;
  U8_NEXT(bytes, position, limit, code_point);
  return {static_cast<std::size_t>(position), code_point >= 0};
}

bool is_ascii(char byte) noexcept { return static_cast<unsigned char>(byte) < 0x80; }

// How many bytes a sequence with this first byte has; 0 where no sequence begins so.
std::size_t sequence_length(char first) noexcept {
  const auto lead = static_cast<unsigned char>(first);
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

}  // namespace

bool is_utf8(std::string_view bytes) noexcept { return simdjson::validate_utf8(bytes); }

Utf8Survey survey_utf8(std::string_view bytes) noexcept {
  Utf8Survey survey;
  survey.first_error = bytes.size();
  for (std::size_t at = 0; at < bytes.size();) {
    if (is_ascii(bytes[at])) {
      ++at;
      continue;
    }
    const Step step = step_at(bytes.substr(at));
    if (step.well_formed) {
      ++survey.sequences;
    } else {
      if (survey.errors++ == 0) survey.first_error = at;
      survey.cut_off = at + step.length == bytes.size() && sequence_length(bytes[at]) > step.length;
    }
    at += step.length;
  }
  return survey;
}

}  // namespace attest
