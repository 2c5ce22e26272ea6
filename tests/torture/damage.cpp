// A byte of the log's file is changed, or its end is cut off. Whoever reads it then gets what was written, or
// is told.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include <fmt/format.h>

#include "daybook/log/check_log.h"

#include "tests/torture/torture.h"

namespace daybook::torture {

namespace {

constexpr std::uint64_t least_events = 600;   // two tiles are full
constexpr std::uint64_t events_in_wal = 150;  // so few that they stay there when the log is closed
constexpr std::uint64_t least_flips = 800;
constexpr std::uint64_t least_cuts = 100;

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}
void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

// Everything that a reader is given: every event, and the head. An error where it is told that something is
// wrong.
result<std::string> all_of(EventLog& log) {
  std::string all;
  auto reader = log.reader();
  if (!reader) return fail(reader.error());
  auto read = (*reader)->read({0}, {UINT64_MAX}, [&](Position, std::string_view bytes) -> result<void> {
    all.append(bytes).append("\n");
    return {};
  });
  if (!read) return fail(read.error());
  const auto head = log.head();
  if (!head) return fail(head.error());
  return all + to_hex(head->root);
}

// A log in a file of its own, that is damaged and put right again and again.
class Victim {
 public:
  Victim(const Setting& setting, bool in_wal, Outcome& outcome)
      : outcome_(outcome), log_((setting.folder / (in_wal ? "wal" : "file")).string()) {
    auto log = EventLog::create(log_);
    std::mt19937_64 random(setting.seed);
    for (std::uint64_t number = 0, size = 0; log && size < (in_wal ? events_in_wal : least_events);
         ++number) {
      const auto events = batch(0, number, 1 + random() % 40, in_wal ? 50 : 1'500);
      const Expectation any{events.front().stream, Expectation::Kind::any, {}};
      if (!log->append({&any, 1}, events)) outcome_.failures.emplace_back("the log cannot be made");
      size += events.size();
    }
    if (auto all = all_of(*log)) whole_ = *all;
    log = EventLog::open(log_);  // the first is closed, and its write-ahead log copied if it is large
    target_ = in_wal ? log_ + "-wal" : log_;
    bytes_ = read_file(target_);
  }

  const std::string& bytes() const { return bytes_; }
  void try_with(const std::string& bytes, const std::string& what, bool may_be_older = false) {
    ++outcome_.tried;
    write_file(target_, bytes);
    std::filesystem::remove(log_ + "-shm");
    if (!is_told() && !is_the_same() && !(may_be_older && is_a_whole_older_one())) {
      ++outcome_.missed;
      outcome_.failures.push_back(what);
    }
  }

 private:
  bool is_told() {
    auto log = EventLog::open(log_);
    if (!log) return true;
    const auto check = check_log(*log, {});
    return !check || !check->findings.empty() || !check->notes.empty();
  }
  bool is_the_same() {
    auto log = EventLog::open(log_);
    if (!log) return false;
    const auto all = all_of(*log);
    return all && *all == whole_;
  }
  // A write-ahead log that is cut off to the byte where a transaction ends is what it was then. Nothing in
  // the file can tell; a checkpoint of more events does.
  bool is_a_whole_older_one() {
    auto log = EventLog::open(log_);
    if (!log) return false;
    const auto all = all_of(*log);
    if (!all || all->size() >= whole_.size()) return false;
    const std::string_view events(all->data(),
                                  all->size() - 2 * sizeof(Hash));  // without the root at its end
    return whole_.starts_with(events);
  }

  Outcome& outcome_;
  std::string log_;
  std::string target_;
  std::string bytes_;
  std::string whole_;
};

void damage(const Setting& setting, bool in_wal, Outcome& outcome) {
  Victim victim(setting, in_wal, outcome);
  if (victim.bytes().size() < 100'000)
    outcome.failures.emplace_back("there is nothing in the file to damage");
  std::mt19937_64 random(setting.seed);
  const char* where = in_wal ? "write-ahead log" : "log's file";
  for (std::uint64_t i = 0; i < least_flips * setting.times; ++i) {
    std::string bytes = victim.bytes();
    const std::size_t at = random() % bytes.size();
    const int bit = static_cast<int>(random() % 8);
    bytes[at] = static_cast<char>(bytes[at] ^ 1 << bit);
    victim.try_with(bytes, fmt::format("bit {} of byte {} of the {} was changed", bit, at, where));
  }
  for (std::uint64_t i = 0; i < least_cuts * setting.times; ++i) {
    const std::size_t size = random() % victim.bytes().size();
    victim.try_with(victim.bytes().substr(0, size), fmt::format("the {} was cut off at {}", where, size),
                    in_wal);
  }
}

}  // namespace

Outcome damaged_file(const Setting& setting) {
  Outcome outcome;
  damage(setting, false, outcome);
  return outcome;
}

Outcome damaged_wal(const Setting& setting) {
  Outcome outcome;
  damage(setting, true, outcome);
  return outcome;
}

}  // namespace daybook::torture
