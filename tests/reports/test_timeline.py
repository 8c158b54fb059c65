"""The timeline, through the door: goldens on the invented records, what must hold on the real ones, the filters."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from talentpart.cli import main

Golden = Callable[[str, str], None]
SAMPLE = Path(__file__).parents[1] / "sample"
DATA = Path(__file__).parents[2] / "data"


def shown(data: Path) -> str:
    """Give the folder of a dataset as seen from the checkout, where these tests ask."""
    return data.relative_to(Path.cwd()).as_posix()


def report(capsys: pytest.CaptureFixture[str], *words: str, data: Path = SAMPLE) -> str:
    """Give what `talentpart report timeline` prints, as of one day for each dataset."""
    capsys.readouterr()
    day = () if "--as-of" in words else ("--as-of", "2025-06-01" if data == SAMPLE else "2026-11-24")
    assert main(["report", "timeline", "--data", shown(data), *day, *words]) == 0, capsys.readouterr().err
    out: str = capsys.readouterr().out
    return out


def rows(capsys: pytest.CaptureFixture[str], *words: str, data: Path = SAMPLE) -> list[dict[str, Any]]:
    """Give the steps as data."""
    found: list[dict[str, Any]] = json.loads(report(capsys, "-f", "json", *words, data=data))["steps"]
    return found


def drawn(text: str, group: str) -> list[str]:
    """Give the lines from a group's name to the list below its drawing."""
    lines = text.splitlines()
    start = next(index for index, line in enumerate(lines) if line.startswith(group))
    end = next(index for index in range(start, len(lines)) if not lines[index])
    return lines[start:end]


@pytest.mark.parametrize(("name", "words"), [("timeline", ()), ("timeline-ascii", ("--ascii",))])
def test_timeline_in_text(
    name: str, words: tuple[str, ...], capsys: pytest.CaptureFixture[str], golden: Golden
) -> None:
    """The timeline reads as its golden file at 80 columns, in characters and in ASCII."""
    text = report(capsys, "--width", "80", "-f", "text", *words)
    golden(f"reports/{name}.txt", text)
    assert not words or text.isascii()


def test_timeline_in_json(capsys: pytest.CaptureFixture[str], golden: Golden) -> None:
    """The timeline gives a machine one row a step."""
    page = json.loads(report(capsys, "-f", "json"))
    page["dataset"]["sha256"] = "of the records"
    golden("reports/timeline.json", json.dumps(page, indent=2, ensure_ascii=False) + "\n")


def test_timeline_in_markdown(capsys: pytest.CaptureFixture[str], golden: Golden) -> None:
    """The timeline pastes as lists and tables."""
    golden("reports/timeline.md", report(capsys, "-f", "markdown"))


@pytest.mark.parametrize("dataset", ["sample", "data"])
def test_timeline_keeps_its_schema(dataset: str, document: Callable[..., dict[str, Any]]) -> None:
    """The JSON of the report is held against its schema, step by step."""
    assert document(dataset, "timeline")["steps"]


