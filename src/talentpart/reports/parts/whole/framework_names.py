"""The shortest name of a framework, whose official one may be a whole sentence."""

from talentpart.model.dataset import Dataset
from talentpart.model.records import Framework
from talentpart.queries.subjects import short_name


def known_as(dataset: Dataset, name: str) -> str:
    """Give the short name of a record; of a framework without one, the shortest of its names or its description."""
    record = dataset.find(Framework, name)
    if record is None or not record.names or any(line.kind == "short" for line in record.names):
        return short_name(dataset, name)
    return min((line.text for line in record.names), key=len)
