"""What the schemas find: rule, place and words of each kind of fault, and one finding for one fault."""

from collections.abc import Callable

import pytest

from talentpart.store import schemas
from talentpart.store.parse import Document

Check = Callable[[str, str], list[tuple[int, int, str, str]]]
EG = 'country: "EG"\n'


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        pytest.param(
            "partnership",
            "names: x\n",
            [(1, 1, "missing-field", "'country' is missing (the partner country)")],
            id="missing",
        ),
        pytest.param(
            "partnership",
            EG + "relations:\n  - relation: part-of\n",
            [(3, 5, "missing-field", "'target' is missing in 'relations' (the other record, by its id)")],
            id="missing-in-a-line",
        ),
        pytest.param(
            "partnership",
            "contry: EG\n",
            [(1, 1, "unknown-field", "unknown field 'contry'; did you mean 'country'?")],
            id="a-mistyped-field-is-not-missing-too",
        ),
        pytest.param(
            "partnership",
            EG + "events:\n  - {type: start, dat: '2024'}\n",
            [(3, 19, "unknown-field", "unknown field 'dat'; did you mean 'date'?")],
            id="unknown-J9",
        ),
        pytest.param(
            "partnership",
            EG + "names: {txt: x}\n",
            [(2, 9, "unknown-field", "unknown field 'txt'; did you mean 'text'?")],
            id="unknown-in-one-line-without-brackets",
        ),
        pytest.param(
            "partnership", EG + "zebra: x\n", [(2, 1, "unknown-field", "unknown field 'zebra'")], id="unknown-far"
        ),
        pytest.param(
            "dataset",
            'title: x\nversion: 3.10\nday: "2024"\nlicence: x\nmaintainers: []\ncite: x\n',
            [(2, 10, "wrong-type", "expected text in 'version', found a number (3.10); quote it")],
            id="Y18",
        ),
        pytest.param(
            "partnership",
            EG + "events:\n",
            [(2, 1, "wrong-type", "expected text, a group of fields or a list in 'events', found nothing")],
            id="nothing-J7",
        ),
        pytest.param(
            "partnership",
            EG + "figures: {measure: trained, value: true}\n",
            [(2, 36, "wrong-type", "expected a number in 'value', found true")],
            id="a-boolean-is-no-number-J5",
        ),
        pytest.param(
            "partnership",
            EG + "relations: [egypt]\n",
            [(2, 13, "wrong-type", "expected a group of fields in 'relations', found text ('egypt')")],
            id="a-word-is-no-relation",
        ),
        pytest.param(
            "partnership",
            EG + "events: {type: start, date: 2024}\n",
            [(2, 29, "ambiguous-scalar", "2024 is a number to YAML readers: quote it")],
            id="Y5-year",
        ),
        pytest.param(
            "partnership",
            EG + "events: {type: start, date: 2024-06-11}\n",
            [(2, 29, "ambiguous-scalar", "2024-06-11 is a date to YAML 1.1 readers: quote it")],
            id="Y5-day",
        ),
        pytest.param(
            "partnership",
            EG + "events: {type: start, date: 2024-13-45}\n",
            [(2, 29, "bad-format", "no month 13")],
            id="Y6",
        ),
        pytest.param(
            "partnership",
            EG + 'events: {type: start, date: "2024-02-30"}\n',
            [(2, 29, "bad-format", "no day 30 in February 2024")],
            id="J1",
        ),
        pytest.param(
            "partnership",
            EG + "money: [5M, 1_000, 5]\n",
            [
                (
                    2,
                    9,
                    "bad-format",
                    "'5M' is no amount; write a currency, a space and plain digits, such as EUR 1496448.50",
                ),
                (2, 13, "ambiguous-scalar", "1_000 is the number 1000 to YAML 1.1 readers: quote it"),
                (
                    2,
                    20,
                    "no-currency",
                    "5 in 'money' has no currency; write an ISO 4217 code, a space and the plain number",
                ),
            ],
            id="Y4-bare",
        ),
        pytest.param(
            "partnership",
            EG + "money: {amount: 5000}\n",
            [
                (
                    2,
                    17,
                    "no-currency",
                    "5000 in 'amount' has no currency; write an ISO 4217 code, a space and the plain number",
                )
            ],
            id="Y4-no-currency",
        ),
        pytest.param(
            "partnership",
            "country: NO\n",
            [(1, 10, "ambiguous-scalar", "NO is a boolean to YAML 1.1 readers: quote it")],
        ),
        pytest.param(
            "partnership",
            'country: "EGY"\n',
            [(1, 10, "not-in-codelist", "'EGY' is no code of the list places; did you mean 'EG'?")],
            id="code",
        ),
        pytest.param(
            "project",
            "kind: [pilot, shceme]\nmobility: trainin\nsectors:\n  - ict2\n  - {sector: [textiles, garmnt]}\n",
            [
                (1, 15, "not-in-codelist", "'shceme' is no code of the list project-kinds; did you mean 'scheme'?"),
                (2, 11, "not-in-codelist", "'trainin' is no code of the list mobility; did you mean 'training'?"),
                (4, 5, "not-in-codelist", "'ict2' is no code of the list sectors; did you mean 'ict'?"),
                (5, 25, "not-in-codelist", "'garmnt' is no code of the list sectors; did you mean 'garment'?"),
            ],
            id="codes-in-every-short-form",
        ),
        pytest.param(
            "partnership",
            EG + "events: {type: start, basis: plannd}\n",
            [(2, 30, "not-in-codelist", "'plannd' is no word for 'basis'; did you mean 'planned'?")],
            id="choice",
        ),
        pytest.param(
            "partnership",
            EG + "money: {percent: 120}\nevents: {type: start, number: 0}\n",
            [
                (2, 18, "out-of-range", "'percent' is 120, and must be at most 100"),
                (3, 31, "out-of-range", "'number' is 0, and must be at least 1"),
            ],
            id="range",
        ),
        pytest.param(
            "partnership",
            EG + 'notes: "a\\nb"\n',
            [(2, 8, "invisible-character", "U+000A stands in 'notes', which is text on one line")],
            id="J3",
        ),
        pytest.param(
            "partnership",
            EG + "source: Some Page\n",
            [
                (
                    *(2, 9, "bad-format"),
                    "'Some Page' does not do in 'source': a source is its id, and may name one of its places after #",
                )
            ],
            id="pattern",
        ),
        pytest.param(
            "partnership",
            EG + "names: []\nsource: []\nsectors: {sector: []}\n",
            [
                (2, 8, "bad-format", "'names' is an empty list"),
                (3, 9, "bad-format", "'source' is an empty list"),
                (4, 19, "bad-format", "'sector' is an empty list"),
            ],
            id="an-empty-list-says-nothing",
        ),
        pytest.param(
            "partnership",
            EG + "relations: {relation: part-of}\n",
            [(2, 1, "missing-field", "'target' is missing in 'relations' (the other record, by its id)")],
            id="missing-in-one-line-without-brackets",
        ),
        pytest.param("partnership", EG + 'names: ""\n', [(2, 8, "bad-format", "'names' is empty")], id="empty"),
        pytest.param(
            "partnership",
            EG + "notes: \u201cx\u201d\nnam\u200bes: x\n",
            [
                (2, 8, "invisible-character", "'\u201c' is no quotation mark to YAML and stays in the text"),
                (
                    3,
                    4,
                    "invisible-character",
                    "U+200B (zero width space) cannot be seen and changes what the text means",
                ),
            ],
            id="one-fault-one-finding",
        ),
    ],
)
def test_a_fault_is_found_at_its_place_in_plain_words(
    checked: Check, kind: str, text: str, found: list[tuple[int, int, str, str]]
) -> None:
    """J4-J10 and the Y rows that need the schema: message, line, column and rule, and nothing beside them."""
    assert checked(kind, text) == found


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("partnership", EG + "events: {type: [start, end], part: [a, b], as_stated: [c, d]}\nmoney: EUR 5\n"),
        (
            "partnership",
            EG + "missing: {field: [sectors.ict.at, member_states], why: not-stated}\nsectors: [ict, {as_stated: x}]\n",
        ),
        (
            "project",
            "corridors:\n  - MA\n  - {origin: [MA, EG], destination: BE}\nfigures: {measure: moved, of: trained}\n",
        ),
        ("roadmap", "partnership: egypt\n"),
        ("waivers", "items: []\n"),
    ],
)
def test_every_short_form_is_fine(checked: Check, kind: str, text: str) -> None:
    """A bare word, one line without brackets, and a list in the fields that may hold one."""
    assert checked(kind, text) == []


