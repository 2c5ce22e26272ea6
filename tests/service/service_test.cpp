#include "daybook/service/service.h"

#include <doctest/doctest.h>

#include "tests/story.h"

namespace daybook::service_test {

using namespace story;

namespace {

Service opened(const Folder& folder) {
  const std::string file = folder.file("log.db");
  if (!std::filesystem::exists(file)) take(Service::create_log(file));
  return take(Service::open(file, project_file("config/vocab")));
}

ActivityForm round_table() {
  ActivityForm form;
  form.dates = "2022年6月20日";
  form.place = "维也纳";
  form.title_zh = "圆桌会议";
  form.organizers = "欧安组织";
  form.kind = "outreach";
  form.audience = "member-states";
  return form;
}

}  // namespace

TEST_CASE(
    "an activity that was understood is recorded under the next id, and found by whoever opens the log "
    "after") {
  const Folder folder;
  std::vector<std::string> faults;
  {
    Service service = opened(folder);
    const auto understood = service.understand(
        round_table(), [&](std::string_view field, const Error&) { faults.emplace_back(field); });
    REQUIRE(understood);
    CHECK(faults.empty());
    CHECK(understood->alike.empty());
    CHECK(take(service.record(understood->activity, {"officer", "firsthand"})) == "2022-vienna-1");
  }
  Service again = opened(folder);
  CHECK(take(again.show("2022-Vienna-1", {}, {Format::json, Language::zh, 0})).text().find("圆桌会议") !=
        std::string::npos);
  const auto twin = again.understand(round_table(), [](std::string_view, const Error&) {});
  REQUIRE(twin);
  CHECK(twin->alike == std::vector<std::string>{"2022-vienna-1"});
}

TEST_CASE("every fault of a form is told with its field, and nothing is understood") {
  const Folder folder;
  const Service service = opened(folder);
  ActivityForm form = round_table();
  form.dates = "2022年2月30日";
  form.place = "维也那";
  form.kind = "meeting";
  std::vector<std::string> faults;
  CHECK_FALSE(service.understand(form, [&](std::string_view field, const Error& error) {
    faults.push_back(std::string(field) + " " + std::string(error_name(error.code)));
  }));
  CHECK(faults == std::vector<std::string>{"dates E-DATE", "place E-PLACE", "kind E-VALUE"});
}

TEST_CASE("two writers that saw the same log cannot both take an id") {
  const Folder folder;
  Service first = opened(folder);
  Service second = opened(folder);
  const auto understood = first.understand(round_table(), [](std::string_view, const Error&) {});
  REQUIRE(understood);
  CHECK(take(first.record(understood->activity, {"one", "firsthand"})) == "2022-vienna-1");
  CHECK(code_of(second.record(understood->activity, {"two", "firsthand"})) == code_of(ErrorCode::revision));
}

TEST_CASE("what is asked for and is not there is told with what there is") {
  const Folder folder;
  Service service = opened(folder);
  CHECK(told(service.annex({"xxx", "", {}}, {}, {})) ==
        "E-USAGE: there is no annex \"xxx\" in this program (one of: i, ii, iii, iv, v, vi, xviii, xix, xx, "
        "xxi, xxii)");
  CHECK(code_of(service.annex({"xviii", "S/2022/899", {}}, {}, {})) == code_of(ErrorCode::edition));
  CHECK(code_of(service.show("2016-vienna-1", {}, {})) == code_of(ErrorCode::not_found));
  CHECK(code_of(Service::create_log(folder.file("log.db"))) == code_of(ErrorCode::log_exists));
  CHECK(code_of(Service::open(folder.file("other.db"), project_file("config/vocab"))) ==
        code_of(ErrorCode::log_missing));
  CHECK(code_of(reference("nothing")) == code_of(ErrorCode::usage));
}

TEST_CASE("the same question has the same answer in every format, at every asking") {
  const Folder folder;
  {
    Service service = opened(folder);
    REQUIRE(take(service.import({records()}, by_officer())).good());
  }
  Service service = opened(folder);
  for (std::size_t format = 0; format < format_names.size(); ++format) {
    const Presentation presentation{static_cast<Format>(format), Language::zh, 100};
    CAPTURE(format_names[format]);
    const std::string once = take(service.annex({"xix", "", {}}, {}, presentation)).text();
    CHECK(once.find("应邀访问莱索托") != std::string::npos);
    CHECK(take(service.annex({"xix", "", {}}, {}, presentation)).text() == once);
    const CountQuestion by_kind{{Facet::kind}, {}, {}, false, Language::zh};
    CHECK(take(service.count(by_kind, {}, presentation)).text().find("156") != std::string::npos);
    CHECK(take(service.list({}, {}, presentation)).text().find("2018-malabo-1") != std::string::npos);
  }
}

}  // namespace daybook::service_test
