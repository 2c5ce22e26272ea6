#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "daybook/log/event_log.h"
#include "daybook/proof/checkpoint.h"

namespace daybook {

// A new key in a file of its own, which only its owner may read. Answers the verifier key. Errors: E-KEY for
// the name, E-FILE when there is a file already or none can be written.
result<VerifierKey> make_key(const std::string& key_file, const std::string& name);
// Errors: E-KEY when the file is no key, or may be read by others; E-FILE.
result<SigningKey> read_key(const std::string& key_file);

// Signs the log as it was with its first `size` events; as it is now when none is given. What was signed last
// is kept beside the key, in `<key_file>.signed`, and is on the disk before the answer: the log must hold it.
// So an old copy of the log that was restored, and written to again, is not signed, and neither is a smaller
// log than before. Several processes may sign with one key; each waits for the other. Errors: E-FORK, E-LIMIT
// when there are not that many events, those of read_key(), E-FILE, E-LOG-IO.
result<std::string> sign_checkpoint(EventLog& log, const std::string& key_file,
                                    std::optional<std::uint64_t> size = {});

struct SignedCheckpoint {
  Checkpoint checkpoint;
  std::string note;
};
// A checkpoint of this log that was signed before, by whomever. Errors: E-FILE, E-PROOF, those of
// check_holds(), with the file.
result<SignedCheckpoint> read_checkpoint(EventLog& log, const std::string& file);

// Errors: E-FORK when the log with so many events has another root, E-LIMIT when it has fewer; E-LOG-IO.
result<void> check_holds(EventLog& log, const Checkpoint& checkpoint);

}  // namespace daybook
