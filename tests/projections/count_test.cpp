#include "daybook/projections/count.h"

#include <random>

#include "tests/projections/naive_count.h"
#include "tests/register/fed.h"

namespace daybook::count_test {

using namespace story;

namespace {

// The record, and an activity such as it lacks: for two audiences, serving States and a group that are of
// three regions, with marks c and d at once, over the turn of a year. It is grouped with one of the record.
struct Counted {
  Story story;
  std::vector<NaiveActivity> activities;
  std::unique_ptr<Register> reg;

  Counted() {
    story.import({records()});
    ActivityRecorded both = made_activity("两种对象", days("2022-12-30", "2023-01-02"));
    both.audience = {Audience::academia, Audience::industry};
    both.states = {"MNG", "AUT"};
    both.regions = {"GRULAC"};
    both.organizers[0].mark = "c";
    both.organizers.push_back(both.organizers[0]);
    both.organizers[1].organization = "unlirec";
    both.organizers[1].mark = "d";
    story.record("2022-vienna-1", both);
    story.add("activity/2016-vienna-1",
              ActivitiesGrouped{{"2016-vienna-1", "2022-vienna-1"}, Basis::inferred});
    activities = decoded_activities(story.log());
    for (NaiveActivity& activity : activities)
      if (activity.facts == both) activity.annexes = {"xviii"};  // that no document lists: by its kind
    reg = std::make_unique<Register>(story.fold());
  }
};

const Counted& counted() {
  static const Counted made;
  return made;
}

std::map<std::vector<std::string>, std::uint64_t> as_map(const Counts& counts) {
  std::map<std::vector<std::string>, std::uint64_t> map;
  for (const CountLine& line : counts.lines)
    map[line.values] += line.count;
  return map;
}

void check_against_naive(Facets& facets, const CountQuestion& question) {
  const Counts actual = count(counted().reg->now(), facets, question);
  const NaiveCounts expected = naive_count(counted().activities, question);
  CHECK(actual.total == expected.total);
  CHECK(actual.without == expected.without);
  CHECK(as_map(actual) == expected.counts);
  CHECK(actual.lines.size() == expected.counts.size());  // no value on two lines
}

CountQuestion by(std::vector<Facet> facets) {
  CountQuestion question;
  question.by = std::move(facets);
  return question;
}

CountQuestion where(const std::vector<std::string>& conditions) {
  CountQuestion question;
  for (const auto& condition : conditions)
    question.where.push_back(take(read_condition(condition, vocabulary())));
  return question;
}

std::uint64_t total(const CountQuestion& question) {
  Facets facets(published().reg);
  return count(published().reg.now(), facets, question).total;
}

}  // namespace

TEST_CASE("the record holds 230 activities, 227 in annex XVIII and 61 in annex XIX") {
  CHECK(total({}) == 230);
  CHECK(total(where({"annex=xviii"})) == 227);
  CHECK(total(where({"annex=xix"})) == 61);
  CHECK(total(where({"annex=xviii", "annex=xix"})) == 58);
  CHECK(total(where({"annex=xviii,xix"})) == 230);
}

TEST_CASE("every facet counts what the decoded activities say") {
  Facets facets(*counted().reg);
  for (std::size_t i = 0; i < facet_names.size(); ++i)
    for (const bool roll_up : {false, true}) {
      CAPTURE(facet_names[i]);
      CAPTURE(roll_up);
      CountQuestion question = by({static_cast<Facet>(i)});
      question.roll_up = roll_up;
      check_against_naive(facets, question);
      question.grouped = true;
      check_against_naive(facets, question);
    }
}

TEST_CASE("every pair of facets counts what the decoded activities say") {
  Facets facets(*counted().reg);
  for (std::size_t a = 0; a < facet_names.size(); ++a)
    for (std::size_t b = 0; b < facet_names.size(); ++b) {
      CAPTURE(facet_names[a]);
      CAPTURE(facet_names[b]);
      check_against_naive(facets, by({static_cast<Facet>(a), static_cast<Facet>(b)}));
    }
}

TEST_CASE("random questions count what the decoded activities say") {
  const unsigned seed = std::random_device{}();
  MESSAGE("seed " << seed);
  std::mt19937 random(seed);
  Facets facets(*counted().reg);
  const auto some = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  for (int i = 0; i < 200; ++i) {
    CAPTURE(i);
    CountQuestion question;
    for (std::size_t n = some(3); n > 0; --n)
      question.by.push_back(static_cast<Facet>(some(facet_names.size())));
    for (std::size_t n = some(3); n > 0; --n) {
      // The values of an activity, so that most conditions are met by some.
      const NaiveActivity& like = counted().activities[some(counted().activities.size())];
      const auto facet = static_cast<Facet>(some(facet_names.size()));
      const auto values = naive_values(like, facet, false);
      question.where.push_back({facet, {values.begin(), values.end()}});
    }
    question.roll_up = some(2) == 0;
    question.grouped = some(2) == 0;
    if (some(2) == 0)
      question.period.from = CivilDate::from_days(static_cast<std::int32_t>(16'900 + some(2'300)));
    if (some(2) == 0)
      question.period.to = CivilDate::from_days(static_cast<std::int32_t>(16'900 + some(2'300)));
    check_against_naive(facets, question);
  }
}

