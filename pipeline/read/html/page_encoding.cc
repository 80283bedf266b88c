#include "read/html/page_encoding.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "base/ascii.h"
#include "read/decode_text.h"
#include "read/html/meta_elements.h"
#include "read/reader.h"
#include "read/utf8_survey.h"

namespace attest::html {
namespace {

constexpr std::size_t kLongestPrologue = 4096;

struct CloseConverter {
  void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};

struct Label {
  std::string_view declared;
  const char* meant;
};

// Where browsers read a label as another charset than its name says (encoding.spec.whatwg.org, "Names and labels").
constexpr std::array<Label, 12> kLabels = {{{"iso-8859-1", "windows-1252"},
                                            {"iso8859-1", "windows-1252"},
                                            {"latin1", "windows-1252"},
                                            {"us-ascii", "windows-1252"},
                                            {"ascii", "windows-1252"},
                                            {"iso-8859-9", "windows-1254"},
                                            {"gb2312", "gb18030"},
                                            {"gbk", "gb18030"},
                                            {"shift_jis", "windows-31j"},
                                            {"ks_c_5601-1987", "windows-949"},
                                            {"euc-kr", "windows-949"},
                                            {"tis-620", "windows-874"}}};

std::string meant_charset(std::string_view declared) {
  const std::string small = ascii_lowered(declared);
  const auto* label = std::find_if(kLabels.begin(), kLabels.end(), [&](const Label& it) { return it.declared == small; });
  return label != kLabels.end() ? label->meant : small;
}

// Nothing where the charset is unknown.
std::optional<std::string> convert(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> from(ucnv_open(charset.c_str(), &status));
  if (U_FAILURE(status)) return std::nullopt;
  std::string text(bytes.size() * 3 + 16, '\0');  // no legacy byte takes more in UTF-8
  const std::int32_t length = ucnv_toAlgorithmic(UCNV_UTF8, from.get(), text.data(), static_cast<std::int32_t>(text.size()), bytes.data(),
                                                 static_cast<std::int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) return std::nullopt;
  text.resize(static_cast<std::size_t>(length));
  return text;
}

bool is_name_character(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
}

// The name behind `charset=` or `encoding=` at `at`, with or without quotation marks.
std::string_view name_behind(std::string_view text, std::size_t at) noexcept {
  at = text.find_first_not_of(" \t\r\n", at);
  if (at == std::string_view::npos || text[at] != '=') return {};
  at = text.find_first_not_of(" \t\r\n\"'", at + 1);
  if (at == std::string_view::npos) return {};
  std::size_t end = at;
  while (end < text.size() && is_name_character(text[end])) ++end;
  return text.substr(at, end - at);
}

}  // namespace

std::optional<std::string> decode_declared(std::string_view bytes, std::string_view charset) {
  return convert(bytes, meant_charset(charset));
}

std::string_view declared_charset(std::string_view bytes) noexcept {
  const std::string_view prologue = bytes.substr(0, kLongestPrologue);
  for (const std::string_view word : {std::string_view("charset"), std::string_view("CHARSET"), std::string_view("encoding")}) {
    for (std::size_t at = prologue.find(word); at != std::string_view::npos; at = prologue.find(word, at + 1)) {
      const std::string_view name = name_behind(prologue, at + word.size());
      if (!name.empty()) return name;
    }
  }
  return {};
}

Result<std::string> decode_page(std::string bytes) {
  if (has_wide_mark(bytes)) return decode_owned(std::move(bytes));
  if (is_utf8(bytes)) return std::string(without_utf8_mark(bytes));
  const std::string charset = meant_charset(declared_charset(bytes));
  const Utf8Survey survey = survey_utf8(bytes);
  const bool mostly_utf8 = survey.sequences > survey.errors;
  if (mostly_utf8 || charset == "utf-8" || charset == "utf8") {
    if (auto text = convert(bytes, "UTF-8"); text && mostly_utf8) return *std::move(text);
  } else if (!charset.empty() && !charset.starts_with("utf")) {
    if (auto text = convert(bytes, charset)) return *std::move(text);
  }
  return decode_owned(std::move(bytes));
}

}  // namespace attest::html
