// Storage under a test's control: a VFS of SQLite in front of the real one.
#pragma once

#include <cstdint>
#include <new>
#include <string>
#include <string_view>

#include <sqlite3.h>

namespace daybook::test {

// While it lives, every file that SQLite opens goes through it. One at a time, and not from several threads.
// Each step is told before it is done, and is done if the answer is SQLITE_OK; any other answer is what
// SQLite gets to see. A file without a name has the path "".
class TestDisk {
 public:
  TestDisk();
  virtual ~TestDisk();
  TestDisk(const TestDisk&) = delete;
  TestDisk& operator=(const TestDisk&) = delete;

  virtual void opening(const std::string& /*path*/) {}
  virtual int writing(const std::string& /*path*/, std::string_view /*bytes*/, std::uint64_t /*at*/) {
    return SQLITE_OK;
  }
  virtual int syncing(const std::string& /*path*/) { return SQLITE_OK; }
  virtual int truncating(const std::string& /*path*/, std::uint64_t /*size*/) { return SQLITE_OK; }

 private:
  sqlite3_vfs vfs_{};
};

namespace test_disk {

// SQLite allocates it; the real file's own structure follows it in memory.
struct File {
  sqlite3_file base;
  sqlite3_file* real;
  TestDisk* disk;
  const char* path;  // SQLite keeps it as long as the file is open
};

inline File& of(sqlite3_file* file) {
  return *reinterpret_cast<File*>(file);
}
inline sqlite3_file* real(sqlite3_file* file) {
  return of(file).real;
}
inline std::string path(sqlite3_file* file) {
  return of(file).path == nullptr ? std::string() : of(file).path;
}

inline int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
  const std::string_view content(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
  const int told = of(file).disk->writing(path(file), content, static_cast<std::uint64_t>(at));
  return told == SQLITE_OK ? real(file)->pMethods->xWrite(real(file), bytes, count, at) : told;
}
inline int sync(sqlite3_file* file, int flags) {
  const int told = of(file).disk->syncing(path(file));
  return told == SQLITE_OK ? real(file)->pMethods->xSync(real(file), flags) : told;
}
inline int truncate(sqlite3_file* file, sqlite3_int64 size) {
  const int told = of(file).disk->truncating(path(file), static_cast<std::uint64_t>(size));
  return told == SQLITE_OK ? real(file)->pMethods->xTruncate(real(file), size) : told;
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

// The disk that lives, and the VFS behind it.
inline TestDisk* living = nullptr;

inline int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  auto* const made = new (file) File{};
  made->real = reinterpret_cast<sqlite3_file*>(made + 1);
  made->disk = living;
  made->path = name;
  living->opening(path(file));
  auto* const real_vfs = static_cast<sqlite3_vfs*>(vfs->pAppData);
  const int code = real_vfs->xOpen(real_vfs, name, made->real, flags, out_flags);
  if (code == SQLITE_OK) made->base.pMethods = &methods;
  return code;
}

}  // namespace test_disk

inline TestDisk::TestDisk() {
  sqlite3_vfs* const real_one = sqlite3_vfs_find(nullptr);
  vfs_ = *real_one;
  vfs_.pNext = nullptr;
  vfs_.zName = "test-disk";
  vfs_.pAppData = real_one;
  vfs_.szOsFile = static_cast<int>(sizeof(test_disk::File)) + real_one->szOsFile;
  vfs_.xOpen = test_disk::open;
  test_disk::living = this;
  sqlite3_vfs_register(&vfs_, 1);
}

inline TestDisk::~TestDisk() {
  sqlite3_vfs_unregister(&vfs_);
  test_disk::living = nullptr;
}

}  // namespace daybook::test
