// The one home of sqlite3.h: a connection and its prepared statements, closed when they go out of scope.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <sqlite3.h>

#include "daybook/base/error.h"

namespace daybook {

struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};

// Parameters count from 1, columns from 0, as in SQLite. Bound and returned views are not copied: a bound one
// must live until the next reset(), a returned one lives until the next step() or reset().
class SqliteStatement {
 public:
  SqliteStatement() = default;
  explicit SqliteStatement(sqlite3_stmt* statement) : statement_(statement) {}

  void bind(int parameter, std::uint64_t number);
  void bind_text(int parameter, std::string_view text);
  void bind_blob(int parameter, std::string_view bytes);
  // true: there is a row; false: done. Errors: E-LOG-IO.
  result<bool> step();
  // step() to the end, then reset(). Errors: E-LOG-IO.
  result<void> run();
  void reset() { sqlite3_reset(statement_.get()); }

  bool is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
  std::uint64_t number(int column) const;
  std::string_view bytes(int column) const;

 private:
  std::unique_ptr<sqlite3_stmt, FinalizeStatement> statement_;
};

// Resets a statement when the scope ends, so that no read transaction outlives the reading.
class ResetAtEnd {
 public:
  explicit ResetAtEnd(SqliteStatement& statement) : statement_(statement) {}
  ~ResetAtEnd() { statement_.reset(); }
  ResetAtEnd(const ResetAtEnd&) = delete;
  ResetAtEnd& operator=(const ResetAtEnd&) = delete;

 private:
  SqliteStatement& statement_;
};

// One thread at a time. Never checkpoints by itself, neither at a commit nor at closing.
class SqliteConnection {
 public:
  enum class Mode { make, write, read };
  // Errors: E-LOG-IO.
  static result<SqliteConnection> open(const std::string& file, Mode mode);
  // For whoever reads the rows of a log from one end to the other. Errors: E-LOG-IO.
  static result<SqliteConnection> open_to_scan(const std::string& file);

  sqlite3* get() const { return database_.get(); }
  // Errors: E-LOG-FORMAT when the file is not SQLite's, E-LOG-IO.
  result<SqliteStatement> prepare(std::string_view sql) const;
  result<void> run(std::string_view sql) const;
  // The first column of the first row as text. Errors: as prepare().
  result<std::string> text(std::string_view sql) const;
  // Sets a pragma and reads it back. Errors: E-LOG-IO when it is not what was asked for.
  result<void> set(std::string_view pragma, std::string_view value) const;
  Error error(std::string_view doing) const;

 private:
  explicit SqliteConnection(sqlite3* database) : database_(database) {}
  std::unique_ptr<sqlite3, CloseDatabase> database_;
};

}  // namespace daybook
