// Answering questions about what is no activity: reports, plans, requests …
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "daybook/projections/figure_question.h"

namespace daybook {

// One fact that a noun stands for.
struct Item {
  std::string id;
  std::optional<CivilDate> date;  // none where the record gives none: it then fails any --from and --to
  std::map<std::string, std::vector<std::string>> facets;
  std::string words;
};

// The items that the period and every condition let through.
std::vector<Item> items_that_meet(const std::vector<Item>& items, const FigureQuestion& question);
// How many those are, or how many different values they have.
std::uint64_t count_items(const std::vector<Item>& items, const FigureQuestion& question);

}  // namespace daybook
