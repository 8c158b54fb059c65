"""A line is more exact than its source can be.

What: An event has the very day on which a piece of news about it came out; or a number is called about, rounded or
nearly, and has more digits than such a number has (four, or two for a share).

Why: The day of a news item is not the day of the event, and a rounded number that is not round was computed by
somebody. Both would be printed as if a source had said so.

How to mend: Write `bound: by` where the news only tells that it has happened; write the number as the source prints
it, or take the bound off.

Fine when: The source does print that day or number: keep its words in `as_stated`.
"""

from collections.abc import Iterator
from decimal import Decimal

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Figure, Money
from talentpart.queries.told_lists import events, numbers
from talentpart.values import Day

SEVERITY = Severity.WARNING
_NEWS = (
    'title: News\nauthority: press\ntype: web-page\nlanguage: en\nretrieved: "2026-01-02"\nread: whole\n'
    'published: "2024-05-07"\nmissing: {field: url, why: not-stated}\n'
)
_LAUNCH = 'source: news\nevents:\n  - {type: launch, basis: actual, date: "2024-05-07"%s}\n'
_COUNT = "source: report\nfigures:\n  - {measure: trained, bound: about, %s}\n"
BAD = (
    Bad(
        {"sources/news.yaml": _NEWS, "projects/pilot.yaml": _LAUNCH % ""},
        at=("projects/pilot.yaml", 3, 41),
        message="7 May 2024 is the day on which 'news' came out, not surely that of the launch; write bound: by",
    ),
    Bad(
        {"projects/pilot.yaml": _COUNT % "value: 12345"},
        at=("projects/pilot.yaml", 3, 45),
        message="12345 is called about and has 5 digits; write it as its source does, or take the bound off",
    ),
    Bad(
        {"projects/pilot.yaml": _COUNT % "percent: 94.99, part: women"},
        at=("projects/pilot.yaml", 3, 47),
        message="94.99 is called about and has 4 digits; write it as its source does, or take the bound off",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report\nmoney:\n  - {amount: EUR 1496448.50, bound: rounded}\n"},
        at=("projects/pilot.yaml", 3, 14),
        message="EUR 1,496,448.50 is called rounded and has 8 digits; write it as its source does, "
        "or take the bound off",
    ),
)
GOOD = (
    Good({"sources/news.yaml": _NEWS, "projects/pilot.yaml": _LAUNCH % ", bound: by"}),
    Good({"sources/news.yaml": _NEWS, "projects/pilot.yaml": _LAUNCH % ", as_stated: today"}),
    Good({"projects/pilot.yaml": _COUNT % "value: 1235000"}),
    Good({"projects/pilot.yaml": _COUNT % "percent: 12"}),
)
_NEWS_TYPES = frozenset({"news-item", "press-release"})
_ROUNDED = frozenset({"about", "rounded", "nearly"})
_DIGITS, _SHARE_DIGITS = 4, 2


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Look at the days that rest on news alone, and at the digits of rounded numbers."""
    for entry in dataset.entries.values():
        record = entry.record
        for event in events(record):
            source = _copied(dataset, event)
            if source:
                name = dataset.label("event-types", event.type)
                message = (
                    f"{event.date} is the day on which '{source}' came out, not surely that of the {name}; "
                    "write bound: by"
                )
                yield Fault(message, record, event, ("date",), rests_on=(source,))
        for line in numbers(record):
            if line.bound in _ROUNDED and not line.as_stated:
                yield from (
                    Fault(
                        f"{shown} is called {line.bound} and has {digits} digits; write it as its source does, "
                        "or take the bound off",
                        record,
                        line,
                        (field,),
                    )
                    for field, shown, digits in _odd(line)
                )


def _copied(dataset: Dataset, event: Event) -> str:
    """Give the first source of an event whose day is that of the news it rests on alone; nothing where it is not."""
    if not event.date or event.date.precision != "day" or event.bound or event.as_stated or event.basis == "planned":
        return ""
    sources = [dataset.source(reference) for reference in event.source]
    for source in sources:
        if source is None or source.published != event.date:
            return ""
        if source.authority != "press" and source.type not in _NEWS_TYPES:
            return ""
    return sources[0].id if sources and sources[0] else ""


def _odd(line: Figure | Money) -> Iterator[tuple[str, str, int]]:
    """Give the first number of a line that has too many digits, with its field and how many."""
    for field in ("value", "min", "max", "amount", "percent"):
        value = getattr(line, field, None)
        if value is None:
            continue
        number = line.amount.number if field == "amount" and line.amount else Decimal(str(value))
        digits = len(number.normalize().as_tuple().digits)
        if digits > (_SHARE_DIGITS if field == "percent" else _DIGITS):
            yield field, str(value), digits
            return
