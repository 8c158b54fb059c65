"""POLICIES of the framework: what is set aside is not told, a plan is called one, and one text stands once."""

from collections.abc import Callable

Changed = Callable[..., str]
FILE = "policies/wide-road.yaml"
ROAD = """source: union-page-2022
names:
  - The Wide Road
  - {text: The Narrow Road, source: daily-bell-2024, rank: set-aside, because: a misprint}
kind: strategy
status:
  - {value: announced, source: union-page-2022}
  - {value: running, source: union-page-2024, note: with one lane}
relations:
  - {relation: announces, target: borvia, rank: set-aside, because: the page names Aurelia alone}
  - {relation: supports, target: aurelia, basis: planned}
events:
  - {type: announcement, basis: actual, date: "2021-05"}
  - {type: launch, basis: actual, date: "2021-06", rank: set-aside, because: no other source has it}
  - {type: start, basis: planned, date: "2026"}
objectives:
  - {slug: road, text: Build a road for everybody.}
activities:
  - {slug: tar, text: Lay tar.}
  - {slug: tar, text: Lay tar., source: daily-bell-2024}
  - {slug: lamps, basis: planned, text: Put up lamps.}
  - {slug: toll, text: Take a toll., rank: set-aside, because: it was dropped}
"""


def test_what_is_set_aside_is_not_told(changed: Changed) -> None:
    """Neither an event, a name, a relation nor a text that is set aside stands on the page."""
    text = changed({FILE: ROAD}, "framework")
    for word in ("Narrow", "launch [", "and launch", "announces", "toll"):
        assert word not in text.partition("POLICIES")[2].partition("APART")[0]


def test_a_plan_is_called_a_plan(changed: Changed) -> None:
    """A planned event, relation and activity each say so, apart from what has happened."""
    text = changed({FILE: ROAD}, "framework", "--no-sources")
    assert "announcement; planned: start (2026); status running (with one lane)" in text
    assert "planned: supports the Talent Partnership with Aurelia" in text
    assert "planned: put up lamps" in text


def test_one_text_of_two_sources_stands_once(changed: Changed) -> None:
    """Two lines that differ only in their source are one item with both."""
    text = changed({FILE: ROAD}, "framework")
    assert text.count("lay tar") == 1
    assert "lay tar [1][4?]" in text or "lay tar [" in text.replace("?", "")


def test_a_remark_without_a_name_gets_one(changed: Changed) -> None:
    """A remark that only says "it is no partnership" is put behind the names of both."""
    relation = "relations:\n  - {relation: look-alike, target: sample-framework, note: it is no partnership}\n"
    text = changed({FILE: ROAD.replace("relations:\n", relation)}, "framework")
    assert "The Wide Road is not one of the Partnerships of the union: it is no partnership" in text
    assert "The night watch with Aurelia is not its partnership" in text
