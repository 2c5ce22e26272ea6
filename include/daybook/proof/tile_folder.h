#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "daybook/log/event_log.h"
#include "daybook/proof/checkpoint.h"

namespace daybook {

// How many files an export wrote: entries and tiles.
struct ExportedTiles {
  std::uint64_t written = 0;
  std::uint64_t kept = 0;  // those that were there already
};

// Writes the log as of the checkpoint as a folder of c2sp.org/tlog-tiles, which a plain web server can offer:
// `checkpoint`, tile/<level>/<N>[.p/<width>], tile/entries/<N>[.p/<width>]. An older export of the same log
// is brought up to date: what its checkpoint covers is never written again, and what an interrupted export
// left behind only where it differs; a partial tile goes when its complete one is there; the checkpoint is
// replaced last, when the tiles are on the disk, so that whoever reads meanwhile reads a whole log. REQUIRES:
// the log holds the checkpoint (check_holds), `note` is its signed note. `progress` is told events. Errors:
// E-FORK when the folder holds another log or a longer one, E-FILE, E-PROOF when its checkpoint cannot be
// read, E-LOG-IO.
result<ExportedTiles> export_tiles(
    EventLog& log, const Checkpoint& checkpoint, const std::string& note, const std::string& folder,
    const std::function<void(std::uint64_t done, std::uint64_t of)>& progress = {});

// 1234067 → x001/x234/067.
std::string tile_number(std::uint64_t number);

}  // namespace daybook
