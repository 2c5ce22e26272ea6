#include <set>

#include "daybook/projections/facets.h"

#include "tests/story.h"

namespace daybook::labels_test {

using namespace story;

namespace {

std::string read(Facet facet, const std::string& text) {
  const auto value = read_facet_value(facet, text, vocabulary());
  return value ? *value : code_of(value);
}

}  // namespace

TEST_CASE("every facet has a name of its own in both languages") {
  for (const Language language : {Language::zh, Language::en}) {
    std::set<std::string> names;
    for (std::size_t i = 0; i < facet_names.size(); ++i)
      names.insert(label(static_cast<Facet>(i), language));
    CHECK(names.size() == facet_names.size());
  }
  CHECK(label(Facet::region, Language::en) == "Regional group served");
  CHECK(label(Facet::host_region, Language::en) == "Regional group of the host State");
}

TEST_CASE("values are called by their names") {
  struct Name {
    Facet facet;
    std::string value;
    std::string zh;
    std::string en;
  };
  for (const Name& name : {
           Name{Facet::organizer, "osce", "欧安组织", "Organization for Security and Cooperation in Europe"},
           Name{Facet::state, "TUR", "土耳其", "Türkiye"},
           Name{Facet::host_state, "CZE", "捷克", "Czechia"},
           Name{Facet::region, "GRULAC", "拉丁美洲和加勒比集团", "Latin American and Caribbean States"},
           Name{Facet::kind, "joint-visit", "联合访问", "Joint visit"},
           Name{Facet::mode, "video", "委员会以视频方式参与", "The Committee by video"},
           Name{Facet::audience, "parliamentarians", "议员", "Parliamentarians"},
           Name{Facet::support, "", "未注明", "no mark"},
           Name{Facet::role, "took-part", "参加", "Took part"},
           Name{Facet::annex, "xviii", "附件XVIII", "annex XVIII"},
           Name{Facet::year, "2019", "2019", "2019"},
           Name{Facet::month, "2019-07", "2019-07", "2019-07"},
           Name{Facet::state, "ZZZ", "ZZZ", "ZZZ"},
       }) {
    CHECK(label(name.facet, name.value, Language::zh, vocabulary()) == name.zh);
    CHECK(label(name.facet, name.value, Language::en, vocabulary()) == name.en);
  }
}

TEST_CASE("what a value is called is read back as that value") {
  const Register& reg = published().reg;
  Facets facets(reg);
  for (std::size_t i = 0; i < facet_names.size(); ++i) {
    const auto facet = static_cast<Facet>(i);
    if (facet == Facet::annex) continue;  // 附件XVIII is given as xviii
    for (const std::string& value : facets.at(reg.now(), facet).values)
      for (const Language language : {Language::zh, Language::en}) {
        const std::string name = label(facet, value, language, vocabulary());
        CAPTURE(name);
        CHECK(read(facet, name) == value);
        if (!value.empty()) CHECK(read(facet, value) == value);
      }
  }
}

TEST_CASE("values are read as people write them") {
  CHECK(read(Facet::organizer, " OSCE ") == "osce");
  CHECK(read(Facet::organizer, "海关组织") == "wco");
  CHECK(read(Facet::state, "Turkey") == "TUR");
  CHECK(read(Facet::region, "afr") == "AFR");
  CHECK(read(Facet::kind, "Peer Review") == "peer-review");
  CHECK(read(Facet::support, "none") == "");
  CHECK(read(Facet::support, "-") == "");
  CHECK(read(Facet::annex, "XIX") == "xix");
  CHECK(read(Facet::month, "2019-07") == "2019-07");
}

TEST_CASE("what is no value of the facet is refused") {
  CHECK(read(Facet::organizer, "欧安组只") == "E-ORGANIZATION");
  CHECK(read(Facet::state, "Atlantis") == "E-STATE");
  CHECK(read(Facet::region, "Europe") == "E-VALUE");
  CHECK(read(Facet::kind, "party") == "E-VALUE");
  CHECK(read(Facet::year, "19") == "E-VALUE");
  CHECK(read(Facet::year, "2019-07") == "E-VALUE");
  CHECK(read(Facet::month, "2019-13") == "E-VALUE");
  CHECK(read(Facet::month, "2019") == "E-VALUE");
  CHECK(read(Facet::annex, "xvii") == "E-VALUE");
  CHECK(read(Facet::support, "e") == "E-VALUE");
  CHECK(told(read_facet_value(Facet::support, "e", vocabulary())).find("one of: c, d, none") !=
        std::string::npos);
}

TEST_CASE("a condition is a facet and one value or several") {
  const auto values = [](const char* text) { return take(read_condition(text, vocabulary())).values; };
  using Values = std::vector<std::string>;
  CHECK(values("organizer=osce") == Values{"osce"});
  CHECK(values(" organizer = 欧安组织 , NATO ") == Values{"osce", "nato"});
  CHECK(values("year=2019,2020,2021") == Values{"2019", "2020", "2021"});
  CHECK(values("support=none,c") == Values{"", "c"});
  // A name with a comma in it is one value.
  CHECK(values("organizer=Security Council Committee pursuant to resolutions 1267 (1999), 1989 (2011) and "
               "2253 (2015) "
               "concerning Islamic State in Iraq and the Levant (Da'esh), Al-Qaida and associated "
               "individuals, groups, "
               "undertakings and entities") == Values{"committee-1267"});
}

TEST_CASE("what is no condition is refused") {
  const auto code = [](const char* text) { return code_of(read_condition(text, vocabulary())); };
  CHECK(code("organizer") == code_of(ErrorCode::usage));
  CHECK(code("") == code_of(ErrorCode::usage));
  CHECK(code("place=vienna") == code_of(ErrorCode::facet));
  CHECK(code("organizer=") == code_of(ErrorCode::organization));
  CHECK(code("organizer=osce,") == code_of(ErrorCode::organization));
  CHECK(code("kind=visit,party") == code_of(ErrorCode::value));
}

}  // namespace daybook::labels_test
