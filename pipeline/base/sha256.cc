#include "base/sha256.h"

#include <openssl/sha.h>

#include <array>

namespace attest {
namespace {

std::string to_hex(const unsigned char* bytes, std::size_t count) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex(count * 2, '0');
  for (std::size_t i = 0; i < count; ++i) {
    hex[2 * i] = kDigits[bytes[i] >> 4];
    hex[2 * i + 1] = kDigits[bytes[i] & 15];
  }
  return hex;
}

std::string digest_prefix(std::string_view bytes, std::size_t count) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  return to_hex(digest.data(), count);
}

}  // namespace

std::string sha256_hex(std::string_view bytes) { return digest_prefix(bytes, SHA256_DIGEST_LENGTH); }

std::string content_id(std::string_view bytes) { return digest_prefix(bytes, 16); }

}  // namespace attest
