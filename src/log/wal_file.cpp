#include "src/log/wal_file.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <string_view>

#include <fmt/format.h>

namespace daybook {

namespace {

constexpr std::size_t header_bytes = 32;
constexpr std::size_t frame_header_bytes = 24;
constexpr std::uint32_t magic_little_endian = 0x377F0682;  // | 1: checksums of big-endian words
constexpr std::uint32_t page_bytes_max = 65'536;

std::uint32_t big_endian(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i)
    number = number << 8 | static_cast<std::uint8_t>(bytes[at + i]);
  return number;
}

// Section 4.2: over the words of the file so far.
struct Checksum {
  bool big = false;
  std::uint32_t first = 0;
  std::uint32_t second = 0;

  void add(std::string_view bytes) {
    for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
      first += word(bytes, at) + second;
      second += word(bytes, at + 4) + first;
    }
  }
  bool stands_in(std::string_view bytes, std::size_t at) const {
    return big_endian(bytes, at) == first && big_endian(bytes, at + 4) == second;
  }

 private:
  std::uint32_t word(std::string_view bytes, std::size_t at) const {
    const std::uint32_t number = big_endian(bytes, at);
    return big ? number : __builtin_bswap32(number);
  }
};

class WalFile {
 public:
  WalFile(std::ifstream& file, std::string_view header)
      : file_(file), salts_(header.substr(16, 8)), page_bytes_(big_endian(header, 8)) {
    checksum_.big = (big_endian(header, 0) & 1) != 0;
    checksum_.add(header.substr(0, 24));
    good_ = (big_endian(header, 0) & ~1U) == magic_little_endian && page_bytes_ >= 512 &&
            page_bytes_ <= page_bytes_max && checksum_.stands_in(header, 24);
  }
  bool good_header() const { return good_; }

  void read_frames(std::vector<Finding>& faults, std::vector<Finding>& notes) {
    std::string frame(frame_header_bytes + page_bytes_, '\0');
    std::uint64_t whole = 0;    // frames up to the last one that ends a transaction
    std::uint64_t chained = 0;  // frames that follow from those before
    std::uint64_t foreign = 0;  // frames of this write-ahead log that do not
    for (bool follows = true; file_.read(frame.data(), static_cast<std::streamsize>(frame.size()));) {
      const bool salted = frame.compare(8, 8, salts_) == 0;
      if (follows) {
        Checksum next = checksum_;
        next.add(std::string_view(frame).substr(0, 8));
        next.add(std::string_view(frame).substr(frame_header_bytes));
        if (next.stands_in(frame, 16)) {
          if (!salted)
            faults.push_back({{},
                              fmt::format("frame {} of the write-ahead log has a changed salt; "
                                          "SQLite takes it and all behind it for none",
                                          chained)});
          checksum_ = next;
          ++chained;
          if (big_endian(frame, 4) != 0) whole = chained;
          continue;
        }
        follows = false;
      }
      if (salted) ++foreign;
    }
    if (file_.gcount() > 0) notes.push_back({{}, "the write-ahead log ends within a page"});
    if (foreign + chained > whole)
      notes.push_back({{},
                       fmt::format("behind its last whole transaction the write-ahead log has {} pages: a "
                                   "writer that was killed leaves such, and so does damage to the last "
                                   "transactions; hold the head against a checkpoint",
                                   foreign + chained - whole)});
  }

 private:
  std::ifstream& file_;
  std::string salts_;
  std::uint32_t page_bytes_;
  Checksum checksum_;
  bool good_ = false;
};

}  // namespace

result<void> check_wal_file(const std::string& file, std::vector<Finding>& faults,
                            std::vector<Finding>& notes) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return {};
  std::string header(header_bytes, '\0');
  if (!in.read(header.data(), static_cast<std::streamsize>(header.size()))) {
    if (in.gcount() > 0) notes.push_back({{}, "the write-ahead log ends within its first bytes"});
    return {};
  }
  WalFile wal(in, header);
  if (wal.good_header())
    wal.read_frames(faults, notes);
  else
    faults.push_back({{}, "the head of the write-ahead log is damaged; SQLite takes all of it for none"});
  return {};
}

}  // namespace daybook
