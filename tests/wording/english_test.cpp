#include "daybook/wording/english.h"

#include "daybook/wording/dates_zh.h"
#include "daybook/wording/parties_zh.h"
#include "daybook/wording/place_zh.h"

#include "tests/story.h"

namespace daybook::english_test {

using namespace story;

namespace {

const CivilDate in_2019 = day("2019-06-01");

}  // namespace

TEST_CASE("dates stand as the United Nations prints them in English") {
  struct Row {
    std::string zh;
    std::string en;
  };
  for (const Row& row : {
           Row{"2016年5月4日", "4 May 2016"},
           Row{"2016年5月12-13日", "12 and 13 May 2016"},
           Row{"2016年5月16-20日", "16-20 May 2016"},
           Row{"2016年6月28日-7月1日", "28 June-1 July 2016"},
           Row{"2016年5月31日-6月1日", "31 May-1 June 2016"},
           Row{"2016年12月28日-2017年1月3日", "28 December 2016-3 January 2017"},
           Row{"2020年12月1日、8日和15日", "1, 8 and 15 December 2020"},
           Row{"2021年7月13日和15日", "13 and 15 July 2021"},
           Row{"2020年11月30日和12月2日", "30 November and 2 December 2020"},
           Row{"2020年12月30日和2021年1月2日", "30 December 2020 and 2 January 2021"},
           Row{"2020年12月1-3日、8日和15-18日", "1-3, 8 and 15-18 December 2020"},
           Row{"2020年12月1-2日、8日和15-16日", "1-2, 8 and 15-16 December 2020"},
       }) {
    CAPTURE(row.zh);
    CHECK(print_dates_en(take(read_dates_zh(row.zh))) == row.en);
  }
  CHECK(print_dates_en({}) == "");
}

TEST_CASE("places stand as city, State, with the mode in parentheses") {
  struct Row {
    std::string zh;
    std::string en;
  };
  for (const Row& row : {
           Row{"维也纳", "Vienna"},
           Row{"新西兰奥克兰", "Auckland, New Zealand"},
           Row{"法国和瑞士", "France and Switzerland"},
           Row{"混合会议，科特迪瓦阿比让", "Abidjan, Côte d'Ivoire (hybrid)"},
           Row{"拉巴特(视频会议)", "Rabat (by video)"},
           Row{"虚拟会议", "Virtual"},
       }) {
    CAPTURE(row.zh);
    CHECK(print_place_en(take(read_place_zh(row.zh, vocabulary())), vocabulary(), in_2019) == row.en);
  }
}

TEST_CASE("parties stand by their acronyms, with each joint in words") {
  struct Row {
    std::string zh;
    std::string en;
  };
  for (const Row& row : {
           Row{"", ""},
           Row{"欧安组织、裁军事务厅 c", "OSCE; UNODA c"},
           Row{"裁军事务厅 d/联合国利马区域中心", "UNODA d/UNLIREC"},
           Row{"裁军事务厅通过联合国利马区域中心", "UNODA through UNLIREC"},
           Row{"委员会与和平与裁军非洲区域中心合作", "Committee in cooperation with UNREC"},
           Row{"国际刑警组织主持的欧安组织", "OSCE chaired by INTERPOL"},
           Row{"马来西亚政府按照亚太经合论坛框架", "马来西亚政府 within the framework of APEC"},
           Row{"世卫组织和世卫组织区域办事处", "WHO and WHO regional offices"},
           Row{"蒙古、第1540(2004)号决议之友小组", "Mongolia; Group of Friends"},
           Row{"国际刑警组织(危地马拉)", "INTERPOL (危地马拉)"},
       }) {
    CAPTURE(row.zh);
    CHECK(print_parties_en(take(read_parties_zh(row.zh, vocabulary())), vocabulary(), in_2019) == row.en);
  }
}

}  // namespace daybook::english_test
