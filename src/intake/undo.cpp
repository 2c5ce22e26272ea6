#include "undo.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "daybook/log/lookup.h"

namespace daybook {

namespace {

tl::unexpected<Failure> in_the_way(const Envelope& event, std::uint64_t by_position, const Envelope& by) {
  return fail(ErrorCode::conflict,
              fmt::format("{} of {} cannot be undone: {} at position {} builds on it", event.type,
                          event.stream, by.type, by_position),
              fmt::format("undo that first: daybook undo {}", by_position));
}

tl::unexpected<Failure> no_longer(const Envelope& event) {
  return fail(ErrorCode::conflict, fmt::format("{} of {} does not hold any more", event.type, event.stream),
              "it was taken back already");
}

// The fields that an amendment names.
std::set<std::size_t> fields_of(const Envelope& event) {
  std::set<std::size_t> fields;
  const auto amended = decode<ActivityAmended>(event.data.bytes);
  const auto patch = amended ? split<ActivityRecorded>(amended->patch.bytes)
                             : result<Slices<ActivityRecorded>>(Slices<ActivityRecorded>{});
  for (std::size_t i = 0; patch && i < patch->size(); ++i)
    if (!(*patch)[i].empty()) fields.insert(i);
  return fields;
}

bool share(const std::set<std::size_t>& a, const std::set<std::size_t>& b) {
  return std::any_of(a.begin(), a.end(), [&](std::size_t field) { return b.contains(field); });
}

}  // namespace

result<std::vector<UndoneEvent>> Undo::plan(std::string_view event_or_batch) {
  const auto found = find_events(log_, event_or_batch);
  if (!found) return fail(found.error());
  if (auto done = read(*found); !done) return fail(done.error());
  leave_out_undone();
  std::vector<UndoneEvent> undone;
  for (auto target = targets_.rbegin(); target != targets_.rend(); ++target) {
    auto back = take_back(target->first, target->second);
    if (!back) return fail(back.error());
    undone.push_back(std::move(*back));
  }
  return undone;
}

result<void> Undo::read(const std::vector<Position>& targets) {
  const auto reader = log_.reader();
  if (!reader) return fail(reader.error());
  std::set<std::string> streams;
  return (*reader)->read(targets.front(), Position{register_.size()},
                         [&](Position at, std::string_view bytes) -> result<void> {
                           auto event = decode_envelope(bytes);
                           if (!event) return fail(event.error());
                           if (std::binary_search(targets.begin(), targets.end(), at)) {
                             streams.insert(event->stream);
                             targets_.emplace(at.value, std::move(*event));
                           } else if (streams.contains(event->stream)) {
                             later_.emplace(at.value, std::move(*event));
                           }
                           return {};
                         });
}

void Undo::leave_out_undone() {
  for (auto at = later_.end(); at != later_.begin();) {
    --at;
    const Envelope& event = at->second;
    const bool was_undone = undone_.contains(event.id);
    const bool undoes = !was_undone && event.source == undo_source;
    if (undoes) undone_.insert(event.supersedes.begin(), event.supersedes.end());
    if (was_undone || undoes) at = later_.erase(at);
  }
}

result<void> Undo::check_later(std::uint64_t position, const Envelope& event) const {
  for (const auto& [at, later] : later_)
    if (at > position && later.stream == event.stream) return in_the_way(event, at, later);
  return {};
}

// An edition names the rows that it lists; they cannot go while it stands.
template <class Listing>
result<void> Undo::check_editions(const Envelope& event) const {
  const auto listing = decode<Listing>(event.data.bytes);
  if (!listing) return fail(listing.error());
  for (const auto* edition : register_.now().facts<EditionPublished>())
    if (edition->data.annex == listing->annex && edition->data.document == listing->document &&
        !is_target(edition->position))
      return fail(
          ErrorCode::conflict,
          fmt::format("row {} of annex {} cannot be taken back: the edition of {} at position {} lists it",
                      listing->row, listing->annex, edition->data.document, edition->position),
          fmt::format("undo that first: daybook undo {}", edition->position));
  return {};
}

result<ActivityAmended> Undo::amendment_back(std::uint64_t position, const Envelope& event) const {
  const auto fields = fields_of(event);
  for (const auto& [at, later] : later_)
    if (at > position && later.stream == event.stream &&
        (later.type != ActivityAmended::type || share(fields, fields_of(later))) &&
        later.type != ActivityListed::type)
      return in_the_way(event, at, later);
  const auto& from = register_.versions().from;
  const auto made = std::lower_bound(from.begin(), from.end(), position);
  if (made == from.end() || *made != position) return no_longer(event);
  const auto after = static_cast<VersionIndex>(made - from.begin());
  auto patch = patch_between(encode(register_.version(after).activity),
                             encode(register_.version(register_.versions().before[after]).activity));
  if (!patch) return fail(patch.error());
  return ActivityAmended{{std::move(*patch)}};
}

result<UndoneEvent> Undo::take_back(std::uint64_t position, const Envelope& event) const {
  if (undone_.contains(event.id) || register_.fact_holds(static_cast<EventCount>(position)) == false)
    return no_longer(event);
  UndoneEvent undone{event.id, event.stream, FactWithdrawn{static_cast<std::int64_t>(position)}};
  if (event.type == ActivityAmended::type) {
    auto back = amendment_back(position, event);
    if (!back) return fail(back.error());
    undone.by = std::move(*back);
  } else if (event.type == ActivityRecorded::type || event.type == ActivityReinstated::type) {
    if (auto free = check_later(position, event); !free) return fail(free.error());
    undone.by = ActivityWithdrawn();
  } else if (event.type == ActivityWithdrawn::type) {
    if (auto free = check_later(position, event); !free) return fail(free.error());
    undone.by = ActivityReinstated();
  } else if (event.type == FactWithdrawn::type) {
    const auto data = decode<FactWithdrawn>(event.data.bytes);
    if (!data) return fail(data.error());
    undone.by = FactReinstated{data->position};
  } else if (event.type == FactReinstated::type) {
    const auto data = decode<FactReinstated>(event.data.bytes);
    if (!data) return fail(data.error());
    undone.by = FactWithdrawn{data->position};
  } else if (event.type == ActivityListed::type) {
    if (auto free = check_editions<ActivityListed>(event); !free) return fail(free.error());
  } else if (event.type == RowListed::type) {
    if (auto free = check_editions<RowListed>(event); !free) return fail(free.error());
  }
  return undone;
}

}  // namespace daybook
