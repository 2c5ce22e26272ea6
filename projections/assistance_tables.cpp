#include "assistance_tables.h"

#include <fmt/format.h>

#include "list_table.h"
#include "name_order.h"
#include "period_words.h"

namespace daybook {

namespace {

Table empty_table(std::string title, Language language) {
  Table table;
  table.language = tag(language);
  table.title = std::move(title);
  table.sections.emplace_back();
  return table;
}

void add_row(Table& table, const std::vector<std::string>& cells) {
  Row& row = table.sections.front().rows.emplace_back();
  for (const std::string& cell : cells)
    row.cells.push_back(plain_cell(cell));
}

// How many of the States have the value in one of their requests, and their share of all in per cent.
template <class E, class ValuesOf>
void add_share(Table& table, std::string head, const std::vector<AssistanceOfState>& states, E value,
               ValuesOf values_of) {
  const auto count =
      static_cast<std::size_t>(std::count_if(states.begin(), states.end(), [&](const auto& one) {
        return std::any_of(one.requests.begin(), one.requests.end(), [&](const AssistanceRequested* request) {
          const auto& values = values_of(*request);
          return std::find(values.begin(), values.end(), value) != values.end();
        });
      }));
  const std::size_t percent = states.empty() ? 0 : (200 * count + states.size()) / (2 * states.size());
  add_row(table, {std::move(head), fmt::format("{}", count), fmt::format("{}", percent)});
}

void add_share_columns(Table& table, std::string head, std::size_t states, Language language) {
  const bool english = language == Language::en;
  const std::string group = english ? "Requesting States" : "请求国";
  table.columns = {{std::move(head), {}, {}},
                   {english ? "Number" : "数目", {}, {}, group},
                   {english ? fmt::format("Percentage of total ({} States)", states)
                            : fmt::format("占总数的百分比({}个国家)", states),
                    {},
                    {},
                    group}};
}

Table by_paragraph(const std::vector<AssistanceOfState>& states, const Period& period, Language language) {
  const bool english = language == Language::en;
  Table table = empty_table(
      english
          ? "Summary of requests for assistance submitted for matching, by paragraph of "
            "resolution 1540 (2004)" +
                period_words(period, language)
          : period_words(period, language) + "提交的供配对的援助请求汇总表(按第1540(2004)号决议中的段落分列)",
      language);
  add_share_columns(table, english ? "Paragraph" : "段次", states.size(), language);
  for (const auto paragraph :
       {RequestParagraph::two, RequestParagraph::three_a_b, RequestParagraph::three_c_d})
    add_share(table, std::string(EnumNames<RequestParagraph>::names[static_cast<std::size_t>(paragraph)]),
              states, paragraph, [](const AssistanceRequested& request) { return request.paragraphs; });
  return table;
}

Table by_type(const std::vector<AssistanceOfState>& states, const Period& period, Language language) {
  static constexpr std::array<std::string_view, 4> zh{"设备", "培训", "立法", "供资"};
  static constexpr std::array<std::string_view, 4> en{"Equipment", "Training", "Legislation", "Funding"};
  const bool english = language == Language::en;
  Table table = empty_table(
      english ? "Summary of requests for assistance, by type of request" + period_words(period, language)
              : period_words(period, language) + "按请求类型分列的援助请求汇总表",
      language);
  add_share_columns(table, english ? "Type of request" : "请求类型", states.size(), language);
  for (std::size_t i = 0; i < zh.size(); ++i)
    add_share(table, std::string(english ? en[i] : zh[i]), states, static_cast<RequestType>(i),
              [](const AssistanceRequested& request) { return request.types; });
  return table;
}

// The number of States of the group, and their names; a State with several requests with their number.
std::vector<std::string> of_region(const View& view, std::string_view region,
                                   const std::map<std::string, std::int64_t>& requests, CivilDate on,
                                   Language language) {
  const Vocabulary& vocabulary = view.of().vocabulary();
  const bool english = language == Language::en;
  std::vector<std::string> streams;
  for (const auto& [stream, number] : requests)
    if (vocabulary.region(state_of(stream), on) == region) streams.push_back(stream);
  sort_by_english_name(streams, vocabulary, on);
  std::vector<std::string> names;
  for (const std::string& stream : streams) {
    const auto number = requests.at(stream);
    names.push_back(list_name(stream, vocabulary, language, on) + (number < 2 ? ""
                                                                   : english
                                                                       ? fmt::format(" ({} requests)", number)
                                                                       : fmt::format("({}项请求)", number)));
  }
  return {fmt::format("{}", names.size()),
          names.empty() ? "—" : fmt::format("{}", fmt::join(names, english ? ", " : "、"))};
}

// In the order of region_codes, as the table prints them.
std::string region_name(std::size_t region, Language language) {
  static constexpr std::array<std::string_view, region_codes.size()> zh{"非洲", "亚太", "东欧",
                                                                        "拉丁美洲和加勒比", "西欧和其他国家"};
  static constexpr std::array<std::string_view, region_codes.size()> en{
      "Africa", "Asia-Pacific", "Eastern Europe", "Latin America and the Caribbean",
      "Western European and other States"};
  return std::string(language == Language::en ? en[region] : zh[region]);
}

struct ReviewPeriod {
  std::string head;
  std::map<std::string, std::int64_t> requests;  // by State
};

// The one before and the one that is asked about; the first only where it has an end.
std::vector<ReviewPeriod> review_periods(const View& view, const Period& period, Language language) {
  const bool english = language == Language::en;
  std::vector<ReviewPeriod> reviews;
  if (period.from) {
    const CivilDate last = CivilDate::from_days(period.from->days_since_epoch() - 1);
    const int first_year = std::min(first_request(view).value_or(last).year(), last.year());
    reviews.push_back({english ? fmt::format("Previous review period ({}-{})", first_year, last.year())
                               : fmt::format("上一审查期({}-{}年)", first_year, last.year()),
                       requests_by_state(view, {std::nullopt, last})});
  }
  reviews.push_back({english ? "Current review period" : "当前审查期", requests_by_state(view, period)});
  return reviews;
}

Table by_region(const View& view, const Period& period, Language language) {
  const bool english = language == Language::en;
  const CivilDate on = naming_day(period);
  const auto reviews = review_periods(view, period, language);
  Table table = empty_table(
      english ? "Number of States that submitted new assistance requests for matching in the previous and "
                "current review periods, by region"
              : "在上一个和当前审查期间提交新援助请求供配对的国家数目(按区域分列)",
      language);
  table.columns.push_back({english ? "Region" : "区域", {}, {}});
  std::vector<std::string> totals{english ? "Total" : "共计"};
  for (const ReviewPeriod& review : reviews) {
    table.columns.insert(table.columns.end(), 2, {{}, {}, {}, review.head});
    totals.push_back(fmt::format("{}", review.requests.size()));
    totals.emplace_back();
  }
  for (std::size_t region = 0; region < region_codes.size(); ++region) {
    std::vector<std::string> cells{region_name(region, language)};
    for (const ReviewPeriod& review : reviews)
      for (std::string& cell : of_region(view, region_codes[region], review.requests, on, language))
        cells.push_back(std::move(cell));
    add_row(table, cells);
  }
  add_row(table, totals);
  return table;
}

}  // namespace

std::vector<Table> assistance_tables(const View& view, const std::vector<AssistanceOfState>& states,
                                     const Period& period, Language language) {
  return {by_paragraph(states, period, language), by_type(states, period, language),
          by_region(view, period, language)};
}

}  // namespace daybook
