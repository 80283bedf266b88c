// SHA-256 (FIPS 180-4), through OpenSSL: the identity of documents, mentions and facts.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;  // OpenSSL's EVP_MD_CTX

namespace attest {

/// The digest of bytes that come in pieces:
///
///   Sha256 digest;
///   for (const std::string_view piece : pieces) digest.update(piece);
///   const std::string hex = digest.hex();
class Sha256 {
 public:
  Sha256();

  void update(std::string_view bytes);
  /// The digest of all bytes so far as 64 lower-case hexadecimal digits; once, as the last call.
  [[nodiscard]] std::string hex();

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const noexcept;
  };
  std::unique_ptr<evp_md_ctx_st, Free> context_;
};

/// The digest of `bytes` as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// The first 128 bits of the digest as 32 hexadecimal digits: short enough for an id in a URL, and at a
/// billion rows still less likely to collide than the disk is to fail (birthday bound about 1e-21).
[[nodiscard]] std::string content_id(std::string_view bytes);

}  // namespace attest
