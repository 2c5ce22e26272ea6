// Commands and questions: the one interface that the command line, and later a server, call. Every answer is
// bytes in the format that was asked for, whole or piece by piece; nothing here prints.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "daybook/base/take_text.h"
#include "daybook/intake/activity_form.h"
#include "daybook/intake/corrections.h"
#include "daybook/intake/import.h"
#include "daybook/log/event_log.h"
#include "daybook/projections/annex.h"
#include "daybook/projections/count.h"
#include "daybook/projections/diff.h"
#include "daybook/projections/list.h"
#include "daybook/projections/reconcile.h"
#include "daybook/service/known.h"

namespace daybook {

enum class Format { text, csv, json, markdown, html };
inline constexpr std::array<std::string_view, 5> format_names{"text", "csv", "json", "markdown", "html"};

struct Presentation {
  Format format = Format::text;
  Language language = Language::zh;
  int width = 0;  // of the terminal, for text; 0 = no wrapping
};

struct AnnexQuestion {
  std::string number;   // "xviii"
  std::string edition;  // document symbol; empty = rebuilt by rule
  Period period;        // of a rebuilt annex
};

// What to compare: an annex ("xviii"), or the list where that is empty; and between what: positions,
// recording times, editions, or, when `ends` are given, the same question as at two days.
struct DiffQuestion {
  std::string annex;
  std::array<std::string, 2> between;
  bool ends = false;  // `between` are the last days of two periods
  ListQuestion list;  // what is listed; its period's first day holds for an annex too
};

// How a new activity is to be recorded.
struct RecordOptions {
  std::string actor;
  std::string source = "firsthand";
};

// An activity that has been read and checked, but is not recorded yet.
struct UnderstoodActivity {
  ActivityRecorded activity;
  std::vector<std::string> alike;  // ids of activities that begin on the same day in the same place
};

// An answer, ready to be printed: piece by piece, so that a long one never stands in memory as a whole, and
// no further when no more is wanted. It has the same bytes each time. The service that gave it must outlive
// it.
class Answer {
 public:
  Answer(Table table, const Presentation& presentation)
      : content_(std::move(table)), presentation_(presentation) {}
  Answer(Value value) : content_(std::move(value)) {}

  void print(const TakeText& take) const;
  std::string text() const;

 private:
  std::variant<Table, Value> content_;
  Presentation presentation_;  // of a table; a value is JSON
};

class Service {
 public:
  // Errors: E-LOG-EXISTS, E-LOG-IO.
  static result<void> create_log(const std::string& file);
  // Opens the log, reads the vocabulary and folds. Errors: those of EventLog::open, Vocabulary::load and
  // fold.
  static result<Service> open(const std::string& log_file, const std::string& vocabulary_folder);

  result<ImportReport> import(const std::vector<std::string>& paths, const ImportOptions& options);

  // None when a field could not be read; each fault goes to `fault` with the form's field.
  std::optional<UnderstoodActivity> understand(const ActivityForm& form, const FaultSink& fault) const;
  // What was understood, field by field.
  std::string describe(const ActivityRecorded& activity, const Presentation& presentation) const;
  // Appends it and answers its id. Errors: those of EventLog::append.
  result<std::string> record(const ActivityRecorded& activity, const RecordOptions& options);

  // A correction is planned, shown, and then appended as a whole: see intake/corrections.h.
  Corrections corrections(const Why& why) { return {log_, *register_, why}; }
  // What a planned correction would change, a line each.
  std::string describe(const Correction& correction, Language language) const;
  // Appends it and answers the position of its first event. Errors: those of EventLog::append.
  result<Position> correct(const Correction& correction);

  // Each question may be asked of the past, and say where its answer comes from. Errors of all: E-LIMIT for a
  // position that there is not yet, E-DATE; E-USAGE when the format has no place for where it comes from;
  // E-FORK, E-PROOF, E-FILE for a checkpoint. Errors besides: E-USAGE for an annex that there is not,
  // E-EDITION.
  result<Answer> annex(const AnnexQuestion& question, const Known& known, const Presentation& presentation);
  result<Answer> count(const CountQuestion& question, const Known& known, const Presentation& presentation);
  result<Answer> list(const ListQuestion& question, const Known& known, const Presentation& presentation);
  // Errors besides: E-NOT-FOUND for a document without figures.
  result<Answer> reconcile(const ReconcileQuestion& question, const Known& known,
                           const Presentation& presentation);
  // Errors besides: E-NOT-FOUND, with ids that look like it.
  result<Answer> show(std::string_view id, const Known& known, const Presentation& presentation);
  // What became of one activity, event by event. Errors besides: E-NOT-FOUND.
  result<Answer> history(std::string_view id, const Known& known, const Presentation& presentation);
  // The figures and annexes of a period, drafted.
  result<Answer> report(const Period& period, const Known& known, const Presentation& presentation);
  // Errors besides: E-USAGE, E-EDITION.
  result<Answer> diff(const DiffQuestion& question, const Presentation& presentation);

  const Vocabulary& vocabulary() const { return *vocabulary_; }

 private:
  Service(EventLog log, std::unique_ptr<Vocabulary> vocabulary, std::unique_ptr<Register> reg);
  result<View> view(const Known& known);
  // With where it comes from if the question asks for that. Errors: those of citation_of().
  result<Answer> answer(Table table, const View& view, const Known& known, const Presentation& presentation);
  result<Answer> answer(Value value, const View& view, const Known& known, const Presentation& presentation);
  // The activity of that id, or the one that survives it. Errors: E-NOT-FOUND.
  result<ActivityIndex> find(std::string_view id, const View& view) const;
  struct Compared {
    Table table;
    EventCount size = 0;  // events that it knows
  };
  result<Compared> compared(const DiffQuestion& question, const std::string& end, std::size_t which,
                            Language language);
  result<std::map<std::string, std::vector<HistoryEntry>>> events_between(EventCount first,
                                                                          EventCount end) const;
  result<std::vector<HistoryEntry>> history_of(ActivityIndex activity, const View& view, EventCount after,
                                               Language language) const;

  EventLog log_;
  std::unique_ptr<Vocabulary> vocabulary_;
  std::unique_ptr<Register> register_;
  Facets facets_;
};

// Rebuilt, or as an edition printed it. Errors: E-USAGE, E-EDITION.
result<Table> annex_of(const View& view, const AnnexQuestion& question, Language language);

// The log's number of events and root. Errors: those of EventLog::open.
result<std::string> log_head(const std::string& log_file, bool json);
// The events after the first `after`, a line each: as stored, or in short for a reader. Needs no vocabulary
// and decodes no data: a log that another version of the program wrote can be read too. Errors: those of
// EventLog::open, E-LOG-IO.
result<void> print_events(const std::string& log_file, std::uint64_t after, bool as_stored,
                          const TakeText& take);

// docs/reference/: "errors", "events" or "facets" as Markdown, from the program's own tables. Errors:
// E-USAGE.
result<std::string> reference(std::string_view topic);

}  // namespace daybook
