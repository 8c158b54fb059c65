"""The report on coverage, through the door: what is said by how many, what is thin, old or missing, and whom to ask."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from talentpart.cli import main
from talentpart.model.load import open_dataset
from talentpart.queries.slots import EXPECTED, silent
from talentpart.queries.told import as_of
from talentpart.values import Day

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "sample"
Golden = Callable[[str, str], None]
Report = Callable[..., str]
Document = Callable[..., dict[str, Any]]
Changed = Callable[..., dict[str, Any]]


def facts(page: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Give the facts of a page by record and slot."""
    rows = [*page["partnerships"], *page["projects"]]
    return {f"{each['record']}.{each['slot']}": each for each in rows if "slot" in each}


@pytest.fixture
def changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Changed:
    """Give a function that reports on the sample with some files changed.

    Each goes by its path: a text takes its place, one that begins with `+` is added to it, None takes it out.
    """

    def give(files: dict[str, str | None], *words: str, day: str = "2025-06-01") -> dict[str, Any]:
        folder = tmp_path / "changed"
        shutil.copytree(SAMPLE, folder, dirs_exist_ok=True)
        for path, text in files.items():
            file = folder / path
            if text is None:
                file.unlink()
            else:
                old = file.read_text(encoding="utf-8") if text.startswith("+") else ""
                file.write_text(old + text.removeprefix("+"), encoding="utf-8")
        assert main(["report", "coverage", *words, "--data", str(folder), "--as-of", day, "-f", "json"]) == 0
        page: dict[str, Any] = json.loads(capsys.readouterr().out)
        return page

    return give


@pytest.mark.parametrize(
    ("name", "words"), [("", ()), ("-borvia", ("--country", "borvia")), ("-fishing", ("--sector", "fishing"))]
)
def test_coverage_in_text(name: str, words: tuple[str, ...], report: Report, golden: Golden) -> None:
    """The whole, one partner and one sector read as their golden files."""
    golden(f"reports/sample-coverage{name}.txt", report("sample", "coverage", *words, "--format", "text"))


def test_coverage_in_markdown(report: Report, golden: Golden) -> None:
    """As Markdown it is a page that can be pasted."""
    golden("reports/sample-coverage.md", report("sample", "coverage", "--format", "markdown"))


def test_coverage_in_json(document: Document, golden: Golden) -> None:
    """The report says the same to a machine, a row for each record and slot."""
    page = document("sample", "coverage")
    golden("reports/sample-coverage.json", json.dumps(page, indent=2, ensure_ascii=False) + "\n")


def test_the_head_counts_the_rows(document: Document) -> None:
    """What the head says is what the rows add up to, and the reasons add up to what is not said."""
    page = document("data", "coverage")
    due = [each for each in facts(page).values() if each["expected"]]
    said = [each for each in due if each["said"]]
    assert f"of {len(due)} expected facts said of" in page["head"][0]["text"]
    assert page["head"][0]["text"].startswith(f"{len(said)} of ")
    missing = [path for row in page["missing"] if row.get("expected") for path in row["facts"]]
    assert sorted(missing) == sorted(
        path for path, each in facts(page).items() if each["expected"] and not each["said"]
    )


def test_what_lint_expects_is_unexplained_here(document: Document) -> None:
    """A slot that is neither said nor under missing for lint has no word here, and no other has."""
    day = Day.parse("2025-06-01")
    dataset = as_of(open_dataset(SAMPLE, "sample"), day)
    bare = {
        f"{each.record.id}.{slot.path}" for each in dataset.entries.values() for slot in silent(dataset, each.record)
    }
    known = {slot.path for slots in EXPECTED.values() for slot in slots}
    found = facts(document("sample", "coverage"))
    unexplained = {path for path, each in found.items() if each["why"] == "unexplained" and each["slot"] in known}
    assert unexplained == bare


def test_sources_that_differ_are_no_two_witnesses(document: Document) -> None:
    """Two days of one meeting agree on none; an amount and its rounded form agree, though their prints differ."""
    found = facts(document("sample", "coverage"))
    assert (found["borvia.events.roundtable"]["texts"], found["borvia.events.roundtable"]["independent"]) == (2, 1)
    assert found["borvia.events.roundtable"]["support"] == "apart"
    assert found["bridge.money"]["support"] == "agreed"


