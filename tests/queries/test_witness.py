"""Who stands behind a claim: lines that say the same are told together, and a copy is traced to what it copies."""

from pathlib import Path

import pytest

from talentpart.model.dataset import Dataset
from talentpart.model.lines import changed
from talentpart.model.load import open_dataset
from talentpart.model.records import Project, Source
from talentpart.queries.witness import by_source, claims, claims_of, original, says_same

SAMPLE = Path(__file__).parents[1] / "sample"


@pytest.fixture(scope="module")
def sample() -> Dataset:
    """Give the sample dataset."""
    return open_dataset(SAMPLE, "sample")


def test_every_claim_has_its_own_sources(sample: Dataset) -> None:
    """A claim stands at least on the sources that its line names."""
    found = list(claims(sample))
    assert len(found) > 50
    assert all({each.partition("#")[0] for each in claim.line.source} <= claim.sources for claim in found)


def test_lines_that_agree_bear_one_another(sample: Dataset) -> None:
    """A figure that two sources give stands on both, whichever line names which; one set aside bears nothing."""
    bridge = sample.find(Project, "bridge")
    assert bridge is not None
    one = bridge.figures[0]
    twin = changed(one, source=("thinkers-2023",))
    both = changed(bridge, figures=(one, twin))
    assert {claim.sources for claim in claims_of(both) if claim.list == "figures"} == {
        frozenset({*(each.partition("#")[0] for each in one.source), "thinkers-2023"})
    }
    alone = changed(bridge, figures=(one, changed(twin, rank="set-aside")))
    assert all("thinkers-2023" not in claim.sources for claim in claims_of(alone) if claim.list == "figures")


def test_a_source_that_nobody_names_bears_nothing(sample: Dataset) -> None:
    """The claims are gathered under the sources that lines name, and under no other."""
    named = by_source(sample)
    assert set(named) <= {each.id for each in sample.all(Source)}
    assert all(claim.line.source for each in named.values() for claim in each)


def test_texts_say_the_same_only_word_for_word(sample: Dataset) -> None:
    """Two sentences of one key are two claims, since neither is a number that agrees."""
    bridge = sample.find(Project, "bridge")
    assert bridge is not None
    line = next(iter(bridge.objectives or bridge.activities))
    assert says_same(line, changed(line, source=("thinkers-2023",)))
    assert not says_same(line, changed(line, text="Something else."))


def test_a_source_of_its_own_is_its_own_original(sample: Dataset) -> None:
    """What repeats nothing, and what is unknown, leads to itself."""
    assert original(sample, "thinkers-2023") == "thinkers-2023"
    assert original(sample, "unheard-of") == "unheard-of"
