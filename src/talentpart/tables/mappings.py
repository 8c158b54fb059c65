"""How our codes match those of standard schemes, one row for each code of ours and of theirs."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.tables._cells import Row
from talentpart.values import Day

COLUMNS = ("codelist", "code", "label", "scheme", "target", "match", "as_set", "sure", "note")


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the mappings codelist by codelist, in the order of the lists."""
    for name, items in dataset.codelists.items():
        for item in items.values():
            for each in item.mappings:
                for code in each.code:
                    yield name, item.code, item.label, each.scheme, code, each.match, each.as_set, each.sure, each.note
