#!/usr/bin/env python3
"""Runs the script tests of the real program, and the console blocks of pages: run.py PROGRAM FILE-OR-FOLDER...

A .test file is a sequence of commands, each followed by exactly what it prints; README.md beside this file
describes it. With DAYBOOK_UPDATE_GOLDEN=1 the expected outputs that do not match are rewritten in place.
"""
import concurrent.futures
import dataclasses
import difflib
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile

TIMEOUT_SECONDS = 60
PROJECT = pathlib.Path(__file__).resolve().parents[2]
ANYTHING = "[...]"
# A printed line that would be read as something else is written with a backslash before it.
AMBIGUOUS = re.compile(r"\\|[$>?#] |[>#]$|2\|")


@dataclasses.dataclass
class Step:
    """Consecutive lines of a test file: comments or, when `command` is set, a command and its output."""

    line_number: int
    head: list  # the comment lines, or the lines of the command
    command: str = ""
    expected: list = dataclasses.field(default_factory=list)


def parse(text):
    lines = text.removesuffix("\n").split("\n")
    steps, at = [], 0
    while at < len(lines):
        step = Step(at + 1, [lines[at]])
        at += 1
        if step.head[0].startswith("$ "):
            while at < len(lines) and (lines[at] == ">" or lines[at].startswith("> ")):
                step.head.append(lines[at])
                at += 1
            step.command = "\n".join(line[2:] for line in step.head)
            while at < len(lines) and not is_start(lines[at]):
                step.expected.append(lines[at])
                at += 1
            while step.expected and not step.expected[-1]:
                step.expected.pop()
        elif not is_start(step.head[0]) and step.head[0].strip():
            raise ValueError(f"{step.line_number}: output without a command before it")
        steps.append(step)
    return steps


def console_blocks(text):
    """Of a page of documentation, the lines in ```console blocks; every other line is blank, so that numbers stay."""
    lines, inside = [], False
    for line in text.split("\n"):
        fence = line.startswith("```")
        lines.append(line if inside and not fence else "")
        inside = line == "```console" if fence else inside
    return "\n".join(lines)


def is_start(line):
    return line == "#" or line.startswith(("$ ", "# "))


def pattern_of(line):
    return re.compile(".*".join(re.escape(part) for part in line.split(ANYTHING)))


def matches(expected, actual):
    """[...] is any run of characters; alone on its line, any number of lines."""
    reachable = {0}  # numbers of actual lines that the expected lines so far can account for
    for line in expected:
        if line == ANYTHING:
            reachable = set(range(min(reachable), len(actual) + 1)) if reachable else set()
        else:
            pattern = pattern_of(line)
            reachable = {n + 1 for n in reachable if n < len(actual) and pattern.fullmatch(actual[n])}
    return len(actual) in reachable


def rewritten(expected, actual):
    """The actual lines, with the wildcards of those expected lines that still hold: as many of them as can be. A lone
    [...] holds when the lines beside it do, for all that is printed between those."""
    # The best way on from each actual line: its worth (lines that hold, lines left out), its first item and the way
    # on from there. An item is a line, whether it was expected, and how many actual lines it stands for.
    after = [((0, 0), (line, False, 1), None) for line in actual] + [((0, 0), None, None)]
    for n in range(len(actual) - 1, -1, -1):
        after[n] = (*after[n][:2], after[n + 1])
    for line in reversed(expected):
        here, pattern = [None] * (len(actual) + 1), pattern_of(line)
        for n in range(len(actual), -1, -1):
            if line == ANYTHING:
                ways = [((after[n][0], (line, True, 0), after[n]))]
                if n < len(actual):
                    (held, left_out), (_, _, lines), rest = here[n + 1]
                    ways.append(((held, left_out + 1), (line, True, lines + 1), rest))
            else:
                ways = [after[n]]
                if n < len(actual):
                    ways.append((here[n + 1][0], (actual[n], False, 1), here[n + 1]))
                    (held, left_out), _, _ = after[n + 1]
                    if pattern.fullmatch(actual[n]):
                        ways.append(((held + 1, left_out), (line, True, 1), after[n + 1]))
            here[n] = max(ways, key=lambda way: way[0])
        after = here
    items, way = [], after[0]
    while way and way[1]:
        items.append(way[1])
        way = way[2]
    lines, at = [], 0
    for i, (line, was_expected, count) in enumerate(items):
        beside = items[max(i - 1, 0):i] + items[i + 1:i + 2]
        holds = line != ANYTHING or (beside and all(item[1] for item in beside))
        lines += [line] if holds else actual[at:at + count]
        at += count
    return lines