def test_a_plan_is_told_from_a_fact(report: Report, document: Document) -> None:
    """What is only planned stands in brackets; a planned number of people is what its column asks for."""
    found = facts(document("sample", "coverage"))
    assert found["harbour.events.end"]["planned"]
    assert not found["harbour.figures.planned"]["planned"]
    assert "HARBOUR         1     2      (1)" in report("sample", "coverage", "--no-sources", "--width", "120")


def test_a_repeat_is_no_second_witness(changed: Changed) -> None:
    """Once the paper is known to repeat the page, what both say rests on one text, and is named under THIN."""
    page = changed({"sources/daily-bell-2024.yaml": "+repeats: union-page-2024\n"})
    start = facts(page)["harbour.events.start"]
    assert (start["sources"], start["independent"]) == (["union-page-2024", "daily-bell-2024"], 1)
    thin = {row["kind"]: row["facts"] for row in page["thin"] if "kind" in row}
    assert "harbour.events.start" in thin["one-text"]
    assert "harbour.events.start" not in thin["one-source"]


def test_a_line_that_is_set_aside_says_nothing(changed: Changed) -> None:
    """What is kept and not believed fills no slot."""
    text = (SAMPLE / "projects" / "orchard.yaml").read_text(encoding="utf-8")
    text = text.replace("certainty: expected}", "rank: set-aside, because: a slip}")
    fact = facts(changed({"projects/orchard.yaml": text}))["orchard.figures.planned"]
    assert (fact["said"], fact["why"], fact["sources"]) == (False, "unexplained", [])


def test_what_cannot_apply_is_not_expected(changed: Changed) -> None:
    """A reason that nothing can be there takes the fact out of the count, and asks nobody."""
    text = (SAMPLE / "projects" / "orchard.yaml").read_text(encoding="utf-8")
    page = changed({"projects/orchard.yaml": text.replace("why: not-found", "why: not-applicable")})
    fact = facts(page)["orchard.figures.actual"]
    assert (fact["expected"], fact["why"]) == (False, "not-applicable")
    assert " of 43 expected facts" in page["head"][0]["text"]
    assert "orchard.figures.actual" not in {f"{row.get('record')}.{row.get('slot')}" for row in page["silent"]}
    assert "x: cannot apply." in page["signs"][0]["text"]


def test_a_fact_without_a_source_is_named(changed: Changed) -> None:
    """What no source says is said, and counts no witness."""
    text = (SAMPLE / "projects" / "harbour-quay.yaml").read_text(encoding="utf-8")
    page = changed({"projects/harbour-quay.yaml": text.replace("source: union-page-2024#harbour\n", "")})
    fact = facts(page)["harbour-quay.money"]
    assert (fact["said"], fact["independent"], fact["support"], fact["age"]) == (True, 0, "no-source", None)
    assert "0: said, and no source is named." in page["signs"][0]["text"]


def test_a_partnership_without_a_roadmap_record(changed: Changed) -> None:
    """Where nobody made the record of a roadmap, its status is neither said nor explained."""
    fact = facts(changed({"countries/borvia/roadmap.yaml": None}))["borvia.roadmap"]
    assert (fact["said"], fact["why"]) == (False, "unexplained")


def test_age_keeps_to_what_is_known(changed: Changed) -> None:
    """A source with a day is old or recent; an undated one may be old until its bounds say that it is not."""
    day = "2026-06-03"
    found = facts(changed({}, day=day))
    assert found["orchard.organisations.implementer"]["age"] == "old"
    assert found["orchard.organisations.implementer"]["newest"] == "2024-05-04"
    assert found["bridge.organisations.implementer"]["age"] == "recent"
    page = changed({}, day=day)
    ages = {row["kind"]: row["facts"] for row in page["old"] if "kind" in row}
    assert found["harbour-quay.corridors"]["age"] == "unknown"
    assert "harbour-quay.corridors" in ages["unknown"]
    assert "harbour-quay.corridors" not in ages["old"]
    assert "may be from before 3 June 2024" in json.dumps(page["old"])


