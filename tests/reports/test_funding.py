"""Funding, through the door: goldens on the invented records, and the laws of adding money up on all of them."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from talentpart.cli import main

Golden = Callable[[str, str], None]
SAMPLE = Path(__file__).parents[1] / "sample"
DATA = Path(__file__).parents[2] / "data"
LADDERS = ("countries", "payers", "member_states", "years", "bodies")


def shown(data: Path) -> str:
    """Give the folder of a dataset as seen from the checkout, where these tests ask."""
    return data.relative_to(Path.cwd()).as_posix()


def report(capsys: pytest.CaptureFixture[str], *words: str, data: Path = SAMPLE) -> str:
    """Give what `talentpart report funding` prints, as of one day for each dataset."""
    capsys.readouterr()
    day = "2025-06-01" if data == SAMPLE else "2026-11-24"
    assert main(["report", "funding", "--data", shown(data), "--as-of", day, *words]) == 0, capsys.readouterr().err
    out: str = capsys.readouterr().out
    return out


def page(capsys: pytest.CaptureFixture[str], *words: str, data: Path = SAMPLE) -> dict[str, Any]:
    """Give the report as data."""
    found: dict[str, Any] = json.loads(report(capsys, "-f", "json", *words, data=data))
    return found


def flat(text: str) -> str:
    """Give a text in one line, so that a sentence can be looked for wherever its lines end."""
    return " ".join(text.split())


def test_funding_in_text(capsys: pytest.CaptureFixture[str], golden: Golden) -> None:
    """The report reads as its golden file at 80 columns."""
    golden("reports/funding.txt", report(capsys, "--width", "80", "-f", "text"))


def test_funding_in_json(capsys: pytest.CaptureFixture[str], golden: Golden) -> None:
    """The report gives a machine a row for each rung and currency of each ladder."""
    found = page(capsys)
    found["dataset"]["sha256"] = "of the records"
    golden("reports/funding.json", json.dumps(found, indent=2, ensure_ascii=False) + "\n")


def test_a_parent_is_never_added_to_its_part(capsys: pytest.CaptureFixture[str]) -> None:
    """A component of a programme with a figure stands inside it, in every ladder and in what is left out."""
    found = page(capsys)
    assert {each["project"]: each["rung"] for each in found["money"] if "rung" in each}[
        "harbour-quay"
    ] == "inside-parent"
    for name in LADDERS:
        for row in found[name]:
            assert "harbour-quay" not in row.get("projects", []) or row["rung"] == "inside-parent"
    out = {(each["record"], each["amount"]): each["why"] for each in found["left_out"] if "record" in each}
    assert out["harbour-quay", 400000] == "inside the figure of its parent"


def test_what_is_left_out_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    """An amount that no sum holds stands apart with its reason: rounded elsewhere, one payer's, wider."""
    found = page(capsys)
    out = {(each["record"], each["amount"]): each["why"] for each in found["left_out"] if "record" in each}
    assert out["bridge", 1500000] == "says the same, less exactly"
    assert out["harbour", 250000] == "what Common Fund pays, planned, beside the total"
    assert [(each["record"], each["amount"]) for each in found["near"] if "record" in each] == [("harbour", 9000000)]


def test_published_totals_are_not_summed(capsys: pytest.CaptureFixture[str]) -> None:
    """An instrument's amount has its row with perimeter and day, and is in no sum of projects."""
    found = page(capsys)
    assert [(each["record"], each["amount"]) for each in found["published"] if "record" in each] == [
        ("fund-call", 26000000)
    ]
    assert "never added" in report(capsys)
    assert all((row.get("value_max") or 0) < 26000000 for name in LADDERS for row in found[name])


def test_a_share_is_money_only_as_our_sum(capsys: pytest.CaptureFixture[str]) -> None:
    """A payer's share is printed with what it comes to, and stands in no ladder."""
    text = flat(report(capsys, "--width", "80"))
    assert "Shares stated, in no sum above: Common Fund in BRIDGE 94.99 % [1], about XAU 1,421,500 by our sum." in text


def test_who_is_only_listed_is_credited_with_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """A Member State that a project lists beside others, without a pair, has none of its money."""
    found = page(capsys)
    sudmark = [row for row in found["member_states"] if row.get("member_state") == "XS"]
    assert [row["projects"] for row in sudmark] == [["orchard"]]
    assert "Only listed, so under none: HARBOUR (Nordland and Sudmark)." in flat(report(capsys, "--width", "80"))


