"""The Q rows through the door: what a careless sum, sort or filter would get wrong."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Dataset = Callable[[Mapping[str, str | bytes]], Path]
Run = Callable[..., tuple[int, str, str]]
PROJECT = "source: report\nnames: [{}]\ncorridors: {{origin: XA, destination: flanders}}\n"
FILES = {
    "projects/whole.yaml": PROJECT.format("Whole") + "money: {amount: EUR 1000000}\n",
    "projects/part.yaml": PROJECT.format("Part")
    + "relations: {relation: part-of, target: whole}\nmoney: {amount: EUR 600000}\n",
    "projects/silent.yaml": PROJECT.format("Silent") + "money: {payer: fund}\n",
    "projects/dollars.yaml": PROJECT.format("Dollars") + "money: {amount: USD 250000}\n",
    "projects/upto.yaml": PROJECT.format("Upto") + "money: {amount: EUR 50000, bound: at-most}\n",
    "projects/years.yaml": PROJECT.format("Years") + "events:\n"
    '  - {type: start, date: "2023-06"}\n  - {type: launch, date: "2023"}\n  - {type: end, date: "2024-01-31"}\n',
    "projects/both.yaml": PROJECT.format("Both") + "sectors: [ict, tourism]\n",
}


@pytest.fixture
def ask(dataset: Dataset, run: Run) -> Callable[..., str]:
    """Give a function that asks the small dataset, and gives the answer with its blanks folded."""
    dataset(FILES)

    def give(*words: str) -> str:
        code, out, err = run(*words, "--data", "data")
        assert code == 0, err
        return " ".join(out.split())

    return give


def test_what_is_not_known_is_not_nothing(ask: Callable[..., str]) -> None:
    """Q1: a project without an amount is counted beside the sum and never as 0; "up to" has no lower end."""
    text = ask("report", "funding")
    assert "An amount is found in 4 of 7 projects" in text
    assert re.search(r"no amount (is )?found in 3", text)
    assert "Upto up to EUR 50,000" in text
    assert "Silent (funded by Fund)" in text
    assert not re.search(r"(Silent|Years|Both)[^.,;]{0,12} (EUR|USD) ?0\b", text)
    rows = json.loads(ask("query", "money", "-f", "json"))["items"]
    assert [row["amount"] for row in rows if row["record"] == "silent"] == [None]


def test_money_of_a_part_is_counted_once(ask: Callable[..., str]) -> None:
    """Q2: what stands in a parent's amount is named and left out of the sum."""
    text = ask("report", "funding")
    assert "about EUR 1 million" in text
    assert "EUR 1.6" not in text
    assert re.search(r"Part[^.]{0,20} EUR 600,000", text)
    assert "a parent is never added to its part" in text


def test_currencies_are_never_added(ask: Callable[..., str]) -> None:
    """Q3: each currency has a sum of its own."""
    text = ask("report", "funding")
    assert re.search(r"USD 250,000 and (about )?EUR 1 million", text)
    assert not re.search(r"1[.,]25|1[.,]3|1[.,]30", text)


def test_a_partial_day_sorts_by_its_bounds_and_is_printed_as_it_is(ask: Callable[..., str]) -> None:
    """Q4: a year stands before its months, and nobody makes a first of January of it."""
    rows = json.loads(ask("query", "dates", "--sort", "date", "--where", "record = 'years'", "-f", "json"))["items"]
    assert [row["date"] for row in rows] == ["2023", "2023-06", "2024-01-31"]
    assert "2023-01-01" not in ask("show", "years")


def test_sectors_overlap_and_that_is_said(ask: Callable[..., str], run: Run) -> None:
    """Q5: a project in two sectors counts under both, as a project and not as a share, and a remark says so."""
    items = json.loads(ask("query", "projects", "--group-by", "sectors", "-f", "json"))["items"]
    assert {item["sectors"]: item["count"] for item in items if item["sectors"]} == {"ict": 1, "tourism": 1}
    err = run("query", "projects", "--group-by", "sectors", "-f", "csv", "--data", "data")[2]
    assert "a row with several values counts under each" in err


@pytest.mark.parametrize("code", ["NO", "NA", "ON", "010"])
def test_a_code_that_other_readers_change_stays_text(code: str, dataset: Dataset, run: Run) -> None:
    """Q6: Norway is no falsehood and Namibia no gap: a quoted code is its two letters in every answer."""
    places = (Path(__file__).parents[1] / "lint" / "base" / "codelists" / "places.yaml").read_text(encoding="utf-8")
    dataset(
        {
            "codelists/places.yaml": f'{places}  - {{code: "{code}", label: "{code} land", dimension: country}}\n',
            "projects/north.yaml": f'source: report\ncorridors: {{origin: "{code}", destination: XA}}\n',
        }
    )
    code_, out, _ = run("query", "corridors", "--country", code, "-f", "json", "--data", "data")
    assert code_ == 0
    assert {item["origin"] for item in json.loads(out)["items"]} == {code}
    _, out, _ = run("query", "corridors", "--country", code, "--columns", "origin", "-f", "csv", "--data", "data")
    assert set(out.split()[1:]) == {code}


def test_a_record_that_is_not_there_has_a_nearest_one(dataset: Dataset, run: Run) -> None:
    """Q7: exit 2, a sentence with the nearest, and the candidates for a program."""
    dataset(FILES)
    code, out, err = run("show", "whoel", "-f", "json", "--data", "data")
    assert (code, err) == (2, "error: no record called 'whoel'; did you mean 'whole'?\n")
    assert json.loads(out)["errors"][0]["near"] == ["whole"]


def test_nothing_found_is_an_answer(dataset: Dataset, run: Run) -> None:
    """Q8: exit 0, an empty list or a header alone, and a word on standard error."""
    dataset(FILES)
    words = ("query", "projects", "--sector", "textiles", "--data", "data")
    code, out, _ = run(*words, "-f", "json")
    assert (code, json.loads(out)["items"]) == (0, [])
    code, out, err = run(*words, "--columns", "id", "-f", "csv")
    assert (code, out) == (0, "id\n")
    assert "none of the 7 rows of projects matched" in err
