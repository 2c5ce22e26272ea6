// Reading CSV (RFC 4180) as Excel and people write it: a byte-order mark or none, CRLF, LF or CR, quoted
// cells; separated by commas, or by the semicolons or tabs of a heading that has no comma. Columns
// at the end that have neither heading nor cells are left out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/base/error.h"

namespace daybook {

struct CsvRow {
  std::uint64_t number = 0;  // the row a spreadsheet shows; the heading is row 1
  // As many as there are columns; NFC, outer white space kept, a line break inside a cell one line feed.
  std::vector<std::string> cells;
};

struct CsvTable {
  std::string file;  // as it is named in errors
  std::vector<std::string> columns;
  std::vector<CsvRow> rows;

  std::optional<std::size_t> column(std::string_view name) const;
};

// Errors: E-FILE, E-LIMIT (limits::file_bytes_max and the others), E-TEXT (not UTF-8, or a control
// character), E-CSV (no heading, an open quotation, a row longer or shorter than the heading, text under
// no heading, the same heading twice).
result<CsvTable> read_csv(const std::string& file);
result<CsvTable> parse_csv(std::string_view text, const std::string& file);

// The whole of a file. Errors: E-FILE, E-LIMIT.
result<std::string> read_file(const std::string& file);

// One cell as RFC 4180 wants it: in quotation marks only where it must be.
std::string csv_cell(std::string_view text);

}  // namespace daybook
