// The real log against a naive one in memory, with random operations.
#include <algorithm>
#include <map>
#include <optional>
#include <random>

#include "daybook/log/sha256.h"

#include "src/log/merkle.h"
#include "tests/log/temp_log.h"

namespace daybook::log_model_test {

using namespace test;
using Numbers = std::vector<std::uint64_t>;

namespace {

// Says of each append what the format says, in the plainest way.
class NaiveLog {
 public:
  // The name of the error, or "no error" and the positions.
  std::pair<std::string, Numbers> append(const std::vector<Expectation>& expectations,
                                         const std::vector<NewEvent>& events, Instant now) {
    for (const auto& event : events)
      if (event.actor.empty()) return {"E-EVENT", {}};
    for (std::size_t i = 0; i < events.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (events[i].id == events[j].id) return {"E-ID-REUSED", {}};
    Numbers known;
    for (const auto& event : events)
      for (std::size_t i = 0; i < stored_.size(); ++i)
        if (stored_[i].id == event.id) {
          if (stored_[i].data != event.data || stored_[i].stream != event.stream) return {"E-ID-REUSED", {}};
          known.push_back(i);
        }
    if (!known.empty())
      return known.size() == events.size() ? std::pair{"no error", known}
                                           : std::pair{"E-ID-REUSED", Numbers{}};
    if (!std::ranges::all_of(expectations, [&](const auto& e) { return holds(e); }))
      return {"E-REVISION", {}};
    time_ = std::max(time_, now);
    for (const auto& event : events) {
      known.push_back(stored_.size());
      revisions_.push_back(count(event.stream));
      times_.push_back(time_);
      stored_.push_back(event);
    }
    return {"no error", known};
  }

  std::uint64_t count(const std::string& stream) const {
    return static_cast<std::uint64_t>(std::ranges::count(stored_, stream, &NewEvent::stream));
  }
  std::size_t size() const { return stored_.size(); }
  const NewEvent& at(std::size_t i) const { return stored_[i]; }

  std::string bytes(std::size_t i) const {
    const NewEvent& e = stored_[i];
    return fmt::format(R"({{"actor":"{}","data":{},"id":"{}","recorded_at":"{}","revision":{},"source":"{}",)"
                       R"("stream":"{}","type":"{}","type_version":{}}})",
                       e.actor, e.data, e.id, times_[i].text(), revisions_[i], e.source, e.stream, e.type,
                       e.type_version);
  }

  Hash root(std::size_t first, std::size_t end) const {
    if (end == first) return sha256({});
    if (end - first == 1) return leaf_hash(bytes(first));
    std::size_t split = 1;
    while (split * 2 < end - first)
      split *= 2;
    return node_hash(root(first, first + split), root(first + split, end));
  }

 private:
  bool holds(const Expectation& expectation) const {
    const auto events = count(expectation.stream);
    switch (expectation.kind) {
      case Expectation::Kind::none_yet:
        return events == 0;
      case Expectation::Kind::exactly:
        return events == expectation.revision.value + 1;
      case Expectation::Kind::exists:
        return events > 0;
      default:
        return true;
    }
  }

  std::vector<NewEvent> stored_;
  std::vector<std::uint64_t> revisions_;
  std::vector<Instant> times_;
  Instant time_;
};

class Round {
 public:
  explicit Round(std::uint32_t seed) : chance_(seed) {
    logs_.push_back(take(EventLog::create(file_, clock_)));
    logs_.push_back(take(EventLog::open(file_, clock_)));
  }

  void run(int steps) {
    for (int i = 0; i < steps; ++i) {
      CAPTURE(i);
      if (below(10) == 0) logs_[below(2)] = take(EventLog::open(file_, clock_));
      clock_.now->microseconds += static_cast<std::int64_t>(below(2'000'000)) - 700'000;
      append_something();
    }
    compare();
  }

 private:
  std::size_t below(std::size_t bound) { return chance_() % bound; }
  std::string some_stream() { return fmt::format("activity/{}", below(4)); }

  NewEvent some_event() {
    const std::size_t kind = below(40);
    if (kind < 6 && naive_.size() > 0) {
      NewEvent known = naive_.at(below(naive_.size()));
      if (kind == 0) known.data = R"({"title":{"en":"changed"}})";
      if (kind == 1) known.stream = some_stream();
      return known;
    }
    NewEvent made = event(some_stream(), std::string(below(300), 'x'));
    if (kind == 39) made.actor.clear();
    return made;
  }

  Expectation some_expectation(const std::string& stream) {
    const std::uint64_t last = naive_.count(stream);
    if (below(5) == 0) return {stream, static_cast<Expectation::Kind>(below(4)), {below(3)}};
    return last == 0 ? none_yet(stream) : exactly(stream, last - 1);
  }

  void append_something() {
    std::vector<NewEvent> events;
    if (below(5) == 0 && !last_append_.empty())
      events = last_append_;
    else
      for (std::size_t count = 1 + below(4); count > 0; --count)
        events.push_back(some_event());
    std::map<std::string, Expectation> expectations;
    for (const auto& e : events)
      expectations.try_emplace(e.stream, some_expectation(e.stream));
    std::vector<Expectation> list;
    for (const auto& [stream, expectation] : expectations)
      list.push_back(expectation);

    const auto [expected, positions_expected] = naive_.append(list, events, *clock_.now);
    const auto real = append(logs_[below(2)], list, events);
    REQUIRE(code_of(real) == expected);
    if (real) REQUIRE(positions(real) == positions_expected);
    if (real) last_append_ = events;
  }

  void compare() {
    for (auto& log : logs_) {
      const auto head = take(log.head());
      REQUIRE(head.size == naive_.size());
      REQUIRE(head.root == naive_.root(0, naive_.size()));
      const auto stored = read(log);
      REQUIRE(stored.size() == naive_.size());
      for (std::size_t i = 0; i < stored.size(); ++i)
        REQUIRE(stored[i] == naive_.bytes(i));
      for (int i = 0; i < 4; ++i) {
        const auto stream = fmt::format("activity/{}", i);
        const auto revision = take(log.revision_of(stream));
        REQUIRE((revision ? revision->value + 1 : 0) == naive_.count(stream));
      }
    }
  }

  std::mt19937 chance_;
  TempFolder folder_{fast_folder()};
  std::string file_ = folder_.file("log");
  Clock clock_;
  std::vector<EventLog> logs_;  // two hands on one file
  NaiveLog naive_;
  std::vector<NewEvent> last_append_;
};

}  // namespace

TEST_CASE("Random appends: the log and a naive one agree on every answer and every byte") {
  const std::uint32_t first_seed = std::random_device()();
  for (std::uint32_t round = 0; round < 200; ++round) {
    const std::uint32_t seed = first_seed + round;
    CAPTURE(seed);
    Round(seed).run(12);
  }
}

}  // namespace daybook::log_model_test
