#include <algorithm>
#include <optional>
#include <random>

#include "daybook/projections/count.h"
#include "daybook/projections/list.h"
#include "daybook/register/fold.h"
#include "daybook/render/render.h"

#include "bench/measure.h"
#include "bench/measurements.h"

namespace daybook::bench {

namespace {

constexpr double count_seconds_max = 0.002;

CountQuestion by(Facet a, Facet b) {
  CountQuestion question;
  question.by = {a, b};
  return question;
}

Facet facet(std::size_t i) {
  return static_cast<Facet>(i);
}

std::string name_of(const CountQuestion& question) {
  return fmt::format("{} x {}", daybook::name_of(question.by[0]), daybook::name_of(question.by[1]));
}

// Every pair of two facets, either of them first, at `view`.
void measure_pairs(const View& view, Facets& facets, std::string_view when) {
  std::vector<std::pair<double, std::string>> medians;
  for (std::size_t a = 0; a < facet_names.size(); ++a)
    for (std::size_t b = 0; b < facet_names.size(); ++b) {
      if (a == b) continue;
      const CountQuestion question = by(facet(a), facet(b));
      std::vector<double> times;
      for (int i = 0; i < 5; ++i)
        times.push_back(seconds([&] { count(view, facets, question); }));
      medians.emplace_back(median(times), name_of(question));
    }
  std::sort(medians.begin(), medians.end());
  const auto above = static_cast<std::size_t>(
      std::count_if(medians.begin(), medians.end(), [](auto& m) { return m.first > count_seconds_max; }));
  heading(fmt::format("Count by two facets, {} pairs, {}", medians.size(), when));
  line("median pair: " + medians[medians.size() / 2].second, milliseconds(medians[medians.size() / 2].first));
  for (std::size_t i = medians.size() - std::min<std::size_t>(5, medians.size()); i + 1 < medians.size(); ++i)
    line(medians[i].second, milliseconds(medians[i].first));
  target("worst pair: " + medians.back().second, "<= 2 ms", milliseconds(medians.back().first), above == 0);
  line("pairs above 2 ms", fmt::to_string(above));
}

struct ListTimes {
  std::vector<double> select;
  std::vector<double> table;
  std::vector<double> text;
  std::vector<double> all;
};

// Lists of about `rows_wanted` activities in the order of dates: as known at a random position in the middle
// half of the history, over a stretch of days that ends half a year before what was recorded there.
void measure_list(const Register& reg, Facets& facets, unsigned seed, int width) {
  constexpr std::size_t questions = 50;
  constexpr double rows_wanted = 22'000;
  constexpr std::int32_t days_before = 180;
  constexpr double list_seconds_max = 0.010;
  std::mt19937 random(seed);
  const auto& days = reg.versions().first_day;
  const auto [first, last] = std::minmax_element(days.begin(), days.end());
  const auto stretch =
      static_cast<std::int32_t>(rows_wanted * (*last - *first) / static_cast<double>(days.size()));
  ListTimes times;
  std::vector<double> rows;
  std::size_t bytes = 0;
  std::string taken;  // a piece of the text, copied as a pipe would
  for (std::size_t i = 0; i < questions; ++i) {
    const View view = reg.at(static_cast<EventCount>(reg.size() / 4 + random() % (reg.size() / 2 + 1)));
    ListQuestion question;
    const std::int32_t end = days[std::max(view.end(), VersionIndex{1}) - 1] - days_before;
    question.period = {CivilDate::from_days(end - stretch), CivilDate::from_days(end)};
    std::vector<VersionIndex> versions;
    std::optional<Table> table;
    const auto take = [&](std::string_view piece) {
      bytes += piece.size();
      taken.assign(piece);
      return true;
    };
    times.select.push_back(seconds([&] { versions = select(view, facets, question); }));
    times.table.push_back(seconds([&] { table = list_table(view, versions, Language::zh); }));
    times.text.push_back(seconds([&] { render_text(*table, {width}, take); }));
    times.all.push_back(times.select.back() + times.table.back() + times.text.back());
    rows.push_back(static_cast<double>(versions.size()));
  }
  heading(
      fmt::format("{} lists in mid-history, {:.0f} rows in the median, {} columns wide: {:.1f} MB of text, "
                  "copied as it is handed on",
                  questions, median(rows), width, static_cast<double>(bytes) / questions / 1e6));
  line("selected and sorted, median", milliseconds(median(times.select)));
  line("as a table, median", milliseconds(median(times.table)));
  line("as text, median", milliseconds(median(times.text)));
  line("all of it, median", milliseconds(median(times.all)));
  const double p99 = quantile(times.all, 0.99);
  target("all of it, 99th percentile", "<= 10 ms", milliseconds(p99), p99 <= list_seconds_max);
}

}  // namespace

void measure_columns(const Register& reg, Facets& facets) {
  const double time = seconds([&] {
    for (std::size_t i = 0; i < facet_names.size(); ++i)
      facets.at(reg.now(), facet(i));
  });
  line("columns of all facets, built once", milliseconds(time));
}

// Both clocks: as known at a random position, up to a random day.
void measure_past(const Register& reg, Facets& facets, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<double> times;
  constexpr std::array<std::pair<Facet, Facet>, 5> pairs{{{Facet::kind, Facet::year},
                                                          {Facet::organizer, Facet::month},
                                                          {Facet::host_state, Facet::audience},
                                                          {Facet::organization, Facet::year},
                                                          {Facet::annex, Facet::year}}};
  for (int i = 0; i < 50; ++i) {
    const auto at = static_cast<EventCount>(random() % (reg.size() + 1));
    const auto day = static_cast<std::int32_t>(12'500 + random() % 9'700);
    for (const auto& [a, b] : pairs) {
      CountQuestion question = by(a, b);
      question.period.to = CivilDate::from_days(day);
      times.push_back(seconds([&] { count(reg.at(at), facets, question); }));
    }
  }
  heading(fmt::format("Count in mid-history: {} questions, each at a random position, to a random day",
                      times.size()));
  line("median", milliseconds(median(times)));
  const double p99 = quantile(times, 0.99);
  target("99th percentile", "<= 2 ms", milliseconds(p99), p99 <= count_seconds_max);
}

void measure_questions(const Setting& setting) {
  const Vocabulary vocabulary = take(Vocabulary::load(setting.vocabulary()));
  auto log = take(EventLog::open(setting.log()));
  const Register reg = take(fold(log, vocabulary));
  Facets facets(reg);
  heading("Questions");
  measure_columns(reg, facets);
  measure_pairs(reg.now(), facets, "as known now");
  measure_pairs(reg.at(reg.size() / 2), facets, "as known in mid-history");
  measure_past(reg, facets, setting.seed);
  for (const int width : {100, 120})  // as into a file or a pipe, and wider
    measure_list(reg, facets, setting.seed, width);
}

}  // namespace daybook::bench
