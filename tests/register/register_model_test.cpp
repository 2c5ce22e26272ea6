// The register against a model that replays every event from the first, with plain maps and no columns, no
// codes and no stretches. Every type of event is drawn, and the older version of what has one.
#include <map>
#include <random>
#include <set>

#include "tests/register/fed.h"

namespace daybook::register_model_test {

using namespace story;

namespace {

constexpr unsigned seeds = 1'000;
constexpr std::size_t activities_max = 6;
constexpr std::size_t events_a_seed = 50;

struct Event {
  std::string stream;
  AnyEvent data;
  std::optional<EditionPublishedV1> older = std::nullopt;  // how it is written, if not as `data`
};

void feed_event(Register& reg, const Event& event) {
  if (event.older)
    feed(reg, event.stream, *event.older);
  else
    std::visit([&](const auto& data) { feed(reg, event.stream, data); }, event.data);
}

std::string id_of(const std::string& stream) {
  return stream.substr(stream.find('/') + 1);
}

// What is so after the first n events, found by going through them from the beginning.
struct Model {
  struct Entry {
    ActivityRecorded activity;
    bool stands = true;
  };
  std::map<std::string, Entry> activities;
  std::map<std::int64_t, const Event*> stated;  // facts by position, whether or not they hold
  std::set<std::int64_t> held;

