// The register: every version of every activity, with the positions from which to which it was the current
// one, folded once from the log and then asked for any moment. Start with fold() in fold.h.
//
// Versions stand in columns, one entry a version, in the order of recording. What recurs (lists of parties,
// places …) stands in a dictionary and the column holds its code.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <boost/mp11.hpp>

#include "daybook/base/strong.h"
#include "daybook/event/activity_parts.h"
#include "daybook/event/envelope.h"
#include "daybook/events/decode_event.h"
#include "daybook/register/dictionary.h"
#include "daybook/register/stated.h"
#include "daybook/vocab/vocabulary.h"

namespace daybook {

using PartyList = std::vector<Party>;
using StringList = std::vector<std::string>;
using VersionIndex = std::uint32_t;
using ActivityIndex = std::uint32_t;
inline constexpr VersionIndex no_version = 0xFFFF'FFFF;

// What one version says, in the codes of the register's dictionaries. It is written and read as a whole; what
// is scanned over all versions stands in columns.
struct VersionContent {
  Code dates = 0;  // 0 = one range, from the first day to the last
  Kind kind = Kind::outreach;
  Role role = Role::took_part;
  Code audience = 0;
  Code place = 0;
  Code organizers = 0;
  Code participants = 0;
  Code states = 0;         // the States served
  Code regions = 0;        // the groups that are named as such
  std::string_view title;  // canonical JSON of the titles by language
  friend bool operator==(const VersionContent&, const VersionContent&) = default;
};

// One entry a version, all columns equally long.
struct VersionColumns {
  std::vector<ActivityIndex> activity;
  std::vector<EventCount>
      from;  // the version is current for every n with from < n <= to, n = the number of events
  std::vector<EventCount> to;
  std::vector<VersionIndex> before;     // the same activity's version before, or no_version
  std::vector<std::int32_t> first_day;  // days since 1970-01-01 of the first and of the last day
  std::vector<std::int32_t> last_day;
  std::vector<VersionContent> content;
};

// One activity as it stands in one version, decoded.
struct ActivityVersion {
  std::string id;
  ActivityRecorded activity;
  StringList regions;       // the groups served: named as such, or those of the States served
  StringList host_regions;  // the groups of the States where it took place
};

// The regional groups that are named, and those of the States on that day, in the order of region_codes.
StringList groups_of(const StringList& states, const StringList& named, CivilDate on,
                     const Vocabulary& vocabulary);

struct ListingEntry : Stretch {
  ActivityIndex activity = 0;
  std::uint32_t row = 0;
  std::string_view annex;
  std::string_view document;
  std::string_view data;  // canonical JSON of the ActivityListed
};

// An entry that was given up for another.
struct MergeEntry : Stretch {
  ActivityIndex given_up = 0;
  ActivityIndex survivor = 0;
};

// What a single event states of itself, as no version of an activity: an edition, a group …
template <class T>
struct Fact : Stretch {
  std::string stream;
  T data;
};

template <class T>
using FactTable = Stated<Fact<T>>;
template <class T>
using IsFact = boost::mp11::mp_bool<requires { T::is_fact; }>;
using FactTypes = boost::mp11::mp_copy_if<boost::mp11::mp_rename<AnyEvent, std::tuple>, IsFact>;
using FactTables = boost::mp11::mp_transform<FactTable, FactTypes>;

// One event taken apart but not decoded, hashes included: what can be done on any thread, before the order
// counts. The bytes that it points into must live until it is applied.
struct EventSlices {
  Slices<Envelope> envelope;
  HashedBytes stream;
  Slices<ActivityRecorded> activity;  // of the data; this and the rest for the type activity-recorded only
  HashedBytes audience;
  std::optional<DateRange>
      range;  // the dates where they are one range, as they nearly always are; else `dates`
  HashedBytes dates;
  HashedBytes organizers;
  HashedBytes participants;
  HashedBytes place;
  HashedBytes regions;
  HashedBytes states;

