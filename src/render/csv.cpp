#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

#include "daybook/render/render.h"

#include "print_rows.h"

namespace daybook {

namespace {

bool is_plain_number(std::string_view text) {
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const auto all_digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  return all_digits(text.substr(0, point)) && (point == text.size() || all_digits(text.substr(point + 1)));
}

// OWASP, "CSV Injection". Excel in East Asian languages also takes the full-width signs ＝ ＋ － ＠ for a
// formula.
bool runs_as_formula(std::string_view text) {
  static constexpr std::string_view openings[] = {"=",  "+",  "-",  "@",  "\t", "\r",
                                                  "\n", "＝", "＋", "－", "＠"};
  const bool opens = std::any_of(std::begin(openings), std::end(openings),
                                 [&](std::string_view opening) { return text.starts_with(opening); });
  return opens && !is_plain_number(text);
}

class CsvRecord {
 public:
  explicit CsvRecord(std::string& out) : out_(out), begin_(out.size()) {}

  void field(std::string_view text) {
    if (!first_) out_ += ',';
    first_ = false;
    const bool formula = runs_as_formula(text);
    const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
    if (quoted) out_ += '"';
    if (formula) out_ += '\'';
    if (!quoted) {
      out_ += text;
      return;
    }
    for (const char c : text) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }

  void end() {
    // A record of one empty field must not look like an empty line, which readers skip.
    if (out_.size() == begin_) out_ += "\"\"";
    out_ += "\r\n";
  }

 private:
  std::string& out_;
  std::size_t begin_;
  bool first_ = true;
};

bool has_ids(const Table& table) {
  for (const Section& section : table.sections)
    for (const Row& row : section.rows)
      if (!row.id.empty()) return true;
  return false;
}

bool has_headings(const Table& table) {
  return std::any_of(table.sections.begin(), table.sections.end(),
                     [](const Section& section) { return !section.heading.empty(); });
}

}  // namespace

void render_csv(const Table& table, const CsvOptions& options, const TakeText& take) {
  const bool ids = has_ids(table);
  const bool headings = has_headings(table);
  const std::size_t columns = table.columns.size();
  Outlet out(take);
  if (options.byte_order_mark) out.text() += "\xEF\xBB\xBF";
  if (columns > 0) {
    CsvRecord heads(out.text());
    if (ids) heads.field("id");
    if (headings) heads.field("section");
    for (std::size_t i = 0; i < columns; ++i)
      heads.field(full_heading(table, i));
    heads.end();
    for (const Section& section : table.sections)
      print_rows(section.size(), out, [&] {
        return [&, reader = RowReader(section)](std::size_t index, std::string& text) mutable {
          const Row& row = reader.row(index);
          CsvRecord record(text);
          if (ids) record.field(row.id);
          if (headings) record.field(section.heading);
          for (std::size_t i = 0; i < columns; ++i)
            record.field(i < row.cells.size() ? plain_text(row.cells[i]) : std::string());
          record.end();
        };
      });
  }
  out.finish();
}

std::string render_csv(const Table& table, const CsvOptions& options) {
  return whole_text([&](const TakeText& take) { render_csv(table, options, take); });
}

}  // namespace daybook
