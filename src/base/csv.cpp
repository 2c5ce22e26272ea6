#include "daybook/base/csv.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include <fmt/format.h>
#include <sys/stat.h>

#include "daybook/base/limits.h"
#include "daybook/base/utf8.h"

namespace daybook {

namespace {

constexpr std::size_t block_bytes = 1 << 16;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Excel writes the list separator of the computer's language; the heading tells which one it was.
char separator_of(std::string_view text) {
  char found = ',';
  bool quoted = false;
  bool opens = true;  // a quotation mark here would open, or go on with, a quoted cell
  for (const char c : text) {
    if (c == '"' && (quoted || opens)) {
      quoted = !quoted;
      opens = !quoted;
    } else if (!quoted) {
      if (c == ',') return ',';
      if (c == '\r' || c == '\n') break;
      opens = c == ';' || c == '\t';
      if (opens && found == ',') found = c;
    }
  }
  return found;
}

class CsvParser {
 public:
  CsvParser(std::string_view text, const std::string& file)
      : text_(text), file_(file), separator_(separator_of(text)) {}

  result<CsvTable> parse() {
    CsvTable table;
    table.file = file_;
    auto heading = next_row();
    if (!heading) return fail(heading.error());
    for (auto& cell : *heading)
      table.columns.emplace_back(trim(cell));
    const bool headed =
        std::any_of(table.columns.begin(), table.columns.end(), [](auto& c) { return !c.empty(); });
    if (!headed) return bad(ErrorCode::csv, "the heading is empty");
    // A sheet that was once wider is saved with columns that have neither heading nor cells.
    const std::size_t width = table.columns.size();
    while (table.columns.back().empty())
      table.columns.pop_back();
    if (auto good = check_heading(table.columns); !good) return fail(good.error());
    while (at_ < text_.size()) {
      auto cells = next_row();
      if (!cells) return fail(cells.error());
      const bool blank = std::all_of(cells->begin(), cells->end(), [](auto& c) { return trim(c).empty(); });
      if (blank) continue;
      if (cells->size() != width)
        return bad(ErrorCode::csv, fmt::format("the row has {} cells, the heading {}", cells->size(), width),
                   fmt::format("a cell that holds a {} or a line break must stand in quotation marks",
                               separator_name()));
      for (std::size_t i = table.columns.size(); i < width; ++i)
        if (!trim((*cells)[i]).empty())
          return bad(ErrorCode::csv,
                     fmt::format("\"{}\" stands in column {}, which has no heading", (*cells)[i], i + 1));
      cells->resize(table.columns.size());
      if (table.rows.size() == limits::csv_rows_max)
        return bad(ErrorCode::limit, fmt::format("there are more than {} rows", limits::csv_rows_max),
                   "import the file in parts");
      table.rows.push_back({row_, std::move(*cells)});
    }
    return table;
  }

 private:
  tl::unexpected<Failure> bad(ErrorCode code, std::string sentence, std::string hint = {}) const {
    return fail({code, std::move(sentence), {file_, row_, {}}, std::move(hint)});
  }

  std::string_view separator_name() const {
    return separator_ == ',' ? "comma" : separator_ == ';' ? "semicolon" : "tab";
  }

  result<void> check_heading(const std::vector<std::string>& columns) const {
    if (columns.size() > limits::csv_columns_max)
      return bad(ErrorCode::limit, fmt::format("there are more than {} columns", limits::csv_columns_max));
    for (auto i = columns.begin(); i != columns.end(); ++i)
      if (std::find(columns.begin(), i, *i) != i)
        return bad(ErrorCode::csv, fmt::format("the column \"{}\" stands twice", *i));
    return {};
  }

  result<std::vector<std::string>> next_row() {
    ++row_;
    std::vector<std::string> cells;
    const std::size_t from = at_;
    while (true) {
      auto cell = next_cell();
      if (!cell) return fail(cell.error());
      if (cell->size() > limits::field_bytes_max)
        return bad(ErrorCode::limit, fmt::format("a cell is longer than {} bytes", limits::field_bytes_max));
      auto normal = to_nfc(*cell);
      if (!normal) return bad(normal.error()->code, normal.error()->sentence, normal.error()->hint);
      cells.push_back(std::move(*normal));
      if (at_ - from > limits::row_bytes_max)
        return bad(ErrorCode::limit, fmt::format("the row is longer than {} bytes", limits::row_bytes_max));
      if (at_ < text_.size() && text_[at_] == separator_) {
        ++at_;
        continue;
      }
      skip_line_end();
      return cells;
    }
  }

