"""Sectors, one row for each line: the code, its label, and the words as the source prints them."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.records import Partnership, Policy, Project, Shortages
from talentpart.tables._cells import Row, country, told
from talentpart.values import Day

COLUMNS = (
    "subject_kind", "subject", "country", "sector", "label", "as_stated", "tier", "at", "list", "mainly", "origin",
    "certainty", "source",
)  # fmt: skip


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the sectors of partnerships, policies, projects and shortage lists, in the order of the files."""
    for record in told(dataset):
        if not isinstance(record, Partnership | Policy | Project | Shortages):
            continue
        opened = record.sectors_list if isinstance(record, Partnership) else None
        for line in record.sectors:
            yield (
                record.record_kind, record.id, country(dataset, record, line), line.sector,
                dataset.label("sectors", line.sector) or None, line.as_stated, line.tier, line.at, opened,
                list(line.mainly), list(line.origin), line.certainty, list(line.source),
            )  # fmt: skip
