#!/usr/bin/env python3
"""The house rules that a machine can check; docs/STYLE.md has the rest. Prints file:line: what is wrong."""
import pathlib
import re
import subprocess
import sys

import cpp

PROJECT = pathlib.Path(__file__).resolve().parents[2]

FUNCTION_LINES_MAX = 70
FILE_LINES_MAX = 400

# Third-party headers that have one home, so that one file shows how the library is used.
HOMES = {
    "sqlite3.h": ["src/log/", "tests/log/", "bench/"],
    "nettle/": ["src/log/"],
    "CLI/": ["src/cli/"],
    "spdlog/": ["src/cli/"],
    "unicode/": ["src/base/"],
    "date/": ["include/daybook/base/civil_date.h", "cmake/precompiled.h"],
    "doctest/": ["tests/"],
}

# Sources with a header and no test of their stem, each with the reason. An entry that is no longer needed is a fault.
UNTESTED = {}

SOURCE = (".cpp", ".h", ".py", ".sh", ".cmake")
DATA = (".csv", ".jsonl", ".tsv", ".html", ".svg")  # laid out by a format, not by us
FOUND = "tests/fuzz/found/"  # inputs that once did harm, byte for byte

# Written in pieces, so that this file does not break its own rule.
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b")
VAGUE = ("util", "helper", "manager")
TYPE_NAME = re.compile(r"\b(?:class|struct|union|enum|concept|using)\s+([A-Za-z_]\w*)")
MACHINE_PATH = re.compile(r"(?<![\w.~$})-])/(?:work|home|root|Users)/")
REGISTRY = re.compile(r"\b(?:deb\.debian\.org|pypi\.org|files\.pythonhosted\.org|registry\.npmjs\.org|crates\.io"
                      r"|proxy\.golang\.org|center\.conan\.io|ghcr\.io|quay\.io|docker\.io|index\.docker)\b")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]', re.MULTILINE)
ERROR_CODE = re.compile(r'\{ErrorCode::(\w+),\s*"(E-[A-Z-]+)"')


def layout(path, text):
    """No tabs, no white space at the end of a line, a newline at the end of the file."""
    if path.endswith(DATA) or path.startswith(FOUND):
        return
    for number, line in enumerate(text.split("\n"), 1):
        if "\t" in line:
            yield number, "a tab"
        if line != line.rstrip():
            yield number, "white space at the end of the line"
    if text and not text.endswith("\n"):
        yield text.count("\n") + 1, "no newline at the end of the file"
    if text.endswith("\n\n"):
        yield text.count("\n"), "a blank line at the end of the file"


def words(path, text):
    name = path.rsplit("/", 1)[-1].lower()
    for word in VAGUE:
        if word in name:
            yield 1, f"'{word}' in a file name says nothing; name it for the one thing in it"
    for number, line in enumerate(text.split("\n"), 1):
        for found in UNFINISHED.findall(line):
            yield number, f"'{found}': do it, or leave it out and say so where users read"
        if MACHINE_PATH.search(line):
            yield number, "a path of one machine"
        for host in REGISTRY.findall(line):
            yield number, f"'{host}': a package host has no place in the project"


def type_names(path, text):
    if not path.endswith((".cpp", ".h")):
        return
    bare = cpp.without_comments_and_strings(text)
    for found in TYPE_NAME.finditer(bare):
        for word in VAGUE:
            if word in found[1].lower():
                yield line_of(bare, found.start()), f"type {found[1]}: '{word}' says nothing"


def third_party(path, text):
    if not path.endswith((".cpp", ".h")):
        return
    for found in INCLUDE.finditer(text):
        for header, homes in HOMES.items():
            at_home = any(path.startswith(home) for home in homes)
            if (found[1] == header or header.endswith("/") and found[1].startswith(header)) and not at_home:
                yield line_of(text, found.start(1)), f"<{found[1]}> has its home in {', '.join(homes)}"


def sizes(path, text):
    lines = text.count("\n")
    if (path.endswith(SOURCE) or path == "dev") and lines > FILE_LINES_MAX:
        yield 1, f"{lines} lines; a source file has at most {FILE_LINES_MAX}"
    if path.endswith((".cpp", ".h")):
        for first, last, name in cpp.functions(text):
            if last - first + 1 > FUNCTION_LINES_MAX:
                yield first, f"{name} has {last - first + 1} lines; a function has at most {FUNCTION_LINES_MAX}"


def guards(path, text):
    if path.endswith(".h") and len(re.findall(r"^#pragma once$", text, re.MULTILINE)) != 1:
        yield 1, "a header has one `#pragma once`"


FILE_RULES = [layout, words, type_names, third_party, sizes, guards]


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def pairs(files, untested):
    """Every source with a header, every event and every projection has a test of its stem."""
    tested = {re.sub(r"(_test)?\.[a-z]+$", "", path.rsplit("/", 1)[-1])
              for path in files if path.startswith("tests/") and path.endswith(("_test.cpp", ".test"))}
    for path in sorted(files):
        folder, _, name = path.rpartition("/")
        stem = name.rsplit(".", 1)[0]
        header = {f"{folder}/{stem}.h", f"include/daybook/{folder.removeprefix('src/')}/{stem}.h"} & files.keys()
        if path.startswith("src/") and path.endswith(".cpp") and header:
            if stem not in tested and path not in untested:
                yield path, 1, f"no tests/**/{stem}_test.cpp"
            if stem in tested and path in untested:
                yield path, 1, "has a test now; take it out of UNTESTED in tests/house/rules.py"
        if folder in ("events", "projections") and name.endswith(".h" if folder == "events" else ".cpp"):
            if f"tests/{folder}/{stem}_test.cpp" not in files:
                yield path, 1, f"no tests/{folder}/{stem}_test.cpp"
    for path in sorted(untested.keys() - files.keys()):
        yield path, 1, "stands in UNTESTED in tests/house/rules.py and does not exist"


def error_codes(files):
    """Every error code is named by a test."""
    path = "include/daybook/base/error_code.h"
    text = files.get(path, "")
    tests = "\n".join(content for name, content in files.items()
                      if name.startswith("tests/") and not name.startswith("tests/house/") and name[-3:] != ".md")
    codes = list(ERROR_CODE.finditer(text))
    if not codes:
        yield path, 1, "no error code found"
    for code in codes:
        if not re.search(rf"\bErrorCode::{code[1]}\b|\b{code[2]}(?!-?[A-Z])", tests):
            yield path, line_of(text, code.start()), f"no test names {code[2]} or ErrorCode::{code[1]}"


def check(files, untested=None):
    """`files`: path below the project -> text."""
    faults = [(path, number, sentence) for path, text in files.items() for rule in FILE_RULES
              for number, sentence in rule(path, text)]
    faults += pairs(files, UNTESTED if untested is None else untested)
    faults += error_codes(files)
    return [f"{path}:{number}: {sentence}" for path, number, sentence in sorted(faults)]


def paths_of(project):
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=project,
                            capture_output=True, text=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        return [path for path in listed.stdout.split("\0") if path]
    skipped = {".git", "build", "__pycache__"}  # a copy without git
    return [path.relative_to(project).as_posix() for path in project.rglob("*")
            if not skipped & set(path.relative_to(project).parts)]


def texts_of(project):
    texts = {}
    for path in paths_of(project):
        full = project / path
        content = full.read_bytes() if full.is_file() and not full.is_symlink() else b"\0"
        if b"\0" not in content:
            texts[path] = content.decode("utf-8", errors="replace")
    return texts


def main():
    faults = check(texts_of(PROJECT))
    print("\n".join([*faults, f"{len(faults)} faults against the house rules"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