  result<std::string> next_cell() {
    if (at_ < text_.size() && text_[at_] == '"') return quoted_cell();
    const auto end = std::min(text_.find_first_of(cell_ends_, at_), text_.size());
    std::string cell(text_.substr(at_, end - at_));
    at_ = end;
    return cell;
  }

  result<std::string> quoted_cell() {
    std::string cell;
    ++at_;
    while (true) {
      const auto quote = text_.find('"', at_);
      if (quote == std::string_view::npos)
        return bad(ErrorCode::csv, "a quotation mark is opened and never closed");
      // A line break inside a cell is one line feed.
      for (; at_ < quote; ++at_)
        if (text_[at_] != '\r')
          cell += text_[at_];
        else if (text_[at_ + 1] != '\n')
          cell += '\n';
      at_ = quote + 1;
      if (at_ == text_.size() || text_[at_] != '"') break;
      cell += '"';
      ++at_;
    }
    if (at_ < text_.size() && cell_ends_.find(text_[at_]) == std::string::npos)
      return bad(ErrorCode::csv, "text follows a closing quotation mark",
                 "a quotation mark inside a cell is written twice");
    return cell;
  }

  void skip_line_end() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
  }

  std::string_view text_;
  const std::string& file_;
  const char separator_;
  const std::string cell_ends_{separator_, '\r', '\n'};
  std::size_t at_ = 0;
  std::uint64_t row_ = 0;
};

}  // namespace

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
  const auto found = std::find(columns.begin(), columns.end(), name);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

result<CsvTable> parse_csv(std::string_view text, const std::string& file) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  // Checked whole first: a file in GBK would otherwise be reported as some broken cell or other.
  if (!is_utf8(text))
    return fail({ErrorCode::text,
                 "the file is not UTF-8",
                 {file, 0, {}},
                 "in Excel, save as \"CSV UTF-8 (comma delimited)\""});
  return CsvParser(text, file).parse();
}

result<std::string> read_file(const std::string& file) {
  const auto wrong = [&](std::string why) {
    return fail({ErrorCode::file, std::move(why), {file, 0, {}}, {}});
  };
  struct Close {
    void operator()(std::FILE* open) const { std::fclose(open); }
  };
  const std::unique_ptr<std::FILE, Close> stream(std::fopen(file.c_str(), "rbe"));
  if (!stream) return wrong(fmt::format("cannot be opened: {}", std::strerror(errno)));
  struct stat status{};
  if (::fstat(::fileno(stream.get()), &status) != 0) return wrong("cannot be looked at");
  if (S_ISDIR(status.st_mode)) return wrong("is a folder, not a file");
  static_cast<void>(std::setvbuf(stream.get(), nullptr, _IONBF, 0));  // straight into the text
  // One byte more than the file has says that it has no more; a pipe tells no size.
  std::string text(std::min(static_cast<std::size_t>(status.st_size), limits::file_bytes_max) + 1, '\0');
  for (std::size_t size = 0;;) {
    const std::size_t got = std::fread(text.data() + size, 1, text.size() - size, stream.get());
    size += got;
    if (size > limits::file_bytes_max)
      return fail({ErrorCode::limit,
                   fmt::format("is larger than {} bytes", limits::file_bytes_max),
                   {file, 0, {}},
                   {}});
    if (std::ferror(stream.get()) != 0) return wrong("cannot be read");
    if (std::feof(stream.get()) != 0) {
      text.resize(size);
      return text;
    }
    text.resize(2 * size + block_bytes);
  }
}

result<CsvTable> read_csv(const std::string& file) {
  auto text = read_file(file);
  if (!text) return fail(text.error());
  return parse_csv(*text, file);
}

std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace daybook