  // With its quotation marks.
  std::string_view type() const { return envelope[member_index<Envelope>("type")]; }
  std::string_view type_version() const { return envelope[member_index<Envelope>("type_version")]; }
  std::string_view data() const { return envelope[member_index<Envelope>("data")]; }
};

// Over whatever `event` holds: there are many, and it is not cleared. Errors: E-JSON.
result<void> slice_event(std::string_view bytes, EventSlices& event);
// Events that follow each other, one into each of `slices`. Errors: E-JSON, with the position.
result<void> slice_events(Position first, std::span<const std::string_view> events,
                          std::vector<EventSlices>& slices);
// Of the data of an activity-recorded alone; it has no type and no stream. Errors: E-JSON.
result<EventSlices> slice_activity(std::string_view bytes);

class View;

class Register {
 public:
  // REQUIRES: the vocabulary outlives the register.
  explicit Register(const Vocabulary& vocabulary);
  // In the source, for they are large, and every source that holds a register would have them again.
  ~Register();
  Register(Register&&) noexcept;
  Register& operator=(Register&&) noexcept;

  // Makes room for that many events at once, so that nothing is moved while they come.
  void reserve(EventCount events);

  // What the other keeps of the same event, a title or the name of a stream, is kept no second time: for two
  // that are compared. REQUIRES: the other stays where it is for as long as this one.
  void share_texts_of(const Register& twin);

  // Applies the next event. REQUIRES: called in the order of positions, without gaps. Errors: E-EVENT-TYPE,
  // E-JSON, E-EVENT; the register is then of no use any more.
  result<void> apply(const EventSlices& event);
  // Several events in their order, and quicker.
  result<void> apply(std::span<const EventSlices> events);

  EventCount size() const { return size_; }  // events applied
  View at(EventCount n) const;               // as known after the first n events; n <= size()
  View now() const;

  const VersionColumns& versions() const { return versions_; }
  const Dictionary<std::vector<DateRange>>& dates() const { return dates_; }  // of more than one range
  const Dictionary<std::vector<Audience>>& audiences() const { return audiences_; }
  const Dictionary<Place>& places() const { return places_; }
  const Dictionary<PartyList>& party_lists() const { return party_lists_; }
  const Dictionary<StringList>& string_lists() const { return string_lists_; }  // States; groups
  const std::vector<ListingEntry>& listings() const { return listings_.all(); }
  // Every listing of the activity itself, the newest first, whether or not it holds.
  template <class Each>
  void for_each_listing_of(ActivityIndex activity, Each each) const {
    for (auto i = last_listing_[activity]; i != no_listing; i = listing_before_[i])
      each(listings_.all()[i]);
  }
  // Every fact of that type that was ever stated, in the order of recording; View::facts has those that hold.
  template <class T>
  const std::vector<Fact<T>>& facts() const {
    return std::get<FactTable<T>>(facts_).all();
  }
  // Whether what the event of that position stated (a listing, a merge, a fact) holds now; none when it
  // stated nothing of the kind.
  std::optional<bool> fact_holds(EventCount position) const;
  const std::vector<MergeEntry>& merges() const { return merges_.all(); }
  const Vocabulary& vocabulary() const { return *vocabulary_; }

  // 0 when there is no such stream.
  std::uint64_t event_count_of(std::string_view stream) const;
  std::size_t activity_count() const { return activities_.size(); }
  std::string_view activity_id(ActivityIndex activity) const;
  // Begins to fetch where that id is.
  void fetch_ahead_of(ActivityIndex activity) const { activities_.fetch_ahead_of(activity); }
  // The newest version of the activity, whether or not it is current.
  VersionIndex last_version(ActivityIndex activity) const { return last_version_[activity]; }
  std::optional<ActivityIndex> find_activity(std::string_view id) const;
  Revision revision_of(ActivityIndex activity) const { return Revision{revisions_[activity]}; }
  ActivityVersion version(VersionIndex index) const;

