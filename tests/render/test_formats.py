"""Every format against golden files, and what each owes to those who read it by machine."""

import csv
import io
import json
import re
from collections import UserList
from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

import pytest

from talentpart.errors import UsageError
from talentpart.page import Cited, Column, Page, Row, Section, Table
from talentpart.render import Options, load, names
from talentpart.values import Amount, Day

Golden = Callable[[str, str], None]
OF_ONE_TABLE = ("csv", "tsv")


def test_formats_are_the_files_of_the_folder() -> None:
    """The formats are found by looking, and what begins with an underscore is none."""
    assert names() == ("csv", "json", "jsonl", "markdown", "terminal", "text", "tsv")


def test_unknown_format_is_a_usage_error() -> None:
    """An unknown format is named in the error, with those that exist."""
    with pytest.raises(UsageError, match="no format called 'pdf'; there are: csv, json") as caught:
        load("pdf")
    assert "csv" in caught.value.near


@pytest.mark.parametrize("name", [each for each in names() if each not in OF_ONE_TABLE])
def test_briefing_with_every_block(name: str, blocks: Page, golden: Golden) -> None:
    """A page with every kind of block looks in each format as its golden file does."""
    golden(f"render/blocks.{name}", load(name)(blocks, Options(width=80, color=name == "terminal")))


@pytest.mark.parametrize("name", OF_ONE_TABLE)
def test_delimited_formats_hold_the_chosen_table(name: str, blocks: Page, golden: Golden) -> None:
    """A format of one table writes the one that is asked for."""
    golden(f"render/blocks.{name}", load(name)(blocks, Options(table="people")))


@pytest.mark.parametrize("name", names())
def test_rows(name: str, rows: Page, golden: Golden) -> None:
    """A page of rows looks in each format as its golden file does, whole where no width is given."""
    golden(f"render/rows.{name}", load(name)(rows, Options(color=name == "terminal")))


@pytest.mark.parametrize("name", [each for each in names() if each not in OF_ONE_TABLE])
def test_record(name: str, record: Page, golden: Golden) -> None:
    """A record looks in each format as its golden file does."""
    golden(f"render/record.{name}", load(name)(record, Options(width=80, color=name == "terminal")))


@pytest.mark.parametrize("name", names())
def test_same_page_same_text(name: str, rows: Page) -> None:
    """Two runs on one page give the same bytes."""
    render = load(name)
    assert render(rows, Options(width=90, color=True)) == render(rows, Options(width=90, color=True))


@pytest.mark.parametrize("name", names())
def test_no_rows(name: str, rows: Page) -> None:
    """A table without rows is its head alone, an empty array, or nothing where each row is a line."""
    (table,) = rows.sections[0].blocks
    assert isinstance(table, Table)
    page = replace(rows, sections=(replace(rows.sections[0], blocks=(replace(table, rows=()),)),))
    for width in (None, 80):
        text = load(name)(page, Options(width=width))
        match name:
            case "json":
                assert json.loads(text)["items"] == []
            case "jsonl":
                assert text == ""
            case "csv":
                assert text == "record,date,places,value,text\n"
            case "tsv":
                assert text == "record\tdate\tplaces\tvalue\ttext\n"
            case _:
                assert text.splitlines()[0].replace("|", " ").split() == ["record", "date", "places", "value", "text"]
                assert len(text.splitlines()) == 2


def test_several_tables_must_be_told_apart(blocks: Page) -> None:
    """A format of one table names the tables of a page that has several, and the option that picks one."""
    sentence = "this page has 7 tables: state, sectors, people, money, steps, care, empty; choose one with --table"
    with pytest.raises(UsageError, match=sentence):
        load("csv")(blocks, Options())


def test_unknown_table(blocks: Page) -> None:
    """A table that the page has not is named in the error, with those that it has."""
    with pytest.raises(UsageError, match="this page has no table 'peeple'; it has: state, sectors, people"):
        load("csv")(blocks, Options(table="peeple"))


def test_rows_of_a_section_are_its_table(blocks: Page) -> None:
    """Where a section has rows for machines, these are what a format of one table holds."""
    assert load("csv")(blocks, Options(table="sectors")) == "sector,tier,sources\nict,of-interest,ministry-page\n"


def test_sentences_are_a_table_too(blocks: Page) -> None:
    """A section of sentences is a table of them."""
    table = list(csv.DictReader(io.StringIO(load("csv")(blocks, Options(table="state")))))
    assert [row["id"] for row in table] == ["launch", "next"]
    assert table[0]["sources"] == "ministry-page; courier; gazette"


def test_formulas_are_quoted_unless_raw(rows: Page) -> None:
    """Text that a spreadsheet would run gets a quote, numbers never do, and raw output leaves both alone."""
    quoted = list(csv.DictReader(io.StringIO(load("csv")(rows, Options()))))
    raw = list(csv.DictReader(io.StringIO(load("csv")(rows, Options(csv_raw=True)))))
    assert [row["text"][:2] for row in quoted] == ["'=", "a|", "'-"]
    assert [row["text"][:2] for row in raw] == ["=S", "a|", "-5"]
    assert [row["value"] for row in quoted] == ["120", "1496448.5", "-5"]


def test_byte_order_mark(rows: Page) -> None:
    """The mark that spreadsheets ask for comes first, once, and only when asked for."""
    assert load("csv")(rows, Options(bom=True)).count("\ufeff") == 1
    assert load("csv")(rows, Options(bom=True)).startswith("\ufeffrecord,")
    assert "\ufeff" not in load("csv")(rows, Options())


