// Signed notes: c2sp.org/signed-note. A text, a blank line, and lines that sign it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "daybook/base/error.h"
#include "daybook/log/ed25519.h"

namespace daybook {

inline constexpr std::size_t note_bytes_max = 65'536;
inline constexpr std::size_t note_signatures_max = 16;

// Who may check. Its text is `name+530d903a+base64(0x01 ‖ public key)`; the middle is the key id.
struct VerifierKey {
  std::string name;  // a URL without a scheme: visible, without space and plus sign
  ed25519::PublicKey public_key{};

  // Errors: E-KEY.
  static result<VerifierKey> parse(std::string_view text);
  std::string text() const;
  // The first 4 bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), big-endian.
  std::uint32_t id() const;
};

// Who may sign. Its text is `PRIVATE+KEY+name+530d903a+base64(0x01 ‖ seed)`.
struct SigningKey {
  std::string name;
  ed25519::Seed seed{};

  // Errors: E-KEY for a name that cannot be one.
  static result<SigningKey> make(std::string_view name);
  static result<SigningKey> parse(std::string_view text);
  std::string text() const;
  VerifierKey verifier() const { return {name, ed25519::public_key(seed)}; }
};

// REQUIRES: the text ends with a line feed.
std::string sign_note(std::string_view text, const SigningKey& key);
// The text of a note that the key has signed. Signatures of other keys are passed over. Errors: E-PROOF when
// the bytes are no note, or when no signature of this key is on it, or a wrong one.
result<std::string> open_note(std::string_view note, const VerifierKey& key);
// The text of a note, whoever signed it. Errors: E-PROOF when the bytes are no note.
result<std::string> text_of_note(std::string_view note);

}  // namespace daybook
