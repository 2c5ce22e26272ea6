#include "daybook/intake/import.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <map>
#include <set>

#include <fmt/format.h>

#include "daybook/base/utf8.h"
#include "daybook/log/lookup.h"

#include "annex_row.h"
#include "edition_items.h"
#include "import_plan.h"
#include "list_row.h"
#include "rejects.h"

namespace daybook {

namespace {

// The .csv files of a folder, or the file itself.
result<std::vector<std::string>> files_of(const std::string& path) {
  std::error_code code;
  if (!std::filesystem::is_directory(path, code)) return std::vector{path};
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(path, code))
    if (entry.path().extension() == ".csv") files.push_back(entry.path().string());
  if (code) return fail({ErrorCode::file, "the folder cannot be read: " + code.message(), {path, 0, {}}, {}});
  std::sort(files.begin(), files.end());
  if (files.empty()) return fail({ErrorCode::file, "the folder holds no .csv file", {path, 0, {}}, {}});
  return files;
}

constexpr std::size_t rows_per_progress = 500;

class Import {
 public:
  Import(EventLog& log, const Register& reg, const ImportOptions& options)
      : log_(log),
        register_(reg),
        vocabulary_(reg.vocabulary()),
        options_(options),
        plan_(reg, options.actor, [this](EventCount position) { return id_of_event(position); }) {}

  result<ImportReport> run(const std::vector<std::string>& paths) {
    for (const auto& path : paths)
      if (auto read = read_files(path); !read) return fail(read.error());
    choose_rows();
    for_each_row("xviii", [&](const RowFields& fields) { read_row(fields, "xviii"); });
    for_each_row("xix", [&](const RowFields& fields) { read_row(fields, "xix"); });
    for (const std::string_view annex : list_annexes)
      for_each_row(annex, [&](const RowFields& fields) { read_list_row_of(annex, fields); });
    for_each_row("earlier-requests", [&](const RowFields& fields) {
      if (const auto earlier = read_earlier_requests(fields, vocabulary_, report_.errors))
        note(plan_.add_earlier_requests(*earlier), fields, 1);
    });
    for_each_row("summaries", [&](const RowFields& fields) { summaries_.add(fields, report_.errors); });
    for (const CsvTable& table : tables_)
      if (kinds_.contains(&table) && kinds_.at(&table) == "editions") read_edition_file(table);
    for (const std::string_view kind : {"figures", "groupings"})
      for_each_row(kind, [&](const RowFields& fields) { read_row(fields, kind); });
    return finish();
  }

 private:
  template <class Each>
  void for_each_row(std::string_view kind, Each each) {
    if (const auto rows = rows_of_kind_.find(kind); rows != rows_of_kind_.end())
      for (const RowFields* fields : rows->second)
        each(*fields);
  }

  result<void> read_files(const std::string& path) {
    const auto files = files_of(path);
    if (!files) return fail(files.error());
    for (const auto& file : *files) {
      auto table = read_csv(file);
      report_.files.push_back({file, 0, 0, 0, 0, 0});
      if (!table && table.error()->code == ErrorCode::file) return fail(table.error());
      if (!table) {
        report_.errors.push_back(table.error());
        continue;
      }
      tables_.push_back(std::move(*table));
      report_.files.back().rows = tables_.back().rows.size();
      const auto kind = kind_of_record_file(tables_.back());
      if (kind)
        kinds_.emplace(&tables_.back(), *kind);
      else
        report_.errors.push_back(kind.error());
    }
    return {};
  }

  FileReport& report_of(const CsvTable& table) {
    return *std::find_if(report_.files.begin(), report_.files.end(),
                         [&](auto& f) { return f.file == table.file; });
  }

  // What a row is known by, in the columns of its kind; the first of them is told where it stands twice.
  static std::vector<std::string_view> key_columns(std::string_view kind) {
    if (kind == "figures") return {"words", "document", "paragraph"};
    if (kind == "groupings") return {"rows", "document", "annex"};
    return {"row", "document"};
  }

  // Of the rows that are known by the same, the one in the last file counts.
  void choose_rows() {
    std::map<std::vector<std::string>, std::size_t> by_key;
    for (const CsvTable& table : tables_) {
      const auto kind = kinds_.find(&table);
      if (kind == kinds_.end() || kind->second == "editions") continue;
      for (const CsvRow& row : table.rows) {
        const RowFields fields(table, row);
        const auto columns = key_columns(kind->second);
        std::vector<std::string> key{kind->second};
        for (const auto column : columns)
          key.emplace_back(trim(fields[column]));
        const auto [known, added] = by_key.try_emplace(key, chosen_.size());
        if (added) {
          chosen_.push_back(fields);
        } else if (&chosen_[known->second].table() != &table) {
          --report_of(chosen_[known->second].table()).rows;
          chosen_[known->second] = fields;
        } else if (!key[1].empty()) {
          report_.errors.push_back(
              fields.at(columns[0], {ErrorCode::duplicate, twice(kind->second, key[1]), {}, {}}));
        }
      }
    }
    for (const RowFields& fields : chosen_)
      rows_of_kind_[kinds_.at(&fields.table())].push_back(&fields);
  }

