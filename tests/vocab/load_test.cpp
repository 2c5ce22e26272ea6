// Vocabularies that cannot be used: Vocabulary::load() refuses them with the file and the row.
#include <filesystem>
#include <string>

#include "daybook/vocab/vocabulary.h"

#include "tests/base/outcome.h"
#include "tests/temp_folder.h"

namespace daybook::load_test {

using namespace test;

namespace {

const std::string states_heading = "iso3,m49,group,from,to,zh,en,fr,es,ru,ar,aliases\n";
const std::string austria = "AUT,040,WEOG,,,奥地利,Austria,Autriche (l'),Austria,Австрия,النمسا,\n";
const std::string turkey = "TUR,792,WEOG,,2022-06-01,土耳其,Turkey,Turquie (la),Turquía,Турция,تركيا,\n";
const std::string tuerkiye = "TUR,792,WEOG,2022-06-02,,土耳其,Türkiye,Türkiye,Türkiye,Турция,تركيا,Turkiye\n";
const std::string bodies_heading = "id,acronym,zh,full_zh,en,parent,aliases\n";
const std::string osce = "osce,OSCE,欧安组织,欧洲安全与合作组织,Organization for Security,,\n";
const std::string places_heading = "id,zh,en,state,alone,aliases\n";
const std::string vienna = "vienna,维也纳,Vienna,AUT,yes,Wien\n";
const std::string terms =
    "id,acronym,zh,full_zh,en\nbwc,BWC,《生物武器公约》,,Biological Weapons Convention\n";

// A small vocabulary that is sound until a file of it is replaced.
class Folder : public TempFolder {
 public:
  Folder() {
    write("states.csv", states_heading + austria + turkey + tuerkiye);
    write("organizations.csv", bodies_heading + osce);
    write("places.csv", places_heading + vienna);
    write("terms.csv", terms);
  }
  void remove(const std::string& name) const { std::filesystem::remove(file(name)); }
  result<Vocabulary> load() const { return Vocabulary::load(path()); }
  // The refusal, the folder's name left out.
  std::string refusal() const {
    std::string text = said(load());
    const std::string folder = path() + "/";
    if (const auto at = text.find(folder); at != std::string::npos) text.erase(at, folder.size());
    return text;
  }
};

std::string refusal_of(const std::string& file, const std::string& content) {
  const Folder folder;
  folder.write(file, content);
  return folder.refusal();
}

}  // namespace

TEST_CASE("A sound vocabulary is loaded, whatever order the periods of a State stand in") {
  const Folder folder;
  folder.write("states.csv", states_heading + tuerkiye + austria + turkey);
  const Vocabulary vocabulary = take(folder.load());
  CHECK(vocabulary.states().size() == 2);
  CHECK(vocabulary.state_name("TUR", "en", take(CivilDate::parse_iso("2022-06-01"))) == "Turkey");
  CHECK(vocabulary.state_name("TUR", "en", take(CivilDate::parse_iso("2022-06-02"))) == "Türkiye");
}

TEST_CASE("Lists inside a cell are parted by a bar, and empty items are none") {
  const Folder folder;
  folder.write("organizations.csv", bodies_heading + osce + "un,UN,联合国,,United Nations,,\n" +
                                        "joint,,联合司,,Joint Division,osce | un ||,A| |B|\n");
  const Vocabulary vocabulary = take(folder.load());
  CHECK(vocabulary.organization("joint")->parents == std::vector<std::string>{"osce", "un"});
  CHECK(take(vocabulary.organization_id("B")) == "joint");
}

TEST_CASE("A file that is missing is E-VOCABULARY") {
  for (const std::string file : {"states.csv", "organizations.csv", "places.csv", "terms.csv"}) {
    const Folder folder;
    folder.remove(file);
    CHECK(folder.refusal() == "E-VOCABULARY " + file + ": cannot be opened: No such file or directory");
  }
}

TEST_CASE("A file of other columns is E-VOCABULARY, and the right ones are named") {
  CHECK(refusal_of("places.csv", "id,zh,en,state,aliases\n") ==
        "E-VOCABULARY places.csv:1: the columns must be id,zh,en,state,alone,aliases");
  CHECK(refusal_of("terms.csv", "acronym,id,zh,full_zh,en\n") ==
        "E-VOCABULARY terms.csv:1: the columns must be id,acronym,zh,full_zh,en");
  CHECK(refusal_of("organizations.csv", bodies_heading.substr(0, bodies_heading.size() - 1) + ",note\n")
            .starts_with("E-VOCABULARY organizations.csv:1: the columns must be id,acronym"));
  CHECK(refusal_of("states.csv", "").starts_with("E-VOCABULARY states.csv:1: "));
}

TEST_CASE("A file that is no CSV, or not UTF-8, is E-VOCABULARY at its row") {
  CHECK(refusal_of("places.csv", places_heading + vienna + "madrid,\"马德里\n") ==
        "E-VOCABULARY places.csv:3: a quotation mark is opened and never closed");
  CHECK(refusal_of("terms.csv", "id,acronym,zh,full_zh,en\nx,y,\xC8\xD5,,\n")
            .starts_with("E-VOCABULARY terms.csv: "));
}

TEST_CASE("A State with a bad cell is refused at its row and column") {
  struct Case {
    std::string row;
    std::string refusal;
  };
  for (const auto& [row, refusal] : {
           Case{",276,WEOG,,,德国,Germany,Allemagne,Alemania,Германия,ألمانيا,\n",
                "E-VOCABULARY states.csv:3:iso3: the id is missing"},
           Case{"DEU,276,WEST,,,德国,Germany,Allemagne,Alemania,Германия,ألمانيا,\n",
                "E-VOCABULARY states.csv:3:group: \"WEST\" is not a regional group"},
           Case{"DEU,276,,,,德国,Germany,Allemagne,Alemania,Германия,ألمانيا,\n",
                "E-VOCABULARY states.csv:3:group: \"\" is not a regional group"},
           Case{"DEU,276,WEOG,3 October 1990,,德国,Germany,Allemagne,Alemania,Германия,ألمانيا,\n",
                "E-DATE states.csv:3:from: \"3 October 1990\" is not a date (write a date as 2016-05-04)"},
           Case{"DEU,276,WEOG,,2015-02-29,德国,Germany,Allemagne,Alemania,Германия,ألمانيا,\n",
                "E-DATE states.csv:3:to: there is no day 2015-02-29 (years run from 1900 to 2199)"},
           Case{"DEU,276,WEOG,2020-01-02,2020-01-01,德国,Germany,Allemagne,Alemania,Германия,ألمانيا,\n",
                "E-VOCABULARY states.csv:3:to: the period ends before it begins"},
           Case{"DEU,276,WEOG,,,德国,Germany,Allemagne,,Германия,ألمانيا,\n",
                "E-VOCABULARY states.csv:3:es: the name is missing"},
           Case{"DEU,276,WEOG,,,奥地利,Germany,Allemagne,Alemania,Германия,ألمانيا,\n",
                "E-DUPLICATE states.csv:3:zh: \"奥地利\" is a name of both AUT and DEU"},
           Case{"DEU,276,WEOG,,,德国,Germany,Allemagne,Alemania,Германия,ألمانيا,BRD|aut\n",
                "E-DUPLICATE states.csv:3:aliases: \"aut\" is a name of both AUT and DEU"},
           Case{"AUT,040,WEOG,2000-01-01,,奥地利,Austria,Autriche,Austria,Австрия,النمسا,\n",
                "E-VOCABULARY states.csv:3:from: AUT has two names or groups on one day"},
       }) {
    CAPTURE(row);
    CHECK(refusal_of("states.csv", states_heading + austria + row) == refusal);
  }
}

TEST_CASE("A body with a bad cell is refused at its row and column") {
  struct Case {
    std::string row;
    std::string refusal;
  };
  for (const auto& [row, refusal] : {
           Case{",UN,联合国,,United Nations,,\n", "E-VOCABULARY organizations.csv:3:id: the id is missing"},
           Case{"osce,X,甲,,X,,\n", "E-VOCABULARY organizations.csv:3:id: \"osce\" stands twice"},
           Case{"un,UN,,,United Nations,,\n",
                "E-VOCABULARY organizations.csv:3:zh: the printed name is missing"},
           Case{"x,OSCE,甲,,X,,\n",
                "E-DUPLICATE organizations.csv:3:acronym: \"OSCE\" is a name of both osce and x"},
           Case{"x,X,欧安组织,,X,,\n",
                "E-DUPLICATE organizations.csv:3:zh: \"欧安组织\" is a name of both osce and x"},
           Case{"x,X,甲,,X,,Y|欧安 组织\n",
                "E-DUPLICATE organizations.csv:3:aliases: \"欧安 组织\" is a name of both osce and x"},
           Case{"x,X,甲,,X,nobody,\n",
                "E-VOCABULARY organizations.csv:parent: x has the unknown parent \"nobody\""},
       }) {
    CAPTURE(row);
    CHECK(refusal_of("organizations.csv", bodies_heading + osce + row) == refusal);
  }
}

TEST_CASE("A city with a bad cell is refused at its row and column") {
  struct Case {
    std::string row;
    std::string refusal;
  };
  for (const auto& [row, refusal] : {
           Case{",格拉茨,Graz,AUT,,\n", "E-VOCABULARY places.csv:3:id: the id is missing"},
           Case{"vienna,格拉茨,Graz,AUT,,\n", "E-VOCABULARY places.csv:3:id: \"vienna\" stands twice"},
           Case{"graz,,Graz,AUT,,\n", "E-VOCABULARY places.csv:3:zh: the printed name is missing"},
           Case{"graz,格拉茨,WIEN,AUT,,\n",
                "E-DUPLICATE places.csv:3:en: \"WIEN\" is a name of both vienna and graz"},
           Case{"graz,格拉茨,Graz,QQQ,,\n",
                "E-VOCABULARY places.csv:state: graz lies in the unknown State \"QQQ\""},
       }) {
    CAPTURE(row);
    CHECK(refusal_of("places.csv", places_heading + vienna + row) == refusal);
  }
}

TEST_CASE("Of several faults the first file's is reported: States, bodies, places, terms") {
  const Folder folder;
  folder.remove("terms.csv");
  folder.write("places.csv", "x\n");
  CHECK(folder.refusal().starts_with("E-VOCABULARY places.csv"));
  folder.write("organizations.csv", "x\n");
  CHECK(folder.refusal().starts_with("E-VOCABULARY organizations.csv"));
  folder.write("states.csv", "x\n");
  CHECK(folder.refusal().starts_with("E-VOCABULARY states.csv"));
}

}  // namespace daybook::load_test
