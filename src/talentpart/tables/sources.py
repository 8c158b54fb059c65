"""The sources, one row each, with the number of lines that rest on each."""

from collections import Counter
from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.records import Source
from talentpart.queries.paths import lines_of
from talentpart.tables._cells import Row, day
from talentpart.values import Day

COLUMNS = (
    "id", "title", "publisher", "authority", "type", "url", "via", "language", "published", "not_before", "not_after",
    "dating", "retrieved", "read", "status", "archived", "replaced_by", "repeats", "reuse", "review_by", "claims",
)  # fmt: skip


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the sources in the order of their ids."""
    cited: Counter[str] = Counter()
    for entry in dataset.entries.values():
        for _, line in lines_of(entry.record):
            cited.update({reference.partition("#")[0] for reference in line.source})
    for each in dataset.all(Source):
        yield (
            each.id, each.title, each.publisher, each.authority, each.type, each.url, each.via, each.language,
            day(each.published), day(each.not_before), day(each.not_after), each.dating, day(each.retrieved), each.read,
            each.status, each.archived, each.replaced_by, each.repeats, each.reuse, day(each.review_by), cited[each.id],
        )  # fmt: skip
