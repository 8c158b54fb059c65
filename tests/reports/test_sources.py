"""The sources, through the door: what rests on each, and the month's list of those to look at."""

import json
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from talentpart import tables
from talentpart.cli import main
from talentpart.model.load import open_dataset
from talentpart.values import Day

ROOT = Path(__file__).parents[2]
CORE = (
    "ec-factsheet-partnerships-2023",
    "ec-slides-talent-partnerships",
    "ec-talent-partnerships-2022",
    "ec-talent-partnerships-2025",
    "icmpd-brief-crossroads",
)
Golden = Callable[[str, str], None]
Report = Callable[..., str]
Document = Callable[..., dict[str, Any]]
Ask = Callable[..., str]


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Give a function that prints the list of a copy of the sample, with lines added to the files of its sources."""

    def due(*words: str, day: str = "2025-06-01", **more: str) -> str:
        folder = tmp_path / "sample"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(ROOT / "tests" / "sample", folder)
        for name, lines in more.items():
            file = folder / "sources" / f"{name.replace('_', '-')}.yaml"
            file.write_text(file.read_text(encoding="utf-8") + lines, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        assert main(["report", "sources", "--due", "-d", "sample", "--as-of", day, "--width", "80", *words]) == 0
        out: str = capsys.readouterr().out
        return out

    return due


def held(text: str) -> dict[str, Any]:
    """Read a page as JSON, held against the schema of the report."""
    from jsonschema import Draft202012Validator
    from referencing import Registry

    page: dict[str, Any] = json.loads(text)
    file = ROOT / "schemas" / "output" / "report-sources.schema.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema, registry=Registry()).iter_errors(page)) == []
    return page


def test_sources_in_text(report: Report, golden: Golden) -> None:
    """The report reads as its golden file, in 80 columns."""
    golden("reports/sample-sources.txt", report("sample", "sources", "--width", "80", "--format", "text"))


def test_sources_in_json(document: Document, golden: Golden) -> None:
    """A machine gets a row a source, with all that its record says of its life."""
    page = document("sample", "sources")
    golden("reports/sample-sources.json", json.dumps(page, indent=2, ensure_ascii=False) + "\n")


def test_the_counts_are_those_of_the_claims(document: Document) -> None:
    """What rests on a source is counted as `query claims` lists it, without what is set aside."""
    data = open_dataset(ROOT / "tests" / "sample", "sample")
    table = tables.rows(data, "claims", Day.parse("2025-06-01"))
    named = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    counted = Counter(row["source"] for row in named if row["rank"] != "set-aside")
    rows = [row for row in document("sample", "sources")["register"] if "claims" in row]
    assert {row["id"]: row["claims"] for row in rows} == counted
    assert all(row["alone"] <= row["claims"] for row in rows)


def test_real_sources_bear_claims(document: Document) -> None:
    """Each real source is cited, be it by a claim set aside alone; each core source bears some that no other does."""
    rows = {row["id"]: row for row in document("data", "sources")["register"] if "claims" in row}
    assert all(rows[name]["alone"] > 0 for name in CORE)
    table = tables.rows(open_dataset(ROOT / "data", "data"), "claims", Day.parse("2026-11-24"))
    named = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    aside = {row["source"] for row in named if row["rank"] == "set-aside"}
    assert {name for name, row in rows.items() if not row["claims"]} <= aside


def test_due_in_text(ask: Ask, golden: Golden) -> None:
    """Each source stands once, under its most urgent reason, with what to do and what hangs on it."""
    text = ask(
        "-f", "text",
        day="2026-06-10",
        agency_report_2024='review_by: "2026-05"\n',
        daily_bell_2024='review_by: "2026-07-11"\n',
        union_page_2024='review_by: "2026-07-12"\n',
    )  # fmt: skip
    golden("reports/sample-sources-due.txt", text)
    assert "OVERDUE    agency-report-2024" in text
    assert "SOON       daily-bell-2024" in text
    assert "GONE       union-page-2022" in text
    assert "UNREAD     thinkers-2023" in text
    assert "union-page-2024 (" not in text


def test_due_in_json(ask: Ask) -> None:
    """A machine gets the paths of the claims that hang on each, and those that hang on it alone."""
    page = held(ask("-f", "json"))
    assert page["subject"]["due"] is True
    (row, sentence) = page["gone"]
    assert row["source"] == sentence["id"] == "union-page-2022"
    assert (row["claims"], row["alone"]) == (len(row["paths"]), len(row["paths_alone"]))
    assert "orchard.status" in row["paths_alone"]


def test_nothing_is_due(ask: Ask) -> None:
    """An empty list says so, and when the next source waits for a look."""
    archive = "archived: https://web.archive.org/web/2022/https://union.example/partnerships\n"
    text = " ".join(ask("-f", "text", union_page_2022=archive).split())
    assert "Nothing is due by 2 July 2025, of five sources." in text
    assert "Next are agency-report-2024 and three more, to be read again by 20 May 2026, a year after" in text


def test_a_source_that_was_read_since_only_needs_a_new_day(ask: Ask) -> None:
    """Where the last reading is younger than the day by which it was due, only the day is out of date."""
    text = " ".join(ask("-f", "text", agency_report_2024='review_by: "2025-04"\n').split())
    assert "read again since April 2025. Set the next review_by." in text


def test_a_page_that_moved_without_a_word_is_due(ask: Ask) -> None:
    """`moved` alone leads nowhere; with the record of the new address it does."""
    assert "MOVED      daily-bell-2024" in ask("-f", "text", daily_bell_2024="status: moved\n")
    assert "MOVED" not in ask("-f", "text", daily_bell_2024="status: moved\nreplaced_by: union-page-2024\n")


def test_due_is_for_sources_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """No other report has a list of what is due."""
    assert main(["report", "gaps", "--due", "-d", "tests/sample"]) == 2
    assert "--due is for `report sources`" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["terminal", "markdown", "json", "jsonl"])
def test_every_format_prints_the_list(form: str, ask: Ask) -> None:
    """The list comes in the formats of all reports."""
    assert "union-page-2022" in ask("-f", form)
