"""One fault is one finding, also where YAML makes several of it: a dash, a quotation mark or a value left out."""

from collections.abc import Callable

import pytest

from talentpart.store.parse import Document

Check = Callable[[str, str], list[tuple[int, int, str, str]]]
Form = Callable[[str | bytes], Document]
CUT = "a comma ends a value in braces, so '{}' became a field without a value"
TWICE = "'{}' stands twice here, in line {} and in line {}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "organisations:\n  - organisation: giz\n    role: lead\n    organisation: enabel\n    role: partner\n",
            [(4, 5, "duplicate-key", TWICE.format("organisation", 2, 4))],
            id="one-dash",
        ),
        pytest.param(
            "events:\n  - type: start\n    date: '2023'\n    type: end\n    note: x\n    date: '2024'\n"
            "    type: end\n    date: '2025'\n",
            [
                (4, 5, "duplicate-key", TWICE.format("type", 2, 4)),
                (7, 5, "duplicate-key", TWICE.format("type", 4, 7)),
            ],
            id="two-dashes",
        ),
        pytest.param(
            "events:\n  - {type: start, note: a, type: end, note: b}\n",
            [(2, 28, "duplicate-key", TWICE.format("type", 2, 2))],
            id="braces-left-out",
        ),
        pytest.param(
            "kind: pilot\nmobility: work\nkind: pilot\nmobility: work\n",
            [
                (3, 1, "duplicate-key", TWICE.format("kind", 1, 3)),
                (4, 1, "duplicate-key", TWICE.format("mobility", 2, 4)),
            ],
            id="no-item-so-two-faults",
        ),
        pytest.param(
            "organisations: {organisation: giz, because: it led, paid, and left}\n",
            [(1, 53, "comma-in-braces", CUT.format("paid"))],
            id="two-commas",
        ),
        pytest.param(
            "organisations: {organisation: giz, because: it led, paid, note: it left, and came}\n",
            [(1, 53, "comma-in-braces", CUT.format("paid")), (1, 74, "comma-in-braces", CUT.format("and came"))],
            id="two-texts",
        ),
        pytest.param(
            "organisations: {organisation: giz, because: it led,\n  paid,\n  and left}\n",
            [(2, 3, "comma-in-braces", CUT.format("paid"))],
            id="over-lines",
        ),
        pytest.param(
            'organisations: {organisation: giz, note: a, Co\u0302te, "\\u0041b"}\n',
            [(1, 45, "comma-in-braces", CUT.format("Co\u0302te"))],
            id="not-written-as-read",
        ),
        pytest.param(
            "money: {amount: 1,000,000}\n",
            [(1, 19, "comma-in-braces", CUT.format("000"))],
            id="what-is-left-of-a-number",
        ),
        pytest.param(
            "money: {amount: EUR 1,496,448.50}\n",
            [(1, 23, "comma-in-braces", CUT.format("496"))],
            id="what-is-left-of-an-amount",
        ),
        pytest.param(
            "events:\nkind: pilot\nevents: [start]\n",
            [(3, 1, "duplicate-key", TWICE.format("events", 1, 3))],
            id="the-first-of-two-is-empty",
        ),
        pytest.param(
            "events:\nevents:\n  - {type: start}\n",
            [(2, 1, "duplicate-key", TWICE.format("events", 1, 2))],
            id="the-first-of-two-is-empty-next-to-it",
        ),
        pytest.param(
            "events: [start]\nevents:\n",
            [(2, 1, "duplicate-key", TWICE.format("events", 1, 2))],
            id="the-second-of-two-is-empty",
        ),
        pytest.param(
            '1: a\n"1": b\n', [(2, 1, "duplicate-key", TWICE.format("1", 1, 2))], id="a-number-and-a-text-of-one-name"
        ),
    ],
)
def test_one_fault_is_one_finding(checked: Check, text: str, found: list[tuple[int, int, str, str]]) -> None:
    """What follows from a fault is not told beside it, under either parser."""
    assert checked("project", text) == found


def test_a_missing_dash_is_named_in_the_hint(form: Form) -> None:
    """In an item a key that stands twice may be the first of the next; elsewhere there is nothing to begin."""
    item = form("events:\n  - type: start\n    type: end\n").findings[0]
    top = form("kind: pilot\nkind: scheme\n").findings[0]
    assert item.hint == "begin the next item with '- ', or keep one of the two"
    assert top.hint == "keep one of the two"


def test_what_the_comma_cuts_is_shown_as_well(form: Form) -> None:
    """The finding stands at what was cut off, and carries the place where the text breaks off."""
    (finding,) = form("a: {because: its page, after closure, and more}\n").findings
    (related,) = finding.related
    assert (str(finding.location), str(related.location)) == ("data/projects/x.yaml:1:24", "data/projects/x.yaml:1:21")
    assert related.message == "the comma ends this value"
    assert form("a: {b}\n").findings[0].related == ()


def test_the_value_of_a_second_key_has_no_place_of_its_own(form: Form) -> None:
    """The first of two values counts, so its place does not reach into the second."""
    document = form("a: [x]\nb: y\na: [p, q]\n")
    assert document.data == {"a": ["x"], "b": "y"}
    assert str(document.locate("a", 1)) == str(document.locate("a")) == "data/projects/x.yaml:1:4"
    assert document.locate("a").end_line == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("notes: 3.10\n", (1, 8, "wrong-type", "expected text in 'notes', found a number (3.10); quote it")),
        ("notes: [1.10]\r\n", (1, 9, "wrong-type", "expected text in 'notes', found a number (1.10); quote it")),
        (
            "money: {amount: 5000.00}\n",
            (
                1,
                17,
                "no-currency",
                "5000.00 in 'amount' has no currency; write an ISO 4217 code, a space and the plain number",
            ),
        ),
        (
            "figures: {measure: moved, percent: 120.50}\n",
            (1, 36, "out-of-range", "'percent' is 120.50, and must be at most 100"),
        ),
        (
            "figures: {measure: moved, value: -0.00000001}\n",
            (1, 34, "out-of-range", "'value' is -0.00000001, and must be at least 0"),
        ),
    ],
)
def test_a_number_is_shown_as_it_is_written(checked: Check, text: str, found: tuple[int, int, str, str]) -> None:
    """Y18: somebody looks for the digits that stand in the file, not for what a computer makes of them."""
    assert [each for each in checked("project", text) if each[2] != "whitespace"] == [found]
