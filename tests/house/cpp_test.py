"""Holds cpp.py against made-up C++."""
import unittest

import cpp


class Strip(unittest.TestCase):
    def strip(self, text):
        bare = cpp.without_comments_and_strings(text)
        self.assertEqual(bare.count("\n"), text.count("\n"), "lines must stay where they are")
        return bare

    def test_comments_and_strings_go(self):
        self.assertEqual(self.strip('f("a{", 1); // }\n/* {\n } */ g();\n'), 'f("", 1);  \n \n g();\n')

    def test_a_comment_mark_in_a_string_is_text(self):
        self.assertEqual(self.strip('f("//"); g("\\"{");\n'), 'f(""); g("");\n')

    def test_raw_strings(self):
        self.assertEqual(self.strip('x = R"({"a\n" })"; y = R"--()"{)--";\n'), 'x = ""\n; y = "";\n')

    def test_digit_separators_are_no_characters(self):
        self.assertEqual(self.strip("a = 1'000'000; b = '{'; c = 0xFF'FF;\n"), "a = 1000000; b = ''; c = 0xFFFF;\n")


class Functions(unittest.TestCase):
    def found(self, text):
        return list(cpp.functions(text))

    def test_function_in_a_namespace_and_method_in_a_class(self):
        self.assertEqual(self.found("""\
namespace daybook {
int f(int x) {
  if (x) { return 1; }
  return 2;
}
class Log : public Base<int> {
 public:
  bool empty() const { return size() == 0; }
  Log& operator=(Log&& other) noexcept {
    return *this;
  }
};
}
"""), [(2, 5, "f"), (7, 8, "empty"), (9, 11, "operator=")])

    def test_a_lambda_counts_to_the_function_around_it(self):
        self.assertEqual(self.found("void f() {\n  auto g = [](int x) {\n    return x;\n  };\n}\n"), [(1, 5, "f")])

    def test_initialisers_with_braces_do_not_hide_the_body(self):
        self.assertEqual(self.found("""\
Log::Log(Path p)
    : path_{p}, size_{0} {
  open();
}
void next() {}
"""), [(1, 4, "Log::Log"), (5, 5, "next")])

    def test_templates(self):
        self.assertEqual(self.found("""\
template <class T, class U>
auto f(T x) -> result<U> {
  return x;
}
template <class T>
struct S {
  T x{};
};
"""), [(1, 4, "f")])

    def test_tables_are_no_functions(self):
        self.assertEqual(self.found("""\
constexpr std::array<Kind, 2> kinds{{
    {1, "a"},
}};
const std::vector<int> numbers = {
    f(1),
};
constexpr std::array<int (*)(), 2> calls{&a, &b};
enum class E { a, b };
"""), [])

    def test_a_static_assertion_ends_with_its_semicolon(self):
        self.assertEqual(self.found("""\
static_assert([] {
  return true;
}(), "why");
static_assert([] { return true; }(),
              "why");
void f() {
}
"""), [(1, 3, "static_assert"), (4, 4, "static_assert"), (6, 7, "f")])

    def test_a_macro_call_by_itself_is_no_part_of_the_next_function(self):
        self.assertEqual(self.found("BOOST_DESCRIBE_STRUCT(A, (),\n  (b))\n\nint f(A a) {\n}\n"), [(4, 5, "f")])

    def test_test_cases_are_functions(self):
        self.assertEqual(self.found('TEST_CASE("given } then {") {\n  CHECK(x);\n}\n'), [(1, 3, "TEST_CASE")])


if __name__ == "__main__":
    unittest.main()
