#include "daybook/log/ed25519.h"

#include <string>

#include <doctest/doctest.h>

namespace daybook::ed25519_test {

namespace {

std::string bytes_of(std::string_view hex) {
  std::string bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2)
    bytes += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
  return bytes;
}

template <class Bytes>
Bytes array_of(std::string_view hex) {
  const std::string bytes = bytes_of(hex);
  Bytes array{};
  REQUIRE(bytes.size() == array.size());
  std::copy(bytes.begin(), bytes.end(), array.begin());
  return array;
}

struct Vector {
  const char* secret;
  const char* public_key;
  const char* message;
  const char* signature;
};

// RFC 8032, section 7.1: tests 1, 2 and 3.
const Vector vectors[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
     "d25bf5f0595bbe24655141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
     "387b2eaeb4302aeeb00d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
     "4a7c15e9716ed28dc027beceea1ec40a"},
};

}  // namespace

TEST_CASE("The test vectors of RFC 8032") {
  for (const Vector& vector : vectors) {
    const auto seed = array_of<ed25519::Seed>(vector.secret);
    const auto key = array_of<ed25519::PublicKey>(vector.public_key);
    const std::string message = bytes_of(vector.message);
    CHECK(ed25519::public_key(seed) == key);
    CHECK(ed25519::sign(seed, message) == array_of<ed25519::Signature>(vector.signature));
    CHECK(ed25519::verify(key, message, array_of<ed25519::Signature>(vector.signature)));
  }
}

TEST_CASE(
    "given a signature, when any bit of it, of the message or of the key is changed, it does not hold") {
  const auto seed = ed25519::random_seed();
  const auto key = ed25519::public_key(seed);
  const std::string message = "size 1972";
  const auto signature = ed25519::sign(seed, message);
  REQUIRE(ed25519::verify(key, message, signature));
  for (std::size_t bit = 0; bit < 8 * signature.size(); ++bit) {
    auto changed = signature;
    changed[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
    CHECK(!ed25519::verify(key, message, changed));
  }
  for (std::size_t bit = 0; bit < 8 * message.size(); ++bit) {
    auto changed = message;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
    CHECK(!ed25519::verify(key, changed, signature));
  }
  for (std::size_t bit = 0; bit < 8 * key.size(); ++bit) {
    auto changed = key;
    changed[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
    CHECK(!ed25519::verify(changed, message, signature));
  }
}

// RFC 8032, section 5.1.7: the second half is less than the order of the group. Otherwise whoever sees one
// signature could make another of the same message.
TEST_CASE("given a signature, when the order of the group is added to its second half, it does not hold") {
  const auto seed = array_of<ed25519::Seed>(vectors[2].secret);
  const std::string message = bytes_of(vectors[2].message);
  const auto order = bytes_of("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
  auto signature = ed25519::sign(seed, message);
  unsigned carry = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    carry += signature[32 + i] + static_cast<unsigned char>(order[i]);
    signature[32 + i] = static_cast<std::uint8_t>(carry);
    carry >>= 8;
  }
  REQUIRE(carry == 0);
  CHECK(!ed25519::verify(ed25519::public_key(seed), message, signature));
}

TEST_CASE("No two new keys are the same") {
  CHECK(ed25519::random_seed() != ed25519::random_seed());
}

}  // namespace daybook::ed25519_test
