#include "base/sha256.h"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <array>
#include <cstdlib>

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

// Looked up once: a look-up by name takes longer than the digest of an identity.
const EVP_MD* algorithm() {
  static const EVP_MD* const kSha256 = EVP_MD_fetch(nullptr, "SHA2-256", nullptr);
  return kSha256;
}

std::string digest_prefix(std::string_view bytes, std::size_t count) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, algorithm(), nullptr) != 1) std::abort();  // out of memory
  return to_hex(digest.data(), count);
}

}  // namespace

std::string sha256_hex(std::string_view bytes) { return digest_prefix(bytes, SHA256_DIGEST_LENGTH); }

std::string content_id(std::string_view bytes) { return digest_prefix(bytes, 16); }

}  // namespace attest