def test_a_leap_day_has_a_limit_too(changed: Changed) -> None:
    """Two years before the 29 of February is the 28, since that year has no other."""
    page = changed({}, day="2028-02-29")
    assert "from before 28 February 2026" in json.dumps(page["old"])


def test_a_source_past_review_is_named(changed: Changed) -> None:
    """A source that was to be read again by a day that has passed stands under OLD; one due later does not."""
    files = {
        "sources/daily-bell-2024.yaml": '+review_by: "2025-05"\n',
        "sources/agency-report-2024.yaml": '+review_by: "2025-06"\n',
    }
    rows = [row for row in changed(files)["old"] if row.get("kind") == "review"]
    assert [(row["source"], row["review_by"]) for row in rows] == [("daily-bell-2024", "2025-05")]


def test_who_could_answer_is_asked_for_each_gap(document: Document) -> None:
    """Each fact that is expected and not said is asked of somebody, but for what is not yet known."""
    page = document("sample", "coverage")
    asked = {f"{row['record']}.{row['slot']}": row["ask"] for row in page["silent"] if "slot" in row}
    bare = {path: each["why"] for path, each in facts(page).items() if each["expected"] and not each["said"]}
    assert set(asked) == {path for path, why in bare.items() if why != "not-yet"}
    assert asked["orchard.money"] == "Ministry of Skills"


def test_an_earlier_day_knows_less(changed: Changed) -> None:
    """As of a day before the second roundtable the roadmap is not told, and the page says what it leaves out."""
    page = changed({}, day="2023-06")
    fact = facts(page)["aurelia-roadmap.status"]
    assert (fact["said"], fact["why"]) == (False, "unexplained")
    assert "-: neither said nor explained by then." in page["signs"][0]["text"]
    assert "is left out" in page["notes"][0]


def test_a_country_leaves_its_partnership_and_projects(changed: Changed) -> None:
    """With a country stand its partnership and the projects that begin there or support it; else projects alone."""
    page = changed({}, "--country", "borvia")
    assert {each["subject"] for each in facts(page).values()} == {"borvia", "harbour", "orchard"}
    assert "of one partnership and two projects" in page["head"][0]["text"]
    page = changed({}, "--country", "nordland")
    assert page["head"][0]["text"] == "No partnership and no project found of which a fact is expected."
    assert [each["text"] for each in page["partnerships"]] == ["No Talent Partnership found."]
    assert [each["text"] for each in page["thin"]] == ["No fact is said."]
    assert "signs" not in page
    assert "silent" not in page


def test_a_country_and_a_sector_narrow_together(changed: Changed) -> None:
    """Both filters hold at once."""
    page = changed({}, "--country", "borvia", "--sector", "ict")
    assert {each["subject"] for each in facts(page).values()} == {"borvia", "orchard"}


def test_a_filter_that_it_does_not_take_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """Other filters are refused, and those that it takes are named."""
    assert main(["report", "coverage", "--member-state", "nordland", "--data", str(SAMPLE)]) == 2
    assert "--country, --sector" in capsys.readouterr().err


@pytest.mark.parametrize("width", [60, 80, 100, 132, 200])
def test_every_width_is_kept(width: int, report: Report) -> None:
    """From 60 to 200 columns no line is longer than the width."""
    for dataset in ("sample", "data"):
        text = report(dataset, "coverage", "--width", str(width), "--format", "text")
        assert all(len(line) <= width for line in text.splitlines())


def test_nothing_missing_is_said_so(changed: Changed) -> None:
    """Where every expected fact is said, the head counts no reason, and nobody is asked."""
    text = (SAMPLE / "projects" / "harbour.yaml").read_text(encoding="utf-8")
    files = {"projects/harbour.yaml": text.replace("why: not-yet", "why: not-applicable")}
    page = changed(files, "--country", "aurelia", "--sector", "metal")
    assert page["head"][0]["text"] == (
        "21 of 21 expected facts said of one partnership and two projects, three of them by two or more independent "
        "sources."
    )
    assert "silent" not in page
