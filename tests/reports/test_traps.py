"""CARE, the rules beyond the old ones: look-alikes first, another meeting on the day, figures that are not believed."""

from collections.abc import Callable

Changed = Callable[..., str]
FILE = "countries/borvia/partnership.yaml"
BORVIA = """country: "XB"
source: union-page-2024
events:
  - {type: roundtable, number: 1, date: "2024-05-02", outcomes: [launched]}
  - {type: technical-meeting, date: "2024-05-02", scope: wider, as_stated: Harbour Committee, source: daily-bell-2024}
  - {type: technical-meeting, date: "2024-05", part: other, scope: wider}
figures:
  - measure: moved
    basis: planned
    value: 3000
    source: daily-bell-2024
    rank: set-aside
    because: the ministry moves nobody
"""


def care(text: str) -> str:
    """Give what stands under CARE."""
    return text.partition(" CARE ")[2].partition(" AHEAD ")[0]


def test_another_meeting_on_the_day_is_no_part_of_it(changed: Changed) -> None:
    """What was held on the very day of a roundtable is named as another thing; a whole month is no day."""
    said = care(changed({FILE: BORVIA}, "borvia"))
    assert (
        "2 May 2024: the Harbour Committee was held on the day of the first roundtable, and is no part of it [" in said
    )
    assert said.count("is no part of it") == 1


def test_a_figure_that_is_not_believed_is_named_with_the_reason(changed: Changed) -> None:
    """A set-aside figure of the partnership is a trap, since others print it."""
    said = care(changed({FILE: BORVIA}, "borvia"))
    assert "3,000 moved, not shown: the ministry moves nobody [" in said


def test_look_alikes_come_first_and_open_days_last(changed: Changed) -> None:
    """What is taken for another thing misleads most, what is open about a day alone least."""
    project = """+conflicts:
  - {field: events.start, because: the month is open}
"""
    relation = "relations:\n  - {relation: look-alike, target: night-watch, note: Bórvia has no night watch}\n"
    files = {FILE: BORVIA + relation, "projects/orchard.yaml": project}
    said = care(changed(files, "borvia"))
    assert said.startswith("Bórvia has no night watch")
    assert "the month is open" not in said
