"""The report on a project, through the door: every claim, planned beside reported, differences and gaps told."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from talentpart.cli import main

SAMPLE = Path(__file__).parents[1] / "sample"
DATA = Path(__file__).parents[2] / "data"
Golden = Callable[[str, str], None]
Report = Callable[..., str]
Document = Callable[..., dict[str, Any]]


def one_line(text: str) -> str:
    """Give a text without its line breaks and indents."""
    return " ".join(text.split())


@pytest.mark.parametrize("project", ["bridge", "harbour", "orchard", "harbour-quay"])
def test_report_in_text(project: str, report: Report, golden: Golden) -> None:
    """The report reads as its golden file, in 80 columns."""
    text = report("sample", project, "--width", "80", "--format", "text")
    golden(f"reports/sample-project-{project}.txt", text)
    assert all(len(line) <= 80 for line in text.splitlines())


def test_report_in_json(document: Document, golden: Golden) -> None:
    """The report says the same to a machine, every line of figures and money in full, set-aside ones too."""
    page = document("sample", "bridge")
    golden("reports/sample-project.json", json.dumps(page, indent=2, ensure_ascii=False) + "\n")
    assert [row["path"] for row in page["figures"] if row.get("rank") == "set-aside"] == [
        "bridge.figures.trained.actual"
    ]


def test_nothing_that_is_set_aside_or_less_exact_is_dropped(report: Report) -> None:
    """DIFFER tells each value that is not shown above, who says it, and why another is shown."""
    text = one_line(report("sample", "bridge", "--width", "80"))
    assert "End, reported: 30 April 2024 [1]; also June 2024 [3?]. Shown: the first, the agency kept the books." in text
    assert "Trained, reported: about 100 [1]; set aside 7 [3?], a slip of the pen." in text
    assert "Total: XAU 1,496,448.50 [1]; also XAU 1.5 million [3?]." in text


def test_the_newest_event_is_one_that_is_shown(report: Report) -> None:
    """A day that gives way to a preferred one is not the newest event of the head."""
    assert "Newest event shown: 30 April 2024." in report("sample", "bridge")


def test_a_share_becomes_money_only_against_the_total(report: Report) -> None:
    """The payer's share is printed as said, and in money no more exactly than share and total allow, as our sum."""
    assert "Common Fund 94.99 % [1], about XAU 1,421,500 by our sum" in one_line(report("sample", "bridge"))


def test_palim_holds_120_and_30_and_the_open_conflict(report: Report, document: Document) -> None:
    """The figures of PALIM stand under what is only stated, the 30 among the 120, and the conflict is left open."""
    page = document("data", "palim")
    values = {(row["measure"], row["basis"], row["value"]): row for row in page["figures"] if "measure" in row}
    assert ("trained", "stated", 120) in values
    assert values["moved", "stated", 30]["of"] == "figures.trained"
    assert any(row.get("settled") == "open" and "figures.moved" in row["path"] for row in page["differ"])
    text = report("data", "palim", "--width", "100")
    assert "of those trained: moved" in text
    assert "30*" in text


def test_thamm_pairs_no_countries(report: Report) -> None:
    """The Member States and partner countries of THAMM are only listed, and CARE says what must not be said."""
    text = one_line(report("data", "thamm", "--width", "80"))
    assert "only listed beside Egypt, Morocco and Tunisia" in text
    assert "must not be said of each of Egypt, Morocco and Tunisia: which works with which is not stated" in text
    assert "Implied: NDICI" in text


@pytest.mark.parametrize("width", [60, 72, 100, 132, 200])
def test_every_width_is_kept(width: int, report: Report) -> None:
    """From 60 to 200 columns no line of any project's report is longer than the width."""
    for dataset, folder in (("sample", SAMPLE), ("data", DATA)):
        for file in sorted((folder / "projects").glob("*.yaml")):
            text = report(dataset, file.stem, "--width", str(width))
            assert max(map(len, text.splitlines())) <= width


def test_a_project_that_could_not_be_told_yet_is_no_subject(capsys: pytest.CaptureFixture[str]) -> None:
    """As of a day before its sources a project is not known."""
    assert main(["report", "bridge", "--data", str(SAMPLE), "--as-of", "2020"]) == 2
    assert "bridge" in capsys.readouterr().err


def test_printed_words_stand_beside_a_share_and_for_a_duration(report: Report) -> None:
    """A share has the source's words beside it, and a duration is given as it is printed."""
    assert 'about 50 % ("approximately half")' in report("data", "palim", "--width", "160")
    assert "1-2 years" in report("data", "match")
