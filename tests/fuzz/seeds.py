#!/usr/bin/env python3
"""Writes the seeds of the fuzzers: seeds.py FOLDER. Each target has a folder; each seed is a file.

They are cells and rows of the published record, the golden events, the examples of the documentation and what is
listed here; and tests/fuzz/found/<target>/ keeps every input that once did harm.
"""
import csv
import pathlib
import re
import sys

PROJECT = pathlib.Path(__file__).resolve().parents[2]
RECORDS = PROJECT / "records" / "S-2022-899"
CELLS_MAX = 120  # of a column

EDGES = ["", "\n", "\0", "\ufeff", "\x1b[31m", "\u202e", "é", "e\u0301", "𝟙", "\ud7ff", "中" * 200]
DATES = ["2016-05-04", "2016/5/4", "2016-05-04..2016-05-07", "2016-05-04 to 2016-05-07", "２０１６年５月４日",
         "2016年2月29日", "2015年2月29日", "2016年13月1日", "2016年5月13和15日", "2016年12月30日至2017年1月2日"]
COMMANDS = ["annex xviii --from 2019-01-01 --to 2019-12-31 --lang en --format json", "count --by year,kind --roll-up",
            "list --where state=ITA --width 60", "show 2018-malabo-1", "import --events x.jsonl --dry-run",
            "diff annex xviii --between 3 7", "amend x --set role=c --reason y --if-revision 3", "undo 7 --dry-run",
            "prove annex xviii --edition S/2022/899 --row 17 --key k", "check-proof a b --key k", "key new x --name y",
            "record activity --dates 2016-05-04 --place 维也纳", "log --after 18446744073709551616", "--help", "--version"]
PATCHES = [('{"a":"b"}', '{"a":"c"}'), ('{"a":"b"}', '{"a":null}'), ('{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}'),
           ('{"a":["b"]}', '{"a":"c"}'), ('{"e":1}', '{"a":1}'), ('{}', '{"a":{"bb":{"c":"d"}}}')]


def columns(name, wanted):
    """The different cells of a column."""
    with open(RECORDS / name, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            for column in wanted:
                if row.get(column):
                    yield row[column]


def different(texts):
    return list(dict.fromkeys(texts))[:CELLS_MAX]


def code_blocks(page, language):
    text = (PROJECT / "docs" / "formats" / page).read_text("utf-8")
    return re.findall(rf"\n```{language}\n(.*?)\n```", text, re.DOTALL)


def envelopes():
    """The golden data of every event type, in the envelope of the example in docs/formats/log.md."""
    example = code_blocks("log.md", "json")
    yield from example
    around = re.match(r'(.*"data":).*(,"id":.*"type":)"[^"]*","type_version":\d+}', example[0])
    for file in sorted((PROJECT / "tests" / "events" / "golden").glob("*.json")):
        name, version = re.match(r"(.*)\.v(\d+)$", file.stem).groups()
        for data in file.read_text("utf-8").splitlines():
            yield f'{around[1]}{data}{around[2]}"{name}","type_version":{version}}}'


def seeds():
    heading, *rows = (RECORDS / "annex-xviii.csv").read_text("utf-8-sig").splitlines(keepends=True)
    with open(RECORDS / "annex-xviii.csv", encoding="utf-8-sig", newline="") as file:
        names = csv.DictReader(file).fieldnames
    printed = {name: different(columns("annex-xviii.csv", [name])) for name in names}
    key, *notes = code_blocks("proof.md", "text")
    event = code_blocks("log.md", "json")
    yield "csv", [heading + "".join(rows[i:i + 3]) for i in range(0, 30, 3)] + ['a,b\r\n"x\ny",""\r\n', "a;b\n1;2\n"]
    yield "event", list(envelopes())
    yield "event-lines", ["\n".join(event[:i]) + "\n" for i in range(1, 4)]
    yield "dates", DATES + sum((cells for cells in printed.values() if re.match(r"\d{4}年", cells[0] if cells else "")), [])
    lists = sum((cells for cells in printed.values()), [])
    yield "parties", [cell for cell in lists if "、" in cell or "/" in cell or " c" in cell]
    yield "place", [re.split("，", cell, maxsplit=1)[-1] for cell in lists if "，" in cell] + ["Auckland, New Zealand"]
    yield "activity", ["\0".join([date, "维也纳", "会议", "", "欧安组织 c", "禁化武组织", "outreach", "member-states", "", ""])
                       for date in DATES]
    yield "patch", ["\0".join(pair) for pair in PATCHES]
    yield "note", ["\0".join([key, note[note.rindex("\ndaybook.example") + 1:] if "@v1" in note else note + "\n"])
                   for note in notes] + [key, "PRIVATE+KEY+" + key]
    yield "proof", [note + "\n\0" + event[1] for note in notes]
    yield "command-line", [command.replace(" ", "\0") for command in COMMANDS]
    yield "figure-question", different(columns("figures.csv", ["question", "问题"])) + ["count --where \"state=South Africa\""]
    yield "shown", [cell for cell in lists[:10]]


def main(folder):
    for target, texts in seeds():
        into = pathlib.Path(folder) / target
        into.mkdir(parents=True, exist_ok=True)
        for number, text in enumerate(different(texts + EDGES)):
            (into / f"{number:03}").write_bytes(text.encode("utf-8", "surrogatepass"))
        for found in sorted((PROJECT / "tests" / "fuzz" / "found" / target).glob("*")):
            (into / found.name).write_bytes(found.read_bytes())


if __name__ == "__main__":
    main(sys.argv[1])
