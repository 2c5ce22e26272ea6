"""Holds the player of script tests, tests/cli/run.py, against a made-up program."""
import os
import pathlib
import subprocess
import sys
import tempfile
import textwrap
import unittest

RUN = pathlib.Path(__file__).resolve().parents[1] / "cli" / "run.py"

PROGRAM = """\
#!/bin/bash
case $1 in
  greet) echo "good day, $2" ;;
  fail) echo "before"; echo "E-VALUE $2" >&2; exit 3 ;;
  marks) printf '%s\\n' '# heading' '$ 5' '2| two' '' ;;
  bare) printf 'no end' ;;
  setting) echo "$COLUMNS ${DAYBOOK_LOG-none} $(cat | wc -c)" ;;
  clock) echo "first"; date +%s%N; echo "last" ;;
esac
"""


class Run(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.program = self.folder / "bin" / "daybook"
        self.program.parent.mkdir()
        self.program.write_text(PROGRAM)
        self.program.chmod(0o755)
        self.test = self.folder / "story.test"

    def play(self, text, update=False, **environment):
        self.test.write_text(textwrap.dedent(text))
        environment = {**os.environ, **environment, "DAYBOOK_UPDATE_GOLDEN": "1" if update else "0"}
        return subprocess.run([sys.executable, "-B", RUN, self.program, self.test],
                              env=environment, capture_output=True, text=True, check=False)

    def assert_passes(self, text, count=1, **environment):
        done = self.play(text, **environment)
        self.assertEqual((done.stdout, done.returncode), (f"{count} passed, 0 failed\n", 0))

    def test_the_output_as_printed_passes(self):
        self.assert_passes("""\
            # given nothing
            $ daybook greet "Ms Li"
            good day, Ms Li

            # then the next command runs too
            $ daybook greet you
            good day, you
            """, count=2)

    def test_another_output_fails_with_a_diff_and_the_rest_still_runs(self):
        done = self.play("""\
            # when
            $ daybook greet you
            good night, you
            $ daybook greet me
            good day, me
            """)
        self.assertEqual(done.returncode, 1)
        self.assertIn("story.test:2: $ daybook greet you", done.stdout)
        self.assertIn("-good night, you\n+good day, you\n", done.stdout)
        self.assertTrue(done.stdout.endswith("1 passed, 1 failed\n"))

    def test_standard_error_and_exit_status_are_part_of_the_output(self):
        self.assert_passes("$ daybook fail x\nbefore\n2| E-VALUE x\n? 3\n")
        self.assertEqual(self.play("$ daybook fail x\nbefore\n2| E-VALUE x\n").returncode, 1)
        self.assertEqual(self.play("$ daybook greet x\ngood day, x\n? 3\n").returncode, 1)

    def test_a_command_may_have_more_lines_and_files_stay(self):
        self.assert_passes("""\
            $ cat > names <<END
            > Ms Li
            > END
            $ daybook greet "$(cat names)"
            good day, Ms Li
            """, count=2)

    def test_wildcard_within_a_line(self):
        self.assert_passes("$ daybook greet you\ngood [...], y[...]\n")
        self.assertEqual(self.play("$ daybook greet you\ngood [...], z[...]\n").returncode, 1)

    def test_wildcard_for_any_number_of_lines(self):
        self.assert_passes("$ seq 9\n1\n[...]\n5\n[...]\n9\n[...]\n")
        self.assertEqual(self.play("$ seq 9\n1\n[...]\n5\n[...]\n8\n").returncode, 1)

    def test_lines_that_look_like_marks_are_written_with_a_backslash(self):
        self.assert_passes("$ daybook marks\n\\# heading\n\\$ 5\n\\2| two\n\\\n\n")

    def test_a_missing_newline_shows(self):
        self.assert_passes("$ daybook bare\nno end\n[no newline]\n")

    def test_commands_get_no_input_and_no_settings_of_the_caller(self):
        self.assert_passes("$ daybook setting\n100 none 0\n", DAYBOOK_LOG="mine.db", COLUMNS="40")

    def test_update_rewrites_only_what_does_not_match(self):
        done = self.play("""\
            # given a wildcard that holds
            $ daybook clock
            first
            [...]
            last

            # and an old output
            $ daybook marks
            old

            # and one not yet written
            $ daybook fail x
            """, update=True)
        self.assertEqual(done.returncode, 0)
        self.assertEqual(self.test.read_text(), textwrap.dedent("""\
            # given a wildcard that holds
            $ daybook clock
            first
            [...]
            last

            # and an old output
            $ daybook marks
            \\# heading
            \\$ 5
            \\2| two
            \\

            # and one not yet written
            $ daybook fail x
            before
            2| E-VALUE x
            ? 3
            """))
        self.assert_passes(self.test.read_text(), count=3)

    def test_update_keeps_the_wildcards_of_lines_that_still_hold(self):
        self.play("""\
            $ seq 9
            1
            [...]
            5
            55
            [...]6
            [...]
            8
            9
            10
            $ daybook greet you
            good [...]
            good night
            $ seq 3
            [...]
            4
            """, update=True)
        self.assertEqual(self.test.read_text(), textwrap.dedent("""\
            $ seq 9
            1
            [...]
            5
            [...]6
            [...]
            8
            9
            $ daybook greet you
            good [...]
            $ seq 3
            1
            2
            3
            """))
        self.assert_passes(self.test.read_text(), count=3)

    def test_update_rewrites_the_blocks_of_a_page_and_leaves_its_words(self):
        page = pathlib.Path(self.folder) / "page.md"
        page.write_text("# Words\n\n```console\n$ daybook greet\nold\n```\n\nMore words.\n", encoding="utf-8")
        subprocess.run([sys.executable, "-B", RUN, self.program, page], check=True, capture_output=True,
                       env={**os.environ, "DAYBOOK_UPDATE_GOLDEN": "1"})
        rewritten = page.read_text(encoding="utf-8")
        self.assertIn("# Words\n\n```console\n$ daybook greet\n", rewritten)
        self.assertNotIn("old", rewritten)
        self.assertTrue(rewritten.endswith("```\n\nMore words.\n"))

    def test_output_before_the_first_command_is_refused(self):
        done = self.play("good day\n$ daybook greet\n")
        self.assertEqual(done.returncode, 1)
        self.assertIn("story.test:1: output without a command", done.stdout)

    def test_no_test_at_all_is_a_failure(self):
        self.assertEqual(self.play("# nothing here\n").returncode, 1)
        self.test.unlink()
        done = subprocess.run([sys.executable, "-B", RUN, self.program, self.folder],
                              capture_output=True, text=True, check=False)
        self.assertNotEqual(done.returncode, 0)


if __name__ == "__main__":
    unittest.main()
