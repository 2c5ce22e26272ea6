#include "daybook/proof/signed_note.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "daybook/base/base64.h"
#include "daybook/base/utf8.h"
#include "daybook/log/sha256.h"

namespace daybook {

namespace {

constexpr char algorithm = '\x01';  // Ed25519
constexpr std::string_view dash = "— ";
constexpr std::string_view private_prefix = "PRIVATE+KEY+";
constexpr std::size_t name_bytes_max = 200;

template <std::size_t n>
std::string_view view(const std::array<std::uint8_t, n>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), n};
}

bool is_key_name(std::string_view name) {
  return !name.empty() && name.size() <= name_bytes_max &&
         std::ranges::all_of(name, [](char c) { return c > ' ' && c < 0x7F && c != '+'; });
}

std::string big_endian(std::uint32_t number) {
  std::string bytes(4, ' ');
  for (std::size_t i = 0; i < 4; ++i)
    bytes[i] = static_cast<char>(number >> (24 - 8 * i));
  return bytes;
}

struct KeyText {
  std::string name;
  std::uint32_t id = 0;
  std::array<std::uint8_t, 32> bytes{};
};

// `name+id+base64(0x01 ‖ 32 bytes)`.
result<KeyText> parse_key(std::string_view text, std::string_view what) {
  const auto bad = [&](std::string_view why) {
    return fail(ErrorCode::key, fmt::format("that is no {}: {}", what, why),
                "a key looks like daybook.example.org/1540+530d903a+Ae…; see: daybook key --help");
  };
  const auto plus = text.find('+');
  const auto second = plus == std::string_view::npos ? plus : text.find('+', plus + 1);
  if (second == std::string_view::npos) return bad("it does not have three parts joined by +");
  KeyText key{std::string(text.substr(0, plus)), 0, {}};
  const std::string_view id = text.substr(plus + 1, second - plus - 1);
  if (!is_key_name(key.name)) return bad("its name is not visible ASCII without plus signs");
  if (id.size() != 8 || id.find_first_not_of("0123456789abcdef") != std::string_view::npos)
    return bad("its id is not eight lower-case hexadecimal digits");
  key.id = static_cast<std::uint32_t>(std::stoul(std::string(id), nullptr, 16));
  const auto bytes = from_base64(text.substr(second + 1));
  if (!bytes || bytes->size() != 33 || bytes->front() != algorithm) return bad("it is not of Ed25519");
  std::ranges::copy(bytes->substr(1), key.bytes.begin());
  return key;
}

std::string key_text(std::string_view name, std::uint32_t id, std::string_view bytes) {
  return fmt::format("{}+{:08x}+{}", name, id, to_base64(algorithm + std::string(bytes)));
}

struct NoteSignature {
  std::string_view name;
  std::string bytes;  // key id ‖ signature
};

struct Note {
  std::string_view text;
  std::vector<NoteSignature> signatures;
};

tl::unexpected<Failure> no_note(std::string_view why) {
  return fail(ErrorCode::proof, fmt::format("that is no signed note: {}", why));
}

result<Note> parse_note(std::string_view bytes) {
  if (bytes.size() > note_bytes_max)
    return no_note(fmt::format("it is larger than {} bytes", note_bytes_max));
  if (!is_utf8(bytes)) return no_note("it is not UTF-8");
  for (const char c : bytes)
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n') return no_note("it holds a control character");
  // The text may have blank lines; the signatures stand behind the last.
  const auto blank = bytes.rfind("\n\n");
  if (blank == std::string_view::npos) return no_note("it has no blank line before its signatures");
  Note note{bytes.substr(0, blank + 1), {}};
  std::string_view rest = bytes.substr(blank + 2);
  while (!rest.empty()) {
    const auto end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    const auto space = line.find(' ', dash.size());
    if (end == std::string_view::npos || !line.starts_with(dash) || space == std::string_view::npos)
      return no_note("a line of signature is malformed");
    const std::string_view name = line.substr(dash.size(), space - dash.size());
    auto signature = from_base64(line.substr(space + 1));
    if (!is_key_name(name) || !signature || signature->size() < 5)
      return no_note("a line of signature is malformed");
    note.signatures.push_back({name, std::move(*signature)});
    if (note.signatures.size() > note_signatures_max) return no_note("it has too many signatures");
    rest.remove_prefix(end + 1);
  }
  if (note.signatures.empty()) return no_note("nobody has signed it");
  return note;
}

}  // namespace

