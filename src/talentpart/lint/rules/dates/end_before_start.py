"""Something ends before it starts.

What: The latest day on which a record, or a part of it, can have ended lies before the earliest on which it started.

Why: Lengths and years of activity are computed from the two days, and one of them is wrong.

How to mend: Hold both days against their sources: mostly a year was mistyped.

Fine when: Never; if sources differ so much, set one line aside with its reason.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event
from talentpart.queries.answers import things
from talentpart.values import Day

SEVERITY = Severity.ERROR
_DAYS = 'source: report\nevents:\n  - {type: start, date: "%s"}\n  - {type: end, date: "%s"}\n'
BAD = (
    Bad(
        {"projects/pilot.yaml": _DAYS % ("2024-03", "2023-12")},
        at=("projects/pilot.yaml", 4, 23),
        message="the end in December 2023 is before the start in March 2024",
    ),
)
GOOD = (Good({"projects/pilot.yaml": _DAYS % ("2024-03", "2024")}),)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Compare the ends and starts of each record that are on one basis and speak of the same part."""
    for entry in dataset.entries.values():
        days: dict[tuple[str, ...], dict[str, list[Event]]] = {}
        for (_, key, basis), lines in things(entry.record, "events").items():
            dated = [each for each in lines if isinstance(each, Event) and each.date and each.rank != "set-aside"]
            if key and key[0] in {"start", "end"}:
                days.setdefault((*key[1:], basis), {}).setdefault(key[0], []).extend(dated)
        for both in days.values():
            for end in both.get("end", ()):
                start = next((each for each in both.get("start", ()) if _before(end, each)), None)
                if start is not None:
                    message = f"the end in {end.date} is before the start in {start.date}"
                    yield Fault(message, entry.record, end, ("date",), related=((start, "the start"),))


def _before(end: Event, start: Event) -> bool:
    return bool(end.date and start.date and end.date.latest < start.date.earliest)
