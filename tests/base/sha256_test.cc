// Vectors: FIPS 180-4's examples as published by NIST (one block, two blocks, a million letters), and the empty message.
#include "base/sha256.h"

#include <gtest/gtest.h>

#include <string>

namespace attest {
namespace {

struct Vector {
  std::string message;
  std::string digest;
};

TEST(Sha256, AgreesWithTheStandardsExamples) {
  const Vector vectors[] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {std::string(1'000'000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  };
  for (const Vector& vector : vectors) EXPECT_EQ(sha256_hex(vector.message), vector.digest) << vector.message.size() << " bytes";
}

TEST(Sha256, ReadsBytesPastANul) { EXPECT_NE(sha256_hex(std::string_view("a\0b", 3)), sha256_hex("a")); }

TEST(ContentId, IsTheFirstHalfOfTheDigest) { EXPECT_EQ(content_id("abc"), sha256_hex("abc").substr(0, 32)); }

}  // namespace
}  // namespace attest
