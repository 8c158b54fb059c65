"""A part is larger than the whole.

What: A figure that is `of` another is larger than that one can be; or a figure limited to a country or a part is larger
than the same figure without the limit; or those of single countries add up to more than it.

Why: Readers set the two side by side, and one of them is wrong.

How to mend: Hold both against their sources: mostly a digit was mistyped, or `of` names the wrong figure; a number that
counts more than the record is about has `scope: wider`.

Fine when: Sources count so differently: then the two stand under `conflicts`, or one is set aside, with the reason.
"""

from collections.abc import Iterator
from decimal import Decimal

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Figure, Line
from talentpart.model.records import Record
from talentpart.queries.agree import bounds
from talentpart.queries.paths import match, touches
from talentpart.queries.scope import country_of
from talentpart.queries.told_lists import figures
from talentpart.values import Day

SEVERITY = Severity.ERROR
_OF = (
    "source: report\nfigures:\n  - {measure: trained, value: 120%s}\n"
    "  - {measure: moved, value: %s, of: figures.trained}\n"
)
_LIMITED = "source: report\nfigures:\n  - {measure: moved, value: 150}\n  - {measure: moved, value: %s, %s}\n"
BAD = (
    Bad(
        {"projects/pilot.yaml": _OF % ("", 300)},
        at=("projects/pilot.yaml", 4, 29),
        message="300 moved is more than the 120 trained of which they are part",
    ),
    Bad(
        {"projects/pilot.yaml": _LIMITED % (200, 'destination: "XB"')},
        at=("projects/pilot.yaml", 4, 29),
        message="200 moved (XB) is more than the 150 moved of which they are part",
    ),
    Bad(
        {"projects/pilot.yaml": _LIMITED % (100, 'origin: "XA"') + '  - {measure: moved, value: 70, origin: "XB"}\n'},
        at=("projects/pilot.yaml", 5, 29),
        message="100 moved (XA) and 70 moved (XB) are more than the 150 moved of which they are part",
    ),
    Bad(
        {
            "projects/pilot.yaml": _OF % ("", 300)
            + "  - {measure: prepared, value: 60}\n"
            + "conflicts: {field: [figures.moved, figures.prepared], because: two counts}\n"
        },
        at=("projects/pilot.yaml", 4, 29),
        message="300 moved is more than the 120 trained of which they are part",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": _OF % ("", 120)}),
    Good({"projects/pilot.yaml": _OF % (", bound: at-least", 300)}),
    Good({"projects/pilot.yaml": _LIMITED % (200, 'destination: "XB", scope: wider')}),
    Good({"projects/pilot.yaml": _LIMITED % (100, 'origin: "XA"') + "  - {measure: moved, value: 70, part: women}\n"}),
    Good(
        {
            "projects/pilot.yaml": _OF % ("", 130)
            + "conflicts: {field: [figures.moved, figures.trained], because: two counts}\n"
        }
    ),
)
_TWO = 2


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Hold the least that each part can be against the most that its whole can be."""
    for entry in dataset.entries.values():
        record = entry.record
        lines = [line for line in figures(record) if _counts(line)]
        if len(lines) < _TWO:
            continue
        for line in tuple(lines):
            wholes = _wholes(record, line, lines)
            low, high = bounds(line)[0], _highest(wholes)
            if low is not None and high is not None and low > high:
                lines = [each for each in lines if each is not line]
                if not _open(record, [line], wholes):
                    yield _fault(dataset, record, [line], wholes)
        for name in ("origin", "destination"):
            yield from _summed(dataset, record, lines, name)


def _counts(line: Figure) -> bool:
    """Tell whether a line is a number to be held against others: no share, not set aside, not wider or unclear.

    A number that is no whole one, or a range turned about, is a fault by itself.
    """
    turned = line.min is not None and line.max is not None and line.min > line.max
    sound = not turned and (line.value is None or not line.value % 1)
    return sound and line.percent is None and line.rank != "set-aside" and line.scope is None


def _open(record: Record, parts: list[Figure], wholes: list[Figure]) -> bool:
    """Tell whether the two stand under conflicts: one of the parts and one of the wholes."""
    paths = [path for each in record.conflicts for path in each.field]
    sides = (parts, wholes)
    return all(any(touches(record, path, "figures", line) for path in paths for line in side) for side in sides)


def _wholes(record: Record, line: Figure, lines: list[Figure]) -> list[Figure]:
    """Give the figures of which a line is a part: those that `of` names, else the same without its limits."""
    if line.of:
        named = [each for _, each in match(record, line.of) if each is not line]
        return [each for each in lines if any(each is other for other in named) and not _limits(each)]
    return [each for each in lines if _same(line, each) and not _limits(each)] if _limits(line) else []


def _summed(dataset: Dataset, record: Record, lines: list[Figure], name: str) -> Iterator[Fault]:
    """Add up what is limited to one country each, by the side to which it is limited."""
    groups: dict[tuple[object, ...], dict[str, Figure]] = {}
    for line in lines:
        places = getattr(line, name)
        if len(places) == 1 and not line.of and len(_limits(line)) == 1 and bounds(line)[0] is not None:
            country = country_of(dataset, places[0])
            least = groups.setdefault((line.measure, line.period, line.basis, line.as_of), {})
            known = least.setdefault(country, line)
            least[country] = min(known, line, key=lambda each: bounds(each)[0] or Decimal(0))
    for least in groups.values():
        parts = list(least.values())
        wholes = _wholes(record, parts[0], lines)
        high = _highest(wholes)
        low = sum((bounds(each)[0] or Decimal(0) for each in parts), Decimal(0))
        if len(parts) > 1 and high is not None and low > high and not _open(record, parts, wholes):
            yield _fault(dataset, record, parts, wholes)


def _limits(line: Line) -> list[str]:
    return [each for each in ("+".join(line.origin), "+".join(line.destination), line.part) if each]


def _same(line: Figure, other: Figure) -> bool:
    fields = ("measure", "period", "basis", "as_of")
    return all(getattr(line, field) == getattr(other, field) for field in fields) and line.amount is None


def _highest(lines: list[Figure]) -> Decimal | None:
    """Give the most that the lines allow; None where one is open, or there is none."""
    highs = [bounds(line)[1] for line in lines]
    known = [high for high in highs if high is not None]
    return max(known) if known and len(known) == len(highs) else None


def _fault(dataset: Dataset, record: Record, parts: list[Figure], wholes: list[Figure]) -> Fault:
    whole = max(wholes, key=lambda each: bounds(each)[1] or Decimal(0))
    verb = "is" if len(parts) == 1 else "are"
    named = " and ".join(_said(dataset, each) for each in parts)
    message = f"{named} {verb} more than the {_said(dataset, whole)} of which they are part"
    last = parts[-1]
    field = "value" if last.value is not None else "min" if last.min is not None else "amount"
    related = ((whole, "the whole"), *((each, "another part") for each in parts[:-1]))
    return Fault(message, record, last, (field,), related=related)


def _said(dataset: Dataset, line: Figure) -> str:
    number = line.value if line.value is not None else line.amount or f"{line.min} to {line.max}"
    limits = ", ".join(dataset.label("places", each) for each in _limits(line))
    said = f"{number} {dataset.label('measures', line.measure)}"
    return f"{said} ({limits})" if limits else said
