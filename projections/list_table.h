// The shape that annexes I, II, III, V and VI share: numbered names, with or without days.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "daybook/projections/annex.h"

namespace daybook {

std::string day_in(CivilDate day, Language language);

// A paragraph each.
std::string paragraphs(const std::vector<std::string>& lines);

// A table of rows about streams, in the order of their English names: number, name, and the days of `days`
// for the stream, where it has some. `heads` are those of the columns after the number.
struct NameList {
  std::string_view annex;
  std::string title;
  std::vector<std::string> heads;
  std::vector<std::string> streams;
  std::map<std::string, std::vector<CivilDate>> days;
};
Table name_table(const NameList& list, const View& view, const Period& period, Language language);

}  // namespace daybook
