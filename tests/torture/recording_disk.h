// A disk that knows what a power failure may leave of it.
#pragma once

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/log/test_disk.h"

namespace daybook::test {

// What becomes of the writes that were not synced when the power fails.
enum class Damage { dropped, kept, torn, reordered, extended };
inline constexpr std::array<std::string_view, 5> damage_names{
    "dropped",    // none of them reached the disk
    "kept",       // all of them did
    "torn",       // those up to some write did, of which a part
    "reordered",  // of each sector of 512 bytes of each write it is chance, and in what order they came too
    "extended"};  // as reordered, and the file has its new length, with zeros where nothing came

// Records every write, truncation and sync of the files under one folder, apart from shared memory, which no
// power failure leaves. Before each sync takes effect `at_sync` is called: the moment at which most may be
// lost. What was written between two syncs is there in full, so every moment in between is one of its
// damages.
class RecordingDisk final : public TestDisk {
 public:
  RecordingDisk(std::string folder, std::function<void()> at_sync)
      : folder_(std::move(folder)), at_sync_(std::move(at_sync)) {}

  // Writes what is left of every file into another folder.
  void write_remains(const std::filesystem::path& into, Damage damage, std::mt19937_64& random) const {
    for (const auto& [path, image] : images_)
      if (const auto content = remains(image, damage, random)) {
        std::ofstream file(into / std::filesystem::path(path).filename(), std::ios::binary);
        file.write(content->data(), static_cast<std::streamsize>(content->size()));
      }
  }
  // The files with writes that no sync has followed yet.
  std::vector<std::string> unsynced() const {
    std::vector<std::string> paths;
    for (const auto& [path, image] : images_)
      if (!image.pending.empty() && std::filesystem::exists(path)) paths.push_back(path);
    return paths;
  }

  void opening(const std::string& path) override {
    if (!ours(path) || images_.contains(path)) return;
    Image& image = images_[path];
    std::ifstream file(path, std::ios::binary);
    image.exists = file.is_open();
    image.durable.assign(std::istreambuf_iterator<char>(file), {});
  }
  int writing(const std::string& path, std::string_view bytes, std::uint64_t at) override {
    if (ours(path)) images_[path].pending.push_back({at, std::string(bytes), false});
    return SQLITE_OK;
  }
  int truncating(const std::string& path, std::uint64_t size) override {
    if (ours(path)) images_[path].pending.push_back({size, {}, true});
    return SQLITE_OK;
  }
  int syncing(const std::string& path) override {
    if (!ours(path)) return SQLITE_OK;
    at_sync_();
    Image& image = images_[path];
    for (const Change& change : image.pending)
      apply(change, image.durable);
    image.pending.clear();
    image.exists = true;
    return SQLITE_OK;
  }

 private:
  struct Change {
    std::uint64_t at = 0;  // of a truncation: the new size
    std::string bytes;
    bool truncation = false;
  };
  struct Image {
    bool exists = false;
    std::string durable;
    std::vector<Change> pending;
  };

  bool ours(const std::string& path) const { return path.starts_with(folder_); }

  static void apply(const Change& change, std::string& content) {
    if (change.truncation) return content.resize(change.at);
    content.resize(std::max<std::size_t>(content.size(), change.at + change.bytes.size()));
    content.replace(change.at, change.bytes.size(), change.bytes);
  }

  // Each write cut at the multiples of 512 bytes of its file.
  static std::vector<Change> in_sectors(const std::vector<Change>& changes) {
    constexpr std::uint64_t sector = 512;
    std::vector<Change> cut;
    for (const Change& change : changes) {
      if (change.truncation) cut.push_back(change);
      for (std::uint64_t from = 0; from < change.bytes.size();) {
        const std::uint64_t at = change.at + from;
        const std::uint64_t length = std::min(sector - at % sector, change.bytes.size() - from);
        cut.push_back({at, change.bytes.substr(from, length), false});
        from += length;
      }
    }
    return cut;
  }

  static std::optional<std::string> remains(const Image& image, Damage damage, std::mt19937_64& random) {
    if (!image.exists && (damage == Damage::dropped || image.pending.empty())) return std::nullopt;
    std::string content = image.durable;
    std::vector<Change> changes = image.pending;
    if (damage == Damage::dropped) changes.clear();
    if (damage == Damage::torn && !changes.empty()) {
      changes.resize(1 + random() % changes.size());
      Change& last = changes.back();
      if (!last.truncation) last.bytes.resize(random() % (last.bytes.size() + 1));
    }
    if (damage == Damage::reordered || damage == Damage::extended) {
      std::string whole = content;
      for (const Change& change : changes)
        apply(change, whole);
      if (damage == Damage::extended) content.resize(std::max(content.size(), whole.size()));
      changes = in_sectors(changes);
      std::shuffle(changes.begin(), changes.end(), random);
      std::erase_if(changes, [&](const Change&) { return random() % 2 == 0; });
    }
    for (const Change& change : changes)
      apply(change, content);
    return content;
  }

  std::string folder_;
  std::function<void()> at_sync_;
  std::map<std::string, Image> images_;
};

}  // namespace daybook::test
