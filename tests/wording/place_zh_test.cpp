#include "daybook/wording/place_zh.h"

#include "tests/story.h"

namespace daybook::place_zh_test {

using namespace story;

namespace {

std::string joined(const std::vector<std::string>& codes) {
  std::string text;
  for (const auto& code : codes)
    text += (text.empty() ? "" : "+") + code;
  return text;
}

}  // namespace

TEST_CASE("places are read into city, States and mode, and printed by rule") {
  struct Row {
    std::string typed;
    std::string city;
    std::string states;
    Mode mode;
    std::string print;
  };
  for (const Row& row : {
           Row{"维也纳", "vienna", "AUT", Mode::in_person, "维也纳"},
           Row{" 维也纳，", "vienna", "AUT", Mode::in_person, "维也纳"},
           Row{"奥地利维也纳", "vienna", "AUT", Mode::in_person, "维也纳"},
           Row{"新西兰奥克兰", "auckland", "NZL", Mode::in_person, "新西兰奥克兰"},
           Row{"奥克兰", "auckland", "NZL", Mode::in_person, "新西兰奥克兰"},
           Row{"Auckland, New Zealand", "auckland", "NZL", Mode::in_person, "新西兰奥克兰"},
           Row{"vienna", "vienna", "AUT", Mode::in_person, "维也纳"},
           Row{"日内瓦", "geneva", "CHE", Mode::in_person, "日内瓦"},
           Row{"圣萨尔瓦多，", "san-salvador", "SLV", Mode::in_person, "圣萨尔瓦多"},
           Row{"伯利兹伯利兹城", "belize-city", "BLZ", Mode::in_person, "伯利兹伯利兹城"},
           Row{"法国和瑞士", "", "FRA+CHE", Mode::in_person, "法国和瑞士"},
           Row{"波斯尼亚和黑塞哥维那", "", "BIH", Mode::in_person, "波斯尼亚和黑塞哥维那"},
           Row{"蒙古", "", "MNG", Mode::in_person, "蒙古"},
           Row{"日内瓦(主席视频致辞)", "geneva", "CHE", Mode::video, "日内瓦(主席视频致辞)"},
           Row{"日内瓦（主席视频致辞）", "geneva", "CHE", Mode::video, "日内瓦(主席视频致辞)"},
           Row{"拉巴特(视频会议)", "rabat", "MAR", Mode::video, "拉巴特(视频会议)"},
           Row{"维也纳(国际中心)", "vienna", "AUT", Mode::in_person, "维也纳(国际中心)"},
           Row{"混合会议，科特迪瓦阿比让", "abidjan", "CIV", Mode::hybrid, "混合会议，科特迪瓦阿比让"},
           Row{"混合会议, 维也纳", "vienna", "AUT", Mode::hybrid, "混合会议，维也纳"},
           Row{"维也纳(混合会议)", "vienna", "AUT", Mode::hybrid, "混合会议，维也纳"},
           Row{"虚拟会议", "", "", Mode::virtual_, "虚拟会议"},
           Row{"虚拟", "", "", Mode::virtual_, "虚拟会议"},
           Row{"Online", "", "", Mode::virtual_, "虚拟会议"},
       }) {
    CAPTURE(row.typed);
    const auto place = read_place_zh(row.typed, vocabulary());
    REQUIRE_MESSAGE(place, told(place));
    CHECK(place->city == row.city);
    CHECK(joined(place->states) == row.states);
    CHECK(place->mode == row.mode);
    CHECK(print_place_zh(*place, vocabulary(), day("2019-01-01")) == row.print);
  }
}

TEST_CASE("a place that is not known is refused, with the nearest that are") {
  struct Row {
    std::string typed;
    std::string told;
  };
  for (const Row& row : {
           Row{"", "the place is empty"},
           Row{"，", "the place is empty"},
           Row{"维也钠", "维也纳"},
           Row{"新西兰奥克栏", "奥克兰"},
           Row{"法国奥克兰", "奥克兰 does not lie in 法国"},
           Row{"法国和瑞土", "is not a known place"},
           Row{"哥谭", "\"哥谭\" is not a known place"},
           Row{"()", "is not a known place"},
           Row{"混合会议", "混合会议"},
           Row{"混合会议，虚拟会议", "is not a known place"},
       }) {
    CAPTURE(row.typed);
    const auto place = read_place_zh(row.typed, vocabulary());
    REQUIRE(!place);
    CHECK(code_of(place) == code_of(ErrorCode::place));
    CHECK(told(place).find(row.told) != std::string::npos);
  }
}

TEST_CASE("a State is printed by the name that it had on the day") {
  const Place place = take(read_place_zh("北马其顿", vocabulary()));
  CHECK(print_place_zh(place, vocabulary(), day("2019-02-11")) == "前南斯拉夫的马其顿共和国");
  CHECK(print_place_zh(place, vocabulary(), day("2019-02-12")) == "北马其顿");
}

}  // namespace daybook::place_zh_test
