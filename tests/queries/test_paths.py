"""What a path under conflicts leaves open: the whole before its parts, whatever is listed beside them."""

import textwrap
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Figure
from talentpart.model.records import Project
from talentpart.queries.paths import contested, match

MakeDataset = Callable[[Mapping[str, str]], Dataset]

_FIGURES = """
source: paper
figures:
  - {measure: moved, value: 1500}
  - {measure: moved, value: 1400, basis: planned}
  - {measure: moved, value: 500, origin: "EG"}
  - {measure: moved, value: 200, origin: "EG", part: women}
  - {measure: trained, value: 60, part: first}
  - {measure: trained, value: 70, part: second}
"""


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("figures.moved", [1500, 1400]),
        ("figures.moved.planned", [1400]),
        ("figures.moved.EG", [500]),
        ("figures.moved.EG.women", [200]),
        ("figures.moved.women", [200]),
        ("figures.trained", [60, 70]),
        ("figures.trained.second", [70]),
        ("figures", [1500, 1400, 500, 200, 60, 70]),
    ],
)
def test_a_path_means_the_whole_before_a_part(path: str, values: list[int], make_dataset: MakeDataset) -> None:
    """A path leaves open what it names and nothing narrower, unless nothing else is said; a bare list is all of it."""
    record = make_dataset({"projects/pilot.yaml": textwrap.dedent(_FIGURES)}).find(Project, "pilot")
    assert record is not None
    assert [line.value for _, line in contested(record, path) if isinstance(line, Figure)] == values


def test_a_whole_that_is_set_aside_leaves_its_parts_open(make_dataset: MakeDataset) -> None:
    """What nobody believes is no whole: the parts that stand are meant."""
    text = """
    source: paper
    figures:
      - {measure: moved, value: 1500, rank: set-aside, because: a slip}
      - {measure: moved, value: 500, part: women}
      - {measure: moved, value: 400, part: women, source: news}
    """
    record = make_dataset({"projects/pilot.yaml": textwrap.dedent(text)}).find(Project, "pilot")
    assert record is not None
    found = [line.value for _, line in contested(record, "figures.moved") if isinstance(line, Figure)]
    assert found == [1500, 500, 400]


_LINES = st.builds(
    Figure,
    measure=st.sampled_from(["moved", "trained"]),
    value=st.integers(1, 9),
    origin=st.sampled_from([(), ("EG",), ("EG", "MA")]),
    part=st.sampled_from([None, "women"]),
)


@given(st.lists(_LINES, max_size=6), st.sampled_from(["figures", "figures.moved", "figures.moved.EG", "figures.women"]))
def test_what_is_open_is_named_and_never_nothing(lines: list[Figure], path: str) -> None:
    """A path leaves open only lines that it names, in their order, and at least one of them if it names any."""
    record = Project(id="pilot", source=("paper",), figures=tuple(lines))
    named, open_lines = [id(line) for _, line in match(record, path)], [id(x) for _, x in contested(record, path)]
    assert [each for each in named if each in open_lines] == open_lines
    assert bool(open_lines) == bool(named)
