// The register: every version of every activity, with the positions from which to which it was the current
// one, folded once from the log and then asked for any moment. Start with fold() in fold.h.
//
// Versions stand in columns, one entry a version. What recurs (lists of parties, places …) stands in a
// dictionary and the column holds its code.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/base/strong.h"
#include "daybook/event/activity_parts.h"
#include "daybook/register/dictionary.h"
#include "daybook/vocab/vocabulary.h"
#include "events/activity_listed.h"
#include "events/activity_recorded.h"
#include "events/edition_published.h"

namespace daybook {

using PartyList = std::vector<Party>;
using StringList = std::vector<std::string>;
using VersionIndex = std::uint32_t;
using ActivityIndex = std::uint32_t;
using EventCount = std::uint32_t;  // a position, or a number of events; 4,294,967,295 = no end

inline constexpr EventCount no_end = 0xFFFF'FFFF;

// One entry a version, all columns equally long.
struct VersionColumns {
  std::vector<ActivityIndex> activity;
  std::vector<EventCount>
      from;  // the version is current for every n with from < n <= to, n = the number of events
  std::vector<EventCount> to;
  std::vector<std::int32_t> first_day;  // days since 1970-01-01 of the first and of the last day
  std::vector<std::int32_t> last_day;
  std::vector<Code> dates;  // 0 = one range, from the first day to the last
  std::vector<Code> month;  // months since 1970-01 of the first day
  std::vector<Code> kind;
  std::vector<Code> role;
  std::vector<Code> audience;
  std::vector<Code> place;
  std::vector<Code> organizers;
  std::vector<Code> participants;
  std::vector<Code> parties;            // code of the pair of organizers and participants
  std::vector<Code> states;             // the States served
  std::vector<Code> named_regions;      // the groups that are named as such
  std::vector<Code> regions;            // the groups served: named as such, or those of the States served
  std::vector<Code> host_regions;       // the groups of the States where it took place
  std::vector<std::string_view> title;  // canonical JSON of the titles by language
};

// One activity as it stands in one version, decoded.
struct ActivityVersion {
  std::string id;
  ActivityRecorded activity;
  StringList regions;       // the groups served: named as such, or those of the States served
  StringList host_regions;  // the groups of the States where it took place
};

struct ListingEntry {
  ActivityIndex activity = 0;
  EventCount position = 0;
  std::uint32_t row = 0;
  std::string_view annex;
  std::string_view document;
  std::string_view data;  // canonical JSON of the ActivityListed
};

struct EditionEntry {
  EventCount position = 0;
  EditionPublished edition;
};

// One event taken apart but not decoded, hashes included: what can be done on any thread, before the order
// counts. The bytes that it points into must live until it is applied.
struct EventSlices {
  std::string_view type;  // with its quotation marks
  std::string_view type_version;
  HashedBytes stream;
  std::string_view data;
  Slices<ActivityRecorded> activity{};  // of the data; for the type activity-recorded only
  HashedBytes audience;
  std::optional<DateRange>
      range;  // the dates where they are one range, as they nearly always are; else `dates`
  HashedBytes dates;
  HashedBytes organizers;
  HashedBytes participants;
  HashedBytes place;
  HashedBytes regions;
  HashedBytes states;
};

// Errors: E-JSON.
result<EventSlices> slice_event(std::string_view bytes);

class View;

class Register {
 public:
  // REQUIRES: the vocabulary outlives the register.
  explicit Register(const Vocabulary& vocabulary);

  // Makes room for that many events at once, so that nothing is moved while they come.
  void reserve(EventCount events);

  // Applies the next event. REQUIRES: called in the order of positions, without gaps. Errors: E-EVENT-TYPE,
  // E-JSON, E-EVENT; the register is then of no use any more.
  result<void> apply(const EventSlices& event);
  // Begins to fetch the memory that applying the event will touch.
  void prefetch(const EventSlices& event) const { activities_.prefetch(event.stream); }

  EventCount size() const { return size_; }  // events applied
  View at(EventCount n) const;               // as known after the first n events; n <= size()
  View now() const;

