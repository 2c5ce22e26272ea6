#include "daybook/intake/activity_form.h"

#include "tests/story.h"

namespace daybook::activity_form_test {

using namespace story;

namespace {

ActivityForm good_form() {
  ActivityForm form;
  form.dates = "2023年3月1-2日";
  form.place = "新西兰奥克兰";
  form.title_zh = "太平洋讲习班";
  form.organizers = "委员会、裁军事务厅 d";
  form.kind = "outreach";
  form.audience = "member-states";
  return form;
}

// Each fault as `E-CODE field`.
std::string faults_of(const ActivityForm& form) {
  std::string faults;
  const auto activity = read_activity(form, vocabulary(), [&](std::string_view field, const Error& error) {
    faults += (faults.empty() ? "" : ", ") + code_of(error.code) + " " + std::string(field);
  });
  CHECK(activity.has_value() == faults.empty());
  return faults;
}

ActivityRecorded read(const ActivityForm& form) {
  const auto activity = read_activity(form, vocabulary(), [](std::string_view field, const Error& error) {
    FAIL(field << ": " << to_string(error));
  });
  REQUIRE(activity);
  return *activity;
}

}  // namespace

TEST_CASE("a form is read into the facts of an activity") {
  ActivityForm form = good_form();
  form.title_en = " Pacific workshop ";
  form.participants = "太平洋岛屿论坛";
  form.kind = " Training-Course ";
  form.audience = "academia; industry、academia";
  form.states = "新西兰；FJI;Samoa;NZL";
  form.regions = "APG;GRULAC;APG";
  const ActivityRecorded activity = read(form);
  CHECK(activity.dates == std::vector{days("2023-03-01", "2023-03-02")});
  CHECK(activity.place.city == "auckland");
  CHECK(activity.place.states == std::vector<std::string>{"NZL"});
  CHECK(activity.title ==
        std::map<std::string, std::string>{{"en", "Pacific workshop"}, {"zh", "太平洋讲习班"}});
  CHECK(activity.organizers.size() == 2);
  CHECK(activity.organizers[1].mark == "d");
  CHECK(activity.participants.front().organization == "pif");
  CHECK(activity.kind == Kind::training_course);
  CHECK(activity.audience == std::vector{Audience::academia, Audience::industry});
  CHECK(activity.states == std::vector<std::string>{"NZL", "FJI", "WSM"});
  CHECK(activity.regions == std::vector<std::string>{"APG", "GRULAC"});
}

TEST_CASE("the committee co-organized where it is among the organizers itself, not through the Office") {
  CHECK(read(good_form()).role == Role::co_organized);
  ActivityForm form = good_form();
  form.organizers = "裁军事务厅 d/联合国利马区域中心";
  CHECK(read(form).role == Role::took_part);
  form.organizers = "欧安组织";
  form.participants = "委员会";
  CHECK(read(form).role == Role::took_part);
  CHECK(role_of({}) == Role::took_part);
}

TEST_CASE("all faults of a form are told at once, in the order of its fields") {
  ActivityForm form;
  CHECK(faults_of(form) ==
        "E-DATE dates, E-PLACE place, E-REQUIRED title_zh, E-REQUIRED organizers, E-REQUIRED kind, "
        "E-REQUIRED audience");
  form.dates = "5/4/2016";
  form.place = "维也钠";
  form.title_zh = "两行\n标题";
  form.title_en = "a\ttab";
  form.organizers = "欧安组只";
  form.participants = "欧安组织、、";
  form.kind = "party";
  form.audience = "students";
  form.states = "MNG;Atlantis";
  form.regions = "apg";
  CHECK(faults_of(form) ==
        "E-DATE dates, E-PLACE place, E-TEXT title_zh, E-TEXT title_en, E-ORGANIZATION organizers, "
        "E-PARTY participants, E-VALUE kind, E-VALUE audience, E-STATE states, E-VALUE regions");
}

TEST_CASE("a fault of one field leaves the others alone") {
  struct Row {
    std::string ActivityForm::* field;
    std::string text;
    std::string faults;
  };
  for (const Row& row : {
           Row{&ActivityForm::dates, "", "E-DATE dates"},
           Row{&ActivityForm::place, "", "E-PLACE place"},
           Row{&ActivityForm::title_zh, "\xFF", "E-TEXT title_zh"},
           Row{&ActivityForm::title_en, "\xFF", "E-TEXT title_en"},
           Row{&ActivityForm::kind, "", "E-REQUIRED kind"},
           Row{&ActivityForm::audience, ";", "E-REQUIRED audience"},
           Row{&ActivityForm::states, "Atlantis", "E-STATE states"},
           Row{&ActivityForm::regions, "Pacific", "E-VALUE regions"},
       }) {
    CAPTURE(row.faults);
    ActivityForm form = good_form();
    form.*row.field = row.text;
    CHECK(faults_of(form) == row.faults);
  }
}

TEST_CASE("more than an event may hold is refused") {
  ActivityForm form = good_form();
  for (int i = 0; i < 300; ++i)
    form.organizers += "、欧安组织";
  CHECK(faults_of(form) == "E-LIMIT organizers");
}

}  // namespace daybook::activity_form_test
