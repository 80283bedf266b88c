#include "read/decode_text.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "read/legacy_charset.h"
#include "read/mixed_text.h"
#include "read/reader.h"
#include "read/utf8_survey.h"
#include "read/wide_text.h"

namespace attest {
namespace {

using namespace std::string_view_literals;

struct WideMark {
  std::string_view bytes;
  WideEncoding encoding;
};

// UTF-32 first: its little-endian mark begins with that of UTF-16.
constexpr WideMark kWideMarks[] = {{"\xFF\xFE\0\0"sv, WideEncoding::kUtf32Le},
                                   {"\0\0\xFE\xFF"sv, WideEncoding::kUtf32Be},
                                   {"\xFF\xFE"sv, WideEncoding::kUtf16Le},
                                   {"\xFE\xFF"sv, WideEncoding::kUtf16Be}};

Error encoding_error(std::string what, std::size_t offset, std::string hint) {
  return Error{ErrorCode::kEncoding, std::move(what) + " at byte " + std::to_string(offset), "", std::move(hint)};
}

Error damaged_utf8(const Utf8Survey& survey) {
  if (survey.errors == 1 && survey.cut_off) {
    return encoding_error("UTF-8 ends inside a character", survey.first_error, "the file may be cut off");
  }
  return encoding_error("broken UTF-8", survey.first_error, "repair the file, or convert it with iconv");
}

// Text that is UTF-8 but for damage: nine of ten of its sequences are well-formed, or its only fault is that it ends
// inside a sequence of which two bytes are there. In other charsets neither comes about by chance.
bool is_utf8_with_damage(const Utf8Survey& survey, std::size_t size) noexcept {
  if (survey.sequences >= 9 * survey.errors) return true;
  return survey.errors == 1 && survey.cut_off && (survey.sequences > 0 || size - survey.first_error >= 2);
}

// Other charsets have a well-formed sequence by chance now and then, but hardly one for every two other characters.
bool may_be_mixed(const Utf8Survey& survey) noexcept {
  return !survey.cut_off && survey.sequences > 0 && survey.sequences * 2 >= survey.errors;
}

Result<std::string> decode_with_nul(std::string_view bytes, std::size_t nul) {
  if (const auto encoding = recognise_utf16(bytes)) {
    if (auto text = decode_wide(bytes, 0, *encoding)) return text;
  }
  return encoding_error("NUL byte", nul, "binary files are not read; UTF-16 needs its byte-order mark");
}

Result<std::string> decode_unmarked(std::string_view bytes) {
  const Utf8Survey survey = survey_utf8(bytes);
  if (may_be_mixed(survey)) {
    if (auto text = decode_mixed(bytes)) return *std::move(text);
  }
  if (is_utf8_with_damage(survey, bytes.size())) return damaged_utf8(survey);
  if (auto text = decode_legacy(bytes)) return *std::move(text);
  return encoding_error("text in no encoding that we recognise: not UTF-8", survey.first_error, "convert it to UTF-8 with iconv");
}

// The text where decoding is more than taking the bytes from `start`; nothing where they are UTF-8 as they stand.
struct Plan {
  std::size_t start = 0;
  std::optional<Result<std::string>> decoded;
};

const WideMark* find_wide_mark(std::string_view bytes) noexcept {
  const auto* mark =
      std::find_if(std::begin(kWideMarks), std::end(kWideMarks), [&](const WideMark& it) { return bytes.starts_with(it.bytes); });
  return mark == std::end(kWideMarks) ? nullptr : mark;
}

Plan plan_decoding(std::string_view bytes) {
  if (const WideMark* mark = find_wide_mark(bytes)) return {0, decode_wide(bytes, mark->bytes.size(), mark->encoding)};
  const bool marked = bytes.starts_with(kUtf8Mark);
  const std::size_t start = marked ? kUtf8Mark.size() : 0;
  const std::size_t nul = bytes.find('\0');
  if (nul != std::string_view::npos) return {start, decode_with_nul(bytes, nul)};
  if (is_utf8(bytes)) return {start, std::nullopt};
  return {start, marked ? damaged_utf8(survey_utf8(bytes)) : decode_unmarked(bytes)};
}

Error too_large() {
  return Error{ErrorCode::kTooLarge, "text of more than " + std::to_string(kLongestText) + " bytes", "", "split it into articles"};
}

Result<std::string> within_limit(Result<std::string> text) {
  if (text && text->size() > kLongestText) return too_large();
  return text;
}

}  // namespace

bool has_wide_mark(std::string_view bytes) noexcept { return find_wide_mark(bytes) != nullptr; }

Result<std::string> decode_owned(std::string bytes) {
  if (bytes.size() > kLongestText) return too_large();
  Plan plan = plan_decoding(bytes);
  if (plan.decoded) return within_limit(*std::move(plan.decoded));
  bytes.erase(0, plan.start);
  return bytes;
}

Result<std::string> decode_text(std::string_view bytes) {
  if (bytes.size() > kLongestText) return too_large();
  Plan plan = plan_decoding(bytes);
  if (plan.decoded) return within_limit(*std::move(plan.decoded));
  return std::string(bytes.substr(plan.start));
}

}  // namespace attest
