// A folder that goes with the test that made it.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "daybook/base/uuid.h"

namespace daybook::test {

// Where many small files are made in a row: in memory, where there is such a place, to spare the disk its
// syncs.
inline std::filesystem::path fast_folder() {
  return std::filesystem::is_directory("/dev/shm") ? "/dev/shm" : std::filesystem::temp_directory_path();
}

inline std::string bytes_of(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

class TempFolder {
 public:
  explicit TempFolder(const std::filesystem::path& in = std::filesystem::temp_directory_path())
      : path_(in / ("daybook-test-" + make_uuid_v7(Instant::now()))) {
    std::filesystem::create_directories(path_);
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  std::string path() const { return path_.string(); }
  std::string file(const std::string& name) const { return (path_ / name).string(); }
  // The file's whole path.
  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary | std::ios::trunc) << bytes;
    return file(name);
  }

 private:
  std::filesystem::path path_;
};

}  // namespace daybook::test
