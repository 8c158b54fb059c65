"""The report on matching, through the door: what is short in agreed sectors, who serves it, and what stays outside."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from talentpart.cli import main

Golden = Callable[[str, str], None]
Report = Callable[..., str]
Document = Callable[..., dict[str, Any]]
SAMPLE = Path(__file__).parents[1] / "sample"


@pytest.mark.parametrize(
    ("name", "words"),
    [("", ()), ("-aurelia", ("--country", "aurelia")), ("-nordland", ("--member-state", "nordland"))],
)
def test_matching_in_text(name: str, words: tuple[str, ...], report: Report, golden: Golden) -> None:
    """The whole, one partner and one Member State read as their golden files."""
    golden(f"reports/sample-matching{name}.txt", report("sample", "matching", *words, "--format", "text"))


def test_matching_in_json(document: Document, golden: Golden) -> None:
    """The report says the same to a machine: a row for each sector, with the lines that say what is short."""
    page = document("sample", "matching")
    golden("reports/sample-matching.json", json.dumps(page, indent=2, ensure_ascii=False) + "\n")
    short = {row["sector"]: [each["code"] for each in row["short"]] for row in page["matching"] if "sector" in row}
    assert short == {"metal": ["smiths", "smiths", "metal"], "fishing": [], "ict": []}


def test_what_lies_in_no_agreed_sector_is_named(report: Report) -> None:
    """An occupation whose code only holds the sector's, or none, is not matched, and is told apart."""
    text = " ".join(report("sample", "matching").split())
    assert "Short, in no sector agreed with any partner by our codes: net menders" in text


def test_a_country_without_a_partnership_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """The filter takes partner countries alone, and says which there are."""
    assert main(["report", "matching", "--country", "nordland", "--data", str(SAMPLE)]) == 2
    assert "there is no Talent Partnership with 'Nordland'; --country takes" in capsys.readouterr().err


def test_a_member_state_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    """A country that is no Member State is refused as one."""
    assert main(["report", "matching", "--member-state", "aurelia", "--data", str(SAMPLE)]) == 2
    assert "Aurelia is no Member State" in capsys.readouterr().err


@pytest.mark.parametrize("width", [60, 80, 100, 132, 200])
def test_every_width_is_kept(width: int, report: Report) -> None:
    """From 60 to 200 columns no line is longer than the width."""
    for dataset in ("sample", "data"):
        text = report(dataset, "matching", "--width", str(width), "--format", "text")
        assert all(len(line) <= width for line in text.splitlines())


def _on(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Give the report on a folder, in one line."""
    assert main(["report", "matching", "--data", str(folder), "--as-of", "2025-06-01", "--width", "200", *words]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_what_an_edition_counts_has_its_year_and_unit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Numbers of two years are told apart, and a rate is a percentage."""
    folder = tmp_path / "data"
    shutil.copytree(SAMPLE, folder)
    (folder / "codelists" / "measures.yaml").write_text(
        "label: What is counted\nitems:\n  - {code: working-age, label: people of working age, unit: people}\n"
        "  - {code: vacancy-rate, label: vacancy rate, unit: percent}\n",
        "utf-8",
    )
    (folder / "shortages" / "few-hands-2024.yaml").write_text(
        "source: union-page-2024\nnames:\n  - {text: Few hands}\nkind: survey\nfigures:\n"
        '  - {measure: vacancy-rate, period: "2022", value: 3, bound: nearly}\n'
        '  - {measure: working-age, period: "2022", value: 265000000}\n'
        '  - {measure: working-age, period: "2030", certainty: expected, value: 258000000}\n',
        "utf-8",
    )
    text = _on(folder, capsys)
    assert "vacancy rate of nearly 3 % (2022) [1], 265 million people of working age (2022) [1]," in text
    assert "258 million people of working age (expected, 2030) [1];" in text


def test_a_label_of_two_sectors_that_matched_is_not_elsewhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A printed label that stands under two sectors, one of them agreed, has matched."""
    folder = tmp_path / "data"
    shutil.copytree(SAMPLE, folder)
    (folder / "shortages" / "few-hands-2024.yaml").write_text(
        "source: union-page-2024\nnames:\n  - {text: Few hands}\nkind: survey\nsectors:\n"
        "  - {sector: [ict, fishing], as_stated: nets and code}\n  - {sector: fishing, as_stated: fish alone}\n",
        "utf-8",
    )
    text = _on(folder, capsys, "--country", "borvia")
    assert "nets and code as a sector" in text.partition("ELSEWHERE")[0]
    assert "fish alone as a sector" in text.partition("ELSEWHERE")[2]
    assert "nets and code as a sector" not in text.partition("ELSEWHERE")[2].partition("EDITIONS")[0]


def test_a_project_stands_once_under_a_sector(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What several sources say of one project is one name with all their notes, the limited behind the unlimited."""
    folder = tmp_path / "data"
    shutil.copytree(SAMPLE, folder)
    (folder / "projects" / "ferry.yaml").write_text(
        "source: union-page-2024\nnames:\n  - {text: Ferry, kind: short}\nsectors:\n"
        "  - {sector: metal, certainty: likely}\n  - {sector: metal, as_stated: smithing, source: thinkers-2023}\n"
        "  - {sector: metal, as_stated: metals, source: agency-report-2024}\n",
        "utf-8",
    )
    text = _on(folder, capsys)
    assert text.count("Ferry") == 1
    assert "(also" in text
