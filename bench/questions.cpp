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

void measure_list(const Register& reg, Facets& facets) {
  constexpr std::size_t rows = 22'000;
  std::vector<VersionIndex> versions = select(reg.now(), facets, {});
  if (versions.size() > rows) versions.resize(rows);
  Table table;
  const double made = seconds([&] { table = list_table(reg.now(), versions, Language::zh); });
  std::string text;
  const double rendered = seconds([&] { text = render_text(table, {120}); });
  heading(fmt::format("A list of {} activities, {} MB of text", versions.size(), text.size() / 1'000'000));
  line("as a table", milliseconds(made));
  line("rendered, 120 columns wide", milliseconds(rendered));
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
  constexpr std::array<std::pair<Facet, Facet>, 4> pairs{{{Facet::kind, Facet::year},
                                                          {Facet::organizer, Facet::month},
                                                          {Facet::host_state, Facet::audience},
                                                          {Facet::organization, Facet::year}}};
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
  measure_list(reg, facets);
}

}  // namespace daybook::bench
