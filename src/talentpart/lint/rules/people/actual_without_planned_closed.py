"""Something is over, and what became of its planned people is not said.

What: A record that is ended or closed plans people by some measure; no line reports or states people by that measure,
and it is not under `missing`.

Why: Planned beside reported is what a briefing is read for. Of something that is over, the second half is due.

How to mend: Enter the result from the final report; or put `figures.moved.actual`, with the measure meant, under
`missing` with the reason.

Fine when: Never; a body that keeps its results to itself is `not-published`.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Figure
from talentpart.model.records import Project, Told
from talentpart.queries.answers import answer
from talentpart.queries.paths import key
from talentpart.queries.scope import stage_of
from talentpart.queries.shape import list_of
from talentpart.queries.slots import silent
from talentpart.values import Day

SEVERITY = Severity.WARNING
_ENDED = (
    "source: report\nstatus: %s\nfigures:\n  - {measure: trained, basis: planned, value: 60}\n"
    "  - {measure: trained, basis: actual, value: 58}\n  - {measure: moved, basis: planned, value: 250}\n"
)
BAD = (
    Bad(
        {"projects/pilot.yaml": _ENDED % "ended"},
        at=("projects/pilot.yaml", 6, 5),
        message="it is over, 250 moved were planned, and how many it came to is not said, nor under missing",
    ),
    Bad(
        {
            "instruments/call.yaml": (_ENDED % "ended")
            .replace("  - {measure: trained, basis: actual, value: 58}\n", "")
            .replace("  - {measure: trained, basis: planned, value: 60}\n", "")
        },
        at=("instruments/call.yaml", 4, 5),
        message="it is over, 250 moved were planned, and how many it came to is not said, nor under missing",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": _ENDED % "running"}),
    Good({"projects/pilot.yaml": _ENDED % "ended" + "  - {measure: moved, value: 9}\n"}),
    Good({"projects/pilot.yaml": _ENDED % "ended" + "missing: {field: figures.moved.actual, why: not-published}\n"}),
)
_OVER = frozenset({"ended", "closed"})


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:
    """Look at the planned people of each record that is over, measure by measure."""
    for record in dataset.all(Told):
        planned = [line for line in record.figures if line.basis == "planned" and _people(dataset, line)]
        told = {line.measure for line in record.figures if line.basis != "planned"}
        left = {line.measure: line for line in reversed(planned) if line.measure not in told}
        if not left or not _over(dataset, record, as_of):
            continue
        # A project with no results at all is asked for them by another rule.
        if any(slot.path == "figures.actual" for slot in silent(dataset, record)):
            continue
        for line in reversed(left.values()):
            if not _admitted(record, line):
                message = (
                    f"it is over, {_number(line)} {dataset.label('measures', line.measure)} were planned, "
                    "and how many it came to is not said, nor under missing"
                )
                hint = f"enter the result, or put figures.{line.measure}.actual under missing with the reason"
                yield Fault(message, record, line, hint=hint)


def _over(dataset: Dataset, record: Told, as_of: Day) -> bool:
    if isinstance(record, Project):
        return stage_of(dataset, record, as_of) == "ended"
    found = answer(dataset, record, "status", [line for line in record.status if not key(line)])
    return not found.open and found.best is not None and found.best.value in _OVER


def _admitted(record: Told, line: Figure) -> bool:
    """Tell whether a path under `missing` admits that the result of a measure is not known."""
    words = {line.measure, *key(line), "actual", "stated", "value"}
    paths = (list_of(path) for each in record.missing for path in each.field)
    return any(name == "figures" and words.issuperset(rest) for name, rest in paths)


def _people(dataset: Dataset, line: Figure) -> bool:
    item = dataset.codes("measures").get(line.measure)
    return item is not None and item.unit == "people" and line.rank != "set-aside" and line.scope is None


def _number(line: Figure) -> str:
    if line.percent is not None:
        return f"{line.percent}%"
    return str(line.value) if line.value is not None else f"{line.min} to {line.max}"
