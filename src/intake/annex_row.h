// One row of a record file (records/…/annex-xviii.csv, annex-xix.csv), read into what it says.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "daybook/base/csv.h"
#include "daybook/vocab/vocabulary.h"
#include "events/activity_listed.h"
#include "events/activity_recorded.h"

namespace daybook {

// A row of an annex of a document: what a listing is known by.
struct RowKey {
  std::string document;
  std::string annex;
  std::int64_t row = 0;
  friend auto operator<=>(const RowKey&, const RowKey&) = default;
};

// The cells of one row by the names of their columns, and where they stand.
class RowFields {
 public:
  RowFields(const CsvTable& table, const CsvRow& row) : table_(&table), row_(&row) {}

  std::string_view operator[](std::string_view column) const;
  // The error, with the file, the row and the column.
  Error at(std::string_view column, Error error) const;
  const CsvTable& table() const { return *table_; }
  const CsvRow& row() const { return *row_; }

 private:
  const CsvTable* table_;
  const CsvRow* row_;
};

struct AnnexRow {
  RowKey key;
  std::optional<ActivityRecorded>
      activity;                   // what the row alone says; none where it is linked to another row
  ActivityListed listing;         // of XIX: dates, place, title and organizers as the row says them
  std::optional<RowKey> same_as;  // the row of annex XVIII that is about the same activity
};

inline constexpr std::string_view error_column =
    "error";  // written into rejected rows, passed over when read

// What the heading of a record file shows it to be: the number of the annex whose rows it has, "editions",
// "summaries" (cells of the tables under annex IV), "earlier-requests", "figures" or "groupings".
// Errors: E-COLUMN, with the columns that are missing or not known.
result<std::string> kind_of_record_file(const CsvTable& table);

// Every fault of the row goes into `errors`, with file, row and field; none = the row is good.
std::optional<AnnexRow> read_annex_xviii(const RowFields& fields, const Vocabulary& vocabulary,
                                         std::vector<Error>& errors);
std::optional<AnnexRow> read_annex_xix(const RowFields& fields, const Vocabulary& vocabulary,
                                       std::vector<Error>& errors);

}  // namespace daybook
