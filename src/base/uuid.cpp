#include "daybook/base/uuid.h"

#include <algorithm>
#include <cstdint>
#include <mutex>
#include <random>

namespace daybook {

namespace {

struct Halves {
  std::uint64_t high = 0;  // 48 bits of milliseconds, version 7, 12 bits of sequence or chance
  std::uint64_t low = 0;
};

std::string text_of(const Halves& halves) {
  std::string text = "00000000-0000-0000-0000-000000000000";
  std::size_t at = 0;
  for (const std::uint64_t half : {halves.high, halves.low})
    for (int bits = 60; bits >= 0; bits -= 4) {
      if (text[at] == '-') ++at;
      text[at++] = "0123456789abcdef"[half >> bits & 0xF];
    }
  return text;
}

}  // namespace

std::string make_uuid_v7(Instant now) {
  static std::mutex mutex;
  static std::mt19937_64 chance{[] {
    std::random_device device;
    std::seed_seq seed{device(), device(), device(), device()};
    return std::mt19937_64(seed);
  }()};
  static std::uint64_t last_high = 0;

  const std::lock_guard lock(mutex);
  const auto milliseconds = static_cast<std::uint64_t>(now.microseconds / 1000) & 0xFFFF'FFFF'FFFFULL;
  // RFC 9562 section 6.2, method 1: the 12 bits after the version count up within one millisecond.
  std::uint64_t counted = (milliseconds << 12) | (chance() & 0x3FF);
  counted = std::max(counted, last_high + 1);
  last_high = counted;
  Halves u;
  u.high = ((counted >> 12) << 16) | 0x7000 | (counted & 0xFFF);
  u.low = (chance() & 0x3FFF'FFFF'FFFF'FFFFULL) | 0x8000'0000'0000'0000ULL;
  return text_of(u);
}

bool is_uuid_v7(std::string_view text) {
  if (text.size() != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
    return false;
  // In bytes, so that the compiler takes sixteen at a time.
  const auto is_within = [](char c, char first, int count) {
    return static_cast<std::uint8_t>(static_cast<std::uint8_t>(c - first) < count);
  };
  std::uint8_t hex = 0;
  for (const char c : text)
    hex = static_cast<std::uint8_t>(hex + (is_within(c, '0', 10) | is_within(c, 'a', 6)));
  return hex == 32 && text[14] == '7' &&
         (text[19] == '8' || text[19] == '9' || text[19] == 'a' || text[19] == 'b');
}

}  // namespace daybook
