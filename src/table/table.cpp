#include "daybook/table/table.h"

#include <algorithm>

#include <fmt/format.h>

namespace daybook {

namespace {

struct Kept {
  std::string text;
  std::vector<Run> runs;
};

struct KeptText {
  std::string text;
  Run run;
};

}  // namespace

Runs::Runs(const std::vector<Run>& runs) : size_(static_cast<std::uint32_t>(runs.size())) {
  if (runs.empty()) return;
  auto kept = std::make_shared<Kept>();
  for (const Run& run : runs)
    kept->text.append(run.text).append(run.mark);
  std::string_view rest = kept->text;
  const auto next = [&](std::size_t bytes) {
    const std::string_view taken = rest.substr(0, bytes);
    rest.remove_prefix(bytes);
    return taken;
  };
  kept->runs.reserve(runs.size());
  for (const auto& [text, mark, edit] : runs) {
    const std::string_view kept_text = next(text.size());
    kept->runs.push_back({kept_text, next(mark.size()), edit});
  }
  runs_ = {kept, kept->runs.data()};
}

Runs::Runs(std::string text) : size_(1) {
  auto kept = std::make_shared<KeptText>();
  kept->text = std::move(text);
  kept->run.text = kept->text;
  runs_ = {kept, &kept->run};
}

std::string signed_text(const Run& run) {
  switch (run.edit) {
    case Edit::removed:
      return fmt::format("[-{}-]", run.text);
    case Edit::added:
      return fmt::format("{{+{}+}}", run.text);
    case Edit::none:
      break;
  }
  return std::string(run.text);
}

std::string plain_text(const Cell& cell) {
  std::string text;
  for (const Run& run : cell.runs) {
    text += signed_text(run);
    if (!run.mark.empty()) (text += ' ') += run.mark;
  }
  return text;
}

void Section::make_rows() {
  if (made.size == 0) return;
  kept = made.maker();
  rows.resize(made.size);
  kept->make(0, rows);
  made = {};
}

RowReader::RowReader(const Section& section, std::size_t together) : section_(&section), together_(together) {
  if (section.made.size > 0) maker_ = section.made.maker();
}

void RowReader::make(std::size_t first) {
  made_.resize(std::min(together_, section_->made.size - first));
  first_ = first;
  maker_->make(first, made_);
}

bool prints_heads(const Table& table) {
  return std::any_of(table.columns.begin(), table.columns.end(),
                     [](const Column& column) { return !column.heading.empty() || !column.group.empty(); });
}

std::string full_heading(const Table& table, std::size_t column) {
  const auto& [heading, mark, align, group, whole] = table.columns[column];
  if (group.empty()) return heading;
  if (!heading.empty()) return group + " " + heading;
  return column > 0 && table.columns[column - 1].group == group ? std::string() : group;
}

}  // namespace daybook
