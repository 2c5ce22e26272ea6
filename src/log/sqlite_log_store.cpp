#include "src/log/sqlite_log_store.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "src/log/sqlite_audit.h"
#include "src/log/sqlite_copy.h"
#include "src/log/sqlite_reader.h"
#include "src/log/sqlite_schema.h"
#include "src/log/sqlite_tree.h"
#include "src/log/sqlite_writer.h"
#include "src/log/writer_lock.h"

namespace daybook {

namespace {

// How long the write-ahead log grows before it is copied: as so many commits like the last, within bounds. A
// longer one saves copying an index page that changes again soon, which counts where a commit is large; where
// it is small, a shorter one is soon written over, which syncs sooner than making it longer does.
constexpr std::uint64_t commits_in_wal = 8;
constexpr std::uint64_t wal_bytes_min = 4ULL << 20;
constexpr std::uint64_t wal_bytes_max = 64ULL << 20;
constexpr std::uint64_t wal_bytes_left_at_close_max = 1ULL << 20;

std::string_view view(const EventId& id) {
  return {reinterpret_cast<const char*>(id.data()), id.size()};
}
std::string_view view(const Hash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

tl::unexpected<Failure> damaged(std::string_view what) {
  return fail(ErrorCode::log_io, fmt::format("the log's file is damaged: {}", what),
              "restore it from a copy; nothing was written");
}

result<Hash> hash_in(const SqliteStatement& row, int column) {
  const auto bytes = row.bytes(column);
  Hash hash{};
  if (bytes.size() != hash.size()) return damaged("a hash is not 32 bytes long");
  std::ranges::copy(bytes, hash.begin());
  return hash;
}

class SqliteLogStore final : public LogStore {
 public:
  SqliteLogStore(std::string file, std::chrono::milliseconds wait)
      : file_(std::move(file)), wait_(wait), lock_(file_) {}
  ~SqliteLogStore() override;

  result<void> begin() override;
  result<void> commit() override;
  void roll_back() override;
  result<std::uint64_t> size() override;
  result<LogTail> tail() override;
  result<std::optional<Revision>> revision_of(std::string_view stream) override;
  result<std::optional<StoredEvent>> find(const EventId& id) override;
  result<void> insert(const EventRow& row) override;
  result<void> insert(const TileRoot& tile) override;
  result<std::unique_ptr<EventReader>> reader() const override { return open_sqlite_reader(file_); }
  result<std::unique_ptr<TreeReader>> tree() const override { return open_sqlite_tree(file_); }
  result<std::unique_ptr<LogAudit>> audit() const override { return open_sqlite_audit(file_); }
  result<void> copy_to(const std::string& file,
                       const std::function<void(int, int)>& progress) const override {
    return copy_sqlite_log(file_, file, progress);
  }

  result<void> reopen();

 private:
  result<void> begin_locked();
  result<void> read_greatest_id();
  result<void> ready();
  tl::unexpected<Failure> failed(Error error);
  result<void> checkpoint(int mode);
  result<void> settle();
  result<std::uint64_t> read_size();
  result<LogTail> read_tail();
  result<void> read_tiles(unsigned level, std::uint64_t end, MerkleTree& tree);
  static int note_wal_frames(void* store, sqlite3*, const char*, int frames);

  std::string file_;
  std::chrono::milliseconds wait_;
  WriterLock lock_;
  std::unique_ptr<SqliteWriter> writer_;  // none after a failure, until the next use
  bool in_transaction_ = false;
  bool failed_ = false;  // the writer is not to be used again
  // After a failure the write-ahead log may hold a transaction that never reached the disk but looks
  // committed. It is copied into the log's own file, and synced there, before anything is written behind it.
  bool unsettled_ = false;
  std::uint64_t wal_frames_ = 0;     // after this object's last commit
  std::uint64_t commit_frames_ = 0;  // about as many as it wrote
  std::uint64_t copied_frames_ = 0;  // when it was last copied, as far as readers let it
  EventId greatest_id_{};
};

SqliteLogStore::~SqliteLogStore() {
  if (in_transaction_) roll_back();
  if (!writer_ || failed_ || unsettled_ || wal_frames_ * log_page_bytes < wal_bytes_left_at_close_max) return;
  // Best effort: whoever writes next does it otherwise.
  if (!lock_.acquire(std::chrono::milliseconds(0))) return;
  static_cast<void>(checkpoint(SQLITE_CHECKPOINT_TRUNCATE));
  lock_.release();
}

int SqliteLogStore::note_wal_frames(void* store, sqlite3*, const char*, int frames) {
  auto& own = *static_cast<SqliteLogStore*>(store);
  const auto now = static_cast<std::uint64_t>(frames);
  if (now <= own.wal_frames_) own.wal_frames_ = own.copied_frames_ = 0;  // it was begun anew
  own.commit_frames_ = now - own.wal_frames_;
  own.wal_frames_ = now;
  return SQLITE_OK;
}

result<void> SqliteLogStore::reopen() {
  writer_.reset();
  failed_ = false;
  auto writer = open_sqlite_writer(file_, wait_);
  if (!writer) return fail(writer.error());
  writer_ = std::move(*writer);
  sqlite3_wal_hook(writer_->connection.get(), note_wal_frames, this);
  return {};
}

// Any failure of the storage ends the use of this connection: what it believes of the file may be wrong.
tl::unexpected<Failure> SqliteLogStore::failed(Error error) {
  failed_ = true;
  unsettled_ = true;
  return fail(std::move(error));
}

result<void> SqliteLogStore::ready() {
  if (failed_ && !in_transaction_) writer_.reset();
  return writer_ ? result<void>{} : reopen();
}

result<void> SqliteLogStore::begin() {
  if (auto locked = lock_.acquire(wait_); !locked) return locked;
  auto begun = begin_locked();
  if (begun) begun = read_greatest_id();
  if (begun) return begun;
  roll_back();
  lock_.release();
  return begun;
}

result<void> SqliteLogStore::begin_locked() {
  if (auto good = ready(); !good) return good;
  if (auto prepared = prepare_writing(*writer_); !prepared) return failed(prepared.error());
  if (unsettled_)
    if (auto settled = settle(); !settled) return settled;
  if (auto begun = writer_->begin.run(); !begun) {
    if ((sqlite3_errcode(writer_->connection.get()) & 0xFF) != SQLITE_BUSY) return failed(begun.error());
    return fail(ErrorCode::log_busy,
                fmt::format("another program has held \"{}\" for {} ms", file_, wait_.count()),
                "nothing was written; try again when it has ended");
  }
  in_transaction_ = true;
  return {};
}

result<void> SqliteLogStore::read_greatest_id() {
  const ResetAtEnd reset_at_end(writer_->greatest_id);
  const auto row = writer_->greatest_id.step();
  if (!row) return failed(row.error());
  greatest_id_ = {};
  const auto id = writer_->greatest_id.bytes(0);
  if (id.size() == greatest_id_.size()) std::ranges::copy(id, greatest_id_.begin());
  return {};
}

result<void> SqliteLogStore::commit() {
  if (auto committed = writer_->commit.run(); !committed) {
    const auto error = failed(committed.error());
    roll_back();
    return error;
  }
  in_transaction_ = false;
  // The events are durable, so a failing checkpoint is not the caller's error; the next begin() deals with
  // it.
  const std::uint64_t longest =
      std::clamp(commits_in_wal * commit_frames_ * log_page_bytes, wal_bytes_min, wal_bytes_max);
  if ((wal_frames_ - copied_frames_) * log_page_bytes > longest) {
    copied_frames_ = wal_frames_;
    if (auto done = checkpoint(SQLITE_CHECKPOINT_PASSIVE); !done && done.error()->code != ErrorCode::log_busy)
      static_cast<void>(failed(done.error()));
  }
  lock_.release();
  return {};
}

void SqliteLogStore::roll_back() {
  if (!in_transaction_) return;
  in_transaction_ = false;
  // SQLite rolls back by itself after some errors.
  if (sqlite3_get_autocommit(writer_->connection.get()) == 0 && !writer_->roll_back.run()) failed_ = true;
  if (failed_) static_cast<void>(ready());
  lock_.release();
}

// Copies the write-ahead log into the log's own file, as far as readers let it, without waiting for them.
// Passive: the next commit begins the write-ahead log anew once all of it is copied. Truncate: it is emptied
// now, if possible. Errors: E-LOG-BUSY when some of it could not be copied (passive) or it could not be
// emptied (truncate); E-LOG-IO.
result<void> SqliteLogStore::checkpoint(int mode) {
  sqlite3* database = writer_->connection.get();
  sqlite3_busy_timeout(database, 0);
  const int code = sqlite3_wal_checkpoint_v2(database, nullptr, mode, nullptr, nullptr);
  sqlite3_busy_timeout(database, static_cast<int>(wait_.count()));
  if (code == SQLITE_OK) return {};
  if ((code & 0xFF) == SQLITE_BUSY)
    return fail(ErrorCode::log_busy,
                fmt::format("a reader keeps the write-ahead log of \"{}\" from being emptied", file_),
                "nothing was written; try again when the reader has ended");
  return fail(writer_->connection.error("cannot copy the write-ahead log"));
}

result<void> SqliteLogStore::settle() {
  auto emptied = checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
  if (!emptied) return emptied;
  unsettled_ = false;
  return {};
}

result<std::uint64_t> SqliteLogStore::read_size() {
  const ResetAtEnd reset_at_end(writer_->size);
  const auto row = writer_->size.step();
  if (!row) return failed(row.error());
  return writer_->size.number(0);
}

result<std::uint64_t> SqliteLogStore::size() {
  if (auto good = ready(); !good) return fail(good.error());
  return read_size();
}

// All of the tile roots of a level from where the tree ends, up to the leaf `end`.
result<void> SqliteLogStore::read_tiles(unsigned level, std::uint64_t end, MerkleTree& tree) {
  const unsigned height = level * tile_height;
  SqliteStatement& rows = writer_->tiles;
  const ResetAtEnd reset_at_end(rows);
  rows.bind(1, level);
  rows.bind(2, tree.size() >> height);
  for (std::uint64_t number = tree.size() >> height; number < end >> height; ++number) {
    const auto row = rows.step();
    if (!row) return failed(row.error());
    if (!*row || rows.number(0) != number) return damaged("a tile of its tree is missing");
    const auto hash = hash_in(rows, 1);
    if (!hash) return fail(hash.error());
    tree.add_subtree(height, *hash);
  }
  return {};
}

result<LogTail> SqliteLogStore::read_tail() {
  const auto size = read_size();
  if (!size) return fail(size.error());
  LogTail tail;
  if (*size == 0) return tail;
  for (unsigned level = 7; level >= 1; --level)
    if (auto done = read_tiles(level, *size, tail.tree); !done) return fail(done.error());

  const ResetAtEnd reset_leaves(writer_->leaves);
  writer_->leaves.bind(1, tail.tree.size());
  while (tail.tree.size() < *size) {
    const auto row = writer_->leaves.step();
    if (!row) return failed(row.error());
    if (!*row) return damaged("an event is missing");
    const auto hash = hash_in(writer_->leaves, 0);
    if (!hash) return fail(hash.error());
    tail.tree.add_subtree(0, *hash);
  }

  const ResetAtEnd reset_last(writer_->last_bytes);
  writer_->last_bytes.bind(1, *size - 1);
  const auto row = writer_->last_bytes.step();
  if (!row) return failed(row.error());
  if (!*row) return damaged("its last event is missing");
  tail.last_bytes = writer_->last_bytes.bytes(0);
  return tail;
}

result<LogTail> SqliteLogStore::tail() {
  if (auto good = ready(); !good) return fail(good.error());
  if (in_transaction_) return read_tail();
  if (auto begun = writer_->begin_reading.run(); !begun) return failed(begun.error());
  auto tail = read_tail();
  if (auto ended = writer_->roll_back.run(); !ended) failed_ = true;
  return tail;
}

result<std::optional<Revision>> SqliteLogStore::revision_of(std::string_view stream) {
  if (auto good = ready(); !good) return fail(good.error());
  SqliteStatement& rows = writer_->revision;
  const ResetAtEnd reset_at_end(rows);
  rows.bind_text(1, stream);
  const auto row = rows.step();
  if (!row) return failed(row.error());
  if (!*row) return std::optional<Revision>{};
  return Revision{rows.number(0)};
}

result<std::optional<StoredEvent>> SqliteLogStore::find(const EventId& id) {
  // A UUIDv7 begins with the time it was made at, so a new event's is nearly always greater than all before.
  if (id > greatest_id_) return std::optional<StoredEvent>{};
  SqliteStatement& rows = writer_->find;
  const ResetAtEnd reset_at_end(rows);
  rows.bind_blob(1, view(id));
  const auto row = rows.step();
  if (!row) return failed(row.error());
  if (!*row) return std::optional<StoredEvent>{};
  return StoredEvent{{rows.number(0)}, {rows.number(1)}, std::string(rows.bytes(2))};
}

result<void> SqliteLogStore::insert(const EventRow& row) {
  SqliteStatement& insert = writer_->insert_event;
  insert.bind(1, row.position.value);
  insert.bind_blob(2, view(row.id));
  insert.bind_text(3, row.stream);
  insert.bind(4, row.revision.value);
  insert.bind_blob(5, view(row.leaf));
  insert.bind_blob(6, row.bytes);
  auto inserted = insert.run();
  if (!inserted && sqlite3_extended_errcode(writer_->connection.get()) == SQLITE_CONSTRAINT_TRIGGER)
    return fail(
        ErrorCode::revision,
        fmt::format("revision {} of stream {} at position {} does not come next, or its id is in the log",
                    row.revision.value, row.stream, row.position.value));
  if (!inserted) return failed(inserted.error());
  greatest_id_ = std::max(greatest_id_, row.id);
  return inserted;
}

result<void> SqliteLogStore::insert(const TileRoot& tile) {
  SqliteStatement& insert = writer_->insert_tile;
  insert.bind(1, tile.level);
  insert.bind(2, tile.number);
  insert.bind_blob(3, view(tile.hash));
  auto inserted = insert.run();
  if (!inserted) return failed(inserted.error());
  return inserted;
}

}  // namespace

result<std::unique_ptr<LogStore>> open_sqlite_store(const std::string& file,
                                                    std::chrono::milliseconds writer_wait) {
  if (auto good = check_is_file(file); !good) return fail(good.error());
  auto store = std::make_unique<SqliteLogStore>(file, writer_wait);
  if (auto opened = store->reopen(); !opened) return fail(opened.error());
  return store;
}

}  // namespace daybook
