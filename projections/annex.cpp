#include "daybook/projections/annex.h"

#include <array>
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

// As the Chinese text numbers its annexes; 1 to 99.
std::string in_chinese(int value) {
  constexpr std::array<std::string_view, 10> digits{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  const auto digit = [&](int number) { return std::string(digits.at(static_cast<std::size_t>(number))); };
  if (value < 10) return digit(value);
  return (value < 20 ? "" : digit(value / 10)) + "十" + digit(value % 10);
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

std::vector<const AnnexRule*> annexes_in_order() {
  std::map<int, const AnnexRule*> by_value;
  for (const auto rule : annex_rules)
    by_value.emplace(value_of_roman(rule().number), &rule());
  std::vector<const AnnexRule*> rules;
  for (const auto& [value, rule] : by_value)
    rules.push_back(rule);
  return rules;
}

std::string annex_name(const AnnexRule& rule, Language language) {
  if (language == Language::zh) return "附件" + in_chinese(value_of_roman(rule.number));
  std::string name = "Annex ";
  for (const char letter : rule.number)
    name += static_cast<char>(letter - 'a' + 'A');
  return name;
}

std::string annex_numbers(bool of_activities) {
  std::string numbers;
  for (const AnnexRule* rule : annexes_in_order())
    if (!of_activities || rule->takes != nullptr)
      numbers += (numbers.empty() ? "" : ", ") + std::string(rule->number);
  return numbers;
}

void add_used_footnotes(Table& table, const std::vector<Footnote>& footnotes) {
  for (const Footnote& footnote : footnotes)
    if (uses_mark(table, footnote.mark)) table.footnotes.push_back(footnote);
}

Cell cell_of_print(std::string_view text) {
  std::vector<Run> runs;
  std::size_t from = 0;
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    const bool letter = at + 1 < text.size() && (text[at + 1] >= 'a' && text[at + 1] <= 'd');
    const bool alone = at + 2 >= text.size() || static_cast<unsigned char>(text[at + 2]) >= 0x80 ||
                       text[at + 2] == '/' || text[at + 2] == ';' || text[at + 2] == '\n';
    if (!letter || !alone) continue;
    runs.push_back({text.substr(from, at - from), text.substr(at + 1, 1)});
    from = at + 2;
  }
  if (from < text.size()) runs.push_back({text.substr(from), {}});
  return {runs};
}

}  // namespace daybook
