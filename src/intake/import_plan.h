#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "daybook/intake/activity_id.h"
#include "daybook/log/event_log.h"
#include "events/edition_published.h"

#include "annex_row.h"
#include "figure_row.h"
#include "grouping_row.h"
#include "list_row.h"

namespace daybook {

// The events that an import makes, against what the log holds already. Nothing is written here.
class ImportPlan {
 public:
  enum class Outcome { added, unchanged, corrected };
  // The id of the event at a position of the log. Errors: E-LOG-IO.
  using EventIds = std::function<result<std::string>(EventCount position)>;

  // `event_ids` is asked for what a correction supersedes.
  ImportPlan(const Register& reg, std::string actor, EventIds event_ids = {});

  // Errors, `place.field` naming the column: E-LINK for a linked row that is nowhere, E-VALUE for a section
  // that is not the activity's, E-CHANGED when the row is in the log with another content.
  result<Outcome> add_row(const AnnexRow& row);
  // Errors: E-CHANGED when the row is in the log with other cells, or states what it did not.
  result<Outcome> add_list_row(const ListRow& row);
  // REQUIRES: the rows of annex IV were added before, for the requests that both speak of.
  result<Outcome> add_earlier_requests(const EarlierRequests& earlier);
  // Fills the sections with the numbers of rows 1, 2 … of the annex, from the log and from this plan.
  // Errors: E-LINK for a row that is missing or in no section of the edition, E-CHANGED, and those of
  // check().
  result<Outcome> add_edition(EditionPublished edition);
  // A figure whose question or note is another than in the log is taken back and stated anew. Errors:
  // E-CHANGED when its value is another.
  result<Outcome> add_figure(const FigurePublished& figure);
  // Errors: E-LINK for a row that is nowhere, E-CHANGED when the group is in the log with another basis.
  result<Outcome> add_grouping(const GroupingRow& grouping);

  const std::vector<Expectation>& expectations() const { return expectations_; }
  const std::vector<NewEvent>& events() const { return events_; }
  const std::string& batch() const { return batch_; }

 private:
  // What a row's activity is, wherever it is known from: the log, or an earlier row of the plan.
  struct Known {
    std::string id;
    ActivityRecorded activity;
    std::string section;  // of the row
  };

  result<Outcome> add_activity(const AnnexRow& row);
  result<Outcome> add_listing(const AnnexRow& row);
  // Every fact that was ever stated, and those that hold.
  void know_facts();
  // States it, unless it holds already.
  void add_fact(const StatedFact& fact, const std::string& source);
  result<void> fill_sections(EditionPublished& edition) const;
  // The section of each row of the annex that the log or this plan has.
  std::map<std::int64_t, std::string> sections_of_rows(const EditionPublished& edition) const;
  // As known to the view, for a row in the log.
  std::optional<Known> known(const RowKey& key, const View& view) const;
  // As known when the listing was recorded: what its row said then, whatever was amended since.
  View when_listed(const ListingEntry& listing) const { return register_.at(listing.position + 1); }
  result<Outcome> compare(const ActivityListed& now, const ListingEntry& before,
                          std::vector<std::string> differences) const;
  void expect(const std::string& stream, std::uint64_t events_there);
  NewEvent& add_event(const std::string& stream, std::string_view type, std::string data, std::string source,
                      std::int64_t type_version = 1);
  result<Outcome> correct_figure(const Fact<FigurePublished>& before, const FigurePublished& now);

  const Register& register_;
  std::string actor_;
  EventIds event_ids_;
  std::string batch_;
  ActivityIds ids_;
  std::map<RowKey, const ListingEntry*> listed_;  // in the log
  std::map<RowKey, Known> planned_;
  std::map<RowKey, RowListed> rows_listed_;                                    // in the log or in the plan
  std::set<std::string> stated_;                                               // facts: stream, type and data
  std::set<std::string> held_;                                                 // in the log or in the plan
  std::vector<std::pair<std::string, AssistanceRequested>> planned_requests_;  // with their streams
  std::set<std::string> expected_streams_;
  std::vector<Expectation> expectations_;
  std::vector<NewEvent> events_;
};

// Where the events of a row are taken from.
std::string source_of(const RowKey& key);

}  // namespace daybook