std::uint32_t VerifierKey::id() const {
  const Hash hash = sha256(name, std::string("\n") + algorithm, view(public_key));
  std::uint32_t id = 0;
  for (std::size_t i = 0; i < 4; ++i)
    id = id << 8 | hash[i];
  return id;
}

result<VerifierKey> VerifierKey::parse(std::string_view text) {
  auto parts = parse_key(text, "verifier key");
  if (!parts) return fail(parts.error());
  VerifierKey key{std::move(parts->name), parts->bytes};
  if (key.id() != parts->id)
    return fail(ErrorCode::key,
                fmt::format("the verifier key's id is {:08x}, but {:08x} follows from its name "
                            "and bytes: it was mistyped",
                            parts->id, key.id()));
  return key;
}

std::string VerifierKey::text() const {
  return key_text(name, id(), view(public_key));
}

result<SigningKey> SigningKey::make(std::string_view name) {
  if (!is_key_name(name))
    return fail(ErrorCode::key, fmt::format("\"{}\" cannot be the name of a key", name),
                "a URL without https://, e.g. daybook.example.org/1540");
  return SigningKey{std::string(name), ed25519::random_seed()};
}

result<SigningKey> SigningKey::parse(std::string_view text) {
  if (!text.starts_with(private_prefix))
    return fail(ErrorCode::key, "that is no private key: it does not begin with PRIVATE+KEY+",
                "make one with: daybook key new FILE --name NAME");
  auto parts = parse_key(text.substr(private_prefix.size()), "private key");
  if (!parts) return fail(parts.error());
  SigningKey key{std::move(parts->name), parts->bytes};
  if (key.verifier().id() != parts->id) return fail(ErrorCode::key, "the private key was mistyped");
  return key;
}

std::string SigningKey::text() const {
  return std::string(private_prefix) + key_text(name, verifier().id(), view(seed));
}

std::string sign_note(std::string_view text, const SigningKey& key) {
  const auto signature = ed25519::sign(key.seed, text);
  return fmt::format("{}\n{}{} {}\n", text, dash, key.name,
                     to_base64(big_endian(key.verifier().id()) + std::string(view(signature))));
}

result<std::string> open_note(std::string_view bytes, const VerifierKey& key) {
  const auto note = parse_note(bytes);
  if (!note) return fail(note.error());
  const std::string id = big_endian(key.id());
  for (const NoteSignature& each : note->signatures) {
    if (each.name != key.name || !each.bytes.starts_with(id)) continue;
    ed25519::Signature signature{};
    if (each.bytes.size() != id.size() + signature.size()) return no_note("a signature has a wrong length");
    std::ranges::copy(each.bytes.substr(id.size()), signature.begin());
    if (ed25519::verify(key.public_key, note->text, signature)) return std::string(note->text);
    return fail(ErrorCode::proof, fmt::format("the signature of {} does not hold", key.name),
                "the text was changed, or somebody else signed it");
  }
  return fail(ErrorCode::proof, fmt::format("{} has not signed it with the key {:08x}", key.name, key.id()),
              "give the verifier key of whoever keeps the log: daybook key show FILE");
}

result<std::string> text_of_note(std::string_view bytes) {
  const auto note = parse_note(bytes);
  if (!note) return fail(note.error());
  return std::string(note->text);
}

}  // namespace daybook