def test_json_keeps_values_and_escapes_what_acts(rows: Page) -> None:
    """JSON gives back the very text, though no control or bidi character stands in it bare."""
    text = load("json")(rows, Options())
    assert json.loads(text)["items"][1]["text"] == "a|b\nc \x1b[2J \u202eend"
    assert "\u202e" not in text
    assert "\x1b" not in text


def test_json_holds_any_mapping_and_sequence(record: Page) -> None:
    """A record may come as read-only mappings and sequences; what is neither is a fault, not a guess."""
    data = MappingProxyType({"id": "x", "tags": UserList(["\U000e0041"])})
    text = load("json")(replace(record, record=data), Options())
    assert json.loads(text)["record"] == {"id": "x", "tags": ["\U000e0041"]}
    assert "\\udb40\\udc41" in text
    with pytest.raises(TypeError, match="set is no part of JSON"):
        load("json")(replace(record, record={"id": {1}}), Options())  # type: ignore[dict-item]


def test_json_values_of_a_sentence(blocks: Page) -> None:
    """Days come with their bounds, amounts as numbers with currency and text, a second of a name gets a number."""
    document = json.loads(load("json")(blocks, Options()))
    assert document["state"][0]["values"] == {
        "date": "2023-06", "date_earliest": "2023-06-01", "date_latest": "2023-06-30", "date_precision": "month",
    }  # fmt: skip
    assert document["money"][0]["values"] == {
        "amount": 3000000, "amount_currency": "EUR", "amount_text": "EUR 3000000",
        "amount_2": 2500000, "amount_2_currency": "EUR", "amount_2_text": "EUR 2500000",
    }  # fmt: skip
    assert document["money"][0]["text"] == "Alone: EUR 3 million or EUR 2.5 million* in 1 of 6 projects."
    assert document["money"][0]["sources"] == ["grant-2024", "courier", "gazette"]


def test_json_loses_nothing(blocks: Page) -> None:
    """What gives way on a screen stands in JSON all the same, and so do columns that need a wide one."""
    document = json.loads(load("json")(replace(blocks, most_lines=(1, 1)), Options(width=60)))
    assert [row.get("project") for row in document["projects"][:3]] == [
        "Bridges",
        "Harbour school of welders",
        "Ended works",
    ]
    assert document["projects"][0]["money"] == 2714554.5
    assert document["projects"][0]["money_text"] == "2.7"


def test_json_refuses_what_it_has_not(rows: Page) -> None:
    """A number that JSON cannot write is a fault, not a word that no reader knows."""
    table = Table("t", (Column("a", "A"),), (Row((float("nan"),)),))
    with pytest.raises(ValueError, match="JSON compliant"):
        load("json")(replace(rows, sections=(Section("t", "T", (table,)),)), Options())


def test_section_may_not_take_a_reserved_name(blocks: Page) -> None:
    """A section that would overwrite the frame of the document is refused."""
    with pytest.raises(ValueError, match="cannot be called 'sources'"):
        load("json")(replace(blocks, sections=(Section("sources", "S", ()),)), Options())


def test_ascii(blocks: Page) -> None:
    """In ASCII the middle dot is a semicolon, accents go, and nothing becomes a question mark."""
    for name in ("text", "markdown", "json", "jsonl"):
        text = load(name)(blocks, Options(width=80, ascii=True))
        assert text.isascii()
        assert "caf?" not in text
    assert 'Two "of interest": ICT; cafe trade.' in load("text")(blocks, Options(width=80, ascii=True))


def test_without_sources_there_are_no_numbers(blocks: Page) -> None:
    """Without sources neither footnote marks nor the list of them are printed; marks of the values stay."""
    for name in ("text", "markdown"):
        text = load(name)(blocks, Options(width=80, sources=False))
        assert "SOURCES" not in text
        assert "[1]" not in text
        assert "million" in text


def test_colour_changes_no_word(blocks: Page) -> None:
    """The terminal prints the words of plain text, and without colour it prints plain text."""
    text = load("text")(blocks, Options(width=80))
    coloured = load("terminal")(blocks, Options(width=80, color=True))
    assert load("terminal")(blocks, Options(width=80)) == text
    assert "\x1b[1m" in coloured
    assert _without_codes(coloured) == text


def _without_codes(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_values_print_themselves(rows: Page) -> None:
    """Days, amounts, booleans and whole numbers print in text as people write them, in CSV as machines read them."""
    cells = (Day.parse("2023-06-08"), Amount.parse("EUR 17600000"), True, 50.0, None, Cited(None, text="none found"))
    columns = tuple(Column(f"c{index}", "") for index in range(len(cells)))
    page = replace(rows, sections=(Section("t", "T", (Table("t", columns, (Row(cells),)),)),))
    line = load("text")(page, Options()).splitlines()[2]
    assert line == "8 June 2023  EUR 17.6 million  yes   50          none found"
    header, values = load("csv")(page, Options()).splitlines()
    row = dict(zip(header.split(","), values.split(","), strict=True))
    assert (row["c0"], row["c0_earliest"], row["c0_precision"]) == ("2023-06-08", "2023-06-08", "day")
    assert (row["c1"], row["c1_currency"], row["c2"], row["c3"], row["c4"]) == ("17600000", "EUR", "true", "50", "")
