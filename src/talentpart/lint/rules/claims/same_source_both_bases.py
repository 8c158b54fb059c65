"""One place of a source is read as a plan and as a result.

What: Two lines have the same value of the same thing from the same place of one source, one as planned and one as
actual, and neither has the words that the source prints.

Why: A source that says a number once says it on one basis. Entered on both, a target turns into a result, the mistake
that readers of these records fear most.

How to mend: Read the place again and keep the basis that it gives; with no word either way, leave `basis` out.

Fine when: The source says both, that the target was set and that it was met: keep its words in `as_stated`, or say so
in a `note`.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Figure, Line, Money
from talentpart.queries.days import too_early
from talentpart.queries.paths import key
from talentpart.queries.told_lists import events, figures, money
from talentpart.values import Day

SEVERITY = Severity.WARNING
_BOTH = (
    "source: report\nfigures:\n  - {measure: trained, basis: planned, value: 120}\n"
    "  - {measure: trained, basis: actual, value: 120%s}\n"
)
BAD = (
    Bad(
        {"projects/pilot.yaml": _BOTH % ""},
        at=("projects/pilot.yaml", 4, 31),
        message="figures.trained is 120 as planned and as actual from one place, 'report'; "
        "keep the basis that it gives",
    ),
    Bad(
        {
            "projects/pilot.yaml": (
                'source: report\nevents:\n  - {type: end, basis: actual, date: "2024-12"}\n'
                '  - {type: end, basis: planned, date: "2024-12"}\n'
            )
        },
        at=("projects/pilot.yaml", 4, 24),
        message="events.end is December 2024 as planned and as actual from one place, 'report'; "
        "keep the basis that it gives",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": _BOTH % ", source: report#table"}),
    Good({"projects/pilot.yaml": _BOTH % ", as_stated: all 120 places were filled"}),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Look for lines of one thing, value and source that differ in their basis alone."""
    for entry in dataset.entries.values():
        record = entry.record
        lists = (("events", events(record)), ("figures", figures(record)), ("money", money(record)))
        for name, lines in lists:
            first: dict[tuple[object, ...], Line] = {}
            for line in lines:
                value = _value(line)
                if line.basis is None or not value or line.as_stated or line.note or line.rank == "set-aside":
                    continue
                for reference in line.source:
                    other = first.setdefault((key(line), value, line.bound, reference), line)
                    if other.basis != line.basis and not any(
                        too_early(dataset, record, each) for each in (other, line)
                    ):
                        message = (
                            f"{'.'.join((name, *key(line)))} is {value} as planned and as actual from one place, "
                            f"'{reference}'; keep the basis that it gives"
                        )
                        yield Fault(message, record, line, ("basis",), related=((other, "said here as well"),))
                        break


def _value(line: Line) -> str:
    """Give the value of a line as text; nothing where it has none."""
    if isinstance(line, Event):
        return str(line.date or "")
    if isinstance(line, Money | Figure):
        if line.amount is not None:
            return str(line.amount)
        if line.percent is not None:
            return f"{line.percent}%"
    if isinstance(line, Figure):
        if line.value is not None:
            return str(line.value)
        return f"{line.min} to {line.max}" if line.min is not None else ""
    return ""
