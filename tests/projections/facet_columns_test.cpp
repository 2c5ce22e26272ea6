#include "projections/facet_columns.h"

#include "tests/register/fed.h"
#include "tests/story.h"

namespace daybook::facet_columns_test {

using namespace story;

namespace {

// The values of each version, in the order of recording: "AFR EEG, EEG, …".
std::string values(const FacetColumn& column, std::size_t versions) {
  std::string text;
  for (VersionIndex v = 0; v < versions; ++v) {
    if (v > 0) text += ", ";
    ValueSet of_version;
    for (const FacetPart& part : column.parts)
      for (const auto value :
           part.of(std::visit([&](const auto& codes) { return Code{codes[v]}; }, part.codes)))
        of_version.insert(column.values[value]);
    text += fmt::format("{}", fmt::join(of_version, " "));
  }
  return text;
}

}  // namespace

TEST_CASE("a code stands for a set of values, which may be empty") {
  const FacetColumn column =
      build_column(std::vector<std::uint8_t>{0, 1, 0, 2}, {ValueSet{"b", "a"}, ValueSet{"b"}, ValueSet{}});
  CHECK(column.values == std::vector<std::string>{"a", "b"});
  CHECK(column.parts.front().code_count() == 3);
  CHECK(values(column, 4) == "a b, b, a b, ");
  CHECK(column.parts.front().none == std::vector<std::uint8_t>{0, 0, 1});
}

TEST_CASE("a column has a code for each set of values that occurs, and for no other") {
  const Register& reg = published().reg;
  for (std::size_t i = 0; i < facet_names.size(); ++i) {
    if (static_cast<Facet>(i) == Facet::annex) continue;
    CAPTURE(facet_names[i]);
    for (const FacetPart& part : build_column(reg, static_cast<Facet>(i), false).parts) {
      std::set<Code> occur;
      std::visit([&](const auto& codes) { occur.insert(codes.begin(), codes.end()); }, part.codes);
      CHECK(occur.size() == part.code_count());
      std::set<std::pair<bool, std::vector<std::uint32_t>>> sets;
      for (Code code = 0; code < part.code_count(); ++code)
        sets.emplace(part.none[code] != 0, std::vector(part.of(code).begin(), part.of(code).end()));
      CHECK(sets.size() == part.code_count());
    }
  }
}

TEST_CASE("the groups of an activity are those of its own day, whatever else was recorded") {
  Register reg(vocabulary());
  const auto activity = [&](const char* id, const char* on, StringList states, StringList named) {
    ActivityRecorded recorded = made_activity("论坛", days(on, on));
    recorded.states = std::move(states);
    recorded.regions = std::move(named);
    recorded.place.states = {"AUT"};
    feed(reg, std::string("activity/") + id, recorded);
  };
  activity("2019-vienna-1", "2019-03-01", {"KEN", "KAZ"}, {});
  activity("2019-vienna-2", "2019-03-02", {"KEN"}, {"GRULAC"});
  activity("2022-vienna-1", "2022-06-02", {"TUR"}, {});
  activity("2022-vienna-2", "2022-06-03", {}, {});
  CHECK(values(build_column(reg, Facet::region, false), 4) == "AFR APG, AFR GRULAC, WEOG, ");
  CHECK(values(build_column(reg, Facet::host_region, false), 4) == "WEOG, WEOG, WEOG, WEOG");
  for (VersionIndex v = 0; v < 4; ++v) {
    const StringList served = reg.version(v).regions;
    CHECK(fmt::format("{}", fmt::join(served, " ")) ==
          std::vector<std::string>{"AFR APG", "AFR GRULAC", "WEOG", ""}[v]);
  }
}

TEST_CASE("a year or month may be any that a date can have, also one long before the committee") {
  Register reg(vocabulary());
  for (const char* on : {"1900-01-31", "1958-03-01", "1970-01-01", "2199-12-31"})
    feed(reg, std::string("activity/") + on, made_activity("论坛", days(on, on)));
  CHECK(values(build_column(reg, Facet::year, false), 4) == "1900, 1958, 1970, 2199");
  CHECK(values(build_column(reg, Facet::month, false), 4) == "1900-01, 1958-03, 1970-01, 2199-12");
}

}  // namespace daybook::facet_columns_test
