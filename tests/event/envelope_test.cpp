#include "daybook/event/envelope.h"

#include <string>

#include "daybook/base/limits.h"

#include "tests/base/outcome.h"

namespace daybook::envelope_test {

using namespace test;

namespace {

Envelope sound() {
  return {"import",
          "",
          {R"({"title":{"en":"Workshop"}})"},
          "0181f2d0-1234-7abc-8def-0123456789ab",
          "",
          "2022-06-02T12:00:00.000000Z",
          0,
          "S/2022/899, annex XVIII, row 1",
          "activity/2016-vienna-1",
          {},
          "activity-recorded",
          1};
}

// What the check says of a sound envelope that `change` has spoiled: "no error", or the code and the field.
template <class Change>
std::string fault(Change change) {
  Envelope envelope = sound();
  change(envelope);
  const auto checked = check_envelope(envelope, encode(envelope));
  if (checked) return "no error";
  return std::string(error_name(checked.error()->code)) + " " + checked.error()->place.field;
}

}  // namespace

TEST_CASE("A sound envelope passes, with all its members or the least") {
  CHECK(fault([](Envelope&) {}) == "no error");
  CHECK(fault([](Envelope& e) {
          e.batch = "0181f2d0-1234-7abc-8def-0123456789ac";
          e.reason = "a \"better\" date,\non two lines";
          e.revision = 12;
          e.supersedes = {"0181f2d0-1234-7abc-8def-0123456789aa"};
          e.type_version = 2;
        }) == "no error");
}

TEST_CASE("An envelope is read as it was written") {
  Envelope envelope = sound();
  envelope.supersedes = {"0181f2d0-1234-7abc-8def-0123456789aa"};
  envelope.reason = "维也纳";
  const std::string bytes = encode(envelope);
  CHECK(
      bytes ==
      R"({"actor":"import","data":{"title":{"en":"Workshop"}},"id":"0181f2d0-1234-7abc-8def-0123456789ab",)"
      R"("reason":"维也纳","recorded_at":"2022-06-02T12:00:00.000000Z","revision":0,)"
      R"("source":"S/2022/899, annex XVIII, row 1","stream":"activity/2016-vienna-1",)"
      R"("supersedes":["0181f2d0-1234-7abc-8def-0123456789aa"],"type":"activity-recorded","type_version":1})");
  CHECK(encode(take(decode_envelope(bytes))) == bytes);
}

TEST_CASE("The data end before the last id, whatever stands in them and behind") {
  for (const std::string data :
       {R"({})", R"({"place":{"text":"维也纳"},"id":"0181f2d0"})", R"({"title":{"en":"},\"id\":\""}})",
        R"({"list":[{"a":{"b":"c"},"id":"d"}]})"})
    for (const std::string source : {"firsthand", "},\"id\":\"", "}", "}}},"}) {
      CAPTURE(data);
      CAPTURE(source);
      Envelope envelope = sound();
      envelope.data.bytes = data;
      envelope.source = source;
      const std::string bytes = encode(envelope);
      const char* const at = bytes.data() + bytes.find("\"data\":") + 7;
      CHECK(EventData::past(at, bytes.data() + bytes.size()) == at + data.size());
      CHECK(take(decode_envelope(bytes)).data.bytes == data);
    }
}

TEST_CASE("Bytes that are no envelope are E-JSON") {
  for (const std::string bytes : {"", "{}", "[]", R"({"revision":0})", R"({"type_version":1,"revision":0})",
                                  R"({"revision":0,"type_version":1,"zeal":1})"}) {
    CAPTURE(bytes);
    CHECK(code_of(decode_envelope(bytes)) == ErrorCode::json);
  }
}

TEST_CASE("The id is a lower-case UUIDv7") {
  for (const std::string id :
       {"", "1", "0181F2D0-1234-7ABC-8DEF-0123456789AB", "0181f2d0-1234-4abc-8def-0123456789ab",
        "0181f2d0-1234-7abc-8def-0123456789ab "}) {
    CAPTURE(id);
    CHECK(fault([&](Envelope& e) { e.id = id; }) == "E-EVENT id");
    CHECK(fault([&](Envelope& e) { e.supersedes = {sound().id, id}; }) == "E-EVENT supersedes");
  }
}

