// Reference data of config/vocab: States, bodies, places and terms, under all their names. Read once at the
// start and never changed; safe from any thread.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "daybook/base/civil_date.h"
#include "daybook/base/error.h"
#include "daybook/base/names.h"

namespace daybook {

// The five regional groups, in the English alphabetical order of their codes.
inline constexpr std::array<std::string_view, 5> region_codes{"AFR", "APG", "EEG", "GRULAC", "WEOG"};

// What a State was called and which group it was in, from one day to another (both inclusive).
struct StatePeriod {
  DateRange valid;
  std::string group;                                     // one of region_codes
  std::map<std::string, std::string, std::less<>> name;  // by language: zh en fr es ru ar
};

struct State {
  std::string iso3;
  std::string m49;
  std::vector<StatePeriod> periods;  // in order of time; never empty

  // The period that holds on that day; the nearest one where none does.
  const StatePeriod& on(CivilDate day) const;
};

struct Organization {
  std::string id;
  std::string acronym;
  std::string zh;       // the short form that the annexes print
  std::string full_zh;  // the name that an annex's abbreviations give; empty where they give none
  std::string en;
  std::vector<std::string> parents;
};

struct City {
  std::string id;
  std::string zh;
  std::string en;
  std::string state;   // ISO 3166 alpha-3
  bool alone = false;  // printed without its State: a capital, a seat of the United Nations …
};

// A treaty or other expression that the annexes abbreviate.
struct Term {
  std::string id;
  std::string acronym;
  std::string zh;
  std::string full_zh;
  std::string en;
};

// Stretches of time from each of some days to the one before the next, numbered from 0: the one before the
// first day.
class Eras {
 public:
  // REQUIRES: ascending.
  explicit Eras(std::vector<CivilDate> first_days) : first_days_(std::move(first_days)) {}
  std::uint32_t of(CivilDate day) const {
    return static_cast<std::uint32_t>(std::upper_bound(first_days_.begin(), first_days_.end(), day) -
                                      first_days_.begin());
  }
  // A day in the era.
  CivilDate day_in(std::uint32_t era) const {
    if (era > 0) return first_days_[era - 1];
    return first_days_.empty() ? CivilDate() : CivilDate::from_days(first_days_[0].days_since_epoch() - 1);
  }

 private:
  std::vector<CivilDate> first_days_;
};

class Vocabulary {
 public:
  // Reads states.csv, organizations.csv, places.csv and terms.csv of the folder.
  // Errors: E-VOCABULARY, or that of the file and row at fault.
  static result<Vocabulary> load(const std::string& folder);

  // By any of its names, in any of the languages, its code or an alias. Errors: E-STATE, E-ORGANIZATION,
  // E-PLACE, with the nearest known names as the hint.
  result<std::string> state_id(std::string_view name) const;
  result<std::string> organization_id(std::string_view name) const;
  result<std::string> city_id(std::string_view name) const;
  const Names& state_names() const { return state_names_; }
  const Names& organization_names() const { return organization_names_; }
  const Names& city_names() const { return city_names_; }

  // nullptr when the id is not known.
  const State* state(std::string_view iso3) const;
  const Organization* organization(std::string_view id) const;
  const City* city(std::string_view id) const;

  const std::vector<State>& states() const { return states_; }
  const std::vector<Organization>& organizations() const { return organizations_; }
  const std::vector<City>& cities() const { return cities_; }
  const std::vector<Term>& terms() const { return terms_; }

  // The name of a State as it was on that day; the code itself when it is not known.
  std::string_view state_name(std::string_view iso3, std::string_view language, CivilDate on) const;
  // The regional group on that day; empty when the State is not known.
  std::string_view region(std::string_view iso3, CivilDate on) const;
  // Within each of them every State has one name and is in one group.
  Eras eras() const;

 private:
  result<void> load_states(const std::string& file);
  result<void> load_organizations(const std::string& file);
  result<void> load_cities(const std::string& file);
  result<void> load_terms(const std::string& file);
  result<void> check_references(const std::string& folder) const;

  std::vector<State> states_;
  std::vector<Organization> organizations_;
  std::vector<City> cities_;
  std::vector<Term> terms_;
  std::map<std::string, std::size_t, std::less<>> state_by_id_;
  std::map<std::string, std::size_t, std::less<>> organization_by_id_;
  std::map<std::string, std::size_t, std::less<>> city_by_id_;
  Names state_names_;
  Names organization_names_;
  Names city_names_;
};

}  // namespace daybook
