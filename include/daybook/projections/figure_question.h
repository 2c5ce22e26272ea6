// The questions that published figures answer, as people write them in records/…/figures.csv and as
// figure-published keeps them:
//
//   count [NOUN] [--by FACET] [--where FACET=VALUE[,VALUE]]… [--from DAY] [--to DAY] [--roll-up] [--grouped]
//   distinct FACET [NOUN] [the same] [--at-least N] [--at-most N]
//
// `count` is a number of facts: of activities, where no NOUN is named. `distinct` is the number of different
// values that those facts have in a facet; with --at-least and --at-most, of the values that so many of them
// have. `count --by FACET` counts those that have a value in it. Words are separated by spaces; a word with a
// space in it stands in quotation marks: --where "state=South Africa".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/projections/question.h"
#include "daybook/vocab/vocabulary.h"

namespace daybook {

struct FigureCondition {
  std::string facet;
  std::vector<std::string> values;  // as the record has them (KGZ, osce …); any of them meets it
};

struct FigureQuestion {
  std::string noun = "activities";
  std::string distinct;  // facet whose values are counted; empty = the facts themselves
  std::string by;        // facet in which a fact must have a value; empty = none
  std::vector<FigureCondition> where;
  Period period;
  bool roll_up = false;
  bool grouped = false;
  std::uint64_t at_least = 1;
  std::uint64_t at_most = UINT64_MAX;
};

// Errors: E-VALUE for a word that is out of place, E-FACET for a facet that the noun does not have, E-DATE,
// and those of read_facet_value().
result<FigureQuestion> read_figure_question(std::string_view text, const Vocabulary& vocabulary);

}  // namespace daybook
