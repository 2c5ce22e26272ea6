"""Holds rules.py against made-up files. Forbidden words are written in pieces: these tests are files of ours too."""
import pathlib
import subprocess
import tempfile
import unittest

import rules

CODES = 'enum class ErrorCode { date };\n    {ErrorCode::date, "E-DATE", "A date."},\n'
SOUND = {
    "include/daybook/base/error_code.h": "#pragma once\n" + CODES,
    "tests/base/civil_date_test.cpp": "CHECK(e == ErrorCode::date);\n",
}


class Rules(unittest.TestCase):
    def faults(self, files, untested=None):
        return rules.check({**SOUND, **files}, untested or {})

    def assert_fault(self, files, *expected, untested=None):
        self.assertEqual(self.faults(files, untested), list(expected))

    def test_a_sound_project_has_no_faults(self):
        self.assert_fault({"README.md": "# Daybook\n", "src/cli/main.cpp": "int main() { return 0; }\n"})

    def test_layout(self):
        self.assert_fault({"docs/a.md": "a\tb\nc \nd"}, "docs/a.md:1: a tab",
                          "docs/a.md:2: white space at the end of the line",
                          "docs/a.md:3: no newline at the end of the file")
        self.assert_fault({"docs/a.md": "a\n\n"}, "docs/a.md:2: a blank line at the end of the file")
        self.assert_fault({"records/a.csv": "a\tb \r\n"})

    def test_unfinished_work(self):
        for word in ("TO" "DO", "FIX" "ME", "XX" "X"):
            self.assertRegex(self.faults({"docs/a.md": f"x\n{word}: y\n"})[0], rf"^docs/a.md:2: '{word}'")
        self.assert_fault({"docs/a.md": "mktemp /tmp/" + 6 * "X" + ", annex XXI\n"})

    def test_vague_names(self):
        self.assertEqual(len(self.faults({"docs/date_uti" "ls.md": "x\n"})), 1)
        self.assertRegex(self.faults({"src/cli/a.cpp": "int x;\nclass Log" "Manager {};\n"})[0],
                         r"^src/cli/a.cpp:2: type LogManager")
        self.assert_fault({"src/cli/a.cpp": "// a helper\nint y;\n"})

    def test_machine_paths_and_package_hosts(self):
        self.assert_fault({"docs/a.md": "see /ho" "me/me/x\n"}, "docs/a.md:1: a path of one machine")
        self.assert_fault({"docs/a.md": "see https://example.org/ho" "me/x and docs/wo" "rk/y\n"})
        self.assertEqual(len(self.faults({"docs/a.md": "from pypi" ".org\n"})), 1)

    def test_third_party_headers_have_one_home(self):
        self.assertRegex(self.faults({"src/cli/a.cpp": "int x;\n#include <sqlite3.h>\n"})[0],
                         r"^src/cli/a.cpp:2: <sqlite3.h> has its home in src/log/")
        self.assertEqual(len(self.faults({"include/daybook/base/b.h": "#pragma once\n#include <date/date.h>\n"})), 1)
        self.assert_fault({"src/log/a.cpp": "#include <nettle/sha2.h>\n#include <sqlite3.h>\n",
                           "src/base/utf8.cpp": "#include <unicode/unorm2.h>\n",
                           "src/cli/main.cpp": "#include <CLI/CLI.hpp>\n#include <spdlog/spdlog.h>\n"})

    def test_sizes(self):
        body = "  x();\n" * 69
        self.assert_fault({"src/cli/a.cpp": "\nvoid f() {\n" + body + "}\n"},
                          "src/cli/a.cpp:2: f has 71 lines; a function has at most 70")
        self.assert_fault({"src/cli/a.cpp": "\nvoid f() {\n" + body[7:] + "}\n"})
        self.assert_fault({"src/cli/a.cpp": "int x;\n" * 401},
                          "src/cli/a.cpp:1: 401 lines; a source file has at most 400")
        self.assert_fault({"docs/long.md": "x\n" * 500})

    def test_headers_have_one_guard(self):
        self.assert_fault({"src/log/a.h": "int x;\n"}, "src/log/a.h:1: a header has one `#pragma once`")

    def test_a_source_with_a_header_has_a_test_of_its_stem(self):
        files = {"src/log/tile.cpp": "int x;\n", "include/daybook/log/tile.h": "#pragma once\n"}
        self.assert_fault(files, "src/log/tile.cpp:1: no tests/**/tile_test.cpp")
        self.assert_fault({**files, "tests/log/tile_test.cpp": "int x;\n"})
        self.assert_fault({"src/log/tile.cpp": "int x;\n"})
        self.assert_fault({"src/log/tile.cpp": "int x;\n", "src/log/tile.h": "#pragma once\n"},
                          "src/log/tile.cpp:1: no tests/**/tile_test.cpp")

    def test_the_list_of_the_untested_stays_true(self):
        files = {"src/log/tile.cpp": "int x;\n", "src/log/tile.h": "#pragma once\n"}
        untested = {"src/log/tile.cpp": "reason"}
        self.assert_fault(files, untested=untested)
        self.assertIn("has a test now", self.faults({**files, "tests/log/tile_test.cpp": "\n"}, untested)[0])
        self.assertIn("does not exist", self.faults({}, untested)[0])

    def test_events_and_projections_have_their_own_tests(self):
        self.assert_fault({"events/plan_received.h": "#pragma once\n", "projections/annex_v.cpp": "int x;\n"},
                          "events/plan_received.h:1: no tests/events/plan_received_test.cpp",
                          "projections/annex_v.cpp:1: no tests/projections/annex_v_test.cpp")

    def test_every_error_code_is_named_by_a_test(self):
        self.assert_fault({"tests/base/civil_date_test.cpp": "E-DATE-RANGE\n", "tests/cli/README.md": "E-DATE\n"},
                          "include/daybook/base/error_code.h:3: no test names E-DATE or ErrorCode::date")
        self.assert_fault({"tests/base/civil_date_test.cpp": "int x;\n", "tests/cli/date.test": "2| E-DATE x\n"})
        self.assert_fault({"include/daybook/base/error_code.h": "#pragma once\n"},
                          "include/daybook/base/error_code.h:1: no error code found")


class Files(unittest.TestCase):
    def test_files_are_found_with_and_without_git(self):
        with tempfile.TemporaryDirectory() as folder:
            project = pathlib.Path(folder)
            for path in ("a b.md", "sub/é.md", "build/x.md"):
                (project / path).parent.mkdir(exist_ok=True)
                (project / path).write_text("x\n")
            (project / "picture.png").write_bytes(b"\x89PNG\0")
            self.assertEqual(sorted(rules.texts_of(project)), ["a b.md", "sub/é.md"])
            subprocess.run(["git", "init", "-q"], cwd=project, check=True)
            (project / ".gitignore").write_text("/build/\n")
            self.assertEqual(sorted(rules.texts_of(project)), [".gitignore", "a b.md", "sub/é.md"])


if __name__ == "__main__":
    unittest.main()
