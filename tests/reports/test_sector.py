"""The report on a sector, through the door: each partner's printed words, projects with their hedge, codes unmixed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Golden = Callable[[str, str], None]
Report = Callable[..., str]
Document = Callable[..., dict[str, Any]]
Changed = Callable[..., str]
SAMPLE = Path(__file__).parents[1] / "sample"


def one_line(text: str) -> str:
    """Give a text without its line breaks and indents."""
    return " ".join(text.split())


@pytest.mark.parametrize("sector", ["industry", "metal", "ict", "fishing"])
def test_report_in_text(sector: str, report: Report, golden: Golden) -> None:
    """The report reads as its golden file, in 80 columns and at most 60 lines."""
    text = report("sample", sector, "--width", "80", "--format", "text")
    golden(f"reports/sample-sector-{sector}.txt", text)
    assert len(text.splitlines()) <= 60
    assert all(len(line) <= 80 for line in text.splitlines())


def test_report_in_json(document: Document, golden: Golden) -> None:
    """The report says the same to a machine, with each mapping and whether it may be counted."""
    page = document("sample", "industry")
    golden("reports/sample-sector.json", json.dumps(page, indent=2, ensure_ascii=False) + "\n")
    assert page["agreed"][0]["as_stated"] == "metalwork"


def test_what_one_side_asks_for_is_not_agreed(document: Document) -> None:
    """A sector that is only asked for stands under NEAR, never among the agreed ones."""
    page = document("sample", "industry")
    assert all(row.get("tier") != "asked-for" for row in page["agreed"])
    assert "asked for by one side, not agreed" in page["near"][0]["text"]


def test_each_partner_has_its_own_words_tier_and_day(document: Document) -> None:
    """ICT is agreed in each partner's words and tier; only Tunisia's list has an event that agreed it."""
    page = document("data", "ict")
    agreed = {row["country"]: row for row in page["agreed"] if "country" in row}
    assert agreed["EG"]["tier"] == "interest"
    assert agreed["EG"]["as_stated"] == "Information Communication Technology (ICT)"
    assert (agreed["TN"]["at"], agreed["TN"]["date"]) == ("roundtable.1", "2023-06")
    assert agreed["PK"]["at"] is None


def test_a_likely_project_is_told_as_likely(document: Document, changed: Changed) -> None:
    """Construction is likely in THAMM for Morocco and Tunisia alone; what is only likely serves nobody for sure."""
    page = document("data", "construction")
    (thamm,) = [row for row in page["projects"] if row.get("project") == "thamm"]
    assert (thamm["certainty"], thamm["origin"]) == ("likely", ["MA", "TN"])
    (unmet,) = page["unmet"]
    assert "Egypt" in unmet["text"]
    orchard = (SAMPLE / "projects" / "orchard.yaml").read_text(encoding="utf-8")
    likely = orchard.replace("sectors: ict", "sectors: {sector: ict, certainty: likely, origin: XB}")
    text = changed({"projects/orchard.yaml": likely}, "ict", "--width", "100", "--format", "text")
    assert "ICT (likely, for Bórvia) [2?]" in text
    assert "A project is named as likely: Bórvia." in text.partition("UNMET")[2]


def test_narrower_sectors_are_taken_along_by_name(report: Report) -> None:
    """Industry takes Morocco's metallurgical industry along, in its own words, marked as narrower."""
    text = report("data", "industry", "--width", "100")
    assert "- Morocco" in text
    assert "metallurgical industry" in text


def test_related_and_unsure_codes_are_never_counted(document: Document) -> None:
    """A mapping that is broad, related or of low certainty is not to be counted as the sector."""
    for sector in ("ict", "mechatronics", "renewable-energy"):
        for row in document("data", sector)["codes"]:
            if row.get("match") in {"broad", "related"} or row.get("sure") == "low":
                assert row["counted"] is False


@pytest.mark.parametrize("width", [60, 72, 100, 132, 200])
def test_every_width_is_kept(width: int, report: Report) -> None:
    """From 60 to 200 columns no line of a sector's report is longer than the width."""
    for dataset, sectors in (
        ("sample", ("industry", "ict")),
        ("data", ("ict", "construction", "industry", "transport")),
    ):
        for sector in sectors:
            text = report(dataset, sector, "--width", str(width))
            assert max(map(len, text.splitlines())) <= width
