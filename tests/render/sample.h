// A few rows of annexes XVIII and XIX of S/2022/899 as printed, under fewer abbreviations than printed there,
// for the tests of the renderers.
#pragma once

#include <string>
#include <vector>

#include "daybook/table/table.h"

namespace daybook::sample {

inline Table annex_xviii() {
  Table table;
  table.annex = "xviii";
  table.edition = "S/2022/899";
  table.title =
      "2016年4月26日至2022年6月2日由国际、区域和次区域组织举办、共同举办或参与的外联活动以及安全理事会第1540("
      "2004)号决议所设委员会和/或其专家组参与的其他安排";
  table.columns = {{"日期和地点", "", Align::left},
                   {"标题", "", Align::left},
                   {"组织者/支持者", "a", Align::left},
                   {"参与者", "b", Align::left}};
  Section all;
  all.rows.push_back(
      {"xviii-1",
       {Cell{{{"2016年5月4日，维也纳", ""}}}, Cell{{{"欧安组织安全与合作安保论坛对话会议", ""}}},
        Cell{{{"欧安组织、裁军事务厅", "c"}}}, Cell{}}});
  all.rows.push_back(
      {"xviii-3",
       {Cell{{{"2016年5月16-20日，阿斯塔纳", ""}}}, Cell{{{"反恐怖主义委员会全面访问哈萨克斯坦", ""}}},
        Cell{{{"反恐怖主义委员会执行局", ""}}},
        Cell{{{"分析支助和制裁监测组、毒品和犯罪问题办公室、犯罪司法所、移民组织、欧安组织、欧亚反洗钱和打击"
               "资助恐怖主义小组",
               ""}}}}});
  all.rows.push_back(
      {"xviii-5",
       {Cell{{{"2016年5月18-20日，维也纳", ""}}},
        Cell{{{"中亚国家关于第1540(2004)号决议区域讲习班“战略贸易管制的法律/规章要求”", ""}}},
        Cell{{{"欧安组织", ""}}}, Cell{{{"原子能机构、裁军事务厅、毒品和犯罪问题办公室", ""}}}}});
  all.rows.push_back({"xviii-9",
                      {Cell{{{"2016年6月27-28日，西班牙港", ""}}},
                       Cell{{{"防止和打击资助扩散大规模毁灭性武器准则讲习班", ""}}},
                       Cell{{{"裁军事务厅", "d"}, {"/联合国利马区域中心", ""}}}, Cell{}}});
  all.rows.push_back({"xviii-10",
                      {Cell{{{"2016年6月28日-7月1日，俄罗斯联邦加里宁格勒", ""}}},
                       Cell{{{"培训欧安组织国家联络人", ""}}}, Cell{{{"委员会、欧安组织、裁军事务厅", "d"}}},
                       Cell{{{"生物武器公约执行支助股、移民组织、国际刑警组织、禁化武组织、毒品和犯罪问题办公"
                              "室、原子能机构、裁军事务厅",
                              ""}}}}});
  all.rows.push_back(
      {"xviii-23",
       {Cell{{{"2016年10月12-14日，法国和瑞士", ""}}},
        Cell{{{"与世界动物卫生组织、国际刑警组织、生物武器公约执行支助股和世卫组织磋商", ""}}},
        Cell{{{"世界动物卫生组织、国际刑警组织、生物武器公约执行支助股、世卫组织、裁军事务厅", "c"}}},
        Cell{}}});
  table.sections.push_back(all);
  table.footnotes = {
      {"a", "本栏中记录的一些活动是由国家政府或非政府组织与委员会及国际、区域和次区域组织合作举办的。"},
      {"b", "根据现有资料。"},
      {"c", "裁军事务厅为委员会及其专家组的参与提供了便利。"},
      {"d", "裁军事务厅组织、共同组织、主办和/或支持了该活动。"}};
  table.abbreviations =
      "简称：东盟，东南亚国家联盟；《生物武器公约》，《关于禁止发展、生产和储存细菌(生物)"
      "及毒素武器和销毁此种武器的公约》；生物武器公约执行支助股，裁军事务厅生物武器公约执行支助股；加共体，加"
      "勒比共同体。";
  return table;
}

inline Table annex_xix() {
  Table table;
  table.annex = "xix";
  table.title =
      "2016年4月25日至2022年6月2日安全理事会第1540(2004)号决议所设委员会和(或)"
      "其专家组与会员国直接互动的外联活动";
  table.columns = {{"日期", "", Align::left},
                   {"标题", "", Align::left},
                   {"地点", "", Align::left},
                   {"组织者/主办方", "", Align::left}};
  table.sections.push_back({"应邀访问各国", "a", {}});
  table.sections.back().rows.push_back(
      {"xix-1",
       {Cell{{{"2016年4月13-14日", ""}}}, Cell{{{"应邀访问莱索托，协助起草1540自愿国家行动计划", ""}}},
        Cell{{{"马塞卢", ""}}}, Cell{{{"莱索托、委员会", ""}}}}});
  table.sections.back().rows.push_back(
      {"xix-2",
       {Cell{{{"2016年6月8-9日", ""}}},
        Cell{{{"应伊拉克邀请举行第1540(2004)号决议执行情况全国圆桌会议", ""}}}, Cell{{{"维也纳", ""}}},
        Cell{{{"伊拉克国家监测局、裁军事务厅", ""}}}}});
  table.sections.push_back({"联合访问各国", "", {}});
  table.sections.back().rows.push_back(
      {"xix-26",
       {Cell{{{"2016年5月16-20日", ""}}}, Cell{{{"反恐怖主义委员会全面访问哈萨克斯坦", ""}}},
        Cell{{{"阿斯塔纳", ""}}}, Cell{{{"反恐怖主义委员会执行局、分析支助和制裁监测组", ""}}}}});
  table.sections.back().rows.push_back(
      {"xix-27",
       {Cell{{{"2017年2月20日至24日", ""}}}, Cell{{{"反恐怖主义委员会全面访问塔吉克斯坦", ""}}},
        Cell{{{"杜尚别", ""}}}, Cell{{{"反恐怖主义委员会执行局、分析支助和制裁监测组", ""}}}}});
  table.footnotes = {{"a", "包括应邀在该国境外举行的虚拟活动和面对面全国活动。"}};
  table.notes = {"本表按截至2022年6月2日的记录重建。"};
  return table;
}

// A count: a short column of text and one of numbers, which is set right.
inline Table count_by_year() {
  Table table;
  table.language = "en";
  table.title = "Activities by year";
  table.columns = {{"Year", "", Align::left}, {"Activities", "a", Align::right}};
  table.sections.push_back({"", "", {{"", {plain_cell("2016"), plain_cell("38")}}}});
  table.sections[0].rows.push_back({"", {plain_cell("2017"), plain_cell("9")}});
  table.sections[0].rows.push_back({"", {plain_cell("Total"), plain_cell("1047")}});
  table.footnotes = {{"a", "As listed."}};
  table.notes = {"Counted in rows.", "As known at position 312."};
  return table;
}

// One column `Text` and a row for each text.
inline Table column_of(const std::vector<std::string>& texts) {
  Table table;
  table.columns = {{"Text", "", Align::left}};
  table.sections.push_back({});
  for (const std::string& text : texts)
    table.sections[0].rows.push_back({"", {plain_cell(text)}});
  return table;
}

}  // namespace daybook::sample
