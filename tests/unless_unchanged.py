#!/usr/bin/env python3
"""Runs a test, unless everything that it depends on is as it was when the test last passed here.

    unless_unchanged.py STAMP [PATH...] -- COMMAND...

It depends on the words of the command and the files among them, on the files below each PATH (sources and build rules
apart, which are in the program), on the variables that sanitizers and tests read, and on the packages installed. Exit
status 77 says that nothing of it has changed and the command was not run; any other is the command's.
DAYBOOK_TEST_AGAIN=1 (./dev test --again) runs it anyway.
"""

import hashlib
import os
import pathlib
import subprocess
import sys

UNCHANGED = 77
PACKAGES = pathlib.Path("/var/lib/dpkg/status")
VARIABLES = ("ASAN_OPTIONS", "UBSAN_OPTIONS", "DAYBOOK_")


def files_below(path):
    if path.is_file():
        return [path]
    return sorted(file for file in path.rglob("*") if file.is_file()
                  and file.suffix not in (".cpp", ".h", ".pyc") and file.name != "CMakeLists.txt")


def state_of(paths, command):
    digest = hashlib.sha256()

    def add(name, content):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)

    files = [pathlib.Path(word) for word in command if pathlib.Path(word).is_file()]
    for path in paths:
        files += files_below(path)
    for file in files:
        add(file, file.read_bytes())
    for word in command:
        add("word", word.encode())
    for name, value in sorted(os.environ.items()):
        if name.startswith(VARIABLES):
            add(name, value.encode())
    if PACKAGES.exists():
        add(PACKAGES, str(PACKAGES.stat().st_mtime_ns).encode())
    return digest.hexdigest()


def main(arguments):
    at = arguments.index("--")
    stamp, *paths = map(pathlib.Path, arguments[:at])
    command = arguments[at + 1:]
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        print("no such file or folder:", *missing, file=sys.stderr)
        return 2
    again = bool(os.environ.pop("DAYBOOK_TEST_AGAIN", "") or os.environ.get("DAYBOOK_UPDATE_GOLDEN"))
    state = state_of(paths, command)
    if not again and stamp.exists() and stamp.read_text() == state:
        print("unchanged since it passed; ./dev test --again runs it all the same")
        return UNCHANGED
    stamp.unlink(missing_ok=True)
    status = subprocess.run(command, check=False).returncode
    # What a test itself changed, or someone else while it ran, has not been tested as it is now.
    if status == 0 and "DAYBOOK_UPDATE_GOLDEN" not in os.environ and state == state_of(paths, command):
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.write_text(state)
    return status if status >= 0 else 128 - status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
