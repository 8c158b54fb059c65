"""Where values and keys stand, in the layouts that records have."""

import pytest

from talentpart.store.parse import parse

TEXT = """\
# a comment
country: "EG"
names: Egypt
events:
  - {type: roundtable, number: 1}
  - type: start
    note: >-
      two lines
      of text
    date:
kind: [pilot, scheme]
"""


@pytest.mark.parametrize(
    ("steps", "key", "place"),
    [
        ((), False, (2, 1, 2, 8)),
        (("country",), False, (2, 10, 2, 14)),
        (("country",), True, (2, 1, 2, 8)),
        (("events",), True, (4, 1, 4, 7)),
        (("events", 0), False, (5, 5, 5, 34)),
        (("events", 0, "number"), False, (5, 32, 5, 33)),
        (("events", 0, "number"), True, (5, 24, 5, 30)),
        (("events", 1, "type"), False, (6, 11, 6, 16)),
        (("events", 1, "date"), False, (10, 5, 10, 9)),
        (("events", 1, "missing"), False, (6, 5, 10, 10)),
        (("kind", 1), False, (11, 15, 11, 21)),
        (("names", 0, "text"), False, (3, 8, 3, 13)),
        (("nothing", "of", "this"), False, (2, 1, 2, 8)),
    ],
)
def test_a_value_and_its_key_have_places(steps: tuple[str | int, ...], *, key: bool, place: tuple[int, ...]) -> None:
    """What is not there is where its nearest parent is; a value that is not written is where its key is."""
    where = parse("x.yaml", TEXT.encode()).locate(*steps, key=key)
    assert (where.line, where.column, where.end_line, where.end_column) == place


def test_places_before_a_fault_are_known() -> None:
    """A file that breaks off has places as far as it can be parsed."""
    document = parse("x.yaml", b"a: 1\nb: [x\nc: d\n")
    assert document.data is None
    assert str(document.locate("a")) == "x.yaml:1:4"
    assert str(parse("x.yaml", b"").locate("a")) == "x.yaml"
