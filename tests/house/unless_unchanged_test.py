"""tests/unless_unchanged.py, run as the build runs it."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parents[1] / "unless_unchanged.py"
UNCHANGED = 77


class UnlessUnchanged(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "data").mkdir()
        self.write("data/given.txt", "1")
        self.write("data/source.cpp", "1")
        self.write("test.sh", "exit 0")

    def write(self, name, text):
        (self.folder / name).write_text(text)

    def run_test(self, **environment):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DAYBOOK_")}
        return subprocess.run(
            [sys.executable, "-B", SCRIPT, "passed/it", "data", "--", "sh", "test.sh"], cwd=self.folder,
            env=kept | environment, capture_output=True, check=False).returncode

    def test_what_has_passed_is_not_run_again(self):
        self.assertEqual(self.run_test(), 0)
        self.assertEqual(self.run_test(), UNCHANGED)
        self.assertEqual(self.run_test(DAYBOOK_TEST_AGAIN="1"), 0)
        self.assertEqual(self.run_test(), UNCHANGED)

    def test_whatever_it_depends_on_makes_it_run(self):
        changes = {
            "the program": lambda: self.write("test.sh", "exit 0 # changed"),
            "a file": lambda: self.write("data/given.txt", "2"),
            "one more file": lambda: self.write("data/another.txt", "1"),
            "a file that is gone": lambda: (self.folder / "data/another.txt").unlink(),
        }
        self.assertEqual(self.run_test(), 0)
        for what, change in changes.items():
            with self.subTest(what):
                change()
                self.assertEqual(self.run_test(), 0)
                self.assertEqual(self.run_test(), UNCHANGED)
        self.assertEqual(self.run_test(ASAN_OPTIONS="detect_leaks=1"), 0)

    def test_a_source_is_in_the_program_and_does_not_count_by_itself(self):
        self.assertEqual(self.run_test(), 0)
        self.write("data/source.cpp", "2")
        self.assertEqual(self.run_test(), UNCHANGED)

    def test_a_test_that_failed_is_run_until_it_passes(self):
        self.assertEqual(self.run_test(), 0)
        self.write("test.sh", "exit 3")
        self.assertEqual(self.run_test(), 3)
        self.assertEqual(self.run_test(), 3)
        self.write("test.sh", "exit 0")  # as it was when it passed, but it has failed since
        self.assertEqual(self.run_test(), 0)

    def test_what_changed_while_it_ran_was_not_tested(self):
        self.write("test.sh", "echo x >> data/given.txt")
        self.assertEqual(self.run_test(), 0)
        self.assertEqual(self.run_test(), 0)

    def test_a_path_that_is_not_there_is_told(self):
        (self.folder / "data/given.txt").unlink()
        (self.folder / "data/source.cpp").unlink()
        (self.folder / "data").rmdir()
        self.assertEqual(self.run_test(), 2)


if __name__ == "__main__":
    unittest.main()
