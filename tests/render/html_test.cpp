#include <doctest/doctest.h>

#include "daybook/render/render.h"

#include "tests/golden.h"
#include "tests/render/sample.h"

namespace daybook::html_test {

namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string page(const std::string& cell) {
  return render_html(sample::column_of({cell}));
}

}  // namespace

TEST_CASE("annexes and a count as a page") {
  check_golden("tests/render/golden/annex-xviii.html", render_html(sample::annex_xviii()));
  check_golden("tests/render/golden/annex-xix.html", render_html(sample::annex_xix()));
  check_golden("tests/render/golden/count.html", render_html(sample::count_by_year()));
}

TEST_CASE("text is never markup") {
  CHECK(contains(page("<script>alert('1')</script>"),
                 "<td>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;</td>"));
  CHECK(contains(page("a & \"b\""), "<td>a &amp; &quot;b&quot;</td>"));
  CHECK(contains(page("a\nb"), "<td>a<br>b</td>"));
  CHECK(contains(page("\x1b\xE2\x80\xAE"), "<td>\\x1b\\u202e</td>"));
}

TEST_CASE("nothing that the table says gets out of its place") {
  const std::string hostile = "\"><script>x</script>";
  Table table = sample::column_of({hostile});
  table.title = table.language = table.abbreviations = hostile;
  table.columns[0] = {hostile, hostile, Align::left};
  table.sections[0].heading = table.sections[0].mark = table.sections[0].rows[0].id = hostile;
  table.footnotes = {{hostile, hostile}};
  table.notes = {hostile};
  CHECK_FALSE(contains(render_html(table), "<script"));
}

TEST_CASE("the page fetches nothing and runs nothing") {
  const std::string html = render_html(sample::annex_xix());
  for (const char* part : {"<script", "http://", "https://", "src=", "url(", "@import", "<link", "href="})
    CHECK_FALSE(contains(html, part));
  CHECK(contains(html, "default-src 'none'"));
}

TEST_CASE("an id leads to the first row that has it") {
  Table table = sample::column_of({"one", "two"});
  table.sections[0].rows[0].id = table.sections[0].rows[1].id = "a&1";
  CHECK(contains(render_html(table), "<tr id=\"a&amp;1\"><td>one</td></tr>\n<tr><td>two</td></tr>"));
}

TEST_CASE("a mark stays with the character before it") {
  Table table = sample::column_of({});
  table.sections[0].rows = {{"", {Cell{{{"裁军事务厅", "d"}, {"/中心", ""}, {"", "c"}}}}}};
  CHECK(contains(render_html(table),
                 "<td>裁军事务<span class=\"keep\">厅<sup>d</sup></span>/中心<sup>c</sup></td>"));
}

TEST_CASE("a table without rows says so, and without columns there is none") {
  CHECK(contains(render_html(sample::column_of({})), "<tr><td colspan=\"1\">（无）</td></tr>"));
  CHECK_FALSE(contains(render_html(Table{}), "<table"));
}

TEST_CASE("Arabic runs from the right") {
  Table table = sample::column_of({});
  table.language = "ar";
  CHECK(contains(render_html(table), "<html lang=\"ar\" dir=\"rtl\">"));
}

}  // namespace daybook::html_test
