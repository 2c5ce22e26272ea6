#include "src/log/writer_lock.h"

#include <cerrno>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace daybook {

namespace {

constexpr std::chrono::milliseconds pause_between_tries{2};

bool same_file(int descriptor, const std::string& path) {
  struct stat held{};
  struct stat named{};
  return ::fstat(descriptor, &held) == 0 && ::stat(path.c_str(), &named) == 0 &&
         held.st_dev == named.st_dev && held.st_ino == named.st_ino;
}

}  // namespace

WriterLock::~WriterLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

result<bool> WriterLock::try_once() {
  const auto failed = [this](std::string_view doing) {
    return fail(ErrorCode::log_io, fmt::format("cannot {} \"{}\": {}", doing, file_, std::strerror(errno)),
                "writing to a log needs permission to write to its folder");
  };
  // Readable and writable by all whom the umask allows: a lock that only its maker can open shuts everyone
  // else out.
  if (descriptor_ < 0) descriptor_ = ::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) return failed("open the lock file");
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK || errno == EINTR) return false;
    return failed("lock");
  }
  if (same_file(descriptor_, file_)) return true;
  // Someone removed the lock file: what is locked here, nobody else would see.
  ::close(descriptor_);
  descriptor_ = -1;
  return false;
}

result<void> WriterLock::acquire(std::chrono::milliseconds wait) {
  const auto deadline = std::chrono::steady_clock::now() + wait;
  while (true) {
    const auto locked = try_once();
    if (!locked) return fail(locked.error());
    if (*locked) return {};
    if (std::chrono::steady_clock::now() >= deadline)
      return fail(ErrorCode::log_busy,
                  fmt::format("another writer has held \"{}\" for {} ms", file_, wait.count()),
                  "nothing was written; try again when the other import or command has ended");
    std::this_thread::sleep_for(pause_between_tries);
  }
}

void WriterLock::release() {
  if (descriptor_ >= 0) ::flock(descriptor_, LOCK_UN);
}

}  // namespace daybook
