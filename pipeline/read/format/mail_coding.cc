#include "read/format/mail_coding.h"

#include <algorithm>
#include <cstdint>

#include "read/html/page_encoding.h"
#include "read/utf8_survey.h"

namespace attest {
namespace {

// The six bits of a character of base64, -1 for others.
int six_bits(char c) noexcept {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

int hexadecimal(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool is_blank(std::string_view text) noexcept { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

// One encoded word at the beginning of `text`; its length, 0 where there is none.
std::size_t decode_word(std::string_view text, std::string& into) {
  const std::size_t charset_end = text.find('?', 2);
  if (charset_end == std::string_view::npos || charset_end + 3 > text.size() || text[charset_end + 2] != '?') return 0;
  const std::size_t end = text.find("?=", charset_end + 3);
  if (end == std::string_view::npos) return 0;
  const std::string_view charset = text.substr(2, charset_end - 2);
  const std::string_view coded = text.substr(charset_end + 3, end - charset_end - 3);
  const char coding = text[charset_end + 1];
  const bool base64 = coding == 'B' || coding == 'b';
  into += decode_mail_text(base64 ? decode_base64(coded) : decode_quoted_printable(coded, true), charset.substr(0, charset.find('*')));
  return end + 2;
}

}  // namespace

std::string decode_base64(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') break;
    const int six = six_bits(c);
    if (six < 0) continue;
    bits = (bits << 6 | static_cast<std::uint32_t>(six)) & 0xFFFFFF;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes += static_cast<char>(bits >> count & 0xFF);
    }
  }
  return bytes;
}

std::string decode_quoted_printable(std::string_view text, bool in_header) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '_' && in_header) {
      bytes += ' ';
    } else if (text[i] != '=') {
      bytes += text[i];
    } else if (text.substr(i + 1).starts_with("\r\n")) {
      i += 2;
    } else if (text.substr(i + 1).starts_with("\n")) {
      i += 1;
    } else if (i + 2 < text.size() && hexadecimal(text[i + 1]) >= 0 && hexadecimal(text[i + 2]) >= 0) {
      bytes += static_cast<char>(hexadecimal(text[i + 1]) << 4 | hexadecimal(text[i + 2]));
      i += 2;
    } else {
      bytes += '=';
    }
  }
  return bytes;
}

std::string decode_header(std::string_view value) {
  std::string decoded;
  bool behind_word = false;
  for (std::size_t i = 0; i < value.size();) {
    const std::size_t length = value.substr(i).starts_with("=?") ? decode_word(value.substr(i), decoded) : 0;
    if (length != 0) {
      i += length;
      behind_word = true;
      continue;
    }
    const std::size_t next = std::min(value.find("=?", i + 1), value.size());
    const std::string_view plain = value.substr(i, next - i);
    const bool between_words = behind_word && is_blank(plain) && next != value.size();  // RFC 2047, section 6.2
    if (!between_words) decoded += decode_mail_text(std::string(plain), "");
    behind_word = false;
    i = next;
  }
  return decoded;
}

std::string decode_mail_text(std::string bytes, std::string_view charset) {
  if (is_utf8(bytes) && (charset.empty() || !charset.starts_with("utf-16"))) {
    const bool stateful = charset.starts_with("iso-2022") || charset.starts_with("ISO-2022");
    if (!stateful) return bytes;
  }
  for (const std::string_view name : {charset, std::string_view("windows-1252")}) {
    if (name.empty()) continue;
    if (auto text = html::decode_declared(bytes, name)) return *std::move(text);
  }
  return {};
}

}  // namespace attest
