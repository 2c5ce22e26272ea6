#include "daybook/proof/checkpoint.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "daybook/base/base64.h"

namespace daybook {

result<Hash> hash_from_base64(std::string_view text) {
  const auto bytes = from_base64(text);
  Hash hash{};
  if (!bytes || bytes->size() != hash.size())
    return fail(ErrorCode::proof, fmt::format("\"{}\" is no hash of 32 bytes in base64", text));
  std::ranges::copy(*bytes, hash.begin());
  return hash;
}

std::string to_base64(const Hash& hash) {
  return to_base64(std::string_view(reinterpret_cast<const char*>(hash.data()), hash.size()));
}

std::string Checkpoint::text() const {
  return fmt::format("{}\n{}\n{}\n", origin, size, to_base64(root));
}

result<Checkpoint> Checkpoint::parse(std::string_view text) {
  Checkpoint checkpoint;
  const auto first = text.find('\n');
  const auto second = first == std::string_view::npos ? first : text.find('\n', first + 1);
  const auto third = second == std::string_view::npos ? second : text.find('\n', second + 1);
  if (third == std::string_view::npos || third + 1 != text.size() || first == 0)
    return fail(ErrorCode::proof, "that is no checkpoint: it does not have an origin, a size and a root");
  checkpoint.origin = text.substr(0, first);
  const std::string_view size = text.substr(first + 1, second - first - 1);
  const auto [past, code] = std::from_chars(size.data(), size.data() + size.size(), checkpoint.size);
  if (code != std::errc() || past != size.data() + size.size() || fmt::to_string(checkpoint.size) != size)
    return fail(ErrorCode::proof, fmt::format("\"{}\" is no number of events", size));
  const auto root = hash_from_base64(text.substr(second + 1, third - second - 1));
  if (!root) return fail(root.error());
  checkpoint.root = *root;
  return checkpoint;
}

result<Checkpoint> unverified_checkpoint(std::string_view note) {
  const auto text = text_of_note(note);
  if (!text) return fail(text.error());
  return Checkpoint::parse(*text);
}

result<Checkpoint> open_checkpoint(std::string_view note, const VerifierKey& key) {
  const auto text = open_note(note, key);
  if (!text) return fail(text.error());
  auto checkpoint = Checkpoint::parse(*text);
  if (checkpoint && checkpoint->origin != key.name)
    return fail(ErrorCode::proof,
                fmt::format("the checkpoint is of {}, and the key of {}", checkpoint->origin, key.name));
  return checkpoint;
}

}  // namespace daybook