def test_a_narrowed_report_has_no_published_totals(capsys: pytest.CaptureFixture[str]) -> None:
    """For one country only its projects are counted, and the page says that whole instruments are left out."""
    found = page(capsys, "--country", "borvia")
    assert {each["project"] for each in found["money"] if "project" in each} == {"harbour", "orchard"}
    assert "published" not in found
    assert any("published totals" in note for note in found["notes"])


def test_no_project_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """Where filters leave no project the page says so, and no ladder stands there empty."""
    text = report(capsys, "--member-state", "aurelia")
    assert "No project found." in text
    assert "WHO PAYS" not in text


@pytest.mark.parametrize("dataset", ["sample", "data"])
def test_funding_keeps_its_schema(dataset: str, document: Callable[..., dict[str, Any]]) -> None:
    """The JSON of the report is held against its schema."""
    assert document(dataset, "funding")["money"]


@pytest.mark.parametrize("data", [SAMPLE, DATA], ids=["sample", "real"])
def test_the_rungs_hold_each_project_once(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each project is on one rung of the whole, and on one rung of each bearer that it stands under."""
    found = page(capsys, data=data)
    whole = [each for each in found["money"] if "project" in each]
    assert len({each["project"] for each in whole}) == len(whole)
    for name in LADDERS:
        seen: dict[str, list[str]] = {}
        for row in (each for each in found[name] if "rung" in each):
            seen.setdefault(row["label"], []).extend(row["projects"])
            assert row["of"] >= len(row["projects"])
        assert seen
        assert all(len(projects) == len(set(projects)) for projects in seen.values())


def test_years_and_bodies_add_up_to_the_whole(capsys: pytest.CaptureFixture[str]) -> None:
    """Years do not overlap, so their sums come to that of all projects."""
    found = page(capsys)
    years = sum(row["value_max"] or 0 for row in found["years"] if row.get("rung") == "alone")
    whole = sum(each["value_max"] or 0 for each in found["money"] if each.get("rung") in {"alone", "shared"})
    assert years == whole


def test_it_reads_well_where_little_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    """On the real records the few amounts are named, every other project is counted, and nothing is called zero."""
    found = page(capsys, data=DATA)
    projects = [each for each in found["money"] if "project" in each]
    known = [each for each in projects if each["value_min"] is not None]
    text = flat(report(capsys, "--width", "80", data=DATA))
    assert f"An amount is found in {len(known)} of {len(projects)} projects" in text
    assert (
        f"No amount found in {sum(each['rung'] == 'no-amount' for each in projects)} of {len(projects)} projects."
        in text
    )
    assert "pakistan-programme" in {each["project"] for each in known}
    assert "EUR 0" not in text


@pytest.mark.parametrize("width", [60, 72, 100, 160, 200])
def test_every_width_is_kept(width: int, capsys: pytest.CaptureFixture[str]) -> None:
    """From 60 to 200 columns no line is longer than the width."""
    for data in (SAMPLE, DATA):
        assert max(map(len, report(capsys, "--width", str(width), data=data).splitlines())) <= width


def test_alone_counts_only_what_is_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """Who has no project of its own is said to have none; what is shared is called so; Pakistan's is its own."""
    assert "Nordland 1 no project for it alone XAU 1,496,448.50 [1], no project" in flat(
        report(capsys, "--width", "80")
    )
    found = page(capsys, data=DATA)
    rungs = {(row["country"], row["rung"]): row for row in found["countries"] if "rung" in row}
    assert rungs["PK", "alone"]["projects"] == ["pakistan-programme"]
    assert ("EG", "alone") not in rungs or rungs["EG", "alone"]["of_alone"] > 0


def test_a_bearer_without_any_amount_is_named_below(capsys: pytest.CaptureFixture[str]) -> None:
    """A row stands where an amount is found, or lies inside a parent's; of the others the projects are named once."""
    text = flat(report(capsys, "--width", "80"))
    assert "No amount found for: Sudmark (Orchard scheme)." in text
    assert "No amount found for: Ministry of Skills (Orchard scheme)." in text


def test_what_is_kept_beside_is_in_no_sum(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The money of a project that is no Talent Partnership's is told as near, and counted nowhere above."""
    folder = tmp_path / "data"
    shutil.copytree(SAMPLE, folder)
    (folder / "codelists" / "project-kinds.yaml").write_text(
        "label: Kinds\nitems:\n  - {code: context, label: context, dimension: beside}\n", "utf-8"
    )
    (folder / "projects" / "dam.yaml").write_text(
        "source: union-page-2024\nnames:\n  - {text: Dam, kind: short}\nkind: context\nmoney: XAU 64000000\n"
        'corridors:\n  - {origin: "XA", destination: "XN"}\n',
        "utf-8",
    )
    assert main(["report", "funding", "--data", str(folder), "--as-of", "2025-06-01", "--width", "80"]) == 0
    text = flat(capsys.readouterr().out)
    assert "An amount is found in 3 of 4 projects" in text
    assert "Dam (context): XAU 64 million [2]." in text.partition("NEAR")[2]
    assert "Dam" not in text.partition("NEAR")[0]


def test_what_one_person_gets_is_no_money_of_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An amount for one person or grant stands under its own label; parts of a published total are left to its page."""
    folder = tmp_path / "data"
    shutil.copytree(SAMPLE, folder)
    measures = folder / "codelists" / "measures.yaml"
    measures.write_text(measures.read_text("utf-8") + "  - {code: prize, label: prize, unit: money}\n", "utf-8")
    (folder / "projects" / "race.yaml").write_text(
        "source: union-page-2024\nnames:\n  - {text: Race, kind: short}\n"
        "figures:\n  - {measure: prize, amount: XAU 900}\n",
        "utf-8",
    )
    (folder / "instruments" / "big-fund.yaml").write_text(
        "source: union-page-2024\nnames:\n  - {text: Big Fund}\nkind: fund\n"
        'money:\n  - {amount: XAU 4200000000, period: "2021/2027", prices: current}\n'
        "  - {amount: XAU 1200000000, part: north}\n",
        "utf-8",
    )
    assert main(["report", "funding", "--data", str(folder), "--as-of", "2025-06-01", "--width", "200"]) == 0
    text = flat(capsys.readouterr().out)
    assert "RATES For one person or one grant, in no sum: Race: XAU 900 [2] (prize)." in text
    assert "Big Fund XAU 4.2 billion [2] budget, 2021 to 2027, in current prices" in text
    assert "XAU 1.2 billion" not in text
    assert "What is a part of one stands in the report on its record." in text


def test_who_is_only_implied_pays_no_amount(capsys: pytest.CaptureFixture[str]) -> None:
    """NDICI is only implied to pay for the programme with Pakistan and two more, so that no amount stands under it."""
    rows = [row for row in page(capsys, data=DATA)["payers"] if row.get("payer") == "ndici-global-europe"]
    assert {row["rung"]: row["projects"] for row in rows}["implied"] == [
        "bangladesh-programme",
        "pakistan-programme",
        "thamm",
    ]
    assert all(row["value_min"] is None for row in rows)
    assert (
        "implied only, no amount its own: Supporting a Talent Partnership with Bangladesh, EU programme with Pakistan, "
        "THAMM" in flat(report(capsys, "--width", "400", data=DATA))
    )


@pytest.mark.parametrize(("amount", "alike"), [("XAU 1900000", True), ("XAU 1900001", False)])
def test_a_published_total_that_reads_like_our_sum_bears_it_out_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], amount: str, *, alike: bool
) -> None:
    """Where a total of a fund and our sum of projects read alike, the page says that they are of different things."""
    folder = tmp_path / "data"
    shutil.copytree(SAMPLE, folder)
    (folder / "projects" / "harbour.yaml").unlink()  # What it costs has a bound, so that the sum would be a range.
    (folder / "instruments" / "big-fund.yaml").write_text(
        f"source: union-page-2024\nnames:\n  - {{text: Big Fund}}\nkind: fund\nmoney:\n  - {{amount: {amount}}}\n",
        "utf-8",
    )
    assert main(["report", "funding", "--data", str(folder), "--as-of", "2025-06-01", "--width", "200"]) == 0
    text = flat(capsys.readouterr().out)
    assert ("Our sum of projects reads like an amount of Big Fund; they are of different things" in text) is alike