TEST_CASE("A stream is a kind, a slash and an id, of visible ASCII") {
  for (const std::string stream :
       {"activity/2016-vienna-1", "edition/S/2022/899", "state/AUT", "group/1", "a/b"}) {
    CAPTURE(stream);
    CHECK(fault([&](Envelope& e) { e.stream = stream; }) == "no error");
  }
  for (const std::string stream : {"", "activity", "/1", "activity/", "activity/a b", "activity/\t",
                                   "activity/维也纳", "activity/\"", "activity/\\", "activity/\x7F"}) {
    CAPTURE(stream);
    CHECK(fault([&](Envelope& e) { e.stream = stream; }) == "E-EVENT stream");
  }
  const std::string longest = "a/" + std::string(limits::stream_bytes_max - 2, 'x');
  CHECK(fault([&](Envelope& e) { e.stream = longest; }) == "no error");
  CHECK(fault([&](Envelope& e) { e.stream = longest + "x"; }) == "E-EVENT stream");
}

TEST_CASE("A type is of small letters, digits and hyphens") {
  for (const std::string type :
       {"", "Activity", "activity_recorded", "activity recorded", "activité", "a/b"}) {
    CAPTURE(type);
    CHECK(fault([&](Envelope& e) { e.type = type; }) == "E-EVENT type");
  }
  CHECK(fault([&](Envelope& e) { e.type = std::string(limits::id_bytes_max, 'x'); }) == "no error");
  CHECK(fault([&](Envelope& e) { e.type = std::string(limits::id_bytes_max + 1, 'x'); }) == "E-EVENT type");
}

TEST_CASE("Versions are counted from 1 and revisions from 0") {
  CHECK(fault([](Envelope& e) { e.type_version = 0; }) == "E-EVENT type_version");
  CHECK(fault([](Envelope& e) { e.type_version = -1; }) == "E-EVENT type_version");
  CHECK(fault([](Envelope& e) { e.revision = -1; }) == "E-EVENT revision");
}

TEST_CASE("An event says who recorded it, when, and where it is taken from") {
  CHECK(fault([](Envelope& e) { e.actor.clear(); }) == "E-EVENT actor");
  CHECK(fault([](Envelope& e) { e.source.clear(); }) == "E-EVENT source");
  for (const std::string time : {"", "2022-06-02", "2022-06-02T12:00:00Z", "2022-02-30T12:00:00.000000Z"}) {
    CAPTURE(time);
    CHECK(fault([&](Envelope& e) { e.recorded_at = time; }) == "E-EVENT recorded_at");
  }
}

TEST_CASE("The data is one JSON object") {
  for (const std::string data : {"", "[]", "1", "\"{}\"", "{", "{}{}", "{} ", "{},\"evil\":1", R"({"a":1)"}) {
    CAPTURE(data);
    CHECK(fault([&](Envelope& e) { e.data.bytes = data; }) == "E-EVENT data");
  }
  CHECK(fault([](Envelope& e) { e.data.bytes = "{}"; }) == "no error");
}

TEST_CASE("An event is UTF-8 text in NFC") {
  CHECK(fault([](Envelope& e) { e.reason = "\xFF"; }) == "E-TEXT ");
  CHECK(fault([](Envelope& e) { e.actor = "e\xCC\x81"; }) == "E-TEXT ");
  CHECK(fault([](Envelope& e) { e.source = "del \x7F"; }) == "E-TEXT ");
  CHECK(fault([](Envelope& e) { e.data.bytes = "{\"a\":\"\xC2\x85\"}"; }) == "E-TEXT ");
}

TEST_CASE("An event of 65,535 bytes is taken, and one more is E-LIMIT before anything else is said") {
  Envelope envelope = sound();
  envelope.reason = "x";
  envelope.reason.append(limits::event_bytes_max - encode(envelope).size(), 'x');
  REQUIRE(encode(envelope).size() == limits::event_bytes_max);
  CHECK(said(check_envelope(envelope, encode(envelope))) == "no error");
  envelope.reason += 'x';
  envelope.type_version = 0;
  CHECK(said(check_envelope(envelope, encode(envelope))) ==
        "E-LIMIT: an event of 65536 bytes is too large; at most 65535 fit");
}

TEST_CASE("The data of an envelope that was decoded from its bytes is an object, or E-EVENT") {
  const auto checked = [](const std::string& data) {
    Envelope envelope = sound();
    envelope.data.bytes = data;
    const std::string bytes = encode(envelope);
    const Envelope decoded = take(decode_envelope(bytes));
    return check_decoded_envelope(decoded, bytes);
  };
  CHECK(checked(R"({"title":{"en":"Workshop"}})"));
  CHECK(code_of(checked("[]")) == ErrorCode::event);
  CHECK(code_of(checked("\"text\"")) == ErrorCode::event);
  CHECK(code_of(checked("{\"text\":\"\x7F\"}")) == ErrorCode::text);
}

}  // namespace daybook::envelope_test
