#include "daybook/events/decode_event.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/base/outcome.h"

namespace daybook::decode_event_test {

using namespace test;

namespace {

const std::string listed = R"({"annex":"xviii","cells":["2016年5月4日"],"document":"S/2022/899","row":1})";

}  // namespace

TEST_CASE("The catalogue has every event type once, in the order of their names") {
  std::vector<std::string> types;
  for_each_event_type([&]<class T>(std::type_identity<T>) { types.emplace_back(T::type); });
  CHECK(types == std::vector<std::string>{"action-plan-submitted",
                                          "activities-grouped",
                                          "activities-merged",
                                          "activity-amended",
                                          "activity-listed",
                                          "activity-recorded",
                                          "activity-reinstated",
                                          "activity-withdrawn",
                                          "assistance-answered",
                                          "assistance-requested",
                                          "contact-point-nominated",
                                          "coordinator-assigned",
                                          "document-issued",
                                          "edition-published",
                                          "expert-appointed",
                                          "fact-reinstated",
                                          "fact-withdrawn",
                                          "figure-published",
                                          "national-report-submitted",
                                          "row-listed"});
}

TEST_CASE("Every version of every event type has a golden file") {
  for_each_event_type([]<class T>(std::type_identity<T>) {
    for (std::int64_t version = 1; version <= T::type_version; ++version) {
      const std::string file = std::string(T::type) + ".v" + std::to_string(version) + ".json";
      CAPTURE(file);
      CHECK(std::filesystem::exists(std::string(DAYBOOK_PROJECT_DIR) + "/tests/events/golden/" + file));
    }
  });
}

TEST_CASE("Stored bytes become an event of their type") {
  const AnyEvent event = take(decode_event("activity-listed", 1, listed));
  REQUIRE(std::holds_alternative<ActivityListed>(event));
  CHECK(std::get<ActivityListed>(event).document == "S/2022/899");
}

TEST_CASE("A type or a version that is not known is E-EVENT-TYPE, whatever its data: nothing is guessed") {
  struct Case {
    std::string type;
    std::int64_t version;
  };
  for (const auto& [type, version] :
       {Case{"activity-forgotten", 1}, Case{"activity-listed", 2}, Case{"activity-listed", 0},
        Case{"activity-listed", -1}, Case{"Activity-Listed", 1}, Case{"activity-listed ", 1}, Case{"", 1}})
    for (const std::string& data : {listed, std::string("{}"), std::string("no JSON")}) {
      CAPTURE(type);
      CAPTURE(version);
      CHECK(code_of(decode_event(type, version, data)) == ErrorCode::event_type);
    }
  CHECK(said(decode_event("activity-listed", 2, listed)) ==
        "E-EVENT-TYPE: this program does not know events of type \"activity-listed\", version 2 "
        "(use a newer version of daybook)");
}

TEST_CASE("Data that is not canonical is E-JSON, and data against the rules of its type E-EVENT") {
  CHECK(code_of(decode_event("activity-listed", 1, "")) == ErrorCode::json);
  CHECK(code_of(decode_event("activity-listed", 1, listed + " ")) == ErrorCode::json);
  CHECK(code_of(decode_event("edition-published", 1, listed)) == ErrorCode::json);
  CHECK(said(decode_event("activity-listed", 1,
                          R"({"annex":"xviii","cells":["x"],"document":"S/2022/899"})")) ==
        "E-JSON row: a member is missing");
  CHECK(said(decode_event("activity-listed", 1, R"({"annex":"xviii","document":"S/2022/899","row":1})")) ==
        "E-EVENT cells: a listing has the cells that are printed");
  CHECK(said(decode_event("activity-listed", 1,
                          R"({"annex":"xviii","cells":["x"],"dates":[["2016-02-30","2016-03-01"]],)"
                          R"("document":"S/2022/899","row":1})")) ==
        "E-DATE dates: there is no day 2016-02-30 (years run from 1900 to 2199)");
}

TEST_CASE("An event is checked as it is decoded, one after the other, whichever byte of it was changed") {
  for_each_event_type([]<class T>(std::type_identity<T>) {
    const std::string file = std::string(T::type) + ".v1.json";
    CAPTURE(file);
    std::ifstream in(std::string(DAYBOOK_PROJECT_DIR) + "/tests/events/golden/" + file);
    for (std::string golden; std::getline(in, golden);) {
      REQUIRE(check_event(T::type, 1, golden));
      for (std::size_t at = 0; at < golden.size(); ++at)
        for (const char byte : {'"', ',', ']', '}', '0', 'x'}) {
          std::string changed = golden;
          changed[at] = byte;
          const auto decoded = decode_event(T::type, 1, changed);
          const auto checked = check_event(T::type, 1, changed);
          REQUIRE(checked.has_value() == decoded.has_value());
          if (!checked) REQUIRE(said(checked) == said(decoded));
        }
    }
  });
  CHECK(code_of(check_event("activity-listed", 2, listed)) == ErrorCode::event_type);
  CHECK(code_of(check_event("moon-landed", 1, listed)) == ErrorCode::event_type);
}

}  // namespace daybook::decode_event_test
