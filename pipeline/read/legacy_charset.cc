#include "read/legacy_charset.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <vector>

namespace attest {
namespace {

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const noexcept { ucsdet_close(detector); }
};
struct CloseConverter {
  void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status));
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

// All of `bytes` in UTF-8; nothing where a byte has no meaning in the charset.
std::optional<std::string> convert(std::string_view bytes, const char* charset) {
  const Converter from = open_converter(charset);
  const Converter to = open_converter("UTF-8");
  if (!from || !to) return std::nullopt;
  std::string text(bytes.size() + bytes.size() / 2 + 16, '\0');
  std::array<UChar, 4096> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  std::size_t written = 0;
  for (UBool reset = true;; reset = false) {
    UErrorCode status = U_ZERO_ERROR;
    char* target = text.data() + written;
    ucnv_convertEx(to.get(), from.get(), &target, text.data() + text.size(), &source, bytes.data() + bytes.size(), pivot.data(),
                   &pivot_source, &pivot_target, pivot.data() + pivot.size(), reset, true, &status);
    written = static_cast<std::size_t>(target - text.data());
    if (status != U_BUFFER_OVERFLOW_ERROR) {
      text.resize(written);
      return U_SUCCESS(status) ? std::optional(std::move(text)) : std::nullopt;
    }
    text.resize(text.size() * 2);
  }
}

bool is_text_character(UChar32 character) noexcept {
  switch (u_charType(character)) {
    case U_UNASSIGNED:
    case U_PRIVATE_USE_CHAR:
    case U_SURROGATE:
      return false;
    case U_CONTROL_CHAR:
      return (character >= '\t' && character <= '\r') || character == 0x1A;  // white space, and the end mark of DOS files
    default:
      return true;
  }
}

bool reads_as_text(std::string_view text) noexcept {
  for (const char* at = text.data(); at != text.data() + text.size();) {
    std::int32_t length = 0;
    UChar32 character = 0;
    U8_NEXT_UNSAFE(at, length, character);
    if (!is_text_character(character)) return false;
    at += length;
  }
  return true;
}

// Unicode encodings are decided before; EBCDIC is not what articles come in.
bool is_candidate(std::string_view charset) noexcept { return !charset.starts_with("UTF-") && !charset.starts_with("IBM42"); }

std::size_t find_beyond_ascii(std::string_view bytes, std::size_t from) noexcept {
  const auto* found = std::find_if(bytes.begin() + static_cast<std::ptrdiff_t>(from), bytes.end(),
                                   [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
  return static_cast<std::size_t>(found - bytes.begin());
}

// The detector looks at the first 8,000 bytes alone, so it gets those that tell charsets apart, with the ASCII around
// them: language shows in words. Pieces are cut inside ASCII, so no character of several bytes is.
std::string sample_of(std::string_view bytes) {
  constexpr std::size_t kContext = 24;
  constexpr std::size_t kLength = 8000;
  std::string sample;
  std::size_t taken = 0;
  for (std::size_t at = find_beyond_ascii(bytes, 0); at != bytes.size() && sample.size() < kLength; at = find_beyond_ascii(bytes, at + 1)) {
    const std::size_t begin = std::max(taken, at < kContext ? 0 : at - kContext);
    const std::size_t end = std::min(at + kContext, bytes.size());
    if (begin > taken && !sample.empty()) sample += ' ';
    sample += bytes.substr(begin, end - begin);
    taken = end;
  }
  return sample;
}

struct Candidate {
  const char* charset;
  int confidence;
};

// The detector's candidates, likeliest first. The names are ICU's own constants.
std::vector<Candidate> candidates_for(std::string_view sample) {
  std::vector<Candidate> candidates;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status)) return candidates;
  for (const UCharsetMatch* match : std::span(matches, static_cast<std::size_t>(count))) {
    const Candidate candidate{ucsdet_getName(match, &status), ucsdet_getConfidence(match, &status)};
    if (U_SUCCESS(status) && is_candidate(candidate.charset)) candidates.push_back(candidate);
  }
  return candidates;
}

}  // namespace

std::optional<std::string> decode_legacy(std::string_view bytes) {
  std::optional<std::string> best;
  int best_confidence = 0;
  for (const Candidate& candidate : candidates_for(sample_of(bytes))) {
    const int least = best ? best_confidence - kLeastCharsetLead + 1 : kLeastCharsetConfidence;
    if (candidate.confidence < least) break;
    std::optional<std::string> text = convert(bytes, candidate.charset);
    if (!text || !reads_as_text(*text)) continue;
    if (best && *text != *best) return std::nullopt;
    if (!best) {
      best = std::move(text);
      best_confidence = candidate.confidence;
    }
  }
  return best;
}

}  // namespace attest