 private:
  friend class View;
  result<void> apply_any(const EventSlices& event);
  result<void> apply_recorded(const EventSlices& event);
  result<void> apply_amended(const EventSlices& event);
  result<void> apply_withdrawn(const EventSlices& event);
  result<void> apply_reinstated(const EventSlices& event);
  result<void> apply_merged(const EventSlices& event);
  result<void> apply_listed(const EventSlices& event);
  result<void> apply_fact_change(const EventSlices& event, bool holds);
  template <class T>
  result<void> apply_fact(const EventSlices& event);
  // The next revision of an activity that is there. Errors: E-EVENT.
  result<ActivityIndex> known_activity(const EventSlices& event);
  // Counts the event in its stream, whatever the stream is about. Errors: E-EVENT.
  result<void> count_in_stream(const EventSlices& event);
  // Adds a version of what the event says. Errors: E-JSON, E-EVENT.
  result<void> add_version(ActivityIndex activity, const EventSlices& event);
  void add_version(ActivityIndex activity, std::int32_t first_day, std::int32_t last_day,
                   const VersionContent& content);
  void add_version_again(VersionIndex version);
  std::string_view kept_title(std::string_view title);
  bool is_current(ActivityIndex activity) const;
  void end_version(ActivityIndex activity) { versions_.to[last_version_[activity]] = size_; }
  ActivityIndex activity_of(const HashedBytes& stream, bool& added);

  static constexpr std::uint32_t no_listing = 0xFFFF'FFFF;
  const Vocabulary* vocabulary_;
  const Register* twin_ = nullptr;  // see share_texts_of()
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
  Stated<ListingEntry> listings_;
  std::vector<std::uint32_t> last_listing_;  // by activity: index in listings_, or no_listing
  std::vector<std::uint32_t>
      listing_before_;                      // by listing: that of the same activity before it, or no_listing
  std::vector<VersionIndex> last_version_;  // by activity
  Stated<MergeEntry> merges_;
  boost::unordered_flat_map<ActivityIndex, std::vector<std::uint32_t>>
      merges_of_;  // by either activity: indices in merges_
  FactTables facts_;
  std::map<std::string, std::uint64_t, std::less<>> events_of_;  // by stream, those of activities apart
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
  bool holds(const Stretch& stretch) const { return stretch.holds(n_); }
  // Versions from this one on are later than the view.
  VersionIndex end() const;
  // The version of the activity that is current; none when there is none. An activity that was merged into
  // another has none of its own: see survivor_of().
  std::optional<VersionIndex> version_of(ActivityIndex activity) const;
  // The activity itself, or the one that it was merged into, however often.
  ActivityIndex survivor_of(ActivityIndex activity) const;
  // The activities that were merged into this one, however often.
  std::vector<ActivityIndex> given_up_for(ActivityIndex activity) const;
  // How annexes list the activity and those merged into it, in the order of recording.
  std::vector<ListingEntry> listings_of(ActivityIndex activity) const;
  // Of the whole register; the activity of each is the one that survives.
  template <class Each>
  void for_each_listing(Each each) const {
    for (const ListingEntry& listing : register_->listings())
      if (holds(listing)) each(listing, survivor_of(listing.activity));
  }
  // The facts of that type that hold, in the order in which they were stated.
  template <class T>
  std::vector<const Fact<T>*> facts() const {
    std::vector<const Fact<T>*> held;
    for (const Fact<T>& fact : register_->facts<T>())
      if (holds(fact)) held.push_back(&fact);
    std::stable_sort(held.begin(), held.end(), [](auto* a, auto* b) { return a->position < b->position; });
    return held;
  }

 private:
  const MergeEntry* merge_of(ActivityIndex given_up) const;
  void add_listings(std::vector<ListingEntry>& listings, ActivityIndex activity) const;

  const Register* register_;
  EventCount n_;
};

}  // namespace daybook
