"""Two fields of a line are lists.

What: One field of a line (its first, `part` or `as_stated`) may be a list: the line is then said of each. Here two are.

Why: Which belongs to which is not stated: the first to the first, or each to each?

How to mend: Write a line for each pair that is meant.

Fine when: Never. `origin` and `destination` may both be lists: they say that the pairs are not stated.
"""

from collections.abc import Iterator
from functools import cache

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good, Step
from talentpart.model.records import KINDS
from talentpart.model.widen import Shape, shape_of
from talentpart.store.parse import Document

SEVERITY = Severity.ERROR
_LINE = "source: report\nsectors:\n  - {sector: [textiles, garment], as_stated: %s}\n"
BAD = (
    Bad(
        {"projects/pilot.yaml": _LINE % "[textile, garment]"},
        at=("projects/pilot.yaml", 3, 46),
        message="sector and as_stated are both lists, so what belongs to what is not said; write a line for each pair",
    ),
)
GOOD = (Good({"projects/pilot.yaml": _LINE % "textile/garment"}),)


def look(document: Document) -> Iterator[Fault]:
    """Look at each line as it is written, before it is widened."""
    shape = shape_of(KINDS[document.kind]) if document.kind in KINDS else None
    for name, inner in shape.lines.items() if shape else ():
        value = (document.data or {}).get(name)
        spread = _spread(inner) if value else ()
        for index, line in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(line, dict) and list in map(type, line.values()):
                fields = [each for each in line if each in spread and isinstance(line[each], list)]
                if len(fields) > 1:
                    both = " and ".join(fields[:2])
                    steps: tuple[Step, ...] = (name, index, fields[1])
                    yield Fault(
                        f"{both} are both lists, so what belongs to what is not said; write a line for each pair",
                        steps=steps,
                    )


@cache
def _spread(shape: Shape) -> frozenset[str]:
    """Give the fields of a line that may be a list of which each is meant."""
    return frozenset({shape.first, "part", "as_stated"}.difference(shape.texts))
