"""Lessons as of a day: which of them could have been told by then."""

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Lesson
from talentpart.model.records import Lessons
from talentpart.queries.told import source_day
from talentpart.values import Day


def told(dataset: Dataset, record: Lessons, as_of: Day) -> list[Lesson]:
    """Give the lessons whose sources can be told on a day, set-aside ones left out."""
    found = []
    for line in record.lessons:
        days = [source_day(each) for each in map(dataset.source, line.source) if each is not None]
        if line.rank != "set-aside" and min(days, default="") <= as_of.latest:
            found.append(line)
    return found
