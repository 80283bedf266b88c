// SHA-256 (FIPS 180-4), through OpenSSL: the identity of documents, mentions and facts.
#pragma once

#include <string>
#include <string_view>

namespace attest {

/// The digest of `bytes` as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// The first 128 bits of the digest as 32 hexadecimal digits: short enough for an id in a URL, and at a
/// billion rows still less likely to collide than the disk is to fail (birthday bound about 1e-21).
[[nodiscard]] std::string content_id(std::string_view bytes);

}  // namespace attest