  static Model replay(const std::vector<Event>& events, std::size_t n) {
    Model model;
    for (std::size_t i = 0; i < n; ++i)
      model.apply(static_cast<std::int64_t>(i), events[i]);
    return model;
  }
  void apply(std::int64_t position, const Event& event) {
    const auto entry = [&]() -> Entry& { return activities.at(id_of(event.stream)); };
    std::visit(
        [&]<class Data>(const Data& data) {
          if constexpr (std::is_same_v<Data, ActivityRecorded>)
            activities[id_of(event.stream)] = {data, true};
          else if constexpr (std::is_same_v<Data, ActivityAmended>)
            entry().activity = take(amended(entry().activity, data));
          else if constexpr (std::is_same_v<Data, ActivityWithdrawn>)
            entry().stands = false;
          else if constexpr (std::is_same_v<Data, ActivityReinstated>)
            entry().stands = true;
          else if constexpr (std::is_same_v<Data, FactWithdrawn>)
            change(data.position, false);
          else if constexpr (std::is_same_v<Data, FactReinstated>)
            change(data.position, true);
          else {
            stated[position] = &event;
            change(position, true);
          }
        },
        event.data);
  }
  void change(std::int64_t position, bool holds) {
    if (holds)
      held.insert(position);
    else
      held.erase(position);
    const Event& event = *stated.at(position);
    if (std::holds_alternative<ActivitiesMerged>(event.data)) activities[id_of(event.stream)].stands = !holds;
  }
  std::string survivor_of(std::string id) const {
    for (bool moved = true; moved;) {
      moved = false;
      for (const std::int64_t position : held) {
        const Event& event = *stated.at(position);
        const auto* merged = std::get_if<ActivitiesMerged>(&event.data);
        if (merged == nullptr || id_of(event.stream) != id) continue;
        id = merged->into;
        moved = true;
        break;
      }
    }
    return id;
  }
  template <class Data>
  std::vector<std::int64_t> facts() const {
    std::vector<std::int64_t> found;
    for (const std::int64_t position : held)
      if (std::holds_alternative<Data>(stated.at(position)->data)) found.push_back(position);
    return found;
  }
  std::vector<std::int64_t> rows_of(const std::string& id) const {
    std::vector<std::int64_t> rows;
    for (const std::int64_t position : held) {
      const Event& event = *stated.at(position);
      const auto* listing = std::get_if<ActivityListed>(&event.data);
      if (listing != nullptr && survivor_of(id_of(event.stream)) == id) rows.push_back(listing->row);
    }
    return rows;
  }
};

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t n) { return engine_() % n; }
  template <class T>
  const T& of(const std::vector<T>& values) {
    return values[below(values.size())];
  }
  ActivityRecorded activity() {
    const auto first = CivilDate::from_days(static_cast<std::int32_t>(19'000 + below(400)));
    ActivityRecorded made = made_activity("第" + std::to_string(below(9)) + "次", {first, first});
    made.kind = static_cast<Kind>(below(6));
    made.organizers[0].organization = of<std::string>({"osce", "oda", "iaea", "unlirec"});
    if (below(2) == 0) made.states = {of<std::string>({"MNG", "PER", "KEN"})};
    return made;
  }

 private:
  std::mt19937 engine_;
};

// What the first line of that type's golden file says, with other numbers and days.
template <class Data>
Data made_fact(Random& random) {
  const std::string file = fmt::format("tests/events/golden/{}.v{}.json", Data::type, Data::type_version);
  const std::string examples = bytes_of(project_file(file));  // one a line
  Data made = take(decode<Data>(examples.substr(0, examples.find('\n'))));
  boost::mp11::mp_for_each<json::Members<Data>>([&](auto member) {
    auto& field = made.*member.pointer;
    using Field = std::remove_reference_t<decltype(field)>;
    const auto number = static_cast<std::int32_t>(1 + random.below(50));
    const Field before = field;
    if constexpr (std::is_same_v<Field, std::int64_t>) field = number;
    if constexpr (std::is_same_v<Field, CivilDate>) field = CivilDate::from_days(19'000 + number);
    if (!check(made)) field = before;  // a year is not just any number
  });
  return made;
}

// A statement about anything but activities, of any type there is.
Event draw_fact(Random& random) {
  const std::string stream =
      random.of<std::string>({"state/AFG", "document/S/2018/34", "edition/S/2023/1", "expert/7"});
  if (random.below(10) == 0) {
    const auto older = made_fact<EditionPublishedV1>(random);
    return Event{stream, upcast(older), older};
  }
  std::optional<Event> drawn;
  std::size_t number = random.below(boost::mp11::mp_size<FactTypes>::value);
  boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, FactTypes>>(
      [&]<class Data>(std::type_identity<Data>) {
        if constexpr (!std::is_same_v<Data, ActivitiesGrouped>)
          if (number == 0) drawn = Event{stream, made_fact<Data>(random)};
        --number;
      });
  return drawn ? *drawn : draw_fact(random);
}

// The next event, if the one that was drawn is possible after those before it.
std::optional<Event> draw(Random& random, const Model& now, std::size_t position) {
  std::vector<std::string> standing;
  std::vector<std::string> withdrawn;
  for (const auto& [id, entry] : now.activities)
    if (entry.stands)
      standing.push_back("activity/" + id);
    else if (now.survivor_of(id) == id)
      withdrawn.push_back("activity/" + id);
  const std::string fresh = "activity/2023-vienna-" + std::to_string(now.activities.size() + 1);
  const auto choice = random.below(11);
  if (standing.empty() || (choice < 2 && now.activities.size() < activities_max))
    return Event{fresh, random.activity()};
  const std::string stream = random.of(standing);
  const std::string other = random.of(standing);
  switch (choice) {
    case 3: {
      const auto patch =
          take(patch_between(encode(now.activities.at(id_of(stream)).activity), encode(random.activity())));
      return patch == "{}" ? std::nullopt : std::optional(Event{stream, ActivityAmended{{patch}}});
    }
    case 4:
      return Event{stream, ActivityWithdrawn()};
    case 5:
      return withdrawn.empty() ? std::nullopt
                               : std::optional(Event{random.of(withdrawn), ActivityReinstated()});
    case 6:
      return Event{stream, made_listing("S/2023/1", "xviii", static_cast<std::int64_t>(position) + 1)};
    case 7:
      if (stream == other) return std::nullopt;
      if (random.below(2) == 0) return Event{stream, ActivitiesMerged{id_of(other)}};
      return Event{stream, ActivitiesGrouped{{id_of(stream), id_of(other)}, Basis::inferred}};
    case 8:
    case 9:
      return draw_fact(random);
    default: {
      if (now.stated.empty()) return std::nullopt;
      auto fact = now.stated.begin();
      std::advance(fact, static_cast<std::ptrdiff_t>(random.below(now.stated.size())));
      const bool holds = now.held.contains(fact->first);
      const bool merge = std::holds_alternative<ActivitiesMerged>(fact->second->data);
      if (merge && now.activities.at(id_of(fact->second->stream)).stands == holds) return std::nullopt;
      if (holds) return Event{fact->second->stream, FactWithdrawn{fact->first}};
      // A merge that would lead back to itself is not let hold again.
      if (merge &&
          now.survivor_of(std::get<ActivitiesMerged>(fact->second->data).into) == id_of(fact->second->stream))
        return std::nullopt;
      return Event{fact->second->stream, FactReinstated{fact->first}};
    }
  }
}

// Both clocks: what is known after n events of what began in the period.
void compare(const Register& reg, const Model& model, EventCount n, std::int32_t from, std::int32_t to) {
  const View view = reg.at(n);
  std::multiset<std::string> expected;
  for (const auto& [id, entry] : model.activities) {
    const auto index = reg.find_activity(id);
    REQUIRE(index);
    const auto version = view.version_of(*index);
    REQUIRE(version.has_value() == entry.stands);
    if (version) REQUIRE(reg.version(*version).activity == entry.activity);
    REQUIRE(reg.activity_id(view.survivor_of(*index)) == model.survivor_of(id));
    std::vector<std::int64_t> rows;
    for (const ListingEntry& listing : view.listings_of(*index))
      rows.push_back(listing.row);
    if (model.survivor_of(id) == id) REQUIRE(rows == model.rows_of(id));
    const std::int32_t first = entry.activity.dates.front().first.days_since_epoch();
    if (entry.stands && from <= first && first <= to) expected.insert(id);
  }
  std::multiset<std::string> found;
  for (VersionIndex v = 0; v < view.end(); ++v)
    if (view.holds(v) && reg.versions().first_day[v] >= from && reg.versions().first_day[v] <= to)
      found.emplace(reg.activity_id(reg.versions().activity[v]));
  REQUIRE(found == expected);
  boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, FactTypes>>(
      [&]<class Data>(std::type_identity<Data>) {
        const auto facts = view.facts<Data>();
        const auto positions = model.facts<Data>();
        REQUIRE(facts.size() == positions.size());
        for (std::size_t i = 0; i < facts.size(); ++i) {
          const Event& event = *model.stated.at(positions[i]);
          REQUIRE(facts[i]->position == positions[i]);
          REQUIRE(facts[i]->stream == event.stream);
          REQUIRE(facts[i]->data == std::get<Data>(event.data));
        }
      });
}

void play(unsigned seed) {
  CAPTURE(seed);
  Random random(seed);
  Register reg(vocabulary());
  std::vector<Event> events;
  events.reserve(events_a_seed);  // the model points into it
  Model now;
  while (events.size() < events_a_seed) {
    auto event = draw(random, now, events.size());
    if (!event) continue;
    events.push_back(std::move(*event));
    feed_event(reg, events.back());
    now.apply(static_cast<std::int64_t>(events.size() - 1), events.back());
  }
  for (int i = 0; i < 6; ++i) {
    const std::size_t n = i == 0 ? events.size() : random.below(events.size() + 1);
    CAPTURE(n);
    const auto from = static_cast<std::int32_t>(19'000 + random.below(300));
    compare(reg, Model::replay(events, n), static_cast<EventCount>(n), from, from + 100);
  }
}

}  // namespace

TEST_CASE(
    "after any corrections, and known as of any position, the register says what a replay from zero says") {
  const unsigned base = std::random_device{}();
  MESSAGE("seeds " << base << " to " << base + (seeds - 1));
  for (unsigned i = 0; i < seeds; ++i)
    play(base + i);
}

}  // namespace daybook::register_model_test
