#include "item_answer.h"

#include <algorithm>
#include <map>

namespace daybook {

namespace {

bool has_value(const Item& item, const std::string& facet) {
  const auto known = item.facets.find(facet);
  return known != item.facets.end() && !known->second.empty();
}

bool meets(const Item& item, const FigureCondition& condition) {
  const auto known = item.facets.find(condition.facet);
  return known != item.facets.end() &&
         std::find_first_of(known->second.begin(), known->second.end(), condition.values.begin(),
                            condition.values.end()) != known->second.end();
}

bool meets(const Item& item, const FigureQuestion& question) {
  const bool dated = question.period.from || question.period.to;
  if (dated && !(item.date && question.period.holds(*item.date))) return false;
  if (!question.by.empty() && !has_value(item, question.by)) return false;
  return std::all_of(question.where.begin(), question.where.end(),
                     [&](const FigureCondition& condition) { return meets(item, condition); });
}

}  // namespace

std::vector<Item> items_that_meet(const std::vector<Item>& items, const FigureQuestion& question) {
  std::vector<Item> met;
  std::copy_if(items.begin(), items.end(), std::back_inserter(met),
               [&](const Item& item) { return meets(item, question); });
  return met;
}

std::uint64_t count_items(const std::vector<Item>& items, const FigureQuestion& question) {
  const std::vector<Item> met = items_that_meet(items, question);
  if (question.distinct.empty()) return met.size();
  std::map<std::string, std::uint64_t> items_of;  // by value
  for (const Item& item : met)
    if (const auto values = item.facets.find(question.distinct); values != item.facets.end())
      for (const std::string& value : values->second)
        ++items_of[value];
  return static_cast<std::uint64_t>(std::count_if(items_of.begin(), items_of.end(), [&](const auto& value) {
    return value.second >= question.at_least && value.second <= question.at_most;
  }));
}

}  // namespace daybook