TEST_CASE("activities that were grouped count as one when that is asked for") {
  CountQuestion question = where({"annex=xviii"});
  CHECK(total(question) == 227);
  question.grouped = true;
  CHECK(total(question) == 226);  // rows 110 and 111
  CountQuestion drugs_and_crime = where({"organizer=毒品和犯罪问题办公室"});
  CHECK(total(drugs_and_crime) == 22);
  drugs_and_crime.grouped = true;
  CHECK(total(drugs_and_crime) == 21);
}

TEST_CASE("a branch counts for its parent only when it is rolled up") {
  CountQuestion question = where({"organizer=欧安组织"});
  const auto alone = total(question);
  question.roll_up = true;
  const auto rolled = total(question);
  CHECK(rolled > alone);
  // The branches among the organizers of the record: the Conflict Prevention Centre and the Parliamentary
  // Assembly.
  CHECK(rolled == total(where({"organizer=osce,osce-cpc,osce-pa"})));
}

TEST_CASE("several values of one condition are alternatives, several conditions hold together") {
  const auto c = total(where({"support=c"}));
  const auto d = total(where({"support=d"}));
  const auto none = total(where({"support=none"}));
  CHECK(total(where({"support=c,d"})) == c + d);  // no row of the record has both
  CHECK(c + d + none == 230);
  CHECK(total(where({"support=c", "support=d"})) == 0);
  CHECK(total(where({"kind=visit,joint-visit,peer-review,other"})) == 61);
  CHECK(total(where({"kind=visit"})) == 25);
  CHECK(total(where({"kind=joint-visit"})) == 5);
  CHECK(total(where({"kind=peer-review"})) == 9);
  CHECK(total(where({"kind=other"})) == 22);
}

TEST_CASE("the periods of two years that follow each other add up") {
  const auto in = [&](const char* from, const char* to) {
    CountQuestion question;
    question.period = {day(from), day(to)};
    return total(question);
  };
  CHECK(in("2019-01-01", "2019-12-31") + in("2020-01-01", "2020-12-31") == in("2019-01-01", "2020-12-31"));
  CHECK(in("2016-01-01", "2022-12-31") == 230);
  CHECK(in("2016-05-04", "2016-05-04") == 1);  // both ends are in
  CHECK(in("2016-05-05", "2016-05-11") == 0);
  CHECK(in("2016-07-02", "2016-07-03") == 0);  // an activity belongs to the day on which it began
  CHECK(in("2019-12-31", "2019-01-01") == 0);
}

TEST_CASE("years and months come in the order of time, other values with the largest count first") {
  Facets facets(published().reg);
  const View now = published().reg.now();
  std::vector<std::string> years;
  for (const auto& line : count(now, facets, by({Facet::year})).lines)
    years.push_back(line.values[0]);
  CHECK(years == std::vector<std::string>{"2016", "2017", "2018", "2019", "2020", "2021", "2022"});
  const Counts organizers = count(now, facets, by({Facet::organizer}));
  for (std::size_t i = 1; i < organizers.lines.size(); ++i) {
    CHECK(organizers.lines[i - 1].count >= organizers.lines[i].count);
    if (organizers.lines[i - 1].count == organizers.lines[i].count)
      CHECK(organizers.lines[i - 1].values < organizers.lines[i].values);
  }
  const Counts months = count(now, facets, by({Facet::month}));
  for (std::size_t i = 1; i < months.lines.size(); ++i)
    CHECK(months.lines[i - 1].values < months.lines[i].values);
}

TEST_CASE("a count of the past knows only what was recorded then") {
  Facets facets(published().reg);
  CHECK(count(published().reg.at(0), facets, {}).total == 0);
  CHECK(count(published().reg.at(1), facets, {}).total == 1);
  CHECK(count(published().reg.at(454), facets, {}).total == 227);
  CHECK(count(published().reg.at(454), facets, where({"annex=xix"})).total == 61 - 3);  // by their kind
}

TEST_CASE("a question that nothing meets counts nothing, in any facet") {
  Facets facets(published().reg);
  for (std::size_t i = 0; i < facet_names.size(); ++i) {
    CountQuestion question = where({"year=1999"});
    question.by = {static_cast<Facet>(i)};
    const Counts counts = count(published().reg.now(), facets, question);
    CHECK(counts.total == 0);
    CHECK(counts.without == 0);
    CHECK(counts.lines.empty());
  }
}

TEST_CASE("an empty log counts nothing, in any facet") {
  const Register empty(vocabulary());
  Facets facets(empty);
  for (std::size_t i = 0; i < facet_names.size(); ++i)
    CHECK(count(empty.now(), facets, by({static_cast<Facet>(i), Facet::year})).lines.empty());
}

}  // namespace daybook::count_test
