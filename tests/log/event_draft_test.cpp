#include "src/log/event_draft.h"

#include "daybook/base/limits.h"

#include "tests/log/temp_log.h"

namespace daybook::event_draft_test {

using namespace test;

namespace {

std::string written(const NewEvent& from, std::uint64_t revision = 0) {
  auto draft = take(EventDraft::make(from));
  draft.seal(noon.text(), {revision});
  return draft.bytes();
}

NewEvent with_id(NewEvent from) {
  from.id = "0181f2d0-1234-7abc-8def-0123456789ab";
  return from;
}

}  // namespace

TEST_CASE("An event is written with sorted keys, and empty members are left out") {
  CHECK(
      written(with_id(event("activity/1")), 12) ==
      R"({"actor":"import","data":{"title":{"en":"Workshop"}},"id":"0181f2d0-1234-7abc-8def-0123456789ab",)"
      R"("recorded_at":"2022-06-02T12:00:00.000000Z","revision":12,"source":"S/2022/899, annex XVIII, row 1",)"
      R"("stream":"activity/1","type":"activity-recorded","type_version":1})");
}

TEST_CASE("What is written decodes to what was given") {
  auto given = event("activity/1");
  given.batch = "import-1";
  given.reason = "a \"quoted\" reason,\non two lines";
  given.supersedes = {make_uuid_v7(noon), make_uuid_v7(noon)};
  const auto envelope = take(decode_envelope(written(given, 3)));
  CHECK(envelope.batch == given.batch);
  CHECK(envelope.reason == given.reason);
  CHECK(envelope.supersedes == given.supersedes);
  CHECK(envelope.revision == 3);
  CHECK(envelope.recorded_at == noon.text());
  CHECK(envelope.data.bytes == given.data);
}

TEST_CASE("A text that looks like the envelope's own members misleads nobody") {
  auto given = event("activity/1");
  given.data = R"({"a":1,"recorded_at":"1970-01-01T00:00:00.000000Z","revision":0})";
  given.source = R"(,"recorded_at":"1970-01-01T00:00:00.000000Z","revision":0,)";
  const auto envelope = take(decode_envelope(written(given, 5)));
  CHECK(envelope.recorded_at == noon.text());
  CHECK(envelope.revision == 5);
  CHECK(envelope.data.bytes == given.data);
  CHECK(envelope.source == given.source);
}

TEST_CASE("The id becomes the UUID's sixteen bytes") {
  const EventId expected{0x01, 0x81, 0xf2, 0xd0, 0x12, 0x34, 0x7a, 0xbc,
                         0x8d, 0xef, 0x01, 0x23, 0x45, 0x67, 0x89, 0xab};
  CHECK(take(event_id("0181f2d0-1234-7abc-8def-0123456789ab")) == expected);
  CHECK(code_of(event_id("0181f2d0-1234-4abc-8def-0123456789ab")) == "E-EVENT");
}

TEST_CASE("Malformed events are refused, each with its code") {
  const auto code = [](auto change) {
    auto given = event("activity/1");
    change(given);
    return code_of(EventDraft::make(given));
  };
  CHECK(code([](NewEvent&) {}) == "no error");
  CHECK(code([](NewEvent& e) { e.id = "1"; }) == "E-EVENT");
  CHECK(code([](NewEvent& e) { e.id[0] = 'A'; }) == "E-EVENT");
  CHECK(code([](NewEvent& e) { e.stream = "activity"; }) == "E-EVENT");
  CHECK(code([](NewEvent& e) { e.type = "Activity"; }) == "E-EVENT");
  CHECK(code([](NewEvent& e) { e.type_version = 0; }) == "E-EVENT");
  CHECK(code([](NewEvent& e) { e.actor.clear(); }) == "E-EVENT");
  CHECK(code([](NewEvent& e) { e.source.clear(); }) == "E-EVENT");
  CHECK(code([](NewEvent& e) { e.supersedes = {"1"}; }) == "E-EVENT");
  CHECK(code([](NewEvent& e) { e.data.clear(); }) == "E-EVENT");
  CHECK(code([](NewEvent& e) { e.data = "[]"; }) == "E-EVENT");
  CHECK(code([](NewEvent& e) { e.data = R"({},"evil":1)"; }) == "E-EVENT");
  CHECK(code([](NewEvent& e) { e.data = R"({"a":1])"; }) == "E-JSON");
  CHECK(code([](NewEvent& e) { e.data = R"({ "a":1})"; }) == "E-JSON");
  CHECK(code([](NewEvent& e) { e.data = R"({"b":1,"a":1})"; }) == "E-JSON");
  CHECK(code([](NewEvent& e) { e.data = "{\"a\":\"e\xCC\x81\"}"; }) == "E-TEXT");  // not in NFC
  CHECK(code([](NewEvent& e) { e.data = "{\"a\":\"\xFF\"}"; }) == "E-TEXT");
  CHECK(code([](NewEvent& e) { e.actor = "\x01"; }) == "E-TEXT");
  CHECK(code([](NewEvent& e) { e.reason = "bell \x07"; }) == "E-TEXT");
  CHECK(code([](NewEvent& e) { e.data = R"({"a":")" + std::string(limits::event_bytes_max, 'x') + "\"}"; }) ==
        "E-LIMIT");
}

}  // namespace daybook::event_draft_test
