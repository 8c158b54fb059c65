"""When are two lines one claim? When a source says, of one thing, on one basis and for one day, the same words."""

from talentpart.model.lines import Line
from talentpart.model.records import Record
from talentpart.queries.paths import path


def identities(record: Record, name: str, line: Line) -> frozenset[str]:
    """Give the identities of a line, one for each of its sources; two lines that share one are said twice."""
    more = (line.as_of.text if line.as_of else "", line.as_stated or "")
    said = "~".join((path(record, name, line), *more))
    return frozenset(f"{said}@{source}" for source in line.source or ("",))