  const VersionColumns& versions() const { return versions_; }
  const Dictionary<std::vector<DateRange>>& dates() const { return dates_; }  // of more than one range
  const Dictionary<std::vector<Audience>>& audiences() const { return audiences_; }
  const Dictionary<Place>& places() const { return places_; }
  const Dictionary<PartyList>& party_lists() const { return party_lists_; }
  const Dictionary<StringList>& string_lists() const { return string_lists_; }  // States; groups
  std::pair<Code, Code> parties(Code code) const {
    return party_pairs_[code];
  }  // organizers and participants
  Code party_pair_count() const { return static_cast<Code>(party_pairs_.size()); }
  const std::vector<ListingEntry>& listings() const { return listings_; }
  // How annexes list the activity, in the order of recording.
  std::vector<ListingEntry> listings_of(ActivityIndex activity) const;
  bool is_listed(ActivityIndex activity) const { return last_listing_[activity] != no_listing; }
  const std::vector<EditionEntry>& editions() const { return editions_; }
  const Vocabulary& vocabulary() const { return *vocabulary_; }

  std::size_t activity_count() const { return activities_.size(); }
  std::string_view activity_id(ActivityIndex activity) const;
  std::optional<ActivityIndex> find_activity(std::string_view id) const;
  Revision revision_of(ActivityIndex activity) const { return Revision{revisions_[activity]}; }
  ActivityVersion version(VersionIndex index) const;

 private:
  result<void> apply_recorded(const EventSlices& event);
  result<void> apply_listed(const EventSlices& event);
  result<void> apply_edition(const EventSlices& event);
  ActivityIndex activity_of(const HashedBytes& stream, bool& added);
  Code pair_code(Code organizers, Code participants);
  result<Code> groups_of(const StringList& states, const StringList& named, CivilDate on);
  result<Code> regions_served(Code states, Code named, std::int32_t day);
  result<Code> regions_of_host(Code place, std::int32_t day);
  std::size_t era_of(std::int32_t day) const;

  static constexpr std::uint32_t no_listing = 0xFFFF'FFFF;
  const Vocabulary* vocabulary_;
  EventCount size_ = 0;
  Arena arena_;
  VersionColumns versions_;
  std::vector<std::uint32_t> revisions_;  // by activity: of the last event of its stream
  NameNumbers activities_;                // streams, with their quotation marks
  Dictionary<std::vector<DateRange>> dates_;
  Dictionary<std::vector<Audience>> audiences_;
  Dictionary<Place> places_;
  Dictionary<PartyList> party_lists_;
  Dictionary<StringList> string_lists_;
  boost::unordered_flat_map<std::uint64_t, Code> pair_codes_;
  std::vector<std::pair<Code, Code>> party_pairs_;
  std::vector<std::int32_t> eras_;  // days on which some State changed its group
  std::vector<boost::unordered_flat_map<std::uint64_t, Code>>
      regions_served_;                                                  // by era: States and groups named
  std::vector<boost::unordered_flat_map<Code, Code>> regions_of_host_;  // by era: place
  std::vector<ListingEntry> listings_;
  std::vector<std::uint32_t> last_listing_;  // by activity: index in listings_, or no_listing
  std::vector<std::uint32_t>
      listing_before_;  // by listing: that of the same activity before it, or no_listing
  std::vector<EditionEntry> editions_;
};

// The register as known after the first n events. A plain value; nothing is replayed to make one.
class View {
 public:
  View(const Register& reg, EventCount n) : register_(&reg), n_(n) {}

  const Register& of() const { return *register_; }
  EventCount size() const { return n_; }
  bool holds(VersionIndex v) const {
    const auto& columns = register_->versions();
    return columns.from[v] < n_ && n_ <= columns.to[v];
  }
  // Versions from this one on are later than the view.
  VersionIndex end() const;
  // The version of the activity that is current; none when there is none.
  std::optional<VersionIndex> version_of(ActivityIndex activity) const;

 private:
  const Register* register_;
  EventCount n_;
};

}  // namespace daybook
