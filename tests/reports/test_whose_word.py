"""STATE, ROADMAP and WHO say whose word a thing is, which other day there is, and what came of it by whom."""

from collections.abc import Callable

import pytest

Changed = Callable[..., str]
State = Callable[..., str]
FILE = "countries/borvia/partnership.yaml"
HEAD = 'country: "XB"\nsource: union-page-2024\n'


@pytest.fixture
def state(changed: Changed) -> State:
    """Give a function that tells the STATE of a partnership with some events."""

    def give(events: str, label: str = "STATE") -> str:
        text = changed({FILE: HEAD + events}, "borvia")
        return text.partition(f"{label} ")[2].partition(" ROADMAP" if label == "STATE" else " PROJECTS")[0]

    return give


def test_the_launch_is_told_as_such_after_other_steps(state: State) -> None:
    """A visit before it does not turn the launch into one roundtable among others."""
    text = state(
        "events:\n  - {type: technical-meeting, date: '2023-01'}\n"
        "  - {type: roundtable, number: 1, date: '2024-05-02', outcomes: [launched]}\n"
    )
    assert "Technical meeting, January 2023 [1]. Launched 2 May 2024, first roundtable [1]." in text


def test_press_alone_is_said(state: State) -> None:
    """A step that only the press has says so, with what is implied of its day."""
    text = state(
        "events:\n  - {type: roundtable, number: 3, date: '2024-05-02', certainty: implied, source: daily-bell-2024}\n"
    )
    assert "Third roundtable (day implied), 2 May 2024, by press alone [1?]." in text


def test_the_other_day_stands_beside(state: State) -> None:
    """Where one of two days is preferred the other is named with its source."""
    text = state(
        "events:\n  - {type: roundtable, number: 1, date: '2024-05-02', rank: preferred, because: it has the day}\n"
        "  - {type: roundtable, number: 1, date: '2024-05-03', source: daily-bell-2024}\n"
    )
    assert "First roundtable, 2 May 2024* [1]; or 3 May 2024 [2?]." in text


def test_each_outcome_has_its_own_source(state: State) -> None:
    """What the page says came of it is not mixed with what the press says."""
    text = state(
        "events:\n  - {type: roundtable, number: 1, date: '2024-05', outcomes: [roadmap-endorsed]}\n"
        "  - {type: roundtable, number: 1, date: '2024-05-02', outcomes: [sectors-agreed], source: daily-bell-2024,\n"
        "     rank: preferred, because: it has the day}\n"
    )
    assert "First roundtable, 2 May 2024 [1?]; roadmap endorsed [2]; sectors agreed [1?]." in text


def test_states_named_by_press_are_no_states_named_by_the_union(state: State) -> None:
    """WHO says by whose word and as what Member States are named, and that the page names none."""
    text = state(
        'member_states:\n  - {place: "XS", role: interested, source: daily-bell-2024}\n'
        "missing:\n  - {field: member_states, why: not-stated, source: agency-report-2024}\n",
        "WHO",
    )
    assert text.startswith("Named for the partnership as interested, by press alone: Sudmark [")
    assert "; Nordland Agency names none [" in text


def test_the_roadmap_has_its_remark_and_the_silence(changed: Changed) -> None:
    """ROADMAP gives the hedge, whose word it is, the remark, and which source says nothing."""
    roadmap = """partnership: borvia
source: union-page-2024
status: {value: announced, certainty: implied, as_of: "2024-05", source: daily-bell-2024, note: no text was seen}
missing:
  - {field: status, why: not-stated, note: the page speaks of a roadmap for every partner}
"""
    text = changed({"countries/borvia/roadmap.yaml": roadmap}, "borvia")
    said = text.partition("ROADMAP ")[2].partition(" SECTORS")[0]
    assert said.startswith("Announced (implied, as of May 2024), by press alone [")
    assert "; no text was seen; the page speaks of a roadmap for every partner [" in said


def test_another_word_for_the_roadmap_is_told(changed: Changed) -> None:
    """Where the press has another status than the page, the star is explained."""
    roadmap = """partnership: borvia
source: union-page-2024
status:
  - {value: endorsed}
  - {value: announced, source: late-bell-2025}
"""
    bell = """title: Ministers part
authority: press
type: article
language: en
published: "2025-01-04"
retrieved: "2025-05-20"
read: part
"""
    text = changed({"countries/borvia/roadmap.yaml": roadmap, "sources/late-bell-2025.yaml": bell}, "borvia")
    assert "; announced, by press alone [" in text.partition("ROADMAP ")[2].partition(" SECTORS")[0]
