#include "daybook/base/names.h"

#include <string>
#include <utility>
#include <vector>

#include "tests/base/outcome.h"

namespace daybook::names_test {

using namespace test;

namespace {

using List = std::vector<std::string>;

Names some_names() {
  Names names;
  for (const auto& [name, id] : std::initializer_list<std::pair<const char*, const char*>>{
           {"欧安组织", "osce"},
           {"OSCE", "osce"},
           {"Organization for Security and Cooperation in Europe", "osce"},
           {"欧洲安全与合作组织", "osce"},
           {"裁军事务厅", "oda"},
           {"UNODA", "oda"},
           {"国际民航组织", "icao"},
           {"ICAO", "icao"},
           {"原子能机构", "iaea"},
           {"IAEA", "iaea"},
           {"Türkiye", "TUR"},
           {"Турция", "TUR"}})
    REQUIRE(names.add(name, id));
  return names;
}

}  // namespace

TEST_CASE("A thing is found under each of its names, in any case and any spacing") {
  const Names names = some_names();
  for (const auto& [name, id] : std::initializer_list<std::pair<const char*, const char*>>{
           {"欧安组织", "osce"},
           {"OSCE", "osce"},
           {"osce", "osce"},
           {"Osce", "osce"},
           {" OSCE ", "osce"},
           {"O S C E", "osce"},
           {"\xE3\x80\x80欧安\xE3\x80\x80组织", "osce"},
           {"欧安\t组织\n", "osce"},
           {"UN\xC2\xA0ODA", "oda"},
           {"organization for security and  cooperation in EUROPE", "osce"},
           {"TÜRKIYE", "TUR"},
           {"ТУРЦИЯ", "TUR"},
       }) {
    CAPTURE(name);
    const std::string* found = names.find(name);
    REQUIRE(found != nullptr);
    CHECK(*found == id);
  }
}

TEST_CASE("A name is compared whole") {
  const Names names = some_names();
  for (const std::string name : {"", " ", "OSC", "OSCE-PA", "欧安", "欧安组织议会大会", "Turkiye"}) {
    CAPTURE(name);
    CHECK(names.find(name) == nullptr);
  }
}

TEST_CASE("One name cannot lead to two things, whatever its case and spacing") {
  Names names = some_names();
  CHECK(said(names.add("OSCE", "other")) == "E-DUPLICATE: \"OSCE\" is a name of both osce and other");
  CHECK(code_of(names.add("o sce", "other")) == ErrorCode::duplicate);
  CHECK(code_of(names.add("TÜRKIYE", "other")) == ErrorCode::duplicate);
  CHECK(*names.find("OSCE") == "osce");
}

TEST_CASE("The same name for the same thing may be given twice, and no name is no name") {
  Names names = some_names();
  CHECK(said(names.add("OSCE", "osce")) == "no error");
  CHECK(said(names.add("", "nobody")) == "no error");
  CHECK(said(names.add("\xE3\x80\x80", "nobody")) == "no error");
  CHECK(names.find("") == nullptr);
}

TEST_CASE("A slip of the pen is led to the name that was meant") {
  const Names names = some_names();
  for (const auto& [slip, meant] : std::initializer_list<std::pair<const char*, const char*>>{
           {"欧安组识", "欧安组织"},
           {"欧安织组", "欧安组织"},
           {"OSEC", "OSCE"},
           {"OCSE", "OSCE"},
           {"OSCEE", "OSCE"},
           {"ICOA", "ICAO"},
           {"裁军事物厅", "裁军事务厅"},
           {"欧洲安全和合作组织", "欧洲安全与合作组织"},
           {"Organisation for Security and Co-operation in Europe",
            "Organization for Security and Cooperation in Europe"},
           {"Turkiye", "Türkiye"},
       }) {
    CAPTURE(slip);
    const List near = names.nearest(slip, 1);
    REQUIRE(near.size() == 1);
    CHECK(near.front() == meant);
  }
}

TEST_CASE("A part of a name is led to the whole, and a longer name to the part that is known") {
  const Names names = some_names();
  CHECK(names.nearest("安全与合作", 1) == List{"欧洲安全与合作组织"});
  CHECK(names.nearest("联合国裁军事务厅", 1) == List{"裁军事务厅"});
}

TEST_CASE("Nothing is offered for what is like no name") {
  const Names names = some_names();
  for (const std::string nonsense : {"", " ", "zzzzzz", "量子纠缠", "x", "12345678", "\xFF\xFE"}) {
    CAPTURE(nonsense);
    CHECK(names.nearest(nonsense).empty());
  }
}

TEST_CASE("At most as many names are offered as were asked for, each thing once") {
  Names names;
  for (const char* id : {"aaaa1", "aaaa2", "aaaa3", "aaaa4"})
    REQUIRE(names.add(id, id));
  REQUIRE(names.add("aaaa5", "aaaa1"));
  CHECK(names.nearest("aaaa0") == List{"aaaa1", "aaaa2", "aaaa3"});
  CHECK(names.nearest("aaaa0", 9) == List{"aaaa1", "aaaa2", "aaaa3", "aaaa4"});
  CHECK(names.nearest("aaaa0", 0).empty());
}

TEST_CASE("Names as near as each other are offered in the order of their spelling") {
  Names names;
  for (const char* id : {"eeeb", "eeea", "eeed", "eeec"})
    REQUIRE(names.add(id, id));
  CHECK(names.nearest("eeez", 4) == List{"eeea", "eeeb", "eeec", "eeed"});
}

TEST_CASE("Of names as near as each other the one that begins alike is offered first") {
  Names names;
  for (const char* id : {"ASEC", "OSCE"})
    REQUIRE(names.add(id, id));
  CHECK(names.nearest("OSEC") == List{"OSCE", "ASEC"});
}

TEST_CASE("Of names as near as each other a slip of the pen is offered before a part") {
  Names names;
  take(names.add("from", "from"));
  take(names.add("format", "format"));
  CHECK(names.nearest("fromat") == List{"format", "from"});
}

}  // namespace daybook::names_test
