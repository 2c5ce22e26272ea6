#include "daybook/proof/tile_folder.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "daybook/base/csv.h"
#include "daybook/log/tree.h"
#include "daybook/proof/files.h"
#include "daybook/proof/signer.h"

namespace daybook {

namespace {

constexpr std::uint64_t tile_width = 1ULL << tile_height;

using ExportProgress = std::function<void(std::uint64_t, std::uint64_t)>;

class TileFolder {
 public:
  TileFolder(EventLog& log, TreeReader& tree, EventReader& events, std::string folder)
      : log_(log), tree_(tree), events_(events), folder_(std::move(folder)) {}

  // Reads the checkpoint of an older export. Errors: E-FORK unless it is an earlier state of the log.
  result<void> check(std::uint64_t size) {
    const std::string file = folder_ + "/checkpoint";
    std::error_code code;
    if (!std::filesystem::exists(file, code)) return {};
    const auto note = read_file(file);
    if (!note) return fail(note.error());
    auto before = unverified_checkpoint(*note);
    if (before && before->size > size)
      before = fail(ErrorCode::fork,
                    fmt::format("the folder holds a log of {} events already, and this one would have {}",
                                before->size, size));
    if (before)
      if (auto holds = check_holds(log_, *before); !holds) before = fail(holds.error());
    if (!before) {
      before.error()->place.file = file;
      return fail(before.error());
    }
    covered_ = before->size;
    return {};
  }

  result<ExportedTiles> write(std::uint64_t size, const ExportProgress& progress) {
    const auto entries = [&](std::uint64_t first, std::uint64_t end) {
      if (progress) progress(end, size);
      return entries_of(first, end);
    };
    if (auto done = write_tiles("entries", size, covered_, entries); !done) return fail(done.error());
    for (unsigned level = 0; size > 0; ++level, size >>= tile_height, covered_ >>= tile_height) {
      const auto hashes = [&](std::uint64_t first, std::uint64_t end) {
        return hashes_of(level, first, end);
      };
      if (auto done = write_tiles(fmt::to_string(level), size, covered_, hashes); !done)
        return fail(done.error());
    }
    return exported_;
  }

 private:
  // `count` things in tiles of 256, `covered` of them by the older checkpoint; `content` gives the bytes of
  // those from first to end.
  template <class Content>
  result<void> write_tiles(const std::string& kind, std::uint64_t count, std::uint64_t covered,
                           const Content& content) {
    for (std::uint64_t first = 0; first < count; first += tile_width) {
      const std::uint64_t end = std::min(first + tile_width, count);
      const std::string whole = fmt::format("{}/tile/{}/{}", folder_, kind, tile_number(first / tile_width));
      const bool partial = end - first < tile_width;
      const std::string file = partial ? fmt::format("{}.p/{}", whole, end - first) : whole;
      std::error_code code;
      const bool there = std::filesystem::exists(file, code);
      if (there && end <= covered) {
        ++exported_.kept;
        continue;
      }
      const result<std::string> bytes = content(first, end);
      if (!bytes) return fail(bytes.error());
      if (auto done = write_tile(file, *bytes, there); !done) return done;
      if (!partial) std::filesystem::remove_all(whole + ".p", code);
    }
    return {};
  }

  result<void> write_tile(const std::string& file, const std::string& bytes, bool there) {
    if (there) {
      const auto old = read_file(file);
      if (!old) return fail(old.error());
      if (*old == bytes) {
        ++exported_.kept;
        return {};
      }
    }
    ++exported_.written;
    return replace_file(file, bytes, Sync::later);
  }

  // Each with its length before it, two bytes, big-endian.
  result<std::string> entries_of(std::uint64_t first, std::uint64_t end) {
    std::string bytes;
    auto read = events_.read(Position{first}, Position{end}, [&](Position, std::string_view event) {
      bytes += static_cast<char>(event.size() >> 8);
      bytes += static_cast<char>(event.size());
      bytes += event;
      return result<void>();
    });
    return read ? result<std::string>(std::move(bytes)) : fail(read.error());
  }

  result<std::string> hashes_of(unsigned level, std::uint64_t first, std::uint64_t end) {
    const auto hashes = tree_.hashes(level, first, end);
    if (!hashes) return fail(hashes.error());
    std::string bytes;
    for (const Hash& hash : *hashes)
      bytes.append(reinterpret_cast<const char*>(hash.data()), hash.size());
    return bytes;
  }

  EventLog& log_;
  TreeReader& tree_;
  EventReader& events_;
  std::string folder_;
  std::uint64_t covered_ = 0;  // events
  ExportedTiles exported_;
};

}  // namespace

std::string tile_number(std::uint64_t number) {
  std::string path = fmt::format("{:03}", number % 1000);
  for (number /= 1000; number > 0; number /= 1000)
    path = fmt::format("x{:03}/{}", number % 1000, path);
  return path;
}

result<ExportedTiles> export_tiles(EventLog& log, const Checkpoint& checkpoint, const std::string& note,
                                   const std::string& folder, const ExportProgress& progress) {
  const auto tree = log.tree();
  if (!tree) return fail(tree.error());
  const auto events = log.reader();
  if (!events) return fail(events.error());
  TileFolder tiles(log, **tree, **events, folder);
  if (auto good = tiles.check(checkpoint.size); !good) return fail(good.error());
  auto exported = tiles.write(checkpoint.size, progress);
  if (!exported) return exported;
  if (exported->written > 0)
    if (auto done = sync_files(folder); !done) return fail(done.error());
  if (auto done = replace_file(folder + "/checkpoint", note, Sync::now); !done) return fail(done.error());
  return exported;
}

}  // namespace daybook
