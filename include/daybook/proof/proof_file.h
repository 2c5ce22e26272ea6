// Proofs as files that travel: docs/formats/proof.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/log/event_log.h"
#include "daybook/proof/checkpoint.h"

namespace daybook {

// That an event stands at a position of a log: c2sp.org/tlog-proof.
struct InclusionProof {
  std::uint64_t index = 0;
  std::vector<Hash> hashes;
  std::string checkpoint;  // the signed note

  // Errors: E-PROOF.
  static result<InclusionProof> parse(std::string_view text);
  std::string text() const;
  // The checkpoint, if the event is at `index` of the log that it signs. Errors: E-PROOF.
  result<Checkpoint> check(std::string_view event_bytes, const VerifierKey& key) const;
};

// That the log of one checkpoint is the beginning of that of another.
struct ConsistencyProof {
  std::vector<Hash> hashes;
  std::string from;  // signed notes
  std::string to;

  // Errors: E-PROOF.
  static result<ConsistencyProof> parse(std::string_view text);
  std::string text() const;
  // Both checkpoints, if it holds. Errors: E-PROOF.
  result<std::pair<Checkpoint, Checkpoint>> check(const VerifierKey& key) const;
};

// What a file is meant to be, by its first line: which of the two to parse, or a checkpoint alone.
enum class ProofKind { inclusion, consistency, checkpoint };
ProofKind proof_kind(std::string_view text);

}  // namespace daybook
