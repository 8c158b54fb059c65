"""What came of a check: a result for each value, a verdict for each claim, and their counts for each source."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["found", "not-found", "explained", "unchecked"]
# The verdict on a claim is the first of these that one of its values has.
_ORDER: tuple[Verdict, ...] = ("not-found", "explained", "found", "unchecked")


@dataclass(frozen=True, slots=True)
class Result:
    """What came of looking for one value of one claim in the text of one source.

    `explained` is not found, with a note on the line that should say why. Line and column count from 1, the offset
    from 0, all in characters; a text of one line has offsets only. They are those of the first occurrence in the place,
    else of the first elsewhere in the text. `occurrences` counts those in the place.
    """

    claim_id: str
    record: str
    path: str
    what: str
    looked_for: str
    source: str
    place: str
    result: Verdict
    line: int | None = None
    column: int | None = None
    offset: int | None = None
    occurrences: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims on one source (none: on all) got which verdict, and how many values stand more than once."""

    source: str
    found: int
    not_found: int
    explained: int
    unchecked: int
    values: int
    repeated: int

    @property
    def claims(self) -> int:
        """Give how many claims there are."""
        return self.found + self.not_found + self.explained + self.unchecked

    @property
    def checkable(self) -> int:
        """Give how many claims could be checked."""
        return self.claims - self.unchecked


def tally(results: Iterable[Result], source: str = "") -> Tally:
    """Count the claims of some results by their verdicts, and the values found by how often they occur."""
    chosen = list(results)
    verdicts: dict[str, Verdict] = {}
    for each in chosen:
        before = verdicts.get(each.claim_id, each.result)
        verdicts[each.claim_id] = min(before, each.result, key=_ORDER.index)
    said = list(verdicts.values())
    return Tally(
        source, said.count("found"), said.count("not-found"), said.count("explained"), said.count("unchecked"),
        sum(each.result == "found" for each in chosen), sum(each.occurrences > 1 for each in chosen),
    )  # fmt: skip


def by_source(results: Iterable[Result]) -> list[Tally]:
    """Give the counts of each source, in the order of their ids."""
    groups: dict[str, list[Result]] = {}
    for each in results:
        groups.setdefault(each.source, []).append(each)
    return [tally(groups[source], source) for source in sorted(groups)]
