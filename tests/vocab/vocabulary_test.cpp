// The vocabulary that Daybook ships, config/vocab. What makes a vocabulary unusable is in load_test.cpp.
#include "daybook/vocab/vocabulary.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "daybook/base/limits.h"

#include "tests/base/outcome.h"

namespace daybook::vocabulary_test {

using namespace test;

namespace {

const Vocabulary& shipped() {
  static const Vocabulary vocabulary = take(Vocabulary::load(DAYBOOK_PROJECT_DIR "/config/vocab"));
  return vocabulary;
}

CivilDate day(const char* text) {
  return take(CivilDate::parse_iso(text));
}

bool is_id(std::string_view id) {
  return !id.empty() && id.size() <= limits::id_bytes_max &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

}  // namespace

TEST_CASE("The 193 members of the United Nations are known") {
  CHECK(shipped().states().size() == 193);
}

TEST_CASE("On 2 June 2022 the regional groups had 54, 54, 23, 33 and 29 members") {
  std::map<std::string, int> members;
  for (const State& state : shipped().states())
    ++members[std::string(shipped().region(state.iso3, day("2022-06-02")))];
  CHECK(members ==
        std::map<std::string, int>{{"AFR", 54}, {"APG", 54}, {"EEG", 23}, {"GRULAC", 33}, {"WEOG", 29}});
}

TEST_CASE("A State is called what it was called on the day") {
  struct Case {
    const char* iso3;
    const char* language;
    const char* on;
    const char* name;
  };
  for (const auto& [iso3, language, on, name] : {
           Case{"TUR", "en", "2016-05-04", "Turkey"},
           Case{"TUR", "en", "2022-06-01", "Turkey"},
           Case{"TUR", "en", "2022-06-02", "Türkiye"},
           Case{"TUR", "fr", "2022-06-01", "Turquie (la)"},
           Case{"TUR", "fr", "2022-06-02", "Türkiye"},
           Case{"TUR", "zh", "2022-06-01", "土耳其"},
           Case{"TUR", "zh", "2022-06-02", "土耳其"},
           Case{"SWZ", "en", "2018-04-18", "Swaziland"},
           Case{"SWZ", "en", "2018-04-19", "Eswatini"},
           Case{"MKD", "zh", "2019-02-11", "前南斯拉夫的马其顿共和国"},
           Case{"MKD", "zh", "2019-02-12", "北马其顿"},
           Case{"CZE", "zh", "2016-05-16", "捷克共和国"},
           Case{"CZE", "zh", "2016-05-17", "捷克"},
           Case{"CPV", "en", "2013-10-23", "Cape Verde"},
           Case{"CPV", "en", "2013-10-24", "Cabo Verde"},
           Case{"LBY", "en", "2011-09-15", "Libyan Arab Jamahiriya"},
           Case{"LBY", "en", "2011-09-16", "Libya"},
           Case{"BOL", "zh", "2009-03-17", "玻利维亚"},
           Case{"BOL", "zh", "2009-03-18", "多民族玻利维亚国"},
           Case{"SRB", "en", "2006-06-02", "Serbia and Montenegro"},
           Case{"SRB", "en", "2006-06-03", "Serbia"},
           Case{"AUT", "ru", "1900-01-01", "Австрия"},
           Case{"AUT", "ar", "2199-12-31", "النمسا"},
           Case{"SSD", "en", "2004-04-28",
                "South Sudan"},  // before it was a member: the nearest name there is
       }) {
    CAPTURE(iso3);
    CAPTURE(on);
    CHECK(shipped().state_name(iso3, language, day(on)) == name);
  }
}

TEST_CASE("A State that is not known is called by its code and is in no group") {
  CHECK(shipped().state_name("XKX", "zh", day("2022-06-02")) == "XKX");
  CHECK(shipped().state_name("TUR", "de", day("2022-06-02")) == "TUR");
  CHECK(shipped().region("XKX", day("2022-06-02")).empty());
  CHECK(shipped().state("XKX") == nullptr);
  CHECK(shipped().organization("no-such-body") == nullptr);
  CHECK(shipped().city("no-such-city") == nullptr);
}

TEST_CASE("States are known by their names of every time and language, their codes and aliases") {
  struct Case {
    const char* name;
    const char* iso3;
  };
  for (const auto& [name, iso3] : {
           Case{"英国", "GBR"},
           Case{"联合王国", "GBR"},
           Case{"大不列颠及北爱尔兰联合王国", "GBR"},
           Case{"UK", "GBR"},
           Case{"gbr", "GBR"},
           Case{"土耳其", "TUR"},
           Case{"Turkey", "TUR"},
           Case{"TÜRKIYE", "TUR"},
           Case{"Turquie (la)", "TUR"},
           Case{"Турция", "TUR"},
           Case{"ТУРЦИЯ", "TUR"},
           Case{"تركيا", "TUR"},
           Case{"Swaziland", "SWZ"},
           Case{"eSwatini", "SWZ"},
           Case{"Eswatini", "SWZ"},
           Case{" 捷克 共和国 ", "CZE"},
           Case{"捷克", "CZE"},
           Case{"former Yugoslav Republic of Macedonia", "MKD"},
       }) {
    CAPTURE(name);
    CHECK(take(shipped().state_id(name)) == iso3);
  }
}

TEST_CASE("Bodies and places are known by their names") {
  for (const char* name : {"欧安组织", "OSCE", "osce", "欧洲安全与合作组织",
                           "Organization for Security and Co-operation in Europe"}) {
    CAPTURE(name);
    CHECK(take(shipped().organization_id(name)) == "osce");
  }
  CHECK(take(shipped().organization_id("APG")) == "apg-aml");
  CHECK(take(shipped().city_id("维也纳")) == "vienna");
  CHECK(take(shipped().city_id("Wien")) == "vienna");
  CHECK(take(shipped().city_id("努尔苏丹")) == "astana");
}

TEST_CASE("What is not known is refused by its kind, with the names that are nearest") {
  const Error state = error_of(shipped().state_id("土尔其"));
  CHECK(state.code == ErrorCode::state);
  CHECK(state.sentence == "\"土尔其\" is not a known State");
  CHECK(state.hint.starts_with("did you mean 土耳其"));

  const Error body = error_of(shipped().organization_id("欧安组识"));
  CHECK(body.code == ErrorCode::organization);
  CHECK(body.sentence == "\"欧安组识\" is not a known body");
  CHECK(body.hint.starts_with("did you mean 欧安组织"));
  CHECK(error_of(shipped().organization_id("OSEC")).hint.starts_with("did you mean OSCE"));

  const Error place = error_of(shipped().city_id("维也那"));
  CHECK(place.code == ErrorCode::place);
  CHECK(place.sentence == "\"维也那\" is not a known place");
  CHECK(place.hint.starts_with("did you mean 维也纳"));
}

TEST_CASE("Nonsense is refused without an offer") {
  CHECK(said(shipped().state_id("zzzzzzzz")) ==
        "E-STATE: \"zzzzzzzz\" is not a known State (see config/vocab for those that are known)");
  CHECK(error_of(shipped().organization_id("量子纠缠")).hint == "see config/vocab for those that are known");
}

TEST_CASE("The longest name that a file may hold is refused within seconds") {
  const std::string name(limits::field_bytes_max, 'e');
  const auto before = std::chrono::steady_clock::now();
  CHECK(code_of(shipped().state_id(name)) == ErrorCode::state);
  CHECK(code_of(shipped().organization_id(name)) == ErrorCode::organization);
  CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(5));
}

TEST_CASE(
    "Every State has three capital letters, a number and periods that follow each other without a gap") {
  for (const State& state : shipped().states()) {
    CAPTURE(state.iso3);
    CHECK(state.iso3.size() == 3);
    CHECK(state.iso3.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos);
    CHECK(state.m49.size() == 3);
    CHECK(state.m49.find_first_not_of("0123456789") == std::string::npos);
    REQUIRE_FALSE(state.periods.empty());
    CHECK(state.periods.back().valid.last == day("2199-12-31"));
    for (std::size_t i = 1; i < state.periods.size(); ++i)
      CHECK(state.periods[i].valid.first.days_since_epoch() ==
            state.periods[i - 1].valid.last.days_since_epoch() + 1);
    CHECK(shipped().state(state.iso3) == &state);
  }
}

TEST_CASE(
    "Every body has an id of small letters, a printed name, and parents that are known and not itself") {
  CHECK(shipped().organizations().size() == 117);
  for (const Organization& body : shipped().organizations()) {
    CAPTURE(body.id);
    CHECK(is_id(body.id));
    CHECK_FALSE(body.zh.empty());
    CHECK_FALSE(body.en.empty());
    CHECK(shipped().organization(body.id) == &body);
    CHECK(take(shipped().organization_id(body.zh)) == body.id);
    for (const std::string& parent : body.parents) {
      CHECK(shipped().organization(parent) != nullptr);
      CHECK(parent != body.id);
    }
  }
}

TEST_CASE("Every city has an id of small letters, its names and a State that is known") {
  CHECK(shipped().cities().size() == 226);
  for (const City& city : shipped().cities()) {
    CAPTURE(city.id);
    CHECK(is_id(city.id));
    CHECK_FALSE(city.zh.empty());
    CHECK_FALSE(city.en.empty());
    CHECK(shipped().state(city.state) != nullptr);
    CHECK(shipped().city(city.id) == &city);
    CHECK(take(shipped().city_id(city.en)) == city.id);
  }
  CHECK(shipped().city("vienna")->alone);
  CHECK_FALSE(shipped().city("auckland")->alone);
}

TEST_CASE("The terms that the annexes abbreviate are known") {
  REQUIRE(shipped().terms().size() == 4);
  CHECK(shipped().terms()[0].zh == "《生物武器公约》");
  for (const Term& term : shipped().terms()) {
    CHECK(is_id(term.id));
    CHECK_FALSE(term.full_zh.empty());
  }
}

TEST_CASE("within an era every State has one name and is in one group, and each day lies in one") {
  const Eras eras = shipped().eras();
  CHECK(eras.of(day("1900-01-01")) == 0);
  CHECK(eras.of(day("2019-02-11")) + 1 == eras.of(day("2019-02-12")));  // 北马其顿
  const std::uint32_t last = eras.of(day("2199-12-31"));
  for (std::uint32_t era = 0; era <= last; ++era)
    CHECK(eras.of(eras.day_in(era)) == era);
  for (const State& state : shipped().states())
    for (std::size_t i = 1; i < state.periods.size(); ++i) {
      CAPTURE(state.iso3);
      CHECK(eras.of(state.periods[i - 1].valid.last) < eras.of(state.periods[i].valid.first));
    }
  CHECK(Eras({}).of(day("2016-05-04")) == 0);
  CHECK(Eras({}).of(Eras({}).day_in(0)) == 0);
}

}  // namespace daybook::vocabulary_test
