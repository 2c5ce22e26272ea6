#include "daybook/event/checks.h"

#include <string>
#include <vector>

#include "daybook/base/limits.h"

#include "tests/base/outcome.h"

namespace daybook::checks_test {

using namespace test;

namespace {

DateRange range(const char* first, const char* last) {
  return {take(CivilDate::parse_iso(first)), take(CivilDate::parse_iso(last))};
}

Party body(const std::string& organization) {
  Party party;
  party.organization = organization;
  return party;
}

Party body_of_state(const std::string& state, const std::string& text) {
  Party party;
  party.state = state;
  party.text = text;
  return party;
}

Place meeting(Mode mode, std::vector<std::string> states, const std::string& city = {}) {
  Place place;
  place.mode = mode;
  place.states = std::move(states);
  place.city = city;
  return place;
}

std::string of_dates(const std::vector<DateRange>& ranges) {
  return said(checks::dates(ranges));
}
std::string of_parties(const std::vector<Party>& parties) {
  return said(checks::parties("organizers", parties));
}
std::string of_states(const std::vector<std::string>& codes) {
  return said(checks::states("states", codes));
}

}  // namespace

TEST_CASE("Dates are in order of time, each range from its first day to its last") {
  CHECK(of_dates({range("2016-05-04", "2016-05-04")}) == "no error");
  CHECK(of_dates({range("2016-05-04", "2016-05-06"), range("2016-05-09", "2016-05-10")}) == "no error");
  CHECK(of_dates({range("2016-05-04", "2016-05-04"), range("2016-05-05", "2016-05-05")}) == "no error");
  CHECK(of_dates({}) == "E-EVENT dates: a date is needed");
  CHECK(of_dates({range("2016-05-04", "2016-05-03")}) ==
        "E-EVENT dates: 2016-05-04 to 2016-05-03 ends before it begins");
  CHECK(of_dates({range("2016-05-04", "2016-05-06"), range("2016-05-06", "2016-05-07")}) ==
        "E-EVENT dates: 2016-05-06 is out of order");
  CHECK(of_dates({range("2016-05-04", "2016-05-04"), range("2016-05-04", "2016-05-04")}) ==
        "E-EVENT dates: 2016-05-04 is out of order");
  CHECK(of_dates({range("2016-05-04", "2016-05-06"), range("2016-05-01", "2016-05-02")}) ==
        "E-EVENT dates: 2016-05-01 is out of order");
}

TEST_CASE("An activity has at most 64 ranges of dates") {
  std::vector<DateRange> ranges;
  const std::int32_t first = take(CivilDate::parse_iso("2016-01-01")).days_since_epoch();
  for (std::int32_t i = 0; ranges.size() < limits::date_ranges_max; ++i)
    ranges.push_back({CivilDate::from_days(first + i), CivilDate::from_days(first + i)});
  CHECK(of_dates(ranges) == "no error");
  ranges.push_back(range("2017-01-01", "2017-01-01"));
  CHECK(of_dates(ranges) == "E-LIMIT dates: at most 64 ranges of dates");
}

TEST_CASE("A party is an organization, or a State, a text, or a body of a State") {
  CHECK(of_parties({}) == "no error");
  CHECK(of_parties({body("osce"), body_of_state("CHN", ""), body_of_state("", "学者"),
                    body_of_state("CHN", "外交部")}) == "no error");
  const std::string neither = "E-EVENT organizers: a party is either an organization, or a State or a text";
  CHECK(of_parties({Party{}}) == neither);
  Party both = body("osce");
  both.state = "CHN";
  CHECK(of_parties({both}) == neither);
  both.state.clear();
  both.text = "外交部";
  CHECK(of_parties({body("oda"), both}) == neither);
}

TEST_CASE("A footnote mark of a party is c or d") {
  for (const std::string mark : {"", "c", "d"}) {
    Party party = body("oda");
    party.mark = mark;
    CHECK(of_parties({party}) == "no error");
  }
  for (const std::string mark : {"a", "C", "cd", " "}) {
    Party party = body("oda");
    party.mark = mark;
    CHECK(of_parties({party}) == "E-EVENT organizers: \"" + mark + "\" is not a footnote mark");
  }
}

TEST_CASE("Only a party that has one before it is joined to it") {
  Party joined = body("osce");
  for (const Relation relation : {Relation::slash, Relation::through, Relation::together, Relation::chaired,
                                  Relation::framework, Relation::both}) {
    joined.relation = relation;
    CHECK(of_parties({body("oda"), joined}) == "no error");
    CHECK(of_parties({joined, body("oda")}) ==
          "E-EVENT organizers: the first party cannot be joined to one before it");
  }
}

TEST_CASE("A list has at most 256 parties, and an error names the list") {
  std::vector<Party> parties(limits::parties_max, body("oda"));
  CHECK(of_parties(parties) == "no error");
  parties.push_back(body("oda"));
  CHECK(said(checks::parties("participants", parties)) == "E-LIMIT participants: at most 256 bodies");
}

TEST_CASE("A virtual meeting has no place, and every other has a State") {
  CHECK(said(checks::place(meeting(Mode::virtual_, {}))) == "no error");
  const std::string nowhere = "E-EVENT place: a virtual meeting has no State and no city";
  CHECK(said(checks::place(meeting(Mode::virtual_, {"AUT"}))) == nowhere);
  CHECK(said(checks::place(meeting(Mode::virtual_, {}, "vienna"))) == nowhere);
  for (const Mode mode : {Mode::in_person, Mode::hybrid, Mode::video}) {
    CHECK(said(checks::place(meeting(mode, {"AUT"}, "vienna"))) == "no error");
    CHECK(said(checks::place(meeting(mode, {"FRA", "CHE"}))) == "no error");
    CHECK(said(checks::place(meeting(mode, {}, "vienna"))) ==
          "E-EVENT place: a State is needed, unless the meeting is virtual");
  }
  CHECK(said(checks::place(meeting(Mode::hybrid, {"Austria"}))) ==
        "E-EVENT place: \"Austria\" is not an ISO 3166 alpha-3 code");
}

TEST_CASE("States are three capital letters each, none twice") {
  CHECK(of_states({}) == "no error");
  CHECK(of_states({"AUT", "CHN"}) == "no error");
  for (const std::string code : {"", "AU", "AUTX", "aut", "A1T", "奥"}) {
    CAPTURE(code);
    CHECK(of_states({"CHN", code}) == "E-EVENT states: \"" + code + "\" is not an ISO 3166 alpha-3 code");
  }
  CHECK(of_states({"AUT", "CHN", "AUT"}) == "E-EVENT states: AUT stands twice");
}

TEST_CASE("A title has a language, and no empty text") {
  CHECK(said(checks::title({{"zh", "访问"}})) == "no error");
  CHECK(said(checks::title({})) == "E-EVENT title: a title is needed");
  CHECK(said(checks::title({{"en", "Visit"}, {"zh", ""}})) == "E-EVENT title: a title is empty");
  CHECK(said(checks::title({{"", "Visit"}})) == "E-EVENT title: a title is empty");
}

TEST_CASE("An annex has a small Roman number, and a document its symbol") {
  CHECK(said(checks::annex_of_document("xviii", "S/2022/899")) == "no error");
  CHECK(said(checks::annex_of_document("iv", std::string(limits::id_bytes_max, 'x'))) == "no error");
  for (const std::string annex : {"", "18", "XVIII", "xviii ", "annex xviii"}) {
    CAPTURE(annex);
    CHECK(said(checks::annex_of_document(annex, "S/2022/899")) ==
          "E-EVENT annex: \"" + annex + "\" is not the number of an annex");
  }
  for (const std::string& document :
       std::vector<std::string>{"", "S/2022/ 899", std::string(limits::id_bytes_max + 1, 'x')}) {
    CAPTURE(document);
    CHECK(said(checks::annex_of_document("xviii", document)) ==
          "E-EVENT document: \"" + document + "\" is not a document symbol");
  }
}

}  // namespace daybook::checks_test
