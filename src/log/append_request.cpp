#include "src/log/append_request.h"

#include <string_view>
#include <system_error>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "daybook/base/limits.h"

namespace daybook {

namespace {

struct EventIdHash {
  // The last bytes of a UUIDv7 are random.
  std::size_t operator()(const EventId& id) const {
    std::size_t hash = 0;
    for (std::size_t i = 8; i < id.size(); ++i)
      hash = hash << 8 | id[i];
    return hash;
  }
};

// Which event of the append an error is about, where there is more than one.
tl::unexpected<Error> fail_at(Error error, std::span<const NewEvent> events, std::size_t at) {
  if (events.size() > 1 && error.hint.empty())
    error.hint = fmt::format("event {} of {}, id {}", at + 1, events.size(), events[at].id);
  return fail(std::move(error));
}

result<void> make_part(std::span<const NewEvent> events, Drafts& drafts, std::size_t first, std::size_t end) {
  for (std::size_t i = first; i < end; ++i) {
    auto draft = EventDraft::make(events[i]);
    if (!draft) return fail_at(draft.error(), events, i);
    drafts[i] = std::move(*draft);
  }
  return {};
}

}  // namespace

// Checking an event's text costs about as much as storing it, and no event needs another: two threads halve
// the time.
result<Drafts> make_drafts(std::span<const NewEvent> events) {
  constexpr std::size_t worth_a_thread = 512;
  if (events.size() > limits::batch_events_max)
    return fail(ErrorCode::limit, fmt::format("{} events are too many for one append; at most {} fit",
                                              events.size(), limits::batch_events_max));
  Drafts drafts(events.size());
  std::size_t half = events.size() < worth_a_thread ? events.size() : events.size() / 2;
  result<void> second_made;
  std::thread second;
  if (half < events.size()) try {
      second = std::thread([&, half] { second_made = make_part(events, drafts, half, events.size()); });
    } catch (const std::system_error&) {
      half = events.size();  // no thread is to be had: this one does it all
    }
  auto first_made = make_part(events, drafts, 0, half);
  if (second.joinable()) second.join();
  if (!first_made) return fail(first_made.error());
  if (!second_made) return fail(second_made.error());
  return drafts;
}

result<void> check_ids_differ(const Drafts& drafts, std::span<const NewEvent> events) {
  std::unordered_set<EventId, EventIdHash> ids;
  ids.reserve(drafts.size());
  for (std::size_t i = 0; i < drafts.size(); ++i)
    if (!ids.insert(drafts[i].id()).second)
      return fail(ErrorCode::id_reused, fmt::format("the id {} stands twice in one append", events[i].id));
  return {};
}

result<Streams> match_streams(std::span<const Expectation> expectations, std::span<const NewEvent> events) {
  std::unordered_map<std::string_view, std::size_t> places;
  places.reserve(expectations.size());
  for (const auto& expectation : expectations)
    if (!places.try_emplace(expectation.stream, places.size()).second)
      return fail(ErrorCode::event,
                  fmt::format("stream {} has two expectations in one append", expectation.stream));
  Streams streams;
  streams.last.resize(expectations.size());
  streams.of_event.reserve(events.size());
  for (const auto& event : events) {
    const auto place = places.find(event.stream);
    if (place == places.end())
      return fail(ErrorCode::event,
                  fmt::format("stream {} is written to without an expectation", event.stream));
    streams.of_event.push_back(place->second);
  }
  return streams;
}

}  // namespace daybook
