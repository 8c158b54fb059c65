"""The comparison, through the door: one question a row, silence visible, partnerships chosen by name."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from talentpart.cli import main

Golden = Callable[[str, str], None]
Report = Callable[..., str]
Document = Callable[..., dict[str, Any]]
SAMPLE = Path(__file__).parents[1] / "sample"


def cells(text: str, row: str) -> list[str]:
    """Give the cells of a row of a Markdown table, without footnotes."""
    line = next(each for each in text.splitlines() if each.startswith(f"| {row} |"))
    return [cell.split(" [")[0].strip() for cell in line.strip("|").split("|")[1:]]


def test_comparison_in_text(report: Report, golden: Golden) -> None:
    """The comparison reads as its golden file, in 80 columns."""
    text = report("sample", "compare", "--width", "80", "--format", "text")
    golden("reports/sample-compare.txt", text)
    assert all(len(line) <= 80 for line in text.splitlines())


def test_comparison_in_json(document: Document, golden: Golden) -> None:
    """A machine gets a row a partnership, with numbers, days and the answers in words."""
    page = document("sample", "compare")
    golden("reports/sample-compare.json", json.dumps(page, indent=2, ensure_ascii=False) + "\n")
    assert page["subject"]["partnerships"] == ["aurelia", "borvia"]


def test_silence_stands_in_every_cell(report: Report) -> None:
    """No cell of the real table is empty, a dash or a zero: silence is said in words."""
    for line in report("data", "compare", "--format", "markdown").splitlines():
        if line.startswith("| ") and not line.startswith(("|  |", "| ---")):
            assert all(cell.strip() not in {"", "-", "0"} for cell in line.strip("|").split("|"))


def test_the_tiers_are_those_that_are_printed(report: Report) -> None:
    """Egypt's sectors are of interest and not of common interest, Morocco's five are priorities (C18)."""
    text = report("data", "compare", "egypt", "morocco", "--format", "markdown")
    egypt, morocco = cells(text, "Sectors")
    assert egypt == "6 of interest"
    assert morocco == "5 priority, 2 of common interest"


def test_launches_and_roundtables(report: Report) -> None:
    """Pakistan and Bangladesh came first, and Egypt's workshop is no roundtable (C12, trap 7)."""
    text = report("data", "compare", "PK", "EG", "--format", "markdown")
    assert cells(text, "Launched") == ["2023-03", "2023-06"]
    assert int(cells(text, "Roundtables")[1]) >= 1
    assert text.startswith("# TWO TALENT PARTNERSHIPS · Pakistan and Egypt\n")


def test_a_programme_of_one_is_not_the_other_ones(document: Document) -> None:
    """EUR 3 million and GIZ hold for Pakistan, not for Bangladesh (trap 10)."""
    rows = {row["id"]: row for row in document("data", "compare")["partnerships"] if "answers" in row}
    assert "EUR 3 million" in rows["pakistan"]["answers"]["own"]
    assert "pakistan-programme" not in rows["bangladesh"]["own_programmes"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("compare", "nordland"), "there is no Talent Partnership with 'Nordland'; `report compare` takes Aurelia and"),
        (("compare", "aurela"), "no subject called 'aurela'; did you mean 'aurelia'"),
        (("aurelia", "borvia"), "takes no further subject; `report compare` takes several"),
        (("compare", "--country", "aurelia"), "--country cannot narrow the report on compare"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    words: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A subject without a partnership, a slip, a second subject elsewhere and a filter are refused with the reason."""
    assert main(["report", *words, "--data", str(SAMPLE)]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_every_width_is_kept(width: int, report: Report) -> None:
    """From 60 to 200 columns no line is longer than the width."""
    for dataset in ("sample", "data"):
        text = report(dataset, "compare", "--width", str(width), "--format", "text")
        assert max(map(len, text.splitlines())) <= width


def test_money_alone_is_that_of_the_briefing(report: Callable[..., str]) -> None:
    """What stands inside a parent's figure is in no sum of the comparison, as it is in none of the country's page."""
    compared = " ".join(report("sample", "compare", "aurelia", "--no-sources").split())
    assert "XAU 1,496,448.50 in 1 of 2" in compared
    assert "XAU 1,496,448.50 in 1 of 2 projects" in " ".join(report("sample", "aurelia", "--no-sources").split())
