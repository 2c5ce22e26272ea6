#!/usr/bin/env python3
"""Counts the published record a second time, from its files alone: count_record.py PROGRAM.

It shares no code with the program and reads no log. What the program answers to the questions of figures.csv must be
what is counted here.
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
UNODC = ("毒品和犯罪问题办公室", "毒品办")
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


def places():
    """Names of States and of cities, the longest first, each with the code of its State."""
    named = {}
    for file, column in (("places.csv", "state"), ("states.csv", "iso3")):
        with open(PROJECT / "config" / "vocab" / file, encoding="utf-8-sig", newline="") as opened:
            for row in csv.DictReader(opened):
                named.update((name, row[column]) for name in [row["zh"], *row["aliases"].split("|")] if name)
    return sorted(named.items(), key=lambda item: -len(item[0]))


PLACES = places()


def hosts_in(cell):
    """The States that a printed place names, or whose cities it names."""
    hosts = []
    for name, state in PLACES:
        if name in cell:
            hosts.append(state)
            cell = cell.replace(name, " ")
    return hosts


def within(day, period):
    return period[0] <= day <= period[1]


def bare(name):
    """A name without its footnote letter."""
    return re.sub(r" [a-z]$", "", name.strip())


class Activity:
    def __init__(self, row, dates, place, organizers):
        self.hosts = hosts_in(place)
        self.day = days(dates)[0]
        self.kind = row["kind"]
        self.audience = row["audience"].split(";")
        self.states = [state for state in row["states"].split(";") if state]
        names = re.sub(r"\([^()]*\)", "", organizers)
        self.organizers = [re.sub(r" ?[cd]$", "", part.strip()) for part in re.split(r"[、；/]", names)]
        self.role = "co-organized" if "委员会" in self.organizers else "took-part"


LISTED = [Activity(row, row["日期和地点"], row["日期和地点"], row["组织者/支持者"]) for row in rows("annex-xviii.csv")]
ALL = LISTED + [Activity(row, row["日期"], row["地点"], row["组织者/主办方"]) for row in rows("annex-xix.csv")
                if not row["annex_xviii_row"]]
REPORTS = {bare(row["国家"]): sorted(days(row["报告日期"])) for row in rows("annex-i.csv") if bare(row["国家"]) in GROUPS}
PLANS = {row["state"]: days(row["plan_dates"]) for row in rows("annex-iii.csv")}
REQUESTING = {bare(row["请求援助的国家"]) for row in rows("annex-iv.csv")}
# Who answered whom, by the day of the request: annex IV does not date the answers.
ANSWERS = [(days(row["日期"])[0], bare(row["请求援助的国家"]), bare(name)) for row in rows("annex-iv.csv")
           for name in row["应请求提供的援助"].split("\n") if name]


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
    """Those of the period in which each field has one of the wanted values, or the one."""
    def has(each, name, wanted_of_field):
        values = getattr(each, name)
        values = values if isinstance(values, list) else [values]
        return any(value in values for value in ([wanted_of_field] if isinstance(wanted_of_field, str) else wanted_of_field))

    return [each for each in among if within(each.day, period) and all(has(each, *field) for field in wanted.items())]


def of_body(among, name):
    """Those with an organizer that is the body, or a part of it as it is printed: 欧安组织秘书处."""
    return [each for each in among if any(organizer.startswith(name) for organizer in each.organizers)]


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
    yield "count assistance-requesting-states --where period=previous", len(rows("annex-iv-previous.csv"))
    answered = [(state, name) for day, state, name in ANSWERS if within(day, REVIEW)]
    yield f"count assistance-answers {review}", len(answered)
    yield f"distinct state assistance-answers {review}", len({state for state, _ in answered})
    for responder, is_state in (("state", True), ("organization", False)):
        names = [name for _, name in answered if (name in GROUPS) == is_state]
        yield f"count assistance-answers --where responder-type={responder} {review}", len(names)
        yield f"distinct responder assistance-answers --where responder-type={responder} {review}", len(set(names))
    yield "distinct working-group coordinators", len({row["工作组"] for row in rows("annex-xxi.csv")})
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
    yield f"count --where organizer=毒品和犯罪问题办公室 {review}", len(chosen(ALL, REVIEW, organizers=UNODC))
    courses = chosen(ALL, REVIEW, kind="training-course", role="co-organized")
    course = "count --where kind=training-course --where role=co-organized"
    yield f"{course} --where organizer=非洲联盟 {review}", len(of_body(courses, "非洲联盟"))
    for name, state in (("中国", "CHN"), ("俄罗斯联邦", "RUS"), ("巴巴多斯", "BRB"), ("智利", "CHL")):
        yield f"{course} --where host-state={name} {review}", len(chosen(courses, hosts=state))
    two_years = ("2020-01-01", "2021-12-31")
    yield f"{course} --from 2020-01-01 --to 2021-12-31", len(chosen(courses, two_years))
    industry = chosen(ALL, REVIEW, audience="industry")
    for name, states in (("德国", ["DEU"]), ("大韩民国", ["KOR"]), ("墨西哥,印度,赞比亚", ["MEX", "IND", "ZMB"])):
        yield f"count --where audience=industry --where host-state={name} {review}", len(chosen(industry, hosts=states))
    osce_peers = chosen(of_body(ALL, "欧安组织"), REVIEW, kind="peer-review")
    yield (f"distinct state --where kind=peer-review --where organizer=欧安组织 --roll-up --from 2016-04-25 --to 2017-12-31",
           different_states(chosen(osce_peers, ("2016-04-25", "2017-12-31"))))
    of_2018 = chosen(ALL, year(2018), kind="peer-review", organizers="欧安组织")
    yield "distinct state --where kind=peer-review --where organizer=欧安组织 --where year=2018", different_states(of_2018)
    yield "count --where kind=peer-review --where organizer=欧安组织 --where year=2018", len(of_2018)
    yield ("count --where organizer=欧安组织 --roll-up --from 2021-04-01 --to 2021-04-30",
           len(chosen(of_body(ALL, "欧安组织"), ("2021-04-01", "2021-04-30"))))
    for body in ("欧安组织", "美洲反恐委"):
        yield (f"distinct state --where organizer={body} --where kind=visit,other {review}",
               different_states(chosen(ALL, REVIEW, organizers=body, kind=("visit", "other"))))
    yield ("count --where organizer=美洲反恐委 --from 2019-05-01 --to 2019-05-31",
           len(chosen(ALL, ("2019-05-01", "2019-05-31"), organizers="美洲反恐委")))
    yield (f"distinct state --where kind=joint-visit --where organizer=反恐怖主义委员会执行局 {review}",
           different_states(chosen(ALL, REVIEW, kind="joint-visit", organizers="反恐怖主义委员会执行局")))
    yield ("count --where kind=joint-visit --where state=津巴布韦 --from 2018-10-01 --to 2018-10-31",
           len(chosen(ALL, ("2018-10-01", "2018-10-31"), kind="joint-visit", states="ZWE")))
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
        self.assertEqual(counted, sum(1 for figure in figures if figure["question"]))
        for figure in figures:
            if figure["verdict"] == "differs":
                with self.subTest(figure["words"]):
                    self.assertTrue(figure["note"].startswith("Inference: "), "a mismatch without its explanation")
        print(f"{counted} of {len(figures)} figures counted a second time")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
