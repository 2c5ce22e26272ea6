#include "rejects.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include <fmt/format.h>

namespace daybook {

namespace {

std::string what_is_wrong(const RowFields& row, const std::vector<Error>& errors) {
  std::string text;
  for (const Error& error : errors) {
    if (error.place.file != row.table().file || error.place.row != row.row().number) continue;
    Error placeless = error;
    placeless.place = {{}, 0, error.place.field};
    text += (text.empty() ? "" : "; ") + to_string(placeless);
  }
  return text;
}

void add_line(std::string& text, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i)
    text += (i == 0 ? "" : ",") + csv_cell(cells[i]);
  text += "\r\n";
}

}  // namespace

result<std::vector<std::string>> write_rejects(const std::string& file, const std::vector<RowFields>& rows,
                                               const std::vector<Error>& errors) {
  std::map<std::vector<std::string>, std::string> texts;  // by heading
  std::vector<std::vector<std::string>> order;
  for (const RowFields& row : rows) {
    std::vector<std::string> heading;
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < row.table().columns.size(); ++i) {
      if (row.table().columns[i] == error_column) continue;
      heading.push_back(row.table().columns[i]);
      cells.push_back(row.row().cells[i]);
    }
    heading.emplace_back(error_column);
    cells.push_back(what_is_wrong(row, errors));
    auto [text, added] = texts.try_emplace(heading, "\xEF\xBB\xBF");  // so that Excel shows Chinese
    if (added) {
      order.push_back(heading);
      add_line(text->second, heading);
    }
    add_line(text->second, cells);
  }
  std::vector<std::string> names;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::filesystem::path path(file);
    names.push_back(i == 0 ? file
                           : (path.parent_path() /
                              fmt::format("{}-{}{}", path.stem().string(), i + 1, path.extension().string()))
                                 .string());
    std::ofstream stream(names.back(), std::ios::binary | std::ios::trunc);
    stream << texts[order[i]];
    if (!stream.flush())
      return fail({ErrorCode::file, "the rejected rows cannot be written there", {names.back(), 0, {}}, {}});
  }
  return names;
}

}  // namespace daybook
