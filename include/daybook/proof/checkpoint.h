#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "daybook/log/event_log.h"
#include "daybook/proof/signed_note.h"

namespace daybook {

// A log at one moment: c2sp.org/tlog-checkpoint. `origin` is the name of the key that signs it.
struct Checkpoint {
  std::string origin;
  std::uint64_t size = 0;
  Hash root{};

  // `<origin>\n<size>\n<base64 of the root>\n`; extension lines are refused. Errors: E-PROOF.
  static result<Checkpoint> parse(std::string_view text);
  std::string text() const;
  friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

// Of a note that the key has signed, and that is its log's. Errors: E-PROOF.
result<Checkpoint> open_checkpoint(std::string_view note, const VerifierKey& key);

// Of a note whose signatures are not looked at. Errors: E-PROOF.
result<Checkpoint> unverified_checkpoint(std::string_view note);

// 32 bytes in base64. Errors: E-PROOF.
result<Hash> hash_from_base64(std::string_view text);
std::string to_base64(const Hash& hash);

}  // namespace daybook