def run_command(command, folder, program):
    """What the command printed, as a test file writes it."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("DAYBOOK_")}
    environment.update(
        PATH=f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        PROJECT=str(PROJECT), HOME=folder, LC_ALL="C.UTF-8", COLUMNS="100", TZ="UTC",
    )
    process = subprocess.Popen(
        ["bash", "-c", command], cwd=folder, env=environment, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )
    try:
        out, err = process.communicate(timeout=TIMEOUT_SECONDS)
        status = process.returncode
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        out, err = process.communicate()
        status = f"no end after {TIMEOUT_SECONDS} s"
    printed = [("\\" if AMBIGUOUS.match(line) else "") + line for line in split_lines(out)]
    printed += [f"2| {line}" if line else "2|" for line in split_lines(err)]
    printed += [f"? {status}"] if status else []
    if printed and not printed[-1]:
        printed[-1] = "\\"  # a blank line at the end would be read as space before the next command
    return printed


def split_lines(output):
    text = output.decode("utf-8", errors="backslashreplace")
    if not text:
        return []
    return text[:-1].split("\n") if text.endswith("\n") else [*text.split("\n"), "[no newline]"]


@dataclasses.dataclass
class Report:
    passed: int = 0
    failed: int = 0
    text: str = ""


def run_file(path, program, update):
    report, updates, name = Report(), [], path.relative_to(PROJECT) if path.is_relative_to(PROJECT) else path
    page = path.suffix == ".md"
    try:
        text = path.read_text(encoding="utf-8")
        steps = parse(console_blocks(text) if page else text)
    except ValueError as error:
        return Report(failed=1, text=f"{name}:{error}\n")
    with tempfile.TemporaryDirectory(prefix="daybook-cli-") as folder:
        os.symlink(PROJECT / "records", pathlib.Path(folder) / "records")
        for step in (step for step in steps if step.command):
            actual = run_command(step.command, folder, program)
            if matches(step.expected, actual):
                report.passed += 1
            elif update:
                updates.append((step, rewritten(step.expected, actual)))
                report.passed += 1
                report.text += f"{name}:{step.line_number}: rewritten\n"
            else:
                report.failed += 1
                place = f"{name}:{step.line_number}"
                diff = difflib.unified_diff(step.expected, actual, f"{place} expected", "printed", lineterm="")
                report.text += "\n".join([f"{place}: {' '.join(step.head)}", *diff]) + "\n\n"
    if report.passed + report.failed == 0:
        return Report(failed=1, text=f"{name}: no command in it\n")
    if updates:
        lines = text.split("\n")
        for step, lines_of_step in reversed(updates):
            first = step.line_number - 1 + len(step.head)
            lines[first:first + len(step.expected)] = lines_of_step
        path.write_text("\n".join(lines), encoding="utf-8")
    return report


def find_tests(arguments):
    for path in (pathlib.Path(argument).resolve() for argument in arguments):
        yield from sorted(path.rglob("*.test")) if path.is_dir() else [path]


def main(arguments):
    if len(arguments) < 2:
        sys.exit("usage: run.py PROGRAM FILE-OR-FOLDER...")
    program = pathlib.Path(arguments[0]).resolve()
    tests = list(find_tests(arguments[1:]))
    if not program.is_file() or not tests:
        sys.exit(f"run.py: no {'test' if program.is_file() else 'program'} there: {' '.join(arguments)}")
    update = os.environ.get("DAYBOOK_UPDATE_GOLDEN") == "1"
    passed = failed = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        for report in pool.map(lambda path: run_file(path, program, update), tests):
            print(report.text, end="")
            passed, failed = passed + report.passed, failed + report.failed
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
