"""The report on an instrument, through the door: who runs it, who may apply, whom it pays by whose word."""

import json
import shutil
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


@pytest.mark.parametrize("instrument", ["common-fund", "fund-call"])
def test_report_in_text(instrument: str, report: Report, golden: Golden) -> None:
    """The report reads as its golden file, in 80 columns."""
    text = report("sample", instrument, "--width", "80", "--format", "text")
    golden(f"reports/sample-instrument-{instrument}.txt", text)
    assert all(len(line) <= 80 for line in text.splitlines())


def test_report_in_json(document: Document, golden: Golden) -> None:
    """The report says the same to a machine: a row for each payment that a source names."""
    page = document("sample", "common-fund")
    golden("reports/sample-instrument.json", json.dumps(page, indent=2, ensure_ascii=False) + "\n")
    assert [row["record"] for row in page["projects"] if "payer" in row] == ["bridge", "harbour"]


def test_the_mpf_page_names_who_runs_it_and_whom_it_pays(document: Document) -> None:
    """The facility has its secretariat, its rolling call, who may apply, and the pilots it pays for."""
    page = document("data", "mpf")
    assert any("ICMPD" in row["text"] for row in page["who"])
    assert any("Member States" in row["text"] for row in page["eligible"])
    assert any("rolling" in row["text"] for row in page["calls"])
    paid = {row["record"]: row["certainty"] for row in page["projects"] if "payer" in row}
    assert paid["homere"] == "stated"
    stated = {name for name, row in paid.items() if row == "stated"}
    assert len(stated) == len({row["record"] for row in page["projects"] if row.get("certainty") == "stated"}) > 0
    assert all(row["sources"] for row in page["projects"] if "payer" in row)


def test_what_is_implied_is_not_said_to_be_paid(document: Document) -> None:
    """NDICI-Global Europe pays for three projects by implication, for THAMM+ by a source's word; the head says so."""
    page = document("data", "ndici-global-europe")
    paid = {row["record"]: row["certainty"] for row in page["projects"] if "payer" in row}
    assert paid.pop("thamm-plus") == "stated"
    assert paid == dict.fromkeys(["bangladesh-programme", "pakistan-programme", "thamm"], "implied")
    assert "One project said to be funded by it, three more by implication" in page["head"][0]["text"]


def test_published_totals_stand_side_by_side(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is published of an instrument on two days is printed with each day, and neither added nor settled."""
    folder = tmp_path / "data"
    shutil.copytree(SAMPLE, folder)
    (folder / "instruments" / "bridge-facility.yaml").write_text(
        "source: union-page-2024\nnames:\n  - {text: Bridge Facility}\nkind: fund\n"
        'figures:\n  - {measure: firms, basis: actual, value: 56, as_of: "2024-01"}\n'
        '  - {measure: firms, basis: actual, value: 64, as_of: "2024-06"}\n'
        'money:\n  - {amount: XAU 55000000, as_of: "2024-01"}\n  - {amount: XAU 71000000, as_of: "2024-06"}\n',
        encoding="utf-8",
    )
    assert main(["report", "bridge-facility", "--data", str(folder), "--as-of", "2025-06-01", "--width", "100"]) == 0
    # The page names the folder it read, and a temporary folder's name may hold any number.
    text = " ".join(capsys.readouterr().out.replace(str(folder), "DATA").split())
    assert "56 (as of January 2024) [1] beside 64 (as of June 2024) [1]" in text
    assert "XAU 55 million (as of January 2024) [1] beside XAU 71 million (as of June 2024) [1]" in text
    assert "they cannot be added" in text
    assert "126" not in text
    assert "DATA" in text


@pytest.mark.parametrize("width", [60, 72, 100, 132, 200])
def test_every_width_is_kept(width: int, report: Report) -> None:
    """From 60 to 200 columns no line of any instrument's report is longer than the width."""
    for dataset, folder in (("sample", SAMPLE), ("data", DATA)):
        for file in sorted((folder / "instruments").glob("*.yaml")):
            text = report(dataset, file.stem, "--width", str(width))
            assert max(map(len, text.splitlines())) <= width
