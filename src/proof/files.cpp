#include "daybook/proof/files.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace daybook {

namespace {

tl::unexpected<Failure> cannot(std::string_view doing, const std::string& file, int error) {
  std::string hint;
  if (error == EEXIST) hint = "what is there stays as it is; give another name";
  if (error == EACCES) hint = "this user may not write there";
  return fail({ErrorCode::file,
               fmt::format("cannot {}: {}", doing, std::strerror(error)),
               {file, 0, {}},
               std::move(hint)});
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

result<void> write_with(const std::string& file, std::string_view bytes, int flags, unsigned mode,
                        Sync sync) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | flags, mode);
  if (descriptor < 0) return cannot("make the file", file, errno);
  const bool written = write_all(descriptor, bytes) && (sync == Sync::later || ::fsync(descriptor) == 0);
  const int error = errno;
  ::close(descriptor);
  if (written) return {};
  ::unlink(file.c_str());
  return cannot("write the file", file, error);
}

// What `sync`, one of the calls for it, does with the folder.
result<void> sync_with(int (*sync)(int), const std::string& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = descriptor >= 0 && sync(descriptor) == 0;
  const int error = errno;
  if (descriptor >= 0) ::close(descriptor);
  return synced ? result<void>() : cannot("sync the folder", folder, error);
}

}  // namespace

result<void> write_new_file(const std::string& file, std::string_view bytes, unsigned mode) {
  return write_with(file, bytes, O_EXCL, mode, Sync::now);
}

result<void> replace_file(const std::string& file, std::string_view bytes, Sync sync) {
  const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
  std::error_code code;
  std::filesystem::create_directories(folder, code);
  if (code) return cannot("make the folder", folder.string(), code.value());
  const std::string draft = file + ".new";
  if (auto written = write_with(draft, bytes, O_TRUNC, 0666, sync); !written) return written;
  if (::rename(draft.c_str(), file.c_str()) != 0) {
    const int error = errno;
    ::unlink(draft.c_str());
    return cannot("put the file in place", file, error);
  }
  return sync == Sync::now ? sync_with(::fsync, folder.string()) : result<void>();
}

result<void> sync_files(const std::string& folder) {
  return sync_with(::syncfs, folder);
}

}  // namespace daybook
