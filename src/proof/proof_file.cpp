#include "daybook/proof/proof_file.h"

#include <charconv>

#include <fmt/format.h>

#include "daybook/log/tree.h"

namespace daybook {

namespace {

constexpr std::string_view inclusion_head = "c2sp.org/tlog-proof@v1\n";
constexpr std::string_view consistency_head = "daybook/consistency-proof@v1\n";
constexpr std::size_t hashes_max = 65;  // a log has fewer than 2^64 events

tl::unexpected<Failure> bad(std::string_view why) {
  return fail(ErrorCode::proof, fmt::format("that is no proof: {}", why));
}

// Takes one line, its line feed included, off the front. Empty when there is none.
std::string_view take_line(std::string_view& text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return {};
  const std::string_view line = text.substr(0, end + 1);
  text.remove_prefix(end + 1);
  return line;
}

// Lines of hashes up to the blank one.
result<std::vector<Hash>> take_hashes(std::string_view& text) {
  std::vector<Hash> hashes;
  while (true) {
    std::string_view line = take_line(text);
    if (line.empty()) return bad("it ends before its checkpoint");
    if (line == "\n") return hashes;
    line.remove_suffix(1);
    const auto hash = hash_from_base64(line);
    if (!hash) return fail(hash.error());
    hashes.push_back(*hash);
    if (hashes.size() > hashes_max) return bad("it has too many hashes");
  }
}

std::string lines_of(const std::vector<Hash>& hashes) {
  std::string text;
  for (const Hash& hash : hashes)
    text += to_base64(hash) + "\n";
  return text;
}

// A note ends with the last of its lines of signature.
std::string_view take_note(std::string_view& text) {
  const std::string_view whole = text;
  std::size_t size = 0;
  bool in_signatures = false;
  while (true) {
    const std::string_view line = take_line(text);
    const bool signature = line.starts_with("— ");
    if (line.empty() || (in_signatures && !signature)) return whole.substr(0, size);
    in_signatures = signature;
    size += line.size();
  }
}

}  // namespace

result<InclusionProof> InclusionProof::parse(std::string_view text) {
  InclusionProof proof;
  if (take_line(text) != inclusion_head) return bad("it does not begin with c2sp.org/tlog-proof@v1");
  std::string_view line = take_line(text);
  constexpr std::string_view word = "index ";
  if (!line.starts_with(word)) return bad("it does not say the index");
  line.remove_prefix(word.size());
  line.remove_suffix(1);
  const auto [past, code] = std::from_chars(line.data(), line.data() + line.size(), proof.index);
  if (code != std::errc() || past != line.data() + line.size() || fmt::to_string(proof.index) != line)
    return bad("its index is no number");
  auto hashes = take_hashes(text);
  if (!hashes) return fail(hashes.error());
  proof.hashes = std::move(*hashes);
  proof.checkpoint = text;
  return proof;
}

std::string InclusionProof::text() const {
  return fmt::format("{}index {}\n{}\n{}", inclusion_head, index, lines_of(hashes), checkpoint);
}

result<Checkpoint> InclusionProof::check(std::string_view event_bytes, const VerifierKey& key) const {
  auto signed_log = open_checkpoint(checkpoint, key);
  if (!signed_log) return signed_log;
  if (proves_inclusion(hashes, leaf_hash(event_bytes), index, signed_log->size, signed_log->root))
    return signed_log;
  return fail(ErrorCode::proof,
              fmt::format("the event is not the one at position {} of the log of {} events that {} signed",
                          index, signed_log->size, key.name),
              "the event, the proof or the checkpoint was changed, or they do not belong together");
}

result<ConsistencyProof> ConsistencyProof::parse(std::string_view text) {
  ConsistencyProof proof;
  if (take_line(text) != consistency_head) return bad("it does not begin with daybook/consistency-proof@v1");
  auto hashes = take_hashes(text);
  if (!hashes) return fail(hashes.error());
  proof.hashes = std::move(*hashes);
  proof.from = take_note(text);
  proof.to = text;
  if (proof.from.empty() || proof.to.empty()) return bad("it does not have two checkpoints");
  return proof;
}

std::string ConsistencyProof::text() const {
  return fmt::format("{}{}\n{}\n{}", consistency_head, lines_of(hashes), from, to);
}

result<std::pair<Checkpoint, Checkpoint>> ConsistencyProof::check(const VerifierKey& key) const {
  auto first = open_checkpoint(from, key);
  if (!first) return fail(first.error());
  auto second = open_checkpoint(to, key);
  if (!second) return fail(second.error());
  if (proves_consistency(hashes, first->size, first->root, second->size, second->root))
    return std::pair(std::move(*first), std::move(*second));
  return fail(ErrorCode::proof,
              fmt::format("it is not proved that the log of {} events is the beginning of that of {}",
                          first->size, second->size),
              "the proof was changed, or the log was rewritten between the two checkpoints");
}

ProofKind proof_kind(std::string_view text) {
  if (text.starts_with(inclusion_head)) return ProofKind::inclusion;
  return text.starts_with(consistency_head) ? ProofKind::consistency : ProofKind::checkpoint;
}

}  // namespace daybook
