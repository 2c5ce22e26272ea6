#include "daybook/proof/tile_folder.h"

#include <filesystem>
#include <fstream>
#include <map>

#include <doctest/doctest.h>

#include "daybook/base/csv.h"
#include "daybook/log/tree.h"

#include "tests/proof/logged.h"

namespace daybook::tile_folder_test {

using namespace test;

namespace {

using Files = std::map<std::string, std::string>;  // by path in the folder

Files files_in(const std::string& folder) {
  Files files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      files[std::filesystem::relative(entry.path(), folder).string()] =
          take(read_file(entry.path().string()));
  return files;
}

std::string names(const Files& files) {
  std::string text;
  for (const auto& [name, bytes] : files)
    text += name + "\n";
  return text;
}

result<ExportedTiles> export_now(Logged& given, EventLog& log, const std::string& folder) {
  const std::string note = take(sign_checkpoint(log, given.key_file));
  return export_tiles(log, take(open_checkpoint(note, given.key)), note, folder);
}

std::string written(const result<ExportedTiles>& exported) {
  const auto tiles = take(exported);
  return fmt::format("{} written, {} kept", tiles.written, tiles.kept);
}

}  // namespace

TEST_CASE("A tile's number is written in groups of three digits") {
  CHECK(tile_number(0) == "000");
  CHECK(tile_number(999) == "999");
  CHECK(tile_number(1'000) == "x001/000");
  CHECK(tile_number(1'234'067) == "x001/x234/067");
}

TEST_CASE("given a log of 600 events, the folder has its tiles, its entries and its checkpoint") {
  Logged given(600);
  const std::string folder = given.folder.file("tiles");
  CHECK(written(export_now(given, given.log, folder)) == "7 written, 0 kept");
  const Files files = files_in(folder);
  CHECK(names(files) ==
        "checkpoint\n"
        "tile/0/000\n"
        "tile/0/001\n"
        "tile/0/002.p/88\n"
        "tile/1/000.p/2\n"
        "tile/entries/000\n"
        "tile/entries/001\n"
        "tile/entries/002.p/88\n");
  const auto events = read(given.log);
  std::string entries;
  std::string leaves;
  for (std::size_t i = 512; i < 600; ++i) {
    entries += {static_cast<char>(events[i].size() / 256), static_cast<char>(events[i].size() % 256)};
    entries += events[i];
    const Hash leaf = leaf_hash(events[i]);
    leaves.append(leaf.begin(), leaf.end());
  }
  CHECK(files.at("tile/entries/002.p/88") == entries);
  CHECK(files.at("tile/0/002.p/88") == leaves);
  CHECK(take(open_checkpoint(files.at("checkpoint"), given.key)).size == 600);
}

TEST_CASE("given an older export, it is brought up to date, and nothing that was complete is written again") {
  Logged given(600);
  const std::string folder = given.folder.file("tiles");
  take(export_now(given, given.log, folder));
  const auto before = std::filesystem::last_write_time(folder + "/tile/0/000");
  const Files old = files_in(folder);
  CHECK(written(export_now(given, given.log, folder)) == "0 written, 7 kept");
  CHECK(files_in(folder) == old);
  given.add(200);
  CHECK(written(export_now(given, given.log, folder)) == "5 written, 4 kept");
  const Files files = files_in(folder);
  CHECK(names(files) ==
        "checkpoint\n"
        "tile/0/000\n"
        "tile/0/001\n"
        "tile/0/002\n"
        "tile/0/003.p/32\n"
        "tile/1/000.p/2\n"
        "tile/1/000.p/3\n"
        "tile/entries/000\n"
        "tile/entries/001\n"
        "tile/entries/002\n"
        "tile/entries/003.p/32\n");
  CHECK(std::filesystem::last_write_time(folder + "/tile/0/000") == before);
  // The same log, exported at once, has the same files but for the partial tiles that were passed.
  const std::string fresh = given.folder.file("fresh");
  take(export_now(given, given.log, fresh));
  for (const auto& [name, bytes] : files_in(fresh))
    CHECK(files.at(name) == bytes);
}

TEST_CASE("given an export that was interrupted, what it left is mended where it is not right") {
  Logged given(600);
  const std::string whole = given.folder.file("whole");
  take(export_now(given, given.log, whole));
  const std::string folder = given.folder.file("tiles");
  std::filesystem::copy(whole, folder, std::filesystem::copy_options::recursive);
  std::filesystem::remove(folder + "/checkpoint");
  std::filesystem::remove(folder + "/tile/0/001");
  std::ofstream(folder + "/tile/entries/001", std::ios::trunc) << "cut";
  CHECK(written(export_now(given, given.log, folder)) == "2 written, 5 kept");
  CHECK(files_in(folder) == files_in(whole));
}

TEST_CASE("given a folder of a longer log, or of one that has parted from this one, nothing is written") {
  Logged given(300);
  EventLog old = given.copy("old.db");
  Logged fork(0);
  EventLog parted = given.copy("parted.db");
  given.add(10);
  const std::string folder = given.folder.file("tiles");
  take(export_now(given, given.log, folder));
  const Files before = files_in(folder);
  CHECK(error_of(export_now(fork, old, folder)) ==
        "E-FORK " + folder +
            "/checkpoint: the folder holds a log of 310 events already, and this one would have 300");
  Logged::add_to(parted, 20, "Another");
  const std::string told = error_of([&] {
    Logged other(0);
    return export_now(other, parted, folder);
  }());
  CHECK(told.starts_with("E-FORK " + folder + "/checkpoint: with 310 events the log has the root "));
  CHECK(files_in(folder) == before);
}

TEST_CASE("given a folder whose checkpoint cannot be read, nothing is written") {
  Logged given(3);
  const std::string folder = given.folder.file("tiles");
  std::filesystem::create_directories(folder);
  std::ofstream(folder + "/checkpoint") << "hello\n";
  CHECK(error_of(export_now(given, given.log, folder))
            .starts_with("E-PROOF " + folder + "/checkpoint: that is no signed note"));
  CHECK(names(files_in(folder)) == "checkpoint\n");
}

TEST_CASE("given an empty log, the folder has a checkpoint alone") {
  Logged given(0);
  const std::string folder = given.folder.file("tiles");
  CHECK(written(export_now(given, given.log, folder)) == "0 written, 0 kept");
  CHECK(names(files_in(folder)) == "checkpoint\n");
}

}  // namespace daybook::tile_folder_test
