#include "daybook/projections/annex.h"

#include <map>

#include "projections/catalogue.h"

namespace daybook {

namespace {

int value_of_roman(std::string_view number) {
  const auto value_of = [](char letter) { return letter == 'i' ? 1 : letter == 'v' ? 5 : 10; };
  int value = 0;
  for (std::size_t i = 0; i < number.size(); ++i) {
    const int one = value_of(number[i]);
    value += i + 1 < number.size() && one < value_of(number[i + 1]) ? -one : one;
  }
  return value;
}

bool uses_mark(const Table& table, const std::string& mark) {
  for (const Column& column : table.columns)
    if (column.mark == mark) return true;
  for (const Section& section : table.sections) {
    if (section.mark == mark) return true;
    for (const Row& row : section.rows)
      for (const Cell& cell : row.cells)
        for (const Run& run : cell.runs)
          if (run.mark == mark) return true;
  }
  return false;
}

}  // namespace

const AnnexRule* find_annex(std::string_view number) {
  for (const auto rule : annex_rules)
    if (rule().number == number) return &rule();
  return nullptr;
}

std::string annex_numbers(bool of_activities) {
  std::map<int, std::string_view> in_order;
  for (const auto rule : annex_rules)
    if (!of_activities || rule().takes != nullptr)
      in_order.emplace(value_of_roman(rule().number), rule().number);
  std::string numbers;
  for (const auto& [value, number] : in_order)
    numbers += (numbers.empty() ? "" : ", ") + std::string(number);
  return numbers;
}

void add_used_footnotes(Table& table, const std::vector<Footnote>& footnotes) {
  for (const Footnote& footnote : footnotes)
    if (uses_mark(table, footnote.mark)) table.footnotes.push_back(footnote);
}

Cell cell_of_print(std::string_view text) {
  Cell cell;
  std::size_t from = 0;
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    const bool letter = at + 1 < text.size() && (text[at + 1] >= 'a' && text[at + 1] <= 'd');
    const bool alone = at + 2 >= text.size() || static_cast<unsigned char>(text[at + 2]) >= 0x80 ||
                       text[at + 2] == '/' || text[at + 2] == ';' || text[at + 2] == '\n';
    if (!letter || !alone) continue;
    cell.runs.push_back({std::string(text.substr(from, at - from)), std::string(text.substr(at + 1, 1))});
    from = at + 2;
  }
  if (from < text.size()) cell.runs.push_back({std::string(text.substr(from)), {}});
  return cell;
}

}  // namespace daybook
