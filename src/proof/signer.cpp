#include "daybook/proof/signer.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "daybook/base/csv.h"
#include "daybook/log/tree.h"
#include "daybook/proof/files.h"

namespace daybook {

namespace {

tl::unexpected<Failure> system_failure(std::string_view doing, const std::string& file) {
  return fail(
      {ErrorCode::file, fmt::format("cannot {}: {}", doing, std::strerror(errno)), {file, 0, {}}, {}});
}

// Held while one process reads what was signed last, and signs; ends with the process.
class KeyLock {
 public:
  static result<KeyLock> take(const std::string& key_file) {
    const int descriptor = ::open(key_file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return system_failure("open the key", key_file);
    KeyLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX) != 0) return system_failure("lock the key", key_file);
    return lock;
  }
  KeyLock(KeyLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  KeyLock& operator=(KeyLock&&) = delete;
  KeyLock(const KeyLock&) = delete;
  KeyLock& operator=(const KeyLock&) = delete;
  ~KeyLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

 private:
  explicit KeyLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

result<Hash> root_at(EventLog& log, std::uint64_t size) {
  auto tree = log.tree();
  if (!tree) return fail(tree.error());
  return root_of(**tree, size);
}

// What was signed last; none at first.
result<std::optional<Checkpoint>> last_signed(const std::string& key_file, const SigningKey& key) {
  const std::string file = key_file + ".signed";
  struct stat status{};
  if (::stat(file.c_str(), &status) != 0 && errno == ENOENT) return std::nullopt;
  const auto note = read_file(file);
  if (!note) return fail(note.error());
  auto checkpoint = open_checkpoint(*note, key.verifier());
  if (!checkpoint) {
    checkpoint.error()->place.file = file;
    return fail(checkpoint.error());
  }
  return std::move(*checkpoint);
}

}  // namespace

result<VerifierKey> make_key(const std::string& key_file, const std::string& name) {
  const auto key = SigningKey::make(name);
  if (!key) return fail(key.error());
  if (auto written = write_new_file(key_file, key->text() + "\n", 0600); !written)
    return fail(written.error());
  return key->verifier();
}

result<SigningKey> read_key(const std::string& key_file) {
  struct stat status{};
  if (::stat(key_file.c_str(), &status) != 0) return system_failure("look at the key", key_file);
  if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    return fail({ErrorCode::key,
                 "others than its owner may read the key",
                 {key_file, 0, {}},
                 "chmod 600, and think of a new key: whoever has read it can sign in your name"});
  auto text = read_file(key_file);
  if (!text) return fail(text.error());
  if (text->ends_with('\n')) text->pop_back();
  auto key = SigningKey::parse(*text);
  if (!key) key.error()->place.file = key_file;
  return key;
}

result<void> check_holds(EventLog& log, const Checkpoint& checkpoint) {
  const auto head = log.head();
  if (!head) return fail(head.error());
  if (head->size < checkpoint.size)
    return fail(
        ErrorCode::limit,
        fmt::format("the checkpoint is of {} events, and the log has {}", checkpoint.size, head->size),
        "the log is an older copy, or another log");
  const auto root = root_at(log, checkpoint.size);
  if (!root) return fail(root.error());
  if (*root == checkpoint.root) return {};
  return fail(ErrorCode::fork,
              fmt::format("with {} events the log has the root {}, and the checkpoint says {}",
                          checkpoint.size, to_hex(*root), to_hex(checkpoint.root)),
              "the log is not the one that was signed, or it was rewritten");
}

result<SignedCheckpoint> read_checkpoint(EventLog& log, const std::string& file) {
  auto note = read_file(file);
  if (!note) return fail(note.error());
  auto checkpoint = unverified_checkpoint(*note);
  if (checkpoint)
    if (auto holds = check_holds(log, *checkpoint); !holds) checkpoint = fail(holds.error());
  if (checkpoint) return SignedCheckpoint{std::move(*checkpoint), std::move(*note)};
  checkpoint.error()->place.file = file;
  return fail(checkpoint.error());
}

result<std::string> sign_checkpoint(EventLog& log, const std::string& key_file,
                                    std::optional<std::uint64_t> size) {
  const auto lock = KeyLock::take(key_file);
  if (!lock) return fail(lock.error());
  const auto key = read_key(key_file);
  if (!key) return fail(key.error());
  const auto last = last_signed(key_file, *key);
  if (!last) return fail(last.error());
  const auto head = log.head();
  if (!head) return fail(head.error());
  const Checkpoint next{key->name, size.value_or(head->size), {}};
  if (next.size > head->size)
    return fail(ErrorCode::limit, fmt::format("the log has {} events, not {}", head->size, next.size));
  if (*last && (*last)->size > next.size)
    return fail(ErrorCode::fork,
                fmt::format("a log of {} events was signed with this key already, and this one would have {}",
                            (*last)->size, next.size),
                head->size < (*last)->size ? "the log is an old copy: restore the newest backup"
                                           : "sign the log as it is now");
  if (*last)
    if (auto holds = check_holds(log, **last); !holds) return fail(holds.error());
  auto root = root_at(log, next.size);
  if (!root) return fail(root.error());
  std::string note = sign_note(Checkpoint{next.origin, next.size, *root}.text(), *key);
  if (auto kept = replace_file(key_file + ".signed", note, Sync::now); !kept) return fail(kept.error());
  return note;
}

}  // namespace daybook
