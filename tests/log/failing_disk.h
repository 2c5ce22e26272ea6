// Storage that fails on purpose: a VFS of SQLite in front of the real one.
#pragma once

#include <new>

#include <sqlite3.h>

namespace daybook::test {

// While it lives, every file that SQLite opens goes through it. One at a time, and not from several threads.
class FailingDisk {
 public:
  enum Duration { once, for_good };
  enum Steps { writes_and_syncs, syncs };

  FailingDisk();
  ~FailingDisk();
  FailingDisk(const FailingDisk&) = delete;
  FailingDisk& operator=(const FailingDisk&) = delete;

  // The step after `steps` more ones fails.
  void fail_after(int steps, Duration duration, Steps which = writes_and_syncs);
  void heal();
  bool has_failed() const;
  int opened() const;  // files, so far

 private:
  sqlite3_vfs vfs_{};
};

namespace failing_disk {

struct State {
  bool armed = false;
  int steps_left = 0;
  FailingDisk::Duration duration = FailingDisk::once;
  FailingDisk::Steps which = FailingDisk::writes_and_syncs;
  bool failed = false;
  int opened = 0;
};
inline State state;

inline bool fails_now(bool is_sync) {
  if (!state.armed || (!is_sync && state.which == FailingDisk::syncs)) return false;
  if (state.failed) return state.duration == FailingDisk::for_good;
  if (state.steps_left-- > 0) return false;
  state.failed = true;
  return true;
}

// SQLite allocates it; the real file's own structure follows it in memory.
struct File {
  sqlite3_file base;
  sqlite3_file* real;
};

inline sqlite3_file* real(sqlite3_file* file) {
  return reinterpret_cast<File*>(file)->real;
}

inline int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
  if (fails_now(false)) return SQLITE_IOERR_WRITE;
  return real(file)->pMethods->xWrite(real(file), bytes, count, at);
}
inline int sync(sqlite3_file* file, int flags) {
  if (fails_now(true)) return SQLITE_IOERR_FSYNC;
  return real(file)->pMethods->xSync(real(file), flags);
}
inline int truncate(sqlite3_file* file, sqlite3_int64 size) {
  if (fails_now(false)) return SQLITE_IOERR_TRUNCATE;
  return real(file)->pMethods->xTruncate(real(file), size);
}
inline int close(sqlite3_file* file) {
  return real(file)->pMethods->xClose(real(file));
}
inline int read(sqlite3_file* file, void* into, int count, sqlite3_int64 at) {
  return real(file)->pMethods->xRead(real(file), into, count, at);
}
inline int size(sqlite3_file* file, sqlite3_int64* size) {
  return real(file)->pMethods->xFileSize(real(file), size);
}
inline int lock(sqlite3_file* file, int kind) {
  return real(file)->pMethods->xLock(real(file), kind);
}
inline int unlock(sqlite3_file* file, int kind) {
  return real(file)->pMethods->xUnlock(real(file), kind);
}
inline int reserved(sqlite3_file* file, int* is) {
  return real(file)->pMethods->xCheckReservedLock(real(file), is);
}
inline int control(sqlite3_file* file, int op, void* argument) {
  return real(file)->pMethods->xFileControl(real(file), op, argument);
}
inline int sector(sqlite3_file* file) {
  return real(file)->pMethods->xSectorSize(real(file));
}
inline int device(sqlite3_file* file) {
  return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
inline int shm_map(sqlite3_file* file, int page, int bytes, int extend, void volatile** into) {
  return real(file)->pMethods->xShmMap(real(file), page, bytes, extend, into);
}
inline int shm_lock(sqlite3_file* file, int offset, int count, int flags) {
  return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
inline void shm_barrier(sqlite3_file* file) {
  real(file)->pMethods->xShmBarrier(real(file));
}
inline int shm_unmap(sqlite3_file* file, int remove) {
  return real(file)->pMethods->xShmUnmap(real(file), remove);
}

inline constexpr sqlite3_io_methods methods{
    2,       close,  read,   write,   truncate, sync,        size,      lock,    unlock, reserved,
    control, sector, device, shm_map, shm_lock, shm_barrier, shm_unmap, nullptr, nullptr};

inline sqlite3_vfs* real_vfs(sqlite3_vfs* vfs) {
  return static_cast<sqlite3_vfs*>(vfs->pAppData);
}

inline int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  ++state.opened;
  auto* const made = new (file) File{};
  made->real = reinterpret_cast<sqlite3_file*>(made + 1);
  const int code = real_vfs(vfs)->xOpen(real_vfs(vfs), name, made->real, flags, out_flags);
  if (code == SQLITE_OK) made->base.pMethods = &methods;
  return code;
}

}  // namespace failing_disk

inline FailingDisk::FailingDisk() {
  failing_disk::state = {};
  sqlite3_vfs* const real_one = sqlite3_vfs_find(nullptr);
  vfs_ = *real_one;
  vfs_.pNext = nullptr;
  vfs_.zName = "failing-disk";
  vfs_.pAppData = real_one;
  vfs_.szOsFile = static_cast<int>(sizeof(failing_disk::File)) + real_one->szOsFile;
  vfs_.xOpen = failing_disk::open;
  sqlite3_vfs_register(&vfs_, 1);
}

inline FailingDisk::~FailingDisk() {
  sqlite3_vfs_unregister(&vfs_);
}

inline void FailingDisk::fail_after(int steps, Duration duration, Steps which) {
  failing_disk::state = {true, steps, duration, which, false, opened()};
}

inline void FailingDisk::heal() {
  failing_disk::state.armed = false;
}

inline bool FailingDisk::has_failed() const {
  return failing_disk::state.failed;
}

inline int FailingDisk::opened() const {
  return failing_disk::state.opened;
}

}  // namespace daybook::test
