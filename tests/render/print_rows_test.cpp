#include "src/render/print_rows.h"

#include <atomic>

#include <doctest/doctest.h>

#include "daybook/render/render.h"

#include "tests/render/sample.h"

namespace daybook::print_rows_test {

namespace {

constexpr std::size_t many = 3 * rows_worth_a_thread;

// What rows are made of: texts that stay, that recur and that are made for one row, with marks and with what
// a terminal would obey.
class Numbered final : public RowMaker {
 public:
  explicit Numbered(std::atomic<std::size_t>* count = nullptr) : count_(count) {}

  void make(std::size_t first, std::span<Row> rows) override {
    if (count_ != nullptr) *count_ += rows.size();
    for (std::size_t i = 0; i < rows.size(); ++i)
      rows[i].cells = cells(first + i);
  }

 private:
  std::vector<Cell> cells(std::size_t index) {
    const std::string number = std::to_string(index);
    return {{recurring_[index % 7].runs.referring()},
            plain_cell("第" + number + "项活动，关于第1540(2004)号决议 <的> \"执行\"情况"),
            Cell{{{"裁军事务厅", "d"}, {"/联合国利马区域中心\n" + number, ""}}},
            index % 5 == 0 ? plain_cell("a\x1b[31m" + number) : Cell{}};
  }

  std::atomic<std::size_t>* count_;  // of the rows made
  std::vector<Cell> recurring_ = [] {
    std::vector<Cell> cells;
    for (int i = 0; i < 7; ++i)
      cells.push_back(plain_cell("2016年5月" + std::to_string(i + 1) + "日，维也纳"));
    return cells;
  }();
};

Table numbered(std::size_t rows, std::atomic<std::size_t>* count = nullptr) {
  Table table = sample::annex_xviii();
  table.sections = {{"", "", {}, {rows, [count] { return std::make_shared<Numbered>(count); }}}};
  return table;
}

using Print = std::function<void(const Table&, const TakeText&)>;

const std::vector<std::pair<std::string, Print>> formats{
    {"text", [](const Table& table, const TakeText& take) { render_text(table, {100}, take); }},
    {"text, unwrapped", [](const Table& table, const TakeText& take) { render_text(table, {0}, take); }},
    {"text, as blocks", [](const Table& table, const TakeText& take) { render_text(table, {20}, take); }},
    {"CSV", [](const Table& table, const TakeText& take) { render_csv(table, {}, take); }},
    {"JSON", [](const Table& table, const TakeText& take) { render_json(table, take); }},
    {"Markdown", [](const Table& table, const TakeText& take) { render_markdown(table, take); }},
    {"HTML", [](const Table& table, const TakeText& take) { render_html(table, take); }}};

std::string whole(const Print& print, const Table& table) {
  return whole_text([&](const TakeText& take) { print(table, take); });
}

}  // namespace

TEST_CASE("a long table is handed on in pieces, in their order, and each time the same") {
  const Table table = numbered(many);
  for (const auto& [name, print] : formats) {
    CAPTURE(name);
    std::string text;
    std::size_t longest = 0;
    print(table, [&](std::string_view piece) {
      text += piece;
      longest = std::max(longest, piece.size());
      return true;
    });
    CHECK(longest < text.size() / 8);
    CHECK(text == whole(print, table));
  }
}

TEST_CASE("rows that are made print as they do when all of them stand in memory, few or many") {
  for (const std::size_t rows : {std::size_t{0}, std::size_t{1}, std::size_t{33}, many}) {
    const Table made = numbered(rows);
    Table stored = made;
    for (Section& section : stored.sections)
      section.make_rows();
    REQUIRE(stored.sections[0].rows.size() == rows);
    for (const auto& [name, print] : formats) {
      CAPTURE(name);
      CAPTURE(rows);
      CHECK(whole(print, made) == whole(print, stored));
    }
  }
}

TEST_CASE("who wants no more gets no more, from few rows or many") {
  for (const std::size_t rows : {std::size_t{1'000}, many}) {
    for (const auto& [name, print] : formats) {
      CAPTURE(name);
      CAPTURE(rows);
      int calls = 0;
      print(numbered(rows), [&](std::string_view) {
        ++calls;
        return calls < 2;
      });
      CHECK(calls <= 2);
    }
  }
}

TEST_CASE("who reads the first lines of very many rows waits for few of them to be made") {
  constexpr std::size_t rows = 40 * rows_worth_a_thread;
  for (const auto& [name, print] : formats) {
    if (name == "text, unwrapped") continue;  // as wide as the widest cell: each is looked at
    CAPTURE(name);
    std::atomic<std::size_t> made = 0;
    print(numbered(rows, &made), [calls = 0](std::string_view) mutable { return ++calls < 2; });
    CHECK(made > 0);
    CHECK(made < rows / 4);
  }
}

TEST_CASE("the objects of a long list of JSON are handed on as they are made") {
  const Value list{MadeList{many, [](std::size_t i) {
                              return Value{Value::Object{{"number", Value{static_cast<std::int64_t>(i)}}}};
                            }}};
  std::size_t pieces = 0;
  std::string text;
  render_json(list, [&](std::string_view piece) {
    text += piece;
    ++pieces;
    return true;
  });
  CHECK(pieces > 10);
  CHECK(text.starts_with("[\n  {\"number\": 0},\n  {\"number\": 1},\n"));
  CHECK(text.ends_with("{\"number\": 5999}\n]\n"));
  CHECK(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) == many + 2);
}

}  // namespace daybook::print_rows_test
