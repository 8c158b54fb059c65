"""The invented dataset of the tests, as of a fixed day."""

from pathlib import Path

import pytest

from talentpart.model.dataset import Dataset
from talentpart.model.load import open_dataset
from talentpart.values import Day

SAMPLE = Path(__file__).parents[1] / "sample"


@pytest.fixture(scope="session")
def day() -> Day:
    """Give the day as of which the tests ask."""
    return Day.parse("2025-06-01")


@pytest.fixture(scope="session")
def sample() -> Dataset:
    """Give the invented dataset."""
    return open_dataset(SAMPLE, "sample")
