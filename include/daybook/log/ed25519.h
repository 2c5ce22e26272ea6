#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace daybook::ed25519 {

// RFC 8032, section 5.1. Safe from any thread.
using Seed = std::array<std::uint8_t, 32>;  // the private key
using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

Seed random_seed();  // from the operating system
PublicKey public_key(const Seed& seed);
Signature sign(const Seed& seed, std::string_view message);
bool verify(const PublicKey& key, std::string_view message, const Signature& signature);

}  // namespace daybook::ed25519
