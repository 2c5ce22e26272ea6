#include "src/log/append_request.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_set>

#include <boost/unordered/unordered_flat_map.hpp>
#include <fmt/format.h>

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

}  // namespace

result<std::vector<EventId>> ids_of(std::span<const NewEvent> events) {
  std::vector<EventId> ids;
  ids.reserve(events.size());
  for (const NewEvent& event : events) {
    const auto id = event_id(event.id);
    if (!id) return fail(id.error());
    ids.push_back(*id);
  }
  // Ids that are made one after the other ascend.
  if (std::ranges::adjacent_find(ids, std::greater_equal()) == ids.end()) return ids;
  std::unordered_set<EventId, EventIdHash> different;
  different.reserve(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (!different.insert(ids[i]).second)
      return fail(ErrorCode::id_reused, fmt::format("the id {} stands twice in one append", events[i].id));
  return ids;
}

result<Streams> match_streams(std::span<const Expectation> expectations, std::span<const NewEvent> events) {
  boost::unordered_flat_map<std::string_view, std::size_t> places;
  places.reserve(expectations.size());
  for (const auto& expectation : expectations)
    if (!places.try_emplace(expectation.stream, places.size()).second)
      return fail(ErrorCode::event,
                  fmt::format("stream {} has two expectations in one append", expectation.stream));
  Streams streams;
  streams.last.resize(expectations.size());
  streams.written.resize(expectations.size());
  streams.of_event.reserve(events.size());
  for (const auto& event : events) {
    const auto place = places.find(event.stream);
    if (place == places.end())
      return fail(ErrorCode::event,
                  fmt::format("stream {} is written to without an expectation", event.stream));
    streams.of_event.push_back(place->second);
    streams.written[place->second] = 1;
  }
  return streams;
}

}  // namespace daybook
