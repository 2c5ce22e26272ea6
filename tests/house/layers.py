#!/usr/bin/env python3
"""Fails on an include that goes up or sideways between layers: layers.py BUILD-FOLDER

Two looks at the same rule. What the compiler read for each object (`ninja -t deps`) is the truth, whatever the
includes look like; the include lines of each file that it read give the line to mend.
"""
import functools
import pathlib
import re
import subprocess
import sys

PROJECT = pathlib.Path(__file__).resolve().parents[2]

# What a layer may include. It may then be compiled with whatever those include in turn.
USES = {
    "base": [],
    "table": ["base"],
    "vocab": ["base"],
    "event": ["base"],
    "events": ["event", "base"],
    "log": ["event", "base"],
    "proof": ["log", "event", "base"],
    "register": ["log", "events", "event", "vocab", "base"],
    "wording": ["event", "vocab", "base"],
    "intake": ["register", "wording", "log", "events", "event", "vocab", "base"],
    "projections": ["register", "wording", "table", "log", "events", "event", "vocab", "base"],
    "render": ["table", "base"],
    "service": ["intake", "projections", "render", "proof", "register", "wording", "log", "events", "event", "vocab",
                "table", "base"],
    "cli": ["service", "render", "table", "base"],
}
FREE = {"tests", "bench", "cmake"}  # may use everything
PRECOMPILED = {"cmake"}  # clang names the precompiled header among what it read; it holds nothing of ours

INCLUDE = re.compile(r'^\s*#\s*include\s*["<]([^">]+)[">]')


def reach(layer):
    """The layer, those it may include, and theirs."""
    return {layer}.union(*(reach(used) for used in USES[layer]))


def layer_of(path):
    """The layer of a path below the project or below <build>/generated; None when it is in no layer."""
    parts = pathlib.PurePath(path).parts
    if parts[:2] == ("include", "daybook") and len(parts) > 3:
        return parts[2]
    if parts[0] == "src" and len(parts) > 2:
        return parts[1]
    return parts[0] if len(parts) > 1 and parts[0] in {"events", "projections"} | FREE else None


class Tree:
    """Where the files are, and what an include line names."""

    def __init__(self, project, build):
        self.project, self.build = project.resolve(), build.resolve()
        self.roots = [self.project / "include", self.project, self.build / "generated"]

    @functools.cache  # one header stands in hundreds of records
    def relative(self, path):
        """The path below the project or below generated/; None for a file that is not ours."""
        path = (self.build / path).resolve()
        for root in (self.build / "generated", self.build, self.project):
            if path.is_relative_to(root):
                return None if root == self.build else path.relative_to(root)
        return None

    def named_by(self, include, file):
        for root in [file.parent, *self.roots]:
            if (root / include).is_file():
                return self.relative(root / include)
        return None


def read_deps(text):
    """Each record of `ninja -t deps` as its list of files: the sources, which may be several, and what they include."""
    records = []
    for line in text.splitlines():
        if "#deps" in line:
            records.append([])
        elif line.startswith("    ") and records:
            records[-1].append(line.strip())
    return [record for record in records if record]


def check_records(records, tree):
    """What objects were compiled with, against what their layers may reach. Returns (faults, files of ours)."""
    faults, files = [], set()
    for record in records:
        ours = [path for path in map(tree.relative, record) if path]
        sources = [path for path in ours if path.suffix == ".cpp"]
        if not all((tree.project / source).is_file() for source in sources):
            continue  # left over from a file that is gone
        files.update(tree.build / path for path in record if tree.relative(path) and sources)
        for source in sources:
            layer = layer_of(source)
            if layer in FREE:
                continue
            if layer not in USES:
                faults.append(f"{source}: is in no layer that {pathlib.Path(__file__).name} knows")
                continue
            allowed = reach(layer)
            for path in ours:
                if layer_of(path) not in allowed | PRECOMPILED:
                    faults.append(f"{source}: {layer} is compiled with {path} of {layer_of(path) or 'no layer'}")
    return faults, files


def check_includes(files, tree):
    faults = []
    for file in sorted(files):
        path = tree.relative(file)
        layer = layer_of(path)
        if layer not in USES or not file.is_file():
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            include = INCLUDE.match(line)
            used = include and tree.named_by(include[1], file.resolve())
            if used and layer_of(used) not in {layer, *USES[layer]}:
                faults.append(f"{path}:{number}: {layer} may not include {used} of {layer_of(used) or 'no layer'}")
    return faults


def check(deps_text, project, build):
    tree = Tree(project, build)
    faults, files = check_records(read_deps(deps_text), tree)
    if not files:
        return [f"{build}: ninja has no record of a file of this project; is it built?"]
    return sorted(set(check_includes(files, tree))) + sorted(set(faults))


def main(arguments):
    if len(arguments) != 1:
        sys.exit("usage: layers.py BUILD-FOLDER")
    build = pathlib.Path(arguments[0])
    deps = subprocess.run(["ninja", "-C", build, "-t", "deps"], capture_output=True, text=True, check=False)
    if deps.returncode != 0:
        sys.exit(f"layers.py: {deps.stdout}{deps.stderr}")
    faults = check(deps.stdout, PROJECT, build)
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
