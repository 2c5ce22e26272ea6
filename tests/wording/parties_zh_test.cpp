#include "daybook/wording/parties_zh.h"

#include <map>

#include <fmt/format.h>

#include "daybook/wording/dates_zh.h"
#include "daybook/wording/place_zh.h"

#include "tests/story.h"

namespace daybook::parties_zh_test {

using namespace story;

namespace {

const CivilDate in_2019 = day("2019-06-01");

// One party as `relation:organization@state "text" (qualifier) mark`, with what it lacks left out.
std::string shown(const Party& party) {
  std::string text(EnumNames<Relation>::names[static_cast<std::size_t>(party.relation)]);
  if (!text.empty()) text += ":";
  text += party.organization;
  if (!party.state.empty()) text += "@" + party.state;
  if (!party.text.empty()) text += "\"" + party.text + "\"";
  if (!party.qualifier.empty()) text += "(" + party.qualifier + ")";
  return party.mark.empty() ? text : text + " " + party.mark;
}

std::string shown(const result<std::vector<Party>>& parties) {
  if (!parties) return told(parties);
  std::string text;
  for (const Party& party : *parties)
    text += (text.empty() ? "" : ", ") + shown(party);
  return text;
}

std::string read_and_printed(const std::string& text) {
  const auto parties = read_parties_zh(text, vocabulary());
  return parties ? print_parties_zh(*parties, vocabulary(), in_2019) : told(parties);
}

}  // namespace

TEST_CASE("lists are read into bodies, States, joints, marks and qualifiers, and printed as they were read") {
  struct Row {
    std::string print;
    std::string parties;
  };
  for (const Row& row : {
           Row{"", ""},
           Row{"欧安组织", "osce"},
           Row{"欧安组织、裁军事务厅 c", "osce, oda c"},
           Row{"美洲反恐委/美洲组织、裁军事务厅 d/联合国利马区域中心",
               "cicte, slash:oas, oda d, slash:unlirec"},
           Row{"裁军事务厅通过联合国利马区域中心", "oda, through:unlirec"},
           Row{"委员会与和平与裁军非洲区域中心合作", "committee, together:unrec"},
           Row{"国际刑警组织主持的欧安组织", "osce, chaired:interpol"},
           Row{"马来西亚政府按照亚太经合论坛框架", "@MYS\"马来西亚政府\", framework:apec"},
           Row{"世卫组织和世卫组织区域办事处(美洲区域办事处、欧洲区域办事处)",
               "who, both:who-regional-offices(美洲区域办事处、欧洲区域办事处)"},
           Row{"国际刑警组织(危地马拉)", "interpol(危地马拉)"},
           Row{"国际刑警组织 c、北约", "interpol c, nato"},
           Row{"国际刑警组织(危地马拉) c、北约", "interpol(危地马拉) c, nato"},
           Row{"粮农组织/原子能机构联合司、世卫组织", "fao-iaea-joint, who"},
           Row{"毒品和犯罪问题办公室/预防恐怖主义处", "unodc, slash:unodc-tpb"},
           Row{"政府间发展组织、安全部门方案、欧安组织", "igad-ssp, osce"},
           Row{"政府间发展组织、北约", "igad, nato"},
           Row{"欧安组织、安全理事会关于伊拉克和黎凡特伊斯兰国(达伊沙)"
               "、基地组织及关联个人、团体、企业和实体的第1267(1999)、"
               "1989(2011)和2253(2015)号决议所设委员会、北约",
               "osce, committee-1267, nato"},
           Row{"蒙古、委员会", "@MNG, committee"},
           Row{"伊拉克国家监测局、裁军事务厅", "@IRQ\"伊拉克国家监测局\", oda"},
           Row{"津巴布韦储备银行", "@ZWE\"津巴布韦储备银行\""},
           Row{"波斯尼亚和黑塞哥维那", "@BIH"},
           Row{"塔吉克斯坦、白俄罗斯、吉尔吉斯斯坦、委员会", "@TJK, @BLR, @KGZ, committee"},
       }) {
    CAPTURE(row.print);
    CHECK(shown(read_parties_zh(row.print, vocabulary())) == row.parties);
    CHECK(read_and_printed(row.print) == row.print);
  }
}

TEST_CASE("other spellings are read and printed in the canonical form") {
  struct Row {
    std::string typed;
    std::string canonical;
  };
  for (const Row& row : {
           Row{"欧安组织；裁军事务厅 d", "欧安组织、裁军事务厅 d"},
           Row{"多米尼加共和国，美洲组织/美洲反恐委", "多米尼加共和国、美洲组织/美洲反恐委"},
           Row{"OSCE; UNODA c, NATO", "欧安组织、裁军事务厅 c、北约"},
           Row{" 欧安组织 、 北约 ", "欧安组织、北约"},
           Row{"海关组织", "世界海关组织"},
           Row{"裁军事务厅、 d世界海关组织", "裁军事务厅 d、世界海关组织"},
           Row{"裁军事务厅d", "裁军事务厅 d"},
           Row{"INTERPOL (危地马拉)d/OAS", "国际刑警组织(危地马拉) d/美洲组织"},
           Row{"国际刑警组织（危地马拉）", "国际刑警组织(危地马拉)"},
           Row{"欧安组织\n北约", "欧安组织、北约"},
       }) {
    CAPTURE(row.typed);
    CHECK(read_and_printed(row.typed) == row.canonical);
  }
}

TEST_CASE("words after text: are kept as they are, whatever they look like") {
  CHECK(shown(read_parties_zh("text:绿色和平、欧安组织", vocabulary())) == "\"绿色和平\", osce");
  CHECK(shown(read_parties_zh("text:欧安组织", vocabulary())) == "\"欧安组织\"");
  CHECK(shown(read_parties_zh("text:甲/乙 c", vocabulary())) == "\"甲/乙\" c");
  CHECK(shown(read_parties_zh("text: King's College", vocabulary())) == "\"King's College\"");
  CHECK(code_of(read_parties_zh("text:", vocabulary())) == code_of(ErrorCode::organization));
}

TEST_CASE("a name that only begins like a State or a body is not taken for it") {
  for (const std::string name : {"印度洋委员会", "几内亚湾委员会", "刚果盆地林业委员会", "多米尼克大学",
                                 "尼日尔河流域管理局", "欧安组织大学", "联合国某某办公室", "委员会委员",
                                 "蒙古大学", "美国国会图书馆", "南非政", "中非国家银行", "unodcc", "OSCEd"}) {
    CAPTURE(name);
    CHECK(code_of(read_parties_zh(name, vocabulary())) == code_of(ErrorCode::organization));
  }
}

TEST_CASE("an unknown name is told with the nearest known, and of joined names only the unknown one") {
  struct Row {
    std::string typed;
    std::string told;
  };
  for (const Row& row : {
           Row{"欧安组只", "\"欧安组只\""},
           Row{"欧安组只", "did you mean 欧安组织"},
           Row{"欧安组织、毒品和犯罪问题办公事", "毒品和犯罪问题办公室"},
           Row{"裁军事务厅 d/联合国利马区域中新", "\"联合国利马区域中新\""},
           Row{"阿里巴巴集团", "\"阿里巴巴集团\""},
       }) {
    CAPTURE(row.typed);
    const auto parties = read_parties_zh(row.typed, vocabulary());
    CHECK(code_of(parties) == code_of(ErrorCode::organization));
    CHECK(told(parties).find(row.told) != std::string::npos);
  }
}

TEST_CASE("a letter that ends a name is no mark") {
  CHECK(shown(read_parties_zh("UNODC", vocabulary())) == "unodc");
  CHECK(shown(read_parties_zh("unodc", vocabulary())) == "unodc");
  CHECK(shown(read_parties_zh("unodc c", vocabulary())) == "unodc c");
}

TEST_CASE("a list with an empty place is broken") {
  for (const std::string typed :
       {"欧安组织、", "、欧安组织", "欧安组织、、北约", "、", "欧安组织；", "欧安组织， ，北约"}) {
    CAPTURE(typed);
    CHECK(code_of(read_parties_zh(typed, vocabulary())) == code_of(ErrorCode::party));
  }
  for (const std::string typed :
       {"/欧安组织", "欧安组织/", "欧安组织//北约", "c", "欧安组织、c", "(危地马拉)"}) {
    CAPTURE(typed);
    CHECK(code_of(read_parties_zh(typed, vocabulary())) == code_of(ErrorCode::organization));
  }
}

TEST_CASE(
    "given a parenthesis that is not closed, the list is refused: all that follows would belong to it") {
  for (const char* typed : {"欧安组织(秘书处、禁化武组织", "text:会议（一、欧安组织", "("})
    CHECK(
        told(read_parties_zh(typed, vocabulary())) ==
        fmt::format(
            "E-PARTY: the list \"{}\" has a parenthesis that is not closed (close it, or what follows would "
            "belong to it)",
            typed));
  CHECK(read_parties_zh("欧安组织(秘书处)、禁化武组织", vocabulary()).has_value());
}

TEST_CASE(
    "given names joined without end, the list is refused at once, not after trying every way to join them") {
  std::string slashes = "欧洲联盟";
  std::string names = "欧洲联盟";
  for (int i = 0; i < 80; ++i) {
    slashes += "/";
    names += "/欧安组织";
  }
  CHECK(code_of(read_parties_zh(slashes + "、裁军事务厅", vocabulary())) == code_of(ErrorCode::organization));
  CHECK(code_of(read_parties_zh(names + "/无人知晓", vocabulary())) == code_of(ErrorCode::limit));
  CHECK(take(read_parties_zh(names.substr(0, 12 + 60 * 13), vocabulary())).size() == 61);
}

TEST_CASE("a party is named in either language, by the name of its day") {
  const auto name = [](const char* zh, std::string_view language, std::string_view on) {
    return party_name(take(read_parties_zh(zh, vocabulary())).front(), vocabulary(), language, day(on));
  };
  CHECK(name("欧安组织 c", "zh", "2019-01-01") == "欧安组织");
  CHECK(name("欧安组织", "en", "2019-01-01") == "Organization for Security and Cooperation in Europe");
  CHECK(name("土耳其", "en", "2022-06-01") == "Turkey");
  CHECK(name("土耳其", "en", "2022-06-02") == "Türkiye");
  CHECK(name("text:绿色和平", "en", "2019-01-01") == "绿色和平");
  Party gone;
  gone.organization = "no-longer-in-the-vocabulary";
  CHECK(party_name(gone, vocabulary(), "zh", in_2019) == "no-longer-in-the-vocabulary");
}

namespace {

// Cells that are read well and printed otherwise, in either annex: what is printed → what comes of it.
const std::map<std::string, std::string> other_words{
    {"欧安组织；裁军事务厅 d", "欧安组织、裁军事务厅 d"},
    {"多米尼加共和国，美洲组织/美洲反恐委", "多米尼加共和国、美洲组织/美洲反恐委"},
    {"裁军事务厅、 d世界海关组织", "裁军事务厅 d、世界海关组织"},
    {"2017年2月20日至24日", "2017年2月20-24日"},
    {"2021年7月13和15日", "2021年7月13日和15日"},
    {"虚拟", "虚拟会议"},
};

// The wordings of one body that lead to the one name that is printed.
const std::vector<std::pair<std::string, std::string>> other_names{
    {"海关组织", "世界海关组织"},
    {"国际科学和技术中心", "国际科学技术中心"},
    {"欧亚反洗钱和打击资助恐怖主义行为工作组", "欧亚反洗钱和打击资助恐怖主义小组"},
    {"欧亚打击洗钱和资助恐怖主义小组", "欧亚反洗钱和打击资助恐怖主义小组"},
    {"欧洲联盟英才中心倡议", "欧洲联盟化生放核英才中心倡议"},
    {"欧洲联盟化生放核英才中心", "欧洲联盟化生放核英才中心倡议"},
    {"新现威胁及关键基础设施保护问题工作组", "联合国全球反恐协调契约新现威胁及关键基础设施保护问题工作组"},
};

std::string expected_print(const std::string& cell) {
  if (const auto other = other_words.find(cell); other != other_words.end()) return other->second;
  // Name by name: a name is what stands between separators.
  std::string print;
  for (std::size_t from = 0; from <= cell.size();) {
    const std::string separator = "、";
    const auto end = std::min(cell.find(separator, from), cell.size());
    std::string name = cell.substr(from, end - from);
    for (const auto& [other, one] : other_names)
      if (name == other) {
        name = one;
        break;
      }
    print += (from == 0 ? "" : separator) + name;
    from = end + separator.size();
  }
  return print;
}

void check_cell(const std::string& cell, const result<std::string>& print) {
  CAPTURE(cell);
  REQUIRE_MESSAGE(print, told(print));
  CHECK(*print == expected_print(cell));
}

result<std::string> dates_again(const std::string& cell) {
  return read_dates_zh(cell).map([](const auto& ranges) { return print_dates_zh(ranges); });
}

result<std::string> place_again(const std::string& cell, CivilDate on) {
  return read_place_zh(cell, vocabulary()).map([on](const auto& place) {
    return print_place_zh(place, vocabulary(), on);
  });
}

result<std::string> parties_again(const std::string& cell, CivilDate on) {
  return read_parties_zh(cell, vocabulary()).map([on](const auto& parties) {
    return print_parties_zh(parties, vocabulary(), on);
  });
}

}  // namespace

TEST_CASE("every cell of annex XVIII is printed as it was read, save for the listed") {
  const CsvTable table = take(read_csv(records() + "/annex-xviii.csv"));
  const std::string comma = "，";
  for (const CsvRow& row : table.rows) {
    const std::string& cell = row.cells[2];
    const auto at = cell.find(comma);
    const std::string dates = cell.substr(0, at);
    const CivilDate on = take(read_dates_zh(dates)).front().first;
    check_cell(dates, dates_again(dates));
    std::string place = cell.substr(at + comma.size());
    if (place == "圣萨尔瓦多，") place = "圣萨尔瓦多";  // row 79, a comma too many
    check_cell(place, place_again(place, on));
    check_cell(row.cells[4], parties_again(row.cells[4], on));
    check_cell(row.cells[5], parties_again(row.cells[5], on));
  }
}

TEST_CASE("every cell of annex XIX is printed as it was read, save for the listed") {
  for (const CsvRow& row : take(read_csv(records() + "/annex-xix.csv")).rows) {
    const CivilDate on = take(read_dates_zh(row.cells[3])).front().first;
    check_cell(row.cells[3], dates_again(row.cells[3]));
    check_cell(row.cells[5], place_again(row.cells[5], on));
    check_cell(row.cells[6], parties_again(row.cells[6], on));
  }
}

}  // namespace daybook::parties_zh_test
