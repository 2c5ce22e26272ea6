#include "daybook/intake/corrections.h"

#include "tests/story.h"

namespace daybook::corrections_test {

using namespace story;

namespace {

// Two activities, recorded and known as 2023-vienna-1 and -2.
struct Office : Story {
  Office() {
    record("2023-vienna-1", made_activity("论坛", days("2023-03-01", "2023-03-02")));
    record("2023-vienna-2", made_activity("讨论会", days("2023-04-01", "2023-04-01")));
  }
  // Plans a correction against what the log holds now, and appends it; "good", or the code of the error.
  template <class Plan>
  std::string correct(Plan plan, Why why = {"officer", "因为", "firsthand", {}}) {
    const Register reg = fold();
    Corrections corrections(log(), reg, std::move(why));
    const auto correction = plan(corrections);
    if (!correction) return code_of(correction);
    if (correction->events.empty()) return "nothing";
    for (const NewEvent& event : correction->events) {
      CHECK(event.reason == "因为");
      CHECK(event.actor == "officer");
    }
    return code_of(log().append(correction->expectations, correction->events));
  }
  std::string amend(const std::string& id, const std::vector<FieldChange>& changes,
                    std::optional<std::uint64_t> if_revision = {}) {
    std::string faults;
    const auto outcome = correct(
        [&](Corrections& corrections) {
          return corrections.amend(id, changes, [&](std::string_view field, const Error& error) {
            faults += " " + std::string(field) + " " + code_of(error.code);
          });
        },
        {"officer", "因为", "firsthand", if_revision});
    return outcome + faults;
  }
  std::string withdraw(const std::string& id) {
    return correct([&](Corrections& corrections) { return corrections.withdraw(id); });
  }
  std::string reinstate(const std::string& id) {
    return correct([&](Corrections& corrections) { return corrections.reinstate(id); });
  }
  std::string merge(const std::string& survivor, const std::vector<std::string>& others) {
    return correct([&](Corrections& corrections) { return corrections.merge(survivor, others); });
  }
  std::string title(const std::string& id) {
    const Register reg = fold();
    const View now = reg.now();
    const auto version = now.version_of(now.survivor_of(reg.find_activity(id).value()));
    return version ? reg.version(*version).activity.title["zh"] : "-";
  }
};

}  // namespace

TEST_CASE("an amendment changes the fields that are named, and says what it supersedes") {
  Office office;
  CHECK(office.amend("2023-vienna-1",
                     {{"title", "大论坛"}, {"title-en", "Forum"}, {"organizers", "委员会"}}) == "good");
  const Register reg = office.fold();
  const auto activity = reg.version(reg.now().version_of(0).value()).activity;
  CHECK(activity.title == json::StringMap{{"en", "Forum"}, {"zh", "大论坛"}});
  CHECK(activity.role == Role::co_organized);
  CHECK(activity.dates == std::vector{days("2023-03-01", "2023-03-02")});
  CHECK(office.amend("2023-vienna-1", {{"title-en", ""}, {"title", "论坛"}}) == "good");
  CHECK(office.amend("2023-vienna-1", {{"title", "论坛"}}) == "nothing");
}

TEST_CASE("an amendment that cannot be read changes nothing, and tells every fault") {
  Office office;
  CHECK(office.amend("2023-vienna-1", {{"kind", "party"}, {"colour", "red"}, {"dates", "5/4/2016"}}) ==
        "E-VALUE kind E-VALUE colour E-USAGE dates E-DATE");
  CHECK(office.amend("2023-vienna-9", {{"kind", "visit"}}) == "E-NOT-FOUND");
  CHECK(office.size() == 2);
}

TEST_CASE("a correction without a reason is refused") {
  Office office;
  CHECK(office.correct([](Corrections& corrections) { return corrections.withdraw("2023-vienna-1"); },
                       {"officer", "  ", "firsthand", {}}) == "E-REQUIRED");
}

TEST_CASE("a writer who saw an older revision is told") {
  Office office;
  CHECK(office.amend("2023-vienna-1", {{"kind", "visit"}}, 0) == "good");
  CHECK(office.amend("2023-vienna-1", {{"kind", "other"}}, 0) == "E-REVISION");
  CHECK(office.amend("2023-vienna-1", {{"kind", "other"}}, 1) == "good");
}

TEST_CASE("who planned before another wrote to the stream is told") {
  Office office;
  const Register reg = office.fold();
  const auto planned =
      take(Corrections(office.log(), reg, {"officer", "因为", "firsthand", {}}).withdraw("2023-vienna-1"));
  CHECK(office.amend("2023-vienna-1", {{"kind", "visit"}}) == "good");
  CHECK(code_of(office.log().append(planned.expectations, planned.events)) == "E-REVISION");
}

TEST_CASE("what is withdrawn can be reinstated, once") {
  Office office;
  CHECK(office.reinstate("2023-vienna-1") == "E-CONFLICT");
  CHECK(office.withdraw("2023-vienna-1") == "good");
  CHECK(office.title("2023-vienna-1") == "-");
  CHECK(office.withdraw("2023-vienna-1") == "E-CONFLICT");
  CHECK(office.amend("2023-vienna-1", {{"kind", "visit"}}) == "E-CONFLICT");
  CHECK(office.reinstate("2023-vienna-1") == "good");
  CHECK(office.title("2023-vienna-1") == "论坛");
}

TEST_CASE("merged entries are one: corrections of either id reach the survivor") {
  Office office;
  CHECK(office.merge("2023-vienna-1", {"2023-vienna-1"}) == "E-CONFLICT");
  CHECK(office.merge("2023-vienna-1", {"2023-vienna-2", "2023-vienna-2"}) == "E-DUPLICATE");
  CHECK(office.merge("2023-vienna-1", {"2023-vienna-2"}) == "good");
  CHECK(office.title("2023-vienna-2") == "论坛");
  CHECK(office.amend("2023-vienna-2", {{"title", "大论坛"}}) == "good");
  CHECK(office.title("2023-vienna-1") == "大论坛");
  CHECK(office.reinstate("2023-vienna-2") == "E-CONFLICT");
}

TEST_CASE("a group has two activities that stand") {
  Office office;
  const auto group = [&](const std::vector<std::string>& ids) {
    return office.correct([&](Corrections& corrections) { return corrections.group(ids, Basis::inferred); });
  };
  CHECK(group({"2023-vienna-1"}) == "E-EVENT");
  CHECK(group({"2023-vienna-1", "2023-vienna-1"}) == "E-EVENT");
  CHECK(group({"2023-vienna-1", "2023-vienna-2"}) == "good");
  CHECK(office.fold().now().facts<ActivitiesGrouped>().size() == 1);
}

}  // namespace daybook::corrections_test
