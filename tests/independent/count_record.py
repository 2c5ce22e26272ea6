#!/usr/bin/env python3
"""Counts the published record a second time, from its files alone: count_record.py PROGRAM.

It shares no code with the program and reads no log. What the program answers to the questions of figures.csv must be
what is counted here; the questions that need a reading of places or of answers are not counted here.
"""
import collections
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
PROJECT = pathlib.Path(__file__).resolve().parents[2]
RECORDS = PROJECT / "records" / "S-2022-899"
REVIEW = ("2016-04-25", "2022-06-02")  # the period of the report
SINCE_2016 = ("2016-01-01", "2022-06-02")


def rows(name):
    with open(RECORDS / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def days(cell):
    """The first day of each date in a cell, 2016-05-04."""
    return [f"{int(y):04}-{int(m):02}-{int(d):02}" for y, m, d in re.findall(r"(\d{4})年(\d+)月(\d+)", cell)]


def groups_of_states():
    with open(PROJECT / "config" / "vocab" / "states.csv", encoding="utf-8-sig", newline="") as file:
        return {name: row["group"] for row in csv.DictReader(file) if not row["to"]
                for name in [row["zh"], *row["aliases"].split("|")] if name}


GROUPS = groups_of_states()


def within(day, period):
    return period[0] <= day <= period[1]


def bare(name):
    """A name without its footnote letter."""
    return re.sub(r" [a-z]$", "", name.strip())


class Activity:
    def __init__(self, row, dates, organizers):
        self.day = days(dates)[0]
        self.kind = row["kind"]
        self.audience = row["audience"].split(";")
        self.states = [state for state in row["states"].split(";") if state]
        names = re.sub(r"\([^()]*\)", "", organizers)
        self.organizers = [re.sub(r" ?[cd]$", "", part.strip()) for part in re.split(r"[、；/]", names)]
        self.role = "co-organized" if "委员会" in self.organizers else "took-part"


LISTED = [Activity(row, row["日期和地点"], row["组织者/支持者"]) for row in rows("annex-xviii.csv")]
ALL = LISTED + [Activity(row, row["日期"], row["组织者/主办方"]) for row in rows("annex-xix.csv")
                if not row["annex_xviii_row"]]
REPORTS = {bare(row["国家"]): sorted(days(row["报告日期"])) for row in rows("annex-i.csv") if bare(row["国家"]) in GROUPS}
PLANS = {row["state"]: days(row["plan_dates"]) for row in rows("annex-iii.csv")}
REQUESTING = {bare(row["请求援助的国家"]) for row in rows("annex-iv.csv")}


def report_days(period=("0000", REVIEW[1])):
    return [(state, day) for state, of_state in REPORTS.items() for day in of_state if within(day, period)]


def firsts(period):
    return [state for state, day in report_days(period) if day == REPORTS[state][0]]


def with_reports(least, most=999):
    counts = collections.Counter(state for state, _ in report_days())
    return sum(1 for number in counts.values() if least <= number <= most)


def silent(on, group=None):
    """States that have not reported by that day."""
    early = {state for state, of_state in REPORTS.items() if of_state and of_state[0] <= on}
    names = {bare(row["state_without_report"]) for row in rows("annex-ii.csv")} | set(REPORTS)
    return sum(1 for state in names - early if group in (None, GROUPS[state]))


def plans(period):
    return sum(1 for of_state in PLANS.values() for day in of_state if within(day, period))


def chosen(among, period=("0000", "9999"), **wanted):
    return [each for each in among if within(each.day, period)
            and all(value in getattr(each, name) if isinstance(getattr(each, name), list) else value == getattr(each, name)
                    for name, value in wanted.items())]


def different_states(activities, least=1):
    counts = collections.Counter(state for each in activities for state in set(each.states))
    return sum(1 for number in counts.values() if number >= least)


def year(number):
    return f"{number}-01-01", f"{number}-12-31"


def answers():
    """Each question as figures.csv asks it, and what is counted here."""
    to, from_2016, review = "--to 2022-06-02", "--from 2016-01-01 --to 2022-06-02", "--from 2016-04-25 --to 2022-06-02"
    again = [(state, day) for state, day in report_days(SINCE_2016) if day != REPORTS[state][0]]
    yield f"count reporting-states {to}", len({state for state, _ in report_days()})
    yield f"count reporting-states {from_2016}", len({state for state, _ in report_days(SINCE_2016)})
    yield f"count reports {from_2016}", len(report_days(SINCE_2016))
    yield f"count reports --where first=yes {from_2016}", len(firsts(SINCE_2016))
    yield f"count reports --where first=yes {review}", len(firsts(REVIEW))
    yield f"count reports --where first=no {from_2016}", len(again)
    yield f"distinct state reports --where first=no {from_2016}", len({state for state, _ in again})
    yield f"distinct state reports {to} --at-most 1", with_reports(1, 1)
    yield f"distinct state reports {to} --at-least 3", with_reports(3)
    for number in range(2, 9):
        yield f"distinct state reports {to} --at-least {number} --at-most {number}", with_reports(number, number)
    yield f"count non-reporting-states {to}", silent("2022-06-02")
    yield "count non-reporting-states --to 2016-11-30", silent("2016-11-30")
    for group in ("AFR", "APG"):
        yield f"count non-reporting-states --where region={group} {to}", silent("2022-06-02", group)
    yield "count contact-points", len(rows("annex-v.csv"))
    yield "count action-plans --to 2016-11-30", plans(("0000", "2016-11-30"))
    yield f"count action-plans {to}", plans(("0000", "2022-06-02"))
    yield f"count action-plans {from_2016}", plans(SINCE_2016)
    yield f"count action-plan-states {to}", len(PLANS)
    for state in ("吉尔吉斯斯坦", "乌兹别克斯坦"):
        yield f"count action-plans --where state={state} {from_2016}", sum(within(day, SINCE_2016) for day in PLANS[state])
    yield "count assistance-requesting-states", len(REQUESTING)
    for group in ("AFR", "GRULAC", "APG", "EEG", "WEOG"):
        yield (f"count assistance-requesting-states --where region={group}",
               sum(1 for state in REQUESTING if GROUPS[state] == group))
    yield f"distinct state --where kind=visit {review}", different_states(chosen(ALL, REVIEW, kind="visit"))
    yield f"distinct state --where kind=visit {from_2016}", different_states(chosen(ALL, SINCE_2016, kind="visit"))
    yield ("distinct state --where kind=visit --where year=2017 --at-least 2",
           different_states(chosen(ALL, year(2017), kind="visit"), 2))
    named = {"MLI", "MRT", "SLB", "TLS"}
    yield (f"distinct state --where kind=visit --where state=马里,毛里塔尼亚,所罗门群岛,东帝汶 {review}",
           len(named & {state for each in chosen(ALL, REVIEW, kind="visit") for state in each.states}))
    for number in (2016, 2017, 2018, 2019):
        yield f"count --where kind=visit --where year={number}", len(chosen(ALL, year(number), kind="visit"))
    for role in ("co-organized", "took-part"):
        yield f"count --where role={role} --where annex=xviii {review}", len(chosen(LISTED, REVIEW, role=role))
    yield f"count --where annex=xviii {review}", len(chosen(LISTED, REVIEW))
    for audience in ("member-states", "parliamentarians", "academia", "industry"):
        yield (f"count --where annex=xviii --where audience={audience} {review}",
               len(chosen(LISTED, REVIEW, audience=audience)))
    yield (f"count --where organizer=裁军事务厅 --where annex=xviii {review}",
           len(chosen(LISTED, REVIEW, organizers="裁军事务厅")))
    peer = chosen(ALL, REVIEW, kind="peer-review", organizers="美洲反恐委")
    yield f"count --where kind=peer-review --where organizer=美洲反恐委 {review}", len(peer)
    yield f"distinct state --where kind=peer-review --where organizer=美洲反恐委 {review}", different_states(peer)


class Agreement(unittest.TestCase):
    def test_the_program_counts_the_same(self):
        with tempfile.TemporaryDirectory() as folder:
            def run(*arguments):
                return subprocess.run([PROGRAM, "--log", f"{folder}/log.db", *arguments], capture_output=True, timeout=60,
                                      check=True).stdout

            run("init")
            run("import", str(RECORDS))
            figures = json.loads(run("reconcile", "--format", "json"))
            total = json.loads(run("count", "--format", "json"))["total"]
        computed = {figure["question"]: figure["computed"] for figure in figures if figure["question"]}
        self.assertEqual(total, len(ALL))
        counted = 0
        for question, expected in answers():
            with self.subTest(question):
                self.assertIn(question, computed)
                self.assertEqual(computed[question], expected)
                counted += sum(1 for figure in figures if figure["question"] == question)
        for figure in figures:
            if figure["verdict"] == "differs":
                with self.subTest(figure["words"]):
                    self.assertTrue(figure["note"].startswith("Inference: "), "a mismatch without its explanation")
        print(f"{counted} of {len(figures)} figures counted a second time")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
