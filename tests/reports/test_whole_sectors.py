"""The report on all sectors, through the door: printed words and tiers, what is shared, and by what it is."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Golden = Callable[[str, str], None]
Report = Callable[..., str]
Document = Callable[..., dict[str, Any]]
Changed = Callable[..., str]
SAMPLE = Path(__file__).parents[1] / "sample"


def test_sectors_in_text(report: Report, golden: Golden) -> None:
    """The report reads as its golden file, in 80 columns."""
    golden("reports/sample-sectors.txt", report("sample", "sectors", "--width", "80", "--format", "text"))


def test_sectors_in_json(document: Document, golden: Golden) -> None:
    """A machine gets a row a sector, and rows for what is shared and what nobody serves."""
    page = document("sample", "sectors")
    golden("reports/sample-sectors.json", json.dumps(page, indent=2, ensure_ascii=False) + "\n")


def by(page: dict[str, Any], section: str, key: str) -> dict[str, dict[str, Any]]:
    """Give the rows of a section by a column."""
    return {row[key]: row for row in page[section] if key in row}


def test_a_narrower_sector_stands_under_its_wider_one(report: Report) -> None:
    """Renewable energy follows energy with a sign that says so."""
    lines = [
        line.split("  ")[0] for line in report("data", "sectors", "--width", "100", "--format", "text").splitlines()
    ]
    assert lines.index("- renewable energy") == lines.index("energy") + 1


def test_an_occupation_is_marked(document: Document, report: Report) -> None:
    """Lorry drivers are no industry (trap 14)."""
    assert by(document("data", "sectors"), "sectors", "sector")["lorry-drivers"]["dimension"] == "occupation"
    assert "lorry drivers (occupation)" in report("data", "sectors", "--width", "160", "--format", "text")


def test_what_is_shared_says_by_what(document: Document) -> None:
    """ICT is shared by wording among three and by code among four, since Bangladesh prints it otherwise (C20)."""
    rows = document("data", "sectors")["shared"]
    ict = {row["by"]: row["partners"] for row in rows if row.get("key", "").casefold().endswith(("ict", "(ict)"))}
    assert ict["wording"] == ["Egypt", "Pakistan", "Tunisia"]
    assert ict["code"] == ["Bangladesh", "Egypt", "Pakistan", "Tunisia"]
    assert {row["key"] for row in rows if row.get("by") == "wording"} >= {"agriculture", "construction", "tourism"}
    assert "energy" in {row["key"] for row in rows if row.get("by") == "wider"}


def test_a_likely_sector_is_said_to_be_that(document: Document, report: Report) -> None:
    """THAMM's construction is likely, for Morocco and Tunisia, and serves nobody for sure (C9)."""
    page = document("data", "sectors")
    construction = by(page, "sectors", "sector")["construction"]
    (thamm,) = [each for each in construction["projects"] if each["project"] == "thamm"]
    assert (thamm["certainty"], sorted(thamm["origin"])) == ("likely", ["MA", "TN"])
    assert "construction" in by(page, "unserved", "country")["EG"]["unserved"]
    text = " ".join(report("data", "sectors", "--width", "400", "--format", "text").split())
    assert "THAMM (likely, for Morocco and Tunisia, ended)" in text


def test_printed_labels_are_counted_not_codes(document: Document) -> None:
    """Bangladesh has six printed labels, two of which stand under two codes each."""
    rows = by(document("data", "sectors"), "unserved", "country")
    assert rows["BD"]["agreed"] == 6
    assert rows["TN"]["agreed"] == 6


def test_what_was_learnt_holds_for_its_day(report: Report) -> None:
    """A negative finding comes with the day as of which it holds (C26)."""
    text = " ".join(report("sample", "sectors").split())
    assert "No money has gone to fishing so far (as of November 2024)" in text


def test_entries_and_labels_are_counted_apart(report: Report) -> None:
    """One label in several lists is one label, and the printed words are given whole."""
    text = " ".join(report("data", "sectors", "--format", "text").split())
    assert text.partition("AGREED")[0].count("32 entries, 20 different labels") == 1
    assert "Information Communication Technology (ICT) · construction" in text
    assert "no project found with Egypt names construction · transportation · energy" in text


def test_a_partner_without_any_served_sector_is_told_in_one_word(changed: Changed) -> None:
    """Where no project with a partner names what it agreed, its labels are not listed once more."""
    orchard = (SAMPLE / "projects" / "orchard.yaml").read_text(encoding="utf-8")
    text = changed({"projects/orchard.yaml": orchard.replace("sectors: ict\n", "")}, "sectors", "--format", "text")
    assert "Bórvia: no project found with Bórvia names it." in text
    assert "Aurelia: each is named by a project." in text
