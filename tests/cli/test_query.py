"""`talentpart query`, through the door."""

import json
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]


def _items(run: Run, *words: str) -> list[dict[str, Any]]:
    outcome = run("query", *words, "-f", "json")
    assert outcome.code == 0, outcome.err
    items: list[dict[str, Any]] = json.loads(outcome.out)["items"]
    return items


def test_json_holds_the_items_under_an_envelope(run: Run) -> None:
    """The document says its version, what is in it, as of which day, and from which dataset."""
    document = json.loads(run("query", "events", "-f", "json").out)
    assert list(document) == ["format_version", "kind", "as_of", "dataset", "items", "notes"]
    assert (document["format_version"], document["kind"], document["as_of"]) == ("1.0", "events", "2025-06-01")
    assert document["dataset"]["version"] == "1.0"
    assert len(document["dataset"]["sha256"]) == 64


def test_filters_and_conditions_are_all_met(run: Run) -> None:
    """A filter and two conditions in SQL leave the rows that meet all three."""
    items = _items(
        run, "sectors", "--country", "XA", "--where", "subject_kind = 'partnership'", "--where", "at IS NULL"
    )
    assert [(each["sector"], each["tier"]) for each in items] == [
        ("fishing", "common-interest"), ("ict", "common-interest"), ("industry", "asked-for"),
    ]  # fmt: skip


def test_as_of_leaves_later_events_out_and_counts_them(run: Run) -> None:
    """A question as of an earlier day gets the events of then, and a word on what was left out."""
    outcome = run("--as-of", "2023-12", "query", "events", "--kind", "roundtable", "-f", "json")
    document = json.loads(outcome.out)
    assert [each["key"] for each in document["items"]] == ["roundtable.1"]
    assert document["as_of"] == "2023-12"
    assert "are of a later day than December 2023, and left out" in document["notes"][-1]


def test_columns_sort_and_limit(run: Run) -> None:
    """Rows come in the order asked for, so many as asked for, with the columns asked for."""
    outcome = run("query", "events", "--columns", "date,subject", "--sort", "-date", "--limit", "2", "-f", "csv")
    assert outcome.out == "date,subject\n2027-12,harbour\n2026,borvia\n"
    assert outcome.err.startswith("the first 2 of ")


def test_count_and_group(run: Run) -> None:
    """A count is one row; groups count rows, and say when a row counts more than once (Q5)."""
    assert _items(run, "projects", "--count") == [{"count": 4}]
    outcome = run("query", "projects", "--group-by", "sectors", "-f", "csv")
    assert outcome.out == "sectors,count\nfishing,2\nict,1\nmetal,2\n"
    assert "a row with several values counts under each" in outcome.err


def test_an_empty_answer_is_fine_and_says_why(run: Run) -> None:
    """Nothing found exits with 0: an empty list, or a header alone, and a word on standard error (Q8)."""
    document = json.loads(run("query", "projects", "--status", "announced", "-f", "json").out)
    assert document["items"] == []
    assert document["notes"] == [
        "none of the 4 rows of projects matched",
        "--status: 1 of 4 rows hold nothing that this filter could match",
    ]
    outcome = run("query", "projects", "--status", "announced", "--columns", "id", "-f", "csv")
    assert (outcome.code, outcome.out) == (0, "id\n")
    assert "none of the 4 rows of projects matched" in outcome.err
    assert run("query", "projects", "--status", "announced", "-q", "-f", "csv").err == ""


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("query", "evnts"), "error: no table called 'evnts'; did you mean 'events'?"),
        (("query", "money", "--columns", "amunt"), "error: no column of money called 'amunt'; did you mean 'amount'?"),
        (("query", "money", "--where", "amunt > 1"), "error: no column called 'amunt'; did you mean 'amount'?"),
        (
            ("query", "money", "--country", "aurelai"),
            "error: no country or place called 'aurelai'; did you mean 'Aurelia'?",
        ),
        (("query", "sources", "--sector", "ict"), "error: --sector cannot apply to this table"),
        (("query", "money", "--from", "2024-13"), "error: --from is not a day: no month 13"),
        (("query", "money", "--limit", "-1"), "error: invalid value for '--limit'"),
        (("query",), "error: missing argument 'KIND'"),
    ],
)
def test_what_is_wrong_is_said_with_the_nearest_right_value(run: Run, words: tuple[str, ...], message: str) -> None:
    """A slip exits with 2 and one sentence, with nothing on standard output."""
    outcome = run(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(message)


@pytest.mark.parametrize("word", ["XA", "xa", "Aurelia", "AURELIA", "AUX", "Republic of Aurelia", "aurelia"])
def test_a_country_is_known_by_each_of_its_names(run: Run, word: str) -> None:
    """Codes, names and other names all stand for one country, which is stored as its code (Q6)."""
    items = _items(run, "partnerships", "--country", word)
    assert [(each["id"], each["country"]) for each in items] == [("aurelia", "XA")]


@pytest.mark.parametrize("word", ["Bórvia", "borvia", "BORVIA", "Ile de Borvia", "île-de-bórvia"])
def test_names_are_forgiven_their_accents(run: Run, word: str) -> None:
    """An accent, a capital or a hyphen more or less does not matter (Q6)."""
    assert [each["name"] for each in _items(run, "partnerships", "--country", word)] == ["Bórvia"]


def test_unknown_amounts_and_mixed_currencies_stay_apart(run: Run) -> None:
    """No amount is empty and not zero, and each amount stands beside its own currency (Q1)."""
    items = _items(run, "money", "--where", "record IN ('bridge', 'harbour')")
    assert {each["currency"] for each in items} == {"XAU", "XAG", None}
    assert not [each for each in items if each["amount"] == 0]


def test_partial_days_sort_by_their_bounds_and_keep_their_precision(run: Run) -> None:
    """A year sorts before its months and is shown as a year (Q4)."""
    items = _items(run, "dates", "--sort", "date", "--where", "date LIKE '2024%'")
    assert [each["date"] for each in items[:3]] == ["2024", "2024-01-15", "2024-02"]


def test_cells_that_begin_like_a_formula_are_text_in_csv(run: Run) -> None:
    """A printed word that begins with = is quoted in csv, and left alone with --csv-raw (X5)."""
    words = (
        "query",
        "sectors",
        "--country",
        "XB",
        "--where",
        "tier = 'priority'",
        "--columns",
        "as_stated",
        "-f",
        "csv",
    )
    assert run(*words).out == "as_stated\n'=computing | cloud\n"
    assert "--csv-raw leaves them as they are" in run(*words).err
    assert run(*words, "--csv-raw").err == ""
    assert run(*words, "--csv-raw").out == "as_stated\n=computing | cloud\n"


def test_every_table_can_be_asked(run: Run) -> None:
    """Each table answers in each format, with the same number of rows."""
    from talentpart.tables import table_names

    for name in table_names():
        rows = len(_items(run, name))
        assert len(run("query", name, "-f", "jsonl").out.splitlines()) == rows
        assert len(run("query", name, "-f", "csv").out.splitlines()) == rows + 1
