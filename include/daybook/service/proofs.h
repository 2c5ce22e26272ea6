// What an auditor asks for, and checks.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "daybook/base/error.h"

namespace daybook {

// By whom a proof's checkpoint is signed: exactly one of the two is given.
struct SignedBy {
  std::string key_file;         // signs the log as it is now
  std::string checkpoint_file;  // was signed before; the log must hold it
};

// What to prove: exactly one of the two is given.
struct ProveQuestion {
  // An activity's id, whose every event is proved; the id of an event or of a batch; or a position.
  std::string id;
  std::string annex;  // every row of this annex, as `edition` printed it …
  std::string edition;
  std::optional<std::int64_t> row;  // … or this one alone
};

// Writes two files for each event into a folder: NAME.tlog-proof, and NAME.json with the event as it is
// stored. Answers a line each. Errors: E-NOT-FOUND; E-EDITION; E-LIMIT when the checkpoint is older than an
// event; E-FORK; E-FILE; those of sign_checkpoint().
result<std::string> prove(const std::string& log_file, const ProveQuestion& question, const SignedBy& by,
                          const std::string& folder);
// The consistency proof of two signed checkpoints of this log. Errors: E-FORK, E-PROOF, E-FILE.
result<std::string> prove_consistency(const std::string& log_file, const std::string& from_file,
                                      const std::string& to_file);
// Checks a proof of either kind, or a checkpoint alone, and answers what it proves in a sentence. No log is
// needed. `event_file` may be empty: it then has the proof's name, with .json. `verifier_key` is the key, or
// a file that holds it. Errors: E-PROOF, E-KEY, E-FILE.
result<std::string> check_proof(const std::string& proof_file, const std::string& event_file,
                                const std::string& verifier_key);
// Both answer the verifier key. Errors: E-KEY, E-FILE.
result<std::string> new_key(const std::string& key_file, const std::string& name);
result<std::string> show_key(const std::string& key_file);
// Errors: those of sign_checkpoint().
result<std::string> checkpoint(const std::string& log_file, const std::string& key_file,
                               std::optional<std::uint64_t> size);
// Answers what was written; `progress` is told events. Errors: those of sign_checkpoint() and export_tiles().
result<std::string> export_tiles(
    const std::string& log_file, const SignedBy& by, const std::string& folder,
    const std::function<void(std::uint64_t done, std::uint64_t of)>& progress = {});

}  // namespace daybook