  static std::string twice(std::string_view kind, std::string_view what) {
    if (kind == "figures")
      return fmt::format("the figure \"{}\" of the paragraph stands twice in the file", what);
    if (kind == "groupings") return fmt::format("the group of {} stands twice in the file", what);
    return fmt::format("row {} of the annex stands twice in the file", what);
  }

  void read_row(const RowFields& fields, std::string_view kind) {
    if (options_.progress && rows_read_++ % rows_per_progress == 0)
      options_.progress(rows_read_, chosen_.size());
    if (kind == "figures") {
      if (const auto figure = read_figure(fields, options_.check_question, report_.errors))
        note(plan_.add_figure(*figure), fields, 1);
      return;
    }
    if (kind == "groupings") {
      if (const auto grouping = read_grouping(fields, report_.errors))
        note(plan_.add_grouping(*grouping), fields, 1);
      return;
    }
    const auto row = kind == "xviii" ? read_annex_xviii(fields, vocabulary_, report_.errors)
                                     : read_annex_xix(fields, vocabulary_, report_.errors);
    if (row) note(plan_.add_row(*row), fields, 1);
  }

  void read_list_row_of(std::string_view annex, const RowFields& fields) {
    if (const auto row = read_list_row(annex, fields, vocabulary_, report_.errors))
      note(plan_.add_list_row(*row), fields, 1);
  }

  void read_edition_file(const CsvTable& table) {
    auto editions = read_editions(table, report_.errors);
    if (!report_.good()) return;  // rows in error would leave gaps in the editions; those are told already
    for (PrintedEdition& printed : editions) {
      const auto filled = summaries_.fill(printed.edition);
      const auto outcome = filled ? plan_.add_edition(printed.edition) : fail(filled.error());
      note(outcome, printed.first, printed.items);
      if (!printed.edition.tables.empty())
        for_each_row("summaries", [&](const RowFields& fields) {
          if (trim(fields["document"]) == printed.edition.document) note_with(outcome, fields);
        });
    }
  }

  void note(const result<ImportPlan::Outcome>& outcome, const RowFields& fields, std::size_t rows) {
    FileReport& report = report_of(fields.table());
    if (!outcome) {
      report.changed += outcome.error()->code == ErrorCode::changed ? rows : 0;
      report_.errors.push_back(fields.at(outcome.error()->place.field, outcome.error()));
    } else {
      switch (*outcome) {
        case ImportPlan::Outcome::added:
          report.added += rows;
          break;
        case ImportPlan::Outcome::unchanged:
          report.unchanged += rows;
          break;
        case ImportPlan::Outcome::corrected:
          report.changed += rows;
          break;
      }
    }
  }

  // A cell of a summary table goes with its edition; what is wrong with that is told there.
  void note_with(const result<ImportPlan::Outcome>& outcome, const RowFields& fields) {
    if (outcome) note(outcome, fields, 1);
  }

  result<std::string> id_of_event(EventCount position) {
    const auto reader = log_.reader();
    if (!reader) return fail(reader.error());
    const auto event = envelope_at(**reader, Position{position});
    return event ? result<std::string>(event->id) : fail(event.error());
  }

  result<ImportReport> finish() {
    std::set<std::pair<std::string, std::uint64_t>> faulty;  // file and row; the heading is no row
    for (const Error& error : report_.errors)
      if (error.code != ErrorCode::changed && error.place.row > 1)
        faulty.emplace(error.place.file, error.place.row);
    for (FileReport& report : report_.files)
      report.errors = static_cast<std::size_t>(std::count_if(
          faulty.begin(), faulty.end(), [&](const auto& row) { return row.first == report.file; }));
    std::vector<RowFields> rejected;
    for (const RowFields& row : chosen_)
      if (faulty.contains({row.table().file, row.row().number})) rejected.push_back(row);
    report_.events = plan_.events().size();
    if (!report_.good()) {
      if (options_.rejects_file.empty() || rejected.empty()) return std::move(report_);
      auto files = write_rejects(options_.rejects_file, rejected, report_.errors);
      if (!files) return fail(files.error());
      report_.rejects = std::move(*files);
      return std::move(report_);
    }
    if (options_.dry_run || plan_.events().empty()) return std::move(report_);
    // What the plan expects of its own streams the log checks as it writes; a row that another writer has
    // added under another id stands in none of them.
    const auto positions = log_.append(Append{plan_.expectations(), plan_.events(), register_.size()});
    if (!positions) return fail(positions.error());
    report_.first = positions->front();
    report_.batch = plan_.batch();
    return std::move(report_);
  }

  EventLog& log_;
  const Register& register_;
  const Vocabulary& vocabulary_;
  const ImportOptions& options_;
  ImportPlan plan_;
  ImportReport report_;
  std::deque<CsvTable> tables_;  // rows point into them
  std::map<const CsvTable*, std::string> kinds_;
  std::vector<RowFields> chosen_;
  std::map<std::string_view, std::vector<const RowFields*>> rows_of_kind_;  // of those chosen
  SummaryCells summaries_;
  std::size_t rows_read_ = 0;
};

}  // namespace

result<ImportReport> import_records(EventLog& log, const Register& reg, const std::vector<std::string>& paths,
                                    const ImportOptions& options) {
  return Import(log, reg, options).run(paths);
}

}  // namespace daybook