def test_a_list_that_the_dataset_does_not_hold_is_not_checked(form: Callable[[str], Document]) -> None:
    """Without the codes there is nothing to hold a word to."""
    document = form("kind: whatever\n")
    document.kind = "project"
    assert schemas.check(document, {}) == []
    assert [each.rule for each in schemas.check(document, {"project-kinds": {"pilot": []}})] == ["not-in-codelist"]


def test_a_long_list_is_named_instead_of_printed(form: Callable[[str], Document]) -> None:
    """J10: the nearest three, and where all of them stand."""
    document = form("sectors: code-x\n")
    document.kind = "project"
    (finding,) = schemas.check(document, {"sectors": {f"code-{n}": [] for n in range(40)}})
    assert finding.message.count("'code-") == 4
    assert finding.hint == "codelists/sectors.yaml lists all 40"


def test_a_document_without_data_or_kind_has_no_finding(form: Callable[[str], Document]) -> None:
    """Its findings of form say it all."""
    broken, stray = form("a: [\n"), form("a: 1\n")
    broken.kind = "project"
    assert schemas.check(broken, {}) == schemas.check(stray, {}) == []


@pytest.mark.parametrize(
    ("word", "meant"), [("Belgium", "'BE'"), ("kingdom of belgium", "'BE'"), ("Morroco", "'MA'"), ("eg", "'EG'")]
)
def test_what_a_code_is_called_leads_to_it(form: Callable[[str], Document], word: str, meant: str) -> None:
    """A country's name, in any case and with a slip of the hand, is answered with its code."""
    document = form(f'source: report\ncorridors:\n  - {{origin: "EG", destination: {word}}}\n')
    document.kind = "project"
    places = {"EG": ["Egypt"], "MA": ["Morocco"], "BE": ["Belgium", "Kingdom of Belgium"], "flanders": ["Flanders"]}
    (finding,) = schemas.check(document, {"places": places})
    assert finding.message == f"'{word}' is no code of the list places; did you mean {meant}?"
