"""The briefing on a country, through the door, on the real records: goldens, the traps it must name, other days."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from talentpart.cli import main

Golden = Callable[[str, str], None]
DATA = Path(__file__).parents[2] / "data"
PARTNERS = ("bangladesh", "egypt", "morocco", "pakistan", "tunisia")
DAY = "2026-11-24"


def report(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Give what `talentpart report` prints on the real records as of one day."""
    assert main(["report", *words, "--data", "data", *(() if "--as-of" in words else ("--as-of", DAY))]) == 0
    out: str = capsys.readouterr().out
    return out


@pytest.mark.parametrize("country", PARTNERS)
def test_briefing_in_text(country: str, capsys: pytest.CaptureFixture[str], golden: Golden) -> None:
    """Each briefing reads as its golden file, on one screen of 80 columns and 60 lines, or says that it is longer."""
    text = report(capsys, country, "--width", "80", "--format", "text")
    golden(f"reports/{country}.txt", text)
    assert len(text.splitlines()) <= 60 or "The page has more than the 60 lines" in text
    assert all(len(line) <= 80 for line in text.splitlines())


@pytest.mark.parametrize("country", PARTNERS)
def test_briefing_in_json(country: str, capsys: pytest.CaptureFixture[str], golden: Golden) -> None:
    """Each briefing says the same to a machine, a list of rows under each section's id."""
    text = report(capsys, country, "--format", "json")
    page = json.loads(text)
    page["dataset"]["sha256"] = "of the records"
    golden(f"reports/{country}.json", json.dumps(page, indent=2, ensure_ascii=False) + "\n")
    assert all(isinstance(page[section], list) for section in ("state", "sectors", "projects", "money", "care"))


def lines(text: str, label: str) -> str:
    """Give what stands beside a label, as one line."""
    rows = text.splitlines()
    start = next(index for index, row in enumerate(rows) if row.startswith(label))
    end = next((i for i in range(start + 1, len(rows)) if rows[i] and not rows[i].startswith(" ")), len(rows))
    return " ".join(
        row[len(label) :].strip() if i == start else row.strip() for i, row in enumerate(rows) if start <= i < end
    )


@pytest.mark.parametrize(
    ("country", "trap"),
    [
        ("egypt", "In THAMM, Belgium, France and Germany are only listed, beside Egypt, Morocco and Tunisia"),
        ("egypt", "; stated for Egypt is Germany alone"),
        ("pakistan", "EU programme with Pakistan is not Supporting a Talent Partnership with Bangladesh: both have"),
        ("bangladesh", "the Commission's page has the amount and the body for Pakistan's alone"),
        ("morocco", "The partnership with Morocco against smuggling (8 July 2022) is not its Talent Partnership"),
        ("morocco", "PALIM: 30 for mobility are among the 120 for training, not beside them"),
    ],
)
def test_care_names_the_trap(country: str, trap: str, capsys: pytest.CaptureFixture[str]) -> None:
    """CARE says the mistake that everyone makes before it is made."""
    assert trap in lines(report(capsys, country, "--width", "80"), "CARE")


def test_a_pair_that_a_source_states_is_not_called_only_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """THAMM lists three states beside Tunisia, and its parts state each of the three pairs: no page doubts them."""
    text = report(capsys, "tunisia", "--width", "100", "--no-sources")
    assert "Belgium, France, Germany, Italy and Netherlands" in lines(text, "WHO")
    assert "Only listed" not in text
    assert "only listed" not in text
    assert "Only listed: Belgium and France in THAMM." in lines(report(capsys, "egypt", "--no-sources"), "WHO")


def test_an_earlier_day_tells_an_earlier_story(capsys: pytest.CaptureFixture[str]) -> None:
    """As of January 2024 Egypt has its launch, no workshop, no sectors, and no page of 2025 that is silent."""
    text = report(capsys, "egypt", "--as-of", "2024-01")
    assert "Launched June 2023" in lines(text, "STATE")
    assert "workshop" not in text
    assert lines(text, "SECTORS") == "Not told by this day."
    assert lines(text, "ROADMAP") == "Not found."
    assert "what happened later, or stands without a day in a later source, is left out" in " ".join(text.split())


def test_tunisia_alone_has_an_endorsed_roadmap(capsys: pytest.CaptureFixture[str]) -> None:
    """Only Tunisia's roadmap is endorsed; what the press has of two others is said to be its word, and none is none."""
    told = {
        "tunisia": "Endorsed* June 2025, third roundtable [",
        "pakistan": "Exists (implied, as of October 2025), by press alone [",
        "bangladesh": "Expected (implied), by press alone [",
    }
    for country in PARTNERS:
        said = lines(report(capsys, country), "ROADMAP")
        assert said.startswith(told.get(country, "Not stated; "))


def test_a_country_that_is_no_partner_is_said_to_be_none(capsys: pytest.CaptureFixture[str]) -> None:
    """A country that is neither a partner nor a Member State gets what the records hold on it, and the head says so."""
    text = report(capsys, "nigeria")
    assert text.startswith("NIGERIA · no EU Talent Partnership")
    assert "Nigeria is no partner country of a Talent Partnership" in text


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("egpyt", "no subject called 'egpyt'; did you mean 'egypt'"),
        ("giz", "'giz' is an organisation; `report` takes a country, an instrument, "),
        ("talent-partnerships", "`talentpart show talent-partnerships` prints the record"),
    ],
)
def test_a_word_for_no_country_is_refused(word: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no country is refused with exit code 2, the reason, and the nearest right word or command."""
    assert main(["report", word, "--data", str(DATA)]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("width", [60, 72, 100, 132, 200])
def test_every_width_is_kept(width: int, capsys: pytest.CaptureFixture[str]) -> None:
    """From 60 to 200 columns no line is longer than the width."""
    for country in PARTNERS:
        text = report(capsys, country, "--width", str(width))
        assert max(map(len, text.splitlines())) <= width


def test_sources_can_be_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """With --no-sources neither footnotes nor the list of sources are printed."""
    text = report(capsys, "egypt", "--no-sources")
    assert "SOURCES" not in text
    assert "[1]" not in text
