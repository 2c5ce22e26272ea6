#include "src/intake/undo.h"

#include "daybook/intake/corrections.h"
#include "daybook/log/lookup.h"

#include "tests/story.h"

namespace daybook::undo_test {

using namespace story;

namespace {

struct Office : Story {
  template <class Plan>
  std::string correct(Plan plan) {
    const Register reg = fold();
    Corrections corrections(log(), reg, {"officer", "因为", "firsthand", {}});
    const auto correction = plan(corrections);
    if (!correction) return told(correction);
    return told(log().append(correction->expectations, correction->events));
  }
  std::string undo(const std::string& what) {
    return correct([&](Corrections& corrections) { return corrections.undo(what); });
  }
  std::string amend(const std::string& id, const std::string& field, const std::string& words) {
    return correct([&](Corrections& corrections) {
      return corrections.amend(id, {{field, words}}, [](std::string_view, const Error&) {});
    });
  }
  std::string withdraw(const std::string& id) {
    return correct([&](Corrections& corrections) { return corrections.withdraw(id); });
  }
  // The activity as JSON; "-" when it does not stand.
  std::string state(const std::string& id) {
    const Register reg = fold();
    const auto version = reg.now().version_of(reg.find_activity(id).value());
    return version ? encode(reg.version(*version).activity) : "-";
  }
  std::string batch_at(std::uint64_t position) {
    return take(envelope_at(*take(log().reader()), Position{position})).batch;
  }
};

const std::string forum = "2023-vienna-1";

struct Recorded : Office {
  Recorded() { record(forum, made_activity("论坛", days("2023-03-01", "2023-03-02"))); }
};

}  // namespace

TEST_CASE("given two amendments of different fields, when the first is undone, then the second stands") {
  Recorded office;
  CHECK(office.amend(forum, "title", "大论坛") == "good");
  CHECK(office.amend(forum, "kind", "visit") == "good");
  CHECK(office.undo("1") == "good");
  const Register reg = office.fold();
  const auto activity = reg.version(reg.now().version_of(0).value()).activity;
  CHECK(activity.title.at("zh") == "论坛");
  CHECK(activity.kind == Kind::visit);
}

TEST_CASE(
    "an amendment that a later one of the same field builds on is not undone, and the later one is named") {
  Recorded office;
  CHECK(office.amend(forum, "title", "大论坛") == "good");
  CHECK(office.amend(forum, "title", "小论坛") == "good");
  CHECK(
      office.undo("1") ==
      "E-CONFLICT: activity-amended of activity/2023-vienna-1 cannot be undone: activity-amended at position "
      "2 builds on it (undo that first: daybook undo 2)");
  CHECK(office.undo("2") == "good");
  CHECK(office.undo("1") == "good");
  CHECK(office.size() == 5);
}

TEST_CASE("every correction can be undone, and the undo undone, and that again") {
  for (const std::string what : {"amend", "withdraw", "merge"}) {
    CAPTURE(what);
    Recorded office;
    office.record("2023-vienna-2", made_activity("讨论会", days("2023-04-01", "2023-04-01")));
    const std::string before = office.state(forum);
    if (what == "amend") CHECK(office.amend(forum, "title", "大论坛") == "good");
    if (what == "withdraw") CHECK(office.withdraw(forum) == "good");
    if (what == "merge")
      CHECK(office.correct([](Corrections& c) { return c.merge("2023-vienna-2", {forum}); }) == "good");
    const std::string after = office.state(forum);
    CHECK(after != before);
    CHECK(office.undo("2") == "good");
    CHECK(office.state(forum) == before);
    CHECK(office.undo("2").starts_with("E-CONFLICT"));
    CHECK(office.undo("3") == "good");
    CHECK(office.state(forum) == after);
    CHECK(office.undo(office.batch_at(4)) == "good");
    CHECK(office.state(forum) == before);
  }
}

TEST_CASE("given an import, when it is undone, then nothing of it stands; and undone again, all of it does") {
  Office office;
  const ImportReport report = office.import({records()});
  REQUIRE(report.good());
  CHECK(office.undo(report.batch) == "good");
  const Register undone = office.fold();
  CHECK(undone.now().facts<EditionPublished>().empty());
  for (ActivityIndex i = 0; i < undone.activity_count(); ++i)
    REQUIRE_FALSE(undone.now().version_of(i));
  CHECK(undone.size() == 2 * report.events);

  CHECK(office.undo(office.batch_at(report.events)) == "good");
  const Register again = office.fold();
  CHECK(again.now().facts<EditionPublished>().size() ==
        published().reg.now().facts<EditionPublished>().size());
  std::size_t standing = 0;
  for (ActivityIndex i = 0; i < again.activity_count(); ++i)
    standing += again.now().version_of(i) ? 1 : 0;
  CHECK(standing == published().reg.activity_count());
  CHECK(office.import({records()}).events == 0);
}

TEST_CASE("a row that an edition lists cannot go while the edition stands") {
  Office office;
  REQUIRE(office.import({records()}).good());
  CHECK(office.undo("1").find("the edition of S/2022/899") != std::string::npos);
}

TEST_CASE("what is not in the log cannot be undone") {
  Recorded office;
  CHECK(office.undo("7").starts_with("E-NOT-FOUND"));
  CHECK(office.undo("nobody").starts_with("E-NOT-FOUND"));
}

}  // namespace daybook::undo_test
