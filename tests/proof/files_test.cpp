#include "daybook/proof/files.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "daybook/base/csv.h"

#include "tests/log/temp_log.h"

namespace daybook::files_test {

using namespace test;

namespace {

std::size_t files_in(const std::string& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("given no file, a new one is written, with the rights that were asked for") {
  TempFolder folder;
  take(write_new_file(folder.file("key"), "secret", 0600));
  CHECK(take(read_file(folder.file("key"))) == "secret");
  struct stat status{};
  REQUIRE(::stat(folder.file("key").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("given a file, a new one of its name is refused, and it stays as it is") {
  TempFolder folder;
  take(write_new_file(folder.file("key"), "first"));
  CHECK(error_of(write_new_file(folder.file("key"), "second")).find("cannot make the file: File exists") !=
        std::string::npos);
  CHECK(take(read_file(folder.file("key"))) == "first");
}

TEST_CASE("given a folder that is not there, replacing makes it, and leaves no draft behind") {
  TempFolder folder;
  const std::string file = folder.file("tile/0/000");
  for (const Sync sync : {Sync::now, Sync::later}) {
    const std::string bytes = sync == Sync::now ? "long content" : "new";
    take(replace_file(file, bytes, sync));
    CHECK(take(read_file(file)) == bytes);
  }
  CHECK(files_in(folder.file("tile/0")) == 1);
  take(sync_files(folder.file("tile")));
}

TEST_CASE("given a place where no file can be, that is told, and nothing is left") {
  TempFolder folder;
  std::filesystem::create_directories(folder.file("taken/inside"));
  CHECK(code_of(replace_file(folder.file("taken"), "bytes", Sync::now)) == "E-FILE");
  CHECK(files_in(folder.file("")) == 1);
  take(write_new_file(folder.file("file"), "bytes"));
  CHECK(code_of(replace_file(folder.file("file/inside"), "bytes", Sync::now)) == "E-FILE");
  CHECK(code_of(sync_files(folder.file("nowhere"))) == "E-FILE");
}

}  // namespace daybook::files_test
