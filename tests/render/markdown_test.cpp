#include <doctest/doctest.h>

#include "daybook/render/render.h"

#include "tests/golden.h"
#include "tests/render/sample.h"

namespace daybook::markdown_test {

namespace {

std::string cell(const std::string& text) {
  const std::string markdown = render_markdown(sample::column_of({text}));
  const std::string head = "| Text |\n| --- |\n|";
  REQUIRE(markdown.starts_with(head));
  REQUIRE(markdown.ends_with("|\n"));
  return markdown.substr(head.size(), markdown.size() - head.size() - 2);
}

}  // namespace

TEST_CASE("annexes and a count as Markdown") {
  check_golden("tests/render/golden/annex-xviii.md", render_markdown(sample::annex_xviii()));
  check_golden("tests/render/golden/annex-xix.md", render_markdown(sample::annex_xix()));
  check_golden("tests/render/golden/count.md", render_markdown(sample::count_by_year()));
}

TEST_CASE("a cell shows what it holds") {
  CHECK(cell("a|b") == " a\\|b ");
  CHECK(cell("a\\b") == " a\\\\b ");
  CHECK(cell("a\nb\tc") == " a<br>b c ");
  CHECK(cell("<b>&amp;") == " &lt;b&gt;&amp;amp; ");
  CHECK(cell("*a* _b_ `c` ~d~ $e$") == " \\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\$e\\$ ");
  CHECK(cell("[a](http://x)") == " \\[a\\](http://x) ");
  CHECK(cell("\x1b[0m") == " \\\\x1b\\[0m ");
  CHECK(cell("\xE2\x80\xAE") == " \\\\u202e ");
  CHECK(cell("\xFF") == " \xEF\xBF\xBD ");
  CHECK(cell("") == " ");
}

TEST_CASE("a line of text opens no list and no heading") {
  Table table;
  table.title = "a # b #";
  table.notes = {"- x", "1. x", "12) x", "# x", "2016年", "    x", "=== x", "+x"};
  CHECK(render_markdown(table) ==
        "# a \\# b \\#\n\n**说明**\n\n- \\- x\n- 1\\. x\n- 12\\) x\n- \\# x\n- 2016年\n- x\n- \\=== x\n- "
        "\\+x\n");
}

TEST_CASE("a table without rows says so") {
  CHECK(render_markdown(Table{}) == "");
  CHECK(render_markdown(sample::column_of({})) == "| Text |\n| --- |\n\n（无）\n");
  Table table = sample::column_of({});
  table.sections.clear();
  table.language = "en";
  CHECK(render_markdown(table) == "| Text |\n| --- |\n\n(none)\n");
}

}  // namespace daybook::markdown_test