@pytest.mark.parametrize("data", [SAMPLE, DATA], ids=["sample", "real"])
def test_every_event_is_on_it(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each row of `query events` has a step on the timeline, on the same basis and day; shortage lists have none."""
    day = "2025-06-01" if data == SAMPLE else "2026-11-24"
    steps = {(each["subject"], each["key"], each["basis"]): each for each in rows(capsys, data=data)}
    assert main(["query", "events", "-f", "json", "--data", shown(data), "--as-of", day]) == 0
    events = json.loads(capsys.readouterr().out)["items"]
    assert events
    for event in (each for each in events if each["subject_kind"] != "shortages"):
        step = steps[event["subject"], event["key"], event["basis"]]
        for name in ("date", "date_earliest", "date_latest", "contested", "outcomes"):
            assert step[name] == event[name]


def _end(step: dict[str, Any]) -> str:
    """Give the day up to which a step surely has happened; of days that are left open the first tells."""
    return "" if step["date_precision"] == "open" else step["date_latest"] or "9999"


@pytest.mark.parametrize("data", [SAMPLE, DATA], ids=["sample", "real"])
def test_oldest_first_and_undated_last(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In each group steps stand in the order of the latest day they can be, those without a day last."""
    groups: dict[str, list[str]] = {}
    for each in rows(capsys, data=data):
        groups.setdefault(each["group"], []).append(_end(each))
    assert groups
    for days in groups.values():
        kept = [day for day in days if day]
        assert kept == sorted(kept)


def test_a_month_stays_a_month(capsys: pytest.CaptureFixture[str]) -> None:
    """Days are printed and kept at the precision of their sources."""
    text = report(capsys, "--width", "80")
    assert "2022-03            start [1]" in text
    assert "by the end of 2023 start of implementation, planned" in text
    assert "2024-H2 " in text
    assert {each["date_precision"] for each in rows(capsys)} >= {"day", "month", "quarter", "half", "year"}


def test_a_plan_that_passed_in_silence_is_marked(capsys: pytest.CaptureFixture[str]) -> None:
    """A planned day of which nothing came to light is a silence; one that was answered, or is to come, is not."""
    silent = {(each["subject"], each["key"]) for each in rows(capsys) if each["silent"]}
    assert silent == {("aurelia", "implementation-start"), ("orchard", "end")}
    text = report(capsys, "--width", "160")
    assert text.count("that time has passed, nothing found") == len(silent)
    assert "!" in drawn(text, "BÓRVIA")[-1]


def test_an_earlier_day_knows_less(capsys: pytest.CaptureFixture[str]) -> None:
    """As of an earlier day later steps are neither drawn nor listed, and that is said."""
    early = rows(capsys, "--as-of", "2024-03")
    assert len(early) < len(rows(capsys))
    assert all(each["basis"] == "planned" or each["date_latest"] <= "2024-03-31" for each in early)
    assert "what happened later, or stands without a day in a later source, is left out" in report(
        capsys, "--as-of", "2024-03"
    )


@pytest.mark.parametrize(
    ("words", "subjects"),
    [
        (("--country", "borvia"), {"borvia", "harbour", "orchard"}),
        (("--country", "XB"), {"borvia", "harbour", "orchard"}),
        (("--member-state", "Sudmark"), {"harbour", "orchard"}),
        (("--country", "aurelia", "--member-state", "XS"), {"harbour"}),
        (("--sector", "ict", "--country", "XB"), {"borvia", "orchard"}),
    ],
)
def test_filters(words: tuple[str, ...], subjects: set[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A country, a Member State and a sector narrow the timeline by name or code, together too."""
    assert {each["subject"] for each in rows(capsys, *words)} - {"wide-road", "night-watch"} == subjects


def test_a_shared_project_stands_under_the_country_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """A project with several partners has a group of its own, but is the country's where one is asked for."""
    whole = {each["subject"]: each["group"] for each in rows(capsys)}
    asked = {each["subject"]: each["group"] for each in rows(capsys, "--country", "XB")}
    assert (whole["harbour"], asked["harbour"]) == ("Projects with several partners", "Bórvia")


def test_days_narrow_it(capsys: pytest.CaptureFixture[str]) -> None:
    """Only steps that may lie between two days are left, and the axis keeps to the years of these days."""
    found = rows(capsys, "--from", "2024-02", "--to", "2024-06")
    assert found
    assert all(each["date_earliest"] <= "2024-06-30" and each["date_latest"] >= "2024-02-01" for each in found)
    text = report(capsys, "--from", "2024-02", "--to", "2024-06", "--width", "80")
    assert "from 1 February 2024, to 30 June 2024" in text
    assert drawn(text, "AURELIA")[0].split() == ["AURELIA", "2024"]


def test_nothing_left_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """Where filters leave nothing, the page says that no event is found."""
    text = report(capsys, "--from", "1990", "--to", "1991")
    assert "No dated event found." in text
    assert "STEPS      No event found." in text


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("timeline", "--country", "aurelai"), "no country or place called 'aurelai'; did you mean 'Aurelia'?"),
        (("timeline", "--sector", "fisching"), "no sector called 'fisching'; did you mean 'fishing'?"),
        (("timeline", "--from", "2024-13"), "--from is not a day: no month 13"),
        (
            ("timeline", "--from", "2025", "--to", "2024"),
            "--to is 2024, before --from, 2025; it should be the later day",
        ),
        (("aurelia", "--from", "2024"), "--from cannot narrow the report on a country, which takes no filter"),
        (
            ("funding", "--to", "2024"),
            "--to cannot narrow the report on funding, which takes --country, --member-state,",
        ),
    ],
)
def test_what_cannot_be_used_is_refused(
    words: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A filter that a report cannot use, a name that is none and a day that is none are refused, never ignored."""
    assert main(["report", *words, "--data", str(SAMPLE)]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100, 132, 160, 200])
def test_every_width_is_kept(width: int, capsys: pytest.CaptureFixture[str]) -> None:
    """No line is longer than the width, with every character in one column; all years stand below each other."""
    for data in (SAMPLE, DATA):
        lines = report(capsys, "--width", str(width), data=data).splitlines()
        assert max(map(len, lines)) <= width
        heads = {line.index("┬") for line in lines if "┬" in line}
        assert len(heads) == 1


def test_the_ten_roundtables_are_on_it(capsys: pytest.CaptureFixture[str]) -> None:
    """The real timeline has the ten of the Commission's page and those since, by their numbers and in capitals."""
    found = [each for each in rows(capsys, data=DATA) if each["type"] == "roundtable" and each["basis"] != "planned"]
    counts = {name: sum(each["subject"] == name for each in found) for name in {each["subject"] for each in found}}
    assert counts == {"bangladesh": 3, "egypt": 1, "morocco": 2, "pakistan": 3, "tunisia": 3}
    official = [
        each for each in found if any(one.startswith("ec-talent-partnerships-2025#") for one in each["sources"])
    ]
    assert len(official) == 10
    text = report(capsys, "--width", "100", data=DATA)
    assert {"1", "2", "3"} <= set("".join(drawn(text, "TUNISIA")[2:]))
    wide = " ".join(report(capsys, "--width", "400", data=DATA).split())
    assert "2025-06-17 THIRD ROUNDTABLE, Tunisia: roadmap endorsed and roadmap launched" in wide


def test_what_is_easily_mixed_up_is_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    """Where a policy and a partnership that look alike stand on one page, the notes hold the record's own remark."""
    text = " ".join(report(capsys).split())
    assert "not to be mixed up: the night watch with Aurelia is not its partnership" in text
    assert "not to be mixed up" not in report(capsys, "--country", "XB")


def test_rows_make_one_table(capsys: pytest.CaptureFixture[str]) -> None:
    """The timeline is one table in CSV and one row a line in JSON lines, without naming a table."""
    found = rows(capsys)
    assert len(report(capsys, "-f", "csv").splitlines()) == len(found) + 1
    assert len(report(capsys, "-f", "jsonl").splitlines()) == len(found)


def test_a_doubtful_year_has_its_remark(capsys: pytest.CaptureFixture[str]) -> None:
    """That the year 2003 is doubtful stands beside it."""
    doubtful = [each for each in rows(capsys, data=DATA) if "the year is doubtful" in (each["note"] or "")]
    assert [(each["subject"], each["date"]) for each in doubtful] == [
        ("camm", "2003"),
        ("mobility-partnerships", "2003"),
    ]
    text = " ".join(report(capsys, "--width", "400", data=DATA).split())
    assert text.count("2003 agreement (first)") == text.count("the year is doubtful") == 2
