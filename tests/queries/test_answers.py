"""One answer or an open question: preferred, history, standing, conflicts, and laws that hold for any lines."""

import textwrap
from collections.abc import Callable, Mapping
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Figure
from talentpart.model.records import About, Project
from talentpart.queries.agree import exactness
from talentpart.queries.answers import Answer, answer, happenings, is_weak
from talentpart.queries.paths import match
from talentpart.values import Day

MakeDataset = Callable[[Mapping[str, str]], Dataset]


def settle(make: MakeDataset, text: str, path: str) -> Answer[Figure]:
    """Give the answer on one thing of a project written as a text."""
    dataset = make({"projects/pilot.yaml": textwrap.dedent(text)})
    record = dataset.find(Project, "pilot")
    assert record is not None
    return cast("Answer[Figure]", answer(dataset, record, path.partition(".")[0], [x for _, x in match(record, path)]))


def test_a_preferred_line_wins_with_its_reason(make_dataset: MakeDataset) -> None:
    """A preferred line is the answer, whatever else is said; its reason is kept and the difference is marked."""
    found = settle(
        make_dataset,
        """
        source: paper
        figures:
          - {measure: trained, value: 60}
          - {measure: trained, value: 120, source: page-new, rank: preferred, because: the closing note}
        """,
        "figures.trained",
    )
    assert (found.lines[0].value, found.open, found.differs, found.settled) == (120, False, True, "preferred")
    assert found.because == "the closing note"


def test_what_is_set_aside_is_left_out(make_dataset: MakeDataset) -> None:
    """A line that is set aside neither answers nor makes a difference."""
    found = settle(
        make_dataset,
        """
        source: paper
        figures:
          - {measure: trained, value: 60, rank: set-aside, because: a slip of the pen, source: page-new}
          - {measure: trained, value: 120}
        """,
        "figures.trained",
    )
    assert [line.value for line in found.lines] == [120]
    assert not found.differs


def test_an_open_conflict_shows_every_value(make_dataset: MakeDataset) -> None:
    """What stands under conflicts is open: all values are shown and none is chosen."""
    found = settle(
        make_dataset,
        """
        source: paper
        figures:
          - {measure: trained, value: 60}
          - {measure: trained, value: 120, source: page-new}
        conflicts:
          - {field: figures.trained, because: nobody says which held}
        """,
        "figures.trained",
    )
    assert found.open
    assert {line.value for line in found.lines} == {60, 120}
    assert found.because == "nobody says which held"


def test_a_later_state_and_a_newer_page_make_history(make_dataset: MakeDataset) -> None:
    """A line with an earlier as_of, or from the older version of a page, gives way; it is history, not a conflict."""
    later = settle(
        make_dataset,
        """
        source: paper
        figures:
          - {measure: trained, value: 60, as_of: "2023"}
          - {measure: trained, value: 90, as_of: "2024"}
        """,
        "figures.trained",
    )
    newer = settle(
        make_dataset,
        """
        figures:
          - {measure: trained, value: 60, source: page-old}
          - {measure: trained, value: 90, source: page-new}
        """,
        "figures.trained",
    )
    for found in (later, newer):
        assert ([line.value for line in found.lines], found.settled, found.differs) == ([90], "history", False)


def test_firm_sources_stand_before_weak_ones(make_dataset: MakeDataset) -> None:
    """Where press and an official page differ the page answers, and the difference is marked."""
    found = settle(
        make_dataset,
        """
        figures:
          - {measure: trained, value: 60, source: news}
          - {measure: trained, value: 90, source: page-new}
        """,
        "figures.trained",
    )
    assert ([line.value for line in found.lines], found.settled, found.differs) == ([90], "standing", True)


def test_equals_that_differ_stay_open(make_dataset: MakeDataset) -> None:
    """Two official sources that differ make an open question, whatever their days."""
    found = settle(
        make_dataset,
        """
        figures:
          - {measure: trained, value: 60, source: paper}
          - {measure: trained, value: 90, source: page-new}
        """,
        "figures.trained",
    )
    assert (found.open, found.settled) == (True, "open")


def test_the_most_exact_of_lines_that_agree_is_the_answer(make_dataset: MakeDataset) -> None:
    """A rounded number gives way to the exact one that it rounds, and they do not differ."""
    found = settle(
        make_dataset,
        """
        figures:
          - {measure: trained, value: 1500, bound: about, source: paper}
          - {measure: trained, value: 1496, source: page-new}
        """,
        "figures.trained",
    )
    assert (found.lines[0].value, found.differs, found.settled) == (1496, False, "agreed")


def test_weak_means_all_sources_are_weak(make_dataset: MakeDataset) -> None:
    """A line is weak only when press, research, correspondence or copies are all it rests on."""
    dataset = make_dataset({})
    assert is_weak(dataset, ["news"])
    assert not is_weak(dataset, ["news", "paper#here"])
    assert not is_weak(dataset, [])


ABOUT = About(title="", version="", day=Day.parse("2026"), licence="", maintainers=(), cite="")
EMPTY = Dataset.of(ABOUT, "", "", ())
LINES = st.builds(
    Figure,
    measure=st.just("trained"),
    value=st.integers(0, 5000),
    bound=st.sampled_from([None, "about", "rounded", "nearly", "at-least", "at-most"]),
    rank=st.sampled_from([None, None, None, "set-aside"]),
)


@given(st.lists(LINES, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_nothing(lines: list[Figure], random: object) -> None:
    """Whatever order lines stand in, the same values are shown and the question is as open."""
    record = Project(id="pilot")
    mixed = list(lines)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = (answer(EMPTY, record, "figures", each) for each in (lines, mixed))
    assert (one.open, one.differs, one.settled) == (other.open, other.differs, other.settled)
    assert sorted(x.value or 0 for x in one.lines) == sorted(x.value or 0 for x in other.lines)


@given(st.lists(LINES, min_size=1, max_size=5))
def test_an_answer_is_never_more_exact_than_its_lines(lines: list[Figure]) -> None:
    """The answer is one of the lines as said, and no line that was kept is more exact than it."""
    found = answer(EMPTY, Project(id="pilot"), "figures", lines)
    assert all(line in lines for line in found.lines)
    if found.best is not None and not found.open:
        assert all(exactness(found.best) <= exactness(line) for line in found.lines)


@pytest.mark.parametrize("texts", [("2023-06", "2023-06-08"), ("2023", "2023-06")])
def test_a_day_within_a_month_answers_for_it(texts: tuple[str, str]) -> None:
    """Of two days one within the other, the narrower is the answer."""
    lines = [Event(type="start", date=Day.parse(each)) for each in texts]
    found = answer(EMPTY, Project(id="pilot"), "events", lines)
    assert found.best is lines[1]
    assert not found.differs


@pytest.mark.parametrize(("day", "bases"), [("2021-03-01", ["actual"]), ("2021-04", ["actual", "stated"])])
def test_a_start_stated_and_reported_on_one_day_is_one(make_dataset: MakeDataset, day: str, bases: list[str]) -> None:
    """What is stated of an event stands with what is reported, unless its day is another."""
    text = f"""
        source: paper
        events:
          - {{type: start, basis: actual, date: "2021-03-01"}}
          - {{type: start, date: "{day}", source: page-new}}
        """
    record = make_dataset({"projects/pilot.yaml": textwrap.dedent(text)}).find(Project, "pilot")
    assert record is not None
    assert [basis for _, _, basis in happenings(record)] == bases
    assert sum(len(lines) for lines in happenings(record).values()) == 2
