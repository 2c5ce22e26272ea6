// What the tests of the upper layers share: a real log in a folder of its own, the real records imported into
// it, and a builder for activities that the record does not have. Nothing here is a stand-in.
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "daybook/base/csv.h"
#include "daybook/base/uuid.h"
#include "daybook/intake/import.h"
#include "daybook/log/event_log.h"
#include "daybook/register/fold.h"
#include "daybook/vocab/vocabulary.h"

#include "tests/take.h"
#include "tests/temp_folder.h"

namespace daybook::story {

using test::take;

// "E-DATE", or "good".
template <class T>
std::string code_of(const result<T>& from) {
  return from ? "good" : std::string(error_name(from.error()->code));
}

inline std::string code_of(ErrorCode code) {
  return std::string(error_name(code));
}

// The whole of the error, or "good".
template <class T>
std::string told(const result<T>& from) {
  return from ? "good" : to_string(from.error());
}

inline std::string project_file(const std::string& relative_path) {
  return (std::filesystem::path(DAYBOOK_PROJECT_DIR) / relative_path).string();
}

inline const std::string symbol = "S/2022/899";

// Events of the published record, imported into an empty log.
inline constexpr std::uint32_t published_events = 1988;

inline std::string records() {
  return project_file("records/S-2022-899");
}

inline const Vocabulary& vocabulary() {
  static const Vocabulary loaded = take(Vocabulary::load(project_file("config/vocab")));
  return loaded;
}

inline CivilDate day(std::string_view iso) {
  return take(CivilDate::parse_iso(iso));
}

inline DateRange days(std::string_view first, std::string_view last) {
  return {day(first), day(last)};
}

// In memory, where there is such a place.
struct Folder : test::TempFolder {
  Folder() : TempFolder(test::fast_folder()) {}
};

using test::bytes_of;

// An outreach event in Vienna, by OSCE, for Member States; a test changes what it is about.
inline ActivityRecorded made_activity(const std::string& title, DateRange dates) {
  ActivityRecorded activity;
  activity.audience = {Audience::member_states};
  activity.dates = {dates};
  Party osce;
  osce.organization = "osce";
  activity.organizers = {osce};
  activity.place.city = "vienna";
  activity.place.states = {"AUT"};
  activity.place.text = "维也纳";
  activity.role = Role::took_part;
  activity.title["zh"] = title;
  return activity;
}

// How a row of an annex of a document lists an activity whose facts it repeats.
inline ActivityListed made_listing(const std::string& document, const std::string& annex, std::int64_t row) {
  ActivityListed listing;
  listing.annex = annex;
  listing.document = document;
  listing.row = row;
  listing.cells = {"一", "二", "三", "四"};
  return listing;
}

template <class Data>
NewEvent made_event(const std::string& stream, const Data& data) {
  NewEvent event;
  event.id = make_uuid_v7(Instant::now());
  event.stream = stream;
  event.type = Data::type;
  event.type_version = Data::type_version;
  event.actor = "officer";
  event.source = "firsthand";
  event.data = encode(data);
  return event;
}

inline ImportOptions by_officer(bool dry_run = false, const std::string& rejects_file = {}) {
  ImportOptions options;
  options.actor = "officer";
  options.dry_run = dry_run;
  options.rejects_file = rejects_file;
  return options;
}

// A log, and what is done to it.
class Story {
 public:
  Story() : log_(take(EventLog::create(folder_.file("log.db")))) {}

  EventLog& log() { return log_; }
  std::string file() const { return folder_.file("log.db"); }
  const Folder& folder() const { return folder_; }

  void append(const std::vector<NewEvent>& events) {
    std::vector<Expectation> expectations;
    std::vector<std::string> streams;
    for (const NewEvent& event : events) {
      bool known = false;
      for (const auto& stream : streams)
        known = known || stream == event.stream;
      if (known) continue;
      streams.push_back(event.stream);
      expectations.push_back({event.stream, Expectation::Kind::any, {}});
    }
    take(log_.append(expectations, events));
  }
  template <class Data>
  void add(const std::string& stream, const Data& data) {
    append({made_event(stream, data)});
  }
  void record(const std::string& id, const ActivityRecorded& activity) { add("activity/" + id, activity); }

  std::uint64_t size() { return take(log_.head()).size; }
  Register fold(unsigned threads = 1) { return take(daybook::fold(log_, vocabulary(), threads)); }

  ImportReport import(const std::vector<std::string>& paths, const ImportOptions& options = by_officer()) {
    const Register reg = fold();
    return take(import_records(log_, reg, paths, options));
  }

 private:
  Folder folder_;
  EventLog log_;
};

// The published record, imported once a test program and folded.
struct Published {
  Story story;
  Register reg{vocabulary()};

  Published() {
    const ImportReport report = story.import({records()});
    if (!report.good()) FAIL(to_string(report.errors.front()));
    reg = story.fold();
  }
};

inline const Published& published() {
  static const Published imported;
  return imported;
}

// Every fault, one a line.
inline std::string all_told(const std::vector<Error>& errors) {
  std::string text;
  for (const Error& error : errors)
    text += to_string(error) + "\n";
  return text;
}

// One record file as rows of cells, to be changed and written again.
class RecordFile {
 public:
  explicit RecordFile(const std::string& name) : table_(take(read_csv(records() + "/" + name))) {}

  const CsvTable& table() const { return table_; }
  std::string& at(std::size_t row, std::string_view column) {
    const auto index = table_.column(column);
    if (!index) FAIL("no column " << column);
    return table_.rows.at(row - 1).cells.at(*index);
  }
  void keep_rows(std::size_t first, std::size_t last) {
    table_.rows.assign(table_.rows.begin() + static_cast<std::ptrdiff_t>(first - 1),
                       table_.rows.begin() + static_cast<std::ptrdiff_t>(last));
  }
  void repeat_row(std::size_t row) { table_.rows.push_back(table_.rows.at(row - 1)); }
  std::string text() const {
    std::string text;
    const auto add = [&](const std::vector<std::string>& cells) {
      for (std::size_t i = 0; i < cells.size(); ++i)
        text += (i == 0 ? "" : ",") + csv_cell(cells[i]);
      text += "\n";
    };
    add(table_.columns);
    for (const CsvRow& row : table_.rows)
      add(row.cells);
    return text;
  }

 private:
  CsvTable table_;
};

}  // namespace daybook::story
